//! Every field of the register has its place on a form, and whoever wants to see it is led there.

use std::collections::HashSet;

use eframe::egui::{Key, Memory};
use fruitful::gui::inputs::place::show_input;
use fruitful::gui::view::{Page, Section};
use fruitful::model::inputs::{Inputs, change_input, input_at};
use fruitful::model::register::Register;
use fruitful::session::action::{Action, Edit};
use fruitful::units::id::{Id, InputId};

use super::desk::{Desk, Window, light};
use super::keys::press;

/// One record of each kind, nothing typed.
const BODY: &str = r#"
    settings: (base_year: "2026/27", pay_awards: [(id: "w1", year: "2027/28")], price_indices: [(id: "px1", year: "2030/31")]),
    partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
    grades: [(id: "g1", name: "Manager", pay: Salary)],
    outcomes: [(id: "ou1", name: "Fewer falls")],
    scenarios: [(id: "sc1", name: "Lean", overrides: [(id: "ov1", record: "m1", field: "length", value: "1")])],
    partnerships: [(
        id: "p1", name: "Market", members: ["o1"],
        meetings: [(
            id: "m1", name: "Board",
            dates: [(id: "t1", date: "2026-04-14")],
            attendees: [(id: "a1", partner: "o1", grade: "g1")],
            expenses: [(id: "x1", name: "Venue")],
        )],
        between_meetings: [(id: "b1", name: "Briefing")],
        posts: [(id: "s1", name: "Manager")],
        secondments: [(id: "d1", name: "Analyst", lender: "o1")],
        cash_lines: [(id: "c1", name: "Rent", kind: Growing, years: [(id: "y1", year: "2026/27")])],
        in_kind: [(id: "k1", name: "Room")],
        pools: [(id: "f1", name: "Joint fund", contributions: [(id: "n1", partner: "o1")])],
        shares: [(id: "h1", partner: "o1")],
        indicators: [(id: "i1", name: "Visits", readings: [(id: "re1", date: "2025-04-01")])],
        judgements: [(id: "j1", name: "Trust")],
        health: [(id: "ha1", question: "h5", owner: "Clerk"), (id: "ha2", question: "h21", owner: "Clerk")],
        risks: [(id: "ri1", name: "Grant ends")],
        departures: [(id: "de1", reason: "Funding")],
        benefits: [(id: "be1", name: "Fewer visits", outcome: "ou1", years: [(id: "by1", year: "2027/28")])],
        options: [(
            id: "op1", name: "Merge", form: Merge,
            lines: [(id: "ol1", record: "m1")],
            cash_lines: [(id: "c2", name: "Notice", kind: Growing, years: [(id: "y2", year: "2026/27")])],
            benefits: [(id: "be2", name: "One office", years: [(id: "by2", year: "2027/28")])],
        )],
    ), (id: "p2", name: "Quays", members: ["o1"])],
    last_id: 9,
"#;

/// What is said in the settings in other than quantities.
const SETTINGS: &[&str] = &[
    "title",
    "base_year",
    "price_year",
    "money_unit",
    "first_year",
    "timing",
    "has_optimism_bias",
    "transfers_count_all_fiscal",
    "draws",
    "seed",
];

/// What is said of a cash line in other than quantities.
const CASH_LINE: &[&str] = &[
    "name",
    "kind",
    "partner",
    "pool",
    "recipient",
    "fund",
    "start",
    "end",
    "year",
    "purpose",
];

/// What is said of a benefit in other than quantities.
const BENEFIT: &[&str] = &[
    "name",
    "class",
    "partner",
    "outcome",
    "kind",
    "measure",
    "price_year",
    "is_nominal",
    "first_year",
    "last_year",
    "is_transfer",
    "is_avoided_cost",
    "rests_on_programme",
    "schedule",
];

fn window(change: impl FnOnce(&mut Register) + 'static) -> Window {
    let mut desk = Desk::of(BODY, Page::Overview, Section::Profile);
    let edit = Edit::new("prepare", change);
    desk.session.apply(Action::Edit(edit));
    desk.session.settle();
    light(desk)
}

fn inputs(register: &Register) -> Vec<InputId> {
    let mut inputs = Vec::new();
    register.each_input(&mut |id, _| inputs.push(id));
    inputs
}

fn jump(window: &mut Window, input: InputId) {
    let desk = window.state_mut();
    let register = desk.session.register().clone();
    show_input(&mut desk.view, &register, input);
    window.run();
    assert_eq!(window.state().view.jump, None, "{input}");
}

/// One quantity after another is looked for and typed into: the keyboard has to be in its very field.
#[test]
fn every_quantity_is_found_and_typed_into() {
    // A field that does not apply to a kind is shown only with something in it, so each holds 1 first.
    let mut window = window(|register| {
        register.each_input_mut(&mut |_, input| {
            assert_eq!(input.enter("1"), Ok(()));
        });
    });
    let all = inputs(window.state().session.register());
    assert!(all.len() > 60);
    for input in all {
        let value = |window: &Window| {
            let register = window.state().session.register();
            input_at(register, input).unwrap().decimal()
        };
        let before = value(&window);
        jump(&mut window, input);
        let focused = window.ctx.memory(Memory::focused);
        assert!(focused.is_some(), "nothing is focused for {input}");
        window.event(eframe::egui::Event::Text("7".into()));
        window.run();
        press(&mut window, Key::Enter);
        assert_ne!(value(&window), before, "{input}");
    }
}

/// Fields that a query points at and that are no quantity: days, years, choices.
#[test]
fn every_other_field_is_found() {
    let mut window = window(|_| ());
    let id = |text: &str| text.parse::<Id>().unwrap();
    for (record, fields) in [
        ("settings", SETTINGS),
        ("w1", &["year"]),
        ("px1", &["year"]),
        ("ou1", &["name", "unit", "note"]),
        ("sc1", &["name", "note"]),
        ("ov1", &["record", "value"]),
        ("o1", &["name", "kind", "vat"]),
        ("g1", &["name", "partner", "pay"]),
        (
            "p1",
            &["name", "model", "start", "end", "review", "sharing"],
        ),
        ("m1", &["name", "kind", "start", "end"]),
        ("t1", &["date"]),
        ("a1", &["partner", "grade"]),
        ("x1", &["name", "partner", "is_in_person_only", "is_given"]),
        (
            "b1",
            &["name", "partner", "grade", "start", "end", "purpose"],
        ),
        (
            "s1",
            &[
                "name", "kind", "grade", "partner", "pool", "start", "end", "purpose",
            ],
        ),
        (
            "d1",
            &[
                "name",
                "grade",
                "lender",
                "host",
                "start",
                "end",
                "is_free_of_vat",
                "purpose",
            ],
        ),
        ("c1", CASH_LINE),
        ("y1", &["year"]),
        (
            "k1",
            &["name", "direction", "partner", "start", "end", "purpose"],
        ),
        ("f1", &["name", "host", "purpose"]),
        ("n1", &["partner", "year"]),
        ("i1", &["name", "kind", "direction", "owner", "quality"]),
        ("re1", &["date"]),
        ("be1", BENEFIT),
        ("by1", &["year"]),
        ("op1", &["name", "form", "from", "merged_with", "note"]),
        ("ol1", &["record"]),
        (
            "c2",
            &["name", "kind", "partner", "purpose", "pool", "start", "end"],
        ),
        ("y2", &["year"]),
        ("be2", BENEFIT),
        ("by2", &["year"]),
        ("h1", &["partner"]),
        ("ha1", &["answer", "evidence", "owner", "review"]),
        ("ha2", &["answer", "evidence", "owner", "review"]),
        ("ri1", &["name", "owner", "is_uncapped", "response"]),
        ("de1", &["partner", "date", "reason"]),
    ] {
        // Two fields in one place would mean that one of them was not found.
        let mut places = HashSet::new();
        for field in fields {
            // Nothing may be left focused from the field before.
            window.ctx.memory_mut(Memory::stop_text_input);
            let input = InputId {
                record: id(record),
                field,
            };
            jump(&mut window, input);
            let focused = window.ctx.memory(Memory::focused);
            let place = focused.unwrap_or_else(|| panic!("nothing is focused for {input}"));
            assert!(places.insert(place), "{input} is led astray");
        }
    }
}

/// What is about a whole list leads at least to the record, and never leaves the keyboard waiting.
#[test]
fn a_field_that_no_cell_holds_leads_to_its_record() {
    let mut window = window(|_| ());
    for (record, field) in [
        ("m1", "attendees"),
        ("c1", "years"),
        ("f1", "contributions"),
        ("g1", "hours"),
        ("p1", "shares"),
        ("be1", "years"),
        ("be2", "years"),
        ("op1", "lines"),
        ("op1", "cash_lines"),
    ] {
        let record = record.parse().unwrap();
        jump(&mut window, InputId { record, field });
    }
    assert!(change_input(
        &mut window.state().session.register().clone(),
        InputId {
            record: "c1".parse().unwrap(),
            field: "life"
        },
        |_| ()
    ));
}
