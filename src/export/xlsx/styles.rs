//! How cells look: by what they show and by what a reader may do with them.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::chart::fonts::FAMILY;
use crate::report::workbook::book::Shown;
use crate::units::quantity::Unit;

/// Text and lines.
const INK: u32 = 0x0022_2222;

/// Behind the names of columns.
const HEADER: u32 = 0x00E4_E9F0;

/// Behind a cell that a reader may change, which has a frame too.
const INPUT: u32 = 0x00FF_F6D6;

/// Every format of the workbook, made once.
#[derive(Debug)]
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) note: Format,
    pub(super) header: Format,
    pub(super) words: Format,
    pub(super) heading: Format,
    figures: Vec<Format>,
    inputs: Vec<Format>,
}

/// In the order of `place`.
const NUMBERS: [&str; 9] = [
    "£#,##0.00;[Red]-£#,##0.00",
    "£#,##0.00;[Red]-£#,##0.00",
    "#,##0.00;[Red]-#,##0.00",
    "0.00;[Red]-0.00",
    "0.00%;[Red]-0.00%",
    "#,##0.00##;[Red]-#,##0.00##",
    "0.0000000000",
    "General",
    "General",
];

fn place(shown: Shown) -> usize {
    match shown {
        Shown::Unit(Unit::Money) => 0,
        Shown::Unit(Unit::HourlyCost) => 1,
        Shown::Unit(Unit::Hours) => 2,
        Shown::Unit(Unit::Fte) => 3,
        Shown::Unit(Unit::Rate) => 4,
        Shown::Unit(Unit::Number) => 5,
        Shown::Exact => 6,
        Shown::Truth => 7,
        Shown::Words => 8,
    }
}

impl Styles {
    /// The bundled typeface's name, which the reader's computer replaces where it has none of that name.
    pub(super) fn new() -> Self {
        let plain = || {
            Format::new()
                .set_font_name(FAMILY)
                .set_font_size(10)
                .set_font_color(Color::RGB(INK))
        };
        let figure = |number: &&str| plain().set_num_format(*number);
        let input = |number: &&str| {
            figure(number)
                .set_background_color(Color::RGB(INPUT))
                .set_border(FormatBorder::Medium)
                .set_border_color(Color::RGB(0x0070_5A00))
                .set_unlocked()
        };
        Self {
            title: plain().set_font_size(15).set_bold(),
            note: plain().set_align(FormatAlign::Left),
            header: plain()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(HEADER))
                .set_border_bottom(FormatBorder::Medium),
            words: plain(),
            heading: plain().set_bold(),
            figures: NUMBERS.iter().map(figure).collect(),
            inputs: NUMBERS.iter().map(input).collect(),
        }
    }

    /// Of a figure, or of a formula's result.
    pub(super) fn figure(&self, shown: Shown) -> &Format {
        self.figures.get(place(shown)).unwrap_or(&self.words)
    }

    /// Of a cell that a reader may change.
    pub(super) fn input(&self, shown: Shown) -> &Format {
        self.inputs.get(place(shown)).unwrap_or(&self.words)
    }
}
