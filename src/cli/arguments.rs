//! What can be asked on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use jiff::civil::Date;

use crate::cli::export::Export;
use crate::costing::basis::Basis;
use crate::export::error::ExportError;
use crate::export::print_size::{PAPERS, PrintSize, find_paper};
use crate::guidance::conventions::{LEAST_DRAWS, MOST_DRAWS};
use crate::model::levers::{Shorter, Smaller, number_of_text, share_of_text};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Number, Rate};
use crate::units::year::FinancialYear;

/// What partnerships cost, what they achieve, and whether the one is worth the other.
///
/// Exit codes: 0 done; 1 done, with errors in the register; 2 cannot read or write, or bad arguments.
#[derive(Debug, Parser)]
#[command(name = "fruitful-cli", version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// The day that is taken for today, such as 2026-11-21
    #[arg(long, global = true)]
    pub(crate) date: Option<Date>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Lists what a careful reader would ask about a register: severity, place, message, hint
    Check {
        /// The register, a .ron file
        file: PathBuf,
    },
    /// Works out what every partnership costs and achieves
    Appraise {
        #[command(flatten)]
        of: Of,
        /// Prints JSON for other programs, with exact figures
        #[arg(long)]
        json: bool,
    },
    /// Shows what a figure was made from, down to what was typed or published
    Explain {
        /// The register, a .ron file
        file: PathBuf,
        /// The figure, such as p12/annual-cost/full; `list figures FILE` names them all
        figure: String,
        /// The year, such as 2026/27; the register's base year unless given
        #[arg(long)]
        year: Option<FinancialYear>,
    },
    /// Draws one chart
    Chart {
        #[command(flatten)]
        of: Of,
        /// Which chart; `list charts` names them all
        #[arg(long)]
        chart: String,
        /// The file to write; its ending says the format
        #[arg(long)]
        out: PathBuf,
        /// Of which partnership, such as p12; all of them unless given
        #[arg(long)]
        partnership: Option<Id>,
        /// Of these partnerships only, such as p12,p14
        #[arg(long, value_delimiter = ',')]
        only: Option<Vec<Id>>,
        #[command(flatten)]
        paper: Paper,
    },
    /// Writes a paper for a board, a cabinet or a committee, and says what is left to an officer
    Paper(BoardPaper),
    /// Writes the register as a workbook, as tables, or as it is for other programs
    Export(Export),
    /// Draws every chart, with its table as CSV and an index of titles and text alternatives, into one folder
    Charts {
        #[command(flatten)]
        of: Of,
        /// The folder; files in it that are from no earlier pack are left alone
        #[arg(long)]
        out: PathBuf,
        /// Of these partnerships only, such as p12,p14
        #[arg(long, value_delimiter = ',')]
        only: Option<Vec<Id>>,
        /// The formats of the pictures, such as svg,png; `list formats` names them all
        #[arg(long, value_delimiter = ',', default_value = "svg")]
        format: Vec<String>,
        #[command(flatten)]
        paper: Paper,
    },
    /// Draws every figure in doubt from its range many times over: between what costs and benefits lie, and how likely
    Simulate(Simulate),
    /// Varies each fact from its low to its high end while the others stay central: which move the figures most
    Sensitivity(Doubted),
    /// Finds what each input would have to be for costs and benefits to come out even
    Switching(Doubted),
    /// What fewer, shorter, smaller, online or delegated meetings would save a year, or an executive in place of the full
    /// board; nothing is written
    Levers(Pulling),
    /// Writes a register of any version as a file of the newest
    Convert {
        /// The register, a .ron file
        file: PathBuf,
        /// The file to write
        #[arg(long)]
        out: PathBuf,
    },
    /// Lists ids and official numbers, one a line
    List(List),
}

/// A list, and of what.
#[derive(Debug, clap::Args)]
pub(crate) struct List {
    /// What to list
    pub(crate) what: What,
    /// The register, a .ron file; charts, formats, factors and template need none
    pub(crate) file: Option<PathBuf>,
    /// Whose statement, such as o1; our own unless given
    #[arg(long)]
    pub(crate) partner: Option<Id>,
    /// Of these partnerships only, such as p12,p14: of `league` and `comparison`
    #[arg(long, value_delimiter = ',')]
    pub(crate) only: Option<Vec<Id>>,
    /// What a league table is ranked by, such as npsv; annual-cost unless given
    #[arg(long)]
    pub(crate) by: Option<String>,
    /// What a league table is grouped by: model, topic, partner, statutory or band
    #[arg(long)]
    pub(crate) group: Option<String>,
    /// Which inclusions the costs of `league` and `comparison` follow
    #[arg(long, value_enum, default_value = "full")]
    pub(crate) basis: BasisKey,
    /// Prints JSON for other programs
    #[arg(long)]
    pub(crate) json: bool,
}

/// A register, with the basis and the year that it is looked at on.
#[derive(Debug, clap::Args)]
pub(crate) struct Of {
    /// The register, a .ron file
    pub(crate) file: PathBuf,
    /// Which inclusions the costs follow
    #[arg(long, value_enum, default_value = "full")]
    pub(crate) basis: BasisKey,
    /// The year, such as 2026/27; the register's base year unless given
    #[arg(long)]
    pub(crate) year: Option<FinancialYear>,
}

/// A board paper, and of what.
#[derive(Debug, clap::Args)]
pub(crate) struct BoardPaper {
    #[command(flatten)]
    pub(crate) of: Of,
    /// The file to write; its ending says the format
    #[arg(long)]
    pub(crate) out: PathBuf,
    /// Of which partnership, such as p12; of all unless given
    #[arg(long)]
    pub(crate) partnership: Option<Id>,
    /// The headings and their order, a text file; `list template` prints the usual one
    #[arg(long)]
    pub(crate) template: Option<PathBuf>,
}

/// What is drawn, and how often.
#[derive(Debug, clap::Args)]
pub(crate) struct Simulate {
    /// The register, a .ron file
    pub(crate) file: PathBuf,
    /// How many draws, from 100 to 1,000,000; as the register says unless given, or else 10,000
    #[arg(long, value_parser = draws, allow_hyphen_values = true)]
    pub(crate) draws: Option<u32>,
    /// What the draws start from: the same seed, the same draws; as the register says unless given, or else 1
    #[arg(long, value_parser = seed, allow_hyphen_values = true)]
    pub(crate) seed: Option<u32>,
    /// Prints JSON for other programs
    #[arg(long)]
    pub(crate) json: bool,
    /// Writes every draw as a row of this file, as CSV
    #[arg(long)]
    pub(crate) csv: Option<PathBuf>,
    /// Of which partnership, such as p12; each and all together unless given
    #[arg(long)]
    pub(crate) partnership: Option<Id>,
    /// The year, such as 2026/27; the register's base year unless given
    #[arg(long)]
    pub(crate) year: Option<FinancialYear>,
}

/// What is pulled, on which meetings of which partnerships.
#[derive(Debug, clap::Args)]
pub(crate) struct Pulling {
    #[command(flatten)]
    pub(crate) of: Of,
    /// The share of the meetings that is kept, such as 50%
    #[arg(long, value_parser = share_of_text)]
    pub(crate) times: Option<Rate>,
    /// The share of their length that is kept, such as 75%, or how long they are at most, such as 1h or 90m
    #[arg(long, value_parser = Shorter::from_text)]
    pub(crate) length: Option<Shorter>,
    /// The share of the people who attend, such as 50%, or how many at most, such as 8
    #[arg(long, value_parser = Smaller::from_text)]
    pub(crate) attendees: Option<Smaller>,
    /// The share of the meetings that is held online, such as 50%; what is online already stays so
    #[arg(long, value_parser = share_of_text)]
    pub(crate) online: Option<Rate>,
    /// The share of senior people's attendances that the next grade down takes, such as 50%
    #[arg(long, value_parser = share_of_text)]
    pub(crate) delegate: Option<Rate>,
    /// How many people sit on an executive that meets in place of the full board
    #[arg(long, value_parser = number_of_text)]
    pub(crate) executive: Option<Number>,
    /// How many meetings a year the full board still holds beside an executive
    #[arg(long, value_parser = number_of_text, default_value = "4", requires = "executive")]
    pub(crate) keep_full: Number,
    /// On which bodies
    #[arg(long, value_enum, default_value = "all")]
    pub(crate) bodies: BodiesKey,
    /// On this body alone, such as m3
    #[arg(long, conflicts_with = "bodies")]
    pub(crate) meeting: Option<Id>,
    /// Of which partnerships, such as p1,p2; of all unless given
    #[arg(long, value_delimiter = ',')]
    pub(crate) only: Vec<Id>,
    /// Prints JSON for other programs, with exact figures
    #[arg(long)]
    pub(crate) json: bool,
}

/// Which bodies levers are pulled on, by the name that scripts know it by.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum BodiesKey {
    /// Every body that meets
    All,
    /// Boards
    Boards,
}

/// A register whose figures are in doubt.
#[derive(Debug, clap::Args)]
pub(crate) struct Doubted {
    /// The register, a .ron file
    pub(crate) file: PathBuf,
    /// Prints JSON for other programs
    #[arg(long)]
    pub(crate) json: bool,
    /// Of which partnership, such as p12; of all unless given
    #[arg(long)]
    pub(crate) partnership: Option<Id>,
    /// The year, such as 2026/27; the register's base year unless given
    #[arg(long)]
    pub(crate) year: Option<FinancialYear>,
}

fn draws(text: &str) -> Result<u32, String> {
    let allowed = |n: &u32| (LEAST_DRAWS..=MOST_DRAWS).contains(n);
    whole(text).filter(allowed).ok_or_else(|| {
        let (least, most) = (count(LEAST_DRAWS), count(MOST_DRAWS));
        format!("Try a whole number from {least} to {most}")
    })
}

fn seed(text: &str) -> Result<u32, String> {
    let most = count(u32::MAX);
    whole(text).ok_or_else(|| format!("Try a whole number from 0 to {most}"))
}

/// A whole number, with or without commas.
fn whole(text: &str) -> Option<u32> {
    let digits = text.trim().replace(',', "");
    let is_digits = digits.bytes().all(|it| it.is_ascii_digit());
    digits.parse().ok().filter(|_| is_digits)
}

fn count(n: u32) -> String {
    display::count_figure(usize::try_from(n).unwrap_or(usize::MAX))
}

/// How large a chart is printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Paper {
    /// The page or slide that it is for; A4 upright unless given
    #[arg(long, value_parser = PAPERS.map(|it| it.id), conflicts_with = "width_mm")]
    pub(crate) size: Option<String>,
    /// How wide it is on paper, in millimetres, as tall as it comes
    #[arg(long)]
    pub(crate) width_mm: Option<f64>,
    /// Dots an inch of a picture, such as 150, 300 or 600
    #[arg(long, default_value_t = PrintSize::A4.dpi())]
    pub(crate) dpi: f64,
}

impl Paper {
    /// As an export takes it.
    pub(crate) fn print_size(&self) -> Result<PrintSize, ExportError> {
        let named = self.size.as_deref().and_then(find_paper);
        match (named, self.width_mm) {
            (Some(paper), _) => PrintSize::within(paper.room, self.dpi),
            (None, Some(width_mm)) => PrintSize::new(width_mm, self.dpi),
            (None, None) => PrintSize::new(PrintSize::A4.width_mm(), self.dpi),
        }
    }
}

/// A basis by the name that scripts know it by.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum BasisKey {
    /// Time in meetings, staff and cash, as in the exhibit of 1998
    Exhibit2,
    /// Everything
    Full,
}

impl BasisKey {
    pub(crate) const fn basis(self) -> Basis {
        match self {
            Self::Exhibit2 => Basis::Exhibit2,
            Self::Full => Basis::Full,
        }
    }
}

/// What can be listed.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum What {
    /// The charts that can be drawn
    Charts,
    /// The formats that a chart, or a paper, can be saved in
    Formats,
    /// The usual headings of a board paper, as a file to change
    Template,
    /// The tables that can be exported
    Tables,
    /// The figures that can be explained
    Figures,
    /// The discount factors, year by year to 500
    Factors,
    /// Each grade's pay, built up to its hourly cost
    Grades,
    /// Every figure that was typed, who vouches for it, and the money that hangs on it
    Assumptions,
    /// People's time by grade and body, and the share of a working year that it takes up
    Time,
    /// Between what each partnership's annual cost lies, and the facts that would narrow it
    Doubt,
    /// What is answered and what is open in each partnership’s health check, and its risks
    Health,
    /// What one partner bears of every partnership, its share under the rules, and what it gets
    Statement,
    /// What each partnership costs and brings over the years, and the statement on its value for money
    Worth,
    /// Which partnerships do the same work with the same people, and what merging their meetings would save
    Overlaps,
    /// What each body bears and gains of all partnerships, for whose gain it bears it, and who would pay whom
    WhoPays,
    /// What partnerships take of each body’s budget and pay, what they lack, and where the money and the time go
    Measures,
    /// The editions of the guidance, and what each would change in the register
    Editions,
    /// Partnerships ranked by any figure, in groups with what each comes to
    League,
    /// Two to four partnerships side by side, and how they differ in words
    Comparison,
}
