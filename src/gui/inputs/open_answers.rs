//! The open questions of the health check, on the profile: each leads to its answer.

use eframe::egui::Ui;

use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::answer_table::want;
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::theme;
use crate::gui::view::Section;
use crate::report::health::open;
use crate::units::display;

/// Questions that are named; the health check has the others.
const N_SHOWN: usize = 5;

/// Lists the first of them, with links that go there.
pub(crate) fn open_answers(ui: &mut Ui, page: &mut PageContext<'_>, found: &PartnershipFindings) {
    let all = found.health.all;
    let about = format!(
        "{} of {} questions of the health check are answered.",
        all.answered(),
        all.asked()
    );
    heading(ui, "Open answers", &about);
    let catalogue = &page.session.guidance().health_check;
    let mut asked = None;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for question in open(&found.health, catalogue).take(N_SHOWN) {
            let number = question.number().map(|it| format!("{it}  "));
            let text = format!("{}{}", number.unwrap_or_default(), question.question);
            if ui.link(text).clicked() {
                asked = Some(question);
            }
        }
    });
    if let Some(question) = asked {
        page.view.section = Section::Health;
        want(ui.ctx(), found.id, question);
    }
    let n_more = all.open().saturating_sub(N_SHOWN);
    if all.open() == 0 {
        ui.label(theme::muted("None is open."));
    } else if n_more > 0 {
        let more = display::count(n_more, "more open question", "more open questions");
        if ui.link(format!("{more} in the health check")).clicked() {
            page.view.section = Section::Health;
        }
    }
}
