//! A workbook holds nothing that a careful reader would refuse: no text that runs, nothing that changes by itself.

use fruitful::model::inputs::change_input;
use fruitful::units::id::InputId;
use std::sync::Arc;

use super::evaluator::Sheets;
use super::file::{Value, read};
use super::live::{bytes, sample};
use crate::support::registers::{findings, register};

#[test]
fn the_same_register_and_day_give_the_same_bytes() {
    let found = findings(&sample("small.ron"));
    assert!(bytes(&found) == bytes(&found));
}

#[test]
fn no_formula_changes_by_itself_or_reaches_outside() {
    let found = findings(&sample("borough.ron"));
    let file = read(&bytes(&found));
    assert!(file.formulas.len() > 1_000);
    for (at, formula) in &file.formulas {
        assert!(formula.len() <= 8_192, "{at:?}");
        for name in [
            "NOW", "TODAY", "RAND", "OFFSET", "INDIRECT", "CELL", "INFO", "NPV", "[", "http",
            "#REF",
        ] {
            assert!(!formula.contains(name), "{at:?}: {formula}");
        }
        let deepest = formula.chars().scan(0_i32, |depth, it| {
            *depth += i32::from(it == '(') - i32::from(it == ')');
            Some(*depth)
        });
        assert!(deepest.max().unwrap() <= 64, "{at:?}");
    }
}

/// Every text of the register is hostile; none may become a formula, be lost, or stop the workbook.
#[test]
fn hostile_texts_stay_texts() {
    let mut hostile = sample("small.ron");
    let texts = [
        "=cmd()",
        "+1+2",
        "-2",
        "@SUM(A1)",
        "<script>",
        "]]>",
        "ŵŷ שלום",
        "\u{1}\u{b}\t=1",
        "{=1}",
    ];
    let long = "x".repeat(10_000);
    for (n, it) in hostile.partnerships.iter_mut().enumerate() {
        let it = Arc::make_mut(it);
        it.name = texts[n].to_owned();
        for (n, it) in it.meetings.iter_mut().enumerate() {
            it.name = texts[n + 3].to_owned();
        }
        for it in &mut it.cash_lines {
            it.name = long.clone();
        }
    }
    for (it, text) in Arc::make_mut(&mut hostile.grades).iter_mut().zip(texts) {
        it.name = text.to_owned();
    }
    for (it, text) in Arc::make_mut(&mut hostile.partners)
        .iter_mut()
        .zip(texts.iter().skip(4))
    {
        it.name = (*text).to_owned();
    }
    Arc::make_mut(&mut hostile.settings).title = "=1+1 ]]> &<x>".to_owned();
    let file = read(&bytes(&findings(&hostile)));
    let words = |text: &str| {
        file.values
            .values()
            .any(|it| matches!(it, Value::Words(it) if it == text))
    };
    for text in [
        "=cmd()",
        "+1+2",
        "-2",
        "@SUM(A1)",
        "<script>",
        "]]>",
        "ŵŷ שלום",
    ] {
        assert!(words(text), "{text}");
    }
    assert!(words(&long));
    let plain = read(&bytes(&findings(&sample("small.ron"))));
    assert_eq!(plain.formulas.len(), file.formulas.len());
}

#[test]
fn nothing_typed_is_a_workbook_too() {
    let empty = register(r#"settings: (title: "", base_year: "2026/27")"#);
    let file = read(&bytes(&findings(&empty)));
    assert!(
        file.sheets.contains(&"Checks".to_owned()),
        "{:?}",
        file.sheets
    );
}

/// A quantity that becomes known is counted by the program and not by a formula: a check says so.
#[test]
fn a_blank_that_is_filled_is_noticed() {
    let mut found = sample("small.ron");
    let at = InputId {
        record: "m9".parse().unwrap(),
        field: "length",
    };
    assert!(change_input(&mut found, at, |it| it.enter("").unwrap()));
    let file = read(&bytes(&findings(&found)));
    let mut sheets = Sheets::new(&file);
    let row = file.values.iter().find(|(at, it)| {
        at.0 == "Inputs" && at.2 == 0 && **it == Value::Words("m9/length".to_owned())
    });
    let (at, _) = row.unwrap();
    let checks = file.formulas.keys();
    let checks: Vec<_> = checks.filter(|at| at.0 == "Checks" && at.2 == 3).collect();
    let hold = |sheets: &Sheets<'_>| {
        checks
            .iter()
            .all(|it| sheets.value(it) == Value::Truth(true))
    };
    assert!(hold(&sheets));
    sheets.change((at.0.clone(), at.1, 4), Value::Number(2.0));
    assert!(!hold(&sheets));
}

/// A line that does not grow shares a row with its other years; one that begins to grow would not.
#[test]
fn growth_that_begins_is_noticed() {
    let body = r#"
  settings: (base_year: "2026/27"),
  partnerships: [(id: "p1", name: "Moor", cash_lines: [
    (id: "c2", kind: Growing, year: "2026/27", amount: "100", growth: "0%", purpose: Running)])]"#;
    let file = read(&bytes(&findings(&register(body))));
    let row = file.values.iter().find(|(at, it)| {
        at.0 == "Inputs" && at.2 == 0 && **it == Value::Words("c2/growth".to_owned())
    });
    let at = row.unwrap().0;
    let mut sheets = Sheets::new(&file);
    let holds = |sheets: &Sheets<'_>| sheets.value(&("Checks".to_owned(), 4, 3));
    assert_eq!(holds(&sheets), Value::Truth(true));
    sheets.change((at.0.clone(), at.1, 4), Value::Number(0.05));
    assert_eq!(holds(&sheets), Value::Truth(false));
}
