//! The bands that a benefit–cost ratio falls in; the lower edge belongs to the band.

use rust_decimal::Decimal;
use serde::Deserialize;

use crate::guidance::edition::Source;

/// The bands of an edition, lowest first.
#[derive(Debug)]
pub struct ValueForMoney {
    bands: Vec<Band>,
}

/// One band.
#[derive(Debug)]
pub struct Band {
    /// The lowest ratio in it; nothing for the lowest band.
    pub from: Option<Decimal>,
    /// What it is called.
    pub name: String,
    /// Publisher, date, and whether it is official or a convention.
    pub source: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    from: Option<Decimal>,
    band: String,
    source: String,
    date: String,
    status: String,
}

impl ValueForMoney {
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        let bands = rows.into_iter().map(|row| {
            let source = Source {
                title: row.source,
                date: row.date,
                status: row.status,
            };
            Band {
                from: row.from,
                name: row.band,
                source: source.text(),
            }
        });
        Self {
            bands: bands.collect(),
        }
    }

    /// The band of a benefit–cost ratio.
    pub fn band(&self, ratio: Decimal) -> Option<&Band> {
        let mut bands = self.bands.iter().rev();
        bands.find(|band| band.from.is_none_or(|from| from <= ratio))
    }

    /// The bands, lowest first.
    pub fn bands(&self) -> &[Band] {
        &self.bands
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::edition::newest;

    /// The method note, section 8: the lower edge belongs to the band.
    #[test]
    fn an_edge_belongs_to_the_band_above_it() {
        let bands = &newest().value_for_money;
        for (ratio, name) in [
            ("-0.0001", "very poor"),
            ("0", "poor"),
            ("0.9999999999", "poor"),
            ("1", "low"),
            ("1.4999999999", "low"),
            ("1.5", "medium"),
            ("1.9999999999", "medium"),
            ("2", "high"),
            ("3.9999999999", "high"),
            ("4", "very high"),
        ] {
            let ratio: Decimal = ratio.parse().unwrap();
            assert_eq!(bands.band(ratio).unwrap().name, name, "{ratio}");
        }
    }
}
