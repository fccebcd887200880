//! Everything that is typed as text: quantities, days, years and words, under one roof.

use jiff::civil::Date;

use crate::gui::inputs::day;
use crate::model::inputs::AnyInput;
use crate::model::no_range::check_entry;
use crate::units::display;
use crate::units::id::InputId;
use crate::units::input::Input;
use crate::units::parse::Typed;
use crate::units::range::Entry;
use crate::units::year::FinancialYear;

/// A field that is typed as text.
pub trait Field {
    /// What the cell shows at rest.
    fn shown(&self) -> String;

    /// What stands in the cell while it is typed in.
    fn edit_text(&self) -> String {
        self.shown()
    }

    /// Whether a text that is not blank is understood.
    ///
    /// # Errors
    /// The reason why not, in words for the user.
    fn check(&self, text: &str) -> Result<(), String>;

    /// Takes a text that was understood; a blank one means not known.
    fn set(&mut self, text: &str);

    /// What it is sorted by, where that is not the text itself or the figure in it; blank for what is not known.
    fn sort_key(&self) -> Option<String> {
        None
    }

    /// The typed quantity that it is, which can have evidence and a range.
    fn input(&self) -> Option<&dyn AnyInput> {
        None
    }

    /// Whether it is words, which lean left.
    fn is_words(&self) -> bool {
        false
    }
}

impl<Q: Typed> Field for Input<Q> {
    fn shown(&self) -> String {
        self.value()
            .map(|value| display::typed(value.decimal(), Q::UNIT))
            .unwrap_or_default()
    }

    fn edit_text(&self) -> String {
        self.entry().to_text()
    }

    fn check(&self, text: &str) -> Result<(), String> {
        self.read_entry(text).map(drop)
    }

    fn set(&mut self, text: &str) {
        // Esc puts back what was there, in whatever order a file had it.
        if let Ok(entry) = Entry::as_kept(text) {
            self.enter(entry);
        }
    }

    fn sort_key(&self) -> Option<String> {
        Some(self.value().map(Typed::to_text).unwrap_or_default())
    }

    fn input(&self) -> Option<&dyn AnyInput> {
        Some(self)
    }
}

impl Field for String {
    fn shown(&self) -> String {
        self.clone()
    }

    fn check(&self, _text: &str) -> Result<(), String> {
        Ok(())
    }

    fn set(&mut self, text: &str) {
        text.clone_into(self);
    }

    fn is_words(&self) -> bool {
        true
    }
}

impl Field for Option<Date> {
    fn shown(&self) -> String {
        self.map(display::date).unwrap_or_default()
    }

    fn check(&self, text: &str) -> Result<(), String> {
        day::read(text).map(drop)
    }

    fn sort_key(&self) -> Option<String> {
        // ISO dates sort as text.
        self.map(|day| day.to_string())
    }

    fn set(&mut self, text: &str) {
        if text.is_empty() {
            *self = None;
        } else if let Ok(day) = day::read(text) {
            *self = Some(day);
        }
    }
}

impl Field for Option<FinancialYear> {
    fn shown(&self) -> String {
        self.map(|year| year.to_string()).unwrap_or_default()
    }

    fn check(&self, text: &str) -> Result<(), String> {
        check_year(text)
    }

    fn set(&mut self, text: &str) {
        if text.is_empty() {
            *self = None;
        } else if let Ok(year) = text.parse() {
            *self = Some(year);
        }
    }
}

impl Field for Option<u32> {
    fn shown(&self) -> String {
        let count = |it: u32| display::count_figure(usize::try_from(it).unwrap_or(usize::MAX));
        self.map(count).unwrap_or_default()
    }

    fn check(&self, text: &str) -> Result<(), String> {
        whole(text).map(drop)
    }

    fn set(&mut self, text: &str) {
        if text.is_empty() {
            *self = None;
        } else if let Ok(number) = whole(text) {
            *self = Some(number);
        }
    }
}

/// A whole number, with or without commas.
fn whole(text: &str) -> Result<u32, String> {
    let plain = text.trim().replace(',', "");
    plain
        .parse()
        .map_err(|_| "Not a whole number. Try 10,000".to_owned())
}

impl Field for FinancialYear {
    fn shown(&self) -> String {
        self.to_string()
    }

    fn check(&self, text: &str) -> Result<(), String> {
        check_year(text)
    }

    fn set(&mut self, text: &str) {
        // A register always has a base year: a blank leaves the one there is.
        if let Ok(year) = text.parse() {
            *self = year;
        }
    }
}

/// Whether a text can be typed into the field at an address; of some quantities a range makes no sense.
///
/// # Errors
/// The reason why not, in words for the user.
pub(crate) fn check_at(field: &dyn Field, at: InputId, text: &str) -> Result<(), String> {
    match field.input() {
        Some(input) => check_entry(at, input, text),
        None => field.check(text),
    }
}

fn check_year(text: &str) -> Result<(), String> {
    text.parse::<FinancialYear>()
        .map(drop)
        .map_err(|it| it.to_string())
}
