//! Typing into the forms: what moves at once, what is kept, and what one undo takes back.

use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::view::{Page, Section};
use fruitful::model::meeting::Meeting;
use fruitful::model::partnership::Partnership;
use fruitful::session::preferences::Look;
use fruitful::units::id::{Id, InputId, Kind};
use fruitful::units::parse::Typed;

use super::desk::{Desk, Window, light, window};
use super::keys::{field, press, undo, undo_label};

const MARKET: Id = Id::new(Kind::Partnership, 8);
const MANAGERS: &str = "Manager, Tarnwick Council";
const OFFICERS: &str = "Officer, Harbeck Council";

fn market(section: Section) -> Window {
    light(Desk::sample(
        "small.ron",
        Page::Partnership(MARKET),
        section,
    ))
}

fn type_into(window: &mut Window, name: &str, text: &str) {
    field(window, name).click();
    window.run();
    field(window, name).type_text(text);
    window.run();
}

fn partnership(window: &Window) -> &Partnership {
    window
        .state()
        .session
        .register()
        .partnership(MARKET)
        .expect("the sample has it")
}

fn meeting(window: &Window) -> &Meeting {
    &partnership(window).meetings[0]
}

fn length(window: &Window) -> String {
    let length = meeting(window).length.value();
    length.map(Typed::to_text).unwrap_or_default()
}

#[test]
fn the_cost_follows_while_somebody_types_and_one_undo_takes_it_back() {
    let mut window = market(Section::Meetings);
    window.get_by_label("Full cost a year £6,045, show basis");
    // Two managers at £40 and three officers at £25, ten times: another hour costs £1,550.
    type_into(&mut window, "Length, Steering group", "3");
    window.get_by_label("Full cost a year £7,595, show basis");
    assert!(field(&window, "Length, Steering group").is_focused());
    field(&window, "Length, Steering group").type_text("0 min");
    window.run();
    assert_eq!(length(&window), "0.5");
    press(&mut window, Key::Enter);
    assert_eq!(undo_label(&window), Some("change length of Steering group"));
    undo(&mut window);
    assert_eq!(length(&window), "2");
    assert_eq!(undo_label(&window), None);
    window.get_by_label("Full cost a year £6,045, show basis");
}

#[test]
fn escape_takes_back_what_the_results_had_followed() {
    let mut window = market(Section::Meetings);
    type_into(&mut window, "Length, Steering group", "9");
    assert_eq!(length(&window), "9");
    press(&mut window, Key::Escape);
    assert_eq!(length(&window), "2");
    assert_eq!(undo_label(&window), None);
    let cell = field(&window, "Length, Steering group");
    assert_eq!(cell.value().as_deref(), Some("2"));
    assert!(cell.is_focused());
}

#[test]
fn nonsense_stays_in_the_cell_and_never_in_the_register() {
    let mut window = market(Section::Meetings);
    type_into(&mut window, "Length, Steering group", "3");
    field(&window, "Length, Steering group").type_text(" or so");
    window.run();
    press(&mut window, Key::Tab);
    let cell = field(&window, "Length, Steering group");
    assert_eq!(cell.value().as_deref(), Some("3 or so"));
    let why = cell.accesskit_node().description();
    assert_eq!(
        why.as_deref(),
        Some("Not a length of time. Try 1.5, 1h 30m or 90 min")
    );
    assert_eq!(length(&window), "2");
    assert_eq!(undo_label(&window), None);
}

#[test]
fn a_cleared_cell_is_not_known_and_the_cost_says_at_least() {
    let mut window = market(Section::Meetings);
    field(&window, "Length, Steering group").click();
    window.run();
    press(&mut window, Key::Backspace);
    assert_eq!(length(&window), "2");
    press(&mut window, Key::Tab);
    assert_eq!(length(&window), "");
    window.get_by_label_contains("Full cost, at least");
    undo(&mut window);
    field(&window, "Length, Steering group").click();
    window.run();
    press(&mut window, Key::Delete);
    assert_eq!(length(&window), "");
}

#[test]
fn a_click_on_another_section_settles_the_cell_first() {
    let mut window = market(Section::Meetings);
    field(&window, "Length, Steering group").click();
    window.run();
    press(&mut window, Key::Backspace);
    window.get_by_role_and_label(Role::Tab, "Profile").click();
    window.run();
    assert_eq!(window.state().view.section, Section::Profile);
    assert_eq!(length(&window), "");
}

#[test]
fn enter_in_the_last_row_settles_it_and_a_second_enter_adds_one() {
    let mut window = market(Section::Meetings);
    let name = format!("Number, {OFFICERS}");
    type_into(&mut window, &name, "4");
    press(&mut window, Key::Enter);
    assert_eq!(meeting(&window).attendees.len(), 2);
    assert!(window.get_by_label("Add attendee").is_focused());
    press(&mut window, Key::Enter);
    assert_eq!(meeting(&window).attendees.len(), 3);
    assert_eq!(undo_label(&window), Some("add attendee"));
    let partner = window.get_by_role_and_label(Role::ComboBox, "Partner, attendee 3");
    assert!(partner.is_focused());
}

#[test]
fn a_new_row_starts_in_its_first_cell() {
    let mut window = market(Section::Meetings);
    window.get_by_label("Add meeting").click();
    window.run();
    assert!(field(&window, "Meeting, meeting 2").is_focused());
    field(&window, "Meeting, meeting 2").type_text("Board");
    window.run();
    press(&mut window, Key::Tab);
    let board = &partnership(&window).meetings[1];
    assert_eq!(board.name, "Board");
    assert_eq!(window.state().view.meeting, Some(board.id));
    window.get_by_label("Who attends Board");
}

#[test]
fn a_row_is_deleted_by_button_and_comes_back_with_undo() {
    let mut window = market(Section::Meetings);
    window.get_by_label("Delete Steering group").click();
    window.run();
    assert!(partnership(&window).meetings.is_empty());
    window.get_by_label("No meetings yet");
    assert_eq!(undo_label(&window), Some("delete meeting Steering group"));
    undo(&mut window);
    assert_eq!(meeting(&window).attendees.len(), 2);
}

#[test]
fn a_row_is_deleted_by_key_and_the_keyboard_stays_in_the_table() {
    let mut window = market(Section::Meetings);
    field(&window, &format!("Miles, {MANAGERS}")).click();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::Delete);
    window.run();
    assert_eq!(meeting(&window).attendees.len(), 1);
    assert!(field(&window, &format!("Miles, {OFFICERS}")).is_focused());
}

#[test]
fn a_grade_is_chosen_by_keyboard() {
    let mut window = market(Section::Meetings);
    let name = format!("Grade, {OFFICERS}");
    let cell = window.get_by_role_and_label(Role::ComboBox, &name);
    cell.focus();
    window.run();
    // The arrows move between cells; the list opens with Alt.
    window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    window.run();
    press(&mut window, Key::ArrowUp);
    press(&mut window, Key::Enter);
    assert_eq!(
        meeting(&window).attendees[1].grade,
        Some(Id::new(Kind::Grade, 4))
    );
    let label = format!("change grade of {OFFICERS}");
    assert_eq!(undo_label(&window), Some(label.as_str()));
}

#[test]
fn a_day_is_typed_as_people_write_it() {
    let mut window = market(Section::Profile);
    type_into(&mut window, "Start", "1/5/2025");
    press(&mut window, Key::Enter);
    let start = partnership(&window).start.unwrap();
    assert_eq!(start.to_string(), "2025-05-01");
    assert_eq!(
        undo_label(&window),
        Some("change start of Market Square Group")
    );
}

#[test]
fn members_are_ticked() {
    let mut window = market(Section::Profile);
    let tick = window.get_by_role_and_label(Role::CheckBox, "Tarnwick Volunteers");
    assert_eq!(tick.accesskit_node().toggled(), Some(Toggled::False));
    tick.click();
    window.run();
    assert_eq!(partnership(&window).members.len(), 3);
}

#[test]
fn a_grade_in_use_is_not_deleted_and_says_where_it_is_used() {
    let mut window = light(Desk::sample("small.ron", Page::Grades, Section::Meetings));
    window.get_by_label("Delete Manager").click();
    window.run();
    assert!(
        window
            .state()
            .session
            .register()
            .grade(Id::new(Kind::Grade, 4))
            .is_some()
    );
    window.get_by_label("Manager is in use, so it was not deleted");
    window.get_by_label("Market Square Group").click();
    window.run();
    assert_eq!(window.state().view.page, Page::Partnership(MARKET));
}

#[test]
fn a_partner_that_nobody_names_is_deleted_at_once() {
    let mut window = light(Desk::sample("small.ron", Page::Partners, Section::Meetings));
    window.get_by_label("Add partner").click();
    window.run();
    assert_eq!(window.state().session.register().partners.len(), 4);
    window.get_by_label("Delete partner 4").click();
    window.run();
    assert_eq!(window.state().session.register().partners.len(), 3);
}

#[test]
fn a_jump_opens_the_section_and_focuses_the_cell() {
    let mut window = market(Section::InKind);
    window.state_mut().view.jump = Some(InputId {
        record: Id::new(Kind::Attendee, 11),
        field: "miles",
    });
    window.run();
    assert_eq!(window.state().view.section, Section::Meetings);
    assert!(field(&window, &format!("Miles, {OFFICERS}")).is_focused());
    assert_eq!(window.state().view.jump, None);
}

#[test]
fn a_table_in_a_small_window_shows_all_its_rows_and_the_page_scrolls() {
    let page = Page::Partnership(Id::new(Kind::Partnership, 15));
    let desk = Desk::sample("small.ron", page, Section::Meetings);
    let size = Vec2::new(1024.0, 580.0);
    let mut window = window(desk, Look::Light, size);
    let row = |window: &Window, name: &str| {
        let number = format!("Number, {name}");
        field(window, &number).rect()
    };
    let first = row(&window, MANAGERS);
    let last = "Volunteer, Tarnwick Volunteers";
    field(&window, &format!("Number, {MANAGERS}")).click();
    window.run();
    press(&mut window, Key::Enter);
    press(&mut window, Key::Enter);
    assert!(row(&window, last).bottom() <= size.y);
    assert!(row(&window, MANAGERS).top() < first.top());
    assert!((row(&window, last).top() - row(&window, MANAGERS).top() - 56.0).abs() < 0.5);
}

#[test]
fn a_query_leads_to_its_cell() {
    let mut window = light(Desk::sample("borough.ron", Page::Queries, Section::Profile));
    let name = "Warning: Better use of the same money?: Not scored yet";
    window.get_by_label_contains(name).focus();
    window.run();
    press(&mut window, Key::Enter);
    let cell = "Score, Better use of the same money?";
    assert!(field(&window, cell).is_focused());
}

#[test]
fn deleting_a_partnership_leaves_its_page() {
    let mut window = market(Section::Profile);
    window.get_by_label("Delete partnership").click();
    window.run();
    assert_eq!(window.state().view.page, Page::Overview);
    assert_eq!(
        undo_label(&window),
        Some("delete partnership Market Square Group")
    );
}

#[test]
fn a_figure_explains_itself() {
    let mut window = market(Section::Meetings);
    window
        .get_by_label("Cost a year, Steering group £6,045, show basis")
        .click();
    window.run();
    assert!(window.state().view.explained.is_some());
}

#[test]
fn every_input_of_every_page_has_a_name() {
    let mut pages: Vec<(Page, Section)> = Section::ALL
        .into_iter()
        .map(|section| (Page::Partnership(Id::new(Kind::Partnership, 15)), section))
        .collect();
    for page in [Page::Partners, Page::Grades, Page::Settings, Page::Queries] {
        pages.push((page, Section::Profile));
    }
    for (page, section) in pages {
        let window = light(Desk::sample("small.ron", page, section));
        let mut n = 0;
        for role in [
            Role::TextInput,
            Role::ComboBox,
            Role::CheckBox,
            Role::Button,
        ] {
            for node in window.query_all_by_role(role) {
                let label = node.accesskit_node().label().unwrap_or_default();
                assert!(!label.trim().is_empty(), "{role:?} on {page:?} {section:?}");
                n += 1;
            }
        }
        assert!(n > 1, "{page:?} {section:?}");
    }
}
