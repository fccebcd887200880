//! A first estimate from the first key to the last: no pointer, one edit, and nothing left behind where it is given up.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::app::FruitfulApp;
use fruitful::model::partnership::Model;
use fruitful::session::action::Action;
use fruitful::session::session::Session;

use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;

pub(crate) type Window = Harness<'static, Option<FruitfulApp>>;

/// A window on a new register, or on one of the samples.
pub(crate) fn open(sample: Option<&str>) -> Window {
    let mut session = Session::new(Arc::new(|| {}), None);
    if let Some(name) = sample {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
        session.apply(Action::Open(folder.join(name)));
    }
    session.settle();
    let mut waiting = Some(session);
    let mut window = Harness::builder()
        .with_size(vec2(1280.0, 800.0))
        .with_theme(Theme::Light)
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
    window.run_steps(4);
    window
}

pub(crate) fn settle(window: &mut Window) {
    window.run_steps(2);
    if let Some(app) = window.state_mut() {
        app.session_mut().settle();
    }
    window.run_steps(2);
}

pub(crate) fn session(window: &Window) -> &Session {
    window.state().as_ref().unwrap().session()
}

pub(crate) fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    settle(window);
}

pub(crate) fn command(window: &mut Window, key: Key) {
    window.key_press_modifiers(Modifiers::COMMAND, key);
    settle(window);
}

fn write(window: &mut Window, text: &str) {
    window.event(Event::Text(text.into()));
    settle(window);
}

/// What has the keyboard, as a screen reader says it.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method is not general enough over the lives of nodes"
)]
pub(crate) fn focused(window: &Window) -> String {
    let found = window.query_all_by(|node| node.is_focused()).last();
    found
        .and_then(|it| it.accesskit_node().label())
        .unwrap_or_default()
}

/// Presses Tab until something that starts like this has the keyboard.
pub(crate) fn tab_to(window: &mut Window, name: &str) {
    for _ in 0..150 {
        if focused(window).starts_with(name) {
            return;
        }
        window.key_press(Key::Tab);
        window.run_steps(2);
    }
    panic!("Tab never reaches {name}");
}

pub(crate) fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

fn value(window: &Window, name: &str) -> String {
    let cell = window.get_by_role_and_label(Role::TextInput, name);
    cell.value().unwrap_or_default()
}

fn n_partnerships(window: &Window) -> usize {
    session(window).register().partnerships.len()
}

/// The sample has no senior grade.
fn senior_hour(window: &mut Window) {
    tab_to(window, "An hour of a senior person, lowest");
    for text in ["50", "60", "80"] {
        write(window, text);
        press(window, Key::Tab);
    }
}

/// The answers of working.md, part I, each as lowest, most likely and highest, from the first cell on.
const ANSWERS: [[&str; 3]; 12] = [
    ["60", "60", "60"],
    ["30", "30", "30"],
    ["2", "4", "6"],
    ["2h", "2", "120 min"],
    ["1", "1", "1"],
    ["0", "0", "0"],
    ["0", "1", "2"],
    ["0", "0", "0"],
    ["0", "0", "0"],
    ["0", "0", "0"],
    ["0", "£1,000", "5k"],
    ["0", "0", "0"],
];

#[test]
fn ten_answers_by_keyboard_become_a_partnership_that_one_undo_takes_back() {
    let mut window = open(None);
    // The empty first screen offers it.
    tab_to(&mut window, "Estimate one in ten answers");
    press(&mut window, Key::Enter);
    assert_eq!(focused(&window), "Name of the partnership");
    write(&mut window, "Town team");
    tab_to(&mut window, "Add a body");
    write(&mut window, "Us");
    press(&mut window, Key::Enter);
    assert!(focused(&window).starts_with("Add a body"));
    write(&mut window, "Them");
    press(&mut window, Key::Enter);
    assert!(says(&window, "No figure yet"));
    tab_to(&mut window, "An hour of a senior person, lowest");
    for text in ANSWERS.into_iter().flatten() {
        window.event(Event::Text(text.into()));
        window.run_steps(2);
        window.key_press(Key::Tab);
        window.run_steps(2);
    }
    settle(&mut window);
    assert!(says(&window, "£2,440 a year"));
    assert!(says(&window, "between £1,440 and £6,440"));
    assert!(says(&window, "£1,440 – £6,440"));
    screenshot(&mut window, "estimate-light");
    tab_to(&mut window, "Table: range of the estimate");
    press(&mut window, Key::Enter);
    let table = "How each answer moves the figure";
    assert!(window.query_by_role_and_label(Role::Table, table).is_some());
    assert!(says(&window, "Preparation of each person"));
    assert_eq!(n_partnerships(&window), 0);
    command(&mut window, Key::Enter);

    let register = session(&window).register();
    let made = &register.partnerships[0];
    assert_eq!(made.name, "Town team");
    assert_eq!((made.members.len(), register.partners.len()), (2, 2));
    let undo = session(&window).undo_label();
    assert_eq!(undo, Some("estimate Town team"));
    assert!(says(&window, "Full cost a year £2,440, show basis"));
    assert!(says(&window, "What would narrow it most:"));
    screenshot(&mut window, "estimate-made-light");

    tab_to(&mut window, "Other money a year");
    press(&mut window, Key::Enter);
    let at = focused(&window);
    assert!(
        at.starts_with("Amount") && at.contains("Other running costs"),
        "{at}"
    );

    command(&mut window, Key::Z);
    let register = session(&window).register();
    assert!(register.partnerships.is_empty());
    assert!(register.partners.is_empty() && register.grades.is_empty());
}

#[test]
fn three_numbers_that_do_not_rise_are_refused_in_words() {
    let mut window = open(Some("small.ron"));
    command(&mut window, Key::T);
    write(&mut window, "Twice");
    senior_hour(&mut window);
    tab_to(&mut window, "Meetings a year, lowest");
    write(&mut window, "9");
    press(&mut window, Key::Tab);
    assert!(says(&window, "The lowest, 9, is above the most likely, 4"));
    assert!(says(
        &window,
        "Not up to date: one answer needs another look"
    ));
    command(&mut window, Key::Enter);
    assert_eq!(n_partnerships(&window), 3);
    assert_eq!(focused(&window), "Meetings a year, lowest");
    press(&mut window, Key::Delete);
    press(&mut window, Key::Tab);
    assert!(says(
        &window,
        "Type the lowest too. If you do not know, give a wide range"
    ));
    tab_to(&mut window, "Meetings a year, lowest");
    write(&mut window, "-2");
    press(&mut window, Key::Enter);
    let cell = window.get_by_role_and_label(Role::TextInput, "Meetings a year, lowest");
    let why = cell.accesskit_node().description();
    assert_eq!(why.as_deref(), Some("Not below 0"));
}

#[test]
fn another_model_refills_what_nobody_has_touched() {
    let mut window = open(Some("small.ron"));
    command(&mut window, Key::T);
    tab_to(&mut window, "Meetings a year, highest");
    write(&mut window, "7");
    assert_eq!(value(&window, "Posts that it pays for, most likely"), "0");
    tab_to(&mut window, "Separate organisation");
    press(&mut window, Key::Space);
    // Starting points of a separate organisation: two, five and fifteen posts.
    for (end, posts) in [("lowest", "2"), ("most likely", "5"), ("highest", "15")] {
        let name = format!("Posts that it pays for, {end}");
        assert_eq!(value(&window, &name), posts);
    }
    for (end, meetings) in [("lowest", "3"), ("most likely", "4"), ("highest", "7")] {
        let name = format!("Meetings a year, {end}");
        assert_eq!(value(&window, &name), meetings);
    }
    senior_hour(&mut window);
    tab_to(&mut window, "Name of");
    write(&mut window, "Trust");
    command(&mut window, Key::Enter);
    let made = session(&window).register().partnerships.last().unwrap();
    assert_eq!(made.model, Model::SeparateOrganisation);
}

#[test]
fn an_estimate_is_left_without_a_trace_and_asks_only_where_something_is_lost() {
    let mut window = open(Some("small.ron"));
    command(&mut window, Key::T);
    // The first takes the keyboard out of the name, the second leaves.
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    assert!(!says(&window, "Give up this estimate?"));
    assert!(says(&window, "3 partnerships"));

    command(&mut window, Key::T);
    write(&mut window, "Lost");
    command(&mut window, Key::Num2);
    command(&mut window, Key::T);
    assert_eq!(value(&window, "Name of the partnership"), "Lost");
    press(&mut window, Key::Escape);
    assert!(says(&window, "Give up this estimate?"));
    press(&mut window, Key::Escape);
    assert!(!says(&window, "Give up this estimate?"));
    assert_eq!(value(&window, "Name of the partnership"), "Lost");

    command(&mut window, Key::N);
    assert!(says(&window, "Give up this estimate?"));
    tab_to(&mut window, "Give it up");
    press(&mut window, Key::Enter);
    assert!(says(&window, "No partnerships yet"));
    assert_eq!(session(&window).undo_label(), None);
}
