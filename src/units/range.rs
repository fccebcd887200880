//! How far a quantity may lie from what is likeliest, and how that is typed: `40..50..75`, `50 ±20%`, `30% of 12,000`.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::units::exact;
use crate::units::parse::{Refusal, Typed};
use crate::units::quantity::{Quantity, Rate, Unit};

/// How likely the values between the two ends are.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
pub enum Shape {
    /// Smooth, with a peak at the most likely: the modified beta of project evaluation and review (PERT).
    #[default]
    #[serde(rename = "pert")]
    Pert,
    /// Straight lines up to the most likely and down from it.
    #[serde(rename = "triangular")]
    Triangular,
    /// Every value as likely as any other.
    #[serde(rename = "uniform")]
    Uniform,
}

impl Shape {
    /// Every shape, the usual one first.
    pub const ALL: [Self; 3] = [Self::Pert, Self::Triangular, Self::Uniform];

    /// The word that is typed and shown for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pert => "PERT",
            Self::Triangular => "triangular",
            Self::Uniform => "uniform",
        }
    }

    /// What it says of the values between the ends.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Pert => "a peak, and ends that are rare",
            Self::Triangular => "straight to both ends",
            Self::Uniform => "every value alike",
        }
    }

    /// Whether it is the usual one, which is not written to a file.
    pub(crate) fn is_usual(self) -> bool {
        self == Self::default()
    }
}

/// Everything that one cell says of a quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<Q> {
    /// The most likely value; of an event, what it comes to where it happens. Nothing where it is not known.
    pub value: Option<Q>,
    /// The least that it may be.
    pub low: Option<Q>,
    /// The most that it may be.
    pub high: Option<Q>,
    /// How likely the values between are.
    pub shape: Shape,
    /// The probability of an event that may not happen.
    pub chance: Option<Rate>,
}

/// The same in parts as each would be typed; a blank one is not said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EntryParts {
    /// The most likely value; of an event, what it comes to where it happens.
    pub value: String,
    /// The least that it may be.
    pub low: String,
    /// The most that it may be.
    pub high: String,
    /// How likely the values between are.
    pub shape: Shape,
    /// The probability of an event that may not happen.
    pub chance: String,
}

impl<Q> Default for Entry<Q> {
    fn default() -> Self {
        Self {
            value: None,
            low: None,
            high: None,
            shape: Shape::default(),
            chance: None,
        }
    }
}

impl<Q: Typed> Entry<Q> {
    /// What is counted: the most likely value, and of an event probability × value.
    ///
    /// Source: the method note, section 10.
    pub fn central(&self) -> Option<Q> {
        match self.chance {
            Some(chance) => self
                .value
                .map(|value| Q::new(exact::mul(value.decimal(), chance.decimal()))),
            None => self.value,
        }
    }

    /// Whether it may be anything but one value.
    pub fn is_ranged(&self) -> bool {
        let is_other = |end: Option<Q>| end.is_some() && end != self.value;
        self.value.is_some() && (self.chance.is_some() || is_other(self.low) || is_other(self.high))
    }

    /// Reads what is typed in a cell.
    ///
    /// `50` is one value; `40..50..75` the least, the most likely and the most; `40..75` anything between, each as
    /// likely; `50 ±20%` a fifth to either side, and `50 ±5` five; `30% of 12,000` something that happens or not.
    /// `triangular`, `uniform` or `PERT` after a range says its shape. In a cell of percentages ± is in points.
    ///
    /// # Errors
    /// A plain sentence that says what is wrong and what would be taken.
    pub fn from_text(text: &str) -> Result<Self, Refusal> {
        Self::as_kept(text)?.in_order()
    }

    /// The same, but in any order: a file may keep a range that is upside down, and its text has to read back.
    ///
    /// # Errors
    /// As `from_text`, but for the order.
    pub fn as_kept(text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Self::default());
        }
        if let Some((chance, amount)) = split_word(text, "of") {
            return Self::event(chance, amount);
        }
        let (text, shape) = shape_at_end(text);
        let entry = if let Some((value, around)) = split_around(text) {
            Self::around(value, around)?
        } else if text.contains("..") {
            Self::between(text, shape)?
        } else if shape.is_some() {
            return Err(Refusal::new(
                "A shape belongs to a range. Try 40..50..75 triangular",
            ));
        } else {
            Self {
                value: Some(Q::from_text(text)?),
                ..Self::default()
            }
        };
        Ok(Self {
            shape: shape.unwrap_or(entry.shape),
            ..entry
        })
    }

    /// What would be typed to say the same.
    pub fn to_text(&self) -> String {
        let text = |end: Option<Q>| end.map(Typed::to_text).unwrap_or_default();
        let value = text(self.value);
        if let Some(chance) = self.chance {
            return format!("{} of {value}", chance.to_text());
        }
        if self.low.is_none() && self.high.is_none() {
            return value;
        }
        let (low, high) = (text(self.low), text(self.high));
        if self.shape == Shape::Uniform && self.value.is_some() && self.value == self.middle() {
            return format!("{low}..{high}");
        }
        let range = format!("{low}..{value}..{high}");
        match self.shape {
            Shape::Pert => range,
            shape => format!("{range} {}", shape.word()),
        }
    }

    /// The same in parts.
    pub fn parts(&self) -> EntryParts {
        let text = |end: Option<Q>| end.map(Typed::to_text).unwrap_or_default();
        EntryParts {
            value: text(self.value),
            low: text(self.low),
            high: text(self.high),
            shape: self.shape,
            chance: self.chance.map(Typed::to_text).unwrap_or_default(),
        }
    }

    /// Reads the parts; an event has a probability and an amount, and no ends.
    ///
    /// # Errors
    /// A plain sentence that says what is wrong.
    pub fn from_parts(parts: &EntryParts) -> Result<Self, Refusal> {
        if !parts.chance.trim().is_empty() {
            let mut event = Self::event(&parts.chance, "0")?;
            event.value = read(&parts.value)?;
            return Ok(event);
        }
        let entry = Self {
            value: read(&parts.value)?,
            low: read(&parts.low)?,
            high: read(&parts.high)?,
            shape: parts.shape,
            chance: None,
        };
        entry.in_order()
    }

    /// Half-way between the ends.
    fn middle(&self) -> Option<Q> {
        let (low, high) = self.low.zip(self.high)?;
        let both = exact::add(low.decimal(), high.decimal());
        Some(Q::new(exact::mul(both, Decimal::new(5, 1))))
    }

    fn event(chance: &str, amount: &str) -> Result<Self, Refusal> {
        let refuse =
            || Refusal::new("The probability of an event is 0% to 100%. Try 30% of 12,000");
        let chance = Rate::from_text(chance).map_err(|_| refuse())?;
        if chance < Rate::ZERO || chance > Rate::from(1) {
            return Err(refuse());
        }
        Ok(Self {
            value: Some(Q::from_text(amount)?),
            chance: Some(chance),
            ..Self::default()
        })
    }

    /// `50 ±20%`: a share of the value to either side; of a percentage, and without a %, so much to either side.
    fn around(value: &str, around: &str) -> Result<Self, Refusal> {
        let value = Q::from_text(value)?;
        let width = match around.trim().strip_suffix('%') {
            Some(_) if Q::UNIT != Unit::Rate => {
                let share = Rate::from_text(around)?;
                exact::mul(value.decimal(), share.decimal())
            }
            _ => Q::read(around)?,
        };
        let width = width.abs();
        let (least, most) = Q::RANGE;
        let end = |end: Decimal| {
            if end < Decimal::from(least) || end > Decimal::from(most) {
                let words =
                    "The range goes outside what can be typed here. Type its ends, as 40..50..75";
                return Err(Refusal::new(words));
            }
            Ok(Q::new(exact::round(end, exact::PLACES)))
        };
        Ok(Self {
            value: Some(value),
            low: Some(end(exact::sub(value.decimal(), width))?),
            high: Some(end(exact::add(value.decimal(), width))?),
            ..Self::default()
        })
    }

    fn between(text: &str, shape: Option<Shape>) -> Result<Self, Refusal> {
        let parts: Vec<&str> = text.split("..").collect();
        match parts.as_slice() {
            [low, high] => {
                let mut entry = Self {
                    low: read(low)?,
                    high: read(high)?,
                    shape: Shape::Uniform,
                    ..Self::default()
                };
                entry.value = entry.middle();
                if entry.value.is_none() {
                    return Err(Refusal::new(
                        "A range has two ends. Try 40..75 or 40..50..75",
                    ));
                }
                if shape.is_some_and(|shape| shape != Shape::Uniform) {
                    return Err(Refusal::new(
                        "This shape needs a most likely value. Try 40..50..75",
                    ));
                }
                Ok(entry)
            }
            [low, value, high] => Ok(Self {
                low: read(low)?,
                value: read(value)?,
                high: read(high)?,
                ..Self::default()
            }),
            _ => Err(Refusal::new(
                "Not a range. Try 40..50..75: the least, the most likely, the most",
            )),
        }
    }

    fn in_order(self) -> Result<Self, Refusal> {
        let is_after = |a: Option<Q>, b: Option<Q>| a.zip(b).is_some_and(|(a, b)| a > b);
        if is_after(self.low, self.high) {
            return Err(Refusal::new(
                "The lowest is above the highest. Type the least, the most likely and the most",
            ));
        }
        if is_after(self.low, self.value) || is_after(self.value, self.high) {
            return Err(Refusal::new(
                "The most likely lies outside its range. Type the least, the most likely and the most",
            ));
        }
        Ok(self)
    }
}

/// One part of an entry; a blank one is not said.
fn read<Q: Typed>(part: &str) -> Result<Option<Q>, Refusal> {
    match part.trim() {
        "" => Ok(None),
        part => Q::from_text(part).map(Some),
    }
}

/// The text before and after a word that stands by itself.
fn split_word<'t>(text: &'t str, word: &str) -> Option<(&'t str, &'t str)> {
    text.split_once(&format!(" {word} "))
}

/// The text before and after `±`, `+-` or `+/-`.
fn split_around(text: &str) -> Option<(&str, &str)> {
    ["±", "+/-", "+-"]
        .into_iter()
        .find_map(|sign| text.split_once(sign))
}

/// The text without the name of a shape at its end.
fn shape_at_end(text: &str) -> (&str, Option<Shape>) {
    let Some((before, word)) = text.rsplit_once(char::is_whitespace) else {
        return (text, None);
    };
    let is_it = |shape: &Shape| shape.word().eq_ignore_ascii_case(word);
    match Shape::ALL.into_iter().find(is_it) {
        Some(shape) => (before.trim_end(), Some(shape)),
        None => (text, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::quantity::{Hours, Money};

    fn reads<Q: Typed + std::fmt::Debug>(text: &str, expected: &str) {
        let entry = Entry::<Q>::from_text(text).unwrap();
        assert_eq!(entry.to_text(), expected, "{text}");
        assert_eq!(Entry::<Q>::from_text(expected), Ok(entry), "{text}");
    }

    #[test]
    fn what_is_typed_reads_back() {
        reads::<Money>("50", "50");
        reads::<Money>("", "");
        reads::<Money>("£40 .. £50 .. £75", "40..50..75");
        reads::<Money>("40..75", "40..75");
        reads::<Money>("40..50..75 Triangular", "40..50..75 triangular");
        reads::<Money>("40..50..75 uniform", "40..50..75 uniform");
        reads::<Money>("40..50..75 pert", "40..50..75");
        reads::<Money>("50 ±20%", "40..50..60");
        reads::<Money>("50 +/- 5", "45..50..55");
        reads::<Money>("-50 ±20%", "-60..-50..-40");
        reads::<Money>("30% of £12k", "30% of 12000");
        reads::<Rate>("20% ±5%", "15%..20%..25%");
        reads::<Rate>("20 ±5", "15%..20%..25%");
        reads::<Hours>("1h..90 min..2.5", "1..1.5..2.5");
        reads::<Money>("40..50..", "40..50..");
    }

    #[test]
    fn an_event_counts_probability_times_value() {
        let event = Entry::<Money>::from_text("30% of 12000").unwrap();
        assert_eq!(event.central(), Some(Money::from(3600)));
        assert!(event.is_ranged());
    }

    #[test]
    fn a_range_that_is_upside_down_in_a_file_reads_back() {
        let kept = Entry::<Money>::as_kept("75..50..40").unwrap();
        assert_eq!(kept.to_text(), "75..50..40");
        assert!(Entry::<Money>::from_text("75..50..40").is_err());
        assert!(Entry::<Money>::as_kept("75..fifty..40").is_err());
    }

    #[test]
    fn parts_read_back_as_the_whole_does() {
        for text in [
            "",
            "50",
            "40..50..75",
            "40..75",
            "40..50..",
            "40..50..75 triangular",
            "30% of 12000",
        ] {
            let entry = Entry::<Money>::from_text(text).unwrap();
            assert_eq!(Entry::from_parts(&entry.parts()), Ok(entry), "{text}");
        }
        let parts = |low: &str, value: &str, chance: &str| EntryParts {
            low: low.into(),
            value: value.into(),
            chance: chance.into(),
            ..EntryParts::default()
        };
        for (parts, why) in [
            (parts("60", "50", ""), "The most likely lies outside"),
            (parts("", "50", "150%"), "The probability"),
            (parts("x", "50", ""), "Not an amount"),
        ] {
            let refused = Entry::<Money>::from_parts(&parts).unwrap_err();
            assert!(refused.to_string().starts_with(why), "{refused}");
        }
    }

    #[test]
    fn odd_ranges_are_refused() {
        for (text, why) in [
            ("75..50..40", "The lowest is above the highest"),
            ("40..30..75", "The most likely lies outside"),
            ("40..90..75", "The most likely lies outside"),
            ("40..50..60..70", "Not a range"),
            ("40..", "A range has two ends"),
            ("40..75 pert", "This shape needs"),
            ("50 triangular", "A shape belongs to a range"),
            ("NaN..50..75", "Not an amount"),
            ("inf", "Not an amount"),
            ("120% of 5", "The probability"),
            ("-5% of 5", "The probability"),
            ("0..50..2000000000000", "Out of range"),
        ] {
            let refused = Entry::<Money>::from_text(text).unwrap_err().to_string();
            assert!(refused.starts_with(why), "{text}: {refused}");
        }
        let hours = Entry::<Hours>::from_text("1 ±200%").unwrap_err();
        assert!(hours.to_string().starts_with("The range goes outside"));
    }
}
