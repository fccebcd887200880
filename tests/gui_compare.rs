//! Journeys: the dearest under-achievers found and put side by side, and what is shown taken along as a file.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, OutputCommand, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::app::FruitfulApp;
use fruitful::session::action::Action;
use fruitful::session::session::Session;

use crate::support::folder::Folder;
use crate::support::harbour::HARBOUR;
use crate::support::registers::file;
use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;

type Window = Harness<'static, Option<FruitfulApp>>;

fn open(path: std::path::PathBuf, theme: Theme, (width, height): (f32, f32)) -> Window {
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

fn sample(name: &str, size: (f32, f32)) -> Window {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    open(folder.join(name), Theme::Light, size)
}

/// Four partnerships worked out by hand in `support/harbour.rs`, in a folder of their own.
fn harbour(test: &str) -> (Folder, Window) {
    let folder = Folder::new(test);
    let path = folder.join("harbour.ron");
    std::fs::write(&path, file(HARBOUR)).unwrap();
    (folder, open(path, Theme::Light, (1280.0, 800.0)))
}

fn settle(window: &mut Window) {
    window.run_steps(2);
    if let Some(app) = window.state_mut() {
        app.session_mut().settle();
    }
    window.run_steps(3);
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

fn click(window: &mut Window, role: Role, label: &str) {
    let found = window.query_all_by_role_and_label(role, label).last();
    found.unwrap_or_else(|| panic!("no {label}")).click();
    settle(window);
}

/// The names of the rows from the top: links and the heads of groups.
fn names(window: &Window) -> Vec<String> {
    let mut found: Vec<(f32, String)> = Vec::new();
    for role in [Role::Link, Role::Cell] {
        for node in window.query_all_by_role(role) {
            let rect = node.rect();
            let label = node.accesskit_node().label().unwrap_or_default();
            // The column of names: right of the list of pages and of the ranks.
            let is_name = rect.left() > 260.0 && rect.left() < 330.0 && rect.top() > 200.0;
            if is_name && !label.is_empty() {
                found.push((rect.center().y, label));
            }
        }
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    found.into_iter().map(|(_, label)| label).collect()
}

/// The text that is put on the clipboard by a click on this button.
fn copied(window: &mut Window, button: &str) -> String {
    window.get_by_role_and_label(Role::Button, button).click();
    for _ in 0..4 {
        window.step();
        let commands = &window.output().platform_output.commands;
        let text = commands.iter().find_map(|it| match it {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(text) = text {
            return text;
        }
    }
    panic!("nothing was copied");
}

#[test]
fn the_dearest_that_are_bettered_are_found_and_put_beside_their_better() {
    let mut window = sample("borough.ron", (1280.0, 800.0));
    click(&mut window, Role::Tab, "League table");
    assert!(says(&window, "Ranked by cost a year, largest first"));
    // Which of them cost more and score clearly less than another?
    click(&mut window, Role::Button, "Columns…");
    click(&mut window, Role::CheckBox, "Bettered by");
    window.key_press(Key::Escape);
    settle(&mut window);
    screenshot(&mut window, "league-borough-light");
    let dearest: Vec<String> = names(&window).into_iter().take(3).collect();
    assert_eq!(
        dearest,
        [
            "Ashmere Regeneration Company",
            "Integrated Discharge Team",
            "Mere Valley Leisure and Culture Trust"
        ]
    );
    let better = window.query_all_by_role_and_label(Role::Cell, "Upper Mere Catchment Board");
    assert!(better.count() >= 3, "each is bettered by the same one");
    // The first and the one that betters it, side by side.
    for name in [&dearest[0], "Upper Mere Catchment Board"] {
        click(&mut window, Role::Button, &format!("Compare {name}"));
    }
    click(&mut window, Role::Button, "Compare 2…");
    assert!(says(
        &window,
        "Ashmere Regeneration Company costs £811k more a year than Upper Mere Catchment Board (13.3 times) and scores 42 less"
    ));
    assert!(says(&window, "own targets"));
    screenshot(&mut window, "compare-borough-light");
}

#[test]
fn two_are_chosen_by_typing_and_a_figure_shows_its_basis() {
    let (_folder, mut window) = harbour("gui-compare");
    click(&mut window, Role::Tab, "Compare");
    assert!(says(&window, "Nothing chosen yet"));
    for (place, typed) in [("First partnership", "har"), ("Second partnership", "moo")] {
        window.get_by_label(place).click();
        settle(&mut window);
        window.event(eframe::egui::Event::Text(typed.into()));
        settle(&mut window);
        window.key_press(Key::Enter);
        settle(&mut window);
    }
    assert!(says(
        &window,
        "Harbour costs £45k more a year than Moor (2.3 times) and scores 8 less"
    ));
    let figures = window.query_all_by_role(Role::Figure);
    let said: Vec<String> = figures
        .map(|node| node.accesskit_node().description().unwrap_or_default())
        .collect();
    assert!(
        said.iter()
            .any(|it| it.contains("Harbour: £80k a year, achievement 60, 1,200 h")),
        "{said:?}"
    );
    click(
        &mut window,
        Role::Button,
        "Cost a year £80,000, Harbour, show basis",
    );
    assert!(says(&window, "Basis of a figure"));
}

#[test]
fn a_partnership_is_put_beside_others_from_its_own_page() {
    let (_folder, mut window) = harbour("gui-compare-page");
    for name in ["Moor", "Ridge"] {
        click(&mut window, Role::Tab, "League table");
        click(&mut window, Role::Link, name);
        click(&mut window, Role::Button, "Compare with…");
        if name == "Moor" {
            click(&mut window, Role::Tab, "League table");
        }
    }
    assert!(says(
        &window,
        "Moor and Ridge cost the same a year; they score the same"
    ));
}

#[test]
fn what_is_copied_and_saved_is_what_is_shown() {
    let (folder, mut window) = harbour("gui-league-export");
    click(&mut window, Role::Tab, "League table");
    // In groups by what the law requires, the cheapest first.
    let group = window.get_by_role_and_label(Role::ComboBox, "Group by");
    group.focus();
    settle(&mut window);
    for _ in 0..4 {
        window.key_press(Key::ArrowDown);
        settle(&mut window);
    }
    let header = window.query_all_by_role(Role::ColumnHeader).find(|node| {
        let label = node.accesskit_node().label().unwrap_or_default();
        label.starts_with("Cost a year")
    });
    header.unwrap().click();
    settle(&mut window);
    let shown = names(&window);
    assert_eq!(
        shown,
        [
            "Required by law · 1",
            "Moor",
            "Not required by law · 3",
            "Ridge",
            "Harbour",
            "=Vale",
            "All together · 4"
        ]
    );
    let headers = window.query_all_by_role(Role::ColumnHeader).count();
    let text = copied(&mut window, "Copy for a spreadsheet");
    let table: Vec<Vec<&str>> = text
        .lines()
        .skip_while(|line| !line.is_empty())
        .skip(1)
        .map(|line| line.split('\t').collect())
        .collect();
    // A column for the group and one for what is at least; the column of buttons is not copied.
    assert_eq!(table[0].len(), headers + 1);
    let in_file: Vec<&str> = table[1..]
        .iter()
        .map(|row| row[2].trim_start_matches('\''))
        .collect();
    assert_eq!(in_file, shown);
    assert_eq!(table[1][3], "35000");
    assert_eq!(table[7][3], "240000");
    // The same as a file. Without a file dialog the path is typed.
    window
        .get_by_role_and_label(Role::Button, "Export CSV…")
        .click();
    for _ in 0..200 {
        settle(&mut window);
        if says(&window, "Path of the file") {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    window.get_by_label("Path of the file").focus();
    settle(&mut window);
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    let path = folder.join("out.csv");
    window.event(eframe::egui::Event::Text(path.display().to_string()));
    settle(&mut window);
    click(&mut window, Role::Button, "Export");
    let saved = std::fs::read_to_string(&path).unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(saved.trim_start_matches('\u{FEFF}').as_bytes());
    let saved = reader.records().map(Result::unwrap);
    let saved: Vec<Vec<String>> = saved
        .map(|row| row.iter().map(str::to_owned).collect())
        .collect();
    let pasted = text.lines().filter(|line| !line.is_empty());
    let pasted: Vec<Vec<&str>> = pasted.map(|line| line.split('\t').collect()).collect();
    assert_eq!(saved, pasted);
}

#[test]
fn both_pages_are_drawn_in_every_look_and_size() {
    let county = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/county.ron");
    for (theme, look) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let mut window = open(county.clone(), theme, (1024.0, 640.0));
        click(&mut window, Role::Tab, "League table");
        assert!(says(&window, "Ranked by"));
        screenshot(&mut window, &format!("league-county-{look}-1024"));
        click(&mut window, Role::Tab, "Compare");
        click(&mut window, Role::Button, "Compare the two dearest");
        assert!(says(&window, "How they differ"));
        screenshot(&mut window, &format!("compare-county-{look}-1024"));
    }
}
