//! `chart`: one chart as a file, written whole or not at all.

use std::path::Path;

use crate::chart::catalogue::{self, CHARTS, ChartKind, PARTNERSHIP_CHARTS, PartnershipChart};
use crate::chart::chart::Chart;
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::{distribution, tornado};
use crate::cli::arguments::{Of, Paper};
use crate::cli::doubts::Worked;
use crate::cli::opened::{Opened, must_not_be};
use crate::cli::outcome::{Done, Refusal};
use crate::costing::basis::Basis;
use crate::export::formats::{self, FORMATS, Format};
use crate::findings::findings::Findings;
use crate::store::atomic;
use crate::units::id::Id;

/// Writes the chart of this name: of one partnership where one is named, else of all together, or of `only` some.
pub(crate) fn chart(
    of: &Of,
    (id, partnership, only): (&str, Option<Id>, Option<&[Id]>),
    out: &Path,
    paper: &Paper,
) -> Result<Done, Refusal> {
    let draw = Draw::find(id, partnership)?;
    if only.is_some() && partnership.is_some() {
        let message = "--only is for charts of several partnerships: leave --partnership out";
        return Err(Refusal::Unknown(message.to_owned()));
    }
    if only.is_some() && [distribution::CHART.id, tornado::CHART.id].contains(&id) {
        let why = format!("The chart {id} is of the whole register: leave --only out");
        return Err(Refusal::Unknown(why));
    }
    let format = format_of(out)?;
    must_not_be(out, &of.file)?;
    let size = paper.print_size()?;
    let opened = Opened::new(&of.file, of.year)?;
    let findings = opened.findings_of(only)?;
    let worked = Worked::new(&opened, draw.needs(), partnership);
    let drawn = draw.draw(&findings, of.basis.basis(), worked.doubts())?;
    let bytes = (format.write)(&drawn, &size)?;
    let not_written = |why| Refusal::File {
        path: out.to_owned(),
        why,
    };
    atomic::replace(out, |file| file.write_all(&bytes)).map_err(not_written)?;
    Ok(Done::on(&findings, String::new()))
}

/// A chart that was asked for by name.
enum Draw {
    OfAll(ChartKind),
    OfOne(PartnershipChart, Id),
}

impl Draw {
    fn find(id: &str, partnership: Option<Id>) -> Result<Self, Refusal> {
        let (of_all, of_one) = (catalogue::find(id), catalogue::find_of_partnership(id));
        let why = match (of_all, of_one, partnership) {
            (Some(kind), _, None) => return Ok(Self::OfAll(*kind)),
            (_, Some(kind), Some(partnership)) => return Ok(Self::OfOne(*kind, partnership)),
            (None, Some(_), None) => {
                format!("The chart {id} is of one partnership: name it with --partnership")
            }
            (Some(_), None, Some(_)) => {
                format!("The chart {id} is of all partnerships: leave --partnership out")
            }
            (None, None, _) => {
                let mut known: Vec<_> = CHARTS.iter().map(|kind| kind.id).collect();
                let of_one = PARTNERSHIP_CHARTS.iter().map(|kind| kind.id);
                known.extend(of_one.filter(|id| catalogue::find(id).is_none()));
                format!("No chart is called {id}. Try {}", known.join(", "))
            }
        };
        Err(Refusal::Unknown(why))
    }

    /// What it draws of doubt.
    fn needs(&self) -> Needs {
        match self {
            Self::OfAll(kind) => kind.needs,
            Self::OfOne(kind, _) => kind.needs,
        }
    }

    fn draw(
        &self,
        findings: &Findings,
        basis: Basis,
        doubts: Doubts<'_>,
    ) -> Result<Chart, Refusal> {
        match self {
            Self::OfAll(kind) => Ok((kind.draw)(findings, basis, doubts)),
            Self::OfOne(kind, id) => {
                let found = findings.partnership(*id);
                let found = found.ok_or_else(|| Refusal::no_partnership(*id))?;
                Ok((kind.draw)(findings, found, basis, doubts))
            }
        }
    }
}

/// The format that the file's ending names.
fn format_of(out: &Path) -> Result<&'static Format, Refusal> {
    let ending = out.extension().unwrap_or_default();
    let ending = ending.to_string_lossy().to_ascii_lowercase();
    formats::find(&ending).ok_or_else(|| {
        let known = FORMATS.iter().map(|format| format!(".{}", format.id));
        let known = known.collect::<Vec<_>>().join(" or ");
        let out = out.display();
        let why = formats::built_without(&ending);
        Refusal::Unknown(format!("\"{out}\" names no format{why}. End it in {known}"))
    })
}
