//! The one address of a record (`p12`, `m3`) and of a typed quantity inside it; never reused, never a name or a place in a list.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// What sort of record an id belongs to; its letters start the id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// The register's settings: always `settings`.
    Settings,
    /// A partner body: `o`.
    Partner,
    /// A staff grade: `g`.
    Grade,
    /// A partnership: `p`.
    Partnership,
    /// A meeting: `m`.
    Meeting,
    /// A line of attendees of a meeting: `a`.
    Attendee,
    /// An expense of a meeting: `x`.
    Expense,
    /// Work between meetings: `b`.
    BetweenMeetings,
    /// A post given to the partnership: `s`.
    Post,
    /// A secondment: `d`.
    Secondment,
    /// A cash line: `c`.
    CashLine,
    /// Something given in kind: `k`.
    InKind,
    /// An outcome indicator: `i`.
    Indicator,
    /// A judged score: `j`.
    Judgement,
    /// The day of one meeting: `t`.
    MeetingDate,
    /// What a cash line comes to in one year: `y`.
    YearAmount,
    /// A pooled budget: `f`.
    Pool,
    /// A contribution to a pooled budget: `n`.
    Contribution,
    /// A partner's agreed share: `h`.
    Share,
    /// A pay award: `w`.
    PayAward,
    /// An index of prices: `px`.
    PriceIndex,
    /// An outcome that benefits claim a part of: `ou`.
    Outcome,
    /// A benefit: `be`.
    Benefit,
    /// One year of a benefit: `by`.
    BenefitYear,
    /// An option: `op`.
    AppraisalOption,
    /// What is left of one line under an option: `ol`.
    OptionLine,
    /// An earlier reading of an indicator: `re`.
    Reading,
    /// An answer of the health check: `ha`.
    HealthAnswer,
    /// A risk: `ri`.
    Risk,
    /// A member that left: `de`.
    Departure,
    /// A scenario: `sc`.
    Scenario,
    /// What a scenario takes otherwise: `ov`.
    Override,
    /// What a partnership means to bring about: `ob`.
    Objective,
    /// The figures of a day: `sn`.
    Snapshot,
}

const LETTERS: [(Kind, &str); 33] = [
    (Kind::Partner, "o"),
    (Kind::Grade, "g"),
    (Kind::Partnership, "p"),
    (Kind::Meeting, "m"),
    (Kind::Attendee, "a"),
    (Kind::Expense, "x"),
    (Kind::BetweenMeetings, "b"),
    (Kind::Post, "s"),
    (Kind::Secondment, "d"),
    (Kind::CashLine, "c"),
    (Kind::InKind, "k"),
    (Kind::Indicator, "i"),
    (Kind::Judgement, "j"),
    (Kind::MeetingDate, "t"),
    (Kind::YearAmount, "y"),
    (Kind::Pool, "f"),
    (Kind::Contribution, "n"),
    (Kind::Share, "h"),
    (Kind::PayAward, "w"),
    (Kind::PriceIndex, "px"),
    (Kind::Outcome, "ou"),
    (Kind::Benefit, "be"),
    (Kind::BenefitYear, "by"),
    (Kind::AppraisalOption, "op"),
    (Kind::OptionLine, "ol"),
    (Kind::Reading, "re"),
    (Kind::HealthAnswer, "ha"),
    (Kind::Risk, "ri"),
    (Kind::Departure, "de"),
    (Kind::Scenario, "sc"),
    (Kind::Override, "ov"),
    (Kind::Objective, "ob"),
    (Kind::Snapshot, "sn"),
];

const SETTINGS: &str = "settings";

/// No id in a file has a larger number, so that there is always a next one.
pub const LARGEST: u32 = 1_000_000_000;

/// The id of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id {
    kind: Kind,
    number: u32,
}

impl Id {
    /// The id of the register's settings.
    pub const SETTINGS: Self = Self {
        kind: Kind::Settings,
        number: 0,
    };

    /// The id of the `number`th record that the register ever held.
    pub const fn new(kind: Kind, number: u32) -> Self {
        Self { kind, number }
    }

    /// What sort of record it belongs to.
    pub const fn kind(self) -> Kind {
        self.kind
    }

    /// The number after the letters.
    pub const fn number(self) -> u32 {
        self.number
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match LETTERS.iter().find(|(kind, _)| *kind == self.kind) {
            Some((_, letters)) => write!(f, "{letters}{}", self.number),
            None => f.write_str(SETTINGS),
        }
    }
}

/// Why a text is not an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("\"{0}\" is not an id. Ids are a letter or two and a number, such as p12 or be3")]
pub struct NotAnId(String);

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text == SETTINGS {
            return Ok(Self::SETTINGS);
        }
        let refuse = || NotAnId(text.chars().take(40).collect());
        let starts = text.find(|letter: char| letter.is_ascii_digit());
        let (letters, digits) = text.split_at(starts.ok_or_else(refuse)?);
        let (kind, _) = LETTERS
            .iter()
            .find(|(_, of_kind)| *of_kind == letters)
            .ok_or_else(refuse)?;
        if digits.is_empty()
            || !digits.bytes().all(|byte| byte.is_ascii_digit())
            || digits.starts_with('0')
        {
            return Err(refuse());
        }
        let number = digits.parse().map_err(|_| refuse())?;
        if number > LARGEST {
            return Err(refuse());
        }
        Ok(Self::new(*kind, number))
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Text;
        impl de::Visitor<'_> for Text {
            type Value = Id;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an id such as \"p12\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Id, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_str(Text)
    }
}

/// The address of one typed quantity: basis leaves, queries and "jump to cell" use it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InputId {
    /// The record that holds it.
    pub record: Id,
    /// The field's name, as in the file.
    pub field: &'static str,
}

impl fmt::Display for InputId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.record, self.field)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_reads_back_as_written() {
        for (kind, _) in LETTERS {
            let id = Id::new(kind, 42);
            assert_eq!(id.to_string().parse(), Ok(id));
        }
        assert_eq!("settings".parse(), Ok(Id::SETTINGS));
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "p",
            "12",
            "q1",
            "p-1",
            "p01",
            "p0",
            "p99999999999",
            "ü3",
        ] {
            assert!(text.parse::<Id>().is_err(), "{text}");
        }
    }
}
