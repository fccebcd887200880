//! A flat list of operations over blocks of lanes, each lane one set of inputs.

use std::mem;

/// The lanes of a block.
pub(crate) const LANES: usize = 1024;

type Block = Box<[f64; LANES]>;

/// An operation on registers; each writes one.
#[derive(Clone, Copy, Debug)]
pub(super) enum Code {
    Source {
        to: usize,
        input: usize,
    },
    /// The terms from `first` up to `end` of the list of terms.
    Sum {
        to: usize,
        constant: f64,
        first: usize,
        end: usize,
    },
    /// The start of a long sum.
    Fill {
        to: usize,
        constant: f64,
    },
    /// One more term of a long sum.
    AddTo {
        to: usize,
        factor: f64,
        of: usize,
    },
    Product {
        to: usize,
        a: usize,
        b: usize,
    },
    Over {
        to: usize,
        a: usize,
        b: usize,
    },
    ConstantOver {
        to: usize,
        a: f64,
        b: usize,
    },
    Larger {
        to: usize,
        a: usize,
        b: usize,
    },
    LargerThan {
        to: usize,
        a: usize,
        b: f64,
    },
    Smaller {
        to: usize,
        a: usize,
        b: usize,
    },
    SmallerThan {
        to: usize,
        a: usize,
        b: f64,
    },
    Power {
        to: usize,
        a: usize,
        power: u16,
    },
    Root {
        to: usize,
        a: usize,
    },
    /// A lane in which the test comes out otherwise does not follow this program.
    Turn {
        of: usize,
        test: Bound,
        has_passed: bool,
    },
    Output {
        of: usize,
        output: usize,
    },
}

/// A test with its bound as a floating-point number.
#[derive(Clone, Copy, Debug)]
pub(super) enum Bound {
    Above(f64),
    Below(f64),
    Is(f64),
    RoundsTo(f64),
}

/// A flat program. It holds for the lanes that take the turns that the tape took.
#[derive(Debug)]
pub(crate) struct Program {
    pub(super) code: Vec<Code>,
    pub(super) terms: Vec<(f64, usize)>,
    pub(super) n_registers: usize,
    pub(super) outputs: Vec<Constant>,
}

/// An output that never moves, or NaN for one that an operation fills.
pub(super) type Constant = f64;

/// Registers, kept from block to block.
#[derive(Debug, Default)]
pub(crate) struct Registers {
    blocks: Vec<Block>,
    spare: Option<Block>,
    /// Lanes in use.
    n: usize,
}

/// What a block comes to.
#[derive(Debug)]
pub(crate) struct Answers {
    /// Each output in each lane.
    pub(crate) outputs: Vec<Vec<f64>>,
    /// The lanes that do not follow the program.
    pub(crate) has_left: Vec<bool>,
}

impl Program {
    /// Runs the first `n` lanes of a block: `fill` gives an input in each of them.
    pub(crate) fn run(
        &self,
        registers: &mut Registers,
        n: usize,
        mut fill: impl FnMut(usize, &mut [f64]),
    ) -> Answers {
        registers.make(self.n_registers, n);
        let mut answers = Answers {
            outputs: self.outputs.iter().map(|it| vec![*it; n]).collect(),
            has_left: vec![false; n],
        };
        for code in &self.code {
            match *code {
                Code::Source { to, input } => registers.write(to, |_, out| fill(input, out)),
                Code::Sum {
                    to,
                    constant,
                    first,
                    end,
                } => {
                    let terms = self.terms.get(first..end).unwrap_or_default();
                    registers.write(to, |all, out| sum(all, constant, terms, out));
                }
                Code::Fill { to, constant } => registers.write(to, |_, out| out.fill(constant)),
                Code::AddTo { to, factor, of } => registers.add(to, factor, of),
                Code::Product { to, a, b } => registers.each(to, a, b, |a, b| a * b),
                Code::Over { to, a, b } => registers.each(to, a, b, |a, b| a / b),
                Code::ConstantOver { to, a, b } => registers.each(to, b, b, |b, _| a / b),
                Code::Larger { to, a, b } => registers.each(to, a, b, larger),
                Code::LargerThan { to, a, b } => registers.each(to, a, a, |a, _| larger(a, b)),
                Code::Smaller { to, a, b } => registers.each(to, a, b, smaller),
                Code::SmallerThan { to, a, b } => registers.each(to, a, a, |a, _| smaller(a, b)),
                Code::Power { to, a, power } => {
                    registers.each(to, a, a, |a, _| powered(a, power));
                }
                Code::Root { to, a } => registers.each(to, a, a, |a, _| a.sqrt()),
                Code::Turn {
                    of,
                    test,
                    has_passed,
                } => {
                    let Some(block) = registers.blocks.get(of) else {
                        continue;
                    };
                    for (value, has_left) in block.iter().zip(&mut answers.has_left) {
                        *has_left |= test.passes(*value) != has_passed;
                    }
                }
                Code::Output { of, output } => {
                    if let (Some(block), Some(out)) =
                        (registers.blocks.get(of), answers.outputs.get_mut(output))
                    {
                        for (out, value) in out.iter_mut().zip(block.iter()) {
                            *out = *value;
                        }
                    }
                }
            }
        }
        answers
    }
}

fn sum(all: &[Block], constant: f64, terms: &[(f64, usize)], out: &mut [f64]) {
    out.fill(constant);
    for (factor, register) in terms {
        let Some(block) = all.get(*register) else {
            continue;
        };
        for (sum, value) in out.iter_mut().zip(block.iter()) {
            *sum += factor * value;
        }
    }
}

fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

fn smaller(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// By squaring: the same bits on every system.
fn powered(base: f64, power: u16) -> f64 {
    let (mut left, mut square, mut product) = (power, base, 1.0);
    while left > 0 {
        if left & 1 == 1 {
            product *= square;
        }
        square *= square;
        left >>= 1;
    }
    product
}

impl Bound {
    fn passes(self, value: f64) -> bool {
        match self {
            Self::Above(bound) => value > bound,
            Self::Below(bound) => value < bound,
            #[expect(
                clippy::float_cmp,
                reason = "the exact engine asks for exactly this too"
            )]
            Self::Is(bound) => value == bound,
            #[expect(clippy::float_cmp, reason = "whole numbers")]
            Self::RoundsTo(whole) => value.round_ties_even() == whole,
        }
    }
}

impl Registers {
    fn make(&mut self, n_registers: usize, n: usize) {
        self.n = n.min(LANES);
        while self.blocks.len() < n_registers {
            self.blocks.push(Box::new([0.0; LANES]));
        }
    }

    /// Adds a register, times a factor, to another.
    fn add(&mut self, to: usize, factor: f64, of: usize) {
        let Some(place) = self.blocks.get_mut(to) else {
            return;
        };
        let spare = self.spare.take().unwrap_or_else(|| Box::new([0.0; LANES]));
        let mut out = mem::replace(place, spare);
        let of = self.blocks.get(of).and_then(|it| it.get(..self.n));
        if let (Some(out), Some(of)) = (out.get_mut(..self.n), of) {
            for (sum, value) in out.iter_mut().zip(of) {
                *sum += factor * value;
            }
        }
        if let Some(place) = self.blocks.get_mut(to) {
            self.spare = Some(mem::replace(place, out));
        }
    }

    /// Writes a register, which no operation reads at the same time.
    fn write(&mut self, to: usize, how: impl FnOnce(&[Block], &mut [f64])) {
        let Some(place) = self.blocks.get_mut(to) else {
            return;
        };
        let spare = self.spare.take().unwrap_or_else(|| Box::new([0.0; LANES]));
        let mut out = mem::replace(place, spare);
        if let Some(lanes) = out.get_mut(..self.n) {
            how(&self.blocks, lanes);
        }
        if let Some(place) = self.blocks.get_mut(to) {
            self.spare = Some(mem::replace(place, out));
        }
    }

    fn each(&mut self, to: usize, a: usize, b: usize, how: impl Fn(f64, f64) -> f64) {
        self.write(to, |all, out| {
            if let (Some(a), Some(b)) = (all.get(a), all.get(b)) {
                for ((out, a), b) in out.iter_mut().zip(a.iter()).zip(b.iter()) {
                    *out = how(*a, *b);
                }
            }
        });
    }
}
