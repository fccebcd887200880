//! Journeys over the map: narrowed, picked on, put on another scale, exported as it is shown.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::model::partnership::Model;

use crate::gui_app::{Window, app, open, says, settle};
use crate::support::screenshot::screenshot;

fn map(sample: &str, width: f32, height: f32) -> Window {
    let mut window = open(sample, width, height);
    window.get_by_role_and_label(Role::Tab, "Map").click();
    settle(&mut window);
    window
}

/// Opens a list of the filter by keyboard and takes the line that starts so.
fn choose(window: &mut Window, list: &str, line: &str) {
    window.get_by_label(list).focus();
    settle(window);
    window.key_press(Key::Enter);
    settle(window);
    window.get_by_label(line).click();
    settle(window);
}

/// What a screen reader is told of the mark that the keyboard is on.
fn on_mark(window: &Window) -> String {
    let figure = window.get_by_role(Role::Figure);
    figure.accesskit_node().value().unwrap_or_default()
}

#[test]
fn the_map_is_narrowed_picked_on_by_keyboard_and_exported_as_it_is_shown() {
    let mut window = map("county.ron", 1280.0, 800.0);
    assert!(says(&window, "60 partnerships"));
    let all = &app(&window).session().register().partnerships;
    let n = (all.iter())
        .filter(|it| it.model == Model::SteeringGroup)
        .count();
    assert!((2..60).contains(&n));
    choose(
        &mut window,
        "Model: Any model",
        &format!("Steering group ({n})"),
    );
    assert!(says(&window, &format!("{n} of 60 shown")));
    screenshot(&mut window, "map-narrowed");

    window.get_by_role(Role::Figure).focus();
    settle(&mut window);
    let first = on_mark(&window);
    window.key_press(Key::Space);
    settle(&mut window);
    assert!(says(&window, "1 selected"));
    window.key_press(Key::PageDown);
    settle(&mut window);
    assert_ne!(on_mark(&window), first);
    window.key_press(Key::PageDown);
    settle(&mut window);
    window.key_press(Key::Space);
    settle(&mut window);
    assert!(says(&window, "2 selected"));
    screenshot(&mut window, "map-picked");
    window.get_by_label("Show only these").click();
    settle(&mut window);
    assert!(says(&window, "2 of 60 shown"));
    assert!(window.query_by_label("Selection of 2, remove").is_some());

    let linear = window.get_by_role_and_label(Role::RadioButton, "Linear scale");
    linear.click();
    settle(&mut window);
    window.get_by_label("Export…").click();
    settle(&mut window);
    assert!(says(&window, "Cost against achievement, linear scale"));
    assert!(says(&window, "What is shown: 2 of 60 (2 selected)"));
    window.get_by_label("Cancel").click();
    settle(&mut window);
    window.get_by_label("Show all").click();
    settle(&mut window);
    assert!(says(&window, "60 partnerships"));
}

#[test]
fn a_rectangle_drawn_with_shift_picks_what_is_inside() {
    let mut window = map("borough.ron", 1280.0, 800.0);
    let frame = window.get_by_role(Role::Figure).rect();
    let (from, to) = (
        frame.min + frame.size() * 0.02,
        frame.max - frame.size() * 0.02,
    );
    window.hover_at(from);
    settle(&mut window);
    let shift = Modifiers::SHIFT;
    window.event(Event::ModifiersChanged(shift));
    window.event(press(from, true, shift));
    for share in [0.1, 0.5, 1.0] {
        window.hover_at(from.lerp(to, share));
        settle(&mut window);
    }
    screenshot(&mut window, "map-rectangle");
    window.event(press(to, false, shift));
    window.event(Event::ModifiersChanged(Modifiers::NONE));
    settle(&mut window);
    // Twelve of the fifteen have a score and a cost.
    assert!(says(&window, "12 selected"));
    window.get_by_label("Clear selection").click();
    settle(&mut window);
    assert!(!says(&window, "selected"));
}

fn press(at: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers,
    }
}

#[test]
fn what_fits_nobody_says_so_and_leads_back() {
    let mut window = map("small.ron", 1280.0, 800.0);
    let search = "Show those with these words in name, model or topic";
    window.get_by_label(search).focus();
    settle(&mut window);
    window.event(Event::Text("zzz".into()));
    settle(&mut window);
    assert!(says(&window, "Nothing fits"));
    assert!(says(&window, "“zzz”"));
    screenshot(&mut window, "map-nothing-fits");
    window
        .query_all_by_label("Show all")
        .last()
        .unwrap()
        .click();
    settle(&mut window);
    assert!(says(&window, "3 partnerships"));
}

#[test]
fn each_that_costs_more_and_scores_less_is_listed_and_opens() {
    let mut window = map("borough.ron", 1024.0, 640.0);
    assert!(says(&window, "Costs more and scores less"));
    let findings = app(&window).session().findings().unwrap().clone();
    let basis = fruitful::costing::basis::Basis::Full;
    let called = |id| findings.called_out(id, basis).is_some();
    let dearest = findings.portfolio.dearest.get(basis).iter();
    let first = dearest.copied().find(|id| called(*id)).unwrap();
    let name = &findings.partnership(first).unwrap().name;
    let list = window.get_by_role_and_label(Role::Group, "Costs more and scores less");
    let link = list.query_all_by_role_and_label(Role::Link, name);
    link.last().unwrap().click();
    settle(&mut window);
    assert!(says(&window, "Who attends"));
}
