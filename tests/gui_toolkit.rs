//! The toolkit as its users meet it: by label, by key, by click, and by eye.

mod demo;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, Theme, TouchPhase, Vec2,
};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::theme;
use fruitful::gui::widgets::draft::finish_editing;
use fruitful::session::preferences::Look;

use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;
use demo::{Demo, demo_page};

fn harness(look: Look) -> Harness<'static, Demo> {
    let mut harness = Harness::builder()
        .with_size(Vec2::new(1280.0, 800.0))
        .with_theme(if look == Look::Light {
            Theme::Light
        } else {
            Theme::Dark
        })
        .renderer(SoftRenderer::default())
        .with_context_setup(move |ctx| {
            theme::install(ctx);
            theme::set_look(ctx, look);
        })
        .build_ui_state(demo_page, Demo::default());
    harness.run();
    harness
}

fn field<'h>(harness: &'h Harness<'_, Demo>, name: &'h str) -> egui_kittest::Node<'h> {
    harness.get_by_role_and_label(Role::TextInput, name)
}

/// Opens a cell and types over what it holds.
fn type_into(harness: &mut Harness<'_, Demo>, name: &str, text: &str) {
    field(harness, name).click();
    harness.run();
    field(harness, name).type_text(text);
    harness.run();
}

fn wheel(delta: Vec2) -> Event {
    Event::MouseWheel {
        unit: MouseWheelUnit::Point,
        delta,
        modifiers: Modifiers::NONE,
        phase: TouchPhase::Move,
        source: MouseWheelSource::Unknown,
    }
}

#[test]
fn enter_commits_and_goes_to_the_row_below() {
    let mut harness = harness(Look::Light);
    type_into(&mut harness, "Length, Liaison board", "1h 30m");
    assert_eq!(harness.state().meetings[0].length, "2");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "1h 30m");
    assert!(field(&harness, "Length, Steering group").is_focused());
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Enter);
    harness.run();
    assert!(field(&harness, "Length, Liaison board").is_focused());
}

#[test]
fn tab_commits_and_goes_to_the_next_cell() {
    let mut harness = harness(Look::Light);
    type_into(&mut harness, "Length, Liaison board", "3");
    harness.key_press(Key::Tab);
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "3");
    assert!(field(&harness, "People, Liaison board").is_focused());
}

#[test]
fn a_click_elsewhere_commits() {
    let mut harness = harness(Look::Light);
    type_into(&mut harness, "Length, Liaison board", "4");
    field(&harness, "Note, Steering group").click();
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "4");
}

#[test]
fn escape_brings_back_what_was_there() {
    let mut harness = harness(Look::Light);
    type_into(&mut harness, "Length, Liaison board", "9");
    harness.key_press(Key::Escape);
    harness.run();
    let cell = field(&harness, "Length, Liaison board");
    assert_eq!(cell.value().as_deref(), Some("2"));
    assert!(cell.is_focused());
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!field(&harness, "Length, Liaison board").is_focused());
    assert_eq!(harness.state().meetings[0].length, "2");
}

#[test]
fn nonsense_stays_with_its_reason_and_is_never_committed() {
    let mut harness = harness(Look::Light);
    type_into(&mut harness, "Length, Liaison board", "soon");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(field(&harness, "Length, Liaison board").is_focused());
    harness.key_press(Key::Tab);
    harness.run();
    let cell = field(&harness, "Length, Liaison board");
    assert_eq!(cell.value().as_deref(), Some("soon"));
    assert_eq!(
        cell.accesskit_node().description().as_deref(),
        Some("Not a length of time. Try 1.5, 1h 30m or 90 min")
    );
    assert_eq!(harness.state().meetings[0].length, "2");
    type_into(&mut harness, "Length, Liaison board", "1.5");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "1.5");
}

#[test]
fn an_emptied_cell_is_committed_as_empty() {
    let mut harness = harness(Look::Light);
    field(&harness, "Length, Liaison board").click();
    harness.run();
    harness.key_press(Key::Backspace);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "");
}

#[test]
fn a_pasted_amount_is_for_the_check_to_judge() {
    let mut harness = harness(Look::Light);
    field(&harness, "Venue and food, Liaison board").click();
    harness.run();
    harness.event(Event::Paste("£1,234.50".to_owned()));
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings[0].venue, "£1,234.50");
}

#[test]
fn a_screen_reader_sets_a_value_without_opening_the_cell() {
    let mut harness = harness(Look::Light);
    field(&harness, "Length, Liaison board").set_text_value_accesskit("45 min");
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "45 min");
}

#[test]
fn enter_in_the_last_row_asks_for_another() {
    let mut harness = harness(Look::Light);
    let before = harness.state().meetings.len();
    type_into(&mut harness, "Length, Working group", "1");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings.len(), before + 1);
}

#[test]
fn a_header_sorts_by_keyboard_and_says_so() {
    let mut harness = harness(Look::Light);
    harness
        .get_by_role_and_label(Role::ColumnHeader, "Annual cost, sorted descending")
        .focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::ColumnHeader, "Annual cost, sorted ascending");
}

#[test]
fn arrows_move_between_rows_and_enter_opens_one() {
    let mut harness = harness(Look::Light);
    harness
        .get_by_role_and_label(Role::RowGroup, "Partnerships")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::ArrowDown);
    harness.run();
    let two_below_the_selected = Demo::partnership_name(3);
    harness.get_by_role_and_label(Role::Row, &two_below_the_selected);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().opened, Some(3));
}

#[test]
fn the_keyboard_reaches_rows_out_of_view() {
    let mut harness = harness(Look::Light);
    harness
        .get_by_role_and_label(Role::RowGroup, "Partnerships")
        .focus();
    harness.run();
    harness.key_press(Key::End);
    harness.run();
    let last = Demo::partnership_name(demo::N_PARTNERSHIPS - 1);
    let row = harness.get_by_role_and_label(Role::Row, &last).rect();
    assert!(row.bottom() <= 800.0, "{row:?}");
}

#[test]
fn a_choice_is_typed_and_arrows_leave_it_alone() {
    let mut harness = harness(Look::Light);
    let cell = |name: &str| format!("Chaired by, {name}");
    let first = cell("Liaison board");
    harness
        .get_by_role_and_label(Role::ComboBox, &first)
        .focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    let below = cell("Steering group");
    let below = harness.get_by_role_and_label(Role::ComboBox, &below);
    assert!(below.is_focused());
    assert_eq!(harness.state().meetings[0].chair, 0);
    harness.key_press(Key::ArrowUp);
    harness.run();
    let second = demo::CHAIRS[1];
    let cell = harness.get_by_role_and_label(Role::ComboBox, &first);
    cell.type_text(&second[..second.len() - 1]);
    harness.run();
    harness.get_by_role_and_label(Role::ListBoxOption, second);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings[0].chair, 1);
}

#[test]
fn a_choice_opens_and_is_picked_by_keyboard() {
    let mut harness = harness(Look::Light);
    harness
        .get_by_role_and_label(Role::ComboBox, "Chaired by, Steering group")
        .focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_label("In turn");
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings[1].chair, 1);
    assert!(harness.query_by_label("In turn").is_none());
}

#[test]
fn a_tick_changes_with_the_space_bar() {
    let mut harness = harness(Look::Light);
    harness
        .get_by_role_and_label(Role::CheckBox, "Minuted, Liaison board")
        .focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(!harness.state().meetings[0].is_minuted);
}

#[test]
fn a_command_settles_the_cell_under_edit_first() {
    let mut harness = harness(Look::Light);
    type_into(&mut harness, "Length, Liaison board", "6");
    assert!(finish_editing(&harness.ctx));
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "6");
    assert!(!finish_editing(&harness.ctx));
}

#[test]
fn text_under_edit_survives_scrolling_out_of_view() {
    let mut harness = harness(Look::Light);
    for _ in 0..12 {
        harness.state_mut().add_meeting();
    }
    harness.run();
    type_into(&mut harness, "Length, Liaison board", "8");
    harness
        .get_by_role_and_label(Role::ColumnHeader, "Length")
        .hover();
    harness.hover_at(field(&harness, "Length, Liaison board").rect().center());
    harness.event(wheel(Vec2::new(0.0, -600.0)));
    harness.run_steps(30);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().meetings[0].length, "8");
}

#[test]
fn a_key_figure_says_what_it_is_and_opens_its_basis() {
    let mut harness = harness(Look::Light);
    harness
        .get_by_label("Annual cost £3.4m, show basis")
        .click();
    harness.run();
    assert_eq!(harness.state().explained, "Annual cost");
}

#[test]
fn the_header_follows_the_rows_sideways() {
    let mut harness = harness(Look::Light);
    harness.set_size(Vec2::new(640.0, 800.0));
    harness.run();
    harness
        .get_by_role_and_label(Role::Link, "Community Safety Partnership")
        .hover();
    harness.event(wheel(Vec2::new(-400.0, 0.0)));
    harness.run_steps(30);
    screenshot(&mut harness, "toolkit_narrow");
    let title = harness
        .get_by_role_and_label(Role::ColumnHeader, "Annual cost, sorted descending")
        .rect();
    let figure = harness.get_by_role_and_label(Role::Cell, "726,000").rect();
    assert!(title.left() < 300.0, "{title:?}");
    assert!(
        (title.right() - figure.right()).abs() < 1.0,
        "{title:?} {figure:?}"
    );
}

#[test]
fn every_look_can_be_painted() {
    for (name, look) in [
        ("light", Look::Light),
        ("dark", Look::Dark),
        ("high_contrast", Look::HighContrast),
    ] {
        let mut harness = harness(look);
        type_into(&mut harness, "People, Steering group", "many");
        harness.key_press(Key::Tab);
        harness.run();
        type_into(&mut harness, "Length, Working group", "1h 30m");
        let row = harness.get_by_role_and_label(Role::Link, "Community Safety Partnership");
        row.hover();
        harness.run();
        screenshot(&mut harness, &format!("toolkit_{name}"));
        reason_on_show(&mut harness);
        screenshot(&mut harness, &format!("toolkit_{name}_reason"));
        keyboard_on_a_row(&mut harness);
        screenshot(&mut harness, &format!("toolkit_{name}_row"));
        harness
            .get_by_role_and_label(Role::ComboBox, "Chaired by, Steering group")
            .click();
        harness.run();
        screenshot(&mut harness, &format!("toolkit_{name}_list"));
    }
}

/// The reason why a text is not understood, and a header under the pointer.
fn reason_on_show(harness: &mut Harness<'_, Demo>) {
    type_into(harness, "Venue and food, Annual conference", "tea");
    harness.key_press(Key::Enter);
    harness.run();
    harness
        .get_by_role_and_label(Role::ColumnHeader, "Time")
        .hover();
    harness.run();
}

/// The list of a choice, and the keyboard on a row that the pointer is not on.
fn keyboard_on_a_row(harness: &mut Harness<'_, Demo>) {
    harness.key_press(Key::Escape);
    harness.key_press(Key::Escape);
    harness
        .get_by_role_and_label(Role::RowGroup, "Partnerships")
        .focus();
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.key_press(Key::ArrowDown);
    harness.run();
}
