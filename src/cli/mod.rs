//! The command line: the same engine without a window, for scripts and for checks.

mod appraise;
mod appraise_json;
mod arguments;
mod chart;
mod charts;
mod check;
mod convert;
mod doubt_json;
mod doubts;
mod explain;
mod levers;
mod list;
mod list_assumptions;
mod list_comparison;
mod list_doubt;
mod list_editions;
mod list_grades;
mod list_health;
mod list_league;
mod list_measures;
mod list_overlaps;
mod list_statement;
mod list_time;
mod list_who_pays;
mod list_worth;
mod opened;
mod outcome;
mod run;
mod sensitivity;
mod simulate;
mod simulate_csv;
mod simulate_json;
mod simulate_text;
mod switching;
mod worth_json;

pub use run::run;
