//! What each partnership of a public body costs, what it achieves, and whether the one is worth the other.
//!
//! A module uses only the layers above it in the list below.

#![cfg_attr(
    test,
    expect(
        clippy::arithmetic_side_effects,
        clippy::elidable_lifetime_names,
        clippy::unnecessary_wraps,
        reason = "a test may panic, and says things the short way"
    )
)]

// Lowest layer first.
pub mod units;

pub mod guidance;

pub mod model;

pub mod costing;

pub mod appraisal;

pub mod findings;

pub mod uncertainty;

pub mod chart;

pub mod report;

pub mod store;

pub mod export;

pub mod session;

pub mod cli;

#[cfg(feature = "gui")]
pub mod gui;
