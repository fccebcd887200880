//! What every line of cost needs beside its own record: the year, the guidance, and each grade's cost.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::costing::grade_cost::{self, GradeCost};
use crate::costing::growth::Growth;
use crate::costing::real_terms::RealTerms;
use crate::guidance::edition::Guidance;
use crate::model::partner::VatRecovery;
use crate::model::register::Register;
use crate::model::settings::Settings;
use crate::units::id::Id;
use crate::units::quantity::{Money, Number, Over, Quantity};
use crate::units::trace::{Reader, Recorder, Val};
use crate::units::year::FinancialYear;

/// Grades and defaults of one register in one year, ready for its partnerships.
#[derive(Debug)]
pub struct Context<'r, R: Recorder> {
    /// Where the steps of formulas go.
    pub recorder: &'r R,
    /// The dated official numbers.
    pub guidance: &'r Guidance,
    /// The year that is costed.
    pub year: FinancialYear,
    /// The year that pay is of, and prices unless another is named.
    pub base_year: FinancialYear,
    /// Whether part years count as whole ones.
    pub is_full_year: bool,
    /// Pounds a mile.
    pub mileage_rate: Val<'r, R, Money>,
    money: Arc<MoneyOf<'r, R>>,
    grades: Arc<BTreeMap<Id, GradeCost<'r, R>>>,
    vat: Arc<BTreeMap<Id, Option<VatRecovery>>>,
}

/// The money that costs are in.
#[derive(Debug)]
enum MoneyOf<'r, R: Recorder> {
    /// That of the year looked at: pay after its awards, prices after their growth.
    ItsYear(Growth<'r, R>),
    /// That of the base year, whichever year is looked at; what is spent once stands in its year.
    BaseYear {
        prices: RealTerms<'r, R>,
        price_year: FinancialYear,
    },
}

impl<'r, R: Recorder> Context<'r, R> {
    /// Works out every grade's cost for `year`.
    pub fn new(
        recorder: &'r R,
        register: &Register,
        guidance: &'r Guidance,
        year: FinancialYear,
    ) -> Self {
        let settings: &Settings = &register.settings;
        let price_year = settings.price_year.unwrap_or(settings.base_year);
        let prices = Growth::between(price_year, year, |_| {
            Reader::new(recorder, Id::SETTINGS).get("price_growth", &settings.price_growth)
        });
        let prices = MoneyOf::ItsYear(prices.named("Prices of the year looked at"));
        Self::with_pay_of(recorder, register, guidance, year, prices)
    }

    /// The same in real terms: every year's costs in the pay and prices of the base year, spending where it falls.
    ///
    /// What is spent once is not spread over its life. Source: the method note, section 7.
    pub fn real(recorder: &'r R, register: &Register, guidance: &'r Guidance) -> Self {
        let settings: &Settings = &register.settings;
        let money = MoneyOf::BaseYear {
            prices: RealTerms::new(recorder, settings, guidance),
            price_year: settings.price_year.unwrap_or(settings.base_year),
        };
        Self::with_pay_of(recorder, register, guidance, settings.base_year, money)
    }

    fn with_pay_of(
        recorder: &'r R,
        register: &Register,
        guidance: &'r Guidance,
        year: FinancialYear,
        money: MoneyOf<'r, R>,
    ) -> Self {
        let settings: &Settings = &register.settings;
        let mut grades = BTreeMap::new();
        for grade in register.grades.iter() {
            // Of two grades with one id the first counts; a check reports the second.
            grades
                .entry(grade.id)
                .or_insert_with(|| grade_cost::of(recorder, grade, settings, guidance, year));
        }
        let read = Reader::new(recorder, Id::SETTINGS);
        let mileage_rate = read
            .get("mileage_rate", &settings.mileage_rate)
            .unwrap_or_else(|| guidance.conventions.mileage_rate.in_formula(recorder));
        Self {
            recorder,
            guidance,
            year,
            base_year: settings.base_year,
            is_full_year: false,
            mileage_rate,
            money: Arc::new(money),
            grades: Arc::new(grades),
            vat: Arc::new(
                register
                    .partners
                    .iter()
                    .map(|it| (it.id, it.vat_recovery()))
                    .collect(),
            ),
        }
    }

    /// The same looking at another year, at the pay and prices that it has.
    #[must_use]
    pub fn looking_at(&self, year: FinancialYear) -> Self {
        Self {
            recorder: self.recorder,
            guidance: self.guidance,
            year,
            base_year: self.base_year,
            is_full_year: self.is_full_year,
            mileage_rate: self.mileage_rate,
            money: Arc::clone(&self.money),
            grades: Arc::clone(&self.grades),
            vat: Arc::clone(&self.vat),
        }
    }

    /// Whether what is spent once is spread over its life, as in an annual cost; in real terms it stands in its year.
    pub fn spreads_one_offs(&self) -> bool {
        matches!(*self.money, MoneyOf::ItsYear(_))
    }

    /// The same, with part years counted as whole ones.
    #[must_use]
    pub fn for_a_full_year(mut self) -> Self {
        self.is_full_year = true;
        self
    }

    /// The cost of a grade; nothing where the register has no such grade.
    pub fn grade(&self, id: Option<Id>) -> Option<&GradeCost<'r, R>> {
        self.grades.get(&id?)
    }

    /// Every grade's cost, by id.
    pub fn grades(&self) -> impl Iterator<Item = (&Id, &GradeCost<'r, R>)> {
        self.grades.iter()
    }

    /// An amount of the price year in the money that costs are in; nothing where prices between the two are not known.
    pub fn at_prices(&self, amount: Val<'r, R, Money>) -> Option<Val<'r, R, Money>> {
        match &*self.money {
            MoneyOf::ItsYear(growth) => growth.of(amount),
            MoneyOf::BaseYear { prices, price_year } => prices.at_base(amount, *price_year),
        }
    }

    /// An amount in the money of the year looked at, in the money that costs are in.
    pub fn of_its_year(&self, amount: Val<'r, R, Money>) -> Option<Val<'r, R, Money>> {
        match &*self.money {
            MoneyOf::ItsYear(_) => Some(amount),
            MoneyOf::BaseYear { prices, .. } => prices.at_base(amount, self.year),
        }
    }

    /// The prices of other years, where costs are in real terms.
    pub fn real_terms(&self) -> Option<&RealTerms<'r, R>> {
        match &*self.money {
            MoneyOf::ItsYear(_) => None,
            MoneyOf::BaseYear { prices, .. } => Some(prices),
        }
    }

    /// Whether a body recovers the tax that it is charged; nothing where that is not known.
    pub fn vat_recovery(&self, partner: Option<Id>) -> Option<VatRecovery> {
        self.vat.get(&partner?).copied().flatten()
    }

    /// The share of a yearly figure that falls in the months in force: `yearly × months ÷ 12`.
    pub fn in_year<Q>(
        &self,
        yearly: Val<'r, R, Q>,
        start: Option<Date>,
        end: Option<Date>,
    ) -> Val<'r, R, Q>
    where
        Q: Quantity + std::ops::Mul<Number, Output = Q> + Over<Number, Output = Q>,
    {
        let months = self.months(start, end);
        if months == 12 {
            return yearly;
        }
        let months = Val::constant(
            self.recorder,
            "Whole months in force",
            Number::from(i64::from(months)),
        );
        let twelve = Val::constant(self.recorder, "Months in a year", Number::from(12));
        let part = yearly * months;
        part.over(twelve).unwrap_or(part)
    }

    /// Whole months in force in the year.
    pub fn months(&self, start: Option<Date>, end: Option<Date>) -> u8 {
        if self.is_full_year {
            12
        } else {
            self.year.months_in_force(start, end)
        }
    }
}

/// The later of two starts and the earlier of two ends: a record is in force only while its partnership is.
pub fn overlap(
    (start, end): (Option<Date>, Option<Date>),
    (own_start, own_end): (Option<Date>, Option<Date>),
) -> (Option<Date>, Option<Date>) {
    let end = match (end, own_end) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    (start.max(own_start), end)
}
