//! Whether the partnership is worth its cost: the answer in words, the measures, what is left out, charts, each year.

use eframe::egui::{Id as EguiId, Ui, Vec2};

use crate::chart::catalogue::find_of_partnership;
use crate::findings::appraisal::AppraisalYear;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::WorthMeasure;
use crate::gui::inputs::place::show_input;
use crate::gui::inputs::sections::value_statement::value_statement;
use crate::gui::inputs::teach::{Lesson, gap, heading, teach};
use crate::gui::page::PageContext;
use crate::gui::results::partnership_chart::partnership_chart;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::Section;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::grid::{Grid, HEADER_HEIGHT, rows_to_points};
use crate::model::partnership::Partnership;
use crate::report::left_out::left_out;
use crate::report::measures::{measures, terms};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No benefits to weigh yet",
    why: "An appraisal answers one question: is working together worth what it costs, against the partners acting \
          separately? Many partnerships know part of their cost and few their benefits (paragraphs 91 to 95); what \
          not working together would cost counts too (paragraph 96). Enter what it brings. Until then the figures below say \
          what that would have to be worth.",
};

const MEASURES: [ColumnSpec<'static>; 3] = [
    ColumnSpec::text("Measure", Width::Exact(236.0)),
    ColumnSpec::number("Value", "", Width::Exact(136.0)),
    ColumnSpec::text("In plain words", Width::AtLeast(240.0)),
];

const YEARS: [ColumnSpec<'static>; 6] = [
    ColumnSpec::text("Year", Width::AtLeast(96.0)),
    ColumnSpec::number("Cost", "£", Width::Exact(116.0)),
    ColumnSpec::number("Benefit", "£", Width::Exact(116.0)),
    ColumnSpec::number("Factor", "", Width::Exact(92.0)),
    ColumnSpec::number("Discounted net", "£", Width::Exact(144.0)),
    ColumnSpec::number("Cumulative", "£", Width::Exact(128.0)),
];

/// The charts of an appraisal, each with the height beyond which it scrolls.
const CHARTS: [(&str, f32); 3] = [
    ("cash-flow", 440.0),
    ("benefits-by-class", 360.0),
    ("who-gains", 480.0),
];

/// The height of the table of years: those of more than ten scroll in it.
const YEARS_HEIGHT: f32 = 312.0;
/// Its width: few columns read badly when they are far apart.
const YEARS_WIDTH: f32 = 720.0;

/// Shows the section; nothing of it is known before the engine has answered.
pub(crate) fn show(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    let (Some(findings), Some(found)) = (page.findings(), found) else {
        ui.spinner();
        return;
    };
    let has_benefits = !partnership.benefits.is_empty();
    if !has_benefits && teach(ui, &LESSON, "Go to benefits") {
        page.view.section = Section::Benefits;
        ui.ctx().request_repaint();
    }
    value_statement(ui, page, partnership, (findings, found));
    gap(ui);
    let about = format!(
        "{}, discounted; full cost, against the partners acting separately. A figure shows its basis.",
        terms(page.register(), &found.appraisal)
    );
    heading(ui, "Measures", &about);
    measure_table(ui, page, found);
    gap(ui);
    what_is_left_out(ui, page, partnership, found);
    gap(ui);
    if has_benefits {
        for (id, height) in CHARTS {
            if let Some(chart) = find_of_partnership(id) {
                partnership_chart(ui, page, chart, partnership.id, height);
            }
        }
    }
    let base = findings.register.settings.base_year;
    let about = format!(
        "In {base} prices. The factor is what £1 of a year is worth in {}.",
        found.appraisal.first_year
    );
    heading(ui, "Year by year", &about);
    years(ui, page, found, findings);
}

fn measure_table(ui: &mut Ui, page: &mut PageContext<'_>, found: &PartnershipFindings) {
    let lines = measures(page.register(), found);
    let key = |row: usize| EguiId::unique(lines.get(row).map(|it| &it.label));
    let id = EguiId::unique(("measures", found.id));
    Grid::new(id, "Measures", &MEASURES)
        .row_key(&key)
        .whole()
        .show(ui, lines.len(), None, |row, column, cell| {
            let Some(line) = lines.get(row) else { return };
            match (column, line.figure) {
                (0, _) => drop(cell.text(&line.label).on_hover_text(&line.about)),
                (1, Some(figure)) => {
                    let said = format!("{} {}, show basis", line.label, line.text);
                    if cell.figure(&line.text, &said).clicked() {
                        page.explain(figure);
                    }
                }
                (1, None) => drop(cell.muted(&line.text)),
                _ => drop(cell.muted(&line.about)),
            }
        });
}

fn what_is_left_out(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: &PartnershipFindings,
) {
    let register = page.register();
    let all = left_out(register, partnership, found);
    if all.is_empty() {
        heading(
            ui,
            "What is left out",
            "Nothing that is entered is left out of these figures.",
        );
        return;
    }
    heading(
        ui,
        "What is left out",
        "No total holds these. Each leads to where it is typed.",
    );
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(S8, S4);
        ui.spacing_mut().interact_size.y = 20.0;
        for it in all {
            ui.horizontal_wrapped(|ui| {
                if ui.link(&it.name).clicked() {
                    show_input(page.view, register, it.input);
                    ui.ctx().request_repaint();
                }
                ui.label(theme::muted(&it.why));
            });
        }
    });
}

fn years(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    found: &PartnershipFindings,
    findings: &Findings,
) {
    let unit = findings.money_unit();
    let columns = ColumnSpec::in_unit(YEARS, unit);
    let years = &found.appraisal.years;
    let key = |row: usize| EguiId::unique(years.get(row).map(|it| it.year));
    // A page that scrolls has no height of its own to give.
    let height = (rows_to_points(years.len()) + HEADER_HEIGHT).min(YEARS_HEIGHT);
    let size = Vec2::new(YEARS_WIDTH.min(ui.available_width()), height);
    ui.allocate_ui(size, |ui| {
        let id = EguiId::unique(("years of the appraisal", found.id));
        Grid::new(id, "Year by year", &columns).row_key(&key).show(
            ui,
            years.len(),
            None,
            |row, column, cell| {
                let Some(it) = years.get(row) else { return };
                let Some((text, measure)) = in_year(it, column, unit) else {
                    cell.text(&it.year.to_string());
                    return;
                };
                let title = columns.get(column).map_or("", |it| it.title);
                let said = format!("{title} {text}, {}, show basis", it.year);
                if cell.figure(&text, &said).clicked() {
                    page.explain(FigureId::new(found.id, Measure::Worth(measure)));
                }
            },
        );
    });
}

fn in_year(it: &AppraisalYear, column: usize, unit: MoneyUnit) -> Option<(String, WorthMeasure)> {
    let money = |amount| display::money_figure_in(amount, unit);
    Some(match column {
        1 => (money(it.cost), WorthMeasure::YearCost(it.year)),
        2 => (money(it.benefit), WorthMeasure::YearBenefit(it.year)),
        3 => (
            display::factor(it.factor),
            WorthMeasure::YearFactor(it.year),
        ),
        4 => (money(it.net), WorthMeasure::YearNet(it.year)),
        5 => (money(it.cumulative), WorthMeasure::Cumulative(it.year)),
        _ => return None,
    })
}
