//! Who pays for whose gain, and what it takes of each body's means: working.md, part Q.

use fruitful::findings::findings::Findings;
use fruitful::findings::groups::{Common, GroupBy, groups};
use fruitful::findings::portfolio_measures::{Safeguard, portfolio_measures};
use fruitful::findings::stakes::Body;
use fruitful::findings::transfers::{Transfer, Transfers};
use fruitful::findings::who_pays::{Standing, who_pays};
use fruitful::guidance::edition::newest;
use fruitful::units::display::exact_text;
use fruitful::units::id::Id;
use fruitful::units::quantity::{Money, Quantity};

use super::check;
use crate::support::registers::{findings, register};

/// A hub that all gain from, a forum whose one benefit has no price, and a desk that is a loss to the charity.
fn found(settings: &str) -> Findings {
    findings(&register(&format!(
        r#"settings: (base_year: "2026/27", horizon: "1"{settings}),
        partners: [
            (id: "o1", name: "Us", is_us: true, budget: "100000", pay_bill: "20000"),
            (id: "o2", name: "Trust", kind: Health, budget: "0"),
            (id: "o3", name: "Charity", kind: Voluntary),
        ],
        grades: [(id: "g1", name: "Officer", pay: HourlyCost, amount: "30")],
        partnerships: [
            (id: "p1", name: "Hub", topic: "Health", functions: [Strategy, Planning], end: "2028-03-31",
                cash_lines: [
                    (id: "c1", amount: "480", partner: "o1", purpose: Running),
                    (id: "c2", amount: "300", partner: "o2", purpose: Running),
                    (id: "c3", amount: "90", purpose: Running),
                ],
                meetings: [(id: "m1", times_a_year: "2", length: "1", attendees: [
                    (id: "a1", partner: "o1", grade: "g1", number: "2", preparation: "0", travel: "0")])],
                benefits: [
                    (id: "be1", measure: Sum, class: Fiscal, partner: "o1", amount: "1000", cashable: "100%"),
                    (id: "be2", measure: Sum, class: Fiscal, partner: "o2", amount: "3000", cashable: "50%"),
                    (id: "be3", measure: Sum, class: Social, amount: "2000"),
                ],
                health: [(id: "ha1", question: "agreement", answer: Yes), (id: "ha2", question: "h28", answer: No)]),
            (id: "p2", name: "Forum", topic: " Health ", functions: [Strategy], review: "2027-03-31",
                cash_lines: [(id: "c4", amount: "700", partner: "o3", purpose: Running)],
                benefits: [(id: "be4", measure: Sum, class: Social)],
                health: [(id: "ha3", question: "agreement", answer: No), (id: "ha4", question: "h28", answer: Partly)],
                judgements: [(id: "j1", score: "50")]),
            (id: "p3", name: "Desk",
                cash_lines: [(id: "c5", amount: "100", partner: "o1", purpose: Running)],
                benefits: [
                    (id: "be5", measure: Sum, class: Fiscal, partner: "o2", amount: "100", cashable: "100%"),
                    (id: "be6", measure: Sum, class: Social, partner: "o3", amount: "-40"),
                ],
                indicators: [(id: "i1", name: "Visits")]),
        ],"#
    )))
}

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

fn text(amount: impl Quantity) -> String {
    exact_text(amount.decimal())
}

#[test]
fn every_cost_is_borne_for_those_who_gain() {
    check(
        &found(""),
        &[
            ("portfolio/worth/pays/o1/o1", "100"),
            ("portfolio/worth/pays/o1/o2", "400"),
            ("portfolio/worth/pays/o1/public", "200"),
            ("portfolio/worth/pays/o2/o1", "50"),
            ("portfolio/worth/pays/o2/o2", "150"),
            ("portfolio/worth/pays/o2/public", "100"),
            ("portfolio/worth/pays/o3/no-priced-benefit", "700"),
            ("portfolio/worth/pays/unassigned/o1", "15"),
            ("portfolio/worth/pays/unassigned/o2", "45"),
            ("portfolio/worth/pays/unassigned/public", "30"),
            ("p1/worth/pays/o1/o2", "300"),
            ("p3/worth/pays/o1/o2", "100"),
            ("portfolio/worth/cost/o1", "700"),
            ("portfolio/worth/cost/unassigned", "90"),
            ("portfolio/worth/gain/o2", "3100"),
            ("portfolio/worth/gain/public", "2000"),
            ("portfolio/worth/net/o1", "300"),
            ("portfolio/worth/net/o3", "-740"),
            ("portfolio/worth/net/unassigned", "-90"),
            ("portfolio/worth/after/o1", "168.75"),
            ("portfolio/worth/after/o2", "2231.25"),
            ("portfolio/worth/after/o3", "-40"),
        ],
    );
    let pays = who_pays(&found(""));
    let order: Vec<String> = pays
        .bearers
        .iter()
        .map(|it| it.map_or_else(|| "nobody".to_owned(), |id| id.to_string()))
        .collect();
    assert_eq!(order, ["o1", "o3", "o2", "nobody"]);
    assert_eq!(pays.n_unpriced, 1);
}

#[test]
fn transfers_meet_the_one_deficit_and_leave_the_rest() {
    let found = found("");
    let pay = |from: &str, amount: i64| Transfer {
        from: id(from),
        to: id("o3"),
        amount: Money::pence(amount),
    };
    assert_eq!(
        found.portfolio.worth.transfers,
        Transfers::Paid(vec![pay("o1", 13_125), pay("o2", 56_875)])
    );
    let pays = who_pays(&found);
    let of = |body: &str| -> Standing {
        let body = Body::Partner(id(body));
        let mut all = pays.standings.iter();
        *all.find(|it| it.body == body).unwrap()
    };
    let left = |it: Standing| it.balance_after.map(text);
    assert_eq!(left(of("o1")), Some("168.75".to_owned()));
    assert_eq!(left(of("o2")), Some("731.25".to_owned()));
    assert_eq!(left(of("o3")), Some("0".to_owned()));
    assert_eq!(text(of("o3").unweighed), "700");
}

#[test]
fn counting_every_fiscal_benefit_changes_who_pays_how_much() {
    let found = found(", transfers_count_all_fiscal: true");
    let Transfers::Paid(paid) = &found.portfolio.worth.transfers else {
        panic!("somebody pays")
    };
    let paid: Vec<(String, String)> = paid
        .iter()
        .map(|it| (it.from.to_string(), text(it.amount)))
        .collect();
    let pair = |from: &str, amount: &str| (from.to_owned(), amount.to_owned());
    assert_eq!(
        paid,
        [pair("o1", "67.7419354839"), pair("o2", "632.2580645161")]
    );
}

#[test]
fn what_it_takes_of_our_means() {
    let measures = portfolio_measures(&found(""), newest());
    let [us, charity, trust] = measures.bodies.as_slice() else {
        panic!("three bodies")
    };
    assert_eq!(us.body, id("o1"));
    assert_eq!(charity.body, id("o3"));
    assert_eq!(text(us.borne.full.amount), "700");
    assert_eq!(text(us.time.amount), "120");
    assert_eq!(us.of_budget.full.map(text), Some("0.007".to_owned()));
    assert_eq!(us.of_pay_bill.map(text), Some("0.006".to_owned()));
    // A budget of nought and one that is not known give no share.
    assert_eq!(trust.of_budget.full, None);
    assert_eq!((charity.budget, charity.of_pay_bill), (None, None));
}

#[test]
fn what_partnerships_lack() {
    let measures = portfolio_measures(&found(""), newest());
    let of = |safeguard: Safeguard| {
        let mut gaps = measures.gaps.iter();
        let gap = gaps.find(|it| it.of == safeguard).unwrap();
        let ids = |ids: &[Id]| -> String { ids.iter().map(Id::to_string).collect() };
        (
            gap.n_met,
            ids(&gap.lacking),
            ids(&gap.partly),
            ids(&gap.unknown),
        )
    };
    let expected = |n, lacking: &str, partly: &str, unknown: &str| {
        (n, lacking.to_owned(), partly.to_owned(), unknown.to_owned())
    };
    assert_eq!(of(Safeguard::Agreement), expected(1, "p2", "", "p3"));
    assert_eq!(of(Safeguard::ExitPlan), expected(0, "p1", "p2", "p3"));
    assert_eq!(of(Safeguard::Achievement), expected(1, "p1", "", "p3"));
    assert_eq!(of(Safeguard::EndOrReview), expected(2, "p3", "", ""));
}

#[test]
fn groups_by_topic_come_to_the_whole_and_by_function_overlap() {
    let found = found("");
    let of = |by| -> Vec<(Common, usize, String)> {
        let groups = groups(&found, by);
        groups
            .into_iter()
            .map(|it| (it.common, it.ids.len(), text(it.cost.full.amount)))
            .collect()
    };
    let topics = of(GroupBy::Topic);
    assert_eq!(
        topics,
        [
            (Common::Topic("Health".to_owned()), 2, "1690".to_owned()),
            (Common::NotSaid, 1, "100".to_owned()),
        ]
    );
    let functions = of(GroupBy::Function);
    let costs: Vec<&str> = functions.iter().map(|it| it.2.as_str()).collect();
    // Strategy 990 + 700, planning 990, and the desk, of which nobody has said.
    assert_eq!(costs, ["1690", "990", "100"]);
    let health = &groups(&found, GroupBy::Topic)[0];
    let share = health.share.full.unwrap().decimal().round_dp(6);
    assert_eq!(share.to_string(), "0.944134");
    assert_eq!(text(health.hours), "4");
    assert_eq!(health.by_partner.full[&Some(id("o1"))], Money::from(600));
}
