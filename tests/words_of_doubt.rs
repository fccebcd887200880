//! What draws add to the statement on value for money, and that nothing else of it changes.

use fruitful::findings::findings::Findings;
use fruitful::guidance::edition::newest;
use fruitful::report::value_for_money::{Drawn, compose};
use fruitful::uncertainty::simulation::{Plan, Simulated, simulate_partnership};
use fruitful::uncertainty::switching_value::{Switching, switching_values};
use fruitful::units::progress::Stop;

use crate::simulation::question;
use crate::support::registers::{findings, register};

/// 12 × 8 × (2 + 1) × £45 = £12,960 a year; with benefits of so much.
fn board(amount: &str) -> Findings {
    findings(&register(&format!(
        r#"settings: (base_year: "2026/27"),
        partners: [(id: "o1", name: "Council")],
        grades: [(id: "g2", name: "Grade 7", pay: HourlyCost, amount: "45")],
        partnerships: [(id: "p3", name: "Board", members: ["o1"],
          meetings: [(id: "m4", name: "Board", times_a_year: "12", length: (value: "2", low: "1", high: "4"), attendees: [
            (id: "a5", partner: "o1", grade: "g2", number: "8", preparation: "1", travel: "0")])],
          benefits: [(id: "be6", name: "Calm", class: Social, measure: Sum, amount: "{amount}")])],"#
    )))
}

fn drawn(found: &Findings) -> (Simulated, Vec<Switching>) {
    let (register, stop) = (&found.register, Stop::default());
    let (asked, id) = (question(register), found.partnerships[0].id);
    let plan = Plan {
        draws: 1_000,
        seed: 1,
    };
    (
        simulate_partnership(register, newest(), asked, plan, id, &stop).unwrap(),
        switching_values(register, newest(), asked, id, &stop).unwrap(),
    )
}

fn statements(found: &Findings) -> (Vec<String>, Vec<String>) {
    let (simulated, switching) = drawn(found);
    let length = switching.iter().find(|it| it.at.field == "length");
    let one = &found.partnerships[0];
    let partnership = found.register.partnership(one.id).unwrap();
    let said = |drawn| {
        let text = compose(found, one, partnership, None, drawn);
        text.split("\n\n").map(ToOwned::to_owned).collect()
    };
    let with = Drawn {
        simulated: &simulated,
        switching: length,
    };
    (said(None), said(Some(with)))
}

/// The length may be 1 h to 4 h, so a year costs £8,640 to £21,600: £30,000 covers it whatever is drawn, £5,000 never.
#[test]
fn the_statement_says_how_often_benefits_exceed_costs() {
    for (amount, said) in [
        (
            "30000",
            "Its benefits are worth more than the costs in every draw; what is left over lies between £",
        ),
        (
            "5000",
            "Its benefits are worth more than the costs in no draw; what is left over lies between −£",
        ),
    ] {
        let (before, mut after) = statements(&board(amount));
        let added = after.remove(3);
        assert_eq!(before, after);
        let start = "To see how sure that is, 1,000 draws were taken from the ranges of 1 figure. ";
        let rest = added
            .strip_prefix(start)
            .unwrap_or_else(|| panic!("{added}"));
        assert!(rest.starts_with(said), "{rest}");
        assert!(
            rest.contains("Its annual cost at full cost lies between £"),
            "{rest}"
        );
    }
}

/// £30,000 = 96 × (length + 1 h) × £45: length = 30,000 ÷ 4,320 − 1 = 5.944 h, 5 h 57 min.
#[test]
fn the_statement_ends_with_the_switching_value() {
    let (_, after) = statements(&board("30000"));
    let said = "Length of Board would have to rise from 2 h to 5 h 57 min before the costs outweigh the benefits.";
    assert!(after[3].ends_with(said), "{}", after[3]);
}

/// Without a price there is nothing to weigh, and no chance is said.
#[test]
fn without_a_price_only_the_cost_is_drawn() {
    let (_, after) = statements(&board(""));
    let said = after
        .iter()
        .find(|it| it.starts_with("To see how sure"))
        .unwrap();
    assert!(
        said.contains("Its annual cost at full cost lies between £") && !said.contains("benefits"),
        "{said}"
    );
}
