//! Pictures of every form, to be looked at.

use eframe::egui::Vec2;
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
