//! What the levers stand at and on whom; no part of the register until somebody applies them.

use std::collections::BTreeSet;

use crate::costing::basis::Basis;
use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::model::levers::Levers;
use crate::model::register::Register;
use crate::units::id::Id;

/// So many are looked at before anybody chooses: the dearest.
const FIRST: usize = 3;

/// The page's own state.
#[derive(Clone, Debug, Default)]
pub struct LeversView {
    /// What is pulled.
    pub levers: Levers,
    /// The partnerships that somebody chose; nothing before that.
    pub chosen: Option<BTreeSet<Id>>,
    /// A question that stands in the middle of the window.
    pub(super) asking: Option<Question>,
    /// The name of the option that is to be kept.
    pub(super) name: String,
    /// What was done last, said until a lever moves.
    pub(crate) done: Option<String>,
}

/// What is asked before the register changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Question {
    /// Whether to change the register.
    Apply,
    /// What to call the option.
    Keep,
}

impl LeversView {
    /// The partnerships that are looked at: those chosen here, else those that the filter keeps, else the dearest.
    pub fn ids(
        &self,
        register: &Register,
        shown: &Findings,
        filter: &Filter,
        basis: Basis,
    ) -> BTreeSet<Id> {
        if let Some(chosen) = &self.chosen {
            let is_there = |id: &&Id| register.partnership(**id).is_some();
            return chosen.iter().filter(is_there).copied().collect();
        }
        let all = shown.partnerships.iter();
        if !filter.is_everything() {
            return all.map(|it| it.id).collect();
        }
        let with_meetings = register.partnerships.iter();
        let with_meetings = with_meetings.filter(|it| !it.meetings.is_empty());
        let with_meetings: BTreeSet<Id> = with_meetings.map(|it| it.id).collect();
        let mut by_cost: Vec<_> = all
            .filter(|it| with_meetings.contains(&it.id))
            .map(|it| (it.annual_cost.get(basis).amount, it.id))
            .collect();
        by_cost.sort_by(|(a, a_id), (b, b_id)| b.cmp(a).then(a_id.cmp(b_id)));
        by_cost.into_iter().take(FIRST).map(|(_, id)| id).collect()
    }

    /// Asks nothing any more.
    pub fn stop_asking(&mut self) {
        self.asking = None;
    }

    /// Puts every lever back; the bodies that they are pulled on stay.
    pub(super) fn reset(&mut self) {
        self.levers = Levers {
            bodies: self.levers.bodies,
            ..Levers::default()
        };
    }
}
