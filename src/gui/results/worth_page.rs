//! Value for money of all partnerships: what each costs and brings, and who gains and who bears.

use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{Id as EguiId, Label, ScrollArea, Ui, Vec2};

use crate::findings::appraisal::Worth;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::gui::page::PageContext;
use crate::gui::results::worth_bodies::{bodies, claimed_twice};
use crate::gui::theme::{self, S4, S8, S16};
use crate::gui::view::{Page, Section, View};
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::figure::figure_link;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::gui::widgets::grid::{Grid, HEADER_HEIGHT, rows_to_points};
use crate::gui::widgets::icon::Icon;
use crate::report::options::cell_text;
use crate::report::statement::name;
use crate::report::summary::total_text;
use crate::report::worth::{for_a_spreadsheet, has_value, headline, unweighed};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

const COLUMNS: [ColumnSpec<'static>; 8] = [
    ColumnSpec::text("Partnership", Width::AtLeast(160.0)).sortable(),
    ColumnSpec::number("Costs", "£", Width::Exact(104.0)).sortable(),
    ColumnSpec::number("Benefits", "£", Width::Exact(104.0)).sortable(),
    ColumnSpec::number("Net", "£", Width::Exact(100.0)).sortable(),
    ColumnSpec::number("For each £1", "", Width::Exact(100.0)).sortable(),
    ColumnSpec::text("Band", Width::Exact(76.0)),
    ColumnSpec::number("Unpriced", "", Width::Exact(88.0)).sortable(),
    ColumnSpec::number("Score", "", Width::Exact(70.0)).sortable(),
];

/// The order before anybody sorts: what is worth most first.
const NET_FIRST: Sort = Sort {
    column: 3,
    direction: Direction::Descending,
};

/// The most of the page that the table takes before its rows scroll.
const TABLE_HEIGHT: f32 = 460.0;

/// The rows in order, kept while nothing of it changes.
#[derive(Clone)]
struct Ordered {
    of: Arc<Findings>,
    sort: Sort,
    rows: Arc<Vec<usize>>,
}

/// Shows the page.
pub fn worth_page(ui: &mut Ui, page: &mut PageContext<'_>) {
    ui.label(theme::figure_text("Value for money"));
    ui.add_space(-S4);
    let Some(findings) = page.session.findings() else {
        ui.spinner();
        return;
    };
    let mut partnerships = findings.partnerships.iter();
    if partnerships.all(|it| it.appraisal.benefits.is_empty()) {
        let why = "Value for money weighs what partnerships bring against what they cost, over the years of an \
                   appraisal. Say of a partnership what it brings: on its page, under Benefits.";
        if empty_state(ui, "No benefits yet", why, "Go to the benefits") {
            go_to_benefits(page.view, findings);
        }
        return;
    }
    ui.add(Label::new(headline(findings)).wrap());
    ui.add(
        Label::new(theme::muted(
            "Full cost, against the partners acting separately. A ratio is no ranking: what has no price is in no \
             total, and stands beside it.",
        ))
        .wrap(),
    );
    if let Some(said) = unweighed(findings) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S4;
            Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
            ui.add(Label::new(said).wrap());
        });
    }
    ui.add_space(S8);
    totals(ui, page, findings);
    ui.add_space(S8);
    ScrollArea::vertical()
        .id_salt("value for money")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let rows = rows_to_points(findings.partnerships.len());
            let height = (rows + HEADER_HEIGHT).min(TABLE_HEIGHT);
            let size = Vec2::new(ui.available_width(), height);
            ui.allocate_ui(size, |ui| table(ui, page, findings));
            ui.add_space(S16);
            bodies(ui, page.view);
            ui.add_space(S16);
            claimed_twice(ui, page.view, findings);
            ui.add_space(S16);
        });
}

/// Opens the benefits of the first partnership; the overview where there is none.
fn go_to_benefits(view: &mut View, findings: &Findings) {
    let Some(first) = findings.partnerships.first() else {
        view.show(Page::Overview);
        return;
    };
    view.show(Page::Partnership(first.id));
    view.section = Section::Benefits;
}

/// The sums of all partnerships, each with its basis, and the button that copies the rows.
fn totals(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Findings) {
    let worth = &findings.portfolio.worth;
    let unit = findings.money_unit();
    let sums = [
        ("Costs", Yardstick::Pvc, total_text(worth.pvc, unit)),
        ("Benefits", Yardstick::Pvb, total_text(worth.pvb, unit)),
        ("Net", Yardstick::Npsv, display::money_in(worth.npsv, unit)),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S4;
        ui.label(theme::strong("All together:"));
        for (label, yardstick, text) in sums {
            ui.add_space(S8);
            ui.label(theme::muted(label));
            let said = format!("{label} of all partnerships {text}, show basis");
            if figure_link(ui, &text, &said).clicked() {
                let measure = Measure::Worth(WorthMeasure::AsItIs(yardstick));
                page.explain(FigureId::portfolio(measure));
            }
        }
        ui.add_space(S16);
        let copy = ui.button("Copy for a spreadsheet");
        if copy
            .on_hover_text("Copies the rows and their total, with exact figures between tabs")
            .clicked()
        {
            ui.ctx().copy_text(for_a_spreadsheet(findings));
        }
    });
}

fn table(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    let (rows, sort) = ordered(ui, findings);
    let of = |row: usize| rows.get(row).and_then(|at| findings.partnerships.get(*at));
    let key = |row: usize| EguiId::unique(of(row).map(|it| it.id));
    let unit = findings.money_unit();
    let said = |row: usize| {
        of(row).map_or_else(String::new, |it| {
            let name = name(findings, it.id);
            if !has_value(it) {
                return format!("{name}, no benefit with a price");
            }
            let net = display::money_in(it.appraisal.worth.npsv, unit);
            format!("{name}, net {net}")
        })
    };
    let columns = ColumnSpec::in_unit(COLUMNS, unit);
    let mut explained = None;
    let shown = Grid::new(
        EguiId::unique("value for money"),
        "Value for money",
        &columns,
    )
    .row_key(&key)
    .selectable(&said)
    .max_height(TABLE_HEIGHT)
    .show(ui, rows.len(), Some(sort), |row, column, cell| {
        if let Some(it) = of(row)
            && let Some(figure) = fill(cell, column, it, (findings, unit))
        {
            explained = Some(figure);
        }
    });
    if let Some(sort) = shown.sort_clicked {
        let kept = Ordered {
            of: Arc::clone(findings),
            sort,
            rows: Arc::new(order(findings, sort)),
        };
        ui.data_mut(|data| data.insert_temp(key_of_order(), kept));
    }
    let clicked = shown.clicked_row.filter(|_| explained.is_none());
    if let Some(figure) = explained {
        page.explain(figure);
    } else if let Some(it) = shown.opened_row.or(clicked).and_then(of) {
        page.view.show(Page::Partnership(it.id));
        page.view.section = Section::Appraisal;
        ui.ctx().request_repaint();
    }
}

/// Fills one cell; gives the figure whose basis was asked for.
fn fill(
    cell: &mut CellUi<'_>,
    column: usize,
    it: &PartnershipFindings,
    (findings, unit): (&Findings, MoneyUnit),
) -> Option<FigureId> {
    let name = name(findings, it.id);
    let worth = &it.appraisal.worth;
    let yardstick = match column {
        1 => Yardstick::Pvc,
        2 => Yardstick::Pvb,
        3 => Yardstick::Npsv,
        4 => Yardstick::Bcr,
        _ => {
            // No band stands without its ratio.
            let band = worth.band.filter(|_| !worth.pvc.is_at_least);
            match (column, band, it.achievement.shown_score()) {
                (0, ..) => drop(cell.link(None, &name)),
                (5, Some(band), _) => drop(cell.text(band)),
                (5, None, _) => drop(cell.muted("—")),
                (6, ..) => drop(cell.text(&it.appraisal.unpriced.len().to_string())),
                (_, _, Some(score)) => {
                    let score = display::score(score);
                    let said = format!("Score {score}, {name}, show basis");
                    let clicked = cell.figure(&score, &said).clicked();
                    return clicked.then_some(FigureId::achievement(it.id));
                }
                _ => drop(cell.muted("—")),
            }
            return None;
        }
    };
    if !has_value(it) && column > 1 {
        // Nought would be a judgement.
        cell.muted(match column {
            2 if it.appraisal.benefits.is_empty() => "none entered",
            2 => "not priced",
            _ => "—",
        });
        return None;
    }
    let Some(text) = cell_text(worth, None, yardstick, unit) else {
        cell.muted("—");
        return None;
    };
    let title = COLUMNS.get(column).map_or("", |it| it.title);
    let spoken = text.replace('≥', display::AT_LEAST);
    let said = format!("{title} {spoken}, {name}, show basis");
    let figure = FigureId::new(it.id, Measure::Worth(WorthMeasure::AsItIs(yardstick)));
    cell.figure(&text, &said).clicked().then_some(figure)
}

fn key_of_order() -> EguiId {
    EguiId::unique("order of value for money")
}

fn ordered(ui: &Ui, findings: &Arc<Findings>) -> (Arc<Vec<usize>>, Sort) {
    let kept: Option<Ordered> = ui.data(|data| data.get_temp(key_of_order()));
    let sort = kept.as_ref().map_or(NET_FIRST, |it| it.sort);
    if let Some(kept) = kept.filter(|it| Arc::ptr_eq(&it.of, findings)) {
        return (kept.rows, sort);
    }
    let rows = Arc::new(order(findings, sort));
    let kept = Ordered {
        of: Arc::clone(findings),
        sort,
        rows: Arc::clone(&rows),
    };
    ui.data_mut(|data| data.insert_temp(key_of_order(), kept));
    (rows, sort)
}

/// The places of the partnerships in order; what is not known stands last either way.
fn order(findings: &Findings, sort: Sort) -> Vec<usize> {
    let all = &findings.partnerships;
    let turned = |order: Ordering| match sort.direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    };
    let names: Vec<String> = all
        .iter()
        .map(|it| name(findings, it.id).to_lowercase())
        .collect();
    let compare = |a: &PartnershipFindings, b: &PartnershipFindings| {
        let (x, y) = (&a.appraisal.worth, &b.appraisal.worth);
        let weighed = |amount: fn(&Worth) -> Money| {
            let of = |it: &PartnershipFindings| has_value(it).then(|| amount(&it.appraisal.worth));
            known_first(of(a), of(b), turned)
        };
        match sort.column {
            1 => turned(x.pvc.amount.cmp(&y.pvc.amount)),
            2 => weighed(|it| it.pvb.amount),
            3 => weighed(|it| it.npsv),
            4 => known_first(x.bcr, y.bcr, turned),
            6 => turned(a.appraisal.unpriced.len().cmp(&b.appraisal.unpriced.len())),
            7 => {
                let (a, b) = (a.achievement.shown_score(), b.achievement.shown_score());
                known_first(a, b, turned)
            }
            _ => Ordering::Equal,
        }
    };
    let mut rows: Vec<usize> = (0..all.len()).collect();
    rows.sort_by(|a, b| {
        let by = match (all.get(*a), all.get(*b)) {
            (Some(a), Some(b)) => compare(a, b),
            _ => Ordering::Equal,
        };
        let by_name = names.get(*a).cmp(&names.get(*b));
        by.then(if sort.column == 0 {
            turned(by_name)
        } else {
            by_name
        })
    });
    rows
}

fn known_first<T: Ord + Copy>(
    a: Option<T>,
    b: Option<T>,
    turned: impl Fn(Ordering) -> Ordering,
) -> Ordering {
    match (&a, &b) {
        (Some(a), Some(b)) => turned(a.cmp(b)),
        _ => a.is_none().cmp(&b.is_none()),
    }
}
