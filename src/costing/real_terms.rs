//! Inflation taken out: amounts of other years in the prices of the base year.

use std::collections::BTreeMap;

use crate::guidance::edition::Guidance;
use crate::model::settings::Settings;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number, Rate};
use crate::units::trace::{Reader, Recorder, Val};
use crate::units::year::FinancialYear;

/// The index of prices of every year that one is known of.
#[derive(Debug)]
pub struct RealTerms<'r, R: Recorder> {
    base_year: FinancialYear,
    by_year: BTreeMap<i16, Val<'r, R, Number>>,
    growth: Option<Val<'r, R, Rate>>,
}

impl<'r, R: Recorder> RealTerms<'r, R> {
    /// The indices that are typed, else those of the guidance. A financial year reads the calendar year it starts in.
    pub fn new(recorder: &'r R, settings: &Settings, guidance: &Guidance) -> Self {
        let published = guidance.deflator.all();
        let mut by_year: BTreeMap<i16, Val<'r, R, Number>> = published
            .map(|(year, index)| (year, index.in_formula(recorder)))
            .collect();
        // Of two indices typed for a year the first counts; a check reports the second.
        for typed in settings.price_indices.iter().rev() {
            let index = Reader::new(recorder, typed.id).get("index", &typed.index);
            if let Some((year, index)) = typed.year.zip(index) {
                by_year.insert(year.start(), index);
            }
        }
        by_year.retain(|_, index| index.is_above(Number::ZERO));
        let growth =
            Reader::new(recorder, Id::SETTINGS).get("price_growth", &settings.price_growth);
        Self {
            base_year: settings.base_year,
            by_year,
            growth: growth.filter(|growth| growth.is_above(Rate::from(-1))),
        }
    }

    /// `amount × index of the base year ÷ index of its own year`; nothing where either is not known.
    ///
    /// Source: the method note, section 7.
    pub fn at_base(
        &self,
        amount: Val<'r, R, Money>,
        year: FinancialYear,
    ) -> Option<Val<'r, R, Money>> {
        if year == self.base_year {
            return Some(amount);
        }
        let (of_base, of_year) = (self.index(self.base_year)?, self.index(year)?);
        let real = (amount * of_base).over(of_year)?;
        Some(real.named("In base-year prices"))
    }

    /// The years whose index is missing to bring an amount of `year` to the prices of the base year.
    pub fn missing(&self, year: FinancialYear) -> Vec<FinancialYear> {
        if year == self.base_year {
            return Vec::new();
        }
        let years = [self.base_year, year].into_iter();
        years.filter(|it| self.index(*it).is_none()).collect()
    }

    /// The index of a year. After the last that is known, prices grow as the settings say; between two there is none.
    fn index(&self, year: FinancialYear) -> Option<Val<'r, R, Number>> {
        if let Some(index) = self.by_year.get(&year.start()) {
            return Some(*index);
        }
        let (last, index) = self.by_year.iter().next_back()?;
        let years = u16::try_from(year.start().checked_sub(*last)?).ok()?;
        let growth = self.growth?;
        let one = Val::constant(growth.recorder(), "1", Rate::from(1));
        let grown = *index * (one + growth).to_the(years);
        Some(grown.named("Index of prices, grown from the last known"))
    }
}
