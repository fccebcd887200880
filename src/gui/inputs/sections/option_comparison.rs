//! Options side by side with going on as it is: what each costs, brings and achieves.

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::chart::catalogue::find_of_partnership;
use crate::findings::appraisal::Worth;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::options::OptionFindings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::results::partnership_chart::partnership_chart;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::icon::Icon;
use crate::model::partnership::Partnership;
use crate::model::record_name::line_name_in;
use crate::report::options::{cell_text, dominated};
use crate::units::display;
use crate::units::quantity::Number;

const COLUMNS: [ColumnSpec<'static>; 7] = [
    ColumnSpec::text("Course of action", Width::AtLeast(160.0)),
    ColumnSpec::number("Costs", "£", Width::Exact(104.0)),
    ColumnSpec::number("Benefits", "£", Width::Exact(108.0)),
    ColumnSpec::number("Net", "£", Width::Exact(104.0)),
    ColumnSpec::number("Against as it is", "£", Width::Exact(136.0)),
    ColumnSpec::number("For each £1", "", Width::Exact(92.0)),
    ColumnSpec::number("Achievement", "", Width::Exact(108.0)),
];

/// What the figures of a column are.
const YARDSTICKS: [Option<Yardstick>; 7] = [
    None,
    Some(Yardstick::Pvc),
    Some(Yardstick::Pvb),
    Some(Yardstick::Npsv),
    Some(Yardstick::IncrementalNpsv),
    Some(Yardstick::Bcr),
    None,
];

/// Beyond this height the chart scrolls.
const CHART_HEIGHT: f32 = 480.0;

/// Shows the comparison where there is something to compare.
pub(crate) fn option_comparison(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: &PartnershipFindings,
) {
    let it = &found.appraisal;
    if it.options.is_empty() {
        return;
    }
    heading(
        ui,
        "Side by side",
        "Present values against the partners acting separately; in “Against as it is” the net is against going on as \
         it is. A figure shows its basis.",
    );
    let columns = ColumnSpec::in_unit(COLUMNS, page.register().settings.money_unit);
    let row_of = |row: usize| Row::of(found, row);
    let key = |row: usize| EguiId::unique(row_of(row).and_then(|it| it.option).map(|it| it.id));
    let id = EguiId::unique(("options side by side", found.id));
    Grid::new(id, "Options side by side", &columns)
        .row_key(&key)
        .whole()
        .show(
            ui,
            it.options.len().saturating_add(1),
            None,
            |row, column, cell| {
                if let Some(row) = row_of(row) {
                    fill(cell, column, row, page, (partnership, found));
                }
            },
        );
    for sentence in dominated(page.register(), partnership, it) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S4;
            Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
            ui.add(Label::new(sentence).wrap());
        });
    }
    if let Some(chart) = find_of_partnership("options") {
        ui.add_space(S8);
        partnership_chart(ui, page, chart, found.id, CHART_HEIGHT);
    }
}

/// One course of action.
#[derive(Clone, Copy)]
struct Row<'a> {
    /// Nothing for going on as it is.
    option: Option<&'a OptionFindings>,
    worth: &'a Worth,
    score: Option<Number>,
}

impl<'a> Row<'a> {
    fn of(found: &'a PartnershipFindings, row: usize) -> Option<Self> {
        let it = &found.appraisal;
        let Some(row) = row.checked_sub(1) else {
            return Some(Self {
                option: None,
                worth: &it.worth,
                score: found.achievement.shown_score(),
            });
        };
        let option = it.options.get(row)?;
        Some(Self {
            option: Some(option),
            worth: &option.worth,
            score: option.achievement,
        })
    }
}

fn fill(
    cell: &mut CellUi<'_>,
    column: usize,
    row: Row<'_>,
    page: &mut PageContext<'_>,
    (partnership, found): (&Partnership, &PartnershipFindings),
) {
    let name = match row.option {
        None => "As it is".to_owned(),
        Some(it) => line_name_in(page.register(), partnership, it.id),
    };
    let Some(Some(yardstick)) = YARDSTICKS.get(column).copied() else {
        if column == 0 {
            match row.option {
                None => drop(cell.strong(&name)),
                Some(_) => drop(cell.text(&name)),
            }
            return;
        }
        match (row.score, row.option) {
            // An expected score is typed below; that of going on as it is has a basis.
            (Some(score), Some(_)) => drop(cell.typed(&display::score(score))),
            (Some(score), None) => {
                let score = display::score(score);
                let said = format!("Achievement {score}, {name}, show basis");
                if cell.figure(&score, &said).clicked() {
                    page.explain(FigureId::achievement(found.id));
                }
            }
            (None, _) => drop(cell.muted("not known")),
        }
        return;
    };
    let incremental = row
        .option
        .filter(|it| it.is_comparable)
        .map(|it| it.incremental_npsv);
    let unit = page.register().settings.money_unit;
    let Some(text) = cell_text(row.worth, incremental, yardstick, unit) else {
        cell.muted("—");
        return;
    };
    let measure = match row.option {
        None => WorthMeasure::AsItIs(yardstick),
        Some(it) => WorthMeasure::Option(it.id, yardstick),
    };
    let title = COLUMNS.get(column).map_or("", |it| it.title);
    let spoken = text.replace('≥', display::AT_LEAST);
    let said = format!("{title} {spoken}, {name}, show basis");
    if cell.figure(&text, &said).clicked() {
        page.explain(FigureId::new(found.id, Measure::Worth(measure)));
    }
}
