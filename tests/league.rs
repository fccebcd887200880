//! League tables: ranks, groups and what is exported. Working: `support/harbour.rs`.

use std::sync::Arc;

use fruitful::costing::basis::Basis;
use fruitful::export::csv;
use fruitful::findings::filter::Filter;
use fruitful::findings::findings::Findings;
use fruitful::report::league::{Choices, League, Line, Order, league};
use fruitful::report::league_column::{Column, Value};
use fruitful::report::league_group::Grouping;
use fruitful::report::league_sheet::{self, rows, tabs};
use fruitful::units::money_unit::MoneyUnit;
use insta::assert_snapshot;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::support::harbour::HARBOUR;
use crate::support::maker::{Maker, Quantities};
use crate::support::registers::{findings, register};

fn made(by: Order, grouping: Grouping) -> League {
    of(&Arc::new(findings(&register(HARBOUR))), by, grouping)
}

fn of(findings: &Arc<Findings>, by: Order, grouping: Grouping) -> League {
    let mut choices = Choices {
        columns: vec![
            Column::Name,
            Column::Cost,
            Column::Hours,
            Column::Achievement,
        ],
        grouping,
        ..Choices::default()
    };
    choices.rank_by(by);
    league(findings, Basis::Full, &choices)
}

/// Each line with its rank and the figure that it is ranked by.
fn lines(made: &League) -> Vec<String> {
    let by = made.choices.order.by;
    let line = |line: usize| {
        let rank = made.rank(line).unwrap_or_else(|| "–".to_owned());
        let value = made.value(line, by);
        let value = value.map_or_else(String::new, |it| it.text(MoneyUnit::AsFits));
        format!("{rank} {} {value}", made.name(line))
            .trim_end()
            .to_owned()
    };
    (0..made.lines.len()).map(line).collect()
}

#[test]
fn ties_share_a_rank_and_what_is_not_known_stands_last_either_way() {
    let largest = Order::first_by(Column::Cost);
    assert_eq!(
        lines(&made(largest, Grouping::None)),
        [
            "1 Harbour 80,000",
            "2= Moor 35,000",
            "2= Ridge 35,000",
            "– =Vale ≥ 90,000",
            "– All together · 4 ≥ 240,000"
        ]
    );
    let smallest = Order {
        is_descending: false,
        ..largest
    };
    assert_eq!(
        lines(&made(smallest, Grouping::None))[..4],
        [
            "1= Moor 35,000",
            "1= Ridge 35,000",
            "3 Harbour 80,000",
            "– =Vale ≥ 90,000"
        ]
    );
    assert_eq!(
        lines(&made(Order::first_by(Column::Achievement), Grouping::None)),
        [
            "1= Moor 68",
            "1= Ridge 68",
            "3 Harbour 60",
            "– =Vale not scored",
            "– All together · 4"
        ]
    );
    assert_eq!(
        made(largest, Grouping::None).notes,
        [
            "Not ranked, and last: 1 partnership has a figure of which part is not known (≥); the largest is =Vale, at least £90,000.",
            "Scores are progress against each partnership’s own targets."
        ]
    );
}

#[test]
fn words_and_days_are_in_order_without_a_rank() {
    assert_eq!(
        lines(&made(Order::first_by(Column::Review), Grouping::None))[..4],
        [
            "– =Vale 1 Dec 2026",
            "– Harbour 31 Mar 2027",
            "– Moor no date",
            "– Ridge no date"
        ]
    );
    // Harbour costs £45,000 more than Moor and scores 8 less; of two that better it, the frontier names the first.
    assert_eq!(
        lines(&made(Order::first_by(Column::BetteredBy), Grouping::None))[0],
        "– Harbour Moor"
    );
}

/// Health: Moor £35,000 and Vale at least £90,000; Economy: Harbour; no topic: Ridge.
#[test]
fn groups_come_to_what_their_members_do() {
    let by_cost = Order::first_by(Column::Cost);
    assert_eq!(
        lines(&made(by_cost, Grouping::Topic)),
        [
            "– Economy · 1 80,000",
            "1 Harbour 80,000",
            "– Health · 2 ≥ 125,000",
            "1 Moor 35,000",
            "– =Vale ≥ 90,000",
            "– No topic · 1 35,000",
            "1 Ridge 35,000",
            "– All together · 4 ≥ 240,000"
        ]
    );
    // Moor is of the trust alone, Vale of the council alone, the others of both.
    let by_partner = made(by_cost, Grouping::Partner);
    let heads: Vec<String> = lines(&by_partner)
        .into_iter()
        .filter(|it| it.contains(" · "))
        .collect();
    assert_eq!(
        heads,
        [
            "– Harbour Council · 3 ≥ 205,000",
            "– Moor Trust · 3 150,000",
            "– All together · 4 ≥ 240,000"
        ]
    );
    assert!(
        by_partner
            .notes
            .concat()
            .contains("under each of its members")
    );
    let by_law = made(by_cost, Grouping::Statutory);
    assert_eq!(lines(&by_law)[0], "– Required by law · 1 35,000");
    assert_eq!(lines(&by_law)[2], "– Not required by law · 3 ≥ 205,000");
    let by_band = made(by_cost, Grouping::Band);
    assert!(lines(&by_band)[0].starts_with("– No ratio"));
    // A score is no sum.
    assert_eq!(by_law.value(0, Column::Achievement), None);
    assert_eq!(by_law.value(0, Column::Npsv), None, "nothing is priced");
}

#[test]
fn bars_share_a_scale_and_what_is_not_known_has_none() {
    let made = made(Order::first_by(Column::Cost), Grouping::None);
    let end = |line: usize, place: usize| {
        let value = made.value(line, made.columns()[place]).unwrap();
        made.bar(place, &value)
            .map(|bar| (bar.zero.to_string(), bar.end.normalize().to_string()))
    };
    // The longest bar is that of Vale: 35,000 ÷ 90,000 and 90,000 ÷ 90,000. Scores stand on 0 to 100.
    assert_eq!(end(3, 1), Some(("0".to_owned(), "1".to_owned())));
    assert!(end(1, 1).unwrap().1.starts_with("0.38888"));
    assert_eq!(end(1, 3), Some(("0".to_owned(), "0.68".to_owned())));
    assert_eq!(end(3, 3), None, "not scored");
}

/// What is exported is what is shown, line by line and column by column, with exact figures.
#[test]
fn a_file_holds_the_lines_that_are_shown() {
    for grouping in Grouping::ALL {
        let made = made(Order::first_by(Column::CostPerPoint), grouping);
        let table = rows(&made);
        let lead = usize::from(grouping != Grouping::None);
        assert_eq!(table.len(), made.lines.len() + 1);
        assert_eq!(table[0].len(), made.columns().len() + lead + 2);
        for (line, row) in table.iter().skip(1).enumerate() {
            assert_eq!(row[lead], made.rank(line).unwrap_or_default());
            for (at, column) in made.columns().iter().enumerate() {
                let shown = made.value(line, *column);
                let exact = shown.as_ref().map(Value::exact).unwrap_or_default();
                assert_eq!(row[lead + 1 + at], exact);
            }
        }
    }
}

#[test]
fn the_file_says_what_it_shows_and_holds_no_formula() {
    let whole = findings(&register(HARBOUR));
    let filter = Filter {
        topic: Some("Health".to_owned()),
        ..Filter::default()
    };
    let narrowed = Arc::new(whole.narrowed(&filter));
    let made = of(
        &narrowed,
        Order::first_by(Column::Cost),
        Grouping::Statutory,
    );
    let text = String::from_utf8(csv::write_rows(league_sheet::lines(&made))).unwrap();
    assert!(text.starts_with('\u{FEFF}'));
    assert_snapshot!(text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n"), @r#"
    Register,Harbour district
    Basis,Full cost
    Year,2026/27
    Shown,2 of 4 partnerships: topic Health
    Order,"cost a year, largest first"
    Groups,Required by law

    Group,Rank,Partnership,"Cost a year, £",Hours,Achievement,At least
    Required by law,,Required by law · 1,35000,600,,
    Required by law,1,Moor,35000,600,68,
    Not required by law,,Not required by law · 1,90000,0,,Cost a year
    Not required by law,,'=Vale,90000,0,not scored,Cost a year
    ,,All together · 2,125000,600,,Cost a year
    "#);
    let tabs = tabs(&made);
    assert!(tabs.contains("\t'=Vale\t90000\t"), "{tabs}");
    assert_eq!(tabs.lines().count(), text.lines().count());
}

/// What a group comes to counts a benefit as the whole register does, even where only a part of it is shown.
#[test]
fn a_group_of_what_is_shown_keeps_the_claims_of_the_whole_register() {
    let claim = |id: &str, of: &str| {
        format!(
            r#"(id: "p{id}", model: SteeringGroup, topic: "T{id}", cash_lines: [(id: "c{id}", amount: "100", partner: "o1")],
               benefits: [(id: "be{id}", name: "Less", measure: Sum, amount: "1000", outcome: "{of}", claim: "100%")])"#
        )
    };
    let body = format!(
        r#"settings: (base_year: "2026/27"), partners: [(id: "o1", is_us: true)], outcomes: [(id: "ou9", name: "Calm")],
           partnerships: [{}, {}],"#,
        claim("1", "ou9"),
        claim("2", "ou9")
    );
    let whole = findings(&register(&body));
    let pvb = |it: &Findings| it.portfolio.worth.pvb.amount;
    let first = Filter {
        search: "T1".to_owned(),
        ..Filter::default()
    };
    let narrowed = Arc::new(whole.narrowed(&first));
    let table = of(&narrowed, Order::first_by(Column::Pvb), Grouping::Model);
    assert_eq!(pvb(&table.groups[0].findings), pvb(&narrowed));
    // Both claim all of it, so that each counts for half.
    assert_eq!(pvb(&narrowed) + pvb(&narrowed), pvb(&whole));
}

/// The figure of a line, where it is known as a whole.
fn known(made: &League, line: usize, column: Column) -> Option<Decimal> {
    match made.value(line, column)? {
        Value::Figure {
            value,
            is_at_least: false,
            ..
        } => Some(value),
        _ => None,
    }
}

fn figure(made: &League, line: usize, column: Column) -> Decimal {
    match made.value(line, column) {
        Some(Value::Figure { value, .. }) => value,
        other => panic!("{column:?} is {other:?}"),
    }
}

/// A rank is one more than how many of the group are known to be larger, counted one by one.
fn ranks_are_right(made: &League) {
    let by = made.choices.order.by;
    let is_of = |line: usize, group: usize| matches!(made.lines[line], Line::Partnership { group: it, .. } if it == group);
    for (line, it) in made.lines.iter().enumerate() {
        let Line::Partnership { group, rank, .. } = it else {
            continue;
        };
        let value = known(made, line, by);
        assert_eq!(rank.is_some(), value.is_some());
        let Some((rank, value)) = rank.zip(value) else {
            continue;
        };
        let others = (0..made.lines.len()).filter(|other| *other != line && is_of(*other, *group));
        let others: Vec<Decimal> = others.filter_map(|it| known(made, it, by)).collect();
        let larger = others.iter().filter(|it| **it > value).count();
        assert_eq!(rank.place, larger + 1);
        assert_eq!(rank.is_shared, others.contains(&value));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_partnership_stands_once_and_groups_come_to_the_whole(seed: u64) {
        let found = Arc::new(findings(&Maker::new(seed, Quantities::Usual).register(8)));
        for grouping in Grouping::ALL {
            for by in [Column::Cost, Column::CostPerPoint, Column::Npsv, Column::Queries] {
                let mut choices = Choices { grouping, ..Choices::default() };
                choices.rank_by(Order::first_by(by));
                let made = league(&found, Basis::Full, &choices);
                ranks_are_right(&made);
                let mut once: Vec<_> = (0..made.lines.len()).filter_map(|line| Some(made.partnership(line)?.id)).collect();
                let n = once.len();
                once.sort_unstable();
                once.dedup();
                prop_assert_eq!(once.len(), found.partnerships.len());
                if grouping == Grouping::Partner {
                    continue;
                }
                prop_assert_eq!(n, once.len());
                if grouping == Grouping::None || found.partnerships.len() < 2 {
                    continue;
                }
                let heads = || (0..made.lines.len()).filter(|line| matches!(made.lines[*line], Line::Group(_)));
                let last = made.lines.len() - 1;
                for column in [Column::Cost, Column::Hours, Column::SeniorDays, Column::Pvc, Column::Programme] {
                    let sum: Decimal = heads().map(|line| figure(&made, line, column)).sum();
                    prop_assert_eq!(sum, figure(&made, last, column));
                }
            }
        }
    }
}
