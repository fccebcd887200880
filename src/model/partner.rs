//! A body that takes part in partnerships.

use serde::{Deserialize, Serialize};

use crate::units::id::Id;

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
