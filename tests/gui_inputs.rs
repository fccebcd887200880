//! The forms as a finance officer meets them: by label, by key, and by eye.

mod desk;
mod estimate;
mod pictures;
mod statements;
mod typing;
