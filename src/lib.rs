//! What each partnership of a public body costs, what it achieves, and whether the one is worth the other.
//!
//! Lowest layer first; a module uses only those above it in this list.

#![cfg_attr(
    test,
    expect(
        clippy::arithmetic_side_effects,
        clippy::elidable_lifetime_names,
        clippy::unnecessary_wraps,
        reason = "a test may panic, and says things the short way"
    )
)]

pub mod appraisal;
pub mod costing;
pub mod findings;
pub mod guidance;
pub mod model;
pub mod units;
