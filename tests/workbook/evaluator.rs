//! A small spreadsheet: works the formulas of a workbook out again, from its inputs alone.

use std::cell::RefCell;
use std::collections::HashMap;

use super::file::{At, File, Value, address};

/// What a part of a formula comes to.
#[derive(Clone, Debug)]
enum Part {
    One(Value),
    Many(Vec<Value>),
}

/// Works cells out, each once.
pub(super) struct Sheets<'f> {
    file: &'f File,
    changed: HashMap<At, Value>,
    known: RefCell<HashMap<At, Value>>,
}

impl<'f> Sheets<'f> {
    pub(super) fn new(file: &'f File) -> Self {
        Self {
            file,
            changed: HashMap::new(),
            known: RefCell::default(),
        }
    }

    /// Types a value into a cell.
    pub(super) fn change(&mut self, at: At, value: Value) {
        self.changed.insert(at, value);
        self.known.borrow_mut().clear();
    }

    /// What a cell comes to now.
    pub(super) fn value(&self, at: &At) -> Value {
        if let Some(value) = self.changed.get(at) {
            return value.clone();
        }
        let Some(formula) = self.file.formulas.get(at) else {
            return self.file.values.get(at).cloned().unwrap_or(Value::Blank);
        };
        if let Some(known) = self.known.borrow().get(at) {
            return known.clone();
        }
        let mut reader = Reader {
            sheets: self,
            sheet: &at.0,
            left: formula,
        };
        let value = one(&reader.comparison());
        assert_eq!(reader.left, "", "{at:?}: {formula}");
        self.known.borrow_mut().insert(at.clone(), value.clone());
        value
    }

    pub(super) fn number(&self, at: &At) -> f64 {
        number(&self.value(at))
    }
}

fn one(part: &Part) -> Value {
    match part {
        Part::One(value) => value.clone(),
        Part::Many(_) => panic!("a range stands where one value should"),
    }
}

fn number(value: &Value) -> f64 {
    match value {
        Value::Blank => 0.0,
        Value::Number(it) => *it,
        Value::Truth(it) => f64::from(u8::from(*it)),
        Value::Words(it) => panic!("“{it}” is no number"),
    }
}

/// As a spreadsheet: half away from nought.
fn rounded(value: f64) -> f64 {
    if value.abs() > 1e5 {
        return value;
    }
    (value * 1e10).round() / 1e10
}

fn each(a: Part, b: Part, of: impl Fn(&Value, &Value) -> Value) -> Part {
    match (a, b) {
        (Part::One(a), Part::One(b)) => Part::One(of(&a, &b)),
        (Part::Many(a), Part::One(b)) => Part::Many(a.iter().map(|it| of(it, &b)).collect()),
        (Part::One(a), Part::Many(b)) => Part::Many(b.iter().map(|it| of(&a, it)).collect()),
        (Part::Many(a), Part::Many(b)) => {
            assert_eq!(a.len(), b.len(), "two ranges of one length");
            Part::Many(a.iter().zip(&b).map(|(a, b)| of(a, b)).collect())
        }
    }
}

fn same(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Words(a), Value::Words(b)) => a == b,
        (Value::Words(_), _) | (_, Value::Words(_)) => false,
        _ => number(a) == number(b),
    }
}

struct Reader<'s, 'f> {
    sheets: &'s Sheets<'f>,
    sheet: &'s str,
    left: &'s str,
}

impl Reader<'_, '_> {
    fn takes(&mut self, sign: &str) -> bool {
        match self.left.strip_prefix(sign) {
            Some(left) => {
                self.left = left;
                true
            }
            None => false,
        }
    }

    fn comparison(&mut self) -> Part {
        let a = self.sum();
        for sign in ["<>", "<=", ">=", "<", ">", "="] {
            if self.takes(sign) {
                let b = self.sum();
                return each(a, b, |a, b| {
                    Value::Truth(match sign {
                        "<>" => !same(a, b),
                        "=" => same(a, b),
                        "<=" => number(a) <= number(b),
                        ">=" => number(a) >= number(b),
                        "<" => number(a) < number(b),
                        _ => number(a) > number(b),
                    })
                });
            }
        }
        a
    }

    fn sum(&mut self) -> Part {
        let mut sum = self.product();
        loop {
            let is_more = self.left.starts_with('+');
            if !is_more && !self.left.starts_with('-') {
                return sum;
            }
            self.left = &self.left[1..];
            let next = self.product();
            sum = each(sum, next, |a, b| {
                let b = number(b);
                Value::Number(number(a) + if is_more { b } else { -b })
            });
        }
    }

    fn product(&mut self) -> Part {
        let mut product = self.factor();
        loop {
            let is_times = self.left.starts_with('*');
            if !is_times && !self.left.starts_with('/') {
                return product;
            }
            self.left = &self.left[1..];
            let next = self.factor();
            product = each(product, next, |a, b| {
                let (a, b) = (number(a), number(b));
                Value::Number(if is_times { a * b } else { a / b })
            });
        }
    }

    fn factor(&mut self) -> Part {
        if self.takes("-") {
            let of = self.factor();
            return each(of, Part::One(Value::Number(-1.0)), |a, b| {
                Value::Number(number(a) * number(b))
            });
        }
        if self.takes("(") {
            let inner = self.comparison();
            assert!(self.takes(")"));
            return inner;
        }
        if self.takes("\"") {
            let end = self.left.find('"').unwrap();
            let words = self.left[..end].to_owned();
            self.left = &self.left[end + 1..];
            return Part::One(Value::Words(words));
        }
        let is_part = |it: char| it.is_ascii_alphanumeric() || "!$.:".contains(it);
        let end = self.left.find(|it| !is_part(it)).unwrap_or(self.left.len());
        let (word, left) = self.left.split_at(end);
        self.left = left;
        if self.takes("(") {
            let mut arguments = Vec::new();
            while !self.takes(")") {
                arguments.push(self.comparison());
                self.takes(",");
            }
            return call(word, &arguments);
        }
        if word == "TRUE" {
            return Part::One(Value::Truth(true));
        }
        if let Ok(number) = word.parse() {
            return Part::One(Value::Number(number));
        }
        self.named(word)
    }

    fn named(&self, word: &str) -> Part {
        let Some((first, last)) = word.split_once(':') else {
            return Part::One(self.sheets.value(&address(word, self.sheet)));
        };
        let first = address(first, self.sheet);
        let last = address(last, &first.0);
        let mut all = Vec::new();
        for row in first.1..=last.1 {
            for column in first.2..=last.2 {
                all.push(self.sheets.value(&(first.0.clone(), row, column)));
            }
        }
        Part::Many(all)
    }
}

fn call(name: &str, arguments: &[Part]) -> Part {
    let flat = || {
        let all = arguments.iter().flat_map(|it| match it {
            Part::One(value) => vec![value.clone()],
            // What is no number is left out of a range, as a spreadsheet does.
            Part::Many(all) => {
                let all = all.iter();
                let numbers = all.filter(|it| matches!(it, Value::Number(_) | Value::Truth(_)));
                numbers.cloned().collect()
            }
        });
        all.map(|it| number(&it)).collect::<Vec<f64>>()
    };
    let truths = || flat().into_iter().all(|it| it != 0.0);
    let at = |n: usize| number(&one(&arguments[n]));
    let number_of = |it: f64| Part::One(Value::Number(it));
    match name {
        "SUM" | "SUMPRODUCT" => number_of(flat().into_iter().sum()),
        "MAX" => number_of(flat().into_iter().fold(f64::NEG_INFINITY, f64::max)),
        "MIN" => number_of(flat().into_iter().fold(f64::INFINITY, f64::min)),
        "ROUND" => {
            assert_eq!(at(1), 10.0);
            each(arguments[0].clone(), Part::One(Value::Blank), |a, _| {
                Value::Number(rounded(number(a)))
            })
        }
        "ABS" => number_of(at(0).abs()),
        "POWER" => number_of(at(0).powf(at(1))),
        "SQRT" => number_of(at(0).sqrt()),
        "AND" => Part::One(Value::Truth(truths())),
        "IF" => arguments[if at(0) == 0.0 { 2 } else { 1 }].clone(),
        "ISNUMBER" => each(arguments[0].clone(), Part::One(Value::Blank), |a, _| {
            Value::Truth(matches!(a, Value::Number(_)))
        }),
        other => panic!("no formula needs {other}"),
    }
}
