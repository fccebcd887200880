//! Writes a described workbook: its sheets with their formulas and results, print set-up, names and properties.

use rust_decimal::prelude::ToPrimitive;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Formula, Workbook, Worksheet};

use crate::export::error::ExportError;
use crate::export::xlsx::charts;
use crate::export::xlsx::styles::Styles;
use crate::report::workbook::book::{Book, Cell, HEADER_ROW, Outcome, Sheet, SheetId};
use crate::units::progress::Stop;

/// The most letters of a text in a cell; a spreadsheet takes 32,767, of which some letters count as two.
const LONGEST: usize = 16_000;

/// As many letters as a page across can hold and be read.
const WIDEST: u16 = 250;

/// How tall a line is, in points.
const LINE: u32 = 14;

/// A4.
const PAPER: u8 = 9;

/// Writes the workbook.
///
/// # Errors
/// A sheet that no workbook can hold, or somebody who asked to stop.
pub fn write(book: &Book, stop: &Stop) -> Result<Vec<u8>, ExportError> {
    let styles = Styles::new();
    let mut workbook = Workbook::new();
    let day = (book.date.year(), book.date.month(), book.date.day());
    let created = ExcelDateTime::from_ymd(
        u16::try_from(day.0).unwrap_or(1900),
        u8::try_from(day.1).unwrap_or(1),
        u8::try_from(day.2).unwrap_or(1),
    )?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(shortened(&book.title, 250))
            .set_creation_datetime(&created),
    );
    for sheet in &book.sheets {
        if stop.is_asked() {
            return Err(ExportError::Cancelled);
        }
        let to = workbook.add_worksheet();
        fill(to, book, sheet, &styles)?;
        if sheet.id == SheetId::Charts {
            charts::put(to, &book.drawings)?;
        }
    }
    for (name, place) in &book.names {
        workbook.define_name(name, &format!("={}", place.absolute()))?;
    }
    if stop.is_asked() {
        return Err(ExportError::Cancelled);
    }
    Ok(workbook.save_to_buffer()?)
}

fn fill(
    to: &mut Worksheet,
    book: &Book,
    sheet: &Sheet,
    styles: &Styles,
) -> Result<(), ExportError> {
    to.set_name(sheet.id.name())?;
    let title = format!("{} – {}", sheet.id.name(), book.title);
    to.write_string_with_format(0, 0, shortened(&title, LONGEST), &styles.title)?;
    to.write_string_with_format(1, 0, shortened(&sheet.note, LONGEST), &styles.note)?;
    if let Some(cell) = &sheet.above {
        put(to, (HEADER_ROW.saturating_sub(1), 0), cell, styles)?;
    }
    to.set_row_height(HEADER_ROW, lines(sheet).saturating_mul(LINE))?;
    for (column, n) in sheet.columns.iter().zip(0_u16..) {
        to.set_column_width(n, column.width)?;
        to.write_string_with_format(HEADER_ROW, n, &column.header, &styles.header)?;
    }
    for (row, at) in sheet.rows.iter().zip(HEADER_ROW.saturating_add(1)..) {
        for (cell, column) in row.iter().zip(0_u16..) {
            put(to, (at, column), cell, styles)?;
        }
    }
    set_up(to, sheet)
}

/// How many lines the tallest header takes; a reader's program does not always find out by itself.
fn lines(sheet: &Sheet) -> u32 {
    let lines = sheet.columns.iter().map(|it| {
        let letters = u32::try_from(it.header.chars().count()).unwrap_or(u32::MAX);
        // A bold letter is wider, and a word is not broken.
        let width = u32::from(it.width).saturating_sub(3).max(1);
        letters.div_ceil(width)
    });
    lines.max().unwrap_or(1).clamp(1, 6)
}

fn put(
    to: &mut Worksheet,
    (row, column): (u32, u16),
    cell: &Cell,
    styles: &Styles,
) -> Result<(), ExportError> {
    match cell {
        Cell::Blank => {}
        Cell::Words(words) if words.is_empty() => {}
        Cell::Words(words) => {
            to.write_string_with_format(row, column, shortened(words, LONGEST), &styles.words)?;
        }
        Cell::Heading(words) => {
            to.write_string_with_format(row, column, shortened(words, LONGEST), &styles.heading)?;
        }
        Cell::Figure(value, shown) => {
            let value = value.to_f64().unwrap_or(f64::NAN);
            to.write_number_with_format(row, column, value, styles.figure(*shown))?;
        }
        Cell::Input(Some(value), shown) => {
            let value = value.to_f64().unwrap_or(f64::NAN);
            to.write_number_with_format(row, column, value, styles.input(*shown))?;
        }
        Cell::Input(None, shown) => {
            to.write_blank(row, column, styles.input(*shown))?;
        }
        Cell::Formula(text, outcome, shown) => {
            let result = match outcome {
                Outcome::Figure(value) => value.normalize().to_string(),
                Outcome::Truth(true) => "TRUE".to_owned(),
                Outcome::Truth(false) => "FALSE".to_owned(),
                Outcome::Words(words) => words.clone(),
            };
            let format = match outcome {
                Outcome::Words(_) => &styles.heading,
                _ => styles.figure(*shown),
            };
            let formula = Formula::new(text.as_str()).set_result(result);
            to.write_formula_with_format(row, column, formula, format)?;
        }
    }
    Ok(())
}

/// Frozen headers, filters, and how it prints: A4 across, as wide as the page, headers on every one.
fn set_up(to: &mut Worksheet, sheet: &Sheet) -> Result<(), ExportError> {
    let first = HEADER_ROW.saturating_add(1);
    to.set_freeze_panes(first, sheet.n_frozen)?;
    let below = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
    if below > 0 && columns > 1 {
        let last = HEADER_ROW.saturating_add(below);
        to.autofilter(HEADER_ROW, 0, last, columns.saturating_sub(1))?;
    }
    to.set_landscape();
    to.set_paper_size(PAPER);
    // What is wider than can be read on one page goes on to the next, with its names repeated.
    let width: u16 = sheet.columns.iter().map(|it| it.width).sum();
    to.set_print_fit_to_pages(width.div_ceil(WIDEST).max(1), 0);
    if let Some(last) = sheet.n_frozen.checked_sub(1) {
        to.set_repeat_columns(0, last)?;
    }
    to.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    to.set_footer("&L&A&RPage &P of &N");
    Ok(())
}

/// At most so many letters; what is cut ends in three dots.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let start: String = text.chars().take(most.saturating_sub(1)).collect();
    format!("{start}…")
}
