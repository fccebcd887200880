//! The whole appraisal of one partnership: as it is, and each of its options.

use crate::appraisal::benefit::stream;
use crate::appraisal::costs::{flows, year_costs};
use crate::appraisal::discounting::Discounting;
use crate::appraisal::measures::{Measures, measures};
use crate::appraisal::optimism::Grades;
use crate::appraisal::option::{AsItIs, option_value};
use crate::appraisal::present_value::{PresentValue, Valued, present_value};
use crate::appraisal::terms::Terms;
use crate::model::partnership::Partnership;
use crate::units::id::Id;
use crate::units::quantity::Money;
use crate::units::trace::{Recorder, Val};

/// Horizons beyond this are tested with the lower discount rates too.
pub const LONG: u16 = 50;

/// A partnership appraised.
#[derive(Debug)]
pub struct Appraised<'a, 'r, R: Recorder> {
    /// Its benefits.
    pub benefits: Vec<Valued<'a, 'r, R>>,
    /// As it is, brought to year 0.
    pub value: PresentValue<'r, R>,
    /// What that measures.
    pub measures: Measures<'r, R>,
    /// NPSV at the lower discount rates, over more than fifty years.
    pub npsv_at_lower_rates: Option<Val<'r, R, Money>>,
    /// Each option.
    pub options: Vec<OptionWorth<'r, R>>,
}

/// An option appraised.
#[derive(Debug)]
pub struct OptionWorth<'r, R: Recorder> {
    /// The option.
    pub id: Id,
    /// Brought to year 0.
    pub value: PresentValue<'r, R>,
    /// What that measures, against the partners acting separately.
    pub measures: Measures<'r, R>,
    /// Its NPSV less that of the partnership as it is.
    pub incremental: Val<'r, R, Money>,
}

/// Appraises `partnership` on `terms`, against its partners acting separately.
pub fn appraise<'a, 'r, R: Recorder>(
    terms: &Terms<'r, R>,
    partnership: &'a Partnership,
) -> Appraised<'a, 'r, R> {
    let grades = Grades::of(terms, partnership);
    let flows = flows(terms, partnership, &grades);
    let costs = year_costs(terms, &flows);
    let benefits: Vec<_> = partnership
        .benefits
        .iter()
        .map(|benefit| Valued {
            benefit,
            stream: stream(terms, benefit, &grades),
        })
        .collect();
    let value = present_value(terms, &terms.discounting, &costs, &benefits);
    let measures = measures(terms, &value);
    let npsv_at_lower_rates = (terms.horizon > LONG).then(|| {
        let (recorder, guidance) = (terms.recorder, terms.guidance);
        let lower = Discounting::lower(recorder, guidance, terms.timing, terms.horizon);
        let value = present_value(terms, &lower, &costs, &benefits);
        value.benefits - value.costs
    });
    let base = AsItIs {
        partnership,
        grades: &grades,
        flows: &flows,
        benefits: &benefits,
    };
    let options = partnership.options.iter().map(|option| {
        let value = option_value(terms, &base, option);
        let of_option = self::measures(terms, &value);
        OptionWorth {
            id: option.id,
            incremental: (of_option.npsv - measures.npsv).named("Against going on as it is"),
            measures: of_option,
            value,
        }
    });
    let options = options.collect();
    Appraised {
        benefits,
        value,
        measures,
        npsv_at_lower_rates,
        options,
    }
}
