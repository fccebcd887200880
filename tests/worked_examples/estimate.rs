//! A first estimate, its low and high, and the facts that would narrow it: working.md, part I.

use fruitful::costing::basis::Basis;
use fruitful::findings::doubt::doubt;
use fruitful::findings::findings::Question;
use fruitful::guidance::edition::newest;
use fruitful::model::estimate::{Answer, Answers, Level, add_estimate};
use fruitful::model::partnership::Model;
use fruitful::model::register::Register;
use fruitful::report::doubt as words;
use fruitful::store::read::parse;
use fruitful::store::write::to_text;
use fruitful::units::quantity::{Fte, Hours, Money, Number};

use crate::support::registers::{findings, register};

/// Two bodies, and a partnership of which meetings, preparation and money are in doubt.
fn estimated() -> (Register, fruitful::units::id::Id) {
    let mut register = register(
        r#"settings: (base_year: "2026/27"), partners: [(id: "o1", is_us: true), (id: "o2")]"#,
    );
    let members: Vec<_> = register.partners.iter().map(|it| it.id).collect();
    let answers = Answers {
        name: "Town team".to_owned(),
        lead: members.first().copied(),
        members,
        meetings: Answer {
            low: Number::from(2),
            likely: Number::from(4),
            high: Number::from(6),
        },
        length: Answer::exactly(Hours::from(2)),
        seniors: Answer::exactly(Number::from(1)),
        officers: Answer::exactly(Number::from(0)),
        preparation: Answer {
            low: Hours::from(0),
            likely: Hours::from(1),
            high: Hours::from(2),
        },
        travel: Answer::exactly(Hours::from(0)),
        between: Answer::exactly(Hours::from(0)),
        staff: Answer::exactly(Fte::from(0)),
        cash: Answer {
            low: Money::from(0),
            likely: Money::from(1_000),
            high: Money::from(5_000),
        },
        gifts: Answer::exactly(Money::from(0)),
        ..Answers::starting(
            &newest().starting_points,
            Model::SteeringGroup,
            Level::Hour(Answer::exactly(Money::from(60))),
            Level::Hour(Answer::exactly(Money::from(30))),
        )
    };
    let id = add_estimate(&mut register, &answers);
    (register, id)
}

#[test]
fn each_answer_is_varied_on_its_own() {
    let (register, id) = estimated();
    let question = Question {
        year: register.settings.base_year,
    };
    let found = findings(&register);
    let cost = found.partnerships[0].annual_cost.full;
    assert_eq!((cost.amount, cost.is_at_least), (2_440.into(), false));

    let doubt = doubt(&register, newest(), question, id).unwrap();
    assert_eq!(doubt.central.full, 2_440.into());
    assert_eq!(doubt.low.full, 1_440.into());
    assert_eq!(doubt.high.full, 6_440.into());
    let facts: Vec<_> = doubt
        .facts
        .iter()
        .map(|it| {
            let of = |it: &Money| *it;
            let first = it.inputs[0].field;
            (
                first,
                it.inputs.len(),
                of(&it.at_low.full),
                of(&it.at_high.full),
            )
        })
        .collect();
    assert_eq!(
        facts,
        [
            ("amount", 1, 1_440.into(), 6_440.into()),
            ("times_a_year", 1, 1_720.into(), 3_160.into()),
            ("preparation", 2, 1_960.into(), 2_920.into()),
        ]
    );
    assert_eq!(doubt.facts[0].swing(Basis::Full), 5_000.into());
    // Preparation is outside the exhibit's basis.
    assert_eq!(doubt.facts[2].swing(Basis::Exhibit2), 0.into());
    assert_eq!(
        words::headline(cost, Some(&doubt), Basis::Full),
        "£2,440 a year, between £1,440 and £6,440"
    );
    let named = |basis| {
        let facts = words::widest(&doubt, basis).into_iter();
        let facts = facts.map(|it| {
            (
                words::fact_name(&register, it),
                words::fact_range(it, basis),
            )
        });
        facts.collect::<Vec<_>>()
    };
    let row = |name: &str, range: &str| (name.to_owned(), range.to_owned());
    assert_eq!(
        named(Basis::Full),
        [
            row("Other money a year", "£1,440 – £6,440"),
            row("Meetings a year", "£1,720 – £3,160"),
            row("Preparation of each person", "£1,960 – £2,920"),
        ]
    );
    // Without preparation: 960 + 1,000; money 960 to 5,960, meetings 480 + 1,000 to 1,440 + 1,000.
    assert_eq!(
        named(Basis::Exhibit2),
        [
            row("Other money a year", "£960 – £5,960"),
            row("Meetings a year", "£1,480 – £2,440"),
        ]
    );
    let mut known = cost;
    known.is_at_least = true;
    assert_eq!(
        words::headline(known, Some(&doubt), Basis::Full),
        "at least £2,440 a year, known part between £1,440 and £6,440"
    );
}

#[test]
fn it_is_an_ordinary_entry_that_is_kept_and_can_be_typed_over() {
    let (mut register, id) = estimated();
    let text = to_text(&register).unwrap();
    let (_, again) = parse(&text, "estimate.ron").unwrap();
    assert_eq!(again, register);
    let it = std::sync::Arc::make_mut(&mut register.partnerships[0]);
    for line in &mut it.meetings[0].attendees {
        line.preparation.set_range(None, None);
    }
    let question = Question {
        year: register.settings.base_year,
    };
    let doubt = doubt(&register, newest(), question, id).unwrap();
    assert_eq!(doubt.facts.len(), 2);
}

#[test]
fn nothing_in_doubt_has_no_range() {
    let register = register(
        r#"settings: (base_year: "2026/27"), partnerships: [(id: "p1", cash_lines: [(id: "c1", amount: "5")])]"#,
    );
    let question = Question {
        year: register.settings.base_year,
    };
    let id = register.partnerships[0].id;
    assert_eq!(doubt(&register, newest(), question, id), None);
}

#[test]
fn every_model_has_a_starting_point_for_every_question() {
    let points = &newest().starting_points;
    for model in Model::ALL {
        for question in [
            "meetings",
            "length",
            "seniors",
            "officers",
            "preparation",
            "travel",
            "between",
            "staff",
            "cash",
            "gifts",
        ] {
            let point = points.of(model.key(), question);
            let is_rising = point.low <= point.likely && point.likely <= point.high;
            assert!(
                is_rising && point.low < point.high || question == "seniors",
                "{question}"
            );
        }
    }
}
