//! Takes a quantity into a scenario, from wherever it is typed.

use std::sync::Arc;

use eframe::egui::Context;

use crate::gui::inputs::picked::last_picked;
use crate::model::record_name::{line_name, quantity_name};
use crate::model::register::Register;
use crate::model::scenario::{Override, Scenario};
use crate::session::action::Edit;
use crate::units::id::{Id, InputId, Kind};

/// What is to be done, and where the keyboard goes then.
pub(crate) struct Taken {
    /// The change; nothing where the scenario has the quantity already.
    pub(crate) edit: Option<Edit>,
    /// The cell of what the scenario takes it as.
    pub(crate) cell: InputId,
}

/// Takes the quantity at an address into the scenario that was looked at last, else the last of the register.
pub(crate) fn taking_at_last(ctx: &Context, register: &Register, at: InputId) -> Taken {
    let looked_at = last_picked::<Scenario>(ctx, Id::SETTINGS);
    let looked_at = looked_at.filter(|id| register.scenario(*id).is_some());
    let last = || register.scenarios.last().map(|it| it.id);
    taking(register, (looked_at.or_else(last), None), at)
}

/// The same into a scenario, into the row of it that is picked if that has no quantity yet; a new scenario where there
/// is none.
pub(crate) fn taking(
    register: &Register,
    (scenario, row): (Option<Id>, Option<Id>),
    at: InputId,
) -> Taken {
    let of = scenario.and_then(|id| register.scenario(id));
    let overrides = of.map(|it| it.overrides.as_slice()).unwrap_or_default();
    let cell = |record: Id| InputId {
        record,
        field: "value",
    };
    let is_it = |it: &&Override| it.record == Some(at.record) && it.field == at.field;
    if let Some(known) = overrides.iter().find(is_it) {
        return Taken {
            edit: None,
            cell: cell(known.id),
        };
    }
    let blank = overrides
        .iter()
        .find(|it| Some(it.id) == row && it.record.is_none());
    let blank = blank.map(|it| it.id);
    let quantity = quantity_name(register, at.record, at.field);
    let name = of.map_or_else(
        || "a new scenario".to_owned(),
        |it| line_name(register, it.id),
    );
    // A new scenario takes the next id, and what it takes otherwise the one after.
    let ahead = if of.is_some() { 1 } else { 2 };
    let next = Id::new(Kind::Override, register.last_id.saturating_add(ahead));
    let scenario = of.map(|it| it.id);
    let edit = Edit::new(format!("add {quantity} to {name}"), move |register| {
        take(register, (scenario, blank), at);
    });
    Taken {
        edit: Some(edit),
        cell: cell(blank.unwrap_or(next)),
    }
}

fn take(register: &mut Register, (scenario, blank): (Option<Id>, Option<Id>), at: InputId) {
    let scenario = scenario.unwrap_or_else(|| {
        let id = register.new_id(Kind::Scenario);
        Arc::make_mut(&mut register.scenarios).push(Scenario::new(id));
        id
    });
    let id = blank.unwrap_or_else(|| register.new_id(Kind::Override));
    let scenarios = Arc::make_mut(&mut register.scenarios);
    let Some(scenario) = scenarios.iter_mut().find(|it| it.id == scenario) else {
        return;
    };
    if blank.is_none() {
        scenario.overrides.push(Override::new(id));
    }
    if let Some(it) = scenario.overrides.iter_mut().find(|it| it.id == id) {
        it.record = Some(at.record);
        at.field.clone_into(&mut it.field);
    }
}
