//! Everything that the engine says of a register: the waist between working out and showing.

pub mod appraisal;
pub mod assumptions;
pub mod detail;
pub mod doubt;
pub mod edition_comparison;
pub mod explain;
pub mod explain_sharing;
pub mod explain_worth;
pub mod explanation;
pub mod figure;
pub mod filter;
#[expect(clippy::module_inception, reason = "one type, one file, same name")]
pub mod findings;
pub mod frontier;
pub mod grade;
pub mod health;
pub mod indicator;
pub mod merging;
pub mod narrow;
pub mod options;
pub mod outlook;
pub mod overlap;
pub mod partnership;
pub mod portfolio;
pub mod portfolio_worth;
pub mod secondment;
pub mod shared_line;
pub mod sharing;
pub mod stakes;
pub mod statement;
pub mod time_ledger;
pub mod worth_measure;
