//! Journeys through the board paper: read, edited, left out, taken back, previewed and exported.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::gui_app::{Window, app, open, says, settle};
use crate::support::folder::Folder;
use crate::support::screenshot::screenshot;

fn click(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

/// Waits for what another thread makes.
fn until(window: &mut Window, what: &str, is_there: impl Fn(&Window) -> bool) {
    let started = Instant::now();
    while !is_there(window) {
        assert!(started.elapsed() < Duration::from_mins(1), "no {what}");
        sleep(Duration::from_millis(20));
        settle(window);
    }
}

/// The window on the paper of all partnerships of the borough.
fn paper(width: f32, height: f32) -> Window {
    let mut window = open("borough.ron", width, height);
    click(&mut window, Role::Button, "Board paper");
    until(&mut window, "paper", |it| {
        says(it, "Purpose, paragraph 1.1")
    });
    window
}

fn words(window: &Window, name: &str) -> String {
    let field = window.get_by_label(name);
    field.accesskit_node().value().unwrap_or_default()
}

/// Types in a paragraph and leaves it.
fn rewrite(window: &mut Window, name: &str, text: &str) {
    window.get_by_label(name).focus();
    settle(window);
    window.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
    settle(window);
    if text.is_empty() {
        window.key_press(Key::Delete);
    } else {
        window.get_by_label(name).type_text(text);
    }
    settle(window);
    window.key_press(Key::Tab);
    settle(window);
}

#[test]
fn a_paragraph_is_edited_taken_back_and_left_out() {
    let mut window = paper(1280.0, 2400.0);
    screenshot(&mut window, "app-paper");
    let composed = words(&window, "Purpose, paragraph 1.1");
    assert!(composed.contains("15 partnerships"), "{composed}");
    rewrite(
        &mut window,
        "Purpose, paragraph 1.1",
        "We ask for a decision.",
    );
    until(&mut window, "mark", |it| says(it, "In your own words."));
    let register = app(&window).session().register();
    assert_eq!(register.paper.edits[0].text, "We ask for a decision.");
    assert_eq!(register.paper.edits[0].composed, composed);
    click(&mut window, Role::Link, "Undo: edit the board paper");
    until(&mut window, "old words", |it| {
        words(it, "Purpose, paragraph 1.1") == composed
    });
    rewrite(&mut window, "Purpose, paragraph 1.1", "");
    until(&mut window, "mark", |it| says(it, "Left out."));
    assert!(says(&window, "Purpose, paragraph left out"));
    click(&mut window, Role::Button, "Use the program’s words");
    until(&mut window, "old words", |it| {
        it.query_by_label("Purpose, paragraph 1.1").is_some() && !says(it, "Left out.")
    });
    assert!(app(&window).session().register().paper.edits.is_empty());
}

#[test]
fn the_paper_is_previewed_and_saved() {
    let folder = Folder::new("gui-paper");
    let mut window = paper(1280.0, 800.0);
    click(&mut window, Role::Button, "Preview and export…");
    until(&mut window, "first page", |it| says(it, "Page 1 of “"));
    screenshot(&mut window, "app-paper-export");
    click(&mut window, Role::Button, "Next page");
    until(&mut window, "second page", |it| says(it, "Page 2 of “"));
    click(&mut window, Role::Button, "Choose where to save…");
    // There is no file dialog here, so the path is typed.
    until(&mut window, "field for a path", |it| {
        says(it, "Path of the file")
    });
    let path = folder.join("paper.pdf");
    rewrite(&mut window, "Path of the file", &path.display().to_string());
    click(&mut window, Role::Button, "Export");
    until(&mut window, "message", |it| {
        says(it, "Board paper saved as")
    });
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
    assert!(window.query_by_label("Show in folder").is_some());
}
