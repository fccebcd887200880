//! What the answers come to: a figure between two others, and the answers that would narrow it most.

use eframe::egui::accesskit::Live;
use eframe::egui::{Align, Id as EguiId, Label, Layout, Ui};

use crate::costing::basis::Basis;
use crate::gui::estimate::bar::{Marks, range_bar};
use crate::gui::estimate::page::Found;
use crate::gui::theme::{self, S4, S8, S16};
use crate::gui::widgets::button::primary_button;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::icon::Icon;
use crate::report::doubt::{
    N_FACTS, central, fact_ends, fact_name, fact_range, headline, range, widest,
};
use crate::session::first_estimate::Problem;
use crate::session::session::Session;
use crate::units::display;

/// What the user asks for beside the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wish {
    /// Create the partnership.
    Create,
    /// Leave without.
    Leave,
}

/// The two ways to end it.
pub(crate) fn buttons(ui: &mut Ui) -> Option<Wish> {
    ui.horizontal(|ui| {
        let create = primary_button(ui, "Create the partnership");
        let leave = ui.button("Cancel");
        if create
            .on_hover_text("Ctrl+Enter. One Undo takes it back")
            .clicked()
        {
            Some(Wish::Create)
        } else {
            leave.on_hover_text("Esc").clicked().then_some(Wish::Leave)
        }
    })
    .inner
}

/// Shows the outcome; one that is of earlier answers says so.
pub(crate) fn outcome(
    ui: &mut Ui,
    session: &Session,
    found: Option<&Found>,
    problems: &[Problem],
    basis: Basis,
) {
    ui.spacing_mut().item_spacing.y = S4;
    let open = problems.iter().filter(|it| it.is_of_figure()).count();
    let title = format!("{}, {}", basis.label(), session.year());
    ui.label(theme::muted(title));
    let Some(found) = found else {
        ui.label(theme::figure_text("No figure yet"));
        still_open(ui, open);
        return;
    };
    let cost = *found.outlook.cost.get(basis);
    let doubt = found.outlook.doubt.as_ref();
    let figure = ui.label(theme::figure_text(format!("{} a year", central(cost))));
    let said = headline(cost, doubt, basis);
    ui.ctx().accesskit_node_builder(figure.id, |node| {
        node.set_live(Live::Polite);
        node.set_description(said);
    });
    let Some((doubt, range)) = doubt.and_then(|it| Some((it, range(cost, it, basis)?))) else {
        ui.label(theme::muted("No answer has a low and a high that move it"));
        if open > 0 {
            still_open(ui, open);
        }
        return;
    };
    ui.label(theme::heading(&range));
    if open > 0 {
        still_open(ui, open);
    }
    ui.add_space(S8);
    let facts = widest(doubt, basis);
    let key = EguiId::unique("range as a table");
    let is_table = ui.data(|data| data.get_temp(key)).unwrap_or(false);
    if is_table {
        let rows: Vec<(String, String, String)> = facts
            .iter()
            .map(|it| {
                let (least, most) = fact_ends(it, basis);
                let name = fact_name(&found.scratch, it);
                (
                    name,
                    display::money_figure(least),
                    display::money_figure(most),
                )
            })
            .chain(std::iter::once((
                "All together".to_owned(),
                display::money_figure(*doubt.low.get(basis)),
                display::money_figure(*doubt.high.get(basis)),
            )))
            .collect();
        table(ui, &rows);
    } else {
        let marks = Marks {
            low: *doubt.low.get(basis),
            central: cost.amount,
            high: *doubt.high.get(basis),
        };
        range_bar(ui, &marks, &headline(cost, Some(doubt), basis));
    }
    ui.add_space(S8);
    ui.horizontal(|ui| {
        ui.label(theme::strong("What would narrow it most"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let switch = if is_table { "Bar" } else { "Table" };
            let shown = ui.small_button(switch);
            let shown = shown.on_hover_text("Every answer that moves the figure, as a table");
            ui.ctx().accesskit_node_builder(shown.id, |node| {
                node.set_label(format!("{switch}: range of the estimate"));
            });
            if shown.clicked() {
                ui.data_mut(|data| data.insert_temp(key, !is_table));
            }
        });
    });
    for fact in facts.iter().take(N_FACTS) {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(Label::new(fact_name(&found.scratch, fact)).wrap());
            ui.label(theme::muted(fact_range(fact, basis)));
        });
    }
    ui.add_space(S4);
    let how = "Each answer goes from its lowest to its highest while the others stay at their most likely.";
    ui.add(Label::new(theme::small(how)).wrap());
    ui.add_space(S16 - S4);
}

fn still_open(ui: &mut Ui, n: usize) {
    let text = match n {
        0 => "Answer the questions to see what it comes to".to_owned(),
        1 => "Not up to date: one answer needs another look".to_owned(),
        n => format!(
            "Not up to date: {} answers need another look",
            display::in_words(n)
        ),
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S4;
        let ink = theme::palette(ui).ink;
        Icon::Warning.show(ui, 14.0, ink);
        ui.add(Label::new(text).wrap());
    });
}

fn table(ui: &mut Ui, rows: &[(String, String, String)]) {
    let columns = [
        ColumnSpec::text("Answer", Width::AtLeast(96.0)),
        ColumnSpec::number("Least", "£", Width::Exact(84.0)),
        ColumnSpec::number("Most", "£", Width::Exact(84.0)),
    ];
    Grid::new(
        EguiId::unique("range table"),
        "How each answer moves the figure",
        &columns,
    )
    .whole()
    .show(ui, rows.len(), None, |row, column, cell| {
        let Some((name, least, most)) = rows.get(row) else {
            return;
        };
        match column {
            0 => cell.text(name),
            1 => cell.text(least),
            _ => cell.text(most),
        };
    });
}
