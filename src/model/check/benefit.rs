//! Queries on benefits: what has no price, what is claimed twice, what counts money that is left out elsewhere.

use rust_decimal::Decimal;

use crate::model::benefit::{Benefit, BenefitClass, BenefitMeasure};
use crate::model::check::partnership::Check;
use crate::model::query::Severity;
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Number, Quantity, Rate};
use crate::units::year::FinancialYear;

/// From here on a share is high.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

impl Check<'_> {
    /// What is odd about the benefits of the partnership, each alone and all together.
    pub(super) fn benefits(&mut self) {
        let partnership = self.partnership;
        for benefit in &partnership.benefits {
            self.benefit(benefit);
        }
        self.avoided_once();
        if !partnership.benefits.is_empty() || !partnership.options.is_empty() {
            let share = &partnership.additional_share;
            self.queries
                .share(partnership.id, "additional_share", share);
        }
        for benefit in partnership
            .benefits
            .iter()
            .filter(|it| it.rests_on_programme)
        {
            self.programme_outside(benefit.id);
        }
    }

    /// What is odd about one benefit.
    pub(super) fn benefit(&mut self, benefit: &Benefit) {
        self.queries.name(benefit.id, &benefit.name, "benefit");
        match benefit.measure {
            BenefitMeasure::Chain => self.chain(benefit),
            BenefitMeasure::Sum => {
                self.priced(benefit.id, "amount", benefit.amount.value().is_some());
            }
        }
        self.gains(benefit);
        self.outcome(benefit);
        self.when(benefit);
        self.outlives(benefit);
    }

    /// Benefits that go on after the partnership, or start before it: most often a year that was left blank.
    fn outlives(&mut self, benefit: &Benefit) {
        let year = |day| FinancialYear::of(day);
        let end = self.partnership.end.map(year);
        if let Some(end) = end.filter(|end| benefit.last_year.is_none_or(|last| last > *end)) {
            let message = format!("The partnership ends in {end}, and this goes on after it");
            let hint = "Say in which year it ends, or how much is lost each year";
            self.queries.push(
                Severity::Warning,
                benefit.id,
                Some("last_year"),
                message,
                hint,
            );
        }
        let first = benefit.first_year.unwrap_or(self.names.first_year);
        let start = self.partnership.start.map(year);
        if let Some(start) = start.filter(|start| first < *start) {
            let message = format!("The partnership starts in {start}, and this starts before it");
            let hint = "Correct the year that it starts in";
            self.queries.push(
                Severity::Warning,
                benefit.id,
                Some("first_year"),
                message,
                hint,
            );
        }
    }

    /// Something without which a benefit has no sum of money.
    fn priced(&mut self, id: Id, field: &'static str, is_known: bool) {
        if is_known {
            return;
        }
        let message = match field {
            "population" => {
                "How many it could reach is not known, so it is not priced and not in the totals"
            }
            _ => "It has no price, so it is not priced and not in the totals",
        };
        let hint = "Type it with its source; a benefit that is left without a price on purpose is told in words";
        self.queries.warn(id, Some(field), message, hint);
    }

    fn chain(&mut self, it: &Benefit) {
        let id = it.id;
        self.priced(id, "population", it.population.value().is_some());
        self.priced(id, "unit_value", it.unit_value.value().is_some());
        self.queries.not_negative(id, "population", &it.population);
        self.queries.not_negative(id, "multiplier", &it.multiplier);
        for (field, share) in [
            ("take_up", &it.take_up),
            ("deadweight", &it.deadweight),
            ("attribution", &it.attribution),
            ("displacement", &it.displacement),
            ("leakage", &it.leakage),
            ("substitution", &it.substitution),
        ] {
            self.queries.share(id, field, share);
        }
        let (deadweight, reference) = (it.deadweight.value(), it.reference_case.value());
        if deadweight.is_some() && reference.is_some() {
            let message = "Both a share and a reference case are typed; the reference case is used";
            self.queries
                .warn(id, Some("reference_case"), message, "Clear one of them");
        }
        if deadweight.is_none() && reference.is_none() {
            let message = "How much would have happened anyway is not known; counted as none";
            let hint = "Type the share that would have happened without the partnership, or 0";
            self.queries.note(id, "deadweight", message, hint);
        }
        let attribution = it.attribution.value().filter(|_| it.outcome.is_none());
        if attribution.is_none() && it.outcome.is_none() {
            let message = "How much is due to others is not known; counted as none";
            let hint = "Type the share that others brought about, or 0";
            self.queries.note(id, "attribution", message, hint);
        }
        let is_high = |share: Option<Rate>| share.is_some_and(|it| it.decimal() >= HALF);
        if is_high(deadweight) && is_high(attribution) {
            let message = "Half or more would have happened anyway, and half or more is due to others: they overlap";
            let hint = "Take care not to take the same part off twice; lower one of them";
            self.queries.warn(id, Some("attribution"), message, hint);
        }
    }

    fn gains(&mut self, it: &Benefit) {
        let id = it.id;
        match it.partner {
            Some(partner) if !self.names.partners.contains_key(&partner) => {
                self.queries.nowhere(id, "partner", "body");
            }
            None if it.class == BenefitClass::Fiscal => {
                let message = "A fiscal benefit falls to a body, and none is chosen";
                let hint = "Choose who gains, or another class: the public gains no public money";
                self.queries.warn(id, Some("partner"), message, hint);
            }
            _ => {}
        }
        self.queries.share(id, "cashable", &it.cashable);
        self.only_money(id, it.class, &it.cashable);
        for (n, year) in it.years.iter().enumerate() {
            self.queries.share(year.id, "share", &year.share);
            self.queries.share(year.id, "cashable", &year.cashable);
            self.only_money(year.id, it.class, &year.cashable);
            if year.year.is_none() {
                let message = "The year is not known, so this row is not used";
                let hint = "Type the year, such as 2026/27, or delete the row";
                self.queries.warn(year.id, Some("year"), message, hint);
            } else if it
                .years
                .iter()
                .take(n)
                .any(|before| before.year == year.year)
            {
                let message = "This year is listed twice; the first is used";
                self.queries
                    .warn(year.id, Some("year"), message, "Delete one of them");
            }
        }
    }

    fn only_money(&mut self, id: Id, class: BenefitClass, cashable: &Input<Rate>) {
        let releases = cashable.value().is_some_and(|share| share > Rate::ZERO);
        if releases && class != BenefitClass::Fiscal {
            let message = "Only a fiscal benefit releases cash";
            let hint = "Clear the share, or choose the class Fiscal";
            self.queries.warn(id, Some("cashable"), message, hint);
        }
    }

    fn outcome(&mut self, it: &Benefit) {
        let id = it.id;
        self.queries.share(id, "claim", &it.claim);
        let Some(outcome) = it.outcome else {
            if it.claim.value().is_some() {
                let message = "A claim is typed, and no outcome is chosen, so it is not used";
                let hint = "Choose the outcome that a part is claimed of, or clear the claim";
                self.queries.warn(id, Some("claim"), message, hint);
            }
            if it.is_avoided_cost {
                let message = "What not working together would cost names no outcome";
                let hint = "Choose the outcome, so that nobody enters the same cost again";
                self.queries.warn(id, Some("outcome"), message, hint);
            }
            return;
        };
        if !self.names.outcomes.contains(&outcome) {
            self.queries.nowhere(id, "outcome", "outcome");
        }
        if it.claim.value().is_none() && it.measure == BenefitMeasure::Chain {
            let message = "No claim is typed, so all of the outcome is claimed";
            let hint = "Type the share of the outcome that is due to this partnership";
            self.queries.note(id, "claim", message, hint);
        }
    }

    fn when(&mut self, it: &Benefit) {
        let id = it.id;
        self.queries.share(id, "drop_off", &it.drop_off);
        let lag = it.lag.value().unwrap_or(Number::ZERO);
        let is_whole = lag.decimal().fract().is_zero();
        if !is_whole || lag < Number::ZERO || lag > Number::from(500) {
            let message = "The lag is not a whole number of years from 0 to 500";
            self.queries
                .error(id, "lag", message, "Type 0 to 500 whole years");
            return;
        }
        let lag = i16::try_from(lag.decimal().mantissa()).unwrap_or(i16::MAX);
        let shows = it.first_year.unwrap_or(self.names.first_year).plus(lag);
        if it.last_year.is_some_and(|last| last < shows) {
            let message = format!("The last year is before {shows}, the first in which it shows");
            let hint = "Correct the first year, the years until it shows, or the last year";
            self.queries
                .push(Severity::Error, id, Some("last_year"), message, hint);
        }
    }

    /// What not working together would cost is entered once for each outcome.
    fn avoided_once(&mut self) {
        let all = self.partnership.benefits.iter();
        let avoided: Vec<&Benefit> = all.filter(|it| it.is_avoided_cost).collect();
        for (n, it) in avoided.iter().enumerate() {
            let mut before = avoided.iter().take(n);
            if it.outcome.is_some() && before.any(|other| other.outcome == it.outcome) {
                let message = "Two benefits say what not working together would cost for this outcome; it is entered once";
                let hint = "Delete one, or join the two";
                self.queries
                    .warn(it.id, Some("is_avoided_cost"), message, hint);
            }
        }
    }

    /// A benefit must not rest on money that is not in the costs it is weighed against.
    fn programme_outside(&mut self, id: Id) {
        let share = self.partnership.additional_share.value();
        let is_part = share.is_some_and(|share| share < Rate::from(1));
        let hint = if !self.partnership.has_programme() {
            "Enter the spending and mark its purpose as programme, or untick the box"
        } else if is_part {
            "Count all of the programme as additional under Direct costs, or untick the box"
        } else {
            return;
        };
        let message =
            "A benefit rests on programme money that is not in the costs it is weighed against";
        self.queries.error(id, "rests_on_programme", message, hint);
    }
}
