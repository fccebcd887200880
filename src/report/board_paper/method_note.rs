//! How the figures are worked out, in a page: the formulas of the method note that ships with the program.

use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::Of;
use crate::units::display;
use crate::units::quantity::{Quantity, Rate};

/// The paragraphs, each with the place that edits know it by; their formulas are those of `assets/help/method.md`.
const NOTE: [(&str, &str); 8] = [
    (
        "hour",
        "An hour of somebody’s time is priced by grade, never by person: hourly cost = (salary + employer’s National Insurance + pension + levy) × (1 + overheads) ÷ productive hours, and productive hours = (260.7 − leave − bank holidays − training − sickness, in days) × hours a week ÷ 5.",
    ),
    (
        "meetings",
        "Cost of a body that meets = people × attendance × (length + preparation + travel) × meetings in the year × hourly cost, with fares, mileage, venue and catering. Time of people who are paid for by the partnership is counted once, with their posts.",
    ),
    (
        "annual",
        "Annual cost = what is in force in the year, for the whole months that it is in force, and each year’s share of what is bought for several years. It is running cost; spending on programmes is kept apart. A part that is not known makes a total “at least”.",
    ),
    (
        "achievement",
        "Score of an indicator = 100 × (actual − baseline) ÷ (target − baseline), kept within 0 and 100; achievement score = Σ weight × score ÷ Σ weight of what is known. Its range takes every unknown as 0, and as 100. Where less than half of the weight is known, no score is shown.",
    ),
    (
        "bettered",
        "One partnership is said to cost more and score less than another only where both costs are complete and the gap in score is wider than the range of either.",
    ),
    (
        "benefits",
        "Benefit of a year = population × take-up × impact × (1 − deadweight) × (1 − attribution to others) × (1 − displacement) × (1 − leakage) × (1 − substitution) × multiplier × unit value, less drop-off. Money that only changes hands is in no total.",
    ),
    (
        "ratio",
        "Net present social value = present value of benefits − present value of costs; ratio = the one ÷ the other, on full cost with programme spending. A ratio holds only what has a price, and is never to be read without what has none and how sure it is.",
    ),
    (
        "doubt",
        "A figure in doubt has a low, a most likely and a high value. It is drawn many times over, each from its own range, and the results of 8 in 10 draws are given; P10 and P90 are the ends of these.",
    ),
];

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    for (place, text) in NOTE {
        draft.say(place, text);
        if place == "ratio" {
            draft.say("discounting", &discounting(of));
        }
    }
    draft.say(
        "whole",
        "The method note that comes with the program has every rule, with its source; each figure can be opened there down to what was typed or officially published.",
    );
}

/// The rates that later years are discounted by, with their source.
fn discounting(of: &Of<'_>) -> String {
    let settings = &of.findings.register.settings;
    if let Some(rate) = settings.discount_rate.value() {
        return format!(
            "Present value = Σ amount of year t × factor(t), factor(0) = 1. Every year is discounted at {}, which was typed as a test in place of the official rates.",
            display::rate(rate)
        );
    }
    let bands = of.guidance.discount_rates.standard().bands();
    let Some(first) = bands.first() else {
        return String::new();
    };
    let rate = display::rate(Rate::new(first.rate.value));
    format!(
        "Present value = Σ amount of year t × factor(t), factor(0) = 1, factor(t) = factor(t − 1) ÷ (1 + rate of year t). The rate is {rate} up to year {} and falls after that ({}).",
        first.to, first.rate.source
    )
}
