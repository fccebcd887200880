//! Levers as somebody at the window pulls them: typed and slid, read, applied, taken back, kept as an option.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::model::option::OptionForm;
use fruitful::session::action::{Action, Edit};
use fruitful::session::preferences::Look;
use fruitful::session::session::Session;
use fruitful::units::parse::Typed;

use super::scenarios::{
    Window, click, field, open_on, press, says, session, settle, type_into, undo,
};
use crate::support::registers::register;
use crate::support::screenshot::screenshot;

/// Six groups, each 12 × 1 h × 2 people at £30: £720 a year; the seventh has no meetings.
fn six() -> Session {
    let groups: Vec<String> = (1..=6)
        .map(|n| {
            format!(
                r#"(id: "p{n}", name: "Group {n}", meetings: [(id: "m{n}", name: "Board", times_a_year: "12", length: "1",
                    attendees: [(id: "a{n}", partner: "o1", grade: "g1", number: "2", preparation: "0", travel: "0")])])"#
            )
        })
        .collect();
    let register = register(&format!(
        r#"settings: (base_year: "2026/27"),
        partners: [(id: "o1", name: "Us", is_us: true)],
        grades: [(id: "g1", name: "Officer", pay: HourlyCost, amount: "30")],
        partnerships: [{}, (id: "p7", name: "Letters only")]"#,
        groups.join(", ")
    ));
    let mut session = Session::new(Arc::new(|| {}), None);
    session.apply(Action::Edit(Edit::new("open", move |it| *it = register)));
    session.settle();
    session
}

fn times(window: &Window) -> Vec<String> {
    let all = session(window).register().partnerships.iter();
    let meetings = all.flat_map(|it| &it.meetings);
    meetings
        .map(|it| it.times_a_year.value().unwrap().to_text())
        .collect()
}

/// The six, half as often.
fn halved() -> Window {
    let mut window = open_on(six(), 1280.0, 800.0);
    click(&mut window, Role::Button, "What if?");
    assert!(says(&window, "No lever is pulled"));
    assert!(says(&window, "Nothing is changed until you apply"));
    assert!(
        says(&window, "Leave out Group 3"),
        "the dearest three at first"
    );
    assert!(!says(&window, "Leave out Group 4"));
    click(&mut window, Role::Button, "All");
    click(&mut window, Role::Button, "Leave out Letters only");
    type_into(&mut window, "Fewer", "50%");
    press(&mut window, Key::Tab);
    settle(&mut window);
    window
}

#[test]
fn six_partnerships_meet_half_as_often_and_the_saving_is_read_applied_and_taken_back() {
    let mut window = halved();
    // 6 × £720 ÷ 2 = £2,160; 6 × 24 h ÷ 2 = 72 h.
    assert!(says(&window, "£2,160"));
    assert!(says(&window, "72 h"));
    assert!(says(&window, "now £4,320, then £2,160"));
    assert!(says(&window, "No figure of these has a range"));
    assert_eq!(times(&window), ["12"; 6], "nothing has changed yet");
    click(&mut window, Role::Button, "Apply…");
    assert!(says(&window, "Change the meetings of 6 partnerships?"));
    click(&mut window, Role::Button, "Apply");
    assert_eq!(times(&window), ["6"; 6]);
    let label = "pull levers on the meetings of 6 partnerships";
    assert_eq!(session(&window).undo_label(), Some(label));
    assert!(says(&window, "Applied to 6 partnerships"));
    assert!(
        says(&window, "No lever is pulled"),
        "and could be pulled again"
    );
    undo(&mut window);
    assert_eq!(times(&window), ["12"; 6]);
}

#[test]
fn a_lever_moves_by_the_arrow_keys_and_back_by_reset() {
    let mut window = halved();
    let name = "Fewer, slider";
    window.get_by_role_and_label(Role::Slider, name).focus();
    settle(&mut window);
    press(&mut window, Key::ArrowLeft);
    settle(&mut window);
    let cell = field(&window, "Fewer");
    assert_eq!(cell.accesskit_node().value().as_deref(), Some("49%"));
    // £4,320 × 51 % = £2,203.20.
    assert!(says(&window, "£2,203"));
    click(&mut window, Role::Button, "Reset");
    assert!(says(&window, "No lever is pulled"));
}

#[test]
fn what_is_not_understood_is_refused_and_what_cannot_move_is_said() {
    let mut window = open_on(six(), 1280.0, 800.0);
    click(&mut window, Role::Button, "What if?");
    click(&mut window, Role::Button, "All");
    type_into(&mut window, "Shorter", "50");
    press(&mut window, Key::Enter);
    let why = field(&window, "Shorter").accesskit_node().description();
    let expected = "Try a share such as 50%, or a length such as 1h 30m";
    assert_eq!(why.as_deref(), Some(expected));
    type_into(&mut window, "Shorter", "30m");
    press(&mut window, Key::Tab);
    settle(&mut window);
    assert!(says(&window, "£2,160"));
    assert!(says(&window, "Shorter, no such meetings: Letters only."));
}

#[test]
fn levers_are_kept_as_an_option_of_each_partnership() {
    let mut window = halved();
    click(&mut window, Role::Button, "Keep as an option…");
    let name = "Name of the option";
    let proposed = field(&window, name).accesskit_node().value();
    assert_eq!(proposed.as_deref(), Some("50% of the meetings kept"));
    type_into(&mut window, name, "Half as often");
    press(&mut window, Key::Tab);
    click(&mut window, Role::Button, "Keep");
    assert!(says(
        &window,
        "Kept as “Half as often” among the options of 6 partnerships"
    ));
    assert_eq!(times(&window), ["12"; 6]);
    let of_each = |window: &Window| -> Vec<usize> {
        let all = session(window).register().partnerships.iter();
        all.map(|it| it.options.len()).collect()
    };
    assert_eq!(of_each(&window), [1, 1, 1, 1, 1, 1, 0]);
    let option = &session(&window).register().partnerships[0].options[0];
    assert_eq!(
        (option.name.as_str(), option.form),
        ("Half as often", OptionForm::Other)
    );
    let keeps = option.lines[0].keeps.value().map(Typed::to_text);
    assert_eq!(keeps.as_deref(), Some("50%"));
    undo(&mut window);
    assert_eq!(of_each(&window), [0; 7]);
}

#[test]
fn an_empty_register_says_what_levers_are_for() {
    let mut window = open_on(Session::new(Arc::new(|| {}), None), 1280.0, 800.0);
    click(&mut window, Role::Button, "What if?");
    assert!(says(&window, "No partnership yet"));
}

#[test]
fn pictures_of_levers() {
    for (look, size, name) in [
        (Look::Light, (1280.0, 800.0), "levers-light"),
        (Look::Dark, (1024.0, 640.0), "levers-dark-small"),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/borough.ron");
        let mut session = Session::new(Arc::new(|| {}), None);
        session.preferences.look = look;
        session.apply(Action::Open(path));
        session.settle();
        let mut window = open_on(session, size.0, size.1);
        click(&mut window, Role::Button, "What if?");
        click(&mut window, Role::Button, "All");
        type_into(&mut window, "Executive", "5");
        press(&mut window, Key::Tab);
        type_into(&mut window, "Delegated", "50");
        press(&mut window, Key::Tab);
        for _ in 0..100 {
            settle(&mut window);
            if says(&window, "in 8 of 10 draws") {
                break;
            }
        }
        assert!(says(&window, "in 8 of 10 draws"), "{name}");
        assert!(says(&window, "What could not be moved"));
        screenshot(&mut window, name);
    }
}
