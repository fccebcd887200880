//! How the partners would divide the total among them, beside who bears it now.

use serde::{Deserialize, Serialize};

use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::Rate;

/// How a shared view divides the total among the members.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SharingRule {
    /// As it is borne.
    #[default]
    AsBorne,
    /// In equal parts.
    Equally,
    /// By each member's hours in meetings.
    ByHours,
    /// By each member's budget.
    ByBudget,
    /// By the population that each member serves.
    ByPopulation,
    /// By each member's part in the benefit.
    ByBenefit,
    /// By the parts that were agreed.
    Agreed,
}

impl SharingRule {
    /// Every rule, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::AsBorne,
        Self::Equally,
        Self::ByHours,
        Self::ByBudget,
        Self::ByPopulation,
        Self::ByBenefit,
        Self::Agreed,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::AsBorne => "As borne now",
            Self::Equally => "Equally",
            Self::ByHours => "By hours in meetings",
            Self::ByBudget => "By budget",
            Self::ByPopulation => "By population",
            Self::ByBenefit => "By share of the benefit",
            Self::Agreed => "By agreed per cent",
        }
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde passes the field by reference"
    )]
    pub(crate) fn is_as_borne(&self) -> bool {
        *self == Self::AsBorne
    }
}

/// One partner's part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Its id, `h…`.
    pub id: Id,
    /// The partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// The part of the cost that was agreed. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub agreed: Input<Rate>,
    /// The part of the benefit that falls to it, as the partners judge it. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub benefit: Input<Rate>,
}

impl Share {
    /// A new share with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            partner: None,
            agreed: Input::default(),
            benefit: Input::default(),
        }
    }
}
