//! What a pound of each year of an appraisal is worth in its first: discount factors by schedule and timing.

use crate::guidance::discount_rates::Rates;
use crate::guidance::edition::Guidance;
use crate::model::benefit::Schedule;
use crate::model::settings::{Settings, Timing};
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Number, Quantity, Rate};
use crate::units::trace::{Reader, Recorder, Val};

/// The factors of the years 0 to H − 1, for money and for health.
#[derive(Debug)]
pub struct Discounting<'r, R: Recorder> {
    standard: Vec<Val<'r, R, Number>>,
    health: Vec<Val<'r, R, Number>>,
}

impl<'r, R: Recorder> Discounting<'r, R> {
    /// The factors of the rate that the settings name for every year, else of the guidance's schedules.
    pub fn of_settings(
        recorder: &'r R,
        guidance: &Guidance,
        settings: &Settings,
        horizon: u16,
    ) -> Self {
        let typed =
            Reader::new(recorder, Id::SETTINGS).get("discount_rate", &settings.discount_rate);
        // A rate of −100 % or less leaves nothing to go on from; a check reports it.
        let flat = typed.filter(|rate| rate.is_above(Rate::from(-1)));
        match flat.and_then(|rate| at_one_rate(rate, settings.timing, horizon)) {
            Some(factors) => Self {
                standard: factors.clone(),
                health: factors,
            },
            None => Self::new(recorder, guidance, settings.timing, horizon),
        }
    }

    /// The factors of the guidance's schedules over `horizon` years.
    pub fn new(recorder: &'r R, guidance: &Guidance, timing: Timing, horizon: u16) -> Self {
        let rates = &guidance.discount_rates;
        Self {
            standard: factors(recorder, rates.standard(), timing, horizon),
            health: factors(recorder, rates.health(), timing, horizon),
        }
    }

    /// The same with the lower schedule of a sensitivity test in place of the standard one.
    pub fn lower(recorder: &'r R, guidance: &Guidance, timing: Timing, horizon: u16) -> Self {
        let rates = &guidance.discount_rates;
        Self {
            standard: factors(recorder, rates.lower(), timing, horizon),
            health: factors(recorder, rates.health(), timing, horizon),
        }
    }

    /// The factors of one schedule, one for each year from year 0.
    pub fn of(&self, schedule: Schedule) -> &[Val<'r, R, Number>] {
        match schedule {
            Schedule::Standard => &self.standard,
            Schedule::Health => &self.health,
        }
    }

    /// The factors of money.
    pub fn standard(&self) -> &[Val<'r, R, Number>] {
        &self.standard
    }
}

/// The factors of one rate for every year, as `factors` of a schedule.
fn at_one_rate<R: Recorder>(
    rate: Val<'_, R, Rate>,
    timing: Timing,
    horizon: u16,
) -> Option<Vec<Val<'_, R, Number>>> {
    let recorder = rate.recorder();
    let first = Val::constant(recorder, "1, the first year", Number::from(1));
    let one = Val::constant(recorder, "1", Rate::from(1));
    let growth = first * (one + rate);
    let mut factors = vec![first];
    let mut before = first;
    for t in 1..horizon {
        let end = before.ratio_to(growth)?;
        let factor = match timing {
            Timing::EndOfYear => end,
            Timing::StartOfYear => before.aside(),
            Timing::MidYear => before.ratio_to(growth.root()?)?,
        };
        factors.push(factor.labelled(|| format!("Discount factor of year {t}, at the typed rate")));
        before = end;
    }
    Some(factors)
}

/// ```text
/// factor(0) = 1, whatever the timing
/// end of year   factor(t) = DF(t)
/// mid-year      factor(t) = DF(t − 1) ÷ √(1 + r(t))
/// start of year factor(t) = DF(t − 1)
/// ```
/// Source: the method note, section 7.
fn factors<'r, R: Recorder>(
    recorder: &'r R,
    rates: &Rates,
    timing: Timing,
    horizon: u16,
) -> Vec<Val<'r, R, Number>> {
    let one = Number::from(1);
    let mut factors = vec![Val::constant(recorder, "1, the first year", one)];
    let mut before = one;
    let ends = rates.factors(horizon.saturating_sub(1));
    for (t, end) in (1..).zip(ends) {
        let (factor, when) = match timing {
            Timing::EndOfYear => (end, ""),
            Timing::StartOfYear => (before, ", start of the year"),
            Timing::MidYear => (
                middle(rates, t, before).unwrap_or(end),
                ", middle of the year",
            ),
        };
        before = end;
        factors.extend(rates.in_formula(recorder, t, factor, when));
    }
    factors
}

fn middle(rates: &Rates, t: u16, before: Number) -> Option<Number> {
    let root = exact::root(rates.growth(t)?.decimal())?;
    exact::div(before.decimal(), root).map(Number::new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::edition::newest;
    use crate::units::input::Input;
    use crate::units::trace::Plain;
    use crate::units::year::FinancialYear;

    fn of(schedule: Schedule, timing: Timing, t: usize) -> String {
        let discounting = Discounting::new(&Plain, newest(), timing, 126);
        let factor = discounting.of(schedule)[t].value().decimal();
        exact::round(factor, 4).to_string()
    }

    /// The Green Book prints the standard factors to four decimals: 0.9662, 0.7089, 0.3563, 0.3459, 0.0942, 0.0919 and
    /// 0.0274. By hand: 1.035⁻¹; 1.035⁻¹⁰; 1.035⁻³⁰; the last ÷ 1.03; 1.035⁻³⁰ × 1.03⁻⁴⁵; the last ÷ 1.025;
    /// 1.035⁻³⁰ × 1.03⁻⁴⁵ × 1.025⁻⁵⁰.
    #[test]
    fn the_published_factors_are_reproduced() {
        for (t, factor) in [
            (0, "1"),
            (1, "0.9662"),
            (10, "0.7089"),
            (30, "0.3563"),
            (31, "0.3459"),
            (75, "0.0942"),
            (76, "0.0919"),
            (125, "0.0274"),
        ] {
            assert_eq!(of(Schedule::Standard, Timing::EndOfYear, t), factor, "{t}");
        }
    }

    /// One rate for the whole horizon would give 1.035⁻⁷⁵ = 0.0758 and 1.03⁻⁷⁵ = 0.1089: neither may come out.
    #[test]
    fn no_single_rate_holds_for_the_whole_horizon() {
        let factor = of(Schedule::Standard, Timing::EndOfYear, 75);
        assert!(factor != "0.0758" && factor != "0.1089");
    }

    /// 1.015⁻¹⁰ = 0.8617; DF(9) = 1.035⁻⁹ = 0.7337; DF(9) ÷ √1.035 = 0.7337310 ÷ 1.0173495 = 0.7212.
    #[test]
    fn schedules_and_timings() {
        assert_eq!(of(Schedule::Health, Timing::EndOfYear, 10), "0.8617");
        assert_eq!(of(Schedule::Standard, Timing::StartOfYear, 10), "0.7337");
        assert_eq!(of(Schedule::Standard, Timing::MidYear, 10), "0.7212");
        for timing in Timing::ALL {
            assert_eq!(of(Schedule::Standard, timing, 0), "1");
        }
    }

    /// At one typed rate of 5 %: 1.05⁻¹ = 0.952380…, 1.05⁻² = 0.907029…; in mid-year 1.05⁻¹ ÷ √1.05 = 0.9294286…, of
    /// health benefits too. √1.05 = 1.0246950766.
    #[test]
    fn one_typed_rate_holds_for_every_year_and_every_benefit() {
        let mut settings = Settings::new(FinancialYear::starting(2026));
        settings.discount_rate = Input::known(Rate::new(rust_decimal::Decimal::new(5, 2)));
        let of = |settings: &Settings, schedule, t: usize| {
            let found = Discounting::of_settings(&Plain, newest(), settings, 40);
            exact::round(found.of(schedule)[t].value().decimal(), 6).to_string()
        };
        assert_eq!(of(&settings, Schedule::Standard, 0), "1");
        assert_eq!(of(&settings, Schedule::Standard, 1), "0.952381");
        assert_eq!(of(&settings, Schedule::Health, 2), "0.907029");
        settings.timing = Timing::MidYear;
        assert_eq!(of(&settings, Schedule::Standard, 2), "0.929429");
        settings.timing = Timing::StartOfYear;
        assert_eq!(of(&settings, Schedule::Standard, 2), "0.952381");
        // Nothing is left of anything: the schedules are used.
        settings.discount_rate = Input::known(Rate::from(-1));
        settings.timing = Timing::EndOfYear;
        assert_eq!(of(&settings, Schedule::Standard, 10), "0.708919");
    }
}
