//! What partnerships lack: counts that open the list of names, each a link to where it is put right.

use eframe::egui::{Button, Id as EguiId, Label, Ui};

use crate::findings::findings::Findings;
use crate::findings::portfolio_measures::{Gap, Safeguard};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8, S16};
use crate::gui::view::{Page, Section};
use crate::report::portfolio_measures::{failings, safeguard, safeguard_source};
use crate::report::statement::name;
use crate::units::display;

/// The list that is open: of which safeguard, and which of its counts.
type Open = Option<(Safeguard, String)>;

/// As many names as stand in a list before the rest is asked for.
const N_SHOWN: usize = 40;

/// Shows every safeguard with its counts.
pub(crate) fn gaps(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Findings, gaps: &[Gap]) {
    let key = EguiId::unique("open list of gaps");
    let mut open: Open = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let n = findings.partnerships.len();
    for gap in gaps {
        one(ui, page, (findings, gap), n, &mut open);
        ui.add_space(S8);
    }
    ui.data_mut(|data| data.insert_temp(key, open));
}

fn one(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (findings, gap): (&Findings, &Gap),
    n: usize,
    open: &mut Open,
) {
    let title = safeguard(gap.of);
    let failings = failings(gap);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        ui.label(theme::strong(title))
            .on_hover_text(safeguard_source(gap.of));
        let met = display::count_figure(gap.n_met);
        let all = display::count_figure(n);
        ui.label(theme::muted(format!("{met} of {all} have it")));
        for (said, _) in &failings {
            let place = (gap.of, said.clone());
            let is_open = open.as_ref() == Some(&place);
            let button = Button::selectable(is_open, said).frame_when_inactive(true);
            let response = ui.add(button);
            let spoken = format!("{title}: {said}, show the list");
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_label(spoken));
            if response.clicked() {
                *open = (!is_open).then_some(place);
            }
        }
    });
    ui.add(Label::new(theme::small(safeguard_source(gap.of))).wrap());
    let shown = failings
        .iter()
        .find(|(said, _)| *open == Some((gap.of, said.clone())));
    let Some((_, ids)) = shown else { return };
    ui.add_space(S4);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S16;
        ui.add_space(S8);
        for id in ids.iter().take(N_SHOWN) {
            if ui.link(name(findings, *id)).clicked() {
                page.view.show(Page::Partnership(*id));
                page.view.section = section(gap.of);
                ui.ctx().request_repaint();
            }
        }
        match ids.len().saturating_sub(N_SHOWN) {
            0 => {}
            more => {
                let more = display::count(more, "more", "more");
                ui.label(theme::muted(format!(
                    "and {more}: copy the gaps for all names"
                )));
            }
        }
    });
}

/// Where it is put right.
const fn section(of: Safeguard) -> Section {
    match of {
        Safeguard::Agreement | Safeguard::ExitPlan => Section::Health,
        Safeguard::Achievement => Section::Achievement,
        Safeguard::EndOrReview => Section::Profile,
    }
}
