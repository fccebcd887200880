//! Where a first estimate starts from: a low, a likely and a high answer to each question, by model.

use rust_decimal::Decimal;
use serde::Deserialize;

/// The starting points of an edition.
#[derive(Debug)]
pub struct StartingPoints(Vec<Row>);

/// A low, a likely and a high answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StartingPoint {
    /// The least.
    pub low: Decimal,
    /// The most likely.
    pub likely: Decimal,
    /// The most.
    pub high: Decimal,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    model: String,
    question: String,
    low: Decimal,
    likely: Decimal,
    high: Decimal,
}

/// What a table says of every model.
const ANY: &str = "any";

impl StartingPoints {
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        Self(rows)
    }

    /// The answers to a question for a model, by the names that scripts know them by; noughts where there are none.
    pub fn of(&self, model: &str, question: &str) -> StartingPoint {
        let of_model = |it: &&Row| it.model == model || it.model == ANY;
        let row = self
            .0
            .iter()
            .filter(of_model)
            .find(|it| it.question == question);
        let zero = Decimal::ZERO;
        let (low, likely, high) = row.map_or((zero, zero, zero), |it| (it.low, it.likely, it.high));
        StartingPoint { low, likely, high }
    }
}
