//! From records to cost lines: what each counts as, on which basis, and who bears it.

pub mod basis;
pub mod between_meetings;
pub mod context;
pub mod cost_line;
pub mod direct_cost;
pub mod grade_cost;
pub mod growth;
pub mod in_kind;
pub mod meeting;
pub mod partnership;
pub mod pool;
pub mod real_terms;
pub mod schedule;
pub mod secondment;
pub mod sittings;
pub mod staff;
