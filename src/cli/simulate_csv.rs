//! `simulate --csv`: a row for every draw, written as it is drawn, whole or not at all.

use std::io;
use std::path::Path;

use rayon::prelude::*;

use crate::cli::doubt_json::float;
use crate::cli::opened::Opened;
use crate::cli::outcome::Refusal;
use crate::costing::basis::Basis;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::store::atomic;
use crate::uncertainty::draw_table::{Block, DrawColumn, DrawTable};
use crate::uncertainty::output::Output;
use crate::uncertainty::simulation::Plan;
use crate::units::display;
use crate::units::id::Id;
use crate::units::progress::Stop;

/// More would be gigabytes, which no spreadsheet opens.
const MOST_CELLS: usize = 50_000_000;

/// Refuses a table that would be too large, before anything is drawn.
pub(crate) fn must_fit(
    opened: &Opened,
    partnership: Option<Id>,
    plan: Plan,
) -> Result<(), Refusal> {
    let n_columns = match partnership {
        Some(_) => table(opened, partnership, plan)?.columns().len(),
        None => DrawTable::n_columns_of_all(&opened.register),
    };
    // The number of the draw is a column too.
    let n_columns = n_columns.saturating_add(1);
    let draws = usize::try_from(plan.draws).unwrap_or(usize::MAX);
    let n_cells = n_columns.saturating_mul(draws);
    if n_cells <= MOST_CELLS {
        return Ok(());
    }
    let most = MOST_CELLS.checked_div(n_columns).unwrap_or_default();
    let or_one = match partnership {
        Some(_) => "",
        None => ", or for one partnership with --partnership",
    };
    let count = display::count_figure;
    Err(Refusal::Unknown(format!(
        "{} draws of {} columns are {} cells, and a table of draws holds at most {}. Ask for {} draws or fewer{or_one}",
        count(draws),
        count(n_columns),
        count(n_cells),
        count(MOST_CELLS),
        count(most),
    )))
}

/// Writes the draws; a file that is there already stays until the last row is safe.
pub(crate) fn write(
    opened: &Opened,
    partnership: Option<Id>,
    plan: Plan,
    out: &Path,
) -> Result<(), Refusal> {
    let mut table = table(opened, partnership, plan)?;
    let stop = Stop::default();
    let written = atomic::replace(out, |file| {
        file.write_all(header(&table).as_bytes())?;
        let mut rows = 0_usize;
        while let Some(block) = table.next_block(&stop) {
            file.write_all(text(&block).as_bytes())?;
            rows = rows.saturating_add(block.n_draws);
        }
        if usize::try_from(plan.draws) == Ok(rows) {
            Ok(())
        } else {
            Err(io::ErrorKind::WriteZero.into())
        }
    });
    written.map_err(|why| Refusal::File {
        path: out.to_owned(),
        why,
    })?;
    Ok(())
}

fn table(opened: &Opened, partnership: Option<Id>, plan: Plan) -> Result<DrawTable, Refusal> {
    let (register, guidance) = (&opened.register, opened.guidance);
    DrawTable::new(register, guidance, opened.question, partnership, plan)
        .ok_or_else(|| Refusal::Unknown("Nothing could be drawn".to_owned()))
}

/// The number of the draw, the address of each input and the id of each figure, as `explain` takes it.
///
/// They start with a letter and hold no comma or quotation mark, and the rest are figures: no cell can be a formula.
fn header(table: &DrawTable) -> String {
    let mut header = "draw".to_owned();
    for column in table.columns() {
        header.push(',');
        match column {
            DrawColumn::Input(at) => header.push_str(&at.to_string()),
            DrawColumn::Figure(of, output) => header.push_str(&figure_id(*of, *output)),
        }
    }
    header.push('\n');
    header
}

fn figure_id(of: Id, output: Output) -> String {
    let worth = |it| Measure::Worth(WorthMeasure::AsItIs(it));
    let option = |id, it| Measure::Worth(WorthMeasure::Option(id, it));
    let measure = match output {
        Output::AnnualCost(basis) => Measure::AnnualCost(basis),
        Output::Score => Measure::Achievement,
        Output::CostPerPoint => Measure::CostPerPoint(Basis::Full),
        Output::Pvc => worth(Yardstick::Pvc),
        Output::Pvb => worth(Yardstick::Pvb),
        Output::Npsv => worth(Yardstick::Npsv),
        Output::Bcr => worth(Yardstick::Bcr),
        Output::OptionNpsv(id) => option(id, Yardstick::Npsv),
        Output::OptionIncremental(id) => option(id, Yardstick::IncrementalNpsv),
        // In no table of draws.
        Output::Cumulative(_)
        | Output::Claims(_)
        | Output::ClaimWorth(_)
        | Output::OurCost(_)
        | Output::Hours
        | Output::SeniorDays => return String::new(),
    };
    FigureId::new(of, measure).to_string()
}

/// The rows of a block; a draw without a figure has a blank cell.
fn text(block: &Block) -> String {
    let row = |at: usize| {
        let first = usize::try_from(block.first).unwrap_or_default();
        // Draws are numbered from 1, as people count.
        let mut row = first.saturating_add(at).saturating_add(1).to_string();
        for column in &block.columns {
            row.push(',');
            let value = column.get(at).copied().unwrap_or(f64::NAN);
            row.push_str(&float(value));
        }
        row.push('\n');
        row
    };
    (0..block.n_draws).into_par_iter().map(row).collect()
}
