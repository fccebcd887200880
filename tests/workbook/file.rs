//! A workbook read back from its bytes.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};

/// Where a cell stands: its sheet, its row and its column, from nought.
pub(crate) type At = (String, u32, u32);

/// What a cell of the file holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Blank,
    Number(f64),
    Truth(bool),
    Words(String),
}

/// A file read back.
pub(crate) struct File {
    pub(crate) values: HashMap<At, Value>,
    pub(crate) formulas: HashMap<At, String>,
    pub(crate) names: BTreeMap<String, At>,
    pub(crate) sheets: Vec<String>,
}

pub(crate) fn read(bytes: &[u8]) -> File {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let sheets = book.sheet_names();
    let (mut values, mut formulas) = (HashMap::new(), HashMap::new());
    for sheet in &sheets {
        let range = book.worksheet_range(sheet).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let value = match value {
                Data::Float(it) => Value::Number(*it),
                Data::Bool(it) => Value::Truth(*it),
                Data::String(it) => Value::Words(it.clone()),
                other => panic!("{sheet}: {other:?}"),
            };
            let at = (
                sheet.clone(),
                top + u32::try_from(row).unwrap(),
                left + u32::try_from(column).unwrap(),
            );
            values.insert(at, value);
        }
        let range = book.worksheet_formula(sheet).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, formula) in range.used_cells() {
            let at = (
                sheet.clone(),
                top + u32::try_from(row).unwrap(),
                left + u32::try_from(column).unwrap(),
            );
            formulas.insert(at, formula.clone());
        }
    }
    let names = book.defined_names().iter();
    let names = names.filter(|(name, _)| !name.starts_with("_xlnm"));
    let names = names.map(|(name, place)| (name.clone(), address(place, "")));
    File {
        names: names.collect(),
        values,
        formulas,
        sheets,
    }
}

/// The cell of `Results!$C$5`, or of `C5` on `sheet`.
pub(crate) fn address(text: &str, sheet: &str) -> At {
    let (sheet, cell) = text.split_once('!').unwrap_or((sheet, text));
    let cell = cell.replace('$', "");
    let digits = cell.find(|it: char| it.is_ascii_digit()).unwrap();
    let (letters, digits) = cell.split_at(digits);
    let column = letters
        .bytes()
        .fold(0, |sum, it| sum * 26 + u32::from(it - b'A') + 1);
    (
        sheet.to_owned(),
        digits.parse::<u32>().unwrap() - 1,
        column - 1,
    )
}
