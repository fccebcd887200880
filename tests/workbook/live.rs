//! The formulas are live: worked out again they come to the program's figures, before and after an input is changed.

use std::path::Path;

use fruitful::export::xlsx::write::write;
use fruitful::findings::findings::Findings;
use fruitful::guidance::edition::newest;
use fruitful::model::inputs::{AnyInput, Inputs, change_input};
use fruitful::model::register::Register;
use fruitful::report::workbook::compose::{Made, compose};
use fruitful::store::read::read as open;
use fruitful::units::id::InputId;
use fruitful::units::progress::Watch;
use jiff::civil::date;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::evaluator::Sheets;
use super::figures::figures;
use super::file::{At, File, Value, read};
use crate::support::registers::findings;

const SAMPLES: [&str; 4] = ["small.ron", "arrangements.ron", "borough.ron", "county.ron"];

pub(super) fn sample(name: &str) -> Register {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    open(&folder.join(name)).unwrap().register
}

pub(super) fn bytes(found: &Findings) -> Vec<u8> {
    let made = Made {
        date: date(2026, 11, 21),
        program: "Fruitful".to_owned(),
        checksum: String::new(),
    };
    let watch = Watch::default();
    let book = compose(found, newest(), &made, &watch).unwrap();
    write(&book, &watch.stop).unwrap()
}

/// To the penny, or to a millionth of what is no money.
fn check(name: &str, sheets: &Sheets<'_>, file: &File, found: &Findings) {
    let figures = figures(found);
    let named: Vec<&String> = file.names.keys().collect();
    assert_eq!(named, figures.keys().collect::<Vec<_>>(), "{name}");
    for (figure, expected) in &figures {
        let at = &file.names[figure];
        let value = sheets.number(at);
        let expected = expected.to_f64().unwrap();
        let is_money = expected.abs() > 1_000.0;
        let most = if is_money { 0.004 } else { 1e-6 };
        assert!(
            (value - expected).abs() <= most,
            "{name}: {figure} at {at:?} comes to {value}, not {expected}: {}",
            file.formulas[at]
        );
    }
}

#[test]
fn every_named_result_is_the_programs_figure_as_stored_and_worked_out_again() {
    for name in SAMPLES {
        let found = findings(&sample(name));
        let file = read(&bytes(&found));
        for (figure, expected) in figures(&found) {
            let at = &file.names[&figure];
            let Some(Value::Number(stored)) = file.values.get(at) else {
                panic!("{name}: {figure} has no stored result");
            };
            let expected = expected.to_f64().unwrap();
            assert!(
                (stored - expected).abs() <= 1e-9 * expected.abs().max(1.0),
                "{name}: {figure}"
            );
        }
        let sheets = Sheets::new(&file);
        check(name, &sheets, &file, &found);
        assert_eq!(sheets.value(&verdict(&file)), Value::Truth(true), "{name}");
        for (at, _) in file
            .formulas
            .iter()
            .filter(|(at, _)| at.0 == "Checks" && at.2 == 3)
        {
            assert_eq!(sheets.value(at), Value::Truth(true), "{name}: {at:?}");
        }
    }
}

/// The cell that says whether every check holds.
fn verdict(file: &File) -> At {
    let all = file
        .values
        .iter()
        .find(|(at, value)| at.0 == "Checks" && **value == Value::Words("All of them".to_owned()));
    let (at, _) = all.unwrap();
    (at.0.clone(), at.1, at.2 + 1)
}

/// The cell of an input.
fn cell(file: &File, id: InputId) -> At {
    let address = Value::Words(format!("{}/{}", id.record, id.field));
    let mut all = file.values.iter();
    let found = all.find(|(at, value)| at.0 == "Inputs" && at.2 == 0 && **value == address);
    let (at, _) = found.unwrap_or_else(|| panic!("{address:?} has no row"));
    (at.0.clone(), at.1, 4)
}

/// Known inputs of a field, as many as `most`, spread over the register.
fn inputs_of(register: &Register, field: &str, most: usize) -> Vec<(InputId, Decimal)> {
    let mut all = Vec::new();
    register.each_input(&mut |at, input: &dyn AnyInput| {
        if at.field == field
            && let Some(value) = input.decimal()
            && !value.is_zero()
        {
            all.push((at, value));
        }
    });
    let step = (all.len() / most).max(1);
    all.into_iter().step_by(step).take(most).collect()
}

#[test]
fn a_changed_input_comes_to_what_the_program_makes_of_it() {
    let fields = [
        "amount",
        "length",
        "attendance",
        "number",
        "unit_value",
        "times_a_year",
        "fte",
        "fares",
        "miles",
        "pension_rate",
        "overhead_rate",
        "leave_days",
        "deadweight",
        "drop_off",
        "population",
        "actual",
        "weight",
        "keeps",
        "recharge",
        "recharge_share",
        "hours_a_week",
        "weeks",
        "additional_share",
        "cashable",
        "share",
        "preparation",
        "travel",
        "growth",
        "online_share",
        "mileage_rate",
        "score",
        "take_up",
        "impact",
    ];
    let mut n_changed = 0;
    let mut n_turned = 0;
    // The largest takes too long to be worked out so often; the one before it has the same records.
    for (name, most) in SAMPLES.into_iter().zip([3, 3, 1]) {
        let register = sample(name);
        let file = read(&bytes(&findings(&register)));
        let mut sheets = Sheets::new(&file);
        for field in fields {
            for (id, value) in inputs_of(&register, field, most) {
                let changed = value * Decimal::new(1075, 3);
                let mut other = register.clone();
                assert!(change_input(&mut other, id, |it| it.set_exactly(changed)));
                let at = cell(&file, id);
                sheets.change(at.clone(), Value::Number(changed.to_f64().unwrap()));
                n_changed += 1;
                if sheets.value(&verdict(&file)) == Value::Truth(true) {
                    check(
                        &format!("{name}, {}/{field}", id.record),
                        &sheets,
                        &file,
                        &findings(&other),
                    );
                } else {
                    n_turned += 1;
                }
                sheets.change(at, Value::Number(value.to_f64().unwrap()));
            }
        }
    }
    assert!(n_changed > 60, "{n_changed}");
    assert!(
        n_turned * 20 < n_changed,
        "{n_turned} of {n_changed} took another turn"
    );
}
