//! The measures of an appraisal, each with what it says to somebody who does not know the terms.

use crate::costing::schedule::Total;
use crate::findings::appraisal::{Appraisal, CostPerOutcome, Payback, Worth};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::record_name::outcome_name;
use crate::model::register::Register;
use crate::report::summary::total_text;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Number};

/// What stands in place of a measure that makes no sense.
pub const NOT_APPLICABLE: &str = "not applicable";

/// What the measure is called where its value says that it is in years.
pub const PAYBACK: &str = "Payback";

/// One measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureLine {
    /// What finance officers call it.
    pub label: String,
    /// Its value, or that there is none.
    pub text: String,
    /// What it says in plain words; why there is none.
    pub about: String,
    /// The figure, where there is one.
    pub figure: Option<FigureId>,
}

/// The measures of going on as it is, the costs and benefits first; those that say nothing here are left out.
pub fn measures(register: &Register, found: &PartnershipFindings) -> Vec<MeasureLine> {
    let of = Measures {
        register,
        found,
        it: &found.appraisal,
        unit: register.settings.money_unit,
    };
    let mut lines = of.sums();
    lines.extend(of.ratios());
    lines.extend(of.a_year());
    let outcomes = found.appraisal.outcomes.iter();
    lines.extend(outcomes.map(|outcome| of.outcome(outcome)));
    lines
}

/// `10 years from 2026/27, in 2026/27 prices`.
pub fn terms(register: &Register, it: &Appraisal) -> String {
    let years = display::count(it.horizon.into(), "year", "years");
    let base = register.settings.base_year;
    format!("{years} from {}, in {base} prices", it.first_year)
}

struct Measures<'a> {
    register: &'a Register,
    found: &'a PartnershipFindings,
    it: &'a Appraisal,
    unit: MoneyUnit,
}

impl Measures<'_> {
    fn line(
        &self,
        label: impl Into<String>,
        measure: WorthMeasure,
        text: String,
        about: impl Into<String>,
    ) -> MeasureLine {
        MeasureLine {
            label: label.into(),
            text,
            about: about.into(),
            figure: Some(FigureId::new(self.found.id, Measure::Worth(measure))),
        }
    }

    fn yardstick(&self, it: Yardstick, text: String, about: impl Into<String>) -> MeasureLine {
        self.line(it.label(), WorthMeasure::AsItIs(it), text, about)
    }

    /// A measure that nothing is known of, as no benefit has a price.
    fn without(yardstick: Yardstick) -> MeasureLine {
        MeasureLine {
            label: yardstick.label().to_owned(),
            text: display::NOT_KNOWN.to_owned(),
            about: "No benefit has a price yet.".to_owned(),
            figure: None,
        }
    }

    fn money(&self, amount: Money) -> String {
        display::money_in(amount, self.unit)
    }

    fn total(&self, total: Total) -> String {
        total_text(total, self.unit)
    }

    /// A ratio of pounds, or why there is none.
    fn ratio(
        &self,
        yardstick: Yardstick,
        ratio: Option<Number>,
        about: impl Into<String>,
        none: &str,
    ) -> MeasureLine {
        match ratio {
            Some(ratio) => self.yardstick(yardstick, display::pounds_ratio(ratio), about),
            None => MeasureLine {
                label: yardstick.label().to_owned(),
                text: NOT_APPLICABLE.to_owned(),
                about: none.to_owned(),
                figure: None,
            },
        }
    }

    fn sums(&self) -> Vec<MeasureLine> {
        let worth = &self.it.worth;
        let is_part = worth.pvc.is_at_least || worth.pvb.is_at_least;
        let net = if is_part {
            "Benefits less costs, of what is known of both."
        } else {
            "Benefits less costs: what society is better off by."
        };
        let mut lines = vec![
            self.yardstick(
                Yardstick::Pvc,
                self.total(worth.pvc),
                "What it costs everybody; a later pound counts for less.",
            ),
            if worth.is_priced {
                self.yardstick(
                    Yardstick::Pvb,
                    self.total(worth.pvb),
                    "What it brings that has a price, in the same money; transfers left out.",
                )
            } else {
                Self::without(Yardstick::Pvb)
            },
            if worth.is_priced {
                self.yardstick(Yardstick::Npsv, self.money(worth.npsv), net)
            } else {
                Self::without(Yardstick::Npsv)
            },
        ];
        if let Some(npsv) = self.it.npsv_at_lower_rates {
            lines.push(self.line(
                "The same at lower discount rates",
                WorthMeasure::NpsvAtLowerRates,
                self.money(npsv),
                "Over more than fifty years the Green Book asks for this view too.",
            ));
        }
        lines
    }

    fn ratios(&self) -> Vec<MeasureLine> {
        if !self.it.worth.is_priced && self.it.worth.pvc.amount > Money::ZERO {
            return [
                Yardstick::Bcr,
                Yardstick::BcrPublic,
                Yardstick::FiscalReturn,
                Yardstick::CashReturn,
                Yardstick::Payback,
            ]
            .map(Self::without)
            .to_vec();
        }
        let Worth {
            bcr,
            bcr_public,
            fiscal_return,
            cash_return,
            band,
            payback,
            ..
        } = self.it.worth;
        let brings = "Benefit for each £1 of cost";
        let is_part = self.it.worth.pvc.is_at_least || self.it.worth.pvb.is_at_least;
        let known = if is_part {
            ", of what is known of both"
        } else {
            ""
        };
        let brings = match band {
            Some(band) => format!("{brings}{known}: by itself, {band} value for money."),
            None => format!("{brings}{known}."),
        };
        let mut lines = vec![
            self.ratio(
                Yardstick::Bcr,
                bcr,
                brings,
                "Its costs are not above nought.",
            ),
            self.ratio(
                Yardstick::BcrPublic,
                bcr_public,
                "Benefit for each £1 that public bodies and funders bear.",
                "Public bodies and funders bear no cost of it.",
            ),
            self.ratio(
                Yardstick::FiscalReturn,
                fiscal_return,
                "What public bodies save for each £1 they bear; not all is cash.",
                "Public bodies bear no cost of it.",
            ),
            self.ratio(
                Yardstick::CashReturn,
                cash_return,
                "Cash released to public bodies for each £1 of money they pay.",
                "Public bodies pay no money for it.",
            ),
        ];
        let measure = WorthMeasure::AsItIs(Yardstick::Payback);
        let about = "From when on it has brought more than it has cost.";
        lines.push(match payback {
            Payback::After(years) if years > Number::ZERO => {
                self.line(PAYBACK, measure, display::years(years), about)
            }
            Payback::After(_) => self.line(
                PAYBACK,
                measure,
                "at once".to_owned(),
                "In no year has it cost more than it has brought by then.",
            ),
            Payback::Never => MeasureLine {
                label: PAYBACK.to_owned(),
                text: "never".to_owned(),
                about: format!(
                    "It has not paid back after {}.",
                    display::count(self.it.horizon.into(), "year", "years")
                ),
                figure: None,
            },
        });
        lines
    }

    fn a_year(&self) -> Vec<MeasureLine> {
        let worth = &self.it.worth;
        let mut lines = Vec::new();
        if let Some(cost) = worth.equivalent_annual_cost {
            let total = Total {
                amount: cost,
                ..worth.pvc
            };
            lines.push(self.yardstick(
                Yardstick::EquivalentAnnualCost,
                self.total(total),
                "The costs of all years as one equal sum a year of service.",
            ));
        }
        if let Some(even) = worth.break_even {
            let about = if even > Money::ZERO && self.it.unpriced.is_empty() {
                "What more it would have to bring a year to come out even."
            } else if even > Money::ZERO {
                "What the unpriced would have to be worth for it to come out even."
            } else if self.it.unpriced.is_empty() {
                "It comes out even: no further benefit is needed."
            } else {
                "It comes out even without the benefits that have no price."
            };
            lines.push(self.line(
                "Break-even, a year",
                WorthMeasure::AsItIs(Yardstick::BreakEven),
                self.money(even),
                about,
            ));
        }
        if let Some(even) = self.it.break_even_per_point.filter(|it| *it > Money::ZERO) {
            lines.push(self.line(
                "Break-even, a point a year",
                WorthMeasure::BreakEvenPerPoint,
                self.money(even),
                "The same for each point of its achievement score.",
            ));
        }
        lines
    }

    fn outcome(&self, it: &CostPerOutcome) -> MeasureLine {
        let name = outcome_name(self.register, it.outcome);
        let unit = self
            .register
            .outcome(it.outcome)
            .map_or("", |it| it.unit.as_str());
        let unit = if unit.is_empty() { "unit" } else { unit };
        let n = display::number(it.units);
        self.line(
            format!("Cost per outcome: {name}"),
            WorthMeasure::Outcome(it.outcome),
            self.money(it.cost),
            format!("For each {unit}, of {n} in all, once its other benefits are counted."),
        )
    }
}
