//! The forms as a finance officer meets them: by label, by key, and by eye.

mod desk;
mod evidence;
mod import;
mod pictures;
mod sheet;
mod typing;
