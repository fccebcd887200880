//! What levers come to, worked out beside the window: the saving first, then between what it lies.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::Context;

use crate::findings::findings::Question;
use crate::findings::levers::{Saving, saving};
use crate::gui::aside::Aside;
use crate::guidance::edition::Guidance;
use crate::model::levers::Levers;
use crate::model::register::Register;
use crate::session::session::{Session, Stamp};
use crate::uncertainty::levers::{DRAWS, DrawnCosts, SpreadOfSaving};
use crate::uncertainty::simulation::Plan;
use crate::units::id::Id;
use crate::units::progress::Stop;

/// The levers and whom they are pulled on.
#[derive(Clone, Debug, PartialEq)]
struct Asked {
    levers: Levers,
    ids: BTreeSet<Id>,
}

/// Partnerships drawn as they are: the same for every place of a slider.
type Before = Arc<Mutex<Option<(Stamp, BTreeSet<Id>, DrawnCosts)>>>;

/// The two answers.
#[derive(Default)]
pub(crate) struct LeversAside {
    saving: Aside<Saving, Asked>,
    spread: Aside<SpreadOfSaving, Asked>,
    before: Before,
}

/// What is known by now, and whether it is of the levers as they stand.
#[derive(Clone, Default)]
pub(crate) struct Answers {
    /// The saving.
    pub(crate) saving: Option<(Arc<Saving>, bool)>,
    /// Between what it lies.
    pub(crate) spread: Option<(Arc<SpreadOfSaving>, bool)>,
}

impl LeversAside {
    /// The answers of the levers as they stand, or of those before while these are worked out.
    pub(crate) fn of(
        &mut self,
        ctx: &Context,
        session: &Session,
        levers: Levers,
        ids: &BTreeSet<Id>,
    ) -> Answers {
        let asked = Asked {
            levers,
            ids: ids.clone(),
        };
        let of_saving = ids.clone();
        let saving = self.saving.of_part_or_before(
            ctx,
            session,
            &asked,
            move |register, guidance, question| {
                saving(register, guidance, question, &levers, &of_saving)
            },
        );
        let (of_spread, stamp) = (ids.clone(), session.stamp());
        let before = Arc::clone(&self.before);
        let spread = self.spread.of_part_or_before(
            ctx,
            session,
            &asked,
            move |register, guidance, question| {
                let asked = (guidance, question);
                let drawn = drawn_before(&before, register, asked, (stamp, &of_spread));
                spread(drawn.as_ref(), register, asked, &levers, &of_spread)
            },
        );
        Answers { saving, spread }
    }
}

fn plan(register: &Register) -> Plan {
    Plan {
        draws: DRAWS,
        ..Plan::of(&register.settings)
    }
}

/// The partnerships as they are, drawn once for each state of the register.
fn drawn_before(
    kept: &Before,
    register: &Register,
    asked: (&'static Guidance, Question),
    (stamp, ids): (Stamp, &BTreeSet<Id>),
) -> Option<DrawnCosts> {
    let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((of, of_ids, drawn)) = kept.as_ref()
        && *of == stamp
        && of_ids == ids
    {
        return Some(drawn.clone());
    }
    let made = BTreeMap::new();
    let stop = Stop::default();
    let drawn = DrawnCosts::of(register, asked, &made, ids, plan(register), &stop)?;
    *kept = Some((stamp, ids.clone(), drawn.clone()));
    Some(drawn)
}

fn spread(
    before: Option<&DrawnCosts>,
    register: &Register,
    (guidance, question): (&'static Guidance, Question),
    levers: &Levers,
    ids: &BTreeSet<Id>,
) -> SpreadOfSaving {
    let pulled = saving(register, guidance, question, levers, ids).pulled;
    let stop = Stop::default();
    let plan = plan(register);
    let asked = (guidance, question);
    let after = DrawnCosts::of(&pulled.register, asked, &pulled.made, ids, plan, &stop);
    let both = before.zip(after);
    both.map(|(before, after)| before.less(&after))
        .unwrap_or_default()
}
