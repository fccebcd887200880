//! The recorder that keeps only what moves: the steps of a formula that rest on varied inputs, each once.
//!
//! What rests on none of them is a constant, already worked out by the exact engine. Sums are kept as linear forms, so
//! that a discounted stream of equal years is one product and not thirty.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::units::id::InputId;
use crate::units::quantity::Unit;
use crate::units::trace::{Leaf, Op, Recorder, Test};

/// A sum of at most so many terms is taken apart where it is a part of another.
const SHORT: usize = 4;

/// What a value is to the tape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Operand {
    /// It never moves.
    Constant(f64),
    /// It is worked out by a step.
    Slot(u32),
}

/// One step.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// A varied input, by its place among them.
    Source(usize),
    /// A constant and slots, each times a constant.
    Sum(f64, Vec<(f64, u32)>),
    /// Two slots multiplied.
    Product(u32, u32),
    /// One over the other.
    Quotient(Operand, u32),
    /// The larger.
    Larger(u32, Operand),
    /// The smaller.
    Smaller(u32, Operand),
    /// A whole power.
    Power(u32, u16),
    /// The square root.
    Root(u32),
}

/// A turn that the formula took.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    /// The value that was tested.
    pub(crate) slot: u32,
    /// The test.
    pub(crate) test: Test,
    /// Whether it passed.
    pub(crate) has_passed: bool,
}

/// Everything on a tape, in the order that it was worked out.
#[derive(Debug, Default)]
pub(crate) struct Steps {
    /// The steps.
    pub(crate) steps: Vec<Step>,
    /// The turns.
    pub(crate) turns: Vec<Turn>,
}

/// Records the steps of formulas over varied inputs.
#[derive(Debug)]
pub struct Tape<'v> {
    varied: &'v HashMap<InputId, usize>,
    state: RefCell<State>,
}

#[derive(Debug, Default)]
struct State {
    kept: Steps,
    known: HashMap<Vec<u64>, u32>,
    turned: HashSet<(u32, u8, Decimal)>,
}

impl<'v> Tape<'v> {
    /// An empty tape; `varied` says which inputs move, and the place of each.
    pub fn new(varied: &'v HashMap<InputId, usize>) -> Self {
        Self {
            varied,
            state: RefCell::default(),
        }
    }

    /// What was recorded.
    pub(crate) fn into_steps(self) -> Steps {
        self.state.into_inner().kept
    }
}

/// The nearest floating-point number.
pub fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or(f64::NAN)
}

impl State {
    /// The slot of a step; the same step has one slot.
    fn slot(&mut self, step: Step) -> Operand {
        let key = key(&step);
        if let Some(slot) = self.known.get(&key) {
            return Operand::Slot(*slot);
        }
        let slot = u32::try_from(self.kept.steps.len()).unwrap_or(u32::MAX);
        self.kept.steps.push(step);
        self.known.insert(key, slot);
        Operand::Slot(slot)
    }

    fn step(&self, slot: u32) -> Option<&Step> {
        self.kept.steps.get(usize::try_from(slot).ok()?)
    }

    /// Σ factor × part, each slot once.
    fn sum(&mut self, parts: impl IntoIterator<Item = (f64, Operand)>) -> Operand {
        let mut constant = 0.0;
        let mut terms: BTreeMap<u32, f64> = BTreeMap::new();
        for (factor, part) in parts {
            let slot = match part {
                Operand::Constant(value) => {
                    constant += factor * value;
                    continue;
                }
                Operand::Slot(slot) => slot,
            };
            match self.step(slot) {
                Some(Step::Sum(inner, of)) if of.len() <= SHORT => {
                    constant += factor * inner;
                    for (times, slot) in of {
                        *terms.entry(*slot).or_default() += factor * times;
                    }
                }
                _ => *terms.entry(slot).or_default() += factor,
            }
        }
        terms.retain(|_, factor| *factor != 0.0);
        let mut terms: Vec<(f64, u32)> = terms.into_iter().map(|(slot, it)| (it, slot)).collect();
        match terms.as_slice() {
            [] => Operand::Constant(constant),
            [(1.0, slot)] if constant == 0.0 => Operand::Slot(*slot),
            _ => {
                terms.shrink_to_fit();
                self.slot(Step::Sum(constant, terms))
            }
        }
    }

    /// A slot as a constant times another slot.
    fn scaled(&self, slot: u32) -> (f64, u32) {
        match self.step(slot) {
            Some(Step::Sum(constant, terms)) if *constant == 0.0 => match terms.as_slice() {
                [(factor, inner)] => (*factor, *inner),
                _ => (1.0, slot),
            },
            _ => (1.0, slot),
        }
    }

    fn product(&mut self, a: Operand, b: Operand) -> Operand {
        match (a, b) {
            (Operand::Constant(a), Operand::Constant(b)) => Operand::Constant(a * b),
            (Operand::Constant(factor), slot) | (slot, Operand::Constant(factor)) => {
                self.sum([(factor, slot)])
            }
            (Operand::Slot(a), Operand::Slot(b)) => {
                let ((by, a), (times, b)) = (self.scaled(a), self.scaled(b));
                let product = self.slot(Step::Product(a.min(b), a.max(b)));
                self.sum([(by * times, product)])
            }
        }
    }

    fn quotient(&mut self, a: Operand, b: Operand) -> Operand {
        match (a, b) {
            (a, Operand::Constant(divisor)) => self.sum([(1.0 / divisor, a)]),
            (Operand::Constant(0.0), _) => Operand::Constant(0.0),
            (a, Operand::Slot(b)) => {
                let (times, b) = self.scaled(b);
                let (by, a) = match a {
                    Operand::Constant(_) => (1.0, a),
                    Operand::Slot(a) => {
                        let (by, a) = self.scaled(a);
                        (by, Operand::Slot(a))
                    }
                };
                let quotient = self.slot(Step::Quotient(a, b));
                self.sum([(by / times, quotient)])
            }
        }
    }

    fn end(&mut self, a: Operand, b: Operand, is_larger: bool) -> Operand {
        let of = |slot, other| {
            if is_larger {
                Step::Larger(slot, other)
            } else {
                Step::Smaller(slot, other)
            }
        };
        match (a, b) {
            (Operand::Constant(a), Operand::Constant(b)) => {
                Operand::Constant(if is_larger { a.max(b) } else { a.min(b) })
            }
            (Operand::Slot(slot), other) | (other, Operand::Slot(slot)) => {
                self.slot(of(slot, other))
            }
        }
    }
}

/// What makes two steps the same.
fn key(step: &Step) -> Vec<u64> {
    let operand = |it: &Operand| match it {
        Operand::Constant(value) => [0, value.to_bits()],
        Operand::Slot(slot) => [1, u64::from(*slot)],
    };
    match step {
        Step::Source(at) => vec![0, u64::try_from(*at).unwrap_or(u64::MAX)],
        Step::Sum(constant, terms) => {
            let mut key = vec![1, constant.to_bits()];
            for (factor, slot) in terms {
                key.extend([factor.to_bits(), u64::from(*slot)]);
            }
            key
        }
        Step::Product(a, b) => vec![2, u64::from(*a), u64::from(*b)],
        Step::Quotient(a, b) => {
            let [kind, a] = operand(a);
            vec![3, kind, a, u64::from(*b)]
        }
        Step::Larger(a, b) => {
            let [kind, b] = operand(b);
            vec![4, u64::from(*a), kind, b]
        }
        Step::Smaller(a, b) => {
            let [kind, b] = operand(b);
            vec![5, u64::from(*a), kind, b]
        }
        Step::Power(a, power) => vec![6, u64::from(*a), u64::from(*power)],
        Step::Root(a) => vec![7, u64::from(*a)],
    }
}

impl Recorder for Tape<'_> {
    type Node = Operand;

    fn leaf(&self, leaf: Leaf<'_>, value: Decimal, _: Unit) -> Operand {
        if let Leaf::Input(id, _) = leaf
            && let Some(at) = self.varied.get(&id)
        {
            return self.state.borrow_mut().slot(Step::Source(*at));
        }
        Operand::Constant(float(value))
    }

    fn step(&self, op: Op, parts: &[Operand], value: Decimal, _: Unit) -> Operand {
        let is_constant = |it: &Operand| matches!(it, Operand::Constant(_));
        if parts.iter().all(is_constant) {
            return Operand::Constant(float(value));
        }
        let mut state = self.state.borrow_mut();
        match (op, parts) {
            (Op::Add, parts) => state.sum(parts.iter().map(|part| (1.0, *part))),
            (Op::Sub, [a, b]) => state.sum([(1.0, *a), (-1.0, *b)]),
            (Op::Mul, [a, b]) => state.product(*a, *b),
            (Op::Div, [a, b]) => state.quotient(*a, *b),
            (Op::Max, [a, b]) => state.end(*a, *b, true),
            (Op::Min, [a, b]) => state.end(*a, *b, false),
            // Ten decimals are far finer than a draw.
            (Op::Round, [a]) => *a,
            (Op::Pow, [Operand::Slot(a), Operand::Constant(power)]) => {
                let power = power.to_u16().unwrap_or(u16::MAX);
                state.slot(Step::Power(*a, power))
            }
            (Op::Root, [Operand::Slot(a)]) => state.slot(Step::Root(*a)),
            _ => Operand::Constant(f64::NAN),
        }
    }

    fn name(&self, _: Operand, _: &'static str) {}
    fn name_with(&self, _: Operand, _: &dyn Fn() -> String) {}

    fn turn(&self, node: Operand, test: Test, has_passed: bool) {
        let Operand::Slot(slot) = node else { return };
        let (kind, bound) = match test {
            Test::Above(bound) => (0, bound),
            Test::Below(bound) => (1, bound),
            Test::Is(bound) => (2, bound),
            Test::RoundsTo(bound) => (3, bound),
        };
        let mut state = self.state.borrow_mut();
        if state.turned.insert((slot, kind, bound)) {
            state.kept.turns.push(Turn {
                slot,
                test,
                has_passed,
            });
        }
    }
}
