//! A file to a register: small, text, a register, of a version and an edition that we know, and only then read in full.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::time::SystemTime;

use ron::Options;
use ron::de::Deserializer;
use ron::extensions::Extensions;
use serde::Deserialize;

use crate::guidance::edition;
use crate::model::register::Register;
use crate::store::error::{LooksLike, StoreError};
use crate::store::fingerprint::Fingerprint;
use crate::store::header::{FORMAT, FORMAT_VERSION, Header, Probe};
use crate::store::{explain, split, v1, v2, v3, v6};

/// A register as it was opened.
#[derive(Clone, Debug)]
pub struct Opened {
    /// What the file holds.
    pub register: Register,
    /// What it says of itself.
    pub header: Header,
    /// What it was like, to see later whether somebody else has changed it.
    pub fingerprint: Fingerprint,
}

const MOST_BYTES: u64 = 256 << 20;
const MOST_PARTNERSHIPS: usize = 100_000;
/// Every record and every quantity with evidence opens a bracket; these are counted before any memory is given to them.
const MOST_BRACKETS: usize = 2_000_000;
const DEEPEST: usize = 32;

/// Opens a file.
///
/// # Errors
/// Why the file cannot be read, or what in it is not as it should be, with its place.
pub fn read(path: &Path) -> Result<Opened, StoreError> {
    let name = name_of(path);
    let (bytes, modified) = bytes_of(path, &name)?;
    let text = text_of(&bytes, &name)?;
    let (parsed, fingerprint) =
        rayon::join(|| parse(text, &name), || Fingerprint::new(&bytes, modified));
    let (header, register) = parsed?;
    Ok(Opened {
        register,
        header,
        fingerprint,
    })
}

/// Reads the text of a file; `name` is what errors call it.
///
/// # Errors
/// What in it is not as it should be, with its place.
pub fn parse(text: &str, name: &str) -> Result<(Header, Register), StoreError> {
    let name = || name.to_owned();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(StoreError::Empty { name: name() });
    }
    let version = recognise(text, &name())?;
    let brackets = text.bytes().filter(|byte| *byte == b'(').count();
    if brackets > MOST_BRACKETS {
        return Err(StoreError::TooMany { name: name() });
    }
    let (header, mut register) = match version {
        1 => {
            let (header, body) = values::<v1::Body>(text, &name())?;
            (header, Register::from(body))
        }
        2 => {
            let (header, body) = values::<v2::Body>(text, &name())?;
            (header, Register::from(body))
        }
        3 => {
            let (header, body) = values::<v3::Body>(text, &name())?;
            (header, Register::from(body))
        }
        _ => match split::read_in_pieces(text) {
            Some(values) => values,
            None => values::<v6::Body>(text, &name())?,
        },
    };
    if register.partnerships.len() > MOST_PARTNERSHIPS {
        return Err(StoreError::TooMany { name: name() });
    }
    if register.settings.guidance != header.guidance {
        return Err(StoreError::TwoEditions {
            name: name(),
            header: header.guidance,
            settings: register.settings.guidance.clone(),
        });
    }
    if let Some(odd) = register.odd_id() {
        return Err(StoreError::OddId { name: name(), odd });
    }
    register.settle_last_id();
    Ok((header, register))
}

/// How errors call the file at a path.
pub(crate) fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or(path.as_os_str())
        .to_string_lossy()
        .into_owned()
}

/// The dialect of RON that files are in.
pub(crate) fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(DEEPEST)
}

fn bytes_of(path: &Path, name: &str) -> Result<(Vec<u8>, Option<SystemTime>), StoreError> {
    let unreadable = |why: io::Error| StoreError::Unreadable {
        name: name.to_owned(),
        why,
    };
    // Looked at before it is opened, because opening a pipe would wait for ever.
    let seen = fs::metadata(path).map_err(unreadable)?;
    if !seen.is_file() {
        return Err(StoreError::NotAFile {
            name: name.to_owned(),
            is_folder: seen.is_dir(),
        });
    }
    let too_large = |bytes| StoreError::TooLarge {
        name: name.to_owned(),
        bytes,
    };
    if seen.len() > MOST_BYTES {
        return Err(too_large(seen.len()));
    }
    let file = File::open(path).map_err(unreadable)?;
    let modified = file.metadata().and_then(|seen| seen.modified()).ok();
    let mut bytes = Vec::new();
    let most = MOST_BYTES.saturating_add(1);
    file.take(most)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    let length = bytes.len() as u64;
    if length > MOST_BYTES {
        return Err(too_large(length));
    }
    Ok((bytes, modified))
}

fn text_of<'a>(bytes: &'a [u8], name: &str) -> Result<&'a str, StoreError> {
    let looks_like = match bytes {
        [b'P', b'K', 3, 4, ..] => Some(LooksLike::Office),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some(LooksLike::Utf16),
        _ if bytes.contains(&0) => Some(LooksLike::Other),
        _ => None,
    };
    match (looks_like, str::from_utf8(bytes)) {
        (None, Ok(text)) => Ok(text),
        (found, _) => Err(StoreError::NotText {
            name: name.to_owned(),
            looks_like: found.unwrap_or(LooksLike::Other),
        }),
    }
}

/// The version of a text that is a register of a version and an edition that we know; only its header is looked at.
fn recognise(text: &str, name: &str) -> Result<u32, StoreError> {
    let name = || name.to_owned();
    let probe = Deserializer::from_str_with_options(text, &options())
        .map_err(|_| ())
        .and_then(|mut values| Probe::deserialize(&mut values).map_err(|_| ()));
    let Ok(probe) = probe else {
        let start = text.get(..text.len().min(200)).unwrap_or(text);
        let says_so = start.contains(FORMAT);
        let breaks_off = "(format: \"fruitful register\"".starts_with(text.trim());
        return if says_so || breaks_off {
            values::<()>(text, &name()).map(|(header, ())| header.format_version)
        } else {
            Err(StoreError::NotARegister { name: name() })
        };
    };
    if probe.format != FORMAT {
        return Err(StoreError::NotARegister { name: name() });
    }
    if probe.format_version > FORMAT_VERSION {
        return Err(StoreError::Newer {
            name: name(),
            written_by: probe.written_by.chars().take(40).collect(),
            format_version: probe.format_version,
        });
    }
    if probe.format_version == 0 {
        return Err(StoreError::NotARegister { name: name() });
    }
    match probe.guidance {
        Some(named) if edition::edition(&named).is_none() => Err(StoreError::UnknownGuidance {
            name: name(),
            edition: named.chars().take(40).collect(),
        }),
        _ => Ok(probe.format_version),
    }
}

/// The header and the body; where either fails, both again with a record of where, which would slow the others down.
fn values<'a, Body: Deserialize<'a>>(
    text: &'a str,
    name: &str,
) -> Result<(Header, Body), StoreError> {
    let fast = || -> Result<(Header, Body), ron::Error> {
        let mut values =
            Deserializer::from_str_with_options(text, &options()).map_err(|error| error.code)?;
        let header = Header::deserialize(&mut values)?;
        let body = Body::deserialize(&mut values)?;
        values.end()?;
        Ok((header, body))
    };
    let (header, body) = fast().map_err(|_| explain::explain::<Body>(text, name))?;
    Ok((header, body))
}
