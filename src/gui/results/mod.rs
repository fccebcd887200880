//! What the engine says, shown: the first screen, its charts and table, and the basis of a figure.

pub mod assumptions_page;
pub mod chart_cache;
pub mod chart_panel;
pub mod chart_table;
pub mod doubt;
pub mod exhibit2;
pub mod explanation;
pub(crate) mod gaps;
pub(crate) mod kept;
pub mod league_table;
pub mod map;
pub mod measures_page;
pub(crate) mod measures_tables;
pub(crate) mod narrowed;
pub mod overview;
pub mod paint;
pub mod partnership_chart;
pub mod questions;
pub mod statements_page;
pub mod tiles;
pub mod time_page;
pub(crate) mod titled;
pub mod who_pays_page;
pub(crate) mod who_pays_tables;
pub(crate) mod worth_bodies;
pub mod worth_page;
