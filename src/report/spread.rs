//! What a range or a chance means, in a sentence: most likely, on average, and where it lies eight times in ten.

use rust_decimal::Decimal;

use crate::report::evidence::amount;
use crate::uncertainty::distribution::Distribution;
use crate::units::exact;
use crate::units::quantity::Unit;

/// What is likely of a quantity: `Most likely 2 h, on average 2.17 h. Eight times in ten between 1.4 h and 3.1 h.`
pub fn spread(it: Distribution, unit: Unit) -> String {
    let text = |value: f64| about(value, unit);
    match it {
        Distribution::Constant(value) => format!("Always {}.", text(value)),
        Distribution::Event { chance, amount } => format!(
            "{} with a chance of {}, otherwise nothing: on average {}.",
            text(amount),
            about(chance, Unit::Rate),
            text(it.mean())
        ),
        Distribution::Uniform { .. } => {
            format!("On average {}. {}", text(it.mean()), middle(it, unit))
        }
        Distribution::Pert { likely, .. } | Distribution::Triangular { likely, .. } => format!(
            "Most likely {}, on average {}. {}",
            text(likely),
            text(it.mean()),
            middle(it, unit)
        ),
    }
}

fn middle(it: Distribution, unit: Unit) -> String {
    let (low, high) = (it.quantile(0.1), it.quantile(0.9));
    format!(
        "Eight times in ten between {} and {} (P10 and P90).",
        about(low, unit),
        about(high, unit)
    )
}

/// A figure that was worked out by chance, to three figures that count: more would say what is not known.
pub fn about(value: f64, unit: Unit) -> String {
    let exact = Decimal::from_f64_retain(value).unwrap_or_default();
    let rounded = exact.round_sf(3).unwrap_or(exact);
    // Rates are shown in per cent, which takes two places more.
    amount(exact::round(rounded, 6), unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// PERT of 1, 2, 4: mean (1 + 4 × 2 + 4) ÷ 6 = 2.1667. Uniform of 40 to 75: P10 43.5, P90 71.5.
    #[test]
    fn doubt_is_said_as_a_reader_needs_it() {
        let pert = Distribution::Pert {
            low: 1.0,
            likely: 2.0,
            high: 4.0,
        };
        let said = spread(pert, Unit::Hours);
        assert!(
            said.starts_with("Most likely 2 h, on average 2.17 h. Eight times in ten between 1.")
        );
        let uniform = Distribution::Uniform {
            low: 40.0,
            high: 75.0,
        };
        assert_eq!(
            spread(uniform, Unit::Number),
            "On average 57.5. Eight times in ten between 43.5 and 71.5 (P10 and P90)."
        );
        let event = Distribution::Event {
            chance: 0.3,
            amount: 12000.0,
        };
        assert_eq!(
            spread(event, Unit::Money),
            "£12,000 with a chance of 30%, otherwise nothing: on average £3,600."
        );
        assert_eq!(
            spread(Distribution::Constant(0.125), Unit::Rate),
            "Always 12.5%."
        );
    }
}
