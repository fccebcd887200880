//! What the engine says, shown: the first screen, its charts and table, and the basis of a figure.

pub mod assumptions_page;
pub mod chart_cache;
pub mod chart_panel;
pub mod chart_table;
pub mod doubt;
pub mod exhibit2;
pub mod explanation;
pub mod league_table;
pub mod map;
pub mod overlaps;
pub mod overview;
pub mod paint;
pub mod partnership_chart;
pub mod statements_page;
pub mod tiles;
pub mod time_page;
pub(crate) mod worth_bodies;
pub mod worth_page;
