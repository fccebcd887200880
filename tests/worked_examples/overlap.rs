//! Which partnerships overlap, and what merging or halving their meetings saves: working.md, part R.

use std::collections::BTreeSet;

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Findings, Question};
use fruitful::findings::merging::{Bound, Saving, Savings, halved, merged};
use fruitful::findings::overlap::similarity::{Aspect, Score};
use fruitful::findings::overlap::{MOST_SHOWN, Overlap, Overlaps, Search, overlaps};
use fruitful::guidance::edition::newest;
use fruitful::model::register::Register;
use fruitful::units::display::exact_text;
use fruitful::units::id::Id;
use fruitful::units::progress::{Progress, Stop};
use fruitful::units::quantity::Quantity;
use fruitful::units::year::FinancialYear;

use crate::support::registers::{findings, register};

const BODIES: &str = r#"settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Us", is_us: true), (id: "o2", name: "Them"), (id: "o3", name: "Third"),
        (id: "o4", name: "Fourth")],
    grades: [
        (id: "g1", name: "Officer", pay: HourlyCost, amount: "30"),
        (id: "g3", name: "Chief", pay: HourlyCost, amount: "90", is_senior: true),
    ],"#;

/// p1, what meets most.
const BOARD: &str = r#"(id: "p1", name: "Harbour Regeneration Board", members: ["o1", "o2", "o3"], meetings: [
    (id: "m1", times_a_year: "12", length: "2", attendees: [
        (id: "a1", partner: "o1", grade: "g3", number: "1", preparation: "1", travel: "0"),
        (id: "a2", partner: "o2", grade: "g1", number: "2", preparation: "0", travel: "0"),
        (id: "a3", partner: "o3", grade: "g1", number: "1", preparation: "0", travel: "0")])])"#;

/// p2, which shares most with it; `more` are attendees besides.
fn forum(more: &str) -> String {
    format!(
        r#"(id: "p2", name: "Harbour Forum", topic: "Tourism", members: ["o1", "o2", "o3", "o4"], meetings: [
    (id: "m2", kind: Forum, times_a_year: "4", length: "1.5", attendees: [
        (id: "a4", partner: "o1", grade: "g3", number: "1", preparation: "0.5", travel: "0"),
        (id: "a5", partner: "o2", grade: "g1", number: "1", preparation: "0", travel: "0"),
        (id: "a6", partner: "o4", grade: "g1", number: "1", preparation: "0", travel: "0"),{more}],
        expenses: [(id: "x1", name: "Room", cost: "50")])])"#
    )
}

const PANEL: &str =
    r#"(id: "p3", name: "Harbour Safety Panel", is_statutory: true, members: ["o1", "o2"])"#;
const FLOODS: &str = r#"(id: "p4", name: "Moor Flood Group", members: ["o4"])"#;

fn of(partnerships: &[&str]) -> Register {
    let all = partnerships.join(",\n");
    register(&format!("{BODIES}\n    partnerships: [{all}],"))
}

fn four() -> Register {
    of(&[BOARD, &forum(""), PANEL, FLOODS])
}

fn question() -> Question {
    let year = FinancialYear::starting(2026);
    Question { year }
}

fn found(register: &Register, percent: u32, only: Option<&str>) -> Overlaps {
    let search = Search {
        least: Score::percent(percent),
        most: MOST_SHOWN,
        only: only.map(|id| BTreeSet::from([self::id(id)])),
    };
    let (progress, stop) = (Progress::default(), Stop::default());
    overlaps(register, newest(), question(), &search, &progress, &stop).expect("nobody stopped it")
}

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

fn pairs(found: &Overlaps) -> Vec<String> {
    let said = |it: &Overlap| {
        let score = exact_text(it.score.rate().decimal());
        format!("{} {} {score}", it.a.id, it.b.id)
    };
    found.pairs.iter().map(said).collect()
}

#[test]
fn pairs_are_scored_by_what_they_share_of_what_is_known() {
    let found = found(&four(), 25, None);
    let expected = ["p1 p2 0.477811", "p1 p3 0.428748", "p2 p3 0.345415"];
    assert_eq!(pairs(&found), expected);
    let sims: Vec<_> = found.pairs[0].evidence.iter().collect();
    let sims = sims
        .iter()
        .map(|it| exact_text(it.similarity.rate().decimal()));
    assert_eq!(sims.collect::<Vec<_>>(), ["0.75", "0.190829", "0.5"]);
    // Of the panel's seats nothing is known, so they are no evidence against it.
    let aspects = found.pairs[1].evidence.iter().map(|it| it.aspect);
    assert_eq!(
        aspects.collect::<Vec<_>>(),
        [Aspect::Members, Aspect::Remit]
    );
    assert_eq!((found.n_compared, found.n_blank), (4, 0));
}

#[test]
fn objectives_count_where_both_have_some() {
    let objective = |partnership: &str, id: &str, text: &str| {
        let objectives = format!(r#"objectives: [(id: "{id}", text: "{text}")], members"#);
        partnership.replacen("members", &objectives, 1)
    };
    let board = objective(BOARD, "ob1", "Reopen the quay");
    let forum = objective(&forum(""), "ob2", "Reopening? No: reopen the railway");
    let found = found(&of(&[&board, &forum, PANEL, FLOODS]), 25, None);
    assert_eq!(pairs(&found)[1], "p1 p2 0.418612");
    let objectives = found.pairs[1].evidence.last().unwrap();
    assert_eq!(
        (objectives.aspect, objectives.both.as_slice()),
        (Aspect::Objectives, &["reopen".to_owned()][..])
    );
}

#[test]
fn the_evidence_names_what_is_shared() {
    let found = found(&four(), 25, None);
    let [members, remit, seats] = found.pairs[0].evidence.as_slice() else {
        panic!("three aspects are known");
    };
    assert_eq!(members.both, ["Us", "Them", "Third"]);
    assert_eq!(members.only_b, ["Fourth"]);
    assert_eq!(members.n_either(), 4);
    assert_eq!(remit.both, ["harbour"]);
    assert_eq!(
        (remit.only_a.as_slice(), remit.only_b.as_slice()),
        (
            &["regeneration".to_owned()][..],
            &["tourism".to_owned()][..]
        )
    );
    assert_eq!(seats.both, ["Chief, Us", "Officer, Them"]);
    assert_eq!(
        (seats.only_a.as_slice(), seats.only_b.as_slice()),
        (
            &["Officer, Third".to_owned()][..],
            &["Officer, Fourth".to_owned()][..]
        )
    );
}

#[test]
fn one_sign_alone_is_none_and_what_the_law_requires_is_marked() {
    // The forum and the flood group share a member and nothing else.
    let found = found(&four(), 1, None);
    assert_eq!(found.n_pairs, 3);
    assert!(!found.pairs[0].is_statutory());
    assert!(found.pairs[1].is_statutory() && found.pairs[1].b.is_statutory);
}

#[test]
fn a_group_is_one_only_where_every_two_overlap() {
    let all = found(&four(), 25, None);
    let [group] = all.groups.as_slice() else {
        panic!("{:?}", all.groups);
    };
    let ids: Vec<_> = group
        .partnerships
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    assert_eq!(ids, ["p1", "p2", "p3"]);
    assert_eq!(exact_text(group.weakest.rate().decimal()), "0.345415");
    assert_eq!(
        group.in_all,
        [
            (Aspect::Members, vec!["Us".to_owned(), "Them".to_owned()]),
            (Aspect::Remit, vec!["harbour".to_owned()])
        ]
    );
    // At 40 % the board overlaps with both, and these do not with each other: no chain.
    assert_eq!(found(&four(), 40, None).groups, []);
    assert_eq!(found(&four(), 40, None).n_pairs, 2);
}

#[test]
fn pairs_of_one_partnership_have_the_same_scores() {
    let found = found(&four(), 25, Some("p3"));
    assert_eq!(pairs(&found), ["p1 p3 0.428748", "p2 p3 0.345415"]);
}

#[test]
fn what_is_over_is_not_compared() {
    let over = PANEL.replace("is_statutory", r#"end: "2026-03-31", is_statutory"#);
    let found = found(&of(&[BOARD, &forum(""), &over, FLOODS]), 25, None);
    assert_eq!(found.n_compared, 3);
    assert_eq!(found.n_pairs, 1);
}

fn text(figure: impl Quantity) -> String {
    exact_text(figure.decimal())
}

/// Money on both bases, hours, senior days.
fn figures(saving: &Saving) -> [String; 4] {
    [
        text(saving.money.exhibit2.amount),
        text(saving.money.full.amount),
        text(saving.hours.amount),
        text(saving.senior_days.amount),
    ]
}

#[test]
fn merging_ends_the_smaller_ones_meetings_and_its_own_people_join() {
    let register = four();
    let found = found(&register, 25, None);
    let merging = found.pairs[0].merging.as_ref().unwrap();
    assert_eq!((merging.ends, merging.goes_on), (id("p2"), id("p1")));
    assert_eq!(merging.n_joining, 1);
    let Saving {
        money,
        hours,
        senior_days,
    } = &merging.saving;
    assert_eq!(
        figures(&merging.saving),
        ["380", "560", "-4", "1.0810810811"]
    );
    let bounds = [
        money.exhibit2.bound,
        money.full.bound,
        hours.bound,
        senior_days.bound,
    ];
    assert_eq!(bounds, [Bound::Exact; 4]);
    // Nobody meets: nothing to merge.
    let none = Savings::new(&register, newest(), question());
    let (panel, floods) = (&register.partnerships[2], &register.partnerships[3]);
    assert_eq!(none.merging(panel, floods), None);
    // The panel never meets, so ending its meetings saves nothing.
    let nothing = none.merging(panel, &register.partnerships[0]).unwrap();
    assert_eq!(
        (nothing.ends, figures(&nothing.saving)),
        (id("p3"), ["0", "0", "0", "0"].map(str::to_owned))
    );
}

/// The difference is that of two registers, appraised whole.
#[test]
fn a_merger_is_the_difference_of_two_appraisals() {
    let before = four();
    let merged = merged(
        before.last_id,
        &before.partnerships[0],
        &before.partnerships[1],
    )
    .unwrap();
    let mut after = before.clone();
    after.partnerships[0] = merged.goes_on.into();
    after.partnerships[1] = merged.ends.into();
    after.settle_last_id();
    assert_eq!(after.odd_id(), None);
    let of = |found: &Findings| {
        let cost = |basis| found.portfolio.annual_cost.get(basis).amount;
        (
            cost(Basis::Exhibit2),
            cost(Basis::Full),
            found.portfolio.hours.all,
            found.portfolio.senior_days,
        )
    };
    let (before, after) = (of(&findings(&before)), of(&findings(&after)));
    let difference = [
        text(before.0 - after.0),
        text(before.1 - after.1),
        text(before.2 - after.2),
        text(before.3 - after.3),
    ];
    assert_eq!(difference, ["380", "560", "-4", "1.0810810811"]);
}

#[test]
fn what_is_not_known_makes_a_saving_more_or_less() {
    let check = |more: &str, expected: Bound| {
        let register = of(&[BOARD, &forum(more)]);
        let savings = Savings::new(&register, newest(), question());
        let [a, b] = register.partnerships.as_slice() else {
            panic!("two");
        };
        let saving = savings.merging(a, b).unwrap().saving;
        assert_eq!(saving.money.full.bound, expected, "{more}");
        assert_eq!(saving.hours.bound, expected, "{more}");
        assert_eq!(savings.merging(a, b), savings.merging(b, a));
    };
    // An officer of Third sits on the board already: what its preparation takes is saved.
    check(
        r#"(id: "a7", partner: "o3", grade: "g1", number: "1", travel: "0")"#,
        Bound::AtLeast,
    );
    // A chief of Third does not: as many hours come back, and nobody knows how many.
    check(
        r#"(id: "a7", partner: "o3", grade: "g3", number: "1", travel: "0")"#,
        Bound::Unclear,
    );
    check("", Bound::Exact);
}

#[test]
fn one_seat_joins_once_with_the_most_people() {
    let more =
        r#"(id: "a7", partner: "o4", grade: "g1", number: "2", preparation: "0", travel: "0")"#;
    let register = of(&[BOARD, &forum(more)]);
    let [a, b] = register.partnerships.as_slice() else {
        panic!("two");
    };
    let merged = merged(register.last_id, a, b).unwrap();
    assert_eq!(merged.n_joining, 1);
    let joined = merged.goes_on.meetings[0].attendees.last().unwrap();
    assert_eq!(joined.number.value().map(text).as_deref(), Some("2"));
    assert!(joined.id.number() > register.last_id);
    // Who the people are is not known, so they may all be others.
    let nobody = r#"(id: "a7", number: "2"), (id: "a8", number: "2")"#;
    let register = of(&[BOARD, &forum(nobody)]);
    let merged = fruitful::findings::merging::merged(
        9,
        &register.partnerships[0],
        &register.partnerships[1],
    );
    assert_eq!(merged.unwrap().n_joining, 3);
}

#[test]
fn half_as_many_meetings_save_half_of_what_meetings_cost() {
    let register = four();
    let found = found(&register, 25, None);
    let saving = &found.halving[&id("p1")];
    assert_eq!(figures(saving), ["2160", "2700", "54", "2.4324324324"]);
    assert_eq!(saving.money.full.bound, Bound::Exact);
    assert!(!found.halving.contains_key(&id("p3")), "it never meets");
}

#[test]
fn what_meets_once_stays_and_of_dated_meetings_every_other_is_held() {
    let once = BOARD.replace(r#"times_a_year: "12""#, r#"times_a_year: "1""#);
    let register = of(&[&once]);
    assert!(halved(&register.partnerships[0], question().year).is_none());
    let dates = r#"dates: [(id: "t1", date: "2026-12-01"), (id: "t2", date: "2026-05-01"),
        (id: "t3", date: "2026-09-01"), (id: "t4", date: "2025-09-01")]"#;
    let register = of(&[&BOARD.replace(r#"times_a_year: "12""#, dates)]);
    let halved = halved(&register.partnerships[0], question().year).unwrap();
    let left = halved.partnership.meetings[0]
        .dates
        .iter()
        .map(|it| it.id.to_string());
    assert_eq!(left.collect::<Vec<_>>(), ["t1", "t2", "t4"]);
}

#[test]
fn half_of_what_is_not_known_is_saved_too() {
    let unknown = BOARD.replace(r#"preparation: "1", "#, "");
    let register = of(&[&unknown]);
    let savings = Savings::new(&register, newest(), question());
    let saving = savings.halving(&register.partnerships[0]).unwrap();
    assert_eq!(figures(&saving), ["2160", "2160", "48", "1.6216216216"]);
    assert_eq!(saving.money.exhibit2.bound, Bound::Exact);
    assert_eq!(saving.money.full.bound, Bound::AtLeast);
    assert_eq!(
        (saving.hours.bound, saving.senior_days.bound),
        (Bound::AtLeast, Bound::AtLeast)
    );
}
