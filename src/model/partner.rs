//! A body that takes part in partnerships.

use serde::{Deserialize, Serialize};

use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Number};

/// A partner body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// Its id, `o…`.
    pub id: Id,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Its sector.
    #[serde(default)]
    pub kind: PartnerKind,
    /// Whether the register is kept by this body.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_us: bool,
    /// Whether it recovers the value added tax that it is charged. Blank: not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat: Option<VatRecovery>,
    /// The people it serves, for sharing by population. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub population: Input<Number>,
    /// Its budget, £ a year, for sharing by budget. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub budget: Input<Money>,
    /// What it pays its people in a year, £, with what an employer adds. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub pay_bill: Input<Money>,
}

/// Whether a body recovers the value added tax that it is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum VatRecovery {
    /// In full, as most local authorities do.
    InFull,
    /// Not in full: what is charged to it is a cost.
    NotInFull,
}

impl VatRecovery {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::InFull, Self::NotInFull];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::InFull => "Recovered in full",
            Self::NotInFull => "Not recovered",
        }
    }
}

impl Partner {
    /// Whether it recovers the tax that it is charged: as it says, and else as its sector does; nothing where that differs.
    ///
    /// Local authorities, police and fire bodies are refunded under section 33 of the Value Added Tax Act 1994.
    pub fn vat_recovery(&self) -> Option<VatRecovery> {
        self.vat.or(match self.kind {
            PartnerKind::Council | PartnerKind::Police | PartnerKind::Fire => {
                Some(VatRecovery::InFull)
            }
            _ => None,
        })
    }

    /// A new body with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            kind: PartnerKind::default(),
            is_us: false,
            vat: None,
            population: Input::default(),
            budget: Input::default(),
            pay_bill: Input::default(),
        }
    }
}

/// The sector of a partner body.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PartnerKind {
    /// A local authority.
    #[default]
    Council,
    /// A health body.
    Health,
    /// A police body.
    Police,
    /// A fire and rescue body.
    Fire,
    /// A school, college or university.
    Education,
    /// Another public body.
    OtherPublic,
    /// A charity, voluntary or community body.
    Voluntary,
    /// A business or its association.
    Business,
    /// A body that pays grants and bears its share.
    Funder,
}

impl PartnerKind {
    /// Every kind, in the order they are offered.
    pub const ALL: [Self; 9] = [
        Self::Council,
        Self::Health,
        Self::Police,
        Self::Fire,
        Self::Education,
        Self::OtherPublic,
        Self::Voluntary,
        Self::Business,
        Self::Funder,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Council => "Council",
            Self::Health => "Health",
            Self::Police => "Police",
            Self::Fire => "Fire and rescue",
            Self::Education => "Education",
            Self::OtherPublic => "Other public body",
            Self::Voluntary => "Voluntary or community",
            Self::Business => "Business",
            Self::Funder => "Funder",
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes the field by reference"
)]
pub(crate) fn is_false(flag: &bool) -> bool {
    !flag
}
