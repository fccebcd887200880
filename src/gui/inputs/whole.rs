//! A small whole number that is typed: how many dates, how many weeks apart.

use crate::gui::inputs::field::Field;

/// A whole number from 1 to a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    /// The number.
    pub(crate) value: u8,
    /// The limit.
    pub(crate) most: u8,
}

impl Whole {
    /// A number of at most `most`.
    pub(crate) const fn new(value: u8, most: u8) -> Self {
        Self { value, most }
    }

    fn read(self, text: &str) -> Option<u8> {
        let number = text.trim().parse().ok()?;
        (1..=self.most).contains(&number).then_some(number)
    }
}

impl Field for Whole {
    fn shown(&self) -> String {
        self.value.to_string()
    }

    fn check(&self, text: &str) -> Result<(), String> {
        match self.read(text) {
            Some(_) => Ok(()),
            None => Err(format!("Not a whole number from 1 to {}", self.most)),
        }
    }

    fn set(&mut self, text: &str) {
        // There is always a number: a blank leaves the one there is.
        if let Some(number) = self.read(text) {
            self.value = number;
        }
    }
}
