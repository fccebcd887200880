//! Everything that is typed as text: quantities, days, years and words, under one roof.

use jiff::civil::Date;

use crate::gui::inputs::day;
use crate::report::evidence::evidence_text;
use crate::units::display;
use crate::units::input::Input;
use crate::units::parse::Typed;
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

    /// What it is sorted by, where that is not the text itself or the figure in it.
    fn sort_key(&self) -> Option<String> {
        None
    }

    /// Who vouches for it, in words; empty where nobody has said.
    fn vouched(&self) -> String {
        String::new()
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
        self.value().map(Typed::to_text).unwrap_or_default()
    }

    fn check(&self, text: &str) -> Result<(), String> {
        Q::from_text(text).map(drop).map_err(|it| it.to_string())
    }

    fn vouched(&self) -> String {
        evidence_text(self)
    }

    fn set(&mut self, text: &str) {
        if text.is_empty() {
            Input::set(self, None);
        } else if let Ok(value) = Q::from_text(text) {
            Input::set(self, Some(value));
        }
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

fn check_year(text: &str) -> Result<(), String> {
    text.parse::<FinancialYear>()
        .map(drop)
        .map_err(|it| it.to_string())
}
