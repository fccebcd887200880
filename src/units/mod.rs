//! Exact quantities that cannot panic, how people type them, how they read, and the recorder that every formula is written over.

pub mod display;
pub mod exact;
pub mod id;
pub mod input;
pub mod kept;
pub mod money_unit;
pub mod parse;
pub mod progress;
pub mod quantity;
pub mod range;
pub mod rests_on;
pub mod trace;
pub mod year;
