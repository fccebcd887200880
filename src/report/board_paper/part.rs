//! The sections that the program can write, and the appendices, by the names that templates know them by.

/// A section that the program writes, or asks an officer for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What the paper is for.
    Purpose,
    /// The answer first.
    Summary,
    /// What is to be decided, with the reason of each.
    Recommendations,
    /// What is looked at, and how the figures were made.
    Background,
    /// Cost against achievement.
    Findings,
    /// What else could be done.
    Options,
    /// What it costs, who bears it, and what it is worth.
    Financial,
    /// Risk, and how sure the figures are.
    Risk,
    /// For an officer to write.
    Legal,
    /// For an officer to write.
    Equalities,
    /// For an officer to write.
    Consultation,
}

impl Part {
    /// Every one, in the usual order.
    pub const ALL: [Self; 11] = [
        Self::Purpose,
        Self::Summary,
        Self::Recommendations,
        Self::Background,
        Self::Findings,
        Self::Options,
        Self::Financial,
        Self::Risk,
        Self::Legal,
        Self::Equalities,
        Self::Consultation,
    ];

    /// The name that templates and places know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Purpose => "purpose",
            Self::Summary => "summary",
            Self::Recommendations => "recommendations",
            Self::Background => "background",
            Self::Findings => "findings",
            Self::Options => "options",
            Self::Financial => "financial",
            Self::Risk => "risk",
            Self::Legal => "legal",
            Self::Equalities => "equalities",
            Self::Consultation => "consultation",
        }
    }

    /// Its usual heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Purpose => "Purpose",
            Self::Summary => "Summary",
            Self::Recommendations => "Recommendations",
            Self::Background => "Background",
            Self::Findings => "Findings",
            Self::Options => "Options",
            Self::Financial => "Financial implications",
            Self::Risk => "Risk, and how sure the figures are",
            Self::Legal => "Legal implications",
            Self::Equalities => "Equalities implications",
            Self::Consultation => "Consultation",
        }
    }

    /// What an officer is asked to write there; blank for what the program writes by itself.
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::Legal => {
                "The powers relied on, the duties that apply, who may decide, and what any agreement between the partners binds them to."
            }
            Self::Equalities => {
                "Who would be affected, what the equality impact assessment found, and how due regard was had to the public sector equality duty."
            }
            Self::Consultation => {
                "Which partners, users, staff and members were asked, when, what they said, and what changed because of it."
            }
            _ => "",
        }
    }
}

/// An appendix; all of them are always there, as no figure can be checked without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Appendix {
    /// The figures behind the charts, for all partnerships.
    Figures,
    /// What was typed, and who vouches for it.
    Assumptions,
    /// How the figures are worked out.
    Method,
    /// What the paper was made from, and by what.
    Provenance,
}

impl Appendix {
    /// All, in order.
    pub const ALL: [Self; 4] = [
        Self::Figures,
        Self::Assumptions,
        Self::Method,
        Self::Provenance,
    ];

    /// The name that templates and places know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Assumptions => "assumptions",
            Self::Method => "method",
            Self::Provenance => "provenance",
        }
    }

    /// Its usual heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Figures => "Figures behind the charts",
            Self::Assumptions => "Assumptions",
            Self::Method => "How the figures are worked out",
            Self::Provenance => "What this paper was made from",
        }
    }
}
