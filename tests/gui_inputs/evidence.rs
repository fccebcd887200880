//! Who vouches for a figure, the log of assumptions and people's time, as somebody at the window meets them.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, OutputCommand, Theme, vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use egui_kittest::{Harness, Node};
use fruitful::gui::app::FruitfulApp;
use fruitful::model::inputs::{AnyInput, input_at};
use fruitful::model::register::Register;
use fruitful::session::action::Action;
use fruitful::session::preferences::Look;
use fruitful::session::session::Session;
use fruitful::units::id::{Id, InputId, Kind};

use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;

type Window = Harness<'static, Option<FruitfulApp>>;

const LENGTH: InputId = InputId {
    record: Id::new(Kind::Meeting, 9),
    field: "length",
};

fn open(sample: &str, look: Look, width: f32, height: f32) -> Window {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(sample);
    let mut session = Session::new(Arc::new(|| {}), None);
    session.preferences.look = look;
    session.apply(Action::Open(path));
    session.settle();
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

fn small() -> Window {
    open("small.ron", Look::Light, 1280.0, 800.0)
}

fn settle(window: &mut Window) {
    window.run_steps(3);
    if let Some(app) = window.state_mut() {
        app.session_mut().settle();
    }
    // What is worked out beside the window has a thread of its own.
    std::thread::sleep(std::time::Duration::from_millis(30));
    window.run_steps(4);
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    settle(window);
}

fn click(window: &mut Window, role: Role, name: &str) {
    let found = window.query_all_by_role_and_label(role, name).next();
    found.unwrap_or_else(|| panic!("no {name}")).click();
    settle(window);
}

fn type_into(window: &mut Window, name: &str, text: &str) {
    click(window, Role::TextInput, name);
    window
        .get_by_role_and_label(Role::TextInput, name)
        .type_text(text);
    settle(window);
    press(window, Key::Tab);
}

fn field<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
    window.get_by_role_and_label(Role::TextInput, name)
}

fn session(window: &Window) -> &Session {
    window.state().as_ref().unwrap().session()
}

fn register(window: &Window) -> &Register {
    session(window).register()
}

fn length(window: &Window) -> &dyn AnyInput {
    input_at(register(window), LENGTH).unwrap()
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

fn open_evidence_for_the_length(window: &mut Window) {
    click(window, Role::Button, "Market Square Group");
    click(window, Role::TextInput, "Length, Steering group");
    press(window, Key::F4);
    assert!(says(window, "Steering group › Length"));
}

#[test]
fn somebody_vouches_for_a_length_and_the_keyboard_comes_back() {
    let mut window = small();
    open_evidence_for_the_length(&mut window);
    assert!(field(&window, "Source").is_focused());
    // Two managers at £40 and three officers at £25, 2 h, ten times: £3,100, and nobody has graded it.
    assert!(says(&window, "£3,100 a year rests on it, £1,240 at risk."));
    type_into(&mut window, "Source", "Diary");
    type_into(&mut window, "Who vouches", "Head of Place");
    type_into(&mut window, "Date", "1/4/2026");
    click(&mut window, Role::ComboBox, "Evidence grade");
    let choice = "2 · From ledgers or contracts, and checked";
    click(&mut window, Role::Button, choice);
    type_into(&mut window, "Lowest", "1h 30m");
    type_into(&mut window, "Highest", "3");
    let input = length(&window);
    let evidence = input.evidence().unwrap();
    assert_eq!(evidence.source, "Diary");
    assert_eq!(evidence.who, "Head of Place");
    assert_eq!(evidence.grade, Some(2));
    assert_eq!(evidence.date.unwrap().to_string(), "2026-04-01");
    assert_eq!(input.entry_text(), "1.5..2..3");
    assert!(says(&window, "£3,100 a year rests on it, £155 at risk."));
    let undo = session(&window).undo_label();
    assert_eq!(undo, Some("say the highest length of Steering group"));
    screenshot(&mut window, "evidence-panel-light");

    // Esc in a field that nobody types in closes the panel.
    click(&mut window, Role::TextInput, "Source");
    press(&mut window, Key::Escape);
    assert!(!says(&window, "Steering group › Length"));
    let cell = field(&window, "Length, Steering group");
    assert!(cell.is_focused());
    let said = cell.accesskit_node().description().unwrap_or_default();
    assert_eq!(
        said,
        "evidence grade 2, Diary, Head of Place, 1 Apr 2026; between 1.5 h and 3 h, PERT"
    );
    let silent = field(&window, "Times a year, Steering group");
    assert_eq!(silent.accesskit_node().description(), None);
}

#[test]
fn every_part_of_the_evidence_is_taken_back_by_one_undo() {
    let mut window = small();
    open_evidence_for_the_length(&mut window);
    type_into(&mut window, "Who vouches", "Clerk");
    let label = session(&window).undo_label();
    assert_eq!(label, Some("say who vouches for length of Steering group"));
    undo(&mut window);
    assert_eq!(length(&window).evidence(), None);
    assert_eq!(session(&window).undo_label(), None);
}

#[test]
fn a_range_out_of_order_is_refused_at_its_field_and_the_panel_follows_the_keyboard() {
    let mut window = small();
    open_evidence_for_the_length(&mut window);
    type_into(&mut window, "Highest", "3");
    for (text, why) in [
        (
            "4",
            "The lowest is above the highest. Type the least, the most likely and the most",
        ),
        (
            "2.5",
            "The most likely lies outside its range. Type the least, the most likely and the most",
        ),
    ] {
        type_into(&mut window, "Lowest", text);
        assert_eq!(length(&window).entry_text(), "..2..3");
        let said = field(&window, "Lowest").accesskit_node().description();
        assert_eq!(said.as_deref(), Some(why));
        click(&mut window, Role::TextInput, "Lowest");
        press(&mut window, Key::Escape);
    }
    click(&mut window, Role::TextInput, "Times a year, Steering group");
    assert!(says(&window, "Steering group › Times a year"));
    assert_eq!(field(&window, "Highest").value().as_deref(), Some(""));
}

fn undo(window: &mut Window) {
    let app = window.state_mut().as_mut().unwrap();
    app.session_mut().apply(Action::Undo);
    settle(window);
}

fn undo_label(window: &Window) -> Option<&str> {
    session(window).undo_label()
}

#[test]
fn a_range_is_made_shaped_and_taken_away_in_the_panel_step_by_step() {
    let mut window = small();
    open_evidence_for_the_length(&mut window);
    type_into(&mut window, "Lowest", "1");
    type_into(&mut window, "Highest", "4");
    type_into(&mut window, "Most likely", "3");
    assert_eq!(length(&window).entry_text(), "1..3..4");
    assert_eq!(
        undo_label(&window),
        Some("change the length of Steering group")
    );
    click(&mut window, Role::ComboBox, "Shape");
    let shape = "triangular · straight to both ends";
    click(&mut window, Role::Button, shape);
    assert_eq!(length(&window).entry_text(), "1..3..4 triangular");
    let label = "say the shape of the length of Steering group";
    assert_eq!(undo_label(&window), Some(label));
    screenshot(&mut window, "range-editor-light");
    click(&mut window, Role::Button, "No range");
    assert_eq!(length(&window).entry_text(), "3");
    for text in ["1..3..4 triangular", "1..3..4", "1..2..4", "1..2..", "2"] {
        undo(&mut window);
        assert_eq!(length(&window).entry_text(), text);
    }
    assert_eq!(undo_label(&window), None);
}

#[test]
fn what_may_not_happen_gets_a_probability_in_the_panel() {
    let mut window = small();
    open_evidence_for_the_length(&mut window);
    click(&mut window, Role::CheckBox, "It may not happen");
    assert_eq!(
        undo_label(&window),
        None,
        "nothing is said until it is typed"
    );
    type_into(&mut window, "If it happens", "5");
    type_into(&mut window, "Probability", "130%");
    let said = field(&window, "Probability").accesskit_node().description();
    let why = "The probability of an event is 0% to 100%. Try 30% of 12,000";
    assert_eq!(said.as_deref(), Some(why));
    type_into(&mut window, "Probability", "40%");
    assert_eq!(length(&window).entry_text(), "40% of 5");
    // 40% of 5 h is 2 h, what it was: the cost is as it was.
    assert!(says(&window, "£3,100 a year rests on it"));
    click(&mut window, Role::CheckBox, "It may not happen");
    assert_eq!(length(&window).entry_text(), "5");
    let label = "make certain the length of Steering group";
    assert_eq!(undo_label(&window), Some(label));
}

#[test]
fn names_that_quantities_move_with_are_suggested() {
    let mut window = small();
    open_evidence_for_the_length(&mut window);
    type_into(&mut window, "Moves with", "agenda");
    assert_eq!(length(&window).moves_with(), "agenda");
    let label = "say what moves with the length of Steering group";
    assert_eq!(undo_label(&window), Some(label));
    click(&mut window, Role::TextInput, "Times a year, Steering group");
    settle(&mut window);
    click(&mut window, Role::Button, "agenda");
    let times = InputId {
        field: "times_a_year",
        ..LENGTH
    };
    let times = input_at(register(&window), times).unwrap();
    assert_eq!(times.moves_with(), "agenda");
}

#[test]
fn without_a_figure_the_panel_says_what_to_do() {
    let mut window = small();
    press(&mut window, Key::F4);
    assert!(says(&window, "Put the keyboard into a figure"));
    press(&mut window, Key::Escape);
    assert!(!says(&window, "Put the keyboard into a figure"));
}

#[test]
fn on_another_page_the_panel_forgets_the_figure() {
    let mut window = small();
    open_evidence_for_the_length(&mut window);
    click(&mut window, Role::Button, "Riverside Trust");
    assert!(!says(&window, "Steering group › Length"));
    press(&mut window, Key::F4);
    assert!(says(&window, "Put the keyboard into a figure"));
    press(&mut window, Key::Escape);
    assert!(says(&window, "Who attends Trustees"));
}

#[test]
fn the_log_of_assumptions_leads_to_a_cell_and_its_evidence() {
    let mut window = small();
    click(&mut window, Role::Button, "Assumptions");
    assert!(says(&window, "figures were typed."));
    let all = session(&window).register().partnerships.len();
    assert_eq!(all, 3);
    window.get_by_label("Copy for a spreadsheet").click();
    window.run_steps(1);
    let copied = window
        .output()
        .platform_output
        .commands
        .iter()
        .find_map(|it| match it {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    let copied = copied.expect("the rows are on the clipboard");
    assert!(copied.starts_with("Id\tPartnership\tRecord\tFigure\tValue"));
    assert!(copied.contains("\nm9/length\tMarket Square Group\tSteering group\tLength\t2\t"));
    type_into(&mut window, "Filter assumptions", "steering");
    screenshot(&mut window, "assumptions-filtered");
    let link = window.query_all_by_role_and_label(Role::Link, "Length");
    link.last().unwrap().click();
    settle(&mut window);
    assert!(says(&window, "Steering group › Length"));
    assert!(field(&window, "Length, Steering group").is_focused());
}

#[test]
fn the_ledger_of_time_shows_senior_people_and_then_all() {
    let mut window = open("borough.ron", Look::Light, 1280.0, 800.0);
    click(&mut window, Role::Button, "People’s time");
    assert!(says(&window, "Senior people give at least 291 days a year"));
    assert!(says(&window, "All senior people"));
    assert!(!says(&window, "Everybody"));
    screenshot(&mut window, "time-senior");
    click(&mut window, Role::Button, "All grades");
    assert!(says(&window, "Everybody"));
    let director = window.query_all_by_role_and_label(Role::Link, "Director");
    director.last().unwrap().click();
    settle(&mut window);
    assert!(says(&window, "Basis of a figure"));
    assert!(says(&window, "Time of Director"));
}

#[test]
fn the_new_pages_can_be_painted() {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for page in ["Assumptions", "People’s time"] {
            let mut window = open("borough.ron", look, 1024.0, 640.0);
            click(&mut window, Role::Button, page);
            let file = page.to_lowercase().replace(['’', ' '], "-");
            screenshot(&mut window, &format!("{file}-1024-{name}"));
        }
    }
}

#[test]
fn a_range_is_pictured_and_the_picture_is_said() {
    for (look, name) in [(Look::Light, "light"), (Look::Dark, "dark")] {
        for (width, height) in [(1280.0, 800.0), (1024.0, 640.0)] {
            let mut window = open("small.ron", look, width, height);
            open_evidence_for_the_length(&mut window);
            assert!(window.query_all_by_role(Role::Image).all(|it| {
                let said = it.accesskit_node().label().unwrap_or_default();
                !said.contains("on average")
            }));
            click(&mut window, Role::TextInput, "Length, Steering group");
            for (typed, said) in [
                (
                    "30% of 4",
                    "4 h with a chance of 30%, otherwise nothing: on average 1.2 h.",
                ),
                // (1 + 4 × 2 + 4) ÷ 6 = 2.17.
                (
                    "1..2..4",
                    "Most likely 2 h, on average 2.17 h. Eight times in ten between",
                ),
            ] {
                field(&window, "Length, Steering group").focus();
                settle(&mut window);
                field(&window, "Length, Steering group").type_text(typed);
                settle(&mut window);
                press(&mut window, Key::Enter);
                let pictures: Vec<String> = window
                    .query_all_by_role(Role::Image)
                    .filter_map(|it| it.accesskit_node().label())
                    .collect();
                assert!(
                    pictures.iter().any(|it| it.starts_with(said)),
                    "{pictures:?}"
                );
                let scroll = window.query_all_by_label("Moves with").last();
                scroll.expect("it stands below").scroll_to_me();
                settle(&mut window);
                let kind = if typed.contains('%') {
                    "event"
                } else {
                    "range"
                };
                screenshot(&mut window, &format!("range-picture-{kind}-{name}-{width}"));
            }
        }
    }
}
