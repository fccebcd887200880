//! Tables as somebody uses them who comes from a spreadsheet: by keys only.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::view::{Page, Section};
use fruitful::model::meeting::Attendee;
use fruitful::session::action::Action;
use fruitful::units::id::{Id, Kind};
use fruitful::units::parse::Typed;

use super::desk::{Desk, Window, light};

const MARKET: Id = Id::new(Kind::Partnership, 8);
const MANAGERS: &str = "Manager, Tarnwick Council";
const OFFICERS: &str = "Officer, Harbeck Council";

fn market() -> Window {
    let page = Page::Partnership(MARKET);
    light(Desk::sample("small.ron", page, Section::Meetings))
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    window.run();
}

fn press_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn times(window: &mut Window, n: usize, modifiers: Modifiers, key: Key) {
    for _ in 0..n {
        press_with(window, modifiers, key);
    }
}

fn type_text(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run();
}

fn paste(window: &mut Window, text: &str) {
    window.event(Event::Paste(text.to_owned()));
    window.run();
}

/// What Ctrl+C puts on the clipboard.
fn copied(window: &mut Window, event: Event) -> String {
    window.event(event);
    window.step();
    let commands = &window.output().platform_output.commands;
    let found = commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    window.run();
    found.expect("something is copied")
}

fn focused(window: &Window) -> String {
    let node = window.root().accesskit_node().tree_state.focus_in_tree();
    node.label().unwrap_or_default()
}

fn cell<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
    window.get_by_label(name)
}

fn go_to(window: &mut Window, name: &str) {
    cell(window, name).focus();
    window.run();
    assert_eq!(focused(window), name);
}

fn attendees(window: &Window) -> &[Attendee] {
    let register = window.state().session.register();
    let market = register.partnership(MARKET).expect("the sample has it");
    &market.meetings[0].attendees
}

fn numbers(window: &Window) -> Vec<String> {
    let text = |it: &Attendee| it.number.value().map(Typed::to_text);
    let texts = attendees(window).iter().map(text);
    texts.map(Option::unwrap_or_default).collect()
}

fn undo(window: &mut Window) {
    window.state_mut().session.apply(Action::Undo);
    window.run();
}

fn undo_label(window: &Window) -> &str {
    window.state().session.undo_label().unwrap_or_default()
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

#[test]
fn arrows_move_the_cursor_and_typing_replaces_what_the_cell_holds() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    for (key, name) in [
        (Key::ArrowDown, format!("Number, {OFFICERS}")),
        (Key::ArrowRight, format!("Attendance, {OFFICERS}")),
        (Key::ArrowLeft, format!("Number, {OFFICERS}")),
        (Key::ArrowDown, format!("Number, {OFFICERS}")),
        (Key::Home, format!("Partner, {OFFICERS}")),
        (Key::ArrowUp, format!("Partner, {MANAGERS}")),
    ] {
        press(&mut window, key);
        assert_eq!(focused(&window), name, "{key:?}");
    }
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    type_text(&mut window, "7");
    press(&mut window, Key::ArrowDown);
    assert_eq!(numbers(&window), ["7", "3"]);
    assert_eq!(focused(&window), format!("Number, {OFFICERS}"));
}

#[test]
fn f2_opens_the_text_and_the_arrows_then_move_in_it() {
    let mut window = market();
    let name = format!("Number, {OFFICERS}");
    go_to(&mut window, &name);
    press(&mut window, Key::F2);
    type_text(&mut window, "5");
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowLeft);
    type_text(&mut window, "1");
    assert_eq!(focused(&window), name);
    press(&mut window, Key::Enter);
    assert_eq!(numbers(&window), ["2", "135"]);
}

#[test]
fn escape_puts_the_old_text_back_and_keeps_the_cursor() {
    let mut window = market();
    let name = format!("Number, {OFFICERS}");
    go_to(&mut window, &name);
    press(&mut window, Key::F2);
    type_text(&mut window, "5");
    press(&mut window, Key::Escape);
    assert_eq!(numbers(&window), ["2", "3"]);
    assert_eq!(focused(&window), name);
    assert_eq!(undo_label(&window), "");
    press(&mut window, Key::ArrowUp);
    assert_eq!(focused(&window), format!("Number, {MANAGERS}"));
}

#[test]
fn tab_goes_on_to_the_next_row_and_enter_back_to_where_the_tabs_began() {
    let mut window = market();
    go_to(&mut window, &format!("Miles, {MANAGERS}"));
    press(&mut window, Key::Tab);
    assert_eq!(focused(&window), format!("In staff, {MANAGERS}"));
    // Worked-out cells are passed by.
    press(&mut window, Key::Tab);
    assert_eq!(focused(&window), format!("Partner, {OFFICERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::Tab);
    assert_eq!(focused(&window), format!("In staff, {MANAGERS}"));
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Enter);
    assert_eq!(focused(&window), format!("Number, {OFFICERS}"));
}

#[test]
fn tab_past_the_last_cell_adds_a_row_and_only_one() {
    let mut window = market();
    go_to(&mut window, &format!("In staff, {OFFICERS}"));
    press(&mut window, Key::Tab);
    assert_eq!(attendees(&window).len(), 3);
    assert_eq!(focused(&window), "Partner, attendee 3");
    // Nothing stands in the new row: a Tab past its end leads out of the table.
    press(&mut window, Key::End);
    press(&mut window, Key::Tab);
    assert_eq!(attendees(&window).len(), 3);
    assert_eq!(focused(&window), "Add attendee");
}

#[test]
fn control_jumps_to_the_ends() {
    let mut window = market();
    let command = Modifiers::COMMAND;
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    for (key, name) in [
        (Key::ArrowDown, format!("Number, {OFFICERS}")),
        (Key::ArrowLeft, format!("Partner, {OFFICERS}")),
        (Key::ArrowUp, format!("Partner, {MANAGERS}")),
        (Key::Home, format!("Partner, {MANAGERS}")),
    ] {
        press_with(&mut window, command, key);
        assert_eq!(focused(&window), name, "{key:?}");
    }
    press_with(&mut window, command, Key::End);
    assert!(focused(&window).starts_with(&format!("Cost a year, {OFFICERS}")));
}

#[test]
fn keys_that_come_in_one_frame_go_where_they_were_meant() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let keys = [
        Event::Text("4".into()),
        key(Key::Enter),
        Event::Text("6".into()),
        key(Key::Enter),
    ];
    window.input_mut().events.extend(keys);
    window.run_steps(8);
    assert_eq!(numbers(&window), ["4", "6"]);
}

#[test]
fn a_range_is_selected_with_shift_and_said() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    assert!(says(&window, "2 rows × 2 columns selected"));
    let inside = cell(&window, "Attendance, Officer, Harbeck Council");
    assert_eq!(inside.accesskit_node().is_selected(), Some(true));
    assert_eq!(focused(&window), format!("Number, {MANAGERS}"));
    press(&mut window, Key::Escape);
    assert!(!says(&window, "selected"));
    assert_eq!(focused(&window), format!("Number, {MANAGERS}"));
}

#[test]
fn a_range_is_selected_by_pointer_and_whole_rows_by_their_numbers() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    cell(&window, &format!("Miles, {OFFICERS}")).click_modifiers(Modifiers::SHIFT);
    window.run();
    assert!(says(&window, "2 rows × 6 columns selected"));
    let from = cell(&window, &format!("Number, {MANAGERS}"))
        .rect()
        .center();
    let to = cell(&window, &format!("Attendance, {OFFICERS}"))
        .rect()
        .center();
    window.drag_at(from);
    window.run();
    window.hover_at(to);
    window.run();
    window.drop_at(to);
    window.run();
    assert!(says(&window, "2 rows × 2 columns selected"));
    let number = window.query_all_by_role_and_label(Role::RowHeader, "Row 2");
    number.last().expect("rows have numbers").click();
    window.run();
    assert!(says(&window, "1 row × 11 columns selected"));
}

#[test]
fn what_is_copied_can_be_pasted_back() {
    let mut window = market();
    go_to(&mut window, &format!("Partner, {MANAGERS}"));
    times(&mut window, 3, Modifiers::SHIFT, Key::ArrowRight);
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    let text = copied(&mut window, Event::Copy);
    assert_eq!(
        text,
        "Tarnwick Council\tManager\t2\t\nHarbeck Council\tOfficer\t3\t\n"
    );
    let before = attendees(&window).to_vec();
    paste(&mut window, &text);
    assert_eq!(attendees(&window), before);
    // Pasted from the second row on: one more row.
    go_to(&mut window, &format!("Partner, {OFFICERS}"));
    paste(&mut window, &text);
    assert_eq!(attendees(&window).len(), 3);
    assert_eq!(attendees(&window)[1].partner, before[0].partner);
    assert_eq!(attendees(&window)[2].grade, before[1].grade);
    assert_eq!(undo_label(&window), "paste 2 rows into Attendees");
    undo(&mut window);
    assert_eq!(attendees(&window), before);
}

#[test]
fn cut_clears_and_one_undo_brings_it_back() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(copied(&mut window, Event::Cut), "2\n3\n");
    assert_eq!(numbers(&window), ["", ""]);
    assert_eq!(undo_label(&window), "clear 2 cells of Attendees");
    undo(&mut window);
    assert_eq!(numbers(&window), ["2", "3"]);
    // The cursor is where it was.
    assert_eq!(focused(&window), format!("Number, {MANAGERS}"));
}

#[test]
fn one_value_fills_the_range() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    paste(&mut window, "1,200");
    assert_eq!(numbers(&window), ["1200", "1200"]);
}

#[test]
fn cells_that_are_not_understood_are_marked_and_the_right_ones_go_in() {
    let mut window = market();
    go_to(&mut window, &format!("Partner, {MANAGERS}"));
    paste(
        &mut window,
        "Tarnwick Council\tManager\tfive\nNowhere\tOfficer\t4\ntarnwick v\tOfficer\t6\n",
    );
    assert_eq!(attendees(&window).len(), 3);
    assert_eq!(numbers(&window), ["2", "4", "6"]);
    assert!(says(&window, "3 rows pasted; 2 cells were not understood"));
    let name = format!("Number, {MANAGERS}");
    let bad = cell(&window, &name);
    assert_eq!(bad.value().as_deref(), Some("five"));
    let why = bad.accesskit_node().description();
    assert_eq!(why.as_deref(), Some("Not a number. Try 12 or 2.5"));
    let name = format!("Partner, {OFFICERS}");
    let partner = cell(&window, &name);
    assert_eq!(partner.value().as_deref(), Some("Nowhere"));
    let why = partner.accesskit_node().description();
    assert_eq!(why.as_deref(), Some("No partner called Nowhere"));
    for name in [
        format!("Number, {MANAGERS}"),
        format!("Partner, {OFFICERS}"),
        format!("Number, {MANAGERS}"),
    ] {
        window.get_by_label("Next").click();
        window.run();
        assert_eq!(focused(&window), name);
    }
    type_text(&mut window, "5");
    press(&mut window, Key::Enter);
    assert!(says(&window, "3 rows pasted; 1 cell was not understood"));
    assert_eq!(numbers(&window), ["5", "4", "6"]);
    undo(&mut window);
    undo(&mut window);
    assert_eq!(attendees(&window).len(), 2);
    assert!(!says(&window, "not understood"));
    let name = format!("Partner, {OFFICERS}");
    let partner = cell(&window, &name);
    assert_eq!(partner.value().as_deref(), Some("Harbeck Council"));
}

#[test]
fn cells_are_filled_down_and_to_the_right() {
    let mut window = market();
    let command = Modifiers::COMMAND;
    go_to(&mut window, &format!("Grade, {MANAGERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press_with(&mut window, command, Key::D);
    assert_eq!(numbers(&window), ["2", "2"]);
    assert_eq!(attendees(&window)[1].grade, attendees(&window)[0].grade);
    assert_eq!(undo_label(&window), "fill 4 cells down in Attendees");
    undo(&mut window);
    assert_eq!(numbers(&window), ["2", "3"]);
    go_to(&mut window, &format!("Preparation, {MANAGERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    press_with(&mut window, command, Key::R);
    let first = &attendees(&window)[0];
    assert_eq!(first.travel.value(), first.preparation.value());
}

#[test]
fn rows_are_inserted_duplicated_moved_and_deleted_by_key() {
    let mut window = market();
    let command = Modifiers::COMMAND;
    let name = format!("Number, {MANAGERS}");
    go_to(&mut window, &name);
    press_with(&mut window, command, Key::Enter);
    assert_eq!(numbers(&window), ["2", "", "3"]);
    assert_eq!(focused(&window), "Number, attendee 2");
    undo(&mut window);

    go_to(&mut window, &name);
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press_with(&mut window, command | Modifiers::SHIFT, Key::D);
    assert_eq!(numbers(&window), ["2", "3", "2", "3"]);
    assert_eq!(undo_label(&window), "duplicate 2 rows of Attendees");
    let mut ids: Vec<Id> = attendees(&window).iter().map(|it| it.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), 4);
    undo(&mut window);

    go_to(&mut window, &name);
    press_with(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(numbers(&window), ["3", "2"]);
    assert_eq!(focused(&window), name);
    let label = format!("move attendee {MANAGERS} down");
    assert_eq!(undo_label(&window), label);
    press_with(&mut window, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(numbers(&window), ["2", "3"]);

    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press_with(&mut window, command, Key::Delete);
    assert!(attendees(&window).is_empty());
    assert_eq!(undo_label(&window), "delete 2 rows of Attendees");
    undo(&mut window);
    assert_eq!(numbers(&window), ["2", "3"]);
}

#[test]
fn a_duplicated_meeting_has_attendees_of_its_own() {
    let mut window = market();
    go_to(&mut window, "Length, Steering group");
    press_with(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    let register = window.state().session.register();
    let meetings = &register.partnership(MARKET).unwrap().meetings;
    assert_eq!(meetings.len(), 2);
    assert_eq!(meetings[1].attendees.len(), 2);
    assert_ne!(meetings[1].attendees[0].id, meetings[0].attendees[0].id);
    assert_eq!(register.odd_id(), None);
}

#[test]
fn the_menu_of_a_cell_does_what_the_keys_do() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::ArrowDown);
    press_with(&mut window, Modifiers::SHIFT, Key::F10);
    window.get_by_label_contains("Fill down").click();
    window.run();
    assert_eq!(numbers(&window), ["2", "2"]);
    assert!(!says(&window, "Fill down"));
    assert_eq!(focused(&window), format!("Number, {MANAGERS}"));
    cell(&window, &format!("Miles, {OFFICERS}")).click_secondary();
    window.run();
    window.get_by_label_contains("Delete rows").click();
    window.run();
    assert_eq!(attendees(&window).len(), 1);
}

#[test]
fn a_click_on_a_header_sorts_the_view_and_never_the_file() {
    let mut window = market();
    let header = |window: &Window, name: &str| {
        let all = window.query_all_by_role_and_label(Role::ColumnHeader, name);
        all.last().expect("the column has a header").click();
    };
    let top = |window: &Window, name: &str| cell(window, name).rect().top();
    let managers = format!("Number, {MANAGERS}");
    let officers = format!("Number, {OFFICERS}");
    header(&window, "Number");
    window.run();
    // Figures start with the largest: three officers before two managers.
    assert!(top(&window, &officers) < top(&window, &managers));
    assert_eq!(numbers(&window), ["2", "3"]);
    assert_eq!(undo_label(&window), "");
    // A row does not move while its cell is typed in.
    go_to(&mut window, &officers);
    type_text(&mut window, "1");
    press(&mut window, Key::Tab);
    assert!(top(&window, &officers) < top(&window, &managers));
    // Rows cannot be moved while they are sorted, and new ones stay where they were asked for.
    press_with(&mut window, Modifiers::ALT, Key::ArrowDown);
    assert_eq!(numbers(&window), ["2", "1"]);
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert_eq!(focused(&window), "Attendance, attendee 2");
    let new = top(&window, "Attendance, attendee 2");
    assert!(top(&window, &officers) < new && new < top(&window, &managers));
    undo(&mut window);
    header(&window, "Number, sorted descending");
    window.run();
    header(&window, "Number, sorted ascending");
    window.run();
    assert!(top(&window, &managers) < top(&window, &officers));
    window
        .query_all_by_role_and_label(Role::ColumnHeader, "Number")
        .last()
        .expect("no longer sorted");
}

#[test]
fn sorting_works_by_keyboard_too() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    press_with(&mut window, Modifiers::SHIFT, Key::F10);
    window
        .get_by_label_contains("Sort by number, largest first")
        .click_accesskit();
    window.run();
    assert!(says(&window, "Number, sorted descending"));
}

#[test]
fn a_name_is_typed_and_the_best_hit_is_taken() {
    let mut window = market();
    let name = format!("Grade, {OFFICERS}");
    go_to(&mut window, &name);
    type_text(&mut window, "man");
    window.get_by_role_and_label(Role::ListBoxOption, "Manager");
    press(&mut window, Key::Enter);
    assert_eq!(attendees(&window)[1].grade, attendees(&window)[0].grade);
}

#[test]
fn a_name_that_nobody_has_is_kept_with_the_reason() {
    let mut window = market();
    let name = format!("Grade, {OFFICERS}");
    let before = attendees(&window)[1].grade;
    go_to(&mut window, &name);
    type_text(&mut window, "agent");
    press(&mut window, Key::Tab);
    let grade = cell(&window, &name);
    assert_eq!(grade.value().as_deref(), Some("agent"));
    let why = grade.accesskit_node().description();
    assert_eq!(why.as_deref(), Some("No grade called agent"));
    assert_eq!(attendees(&window)[1].grade, before);
    go_to(&mut window, &name);
    press(&mut window, Key::Escape);
    assert_eq!(cell(&window, &name).value().as_deref(), Some("Officer"));
}

#[test]
fn a_list_opens_by_key_and_is_left_as_it_was_by_escape() {
    let mut window = market();
    let name = format!("Partner, {MANAGERS}");
    go_to(&mut window, &name);
    press_with(&mut window, Modifiers::ALT, Key::ArrowDown);
    window.get_by_role_and_label(Role::ListBoxOption, "Tarnwick Volunteers");
    press(&mut window, Key::Escape);
    assert!(window.query_by_role(Role::ListBoxOption).is_none());
    assert_eq!(focused(&window), name);
    assert_eq!(undo_label(&window), "");
    window.get_by_label(&name).click();
    window.run();
    window
        .get_by_role_and_label(Role::ListBoxOption, "Tarnwick Volunteers")
        .click();
    window.run();
    assert_eq!(undo_label(&window), format!("change partner of {MANAGERS}"));
}

#[test]
fn the_columns_of_figures_have_a_total() {
    let window = market();
    // Two managers and three officers, ten times 2 h and 1½ h to prepare and travel: 70 h and 105 h.
    assert!(says(&window, "Hours, Manager, Tarnwick Council 70 h"));
    assert!(says(&window, "Hours, Officer, Harbeck Council 105 h"));
    assert!(says(&window, "Hours, total 175 h"));
    // 70 × £40 = £2,800; what the officers cost is worked out elsewhere, and £2,800 + £2,745 = £5,545.
    assert!(says(
        &window,
        "Cost a year, Manager, Tarnwick Council £2,800"
    ));
    assert!(says(
        &window,
        "Cost a year, Officer, Harbeck Council £2,745"
    ));
    assert!(says(&window, "Cost a year, total £5,545"));
}

#[test]
fn a_query_stands_on_its_cell_and_the_line_below_leads_there() {
    let mut window = market();
    go_to(&mut window, &format!("Number, {MANAGERS}"));
    press(&mut window, Key::Delete);
    let name = format!("Number, {MANAGERS}");
    let why = cell(&window, &name).accesskit_node().description();
    let why = why.expect("a blank number is asked about");
    assert!(why.ends_with('.') || why.contains(". "), "{why}");
    go_to(&mut window, &format!("Miles, {OFFICERS}"));
    let count = window.query_all_by_label_contains("in this table");
    count.last().expect("the table says how many").click();
    window.run();
    let row = format!("{MANAGERS}: ");
    let query = window.query_all_by_label_contains(&row).next();
    query.expect("the list names it").click();
    window.run();
    assert_eq!(focused(&window), name);
}

#[test]
fn a_tick_that_is_not_understood_is_marked_like_any_cell() {
    let mut window = market();
    let name = format!("In staff, {MANAGERS}");
    go_to(&mut window, &name);
    paste(&mut window, "maybe");
    assert!(says(&window, "1 row pasted; 1 cell was not understood"));
    let why = cell(&window, &name).accesskit_node().description();
    assert_eq!(why.as_deref(), Some("Not yes or no"));
    press(&mut window, Key::Space);
    assert!(!says(&window, "not understood"));
    assert!(attendees(&window)[0].is_partnership_staff);
}
