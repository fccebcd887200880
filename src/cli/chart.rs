//! `chart`: one chart as a file, written whole or not at all.

use std::path::Path;

use crate::chart::catalogue::{self, CHARTS};
use crate::cli::arguments::{Of, Paper};
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::export::formats::{self, FORMATS, Format, PrintSize};
use crate::store::atomic;

pub(crate) fn chart(of: &Of, id: &str, out: &Path, paper: &Paper) -> Result<Done, Refusal> {
    let kind = catalogue::find(id).ok_or_else(|| {
        let known = CHARTS.iter().map(|kind| kind.id).collect::<Vec<_>>();
        Refusal::Unknown(format!("No chart is called {id}. Try {}", known.join(", ")))
    })?;
    let format = format_of(out)?;
    let size = PrintSize::new(paper.width_mm, paper.dpi)?;
    let opened = Opened::new(&of.file, of.year)?;
    let findings = opened.findings();
    let drawn = (kind.draw)(&findings, of.basis.basis());
    let bytes = (format.write)(&drawn, &size)?;
    let not_written = |why| Refusal::File {
        path: out.to_owned(),
        why,
    };
    atomic::replace(out, |file| file.write_all(&bytes)).map_err(not_written)?;
    Ok(Done::on(&findings, String::new()))
}

/// The format that the file's ending names.
fn format_of(out: &Path) -> Result<&'static Format, Refusal> {
    let ending = out.extension().unwrap_or_default();
    let ending = ending.to_string_lossy().to_ascii_lowercase();
    formats::find(&ending).ok_or_else(|| {
        let known = FORMATS.iter().map(|format| format!(".{}", format.id));
        let known = known.collect::<Vec<_>>().join(" or ");
        let out = out.display();
        Refusal::Unknown(format!("\"{out}\" names no format. End it in {known}"))
    })
}
