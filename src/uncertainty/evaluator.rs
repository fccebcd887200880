//! A partnership's figures for many sets of inputs at once: compiled where its formulas take the same turns, and compiled
//! again where they take others.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::uncertainty::interval::Interval;
use crate::uncertainty::output::{Output, Wanted, outputs};
use crate::uncertainty::program::{Answers, LANES, Program, Registers};
use crate::uncertainty::tape::{Operand, Tape, float};
use crate::units::id::{Id, InputId};
use crate::units::progress::Stop;

/// Larger figures are not known: `units::exact::LARGEST_FIGURE`.
const LARGEST_FIGURE: f64 = 1e15;

/// Programs of one partnership are at most so many; what they do not cover has no figure, which is said.
const MOST_PROGRAMS: usize = 200;

/// Which lanes of a table of cases.
#[derive(Clone, Copy, Debug)]
pub enum Lanes<'a> {
    /// So many from this one on.
    From(u32),
    /// These.
    These(&'a [u32]),
}

/// Sets of inputs.
pub trait Cases: Sync {
    /// An input, by its place among the varied ones, in each of these lanes.
    fn fill(&self, input: usize, lanes: Lanes<'_>, out: &mut [f64]);
}

/// A varied input.
#[derive(Clone, Debug)]
pub struct Varied {
    /// Where it is typed.
    pub at: InputId,
    /// Its central value.
    pub central: f64,
    /// Between what and what its cases lie, where that is known.
    pub ends: Interval,
}

/// One figure in every case; NaN where there is none.
pub type Column = Vec<f64>;

/// What the cases come to.
#[derive(Clone, Debug, Default)]
pub struct Columns {
    /// The figures, in order.
    pub outputs: Vec<Output>,
    /// Each in every case.
    pub columns: Vec<Column>,
    /// How many cases there are.
    pub n_cases: usize,
    /// Cases that no program covers.
    pub n_left_out: usize,
}

impl Columns {
    /// Takes these figures in; what is there stays.
    fn make_room(&mut self, outputs: &[Output]) {
        self.outputs = outputs.to_vec();
        self.columns
            .resize_with(outputs.len(), || vec![f64::NAN; self.n_cases]);
    }

    /// One figure in every case.
    pub fn of(&self, output: Output) -> Option<&[f64]> {
        let at = self.outputs.iter().position(|it| *it == output)?;
        self.columns.get(at).map(Vec::as_slice)
    }
}

/// Works out cases of one partnership.
#[derive(Debug)]
pub struct Evaluator {
    register: Register,
    guidance: &'static Guidance,
    question: Question,
    wanted: Wanted,
    varied: Vec<Varied>,
    place: HashMap<InputId, usize>,
    outputs: Vec<Output>,
    programs: Vec<Program>,
}

impl Evaluator {
    /// The partnership by itself, with the inputs that `is_varied` picks. Nothing where the register has none of that id.
    pub fn new(
        register: &Register,
        guidance: &'static Guidance,
        question: Question,
        partnership: Id,
        wanted: Wanted,
        varied: impl Fn(InputId, &dyn AnyInput) -> Option<Varied>,
    ) -> Option<Self> {
        let alone = alone(register, partnership)?;
        let mut found = Vec::new();
        alone.each_input(&mut |at, input| found.extend(varied(at, input)));
        let place = found.iter().enumerate().map(|(n, it)| (it.at, n));
        let mut new = Self {
            place: place.collect(),
            varied: found,
            register: alone,
            guidance,
            question,
            wanted,
            outputs: Vec::new(),
            programs: Vec::new(),
        };
        let (outputs, program) = new.compiled(&new.register);
        new.outputs = outputs;
        new.programs.extend(program);
        Some(new)
    }

    /// What `of` says of each varied input, in order.
    pub fn inputs<T>(&self, of: impl Fn(InputId, &dyn AnyInput) -> Option<T>) -> Vec<T> {
        let mut found = Vec::with_capacity(self.varied.len());
        self.register.each_input(&mut |at, input| {
            if self.place.contains_key(&at) {
                found.extend(of(at, input));
            }
        });
        found
    }

    /// The inputs that are varied.
    pub fn varied(&self) -> &[Varied] {
        &self.varied
    }

    /// The figures of a register's only partnership, and the program that works them out from the varied inputs.
    fn compiled(&self, register: &Register) -> (Vec<Output>, Option<Program>) {
        let Some(partnership) = register.partnerships.first() else {
            return (Vec::new(), None);
        };
        let tape = Tape::new(&self.place);
        let followed = outputs(
            &tape,
            register,
            self.guidance,
            self.question,
            partnership,
            self.wanted,
        );
        let kept = tape.into_steps();
        // Another program may have figures that the first has not, such as those of a later year.
        let mut outputs = self.outputs.clone();
        for (output, _) in &followed {
            if !outputs.contains(output) {
                outputs.push(*output);
            }
        }
        let operands: Vec<Option<Operand>> = outputs
            .iter()
            .map(|output| {
                let found = followed.iter().find(|(other, _)| other == output);
                found.map(|(_, operand)| *operand)
            })
            .collect();
        let ends: Vec<Interval> = self.varied.iter().map(|it| it.ends).collect();
        let program = Program::new(&kept, &operands, Some(&ends));
        (outputs, Some(program))
    }

    /// Every figure in cases 0 to `n`; nothing where somebody asked to stop.
    pub fn columns(&mut self, n: u32, cases: &dyn Cases, stop: &Stop) -> Option<Columns> {
        let mut columns = Columns {
            n_cases: usize::try_from(n).ok()?,
            ..Columns::default()
        };
        columns.make_room(&self.outputs);
        let mut left = self.run_all(n, cases, &mut columns, stop)?;
        let mut at = 1;
        while !left.is_empty() {
            if at == self.programs.len() && !self.add_program(cases, &mut left, &mut columns) {
                continue;
            }
            let Some(program) = self.programs.get(at) else {
                columns.n_left_out = columns.n_left_out.saturating_add(left.len());
                break;
            };
            left = run_these(program, &left, cases, &mut columns, stop)?;
            at = at.saturating_add(1);
        }
        Some(columns)
    }

    /// Compiles again for the first case that is left; says whether that case follows the new program.
    fn add_program(
        &mut self,
        cases: &dyn Cases,
        left: &mut Vec<u32>,
        columns: &mut Columns,
    ) -> bool {
        if self.programs.len() >= MOST_PROGRAMS {
            return true;
        }
        let Some(first) = left.first().copied() else {
            return true;
        };
        let register = self.case(cases, first);
        let (outputs, program) = self.compiled(&register);
        let Some(program) = program else { return true };
        let answers = run_block(
            &program,
            &mut Registers::default(),
            Lanes::These(&[first]),
            1,
            cases,
        );
        let follows = !answers.has_left.first().copied().unwrap_or(true);
        if follows {
            self.programs.push(program);
            columns.make_room(&outputs);
            self.outputs = outputs;
        } else {
            // Rounding puts it on the other side of a test: no program can be made from it.
            left.remove(0);
            columns.n_left_out = columns.n_left_out.saturating_add(1);
        }
        follows
    }

    /// The register with the inputs of one case typed in.
    pub fn case(&self, cases: &dyn Cases, lane: u32) -> Register {
        let mut register = self.register.clone();
        let value = |at: InputId| {
            let input = self.place.get(&at)?;
            let mut out = [0.0];
            cases.fill(*input, Lanes::These(&[lane]), &mut out);
            Decimal::from_f64_retain(out[0])
        };
        register.each_input_mut(&mut |at, input| {
            if let Some(value) = value(at) {
                input.set_exactly(value);
            }
        });
        register
    }

    /// Runs the first program over all cases; the cases that do not follow it.
    fn run_all(
        &self,
        n: u32,
        cases: &dyn Cases,
        columns: &mut Columns,
        stop: &Stop,
    ) -> Option<Vec<u32>> {
        let program = self.programs.first()?;
        let lanes = u32::try_from(LANES).ok()?;
        let blocks: Option<Vec<(u32, usize, Answers)>> = (0..n.div_ceil(lanes))
            .into_par_iter()
            .map_init(Registers::default, |registers, block| {
                if stop.is_asked() {
                    return None;
                }
                let first = block.saturating_mul(lanes);
                let size = usize::try_from(n.saturating_sub(first)).ok()?.min(LANES);
                let answers = run_block(program, registers, Lanes::From(first), size, cases);
                Some((first, size, answers))
            })
            .collect();
        let mut left = Vec::new();
        for (first, size, answers) in blocks? {
            let all: Vec<u32> = (first..n).take(size).collect();
            take(&all, &answers, columns, &mut left);
        }
        Some(left)
    }
}

/// Runs a program over some cases; those that do not follow it.
fn run_these(
    program: &Program,
    lanes: &[u32],
    cases: &dyn Cases,
    columns: &mut Columns,
    stop: &Stop,
) -> Option<Vec<u32>> {
    let blocks: Option<Vec<Answers>> = lanes
        .par_chunks(LANES)
        .map_init(Registers::default, |registers, chunk| {
            let lanes = Lanes::These(chunk);
            (!stop.is_asked()).then(|| run_block(program, registers, lanes, chunk.len(), cases))
        })
        .collect();
    let mut left = Vec::new();
    for (chunk, answers) in lanes.chunks(LANES).zip(blocks?) {
        take(chunk, &answers, columns, &mut left);
    }
    Some(left)
}

fn run_block(
    program: &Program,
    registers: &mut Registers,
    lanes: Lanes<'_>,
    size: usize,
    cases: &dyn Cases,
) -> Answers {
    program.run(registers, size, |input, out| cases.fill(input, lanes, out))
}

/// Puts the answers of a block in their places.
fn take(lanes: &[u32], answers: &Answers, columns: &mut Columns, left: &mut Vec<u32>) {
    for (output, column) in answers.outputs.iter().zip(&mut columns.columns) {
        for ((lane, value), has_left) in lanes.iter().zip(output).zip(&answers.has_left) {
            let place = usize::try_from(*lane)
                .ok()
                .and_then(|it| column.get_mut(it));
            // As in the exact engine a figure beyond belief is none.
            let is_credible = value.abs() <= LARGEST_FIGURE;
            if let Some(place) = place.filter(|_| !has_left && is_credible) {
                *place = *value;
            }
        }
    }
    let is_left = |(lane, has_left): (&u32, &bool)| has_left.then_some(*lane);
    left.extend(lanes.iter().zip(&answers.has_left).filter_map(is_left));
}

/// The register with one partnership, and with the grades that it uses.
fn alone(register: &Register, partnership: Id) -> Option<Register> {
    let one = register.partnership(partnership)?;
    let mut alone = register.clone();
    alone.partnerships = vec![Arc::clone(one)];
    let used = grades_of(one);
    let is_used = |id: &Id| used.contains(id);
    if !alone.grades.iter().all(|it| is_used(&it.id)) {
        let grades = alone.grades.iter().filter(|it| is_used(&it.id)).cloned();
        alone.grades = Arc::new(grades.collect());
    }
    alone.scenarios = Arc::default();
    Some(alone)
}

fn grades_of(it: &Partnership) -> Vec<Id> {
    let attendees = it.meetings.iter().flat_map(|it| &it.attendees);
    let mut ids: Vec<Id> = attendees
        .filter_map(|it| it.grade)
        .chain(it.between_meetings.iter().filter_map(|it| it.grade))
        .chain(it.posts.iter().filter_map(|it| it.grade))
        .chain(it.secondments.iter().filter_map(|it| it.grade))
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// An input that may be varied at all: one that is known, at its central value.
pub fn at_its_central(at: InputId, input: &dyn AnyInput, ends: Interval) -> Option<Varied> {
    Some(Varied {
        at,
        central: float(input.decimal()?),
        ends,
    })
}
