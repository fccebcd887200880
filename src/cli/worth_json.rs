//! The part of the JSON of `appraise` that says whether a partnership is worth its cost.

use serde::Serialize;

use crate::cli::appraise_json::{Pairs, exact};
use crate::findings::appraisal::{Appraisal, Payback, Worth};
use crate::findings::options::{Course, OptionFindings};
use crate::findings::portfolio_worth::PortfolioWorth;
use crate::findings::transfers::Transfers;
use crate::units::id::Id;

/// What stands in place of a band where there is no ratio.
const NO_BAND: &str = "not applicable";

/// The appraisal of a partnership.
#[derive(Debug, Serialize)]
pub(crate) struct OfAppraisal {
    #[serde(flatten)]
    worth: OfWorth,
    #[serde(skip_serializing_if = "Option::is_none")]
    break_even_per_point: Option<String>,
    band: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    npsv_at_lower_rates: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    not_known: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unpriced: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sunk: Vec<String>,
    costs_by_bearer: Pairs<String>,
    benefits_by_gainer: Pairs<String>,
    benefits_by_class: Pairs<String>,
    benefits: Vec<OfBenefit>,
    cost_per_outcome: Pairs<String>,
    first_year: String,
    years: Vec<OfYear>,
    options: Vec<OfOption>,
}

#[derive(Debug, Serialize)]
struct OfWorth {
    pvc: String,
    pvb: String,
    npsv: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bcr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    bcr_public: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fiscal_return: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cash_return: Option<String>,
    payback_years: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    equivalent_annual_cost: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    break_even_per_year: Option<String>,
}

#[derive(Debug, Serialize)]
struct OfBenefit {
    id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    cashable: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    net_quantity: Option<String>,
}

#[derive(Debug, Serialize)]
struct OfYear {
    year: usize,
    cost: String,
    benefit: String,
    factor: String,
}

#[derive(Debug, Serialize)]
struct OfOption {
    id: String,
    pvc: String,
    pvb: String,
    npsv: String,
    incremental_npsv: String,
    is_comparable: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    bcr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    achievement: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    dominated_by: Option<String>,
}

/// What one body would pay another.
#[derive(Debug, Serialize)]
pub(crate) struct OfTransfer {
    from: String,
    to: String,
    amount: String,
}

/// The appraisal of a partnership as JSON has it.
pub(crate) fn of_appraisal(it: &Appraisal) -> OfAppraisal {
    let ids = |ids: &[Id]| ids.iter().map(ToString::to_string).collect();
    let by = |none: &str, id: Option<Id>| id.map_or_else(|| none.to_owned(), |id| id.to_string());
    let costs = it.costs_by_bearer.iter();
    let gains = it.benefits_by_gainer.iter();
    let classes = it.benefits_by_class.iter();
    let outcomes = it.outcomes.iter();
    OfAppraisal {
        worth: of_worth(&it.worth),
        break_even_per_point: it.break_even_per_point.map(exact),
        band: it.worth.band.unwrap_or(NO_BAND),
        npsv_at_lower_rates: it.npsv_at_lower_rates.map(exact),
        not_known: ids(&it.not_known),
        unpriced: ids(&it.unpriced),
        sunk: ids(&it.sunk),
        costs_by_bearer: Pairs(
            costs
                .map(|(id, cost)| (by("unassigned", *id), exact(*cost)))
                .collect(),
        ),
        benefits_by_gainer: Pairs(
            gains
                .map(|(id, gain)| (by("public", *id), exact(*gain)))
                .collect(),
        ),
        benefits_by_class: Pairs(
            classes
                .map(|(class, worth)| (class.key().to_owned(), exact(*worth)))
                .collect(),
        ),
        benefits: it
            .benefits
            .iter()
            .map(|it| OfBenefit {
                id: it.id.to_string(),
                value: it.value.map(exact),
                cashable: exact(it.cashable),
                net_quantity: it.net_quantity.map(exact),
            })
            .collect(),
        cost_per_outcome: Pairs(
            outcomes
                .map(|it| (it.outcome.to_string(), exact(it.cost)))
                .collect(),
        ),
        first_year: it.first_year.to_string(),
        years: it
            .years
            .iter()
            .enumerate()
            .map(|(year, it)| OfYear {
                year,
                cost: exact(it.cost),
                benefit: exact(it.benefit),
                factor: exact(it.factor),
            })
            .collect(),
        options: it.options.iter().map(of_option).collect(),
    }
}

fn of_worth(it: &Worth) -> OfWorth {
    OfWorth {
        pvc: exact(it.pvc.amount),
        pvb: exact(it.pvb.amount),
        npsv: exact(it.npsv),
        bcr: it.bcr.map(exact),
        bcr_public: it.bcr_public.map(exact),
        fiscal_return: it.fiscal_return.map(exact),
        cash_return: it.cash_return.map(exact),
        payback_years: match it.payback {
            Payback::Never => "never".to_owned(),
            Payback::After(years) => exact(years),
        },
        equivalent_annual_cost: it.equivalent_annual_cost.map(exact),
        break_even_per_year: it.break_even.map(exact),
    }
}

fn of_option(it: &OptionFindings) -> OfOption {
    OfOption {
        id: it.id.to_string(),
        pvc: exact(it.worth.pvc.amount),
        pvb: exact(it.worth.pvb.amount),
        npsv: exact(it.worth.npsv),
        incremental_npsv: exact(it.incremental_npsv),
        is_comparable: it.is_comparable,
        bcr: it.worth.bcr.map(exact),
        achievement: it.achievement.map(exact),
        dominated_by: it.dominated_by.map(|by| match by {
            Course::AsItIs => "as-it-is".to_owned(),
            Course::Option(id) => id.to_string(),
        }),
    }
}

/// Each body's net position, by id; what is borne by nobody yet last.
pub(crate) fn net_positions(it: &PortfolioWorth) -> Pairs<String> {
    let named = it.positions.iter().filter_map(|(id, it)| {
        let id = (*id)?;
        Some((id.to_string(), exact(it.net())))
    });
    let nobody = it.positions.get(&None);
    let nobody = nobody.map(|it| ("unassigned".to_owned(), exact(it.net())));
    Pairs(named.chain(nobody).collect())
}

/// Who would pay whom; none where nobody has to, or nothing can be shared out.
pub(crate) fn transfers(it: &PortfolioWorth) -> Vec<OfTransfer> {
    let Transfers::Paid(paid) = &it.transfers else {
        return Vec::new();
    };
    let paid = paid.iter().map(|it| OfTransfer {
        from: it.from.to_string(),
        to: it.to.to_string(),
        amount: exact(it.amount),
    });
    paid.collect()
}
