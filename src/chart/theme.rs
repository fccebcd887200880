//! The colours of a chart by the part they play, for light, dark and paper.
//!
//! After the Government Analysis Function palette: dark blue 12436D, turquoise 28A197 and greys.
//! Neighbouring parts differ by at least 3:1, so they stay apart in greyscale; text by at least 4.5:1.

/// The part that a colour plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Behind everything.
    Surface,
    /// Names, figures and titles.
    Ink,
    /// Notes, units and ticks.
    Muted,
    /// The light grid.
    Grid,
    /// The line that bars and marks stand on.
    Axis,
    /// Direct cost.
    Direct,
    /// Opportunity cost, under its hatching.
    Opportunity,
    /// The hatching over opportunity cost.
    Hatch,
    /// In kind: an open bar.
    InKind,
    /// The outline of an in-kind bar.
    InKindEdge,
    /// A score, and a partnership that no other betters.
    Mark,
    /// The outline of a partnership that another betters.
    Hollow,
    /// The range of a part-missing score.
    Range,
    /// The line of the lowest cost at each score.
    Accent,
    /// Words about that line.
    AccentInk,
    /// Behind a figure that is a small part of a whole.
    TintLow,
    /// Behind a figure that is a larger part.
    TintMiddle,
    /// Behind a figure that is among the largest parts.
    TintHigh,
}

impl Role {
    /// Every part.
    pub const ALL: [Self; 18] = [
        Self::Surface,
        Self::Ink,
        Self::Muted,
        Self::Grid,
        Self::Axis,
        Self::Direct,
        Self::Opportunity,
        Self::Hatch,
        Self::InKind,
        Self::InKindEdge,
        Self::Mark,
        Self::Hollow,
        Self::Range,
        Self::Accent,
        Self::AccentInk,
        Self::TintLow,
        Self::TintMiddle,
        Self::TintHigh,
    ];
}

/// Red, green and blue, 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    const fn hex(rgb: u32) -> Self {
        let [_, red, green, blue] = rgb.to_be_bytes();
        Self(red, green, blue)
    }

    /// Relative luminance after WCAG 2.2, 0 for black and 1 for white.
    ///
    /// L = 0.2126 R + 0.7152 G + 0.0722 B, each channel c/255 linearised: c/12.92 up to 0.04045, else ((c + 0.055)/1.055)^2.4.
    pub fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// Contrast after WCAG 2.2, from 1 to 21: (lighter + 0.05) / (darker + 0.05).
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }
}

/// A colour for every part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    surface: Colour,
    ink: Colour,
    muted: Colour,
    grid: Colour,
    axis: Colour,
    direct: Colour,
    opportunity: Colour,
    in_kind_edge: Colour,
    hollow: Colour,
    range: Colour,
    accent: Colour,
    accent_ink: Colour,
    tint_low: Colour,
    tint_middle: Colour,
    tint_high: Colour,
}

impl Palette {
    /// The colour that plays this part.
    pub fn colour(&self, role: Role) -> Colour {
        match role {
            Role::Surface | Role::InKind | Role::Hatch => self.surface,
            Role::Ink => self.ink,
            Role::Muted => self.muted,
            Role::Grid => self.grid,
            Role::Axis => self.axis,
            Role::Direct | Role::Mark => self.direct,
            Role::Opportunity => self.opportunity,
            Role::InKindEdge => self.in_kind_edge,
            Role::Hollow => self.hollow,
            Role::Range => self.range,
            Role::Accent => self.accent,
            Role::AccentInk => self.accent_ink,
            Role::TintLow => self.tint_low,
            Role::TintMiddle => self.tint_middle,
            Role::TintHigh => self.tint_high,
        }
    }
}

/// Paper: black on white.
pub const PRINT: Palette = Palette {
    surface: Colour::hex(0xFF_FF_FF),
    ink: Colour::hex(0x1A_1C_1E),
    muted: Colour::hex(0x55_5C_63),
    grid: Colour::hex(0xE1_E4_E7),
    axis: Colour::hex(0x8A_91_98),
    direct: Colour::hex(0x12_43_6D),
    opportunity: Colour::hex(0x28_A1_97),
    in_kind_edge: Colour::hex(0x3D_44_4B),
    hollow: Colour::hex(0x6B_74_7D),
    range: Colour::hex(0x7B_84_8C),
    accent: Colour::hex(0x28_A1_97),
    accent_ink: Colour::hex(0x1A_73_6C),
    tint_low: Colour::hex(0xE7_EE_F5),
    tint_middle: Colour::hex(0xC4_D6_E6),
    tint_high: Colour::hex(0x97_B6_D0),
};

/// A light window.
pub const LIGHT: Palette = PRINT;

/// A dark window: the same order of lightness turned round, so that direct cost still stands out most.
pub const DARK: Palette = Palette {
    surface: Colour::hex(0x16_1B_20),
    ink: Colour::hex(0xEC_EF_F1),
    muted: Colour::hex(0xA9_B1_B9),
    grid: Colour::hex(0x2C_33_3A),
    axis: Colour::hex(0x6F_78_81),
    direct: Colour::hex(0xC5_DF_F5),
    opportunity: Colour::hex(0x1F_7F_77),
    in_kind_edge: Colour::hex(0xD3_D8_DC),
    hollow: Colour::hex(0x9A_A3_AC),
    range: Colour::hex(0x8D_96_9F),
    accent: Colour::hex(0x3D_BD_B1),
    accent_ink: Colour::hex(0x6A_D3_C8),
    tint_low: Colour::hex(0x1F_2B_37),
    tint_middle: Colour::hex(0x29_41_58),
    tint_high: Colour::hex(0x36_5A_7B),
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Parts that touch, and the contrast that keeps them apart.
    const NEIGHBOURS: [(Role, Role, f64); 16] = [
        (Role::Direct, Role::Opportunity, 3.0),
        (Role::Opportunity, Role::InKind, 3.0),
        (Role::Opportunity, Role::InKindEdge, 3.0),
        (Role::Opportunity, Role::Hatch, 3.0),
        (Role::Direct, Role::Surface, 3.0),
        (Role::InKindEdge, Role::Surface, 3.0),
        (Role::Hollow, Role::Surface, 3.0),
        (Role::Range, Role::Surface, 3.0),
        (Role::Accent, Role::Surface, 3.0),
        (Role::Axis, Role::Surface, 3.0),
        (Role::Ink, Role::Surface, 7.0),
        (Role::Muted, Role::Surface, 4.5),
        (Role::AccentInk, Role::Surface, 4.5),
        (Role::Ink, Role::TintLow, 7.0),
        (Role::Ink, Role::TintMiddle, 4.5),
        (Role::Ink, Role::TintHigh, 4.5),
    ];

    #[test]
    fn neighbours_stay_apart_in_every_theme() {
        for (name, palette) in [("print", PRINT), ("light", LIGHT), ("dark", DARK)] {
            for (one, other, least) in NEIGHBOURS {
                let contrast = palette.colour(one).contrast(palette.colour(other));
                assert!(
                    contrast >= least,
                    "{name}: {one:?} on {other:?} is {contrast:.2}, needs {least}"
                );
            }
        }
    }

    /// How a colour reaches somebody: red, green and blue of light, 0 to 1 each, from the same of what is drawn.
    type Eye = fn([f64; 3]) -> [f64; 3];

    /// No cones for long, middle or short waves: severity 1.0 of Machado, Oliveira and Fernandes, “A
    /// physiologically-based model for simulation of color vision deficiency”, IEEE TVCG 15(6), 2009, table 1;
    /// and grey as office printers make it, after ITU-R BT.601.
    const EYES: [(&str, Eye); 4] = [
        ("protanopia", |light| {
            seen_through(
                light,
                [
                    [0.152_286, 1.052_583, -0.204_868],
                    [0.114_503, 0.786_281, 0.099_216],
                    [-0.003_882, -0.048_116, 1.051_998],
                ],
            )
        }),
        ("deuteranopia", |light| {
            seen_through(
                light,
                [
                    [0.367_322, 0.860_646, -0.227_968],
                    [0.280_085, 0.672_501, 0.047_413],
                    [-0.011_820, 0.042_940, 0.968_881],
                ],
            )
        }),
        ("tritanopia", |light| {
            seen_through(
                light,
                [
                    [1.255_528, -0.076_749, -0.178_779],
                    [-0.078_411, 0.930_809, 0.147_602],
                    [0.004_733, 0.691_367, 0.303_900],
                ],
            )
        }),
        ("greyscale", |light| {
            let [red, green, blue] = light.map(|it| it.powf(1.0 / 2.2));
            [(0.299 * red + 0.587 * green + 0.114 * blue).powf(2.2); 3]
        }),
    ];

    fn seen_through(light: [f64; 3], matrix: [[f64; 3]; 3]) -> [f64; 3] {
        matrix.map(|row| {
            let sum: f64 = row.iter().zip(light).map(|(share, it)| share * it).sum();
            sum.clamp(0.0, 1.0)
        })
    }

    fn seen(colour: Colour, eye: Eye) -> f64 {
        let light = [colour.0, colour.1, colour.2].map(|channel| {
            // The luminance of a grey is the light of each of its channels.
            Colour(channel, channel, channel).luminance()
        });
        let [red, green, blue] = eye(light);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// Parts that colour alone keeps apart by less than 3:1 for some: hatching or an outline does it, which
    /// `layout.rs` checks is drawn.
    const HATCHED: [Role; 2] = [Role::Opportunity, Role::Accent];

    #[test]
    fn neighbours_stay_apart_for_everybody_and_in_grey() {
        for (name, palette) in [("print", PRINT), ("light", LIGHT), ("dark", DARK)] {
            for (eye_name, eye) in EYES {
                for (one, other, least) in NEIGHBOURS {
                    let (a, b) = (
                        seen(palette.colour(one), eye),
                        seen(palette.colour(other), eye),
                    );
                    let contrast = (a.max(b) + 0.05) / (a.min(b) + 0.05);
                    let is_hatched = HATCHED.contains(&one) || HATCHED.contains(&other);
                    // A quarter less than 3:1 is still told apart beside a pattern; text has none to help it.
                    let least = if is_hatched { 2.25 } else { least };
                    assert!(
                        contrast >= least,
                        "{name}, {eye_name}: {one:?} on {other:?} is {contrast:.2}, needs {least}"
                    );
                }
                // The tints of a matrix are steps of one scale, and each cell says its figure besides.
                let tints = [
                    Role::Surface,
                    Role::TintLow,
                    Role::TintMiddle,
                    Role::TintHigh,
                ];
                let tints = tints.map(|it| seen(palette.colour(it), eye));
                let is_down = tints.windows(2).all(|it| it[0] > it[1]);
                let is_up = tints.windows(2).all(|it| it[0] < it[1]);
                assert!(is_down || is_up, "{name}, {eye_name}: {tints:?}");
            }
        }
    }

    #[test]
    fn black_on_white_is_twenty_one_to_one() {
        let contrast = Colour(0, 0, 0).contrast(Colour(255, 255, 255));
        assert!((contrast - 21.0).abs() < 1e-9);
    }
}
