//! Levers on meetings, from half as often to an executive: working.md, part P.

use std::collections::BTreeSet;

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::Question;
use fruitful::findings::levers::{Saving, Yearly, saving};
use fruitful::findings::levers_option::lines_left;
use fruitful::guidance::edition::newest;
use fruitful::model::inputs::{AnyInput, Inputs};
use fruitful::model::levers::{Bodies, Executive, Lever, Levers, Shorter, Smaller, Why};
use fruitful::model::levers_option::add_options;
use fruitful::model::meeting::MeetingKind;
use fruitful::model::register::Register;
use fruitful::units::display;
use fruitful::units::id::Id;
use fruitful::units::parse::Typed;
use fruitful::units::quantity::{Hours, Number, Quantity, Rate};

use crate::support::registers::{findings, register};

/// The liaison board: three senior people of ours at £45, two of theirs at £32; below £45 ours have £30, anybody £28.
fn liaison(meeting: &str, more: &str) -> Register {
    register(&format!(
        r#"settings: (base_year: "2026/27"),
        partners: [(id: "o1", name: "Us", is_us: true), (id: "o2", name: "Them")],
        grades: [
            (id: "g7", name: "Head", partner: "o1", pay: HourlyCost, amount: "45", is_senior: true),
            (id: "g8", name: "Manager", partner: "o2", pay: HourlyCost, amount: "32"),
            (id: "g9", name: "Officer", partner: "o1", pay: HourlyCost, amount: "30"),
            (id: "g10", name: "Clerk", pay: HourlyCost, amount: "28"),
            (id: "g11", name: "Member", pay: Allowance, amount: "12000", hours: "800", is_senior: true),
        ],
        partnerships: [(id: "p1", name: "Liaison", meetings: [(id: "m1", name: "Board", length: "1h 30m", {meeting}
            attendees: [
                (id: "a1", partner: "o1", grade: "g7", number: "3", preparation: "0", travel: "0"),
                (id: "a2", partner: "o2", grade: "g8", number: "2", preparation: "0", travel: "0"),
                {more}
            ])])]"#
    ))
}

fn board() -> Register {
    liaison(r#"times_a_year: "12","#, "")
}

fn pulled(register: &Register, levers: &Levers) -> Saving {
    let question = Question {
        year: register.settings.base_year,
    };
    let ids: BTreeSet<Id> = register.partnerships.iter().map(|it| it.id).collect();
    saving(register, newest(), question, levers, &ids)
}

fn rate(text: &str) -> Rate {
    Rate::from_text(text).unwrap()
}

fn id(text: &str) -> Id {
    text.parse().unwrap()
}

fn exact(it: impl Quantity) -> String {
    display::exact_text(it.decimal())
}

/// Full cost, Exhibit 2 basis, our part at full cost, hours and senior days.
fn figures(it: &Yearly) -> [String; 5] {
    [
        exact(it.cost.get(Basis::Full).amount),
        exact(it.cost.get(Basis::Exhibit2).amount),
        exact(it.ours.get(Basis::Full).unwrap()),
        exact(it.hours),
        exact(it.senior_days),
    ]
}

fn entry(register: &Register, at: &str) -> String {
    let mut found = None;
    register.each_input(&mut |here, input: &dyn AnyInput| {
        if here.to_string() == at {
            found = Some(input.entry_text());
        }
    });
    found.unwrap_or_else(|| panic!("no {at}"))
}

#[test]
fn half_as_often() {
    let levers = Levers {
        times: Some(rate("50%")),
        ..Levers::default()
    };
    let found = pulled(&board(), &levers);
    assert_eq!(
        figures(&found.before),
        ["3582", "3582", "2430", "90", "7.2972972973"]
    );
    assert_eq!(
        figures(&found.after),
        ["1791", "1791", "1215", "45", "3.6486486486"]
    );
    assert_eq!(
        figures(&found.saved),
        ["1791", "1791", "1215", "45", "3.6486486487"]
    );
    assert_eq!(entry(&found.pulled.register, "m1/times_a_year"), "6");
    assert!(found.pulled.not_moved.is_empty() && found.pulled.made.is_empty());
}

#[test]
fn at_most_an_hour() {
    let levers = Levers {
        length: Some(Shorter::AtMost(Hours::from(1))),
        ..Levers::default()
    };
    let found = pulled(&board(), &levers);
    assert_eq!(figures(&found.saved)[..4], ["1194", "1194", "810", "30"]);
    assert_eq!(entry(&found.pulled.register, "m1/length"), "1");
    let longer = Levers {
        length: Some(Shorter::AtMost(Hours::from(2))),
        ..Levers::default()
    };
    assert_eq!(
        pulled(&board(), &longer).pulled.register,
        board(),
        "short enough"
    );
}

#[test]
fn the_next_grade_down_in_place_of_senior_people() {
    let levers = |share| Levers {
        delegated: Some(rate(share)),
        ..Levers::default()
    };
    let all = pulled(&board(), &levers("100%"));
    assert_eq!(
        figures(&all.saved),
        ["810", "810", "810", "0", "7.2972972973"]
    );
    assert!(
        all.pulled.made.is_empty(),
        "the line stays, its grade changes"
    );
    let half = pulled(&board(), &levers("50%"));
    assert_eq!(figures(&half.saved)[..4], ["405", "405", "405", "0"]);
    let lines = &half.pulled.register.partnerships[0].meetings[0].attendees;
    let told: Vec<(Option<Id>, Option<Rate>)> = lines
        .iter()
        .map(|it| (it.grade, it.attendance.value()))
        .collect();
    let part = Some(rate("50%"));
    assert_eq!(
        told,
        [
            (Some(id("g7")), part),
            (Some(id("g9")), part),
            (Some(id("g8")), None)
        ]
    );
}

#[test]
fn members_and_the_secretariat_are_not_stood_in_for() {
    let more = r#"(id: "a3", partner: "o1", grade: "g11", number: "1", preparation: "0", travel: "0"),
        (id: "a4", partner: "o1", grade: "g7", number: "1", is_partnership_staff: true, preparation: "0", travel: "0"),
        (id: "a5", partner: "o1", number: "1", preparation: "0", travel: "0"),"#;
    let register = liaison(r#"times_a_year: "12","#, more);
    let levers = Levers {
        delegated: Some(rate("100%")),
        ..Levers::default()
    };
    let found = pulled(&register, &levers);
    let why: Vec<(Id, Lever, Why)> = found
        .pulled
        .not_moved
        .iter()
        .map(|it| (it.record, it.lever, it.why))
        .collect();
    assert_eq!(
        why,
        [
            (id("a3"), Lever::Delegated, Why::NoGradeBelow),
            (id("a4"), Lever::Delegated, Why::PartnershipStaff),
            (id("a5"), Lever::Delegated, Why::NoGrade),
        ]
    );
    let grades = &found.pulled.register.partnerships[0].meetings[0].attendees;
    assert_eq!(grades[3].grade, Some(id("g7")));
}

#[test]
fn an_executive_of_two_at_all_but_four_meetings() {
    let levers = Levers {
        executive: Some(Executive {
            people: Number::from(2),
            full_meetings: Number::from(4),
        }),
        ..Levers::default()
    };
    let found = pulled(&board(), &levers);
    assert_eq!(
        figures(&found.after)[..4],
        ["2149.2", "2149.2", "1458", "54"]
    );
    assert_eq!(
        figures(&found.saved)[..4],
        ["1432.8", "1432.8", "972", "36"]
    );
    let meetings = &found.pulled.register.partnerships[0].meetings;
    assert_eq!(meetings[1].name, "Board: executive");
    assert_eq!(meetings[1].kind, MeetingKind::Executive);
    let told = |it: usize| {
        let of = &meetings[it];
        let people = of
            .attendees
            .iter()
            .map(|it| exact(it.number.value().unwrap()));
        (
            exact(of.times_a_year.value().unwrap()),
            people.collect::<Vec<_>>().join(" + "),
        )
    };
    assert_eq!(told(0), ("4".into(), "3 + 2".into()));
    assert_eq!(told(1), ("8".into(), "1.2 + 0.8".into()));
    let why = |people, full_meetings| {
        let levers = Levers {
            executive: Some(Executive {
                people: Number::from(people),
                full_meetings: Number::from(full_meetings),
            }),
            ..Levers::default()
        };
        let found = pulled(&board(), &levers);
        assert_eq!(found.pulled.register, board());
        found.pulled.not_moved[0].why
    };
    assert_eq!(why(5, 4), Why::TooSmall);
    assert_eq!(why(2, 12), Why::MeetsTooRarely);
}

#[test]
fn an_executive_kept_as_an_option_leaves_three_fifths() {
    let levers = Levers {
        executive: Some(Executive {
            people: Number::from(2),
            full_meetings: Number::from(4),
        }),
        ..Levers::default()
    };
    let mut register = board();
    let found = pulled(&register, &levers);
    let question = Question {
        year: register.settings.base_year,
    };
    let left = lines_left(&register, newest(), question, &found);
    assert_eq!(left[0].lines, [(id("m1"), rate("60%"))]);
    assert_eq!(
        add_options(&mut register, " Executive ", "Paragraph 48", &left),
        1
    );
    let option = &register.partnerships[0].options[0];
    assert_eq!(
        (option.name.as_str(), option.note.as_str()),
        ("Executive", "Paragraph 48")
    );
    let worth = &findings(&register).partnerships[0].appraisal;
    // Every year £2,149.20 in place of £3,582: 60 %, but for the tenth decimal of each year.
    let whole = worth.worth.pvc.amount.decimal() * rust_decimal::Decimal::new(6, 1);
    let option = worth.options[0].worth.pvc.amount.decimal();
    assert_eq!(option.round_dp(6), whole.round_dp(6));
}

#[test]
fn more_online_saves_travel_time_and_fares() {
    let register = register(
        r#"settings: (base_year: "2026/27"),
        partners: [(id: "o1", name: "Us", is_us: true)],
        grades: [(id: "g1", name: "Officer", pay: HourlyCost, amount: "30")],
        partnerships: [(id: "p1", meetings: [(id: "m1", times_a_year: "10", length: "2", online_share: "40%", attendees: [
            (id: "a1", partner: "o1", grade: "g1", number: "4", attendance: "75%", preparation: "1h 30m", travel: "1",
                fares: "6.50", miles: "12")])])]"#,
    );
    let levers = Levers {
        online: Some(rate("70%")),
        ..Levers::default()
    };
    let found = pulled(&register, &levers);
    assert_eq!(figures(&found.before)[..2], ["3904.2", "2014.2"]);
    assert_eq!(figures(&found.saved)[..4], ["377.1", "107.1", "377.1", "9"]);
    let less = Levers {
        online: Some(rate("30%")),
        ..Levers::default()
    };
    assert_eq!(
        pulled(&register, &less).pulled.register,
        register,
        "never less"
    );
}

#[test]
fn fewer_people_each_line_in_proportion_with_its_range() {
    let more = r#"(id: "a3", partner: "o1", grade: "g9", number: (value: "6", low: "4", high: "9"), preparation: "0", travel: "0"),
        (id: "a4", partner: "o1", grade: "g9", number: "1", is_partnership_staff: true, preparation: "0", travel: "0"),"#;
    let register = liaison(r#"times_a_year: "12","#, more);
    let smaller = |attendees| Levers {
        attendees: Some(attendees),
        ..Levers::default()
    };
    let half = pulled(&register, &smaller(Smaller::Share(rate("50%")))).pulled;
    assert_eq!(entry(&half.register, "a1/number"), "1.5");
    assert_eq!(entry(&half.register, "a3/number"), "2..3..4.5");
    assert_eq!(entry(&half.register, "a4/number"), "1");
    assert_eq!(half.not_moved[0].why, Why::PartnershipStaff);
    // 3 + 2 + 6 = 11 people who are no partnership staff.
    let five = pulled(&register, &smaller(Smaller::AtMost(Number::from(5)))).pulled;
    assert_eq!(entry(&five.register, "a1/number"), "1.3636363636");
    assert_eq!(
        entry(&five.register, "a3/number"),
        "1.8181818182..2.7272727273..4.0909090909"
    );
    let many = smaller(Smaller::AtMost(Number::from(11)));
    assert_eq!(pulled(&register, &many).pulled.register, register);
}

/// Monthly from April 2026 to March 2027.
fn monthly() -> Register {
    let dates: Vec<String> = (0..12)
        .map(|n| {
            let (year, month) = if n < 9 { (2026, n + 4) } else { (2027, n - 8) };
            format!(r#"(id: "t{}", date: "{year}-{month:02}-15")"#, n + 20)
        })
        .collect();
    liaison(
        &format!(r#"times_a_year: "12", dates: [{}],"#, dates.join(", ")),
        "",
    )
}

#[test]
fn of_dated_meetings_every_third_is_kept() {
    let levers = |times| Levers {
        times: Some(rate(times)),
        ..Levers::default()
    };
    let found = pulled(&monthly(), &levers("30%"));
    // 12 × 30 % = 3.6, rounded up to 4 dates: the first, fourth, seventh and tenth.
    let left = &found.pulled.register.partnerships[0].meetings[0].dates;
    let left: Vec<String> = left.iter().map(|it| it.id.to_string()).collect();
    assert_eq!(left, ["t20", "t23", "t26", "t29"]);
    assert_eq!(exact(found.saved.cost.full.amount), "2388");
    assert_eq!(entry(&found.pulled.register, "m1/times_a_year"), "3.6");
    // With no date left, times a year counts again, and it is none.
    let none = pulled(&monthly(), &levers("0%"));
    assert_eq!(exact(none.after.cost.full.amount), "0");
    assert!(!none.after.cost.full.is_at_least);
}

#[test]
fn an_executive_takes_the_dates_that_the_board_gives_up() {
    let levers = Levers {
        bodies: Bodies::One(id("m1")),
        online: Some(rate("50%")),
        executive: Some(Executive {
            people: Number::from(2),
            full_meetings: Number::from(4),
        }),
        ..Levers::default()
    };
    let found = pulled(&monthly(), &levers);
    let meetings = &found.pulled.register.partnerships[0].meetings;
    assert_eq!((meetings[0].dates.len(), meetings[1].dates.len()), (4, 8));
    let online = meetings.iter().flat_map(|it| &it.dates);
    assert_eq!(online.filter(|it| it.is_online).count(), 6);
    assert_eq!(exact(found.saved.cost.full.amount), "1432.8");
}

#[test]
fn what_is_not_known_stays_so_and_the_saving_is_at_least() {
    let more = r#"(id: "a3", partner: "o1", grade: "g9", number: "1", travel: "0"),"#;
    let register = liaison(r#"times_a_year: "12","#, more);
    let levers = Levers {
        times: Some(rate("50%")),
        ..Levers::default()
    };
    let found = pulled(&register, &levers);
    // One more officer: 18 h × £30 = £540, of which half.
    assert_eq!(exact(found.saved.cost.full.amount), "2061");
    assert!(found.saved.cost.full.is_at_least);
    assert!(
        !found.saved.cost.exhibit2.is_at_least,
        "preparation is no part of it"
    );
    let blank = pulled(&liaison("", ""), &levers);
    let why = &blank.pulled.not_moved[0];
    assert_eq!((why.record, why.why), (id("m1"), Why::NotKnown));
    assert_eq!(blank.pulled.register, liaison("", ""));
}
