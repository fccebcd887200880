//! One line of cost: its class, category, bearer and grade, and how much, where that is known.

use crate::costing::basis::Basis;
use crate::model::purpose::Purpose;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money, Quantity};
use crate::units::trace::{Recorder, Val};

/// Who gives something up, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Money is paid.
    Direct,
    /// Paid people's time is spent here and not elsewhere.
    Opportunity,
    /// Something, or unpaid people's time, is given.
    InKind,
}

impl Class {
    /// Every class, in the order that bars are stacked.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Opportunity, Self::InKind];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Direct => "Direct",
            Self::Opportunity => "Opportunity (staff time)",
            Self::InKind => "In kind",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Opportunity => "opportunity",
            Self::InKind => "in_kind",
        }
    }
}

/// What a cost is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Time in formal meetings.
    Meetings,
    /// Time spent preparing for them.
    Preparation,
    /// Time spent travelling to them.
    Travel,
    /// Fares, mileage, venues, catering, minutes.
    Expenses,
    /// Work between meetings.
    BetweenMeetings,
    /// Posts given to the partnership.
    Staff,
    /// Secondments.
    Secondments,
    /// Cash lines.
    Direct,
    /// Things given.
    InKind,
}

impl Category {
    /// Every category, in the order that tables list them.
    pub const ALL: [Self; 9] = [
        Self::Meetings,
        Self::Preparation,
        Self::Travel,
        Self::Expenses,
        Self::BetweenMeetings,
        Self::Staff,
        Self::Secondments,
        Self::Direct,
        Self::InKind,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Meetings => "Time in meetings",
            Self::Preparation => "Preparation",
            Self::Travel => "Travel time",
            Self::Expenses => "Meeting expenses",
            Self::BetweenMeetings => "Work between meetings",
            Self::Staff => "Staff",
            Self::Secondments => "Secondments",
            Self::Direct => "Other cash",
            Self::InKind => "Given in kind",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Preparation => "preparation",
            Self::Travel => "travel",
            Self::Expenses => "expenses",
            Self::BetweenMeetings => "between_meetings",
            Self::Staff => "staff",
            Self::Secondments => "secondments",
            Self::Direct => "direct",
            Self::InKind => "in_kind",
        }
    }

    /// Whether the exhibit of 1998 counts it (method note, section 3).
    pub const fn is_on(self, basis: Basis) -> bool {
        match basis {
            Basis::Full => true,
            Basis::Exhibit2 => matches!(
                self,
                Self::Meetings | Self::Expenses | Self::Staff | Self::Secondments | Self::Direct
            ),
        }
    }
}

/// A figure and how it came about.
#[derive(Clone, Copy, Debug)]
pub struct Worked<Q, N> {
    /// What it comes to.
    pub value: Q,
    /// How it came about.
    pub node: N,
}

impl<Q: Quantity, N: Copy> Worked<Q, N> {
    fn of<R: Recorder<Node = N>>(value: Val<'_, R, Q>) -> Self {
        Self {
            value: value.value(),
            node: value.node(),
        }
    }

    /// The figure on its way through a further formula of the same recorder.
    pub fn resumed<R: Recorder<Node = N>>(self, recorder: &R) -> Val<'_, R, Q> {
        Val::resumed(recorder, self.value, self.node)
    }
}

/// One line of cost in the year that was asked for.
#[derive(Clone, Debug)]
pub struct CostLine<N> {
    /// The record it comes from.
    pub record: Id,
    /// Who gives something up, and how.
    pub class: Class,
    /// What it is for.
    pub category: Category,
    /// Running or programme.
    pub purpose: Purpose,
    /// Who bears it; blank is unassigned.
    pub bearer: Option<Id>,
    /// The grade whose time it is.
    pub grade: Option<Id>,
    /// The hours of it, rounded once to ten decimals, where it is time and they are known.
    pub hours: Option<Worked<Hours, N>>,
    /// Whether the hours are those of partnership staff, counted already as staff.
    pub is_already_in_staff: bool,
    /// What it costs, rounded once to ten decimals. Nothing where a part is not known.
    pub amount: Option<Worked<Money, N>>,
    /// Whether the amount was too large to be believed, and so left out.
    pub is_too_large: bool,
    /// Whether it is tax: a cost of whoever pays it, and a transfer to the state, so no part of an appraisal.
    pub is_tax: bool,
}

/// What a line says of itself before its amount is known.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// The record it comes from.
    pub record: Id,
    /// Who gives something up, and how.
    pub class: Class,
    /// What it is for.
    pub category: Category,
    /// Running or programme.
    pub purpose: Purpose,
    /// Who bears it.
    pub bearer: Option<Id>,
    /// The grade whose time it is.
    pub grade: Option<Id>,
}

impl<N: Copy> CostLine<N> {
    /// A line of money.
    pub fn money<R: Recorder<Node = N>>(about: About, amount: Option<Val<'_, R, Money>>) -> Self {
        Self::time(about, None, amount)
    }

    /// A line of time with what it costs.
    pub fn time<R: Recorder<Node = N>>(
        about: About,
        hours: Option<Val<'_, R, Hours>>,
        amount: Option<Val<'_, R, Money>>,
    ) -> Self {
        let is_too_large = amount
            .is_some_and(|amount| !exact::is_credible(amount.value().decimal()))
            || hours.is_some_and(|hours| !exact::is_credible(hours.value().decimal()));
        let credible = |amount: &Val<'_, R, Money>| {
            !is_too_large && exact::is_credible(amount.value().decimal())
        };
        Self {
            record: about.record,
            class: about.class,
            category: about.category,
            purpose: about.purpose,
            bearer: about.bearer,
            grade: about.grade,
            hours: hours
                .filter(|_| !is_too_large)
                .map(|hours| Worked::of(hours.rounded())),
            is_already_in_staff: false,
            amount: amount
                .filter(credible)
                .map(|amount| Worked::of(amount.rounded())),
            is_too_large,
            is_tax: false,
        }
    }

    /// The same as a line of tax.
    #[must_use]
    pub fn as_tax(mut self) -> Self {
        self.is_tax = true;
        self
    }

    /// Whether `basis` counts it as a running cost.
    pub fn is_running_on(&self, basis: Basis) -> bool {
        self.purpose == Purpose::Running && self.category.is_on(basis)
    }
}
