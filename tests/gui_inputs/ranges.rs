//! Ranges and chances typed into cells, as somebody at the window meets them.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::view::{Page, Section};
use fruitful::model::inputs::{AnyInput, change_input, input_at};
use fruitful::model::register::Register;
use fruitful::session::action::{Action, Edit};
use fruitful::session::preferences::Look;
use fruitful::units::id::{Id, InputId, Kind};
use fruitful::units::range::Entry;
use rust_decimal::Decimal;

use super::desk::{Desk, Window, light, window};
use super::keys::{enter, field, press, type_into, undo, undo_label};
use crate::support::screenshot::screenshot;

const MARKET: Id = Id::new(Kind::Partnership, 8);
const LENGTH: &str = "Length, Steering group";
const TIMES: &str = "Times a year, Steering group";

fn input_id(field: &'static str) -> InputId {
    InputId {
        record: Id::new(Kind::Meeting, 9),
        field,
    }
}

fn market() -> Window {
    let page = Page::Partnership(MARKET);
    light(Desk::sample("small.ron", page, Section::Meetings))
}

fn input<'w>(window: &'w Window, field: &'static str) -> &'w dyn AnyInput {
    input_at(window.state().session.register(), input_id(field)).unwrap()
}

fn said(window: &Window, name: &str) -> String {
    let cell = field(window, name);
    cell.accesskit_node().description().unwrap_or_default()
}

fn value(window: &Window, name: &str) -> String {
    field(window, name).value().unwrap_or_default()
}

#[test]
fn a_range_is_typed_into_a_cell_and_the_most_likely_is_counted() {
    let mut window = market();
    enter(&mut window, LENGTH, "1h..3..4.5");
    assert_eq!(input(&window, "length").entry_text(), "1..3..4.5");
    assert_eq!(undo_label(&window), Some("change length of Steering group"));
    assert_eq!(value(&window, LENGTH), "3");
    assert_eq!(
        said(&window, LENGTH),
        "between 1 h and 4.5 h, PERT",
        "a screen reader hears the range"
    );
    // Two managers at £40 and three officers at £25, ten times: the hour more that is counted costs £1,550.
    window.get_by_label("Full cost a year £7,595, show basis");
    // Somebody who opens the cell finds what they typed.
    field(&window, LENGTH).focus();
    window.run();
    assert_eq!(value(&window, LENGTH), "1..3..4.5");
    undo(&mut window);
    assert_eq!(input(&window, "length").entry_text(), "2");
    assert_eq!(undo_label(&window), None);
}

#[test]
fn a_plain_number_takes_the_place_of_a_range_and_undo_brings_it_back() {
    let mut window = market();
    let name = |register: &mut _| {
        change_input(register, input_id("length"), |it| {
            it.set_moves_with("agenda");
        });
    };
    let edit = Action::Edit(Edit::new("name", name));
    window.state_mut().session.apply(edit);
    enter(&mut window, LENGTH, "1..3..4");
    enter(&mut window, LENGTH, "2.5");
    let length = input(&window, "length");
    assert_eq!(length.entry_text(), "2.5");
    assert_eq!(length.moves_with(), "agenda");
    assert_eq!(said(&window, LENGTH), "moves with agenda");
    undo(&mut window);
    let length = input(&window, "length");
    assert_eq!(length.entry_text(), "1..3..4");
    assert_eq!(length.moves_with(), "agenda");
}

#[test]
fn what_may_not_happen_counts_by_its_chance() {
    let mut window = market();
    enter(&mut window, TIMES, "30% of 20");
    // 30% of 20 meetings are 6.
    let times = input(&window, "times_a_year");
    assert_eq!(times.decimal(), Some(Decimal::from(6)));
    assert_eq!(value(&window, TIMES), "6");
    assert_eq!(said(&window, TIMES), "30% chance of 20");
}

#[test]
fn a_range_under_way_is_no_mistake_until_the_cell_is_left() {
    let mut window = market();
    type_into(&mut window, LENGTH, "1");
    for (typed, counted) in [
        ("..", "1"),
        ("3", "1..3"),
        ("..", "1..3.."),
        ("2", "1..3.."),
    ] {
        field(&window, LENGTH).type_text(typed);
        window.run();
        let cell = field(&window, LENGTH);
        assert_eq!(cell.accesskit_node().data().invalid(), None, "{typed}");
        assert_eq!(input(&window, "length").entry_text(), counted, "{typed}");
    }
    press(&mut window, Key::Tab);
    let why =
        "The most likely lies outside its range. Type the least, the most likely and the most";
    assert_eq!(said(&window, LENGTH), why);
    assert_eq!(value(&window, LENGTH), "1..3..2");
    assert_eq!(input(&window, "length").entry_text(), "2");
    assert_eq!(undo_label(&window), None);
}

#[test]
fn escape_puts_back_a_range_even_one_that_a_file_had_upside_down() {
    let mut window = market();
    for kept in ["1..2..3", "3..2..1"] {
        let range = move |register: &mut Register| {
            let market = Arc::make_mut(&mut register.partnerships[0]);
            market.meetings[0]
                .length
                .enter(Entry::as_kept(kept).unwrap());
        };
        let edit = Action::Edit(Edit::new("range", range));
        window.state_mut().session.apply(edit);
        window.run();
        type_into(&mut window, LENGTH, "9");
        assert_eq!(input(&window, "length").entry_text(), "9");
        press(&mut window, Key::Escape);
        assert_eq!(input(&window, "length").entry_text(), kept);
        press(&mut window, Key::Escape);
    }
}

#[test]
fn a_range_is_copied_and_pasted_and_filled_with_its_ends() {
    let mut window = market();
    let (from, to) = (
        "Number, Manager, Tarnwick Council",
        "Number, Officer, Harbeck Council",
    );
    enter(&mut window, from, "1..2..4");
    let number = |window: &Window, at: usize| {
        let partnership = window.state().session.register().partnership(MARKET);
        let attendees = &partnership.unwrap().meetings[0].attendees;
        attendees[at].number.entry_text()
    };
    field(&window, from).focus();
    window.run();
    window.event(Event::Copy);
    window.step();
    let copied = window
        .output()
        .platform_output
        .commands
        .iter()
        .find_map(|it| match it {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    assert_eq!(copied.as_deref(), Some("1..2..4\n"));
    window.run();
    field(&window, to).focus();
    window.run();
    window.event(Event::Paste(copied.unwrap()));
    window.run();
    assert_eq!(number(&window, 1), "1..2..4");
    // A plain number from a spreadsheet makes it one value again.
    window.event(Event::Paste("5\n".to_owned()));
    window.run();
    assert_eq!(number(&window, 1), "5");
    window.key_press_modifiers(Modifiers::COMMAND, Key::D);
    window.run();
    assert_eq!(number(&window, 1), "1..2..4");
}

#[test]
fn a_horizon_takes_no_range_and_says_what_to_do() {
    let mut window = light(Desk::sample("small.ron", Page::Settings, Section::Profile));
    enter(&mut window, "Years", "5..10");
    let why = "Two horizons are two questions: use a scenario";
    assert_eq!(said(&window, "Years"), why);
    let horizon = |window: &Window| {
        let settings = &window.state().session.register().settings;
        settings.horizon.entry().to_text()
    };
    let before = horizon(&window);
    assert!(!before.contains(".."), "{before}");
    enter(&mut window, "Days of leave", "25..28..33");
    let settings = &window.state().session.register().settings;
    assert_eq!(settings.leave_days.entry().to_text(), "25..28..33");
}

#[test]
fn ranged_cells_can_be_painted() {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for size in [Vec2::new(1280.0, 800.0), Vec2::new(1024.0, 640.0)] {
            let page = Page::Partnership(MARKET);
            let desk = Desk::sample("small.ron", page, Section::Meetings);
            let mut window = window(desk, look, size);
            enter(&mut window, LENGTH, "1..2..4");
            enter(&mut window, TIMES, "30% of 20");
            enter(&mut window, "Number, Manager, Tarnwick Council", "1..2..2");
            enter(&mut window, "Travel, Manager, Tarnwick Council", "0.5..");
            type_into(
                &mut window,
                "Travel, Officer, Harbeck Council",
                "0.25..0.5..1.75 triangular",
            );
            let cells = window.query_all_by_role(Role::TextInput).count();
            assert!(cells > 10, "{cells}");
            screenshot(&mut window, &format!("ranges-cells-{name}-{}", size.x));
            let desk = Desk::sample("small.ron", Page::Settings, Section::Profile);
            let mut window = super::desk::window(desk, look, size);
            enter(&mut window, "Days of training", "1..2..4");
            type_into(&mut window, "Days of leave", "25.5..28..33.5 triangular");
            let leave = field(&window, "Days of leave").rect();
            assert!(leave.width() > 120.0, "all of a range is seen: {leave:?}");
            screenshot(&mut window, &format!("ranges-form-{name}-{}", size.x));
        }
    }
}
