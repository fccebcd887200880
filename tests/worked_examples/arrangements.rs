//! Arrangements as partnerships make them: working.md, part H.

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::Findings;
use fruitful::findings::shared_line::{SharedLine, shared_lines};
use fruitful::findings::statement::statement;
use fruitful::guidance::edition::newest;
use fruitful::report::sharing::why_not;
use fruitful::report::statement as words;
use fruitful::units::display::exact_text;
use fruitful::units::id::Id;
use fruitful::units::quantity::Quantity;
use fruitful::units::year::FinancialYear;

use crate::support::registers::{findings_in, register};
use crate::worked_examples::{BODIES, check, of_partnership};

/// What the engine says of one partnership `p1` in the financial year that starts in `year`, with further settings.
fn in_year(year: i16, settings: &str, fields: &str) -> Findings {
    let text = format!(
        "settings: (base_year: \"2026/27\", {settings}),{BODIES}\n partnerships: [(id: \"p1\", {fields})],"
    );
    findings_in(&register(&text), FinancialYear::starting(year))
}

#[test]
fn a_secondment_charged_in_part_and_backfilled_above_cost() {
    let found = of_partnership(
        r#"secondments: [(id: "d1", lender: "o2", host: "o1", grade: "g2", fte: "1",
            recharge_share: "60%", backfill: "60000", backfill_cover: "80%")]"#,
    );
    check(
        &found,
        &[
            ("p1/class/direct/full", "49350"),
            ("p1/class/opportunity/full", "21300"),
            ("p1/partner/o1/full", "31950"),
            ("p1/partner/o2/full", "38700"),
            ("p1/grade/g2/full", "53250"),
            ("p1/non-staff/full", "17400"),
            ("p1/record-hours/d1", "1566.58"),
            ("p1/annual-cost/full", "70650"),
            ("p1/annual-cost/exhibit2", "70650"),
        ],
    );
}

#[test]
fn tax_on_the_charge_is_a_cost_where_the_host_does_not_recover_it() {
    let of = |host: &str, more: &str| {
        let text = format!(
            r#"settings: (base_year: "2026/27"), partners: [(id: "o1", is_us: true), (id: "o2", kind: Health),
            (id: "o3", kind: Voluntary, vat: NotInFull), (id: "o4", kind: Voluntary)],
            grades: [(id: "g2", amount: "40000")], partnerships: [(id: "p1", secondments: [
            (id: "d1", lender: "o1", host: "{host}", grade: "g2", fte: "1", recharge_share: "60%"{more})])],"#
        );
        findings_in(&register(&text), FinancialYear::starting(2026))
    };
    check(
        &of("o3", ""),
        &[
            ("p1/partner/o3/full", "38340"),
            ("p1/partner/o1/full", "21300"),
            ("p1/annual-cost/full", "59640"),
        ],
    );
    let free = ", is_free_of_vat: true";
    check(&of("o3", free), &[("p1/annual-cost/full", "53250")]);
    // Whether the host recovers it is not known, so nor is the tax.
    let unknown = of("o4", "");
    check(&unknown, &[("p1/annual-cost/full", "53250")]);
    assert!(unknown.partnerships[0].annual_cost.full.is_at_least);
}

#[test]
fn a_charge_in_pounds_follows_the_months_and_may_exceed_the_cost() {
    let found = of_partnership(
        r#"secondments: [
            (id: "d1", lender: "o2", host: "o1", grade: "g2", fte: "1", start: "2026-10-01", recharge: "12000"),
            (id: "d2", lender: "o2", host: "o1", grade: "g2", fte: "1", recharge_share: "110%", backfill: "50000"),
        ]"#,
    );
    check(
        &found,
        &[
            ("p1/record/d1/full", "26625"),
            ("p1/record/d2/full", "53250"),
            ("p1/partner/o1/full", "64575"),
            ("p1/partner/o2/full", "15300"),
            ("p1/class/opportunity/full", "15300"),
        ],
    );
}

#[test]
fn a_meeting_half_online() {
    let found = of_partnership(
        r#"meetings: [(id: "m1", times_a_year: "10", length: "2", online_share: "50%", attendees: [
            (id: "a1", partner: "o1", grade: "g1", number: "4", preparation: "30 min", travel: "1", fares: "8", miles: "20")],
            expenses: [(id: "x1", cost: "100", partner: "o1", is_in_person_only: true),
                       (id: "x2", cost: "50", partner: "o1")])]"#,
    );
    check(
        &found,
        &[
            ("p1/category/meetings/full", "2400"),
            ("p1/category/preparation/full", "600"),
            ("p1/category/travel/full", "600"),
            ("p1/category/expenses/full", "1340"),
            ("p1/annual-cost/exhibit2", "3740"),
            ("p1/annual-cost/full", "4940"),
        ],
    );
}

#[test]
fn dated_meetings_are_counted_in_the_year_they_fall_in() {
    let fields = r#"meetings: [(id: "m1", times_a_year: "12", length: "1h 30m", dates: [
            (id: "t1", date: "2026-03-31"), (id: "t2", date: "2026-05-12"), (id: "t3", date: "2026-09-08", is_online: true),
            (id: "t4", date: "2026-11-10", length: "3"), (id: "t5", date: "2027-03-09"), (id: "t6"),
            ], attendees: [(id: "a1", partner: "o1", grade: "g1", number: "2", preparation: "0", travel: "1")])]"#;
    check(
        &of_partnership(fields),
        &[
            ("p1/hours-in-meetings", "15"),
            ("p1/category/meetings/full", "450"),
            ("p1/category/travel/full", "180"),
        ],
    );
    check(&in_year(2025, "", fields), &[("p1/hours-in-meetings", "3")]);
    check(
        &in_year(2028, "", fields),
        &[("p1/hours-in-meetings", "36")],
    );
}

#[test]
fn a_volunteers_day_at_the_customary_rate() {
    let text = r#"settings: (base_year: "2026/27"), partners: [(id: "o1", is_us: true)],
        grades: [(id: "g1", pay: DayRate, skill: Professional), (id: "g2", pay: DayRate, skill: Unskilled, hours: "5")],
        partnerships: [(id: "p1", meetings: [(id: "m1", times_a_year: "4", length: "3h 30m", attendees: [
            (id: "a1", partner: "o1", grade: "g1", number: "2", preparation: "0", travel: "0"),
            (id: "a2", partner: "o1", grade: "g2", number: "1", preparation: "0", travel: "0")])])],"#;
    let found = findings_in(&register(text), FinancialYear::starting(2026));
    check(
        &found,
        &[
            ("p1/grade/g1/full", "1400"),
            ("p1/grade/g2/full", "140"),
            ("p1/class/in_kind/exhibit2", "1540"),
        ],
    );
}

#[test]
fn spending_from_a_pool_is_borne_as_it_was_paid_in() {
    let found = of_partnership(
        r#"pools: [(id: "f1", host: "o1", contributions: [
                (id: "n1", partner: "o1", amount: "30000"), (id: "n2", partner: "o2", amount: "6000"),
                (id: "n3", partner: "o2", amount: "4000", year: "2026/27"), (id: "n4", partner: "o2", amount: "99999", year: "2027/28")])],
            cash_lines: [(id: "c1", amount: "24000", pool: "f1")],
            posts: [(id: "s1", kind: Paid, grade: "g2", fte: "0.2", pool: "f1")]"#,
    );
    check(
        &found,
        &[
            ("p1/record/c1/full", "24000"),
            ("p1/partner/o1/full", "25987.5"),
            ("p1/partner/o2/full", "8662.5"),
            ("p1/annual-cost/full", "34650"),
            ("p1/record-hours/s1", "313.316"),
        ],
    );
}

#[test]
fn thirds_of_a_pool_come_to_the_whole() {
    let thirds = |n: [&str; 3]| {
        let [a, b, c] = n;
        of_partnership(&format!(
            r#"pools: [(id: "f1", contributions: [(id: "n1", partner: "{a}", amount: "1"),
            (id: "n2", partner: "{b}", amount: "1"), (id: "n3", partner: "{c}", amount: "1")])],
            cash_lines: [(id: "c1", amount: "100", pool: "f1")]"#
        ))
    };
    for order in [["o1", "o2", "o3"], ["o3", "o1", "o2"]] {
        check(
            &thirds(order),
            &[
                ("p1/partner/o1/full", "33.3333333333"),
                ("p1/partner/o3/full", "33.3333333334"),
                ("p1/annual-cost/full", "100"),
            ],
        );
    }
}

#[test]
fn a_pool_that_nothing_is_paid_from_costs_what_is_paid_in() {
    let found = of_partnership(
        r#"start: "2026-10-01", pools: [(id: "f1", contributions: [
            (id: "n1", partner: "o1", amount: "30000"), (id: "n2", partner: "o2", amount: "5000", year: "2026/27"),
            (id: "n3", partner: "o2")])]"#,
    );
    check(
        &found,
        &[
            ("p1/partner/o1/full", "15000"),
            ("p1/partner/o2/full", "5000"),
            ("p1/annual-cost/full", "20000"),
        ],
    );
    assert!(found.partnerships[0].annual_cost.full.is_at_least);
}

#[test]
fn a_set_up_cost_is_spread_over_the_partnerships_life() {
    let found = of_partnership(
        r#"start: "2026-04-01", end: "2038-03-31",
            cash_lines: [(id: "c1", kind: SetUp, amount: "10000", partner: "o1", year: "2026/27")]"#,
    );
    check(&found, &[("p1/annual-cost/full", "1034.8394926375")]);
}

#[test]
fn a_partnership_that_starts_in_october() {
    let found = of_partnership(
        r#"start: "2026-10-01", cash_lines: [(id: "c1", amount: "12000", partner: "o1")],
            posts: [(id: "s1", kind: Lent, partner: "o2", grade: "g2", fte: "1")],
            meetings: [(id: "m1", times_a_year: "12", length: "2", attendees: [
                (id: "a1", partner: "o1", grade: "g1", number: "1", preparation: "0", travel: "0")])]"#,
    );
    check(&found, &[("p1/annual-cost/full", "32985")]);
    let full_year = found.partnerships[0].full_year_cost.as_ref().unwrap();
    assert_eq!(full_year.full.amount, 65_970.into());
}

#[test]
fn an_elected_member_without_hours_a_year_has_hours_and_no_cost() {
    let text = r#"settings: (base_year: "2026/27"), partners: [(id: "o1", is_us: true)],
        grades: [(id: "g1", pay: Allowance, amount: "12000")],
        partnerships: [(id: "p1", meetings: [(id: "m1", times_a_year: "6", length: "2", attendees: [
            (id: "a1", partner: "o1", grade: "g1", number: "3", preparation: "0", travel: "0")])])],"#;
    let found = findings_in(&register(text), FinancialYear::starting(2026));
    check(
        &found,
        &[("p1/hours-in-meetings", "36"), ("p1/annual-cost/full", "0")],
    );
    assert!(found.partnerships[0].annual_cost.full.is_at_least);
}

#[test]
fn pay_rises_by_its_awards_and_prices_by_their_growth() {
    let settings = r#"pay_growth: "2%", price_growth: "2%", pay_awards: [
        (id: "w1", year: "2027/28", rise: "3%"), (id: "w2", year: "2026/27", rise: "4%")]"#;
    let fields = r#"posts: [(id: "s1", kind: Lent, partner: "o1", grade: "g2", fte: "1")],
        cash_lines: [(id: "c1", amount: "1000", partner: "o1")]"#;
    let of = |year| in_year(year, settings, fields);
    check(
        &of(2026),
        &[
            ("p1/record/s1/full", "53250"),
            ("p1/record/c1/full", "1000"),
        ],
    );
    check(
        &of(2028),
        &[
            ("p1/record/s1/full", "55982.4"),
            ("p1/record/c1/full", "1040.4"),
        ],
    );
    check(
        &of(2025),
        &[
            ("p1/record/s1/full", "51173.0769230769"),
            ("p1/record/c1/full", "980.3921568627"),
        ],
    );
}

#[test]
fn a_grades_own_growth_stands_in_place_of_the_awards_and_prices_may_be_of_another_year() {
    let text = r#"settings: (base_year: "2026/27", price_year: "2024/25", price_growth: "2%",
            pay_awards: [(id: "w1", year: "2027/28", rise: "3%")]),
        partners: [(id: "o1", is_us: true)], grades: [(id: "g1", pay: LoadedCost, amount: "50000", pay_growth: "10%")],
        partnerships: [(id: "p1", posts: [(id: "s1", kind: Lent, partner: "o1", grade: "g1", fte: "1")],
            cash_lines: [(id: "c1", amount: "1000", partner: "o1")])],"#;
    let found = findings_in(&register(text), FinancialYear::starting(2027));
    check(
        &found,
        &[
            ("p1/record/s1/full", "55000"),
            ("p1/record/c1/full", "1061.208"),
        ],
    );
}

#[test]
fn cash_that_grows_and_cash_as_planned() {
    let fields = r#"cash_lines: [
        (id: "c1", kind: Growing, amount: "1000", growth: "10%", year: "2026/27", partner: "o1"),
        (id: "c2", kind: Profiled, partner: "o1", years: [(id: "y1", year: "2026/27", amount: "5000"),
            (id: "y2", year: "2027/28", amount: "2000"), (id: "y3", year: "2027/28", amount: "1000")]),
        (id: "c3", kind: Exit, amount: "20000", partner: "o1")]"#;
    check(
        &in_year(2026, "", fields),
        &[
            ("p1/record/c1/full", "1000"),
            ("p1/record/c2/full", "5000"),
            ("p1/annual-cost/full", "6000"),
        ],
    );
    check(
        &in_year(2027, r#"price_growth: "2%""#, fields),
        &[("p1/record/c1/full", "1122"), ("p1/record/c2/full", "3000")],
    );
    check(
        &in_year(2028, "", fields),
        &[("p1/annual-cost/full", "1210")],
    );
    check(&in_year(2025, "", fields), &[("p1/annual-cost/full", "0")]);
}

/// £9,000 in cash of o1, £3,000 of o2's time; 100 h against 300 h do not come into it.
const SHARED: &str = r#"members: ["o1", "o2"], cash_lines: [(id: "c1", amount: "9000", partner: "o1")],
    meetings: [(id: "m1", times_a_year: "10", length: "2", attendees: [
        (id: "a1", partner: "o1", grade: "g1", number: "0", preparation: "0", travel: "0"),
        (id: "a2", partner: "o2", grade: "g1", number: "5", preparation: "0", travel: "0")])]"#;

#[test]
fn the_total_is_shared_by_the_rule() {
    let shared = |rule: &str, o1: &str, o2: &str| {
        let found = of_partnership(&format!("{SHARED}, {rule}"));
        check(
            &found,
            &[
                ("p1/shared/o1/full", o1),
                ("p1/shared/o2/full", o2),
                ("p1/annual-cost/full", "12000"),
            ],
        );
    };
    shared("sharing: Equally", "6000", "6000");
    shared("sharing: ByHours", "0", "12000");
    let parts = r#"shares: [(id: "h1", partner: "o1", agreed: "70%", benefit: "25%"),
        (id: "h2", partner: "o2", agreed: "30%", benefit: "75%")]"#;
    shared(&format!("sharing: Agreed, {parts}"), "8400", "3600");
    shared(&format!("sharing: ByBenefit, {parts}"), "3000", "9000");
    let short = r#"sharing: Agreed, shares: [(id: "h1", partner: "o1", agreed: "70%"), (id: "h2", partner: "o2", agreed: "20%")]"#;
    shared(short, "not known", "not known");
    shared("sharing: ByPopulation", "not known", "not known");
}

#[test]
fn it_is_shared_by_population_and_by_budget() {
    let of = |rule: &str| {
        let text = format!(
            r#"settings: (base_year: "2026/27"),
            partners: [(id: "o1", is_us: true, population: "150000", budget: "2000000"), (id: "o2", population: "50000", budget: "500000")],
            partnerships: [(id: "p1", members: ["o2", "o1"], sharing: {rule}, cash_lines: [(id: "c1", amount: "1000", partner: "o1")])],"#
        );
        findings_in(&register(&text), FinancialYear::starting(2026))
    };
    check(
        &of("ByPopulation"),
        &[("p1/shared/o1/full", "750"), ("p1/shared/o2/full", "250")],
    );
    check(
        &of("ByBudget"),
        &[("p1/shared/o1/full", "800"), ("p1/shared/o2/full", "200")],
    );
}

#[test]
fn each_partner_has_a_statement() {
    let found = of_partnership(&format!(
        r#"{SHARED}, sharing: Equally, in_kind: [
            (id: "k1", partner: "o2", quantity: "10", unit_cost: "5", unit_value: "50"),
            (id: "k2", partner: "o2", direction: ToPartner, quantity: "4", unit_value: "25")]"#
    ));
    let of = |partner: &str| {
        let id: Id = partner.parse().unwrap();
        statement(&found, newest(), id)
    };
    let text = |it: &fruitful::findings::statement::StatementFigures| {
        let of = |amount: fruitful::units::quantity::Money| exact_text(amount.decimal());
        [
            of(it.borne.full.amount),
            of(it.borne.exhibit2.amount),
            of(it.direct.amount),
            of(it.opportunity.amount),
            of(it.in_kind.amount),
            exact_text(it.opportunity_hours.decimal()),
            exact_text(it.hours.decimal()),
            of(it.shared.full.unwrap()),
            of(it.beyond.full.unwrap()),
            of(it.received.amount),
        ]
    };
    let (us, them) = (of("o1"), of("o2"));
    assert_eq!(
        text(&us.all),
        [
            "9000", "9000", "9000", "0", "0", "0", "0", "6025", "2975", "0"
        ]
    );
    assert_eq!(
        text(&them.all),
        [
            "3050", "3000", "0", "3000", "50", "100", "100", "6025", "-2975", "100"
        ]
    );
    assert_eq!(us.lines.len(), 1);
    assert!(of("o9").lines.is_empty());
    let o2 = "o2".parse().unwrap();
    assert_eq!(
        words::headline(&found, &them, o2),
        "Them bears £3.1k a year of 1 partnership: £0 in money, £3k in its people’s time (100 h), £50 given."
    );
    let said = words::shared(&found, &them, Basis::Full);
    assert_eq!(
        said.as_deref(),
        Some("Under the rules of sharing it would bear £6k: it bears £3k less than its share.")
    );
    let o9 = "o9".parse().unwrap();
    assert_eq!(
        words::headline(&found, &of("o9"), o9),
        "o9 takes part in no partnership of this register, and bears nothing."
    );
}

#[test]
fn a_post_that_is_paid_for_is_money_and_no_hours_of_ones_own_people() {
    let found = of_partnership(
        r#"members: ["o1"], posts: [(id: "s1", kind: Paid, partner: "o1", grade: "g2", fte: "0.2")]"#,
    );
    let us = statement(&found, newest(), "o1".parse().unwrap());
    assert_eq!(exact_text(us.all.direct.amount.decimal()), "10650");
    assert_eq!(exact_text(us.all.hours.decimal()), "313.316");
    assert_eq!(exact_text(us.all.opportunity_hours.decimal()), "0");
}

#[test]
fn the_shared_view_shows_what_each_bears_beyond_its_share() {
    let lines = |rule: &str, members: &[&str]| {
        let found = of_partnership(&format!("{SHARED}, {rule}"));
        let members: Vec<Id> = members.iter().map(|it| it.parse().unwrap()).collect();
        let it = shared_lines(&found.partnerships[0], &members, Basis::Full);
        let of = |amount: Option<fruitful::units::quantity::Money>| {
            amount.map_or_else(|| "-".to_owned(), |it| exact_text(it.decimal()))
        };
        let line = |it: &SharedLine| {
            let who = it
                .partner
                .map_or_else(|| "all".to_owned(), |id| id.to_string());
            [who, of(Some(it.borne)), of(it.share), of(it.beyond)].join(" ")
        };
        let mut said: Vec<String> = it.lines.iter().map(line).collect();
        said.push(line(&it.all));
        said
    };
    assert_eq!(
        lines("sharing: Equally", &["o2", "o1"]),
        [
            "o1 9000 6000 3000",
            "o2 3000 6000 -3000",
            "all 12000 12000 0"
        ]
    );
    assert_eq!(
        lines("sharing: ByPopulation", &["o1", "o2"]),
        ["o1 9000 - -", "o2 3000 - -", "all 12000 - -"]
    );
    let found = of_partnership(&format!("{SHARED}, sharing: ByPopulation"));
    assert_eq!(
        why_not(&found.register, &found.partnerships[0]).as_deref(),
        Some("The cost cannot be shared until the population of Us and Them is known.")
    );
    let short = r#"sharing: Agreed, shares: [(id: "h1", partner: "o1", agreed: "70%"), (id: "h2", partner: "o2", agreed: "20%")]"#;
    let found = of_partnership(&format!("{SHARED}, {short}"));
    assert_eq!(
        why_not(&found.register, &found.partnerships[0]).as_deref(),
        Some("The cost cannot be shared: the parts do not come to 100%.")
    );
    let found = of_partnership(&format!("{SHARED}, sharing: Equally"));
    assert_eq!(why_not(&found.register, &found.partnerships[0]), None);
}

#[test]
fn what_cannot_be_worked_out_is_not_known() {
    let cash = r#"cash_lines: [(id: "c1", amount: "1000", partner: "o1")]"#;
    let lost = in_year(2025, r#"price_growth: "-100%""#, cash);
    check(&lost, &[("p1/annual-cost/full", "0")]);
    assert!(lost.partnerships[0].annual_cost.full.is_at_least);

    // A contribution below nought divides nothing: nobody is said to bear the £100.
    let odd = of_partnership(
        r#"pools: [(id: "f1", contributions: [(id: "n1", partner: "o1", amount: "1000"),
            (id: "n2", partner: "o2", amount: "-999")])],
            cash_lines: [(id: "c1", amount: "100", pool: "f1"), (id: "c2", kind: Exit, amount: "3000", pool: "f1")]"#,
    );
    check(
        &odd,
        &[
            ("p1/partner/unassigned/full", "100"),
            ("p1/annual-cost/full", "100"),
        ],
    );
    // Who would pay the pool's cost of leaving is not known, so it is not nought.
    let us: Id = "o1".parse().unwrap();
    let exit = statement(&odd, newest(), us).all.exit;
    assert!(exit.is_at_least && exit.amount == 0.into());
}

#[test]
fn a_life_beyond_the_schedule_is_its_whole_length() {
    let cost = |life: &str| {
        let found = of_partnership(&format!(
            r#"cash_lines: [(id: "c1", kind: OneOff, amount: "10000", partner: "o1", year: "2026/27", life: "{life}")]"#
        ));
        found.partnerships[0].annual_cost.full.amount
    };
    assert_eq!(cost("100000"), cost("500"));
    assert!(cost("500") < 500.into());
}

#[test]
fn a_partnership_not_yet_in_force_costs_nothing_whatever_is_not_known_of_it() {
    let fields = r#"start: "2030-04-01", posts: [(id: "s1", kind: Lent, partner: "o1", grade: "g2")],
        between_meetings: [(id: "b1", partner: "o1", grade: "g1")]"#;
    let found = in_year(2026, "", fields);
    check(&found, &[("p1/annual-cost/full", "0")]);
    assert!(!found.partnerships[0].annual_cost.full.is_at_least);
}
