//! What the benchmarks share: registers to work on, and a clock of this thread's own time.
#![expect(
    dead_code,
    reason = "each benchmark is a program of its own and uses a part"
)]

pub(crate) mod clock;
pub(crate) mod large;
pub(crate) mod line;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition;
use fruitful::model::register::Register;
use fruitful::store::{read, write};

/// As many partnerships as a county and its districts list when they are asked for all.
pub(crate) const MANY: u32 = 5_500;

/// The sample register of 60 partnerships.
pub(crate) fn county_path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/county.ron")
}

/// A file of [`MANY`] partnerships, written once.
pub(crate) fn many_path() -> &'static Path {
    static PATH: OnceLock<PathBuf> = OnceLock::new();
    PATH.get_or_init(|| {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("many.ron");
        let text = write::to_text(&large::register(MANY)).expect("a register has a text");
        std::fs::write(&path, text).expect("the target folder can be written to");
        path
    })
}

/// The register in a file.
pub(crate) fn opened(path: &Path) -> Register {
    read::read(path).expect("the file is a register").register
}

/// What the engine says of a register.
pub(crate) fn appraised(register: &Register) -> Findings {
    let year = register.settings.base_year;
    appraise(register, edition::newest(), Question { year })
}
