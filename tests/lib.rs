//! One test program, so that the crates are linked once.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

mod appraisal_charts;
mod architecture;
mod board_paper;
mod charts;
mod checks;
mod cli;
mod cli_charts;
mod cli_compare;
mod cli_doubt;
mod cli_export;
mod cli_levers;
mod cli_overlaps;
mod cli_paper;
mod comparison;
mod docx;
mod doubt_charts;
mod explained;
mod exporting;
mod file_versions;
#[cfg(feature = "gui")]
mod gui_app;
#[cfg(feature = "gui")]
mod gui_compare;
#[cfg(feature = "gui")]
mod gui_inputs;
#[cfg(feature = "gui")]
mod gui_map;
#[cfg(feature = "gui")]
mod gui_measures;
#[cfg(feature = "gui")]
mod gui_paper;
#[cfg(feature = "gui")]
mod gui_recovery;
#[cfg(feature = "gui")]
mod gui_toolkit;
mod invariants;
mod kernel;
mod league;
mod levers;
mod map_labels;
mod money_unit;
mod overlaps;
mod papers;
mod recovery;
mod session;
mod simulation;
mod support;
mod switching;
mod who_pays;
mod words_of_doubt;
mod workbook;
mod worked_examples;
mod worth_invariants;
