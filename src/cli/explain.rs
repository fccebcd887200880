//! `explain`: the basis of one figure as an indented tree.

use std::path::Path;

use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::findings::explain::{self, figure_title};
use crate::findings::figure::FigureId;
use crate::report::explanation::as_text;
use crate::report::figures::is_figure;
use crate::report::text_table::one_line;
use crate::units::display;
use crate::units::year::FinancialYear;

pub(crate) fn explain(
    file: &Path,
    figure: &str,
    year: Option<FinancialYear>,
) -> Result<Done, Refusal> {
    let opened = Opened::new(file, year)?;
    let figure: FigureId = figure
        .parse()
        .map_err(|error| Refusal::Unknown(format!("{error}")))?;
    let findings = opened.findings();
    if !is_figure(&findings, figure) {
        let file = file.display();
        return Err(Refusal::Unknown(format!(
            "{file} has no figure {figure}. `list figures FILE` names them all"
        )));
    }
    let (register, guidance, question) = (&opened.register, opened.guidance, opened.question);
    let text = match explain::explain(register, guidance, question, figure) {
        Some(explanation) => as_text(&explanation),
        None => format!(
            "{}  {}\n",
            one_line(&figure_title(register, guidance, question, figure)),
            display::NOT_KNOWN
        ),
    };
    Ok(Done::on(&findings, text))
}
