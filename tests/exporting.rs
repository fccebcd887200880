//! Exports beside the window: whole or not at all, with progress, an end on demand, and a message that says where.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;

use fruitful::session::action::Action;
use fruitful::session::exporting::{ExportTask, NotMade};
use fruitful::session::notice::Tone;
use fruitful::session::session::Session;

use crate::support::folder::Folder;

fn session() -> Session {
    let mut session = Session::new(std::sync::Arc::new(|| {}), None);
    session.settle();
    session
}

fn export(session: &mut Session, path: &Path, result: Result<&str, NotMade>) {
    let bytes = result.map(|text| text.as_bytes().to_vec());
    let task = ExportTask::file(path.to_owned(), "Chart", move |_| bytes);
    session.apply(Action::Export(task));
    session.settle();
}

#[test]
fn an_export_says_where_it_is() {
    let folder = Folder::new("export-where");
    let path = folder.join("chart.svg");
    let mut session = session();
    export(&mut session, &path, Ok("<svg/>"));
    assert_eq!(fs::read_to_string(&path).unwrap(), "<svg/>");
    let notice = session.notice().unwrap();
    assert_eq!(notice.tone, Tone::Done);
    assert_eq!(notice.place.as_deref(), Some(path.as_path()));
    assert!(!session.is_exporting());
}

#[test]
fn an_export_that_fails_leaves_what_was_there() {
    let folder = Folder::new("export-fails");
    let path = folder.join("chart.svg");
    fs::write(&path, "before").unwrap();
    let mut session = session();
    export(
        &mut session,
        &path,
        Err(NotMade::Because("no ink".to_owned())),
    );
    let notice = session.notice().unwrap().clone();
    assert_eq!(notice.tone, Tone::Problem);
    assert_eq!(notice.place, None);
    assert!(notice.message.ends_with(": no ink"), "{}", notice.message);
    let nowhere: PathBuf = folder.join("no-such-folder/chart.svg");
    export(&mut session, &nowhere, Ok("<svg/>"));
    assert_eq!(session.notice().unwrap().tone, Tone::Problem);
    assert_eq!(fs::read_to_string(&path).unwrap(), "before");
}

#[test]
fn a_cancelled_export_writes_nothing_and_the_next_one_is_made() {
    let folder = Folder::new("export-cancel");
    let (first, second) = (folder.join("first.svg"), folder.join("second.svg"));
    let mut session = session();
    let (begun, has_begun) = mpsc::channel();
    let (go_on, may_go_on) = mpsc::channel::<()>();
    let task = ExportTask::file(first.clone(), "First", move |watch| {
        watch.progress.start(3);
        watch.progress.step();
        begun.send(watch.progress.get()).unwrap();
        may_go_on.recv().unwrap();
        assert!(watch.stop.is_asked());
        Ok(b"too late".to_vec())
    });
    session.apply(Action::Export(task));
    let next = ExportTask::file(second.clone(), "Second", |_| Ok(b"second".to_vec()));
    session.apply(Action::Export(next));
    assert_eq!(has_begun.recv().unwrap(), (1, 3));
    assert!(session.is_exporting());
    session.apply(Action::StopExport);
    go_on.send(()).unwrap();
    session.settle();
    assert!(!first.exists());
    assert_eq!(fs::read_to_string(&second).unwrap(), "second");
    assert!(
        session
            .notice()
            .unwrap()
            .message
            .starts_with("Second saved as")
    );
}

#[test]
fn an_export_never_takes_the_place_of_the_register() {
    let folder = Folder::new("export-register");
    let path = folder.join("plan.ron");
    let mut session = session();
    session.apply(Action::SaveAs(path.clone()));
    session.settle();
    let before = fs::read_to_string(&path).unwrap();
    export(&mut session, &path, Ok("{}"));
    let message = &session.notice().unwrap().message;
    assert!(message.ends_with("is the register itself"), "{message}");
    assert_eq!(fs::read_to_string(&path).unwrap(), before);
}
