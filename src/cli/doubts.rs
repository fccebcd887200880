//! What a chart draws of doubt, worked out here and now from the ranges of a register.

use crate::chart::doubts::{Doubts, Needs};
use crate::cli::opened::Opened;
use crate::uncertainty::ranges::is_any_ranged;
use crate::uncertainty::sensitivity::{Tornado, sensitivity};
use crate::uncertainty::simulation::{Plan, Simulated, Simulation, simulate, simulate_partnership};
use crate::units::id::Id;
use crate::units::progress::{Progress, Stop};

/// What was worked out; nothing of a register without ranges.
#[derive(Debug, Default)]
pub(crate) struct Worked {
    simulation: Option<Simulation>,
    by_itself: Option<Simulated>,
    tornadoes: Vec<Tornado>,
}

impl Worked {
    /// Works out what a chart needs, of one partnership where one is named; as many draws as the register says.
    pub(crate) fn new(opened: &Opened, needs: Needs, partnership: Option<Id>) -> Self {
        let Opened {
            register,
            guidance,
            question,
        } = opened;
        let mut worked = Self::default();
        if !is_any_ranged(register) {
            return worked;
        }
        let (plan, stop) = (Plan::of(&register.settings), Stop::default());
        match (needs, partnership) {
            (Needs::Nothing, _) => {}
            (Needs::ByItself, Some(id)) => {
                worked.by_itself =
                    simulate_partnership(register, guidance, *question, plan, id, &stop);
            }
            (Needs::Simulation | Needs::ByItself, _) => {
                let progress = Progress::default();
                worked.simulation = simulate(register, guidance, *question, plan, &progress, &stop);
            }
            (Needs::Sensitivity, _) => {
                let found = sensitivity(register, guidance, *question, partnership, &stop);
                worked.tornadoes = found.unwrap_or_default();
            }
        }
        worked
    }

    /// Works out what a paper says of all partnerships, and of the one that it is about.
    pub(crate) fn for_a_paper(opened: &Opened, partnership: Option<Id>) -> Self {
        let mut worked = Self::new(opened, Needs::Simulation, None);
        if let Some(id) = partnership {
            let of_one = Self::new(opened, Needs::ByItself, Some(id));
            worked.by_itself = of_one.by_itself;
        }
        worked
    }

    /// As a chart takes it.
    pub(crate) fn doubts(&self) -> Doubts<'_> {
        Doubts {
            simulation: self.simulation.as_ref(),
            by_itself: self.by_itself.as_ref(),
            tornadoes: &self.tornadoes,
        }
    }
}
