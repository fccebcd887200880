//! The sections of a partnership's page.

pub(crate) mod achievement;
pub(crate) mod appraisal;
pub(crate) mod benefit_form;
pub(crate) mod benefit_left;
pub(crate) mod benefit_sentence;
pub(crate) mod benefits;
pub(crate) mod between;
pub(crate) mod calendar;
pub(crate) mod direct;
pub(crate) mod factor;
pub(crate) mod health;
pub(crate) mod in_kind;
pub(crate) mod indicator_progress;
pub(crate) mod meetings;
pub(crate) mod option_comparison;
pub(crate) mod option_lines;
pub(crate) mod options;
pub(crate) mod pools;
pub(crate) mod profile;
pub(crate) mod secondments;
pub(crate) mod sharing;
pub(crate) mod staff;
pub(crate) mod swing;
pub(crate) mod value_statement;
