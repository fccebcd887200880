//! What a partnership achieves, and whether that is worth the cost.

pub mod achievement;
pub mod alike;
pub mod benefit;
pub mod costs;
pub mod discounting;
pub mod measures;
pub mod optimism;
pub mod option;
pub mod partnership;
pub mod present_value;
pub mod progress;
pub mod terms;
