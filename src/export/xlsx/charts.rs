//! Charts of a workbook, which a spreadsheet draws itself and its readers can change.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFormat, ChartMarker, ChartMarkerType, ChartSolidFill, ChartType,
    Worksheet,
};

use crate::export::error::ExportError;
use crate::report::workbook::book::{Drawing, DrawingKind, HEADER_ROW, Place};

/// The column where drawings stand, right of their table.
const COLUMN: u16 = 7;

/// Blue, turquoise and an ochre that differ in lightness too, so that they print apart in grey.
const COLOURS: [u32; 3] = [0x001F_3B73, 0x0028_9D9E, 0x00F2_C14E];

/// How tall a bar is with the space around it, in pixels.
const BAR: u32 = 22;

/// Puts the drawings below one another.
pub(super) fn put(to: &mut Worksheet, drawings: &[Drawing]) -> Result<(), ExportError> {
    let mut row = HEADER_ROW;
    for drawing in drawings {
        let (first, last) = drawing.categories;
        let n = last.row.saturating_sub(first.row).saturating_add(1);
        let height = match drawing.kind {
            DrawingKind::StackedBars => n.saturating_mul(BAR).saturating_add(140),
            DrawingKind::Points => 520,
        };
        let mut chart = drawn(drawing);
        chart.set_width(900).set_height(height);
        to.insert_chart(row, COLUMN, &chart)?;
        // A row is twenty pixels tall.
        row = row.saturating_add(height.div_euclid(20)).saturating_add(2);
    }
    Ok(())
}

fn drawn(drawing: &Drawing) -> Chart {
    let kind = match drawing.kind {
        DrawingKind::StackedBars => ChartType::BarStacked,
        DrawingKind::Points => ChartType::Scatter,
    };
    let mut chart = Chart::new(kind);
    for (series, colour) in drawing.series.iter().zip(COLOURS) {
        let new = chart.add_series();
        new.set_name(series.name.as_str())
            .set_categories(range(drawing.categories))
            .set_values(range(series.values));
        match drawing.kind {
            DrawingKind::StackedBars => {
                new.set_format(
                    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)),
                );
                new.set_gap(40);
            }
            DrawingKind::Points => {
                let mut marker = ChartMarker::new();
                marker
                    .set_type(ChartMarkerType::Circle)
                    .set_size(9)
                    .set_format(
                        ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(colour)),
                    );
                new.set_marker(&marker);
            }
        }
        let names = drawing.names.iter();
        let names: Vec<ChartDataLabel> = names
            .map(|name| {
                let mut label = ChartDataLabel::new();
                label.set_value(plainly(name).as_str());
                label
            })
            .collect();
        if !names.is_empty() {
            new.set_custom_data_labels(&names);
        }
    }
    chart.title().set_name(drawing.title.as_str());
    let (horizontal, vertical) = (drawing.across.as_str(), drawing.up.as_str());
    match drawing.kind {
        DrawingKind::StackedBars => {
            // The names go upwards unless their axis is turned round.
            chart.y_axis().set_reverse();
            chart.x_axis().set_name(horizontal).set_num_format("£#,##0");
        }
        DrawingKind::Points => {
            chart.x_axis().set_name(horizontal).set_num_format("£#,##0");
            chart.y_axis().set_name(vertical).set_min(0).set_max(100);
            chart.legend().set_hidden();
        }
    }
    chart.set_alt_text(drawing.alternative.as_str());
    chart
}

/// A label that begins with an equals sign would be taken for the name of a cell.
fn plainly(name: &str) -> String {
    let short: String = name.chars().take(60).collect();
    if short.starts_with('=') {
        format!(" {short}")
    } else {
        short
    }
}

fn range((first, last): (Place, Place)) -> (&'static str, u32, u16, u32, u16) {
    (
        first.sheet.name(),
        first.row,
        first.column,
        last.row,
        last.column,
    )
}
