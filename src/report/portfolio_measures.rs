//! Measures of the whole portfolio in words, and as texts for a spreadsheet.

use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::groups::{Common, Group, GroupBy};
use crate::findings::portfolio_measures::{BodyMeasure, Gap, PortfolioMeasures, Safeguard};
use crate::model::record_name::partner_name;
use crate::report::groups::common_name;
use crate::report::statement::name;
use crate::report::summary::short_total;
use crate::report::tab_text::tab_text;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity, Rate};

/// What a partnership should have, as a heading.
pub const fn safeguard(of: Safeguard) -> &'static str {
    match of {
        Safeguard::Agreement => "A written agreement",
        Safeguard::ExitPlan => "A plan for its end",
        Safeguard::Achievement => "A measured achievement",
        Safeguard::EndOrReview => "An end or review date",
    }
}

/// Where it is asked or measured.
pub const fn safeguard_source(of: Safeguard) -> &'static str {
    match of {
        Safeguard::Agreement => {
            "Health check: is there a written agreement, signed by every partner?"
        }
        Safeguard::ExitPlan => {
            "Health check, question 28: is it settled when it ends and who takes its work on?"
        }
        Safeguard::Achievement => {
            "A score from indicators or judgements, at least half of its weight known"
        }
        Safeguard::EndOrReview => "Profile: a date when it ends or is looked at again",
    }
}

/// How partnerships may fail to have it, each with the partnerships: `12 without`, `3 in part`, `20 not answered`.
pub fn failings(gap: &Gap) -> Vec<(String, &[Id])> {
    let (lacking, partly, unknown) = match gap.of {
        Safeguard::Agreement | Safeguard::ExitPlan => ("without", "in part", "not answered"),
        Safeguard::Achievement => (
            "with nothing to measure by",
            "too little known",
            "not measured yet",
        ),
        Safeguard::EndOrReview => ("with neither date", "", ""),
    };
    let all = [
        (lacking, gap.lacking.as_slice()),
        (partly, gap.partly.as_slice()),
        (unknown, gap.unknown.as_slice()),
    ];
    let some = all.into_iter().filter(|(_, ids)| !ids.is_empty());
    some.map(|(how, ids)| (format!("{} {how}", display::count_figure(ids.len())), ids))
        .collect()
}

/// `Partnership working takes 1.2% of our budget, and our people’s time in it 0.9% of our pay bill.`; nothing where no partner
/// is us.
pub fn headline(found: &PortfolioMeasures, basis: Basis) -> Option<String> {
    let us = found.bodies.iter().find(|it| it.is_us)?;
    let of_budget = us.of_budget.get(basis);
    let budget = of_budget.map(|it| {
        let share = at_least(share_text(it), us.borne.get(basis).is_at_least);
        format!("partnership working takes {share} of our budget")
    });
    let pay = us.of_pay_bill.map(|it| {
        let share = at_least(share_text(it), us.time.is_at_least);
        format!("our people’s time in it takes {share} of our pay bill")
    });
    let said: Vec<String> = budget.into_iter().chain(pay).collect();
    (!said.is_empty()).then(|| format!("{}.", display::capitalised(&said.join("; "))))
}

/// What has to be typed before more can be said of us, with the field of our record; nothing where no partner is us.
pub fn missing(found: &PortfolioMeasures) -> Vec<(&'static str, &'static str)> {
    let Some(us) = found.bodies.iter().find(|it| it.is_us) else {
        return Vec::new();
    };
    let budget = us.budget.is_none().then_some((
        "Type our budget, to see what share of it partnership working takes",
        "budget",
    ));
    let pay = us.pay_bill.is_none().then_some((
        "Type our pay bill, to see what share of it our people’s time in partnerships is",
        "pay_bill",
    ));
    budget.into_iter().chain(pay).collect()
}

fn at_least(text: String, is_at_least: bool) -> String {
    if is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

/// A share of a large whole: `34%`, `1.2%`, `less than 0.01%`.
pub fn share_text(share: Rate) -> String {
    let (tenth, least) = (Decimal::new(1, 1), Decimal::new(5, 5));
    let it = share.decimal();
    if it >= tenth {
        display::percent(share)
    } else if it > Decimal::ZERO && it < least {
        "less than 0.01%".to_owned()
    } else {
        display::rate(share)
    }
}

/// `Health takes the most: 34% of the cost, £1.2m a year of nine partnerships.` Nothing where there is one group only.
pub fn largest(findings: &Findings, groups: &[Group], basis: Basis) -> Option<String> {
    let known = groups.iter().filter(|it| it.common != Common::NotSaid);
    let first = known.max_by(|a, b| {
        let cost = |it: &Group| it.cost.get(basis).amount;
        cost(a).cmp(&cost(b)).then(b.common.cmp(&a.common))
    })?;
    if groups.len() < 2 {
        return None;
    }
    let share = (*first.share.get(basis)).filter(|it| *it > Rate::ZERO)?;
    let cost = short_total(*first.cost.get(basis), findings.money_unit());
    let n = display::in_words(first.ids.len());
    let of = if first.ids.len() == 1 {
        "partnership"
    } else {
        "partnerships"
    };
    Some(format!(
        "{} takes the most: {} of the cost, {cost} a year for {n} {of}.",
        display::capitalised(&common_name(&first.common)),
        share_text(share),
    ))
}

/// What a reader must know of the groups.
pub const fn caution(by: GroupBy) -> &'static str {
    match by {
        GroupBy::Topic | GroupBy::Model => "Every partnership stands in one group.",
        GroupBy::Function => {
            "A partnership of several functions stands whole in each of them: the groups overlap and do not add up."
        }
    }
}

fn exact(amount: impl Quantity) -> String {
    display::exact_text(amount.decimal())
}

fn exact_if<Q: Quantity>(amount: Option<Q>) -> String {
    amount.map(exact).unwrap_or_default()
}

/// Each body with exact figures between tabs; shares are parts of one.
pub fn bodies_for_a_spreadsheet(
    findings: &Findings,
    bodies: &[BodyMeasure],
    basis: Basis,
) -> String {
    let header = [
        "Partner",
        "Bears, £ a year",
        "Budget, £",
        "Of budget",
        "Time, £ a year",
        "Pay bill, £",
        "Of pay bill",
    ];
    let rows = bodies.iter().map(|it| {
        [
            partner_name(&findings.register, Some(it.body)),
            exact(it.borne.get(basis).amount),
            exact_if(it.budget),
            exact_if(*it.of_budget.get(basis)),
            exact(it.time.amount),
            exact_if(it.pay_bill),
            exact_if(it.of_pay_bill),
        ]
    });
    tab_text(header, rows)
}

/// Each partnership that lacks something, one row for each, between tabs.
pub fn gaps_for_a_spreadsheet(findings: &Findings, gaps: &[Gap]) -> String {
    let rows = gaps.iter().flat_map(|gap| {
        let ways = [
            ("no", &gap.lacking),
            ("in part", &gap.partly),
            ("not known", &gap.unknown),
        ];
        let each = ways
            .into_iter()
            .flat_map(|(how, ids)| ids.iter().map(move |id| (how, *id)));
        each.map(|(how, id)| {
            [
                safeguard(gap.of).to_owned(),
                how.to_owned(),
                name(findings, id),
            ]
        })
    });
    tab_text(["What it should have", "Has it", "Partnership"], rows)
}

/// Each group with exact figures between tabs; shares are parts of one.
pub fn groups_for_a_spreadsheet(groups: &[Group], by: GroupBy, basis: Basis) -> String {
    let header = [
        by.label(),
        "Partnerships",
        "Cost, £ a year",
        "Of the cost",
        "Programme, £ a year",
        "Hours",
        "Senior days",
    ];
    let rows = groups.iter().map(|it| {
        let cost: Money = it.cost.get(basis).amount;
        [
            common_name(&it.common),
            it.ids.len().to_string(),
            exact(cost),
            exact_if(*it.share.get(basis)),
            exact(it.programme.amount),
            exact(it.hours),
            exact(it.senior_days),
        ]
    });
    tab_text(header, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_share_is_never_nought() {
        let text = |it: &str| share_text(Rate::new(it.parse().unwrap()));
        assert_eq!(text("0.3449"), "34%");
        assert_eq!(text("0.0123"), "1.23%");
        assert_eq!(text("0.00005"), "0.01%");
        assert_eq!(text("0.00004"), "less than 0.01%");
        assert_eq!(text("0"), "0%");
    }
}
