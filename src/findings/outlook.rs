//! What one partnership costs a year and how far from it the truth may lie.

use crate::costing::basis::ByBasis;
use crate::costing::context::Context;
use crate::costing::schedule::Total;
use crate::findings::doubt::{Doubt, doubt};
use crate::findings::findings::Question;
use crate::findings::partnership::annual_cost;
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::trace::Plain;

/// The annual cost with its range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The running cost, every fact at its most likely; "at least" where a part is not known.
    pub cost: ByBasis<Total>,
    /// How far it may lie from it; nothing where no fact with a range moves it.
    pub doubt: Option<Doubt>,
}

/// The outlook of a partnership; nothing where the register has none such.
pub fn outlook(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    partnership: Id,
) -> Option<Outlook> {
    let found = register.partnership(partnership)?;
    let context = Context::new(&Plain, register, guidance, question.year);
    Some(Outlook {
        cost: annual_cost(&context, found),
        doubt: doubt(register, guidance, question, partnership),
    })
}
