//! Nothing that was typed is lost: keeping, offering, recovering, and two people in one file.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fruitful::model::partnership::Partnership;
use fruitful::model::register::Register;
use fruitful::session::action::{Action, Edit};
use fruitful::session::clock::Clock;
use fruitful::session::exporting::ExportTask;
use fruitful::session::notice::Tone;
use fruitful::session::recoverable::{Against, Offer, Recoverable};
use fruitful::session::session::Session;
use fruitful::session::surroundings::Surroundings;
use fruitful::store::{read, write};
use fruitful::units::id::{InputId, Kind};
use fruitful::units::year::FinancialYear;
use jiff::{ToSpan, Zoned};

use crate::support::folder::Folder;

/// A desk with a folder for recovery, and clocks that a test turns.
pub(crate) struct Desk {
    pub(crate) folder: Folder,
    seconds: Arc<AtomicU64>,
    wall: Arc<Mutex<Zoned>>,
}

impl Desk {
    pub(crate) fn new(test: &str) -> Self {
        let noon = "2026-05-04T12:00[+00:00]".parse().unwrap();
        Self {
            folder: Folder::new(test),
            seconds: Arc::default(),
            wall: Arc::new(Mutex::new(noon)),
        }
    }

    fn recovery(&self) -> PathBuf {
        self.folder.join("state")
    }

    /// The program as it starts.
    pub(crate) fn session(&self) -> Session {
        let (seconds, wall) = (Arc::clone(&self.seconds), Arc::clone(&self.wall));
        let clock = Clock {
            steady: Arc::new(move || Duration::from_secs(seconds.load(Ordering::SeqCst))),
            wall: Arc::new(move || wall.lock().unwrap().clone()),
        };
        let surroundings = Surroundings {
            preferences: None,
            recovery: Some(self.recovery()),
            marks_files: true,
            clock,
        };
        Session::within(Arc::new(|| {}), surroundings)
    }

    /// The program as it starts and looks for what can be recovered.
    pub(crate) fn restarted(&self) -> Session {
        let mut session = self.session();
        session.apply(Action::FindRecoverable);
        session.settle();
        session
    }

    fn wait(&self, session: &mut Session, seconds: u64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
        let mut wall = self.wall.lock().unwrap();
        *wall = wall
            .checked_add(i64::try_from(seconds).unwrap().seconds())
            .unwrap();
        drop(wall);
        session.settle();
    }

    /// A register on disk with two partnerships.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        let mut register = Register::new(FinancialYear::starting(2026));
        for name in ["Harbour Forum", "Family Hub"] {
            let id = register.new_id(Kind::Partnership);
            let mut partnership = Partnership::new(id);
            partnership.name = name.into();
            register.partnerships.push(Arc::new(partnership));
        }
        let path = self.folder.join(name);
        write::save(&path, &register, None).unwrap();
        path
    }

    /// What is in the recovery folder, but for marks.
    pub(crate) fn kept(&self) -> Vec<PathBuf> {
        let Ok(files) = fs::read_dir(self.recovery()) else {
            return Vec::new();
        };
        let paths = files.map(|file| file.unwrap().path());
        let mut paths: Vec<_> = paths
            .filter(|path| path.extension().is_none_or(|it| it != "lock"))
            .collect();
        paths.sort();
        paths
    }

    /// The register that is kept, if one is.
    fn kept_register(&self) -> Option<Register> {
        let kept = self.kept();
        let path = kept
            .iter()
            .find(|it| it.extension().is_some_and(|it| it == "ron"))?;
        Some(read::read(path).unwrap().register)
    }
}

pub(crate) fn open(session: &mut Session, path: &Path) {
    session.apply(Action::Open(path.to_owned()));
    session.settle();
}

/// One more letter of the first partnership's topic.
pub(crate) fn type_topic(session: &mut Session, topic: &str) {
    let id = session.register().partnerships[0].id;
    let field = InputId {
        record: id,
        field: "topic",
    };
    let topic = topic.to_owned();
    let edit = Edit::partnership(id, "change topic", move |it| it.topic = topic);
    session.apply(Action::Edit(edit.while_typing(field)));
}

fn topic(register: &Register) -> &str {
    &register.partnerships[0].topic
}

/// Ends a program as a crash does, before what is under way is kept: the files stay as they are, the marks are let go.
fn crash(desk: &Desk, session: Session) {
    let before: Vec<_> = desk
        .kept()
        .into_iter()
        .map(|path| (fs::read(&path).unwrap(), path))
        .collect();
    drop(session);
    for path in desk.kept() {
        fs::remove_file(path).unwrap();
    }
    for (bytes, path) in before {
        fs::write(path, bytes).unwrap();
    }
}

fn only_id(session: &Session) -> String {
    assert_eq!(session.recoverable().len(), 1);
    session.recoverable()[0].id().to_owned()
}

#[test]
fn a_crash_loses_nothing_that_was_kept_and_the_file_is_untouched() {
    let desk = Desk::new("kept-crash");
    let path = desk.file("plan.ron");
    let before = fs::read(&path).unwrap();
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "Har");
    type_topic(&mut session, "Harbour");
    assert_eq!(session.kept_at(), None);
    desk.wait(&mut session, 30);
    assert_eq!(session.kept_at().as_deref(), Some("12:00"));
    crash(&desk, session);
    assert_eq!(fs::read(&path).unwrap(), before);

    let mut session = desk.restarted();
    let found = &session.recoverable()[0];
    assert_eq!(found.name(), "plan.ron");
    assert_eq!(found.path.as_deref(), Some(path.as_path()));
    assert_eq!(found.sentences(), ["1 partnership changed: Harbour Forum"]);
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    assert_eq!(session.path(), Some(path.as_path()));
    assert_eq!(topic(session.register()), "Harbour");
    assert!(session.is_dirty());
    let notice = session.notice().unwrap();
    assert_eq!(notice.message, "plan.ron is back as it was today 12:00");
    assert_eq!(
        fs::read(&path).unwrap(),
        before,
        "nothing is written unasked"
    );
    assert_eq!(desk.kept().len(), 2, "it is still kept until it is saved");

    session.apply(Action::Save);
    session.settle();
    assert_eq!(session.notice(), None);
    assert!(!session.is_dirty());
    assert_eq!(topic(&read::read(&path).unwrap().register), "Harbour");
    assert_eq!(desk.kept(), [""; 0].map(PathBuf::from));
}

#[test]
fn at_most_thirty_seconds_are_missing_at_any_moment() {
    let desk = Desk::new("kept-pace");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    let mut n_written = 0;
    let mut last = None;
    // A letter every five seconds for three minutes, each the second at which it was typed.
    for now in (0..180_u64).step_by(5) {
        type_topic(&mut session, &format!("{now}"));
        desk.wait(&mut session, 5);
        let kept = desk.kept_register();
        let typed: Option<u64> = kept.map(|it| topic(&it).parse().unwrap());
        let after = now + 5;
        assert!(
            typed.map_or(after, |at| after - at) <= 30 + 5,
            "at {after}: {typed:?}"
        );
        // The first letter that is not kept was typed five seconds after the last that is.
        let oldest_lost = typed.map_or(0, |at| at + 5);
        assert!(after - oldest_lost <= 30, "at {after}: {typed:?}");
        n_written += usize::from(typed != last);
        last = typed;
    }
    assert!(n_written <= 6, "{n_written} times in three minutes");
}

#[test]
fn a_program_that_unwinds_keeps_its_last_letter() {
    let desk = Desk::new("kept-unwind");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "the last letter");
    // As a panic does: it goes without being closed.
    drop(session);
    assert_eq!(topic(&desk.kept_register().unwrap()), "the last letter");
}

#[test]
fn nothing_is_kept_while_nothing_is_unsaved() {
    let desk = Desk::new("kept-idle");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    desk.wait(&mut session, 600);
    assert!(!desk.recovery().exists());
    type_topic(&mut session, "x");
    desk.wait(&mut session, 30);
    let first = fs::metadata(&desk.kept()[1]).unwrap().modified().unwrap();
    desk.wait(&mut session, 600);
    let later = fs::metadata(&desk.kept()[1]).unwrap().modified().unwrap();
    assert_eq!(first, later, "written again without a change");
    session.apply(Action::Undo);
    session.settle();
    assert_eq!(
        desk.kept(),
        [""; 0].map(PathBuf::from),
        "undone to what is on disk"
    );
}

#[test]
fn what_was_saved_or_given_up_is_not_kept() {
    let check = |what: &str, give_up: fn(&Desk, &mut Session)| {
        let desk = Desk::new("kept-given-up");
        let path = desk.file("plan.ron");
        let mut session = desk.session();
        open(&mut session, &path);
        type_topic(&mut session, "x");
        desk.wait(&mut session, 30);
        assert_eq!(desk.kept().len(), 2, "{what}");
        give_up(&desk, &mut session);
        session.settle();
        assert_eq!(desk.kept().len(), 0, "{what}");
        drop(session);
        assert_eq!(desk.restarted().recoverable().len(), 0, "{what}");
    };
    check("saved", |_, it| it.apply(Action::Save));
    check("saved elsewhere", |desk, it| {
        it.apply(Action::SaveAs(desk.folder.join("other.ron")));
    });
    check("another started", |_, it| it.apply(Action::New));
    check("another opened", |desk, it| {
        it.apply(Action::Open(desk.file("other.ron")));
    });
    check("closed", |_, it| it.close());
}

#[test]
fn a_file_that_does_not_open_takes_nothing_away() {
    let desk = Desk::new("kept-open-fails");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "not saved");
    // Opening is long and may go wrong: it is kept at once, without waiting.
    open(&mut session, &desk.folder.join("none.ron"));
    assert_eq!(topic(&desk.kept_register().unwrap()), "not saved");
    assert!(session.is_dirty());
}

#[test]
fn an_export_is_kept_before() {
    let desk = Desk::new("kept-export");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "before the export");
    session.apply(Action::Export(ExportTask::file(
        desk.folder.join("chart.svg"),
        "Chart",
        |_| Ok(Vec::new()),
    )));
    session.settle();
    assert_eq!(topic(&desk.kept_register().unwrap()), "before the export");
}

#[test]
fn each_window_has_its_own_and_a_running_one_is_not_offered() {
    let desk = Desk::new("kept-windows");
    let (one, two) = (desk.file("one.ron"), desk.file("two.ron"));
    let (mut first, mut second) = (desk.session(), desk.session());
    open(&mut first, &one);
    open(&mut second, &two);
    type_topic(&mut first, "first");
    type_topic(&mut second, "second");
    desk.wait(&mut first, 30);
    second.settle();
    assert_eq!(desk.kept().len(), 4);
    assert_eq!(desk.restarted().recoverable().len(), 0);
    crash(&desk, first);
    let third = desk.restarted();
    assert_eq!(third.recoverable().len(), 1);
    assert_eq!(third.recoverable()[0].name(), "one.ron");
    assert_eq!(
        desk.restarted().recoverable().len(),
        0,
        "another window offers it"
    );
    drop(third);
    assert_eq!(desk.restarted().recoverable().len(), 1);
}

#[test]
fn later_leaves_them_and_deleting_takes_one() {
    let desk = Desk::new("kept-later");
    for name in ["one.ron", "two.ron"] {
        let path = desk.file(name);
        let mut session = desk.session();
        open(&mut session, &path);
        type_topic(&mut session, "x");
        drop(session);
    }
    let mut session = desk.restarted();
    assert_eq!(session.recoverable().len(), 2);
    session.apply(Action::RecoverLater);
    assert_eq!(
        (session.recoverable().len(), session.n_left_for_later()),
        (0, 2)
    );
    session.apply(Action::FindRecoverable);
    session.settle();
    assert_eq!(
        (session.recoverable().len(), session.n_left_for_later()),
        (2, 0)
    );
    let id = session.recoverable()[0].id().to_owned();
    session.apply(Action::DeleteRecoverable(id));
    assert_eq!(session.recoverable().len(), 1);
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    assert!(session.is_dirty());
    drop(session);
    assert_eq!(desk.restarted().recoverable().len(), 1);
}

#[test]
fn a_recovered_register_that_crashes_again_is_offered_again() {
    let desk = Desk::new("kept-again");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "once");
    drop(session);
    let mut session = desk.restarted();
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    crash(&desk, session);
    let mut session = desk.restarted();
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    type_topic(&mut session, "twice");
    desk.wait(&mut session, 30);
    assert_eq!(desk.kept().len(), 2);
    crash(&desk, session);
    let mut session = desk.restarted();
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    assert_eq!(topic(session.register()), "twice");
}

#[test]
fn a_register_that_was_never_saved_is_recovered_without_a_file() {
    let desk = Desk::new("kept-new");
    let mut session = desk.session();
    session.apply(Action::Edit(Edit::new("add partnership", |it| {
        it.add_partnership();
    })));
    drop(session);
    let mut session = desk.restarted();
    let found = &session.recoverable()[0];
    assert_eq!(found.name(), "New register");
    assert_eq!(
        found.sentences(),
        [
            "1 partnership added: one without a name",
            "It was never saved to a file."
        ]
    );
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    assert_eq!((session.path(), session.is_dirty()), (None, true));
    assert_eq!(session.register().partnerships.len(), 1);
}

#[test]
fn a_file_that_was_saved_since_is_not_overwritten_unasked() {
    let desk = Desk::new("kept-changed");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "ours");
    drop(session);
    let mut theirs = desk.session();
    open(&mut theirs, &path);
    type_topic(&mut theirs, "theirs");
    theirs.apply(Action::Save);
    theirs.settle();
    theirs.close();

    let mut session = desk.restarted();
    let offer = &session.recoverable()[0].offer;
    assert!(
        matches!(
            offer,
            Offer::Changes {
                with: Against::ChangedFile,
                ..
            }
        ),
        "{offer:?}"
    );
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    session.apply(Action::Save);
    session.settle();
    assert_eq!(session.notice().unwrap().tone, Tone::ChangedOnDisk);
    assert_eq!(topic(&read::read(&path).unwrap().register), "theirs");
}

#[test]
fn what_the_file_holds_already_is_not_offered() {
    let desk = Desk::new("kept-same");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "saved");
    desk.wait(&mut session, 30);
    let kept: Vec<_> = desk
        .kept()
        .into_iter()
        .map(|it| (fs::read(&it).unwrap(), it))
        .collect();
    session.apply(Action::Save);
    session.settle();
    drop(session);
    // As if it had ended between saving and tidying up.
    for (bytes, path) in kept {
        fs::write(path, bytes).unwrap();
    }
    assert_eq!(desk.restarted().recoverable().len(), 0);
    assert_eq!(desk.kept(), [""; 0].map(PathBuf::from));
}

/// A desk with one entry that a crash left.
pub(crate) fn left(test: &str) -> Desk {
    let desk = Desk::new(test);
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "left");
    drop(session);
    desk
}

#[test]
fn an_entry_that_cannot_be_read_says_so_and_stays() {
    let check = |what: &str, spoil: fn(String) -> String, says: &str| {
        let desk = left("kept-spoilt");
        let path = desk
            .kept()
            .into_iter()
            .find(|it| it.extension().unwrap() == "ron")
            .unwrap();
        fs::write(&path, spoil(fs::read_to_string(&path).unwrap())).unwrap();
        let mut session = desk.restarted();
        let found = &session.recoverable()[0];
        let said = found.sentences().join(" ");
        assert!(said.contains(says), "{what}: {said}");
        assert!(said.contains(&path.display().to_string()), "{what}: {said}");
        let id = found.id().to_owned();
        session.apply(Action::Recover(id));
        session.settle();
        assert_eq!(session.notice().unwrap().tone, Tone::Problem, "{what}");
        assert!(!session.is_dirty(), "{what}");
        drop(session);
        assert!(path.is_file(), "{what}");
        assert_eq!(desk.restarted().recoverable().len(), 1, "{what}");
    };
    check(
        "cut short",
        |it| it[..it.len() / 2].to_owned(),
        "ends too early",
    );
    check("empty", |_| String::new(), "empty");
    check(
        "of a newer version",
        |it| it.replacen("format_version: ", "format_version: 9", 1),
        "made by version",
    );
    check(
        "of somebody else",
        |_| "#!/bin/sh".to_owned(),
        "not a Fruitful register",
    );
}

#[test]
fn a_note_that_makes_no_sense_costs_the_place_and_not_the_register() {
    let check = |note: &str| {
        let desk = left("kept-hostile");
        let path = desk
            .kept()
            .into_iter()
            .find(|it| it.extension().unwrap() == "note")
            .unwrap();
        fs::write(&path, note).unwrap();
        let mut session = desk.restarted();
        assert_eq!(session.recoverable()[0].name(), "New register", "{note}");
        session.apply(Action::Recover(only_id(&session)));
        session.settle();
        assert_eq!(session.path(), None, "{note}");
        assert_eq!(topic(session.register()), "left", "{note}");
    };
    check("");
    check(
        "(path: Some(\"/etc/hostname\"), fingerprint: None, kept: \"2026-05-04T10:00:00Z\", program: \"\", process: 1)",
    );
    check("(path: Some(\"../../x\"), kept: \"never\")");
}

#[test]
fn twenty_entries_are_all_offered_the_latest_first() {
    let desk = Desk::new("kept-twenty");
    for n in 0..20 {
        let path = desk.file(&format!("plan-{n}.ron"));
        let mut session = desk.session();
        open(&mut session, &path);
        type_topic(&mut session, "x");
        desk.wait(&mut session, 60);
        drop(session);
    }
    let session = desk.restarted();
    let names: Vec<_> = session
        .recoverable()
        .iter()
        .map(Recoverable::name)
        .collect();
    let expected: Vec<_> = (0..20).rev().map(|n| format!("plan-{n}.ron")).collect();
    assert_eq!(names, expected);
}

#[test]
fn a_clock_that_is_set_back_changes_nothing_but_the_time_that_is_shown() {
    let desk = Desk::new("kept-clock");
    let path = desk.file("plan.ron");
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "before");
    desk.wait(&mut session, 30);
    *desk.wall.lock().unwrap() = "2001-01-01T00:00[+00:00]".parse().unwrap();
    type_topic(&mut session, "after");
    desk.wait(&mut session, 30);
    assert_eq!(topic(&desk.kept_register().unwrap()), "after");
    assert_eq!(session.kept_at().as_deref(), Some("00:00"));
    drop(session);
    *desk.wall.lock().unwrap() = "2000-12-31T12:00[+00:00]".parse().unwrap();
    assert_eq!(desk.restarted().recoverable().len(), 1);
}

#[test]
fn a_recovery_folder_that_cannot_be_written_is_said_once_and_stops_nothing() {
    let desk = Desk::new("kept-nowhere");
    let path = desk.file("plan.ron");
    fs::write(desk.recovery(), "a file in its place").unwrap();
    let mut session = desk.session();
    open(&mut session, &path);
    type_topic(&mut session, "x");
    desk.wait(&mut session, 30);
    let notice = session.notice().unwrap().clone();
    assert_eq!(notice.tone, Tone::Problem);
    assert!(
        notice.message.starts_with("Unsaved changes cannot be kept"),
        "{}",
        notice.message
    );
    assert!(session.cannot_keep().is_some());
    session.apply(Action::DismissNotice);
    desk.wait(&mut session, 90);
    assert_eq!(session.notice(), None, "said once");
    // It goes on trying.
    fs::remove_file(desk.recovery()).unwrap();
    desk.wait(&mut session, 30);
    assert_eq!(session.cannot_keep(), None);
    assert_eq!(topic(&desk.kept_register().unwrap()), "x");
    session.apply(Action::Save);
    session.settle();
    assert!(!session.is_dirty());
}

#[test]
fn two_people_in_one_file_know_of_each_other() {
    let desk = Desk::new("marks-two");
    let path = desk.file("plan.ron");
    let mark = desk.folder.join(".~lock.plan.ron#");
    let (mut first, mut second) = (desk.session(), desk.session());
    open(&mut first, &path);
    assert_eq!(first.notice(), None);
    assert!(mark.is_file());
    open(&mut second, &path);
    let notice = second.notice().unwrap().clone();
    assert_eq!(notice.tone, Tone::InUse);
    assert!(notice.message.starts_with("Open by "), "{}", notice.message);
    assert!(
        notice.message.ends_with("since 12:00"),
        "{}",
        notice.message
    );
    assert_eq!(
        second.register().partnerships.len(),
        2,
        "it is open all the same"
    );

    let before = fs::read(&path).unwrap();
    type_topic(&mut second, "second");
    second.apply(Action::Save);
    second.settle();
    assert_eq!(second.notice().unwrap().tone, Tone::InUse);
    assert!(second.may_save_anyway());
    assert!(second.is_dirty());
    assert_eq!(fs::read(&path).unwrap(), before);
    second.apply(Action::SaveAnyway);
    second.settle();
    assert!(!second.is_dirty());
    // Having said so once is enough.
    type_topic(&mut second, "second again");
    second.apply(Action::Save);
    second.settle();
    assert_eq!((second.is_dirty(), second.notice()), (false, None));
    // Whoever saves after that is told.
    type_topic(&mut first, "first");
    first.apply(Action::Save);
    first.settle();
    assert_eq!(first.notice().unwrap().tone, Tone::ChangedOnDisk);
    drop(second);
    assert!(mark.is_file(), "it belongs to the first");
    first.close();
    assert!(!mark.exists());
}

#[test]
fn saving_anyway_still_minds_what_somebody_else_has_saved() {
    let desk = Desk::new("marks-minds");
    let path = desk.file("plan.ron");
    let (mut first, mut second) = (desk.session(), desk.session());
    open(&mut first, &path);
    open(&mut second, &path);
    type_topic(&mut first, "first");
    first.apply(Action::Save);
    first.settle();
    type_topic(&mut second, "second");
    second.apply(Action::Save);
    second.settle();
    second.apply(Action::SaveAnyway);
    second.settle();
    assert_eq!(second.notice().unwrap().tone, Tone::ChangedOnDisk);
    assert_eq!(topic(&read::read(&path).unwrap().register), "first");
}

#[test]
fn the_mark_goes_with_the_file() {
    let desk = Desk::new("marks-go");
    let (one, two) = (desk.file("one.ron"), desk.file("two.ron"));
    let mark = |name: &str| desk.folder.join(format!(".~lock.{name}.ron#")).exists();
    let mut session = desk.session();
    open(&mut session, &one);
    open(&mut session, &one);
    assert_eq!(session.notice(), None, "our own mark is no stranger's");
    assert!(mark("one"));
    open(&mut session, &two);
    // An old mark is taken away behind everything else; the next task on files waits for it.
    open(&mut session, &desk.folder.join("none.ron"));
    assert_eq!((mark("one"), mark("two")), (false, true));
    session.apply(Action::SaveAs(desk.folder.join("three.ron")));
    session.settle();
    session.apply(Action::Save);
    session.settle();
    assert_eq!(session.notice(), None);
    open(&mut session, &desk.folder.join("none.ron"));
    assert_eq!((mark("two"), mark("three")), (false, true));
    session.apply(Action::New);
    open(&mut session, &desk.folder.join("none.ron"));
    assert!(!mark("three"));
}

#[test]
fn a_file_that_cannot_be_opened_is_not_marked() {
    let desk = Desk::new("marks-broken");
    let path = desk.folder.join("broken.ron");
    fs::write(&path, "not a register").unwrap();
    let mut session = desk.session();
    open(&mut session, &path);
    assert!(!desk.folder.join(".~lock.broken.ron#").exists());
}

#[test]
fn a_recovered_register_whose_file_somebody_has_open_says_so() {
    let desk = left("marks-recovered");
    let mut other = desk.session();
    open(&mut other, &desk.folder.join("plan.ron"));
    let mut session = desk.restarted();
    session.apply(Action::Recover(only_id(&session)));
    session.settle();
    assert_eq!(session.notice().unwrap().tone, Tone::InUse);
    assert!(session.is_dirty());
}
