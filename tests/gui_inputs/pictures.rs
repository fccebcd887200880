//! Pictures of every form, to be looked at.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Vec2};
use egui_kittest::kittest::Queryable as _;
use fruitful::gui::view::{Page, Section};
use fruitful::session::preferences::Look;
use fruitful::units::id::{Id, Kind};

use super::desk::{Desk, window};
use crate::support::screenshot::screenshot;

#[test]
fn every_form_can_be_painted() {
    let partnership = |number| Page::Partnership(Id::new(Kind::Partnership, number));
    // The software renderer takes its time: the whole set is for somebody who looks at it.
    let wanted = std::env::var("FRUITFUL_PICTURES").ok();
    let wants_all = wanted.is_some();
    let looks = [(Look::Light, "light"), (Look::Dark, "dark")];
    let sizes = [Vec2::new(1024.0, 640.0), Vec2::new(1280.0, 800.0)];
    let n = if wants_all { 2 } else { 1 };
    let first = Desk::sample("borough.ron", Page::Overview, Section::Profile);
    let id = first.session.register().partnerships[0].id.number();
    let mut pages: Vec<(String, &str, Page, Section)> = Section::ALL
        .into_iter()
        .map(|section| {
            let name = section.label().to_lowercase().replace(' ', "-");
            (name, "borough.ron", partnership(id), section)
        })
        .collect();
    for (name, page) in [
        ("partners", Page::Partners),
        ("grades", Page::Grades),
        ("settings", Page::Settings),
        ("queries", Page::Queries),
    ] {
        pages.push((name.into(), "borough.ron", page, Section::Profile));
    }
    pages.push(("empty".into(), "small.ron", partnership(8), Section::Staff));
    if let Some(only) = wanted.as_deref().filter(|it| *it != "all") {
        pages.retain(|(name, ..)| name.contains(only));
    }
    if wants_all {
        for (name, _, page, section) in pages.iter().take(20) {
            let desk = Desk::sample("borough.ron", *page, *section);
            let mut tall = window(desk, Look::HighContrast, Vec2::new(1700.0, 1300.0));
            screenshot(&mut tall, &format!("inputs-{name}-tall"));
        }
    }
    for (name, file, page, section) in pages {
        for (look, look_name) in looks.into_iter().take(n) {
            for size in sizes.into_iter().take(n) {
                let desk = Desk::sample(file, page, section);
                let mut window = window(desk, look, size);
                screenshot(
                    &mut window,
                    &format!("inputs-{name}-{}-{look_name}", size.x),
                );
            }
        }
    }
}

#[test]
fn a_table_at_work_can_be_painted() {
    let wants_all = std::env::var_os("FRUITFUL_PICTURES").is_some();
    let looks = [(Look::Light, "light"), (Look::Dark, "dark")];
    let n = if wants_all { 2 } else { 1 };
    for (look, look_name) in looks.into_iter().take(n) {
        let page = Page::Partnership(Id::new(Kind::Partnership, 8));
        let desk = Desk::sample("small.ron", page, Section::Meetings);
        let mut window = window(desk, look, Vec2::new(1024.0, 640.0));
        let name = "Number, Officer, Harbeck Council";
        window
            .get_by_label("Partner, Manager, Tarnwick Council")
            .focus();
        window.run();
        let text = "Tarnwick Council\tManager\tfive\nNowhere\tOfficer\t\n";
        window.event(Event::Paste(text.to_owned()));
        window.run();
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
        window.run();
        screenshot(&mut window, &format!("table-pasted-{look_name}"));
        window.get_by_label(name).focus();
        window.run();
        window.key_press_modifiers(Modifiers::COMMAND, Key::End);
        window.run();
        screenshot(&mut window, &format!("table-sideways-{look_name}"));
        window
            .get_by_label("Grade, Manager, Tarnwick Council")
            .focus();
        window.run();
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
        window.run();
        screenshot(&mut window, &format!("table-list-{look_name}"));
        window.key_press(Key::Escape);
        window.key_press_modifiers(Modifiers::SHIFT, Key::F10);
        window.run();
        screenshot(&mut window, &format!("table-menu-{look_name}"));
        assert!(window.query_by_label_contains("Fill down").is_some());
        many_rows(look, look_name);
    }
}

/// Far down in a long table, a sorted one: its titles stay in view.
fn many_rows(look: Look, look_name: &str) {
    let desk = Desk::sample("borough.ron", Page::Grades, Section::Meetings);
    let mut window = window(desk, look, Vec2::new(1024.0, 640.0));
    window
        .get_by_role_and_label(Role::ColumnHeader, "Amount")
        .click();
    window.run();
    window
        .get_by_role_and_label(Role::TextInput, "Amount, Director")
        .focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::ArrowDown);
    window.run();
    window.key_press_modifiers(Modifiers::SHIFT, Key::PageUp);
    window.run();
    screenshot(&mut window, &format!("table-sorted-{look_name}"));
    let title = window.get_by_label("Amount, sorted descending").rect();
    assert!(title.top() > 60.0 && title.bottom() < 640.0, "{title:?}");
}
