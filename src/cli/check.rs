//! `check`: one query a line, errors first.

use std::path::Path;

use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::model::query::Query;
use crate::model::record_name::{line_name, line_name_in};
use crate::model::register::Register;
use crate::report::text_table::one_line;
use crate::units::display;

pub(crate) fn check(file: &Path) -> Result<Done, Refusal> {
    let opened = Opened::new(file, None)?;
    let findings = opened.findings();
    let mut queries: Vec<&Query> = findings.queries().collect();
    queries.sort_by_key(|query| query.severity);
    let lines = queries.into_iter().map(|query| {
        let severity = query.severity.label();
        let place = place(&opened.register, query);
        let line = format!("{severity}  {place}  {}  {}", query.message, query.hint);
        format!("{}\n", one_line(&line))
    });
    let text = lines.collect();
    Ok(Done::on(&findings, text))
}

/// `Community safety › Board: 3 × Grade 7, Ashmere › Travel [a5/travel]`: names for people, the address for scripts.
fn place(register: &Register, query: &Query) -> String {
    let partnership = query.partnership.and_then(|id| register.partnership(id));
    let mut names = Vec::new();
    match partnership {
        Some(it) => {
            names.push(line_name_in(register, it, it.id));
            if query.record != it.id {
                names.push(line_name_in(register, it, query.record));
            }
        }
        None => names.push(line_name(register, query.record)),
    }
    let mut address = query.record.to_string();
    if let Some(field) = query.field {
        names.push(display::field_name(field));
        address.push('/');
        address.push_str(field);
    }
    // Two spaces part the columns, so a name has only single ones.
    let names = names.join(" › ");
    let names: Vec<&str> = names.split_whitespace().collect();
    format!("{} [{address}]", names.join(" "))
}
