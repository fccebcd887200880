//! The whole appraisal of one partnership: as it is, and each of its options.

use std::sync::Arc;

use crate::appraisal::benefit::stream;
use crate::appraisal::costs::{CostFlow, YearCost, flows, year_costs};
use crate::appraisal::discounting::Discounting;
use crate::appraisal::measures::{Measures, measures};
use crate::appraisal::optimism::Grades;
use crate::appraisal::option::{AsItIs, option_value};
use crate::appraisal::present_value::{PresentValue, Valued, present_value};
use crate::appraisal::terms::Terms;
use crate::model::option::AppraisalOption;
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

/// A partnership as it is, brought to year 0: what everything else is worked out from.
#[derive(Debug)]
pub struct Brought<'a, 'r, R: Recorder> {
    /// The grades of its evidence.
    pub grades: Grades,
    /// Its lines of cost, year by year.
    pub flows: Vec<Arc<Vec<CostFlow<'r, R>>>>,
    /// Its cost, year by year.
    pub costs: Vec<Arc<YearCost<'r, R>>>,
    /// Its benefits.
    pub benefits: Vec<Valued<'a, 'r, R>>,
    /// All of it in year 0.
    pub value: PresentValue<'r, R>,
}

impl<'a, 'r, R: Recorder> Brought<'a, 'r, R> {
    /// Brings `partnership` to year 0 on `terms`.
    pub fn to_year_0(terms: &Terms<'r, R>, partnership: &'a Partnership) -> Self {
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
        Self {
            grades,
            flows,
            costs,
            benefits,
            value,
        }
    }

    /// An option of it, brought to year 0.
    pub fn option(
        &self,
        terms: &Terms<'r, R>,
        partnership: &Partnership,
        option: &AppraisalOption,
    ) -> PresentValue<'r, R> {
        let base = AsItIs {
            partnership,
            grades: &self.grades,
            flows: &self.flows,
            benefits: &self.benefits,
        };
        option_value(terms, &base, option)
    }
}

/// Appraises `partnership` on `terms`, against its partners acting separately.
pub fn appraise<'a, 'r, R: Recorder>(
    terms: &Terms<'r, R>,
    partnership: &'a Partnership,
) -> Appraised<'a, 'r, R> {
    let brought = Brought::to_year_0(terms, partnership);
    let measures = measures(terms, &brought.value);
    let npsv_at_lower_rates = (terms.horizon > LONG).then(|| {
        let (recorder, guidance) = (terms.recorder, terms.guidance);
        let lower = Discounting::lower(recorder, guidance, terms.timing, terms.horizon);
        let value = present_value(terms, &lower, &brought.costs, &brought.benefits);
        value.benefits - value.costs
    });
    let options = partnership.options.iter().map(|option| {
        let value = brought.option(terms, partnership, option);
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
        benefits: brought.benefits,
        value: brought.value,
        measures,
        npsv_at_lower_rates,
        options,
    }
}
