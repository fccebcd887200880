//! A post given to the partnership: paid for by it, or lent by a partner.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::Fte;

/// A fixed share of a post.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its id, `s…`.
    pub id: Id,
    /// The post's title; never a person's name.
    #[serde(default)]
    pub name: String,
    /// Who gives it.
    #[serde(default)]
    pub kind: PostKind,
    /// Its grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Id>,
    /// Who pays, or lends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<Id>,
    /// The pooled budget that pays, in place of one body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool: Option<Id>,
    /// Full-time equivalents given. Blank: not known.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub fte: Input<Fte>,
    /// The first day. Blank: from the partnership's start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// The last day. Blank: to the partnership's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// Running or programme. Blank: running.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
}

/// Who gives a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PostKind {
    /// Paid for by the partnership: a direct cost of whoever pays.
    #[default]
    Paid,
    /// An existing post of a partner, lent or co-located: an opportunity cost of the lender.
    Lent,
}

impl PostKind {
    /// Both kinds, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Paid, Self::Lent];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Paid => "Paid for by the partnership",
            Self::Lent => "Lent or co-located",
        }
    }
}

impl Post {
    /// A new post with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            kind: PostKind::default(),
            grade: None,
            partner: None,
            pool: None,
            fte: Input::default(),
            start: None,
            end: None,
            purpose: None,
        }
    }
}
