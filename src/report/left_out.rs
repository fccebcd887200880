//! What no total of an appraisal holds, and where it would be typed.

use crate::findings::partnership::PartnershipFindings;
use crate::model::benefit::{Benefit, BenefitMeasure};
use crate::model::partnership::Partnership;
use crate::model::record_name::line_name_in;
use crate::model::register::Register;
use crate::units::id::{Id, InputId};
use crate::units::year::FinancialYear;

/// One thing that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is called.
    pub name: String,
    /// Why no total holds it.
    pub why: String,
    /// Where it would be typed.
    pub input: InputId,
}

/// What is left out, in order: benefits without a price, costs that are not known, sunk spending, prices of years that
/// no index is known of.
pub fn left_out(
    register: &Register,
    partnership: &Partnership,
    found: &PartnershipFindings,
) -> Vec<LeftOut> {
    let it = &found.appraisal;
    let name = |id| line_name_in(register, partnership, id);
    let one = |id, why: &str, field| LeftOut {
        name: name(id),
        why: why.to_owned(),
        input: InputId { record: id, field },
    };
    let benefit = |id| partnership.benefits.iter().find(|it| it.id == id);
    let unpriced = it.unpriced.iter().map(|id| match benefit(*id) {
        Some(found) if is_of_missing_year(found, &it.without_index) => one(
            *id,
            "a benefit in prices of a year without an index",
            "price_year",
        ),
        Some(found) => one(*id, "a benefit without a price", missing(found)),
        None => one(*id, "a benefit without a price", "name"),
    });
    let not_known = it.not_known.iter().map(|id| {
        let query = found.queries.iter().find(|it| it.record == *id);
        let field = query.and_then(|it| it.field).unwrap_or("name");
        one(*id, "a cost that is not known", field)
    });
    let sunk = it.sunk.iter().map(|id| {
        let why = format!("spent before {}: sunk, whatever is done now", it.first_year);
        one(*id, &why, "year")
    });
    let indices = it.without_index.iter().map(|year| LeftOut {
        name: format!("Prices of {year}"),
        why: "no index of prices is known; the settings take one, or the growth of prices"
            .to_owned(),
        input: InputId {
            record: Id::SETTINGS,
            field: "price_growth",
        },
    });
    unpriced
        .chain(not_known)
        .chain(sunk)
        .chain(indices)
        .collect()
}

/// It has a price, and yet it is in no total.
fn is_of_missing_year(benefit: &Benefit, missing: &[FinancialYear]) -> bool {
    !missing.is_empty() && benefit.has_price()
}

/// The first field whose blank leaves a benefit without a value.
fn missing(benefit: &Benefit) -> &'static str {
    match benefit.measure {
        BenefitMeasure::Sum => "amount",
        BenefitMeasure::Chain if benefit.unit_value.value().is_none() => "unit_value",
        BenefitMeasure::Chain => "population",
    }
}
