//! Statements and the shared view as a reader meets them: by key, in words, and by eye.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable as _;
use fruitful::gui::view::{Page, Section};
use fruitful::units::id::{Id, Kind};

use super::desk::{Desk, light};
use super::estimate::{command, open, press, says, tab_to};
use crate::support::screenshot::screenshot;

/// The Community Fund pays 10,000 of 40,000 into the pool, from which 34,650 is spent: £8,662.50. Its agreed part is
/// 20% of £41,314.84, which is £8,262.97: it bears £400 more.
#[test]
fn a_statement_says_what_one_body_bears_and_its_rows_open() {
    let mut window = open(Some("arrangements.ron"));
    command(&mut window, Key::Num8);
    assert!(says(&window, "Eldmoor Council bears"));
    screenshot(&mut window, "statements-light");
    tab_to(&mut window, "Statement of");
    for _ in 0..3 {
        press(&mut window, Key::ArrowDown);
    }
    assert!(says(
        &window,
        "Eldmoor Community Fund bears £8.7k a year of 1 partnership: £8.7k in money, £0 in its people’s time (0 h), £0 given."
    ));
    assert!(says(
        &window,
        "Under the rules of sharing it would bear £8.3k: it bears £400 more than its share."
    ));
    tab_to(&mut window, "Eldmoor Wellbeing Fund, bears £8,663");
    press(&mut window, Key::Enter);
    assert!(says(&window, "Virtual organisation"));
}

#[test]
fn the_shared_view_shows_each_members_share_and_its_basis() {
    let team = Id::new(Kind::Partnership, 11);
    let desk = Desk::sample(
        "arrangements.ron",
        Page::Partnership(team),
        Section::Sharing,
    );
    let mut window = light(desk);
    // By population, 150,000 to 150,000: half of £75,590 each.
    for name in ["Eldmoor Council", "Eldmoor Health Trust"] {
        window.get_by_label(&format!("Its share £37,795, {name}, show basis"));
    }
    screenshot(&mut window, "sharing-light");
    let share = window.get_by_label("Its share £37,795, Eldmoor Council, show basis");
    share.focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
    let shown = window.state().view.explained.map(|it| it.to_string());
    assert_eq!(shown.as_deref(), Some("p11/shared/o2/full"));
}
