//! What all partnerships are worth together: in words, and as a text for a spreadsheet.

use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio_worth::{Overclaim, PortfolioWorth};
use crate::model::record_name::outcome_name;
use crate::report::statement::name;
use crate::report::summary::short_total;
use crate::report::tab_text::tab_text;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// `Over 10 years from 2026/27, 12 partnerships cost £9.1m and bring benefits worth at least £12.0m in 2026/27 prices.`
pub fn headline(findings: &Findings) -> String {
    let worth = &findings.portfolio.worth;
    let unit = findings.money_unit();
    let n = findings.partnerships.len();
    let partnerships = display::count(n, "partnership costs", "partnerships cost");
    let brings = if n == 1 { "brings" } else { "bring" };
    let base = findings.register.settings.base_year;
    let over = findings.partnerships.first().map(|it| {
        let it = &it.appraisal;
        let years = display::count(it.horizon.into(), "year", "years");
        format!("Over {years} from {}, ", it.first_year)
    });
    format!(
        "{}{partnerships} {} and {brings} benefits worth {} in {base} prices, discounted.",
        over.unwrap_or_default(),
        short_total(worth.pvc, unit),
        short_total(worth.pvb, unit),
    )
}

/// What the totals hold only the costs of; nothing where every partnership has a benefit with a price.
pub fn unweighed(findings: &Findings) -> Option<String> {
    let all = findings.partnerships.iter();
    let n = all.filter(|it| !has_value(it)).count();
    if n == 0 {
        return None;
    }
    let have = display::count(n, "partnership has", "partnerships have");
    Some(format!(
        "{have} no benefit with a price: of {} the totals hold the costs only.",
        if n == 1 { "it" } else { "these" }
    ))
}

/// Whether a benefit of it has a price, so that there is something to weigh its costs against.
pub fn has_value(it: &PartnershipFindings) -> bool {
    it.appraisal.worth.is_priced
}

/// `Children kept safe: 140% of it is claimed; £40,000 is taken off, so that it counts once.`
pub fn overclaims(findings: &Findings) -> Vec<String> {
    let worth: &PortfolioWorth = &findings.portfolio.worth;
    let said = |(outcome, it): (&Id, &Overclaim)| {
        let name = outcome_name(&findings.register, *outcome);
        let off = display::money_in(it.taken_off, findings.money_unit());
        let claims = display::rate(it.claims);
        format!("{name}: {claims} of it is claimed; {off} is taken off, so that it counts once.")
    };
    worth.overclaimed.iter().map(said).collect()
}

/// The rows and their total, with exact figures between tabs; the last column says whose costs or benefits leave
/// something out. Benefits and net are blank where no benefit has a price.
pub fn for_a_spreadsheet(findings: &Findings) -> String {
    let header = [
        "Partnership",
        "Costs, present value, £",
        "Benefits, present value, £",
        "Net, £",
        "Benefit for each £1",
        "Band",
        "Benefits without a price",
        "Score",
        "At least",
    ];
    let exact = |money: Money| display::exact_text(money.decimal());
    let rows = findings.partnerships.iter().map(|it| {
        let worth = &it.appraisal.worth;
        let ratio = worth.bcr.map(|it| display::exact_text(it.decimal()));
        let score = it.achievement.shown_score();
        let score = score.map(|it| display::exact_text(it.decimal()));
        let weighed = |amount| {
            if has_value(it) {
                exact(amount)
            } else {
                String::new()
            }
        };
        [
            name(findings, it.id),
            exact(worth.pvc.amount),
            weighed(worth.pvb.amount),
            weighed(worth.npsv),
            ratio.unwrap_or_default(),
            worth.band.unwrap_or_default().to_owned(),
            it.appraisal.unpriced.len().to_string(),
            score.unwrap_or_default(),
            at_least(worth.pvc.is_at_least, worth.pvb.is_at_least),
        ]
    });
    let all = &findings.portfolio.worth;
    let blank = String::new;
    let total = [
        "All together".to_owned(),
        exact(all.pvc.amount),
        exact(all.pvb.amount),
        exact(all.npsv),
        blank(),
        blank(),
        blank(),
        blank(),
        at_least(all.pvc.is_at_least, all.pvb.is_at_least),
    ];
    tab_text(header, rows.chain(std::iter::once(total)))
}

fn at_least(costs: bool, benefits: bool) -> String {
    match (costs, benefits) {
        (true, true) => "costs and benefits",
        (true, false) => "costs",
        (false, true) => "benefits",
        (false, false) => "",
    }
    .to_owned()
}
