//! What another edition of the guidance would change, figure by figure.

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::findings::{Findings, Question, appraise};
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::quantity::Money;

/// The figures of a register in its own edition and in another.
#[derive(Clone, Debug, PartialEq)]
pub struct EditionComparison {
    /// The edition that the register keeps.
    pub own: &'static str,
    /// The other.
    pub other: &'static str,
    /// All partnerships together.
    pub portfolio: Compared,
    /// Each partnership of which a figure would change, in the order of the register.
    pub changed: Vec<(Id, Compared)>,
}

/// Figures in both editions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// Annual cost at full cost: in its own edition, then in the other.
    pub annual_cost: (Total, Total),
    /// Net present social value.
    pub npsv: (Money, Money),
}

impl Compared {
    /// Whether a figure would change.
    pub fn differs(&self) -> bool {
        self.annual_cost.0 != self.annual_cost.1 || self.npsv.0 != self.npsv.1
    }
}

/// Appraises a register in its own edition and in another.
pub fn compare(
    register: &Register,
    own: &'static Guidance,
    other: &'static Guidance,
    question: Question,
) -> EditionComparison {
    let (here, there) = rayon::join(
        || appraise(register, own, question),
        || appraise(register, other, question),
    );
    let pairs = here.partnerships.iter().zip(&there.partnerships);
    let compared = pairs.map(|(here, there)| {
        let compared = Compared {
            annual_cost: (here.annual_cost.full, there.annual_cost.full),
            npsv: (here.appraisal.worth.npsv, there.appraisal.worth.npsv),
        };
        (here.id, compared)
    });
    let annual = |of: &Findings| *of.portfolio.annual_cost.get(Basis::Full);
    EditionComparison {
        own: own.name,
        other: other.name,
        portfolio: Compared {
            annual_cost: (annual(&here), annual(&there)),
            npsv: (here.portfolio.worth.npsv, there.portfolio.worth.npsv),
        },
        changed: compared.filter(|(_, it)| it.differs()).collect(),
    }
}
