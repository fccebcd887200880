//! What the session finds around it: where things are kept, whether files are marked, and the clocks.

use std::path::PathBuf;

use etcetera::BaseStrategy;

use crate::session::clock::Clock;
use crate::session::preferences::Preferences;

/// What the session finds around it.
pub struct Surroundings {
    /// Where preferences are kept.
    pub preferences: Option<PathBuf>,
    /// The folder where unsaved changes are kept.
    pub recovery: Option<PathBuf>,
    /// Whether a file is marked as in use while it is open, and such marks of others are heeded.
    pub marks_files: bool,
    /// The clocks.
    pub clock: Clock,
}

impl Surroundings {
    /// Those of this user on this system.
    pub fn usual() -> Self {
        Self {
            preferences: Preferences::usual_path(),
            recovery: usual_recovery_folder(),
            marks_files: true,
            clock: Clock::of_system(),
        }
    }

    /// Nothing is kept and nothing is marked.
    pub fn none() -> Self {
        Self {
            preferences: None,
            recovery: None,
            marks_files: false,
            clock: Clock::of_system(),
        }
    }
}

/// Where the system keeps what a program needs to go on; nothing where it has no such place.
fn usual_recovery_folder() -> Option<PathBuf> {
    let strategy = etcetera::choose_base_strategy().ok()?;
    let folder = strategy.state_dir().unwrap_or_else(|| strategy.cache_dir());
    Some(folder.join("fruitful").join("recovery"))
}
