//! `convert`: a register of any version as a file of the newest.

use std::path::Path;

use crate::cli::outcome::{Done, Refusal};
use crate::store::read::read;
use crate::store::write::save;

pub(crate) fn convert(file: &Path, out: &Path) -> Result<Done, Refusal> {
    let opened = read(file).map_err(|error| Refusal::not_opened(file, &error))?;
    save(out, &opened.register, None).map_err(|error| Refusal::not_opened(out, &error))?;
    Ok(Done::plainly(String::new()))
}
