//! What can be exported.

/// One sort of export.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The paper for a board or a committee.
    #[default]
    Paper,
    /// One chart.
    Chart,
    /// Every chart, with its figures.
    Charts,
    /// A workbook with live formulas.
    Workbook,
    /// Every table as comma-separated values.
    Tables,
    /// The register for other programs.
    Data,
}

impl Kind {
    /// Every sort, in the order of the tabs.
    pub const ALL: [Self; 6] = [
        Self::Paper,
        Self::Chart,
        Self::Charts,
        Self::Workbook,
        Self::Tables,
        Self::Data,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Paper => "Board paper",
            Self::Chart => "A chart",
            Self::Charts => "All charts",
            Self::Workbook => "Workbook",
            Self::Tables => "Tables",
            Self::Data => "Data",
        }
    }

    /// What it is for.
    pub const fn about(self) -> &'static str {
        match self {
            Self::Paper => {
                "The paper for a cabinet, a board or a committee: four sides, and appendices with every figure. Tagged for \
                 screen readers: ready to be published once an officer has completed it."
            }
            Self::Chart => "One chart for a paper, a web page or a slide, with its description.",
            Self::Charts => {
                "A folder with every chart, of all partnerships and of each, its figures as a table beside it, and a page \
                 that describes them in words."
            }
            Self::Workbook => {
                "An Excel workbook with live formulas from every input to the results, for whoever checks the figures. It \
                 holds every input, with the pay of grades that one person fills: it is not for publishing."
            }
            Self::Tables => {
                "A folder with every table as comma-separated values, for a spreadsheet or a database. Every input is in \
                 it, with the pay of grades that one person fills: it is not for publishing."
            }
            Self::Data => {
                "The whole register with every input and its id as JSON, for other programs: it is not for publishing."
            }
        }
    }

    /// What stands in it, where it has no preview: the name of a part, and what the part is.
    pub const fn parts(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Paper | Self::Chart => &[],
            Self::Charts => &[
                (
                    "index.html",
                    "the finding of every chart, and the chart in words",
                ),
                (
                    "exhibit-2, …",
                    "each chart of all partnerships, and its figures",
                ),
                (
                    "p12-cash-flow, …",
                    "each chart of one partnership, and its figures",
                ),
            ],
            Self::Workbook => &[
                (
                    "Results",
                    "what each costs, achieves and is worth, with native charts",
                ),
                (
                    "Inputs",
                    "every figure that was typed, to change and see what follows",
                ),
                ("Grades", "pay built up to the cost of an hour"),
                (
                    "Costing, Flows, Benefits, Years, Options",
                    "every step, live",
                ),
                ("Checks", "whether the formulas hold for what is typed"),
                (
                    "Missing, Assumptions, Provenance",
                    "what is not known, who vouches, what it was made from",
                ),
            ],
            Self::Tables => &[
                (
                    "partnerships, league",
                    "what each costs, achieves and is worth",
                ),
                (
                    "inputs, grades, official",
                    "what was typed, and the cost of an hour",
                ),
                (
                    "cost-lines, flows, years, …",
                    "every step, as in the workbook",
                ),
            ],
            Self::Data => &[
                ("register", "everything that the file of the register holds"),
                ("program, date, checksum", "by which program, and from what"),
            ],
        }
    }

    /// What Export calls the file or folder, behind the name of the register.
    pub const fn stem(self) -> &'static str {
        match self {
            Self::Paper => "board-paper",
            Self::Chart | Self::Charts => "charts",
            Self::Workbook => "workbook",
            Self::Tables => "tables",
            Self::Data => "data",
        }
    }

    /// Whether it is a folder rather than a file.
    pub const fn is_folder(self) -> bool {
        matches!(self, Self::Charts | Self::Tables)
    }
}
