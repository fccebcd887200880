//! What the user enters: the register of partnerships, its partners, grades and settings, and the checks of its shape.

pub mod between_meetings;
pub mod check;
pub mod difference;
pub mod direct_cost;
pub mod estimate;
pub mod grade;
pub mod in_kind;
pub mod indicator;
pub mod inputs;
pub mod judgement;
pub mod meeting;
pub mod merge;
pub mod partner;
pub mod partnership;
pub mod pool;
pub mod post;
pub mod purpose;
pub mod query;
pub mod register;
pub mod secondment;
pub mod series;
pub mod settings;
pub mod sharing;
pub mod uses;
