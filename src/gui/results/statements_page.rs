//! One partner's statement: what it bears of every partnership, its share under the rules, and what it gets.

use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::record_name::partner_name;
use crate::findings::statement::{Statement, StatementFigures, StatementLine, statement};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::Page;
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::report::statement::{NOT_KNOWN, for_a_spreadsheet, headline, name, shared};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Money;

const COLUMNS: [ColumnSpec<'static>; 12] = [
    ColumnSpec::text("Partnership", Width::AtLeast(168.0)).sortable(),
    ColumnSpec::number("Bears", "£", Width::Exact(96.0)).sortable(),
    ColumnSpec::number("Money", "£", Width::Exact(92.0)).sortable(),
    ColumnSpec::number("Time", "£", Width::Exact(84.0)).sortable(),
    ColumnSpec::number("In kind", "£", Width::Exact(88.0)).sortable(),
    ColumnSpec::number("Hours", "", Width::Exact(72.0)).sortable(),
    ColumnSpec::number("Its share", "£", Width::Exact(100.0)).sortable(),
    ColumnSpec::number("Beyond", "£", Width::Exact(96.0)).sortable(),
    ColumnSpec::number("Programme", "£", Width::Exact(112.0)).sortable(),
    ColumnSpec::number("Into pools", "£", Width::Exact(104.0)).sortable(),
    ColumnSpec::number("Receives", "£", Width::Exact(98.0)).sortable(),
    ColumnSpec::number("To leave", "£", Width::Exact(96.0)).sortable(),
];

/// The order before anybody sorts: what it bears most of first.
const DEAREST_FIRST: Sort = Sort {
    column: 1,
    direction: Direction::Descending,
};

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
            page.view.page = Page::Partners;
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
    if let Some(said) = shared(&found, basis) {
        ui.add(Label::new(said).wrap());
    }
    let note = match basis {
        Basis::Full => "",
        Basis::Exhibit2 => " Money, time and in kind are of the full cost.",
    };
    let about = format!(
        "Running cost, {}, {}; programme spending stands beside it. What goes into pools and what is received are no \
         cost, and what it takes to leave is paid once.{note}",
        basis.label().to_lowercase(),
        findings.year,
    );
    ui.add(Label::new(theme::muted(about)).wrap());
    ui.add_space(S8);
    if !found.lines.is_empty() {
        table(ui, page, findings, &found, basis);
    }
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
    let sort = ui.data(|data| data.get_temp(key)).unwrap_or(DEAREST_FIRST);
    let mut lines: Vec<(&StatementLine, String)> = found
        .lines
        .iter()
        .map(|it| (it, name(findings, it.partnership)))
        .collect();
    lines.sort_by(|a, b| compare(a, b, sort, basis));
    let n = lines.len();
    let row_key = |row: usize| EguiId::unique(lines.get(row).map(|(it, _)| it.partnership));
    let said = |row: usize| match lines.get(row) {
        Some((it, name)) => {
            let borne = *it.figures.borne.get(basis);
            format!("{name}, bears £{}", in_words(borne))
        }
        None => "All together".to_owned(),
    };
    let shown = Grid::new(EguiId::unique("statement table"), "Statement", &COLUMNS)
        .row_key(&row_key)
        .selectable(&said)
        .show(
            ui,
            n.saturating_add(1),
            Some(sort),
            |row, column, cell| match (lines.get(row), column) {
                (Some((_, name)), 0) => drop(cell.link(None, name)),
                (Some((it, _)), _) => {
                    let text = text(&it.figures, column, basis);
                    if text == NOT_KNOWN {
                        cell.muted(&text);
                    } else {
                        cell.text(&text);
                    }
                }
                (None, 0) => drop(cell.strong("All together")),
                (None, _) => drop(cell.strong(&text(&found.all, column, basis))),
            },
        );
    if let Some(sort) = shown.sort_clicked {
        ui.data_mut(|data| data.insert_temp(key, sort));
    }
    let opened = shown.opened_row.or(shown.clicked_row);
    if let Some((line, _)) = opened.and_then(|row| lines.get(row)) {
        page.view.page = Page::Partnership(line.partnership);
        ui.ctx().request_repaint();
    }
}

fn in_words(total: Total) -> String {
    let text = display::money_figure(total.amount);
    if total.is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

/// What stands in a column of figures.
fn text(it: &StatementFigures, column: usize, basis: Basis) -> String {
    let part =
        |amount: Option<Money>| amount.map_or_else(|| NOT_KNOWN.to_owned(), display::money_figure);
    match column {
        5 => display::hours_figure(it.hours),
        6 => part(*it.shared.get(basis)),
        7 => part(*it.beyond.get(basis)),
        _ => total_at(it, column, basis).map_or_else(String::new, marked),
    }
}

/// The words would be cut; a screen reader says them.
fn marked(total: Total) -> String {
    let text = display::money_figure(total.amount);
    if total.is_at_least {
        format!("≥ {text}")
    } else {
        text
    }
}

fn total_at(it: &StatementFigures, column: usize, basis: Basis) -> Option<Total> {
    Some(match column {
        1 => *it.borne.get(basis),
        2 => it.direct,
        3 => it.opportunity,
        4 => it.in_kind,
        8 => it.programme,
        9 => it.paid_into_pools,
        10 => it.received,
        11 => it.exit,
        _ => return None,
    })
}

fn compare(
    (a, a_name): &(&StatementLine, String),
    (b, b_name): &(&StatementLine, String),
    sort: Sort,
    basis: Basis,
) -> Ordering {
    let (x, y) = (&a.figures, &b.figures);
    let order = match sort.column {
        0 => a_name.to_lowercase().cmp(&b_name.to_lowercase()),
        5 => x.hours.cmp(&y.hours),
        6 => x.shared.get(basis).cmp(y.shared.get(basis)),
        7 => x.beyond.get(basis).cmp(y.beyond.get(basis)),
        column => {
            let of = |it| total_at(it, column, basis).map(|it| it.amount);
            of(x).cmp(&of(y))
        }
    };
    let order = match sort.direction {
        Direction::Ascending => order,
        Direction::Descending => order.reverse(),
    };
    order.then_with(|| a_name.cmp(b_name))
}
