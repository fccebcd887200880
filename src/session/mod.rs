//! The program without a screen: the open register, undo, files, workers, recovery and preferences.

pub mod action;
pub mod asked;
pub mod clock;
pub mod exporting;
mod files;
pub mod first_estimate;
pub mod history;
pub mod jobs;
mod keeper;
pub mod notice;
mod pace;
pub mod preferences;
pub mod recoverable;
mod recovering;
#[expect(clippy::module_inception, reason = "one type, one file, same name")]
pub mod session;
mod simulating;
pub mod surroundings;
