//! One piece of work from start to end: open, change a meeting, save, take back, make again, close, and find it all again.

use std::fs;
use std::path::Path;

use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Question, appraise};
use fruitful::guidance::edition;
use fruitful::store::read;
use fruitful::units::display;

use crate::dialog::Dialog;
use crate::folder::Folder;
use crate::program::{Program, fruitful};
use crate::reader::Reader;
use crate::screen::Screen;

/// The length of the first meeting in a file, as it is written there.
pub(crate) fn length_in(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap_or_default();
    let after = text.split_once("length: \"").unwrap_or_default().1;
    after.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn a_length_typed_in_the_window_reaches_the_file_and_every_figure() {
    let screen = Screen::start(120);
    let patience = screen.patience;
    let folder = Folder::new("journey");
    let settings = folder.join("settings");
    let (opened, saved) = (folder.join("small.ron"), folder.join("shorter.ron"));
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/small.ron");
    fs::copy(sample, &opened).unwrap();

    shorten_the_first_meeting(&screen, &settings, &opened, &saved);
    assert_eq!(length_in(&opened), "2", "the file that was opened stays");

    // Market Square Group, with meetings of 1.5 h instead of 2 h:
    //   meetings     10 × 1.5 h × (2 × £40 + 3 × £25) = 10 × 1.5 × £155 = £2,325
    //   preparation  10 × 1 h × £155                                    = £1,550
    //   travel       10 × ½ h × £155                                    =   £775
    //   hall         10 × £50                                           =   £500
    //   miles        10 × 3 × 10 miles × £0.40                          =   £120
    //   full cost                                                         £5,270
    //   Exhibit 2 basis: meetings, hall and miles, 2,325 + 500 + 120    = £2,945
    let register = read::read(&saved).unwrap().register;
    let guidance = edition::edition(&register.settings.guidance).unwrap();
    let question = Question {
        year: register.settings.base_year,
    };
    let findings = appraise(&register, guidance, question);
    let found = &findings.partnerships[0];
    let cost = |basis| display::money(found.annual_cost.get(basis).amount);
    assert_eq!(found.name, "Market Square Group");
    assert_eq!(cost(Basis::Full), "£5,270");
    assert_eq!(cost(Basis::Exhibit2), "£2,945");
    assert!(!found.annual_cost.get(Basis::Full).is_at_least);

    let reader = Reader::start(patience);
    let mut command = fruitful(&settings);
    command.env("DBUS_SESSION_BUS_ADDRESS", reader.session());
    let program = Program::start(&screen, command.arg(&saved));
    program.wait_for_title("shorter.ron – Fruitful");
    reader.wait_for(&["5,270"]);
    screen.keep("4-reopened.png");
    program.press("ctrl+q");
    assert!(program.wait_for_end().success());
}

/// Opens one file, shortens the first meeting to an hour and a half, saves it as another file, and closes.
fn shorten_the_first_meeting(screen: &Screen, settings: &Path, opened: &Path, saved: &Path) {
    let dialog = Dialog::new();
    let mut command = fruitful(settings);
    command.env("PATH", dialog.search_path());
    let program = Program::start(screen, &mut command);
    program.wait_for_title("New register – Fruitful");

    dialog.will_choose(opened);
    screen.see("the register", || program.press("ctrl+o"));
    program.wait_for_title("small.ron – Fruitful");
    screen.keep("1-opened.png");

    go_to_the_first_length(&program);
    program.type_and_see("1h 30m");
    screen.keep("2-typed.png");
    // In the last row Enter settles the length, and goes on to the button that adds a meeting.
    program.press_and_see("Return");
    program.wait_for_title("• small.ron – Fruitful");
    screen.keep("3-changed.png");

    dialog.will_choose(saved);
    program.press("ctrl+shift+s");
    program.wait_for_title("shorter.ron – Fruitful");
    assert_eq!(length_in(saved), "1.5");
    let asked = dialog.asked();
    assert_eq!(asked.len(), 2, "{asked:?}");
    assert!(!asked[0].contains("--save"), "{asked:?}");
    assert!(asked[1].contains("--save"), "{asked:?}");

    for (key, length) in [("ctrl+z", "2"), ("ctrl+y", "1.5")] {
        program.press(key);
        program.wait_for_title("• shorter.ron – Fruitful");
        program.press("ctrl+s");
        program.wait_for_title("shorter.ron – Fruitful");
        assert_eq!(length_in(saved), length, "after {key}");
    }
    program.press("ctrl+q");
    assert!(program.wait_for_end().success());
}

/// Sends the keyboard from the first screen to the length of the first meeting of the first partnership.
pub(crate) fn go_to_the_first_length(program: &Program<'_>) {
    // F6 goes to the page and then to the list of pages, whose sixth line is the first partnership.
    for key in [
        "F6", "F6", "Tab", "Tab", "Tab", "Tab", "Tab", "Tab", "Return",
    ] {
        program.press_and_see(key);
    }
    // On its page: the meeting's name, its kind, its times a year, its length.
    for key in ["F6", "Tab", "Tab", "Tab", "Tab"] {
        program.press_and_see(key);
    }
}
