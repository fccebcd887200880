//! The forms of the window: tables and fields that ask for edits, with the results beside them.

pub mod change;
pub mod column;
pub mod day;
pub mod facts;
pub mod field;
pub mod form;
pub mod grade_steps;
pub mod grades_page;
pub mod partners_page;
pub mod partnership_page;
pub mod pick;
pub mod place;
pub mod queries_page;
pub mod query_list;
pub mod record;
pub mod record_table;
pub mod reference;
pub mod refusal;
pub mod result_strip;
pub mod row;
pub mod scope;
pub mod section_list;
pub mod sections;
pub mod settings_page;
pub mod teach;
