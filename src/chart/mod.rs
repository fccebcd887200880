//! What the reader sees of the findings: charts described once, laid out in points, and written as SVG.
//!
//! A [`chart::Chart`] says what is shown, [`layout::layout`] says where, and a painter (SVG here, the window elsewhere)
//! only translates. Nothing here adds up a figure: floating-point numbers are positions on paper.
#![expect(clippy::float_arithmetic, reason = "positions on paper, never amounts")]

pub mod bars;
pub mod bars_layout;
pub mod benefits_by_class;
pub mod by_topic;
pub mod cash_flow;
pub mod catalogue;
#[expect(clippy::module_inception, reason = "one type, one file, same name")]
pub mod chart;
pub mod columns;
pub mod columns_layout;
pub mod comparison;
pub mod cost_achievement;
pub mod distribution;
pub mod distribution_layout;
pub mod doubts;
pub mod ends;
pub mod exhibit2;
pub mod fit;
pub mod flags;
pub mod fonts;
pub mod geometry;
pub mod hatch;
pub mod health;
pub mod labels;
pub mod lanes;
pub mod lanes_layout;
pub mod layout;
pub mod legend;
pub mod map;
pub mod map_layout;
mod map_scale;
pub mod markers;
pub mod matrix;
pub mod matrix_layout;
pub mod measure;
pub mod options;
pub mod over_time;
pub mod panels;
pub mod panels_layout;
pub mod paper;
pub mod room_index;
pub mod rows;
pub mod rows_layout;
pub(crate) mod stake_rows;
pub(crate) mod stakes_wording;
pub mod svg;
pub mod text;
pub mod theme;
pub mod ticks;
pub mod tile;
pub mod tiles;
pub mod tiles_layout;
pub mod tornado;
pub mod tornado_layout;
pub mod who_gains;
pub mod who_pays;
pub mod who_pays_matrix;
pub(crate) mod wording;
pub(crate) mod worth_wording;

#[cfg(test)]
pub(crate) mod sample;
