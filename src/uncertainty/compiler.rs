//! The compiler: what a tape kept becomes a flat program, with registers given out as they are needed.

use std::collections::BTreeMap;

use crate::uncertainty::interval::{self, Interval};
use crate::uncertainty::program::{Bound, Code, Program};
use crate::uncertainty::tape::{Operand, Step, Steps, Turn, float};
use crate::units::trace::Test;

/// A sum of more terms than these is added up as they come, so that none of them has to be kept.
const LONG: usize = 8;

impl Program {
    /// Compiles what `outputs` need. Turns that no value between the `ends` of the inputs can take otherwise are left out.
    pub(crate) fn new(
        kept: &Steps,
        outputs: &[Option<Operand>],
        ends: Option<&[Interval]>,
    ) -> Self {
        let turns = open_turns(kept, ends);
        let last_use = last_uses(kept, outputs, &turns);
        let long = LongSums::of(kept, &last_use);
        let mut builder = Builder {
            program: Self {
                code: Vec::new(),
                terms: Vec::new(),
                n_registers: 0,
                outputs: outputs
                    .iter()
                    .map(|it| match it {
                        Some(Operand::Constant(value)) => *value,
                        _ => f64::NAN,
                    })
                    .collect(),
            },
            register_of: vec![None; kept.steps.len()],
            free: Vec::new(),
        };
        let mut dying: Vec<Vec<usize>> = vec![Vec::new(); kept.steps.len()];
        for (slot, last) in last_use.iter().enumerate() {
            if let Some(list) = last.and_then(|last| dying.get_mut(last)) {
                list.push(slot);
            }
        }
        let mut turns_of: BTreeMap<u32, Vec<Turn>> = BTreeMap::new();
        for turn in turns {
            turns_of.entry(turn.slot).or_default().push(turn);
        }
        let mut outputs_of: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (output, operand) in outputs.iter().enumerate() {
            if let Some(Operand::Slot(slot)) = operand {
                outputs_of.entry(*slot).or_default().push(output);
            }
        }
        for ((slot, step), dying) in kept.steps.iter().enumerate().zip(dying) {
            if last_use.get(slot).copied().flatten().is_none() {
                continue;
            }
            let of_slot = u32::try_from(slot).unwrap_or(u32::MAX);
            if !is_long(step) {
                builder.push(slot, step);
            }
            builder.add_to_long(of_slot, &long);
            let of = builder.register(of_slot);
            for turn in turns_of.get(&of_slot).into_iter().flatten() {
                builder.program.code.push(Code::Turn {
                    of,
                    test: bound(turn.test),
                    has_passed: turn.has_passed,
                });
            }
            let outputs = outputs_of.get(&of_slot).into_iter().flatten();
            let outputs = outputs.map(|output| Code::Output {
                of,
                output: *output,
            });
            builder.program.code.extend(outputs);
            for slot in dying {
                builder.release(slot);
            }
        }
        builder.program
    }
}

fn bound(test: Test) -> Bound {
    match test {
        Test::Above(bound) => Bound::Above(float(bound)),
        Test::Below(bound) => Bound::Below(float(bound)),
        Test::Is(bound) => Bound::Is(float(bound)),
        Test::RoundsTo(bound) => Bound::RoundsTo(float(bound)),
    }
}

fn is_long(step: &Step) -> bool {
    matches!(step, Step::Sum(_, terms) if terms.len() > LONG)
}

/// Long sums by their terms.
#[derive(Debug, Default)]
struct LongSums {
    /// The sums that a slot is the first term of, with what they start from.
    starts: BTreeMap<u32, Vec<(usize, f64)>>,
    /// The sums that a slot is a term of, with its factor.
    adds: BTreeMap<u32, Vec<(usize, f64)>>,
}

impl LongSums {
    /// The long sums among the steps that are needed.
    fn of(kept: &Steps, last_use: &[Option<usize>]) -> Self {
        let mut long = Self::default();
        for (slot, step) in kept.steps.iter().enumerate() {
            let is_needed = last_use.get(slot).copied().flatten().is_some();
            let Step::Sum(constant, terms) = step else {
                continue;
            };
            if !is_needed || !is_long(step) {
                continue;
            }
            // Terms stand in the order of their slots, which is the order that they are worked out in.
            if let Some((_, first)) = terms.first() {
                let starts = long.starts.entry(*first).or_default();
                starts.push((slot, *constant));
            }
            for (factor, term) in terms {
                long.adds.entry(*term).or_default().push((slot, *factor));
            }
        }
        long
    }
}

/// Gives slots registers as they are needed, and takes them back after their last use.
struct Builder {
    program: Program,
    register_of: Vec<Option<usize>>,
    free: Vec<usize>,
}

impl Builder {
    fn register(&self, slot: u32) -> usize {
        let slot = usize::try_from(slot).unwrap_or(usize::MAX);
        let found = self.register_of.get(slot).copied().flatten();
        found.unwrap_or(usize::MAX)
    }

    fn take(&mut self, slot: usize) -> usize {
        let register = self.free.pop().unwrap_or_else(|| {
            let new = self.program.n_registers;
            self.program.n_registers = new.saturating_add(1);
            new
        });
        if let Some(place) = self.register_of.get_mut(slot) {
            *place = Some(register);
        }
        register
    }

    /// Adds a slot that has just been worked out to the long sums that it is a term of.
    fn add_to_long(&mut self, slot: u32, long: &LongSums) {
        for (sum, constant) in long.starts.get(&slot).into_iter().flatten() {
            let to = self.take(*sum);
            let constant = *constant;
            self.program.code.push(Code::Fill { to, constant });
        }
        let of = self.register(slot);
        for (sum, factor) in long.adds.get(&slot).into_iter().flatten() {
            let to = self.register_of.get(*sum).copied().flatten();
            if let Some(to) = to {
                let factor = *factor;
                self.program.code.push(Code::AddTo { to, factor, of });
            }
        }
    }

    fn release(&mut self, slot: usize) {
        let register = self.register_of.get(slot).copied().flatten();
        self.free.extend(register);
    }

    fn push(&mut self, slot: usize, step: &Step) {
        // What it reads is released only afterwards, so that it never writes where it reads.
        let to = self.take(slot);
        let code = match step {
            Step::Source(input) => Code::Source { to, input: *input },
            Step::Sum(constant, terms) => {
                let first = self.program.terms.len();
                for (factor, slot) in terms {
                    let register = self.register(*slot);
                    self.program.terms.push((*factor, register));
                }
                Code::Sum {
                    to,
                    constant: *constant,
                    first,
                    end: self.program.terms.len(),
                }
            }
            Step::Product(a, b) => Code::Product {
                to,
                a: self.register(*a),
                b: self.register(*b),
            },
            Step::Quotient(Operand::Constant(a), b) => Code::ConstantOver {
                to,
                a: *a,
                b: self.register(*b),
            },
            Step::Quotient(Operand::Slot(a), b) => Code::Over {
                to,
                a: self.register(*a),
                b: self.register(*b),
            },
            Step::Larger(a, Operand::Constant(b)) => Code::LargerThan {
                to,
                a: self.register(*a),
                b: *b,
            },
            Step::Larger(a, Operand::Slot(b)) => Code::Larger {
                to,
                a: self.register(*a),
                b: self.register(*b),
            },
            Step::Smaller(a, Operand::Constant(b)) => Code::SmallerThan {
                to,
                a: self.register(*a),
                b: *b,
            },
            Step::Smaller(a, Operand::Slot(b)) => Code::Smaller {
                to,
                a: self.register(*a),
                b: self.register(*b),
            },
            Step::Power(a, power) => Code::Power {
                to,
                a: self.register(*a),
                power: *power,
            },
            Step::Root(a) => Code::Root {
                to,
                a: self.register(*a),
            },
        };
        self.program.code.push(code);
    }
}

/// The slots that a step reads.
pub(crate) fn reads(step: &Step, mut see: impl FnMut(u32)) {
    let mut operand = |it: &Operand| {
        if let Operand::Slot(slot) = it {
            see(*slot);
        }
    };
    match step {
        Step::Source(_) => {}
        Step::Sum(_, terms) => terms
            .iter()
            .for_each(|(_, slot)| operand(&Operand::Slot(*slot))),
        Step::Product(a, b) => {
            operand(&Operand::Slot(*a));
            operand(&Operand::Slot(*b));
        }
        Step::Quotient(a, b) => {
            operand(a);
            operand(&Operand::Slot(*b));
        }
        Step::Larger(a, b) | Step::Smaller(a, b) => {
            operand(&Operand::Slot(*a));
            operand(b);
        }
        Step::Power(a, _) | Step::Root(a) => operand(&Operand::Slot(*a)),
    }
}

/// The place of the last step that reads each slot that is needed at all; an output and a turn read it where it is made.
fn last_uses(kept: &Steps, outputs: &[Option<Operand>], turns: &[Turn]) -> Vec<Option<usize>> {
    let mut last: Vec<Option<usize>> = vec![None; kept.steps.len()];
    let mut need = |slot: u32, at: usize| {
        let place = usize::try_from(slot).ok().and_then(|it| last.get_mut(it));
        if let Some(place) = place {
            *place = Some(place.map_or(at, |before| before.max(at)));
        }
    };
    let own = |slot: u32| usize::try_from(slot).unwrap_or(usize::MAX);
    for operand in outputs.iter().flatten() {
        if let Operand::Slot(slot) = operand {
            need(*slot, own(*slot));
        }
    }
    for turn in turns {
        need(turn.slot, own(turn.slot));
    }
    for (at, step) in kept.steps.iter().enumerate().rev() {
        let is_needed = last.get(at).copied().flatten().is_some();
        if !is_needed {
            continue;
        }
        let is_long = is_long(step);
        reads(step, |slot| {
            // A term of a long sum is added as it comes, and not read again.
            let at = if is_long { own(slot) } else { at };
            let place = usize::try_from(slot).ok().and_then(|it| last.get_mut(it));
            if let Some(place) = place {
                *place = Some(place.map_or(at, |before| before.max(at)));
            }
        });
    }
    last
}

/// The turns that some value between the ends may take otherwise.
fn open_turns(kept: &Steps, ends: Option<&[Interval]>) -> Vec<Turn> {
    let Some(ends) = ends else {
        return kept.turns.clone();
    };
    let intervals = interval::of_steps(&kept.steps, ends);
    let is_open = |turn: &&Turn| {
        let slot = usize::try_from(turn.slot).unwrap_or(usize::MAX);
        let interval = intervals.get(slot).copied().unwrap_or(Interval::ALL);
        match turn.test {
            Test::Above(bound) => interval.reaches_both_sides_above(float(bound)),
            Test::Below(bound) => interval.reaches_both_sides_below(float(bound)),
            Test::Is(bound) => interval.holds(float(bound)),
            Test::RoundsTo(whole) => !interval.rounds_to(float(whole)),
        }
    };
    kept.turns.iter().filter(is_open).copied().collect()
}
