//! What is worked out beside the window for the page on doubt: of one partnership, or of all together.

use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::uncertainty::sensitivity::{Tornado, sensitivity};
use crate::uncertainty::simulation::{Plan, Simulated, simulate_partnership};
use crate::uncertainty::switching_value::{Switching, switching_values};
use crate::uncertainty::what_if::{Case, discount_tests, scenarios};
use crate::units::id::Id;
use crate::units::progress::Stop;

/// What ranges say of one partnership, or of all together.
#[derive(Debug, Default)]
pub struct Subject {
    /// The draws of one partnership; all together are the session's simulation.
    pub simulated: Option<Simulated>,
    /// What each ranged fact does to each figure.
    pub tornadoes: Vec<Tornado>,
    /// What each input of one partnership would have to be.
    pub switching: Vec<Switching>,
}

impl Subject {
    /// Works it out; nobody asks it to stop.
    pub fn of(
        register: &Register,
        guidance: &'static Guidance,
        question: Question,
        partnership: Option<Id>,
    ) -> Self {
        let stop = Stop::default();
        let tornadoes = sensitivity(register, guidance, question, partnership, &stop);
        let of_one = partnership.map(|id| {
            let plan = Plan::of(&register.settings);
            let simulated = simulate_partnership(register, guidance, question, plan, id, &stop);
            let switching = switching_values(register, guidance, question, id, &stop);
            (simulated, switching.unwrap_or_default())
        });
        let (simulated, switching) = of_one.unwrap_or_default();
        Self {
            simulated,
            tornadoes: tornadoes.unwrap_or_default(),
            switching,
        }
    }
}

/// Scenarios and discount rates, side by side.
#[derive(Debug, Default)]
pub struct Cases {
    /// The register as it is, then each scenario.
    pub scenarios: Vec<Case>,
    /// The register as it is, then each test rate.
    pub rates: Vec<Case>,
}

impl Cases {
    /// Works them out; nobody asks it to stop.
    pub fn of(register: &Register, guidance: &'static Guidance, question: Question) -> Self {
        let stop = Stop::default();
        Self {
            scenarios: scenarios(register, guidance, question, &stop).unwrap_or_default(),
            rates: discount_tests(register, guidance, question, &stop).unwrap_or_default(),
        }
    }
}
