//! What the program remembers of its user, apart from any register: recent files, look, size, basis.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::{Deserialize, Serialize};

use crate::store::atomic;

/// The smallest zoom of the window, in per cent.
pub const SMALLEST_ZOOM: u16 = 60;
/// The largest zoom of the window, in per cent.
pub const LARGEST_ZOOM: u16 = 240;

/// Files that are remembered.
const N_RECENT: usize = 8;

/// What is remembered. A file that cannot be read is as good as none.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// Files opened or saved, the latest first.
    pub recent: Vec<PathBuf>,
    /// Light, dark, high contrast, or as the system has it.
    pub look: Look,
    /// Zoom of the whole window, in per cent.
    pub zoom: u16,
    /// Whether charts and tables follow the Exhibit 2 basis.
    pub is_exhibit2_basis: bool,
    /// A file with the council's own headings of board papers.
    pub paper_template: Option<PathBuf>,
    /// The age in seconds at which unsaved changes are kept for recovery.
    pub autosave_seconds: u16,
}

/// How the window looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Look {
    /// As the system has it.
    #[default]
    System,
    /// Dark text on light.
    Light,
    /// Light text on dark.
    Dark,
    /// Black and white with strong lines.
    HighContrast,
}

impl Look {
    /// Every look, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::System => "As the system",
            Self::Light => "Light",
            Self::Dark => "Dark",
            Self::HighContrast => "High contrast",
        }
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            recent: Vec::new(),
            look: Look::default(),
            zoom: 100,
            is_exhibit2_basis: false,
            paper_template: None,
            autosave_seconds: 30,
        }
    }
}

impl Preferences {
    /// Where this user's preferences are kept; nothing where the system has no such place.
    pub fn usual_path() -> Option<PathBuf> {
        let strategy = etcetera::choose_base_strategy().ok()?;
        Some(
            strategy
                .config_dir()
                .join("fruitful")
                .join("preferences.ron"),
        )
    }

    /// The preferences at `path`.
    pub fn load(path: Option<&Path>) -> Self {
        let text = path.and_then(|path| fs::read_to_string(path).ok());
        let mut kept: Self = text
            .and_then(|text| ron::from_str(&text).ok())
            .unwrap_or_default();
        kept.zoom = kept.zoom.clamp(SMALLEST_ZOOM, LARGEST_ZOOM);
        kept.autosave_seconds = kept.autosave_seconds.clamp(5, 300);
        kept
    }

    /// Keeps them; a failure costs the user nothing but the memory, so it is only logged.
    pub fn save(&self, path: Option<&Path>) {
        let Some(path) = path else { return };
        let kept = ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::new().new_line("\n"))
            .map_err(|error| error.to_string())
            .and_then(|text| {
                if let Some(folder) = path.parent() {
                    fs::create_dir_all(folder).map_err(|error| error.to_string())?;
                }
                atomic::replace(path, |file| file.write_all(text.as_bytes()))
                    .map_err(|error| error.to_string())
            });
        if let Err(error) = kept {
            log::warn!("preferences not kept: {error}");
        }
    }

    /// Puts a file at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        self.recent.retain(|it| *it != path);
        self.recent.insert(0, path);
        self.recent.truncate(N_RECENT);
    }
}
