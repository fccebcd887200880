//! Steps of the engine as formulas of a spreadsheet: what has a cell is named by it, the rest stands in the formula.

use std::collections::HashMap;

use rust_decimal::Decimal;

use crate::report::workbook::book::{Cell, Outcome, Place, Sheet, SheetId, Shown};
use crate::report::workbook::ledger::{At, Entry, Kept, Kind};
use crate::report::workbook::sums::{Term, added};
use crate::units::id::InputId;
use crate::units::quantity::Unit;
use crate::units::trace::Op;

/// A longer part of a formula gets a row of its own; a cell may hold 8,192 letters.
const LONG: usize = 900;

/// A part with more levels of brackets gets a row of its own; a cell may hold 64.
const DEEP: usize = 20;

/// The steps of one trace and where they stand.
#[derive(Debug)]
pub struct Traced<'k> {
    /// The steps.
    pub kept: &'k Kept,
    /// The id of what they are of.
    pub of: String,
    /// The name of what they are of.
    pub name: String,
    /// The record that is being written.
    pub about: String,
    places: HashMap<At, Vec<Place>>,
}

impl<'k> Traced<'k> {
    /// Steps that stand nowhere yet.
    pub fn new(kept: &'k Kept, of: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            kept,
            of: of.into(),
            name: name.into(),
            about: String::new(),
            places: HashMap::new(),
        }
    }

    /// Says that a step stands in a cell.
    pub fn put(&mut self, at: At, place: Place) {
        let at = self.kept.resolved(at);
        self.places.entry(at).or_default().push(place);
    }

    /// Says that a step stands in a cell, unless it stands somewhere already.
    pub fn put_once(&mut self, at: At, place: Place) {
        if self.places(at).is_empty() {
            self.put(at, place);
        }
    }

    /// The cells that a step stands in.
    pub fn places(&self, at: At) -> &[Place] {
        let places = self.places.get(&self.kept.resolved(at));
        places.map_or(&[], Vec::as_slice)
    }

    /// What a step comes to.
    pub fn value(&self, at: At) -> Decimal {
        self.kept.entry(at).map_or(Decimal::ZERO, |it| it.value)
    }
}

/// A formula, or a part of one.
#[derive(Clone, Debug)]
pub struct Text {
    /// As it is written.
    pub text: String,
    /// How closely its parts hold together: 0 a sum, 1 a product, 2 one thing.
    level: u8,
    /// How many brackets stand in one another.
    depth: usize,
}

impl Text {
    /// One thing that needs no brackets.
    pub fn one(text: impl Into<String>, depth: usize) -> Self {
        Self {
            text: text.into(),
            level: 2,
            depth,
        }
    }

    fn of_number(value: Decimal) -> Self {
        Self {
            text: value.normalize().to_string(),
            level: if value.is_sign_negative() { 0 } else { 2 },
            depth: 0,
        }
    }

    /// In brackets where it holds together less closely than `level`.
    fn held(self, level: u8) -> Self {
        if self.level >= level {
            return self;
        }
        Self::one(format!("({})", self.text), self.depth.saturating_add(1))
    }
}

/// Writes formulas; keeps the sheets that fill up on the way.
#[derive(Debug)]
pub struct Scribe<'a> {
    inputs: &'a HashMap<InputId, Place>,
    /// The official numbers that some formula uses.
    pub official: Sheet,
    /// The steps that have a name and no other place.
    pub workings: Sheet,
    official_places: HashMap<(String, Decimal), Place>,
}

impl<'a> Scribe<'a> {
    /// Writes formulas over inputs that stand in these cells.
    pub fn new(inputs: &'a HashMap<InputId, Place>) -> Self {
        Self {
            inputs,
            official: Sheet::new(
                SheetId::Official,
                "Numbers that were published or are customary, as the formulas use them. Each has its source.",
                &[("What it is", 60), ("Value", 16), ("Source", 90)],
                1,
            ),
            workings: Sheet::new(
                SheetId::Workings,
                "Steps of the formulas that have a name of their own, in the order that they are worked out.",
                &[
                    ("Id", 9),
                    ("Partnership", 30),
                    ("Of", 44),
                    ("Step", 44),
                    ("Value", 18),
                    ("Unit", 12),
                ],
                2,
            ),
            official_places: HashMap::new(),
        }
    }

    /// The cell of a step that is to stand at `place`; later formulas name it by that.
    pub fn cell(&mut self, traced: &mut Traced<'_>, at: At, place: Place) -> Cell {
        let Some(entry) = traced.kept.entry(at) else {
            return Cell::Blank;
        };
        let shown = shown(entry);
        let text = self.formula(traced, at, place.sheet);
        let cell = Cell::Formula(text, Outcome::Figure(entry.value), shown);
        traced.put(at, place);
        cell
    }

    /// The formula of a step on a sheet: the name of its cell where it has one.
    pub fn formula(&mut self, traced: &mut Traced<'_>, at: At, on: SheetId) -> String {
        let at = traced.kept.resolved(at);
        match traced.places(at) {
            [place, ..] => place.on(on),
            [] => self.body(traced, at, on).text,
        }
    }

    /// A step inside a formula.
    pub fn part(&mut self, traced: &mut Traced<'_>, at: At, on: SheetId) -> Text {
        match self.term(traced, at, on) {
            Term::Cells(places) => {
                let place = places.first();
                Text::one(place.map_or_else(String::new, |it| it.on(on)), 0)
            }
            Term::Text(text) => text,
            Term::Discounted(..) => self.body(traced, at, on),
        }
    }

    fn term(&mut self, traced: &mut Traced<'_>, at: At, on: SheetId) -> Term {
        let at = traced.kept.resolved(at);
        let places = traced.places(at);
        if !places.is_empty() {
            return Term::Cells(places.to_vec());
        }
        let Some(entry) = traced.kept.entry(at) else {
            return Term::Text(Text::of_number(Decimal::ZERO));
        };
        match &entry.kind {
            Kind::Input(id) => match self.inputs.get(id) {
                Some(place) => Term::Cells(vec![*place]),
                None => Term::Text(Text::of_number(entry.value)),
            },
            Kind::Official { label, source } => {
                let place = self.official(label, source, entry);
                Term::Cells(vec![place])
            }
            Kind::Constant => Term::Text(Text::of_number(entry.value)),
            Kind::Step(_) => {
                if let Some(label) = &entry.label {
                    let place = self.work_out(traced, at, label);
                    return Term::Cells(vec![place]);
                }
                let text = self.body(traced, at, on);
                if text.text.len() > LONG || text.depth > DEEP {
                    let place = self.work_out(traced, at, "Part of the formula");
                    return Term::Cells(vec![place]);
                }
                Term::Text(text)
            }
        }
    }

    /// A part of a sum; of one that is brought to year 0 and rounded, its two cells.
    fn summand(&mut self, traced: &mut Traced<'_>, at: At, on: SheetId) -> Term {
        let at = traced.kept.resolved(at);
        if traced.places(at).is_empty()
            && let Some((a, b)) = discounted(traced, at)
        {
            return Term::Discounted(a, b);
        }
        self.term(traced, at, on)
    }

    fn body(&mut self, traced: &mut Traced<'_>, at: At, on: SheetId) -> Text {
        let Some(entry) = traced.kept.entry(at) else {
            return Text::of_number(Decimal::ZERO);
        };
        let Kind::Step(op) = entry.kind else {
            return self.part(traced, at, on);
        };
        let parts = entry.parts.as_slice();
        match (op, parts) {
            (Op::Add, parts) => {
                let terms: Vec<(Term, Decimal)> = parts
                    .iter()
                    .map(|it| (self.summand(traced, *it, on), traced.value(*it)))
                    .collect();
                let found = added(terms, on, &mut |text, value| {
                    self.row(traced, "Part of the sum", text, value, entry.unit)
                });
                match found {
                    Some(text) => text,
                    None => Text::one(self.work_out(traced, at, "Long sum").on(on), 0),
                }
            }
            (Op::Sub, [a, b]) => self.between(traced, (*a, 0), "-", (*b, 1), on),
            (Op::Mul, [a, b]) => self.between(traced, (*a, 1), "*", (*b, 1), on),
            (Op::Div, [a, b]) => self.between(traced, (*a, 1), "/", (*b, 2), on),
            (Op::Max, parts) => self.call(traced, "MAX", parts, "", on),
            (Op::Min, parts) => self.call(traced, "MIN", parts, "", on),
            (Op::Round, parts) => self.call(traced, "ROUND", parts, ",10", on),
            (Op::Pow, parts) => self.call(traced, "POWER", parts, "", on),
            (Op::Root, parts) => self.call(traced, "SQRT", parts, "", on),
            _ => Text::of_number(entry.value),
        }
    }

    fn between(
        &mut self,
        traced: &mut Traced<'_>,
        (a, a_level): (At, u8),
        sign: &str,
        (b, b_level): (At, u8),
        on: SheetId,
    ) -> Text {
        let a = self.part(traced, a, on).held(a_level);
        let b = self.part(traced, b, on).held(b_level);
        Text {
            text: format!("{}{sign}{}", a.text, b.text),
            level: u8::from(sign != "-"),
            depth: a.depth.max(b.depth),
        }
    }

    fn call(
        &mut self,
        traced: &mut Traced<'_>,
        name: &str,
        parts: &[At],
        last: &str,
        on: SheetId,
    ) -> Text {
        let parts: Vec<Text> = parts.iter().map(|it| self.part(traced, *it, on)).collect();
        let depth = parts.iter().map(|it| it.depth).max().unwrap_or(0);
        let parts: Vec<String> = parts.into_iter().map(|it| it.text).collect();
        Text::one(
            format!("{name}({}{last})", parts.join(",")),
            depth.saturating_add(1),
        )
    }

    /// A row of its own for a step.
    fn work_out(&mut self, traced: &mut Traced<'_>, at: At, label: &str) -> Place {
        let text = self.body(traced, at, SheetId::Workings).text;
        let (value, unit) = match traced.kept.entry(at) {
            Some(entry) => (entry.value, entry.unit),
            None => (Decimal::ZERO, Unit::Number),
        };
        let place = self.row(traced, label, text, value, unit);
        traced.put(at, place);
        place
    }

    fn row(
        &mut self,
        traced: &Traced<'_>,
        label: &str,
        text: String,
        value: Decimal,
        unit: Unit,
    ) -> Place {
        let place = self.workings.next(4);
        self.workings.push(vec![
            Cell::words(&traced.of),
            Cell::words(&traced.name),
            Cell::words(&traced.about),
            Cell::words(label),
            Cell::Formula(text, Outcome::Figure(value), Shown::Unit(unit)),
            Cell::words(unit_name(unit)),
        ]);
        place
    }

    fn official(&mut self, label: &str, source: &str, entry: &Entry) -> Place {
        let key = (label.to_owned(), entry.value);
        if let Some(place) = self.official_places.get(&key) {
            return *place;
        }
        let place = self.official.next(1);
        self.official.push(vec![
            Cell::words(label),
            Cell::Figure(entry.value, shown(entry)),
            Cell::words(source),
        ]);
        self.official_places.insert(key, place);
        place
    }
}

/// The cells of `ROUND(a × b)`, where both stand somewhere.
fn discounted(traced: &Traced<'_>, at: At) -> Option<(Vec<Place>, Vec<Place>)> {
    let parts_of = |at: At, op: Op| {
        let entry = traced.kept.entry(at)?;
        (entry.kind == Kind::Step(op)).then_some(entry.parts.as_slice())
    };
    let [inner] = parts_of(at, Op::Round)? else {
        return None;
    };
    let [a, b] = parts_of(traced.kept.resolved(*inner), Op::Mul)? else {
        return None;
    };
    let (a, b) = (traced.places(*a), traced.places(*b));
    (!a.is_empty() && !b.is_empty()).then(|| (a.to_vec(), b.to_vec()))
}

/// How a step is shown: a factor with its decimals, the rest by its unit.
fn shown(entry: &Entry) -> Shown {
    let label = match &entry.kind {
        Kind::Official { label, .. } => Some(label.as_str()),
        _ => entry.label.as_deref(),
    };
    if label.is_some_and(|it| it.contains("iscount factor")) {
        return Shown::Exact;
    }
    Shown::Unit(entry.unit)
}

/// What a unit is called in a column of units.
pub fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Money => "£",
        Unit::HourlyCost => "£ an hour",
        Unit::Hours => "hours",
        Unit::Fte => "FTE",
        Unit::Rate => "share",
        Unit::Number => "number",
    }
}
