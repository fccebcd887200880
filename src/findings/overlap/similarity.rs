//! How alike two partnerships are: each aspect by what it shares, and all of them by stated weights.

use rust_decimal::Decimal;

use crate::units::quantity::{Quantity, Rate};

/// What two partnerships are compared in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Aspect {
    /// The bodies that take part.
    Members,
    /// The words of name, topic and reason.
    Remit,
    /// The seats at its meetings: a grade of a body each; its own staff sit for it alone.
    Seats,
    /// The words of its objectives, shared ones and those of single bodies.
    Objectives,
}

/// How many aspects there are.
pub(super) const N_ASPECTS: usize = Aspect::ALL.len();

impl Aspect {
    /// Every aspect, in the order that they are told.
    pub const ALL: [Self; 4] = [Self::Members, Self::Remit, Self::Seats, Self::Objectives];

    /// What it counts for in the score. Who takes part and what for come first: every register has them. Seats and
    /// objectives say the same more closely, of those that typed them.
    pub const fn weight(self) -> u32 {
        match self {
            Self::Members | Self::Remit => 3,
            Self::Seats | Self::Objectives => 2,
        }
    }

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Members => "Members",
            Self::Remit => "What it is about",
            Self::Seats => "Seats at meetings",
            Self::Objectives => "Objectives",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Remit => "remit",
            Self::Seats => "seats",
            Self::Objectives => "objectives",
        }
    }
}

/// A similarity from nothing to the same, in millionths, so that it is the same on every system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Score(u32);

/// A similarity of 1.
const WHOLE: u32 = 1_000_000;

/// From here on an overlap is strong.
pub const STRONG: Score = Score::percent(60);

/// From here on there is some overlap.
pub const SOME: Score = Score::percent(40);

/// Below some overlap, what may still be worth a look.
pub const SLIGHT: Score = Score::percent(25);

impl Score {
    /// So many hundredths, at most 100.
    pub const fn percent(percent: u32) -> Self {
        let percent = if percent > 100 { 100 } else { percent };
        Self(percent.saturating_mul(WHOLE / 100))
    }

    /// As a share from 0 to 1.
    pub fn rate(self) -> Rate {
        Rate::new(Decimal::new(i64::from(self.0), 6))
    }

    /// How strong it is, in a word.
    pub fn word(self) -> &'static str {
        if self >= STRONG {
            "Strong"
        } else if self >= SOME {
            "Some"
        } else {
            "Slight"
        }
    }

    pub(super) const fn millionths(self) -> u32 {
        self.0
    }
}

/// What is shared over what either has, by weight, half a millionth up; nothing where either has none, as that is not
/// known.
///
/// similarity = Σ weight (in both) ÷ Σ weight (in either): the index of Jaccard.
pub(super) fn similarity(shared: u32, of_a: u32, of_b: u32) -> Option<Score> {
    if of_a == 0 || of_b == 0 {
        return None;
    }
    let (shared, of_a, of_b) = (u64::from(shared), u64::from(of_a), u64::from(of_b));
    let either = of_a.saturating_add(of_b).saturating_sub(shared);
    Some(divided(shared.saturating_mul(WHOLE.into()), either))
}

/// The mean of what is known, by weight, half a millionth up; nothing where fewer than two aspects share anything, as
/// one sign is none.
///
/// score = Σ weight × similarity ÷ Σ weight, over the aspects in which both are known.
pub(super) fn score(aspects: &[Option<Score>; N_ASPECTS]) -> Option<Score> {
    let (mut sum, mut weights, mut n_shared) = (0_u64, 0_u64, 0_u32);
    for (aspect, similarity) in Aspect::ALL.into_iter().zip(aspects) {
        let Some(Score(similarity)) = *similarity else {
            continue;
        };
        let weight = u64::from(aspect.weight());
        sum = sum.saturating_add(weight.saturating_mul(similarity.into()));
        weights = weights.saturating_add(weight);
        n_shared = n_shared.saturating_add(u32::from(similarity > 0));
    }
    (n_shared >= 2).then(|| divided(sum, weights))
}

fn divided(a: u64, b: u64) -> Score {
    let twice = a.saturating_mul(2).saturating_add(b);
    let quotient = twice.checked_div(b.saturating_mul(2)).unwrap_or(0);
    Score(u32::try_from(quotient).unwrap_or(WHOLE).min(WHOLE))
}
