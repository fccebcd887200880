//! Workbooks worked out again by `LibreOffice`: its figures are the program's, also after an input is changed in a cell.
#![expect(
    clippy::float_arithmetic,
    clippy::iter_over_hash_type,
    reason = "a spreadsheet works in floating point, and no order of its cells matters"
)]

use std::fs;
use std::path::Path;

use fruitful::export::xlsx::write::write;
use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition::newest;
use fruitful::model::inputs::{AnyInput, Inputs, change_input};
use fruitful::model::register::Register;
use fruitful::report::workbook::book::{Book, Cell, SheetId};
use fruitful::report::workbook::checks::HOLDS;
use fruitful::report::workbook::compose::{Made, compose};
use fruitful::store::read::read as open;
use fruitful::units::id::InputId;
use fruitful::units::progress::{Stop, Watch};
use jiff::civil::date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::figures::figures;
use crate::file::{File, Value, read};
use crate::office::Office;

/// Every formula is worked out again when a file is opened.
const RECALCULATE: &str = r#"<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>"#;

fn sample(name: &str) -> Register {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    open(&folder.join(name)).unwrap().register
}

fn found(register: &Register) -> Findings {
    let year = register.settings.base_year;
    appraise(register, newest(), Question { year })
}

fn composed(found: &Findings) -> Book {
    let made = Made {
        date: date(2026, 11, 21),
        program: String::new(),
        checksum: String::new(),
    };
    compose(found, newest(), &made, &Watch::default()).unwrap()
}

/// Writes it, opens it in the office, saves it there and reads that.
fn recalculated(office: &Office, name: &str, book: &Book) -> (File, File) {
    let bytes = write(book, &Stop::default()).unwrap();
    let path = office.join(&format!("{name}.xlsx"));
    fs::write(&path, &bytes).unwrap();
    let there = office.convert(&path, "xlsx");
    (read(&bytes), read(&fs::read(there).unwrap()))
}

fn check(name: &str, (ours, theirs): &(File, File), found: &Findings) {
    for (figure, expected) in figures(found) {
        let at = &ours.names[&figure];
        let Some(Value::Number(value)) = theirs.values.get(at) else {
            panic!("{name}: {figure} at {at:?} has no figure");
        };
        let expected = expected.to_f64().unwrap();
        let most = if expected.abs() > 1_000.0 {
            0.004
        } else {
            1e-6
        };
        assert!(
            (value - expected).abs() <= most,
            "{name}: {figure} is {value}, not {expected}"
        );
    }
    let verdict = theirs.values.get(&("Results".to_owned(), 2, 0));
    assert_eq!(verdict, Some(&Value::Words(HOLDS.to_owned())), "{name}");
}

#[test]
fn libreoffice_works_out_the_programs_figures_of_every_sample() {
    let office = Office::new("workbooks");
    office.set(RECALCULATE);
    for name in ["small", "arrangements", "borough", "county"] {
        let found = found(&sample(&format!("{name}.ron")));
        let files = recalculated(&office, name, &composed(&found));
        check(name, &files, &found);
        for (at, formula) in &files.0.formulas {
            let (ours, theirs) = (files.0.values.get(at), files.1.values.get(at));
            let is_same = match (ours, theirs) {
                (Some(Value::Number(a)), Some(Value::Number(b))) => (a - b).abs() < 0.005,
                (a, b) => a == b,
            };
            assert!(
                is_same,
                "{name}: {at:?} {ours:?} becomes {theirs:?}: {formula}"
            );
        }
    }
}

/// Types a figure into the cell of an input, and leaves every stored result as it was.
fn type_in(book: &mut Book, at: InputId, value: Decimal) {
    let address = Cell::words(format!("{}/{}", at.record, at.field));
    let mut sheets = book.sheets.iter_mut();
    let inputs = sheets.find(|it| it.id == SheetId::Inputs).unwrap();
    let row = inputs
        .rows
        .iter_mut()
        .find(|row| row[0] == address)
        .unwrap();
    let Cell::Input(cell, _) = &mut row[4] else {
        panic!("{at:?} is no input");
    };
    *cell = Some(value);
}

#[test]
fn what_is_changed_in_the_workbook_comes_to_what_the_program_says_of_it() {
    let office = Office::new("changed-workbooks");
    office.set(RECALCULATE);
    for (name, fields) in [
        ("small", ["amount", "length", "times_a_year", "actual"]),
        (
            "borough",
            ["amount", "attendance", "unit_value", "population"],
        ),
    ] {
        let register = sample(&format!("{name}.ron"));
        for field in fields {
            let mut all = Vec::new();
            register.each_input(&mut |at, input: &dyn AnyInput| {
                if at.field == field
                    && let Some(value) = input.decimal()
                {
                    all.push((at, value));
                }
            });
            // An attendance is blank in most rows; where a sample has none there is nothing to change.
            let Some((at, value)) = all.first().copied() else {
                continue;
            };
            let value = value * Decimal::new(95, 2);
            let mut book = composed(&found(&register));
            type_in(&mut book, at, value);
            let mut other = register.clone();
            assert!(change_input(&mut other, at, |it| it.set_exactly(value)));
            let what = format!("{name}-{field}");
            let files = recalculated(&office, &what, &book);
            check(&what, &files, &found(&other));
        }
    }
}
