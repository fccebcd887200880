//! A quantity as somebody typed it: known or not yet known, and who vouches for it.

use std::fmt;
use std::marker::PhantomData;

use jiff::civil::Date;
use serde::de::value::MapAccessDeserializer;
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::units::parse::Typed;
use crate::units::quantity::Rate;
use crate::units::range::{Entry, Shape};

/// A typed quantity. Blank means not known, unless the field's documentation names a default.
///
/// On disk `"1.5"`, or `(value: "1.5", low: "1", high: "2", source: "…", date: "2026-04-01", grade: 2, who: "…")` once
/// somebody gives a range or vouches for it; `shape`, `chance` and `moves_with` where they are said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Input<Q> {
    /// What is counted.
    value: Option<Q>,
    more: Option<Box<More<Q>>>,
}

/// What few quantities have: kept apart, so that the many without stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
struct More<Q> {
    low: Option<Q>,
    high: Option<Q>,
    shape: Shape,
    /// What an event comes to, and how likely it is.
    event: Option<(Q, Rate)>,
    moves_with: String,
    evidence: Option<Evidence>,
}

impl<Q> Default for More<Q> {
    fn default() -> Self {
        Self {
            low: None,
            high: None,
            shape: Shape::default(),
            event: None,
            moves_with: String::new(),
            evidence: None,
        }
    }
}

/// Where a number comes from and how good it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// Where the number was found.
    pub source: String,
    /// When it was true.
    pub date: Option<Date>,
    /// 1 (best) to 6 (weakest).
    pub grade: Option<u8>,
    /// The post that vouches for it; never a person's name.
    pub who: String,
}

impl<Q: Typed> Input<Q> {
    /// A known quantity with nothing said about its source.
    pub fn known(value: Q) -> Self {
        Self {
            value: Some(value),
            more: None,
        }
    }

    /// The quantity that is counted, where it is known: the most likely; of an event, probability × value.
    pub fn value(&self) -> Option<Q> {
        self.value
    }

    /// The least that it may be, where somebody has said.
    pub fn low(&self) -> Option<Q> {
        self.more.as_ref()?.low
    }

    /// The most that it may be, where somebody has said.
    pub fn high(&self) -> Option<Q> {
        self.more.as_ref()?.high
    }

    /// How likely the values between are.
    pub fn shape(&self) -> Shape {
        self.more
            .as_ref()
            .map(|more| more.shape)
            .unwrap_or_default()
    }

    /// What an event comes to where it happens, and its probability.
    pub fn event(&self) -> Option<(Q, Rate)> {
        self.more.as_ref()?.event
    }

    /// The name that quantities which rise and fall together share; empty for one that moves by itself.
    pub fn moves_with(&self) -> &str {
        self.more.as_ref().map_or("", |more| &more.moves_with)
    }

    /// Everything that its cell says.
    pub fn entry(&self) -> Entry<Q> {
        let event = self.event();
        Entry {
            value: event.map_or(self.value, |(amount, _)| Some(amount)),
            low: self.low(),
            high: self.high(),
            shape: self.shape(),
            chance: event.map(|(_, chance)| chance),
        }
    }

    /// Takes everything that its cell says now; what it moves with and the evidence stay.
    pub fn enter(&mut self, entry: Entry<Q>) {
        self.value = entry.central();
        let event = entry.value.zip(entry.chance);
        self.change_more(|more| {
            (more.low, more.high) = (entry.low, entry.high);
            more.shape = entry.shape;
            more.event = event;
        });
    }

    /// Who vouches for it.
    pub fn evidence(&self) -> Option<&Evidence> {
        self.more.as_ref()?.evidence.as_ref()
    }

    /// Whether nothing was typed and nothing is said of its source.
    pub fn is_blank(&self) -> bool {
        self.value.is_none() && self.more.is_none()
    }

    /// Takes a value by itself; the range and the evidence stay, an event is one no more.
    pub fn set(&mut self, value: Option<Q>) {
        self.value = value;
        if self.event().is_some() {
            self.change_more(|more| more.event = None);
        }
    }

    /// Says between what and what it lies.
    pub fn set_range(&mut self, low: Option<Q>, high: Option<Q>) {
        self.change_more(|more| (more.low, more.high) = (low, high));
    }

    /// Says how likely the values between are.
    pub fn set_shape(&mut self, shape: Shape) {
        self.change_more(|more| more.shape = shape);
    }

    /// Says what it rises and falls with; an empty name for nothing.
    pub fn set_moves_with(&mut self, name: &str) {
        let name = name.trim().to_owned();
        self.change_more(|more| more.moves_with = name);
    }

    /// Says who vouches for it.
    pub fn set_evidence(&mut self, evidence: Option<Evidence>) {
        self.change_more(|more| more.evidence = evidence);
    }

    fn change_more(&mut self, change: impl FnOnce(&mut More<Q>)) {
        let mut more = self.more.take().unwrap_or_default();
        change(&mut more);
        self.more = (*more != More::default()).then_some(more);
    }
}

impl<Q: Typed> Serialize for Input<Q> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entry = self.entry();
        let text = entry.value.map(Typed::to_text).unwrap_or_default();
        let Some(more) = &self.more else {
            return serializer.serialize_str(&text);
        };
        let mut fields = serializer.serialize_struct("Input", 10)?;
        fields.serialize_field("value", &text)?;
        if let Some(low) = more.low {
            fields.serialize_field("low", &low.to_text())?;
        }
        if let Some(high) = more.high {
            fields.serialize_field("high", &high.to_text())?;
        }
        if !more.shape.is_usual() {
            fields.serialize_field("shape", &more.shape)?;
        }
        if let Some(chance) = entry.chance {
            fields.serialize_field("chance", &chance.to_text())?;
        }
        if !more.moves_with.is_empty() {
            fields.serialize_field("moves_with", &more.moves_with)?;
        }
        let Some(evidence) = &more.evidence else {
            return fields.end();
        };
        fields.serialize_field("source", &evidence.source)?;
        if let Some(date) = evidence.date {
            fields.serialize_field("date", &date)?;
        }
        if let Some(grade) = evidence.grade {
            fields.serialize_field("grade", &grade)?;
        }
        fields.serialize_field("who", &evidence.who)?;
        fields.end()
    }
}

/// The longer form on disk.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Full {
    value: String,
    #[serde(default)]
    low: String,
    #[serde(default)]
    high: String,
    #[serde(default)]
    shape: Shape,
    #[serde(default)]
    chance: String,
    #[serde(default)]
    moves_with: String,
    #[serde(default, deserialize_with = "some_text")]
    source: Option<String>,
    #[serde(default, deserialize_with = "some_date")]
    date: Option<Date>,
    #[serde(default, deserialize_with = "some_grade")]
    grade: Option<u8>,
    #[serde(default, deserialize_with = "some_text")]
    who: Option<String>,
}

impl Full {
    /// Nothing where not one of its parts is there.
    fn evidence(self) -> Option<Evidence> {
        let is_there = self.source.is_some()
            || self.date.is_some()
            || self.grade.is_some()
            || self.who.is_some();
        is_there.then(|| Evidence {
            source: self.source.unwrap_or_default(),
            date: self.date,
            grade: self.grade,
            who: self.who.unwrap_or_default(),
        })
    }
}

fn some_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    String::deserialize(deserializer).map(Some)
}

fn some_date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    Date::deserialize(deserializer).map(Some)
}

fn some_grade<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u8>, D::Error> {
    let grade = u8::deserialize(deserializer)?;
    if (1..=6).contains(&grade) {
        Ok(Some(grade))
    } else {
        Err(de::Error::custom("an evidence grade is 1 to 6"))
    }
}

fn read<Q: Typed, E: de::Error>(text: &str) -> Result<Option<Q>, E> {
    if text.is_empty() {
        return Ok(None);
    }
    Q::from_text(text).map(Some).map_err(E::custom)
}

/// A probability; one outside 0 to 100 % is none.
fn chance<E: de::Error>(text: &str) -> Result<Option<Rate>, E> {
    let chance: Option<Rate> = read(text)?;
    let is_none = |it: Rate| it < Rate::ZERO || it > Rate::from(1);
    if chance.is_some_and(is_none) {
        return Err(E::custom("a chance is 0% to 100%"));
    }
    Ok(chance)
}

impl<'de, Q: Typed> Deserialize<'de> for Input<Q> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either<Q>(PhantomData<Q>);
        impl<'de, Q: Typed> de::Visitor<'de> for Either<Q> {
            type Value = Input<Q>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a quantity in quotation marks such as \"1.5\"")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Input<Q>, E> {
                Ok(Input {
                    value: read(text)?,
                    more: None,
                })
            }
            fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<Input<Q>, A::Error> {
                let full = Full::deserialize(MapAccessDeserializer::new(map))?;
                let mut input = Input::default();
                input.enter(Entry {
                    value: read(&full.value)?,
                    low: read(&full.low)?,
                    high: read(&full.high)?,
                    shape: full.shape,
                    chance: chance(&full.chance)?,
                });
                input.set_moves_with(&full.moves_with);
                input.set_evidence(full.evidence());
                Ok(input)
            }
        }
        deserializer.deserialize_any(Either(PhantomData))
    }
}
