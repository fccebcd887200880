//! Figures of all partnerships together, case by case: sums, with each outcome counted once.

use std::collections::BTreeMap;

use crate::costing::basis::Basis;
use crate::uncertainty::evaluator::Columns;
use crate::uncertainty::output::Output;
use crate::units::id::Id;

/// The sums of partnerships' figures, one of each for every case.
#[derive(Clone, Debug)]
pub struct Together {
    n_cases: usize,
    sums: BTreeMap<Output, Vec<f64>>,
}

/// What is added up, but for the claims on outcomes.
const SUMMED: [Output; 4] = [
    Output::AnnualCost(Basis::Full),
    Output::AnnualCost(Basis::Exhibit2),
    Output::Pvc,
    Output::Pvb,
];

impl Together {
    /// Nothing yet, in so many cases.
    pub fn new(n_cases: usize) -> Self {
        let sums = SUMMED.into_iter().map(|it| (it, vec![0.0; n_cases]));
        Self {
            n_cases,
            sums: sums.collect(),
        }
    }

    /// Adds a partnership's figures; in the order of the register, so that the sums never depend on threads.
    ///
    /// Where a case of it has no figure the sum has none.
    pub fn add(&mut self, columns: &Columns) {
        let all = columns.outputs.iter().zip(&columns.columns);
        for (output, column) in all {
            if SUMMED.contains(output)
                || matches!(output, Output::Claims(_) | Output::ClaimWorth(_))
            {
                let sum = self.sums.entry(*output);
                let sum = sum.or_insert_with(|| vec![0.0; self.n_cases]);
                for (sum, value) in sum.iter_mut().zip(column) {
                    *sum += value;
                }
            }
        }
    }

    /// Adds to the only case what one partnership's figures differ in case `at` from its central ones.
    pub fn add_difference(&mut self, columns: &Columns, at: usize, central: &Columns) {
        for (output, sum) in &mut self.sums {
            let there = columns.of(*output).and_then(|it| it.get(at));
            let here = central.of(*output).and_then(|it| it.first());
            if let (Some(there), Some(here), Some(sum)) = (there, here, sum.first_mut()) {
                *sum += there - here;
            }
        }
    }

    /// One sum in every case: costs, PVC, PVB and NPSV; nothing for a figure that is not added up.
    pub fn of(&self, output: Output) -> Option<Vec<f64>> {
        match output {
            Output::Pvb => Some(self.benefits()),
            Output::Npsv => {
                let costs = self.sums.get(&Output::Pvc)?;
                let benefits = self.benefits();
                Some(benefits.iter().zip(costs).map(|(b, c)| b - c).collect())
            }
            _ => self.sums.get(&output).cloned(),
        }
    }

    /// Present values of benefits, less what is claimed more than once over: `worth − worth ÷ Σ claims`.
    ///
    /// As `findings::portfolio_worth` counts them; the central case is tested to be the same to the penny.
    fn benefits(&self) -> Vec<f64> {
        let mut benefits = self.sums.get(&Output::Pvb).cloned().unwrap_or_default();
        for outcome in self.outcomes() {
            let claims = self.sums.get(&Output::Claims(outcome));
            let worth = self.sums.get(&Output::ClaimWorth(outcome));
            let (Some(claims), Some(worth)) = (claims, worth) else {
                continue;
            };
            for ((sum, claims), worth) in benefits.iter_mut().zip(claims).zip(worth) {
                *sum -= worth - worth / claims.max(1.0);
            }
        }
        benefits
    }

    fn outcomes(&self) -> Vec<Id> {
        let claims = self.sums.keys().filter_map(|it| match it {
            Output::Claims(outcome) => Some(*outcome),
            _ => None,
        });
        claims.collect()
    }
}
