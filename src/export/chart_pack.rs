//! A folder with every chart of a register: pictures, the table behind each, and an index with the words for those who do
//! not see them.

use std::path::Path;

use rayon::prelude::*;

use crate::chart::catalogue::{CHARTS, Chosen, PARTNERSHIP_CHARTS};
use crate::chart::chart::Chart;
use crate::chart::doubts::Doubts;
use crate::costing::basis::Basis;
use crate::export::csv;
use crate::export::error::ExportError;
use crate::export::formats::Format;
use crate::export::pack_folder::{PackError, PackFolder};
use crate::export::pack_index::index;
use crate::export::print_size::PrintSize;
use crate::findings::findings::{Findings, Question};
use crate::guidance::edition::Guidance;
use crate::uncertainty::ranges::is_any_ranged;
use crate::uncertainty::sensitivity::{Tornado, sensitivity};
use crate::uncertainty::simulation::{Plan, Simulated, Simulation, simulate, simulate_partnership};
use crate::units::id::Id;
use crate::units::progress::{Progress, Stop};

/// What goes into a pack.
#[derive(Clone, Copy, Debug)]
pub struct PackOf<'a> {
    /// Everything that is drawn.
    pub findings: &'a Findings,
    /// The guidance that it follows, for what is worked out of its doubt.
    pub guidance: &'static Guidance,
    /// Which inclusions the costs follow.
    pub basis: Basis,
    /// The formats of the pictures.
    pub formats: &'a [&'static Format],
    /// How large each picture is.
    pub size: PrintSize,
}

impl PackOf<'_> {
    /// Whether charts are written one after the other: PDF is set with threads of its own, and a thread that waits for
    /// them would take up the next chart, and the one after it, until its stack is full.
    fn is_alone(&self) -> bool {
        self.formats.iter().any(|it| it.id == "pdf")
    }
}

/// A chart of a pack, as its index lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// What kind of chart it is.
    pub label: &'static str,
    /// The partnership it is of; nothing for all together.
    pub partnership: Option<Id>,
    /// The finding.
    pub title: String,
    /// The chart in words.
    pub alt: String,
    /// Its files, pictures first.
    pub files: Vec<String>,
    /// Why it has no picture, where it has none.
    pub why_not: Option<String>,
}

/// Writes the pack, or nothing: a folder that is there keeps what is in it until every file is made.
///
/// Files of the user's own in that folder are never touched; those of an earlier pack are replaced. Charts with nothing to
/// draw have no files, and the index says so. Gives what the index lists.
///
/// # Errors
/// A folder that cannot be written, a file in it that is in the way, or the wish to stop.
pub fn write(
    of: &PackOf<'_>,
    folder: &Path,
    (progress, stop): (&Progress, &Stop),
) -> Result<Vec<Listed>, PackError> {
    let findings = of.findings;
    let n_of_each = findings
        .partnerships
        .len()
        .saturating_mul(PARTNERSHIP_CHARTS.len());
    progress.start(CHARTS.len().saturating_add(n_of_each));
    let pack = PackFolder::begin(folder, LIST)?;
    let each = findings.partnerships.iter().map(|found| Some(found.id));
    let parts: Vec<Option<Id>> = std::iter::once(None).chain(each).collect();
    let write = |part: &Option<Id>| write_part(of, *part, &pack, (progress, stop));
    let listed: Result<Vec<Vec<Listed>>, _> = if of.is_alone() {
        parts.iter().map(write).collect()
    } else {
        parts.par_iter().map(write).collect()
    };
    let listed = listed?;
    let listed: Vec<Listed> = listed.into_iter().flatten().collect();
    pack.add(INDEX, index(findings, &listed).as_bytes())?;
    let files = listed.iter().flat_map(|it| &it.files).cloned();
    let files: Vec<String> = std::iter::once(INDEX.to_owned()).chain(files).collect();
    if stop.is_asked() {
        return Err(ExportError::Cancelled.into());
    }
    pack.finish(&files)?;
    Ok(listed)
}

/// The list of the files of a pack.
const LIST: &str = "files.txt";

/// The index of a pack.
pub const INDEX: &str = "index.html";

/// The charts of all together, or of one partnership.
fn write_part(
    of: &PackOf<'_>,
    part: Option<Id>,
    pack: &PackFolder,
    (progress, stop): (&Progress, &Stop),
) -> Result<Vec<Listed>, PackError> {
    if stop.is_asked() {
        return Err(ExportError::Cancelled.into());
    }
    let doubt = PartDoubt::of(of, part, stop);
    let chosen: Vec<Chosen> = match part {
        // What is drawn of the whole register cannot be drawn of some.
        None => (0..CHARTS.len())
            .map(Chosen::OfAll)
            .filter(|it| of.findings.narrowed.is_none() || it.is_of_each())
            .collect(),
        Some(id) => (0..PARTNERSHIP_CHARTS.len())
            .map(|at| Chosen::OfOne(at, id))
            .collect(),
    };
    let one = |chosen: &Chosen| {
        if stop.is_asked() {
            return Err(ExportError::Cancelled.into());
        }
        let chart = chosen.draw(of.findings, of.basis, doubt.doubts());
        let listed = chart.map(|chart| write_chart(of, *chosen, &chart, pack));
        progress.step();
        listed.transpose()
    };
    let listed: Result<Vec<Option<Listed>>, PackError> = if of.is_alone() {
        chosen.iter().map(one).collect()
    } else {
        chosen.par_iter().map(one).collect()
    };
    let listed = listed?;
    Ok(listed.into_iter().flatten().collect())
}

fn write_chart(
    of: &PackOf<'_>,
    chosen: Chosen,
    chart: &Chart,
    pack: &PackFolder,
) -> Result<Listed, PackError> {
    let partnership = match chosen {
        Chosen::OfAll(_) => None,
        Chosen::OfOne(_, id) => Some(id),
    };
    let mut listed = Listed {
        label: chosen.label(),
        partnership,
        title: chart.title.clone(),
        alt: chart.alt.clone(),
        files: Vec::new(),
        why_not: chart.body.nothing().map(str::to_owned),
    };
    if listed.why_not.is_some() {
        return Ok(listed);
    }
    let stem = partnership.map_or_else(String::new, |id| format!("{id}-"));
    let stem = format!("{stem}{}", chosen.id());
    for format in of.formats {
        match (format.write)(chart, &of.size) {
            Ok(bytes) => {
                let name = format!("{stem}.{}", format.id);
                pack.add(&name, &bytes)?;
                listed.files.push(name);
            }
            // One chart with too many rows for a slide is no reason to go without the others.
            Err(why @ (ExportError::TooTall { .. } | ExportError::TooLarge { .. })) => {
                listed.why_not = Some(why.to_string());
            }
            Err(why) => return Err(why.into()),
        }
    }
    let name = format!("{stem}.csv");
    pack.add(&name, &csv::write(&chart.table))?;
    listed.files.push(name);
    Ok(listed)
}

/// What is worked out of the doubt of one part; nothing of a register without ranges.
#[derive(Default)]
struct PartDoubt {
    simulation: Option<Simulation>,
    by_itself: Option<Simulated>,
    tornadoes: Vec<Tornado>,
}

impl PartDoubt {
    fn of(of: &PackOf<'_>, part: Option<Id>, stop: &Stop) -> Self {
        let (register, guidance) = (&of.findings.register, of.guidance);
        if !is_any_ranged(register) {
            return Self::default();
        }
        let year = of.findings.year;
        let (question, plan) = (Question { year }, Plan::of(&register.settings));
        let (simulation, by_itself) = match part {
            None => {
                let progress = Progress::default();
                let of_all = simulate(register, guidance, question, plan, &progress, stop);
                (of_all, None)
            }
            Some(id) => {
                let of_one = simulate_partnership(register, guidance, question, plan, id, stop);
                (None, of_one)
            }
        };
        let tornadoes = sensitivity(register, guidance, question, part, stop);
        Self {
            simulation,
            by_itself,
            tornadoes: tornadoes.unwrap_or_default(),
        }
    }

    fn doubts(&self) -> Doubts<'_> {
        Doubts {
            simulation: self.simulation.as_ref(),
            by_itself: self.by_itself.as_ref(),
            tornadoes: &self.tornadoes,
        }
    }
}
