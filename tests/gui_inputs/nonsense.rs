//! What no field should take: each says why in plain words, changes nothing, and never ends the program.

use eframe::egui::Key;
use egui_kittest::kittest::NodeT as _;
use fruitful::gui::view::{Page, Section};
use fruitful::units::id::{Id, Kind};

use super::desk::{Desk, Window, light};
use super::keys::{field, press, type_into, undo};

const BODY: &str = r#"
    settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
    partnerships: [(
        id: "p1", name: "Market", members: ["o1"],
        meetings: [(id: "m1", name: "Board", dates: [(id: "t1")])],
        secondments: [(id: "d1", name: "Analyst")],
        cash_lines: [
            (id: "c1", name: "Plan", kind: Profiled, years: [(id: "y1")]),
        ],
        in_kind: [(id: "k1", name: "Room")],
        pools: [(id: "f1", name: "Joint fund", contributions: [(id: "n1")])],
        shares: [(id: "h1")],
        benefits: [(id: "be1", name: "Fewer falls")],
        options: [(id: "op1", name: "Half")],
    )],
    last_id: 9,
"#;

const TEXTS: [&str; 7] = [
    "text",
    "-5",
    "999999999999999",
    "25:00",
    "31 Feb 2026",
    "3500%",
    "2026/29",
];

/// The first six are refused by some and taken by others: which texts each kind of field takes.
const FIELDS: [(Page, Section, &str, &[&str]); 20] = [
    (MARKET, Section::Meetings, "Length, date 1", &["25:00"]),
    (MARKET, Section::Meetings, "Date, date 1", &[]),
    (MARKET, Section::Meetings, "First day", &[]),
    (MARKET, Section::Meetings, "First meeting on", &[]),
    (MARKET, Section::Meetings, "Then every", &[]),
    (MARKET, Section::Meetings, "How many in all", &[]),
    (MARKET, Section::Staff, "FTE, Analyst", &[]),
    (MARKET, Section::Staff, "Charge, a share", &["-5", "3500%"]),
    (MARKET, Section::Staff, "Or charge, £ a year", &["-5"]),
    (MARKET, Section::DirectCosts, "Year, year 1", &[]),
    (
        MARKET,
        Section::DirectCosts,
        "Amount, contribution 1",
        &["-5"],
    ),
    (MARKET, Section::InKind, "A year, Room", &["-5"]),
    (
        MARKET,
        Section::Sharing,
        "Agreed part, share 1",
        &["-5", "3500%"],
    ),
    (MARKET, Section::Benefits, "Population", &["-5"]),
    (MARKET, Section::Benefits, "Deadweight", &["-5", "3500%"]),
    (MARKET, Section::Benefits, "Unit value, £", &["-5"]),
    (MARKET, Section::Benefits, "Lag", &["-5"]),
    (MARKET, Section::Options, "From, Half", &[]),
    (MARKET, Section::Options, "Keeps, Half", &["-5", "3500%"]),
    (
        Page::Settings,
        Section::Profile,
        "Growth of pay",
        &["-5", "3500%"],
    ),
];

const MARKET: Page = Page::Partnership(Id::new(Kind::Partnership, 1));

fn at(page: Page, section: Section) -> Window {
    light(Desk::of(BODY, page, section))
}

#[test]
fn nonsense_is_refused_in_plain_words_and_changes_nothing() {
    for (page, section, name, taken) in FIELDS {
        let mut window = at(page, section);
        let before = window.state().session.register().clone();
        for text in TEXTS {
            type_into(&mut window, name, text);
            press(&mut window, Key::Tab);
            let is_same = *window.state().session.register() == before;
            let why = field(&window, name).accesskit_node().description();
            if taken.contains(&text) {
                assert!(!is_same, "{name}: {text} is not taken: {why:?}");
                // Tab in a last cell may add a row, which is a step of its own.
                while *window.state().session.register() != before {
                    undo(&mut window);
                }
            } else {
                let now = &window.state().session.register().partnerships[0];
                assert!(is_same, "{name}: {text} is taken: {now:#?}");
                let why = why.unwrap_or_else(|| panic!("{name}: {text} is refused without a word"));
                assert!(
                    why.len() > 12 && !why.contains("Err("),
                    "{name}: {text}: {why}"
                );
                type_into(&mut window, name, "");
                press(&mut window, Key::Escape);
            }
        }
    }
}

#[test]
fn a_blank_is_taken_by_every_field() {
    for (page, section, name, _) in FIELDS {
        let mut window = at(page, section);
        let before = window.state().session.register().clone();
        field(&window, name).focus();
        window.run();
        press(&mut window, Key::Delete);
        press(&mut window, Key::Tab);
        assert_eq!(*window.state().session.register(), before, "{name}");
        // A query may stand on a blank cell, but the cell refuses nothing.
        let invalid = field(&window, name).accesskit_node().data().invalid();
        assert_eq!(invalid, None, "{name}");
    }
}

/// What is read and cannot be meant is asked about.
#[test]
fn what_is_out_of_range_is_a_query() {
    for (page, section, name, text, query) in [
        (
            MARKET,
            Section::Staff,
            "Or charge, £ a year",
            "-5",
            "is below nought",
        ),
        (
            MARKET,
            Section::Staff,
            "Charge, a share",
            "-5",
            "is below nought",
        ),
        (
            MARKET,
            Section::DirectCosts,
            "Amount, contribution 1",
            "-5",
            "Amount is below nought",
        ),
        (
            Page::Settings,
            Section::Profile,
            "Growth of pay",
            "3500%",
            "Growth of pay is 3,500% a year",
        ),
        (
            Page::Settings,
            Section::Profile,
            "Growth of prices",
            "-100%",
            "Growth of prices is −100% a year",
        ),
    ] {
        let mut window = at(page, section);
        type_into(&mut window, name, text);
        press(&mut window, Key::Tab);
        let findings = window.state().session.findings().unwrap();
        let messages: Vec<&str> = findings.queries().map(|it| it.message.as_str()).collect();
        assert!(
            messages.iter().any(|it| it.contains(query)),
            "{name}: {messages:#?}"
        );
    }
}
