//! What the engine says of a secondment, part by part.

use crate::costing::context::Context;
use crate::costing::secondment::{Part, parts};
use crate::model::partnership::Partnership;
use crate::model::secondment::Secondment;
use crate::units::quantity::Money;
use crate::units::trace::{Plain, Val};

/// The parts of a secondment in the year. The first two are blank where they are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondmentFindings {
    /// What the secondee costs, £.
    pub cost: Option<Money>,
    /// The part of it that the lender keeps, £.
    pub kept: Option<Money>,
    /// What the lender charges the host.
    pub charge: Amount,
    /// The tax on the charge that the host does not recover.
    pub tax: Amount,
    /// What the lender's stand-in costs over the time that it covers.
    pub premium: Amount,
}

/// A sum that not every secondment has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// There is none.
    None,
    /// There is one, but how much is not known.
    NotKnown,
    /// How much, £.
    Known(Money),
}

/// Says what each part of a secondment comes to.
pub fn secondment(
    context: &Context<'_, Plain>,
    partnership: &Partnership,
    secondment: &Secondment,
) -> SecondmentFindings {
    let parts = parts(context, partnership, secondment);
    let amount = |part: &Part<'_, Plain>| match part {
        Part::None => Amount::None,
        Part::NotKnown => Amount::NotKnown,
        Part::Known(amount) => Amount::Known(amount.value()),
    };
    SecondmentFindings {
        cost: parts.cost.map(Val::value),
        kept: parts.kept.map(Val::value),
        charge: amount(&parts.charge),
        tax: amount(&parts.tax),
        premium: amount(&parts.premium),
    }
}
