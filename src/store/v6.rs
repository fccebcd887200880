//! Formats 4 to 6: the model's own structs. Once a later format changes one, its shape of today is frozen here, with a
//! `From`.
//!
//! Formats 5 and 6 only added fields that may be left out (objectives, funding, pay bills, snapshots; board papers), so
//! that they read format 4 as it is.

use crate::model::register::Register;

/// What follows the header of a file in formats 4 to 6.
pub(crate) type Body = Register;
