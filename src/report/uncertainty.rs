//! What draws and variations of the inputs say, in words: what a fact is called, between what a figure lies, what it follows.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::findings::appraisal::Worth;
use crate::findings::findings::Findings;
use crate::model::estimate::SOURCE;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name, line_name_in};
use crate::model::register::Register;
use crate::report::doubt::{fact_name_in, field_of};
use crate::uncertainty::drivers::Driver;
use crate::uncertainty::figure_text;
use crate::uncertainty::likelihood::{Likelihood, correlation};
use crate::uncertainty::ranges::FactKey;
use crate::uncertainty::simulation::{Plan, Simulated};
use crate::uncertainty::statistics::Summary;
use crate::units::id::{Id, InputId};
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Fte, HourlyCost, Hours, Money, Number, Quantity, Unit};
use crate::units::{display, exact};

/// How one enters a range, said where there is none.
pub const HOW_TO_RANGE: &str = "Type a range in place of a figure that is in doubt, such as 40..50..75, 50 ±20%, or \
    30% of 12,000 for what may or may not happen.";

/// What facts of a register are called; made once, as a long list of them is looked up.
pub struct FactNames<'a> {
    register: &'a Register,
    /// Whether the names stand beside those of other partnerships.
    is_of_all: bool,
    ranged: BTreeMap<InputId, &'a dyn AnyInput>,
    partnership_of: BTreeMap<Id, &'a Partnership>,
}

impl<'a> FactNames<'a> {
    /// For one partnership, or for all together, where each name says whose it is.
    pub fn new(register: &'a Register, partnership: Option<Id>) -> Self {
        let mut ranged: BTreeMap<InputId, &'a dyn AnyInput> = BTreeMap::new();
        register.each_input(&mut |at, input| {
            if input.is_ranged() {
                ranged.insert(at, input);
            }
        });
        let mut partnership_of: BTreeMap<Id, &'a Partnership> = BTreeMap::new();
        for it in &register.partnerships {
            if partnership.is_none_or(|id| id == it.id) {
                it.each_id(|id| {
                    partnership_of.insert(id, it);
                });
            }
        }
        Self {
            register,
            is_of_all: partnership.is_none(),
            ranged,
            partnership_of,
        }
    }

    /// The question of a first estimate, the name that inputs move with, or the field and where it is typed.
    pub fn of(&self, fact: &FactKey, inputs: &[InputId]) -> String {
        let first = inputs.first();
        let owner = first.and_then(|it| self.partnership_of.get(&it.record));
        let whose = match owner {
            Some(owner) if self.is_of_all => format!(", {}", or_id(owner)),
            _ => String::new(),
        };
        let name = match fact {
            FactKey::Alone(at) => self.typed(&[*at]),
            // Of a first estimate the name that inputs move with is the question and whose it is.
            FactKey::Together(_) if first.is_some_and(|it| self.is_estimated(*it)) => {
                self.typed(inputs)
            }
            // A name may stand in several partnerships and belongs to none of them.
            FactKey::Together(name) => return display::capitalised(name),
        };
        format!("{name}{whose}")
    }

    fn typed(&self, inputs: &[InputId]) -> String {
        let Some(first) = inputs.first() else {
            return String::new();
        };
        let place = || match self.partnership_of.get(&first.record) {
            Some(owner) => line_name_in(self.register, owner, first.record),
            None => line_name(self.register, first.record),
        };
        fact_name_in(inputs, self.ranged.get(first).copied(), place)
    }

    fn is_estimated(&self, at: InputId) -> bool {
        let evidence = self.ranged.get(&at).and_then(|it| it.evidence());
        evidence.is_some_and(|it| it.source.trim().starts_with(SOURCE))
    }

    /// The low and the high end of a fact as they are typed: `2 h` and `5 h`; in words where it has several inputs.
    pub fn ends(&self, inputs: &[InputId]) -> (String, String) {
        let only = match inputs {
            [only] => self.ranged.get(only),
            _ => None,
        };
        let Some(input) = only else {
            return ("low".to_owned(), "high".to_owned());
        };
        if input.event().is_some() {
            return ("does not happen".to_owned(), "happens".to_owned());
        }
        let end = |it: Option<Decimal>| {
            let value = it.or_else(|| input.decimal());
            value.map_or_else(
                || display::NOT_KNOWN.to_owned(),
                |it| amount(it, input.unit()),
            )
        };
        (end(input.low()), end(input.high()))
    }
}

/// What an input of a partnership, or of what it uses, is called: `Length of Board`.
pub fn field_of_line(register: &Register, partnership: &Partnership, at: InputId) -> String {
    field_of(at, || line_name_in(register, partnership, at.record))
}

fn or_id(it: &Partnership) -> String {
    let name = it.name.trim();
    if name.is_empty() {
        it.id.to_string()
    } else {
        name.to_owned()
    }
}

/// What an input may be, in the words people use: `3 h 10 min`, `£1,250`, `12.5%`.
///
/// A value that was worked out gets the decimals that are worth saying; one that was typed keeps its own.
pub fn amount(value: Decimal, unit: Unit) -> String {
    /// Nobody types more.
    const TYPED: u32 = 4;
    /// From here on hours and numbers that were worked out are said in whole ones.
    const MANY: Decimal = Decimal::ONE_HUNDRED;
    /// From here on pence say nothing.
    const MANY_POUNDS: Decimal = Decimal::ONE_THOUSAND;
    let value = value.normalize();
    let is_typed = value.scale() <= TYPED;
    match unit {
        Unit::Hours if value.abs() < MANY && !value.is_zero() => {
            display::duration(display::to_the_minute(Hours::new(value)))
        }
        Unit::Hours if !is_typed => display::hours(Hours::new(value)),
        Unit::Money if value.scale() == 0 || (value.abs() >= MANY_POUNDS && !is_typed) => {
            display::money(Money::new(value))
        }
        Unit::HourlyCost => format!("{} an hour", display::hourly_cost(HourlyCost::new(value))),
        Unit::Number if !is_typed && value.abs() >= MANY => {
            display::number(Number::new(exact::round(value, 0)))
        }
        Unit::Number if !is_typed && value.abs() >= Decimal::TEN => {
            display::number(Number::new(value))
        }
        Unit::Fte => format!("{} FTE", display::fte(Fte::new(value))),
        _ => display::figure(value, unit),
    }
}

/// A drawn figure as a quantity; nothing where it is no finite number, or larger than any quantity.
pub fn drawn<Q: Quantity>(value: f64) -> Option<Q> {
    figure_text::exact(value).map(Q::new)
}

/// A drawn amount to three figures, or in the unit that the register chose.
pub fn rough(value: f64, unit: MoneyUnit) -> String {
    let text = drawn(value).map(|it| match unit {
        MoneyUnit::AsFits => display::money_rough(it),
        _ => display::money_short_in(it, unit),
    });
    text.unwrap_or_else(|| display::NOT_KNOWN.to_owned())
}

/// `between £21,000 and £61,000 in 8 of 10 draws, the middle one £38,000`.
///
/// The middle draw is not called the most likely: of a skewed figure it is neither that nor the mean.
pub fn between(it: &Summary, unit: MoneyUnit) -> String {
    format!(
        "between {} and {} in 8 of 10 draws, the middle one {}",
        rough(it.p10, unit),
        rough(it.p90, unit),
        rough(it.p50, unit)
    )
}

/// `10,000 draws, seed 1, 137 inputs with a range`.
pub fn plan(plan: Plan, n_ranged: usize) -> String {
    let draws = usize::try_from(plan.draws).unwrap_or(usize::MAX);
    format!(
        "{}, seed {}, {} with a range",
        display::count(draws, "draw", "draws"),
        plan.seed,
        display::count(n_ranged, "input", "inputs")
    )
}

/// Ranges that cannot be drawn, so that figures look surer than they are; nothing where all can.
pub fn undrawn(n: usize) -> Option<String> {
    (n > 0).then(|| {
        let ranges = display::count(n, "range is", "ranges are");
        format!(
            "{ranges} not drawn, being upside down or without a most likely value, so the figures look surer than they are."
        )
    })
}

/// Whether benefits can be weighed against costs at all: a benefit has a price, and every cost is known.
pub fn is_weighed(worth: &Worth) -> bool {
    worth.is_priced && !worth.pvc.is_at_least
}

/// What stands in place of a chance where a cost is not known.
pub const COST_NOT_KNOWN: &str =
    "As a cost is not known, nothing is said of how often the benefits exceed the costs.";

/// Why nothing is said of all partnerships together; nothing where each can be weighed.
pub fn not_weighed(findings: &Findings) -> Option<String> {
    let all = findings.partnerships.iter();
    let n = all.filter(|it| !is_weighed(&it.appraisal.worth)).count();
    (n > 0).then(|| {
        let which = display::count(n, "partnership has", "partnerships have");
        format!(
            "{} no priced benefit, or a cost that is not known, so nothing is said of how often the benefits of all \
             exceed their costs.",
            display::capitalised(&which)
        )
    })
}

/// Whose the cost of all partnerships is, where a part of it may not be known.
pub(crate) const ALL_KNOWN: &str = "As far as it is known, their whole";

/// What an annual cost is drawn to lie between: `Its annual cost lies between … in 8 of 10 draws, …`.
pub fn cost_sentence(
    whose: &str,
    it: &Simulated,
    (basis, unit): (Basis, MoneyUnit),
) -> Option<String> {
    let cost = it.annual_cost.get(basis).as_ref()?;
    let on = match basis {
        Basis::Full => "at full cost",
        Basis::Exhibit2 => "on the Exhibit 2 basis",
    };
    let between = between(cost, unit);
    Some(format!("{whose} annual cost {on} lies {between}."))
}

/// How likely it is that the benefits exceed the costs, and between what the difference lies; nothing where it never moves.
pub fn worth_sentence(whose: &str, it: &Simulated, unit: MoneyUnit) -> Option<String> {
    let npsv = it.npsv.as_ref()?;
    let likely = Likelihood::of(it.is_npsv_above_nought.as_ref()?);
    let that = likely.that(&format!("{whose} benefits are worth more than the costs"));
    Some(format!(
        "{}; what is left over lies {}.",
        display::capitalised(&that),
        between(npsv, unit)
    ))
}

/// `It follows the length of Board most (rank correlation −0.83).`; nothing where nothing moves it.
pub fn driver_sentence(names: &FactNames<'_>, drivers: &[Driver]) -> Option<String> {
    let first = drivers.first()?;
    Some(format!(
        "What is left over follows “{}” most (rank correlation {}).",
        names.of(&first.fact, &first.inputs),
        correlation(first.correlation)
    ))
}

/// Draws that have no figure, because too many years and lives come together in them; nothing where all have one.
pub fn left_out(n: usize) -> Option<String> {
    (n > 0).then(|| {
        let draws = display::count(n, "draw has", "draws have");
        format!("{draws} no figure, because lives and years came together in too many ways; the rest is of the others.")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_reads_as_people_say_it() {
        let check = |value: &str, unit, text: &str| {
            assert_eq!(amount(value.parse().unwrap(), unit), text, "{value}");
        };
        check("3.171", Unit::Hours, "3 h 10 min");
        check("0.0999", Unit::Hours, "5.99 min");
        check("1240.412345", Unit::Hours, "1,240 h");
        check("0", Unit::Hours, "0 h");
        check("120.5", Unit::Hours, "120.5 h");
        check("1250.4", Unit::Money, "£1,250.40");
        check("1250.412345", Unit::Money, "£1,250");
        check("12.5", Unit::Money, "£12.50");
        check("-500", Unit::Money, "−£500");
        check("45", Unit::HourlyCost, "£45.00 an hour");
        check("0.125", Unit::Rate, "12.5%");
        check("106.6", Unit::Number, "106.6");
        check("0.037285", Unit::Number, "0.0373");
        check("12.345678", Unit::Number, "12.35");
        check("450.754412", Unit::Number, "451");
        check("9.2594", Unit::Fte, "9.26 FTE");
    }

    #[test]
    fn a_summary_says_eight_of_ten_and_the_middle() {
        let summary = Summary {
            mean: 39_000.0,
            standard_error: 100.0,
            standard_deviation: 1.0,
            p5: 18_000.0,
            p10: 21_012.0,
            p50: 38_049.0,
            p90: 60_950.0,
            p95: 70_000.0,
            least: 0.0,
            most: 90_000.0,
            n: 10_000,
            n_without: 0,
        };
        assert_eq!(
            between(&summary, MoneyUnit::AsFits),
            "between £21,000 and £61,000 in 8 of 10 draws, the middle one £38,000"
        );
        assert_eq!(
            between(&summary, MoneyUnit::Thousands),
            "between £21.0k and £61.0k in 8 of 10 draws, the middle one £38.0k"
        );
    }

    #[test]
    fn the_plan_is_one_line() {
        let of = |draws, n_ranged| plan(Plan { draws, seed: 1 }, n_ranged);
        assert_eq!(
            of(10_000, 137),
            "10,000 draws, seed 1, 137 inputs with a range"
        );
        assert_eq!(of(100, 1), "100 draws, seed 1, 1 input with a range");
        assert_eq!(of(100, 0), "100 draws, seed 1, no inputs with a range");
    }
}
