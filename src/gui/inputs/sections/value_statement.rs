//! The statement on value for money: the program's words, until somebody edits them.

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::prose::Prose;
use crate::model::partnership::Partnership;
use crate::model::value_statement::ValueStatement;
use crate::report::value_for_money::{Drawn, compose, is_out_of_date};
use crate::session::action::Edit;
use crate::uncertainty::switching_value::most_telling;
use crate::units::id::Id;

/// Longer lines are hard to read.
const WIDTH: f32 = 760.0;

/// The program's words on the register as it is; the last ones while the draws that they speak of are under way.
fn composed(
    ui: &Ui,
    page: &PageContext<'_>,
    partnership: &Partnership,
    (findings, found): (&Findings, &PartnershipFindings),
) -> Option<String> {
    let key = EguiId::unique(("composed statement", partnership.id));
    let doubts = page.doubts.subject.as_ref();
    let Some((_, subject)) = doubts.filter(|(of, _)| *of == Some(partnership.id)) else {
        return ui.data(|data| data.get_temp(key));
    };
    let drawn = subject.simulated.as_ref().map(|simulated| Drawn {
        simulated,
        switching: most_telling(&subject.switching),
    });
    let composed = compose(findings, found, partnership, page.doubt, drawn);
    ui.data_mut(|data| data.insert_temp(key, composed.clone()));
    Some(composed)
}

/// Shows the statement; an edit is one step, and its words stay when the figures move.
pub(crate) fn value_statement(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    (findings, found): (&Findings, &PartnershipFindings),
) {
    let Some(composed) = composed(ui, page, partnership, (findings, found)) else {
        ui.spinner();
        return;
    };
    let edited = partnership.value_statement.as_ref();
    let about = if edited.is_some() {
        "In your own words."
    } else {
        "Composed from the figures, and follows them. Edit it, and it stays as you write it."
    };
    heading(ui, "Value for money", about);
    ui.scope(|ui| {
        ui.set_max_width(WIDTH.min(ui.available_width()));
        let text = edited.map_or(composed.as_str(), |it| it.text.as_str());
        let id = EguiId::unique(("statement on value for money", partnership.id));
        if let Some(text) = Prose::new(id, "Statement on value for money", text).show(ui) {
            page.edit(rewrite(partnership.id, text, composed.clone()));
        }
        let Some(edited) = edited else { return };
        if is_out_of_date(edited, &composed) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = S4;
                Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
                ui.label(theme::strong(
                    "Edited. The figures have moved since; the program now says:",
                ));
            });
            ui.indent("now", |ui| {
                ui.add(Label::new(theme::muted(&composed)).wrap());
            });
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S8;
            let button = ui.button("Use the program’s words");
            if button
                .on_hover_text("Drops your words; the statement follows the figures again")
                .clicked()
            {
                page.edit(follow(partnership.id));
            }
            if !is_out_of_date(edited, &composed) {
                ui.label(theme::muted("Edited. The figures are as they were then."));
            }
        });
    });
}

/// Keeps the words as typed; an empty statement is the program's again.
fn rewrite(id: Id, text: String, composed: String) -> Edit {
    if text.trim().is_empty() {
        return follow(id);
    }
    Edit::partnership(id, "edit the statement", move |it| {
        it.value_statement = Some(ValueStatement { text, composed });
    })
}

fn follow(id: Id) -> Edit {
    Edit::partnership(id, "use the program’s words", |it| {
        it.value_statement = None;
    })
}
