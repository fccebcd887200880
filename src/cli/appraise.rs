//! `appraise`: the findings as tables for people, or as JSON for programs.

use jiff::civil::Date;

use crate::cli::appraise_json::Answer;
use crate::cli::arguments::Of;
use crate::cli::list_overlaps::in_appraise;
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::report::summary_text;

pub(crate) fn appraise(of: &Of, is_json: bool, today: Date) -> Result<Done, Refusal> {
    let opened = Opened::new(&of.file, of.year)?;
    let findings = opened.findings();
    let basis = of.basis.basis();
    let text = if is_json {
        let answer = Answer::new(&findings, basis, in_appraise(&opened, basis));
        format!("{}\n", serde_json::to_string_pretty(&answer)?)
    } else {
        summary_text::text(&findings, basis, today)
    };
    Ok(Done::on(&findings, text))
}
