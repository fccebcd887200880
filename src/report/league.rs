//! A league table: partnerships ranked by any figure, in groups with what each group comes to; the window, the clipboard,
//! the file and the command line all show this one.

use std::cmp::Ordering;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::report::league_column::{Column, Kind, Value};
use crate::report::league_group::{Grouping, Members, groups};
use crate::report::league_notes::notes;
use crate::report::summary::name_text;
use crate::units::id::Id;
use crate::units::{display, exact};

/// The order of the rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column that they are ranked by.
    pub by: Column,
    /// Whether the largest, the latest or Z stands first.
    pub is_descending: bool,
}

impl Order {
    /// The order that a column is first wanted in: figures from the largest, words from A, days from the soonest.
    pub const fn first_by(by: Column) -> Self {
        Self {
            by,
            is_descending: by.starts_with_the_largest(),
        }
    }
}

/// What a table shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choices {
    /// The columns, in their fixed order; the name is always there.
    pub columns: Vec<Column>,
    /// The order of the rows.
    pub order: Order,
    /// What they are grouped by.
    pub grouping: Grouping,
}

impl Default for Choices {
    fn default() -> Self {
        let columns = [
            Column::Name,
            Column::Cost,
            Column::Time,
            Column::Ours,
            Column::Hours,
            Column::SeniorDays,
            Column::Achievement,
            Column::CostPerPoint,
        ];
        Self {
            columns: columns.to_vec(),
            order: Order::first_by(Column::Cost),
            grouping: Grouping::None,
        }
    }
}

impl Choices {
    /// Shows a column, or hides it; the one that is ranked by and the name stay.
    pub fn turn(&mut self, column: Column) {
        if self.columns.contains(&column) {
            let is_needed = column == Column::Name || column == self.order.by;
            self.columns.retain(|it| *it != column || is_needed);
        } else {
            self.columns.push(column);
            self.columns.sort_unstable();
        }
    }

    /// Ranks by a column, which is then shown.
    pub fn rank_by(&mut self, order: Order) {
        self.order = order;
        if !self.columns.contains(&order.by) {
            self.turn(order.by);
        }
    }
}

/// A place in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// 1 for the first.
    pub place: usize,
    /// Whether another shares it.
    pub is_shared: bool,
}

impl Rank {
    /// `3`, or `3=` where another shares it.
    pub fn text(self) -> String {
        let mark = if self.is_shared { "=" } else { "" };
        format!("{}{mark}", self.place)
    }
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, with what it comes to.
    Group(usize),
    /// A partnership, by its place in the findings.
    Partnership {
        /// The group it stands in.
        group: usize,
        /// Its place in the findings.
        at: usize,
        /// Its rank in the group; nothing where the figure is not known or "at least", and for words.
        rank: Option<Rank>,
    },
    /// What all that are shown come to.
    All,
}

/// A group of rows.
#[derive(Clone, Debug)]
pub struct Group {
    /// What its rows have in common; blank where nothing is grouped.
    pub name: String,
    /// The findings of these alone.
    pub findings: Arc<Findings>,
}

/// A bar from nought: both ends as shares of the room of its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The place of nought.
    pub zero: Decimal,
    /// The place of the figure; left of nought where it is below.
    pub end: Decimal,
}

/// The least and the most of a column, nought between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Scale {
    least: Decimal,
    most: Decimal,
}

/// The table, composed.
#[derive(Clone, Debug)]
pub struct League {
    /// What it is of: only what is shown.
    pub findings: Arc<Findings>,
    /// The basis of its costs.
    pub basis: Basis,
    /// What was chosen.
    pub choices: Choices,
    /// The groups, in order.
    pub groups: Vec<Group>,
    /// The lines, from the top.
    pub lines: Vec<Line>,
    /// What a reader has to know of it, a sentence each.
    pub notes: Vec<String>,
    scales: Vec<Scale>,
}

/// Composes the table of these findings.
pub fn league(findings: &Arc<Findings>, basis: Basis, choices: &Choices) -> League {
    let mut lines = Vec::new();
    let mut of_groups = Vec::new();
    let standings = standings(findings, basis, choices.order);
    let is_grouped = choices.grouping != Grouping::None;
    for (group, Members { name, places }) in
        groups(findings, choices.grouping).into_iter().enumerate()
    {
        if is_grouped {
            lines.push(Line::Group(group));
        }
        let ranked = ranked(&standings, &places, choices.order);
        lines.extend(
            ranked
                .into_iter()
                .map(|(at, rank)| Line::Partnership { group, at, rank }),
        );
        let of_group = if is_grouped {
            Arc::new(findings.part(&places, name.clone()))
        } else {
            Arc::clone(findings)
        };
        of_groups.push(Group {
            name,
            findings: of_group,
        });
    }
    if findings.partnerships.len() > 1 {
        lines.push(Line::All);
    }
    let columns = &choices.columns;
    let mut made = League {
        findings: Arc::clone(findings),
        basis,
        choices: choices.clone(),
        groups: of_groups,
        lines,
        notes: Vec::new(),
        scales: columns
            .iter()
            .map(|column| scale(findings, basis, *column))
            .collect(),
    };
    made.notes = notes(&made);
    made
}

/// What a partnership is put in order by.
struct Standing {
    /// Known figures first, then those that are "at least", then those that are not known.
    class: u8,
    figure: i128,
    words: String,
    name: String,
}

fn standings(findings: &Findings, basis: Basis, order: Order) -> Vec<Standing> {
    let all = findings.partnerships.iter();
    all.map(|it| {
        let name = it.name.trim().to_lowercase();
        let (class, figure, words) = match order.by.of(findings, it, basis) {
            Value::Figure {
                value, is_at_least, ..
            } => (u8::from(is_at_least), exact::rank(value), String::new()),
            Value::Day(day) => (0, i128::from(day_number(day)), String::new()),
            Value::Words(words) if words.is_empty() => (2, 0, words),
            Value::Words(words) => (0, 0, words.to_lowercase()),
            Value::Nothing(_) => (2, 0, String::new()),
        };
        Standing {
            class,
            figure,
            words,
            name,
        }
    })
    .collect()
}

/// A number that rises from day to day.
fn day_number(day: jiff::civil::Date) -> i64 {
    let (year, month) = (i64::from(day.year()), i64::from(day.month()));
    let months = year.saturating_mul(12).saturating_add(month);
    months.saturating_mul(31).saturating_add(day.day().into())
}

/// The places in order, each with its rank.
fn ranked(standings: &[Standing], places: &[usize], order: Order) -> Vec<(usize, Option<Rank>)> {
    let of = |at: usize| standings.get(at);
    let turned = |it: Ordering| {
        if order.is_descending {
            it.reverse()
        } else {
            it
        }
    };
    let compare = |a: &Standing, b: &Standing| {
        let by = a.figure.cmp(&b.figure).then_with(|| a.words.cmp(&b.words));
        a.class.cmp(&b.class).then(turned(by))
    };
    let mut places = places.to_vec();
    places.sort_by(|a, b| match (of(*a), of(*b)) {
        (Some(x), Some(y)) => compare(x, y)
            .then_with(|| x.name.cmp(&y.name))
            .then(a.cmp(b)),
        _ => Ordering::Equal,
    });
    let has_rank = |at: usize| {
        let is_figure = order.by.kind().is_some();
        is_figure && of(at).is_some_and(|it| it.class == 0)
    };
    let is_tied = |a: Option<&usize>, b: Option<&usize>| match (a, b) {
        (Some(a), Some(b)) if has_rank(*a) && has_rank(*b) => {
            of(*a).map(|it| it.figure) == of(*b).map(|it| it.figure)
        }
        _ => false,
    };
    let mut first_of_tie = 0;
    let mut found = Vec::with_capacity(places.len());
    for (n, at) in places.iter().enumerate() {
        let before = n.checked_sub(1).and_then(|n| places.get(n));
        let after = places.get(n.saturating_add(1));
        let is_tied_above = is_tied(before, Some(at));
        if !is_tied_above {
            first_of_tie = n;
        }
        let rank = has_rank(*at).then(|| Rank {
            place: first_of_tie.saturating_add(1),
            is_shared: is_tied_above || is_tied(Some(at), after),
        });
        found.push((*at, rank));
    }
    found
}

/// Scores stand on 0 to 100, everything else between nought and its ends.
fn scale(findings: &Findings, basis: Basis, column: Column) -> Scale {
    let Some(kind) = column.kind() else {
        return Scale::default();
    };
    if kind == Kind::Score {
        return Scale {
            least: Decimal::ZERO,
            most: Decimal::ONE_HUNDRED,
        };
    }
    let mut scale = Scale::default();
    for it in &findings.partnerships {
        if let Value::Figure { value, .. } = column.of(findings, it, basis) {
            scale.least = scale.least.min(value);
            scale.most = scale.most.max(value);
        }
    }
    scale
}

impl League {
    /// The columns, the name first.
    pub fn columns(&self) -> &[Column] {
        &self.choices.columns
    }

    /// How many partnerships are shown.
    pub fn n_shown(&self) -> usize {
        self.findings.partnerships.len()
    }

    /// The partnership of a line.
    pub fn partnership(&self, line: usize) -> Option<&PartnershipFindings> {
        match self.lines.get(line)? {
            Line::Partnership { at, .. } => self.findings.partnerships.get(*at).map(AsRef::as_ref),
            Line::Group(_) | Line::All => None,
        }
    }

    /// The partnership that stands first.
    pub fn first(&self) -> Option<Id> {
        (0..self.lines.len()).find_map(|line| Some(self.partnership(line)?.id))
    }

    /// The rank that stands before a line: `3`, `3=`, and nothing where there is none.
    pub fn rank(&self, line: usize) -> Option<String> {
        match self.lines.get(line)? {
            Line::Partnership { rank, .. } => rank.map(Rank::text),
            Line::Group(_) | Line::All => None,
        }
    }

    /// What a line is called: a partnership, a group with how many it holds, or all together.
    pub fn name(&self, line: usize) -> String {
        let n = |findings: &Findings| display::count_figure(findings.partnerships.len());
        match self.lines.get(line) {
            Some(Line::Group(group)) => {
                let group = self.groups.get(*group);
                group.map_or_else(String::new, |it| {
                    format!("{} · {}", it.name, n(&it.findings))
                })
            }
            Some(Line::Partnership { .. }) => {
                let it = self.partnership(line);
                it.map_or_else(String::new, name_text)
            }
            Some(Line::All) => format!("All together · {}", n(&self.findings)),
            None => String::new(),
        }
    }

    /// What stands in a column of a line; nothing where a sum would say nothing.
    pub fn value(&self, line: usize, column: Column) -> Option<Value> {
        if column == Column::Name {
            return Some(Value::Words(self.name(line)));
        }
        match self.lines.get(line)? {
            Line::Group(group) => {
                let group = self.groups.get(*group)?;
                column.of_all(&group.findings, self.basis)
            }
            Line::Partnership { .. } => {
                let it = self.partnership(line)?;
                Some(column.of(&self.findings, it, self.basis))
            }
            Line::All => column.of_all(&self.findings, self.basis),
        }
    }

    /// The figure of a partnership in a column, where its basis can be asked for.
    pub fn figure(&self, line: usize, column: Column, value: &Value) -> Option<FigureId> {
        column.figure(self.partnership(line)?, self.basis, value)
    }

    /// The bar of a partnership in a column: on the same scale from top to bottom; none for what is not known.
    pub fn bar(&self, place: usize, value: &Value) -> Option<Bar> {
        let Value::Figure { value, .. } = value else {
            return None;
        };
        let Scale { least, most } = *self.scales.get(place)?;
        let room = exact::sub(most, least);
        let share = |value: Decimal| exact::div(exact::sub(value, least), room);
        Some(Bar {
            zero: share(Decimal::ZERO)?,
            end: share(*value)?,
        })
    }
}
