//! Format 4: the model's own structs. Once a later format changes one, its shape of today is frozen here, with a `From`.

use crate::model::register::Register;

/// What follows the header of a file in format 4.
pub(crate) type Body = Register;
