//! Makes up what a partnership is worth: benefits, outcomes, options, price indices, evidence.

use std::sync::Arc;

use fruitful::model::benefit::{Benefit, BenefitClass, BenefitMeasure, BenefitYear, Schedule};
use fruitful::model::option::{AppraisalOption, OptionForm, OptionLine};
use fruitful::model::outcome::Outcome;
use fruitful::model::partnership::Partnership;
use fruitful::model::register::Register;
use fruitful::model::settings::{PriceIndex, Timing};
use fruitful::units::id::{Id, Kind};
use fruitful::units::input::{Evidence, Input};
use fruitful::units::quantity::{Money, Number};
use fruitful::units::year::FinancialYear;

use super::maker::Maker;

impl Maker {
    /// Settings of an appraisal, and outcomes 201 and 202.
    pub(super) fn worth_settings(&mut self, register: &mut Register) {
        for number in [201, 202] {
            let outcome = Outcome::new(Id::new(Kind::Outcome, number));
            Arc::make_mut(&mut register.outcomes).push(outcome);
        }
        register.last_id = 300;
        let mut indices = Vec::new();
        for start in [2025, 2026, 2027] {
            if self.is(2) {
                let mut index = PriceIndex::new(register.new_id(Kind::PriceIndex));
                index.year = Some(FinancialYear::starting(start));
                index.index = self.input(120, 2);
                indices.push(index);
            }
        }
        let settings = Arc::make_mut(&mut register.settings);
        settings.price_indices = indices;
        settings.timing = self.one_of(&Timing::ALL);
        settings.has_optimism_bias = self.is(2);
        if self.is(2) {
            settings.first_year = Some(FinancialYear::starting(self.one_of(&[2025, 2026, 2028])));
            // Longer ones are worked by hand; every figure of five hundred years would take minutes.
            settings.horizon = Input::known(Number::from(self.one_of(&[1, 2, 7, 14])));
        }
    }

    /// Benefits and options of a partnership.
    pub(super) fn worth(&mut self, register: &mut Register, it: &mut Partnership) {
        if self.is(2) {
            it.additional_share = self.input(1, 2);
        }
        for _ in 0..self.below(4) {
            let benefit = self.benefit(register);
            it.benefits.push(benefit);
        }
        for _ in 0..self.below(3) {
            let option = self.option(register, it);
            it.options.push(option);
        }
    }

    fn benefit(&mut self, register: &mut Register) -> Benefit {
        let mut it = Benefit::new(register.new_id(Kind::Benefit));
        it.class = self.one_of(&BenefitClass::ALL);
        it.measure = self.one_of(&BenefitMeasure::ALL);
        it.schedule = self.one_of(&Schedule::ALL);
        it.partner = self.partner();
        it.is_transfer = self.is(5);
        let outcome = self.one_of(&[201, 202, 299]);
        it.outcome = (!self.is(3)).then(|| Id::new(Kind::Outcome, outcome));
        it.cashable = self.input(1, 2);
        it.population = self.input(2_000, 0);
        it.impact = self.input(3, 2);
        it.deadweight = self.input(1, 2);
        it.attribution = self.input(1, 2);
        it.claim = self.input(1, 2);
        it.unit_value = self.input(3_000, 2);
        it.amount = self.input(50_000, 2);
        if self.is(4) {
            let less = it.amount.value().map(|it| Money::ZERO - it);
            it.amount.set(less);
            it.reference_case = self.input(500, 0);
        }
        if self.is(3) {
            it.take_up = self.input(1, 2);
            it.displacement = self.input(1, 2);
            it.leakage = self.input(1, 2);
            it.substitution = self.input(1, 2);
            it.multiplier = self.input(2, 2);
        }
        it.price_year = self.year();
        it.is_nominal = self.is(5);
        if self.is(2) {
            it.first_year = self.year();
            it.lag = self.input(4, 0);
            it.drop_off = self.input(1, 2);
        }
        for _ in 0..self.below(3) {
            let mut line = BenefitYear::new(register.new_id(Kind::BenefitYear));
            line.year = self.year();
            line.share = self.input(1, 2);
            line.cashable = self.input(1, 2);
            it.years.push(line);
        }
        if self.is(2) {
            let grade = u8::try_from(self.below(7)).unwrap();
            it.amount.set_evidence(Some(Evidence {
                grade: Some(grade),
                ..Evidence::default()
            }));
        }
        it
    }

    fn option(&mut self, register: &mut Register, of: &Partnership) -> AppraisalOption {
        let mut it = AppraisalOption::new(register.new_id(Kind::AppraisalOption));
        it.form = self.one_of(&OptionForm::ALL);
        it.from = self.year();
        it.keeps = self.input(1, 2);
        it.achievement = self.input(100, 0);
        let mut records = Vec::new();
        of.each_id(|id| records.push(id));
        for _ in 0..self.below(4).min(records.len() as u64) {
            let mut line = OptionLine::new(register.new_id(Kind::OptionLine));
            line.record = Some(self.one_of(&records));
            line.keeps = self.input(1, 2);
            it.lines.push(line);
        }
        if self.is(2) {
            let cash = self.cash_line(register);
            it.cash_lines.push(cash);
        }
        if self.is(2) {
            let benefit = self.benefit(register);
            it.benefits.push(benefit);
        }
        it
    }
}
