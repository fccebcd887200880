//! The forms as a finance officer meets them: by label, by key, and by eye.

mod appraisal;
mod basis;
mod benefits;
mod desk;
mod estimate;
mod every_field;
mod evidence;
mod full_entry;
mod health;
mod import;
mod keys;
mod levers;
mod model_forms;
mod nonsense;
mod overlaps;
mod partnership_chart;
mod pictures;
mod ranges;
mod scenarios;
mod sheet;
mod statements;
mod typing;
