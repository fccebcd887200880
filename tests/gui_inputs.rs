//! The forms as a finance officer meets them: by label, by key, and by eye.

mod desk;
mod every_field;
mod keys;
mod model_forms;
mod nonsense;
mod pictures;
mod typing;
