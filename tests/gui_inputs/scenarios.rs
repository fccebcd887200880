//! Scenarios as somebody at the window makes them: named, filled with quantities, taken back.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Theme, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use fruitful::gui::app::FruitfulApp;
use fruitful::gui::view::{Page, Section};
use fruitful::model::scenario::Scenario;
use fruitful::session::action::Action;
use fruitful::session::preferences::Look;
use fruitful::session::session::Session;

use super::desk::{Desk, light};
use super::keys::{enter, field as field_of, undo_label as last_label};
use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;

pub(super) type Window = Harness<'static, Option<FruitfulApp>>;

fn open(sample: &str, look: Look, width: f32, height: f32) -> Window {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(sample);
    let mut session = Session::new(Arc::new(|| {}), None);
    session.preferences.look = look;
    session.apply(Action::Open(path));
    session.settle();
    open_on(session, width, height)
}

/// The window of a session.
pub(super) fn open_on(session: Session, width: f32, height: f32) -> Window {
    let look = session.preferences.look;
    let mut waiting = Some(session);
    let theme = if look == Look::Light {
        Theme::Light
    } else {
        Theme::Dark
    };
    let mut window = Harness::builder()
        .with_size(vec2(width, height))
        .with_theme(theme)
        .renderer(SoftRenderer::default())
        .build_ui_state(
            move |ui, app: &mut Option<FruitfulApp>| {
                if let Some(session) = waiting.take() {
                    *app = Some(FruitfulApp::new(ui.ctx(), session));
                }
                if let Some(app) = app {
                    app.think(&ui.ctx().clone());
                    app.show(ui);
                }
            },
            None,
        );
    settle(&mut window);
    window
}

pub(super) fn settle(window: &mut Window) {
    window.run_steps(3);
    if let Some(app) = window.state_mut() {
        app.session_mut().settle();
    }
    // What is worked out beside the window has a thread of its own.
    std::thread::sleep(std::time::Duration::from_millis(30));
    window.run_steps(4);
}

pub(super) fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    settle(window);
}

pub(super) fn click(window: &mut Window, role: Role, name: &str) {
    let found = window.query_all_by_role_and_label(role, name).next();
    found.unwrap_or_else(|| panic!("no {name}")).click();
    settle(window);
}

pub(super) fn field<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
    window.get_by_role_and_label(Role::TextInput, name)
}

pub(super) fn type_into(window: &mut Window, name: &str, text: &str) {
    field(window, name).focus();
    settle(window);
    field(window, name).type_text(text);
    settle(window);
}

pub(super) fn session(window: &Window) -> &Session {
    window.state().as_ref().unwrap().session()
}

fn scenarios(window: &Window) -> &[Scenario] {
    &session(window).register().scenarios
}

pub(super) fn undo(window: &mut Window) {
    let app = window.state_mut().as_mut().unwrap();
    app.session_mut().apply(Action::Undo);
    settle(window);
}

pub(super) fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

const LENGTH: &str = "Scenario value, Market Square Group: Steering group › Length";

/// A scenario with the length of a meeting in it, found by words of its name.
fn with_a_length(window: &mut Window) {
    click(window, Role::Button, "Scenarios");
    assert!(says(window, "No scenarios yet"));
    click(window, Role::Button, "Add scenario");
    type_into(window, "Scenario, scenario 1", "Shorter meetings");
    press(window, Key::Tab);
    assert!(says(window, "What “Shorter meetings” takes otherwise"));
    type_into(window, "Find a quantity", "market steering length");
    let link = window.query_by_role_and_label(Role::Link, "Length");
    assert!(link.is_some(), "it is the only one that is found");
    press(window, Key::Enter);
}

#[test]
fn a_quantity_is_found_taken_otherwise_and_taken_back() {
    let mut window = open("small.ron", Look::Light, 1280.0, 800.0);
    with_a_length(&mut window);
    let label = "add Market Square Group: Steering group › Length to Shorter meetings";
    assert_eq!(session(&window).undo_label(), Some(label));
    assert!(field(&window, LENGTH).is_focused());
    assert!(says(&window, "2 h"), "what it is today stands beside it");
    field(&window, LENGTH).type_text("a while");
    settle(&mut window);
    press(&mut window, Key::Enter);
    let why = field(&window, LENGTH).accesskit_node().description();
    let expected = "Not a length of time. Try 1.5, 1h 30m or 90 min";
    assert_eq!(why.as_deref(), Some(expected));
    assert_eq!(scenarios(&window)[0].overrides[0].value, "");
    field(&window, LENGTH).type_text("1h 30m");
    settle(&mut window);
    press(&mut window, Key::Enter);
    let it = &scenarios(&window)[0].overrides[0];
    assert_eq!(it.record.unwrap().to_string(), "m9");
    assert_eq!((it.field.as_str(), it.value.as_str()), ("length", "1h 30m"));
    let varied = scenarios(&window)[0].applied(session(&window).register());
    let meeting = &varied.partnerships[0].meetings[0];
    assert_eq!(meeting.length.entry().to_text(), "1.5");
    screenshot(&mut window, "scenarios-light");
    // Its name leads to the cell where it is typed.
    let there = "Quantity, Market Square Group: Steering group › Length, Market Square Group: Steering group › Length, \
                 go there";
    click(&mut window, Role::Button, there);
    assert!(field(&window, "Length, Steering group").is_focused());
    for _ in 0..4 {
        undo(&mut window);
    }
    assert!(scenarios(&window).is_empty());
    assert_eq!(session(&window).undo_label(), None);
}

#[test]
fn a_cell_goes_into_a_scenario_from_its_menu_and_its_evidence() {
    let mut window = open("small.ron", Look::Light, 1280.0, 800.0);
    click(&mut window, Role::Button, "Market Square Group");
    field(&window, "Length, Steering group").focus();
    settle(&mut window);
    window.key_press_modifiers(eframe::egui::Modifiers::SHIFT, Key::F10);
    settle(&mut window);
    click(&mut window, Role::Button, "Add to a scenario…");
    // There was none yet: a new one has it.
    assert_eq!(scenarios(&window).len(), 1);
    assert_eq!(scenarios(&window)[0].overrides[0].field, "length");
    assert!(field(&window, LENGTH).is_focused());
    click(&mut window, Role::Button, "Market Square Group");
    click(&mut window, Role::TextInput, "Times a year, Steering group");
    press(&mut window, Key::F4);
    click(&mut window, Role::Button, "Add to a scenario…");
    assert_eq!(scenarios(&window).len(), 1);
    let fields = scenarios(&window)[0].overrides.iter();
    let fields: Vec<&str> = fields.map(|it| it.field.as_str()).collect();
    assert_eq!(fields, ["length", "times_a_year"]);
    // Once more is not twice.
    let revision = session(&window).revision();
    click(&mut window, Role::Button, "Market Square Group");
    click(&mut window, Role::TextInput, "Times a year, Steering group");
    press(&mut window, Key::F4);
    click(&mut window, Role::Button, "Add to a scenario…");
    assert_eq!(session(&window).revision(), revision);
    let times = "Scenario value, Market Square Group: Steering group › Times a year";
    assert!(field(&window, times).is_focused());
}

#[test]
fn draws_and_seed_are_typed_in_the_settings() {
    let desk = Desk::sample("small.ron", Page::Settings, Section::Profile);
    let mut window = light(desk);
    enter(&mut window, "Draws", "20,000");
    enter(&mut window, "Seed", "7");
    assert_eq!(last_label(&window), Some("change seed of settings"));
    let settings = &window.state().session.register().settings;
    assert_eq!((settings.draws, settings.seed), (Some(20_000), Some(7)));
    assert_eq!(
        field_of(&window, "Draws").value().as_deref(),
        Some("20,000")
    );
    enter(&mut window, "Draws", "many");
    let why = field_of(&window, "Draws").accesskit_node().description();
    assert_eq!(why.as_deref(), Some("Not a whole number. Try 10,000"));
}

#[test]
fn the_page_of_scenarios_can_be_painted() {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for (width, height) in [(1280.0, 800.0), (1024.0, 640.0)] {
            let mut window = open("small.ron", look, width, height);
            click(&mut window, Role::Button, "Scenarios");
            screenshot(&mut window, &format!("scenarios-empty-{name}-{width}"));
            with_a_length_in(&mut window);
            screenshot(&mut window, &format!("scenarios-{name}-{width}"));
        }
    }
}

fn with_a_length_in(window: &mut Window) {
    with_a_length(window);
    field(window, LENGTH).type_text("1h 30m");
    settle(window);
    press(window, Key::Enter);
    assert_eq!(scenarios(window)[0].overrides[0].value, "1h 30m");
}
