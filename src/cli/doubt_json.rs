//! What the JSON of `simulate`, `sensitivity` and `switching` has in common: a head, drawn figures, keys in a fixed order.

use serde::Serialize;

use crate::cli::opened::Opened;
use crate::findings::findings::METHOD;
use crate::report::uncertainty::drawn;
use crate::uncertainty::statistics::{Share, Summary};
use crate::units::display;
use crate::units::quantity::{Number, Quantity};

/// Raised when a key changes its name or its meaning; new keys do not raise it.
const SCHEMA: u32 = 1;

/// What every answer starts with.
#[derive(Debug, Serialize)]
pub(crate) struct Head {
    schema: u32,
    program: &'static str,
    method: u32,
    guidance: String,
    year: String,
}

impl Head {
    pub(crate) fn of(opened: &Opened) -> Self {
        Self {
            schema: SCHEMA,
            program: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")),
            method: METHOD,
            guidance: opened.register.settings.guidance.clone(),
            year: opened.question.year.to_string(),
        }
    }
}

/// A figure: its central value, and what the draws say of it where they move it.
#[derive(Debug, Serialize)]
pub(crate) struct Figure {
    #[serde(skip_serializing_if = "Option::is_none")]
    central: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    is_at_least: bool,
    #[serde(flatten)]
    spread: Option<Spread>,
}

#[derive(Debug, Serialize)]
struct Spread {
    mean: String,
    standard_error: String,
    p5: String,
    p10: String,
    p50: String,
    p90: String,
    p95: String,
    #[serde(skip_serializing_if = "is_zero")]
    draws_without: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_false(it: &bool) -> bool {
    !it
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for it")]
fn is_zero(it: &usize) -> bool {
    *it == 0
}

impl Figure {
    /// Nothing where there is no such figure at all.
    pub(crate) fn new(
        central: Option<impl Quantity>,
        is_at_least: bool,
        spread: Option<&Summary>,
    ) -> Option<Self> {
        let spread = spread.map(|it| Spread {
            mean: float(it.mean),
            standard_error: float(it.standard_error),
            p5: float(it.p5),
            p10: float(it.p10),
            p50: float(it.p50),
            p90: float(it.p90),
            p95: float(it.p95),
            draws_without: it.n_without,
        });
        (central.is_some() || spread.is_some()).then(|| Self {
            central: central.map(|it| display::exact_text(it.decimal())),
            is_at_least,
            spread,
        })
    }
}

/// The share of draws in which something is so.
#[derive(Debug, Serialize)]
pub(crate) struct Chance {
    share: String,
    standard_error: String,
}

impl Chance {
    pub(crate) fn new(it: &Share) -> Self {
        Self {
            share: float(it.share),
            standard_error: float(it.standard_error),
        }
    }
}

/// A drawn number as text, to ten decimals.
pub(crate) fn float(value: f64) -> String {
    let value: Option<Number> = drawn(value);
    value.map_or_else(String::new, |it| display::exact_text(it.decimal()))
}
