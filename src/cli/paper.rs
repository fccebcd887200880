//! `paper`: a board paper as a file, written whole or not at all; and what is left to an officer.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use jiff::civil::Date;

use crate::cli::arguments::BoardPaper;
use crate::cli::doubts::Worked;
use crate::cli::opened::{Opened, must_not_be};
use crate::cli::outcome::{Done, Refusal};
use crate::export::formats::{PAPER_FORMATS, PaperFormat, built_without, find_for_paper};
use crate::report::board_paper::template::{LARGEST, Template};
use crate::report::board_paper::{Asked, PROGRAM, Subject, board_paper};
use crate::report::text_table::one_line;
use crate::store::wording::of_system;
use crate::store::{atomic, checksum};
use crate::uncertainty::switching_value::{most_telling, switching_values};
use crate::units::progress::Stop;

/// Writes a paper dated `today`.
pub(crate) fn run(asked: &BoardPaper, today: Date) -> Result<Done, Refusal> {
    let format = format_of(&asked.out)?;
    must_not_be(&asked.out, &asked.of.file)?;
    let template = match &asked.template {
        Some(file) => {
            must_not_be(&asked.out, file)?;
            read_template(file)?
        }
        None => Template::default(),
    };
    let opened = Opened::new(&asked.of.file, asked.of.year)?;
    opened.must_have(asked.partnership)?;
    let findings = opened.findings();
    let worked = Worked::for_a_paper(&opened, asked.partnership);
    let stop = Stop::default();
    let (register, guidance, question) = (&opened.register, opened.guidance, opened.question);
    let switching = asked
        .partnership
        .and_then(|id| switching_values(register, guidance, question, id, &stop));
    let checksum = checksum::checksum(register)
        .map_err(|error| Refusal::not_opened(&asked.of.file, &error))?;
    let paper = board_paper(&Asked {
        findings: &findings,
        of: asked
            .partnership
            .map_or(Subject::Portfolio, Subject::Partnership),
        basis: asked.of.basis.basis(),
        date: today,
        doubts: worked.doubts(),
        switching: switching.as_deref().and_then(most_telling),
        template: &template,
        checksum: &checksum,
        program: PROGRAM,
    });
    let nothing = || Refusal::Unknown("The register has nothing to make a paper of".to_owned());
    let paper = paper.ok_or_else(nothing)?;
    let bytes = (format.write)(&paper.document, &stop)?;
    let not_written = |why| Refusal::File {
        path: asked.out.clone(),
        why,
    };
    atomic::replace(&asked.out, |file| file.write_all(&bytes)).map_err(not_written)?;
    let mut text = format!("Written: {}\n", one_line(&asked.out.display().to_string()));
    for line in paper.left_to_do() {
        text.extend([line.as_str(), "\n"]);
    }
    Ok(Done::on(&findings, text))
}

/// The format that the file's ending names.
fn format_of(out: &Path) -> Result<&'static PaperFormat, Refusal> {
    let ending = out.extension().unwrap_or_default();
    let ending = ending.to_string_lossy().to_ascii_lowercase();
    find_for_paper(&ending).ok_or_else(|| {
        let known = PAPER_FORMATS.iter().map(|format| format!(".{}", format.id));
        let known = known.collect::<Vec<_>>().join(" or ");
        let out = out.display();
        let why = built_without(&ending);
        Refusal::Unknown(format!(
            "\"{out}\" names no format of a paper{why}. End it in {known}"
        ))
    })
}

/// Reads no more than a template may have.
fn read_template(file: &Path) -> Result<Template, Refusal> {
    let name = file.display();
    let read = || -> std::io::Result<Vec<u8>> {
        let most = u64::try_from(LARGEST).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        File::open(file)?.take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|why| {
        Refusal::Unknown(format!(
            "Cannot read the template \"{name}\": {}",
            of_system(&why)
        ))
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Refusal::Unknown(format!(
            "The template \"{name}\" is no plain text. Save it as text, in UTF-8"
        ))
    })?;
    Template::read(&text).map_err(|error| Refusal::Unknown(format!("{name}: {error}")))
}
