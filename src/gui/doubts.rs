//! What simulation and sensitivity say of the register as it is, at hand for whatever draws it.

use std::sync::Arc;

use crate::chart::doubts::Doubts;
use crate::gui::results::doubt::subject::Subject;
use crate::uncertainty::simulation::Simulation;
use crate::units::id::Id;

/// What is at hand in this frame: never of an earlier state.
#[derive(Clone, Default)]
pub struct DoubtsAtHand {
    /// The simulation of all partnerships.
    pub simulation: Option<Arc<Simulation>>,
    /// What ranges say of one partnership, or of all together.
    pub subject: Option<(Option<Id>, Arc<Subject>)>,
}

impl DoubtsAtHand {
    /// As a chart of one partnership, or of all together, takes it.
    pub fn of(&self, part: Option<Id>) -> Doubts<'_> {
        let subject = self.subject.as_ref().filter(|(of, _)| *of == part);
        let subject = subject.map(|(_, it)| it);
        Doubts {
            simulation: self.simulation.as_deref(),
            by_itself: subject.and_then(|it| it.simulated.as_ref()),
            tornadoes: subject.map_or(&[], |it| it.tornadoes.as_slice()),
        }
    }

    /// Whether both are the same answers, so that what was drawn of one is right for the other.
    pub fn is_same(&self, other: &Self) -> bool {
        let simulation = |it: &Self| it.simulation.as_ref().map(Arc::as_ptr);
        let subject = |it: &Self| it.subject.as_ref().map(|(of, it)| (*of, Arc::as_ptr(it)));
        simulation(self) == simulation(other) && subject(self) == subject(other)
    }
}
