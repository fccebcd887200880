//! The typeface of every chart and paper: IBM Plex Sans, bundled so that all systems draw the same.

/// The family name that charts ask for.
pub const FAMILY: &str = "IBM Plex Sans";

/// Regular, weight 400.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Regular.ttf");

/// `SemiBold`, weight 600.
pub const SEMI_BOLD: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-SemiBold.ttf");

/// Italic, weight 400.
pub const ITALIC: &[u8] = include_bytes!("../../assets/fonts/IBMPlexSans-Italic.ttf");

/// Noto Sans Hebrew, for names that IBM Plex Sans has no letters for.
pub const HEBREW: &[u8] = include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf");

/// Noto Sans Arabic, for the same.
pub const ARABIC: &[u8] = include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf");

/// The families that letters are looked for in, the first one that has them.
pub const FAMILIES: [&str; 3] = [FAMILY, "Noto Sans Hebrew", "Noto Sans Arabic"];

/// Every font file, with the one of [`FAMILIES`] that it belongs to: `SemiBold` itself says that it is a family of its own.
pub const FILES: [(&str, &[u8]); 5] = [
    (FAMILY, REGULAR),
    (FAMILY, SEMI_BOLD),
    (FAMILY, ITALIC),
    ("Noto Sans Hebrew", HEBREW),
    ("Noto Sans Arabic", ARABIC),
];

/// One of the three cuts that charts use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// Names and figures.
    Regular,
    /// Titles and totals.
    SemiBold,
    /// Asides, such as "not scored".
    Italic,
}

impl Face {
    /// Every cut.
    pub const ALL: [Self; 3] = [Self::Regular, Self::SemiBold, Self::Italic];

    /// The font file.
    pub fn file(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::SemiBold => SEMI_BOLD,
            Self::Italic => ITALIC,
        }
    }
}
