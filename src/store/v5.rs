//! Formats 4 and 5: the model's own structs. Once a later format changes one, its shape of today is frozen here, with a
//! `From`.
//!
//! Format 5 only added fields that may be left out (objectives, funding, pay bills, snapshots), so that it reads format 4
//! as it is.

use crate::model::register::Register;

/// What follows the header of a file in format 4 or 5.
pub(crate) type Body = Register;
