//! Finds one typed quantity among all of a register by words of its name, and says which was chosen.

use std::sync::Arc;

use eframe::egui::{Id as EguiId, Ui};
use rayon::prelude::*;

use crate::findings::assumptions::{Assumption, Assumptions};
use crate::gui::inputs::quoted::finder_id;
use crate::gui::theme::{S4, muted};
use crate::gui::widgets::entry_keys::Go;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::text_cell::TextCell;
use crate::report::assumptions::{field, place, value};
use crate::units::id::InputId;

const COLUMNS: [ColumnSpec<'static>; 4] = [
    ColumnSpec::text("Figure", Width::AtLeast(130.0)),
    ColumnSpec::text("Record", Width::AtLeast(180.0)),
    ColumnSpec::text("Partnership", Width::AtLeast(150.0)),
    ColumnSpec::number("Today", "", Width::Exact(110.0)),
];

/// The height of the list.
const HEIGHT: f32 = 240.0;

/// What was found, kept from one frame to the next.
#[derive(Clone)]
struct Found {
    of: Arc<Assumptions>,
    words: String,
    rows: Arc<Vec<usize>>,
}

/// Shows the field and what it finds, those first that most money hangs on; gives the one that was chosen.
pub(crate) fn quantity_finder(ui: &mut Ui, log: Option<&Arc<Assumptions>>) -> Option<InputId> {
    let key = EguiId::unique("found quantities");
    let found: Option<Found> = ui.data(|data| data.get_temp(key));
    let mut words = found
        .as_ref()
        .map_or_else(String::new, |it| it.words.clone());
    let cell = TextCell::new("Find a quantity", &words)
        .placeholder("words of its name: board length")
        .id(finder_id());
    let outcome = cell.width(320.0).show(ui);
    let is_entered = outcome.moved == Some(Go::Below);
    if let Some(text) = outcome.typed.or(outcome.committed) {
        words = text;
    }
    ui.add_space(S4);
    let Some(log) = log else {
        ui.label(muted("Listing every figure…"));
        return None;
    };
    let rows = match found {
        Some(found) if Arc::ptr_eq(&found.of, log) && found.words == words => found.rows,
        _ => Arc::new(matching(log, &words)),
    };
    let of = |row: usize| rows.get(row).and_then(|at| log.rows.get(*at));
    if rows.is_empty() {
        let why = if log.rows.is_empty() {
            "No figure is typed yet."
        } else {
            "No figure matches."
        };
        ui.label(muted(why));
    }
    let row_key = |row: usize| EguiId::unique(("found", of(row).map(|it| it.input)));
    let said = |it: &Assumption| format!("Add {} of {}, {}", field(it), it.record, place(it));
    let name = |row: usize| of(row).map(said).unwrap_or_default();
    let output = Grid::new(EguiId::unique("found"), "Quantities found", &COLUMNS)
        .row_key(&row_key)
        .selectable(&name)
        .max_height(HEIGHT)
        .show(ui, rows.len(), None, |row, column, cell| {
            let Some(it) = of(row) else { return };
            match column {
                0 => cell.link(None, &field(it)),
                1 => cell.text(&it.record),
                2 => cell.muted(place(it)),
                _ => cell.typed(&value(it)),
            };
        });
    // Enter in the field takes the first that is found; with nothing typed nobody can mean it.
    let first = (is_entered && !words.trim().is_empty()).then_some(0);
    let chosen = output.opened_row.or(output.clicked_row).or(first);
    let chosen = chosen.and_then(of);
    let chosen = chosen.map(|it| it.input);
    let of = Arc::clone(log);
    ui.data_mut(|data| data.insert_temp(key, Found { of, words, rows }));
    chosen
}

/// The places of the figures in whose name every word stands.
fn matching(log: &Assumptions, words: &str) -> Vec<usize> {
    let words = words.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let takes = |it: &Assumption| {
        let name = format!("{} {} {}", place(it), it.record, field(it)).to_lowercase();
        words.iter().all(|word| name.contains(word))
    };
    let rows = log.rows.par_iter().enumerate();
    rows.filter(|(_, it)| takes(it)).map(|(at, _)| at).collect()
}
