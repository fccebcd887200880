//! The program without a screen: editing, undo, opening and saving, and what happens when a file will not have it.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use fruitful::model::inputs::Inputs;
use fruitful::model::partnership::Partnership;
use fruitful::session::action::{Action, Edit};
use fruitful::session::notice::Tone;
use fruitful::session::session::Session;
use fruitful::uncertainty::simulation::{Plan, simulate};
use fruitful::units::id::{Id, InputId, Kind};
use fruitful::units::progress::{Progress, Stop};

use crate::support::folder::Folder;

fn session() -> Session {
    Session::new(Arc::new(|| {}), None)
}

fn add_partnership(session: &mut Session, name: &'static str) -> Id {
    let id = session.register().clone().new_id(Kind::Partnership);
    session.apply(Action::Edit(Edit::new(
        "add partnership",
        move |register| {
            let id = register.new_id(Kind::Partnership);
            let mut partnership = Partnership::new(id);
            partnership.name = name.into();
            register.partnerships.push(Arc::new(partnership));
        },
    )));
    id
}

fn saved(folder: &Folder) -> (Session, PathBuf) {
    let mut session = session();
    add_partnership(&mut session, "Harbour Forum");
    let path = folder.join("plan.ron");
    session.apply(Action::SaveAs(path.clone()));
    session.settle();
    (session, path)
}

#[test]
fn findings_follow_an_edit_and_its_undo() {
    let mut session = session();
    session.settle();
    let count = |session: &Session| session.findings().map(|found| found.portfolio.count);
    assert_eq!(count(&session), Some(0));
    add_partnership(&mut session, "Harbour Forum");
    assert!(session.is_stale());
    session.settle();
    assert_eq!(count(&session), Some(1));
    assert_eq!(session.undo_label(), Some("add partnership"));
    session.apply(Action::Undo);
    session.settle();
    assert_eq!(count(&session), Some(0));
    session.apply(Action::Redo);
    session.settle();
    assert_eq!(count(&session), Some(1));
}

#[test]
fn a_register_is_dirty_until_it_is_saved_and_clean_when_undone_to_what_is_on_disk() {
    let folder = Folder::new("dirty");
    let (mut session, path) = saved(&folder);
    assert!(!session.is_dirty());
    assert_eq!(session.path(), Some(path.as_path()));
    add_partnership(&mut session, "Second");
    assert!(session.is_dirty());
    session.apply(Action::Undo);
    assert!(!session.is_dirty());
}

#[test]
fn typing_in_one_field_is_one_step_back() {
    let mut session = session();
    let id = add_partnership(&mut session, "H");
    let field = InputId {
        record: id,
        field: "name",
    };
    for name in ["Ha", "Har", "Harbour"] {
        let edit = Edit::partnership(id, "rename", move |it| it.name = name.into());
        session.apply(Action::Edit(edit.while_typing(field)));
    }
    session.apply(Action::Undo);
    assert_eq!(session.register().partnerships[0].name, "H");
}

#[test]
fn what_was_saved_opens_again() {
    let folder = Folder::new("opens");
    let (_, path) = saved(&folder);
    let mut other = session();
    other.apply(Action::Open(path));
    other.settle();
    assert_eq!(other.notice(), None);
    assert_eq!(other.register().partnerships[0].name, "Harbour Forum");
    assert!(!other.is_dirty());
}

#[test]
fn a_broken_file_leaves_the_open_register_as_it_was() {
    let folder = Folder::new("broken");
    let (mut session, path) = saved(&folder);
    let broken = folder.join("broken.ron");
    std::fs::write(&broken, "(format: \"fruitful register\", format").unwrap();
    session.apply(Action::Open(broken));
    session.settle();
    let notice = session.notice().unwrap();
    assert_eq!(notice.tone, Tone::Problem);
    assert!(notice.message.contains("broken.ron"), "{}", notice.message);
    assert!(!notice.hint.is_empty());
    assert_eq!(session.path(), Some(path.as_path()));
    assert_eq!(session.register().partnerships.len(), 1);
}

#[test]
fn a_save_that_fails_leaves_the_register_dirty_and_the_file_name_as_it_was() {
    let folder = Folder::new("fails");
    let (mut session, path) = saved(&folder);
    add_partnership(&mut session, "Second");
    // A folder below a file cannot be written, whoever asks.
    session.apply(Action::SaveAs(path.join("below.ron")));
    session.settle();
    assert_eq!(session.notice().unwrap().tone, Tone::Problem);
    assert!(session.is_dirty());
    assert_eq!(session.path(), Some(path.as_path()));
}

#[test]
fn a_file_that_somebody_else_changed_is_not_overwritten_unasked() {
    let folder = Folder::new("two-people");
    let (mut ours, path) = saved(&folder);
    let mut theirs = session();
    theirs.apply(Action::Open(path.clone()));
    theirs.settle();
    add_partnership(&mut theirs, "Theirs");
    theirs.apply(Action::Save);
    theirs.settle();

    add_partnership(&mut ours, "Ours");
    ours.apply(Action::Save);
    ours.settle();
    assert_eq!(ours.notice().unwrap().tone, Tone::ChangedOnDisk);
    assert!(std::fs::read_to_string(&path).unwrap().contains("Theirs"));
    ours.apply(Action::SaveOver);
    ours.settle();
    assert!(!ours.is_dirty());
    assert!(std::fs::read_to_string(&path).unwrap().contains("Ours"));
}

#[test]
fn opening_can_be_cancelled() {
    let folder = Folder::new("cancelled");
    let (_, path) = saved(&folder);
    let mut session = session();
    session.apply(Action::Open(path));
    session.apply(Action::CancelOpen);
    session.settle();
    assert_eq!(session.register().partnerships.len(), 0);
}

/// The borough with everything ranged, and so many draws that a run takes a while.
fn simulating(draws: u32) -> Session {
    let mut session = session();
    let borough = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data/borough.ron");
    session.apply(Action::Open(borough.into()));
    session.settle();
    session.apply(Action::Edit(Edit::new(
        "range everything",
        move |register| {
            Arc::make_mut(&mut register.settings).draws = Some(draws);
            register.each_input_mut(&mut |at, input| {
                if at.field == "length"
                    && let Some(value) = input.decimal()
                {
                    input.enter(&format!("{value} ±20%")).unwrap();
                }
            });
        },
    )));
    session
}

fn rename_something(session: &mut Session) {
    session.apply(Action::Edit(Edit::new("rename", |register| {
        Arc::make_mut(&mut register.settings).title = "Otherwise".into();
    })));
}

#[test]
fn a_simulation_is_of_the_register_as_it_is_or_is_said_to_be_older() {
    let mut session = simulating(1_000);
    session.want_simulation();
    assert!(session.simulation_progress().is_some());
    assert!(session.current_simulation().is_none());
    session.settle();
    let first = Arc::clone(session.current_simulation().unwrap());
    assert_eq!(first.plan.draws, 1_000);

    rename_something(&mut session);
    assert!(session.is_simulation_stale());
    assert!(session.current_simulation().is_none());
    assert!(session.simulation().is_some());
    session.want_simulation();
    session.settle();
    assert!(!session.is_simulation_stale());
    assert_eq!(**session.current_simulation().unwrap(), *first);
    // Undoing comes back to a state that a simulation was of, which is not the last one's.
    session.apply(Action::Undo);
    assert!(session.is_simulation_stale());
}

#[test]
fn an_edit_during_a_run_stops_it_and_its_answer_is_nobodys() {
    let mut session = simulating(200_000);
    session.want_simulation();
    rename_something(&mut session);
    assert!(session.simulation_progress().is_none());
    session.apply(Action::Edit(Edit::new("fewer draws", |register| {
        Arc::make_mut(&mut register.settings).draws = Some(500);
    })));
    session.want_simulation();
    session.settle();
    assert_eq!(session.current_simulation().unwrap().plan.draws, 500);
}

#[test]
fn a_simulation_that_was_stopped_starts_again_when_asked_or_after_an_edit() {
    let mut session = simulating(200_000);
    session.want_simulation();
    session.apply(Action::StopSimulation);
    session.want_simulation();
    assert!(session.simulation_progress().is_none() && session.is_simulation_stopped());
    session.apply(Action::SimulateAgain);
    assert!(session.simulation_progress().is_some());
    session.apply(Action::StopSimulation);
    rename_something(&mut session);
    session.want_simulation();
    assert!(session.simulation_progress().is_some() && !session.is_simulation_stopped());
    session.apply(Action::StopSimulation);
    session.settle();
    assert!(session.simulation().is_none());
}

#[test]
fn without_ranges_there_is_nothing_to_simulate() {
    let mut session = session();
    add_partnership(&mut session, "Harbour Forum");
    session.want_simulation();
    assert!(session.has_nothing_to_simulate());
    assert!(session.simulation_progress().is_none());
}

/// Work ends within a block of draws: here within two seconds in a build that is not optimised and on a busy
/// machine, where the whole of it would have taken minutes.
#[test]
fn a_run_ends_soon_after_it_is_asked_to() {
    let session = simulating(1_000_000);
    let register = session.register().clone();
    let (stop, guidance, question) = (Stop::default(), session.guidance(), session.question());
    let asked = stop.clone();
    let run = std::thread::spawn(move || {
        let plan = Plan::of(&register.settings);
        simulate(
            &register,
            guidance,
            question,
            plan,
            &Progress::default(),
            &stop,
        )
    });
    std::thread::sleep(Duration::from_millis(300));
    assert!(!run.is_finished());
    let since = Instant::now();
    asked.ask();
    assert!(run.join().unwrap().is_none());
    assert!(
        since.elapsed() < Duration::from_secs(2),
        "{:?}",
        since.elapsed()
    );
}
