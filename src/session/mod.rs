//! The program without a screen: the open register, undo, files, workers and preferences.

pub mod action;
pub mod history;
pub mod jobs;
pub mod notice;
pub mod preferences;
#[expect(clippy::module_inception, reason = "one type, one file, same name")]
pub mod session;
