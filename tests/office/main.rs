//! What we write, opened by an office program as a reader would: papers become tagged PDF, workbooks are worked out again.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::unwrap_used,
    reason = "a test may panic"
)]

#[path = "../workbook/figures.rs"]
mod figures;
#[expect(dead_code, reason = "the tests that need no office use all of it")]
#[path = "../workbook/file.rs"]
mod file;
#[path = "../support/folder.rs"]
mod folder;
mod office;
#[path = "../support/paper.rs"]
mod paper;
mod starts;
mod word;
mod workbook;
