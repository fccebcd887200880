//! A table in a Word document: a header row that repeats, rows that stay whole, figures to the right.

use crate::chart::chart::{Content, Table};
use crate::chart::svg::Escaped;
use crate::export::docx::columns::{Fit, fit};
use crate::export::docx::runs::{Face, direction, runs};
use crate::report::document::TableBlock;

/// The table without its caption and note.
pub(crate) fn table(block: &TableBlock) -> String {
    let table = &block.table;
    let fit = fit(table);
    let grid = fit
        .widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"))
        .collect::<Vec<_>>()
        .concat();
    let width: u32 = fit.widths.iter().sum();
    let about = format!("{}: {}", block.number, block.caption);
    let about = Escaped(&about);
    let header: Vec<&str> = table.columns.iter().map(|it| it.title.as_str()).collect();
    let mut out = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"PaperTable\"/><w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/><w:tblCaption w:val=\"{about}\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    );
    out.push_str(&row(table, &header, &fit, true));
    for cells in &table.rows {
        let cells: Vec<&str> = cells.iter().map(|it| it.text.as_str()).collect();
        out.push_str(&row(table, &cells, &fit, false));
    }
    out.push_str("</w:tbl>");
    out
}

/// A row stays on one page; a header row stands at the top of every page that the table goes on to.
fn row(table: &Table, cells: &[&str], fit: &Fit, is_header: bool) -> String {
    let header = if is_header { "<w:tblHeader/>" } else { "" };
    let face = Face {
        is_bold: is_header,
        half_points: fit.half_points,
    };
    let columns = table.columns.iter().zip(&fit.widths).enumerate();
    let cells = columns
        .map(|(at, (column, width))| {
            let text = cells.get(at).copied().unwrap_or_default();
            let style = match column.holds {
                Content::Words => "TableText",
                Content::Figures => "TableFigures",
            };
            let (direction, runs) = (direction(text), runs(text, face));
            format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{direction}</w:pPr>{runs}</w:p></w:tc>"
            )
        })
        .collect::<Vec<_>>()
        .concat();
    format!("<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>")
}
