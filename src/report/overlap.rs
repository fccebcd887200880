//! Overlaps in words: why two partnerships are alike, how strongly, and what merging their meetings would save.

use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::findings::merging::{Bound, Change, Merging, Saving};
use crate::findings::overlap::similarity::{Aspect, STRONG, Score};
use crate::findings::overlap::{Evidence, Group, Overlap, Overlaps};
use crate::report::tab_text::tab_text;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Quantity};
use crate::units::{display, exact};

/// Words of a list that are said before the rest is counted.
const N_SAID: usize = 4;

/// What a merger is taken to be, so that nobody reads more into it.
pub const UPPER_VIEW: &str = "An upper view: the meetings of the one that meets for fewer hours end, its people whose \
                              seat the other lacks join the other’s meetings, and these go on as often and as long as \
                              before. Posts, money and work between meetings stay.";

/// How the score comes about.
pub const METHOD: &str = "The score is the weighted mean of what two share of what either has: members (3), words of \
                          name, topic and reason, rare ones counting more (3), seats at meetings (2) and words of \
                          objectives (2). What is blank does not count against a pair; a pair that shares only one of \
                          these is not listed.";

/// How strong an overlap is: `Strong 72%`.
pub fn strength(score: Score) -> String {
    format!("{} {}", score.word(), percent(score))
}

/// A score in whole per cent, cut off, so that none reads as one of the next word.
pub fn percent(score: Score) -> String {
    let hundredths = exact::mul(score.rate().decimal(), Decimal::ONE_HUNDRED).trunc();
    format!("{hundredths}%")
}

/// What two share, for a column: `7 of 9 members · 2 words · 11 of 14 seats`.
pub fn in_brief(overlap: &Overlap) -> String {
    let told = overlap.evidence.iter().map(|it| {
        let n = it.both.len();
        match it.aspect {
            Aspect::Members => format!("{} members", share(it)),
            Aspect::Remit => display::count(n, "word", "words"),
            Aspect::Seats => format!("{} seats", share(it)),
            Aspect::Objectives => {
                format!("{} of objectives", display::count(n, "word", "words"))
            }
        }
    });
    told.collect::<Vec<_>>().join(" · ")
}

/// How many of two the law requires, for a column.
pub fn by_law(overlap: &Overlap) -> &'static str {
    match (overlap.a.is_statutory, overlap.b.is_statutory) {
        (true, true) => "both",
        (false, false) => "",
        _ => "one",
    }
}

/// Pairs and groups in a sentence or two.
pub fn headline(found: &Overlaps) -> String {
    let least = percent(found.least);
    if found.pairs.is_empty() {
        return format!("No two partnerships overlap by {least} or more.");
    }
    let pairs = match found.n_pairs {
        1 => "One pair of partnerships overlaps".to_owned(),
        n => format!(
            "{} pairs of partnerships overlap",
            display::capitalised(&display::in_words(n))
        ),
    };
    let strong = found.pairs.iter().filter(|it| it.score >= STRONG).count();
    let strongly = match (strong, found.n_pairs) {
        (0, _) => String::new(),
        (strong, all) if strong == all => ", strongly".to_owned(),
        (strong, _) => format!(", {} of them strongly", display::in_words(strong)),
    };
    let groups = match found.groups.as_slice() {
        [] => String::new(),
        [one] => format!(
            " {} of them all do the same with each other.",
            display::capitalised(&display::in_words(one.partnerships.len()))
        ),
        several => format!(
            " There are {} groups in which every two do.",
            display::in_words(several.len())
        ),
    };
    format!("{pairs} by {least} or more{strongly}.{groups}")
}

/// What the list leaves out; nothing where it is whole.
pub fn left_out(found: &Overlaps) -> Option<String> {
    let mut said = Vec::new();
    if found.n_pairs > found.pairs.len() {
        said.push(format!(
            "The {} strongest pairs are listed.",
            display::count_figure(found.pairs.len())
        ));
    }
    if found.n_blank > 0 {
        let (n, verb) = match found.n_blank {
            1 => ("One partnership".to_owned(), "has"),
            n => (
                format!(
                    "{} partnerships",
                    display::capitalised(&display::in_words(n))
                ),
                "have",
            ),
        };
        said.push(format!(
            "{n} of {} {verb} too little typed to be compared: name members, say what it is about, or say who attends.",
            display::count_figure(found.n_compared)
        ));
    }
    (!said.is_empty()).then(|| said.join(" "))
}

/// Why two are alike: `7 of 9 members the same; both speak of harbour, tourism; 11 of 14 seats are the same grades of the
/// same bodies`.
pub fn because(overlap: &Overlap) -> String {
    let known = overlap.evidence.iter().map(reason);
    // Most registers have no objectives yet, which need not be said of every pair.
    let unknown = Aspect::ALL
        .into_iter()
        .filter(|aspect| *aspect != Aspect::Objectives)
        .filter(|aspect| overlap.evidence.iter().all(|it| it.aspect != *aspect))
        .map(|aspect| format!("{} not known", lower(aspect)));
    known.chain(unknown).collect::<Vec<_>>().join("; ")
}

/// What one aspect says of two.
pub fn reason(it: &Evidence) -> String {
    let (shared, either) = (it.both.len(), it.n_either());
    match (it.aspect, shared) {
        (Aspect::Members, 0) => "no member in common".to_owned(),
        (Aspect::Members, n) if n == either => match n {
            1 => "the one member the same".to_owned(),
            2 => "both members the same".to_owned(),
            n => format!("all {} members the same", display::count_figure(n)),
        },
        (Aspect::Members, _) => format!("{} members the same", share(it)),
        (Aspect::Remit, 0) => "no word of what they are about in common".to_owned(),
        (Aspect::Remit, _) => format!("both speak of {}", some_of(&it.both)),
        (Aspect::Objectives, 0) => "no word of their objectives in common".to_owned(),
        (Aspect::Objectives, _) => format!("objectives of both: {}", some_of(&it.both)),
        (Aspect::Seats, 0) => "no seat in common".to_owned(),
        (Aspect::Seats, 1) => format!("{} seats is the same grade of the same body", share(it)),
        (Aspect::Seats, _) => format!("{} seats are the same grades of the same bodies", share(it)),
    }
}

fn share(it: &Evidence) -> String {
    let (shared, either) = (it.both.len(), it.n_either());
    format!(
        "{} of {}",
        display::count_figure(shared),
        display::count_figure(either)
    )
}

fn lower(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Members => "members",
        Aspect::Remit => "what they are about",
        Aspect::Seats => "seats",
        Aspect::Objectives => "objectives",
    }
}

/// The first of a list, and how many more.
pub fn some_of(names: &[String]) -> String {
    let said: Vec<&str> = names.iter().take(N_SAID).map(String::as_str).collect();
    let said = said.join(", ");
    match names.len().saturating_sub(N_SAID) {
        0 => said,
        more => format!("{said} and {} more", display::count_figure(more)),
    }
}

/// Which of two the law requires; nothing where it requires none.
pub fn statutory(overlap: &Overlap) -> Option<String> {
    let required: Vec<&str> = overlap
        .sides()
        .into_iter()
        .filter(|it| it.is_statutory)
        .map(|it| it.name.as_str())
        .collect();
    Some(match required.as_slice() {
        [] => return None,
        [one] => format!("The law requires {one}, so merging may not be open."),
        _ => "The law requires both, so merging may not be open.".to_owned(),
    })
}

/// A group by name: `Harbour Board, Harbour Forum and Harbour Panel`.
pub fn names(group: &Group) -> String {
    let names = group.partnerships.iter().map(|it| it.name.as_str());
    listed(names.collect())
}

/// What all of a group have: `All have Us, Them; all speak of harbour`.
pub fn in_all(group: &Group) -> String {
    let said: Vec<String> = group
        .in_all
        .iter()
        .map(|(aspect, names)| {
            let some = some_of(names);
            match aspect {
                Aspect::Members => format!("members of all: {some}"),
                Aspect::Remit => format!("all speak of {some}"),
                Aspect::Seats => format!("seats at all: {}", names.len()),
                Aspect::Objectives => format!("objectives of all: {some}"),
            }
        })
        .collect();
    if said.is_empty() {
        "every two share something, all of them nothing".to_owned()
    } else {
        said.join("; ")
    }
}

/// Which way a change goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Saves,
    Costs,
    /// The same, or not known.
    Neither,
}

/// Money, hours and senior days of a saving in one line: `saves £3,914 and 14 h a year, and costs 2.1 senior days more`.
pub fn saving(it: &Saving, basis: Basis, unit: MoneyUnit) -> String {
    let money = *it.money.get(basis);
    let parts = [
        part(money, "money", |it| display::money_in(it, unit)),
        part(it.hours, "hours", display::hours),
        part(it.senior_days, "senior days", |it| {
            match display::days(it).as_str() {
                "1" => "1 senior day".to_owned(),
                days => format!("{days} senior days"),
            }
        }),
    ];
    let going = |way| {
        let parts = parts.iter().filter(move |(it, _)| *it == way);
        listed(parts.map(|(_, text)| text.as_str()).collect())
    };
    let (saves, costs) = (going(Way::Saves), going(Way::Costs));
    let said = match (saves.as_str(), costs.as_str()) {
        ("", "") => "saves nothing".to_owned(),
        (saves, "") => format!("saves {saves} a year"),
        ("", costs) => format!("costs {costs} more a year"),
        (saves, costs) => format!("saves {saves} a year, and costs {costs} more"),
    };
    match going(Way::Neither).as_str() {
        "" => said,
        unknown => format!("{said}; {unknown} saved are {}", display::NOT_KNOWN)
            .replace("saves nothing; ", ""),
    }
}

/// Which way one figure goes, and how far in words; an exact nought is not worth a word.
fn part<Q: Quantity>(
    Change { amount, bound }: Change<Q>,
    name: &str,
    text: impl Fn(Q) -> String,
) -> (Way, String) {
    let nought = Q::default();
    if amount == nought {
        let unknown = if bound == Bound::Exact { "" } else { name };
        return (Way::Neither, unknown.to_owned());
    }
    let saves = amount > nought;
    let size = text(Q::new(amount.decimal().abs()));
    let said = match (bound, saves) {
        (Bound::Exact, _) => size,
        // What is left of a saving when more comes instead is less, and of a cost it is more.
        (Bound::AtLeast, true) | (Bound::AtMost, false) => display::at_least(&size),
        (Bound::AtMost, true) | (Bound::AtLeast, false) => format!("at most {size}"),
        (Bound::Unclear, _) => format!("about {size} (parts not known)"),
    };
    (if saves { Way::Saves } else { Way::Costs }, said)
}

/// `a`, `a and b`, `a, b and c`; nothing of nothing.
fn listed(texts: Vec<&str>) -> String {
    let texts: Vec<&str> = texts.into_iter().filter(|it| !it.is_empty()).collect();
    match texts.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => String::new(),
    }
}

/// Money saved in a cell of a table: `560`, `≥ 560`, `≤ 560`, `~ 560`, `not known`.
pub fn money_cell(change: Change<Money>, unit: MoneyUnit) -> String {
    if change.amount == Money::ZERO && change.bound != Bound::Exact {
        return display::NOT_KNOWN.to_owned();
    }
    let figure = display::money_figure_in(change.amount, unit);
    match change.bound {
        Bound::Exact => figure,
        Bound::AtLeast => format!("≥ {figure}"),
        Bound::AtMost => format!("≤ {figure}"),
        Bound::Unclear => format!("~ {figure}"),
    }
}

/// Which meetings would end and who would join: `The meetings of Harbour Forum end; 2 kinds of people that only it has
/// join those of Harbour Board`.
pub fn merger(overlap: &Overlap, it: &Merging) -> String {
    let name = |id: Id| {
        let mut sides = overlap.sides().into_iter();
        sides.find(|it| it.id == id).map_or("", |it| &it.name)
    };
    let (ends, goes_on) = (name(it.ends), name(it.goes_on));
    let joining = match it.n_joining {
        0 => format!("everybody there has a seat at {goes_on} already"),
        1 => format!("one seat that only it has joins those of {goes_on}"),
        n => format!(
            "{} seats that only it has join those of {goes_on}",
            display::in_words(n)
        ),
    };
    format!("The meetings of {ends} end; {joining}.")
}

/// The pairs for a spreadsheet, with exact figures.
pub fn for_a_spreadsheet<'a>(pairs: impl Iterator<Item = &'a Overlap>, basis: Basis) -> String {
    let rows = pairs.map(|it| {
        let merging = it.merging.as_ref();
        let money = merging.map(|it| *it.saving.money.get(basis));
        let said = money.map(|it| match it.bound {
            Bound::Exact => "exact",
            Bound::AtLeast => "at least",
            Bound::AtMost => "at most",
            Bound::Unclear => "parts not known",
        });
        [
            it.a.name.clone(),
            it.b.name.clone(),
            display::exact_text(it.score.rate().decimal()),
            because(it),
            by_law(it).to_owned(),
            money
                .map(|it| display::exact_text(it.amount.decimal()))
                .unwrap_or_default(),
            said.unwrap_or_default().to_owned(),
            merging
                .map(|it| display::exact_text(it.saving.hours.amount.decimal()))
                .unwrap_or_default(),
            merging
                .map(|it| display::exact_text(it.saving.senior_days.amount.decimal()))
                .unwrap_or_default(),
        ]
    });
    tab_text(
        [
            "Partnership",
            "And",
            "Score",
            "Why",
            "Law requires",
            "Merging saves, £ a year",
            "That is",
            "Hours saved",
            "Senior days saved",
        ],
        rows,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::costing::basis::ByBasis;
    use crate::units::quantity::{Hours, Number};

    /// So much money, hours and days, all in doubt alike.
    fn said(money: i64, hours: i64, days: i64, bound: Bound) -> String {
        let money = Money::from(money);
        let money = ByBasis::of(|_| Change {
            amount: money,
            bound,
        });
        let hours = Hours::from(hours);
        let hours = Change {
            amount: hours,
            bound,
        };
        let amount = Number::from(days);
        let senior_days = Change { amount, bound };
        let it = Saving {
            money,
            hours,
            senior_days,
        };
        saving(&it, Basis::Full, MoneyUnit::Pounds)
    }

    #[test]
    fn a_saving_says_which_way_each_figure_goes() {
        let check = |money, hours, days, expected: &str| {
            assert_eq!(said(money, hours, days, Bound::Exact), expected);
        };
        check(560, 20, 1, "saves £560, 20 h and 1 senior day a year");
        check(560, -12, 0, "saves £560 a year, and costs 12 h more");
        check(
            -560,
            -12,
            -2,
            "costs £560, 12 h and 2 senior days more a year",
        );
        check(0, 0, 0, "saves nothing");
    }

    #[test]
    fn a_saving_says_what_is_missing_and_which_way_that_goes() {
        let check = |money, bound, expected: &str| {
            assert_eq!(said(money, 20, 0, bound), expected);
        };
        check(
            560,
            Bound::AtLeast,
            "saves at least £560 and at least 20 h a year; senior days saved are not known",
        );
        check(
            -120,
            Bound::AtLeast,
            "saves at least 20 h a year, and costs at most £120 more; senior days saved are not known",
        );
        check(
            -120,
            Bound::AtMost,
            "saves at most 20 h a year, and costs at least £120 more; senior days saved are not known",
        );
        check(
            560,
            Bound::Unclear,
            "saves about £560 (parts not known) and about 20 h (parts not known) a year; senior days saved are not known",
        );
        assert_eq!(
            said(0, 0, 0, Bound::AtLeast),
            "money, hours and senior days saved are not known"
        );
    }
}
