//! A worked-out figure as it is kept in a file: its exact decimal in quotation marks, unlike what somebody typed.

use rust_decimal::Decimal;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

use crate::units::exact;
use crate::units::quantity::Quantity;

/// Writes the figure, without noughts at its end.
///
/// # Errors
/// Those of the writer.
pub fn serialize<Q: Quantity, S: Serializer>(figure: &Q, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(&figure.decimal().normalize().to_string())
}

/// Reads a figure back.
///
/// # Errors
/// A text that is no decimal, or one beyond what any figure comes to.
pub fn deserialize<'de, Q: Quantity, D: Deserializer<'de>>(from: D) -> Result<Q, D::Error> {
    let text = String::deserialize(from)?;
    let figure: Decimal = (text.trim().parse()).map_err(|_| D::Error::custom("not a figure"))?;
    if figure.abs() > exact::LARGEST_FIGURE {
        return Err(D::Error::custom("larger than any figure"));
    }
    Ok(Q::new(figure))
}

/// The same of a figure that may not have been known.
pub mod known {
    use serde::{Deserialize, Deserializer, Serializer};

    use crate::units::quantity::Quantity;

    /// Writes the figure; a field without one is left out instead.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn serialize<Q: Quantity, S: Serializer>(
        figure: &Option<Q>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        match figure {
            Some(figure) => super::serialize(figure, to),
            None => to.serialize_str(""),
        }
    }

    /// Reads a figure back; an empty text is none.
    ///
    /// # Errors
    /// As of a figure that was known.
    pub fn deserialize<'de, Q: Quantity, D: Deserializer<'de>>(
        from: D,
    ) -> Result<Option<Q>, D::Error> {
        let text = String::deserialize(from)?;
        if text.is_empty() {
            return Ok(None);
        }
        let text = serde::de::value::StringDeserializer::<D::Error>::new(text);
        super::deserialize(text).map(Some)
    }
}
