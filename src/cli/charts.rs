//! `charts`: every chart as pictures, with its table as CSV and an index with its words, in one folder.

use std::fmt::Write;
use std::path::Path;

use crate::cli::arguments::{Of, Paper};
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::export::chart_pack::{self, INDEX, Listed, PackOf};
use crate::export::formats::{self, FORMATS, Format};
use crate::units::display;
use crate::units::id::Id;
use crate::units::progress::{Progress, Stop};

/// Writes the pack and says what is in it.
pub(crate) fn charts(
    of: &Of,
    only: Option<&[Id]>,
    out: &Path,
    (names, paper): (&[String], &Paper),
) -> Result<Done, Refusal> {
    let formats: Vec<&Format> = FORMATS
        .iter()
        .filter(|it| names.iter().any(|name| name == it.id))
        .collect();
    if let Some(unknown) = names.iter().find(|it| formats::find(it).is_none()) {
        let known: Vec<_> = FORMATS.iter().map(|it| it.id).collect();
        let known = known.join(", ");
        return Err(Refusal::Unknown(format!(
            "No format of a chart is called {unknown}. Try {known}"
        )));
    }
    let size = paper.print_size()?;
    let opened = Opened::new(&of.file, of.year)?;
    let findings = opened.findings_of(only)?;
    let pack = PackOf {
        findings: &findings,
        guidance: opened.guidance,
        basis: of.basis.basis(),
        formats: &formats,
        size,
    };
    let (progress, stop) = (Progress::default(), Stop::default());
    let listed = chart_pack::write(&pack, out, (&progress, &stop)).map_err(Refusal::not_packed)?;
    Ok(Done::on(&findings, words(&listed, out)))
}

fn words(listed: &[Listed], out: &Path) -> String {
    let n_charts = listed.iter().filter(|it| !it.files.is_empty()).count();
    let n_empty = listed.len().saturating_sub(n_charts);
    let n_files: usize = listed.iter().map(|it| it.files.len()).sum();
    let charts = display::count(n_charts, "chart", "charts");
    let files = display::count(n_files, "file", "files");
    let empty = match n_empty {
        0 => String::new(),
        n => format!("; {} with nothing to draw", display::count_figure(n)),
    };
    let mut text = format!(
        "{charts} in {files}{empty}. Titles and text alternatives: {}\n",
        out.join(INDEX).display()
    );
    let undrawn = listed.iter().filter(|it| !it.files.is_empty());
    for it in undrawn {
        if let Some(why) = &it.why_not {
            let of = it
                .partnership
                .map_or_else(String::new, |id| format!(" of {id}"));
            // Writing to a String cannot fail.
            let _ = writeln!(text, "No picture of {}{of}: {why}", it.label);
        }
    }
    text
}
