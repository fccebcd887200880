//! The health check by keyboard: a question is answered, taken back, pasted, and an open one is found from the profile.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::Node;
use egui_kittest::kittest::Queryable as _;
use fruitful::gui::view::{Page, Section};
use fruitful::model::health_answer::{Answer, HealthAnswer};
use fruitful::session::action::Action;
use fruitful::units::id::{Id, Kind};

use super::desk::{Desk, Window, light};
use super::keys::{field, press};

const BODY: &str = r#"
    settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
    partnerships: [(id: "p1", name: "Market", members: ["o1"], health: [
        (id: "ha2", question: "h2", answer: Some(No), owner: "Clerk")])],
    last_id: 2,
"#;

fn at(section: Section) -> Window {
    let page = Page::Partnership(Id::new(Kind::Partnership, 1));
    light(Desk::of(BODY, page, section))
}

fn answers(window: &Window) -> Vec<HealthAnswer> {
    window.state().session.register().partnerships[0]
        .health
        .clone()
}

fn keys(window: &Window) -> Vec<String> {
    answers(window).into_iter().map(|it| it.question).collect()
}

/// The cell of an answer, which is chosen from a list.
fn choice<'w>(window: &'w Window, name: &'w str) -> Node<'w> {
    window.get_by_role_and_label(Role::ComboBox, name)
}

fn undo(window: &mut Window) {
    window.state_mut().session.apply(Action::Undo);
    window.run();
}

#[test]
fn an_answer_comes_with_the_first_thing_typed_and_is_one_step() {
    let mut window = at(Section::Health);
    assert_eq!(keys(&window), ["h2"], "no record for what nobody answered");
    choice(&window, "Answer, question 1").focus();
    window.run();
    window.event(Event::Text("Partly".into()));
    window.run();
    press(&mut window, Key::Tab);
    assert_eq!(keys(&window), ["h2", "h1"]);
    assert_eq!(answers(&window)[1].answer, Some(Answer::Partly));
    // Tab went on to the evidence of the same question, whose record came in the meantime.
    assert!(field(&window, "Evidence, question 1").is_focused());
    window.event(Event::Text("Minute 12".into()));
    window.run();
    press(&mut window, Key::Enter);
    assert_eq!(answers(&window)[1].evidence, "Minute 12");
    undo(&mut window);
    assert_eq!(answers(&window)[1].evidence, "");
    undo(&mut window);
    assert_eq!(keys(&window), ["h2"]);
}

#[test]
fn words_typed_letter_by_letter_into_an_unanswered_question_are_one_step() {
    let mut window = at(Section::Health);
    field(&window, "Owner, question 5").focus();
    window.run();
    for letter in ["C", "l", "e", "r", "k"] {
        window.event(Event::Text(letter.into()));
        window.run();
    }
    press(&mut window, Key::Enter);
    assert_eq!(answers(&window)[1].owner, "Clerk");
    undo(&mut window);
    assert_eq!(keys(&window), ["h2"]);
}

#[test]
fn an_answer_goes_with_the_last_thing_in_it() {
    let mut window = at(Section::Health);
    choice(&window, "Answer, question 2").focus();
    window.run();
    press(&mut window, Key::Delete);
    assert_eq!(answers(&window)[0].answer, None);
    field(&window, "Owner, question 2").focus();
    window.run();
    press(&mut window, Key::Delete);
    assert_eq!(keys(&window), Vec::<String>::new());
    undo(&mut window);
    assert_eq!(answers(&window)[0].owner, "Clerk");
}

#[test]
fn answers_are_pasted_as_one_step_and_nonsense_stays_in_its_cell() {
    let mut window = at(Section::Health);
    choice(&window, "Answer, question 4").focus();
    window.run();
    window.event(Event::Paste(
        "Yes\tBoard, May\nPerhaps\tNobody\nNo\t".into(),
    ));
    window.run();
    let answered: Vec<(String, Option<Answer>, String)> = answers(&window)
        .into_iter()
        .skip(1)
        .map(|it| (it.question, it.answer, it.evidence))
        .collect();
    let expected = [
        ("h4", Some(Answer::Yes), "Board, May"),
        ("h5", None, "Nobody"),
        ("h6", Some(Answer::No), ""),
    ];
    assert_eq!(
        answered,
        expected.map(|(key, answer, said)| (key.to_owned(), answer, said.to_owned()))
    );
    let refused = choice(&window, "Answer, question 5");
    assert_eq!(refused.value().as_deref(), Some("Perhaps"));
    undo(&mut window);
    assert_eq!(keys(&window), ["h2"]);
}

#[test]
fn an_open_question_is_reached_from_the_profile() {
    let mut window = at(Section::Profile);
    window
        .get_by_label("3  Were other ways of working weighed first?")
        .click();
    window.run();
    assert_eq!(window.state().view.section, Section::Health);
    assert!(choice(&window, "Answer, question 3").is_focused());
}

#[test]
fn every_table_and_the_state_of_things_is_said() {
    let window = at(Section::Health);
    for name in [
        "Deciding to work together",
        "Getting started",
        "Working well",
        "Reviewing success",
        "Governance",
    ] {
        window.get_by_role_and_label(Role::Table, name);
    }
    window.get_by_label_contains("5 of 31 questions answered; 31 open: 1–28, agreement");
    window.get_by_label_contains("Only the first three are asked: £0 a year");
}
