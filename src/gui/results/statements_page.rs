//! One partner's statement: what it bears of every partnership, its share under the rules, and what it gets.

use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::statement::{Statement, StatementFigures, StatementLine, statement};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::Page;
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::model::record_name::partner_name;
use crate::report::statement::{NOT_KNOWN, for_a_spreadsheet, headline, name, shared};
use crate::report::summary::total_text;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// One column of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    Name,
    Bears,
    Money,
    Time,
    Hours,
    InKind,
    Share,
    Beyond,
    Programme,
    IntoPools,
    Receives,
    ToLeave,
}

const COLUMNS: [(What, ColumnSpec<'static>); 12] = [
    (
        What::Name,
        ColumnSpec::text("Partnership", Width::AtLeast(168.0)).sortable(),
    ),
    number(What::Bears, "Bears", "£", 96.0),
    number(What::Money, "Money", "£", 96.0),
    number(What::Time, "Time", "£", 88.0),
    number(What::Hours, "Hours", "", 80.0),
    number(What::InKind, "In kind", "£", 88.0),
    number(What::Share, "Its share", "£", 104.0),
    number(What::Beyond, "Beyond", "£", 96.0),
    number(What::Programme, "Programme", "£", 112.0),
    number(What::IntoPools, "Into pools", "£", 104.0),
    number(What::Receives, "Receives", "£", 98.0),
    number(What::ToLeave, "To leave", "£", 96.0),
];

const fn number(
    what: What,
    title: &'static str,
    unit: &'static str,
    width: f32,
) -> (What, ColumnSpec<'static>) {
    let column = ColumnSpec::number(title, unit, Width::Exact(width)).sortable();
    (what, column)
}

/// The columns that are worth showing: those beside the cost itself only where they say something.
fn columns(found: &Statement) -> Vec<(What, ColumnSpec<'static>)> {
    let all = &found.all;
    let is_something = |total: Total| total.is_at_least || total.amount != Money::ZERO;
    let has_rule = found.lines.iter().any(|it| {
        let beyond = |basis| *it.figures.beyond.get(basis) != Some(Money::ZERO);
        Basis::ALL.into_iter().any(beyond)
    });
    let mut columns = COLUMNS.to_vec();
    columns.retain(|(what, _)| match what {
        What::Share | What::Beyond => has_rule,
        What::Programme => is_something(all.programme),
        What::IntoPools => is_something(all.paid_into_pools),
        What::Receives => is_something(all.received),
        What::ToLeave => is_something(all.exit),
        _ => true,
    });
    columns
}

/// The order before anybody sorts: what it bears most of first.
const DEAREST_FIRST: Order = Order {
    by: What::Bears,
    direction: Direction::Descending,
};

/// The order of the rows, whatever columns are shown.
#[derive(Clone, Copy)]
struct Order {
    by: What,
    direction: Direction,
}

/// The last statement that was worked out.
#[derive(Clone)]
struct Kept {
    of: Arc<Findings>,
    partner: Id,
    statement: Arc<Statement>,
}

/// Shows the statement of the partner that is chosen.
pub fn statements_page(ui: &mut Ui, page: &mut PageContext<'_>) {
    ui.label(theme::figure_text("Statements"));
    ui.add_space(-S4);
    let Some(findings) = page.session.findings() else {
        ui.spinner();
        return;
    };
    let register = &findings.register;
    if register.partners.is_empty() {
        let why = "A statement says what one body bears of every partnership, in money, in its people’s time and in \
                   kind, and what its share would be. Enter who takes part first.";
        if empty_state(ui, "No partners yet", why, "Go to the partners") {
            page.view.show(Page::Partners);
        }
        return;
    }
    let chosen = page.view.statement_of;
    let chosen = chosen.filter(|id| register.partner(*id).is_some());
    let usual = register.us().or(register.partners.first());
    let Some(partner) = chosen.or(usual.map(|it| it.id)) else {
        return;
    };
    let found = kept(ui, page, findings, partner);
    choose(ui, page, findings, &found, partner);
    let basis = page.basis();
    ui.add(Label::new(headline(findings, &found, partner)).wrap());
    if let Some(said) = shared(findings, &found, basis) {
        ui.add(Label::new(said).wrap());
    }
    ui.add(Label::new(theme::muted(about(findings, &found, basis))).wrap());
    ui.add_space(S8);
    if !found.lines.is_empty() {
        table(ui, page, findings, &found, basis);
    }
}

/// What the columns count, as far as they are shown.
fn about(findings: &Findings, found: &Statement, basis: Basis) -> String {
    let mut parts = vec![format!("{} in {}.", basis.label(), findings.year)];
    if basis == Basis::Exhibit2 {
        parts.push("Money, time and in kind are of the full cost.".to_owned());
    }
    let says = |what: What, text: &str| {
        let is_shown = columns(found).iter().any(|(it, _)| *it == what);
        is_shown.then(|| text.to_owned())
    };
    parts.extend(says(
        What::Programme,
        "Programme spending stands beside it.",
    ));
    parts.extend(says(
        What::IntoPools,
        "What is paid into pools is a transfer, no cost.",
    ));
    parts.extend(says(
        What::Receives,
        "What it receives is no cost either way.",
    ));
    parts.extend(says(What::ToLeave, "What it takes to leave is paid once."));
    if *found.all.shared_is_at_least.get(basis) {
        parts.push("Where a cost is “at least”, its share is of what is known.".to_owned());
    }
    parts.join(" ")
}

/// The statement of a partner, worked out again only with new findings.
fn kept(ui: &Ui, page: &PageContext<'_>, findings: &Arc<Findings>, partner: Id) -> Arc<Statement> {
    let key = EguiId::unique("statement");
    let kept: Option<Kept> = ui.data(|data| data.get_temp(key));
    if let Some(kept) = kept
        && Arc::ptr_eq(&kept.of, findings)
        && kept.partner == partner
    {
        return kept.statement;
    }
    let found = Arc::new(statement(findings, page.session.guidance(), partner));
    let kept = Kept {
        of: Arc::clone(findings),
        partner,
        statement: Arc::clone(&found),
    };
    ui.data_mut(|data| data.insert_temp(key, kept));
    found
}

fn choose(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Findings,
    found: &Statement,
    partner: Id,
) {
    let register = &findings.register;
    let partners = register.partners.iter();
    let names: Vec<String> = partners
        .map(|it| partner_name(register, Some(it.id)))
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let at = register.partners.iter().position(|it| it.id == partner);
    ui.add_space(S8);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        ui.label(theme::muted("Statement of"));
        let cell = ChoiceCell::new("Statement of", &names, at).width(280.0);
        if let (_, Some(at)) = cell.show(ui) {
            page.view.statement_of = register.partners.get(at).map(|it| it.id);
        }
        let copy = ui.button("Copy for a spreadsheet");
        if copy
            .on_hover_text("Copies the rows and their total, with exact figures between tabs")
            .clicked()
        {
            let text = for_a_spreadsheet(findings, found, page.basis());
            ui.ctx().copy_text(text);
        }
    });
    ui.add_space(S4);
}

fn table(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Findings,
    found: &Statement,
    basis: Basis,
) {
    let key = EguiId::unique("order of the statement");
    let order = ui.data(|data| data.get_temp(key)).unwrap_or(DEAREST_FIRST);
    let unit = findings.money_unit();
    let columns = columns(found);
    let in_unit = |spec: ColumnSpec<'static>| match spec.unit {
        "" => spec,
        _ => ColumnSpec {
            unit: unit.sign(),
            ..spec
        },
    };
    let specs: Vec<ColumnSpec<'_>> = columns.iter().map(|(_, spec)| in_unit(*spec)).collect();
    let at = columns.iter().position(|(what, _)| *what == order.by);
    let sort = at.map(|column| Sort {
        column,
        direction: order.direction,
    });
    let mut lines: Vec<(&StatementLine, String)> = found
        .lines
        .iter()
        .map(|it| (it, name(findings, it.partnership)))
        .collect();
    lines.sort_by(|a, b| compare(a, b, order, basis));
    let n = lines.len();
    let row_key = |row: usize| EguiId::unique(lines.get(row).map(|(it, _)| it.partnership));
    let said = |row: usize| match lines.get(row) {
        Some((it, name)) => format!(
            "{name}, bears {}",
            total_text(*it.figures.borne.get(basis), unit)
        ),
        None => "All together".to_owned(),
    };
    let shown = Grid::new(EguiId::unique("statement table"), "Statement", &specs)
        .row_key(&row_key)
        .selectable(&said)
        .show(ui, n.saturating_add(1), sort, |row, column, cell| {
            let Some((what, _)) = columns.get(column) else {
                return;
            };
            match (lines.get(row), what) {
                (Some((_, name)), What::Name) => drop(cell.link(None, name)),
                (Some((it, _)), _) => match text(&it.figures, *what, (basis, unit)) {
                    Some(text) => drop(cell.text(&text)),
                    None => drop(cell.muted(NOT_KNOWN)),
                },
                (None, What::Name) => drop(cell.strong("All together")),
                (None, _) => {
                    let text = text(&found.all, *what, (basis, unit));
                    cell.strong(text.as_deref().unwrap_or(NOT_KNOWN));
                }
            }
        });
    if let Some(sort) = shown.sort_clicked
        && let Some((by, _)) = columns.get(sort.column)
    {
        let order = Order {
            by: *by,
            direction: sort.direction,
        };
        ui.data_mut(|data| data.insert_temp(key, order));
    }
    let opened = shown.opened_row.or(shown.clicked_row);
    if let Some((line, _)) = opened.and_then(|row| lines.get(row)) {
        page.view.show(Page::Partnership(line.partnership));
        ui.ctx().request_repaint();
    }
}

/// What stands in a column of figures; nothing where it is not known.
fn text(it: &StatementFigures, what: What, (basis, unit): (Basis, MoneyUnit)) -> Option<String> {
    let share = |amount: Money| Total {
        amount,
        is_at_least: *it.shared_is_at_least.get(basis),
    };
    match what {
        What::Hours => Some(display::hours_figure(it.opportunity_hours)),
        What::Share => it
            .shared
            .get(basis)
            .map(|amount| marked(share(amount), unit)),
        What::Beyond => it
            .beyond
            .get(basis)
            .map(|amount| display::money_figure_in(amount, unit)),
        _ => total_of(it, what, basis).map(|total| marked(total, unit)),
    }
}

/// The words would be cut; a screen reader says them.
fn marked(total: Total, unit: MoneyUnit) -> String {
    let text = display::money_figure_in(total.amount, unit);
    if total.is_at_least {
        format!("≥ {text}")
    } else {
        text
    }
}

fn total_of(it: &StatementFigures, what: What, basis: Basis) -> Option<Total> {
    Some(match what {
        What::Bears => *it.borne.get(basis),
        What::Money => it.direct,
        What::Time => it.opportunity,
        What::InKind => it.in_kind,
        What::Programme => it.programme,
        What::IntoPools => it.paid_into_pools,
        What::Receives => it.received,
        What::ToLeave => it.exit,
        What::Name | What::Hours | What::Share | What::Beyond => return None,
    })
}

fn compare(
    (a, a_name): &(&StatementLine, String),
    (b, b_name): &(&StatementLine, String),
    order: Order,
    basis: Basis,
) -> Ordering {
    let (x, y) = (&a.figures, &b.figures);
    let by = match order.by {
        What::Name => a_name.to_lowercase().cmp(&b_name.to_lowercase()),
        What::Hours => x.opportunity_hours.cmp(&y.opportunity_hours),
        What::Share => x.shared.get(basis).cmp(y.shared.get(basis)),
        What::Beyond => x.beyond.get(basis).cmp(y.beyond.get(basis)),
        what => {
            let of = |it| total_of(it, what, basis).map(|it| it.amount);
            of(x).cmp(&of(y))
        }
    };
    let by = match order.direction {
        Direction::Ascending => by,
        Direction::Descending => by.reverse(),
    };
    by.then_with(|| a_name.cmp(b_name))
}
