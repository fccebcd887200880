//! Who pays and who gains over all partnerships: in words, and as a text for a spreadsheet.

use crate::chart::stakes_wording::{as_far, name as capital_name, of_partners};
use crate::findings::explain_worth::{body_name, for_whom_name};
use crate::findings::findings::Findings;
use crate::findings::stakes::Body;
use crate::findings::transfers::{Transfer, Transfers};
use crate::findings::who_pays::{ForWhom, WhoPays};
use crate::model::record_name::partner_name;
use crate::report::summary::short_total;
use crate::report::tab_text::tab_text;
use crate::report::worth::has_value;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// `Northshire NHS gains £1.2m more than it bears; Ashmere Council bears £0.8m more than it gains.` Nothing where no benefit
/// has a price, or no partner stands out.
pub fn headline(findings: &Findings, found: &WhoPays) -> Option<String> {
    let said = of_partners(findings, found, findings.money_unit())?;
    Some(format!("{said}{}.", as_far(findings)))
}

/// What the public gains and what nobody bears yet: neither takes part in transfers.
pub fn beside(findings: &Findings, found: &WhoPays) -> Vec<String> {
    let unit = findings.money_unit();
    let short = |amount| display::money_short_in(amount, unit);
    let of = |body| found.standings.iter().find(move |it| it.body == body);
    let public = of(Body::Public).filter(|it| it.gain > Money::ZERO);
    let nobody = of(Body::Unassigned).filter(|it| it.cost != Money::ZERO);
    let public = public.map(|it| {
        let gain = short(it.gain);
        format!(
            "The public gains {gain}: benefits that name no partner, and no part of any transfer."
        )
    });
    let nobody = nobody.map(|it| {
        let cost = short(it.cost);
        format!("{cost} is borne by nobody who is named, and no transfer meets it.")
    });
    public.into_iter().chain(nobody).collect()
}

/// What no figure of it holds, a sentence each.
pub fn left_out(findings: &Findings, found: &WhoPays) -> Vec<String> {
    let unit = findings.money_unit();
    let mut said = Vec::new();
    let nobody = found.borne_for.get(&ForWhom::NoPricedBenefit);
    if let Some(borne) = nobody.filter(|_| found.is_priced) {
        let have = display::count(found.n_unpriced, "partnership has", "partnerships have");
        let borne = display::money_short_in(*borne, unit);
        said.push(format!(
            "{have} no benefit with a price; {borne} is borne for a gain that nobody has priced."
        ));
    }
    let all = findings.partnerships.iter();
    let unpriced = all.map(|it| it.appraisal.unpriced.len());
    let n = unpriced.fold(0, usize::saturating_add);
    if n > 0 {
        let have = display::count(n, "benefit has", "benefits have");
        said.push(format!(
            "{have} no price and no part in these figures; transfers rest on priced benefits only."
        ));
    }
    if found.total.is_at_least {
        said.push("Part of the costs is not known, so what is borne is “at least”.".to_owned());
    }
    said
}

/// Who would pay whom so that nobody loses, a sentence for each who receives; why there is nothing to pay.
pub fn transfers(findings: &Findings) -> Vec<String> {
    let mut all = findings.partnerships.iter();
    if !all.any(|it| has_value(it)) {
        return vec!["Nothing can be said of transfers: no benefit has a price.".to_owned()];
    }
    match &findings.portfolio.worth.transfers {
        Transfers::NotNeeded => vec![format!(
            "No transfers are needed: {} of each body cover what it bears.",
            counted(findings)
        )],
        Transfers::NothingToShare => vec![format!(
            "No transfers: {} of all bodies together are less than what they bear, so there is nothing to share out.",
            counted(findings)
        )],
        Transfers::Paid(paid) => {
            let mut receivers: Vec<Id> = paid.iter().map(|it| it.to).collect();
            receivers.dedup();
            let said = receivers.into_iter().map(|to| received(findings, paid, to));
            said.collect()
        }
    }
}

/// `Ashmere Council would receive £5,000, so that it does not lose: £3,000 from Northshire NHS and £2,000 from the police.`
fn received(findings: &Findings, paid: &[Transfer], to: Id) -> String {
    let money = |amount| display::money_in(amount, findings.money_unit());
    let body = |id| body_name(&findings.register, Body::Partner(id));
    let own: Vec<&Transfer> = paid.iter().filter(|it| it.to == to).collect();
    let who = body(to);
    if let [one] = own.as_slice() {
        let (amount, from) = (money(one.amount), body(one.from));
        return format!("{who} would receive {amount} from {from}, so that it does not lose.");
    }
    let sum: Money = own.iter().map(|it| it.amount).sum();
    let parts = own
        .iter()
        .map(|it| format!("{} from {}", money(it.amount), body(it.from)));
    let parts: Vec<String> = parts.collect();
    format!(
        "{who} would receive {}, so that it does not lose: {}.",
        money(sum),
        parts.join(", ")
    )
}

/// Which benefits transfers count.
pub fn counted(findings: &Findings) -> &'static str {
    if findings.register.settings.transfers_count_all_fiscal {
        "the fiscal benefits"
    } else {
        "the cash-releasing benefits"
    }
}

/// `Costs of £9.1m over 10 years, by who bears them and for whose gain.`
pub fn about(findings: &Findings, found: &WhoPays) -> String {
    let base = findings.register.settings.base_year;
    let over = findings
        .partnerships
        .first()
        .map_or_else(String::new, |it| {
            let it = &it.appraisal;
            let years = display::count(it.horizon.into(), "year", "years");
            format!(" over {years} from {}", it.first_year)
        });
    let total = short_total(found.total, findings.money_unit());
    format!(
        "Costs of {total}{over}, by who bears them and for whose gain, in {base} prices, discounted."
    )
}

/// Where each body is left, with exact figures between tabs.
pub fn standings_for_a_spreadsheet(findings: &Findings, found: &WhoPays) -> String {
    let exact = |amount: Money| display::exact_text(amount.decimal());
    let header = [
        "Body",
        "Bears, present value, £",
        "Of it where no benefit has a price, £",
        "Gains, present value, £",
        "Net, £",
        "Balance that transfers count, £",
        "Would receive, £",
        "Net after transfers, £",
        "Balance after transfers, £",
    ];
    let rows = found.standings.iter().map(|it| {
        let balance = |amount: Option<Money>| amount.map(exact).unwrap_or_default();
        [
            capital_name(findings, it.body),
            exact(it.cost),
            exact(it.unweighed),
            exact(it.gain),
            exact(it.net),
            balance(it.balance),
            exact(it.transfer),
            exact(it.net_after),
            balance(it.balance_after),
        ]
    });
    tab_text(header, rows)
}

/// Who bears what for whom, one row for each pair, with exact figures between tabs.
pub fn payments_for_a_spreadsheet(findings: &Findings, found: &WhoPays) -> String {
    let register = &findings.register;
    let header = ["Borne by", "For the gain of", "Present value, £"];
    let pairs = found.bearers.iter().flat_map(|bearer| {
        let columns = found.for_whom.iter();
        columns.map(|for_whom| (*bearer, *for_whom))
    });
    let rows = pairs.map(|(bearer, for_whom)| {
        [
            display::capitalised(&partner_name(register, bearer)),
            display::capitalised(&for_whom_name(register, for_whom)),
            display::exact_text(found.payment(bearer, for_whom).decimal()),
        ]
    });
    tab_text(header, rows)
}
