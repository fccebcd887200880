//! Levers in words: what is pulled, what it saves, between what that lies, and what it could not move.

use std::collections::BTreeMap;

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::levers::{Saving, Yearly};
use crate::model::levers::{Bodies, Executive, Lever, Levers, NotMoved, Shorter, Smaller, Why};
use crate::model::record_name::line_name;
use crate::model::register::Register;
use crate::report::uncertainty::{between, drawn, left_out, rough};
use crate::uncertainty::levers::SpreadOfSaving;
use crate::uncertainty::statistics::Summary;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Money, Number};

/// What stands above every what-if.
pub const NOTHING_CHANGED: &str = "Nothing is changed until you apply.";

/// Names that a line of what could not be moved says.
const MOST_NAMES: usize = 3;

/// What is pulled: `50% of the meetings kept, at most 1 h long`; empty where nothing is.
pub fn in_words(register: &Register, levers: &Levers) -> String {
    let mut words = Vec::new();
    if let Some(share) = levers.times {
        words.push(format!("{} of the meetings kept", display::rate(share)));
    }
    match levers.length {
        Some(Shorter::Share(share)) => {
            words.push(format!("{} of the length", display::rate(share)));
        }
        Some(Shorter::AtMost(most)) => {
            words.push(format!("at most {} long", display::duration(most)));
        }
        None => {}
    }
    match levers.attendees {
        Some(Smaller::Share(share)) => {
            words.push(format!("{} of the people", display::rate(share)));
        }
        Some(Smaller::AtMost(most)) => {
            let people = display::count_of(most, "person", "people");
            words.push(format!("at most {people}"));
        }
        None => {}
    }
    if let Some(share) = levers.online {
        words.push(format!("{} or more online", display::rate(share)));
    }
    if let Some(share) = levers.delegated {
        let share = display::rate(share);
        words.push(format!("{share} of senior attendances by the next grade"));
    }
    if let Some(Executive {
        people,
        full_meetings,
    }) = levers.executive
    {
        let times = display::count_of(full_meetings, "full meeting", "full meetings");
        let people = display::number(people);
        words.push(format!("an executive of {people} at all but {times}"));
    }
    let of = match levers.bodies {
        Bodies::All => String::new(),
        Bodies::Boards => " (boards)".to_owned(),
        Bodies::One(id) => format!(" ({})", line_name(register, id)),
    };
    if words.is_empty() {
        return String::new();
    }
    format!("{}{of}", words.join(", "))
}

/// The answer in a sentence: `Saves £1,791 a year to all partners, £1,215 of it ours: 45 h of people’s time, 3 of them
/// senior days.`
pub fn headline(saving: &Saving, basis: Basis, unit: MoneyUnit) -> String {
    let saved = &saving.saved;
    let Total {
        amount,
        is_at_least,
    } = *saved.cost.get(basis);
    let money = |it: Money| display::money_in(it, unit);
    let said = if amount > Money::ZERO {
        let at_least = if is_at_least { "at least " } else { "" };
        let ours = match *saved.ours.get(basis) {
            Some(ours) => format!(", {} of it ours", money(ours)),
            None => String::new(),
        };
        format!(
            "Saves {at_least}{} a year to all partners{ours}",
            money(amount)
        )
    } else if amount < Money::ZERO {
        format!("Costs {} a year more", money(-amount))
    } else if saved.hours == Hours::ZERO {
        return "Saves nothing.".to_owned();
    } else {
        "Saves no money".to_owned()
    };
    format!("{said}, and {}.", time(saved))
}

/// `45 h of people’s time, 3 senior days among it`.
fn time(saved: &Yearly) -> String {
    let hours = display::hours(saved.hours);
    let days = display::days(saved.senior_days);
    if saved.senior_days == Number::ZERO {
        return format!("{hours} of people’s time");
    }
    let days = if days == "1" {
        "1 senior day".to_owned()
    } else {
        format!("{days} senior days")
    };
    format!("{hours} of people’s time, {days} among it")
}

/// A total that may be "at least", as a cell has it: `≥ £1,200`.
pub fn total_cell(total: Total, unit: MoneyUnit) -> String {
    let text = display::money_in(total.amount, unit);
    if total.is_at_least {
        format!("≥ {text}")
    } else {
        text
    }
}

/// What a saving says nothing of; nothing where no achievement and no benefit is known.
pub fn caution(saving: &Saving) -> Option<String> {
    let all = saving.partnerships.iter();
    let n = all.filter(|it| it.has_more_at_stake).count();
    if n == 0 {
        return None;
    }
    let whose = match (n, saving.partnerships.len()) {
        (1, 1) => "This partnership has".to_owned(),
        (n, all) if n == all => format!("All {} have", display::in_words(n)),
        (1, all) => format!("One of the {} has", display::in_words(all)),
        (n, all) => format!(
            "{} of the {} have",
            display::capitalised(&display::in_words(n)),
            display::in_words(all)
        ),
    };
    Some(format!(
        "A saving says nothing of what is lost. {whose} an achievement or a benefit on record that may rest on these \
         meetings: ask before they go."
    ))
}

/// Between what the saving lies: `Between £1,200 and £2,300 in 8 of 10 draws, the middle one £1,800`; or why that cannot
/// be said.
pub fn spread_sentence(spread: &SpreadOfSaving, basis: Basis, unit: MoneyUnit) -> String {
    match (spread.cost.get(basis), spread.n_ranged) {
        (Some(it), _) => {
            let mut said = format!("{}.", display::capitalised(&between(it, unit)));
            if let Some(why) = left_out(spread.n_left_out) {
                said.push(' ');
                said.push_str(&display::capitalised(&why));
            }
            said
        }
        (None, 0) => "No figure of these has a range, so there is no spread.".to_owned(),
        (None, _) => "No range of these moves the saving, so there is no spread.".to_owned(),
    }
}

/// `£16,200 to £18,000`, in 8 of 10 draws; nothing of what does not move as far as it is read.
pub fn money_between(it: Option<&Summary>, unit: MoneyUnit) -> Option<String> {
    let it = it?;
    Some(format!(
        "{} to {}",
        rough(it.p10, unit),
        rough(it.p90, unit)
    ))
}

/// `40 to 52 h`, in 8 of 10 draws; nothing of what does not move as far as it is read.
pub fn hours_between(it: Option<&Summary>) -> Option<String> {
    let it = it?;
    let (low, high): (Hours, Hours) = (drawn(it.p10)?, drawn(it.p90)?);
    between_texts(&display::hours_figure(low), &display::hours_figure(high)).map(|it| it + " h")
}

/// `3 to 4.5`, in 8 of 10 draws; nothing of what does not move as far as it is read.
pub fn days_between(it: Option<&Summary>) -> Option<String> {
    let it = it?;
    let (low, high): (Number, Number) = (drawn(it.p10)?, drawn(it.p90)?);
    between_texts(&display::days(low), &display::days(high))
}

fn between_texts(low: &str, high: &str) -> Option<String> {
    (low != high).then(|| format!("{low} to {high}"))
}

/// What could not be moved and why, one sentence for each lever and reason, with the first names of each.
pub fn not_moved(register: &Register, all: &[NotMoved]) -> Vec<String> {
    let mut groups: BTreeMap<(Lever, Why), Vec<&NotMoved>> = BTreeMap::new();
    for it in all {
        groups.entry((it.lever, it.why)).or_default().push(it);
    }
    let sentence = |((lever, why), of): ((Lever, Why), Vec<&NotMoved>)| {
        let names: Vec<String> = of
            .iter()
            .take(MOST_NAMES)
            .map(|it| name(register, it))
            .collect();
        let more = match of.len().saturating_sub(MOST_NAMES) {
            0 => String::new(),
            n => format!(" and {} more", display::count_figure(n)),
        };
        format!(
            "{}, {}: {}{more}.",
            label(lever),
            reason(lever, why),
            names.join("; ")
        )
    };
    groups.into_iter().map(sentence).collect()
}

/// What a record that was not moved is called, with its partnership.
pub fn name(register: &Register, it: &NotMoved) -> String {
    let partnership = line_name(register, it.partnership);
    if it.record == it.partnership {
        return partnership;
    }
    format!("{partnership}, {}", line_name(register, it.record))
}

/// What a lever is called.
pub const fn label(lever: Lever) -> &'static str {
    match lever {
        Lever::Times => "Fewer",
        Lever::Length => "Shorter",
        Lever::Attendees => "Smaller",
        Lever::Online => "Online",
        Lever::Delegated => "Delegated",
        Lever::Executive => "Executive",
    }
}

/// Why a lever left something as it is.
pub const fn reason(lever: Lever, why: Why) -> &'static str {
    match (lever, why) {
        (Lever::Times, Why::NotKnown) => "how often it meets is not known",
        (Lever::Length, Why::NotKnown) => "its length is not known",
        (Lever::Attendees, Why::NotKnown) => "how many attend is not known",
        (_, Why::NotKnown) => "how often it meets, or how many attend, is not known",
        (_, Why::PartnershipStaff) => "partnership staff, whose time is already in staff",
        (_, Why::NoGrade) => "their grade is not known",
        (_, Why::NoGradeBelow) => "no cheaper grade of their body that is not senior",
        (_, Why::MeetsTooRarely) => "the full board meets no more often than that",
        (_, Why::TooSmall) => "the board is no larger than the executive",
        (_, Why::NoBody) => "no such meetings",
    }
}
