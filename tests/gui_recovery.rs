//! The question after a crash, by keyboard and as a screen reader finds it; and what the window says of a file in use.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::gui::app::FruitfulApp;
use fruitful::session::action::Action;
use fruitful::session::preferences::Look;
use fruitful::session::session::Session;

use crate::recovery::{Desk, left, open, type_topic};
use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;

type Window = Harness<'static, Option<FruitfulApp>>;

fn window(mut session: Session, look: Look, width: f32, height: f32) -> Window {
    session.preferences.look = look;
    let mut waiting = Some(session);
    let mut window = Harness::builder()
        .with_size(vec2(width, height))
        .with_theme(Theme::Light)
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

fn settle(window: &mut Window) {
    window.run_steps(2);
    session(window).settle();
    window.run_steps(3);
}

fn session(window: &mut Window) -> &mut Session {
    window.state_mut().as_mut().unwrap().session_mut()
}

fn press(window: &mut Window, key: Key) {
    window.key_press(key);
    settle(window);
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// What has the keyboard.
fn focused(window: &Window) -> String {
    let nodes = window.query_all_by(|node| node.is_focused() && node.label().is_some());
    let names: Vec<_> = nodes
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    names.last().cloned().unwrap_or_default()
}

#[test]
fn enter_recovers_and_what_was_typed_is_back() {
    let desk = left("ask-enter");
    let mut window = window(desk.restarted(), Look::Light, 1280.0, 800.0);
    assert!(says(&window, "Fruitful did not close properly"));
    assert!(says(&window, "1 register has unsaved changes."));
    assert!(says(&window, "plan.ron, kept today 12:00"));
    assert!(says(&window, "1 partnership changed: Harbour Forum"));
    assert_eq!(focused(&window), "Recover plan.ron");
    press(&mut window, Key::Enter);
    assert!(!says(&window, "Fruitful did not close properly"));
    assert!(says(&window, "plan.ron is back as it was today 12:00"));
    assert!(says(
        &window,
        "plan.ron · changes kept 12:00, not saved yet"
    ));
    assert_eq!(
        session(&mut window).register().partnerships[0].topic,
        "left"
    );
}

#[test]
fn escape_leaves_it_for_later_and_the_line_at_the_foot_offers_it_again() {
    let desk = left("ask-escape");
    let mut window = window(desk.restarted(), Look::Light, 1280.0, 800.0);
    press(&mut window, Key::Escape);
    assert!(!says(&window, "Fruitful did not close properly"));
    assert_eq!(desk.kept().len(), 2);
    window.get_by_label("1 register to recover").click();
    settle(&mut window);
    assert!(says(&window, "Fruitful did not close properly"));
    assert!(!says(&window, "1 register to recover"));
}

#[test]
fn not_to_recover_asks_once_and_only_then_deletes() {
    let desk = left("ask-delete");
    let mut window = window(desk.restarted(), Look::Light, 1280.0, 800.0);
    press(&mut window, Key::Tab);
    assert_eq!(focused(&window), "Don’t recover plan.ron");
    press(&mut window, Key::Enter);
    assert!(says(&window, "Delete these changes for good?"));
    assert_eq!(focused(&window), "Keep the changes to plan.ron");
    press(&mut window, Key::Enter);
    assert!(!says(&window, "Delete these changes for good?"));
    assert_eq!(focused(&window), "Recover plan.ron");
    assert_eq!(desk.kept().len(), 2);
    window.get_by_label("Don’t recover plan.ron").click();
    settle(&mut window);
    window
        .get_by_label("Delete the changes to plan.ron")
        .click();
    settle(&mut window);
    assert!(!says(&window, "Fruitful did not close properly"));
    assert_eq!(desk.kept().len(), 0);
}

#[test]
fn what_is_unsaved_now_is_asked_about_before_something_else_is_recovered() {
    let desk = left("ask-unsaved");
    let mut window = window(desk.restarted(), Look::Light, 1280.0, 800.0);
    press(&mut window, Key::Escape);
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    settle(&mut window);
    window.get_by_label("1 register to recover").click();
    settle(&mut window);
    window.get_by_label("Recover plan.ron").click();
    settle(&mut window);
    assert!(says(&window, "Save the changes to New register?"));
    window.get_by_label("Cancel").click();
    settle(&mut window);
    assert!(says(&window, "Fruitful did not close properly"));
    window.get_by_label("Recover plan.ron").click();
    settle(&mut window);
    window.get_by_label("Go on without saving").click();
    settle(&mut window);
    assert!(says(&window, "plan.ron is back"));
}

#[test]
fn one_that_cannot_be_read_says_where_it_is_and_offers_no_recovery() {
    let desk = left("ask-spoilt");
    let mut kept = desk.kept().into_iter();
    let path = kept.find(|it| it.extension().unwrap() == "ron").unwrap();
    std::fs::write(&path, "(format: \"fruitful register\", format").unwrap();
    let mut window = window(desk.restarted(), Look::Light, 1280.0, 800.0);
    assert!(says(&window, "It stays in "));
    assert!(window.query_by_label("Recover plan.ron").is_none());
    assert_eq!(focused(&window), "Later");
    press(&mut window, Key::Enter);
    assert!(path.is_file());
}

#[test]
fn twenty_fit_the_smallest_window_in_every_look_and_each_has_its_own_names() {
    let desk = Desk::new("ask-twenty");
    for n in 0..20 {
        let path = desk.file(&format!("plan-{n}.ron"));
        let mut session = desk.session();
        open(&mut session, &path);
        type_topic(&mut session, "x");
    }
    for (look, name) in [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::HighContrast, "contrast"),
    ] {
        let mut window = window(desk.restarted(), look, 800.0, 520.0);
        assert!(says(&window, "20 registers have unsaved changes."));
        let later = window.get_by_role_and_label(Role::Button, "Later").rect();
        assert!(later.max.y < 520.0, "{later:?}");
        assert_eq!(focused(&window).matches("Recover plan-").count(), 1);
        for n in 0..20 {
            assert!(
                window
                    .query_by_label(&format!("Recover plan-{n}.ron"))
                    .is_some(),
                "{n}"
            );
        }
        screenshot(&mut window, &format!("recovery-twenty-{name}"));
        window.get_by_role_and_label(Role::Button, "Later").click();
        settle(&mut window);
        assert!(says(&window, "20 registers to recover"));
    }
}

#[test]
fn closing_on_the_users_wish_leaves_nothing_and_a_lost_display_leaves_it() {
    let check = |is_agreed: bool, n_kept: usize| {
        let desk = Desk::new("ask-close");
        let path = desk.file("plan.ron");
        let mut session = desk.session();
        open(&mut session, &path);
        type_topic(&mut session, "x");
        let mut window = window(session, Look::Light, 1280.0, 800.0);
        if is_agreed {
            window.key_press_modifiers(Modifiers::COMMAND, Key::Q);
            settle(&mut window);
            window.get_by_label("Go on without saving").click();
            settle(&mut window);
        }
        let mut app = window.state_mut().take().unwrap();
        eframe::App::on_exit(&mut app, None);
        drop(app);
        assert_eq!(desk.kept().len(), n_kept);
        assert!(!desk.folder.join(".~lock.plan.ron#").exists());
    };
    check(true, 0);
    check(false, 2);
}

#[test]
fn a_file_in_use_offers_another_name_and_to_save_anyway() {
    let desk = Desk::new("ask-in-use");
    let path = desk.file("plan.ron");
    let (mut first, mut second) = (desk.session(), desk.session());
    open(&mut first, &path);
    open(&mut second, &path);
    let mut window = window(second, Look::Light, 1280.0, 800.0);
    assert!(says(&window, "since 12:00"));
    assert!(says(
        &window,
        "You can look and try things; save under another name."
    ));
    assert!(window.query_by_label("Save as…").is_some());
    assert!(window.query_by_label("Save anyway").is_none());
    type_topic(session(&mut window), "x");
    window.key_press_modifiers(Modifiers::COMMAND, Key::S);
    settle(&mut window);
    assert!(says(&window, "plan.ron is not saved."));
    screenshot(&mut window, "recovery-in-use");
    window.get_by_label("Save anyway").click();
    settle(&mut window);
    assert!(!session(&mut window).is_dirty());
    session(&mut window).apply(Action::DismissNotice);
}
