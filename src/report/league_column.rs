//! The columns of a league table: what each holds of a partnership, and of several together where that makes sense.

use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::costing::schedule::Total;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::query::{Counts, Severity};
use crate::report::summary::name_text;
use crate::report::worth::has_value;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Quantity};

/// A column of a league table, in the order that they stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// The partnership; always there.
    Name,
    /// Its model.
    Model,
    /// What it is about.
    Topic,
    /// Whether the law requires it.
    Statutory,
    /// Running cost of the year.
    Cost,
    /// The part of it that is money.
    Direct,
    /// The part of it that is people's time.
    Time,
    /// The part of it that is given.
    InKind,
    /// The part of it that we bear.
    Ours,
    /// Programme spending, beside it.
    Programme,
    /// Hours of people's time.
    Hours,
    /// Days of senior people's time.
    SeniorDays,
    /// Meetings in a full year.
    Meetings,
    /// Bodies that take part.
    Members,
    /// The achievement score.
    Achievement,
    /// Annual cost over the score.
    CostPerPoint,
    /// What a further point costs along the line of the lowest cost at each score.
    CostPerExtraPoint,
    /// The one that it is told to look at: it costs less and scores more.
    BetteredBy,
    /// Present value of costs.
    Pvc,
    /// Present value of benefits.
    Pvb,
    /// Net present social value.
    Npsv,
    /// Benefit–cost ratio.
    Ratio,
    /// What a careful reader would ask about it.
    Queries,
    /// When it is next reviewed.
    Review,
}

/// What a figure is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Pounds.
    Money,
    /// Hours.
    Hours,
    /// Days.
    Days,
    /// Points from 0 to 100.
    Score,
    /// Pounds for each pound.
    Ratio,
    /// Things.
    Count,
}

/// What stands in a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A figure.
    Figure {
        /// How much.
        value: Decimal,
        /// Of what.
        kind: Kind,
        /// Whether a part is not known, so that it is "at least", or of what is known.
        is_at_least: bool,
    },
    /// Words.
    Words(String),
    /// A day.
    Day(Date),
    /// Nothing, and why.
    Nothing(&'static str),
}

impl Column {
    /// Every column, in order.
    pub const ALL: [Self; 24] = [
        Self::Name,
        Self::Model,
        Self::Topic,
        Self::Statutory,
        Self::Cost,
        Self::Direct,
        Self::Time,
        Self::InKind,
        Self::Ours,
        Self::Programme,
        Self::Hours,
        Self::SeniorDays,
        Self::Meetings,
        Self::Members,
        Self::Achievement,
        Self::CostPerPoint,
        Self::CostPerExtraPoint,
        Self::BetteredBy,
        Self::Pvc,
        Self::Pvb,
        Self::Npsv,
        Self::Ratio,
        Self::Queries,
        Self::Review,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Name => "Partnership",
            Self::Model => "Model",
            Self::Topic => "Topic",
            Self::Statutory => "Required by law",
            Self::Cost => "Cost a year",
            Self::Direct => "Direct",
            Self::Time => "Time",
            Self::InKind => "In kind",
            Self::Ours => "Ours",
            Self::Programme => "Programme",
            Self::Hours => "Hours",
            Self::SeniorDays => "Senior days",
            Self::Meetings => "Meetings",
            Self::Members => "Members",
            Self::Achievement => "Achievement",
            Self::CostPerPoint => "Cost a point",
            Self::CostPerExtraPoint => "Extra point",
            Self::BetteredBy => "Bettered by",
            Self::Pvc => "PV of costs",
            Self::Pvb => "PV of benefits",
            Self::Npsv => "Net value",
            Self::Ratio => "Benefit for £1",
            Self::Queries => "Queries",
            Self::Review => "Next review",
        }
    }

    /// What it holds, in a sentence.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Name => "The partnership",
            Self::Model => "Which of the four models it follows",
            Self::Topic => "What it is about",
            Self::Statutory => "Whether the law requires it",
            Self::Cost => "Running cost of the year to all partners",
            Self::Direct => "Money paid, a year",
            Self::Time => "Paid people’s time, a year",
            Self::InKind => "What is given, a year",
            Self::Ours => "The part of the cost a year that we bear",
            Self::Programme => "Programme spending, beside the running cost",
            Self::Hours => "Hours of people’s time a year, nothing counted twice",
            Self::SeniorDays => "Days of senior people’s time a year",
            Self::Meetings => "Meetings in a full year",
            Self::Members => "Bodies that take part",
            Self::Achievement => "Progress against its own targets, 0 to 100",
            Self::CostPerPoint => "Cost a year over the score",
            Self::CostPerExtraPoint => {
                "What a further point costs along the line of the lowest cost at each score"
            }
            Self::BetteredBy => "One that costs less and scores clearly more: ask why",
            Self::Pvc => "Present value of costs",
            Self::Pvb => "Present value of benefits",
            Self::Npsv => "Net present social value: benefits less costs",
            Self::Ratio => "Benefit–cost ratio: benefit for each £1 of cost",
            Self::Queries => "What a careful reader would ask: errors and warnings",
            Self::Review => "When it is next reviewed",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Model => "model",
            Self::Topic => "topic",
            Self::Statutory => "statutory",
            Self::Cost => "annual-cost",
            Self::Direct => "direct",
            Self::Time => "opportunity",
            Self::InKind => "in-kind",
            Self::Ours => "ours",
            Self::Programme => "programme",
            Self::Hours => "hours",
            Self::SeniorDays => "senior-days",
            Self::Meetings => "meetings",
            Self::Members => "members",
            Self::Achievement => "achievement",
            Self::CostPerPoint => "cost-per-point",
            Self::CostPerExtraPoint => "cost-per-extra-point",
            Self::BetteredBy => "bettered-by",
            Self::Pvc => "pvc",
            Self::Pvb => "pvb",
            Self::Npsv => "npsv",
            Self::Ratio => "bcr",
            Self::Queries => "queries",
            Self::Review => "review",
        }
    }

    /// The column of this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }

    /// What its figures are numbers of; nothing for words and days.
    pub const fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Name
            | Self::Model
            | Self::Topic
            | Self::Statutory
            | Self::BetteredBy
            | Self::Review => return None,
            Self::Hours => Kind::Hours,
            Self::SeniorDays => Kind::Days,
            Self::Meetings | Self::Members | Self::Queries => Kind::Count,
            Self::Achievement => Kind::Score,
            Self::Ratio => Kind::Ratio,
            _ => Kind::Money,
        })
    }

    /// Whether the first order that is wanted of it is the largest first.
    pub const fn starts_with_the_largest(self) -> bool {
        self.kind().is_some()
    }

    /// The address of its figure, where its basis can be asked for.
    fn measure(self, basis: Basis) -> Option<Measure> {
        let worth = |it| Measure::Worth(WorthMeasure::AsItIs(it));
        Some(match self {
            Self::Cost => Measure::AnnualCost(basis),
            Self::Direct => Measure::Class(Class::Direct, basis),
            Self::Time => Measure::Class(Class::Opportunity, basis),
            Self::InKind => Measure::Class(Class::InKind, basis),
            Self::Ours => Measure::Ours(basis),
            Self::Programme => Measure::ProgrammeSpend,
            Self::Hours => Measure::HoursOfTime,
            Self::SeniorDays => Measure::SeniorDays,
            Self::Achievement => Measure::Achievement,
            Self::CostPerPoint => Measure::CostPerPoint(basis),
            Self::Pvc => worth(Yardstick::Pvc),
            Self::Pvb => worth(Yardstick::Pvb),
            Self::Npsv => worth(Yardstick::Npsv),
            Self::Ratio => worth(Yardstick::Bcr),
            _ => return None,
        })
    }

    /// The figure of a partnership, where there is one whose basis can be asked for.
    pub fn figure(self, it: &PartnershipFindings, basis: Basis, value: &Value) -> Option<FigureId> {
        let is_figure = matches!(value, Value::Figure { .. });
        let measure = self.measure(basis).filter(|_| is_figure)?;
        Some(FigureId::new(it.id, measure))
    }

    /// What it holds of a partnership.
    pub fn of(self, findings: &Findings, it: &PartnershipFindings, basis: Basis) -> Value {
        let annual = *it.annual_cost.get(basis);
        let worth = &it.appraisal.worth;
        let of_annual = |amount: Money| Total { amount, ..annual };
        match self {
            Self::Name => Value::Words(name_text(it)),
            Self::Model => Value::Words(it.model.label().to_owned()),
            Self::Topic => Value::Words(it.topic.trim().to_owned()),
            Self::Statutory => Value::Words(if it.is_statutory { "yes" } else { "" }.to_owned()),
            Self::Cost => money(annual),
            Self::Direct => class(it, Class::Direct, basis),
            Self::Time => class(it, Class::Opportunity, basis),
            Self::InKind => class(it, Class::InKind, basis),
            Self::Ours => match *it.ours.get(basis) {
                Some(ours) => money(of_annual(ours)),
                None => Value::Nothing(display::NOT_KNOWN),
            },
            Self::Programme => money(it.programme),
            Self::Hours => number(it.hours.all, Kind::Hours),
            Self::SeniorDays => number(it.senior_days, Kind::Days),
            Self::Meetings => match it.scale.meetings {
                Some(meetings) => number(meetings, Kind::Count),
                None => Value::Nothing(display::NOT_KNOWN),
            },
            Self::Members => counted(it.scale.members),
            Self::Achievement => match it.achievement.shown_score() {
                Some(score) => number(score, Kind::Score),
                None => Value::Nothing(NOT_SCORED),
            },
            Self::CostPerPoint => match *it.cost_per_point.get(basis) {
                Some(cost) => money(of_annual(cost)),
                None if it.achievement.shown_score().is_none() => Value::Nothing(NOT_SCORED),
                None => Value::Nothing(NOT_APPLICABLE),
            },
            Self::CostPerExtraPoint => {
                let extra = findings.portfolio.cost_per_extra_point.get(basis);
                match extra.get(&it.id) {
                    Some(cost) => number(*cost, Kind::Money),
                    None => Value::Nothing(NOT_APPLICABLE),
                }
            }
            Self::BetteredBy => {
                let better = findings.called_out(it.id, basis);
                Value::Words(better.map(name_text).unwrap_or_default())
            }
            Self::Pvc => money(worth.pvc),
            Self::Pvb | Self::Npsv | Self::Ratio if !worth.is_priced => Value::Nothing(NOT_PRICED),
            Self::Pvb => money(worth.pvb),
            Self::Npsv => money(Total {
                amount: worth.npsv,
                is_at_least: worth.pvc.is_at_least || worth.pvb.is_at_least,
            }),
            Self::Ratio => match worth.bcr {
                Some(ratio) => Value::Figure {
                    value: ratio.decimal(),
                    kind: Kind::Ratio,
                    is_at_least: worth.pvc.is_at_least || worth.pvb.is_at_least,
                },
                None => Value::Nothing(NOT_APPLICABLE),
            },
            Self::Queries => queries(it.n_queries),
            Self::Review => it.review.map_or(Value::Nothing("no date"), Value::Day),
        }
    }

    /// What it holds of several partnerships together; nothing where a sum would say nothing.
    pub fn of_all(self, findings: &Findings, basis: Basis) -> Option<Value> {
        let all = &findings.portfolio;
        let class = |class: Class| {
            money(Total {
                amount: (all.by_class.get(basis).get(&class))
                    .copied()
                    .unwrap_or_default(),
                is_at_least: all.incomplete_classes.get(basis).contains(&class),
            })
        };
        let worth = &all.worth;
        let are_priced = || findings.partnerships.iter().all(|it| has_value(it));
        Some(match self {
            Self::Cost => money(*all.annual_cost.get(basis)),
            Self::Direct => class(Class::Direct),
            Self::Time => class(Class::Opportunity),
            Self::InKind => class(Class::InKind),
            Self::Ours => money((*all.ours.get(basis))?),
            Self::Programme => money(all.programme),
            Self::Hours => number(all.hours.all, Kind::Hours),
            Self::SeniorDays => number(all.senior_days, Kind::Days),
            Self::Pvc => money(worth.pvc),
            // Benefits without a price would make the whole look worth less than it is.
            Self::Pvb if are_priced() => money(worth.pvb),
            Self::Npsv if are_priced() => money(Total {
                amount: worth.npsv,
                is_at_least: worth.pvc.is_at_least || worth.pvb.is_at_least,
            }),
            Self::Queries => queries(all.n_queries),
            _ => return None,
        })
    }
}

/// What stands where a score would.
const NOT_SCORED: &str = "not scored";
/// What stands where no benefit has a price.
const NOT_PRICED: &str = "not priced";
/// What stands where a figure makes no sense.
const NOT_APPLICABLE: &str = "–";

fn money(total: Total) -> Value {
    Value::Figure {
        value: total.amount.decimal(),
        kind: Kind::Money,
        is_at_least: total.is_at_least,
    }
}

fn number(it: impl Quantity, kind: Kind) -> Value {
    Value::Figure {
        value: it.decimal(),
        kind,
        is_at_least: false,
    }
}

fn counted(n: usize) -> Value {
    Value::Figure {
        value: Decimal::from(n),
        kind: Kind::Count,
        is_at_least: false,
    }
}

/// Notes are left out: they ask nothing of anybody.
fn queries(counts: Counts) -> Value {
    let errors = counts.get(Severity::Error);
    counted(errors.saturating_add(counts.get(Severity::Warning)))
}

fn class(it: &PartnershipFindings, class: Class, basis: Basis) -> Value {
    let amount = it.by_class.get(basis).get(&class).copied();
    money(Total {
        amount: amount.unwrap_or_default(),
        is_at_least: it.incomplete_classes.get(basis).contains(&class),
    })
}

impl Value {
    /// As it stands in a table whose header has the unit: `≥ 35,020`, `not scored`.
    pub fn text(&self, unit: MoneyUnit) -> String {
        match self {
            Self::Figure {
                value,
                kind,
                is_at_least,
            } => {
                let text = figure_text(*value, *kind, unit);
                if *is_at_least {
                    // The words would be cut; a screen reader says them.
                    format!("≥ {text}")
                } else {
                    text
                }
            }
            Self::Words(words) => words.clone(),
            Self::Day(day) => display::date(*day),
            Self::Nothing(why) => (*why).to_owned(),
        }
    }

    /// As it stands by itself: `at least £35,020`, `1,240 h`.
    pub fn in_full(&self, unit: MoneyUnit) -> String {
        match self {
            Self::Figure {
                value,
                kind,
                is_at_least,
            } => {
                let text = match kind {
                    Kind::Money => display::money_in(Quantity::new(*value), unit),
                    Kind::Hours => display::hours(Quantity::new(*value)),
                    _ => figure_text(*value, *kind, unit),
                };
                if *is_at_least {
                    display::at_least(&text)
                } else {
                    text
                }
            }
            other => other.text(unit),
        }
    }

    /// For other programs: figures to ten decimals, days as 2027-03-31.
    pub fn exact(&self) -> String {
        match self {
            Self::Figure { value, .. } => display::exact_text(*value),
            Self::Words(words) => words.clone(),
            Self::Day(day) => day.to_string(),
            Self::Nothing(why) => (*why).to_owned(),
        }
    }

    /// Whether a part of the figure is not known.
    pub fn is_at_least(&self) -> bool {
        matches!(
            self,
            Self::Figure {
                is_at_least: true,
                ..
            }
        )
    }
}

fn figure_text(value: Decimal, kind: Kind, unit: MoneyUnit) -> String {
    match kind {
        Kind::Money => display::money_figure_in(Quantity::new(value), unit),
        Kind::Hours => display::hours_figure(Quantity::new(value)),
        Kind::Days => display::days(Quantity::new(value)),
        Kind::Score => display::score(Quantity::new(value)),
        Kind::Ratio => display::pounds_ratio(Quantity::new(value)),
        Kind::Count => display::number(Quantity::new(value)),
    }
}
