//! What each typed range does to a figure between its two ends, the widest first: where better evidence would help most.

use crate::chart::catalogue::{ChartKind, PartnershipChart};
use crate::chart::chart::{Body, Cell, Chart, Content, Figure, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs, nothing};
use crate::chart::{wording, worth_wording as say};
use crate::costing::basis::Basis;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::inputs::{AnyInput, input_at};
use crate::model::register::Register;
use crate::uncertainty::figure_text::{label, short, text};
use crate::uncertainty::output::Output;
use crate::uncertainty::ranges::FactKey;
use crate::uncertainty::sensitivity::{Bar, Tornado};
use crate::units::display;
use crate::units::id::{Id, InputId};
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Quantity, Unit};
use rust_decimal::Decimal;

const ID: &str = "tornado";
const LABEL: &str = "What matters most";

/// The chart of all partnerships together.
pub const CHART: ChartKind = ChartKind {
    id: ID,
    label: LABEL,
    description: "Which ranges move the result most, from their low to their high end",
    needs: Needs::Sensitivity,
    draw,
};

/// The chart of one partnership.
pub const OF_ONE: PartnershipChart = PartnershipChart {
    id: ID,
    label: LABEL,
    description: "Which ranges move the result most, from their low to their high end",
    needs: Needs::Sensitivity,
    draw: draw_one,
};

/// As many facts as are drawn; the table has all.
const MOST_ROWS: usize = 15;

/// As many facts as a note names of those that cannot move the figure.
const N_IDLE: usize = 3;

/// Bars to both sides of a central figure.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoBars {
    /// The partnership it is of; blank is all together.
    pub partnership: Option<Id>,
    /// The figure with every fact at its central value.
    pub central: Figure,
    /// What is said at the line of the central figure.
    pub central_title: String,
    /// The widest first; none where there is nothing to draw.
    pub rows: Vec<TornadoRow>,
    /// How many more there are.
    pub more: Option<String>,
    /// What is measured across.
    pub scale: Across,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// What is across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Across {
    /// Amounts of money in this unit.
    Money(MoneyUnit),
    /// Plain numbers.
    Number,
}

/// A fact.
#[derive(Clone, Debug, PartialEq)]
pub struct TornadoRow {
    /// What it is called, in full.
    pub name: String,
    /// The figure at its low end, and that end as it is typed.
    pub low: (f64, String),
    /// The figure at its high end, and that end as it is typed.
    pub high: (f64, String),
    /// The name and the figures, in lines.
    pub hover: String,
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The least that something may be.
    Low,
    /// The most.
    High,
}

/// Draws all partnerships together.
pub fn draw(findings: &Findings, _: Basis, doubts: Doubts<'_>) -> Chart {
    let has_priced = say::is_any_priced(findings);
    draw_tornado(findings, None, usual(doubts.tornadoes, has_priced))
}

/// Draws one partnership.
pub fn draw_one(
    findings: &Findings,
    found: &PartnershipFindings,
    _: Basis,
    doubts: Doubts<'_>,
) -> Chart {
    let has_priced = say::has_priced(&found.appraisal);
    draw_tornado(findings, Some(found), usual(doubts.tornadoes, has_priced))
}

/// The net present social value where a benefit has a price and a range moves it, else the annual cost.
fn usual(tornadoes: &[Tornado], has_priced: bool) -> Option<&Tornado> {
    let of = |output| tornadoes.iter().find(|it| it.output == output);
    let worth = of(Output::Npsv).filter(|it| has_priced && !it.bars.is_empty());
    worth.or_else(|| of(Output::AnnualCost(Basis::Full)))
}

/// Draws the tornado of any figure, of one partnership or of all together.
pub fn draw_tornado(
    findings: &Findings,
    found: Option<&PartnershipFindings>,
    tornado: Option<&Tornado>,
) -> Chart {
    Draft {
        findings,
        found,
        tornado,
        register: &findings.register,
        unit: findings.money_unit(),
    }
    .chart()
}

struct Draft<'f> {
    findings: &'f Findings,
    found: Option<&'f PartnershipFindings>,
    tornado: Option<&'f Tornado>,
    register: &'f Register,
    unit: MoneyUnit,
}

impl Draft<'_> {
    fn chart(&self) -> Chart {
        let rows: Vec<TornadoRow> = self.bars().iter().map(|bar| self.row(bar)).collect();
        let title = self.title(&rows);
        let subtitle = self.subtitle();
        let key = |end, label: &str| Key {
            swatch: Swatch::End(end),
            label: label.to_owned(),
        };
        let legend = if rows.is_empty() {
            Vec::new()
        } else {
            vec![vec![
                key(End::Low, "At its low end"),
                key(End::High, "At its high end"),
            ]]
        };
        let shown = rows.len().min(MOST_ROWS);
        let n_more = rows.len().saturating_sub(shown);
        let table = self.table(&rows);
        let alt = self.alt(&title, &subtitle, &rows);
        let more = display::count(
            n_more,
            "more, which moves it less",
            "more, which move it less",
        );
        Chart {
            title,
            subtitle,
            note: self.note(),
            alt,
            legend,
            table,
            body: Body::Tornado(TornadoBars {
                partnership: self.found.map(|it| it.id),
                central: self.central(),
                central_title: self.central_title(),
                rows: rows.into_iter().take(MOST_ROWS).collect(),
                more: (n_more > 0).then(|| format!("… and {more}")),
                scale: match self.output() {
                    Output::Bcr | Output::Score => Across::Number,
                    _ => Across::Money(self.unit),
                },
                when_empty: nothing(self.findings, self.tornado.is_some()),
            }),
        }
    }

    fn bars(&self) -> &[Bar] {
        self.tornado.map_or(&[], |it| &it.bars)
    }

    fn output(&self) -> Output {
        self.tornado.map_or(Output::Npsv, |it| it.output)
    }

    /// What the figure is called inside a sentence.
    fn figure(&self) -> String {
        let label = label(self.register, self.output());
        match self.output() {
            Output::AnnualCost(Basis::Full) => "annual cost".to_owned(),
            Output::AnnualCost(Basis::Exhibit2) => "annual cost, as in Exhibit 2".to_owned(),
            // These begin with the name of an option.
            Output::OptionNpsv(_) | Output::OptionIncremental(_) => label,
            _ => {
                let mut letters = label.chars();
                let first = letters.next().map(char::to_lowercase);
                first.into_iter().flatten().chain(letters).collect()
            }
        }
    }

    /// The figure of the findings that it is, as far as one stands for it.
    fn id(&self) -> FigureId {
        let measure = match self.output() {
            Output::AnnualCost(basis) => Measure::AnnualCost(basis),
            Output::Score => Measure::Achievement,
            Output::CostPerPoint => Measure::CostPerPoint(Basis::Full),
            Output::Pvc => Measure::Worth(WorthMeasure::AsItIs(Yardstick::Pvc)),
            Output::Pvb => Measure::Worth(WorthMeasure::AsItIs(Yardstick::Pvb)),
            Output::Bcr => Measure::Worth(WorthMeasure::AsItIs(Yardstick::Bcr)),
            _ => Measure::Worth(WorthMeasure::AsItIs(Yardstick::Npsv)),
        };
        FigureId {
            of: self.found.map(|it| it.id),
            measure,
        }
    }

    fn short(&self, value: f64) -> String {
        short(self.output(), value, self.unit)
    }

    fn long(&self, value: f64) -> String {
        text(self.output(), value, self.unit)
    }

    fn central(&self) -> Figure {
        let value = self.tornado.map_or(0.0, |it| it.central);
        Figure {
            value,
            text: self.short(value),
            id: self.id(),
        }
    }

    fn central_title(&self) -> String {
        format!(
            "{} {}",
            display::capitalised(&self.figure()),
            self.central().text
        )
    }

    /// What a fact is called; among all partnerships with the one that it belongs to.
    fn name(&self, fact: &FactKey) -> String {
        fact.label(self.register, self.found.map(|it| it.id))
    }

    fn row(&self, bar: &Bar) -> TornadoRow {
        let name = self.name(&bar.fact);
        let (low, high) = ends(self.register, &bar.inputs);
        let hover = [
            name.clone(),
            format!("At {low}: {}", self.long(bar.at_low)),
            format!("At {high}: {}", self.long(bar.at_high)),
        ];
        TornadoRow {
            low: (bar.at_low, low),
            high: (bar.at_high, high),
            hover: hover.join("\n"),
            name,
        }
    }

    fn of(&self) -> &str {
        self.found.map_or("all partnerships together", say::name)
    }

    fn title(&self, rows: &[TornadoRow]) -> String {
        let (of, figure) = (self.of(), self.figure());
        match rows {
            [] => display::capitalised(&format!("what moves the {figure} of {of}")),
            [only] => format!("{} alone moves the {figure} of {of}", only.name),
            [first, ..] => {
                let (low, high) = (first.low.0, first.high.0);
                let from = self.short(low.min(high));
                let to = self.short(low.max(high));
                format!(
                    "{} moves the {figure} of {of} most: from {from} to {to}",
                    first.name
                )
            }
        }
    }

    fn subtitle(&self) -> String {
        let figure = display::capitalised(&self.figure());
        let start = format!(
            "{figure} with one range at a time at its low and at its high end, the others as they are"
        );
        match self.output() {
            Output::AnnualCost(basis) => {
                format!("{start}, {}. {}.", self.findings.year, basis.label())
            }
            _ => format!("{start}."),
        }
    }

    fn note(&self) -> String {
        let mut said = match self.found {
            Some(found) if !matches!(self.output(), Output::AnnualCost(_)) => {
                say::notes(self.findings, found)
            }
            _ => vec![wording::source(self.findings)],
        };
        if let Output::AnnualCost(basis) = self.output() {
            said.push(wording::basis_note(basis).to_owned());
        }
        let Some(tornado) = self.tornado else {
            return said.join(" ");
        };
        if !tornado.bars.is_empty() {
            said.push("Beside each bar stand the ends of the range.".to_owned());
        }
        let idle = &tornado.idle;
        if !idle.is_empty() {
            let n = display::count(idle.len(), "range cannot move it", "ranges cannot move it");
            let named = idle.iter().take(N_IDLE).map(|fact| self.name(fact));
            let mut names: Vec<String> = named.map(|name| format!("“{name}”")).collect();
            match idle.len().saturating_sub(N_IDLE) {
                0 => {}
                n => names.push(display::count(n, "other", "others")),
            }
            said.push(format!("{n}: {}.", wording::list(&names)));
        }
        said.join(" ")
    }

    fn alt(&self, title: &str, subtitle: &str, rows: &[TornadoRow]) -> String {
        if rows.is_empty() {
            return format!("{subtitle} There is nothing to draw.");
        }
        let first = say::spoken(rows.iter().take(3).map(|row| row.hover.as_str()));
        let rest = if rows.len() > 3 {
            " The table has every range."
        } else {
            ""
        };
        format!(
            "{title}. {subtitle} Bars about {}. {first}{rest}",
            self.central().text
        )
    }

    fn table(&self, rows: &[TornadoRow]) -> Table {
        let figure = display::capitalised(&self.figure());
        let at_low = format!("{figure} at the low end");
        let at_high = format!("{figure} at the high end");
        let mut table = Table::with(&[
            ("Range", Content::Words),
            ("Low end", Content::Figures),
            ("High end", Content::Figures),
            (&at_low, Content::Figures),
            (&at_high, Content::Figures),
            ("Difference", Content::Figures),
        ]);
        let rows = rows.iter().zip(self.bars()).map(|(row, bar)| {
            let cells = [
                row.name.clone(),
                row.low.1.clone(),
                row.high.1.clone(),
                self.long(bar.at_low),
                self.long(bar.at_high),
                self.long(bar.swing()),
            ];
            cells.map(Cell::words).to_vec()
        });
        table.rows = rows.collect();
        table
    }
}

/// The two ends of a fact as they are typed; in words where its inputs are not alike.
fn ends(register: &Register, inputs: &[InputId]) -> (String, String) {
    let of_one = |at: &InputId| {
        let input = input_at(register, *at)?;
        let (low, high) = ends_of(input)?;
        let unit = input.unit();
        Some((typed(low, unit), typed(high, unit)))
    };
    let mut all = inputs.iter().map(of_one);
    match all.next().flatten() {
        Some(first) if all.all(|it| it.as_ref() == Some(&first)) => first,
        _ => ("low".to_owned(), "high".to_owned()),
    }
}

fn ends_of(input: &dyn AnyInput) -> Option<(Decimal, Decimal)> {
    if let Some((amount, _)) = input.event() {
        return Some((amount.min(Decimal::ZERO), amount.max(Decimal::ZERO)));
    }
    let likely = input.decimal()?;
    Some((
        input.low().unwrap_or(likely),
        input.high().unwrap_or(likely),
    ))
}

/// A quantity as it is typed, with its unit: `£1,200`, `1.5 h`, `20%`.
fn typed(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Money if value.fract().is_zero() => display::money(Money::new(value)),
        _ => display::figure(value, unit),
    }
}
