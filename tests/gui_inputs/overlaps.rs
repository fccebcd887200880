//! Overlaps as a reader meets them: by key from the list to an option, narrowed by the filter, and where there are none.

use std::thread;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use fruitful::model::option::OptionForm;
use fruitful::units::id::{Id, Kind};
use fruitful::units::quantity::Rate;

use super::estimate::{Window, command, focused, open, press, says, session, settle, tab_to};
use crate::support::screenshot::screenshot;

/// Waits for what is worked out beside the window.
fn wait_for(window: &mut Window, text: &str) {
    for _ in 0..2_000 {
        if says(window, text) {
            settle(window);
            return;
        }
        thread::yield_now();
        window.run_steps(1);
    }
    panic!("the page never says {text}");
}

fn show_overlaps(window: &mut Window) {
    window
        .get_by_role_and_label(Role::Button, "What if?")
        .click();
    settle(window);
    window.get_by_role_and_label(Role::Tab, "Overlaps").click();
    settle(window);
}

const BUS_USERS: &str = "Bus Users and Operators Alliance";
const RAIL_USERS: &str = "Rail Users’ Liaison Group";

#[test]
fn a_pair_becomes_an_option_by_key_alone() {
    let mut window = open(Some("county.ron"));
    for name in ["What if?", "Overlaps"] {
        tab_to(&mut window, name);
        press(&mut window, Key::Enter);
    }
    wait_for(&mut window, "pairs of partnerships overlap by 40% or more");
    screenshot(&mut window, "overlaps-light");
    let row = format!("{BUS_USERS} and {RAIL_USERS}, Strong");
    tab_to(&mut window, "Copy for a spreadsheet");
    for _ in 0..40 {
        if focused(&window).starts_with(&row) {
            break;
        }
        let key = if focused(&window).contains(", Strong") {
            Key::ArrowDown
        } else {
            Key::Tab
        };
        press(&mut window, key);
    }
    assert!(focused(&window).starts_with(&row), "{}", focused(&window));
    press(&mut window, Key::Enter);
    assert!(says(&window, "If their meetings were merged"));
    assert!(says(&window, &format!("The meetings of {RAIL_USERS} end")));
    screenshot(&mut window, "overlap-of-two-light");

    tab_to(&mut window, "Add “merge” as an option");
    press(&mut window, Key::Enter);
    let register = session(&window).register();
    let (bus, rail) = (334, 1556);
    let id = |number| Id::new(Kind::Partnership, number);
    let rail = register.partnership(id(rail)).unwrap();
    let option = rail.options.last().unwrap();
    assert_eq!(option.form, OptionForm::Merge);
    assert_eq!(option.merged_with, Some(id(bus)));
    assert_eq!(option.name, format!("Merge with {BUS_USERS}"));
    let lines: Vec<_> = option
        .lines
        .iter()
        .map(|it| (it.record, it.keeps.value()))
        .collect();
    let meetings = rail
        .meetings
        .iter()
        .map(|it| (Some(it.id), Some(Rate::ZERO)));
    assert_eq!(lines, meetings.collect::<Vec<_>>());
    assert_eq!(register.odd_id(), None);
    assert_eq!(
        session(&window).undo_label(),
        Some("add a merger as an option")
    );
    // It is there once; one undo takes it away again.
    assert!(window.query_by_label("Add “merge” as an option").is_none());
    window.get_by_label("Show its options");
    command(&mut window, Key::Z);
    assert!(
        session(&window)
            .register()
            .partnership(id(1556))
            .unwrap()
            .options
            .is_empty()
    );
    window.get_by_label("Add “merge” as an option");

    // Both side by side, and on the page of levers.
    tab_to(&mut window, "Try in levers");
    press(&mut window, Key::Enter);
    for name in [BUS_USERS, RAIL_USERS] {
        window.get_by_label(&format!("Leave out {name}"));
    }
    show_overlaps(&mut window);
    window
        .get_by_role_and_label(Role::Button, "Compare")
        .click();
    settle(&mut window);
    assert!(says(&window, "How they differ"));
}

#[test]
fn groups_are_shown_and_become_what_the_overview_is_of() {
    let mut window = open(Some("county.ron"));
    show_overlaps(&mut window);
    wait_for(&mut window, "Groups (");
    window.get_by_label_contains("Groups (").click();
    settle(&mut window);
    let group = "Health and Wellbeing Board, Safeguarding Children Partnership and Safeguarding Adults Board";
    let link = window.query_all_by_label(group).last().unwrap();
    link.click();
    settle(&mut window);
    screenshot(&mut window, "overlapping-group-light");
    window.get_by_label("Show these alone").click();
    settle(&mut window);
    wait_for(&mut window, "3 of 60 partnerships shown");
    // Back on the page the pairs are those of the three.
    show_overlaps(&mut window);
    wait_for(&mut window, "Pairs with at least one of: 3 selected");
}

#[test]
fn where_nothing_overlaps_the_page_says_what_it_needs() {
    let mut window = open(Some("small.ron"));
    show_overlaps(&mut window);
    wait_for(&mut window, "No two partnerships overlap by 40% or more.");
    window.get_by_label("Look for slight ones too").click();
    wait_for(&mut window, "25% or more");

    let mut window = open(None);
    show_overlaps(&mut window);
    assert!(says(&window, "Nothing to compare yet"));
}
