//! A grade table pasted from a spreadsheet, as `LibreOffice` Calc puts it on the clipboard.

use std::fmt::Write as _;

use eframe::egui::Event;
use egui_kittest::kittest::Queryable as _;
use fruitful::gui::view::{Page, Section};
use fruitful::model::grade::{Grade, Pay};
use fruitful::session::action::Action;
use fruitful::units::parse::Typed;

use super::desk::{Desk, Window, light};

const N_ROWS: usize = 200;

fn grades(window: &Window) -> &[Grade] {
    &window.state().session.register().grades
}

/// 200 grades under headings in an order of their own. Row 50 has a word for an amount, row 120 a partner that is not
/// in the register; every seventh has no number of posts.
fn clipboard() -> String {
    let mut text =
        "Job title\tGrade\tAmount (£)\tWhose\tPosts\tPension %\tTyped as\tSenior\n".to_owned();
    for n in 1..=N_ROWS {
        let amount = match n {
            50 => "tbc".to_owned(),
            _ => format!(" £{},{:03}.50 ", 20 + n / 4, n),
        };
        let whose = match n {
            120 => "Nowhere District",
            _ if n % 2 == 0 => "harbeck council",
            _ => "",
        };
        let posts = if n % 7 == 0 {
            String::new()
        } else {
            format!("1,{n:03}")
        };
        let pension = if n % 3 == 0 { "21.5%" } else { "" };
        let senior = if n % 10 == 0 { "TRUE" } else { "FALSE" };
        writeln!(
            text,
            "\"Post \"\"{n}\"\"\"\tGrade\u{a0}{n}\t{amount}\t{whose}\t{posts}\t{pension}\tSalary a year\t{senior}"
        )
        .expect("a string takes text");
    }
    text.replace('\n', "\r\n")
}

#[test]
fn a_grade_table_is_imported_by_paste_and_taken_out_by_one_undo() {
    let mut window = light(Desk::sample("small.ron", Page::Grades, Section::Meetings));
    let n_before = grades(&window).len();
    window.get_by_label("Add grade").click();
    window.run();
    let before = grades(&window).to_vec();
    assert_eq!(before.len(), n_before + 1);
    // The new row has the cursor: the first pasted row fills it, the others come below.
    window.event(Event::Paste(clipboard()));
    window.run();
    let all = grades(&window);
    assert_eq!(all.len(), n_before + N_ROWS);
    let of = |n: usize| &all[n_before + n - 1];
    for n in 1..=N_ROWS {
        let grade = of(n);
        assert_eq!(grade.name, format!("Grade {n}"));
        assert_eq!(grade.pay, Pay::Salary, "{n}");
        assert_eq!(grade.is_senior, n % 10 == 0, "{n}");
        assert_eq!(grade.posts.value().is_none(), n % 7 == 0, "{n}");
        assert_eq!(grade.amount.value().is_none(), n == 50, "{n}");
        assert_eq!(grade.partner.is_some(), n % 2 == 0 && n != 120, "{n}");
    }
    // £45,101.50 and 1,101 posts stand in row 101.
    assert_eq!(
        of(101).amount.value().map(Typed::to_text).as_deref(),
        Some("45101.5")
    );
    assert_eq!(
        of(101).posts.value().map(Typed::to_text).as_deref(),
        Some("1101")
    );
    assert!(
        window
            .query_by_label_contains("200 rows pasted; 2 cells were not understood")
            .is_some()
    );
    assert!(
        window
            .query_by_label_contains("no such column here: Job title, Pension %")
            .is_some()
    );
    for (name, text) in [
        ("Amount, Grade 50", "tbc"),
        ("Whose, Grade 120", "Nowhere District"),
    ] {
        window.get_by_label("Next").click();
        window.run();
        let cell = window.get_by_label(name);
        assert!(cell.is_focused(), "{name}");
        assert_eq!(cell.value().as_deref(), Some(text));
    }
    let label = window.state().session.undo_label();
    assert_eq!(label, Some("paste 200 rows into Staff grades"));
    window.state_mut().session.apply(Action::Undo);
    window.run();
    assert_eq!(grades(&window), before);
    assert!(window.query_by_label_contains("not understood").is_none());
}

#[test]
fn a_partner_table_is_imported_by_paste() {
    let mut window = light(Desk::sample("small.ron", Page::Partners, Section::Meetings));
    let n_before = window.state().session.register().partners.len();
    window.get_by_label("Add partner").click();
    window.run();
    window.event(Event::Paste(
        "Alder Trust\tvoluntary\nBirch Water\tbusiness\n\"Cedar, Dale & Co\"\tBusiness\n".into(),
    ));
    window.run();
    let partners = &window.state().session.register().partners;
    assert_eq!(partners.len(), n_before + 3);
    assert_eq!(partners[n_before + 2].name, "Cedar, Dale & Co");
    assert_eq!(partners[n_before + 1].kind, partners[n_before + 2].kind);
}

#[test]
fn more_rows_than_a_paste_takes_are_refused_in_words() {
    let mut window = light(Desk::sample("small.ron", Page::Partners, Section::Meetings));
    window.get_by_label("Add partner").click();
    window.run();
    window.event(Event::Paste("Somebody\tx\n".repeat(5_001)));
    window.run();
    assert_eq!(window.state().session.register().partners.len(), 4);
    assert!(
        window
            .query_by_label_contains(
                "Nothing pasted: 5,001 rows, and one paste takes 5,000 at most"
            )
            .is_some()
    );
}

#[test]
fn a_pasted_field_of_the_form_that_is_not_understood_is_named() {
    let mut window = light(Desk::sample("small.ron", Page::Grades, Section::Meetings));
    let n_before = grades(&window).len();
    window.get_by_label("Add grade").click();
    window.run();
    let text = "Grade\tTyped as\tAmount\tLeave\tPension\nClerk\tSalary a year\t25000\tmany\t18%\nWarden\tSalary a year\t24000\t30\t\n";
    window.event(Event::Paste(text.to_owned()));
    window.run();
    let clerk = &grades(&window)[n_before];
    assert_eq!(
        clerk.pension_rate.value().map(Typed::to_text).as_deref(),
        Some("18%")
    );
    assert_eq!(clerk.leave_days.value(), None);
    let warden = &grades(&window)[n_before + 1];
    assert_eq!(
        warden.leave_days.value().map(Typed::to_text).as_deref(),
        Some("30")
    );
    assert!(
        window
            .query_by_label_contains("left out, leave of Clerk")
            .is_some()
    );
}
