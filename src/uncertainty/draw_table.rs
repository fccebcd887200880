//! Every draw by itself: the inputs and the figures of each, a block of draws at a time, so that memory stays small.

use crate::costing::basis::Basis;
use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::uncertainty::evaluator::{Cases, Column, Evaluator, Lanes};
use crate::uncertainty::output::{Output, Wanted};
use crate::uncertainty::program::LANES;
use crate::uncertainty::ranges::Draws;
use crate::uncertainty::simulation::{Plan, prepared};
use crate::units::id::{Id, InputId};
use crate::units::progress::Stop;

/// The figures of each partnership, in order.
const FIGURES: [Output; 8] = [
    Output::AnnualCost(Basis::Full),
    Output::AnnualCost(Basis::Exhibit2),
    Output::Score,
    Output::CostPerPoint,
    Output::Pvc,
    Output::Pvb,
    Output::Npsv,
    Output::Bcr,
];
/// Cells that a block holds, at most, where its draws do not fill one run of a program.
const BLOCK_CELLS: usize = 1_000_000;

/// What one column is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawColumn {
    /// A ranged input.
    Input(InputId),
    /// A figure of a partnership.
    Figure(Id, Output),
}

/// A table with a row for every draw.
#[derive(Debug)]
pub struct DrawTable {
    plan: Plan,
    parts: Vec<Part>,
    columns: Vec<DrawColumn>,
    next: u32,
}

/// One partnership.
#[derive(Debug)]
struct Part {
    evaluator: Evaluator,
    draws: Draws,
    n_inputs: usize,
    figures: Vec<Output>,
}

/// Some draws, one after another.
#[derive(Clone, Debug)]
pub struct Block {
    /// The first, counted from nought.
    pub first: u32,
    /// How many.
    pub n_draws: usize,
    /// Each column in every one; NaN where there is no figure.
    pub columns: Vec<Column>,
}

impl DrawTable {
    /// Columns of the table of all partnerships; known before anything is worked out.
    pub fn n_columns_of_all(register: &Register) -> usize {
        register.partnerships.len().saturating_mul(FIGURES.len())
    }

    /// The ranged inputs and the figures of one partnership, its options among them; of all, each one's own figures.
    /// Nothing where the register has no such partnership.
    pub fn new(
        register: &Register,
        guidance: &'static Guidance,
        question: Question,
        partnership: Option<Id>,
        plan: Plan,
    ) -> Option<Self> {
        let wanted = match partnership {
            Some(_) => Wanted::All,
            None => Wanted::Measures,
        };
        let ids: Vec<Id> = match partnership {
            Some(id) => vec![id],
            None => register.partnerships.iter().map(|it| it.id).collect(),
        };
        let mut table = Self {
            plan,
            parts: Vec::with_capacity(ids.len()),
            columns: Vec::new(),
            next: 0,
        };
        for id in ids {
            let (evaluator, ranges) = prepared(register, guidance, question, id, wanted)?;
            let mut figures = FIGURES.to_vec();
            let mut n_inputs = 0;
            if partnership.is_some() {
                let of_one = register.partnership(id)?;
                for option in &of_one.options {
                    figures.push(Output::OptionNpsv(option.id));
                    figures.push(Output::OptionIncremental(option.id));
                }
                let inputs = evaluator.varied().iter();
                let inputs = inputs.map(|it| DrawColumn::Input(it.at));
                table.columns.extend(inputs);
                n_inputs = evaluator.varied().len();
            }
            let of_figures = figures.iter().map(|it| DrawColumn::Figure(id, *it));
            table.columns.extend(of_figures);
            table.parts.push(Part {
                draws: Draws::new(&ranges, plan.seed),
                evaluator,
                n_inputs,
                figures,
            });
        }
        Some(table)
    }

    /// What each column is of.
    pub fn columns(&self) -> &[DrawColumn] {
        &self.columns
    }

    /// The next draws; nothing after the last, or where somebody asked to stop.
    ///
    /// A draw has the figures that a simulation has of it, whatever the size of a block.
    pub fn next_block(&mut self, stop: &Stop) -> Option<Block> {
        let first = self.next;
        let left = self.plan.draws.saturating_sub(first);
        let n = left.min(self.rows()?);
        if n == 0 {
            return None;
        }
        let n_draws = usize::try_from(n).ok()?;
        let mut columns = Vec::with_capacity(self.columns.len());
        for part in &mut self.parts {
            for input in 0..part.n_inputs {
                let mut column = vec![f64::NAN; n_draws];
                part.draws.fill(input, Lanes::From(first), &mut column);
                columns.push(column);
            }
            let later = Later {
                draws: &part.draws,
                first,
            };
            let found = part.evaluator.columns(n, &later, stop)?;
            for figure in &part.figures {
                let column = found.of(*figure).map(<[f64]>::to_vec);
                columns.push(column.unwrap_or_else(|| vec![f64::NAN; n_draws]));
            }
        }
        self.next = first.saturating_add(n);
        Some(Block {
            first,
            n_draws,
            columns,
        })
    }

    /// Draws of a block: whole runs of a program, as many as memory should hold.
    fn rows(&self) -> Option<u32> {
        let rows = BLOCK_CELLS.checked_div(self.columns.len().max(1))?;
        let runs = rows.checked_div(LANES)?.max(1);
        u32::try_from(runs.saturating_mul(LANES)).ok()
    }
}

/// The draws from some one on.
struct Later<'d> {
    draws: &'d Draws,
    first: u32,
}

impl Cases for Later<'_> {
    fn fill(&self, input: usize, lanes: Lanes<'_>, out: &mut [f64]) {
        match lanes {
            Lanes::From(lane) => {
                let from = self.first.saturating_add(lane);
                self.draws.fill(input, Lanes::From(from), out);
            }
            Lanes::These(lanes) => {
                let lanes: Vec<u32> = lanes
                    .iter()
                    .map(|it| self.first.saturating_add(*it))
                    .collect();
                self.draws.fill(input, Lanes::These(&lanes), out);
            }
        }
    }
}
