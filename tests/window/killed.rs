//! A program that is killed while somebody types: the next start offers what was typed, and the file is untouched.

use std::fs;
use std::path::{Path, PathBuf};

use crate::folder::Folder;
use crate::journey::{go_to_the_first_length, length_in};
use crate::program::{Program, fruitful};
use crate::reader::Reader;
use crate::screen::Screen;

/// The registers that are kept for recovery.
fn kept(settings: &Path) -> Vec<PathBuf> {
    let folder = settings.join("state/fruitful/recovery");
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = files.flatten().map(|file| file.path());
    paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .collect()
}

#[test]
fn what_was_typed_before_a_kill_is_offered_at_the_next_start() {
    let screen = Screen::start(120);
    let patience = screen.patience;
    let folder = Folder::new("killed");
    let settings = folder.join("settings");
    fs::create_dir_all(settings.join("fruitful")).unwrap();
    // The shortest interval that there is, so that the test need not wait for half a minute.
    let preferences = settings.join("fruitful/preferences.ron");
    fs::write(preferences, "(autosave_seconds: 5)").unwrap();
    let file = folder.join("small.ron");
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/small.ron");
    fs::copy(sample, &file).unwrap();
    let before = fs::read(&file).unwrap();
    let mark = folder.join(".~lock.small.ron#");

    let reader = Reader::start(patience);
    let mut command = fruitful(&settings);
    command.env("DBUS_SESSION_BUS_ADDRESS", reader.session());
    let program = Program::start(&screen, command.arg(&file));
    program.wait_for_title("small.ron – Fruitful");
    // Keys go where they should once what it costs is said.
    reader.wait_for(&["6,045"]);
    assert!(mark.is_file(), "colleagues can see that the file is open");
    go_to_the_first_length(&program);
    // The text stays under edit: nobody presses Enter.
    program.type_and_see("1h 30m");
    program.wait_for_title("• small.ron – Fruitful");
    patience.wait_for("the length that is kept", "1.5", || {
        kept(&settings)
            .first()
            .map(|path| length_in(path))
            .unwrap_or_default()
    });
    screen.keep("5-kept.png");
    program.kill();
    assert_eq!(
        fs::read(&file).unwrap(),
        before,
        "the file was never written"
    );
    assert_eq!(kept(&settings).len(), 1);

    let mut command = fruitful(&settings);
    command.env("DBUS_SESSION_BUS_ADDRESS", reader.session());
    let program = Program::start(&screen, &mut command);
    reader.wait_for(&["Fruitful did not close properly"]);
    reader.wait_for(&["1 partnership changed: Market Square Group"]);
    reader.wait_for(&["Recover small.ron"]);
    screen.keep("6-offered.png");
    // The keyboard is on Recover already.
    program.press("Return");
    program.wait_for_title("• small.ron – Fruitful");
    reader.wait_for(&["Your file is untouched until you save"]);
    screen.keep("7-recovered.png");
    assert_eq!(
        fs::read(&file).unwrap(),
        before,
        "nothing is written unasked"
    );
    assert_eq!(kept(&settings).len(), 1, "it is kept until it is saved");

    program.press("ctrl+s");
    program.wait_for_title("small.ron – Fruitful");
    assert_eq!(length_in(&file), "1.5");
    patience.wait("the recovery folder to be empty", || {
        kept(&settings).is_empty().then_some(())
    });
    program.press("ctrl+q");
    assert!(program.wait_for_end().success());
    assert!(!mark.exists(), "the file is no longer in use");
}
