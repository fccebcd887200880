//! The words around the fields of a benefit, which read as sentences from top to bottom.

use crate::gui::inputs::column::{Slot, slot};
use crate::gui::inputs::sections::factor::Factor;
use crate::model::benefit::{Benefit, BenefitMeasure};
use crate::model::register::Register;

/// What the words take from the register.
#[derive(Default)]
pub(crate) struct Words {
    /// The outcome that it claims a part of, in quotation marks.
    outcome: String,
    /// One unit of the outcome, with a blank after it; empty where nobody has said.
    unit: String,
    /// The year whose prices typed amounts are in.
    prices: String,
    /// The first year of an appraisal.
    first: String,
}

impl Words {
    /// The words of a benefit.
    pub(crate) fn of(register: &Register, benefit: &Benefit) -> Self {
        let settings = &register.settings;
        let outcome = benefit.outcome.and_then(|id| register.outcome(id));
        let unit = outcome.map(|it| it.unit.trim()).unwrap_or_default();
        Self {
            outcome: match outcome.map(|it| it.name.trim()).unwrap_or_default() {
                "" => "the outcome".to_owned(),
                name => format!("“{name}”"),
            },
            unit: match unit {
                "" => String::new(),
                unit => format!("{unit} "),
            },
            prices: settings
                .price_year
                .unwrap_or(settings.base_year)
                .to_string(),
            first: settings
                .first_year
                .unwrap_or(settings.base_year)
                .to_string(),
        }
    }
}

/// Whom it reaches, what is due to the partnership, and what that is worth.
pub(crate) fn sentence(benefit: &Benefit, words: &Words) -> Vec<Factor<Benefit>> {
    let mut all = chain(benefit, words);
    all.extend(worth(benefit, words));
    all
}

/// From those that it could reach to what is due to the partnership.
fn chain(benefit: &Benefit, words: &Words) -> Vec<Factor<Benefit>> {
    let applies = benefit.measure == BenefitMeasure::Chain;
    let names_outcome = benefit.outcome.is_some();
    let of = |title, slot, (lead, tail): (&'static str, &str), blank| Factor {
        applies,
        is_step: true,
        ..Factor::new(title, slot, (lead, tail), blank)
    };
    let changes = format!("{}changes.", words.unit);
    let (we_claim, claimed) = if applies {
        ("we claim", format!("of {},", words.outcome))
    } else {
        ("We claim", format!("of {}: this sum.", words.outcome))
    };
    vec![
        of(
            "Population",
            slot!(population),
            ("Of", "people, places or cases,"),
            "not known",
        ),
        of("Take-up", slot!(take_up), ("", "take part,"), "all"),
        of("Impact", slot!(impact), ("and for each", &changes), "1"),
        of(
            "Deadweight",
            slot!(deadweight),
            ("Of that", "would have happened anyway"),
            "none",
        ),
        of(
            "Reference case",
            slot!(reference_case),
            ("or", "in all, typed in place of that share,"),
            "by share",
        ),
        Factor {
            applies: applies && !names_outcome,
            ..of(
                "Attribution",
                slot!(attribution),
                ("", "is due to others,"),
                "none",
            )
        },
        Factor {
            applies: names_outcome,
            ..of("Claim", slot!(claim), (we_claim, &claimed), "all")
        },
        of(
            "Displacement",
            slot!(displacement),
            ("", "only moved elsewhere,"),
            "none",
        ),
        of(
            "Leakage",
            slot!(leakage),
            ("", "goes to those it is not meant for,"),
            "none",
        ),
        of(
            "Substitution",
            slot!(substitution),
            ("and", "took the place of something as good."),
            "none",
        ),
        of(
            "Multiplier",
            slot!(multiplier),
            ("In turn it brings", "times as much."),
            "1",
        ),
    ]
}

/// What it is worth.
fn worth(benefit: &Benefit, words: &Words) -> [Factor<Benefit>; 3] {
    let is_chain = benefit.measure == BenefitMeasure::Chain;
    let each = match words.unit.as_str() {
        "" => "for each unit of that,".to_owned(),
        unit => format!("for each {},", unit.trim_end()),
    };
    [
        Factor {
            applies: is_chain,
            is_step: true,
            ..Factor::new(
                "Unit value, £",
                slot!(unit_value),
                ("It is worth £", &each),
                "not priced",
            )
        },
        Factor {
            applies: !is_chain,
            is_step: true,
            ..Factor::new(
                "Amount, £ a year",
                slot!(amount),
                ("It is worth £", "a year,"),
                "not priced",
            )
        },
        Factor {
            applies: !benefit.is_nominal,
            ..Factor::new(
                "Price year",
                slot!(price_year),
                ("in", "prices,"),
                &words.prices,
            )
        },
    ]
}

/// When it comes.
pub(crate) fn when(words: &Words) -> [Factor<Benefit>; 4] {
    [
        Factor::new(
            "First year",
            slot!(first_year),
            ("It starts in", ""),
            &words.first,
        ),
        Factor::new("Lag", slot!(lag), ("shows after", "years,"), "no"),
        Factor::new("Last year", slot!(last_year), ("ends in", ""), "the last"),
        Factor::new(
            "Drop-off",
            slot!(drop_off),
            ("and", "is lost each year."),
            "none",
        ),
    ]
}

/// What else is said of it: the name for a screen reader, the field, the words beside the box.
pub(crate) const FLAGS: [(&str, &Slot<Benefit, bool>, &str); 3] = [
    (
        "Transfer",
        &slot!(is_transfer),
        "It only moves money between bodies",
    ),
    (
        "Avoided cost",
        &slot!(is_avoided_cost),
        "It is what not working together would cost",
    ),
    (
        "Programme",
        &slot!(rests_on_programme),
        "Programme spending brings it about",
    ),
];
