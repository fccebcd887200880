//! A scenario: a name for some quantities taken otherwise, all at once, to see what then follows.

use serde::{Deserialize, Serialize};

use crate::model::inputs::change_input;
use crate::model::register::Register;
use crate::units::id::{Id, InputId};

/// A named set of overrides. Nothing of the register changes: a scenario is looked at beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Its id, `sc…`.
    pub id: Id,
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// What it supposes, and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What it takes otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<Override>,
}

/// One quantity taken otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// Its id, `ov…`.
    pub id: Id,
    /// The record that holds the quantity. Blank: not chosen yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Id>,
    /// The field, as in the file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: String,
    /// What it is taken as, as it would be typed there. Blank: it stays as it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub value: String,
}

impl Scenario {
    /// A new scenario that supposes nothing.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            note: String::new(),
            overrides: Vec::new(),
        }
    }

    /// The register as it would be; an override that cannot be taken is left out, which a check reports.
    pub fn applied(&self, register: &Register) -> Register {
        let mut varied = register.clone();
        for it in &self.overrides {
            let Some(at) = it.target(register) else {
                continue;
            };
            if !it.value.trim().is_empty() {
                change_input(&mut varied, at, |input| {
                    // One that is not understood stays as it is.
                    let _understood = input.enter(&it.value);
                });
            }
        }
        varied
    }
}

impl Override {
    /// A new override of nothing.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            record: None,
            field: String::new(),
            value: String::new(),
        }
    }

    /// The address of the quantity; nothing where none is chosen, or it is no more.
    pub fn target(&self, register: &Register) -> Option<InputId> {
        address(register, self.record?, &self.field)
    }
}

/// The address of a typed quantity by the name of its field; nothing where there is none.
pub fn address(register: &Register, record: Id, field: &str) -> Option<InputId> {
    let mut found = None;
    register.each_input_of(record, &mut |at, _| {
        if at.field == field {
            found = Some(at);
        }
    });
    found
}
