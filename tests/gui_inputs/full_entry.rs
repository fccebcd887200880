//! A whole partnership entered with the keyboard alone, and every press of a key counted.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::costing::cost_line::Category;
use fruitful::gui::app::FruitfulApp;
use fruitful::model::record_name::partner_name;
use fruitful::session::action::Action;
use fruitful::session::session::Session;
use fruitful::units::display;
use fruitful::units::quantity::Money;

/// What a finance officer would put up with.
const MOST_PRESSES: usize = 450;

/// A hand at the keyboard of the whole window, and how often it pressed a key: every letter is one press, and so is
/// every key with the keys held beside it.
struct Hand {
    window: Harness<'static, Option<FruitfulApp>>,
    presses: usize,
}

impl Hand {
    fn on(sample: &str) -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("sample_data")
            .join(sample);
        let mut session = Session::new(Arc::new(|| {}), None);
        session.apply(Action::Open(path));
        session.settle();
        let mut waiting = Some(session);
        let mut window = Harness::builder()
            .with_size(vec2(1280.0, 800.0))
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
        Self { window, presses: 0 }
    }

    fn with(&mut self, modifiers: Modifiers, key: Key) {
        self.presses += 1;
        self.window.key_press_modifiers(modifiers, key);
        self.window.run_steps(1);
        // Queries come from a worker: whether they are there already must not decide where Tab goes.
        if let Some(app) = self.window.state_mut() {
            app.session_mut().settle();
        }
        self.window.run_steps(2);
    }

    fn press(&mut self, key: Key) {
        self.with(Modifiers::NONE, key);
    }

    fn tabs(&mut self, n: usize) {
        for _ in 0..n {
            self.press(Key::Tab);
        }
    }

    fn write(&mut self, text: &str) {
        self.presses += text.chars().count();
        self.window.event(Event::Text(text.to_owned()));
        self.window.run_steps(2);
    }

    /// Types each text into the cell that has the keyboard, and goes on to the next; a dash leaves a cell as it is.
    fn row(&mut self, cells: &[&str]) {
        for (n, text) in cells.iter().enumerate() {
            if n > 0 {
                self.press(Key::Tab);
            }
            if *text != "-" {
                self.write(text);
            }
        }
    }

    fn next_section(&mut self) {
        self.with(Modifiers::COMMAND, Key::PageDown);
    }

    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method is not general enough over the lives of nodes"
    )]
    fn focused(&self) -> String {
        let found = self.window.query_all_by(|node| node.is_focused()).last();
        let found = found.and_then(|it| it.accesskit_node().label());
        found.unwrap_or_default()
    }

    fn is_at(&self, name: &str) {
        assert_eq!(self.focused(), name, "after {} presses", self.presses);
    }
}

#[test]
fn a_full_partnership_takes_fewer_than_450_presses() {
    let mut hand = Hand::on("small.ron");
    hand.with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
    hand.is_at("Name");
    hand.write("Quays");

    hand.next_section();
    hand.press(Key::Tab);
    hand.is_at("Add meeting");
    hand.press(Key::Enter);
    hand.row(&["Board", "-", "10", "2"]);
    hand.press(Key::Enter);
    hand.is_at("Add meeting");
    hand.tabs(2);
    hand.is_at("Add attendee");
    for row in [
        ["tarnwick c", "m", "2", "-", "1", "1"],
        ["h", "o", "3", "-", "1", "0"],
    ] {
        hand.press(Key::Enter);
        hand.row(&row);
        hand.press(Key::Enter);
    }
    // Back to the board, which is copied twice with its people.
    hand.press(Key::F6);
    hand.press(Key::F6);
    hand.press(Key::Tab);
    for name in ["Youth", "Roads"] {
        hand.with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
        hand.row(&[name, "sub", "4"]);
        hand.with(Modifiers::SHIFT, Key::Tab);
        hand.with(Modifiers::SHIFT, Key::Tab);
    }
    hand.next_section();
    hand.next_section();
    hand.tabs(2);
    hand.is_at("Add secondment");
    for row in [
        ["Chair", "lead", "h", "tarnwick c", "1"],
        ["Clerk", "o", "h", "tarnwick c", "0.5"],
        ["Analyst", "m", "h", "tarnwick c", "0.2"],
    ] {
        hand.press(Key::Enter);
        hand.row(&row);
        hand.press(Key::Enter);
        hand.is_at("Add secondment");
    }
    hand.next_section();
    hand.tabs(1);
    hand.is_at("Add cash line");
    for (name, amount) in [
        ("Rent", "6000"),
        ("Web", "400"),
        ("Print", "850"),
        ("Audit", "1200"),
        ("Phones", "300"),
        ("Travel", "750"),
        ("Venue", "900"),
        ("Legal", "2000"),
        ("Post", "120"),
        ("Survey", "3500"),
        ("Tools", "640"),
        ("Grants", "9000"),
    ] {
        hand.press(Key::Enter);
        hand.row(&[name, "-", amount, "h"]);
        hand.press(Key::Enter);
        hand.is_at("Add cash line");
    }
    // The count is what the journey is for: `cargo test full_entry -- --nocapture` prints it.
    #[expect(
        clippy::print_stdout,
        reason = "the count is shown to whoever asks for it"
    )]
    {
        println!("{} presses", hand.presses);
    }
    assert!(hand.presses < MOST_PRESSES, "{} presses", hand.presses);
    check(&mut hand);
}

/// Nothing that was typed went astray.
fn check(hand: &mut Hand) {
    let app = hand.window.state_mut().as_mut().unwrap();
    app.session_mut().settle();
    let session = app.session();
    let register = session.register();
    let it = register.partnerships.last().unwrap();
    assert_eq!(it.name, "Quays");
    let bodies: Vec<_> = it
        .meetings
        .iter()
        .map(|body| {
            let times = body.times_a_year.value().map(display::number);
            (body.name.as_str(), times.unwrap(), body.attendees.len())
        })
        .collect();
    // A copy stands below what it is copied from.
    assert_eq!(bodies.len(), 3);
    for expected in [
        ("Board", "10".to_owned(), 2),
        ("Youth", "4".to_owned(), 2),
        ("Roads", "4".to_owned(), 2),
    ] {
        assert!(bodies.contains(&expected), "{expected:?} in {bodies:?}");
    }
    assert_eq!(it.secondments.len(), 3);
    for secondment in &it.secondments {
        assert!(secondment.grade.is_some() && secondment.fte.value().is_some());
        assert_eq!(partner_name(register, secondment.lender), "Harbeck Council");
        assert_eq!(partner_name(register, secondment.host), "Tarnwick Council");
    }
    assert_eq!(it.cash_lines.len(), 12);
    let found = session.findings().unwrap().partnership(it.id).unwrap();
    // 6,000 + 400 + 850 + 1,200 + 300 + 750 + 900 + 2,000 + 120 + 3,500 + 640 + 9,000
    let cash = found.by_category.full.get(&Category::Direct);
    assert_eq!(cash, Some(&Money::from(25_660)));
    // Manager £40, officer £25: (2 × £40 + 3 × £25) × 2 h × (10 + 4 + 4) meetings.
    let meetings = found.by_category.full.get(&Category::Meetings);
    assert_eq!(meetings, Some(&Money::from(5_580)));
}
