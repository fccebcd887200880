//! How far each indicator has come, beside how far it should have: a word and a shape, colour only second.

use eframe::egui::{Color32, Id as EguiId, Ui};

use crate::appraisal::progress::{Rating, Thresholds};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::indicator::IndicatorFindings;
use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::theme::palette::Palette;
use crate::gui::theme::{self, S4};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::icon::Icon;
use crate::model::partnership::Partnership;
use crate::model::record_name::line_name_in;
use crate::report::progress::{progress_text, thresholds_text};
use crate::units::display;

const COLUMNS: [ColumnSpec<'static>; 5] = [
    ColumnSpec::text("Indicator", Width::AtLeast(180.0)),
    ColumnSpec::number("Of the way", "", Width::Exact(104.0)),
    ColumnSpec::number("Expected by then", "", Width::Exact(140.0)),
    ColumnSpec::number("Of where it should be", "", Width::Exact(176.0)),
    ColumnSpec::text("Rating", Width::Exact(112.0)),
];

/// What stands where a value or a date is missing.
const NOT_KNOWN: &str = "not known";

/// Few columns read badly when they are far apart.
const WIDTH: f32 = 800.0;

/// Shows the table where there are indicators.
pub(crate) fn indicator_progress(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: &PartnershipFindings,
) {
    if found.indicators.is_empty() {
        return;
    }
    let settings = &page.register().settings;
    let thresholds = Thresholds::of(settings, page.session.guidance());
    let about = format!(
        "{} The rating never enters the score.",
        thresholds_text(thresholds)
    );
    heading(ui, "How far they have come", &about);
    let all = &found.indicators;
    let key = |row: usize| EguiId::unique(all.get(row).map(|it| it.id));
    ui.scope(|ui| {
        ui.set_max_width(WIDTH.min(ui.available_width()));
        let id = EguiId::unique(("progress of indicators", found.id));
        Grid::new(id, "How far they have come", &COLUMNS)
            .row_key(&key)
            .whole()
            .show(ui, all.len(), None, |row, column, cell| {
                let Some(it) = all.get(row) else { return };
                let name = line_name_in(page.register(), partnership, it.id);
                if let Some(measure) = fill(cell, column, it, &name) {
                    page.explain(FigureId::new(found.id, measure));
                }
            });
    });
}

/// Fills one cell; gives the figure whose basis was asked for.
fn fill(
    cell: &mut CellUi<'_>,
    column: usize,
    it: &IndicatorFindings,
    name: &str,
) -> Option<Measure> {
    let figure = |cell: &mut CellUi<'_>, title: &str, text: Option<String>| {
        let Some(text) = text else {
            cell.muted(NOT_KNOWN);
            return false;
        };
        let said = format!("{title} {text}, {name}, show basis");
        cell.figure(&text, &said).clicked()
    };
    match column {
        0 => drop(cell.text(name)),
        1 => {
            let text = it.progress.map(progress_text);
            return figure(cell, "Of the way", text).then_some(Measure::Progress(it.id));
        }
        2 => drop(match it.expected {
            Some(expected) => cell.text(&display::number(expected)),
            None => cell.muted(NOT_KNOWN),
        }),
        3 => {
            let text = it.time_adjusted.map(progress_text);
            let title = "Of where it should be";
            return figure(cell, title, text).then_some(Measure::TimeAdjusted(it.id));
        }
        _ => match it.rating {
            Some(it) => cell.ui(|ui| rating(ui, it)),
            None => drop(cell.muted("no dates")),
        },
    }
    None
}

/// The rating as a shape and a word.
fn rating(ui: &mut Ui, it: Rating) {
    ui.spacing_mut().item_spacing.x = S4;
    let (icon, colour) = shape(theme::palette(ui), it);
    icon.show(ui, 12.0, colour);
    ui.label(it.label());
}

fn shape(palette: &Palette, it: Rating) -> (Icon, Color32) {
    match it {
        Rating::Green => (Icon::Circle, palette.green),
        Rating::Amber => (Icon::Triangle, palette.amber),
        Rating::Red => (Icon::Square, palette.error),
    }
}
