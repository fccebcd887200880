//! Journeys through the whole window by what a screen reader finds: first screen, charts, table, basis, guards.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::app::FruitfulApp;
use fruitful::session::action::Action;
use fruitful::session::session::Session;

use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;

pub(crate) type Window = Harness<'static, Option<FruitfulApp>>;

/// A window of this size on a sample, its findings in.
pub(crate) fn open(sample: &str, width: f32, height: f32) -> Window {
    open_in(Theme::Light, sample, width, height)
}

fn open_in(theme: Theme, sample: &str, width: f32, height: f32) -> Window {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(sample);
    let mut session = Session::new(Arc::new(|| {}), None);
    session.apply(Action::Open(path));
    session.settle();
    let mut waiting = Some(session);
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
    window.run_steps(4);
    window
}

pub(crate) fn settle(window: &mut Window) {
    window.run_steps(2);
    if let Some(app) = window.state_mut() {
        app.session_mut().settle();
    }
    window.run_steps(3);
}

pub(crate) fn app(window: &Window) -> &FruitfulApp {
    window.state().as_ref().unwrap()
}

pub(crate) fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn the_first_screen_names_the_dearest_and_the_least_achieving() {
    let mut window = open("borough.ron", 1280.0, 800.0);
    assert!(says(&window, "15 partnerships"));
    for name in [
        "Ashmere Regeneration Company",
        "Climate Forum",
        "One Public Desk",
    ] {
        assert!(
            window
                .query_all_by_role_and_label(Role::Link, name)
                .next()
                .is_some(),
            "{name}"
        );
    }
    screenshot(&mut window, "app-overview-light");
}

#[test]
fn both_charts_have_a_name_a_sentence_and_a_table() {
    let mut window = open("borough.ron", 1280.0, 800.0);
    let figures: Vec<(String, String)> = window
        .query_all_by_role(Role::Figure)
        .map(|node| {
            let node = node.accesskit_node();
            (
                node.label().unwrap_or_default(),
                node.description().unwrap_or_default(),
            )
        })
        .collect();
    assert_eq!(figures.len(), 2);
    for (label, sentence) in &figures {
        assert!(!label.is_empty());
        assert!(sentence.len() > 60, "{sentence}");
    }
    window.get_by_label("Table: Exhibit 2").click();
    settle(&mut window);
    assert!(
        window
            .query_by_role_and_label(Role::Table, "Exhibit 2")
            .is_some()
    );
}

#[test]
fn a_partnership_opens_from_the_table_and_shows_its_meetings() {
    let mut window = open("borough.ron", 1280.0, 800.0);
    let link = window
        .query_all_by_role_and_label(Role::Link, "Family Help Hub")
        .last()
        .unwrap();
    link.click();
    settle(&mut window);
    assert!(says(&window, "Who attends"));
    assert!(says(&window, "Add meeting"));
}

#[test]
fn a_key_figure_shows_what_it_is_made_of() {
    let mut window = open("small.ron", 1280.0, 800.0);
    let card = window
        .query_all_by_label_contains("show basis")
        .find(|node| {
            node.accesskit_node()
                .label()
                .is_some_and(|label| label.starts_with("Direct"))
        });
    card.unwrap().click();
    settle(&mut window);
    assert!(says(&window, "Basis of a figure"));
    window.get_by_label("Close basis").click();
    settle(&mut window);
    assert!(!says(&window, "Basis of a figure"));
}

#[test]
fn unsaved_changes_are_asked_about_before_they_are_lost() {
    let mut window = open("small.ron", 1280.0, 800.0);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    settle(&mut window);
    assert!(app(&window).session().is_dirty());
    assert_eq!(app(&window).session().register().partnerships.len(), 4);
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    settle(&mut window);
    assert!(says(&window, "Save the changes to small.ron?"));
    window.get_by_label("Cancel").click();
    settle(&mut window);
    assert_eq!(app(&window).session().register().partnerships.len(), 4);
    window.key_press_modifiers(Modifiers::COMMAND, Key::N);
    settle(&mut window);
    window.get_by_label("Go on without saving").click();
    settle(&mut window);
    assert_eq!(app(&window).session().register().partnerships.len(), 0);
    assert!(says(&window, "No partnerships yet"));
}

#[test]
fn undo_and_redo_work_by_keyboard_and_leave_a_page_that_is_gone() {
    let mut window = open("small.ron", 1280.0, 800.0);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert_eq!(app(&window).session().register().partnerships.len(), 3);
    assert!(says(&window, "3 partnerships"));
    window.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    settle(&mut window);
    assert_eq!(app(&window).session().register().partnerships.len(), 4);
}

#[test]
fn the_basis_switch_changes_every_cost() {
    let mut window = open("small.ron", 1280.0, 800.0);
    let headline = |window: &Window| {
        let found = window
            .query_all_by_label_contains("a year to all partners")
            .next();
        found.and_then(|node| {
            node.accesskit_node()
                .value()
                .or(node.accesskit_node().label())
        })
    };
    let before = headline(&window);
    window.get_by_label("View").click();
    settle(&mut window);
    window
        .get_by_role_and_label(Role::RadioButton, "Exhibit 2 basis")
        .click();
    settle(&mut window);
    assert_ne!(before, headline(&window));
    assert!(says(&window, "Exhibit 2 basis"));
}

#[test]
fn every_page_is_drawn_in_every_look_and_size() {
    let pages = [
        (Key::Num1, "15 partnerships"),
        (Key::Num2, "Partners"),
        (Key::Num3, "Staff grades"),
        (Key::Num4, "Settings"),
        (Key::Num5, "Queries"),
    ];
    let wants_all = std::env::var_os("FRUITFUL_PICTURES").is_some();
    for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        for (width, height) in [(1280.0, 800.0), (1024.0, 640.0)] {
            let mut window = open_in(theme, "borough.ron", width, height);
            for (at, (key, heading)) in pages.into_iter().enumerate() {
                window.key_press_modifiers(Modifiers::COMMAND, key);
                settle(&mut window);
                // The list of pages names them too; the heading of the page stands to its right.
                let is_headed = window
                    .query_all_by_label_contains(heading)
                    .any(|node| node.rect().left() > 150.0 && node.rect().top() < height / 3.0);
                assert!(is_headed, "{heading}, {look}, {width}");
                // The software renderer takes its time: the dark ones are for somebody who looks at them.
                if theme == Theme::Light || wants_all {
                    let name = format!("app-page-{}-{look}-{width}", at + 1);
                    screenshot(&mut window, &name);
                }
            }
        }
    }
}

#[test]
fn a_command_settles_the_cell_under_edit_before_it_runs() {
    let mut window = open("small.ron", 1280.0, 800.0);
    let link = window
        .query_all_by_role_and_label(Role::Link, "Market Square Group")
        .last()
        .unwrap();
    link.click();
    settle(&mut window);
    let length = "Length, Steering group";
    window.get_by_label(length).click();
    settle(&mut window);
    window.event(eframe::egui::Event::Text("3".into()));
    settle(&mut window);
    // The first undo takes back what is typed, and the cell keeps the cursor.
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    let cell = window.get_by_label(length);
    assert_eq!(cell.value().as_deref(), Some("2"));
    assert!(cell.is_focused());
    assert_eq!(app(&window).session().undo_label(), None);
    assert!(app(&window).session().redo_label().is_some());
    // A blank is passed on only when the cell is left; another page leaves it.
    window.key_press(Key::Backspace);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Num2);
    settle(&mut window);
    assert_eq!(
        app(&window).session().undo_label(),
        Some("change length of Steering group")
    );
}

#[test]
fn what_is_found_opens_on_enter() {
    let mut window = open("borough.ron", 1280.0, 800.0);
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    settle(&mut window);
    window.event(eframe::egui::Event::Text("climate forum".into()));
    settle(&mut window);
    window.key_press(Key::Enter);
    settle(&mut window);
    assert!(says(&window, "Who attends"));
    assert!(says(&window, "Climate Forum"));
}

/// Frames until the window says something that is worked out beside it.
fn until(window: &mut Window, text: &str) {
    for _ in 0..400 {
        settle(window);
        if says(window, text) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
    panic!("the window never said {text:?}");
}

#[test]
fn how_sure_shows_each_of_its_parts() {
    let mut window = open("borough.ron", 1280.0, 800.0);
    window.get_by_label("How sure?").click();
    until(&mut window, "10,000 draws, seed 1, ");
    let figure = window.query_all_by_role(Role::Figure).next().unwrap();
    let node = figure.accesskit_node();
    assert!(node.description().unwrap_or_default().len() > 60);
    for (part, says_something) in [
        ("What matters most", "At its low end"),
        ("Scenarios", "A slow start"),
        ("Discount rates", "PV of costs"),
        ("Every partnership", "Ashmere Energy Company"),
        ("Switching values", "Choose a partnership above"),
    ] {
        let tab = window.query_all_by_label(part).last().unwrap();
        tab.click();
        until(&mut window, says_something);
    }
    let all_named = window.query_all_by_role(Role::Button);
    for node in all_named {
        let node = node.accesskit_node();
        assert!(!node.label().unwrap_or_default().is_empty());
    }
}

#[test]
fn a_partnership_has_switching_values_and_a_grid_of_two() {
    let mut window = open("borough.ron", 1280.0, 800.0);
    window.get_by_label("How sure?").click();
    until(&mut window, "10,000 draws, seed 1, ");
    // A closed list goes on by arrows: the fourth partnership after all together.
    window.get_by_label("Whose figures").focus();
    settle(&mut window);
    for _ in 0..4 {
        window.key_press(Key::ArrowDown);
        settle(&mut window);
    }
    until(&mut window, "19 inputs with a range");
    let tab = window
        .query_all_by_label("Switching values")
        .last()
        .unwrap();
    tab.click();
    until(&mut window, "would have to");
    let tab = window.query_all_by_label("Two at a time").last().unwrap();
    tab.click();
    until(&mut window, "Both between the ends of their ranges");
}

#[test]
fn without_ranges_how_sure_teaches_what_a_range_is() {
    let mut window = open("county.ron", 1280.0, 800.0);
    window.get_by_label("How sure?").click();
    until(&mut window, "No figure has a range yet");
}

/// The three dearest of those that cost more and score less than another: one click, and the table has them on top.
#[test]
fn the_dearest_under_achievers_are_one_click_away() {
    let mut window = open("borough.ron", 1280.0, 1400.0);
    for question in [
        "What do we spend?",
        "What do we get?",
        "Which need a decision?",
    ] {
        window.get_by_role_and_label(Role::Group, question);
    }
    window
        .get_by_label("Costs more and scores less than another: 8, show them")
        .click();
    settle(&mut window);
    assert!(says(&window, "8 of 15 partnerships shown: 8 selected."));
    let table = window.get_by_role_and_label(Role::Table, "Partnerships");
    let names: Vec<String> = table
        .query_all_by_role(Role::Link)
        .filter_map(|node| node.accesskit_node().label())
        .take(3)
        .collect();
    assert_eq!(
        names,
        [
            "Ashmere Regeneration Company",
            "Integrated Discharge Team",
            "Mere Valley Leisure and Culture Trust"
        ]
    );
    window.get_by_label("Show all").click();
    settle(&mut window);
    assert!(says(&window, "15 partnerships ·"));
}

#[test]
fn a_figure_of_a_part_of_the_register_has_no_basis_to_open() {
    let mut window = open("borough.ron", 1280.0, 800.0);
    let opens = |window: &Window| {
        let mut all = window.query_all_by_label_contains("To all partners");
        all.any(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.ends_with("show basis")
        })
    };
    assert!(opens(&window));
    window.get_by_label("Not scored: 3, show them").click();
    settle(&mut window);
    assert!(says(&window, "3 of 15 partnerships shown"));
    assert!(!opens(&window));
}

#[test]
fn a_snapshot_is_taken_compared_with_and_taken_back() {
    let mut window = open("small.ron", 1280.0, 800.0);
    window.get_by_role_and_label(Role::Tab, "Over time").click();
    settle(&mut window);
    assert!(says(&window, "No snapshots yet"));
    window.get_by_label("Take the first snapshot").click();
    settle(&mut window);
    let snapshots = |window: &Window| app(window).session().register().snapshots.clone();
    let kept = snapshots(&window);
    assert_eq!((kept.len(), kept[0].lines.len()), (1, 3));
    assert!(says(&window, "What changed since"));
    assert!(
        window
            .query_by_role_and_label(Role::Table, "Changes")
            .is_some()
    );
    screenshot(&mut window, "app-over-time-light");
    window.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut window);
    assert!(snapshots(&window).is_empty());
    assert!(says(&window, "No snapshots yet"));
}
