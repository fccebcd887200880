//! Round numbers along an axis: the same on the screen and on paper.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use crate::chart::geometry::count;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Number, Quantity};

/// A round number on an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The number.
    pub value: f64,
    /// How it reads.
    pub label: String,
}

/// An axis has at least so many, or its scale cannot be read.
const FEWEST: usize = 3;

/// Amounts of money on a plain axis.
pub fn money(low: f64, high: f64, at_most: usize, unit: MoneyUnit) -> Vec<Tick> {
    labelled_money(linear(low, high, at_most), unit)
}

/// Amounts of money on a log axis, between 10^`low` and 10^`high`.
pub fn log_money(low: f64, high: f64, at_most: usize, unit: MoneyUnit) -> Vec<Tick> {
    labelled_money(log(low, high, at_most), unit)
}

/// Scores.
pub fn scores(low: f64, high: f64, at_most: usize) -> Vec<Tick> {
    numbers(low.max(0.0), high.min(100.0), at_most)
}

/// Plain numbers, such as ratios.
pub fn numbers(low: f64, high: f64, at_most: usize) -> Vec<Tick> {
    linear(low, high, at_most)
        .into_iter()
        .map(|value| Tick {
            value,
            label: display::number(Number::new(decimal(value))),
        })
        .collect()
}

/// Multiples of 1, 2 or 5 × 10^n from `low` to `high`: at most `at_most`, unless that leaves fewer than three.
pub fn linear(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    let span = high - low;
    if !span.is_finite() || span <= 0.0 {
        return Vec::new();
    }
    let widest = 10_f64.powf(span.log10().ceil());
    // 10, 5, 2, 1, 0.5 …: three steps to each power of ten, and enough of them for three ticks.
    let steps = [1.0, 0.1, 0.01]
        .into_iter()
        .flat_map(|power| [widest, widest / 2.0, widest / 5.0].map(|step| step * power));
    let mut found = Vec::new();
    for step in steps {
        let finer = multiples(low, high, step);
        if finer.len() > at_most && found.len() >= FEWEST {
            break;
        }
        found = finer;
        if found.len() > at_most {
            break;
        }
    }
    found
}

/// 1-2-5 in each power of ten from 10^`low` to 10^`high`; fewer where they crowd, a plain axis where they are too few.
pub fn log(low: f64, high: f64, at_most: usize) -> Vec<f64> {
    if !(high - low).is_finite() || high <= low {
        return Vec::new();
    }
    let families: [(&[f64], usize); 6] = [
        (&[1.0, 2.0, 5.0], 1),
        (&[1.0, 3.0], 1),
        (&[1.0], 1),
        (&[1.0], 2),
        (&[1.0], 3),
        (&[1.0], 5),
    ];
    for (multiples, every) in families {
        let found = in_decades(low, high, multiples, every);
        if found.len() < FEWEST {
            break;
        }
        if found.len() <= at_most {
            return found;
        }
    }
    linear(10_f64.powf(low), 10_f64.powf(high), at_most)
}

fn in_decades(low: f64, high: f64, multiples: &[f64], every: usize) -> Vec<f64> {
    std::iter::successors(Some(low.floor()), |decade| Some(decade + 1.0))
        .take_while(|decade| *decade <= high)
        .filter(|decade| decade.rem_euclid(count(every)) < 0.5)
        .flat_map(|decade| multiples.iter().map(move |by| by * 10_f64.powf(decade)))
        .filter(|value| (low - NEARLY..=high + NEARLY).contains(&value.log10()))
        .collect()
}

/// What rounding in the last place may take from a tick that stands exactly on the end of its axis.
const NEARLY: f64 = 1e-9;

fn multiples(low: f64, high: f64, step: f64) -> Vec<f64> {
    let first = (low / step - NEARLY).ceil();
    let last = (high / step + NEARLY).floor();
    std::iter::successors(Some(first), |n| Some(n + 1.0))
        .take_while(|n| *n <= last)
        .take(100)
        .map(|n| n * step)
        .collect()
}

/// The width of a label on an axis of money, in letters: whole pounds are long.
pub(crate) fn letters(unit: MoneyUnit) -> f64 {
    match unit {
        MoneyUnit::Pounds => 7.0,
        _ => 4.0,
    }
}

fn labelled_money(values: Vec<f64>, unit: MoneyUnit) -> Vec<Tick> {
    let amounts: Vec<Money> = values.iter().map(|v| Money::new(decimal(*v))).collect();
    values
        .into_iter()
        .zip(display::money_ticks_in(&amounts, unit))
        .map(|(value, label)| Tick { value, label })
        .collect()
}

/// A position as a figure, for words.
pub(crate) fn decimal(value: f64) -> Decimal {
    Decimal::from_f64(value).unwrap_or_default().round_dp(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(ticks: &[Tick]) -> String {
        let labels: Vec<&str> = ticks.iter().map(|tick| tick.label.as_str()).collect();
        labels.join(" ")
    }

    #[test]
    fn money_on_a_plain_axis_is_round() {
        for (high, at_most, expected) in [
            (835_000.0, 5, "£0 £200k £400k £600k £800k"),
            (1_250_000.0, 5, "£0 £500k £1m"),
            (1_250_000.0, 8, "£0 £200k £400k £600k £800k £1m £1.2m"),
            (95.0, 6, "£0 £20 £40 £60 £80"),
            (7.0, 5, "£0 £2 £4 £6"),
            (1.0, 5, "£0.00 £0.50 £1.00"),
            (0.0, 5, ""),
        ] {
            assert_eq!(
                labels(&money(0.0, high, at_most, MoneyUnit::AsFits)),
                expected,
                "{high}"
            );
        }
    }

    #[test]
    fn money_on_a_log_axis_is_round() {
        let between = |low: f64, high: f64| {
            labels(&log_money(low.log10(), high.log10(), 9, MoneyUnit::AsFits))
        };
        assert_eq!(between(20e3, 1e6), "£20k £50k £100k £200k £500k £1m");
        assert_eq!(between(100.0, 90e6), "£100 £1k £10k £100k £1m £10m");
        assert_eq!(
            between(5e3, 4e6),
            "£5k £10k £20k £50k £100k £200k £500k £1m £2m"
        );
        assert_eq!(between(100e3, 300e3), "£100k £150k £200k £250k £300k",);
        assert_eq!(
            between(100_010.0, 100_060.0),
            "£100,010 £100,020 £100,030 £100,040 £100,050 £100,060"
        );
    }

    #[test]
    fn scores_stay_within_their_scale() {
        assert_eq!(labels(&scores(-6.0, 106.0, 6)), "0 20 40 60 80 100");
        assert_eq!(labels(&scores(41.0, 44.5, 6)), "41 42 43 44");
    }

    #[test]
    fn an_axis_never_has_fewer_than_three() {
        for n in 0..400_u32 {
            let low = 1.0 + f64::from(n % 57) * 0.11;
            let high = low + 0.02 + f64::from(n) * 0.013;
            for at_most in [3, 4, 6, 9] {
                assert!(log(low, high, at_most).len() >= 3, "10^{low}..10^{high}");
                let (from, to) = (10_f64.powf(low), 10_f64.powf(high));
                assert!(linear(from, to, at_most).len() >= 3, "{from}..{to}");
            }
        }
    }
}
