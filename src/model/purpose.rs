//! What a line of cost is for: running the partnership, or the programme it delivers.

use serde::{Deserialize, Serialize};

/// Running cost and programme spending are kept apart; unanswered counts as running.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Purpose {
    /// Board, secretariat, co-ordination, set-up, evaluation.
    Running,
    /// Services, grants and projects that the partnership buys or delivers.
    Programme,
}

impl Purpose {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Running, Self::Programme];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Running => "Running",
            Self::Programme => "Programme",
        }
    }
}
