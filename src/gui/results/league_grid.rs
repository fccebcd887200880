//! A league table drawn: ranks, groups with what they come to, figures with small bars, and the figure that was asked for.

use std::sync::Arc;

use eframe::egui::{CornerRadius, Id as EguiId, Key, Pos2, Rect, Stroke, StrokeKind, Ui, pos2};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::costing::basis::Basis;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::gui::chrome::navigation::model_icon;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::gui::widgets::icon::Icon;
use crate::report::league::{Bar, Choices, League, Line, Order, league};
use crate::report::league_column::{Column, Kind, Value};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

/// How a league table is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// Names and figures.
    Plain,
    /// With ranks, bars and a button in each row that puts it beside others.
    Full,
}

/// What the user did to the table.
#[derive(Default)]
pub struct LeagueOutput {
    /// The partnership to open.
    pub opened: Option<Id>,
    /// The figure to explain.
    pub explained: Option<FigureId>,
    /// The order that is asked for.
    pub order: Option<Order>,
    /// The partnership to put beside others, or to take away from there.
    pub compared: Option<Id>,
}

/// The table that was composed last, kept while nothing of it changes.
#[derive(Clone)]
struct Kept(Arc<League>);

/// The table of these findings; composed again only where they, the basis or the choices are others.
pub fn composed(
    ui: &Ui,
    key: &str,
    findings: &Arc<Findings>,
    basis: Basis,
    choices: &Choices,
) -> Arc<League> {
    let key = EguiId::unique(("league", key));
    let kept: Option<Kept> = ui.data(|data| data.get_temp(key));
    if let Some(Kept(kept)) = kept
        && Arc::ptr_eq(&kept.findings, findings)
        && kept.basis == basis
        && kept.choices == *choices
    {
        return kept;
    }
    let made = Arc::new(league(findings, basis, choices));
    ui.data_mut(|data| data.insert_temp(key, Kept(Arc::clone(&made))));
    made
}

/// Shows the table in the room that `ui` has. `compared` are those that stand beside others already.
pub fn league_grid(
    ui: &mut Ui,
    name: &'static str,
    league: &League,
    (dress, compared): (Dress, &[Id]),
) -> LeagueOutput {
    let mut output = LeagueOutput::default();
    let unit = league.findings.money_unit();
    let is_full = dress == Dress::Full;
    let n_kept = if is_full { 2 } else { 1 };
    let specs = specs(league, dress, unit);
    let key = |line: usize| match league.lines.get(line) {
        Some(Line::Partnership { group, at, .. }) => EguiId::unique((*group, *at)),
        other => EguiId::unique(format!("{other:?}")),
    };
    let row_name = |line: usize| match league.rank(line) {
        Some(rank) => format!("{rank}, {}", league.name(line)),
        None => league.name(line),
    };
    let order = league.choices.order;
    let at = league.columns().iter().position(|it| *it == order.by);
    let sort = at.and_then(|at| {
        let column = (0..specs.len()).find(|place| stands(dress, *place) == Stands::Column(at))?;
        Some(Sort {
            column,
            direction: direction(order),
        })
    });
    let shown = Grid::new(EguiId::unique(("league table", name)), name, &specs)
        .row_key(&key)
        .selectable(&row_name)
        .keeping(n_kept)
        .show(ui, league.lines.len(), sort, |line, place, cell| {
            let whole = cell.rect;
            if is_full && league.partnership(line).is_some() {
                // Everything in the row stands above its bars.
                cell.rect.max.y -= 6.0;
            }
            match stands(dress, place) {
                Stands::Rank => rank_cell(cell, league, line),
                Stands::Compare => {
                    let asked = compare_cell(cell, league, line, compared);
                    output.compared = output.compared.or(asked);
                }
                Stands::Column(at) => {
                    if let Some(column) = league.columns().get(at) {
                        let bar = is_full.then_some(at);
                        let at = (line, *column, bar.map(|place| (place, whole)));
                        let explained = fill(cell, league, at, unit);
                        output.explained = output.explained.or(explained);
                    }
                }
            }
        });
    if let Some(Sort { column, direction }) = shown.sort_clicked
        && let Stands::Column(at) = stands(dress, column)
        && let Some(by) = league.columns().get(at)
    {
        output.order = Some(Order {
            by: *by,
            is_descending: direction == Direction::Descending,
        });
    }
    let id = |line: usize| league.partnership(line).map(|it| it.id);
    if is_full && let Some(line) = shown.current_row {
        // The button of a row is no stop of the keyboard; this key does the same.
        let is_asked = ui.input(|input| input.key_pressed(Key::C) && input.modifiers.is_none());
        if is_asked {
            output.compared = output.compared.or(id(line));
        }
    }
    // A click anywhere on a row opens it, unless it was on a figure, which explains itself, or on its button.
    let is_other = output.explained.is_some() || output.compared.is_some();
    let clicked = shown.clicked_row.filter(|_| !is_other);
    output.opened = shown.opened_row.or(clicked).and_then(id);
    output
}

/// What stands in a place of the row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stands {
    Rank,
    Compare,
    /// A column of the table, by its place there.
    Column(usize),
}

/// Rank, name, the button that compares, and the rest; without the first and the third where the table is plain.
fn stands(dress: Dress, place: usize) -> Stands {
    match (dress, place) {
        (Dress::Plain, at) => Stands::Column(at),
        (Dress::Full, 0) => Stands::Rank,
        (Dress::Full, 1) => Stands::Column(0),
        (Dress::Full, 2) => Stands::Compare,
        (Dress::Full, at) => Stands::Column(at.saturating_sub(2)),
    }
}

fn direction(order: Order) -> Direction {
    if order.is_descending {
        Direction::Descending
    } else {
        Direction::Ascending
    }
}

fn specs(league: &League, dress: Dress, unit: MoneyUnit) -> Vec<ColumnSpec<'static>> {
    let n = league.columns().len();
    let n = if dress == Dress::Full {
        n.saturating_add(2)
    } else {
        n
    };
    let of = |place| match stands(dress, place) {
        Stands::Rank => Some(ColumnSpec::number("Rank", "", Width::Exact(52.0))),
        Stands::Compare => Some(ColumnSpec::flag("Compare", Width::Exact(76.0))),
        Stands::Column(at) => Some(spec(*league.columns().get(at)?, unit)),
    };
    (0..n).filter_map(of).collect()
}

fn spec(column: Column, unit: MoneyUnit) -> ColumnSpec<'static> {
    let title = column.label();
    let spec = match (column, column.kind()) {
        (Column::Name, _) => ColumnSpec::text(title, Width::AtLeast(180.0)),
        (Column::Statutory, _) => ColumnSpec::text(title, Width::Exact(134.0)),
        (Column::Review, _) => ColumnSpec::text(title, Width::Exact(110.0)),
        (Column::Topic, _) => ColumnSpec::text(title, Width::Exact(130.0)),
        (_, None) => ColumnSpec::text(title, Width::Exact(150.0)),
        (_, Some(kind)) => {
            let sign = if kind == Kind::Money { unit.sign() } else { "" };
            ColumnSpec::number(title, sign, Width::Exact(width(column)))
        }
    };
    spec.sortable()
}

/// Wide enough for the title with its unit and the sign of its order.
fn width(column: Column) -> f32 {
    match column {
        Column::Cost
        | Column::Achievement
        | Column::Programme
        | Column::CostPerPoint
        | Column::CostPerExtraPoint => 116.0,
        Column::Ratio => 122.0,
        Column::SeniorDays => 112.0,
        Column::Pvc | Column::Pvb => 130.0,
        Column::Npsv => 106.0,
        Column::Hours => 78.0,
        _ => 92.0,
    }
}

fn rank_cell(cell: &mut CellUi<'_>, league: &League, line: usize) {
    if league.partnership(line).is_none() {
        return;
    }
    match league.rank(line) {
        Some(rank) => drop(cell.text(&rank)),
        None if league.choices.order.by.kind().is_some() => {
            let why = "Not ranked: the figure, or a part of it, is not known";
            cell.muted("–").on_hover_text(why);
        }
        None => {}
    }
}

fn compare_cell(
    cell: &mut CellUi<'_>,
    league: &League,
    line: usize,
    compared: &[Id],
) -> Option<Id> {
    let it = league.partnership(line)?;
    let is_compared = compared.contains(&it.id);
    let name = league.name(line);
    let (icon, said) = if is_compared {
        (Icon::Tick, format!("Take {name} out of the comparison"))
    } else {
        (Icon::Plus, format!("Compare {name}"))
    };
    let button = cell.button(icon, &said, "Put it beside others, or take it out: key C");
    button.clicked().then_some(it.id)
}

/// Fills one cell; gives the figure whose basis was asked for.
fn fill(
    cell: &mut CellUi<'_>,
    league: &League,
    (line, column, bar): (usize, Column, Option<(usize, Rect)>),
    unit: MoneyUnit,
) -> Option<FigureId> {
    let it = league.partnership(line);
    if column == Column::Name {
        let name = league.name(line);
        match it {
            Some(it) => drop(cell.link(Some(model_icon(it.model)), &name)),
            None => drop(cell.strong(&name)),
        }
        return None;
    }
    let value = league.value(line, column)?;
    let text = value.text(unit);
    let Some(it) = it else {
        cell.strong(&text);
        return None;
    };
    if let Some((place, rect)) = bar
        && let Some(bar) = league.bar(place, &value)
    {
        paint_bar(cell, rect, bar, value.is_at_least());
    }
    let figure = league.figure(line, column, &value);
    match (&value, figure) {
        (Value::Figure { .. }, Some(figure)) => {
            let spoken = text.replace('≥', display::AT_LEAST);
            let name = format!("{} {spoken}, {}, show basis", column.label(), it.name);
            cell.figure(&text, &name).clicked().then_some(figure)
        }
        (Value::Figure { .. } | Value::Day(_), _) => {
            cell.text(&text);
            None
        }
        _ => {
            cell.muted(&text);
            None
        }
    }
}

/// A thin bar below the figure, from nought; open where the figure is "at least". The figure says what the bar does.
fn paint_bar(cell: &CellUi<'_>, rect: Rect, bar: Bar, is_at_least: bool) {
    let palette = cell.palette();
    let room = rect.shrink2(eframe::egui::vec2(8.0, 0.0));
    let x = |share: Decimal| room.left() + room.width() * share.to_f32().unwrap_or_default();
    let (zero, end) = (x(bar.zero), x(bar.end));
    let bottom = room.bottom() - 3.0;
    let from: Pos2 = pos2(zero.min(end), bottom - 3.0);
    let rect = Rect::from_min_max(from, pos2(zero.max(end), bottom));
    let painter = cell.ui.painter();
    if is_at_least {
        let edge = Stroke::new(1.0, palette.accent);
        painter.rect_stroke(rect, CornerRadius::ZERO, edge, StrokeKind::Inside);
    } else {
        painter.rect_filled(rect, CornerRadius::ZERO, palette.accent);
    }
    if bar.zero > Decimal::ZERO {
        // Where a column has figures below nought, nought is marked.
        let line = Stroke::new(1.0, palette.border);
        painter.vline(zero, bottom - 6.0..=bottom + 2.0, line);
    }
}
