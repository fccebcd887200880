//! The ledger of people's time in words: its headline, its shares, and the text for a spreadsheet.

use std::cmp::Reverse;

use crate::findings::time_ledger::{Time, TimeLedger, TimeRow, TimeUse, Weight, YearShare};
use crate::report::tab_text::tab_text;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Number, Quantity, Rate};

/// What stands where days or a share are not known.
pub const NOT_KNOWN: &str = "—";

/// The ledger in one or two sentences.
pub fn headline(ledger: &TimeLedger) -> String {
    if ledger.n_with_senior == 0 {
        return "No senior time is entered. Mark the senior grades on the page of staff grades."
            .to_owned();
    }
    let days = at_least(display::days(ledger.senior.days), ledger.senior.is_at_least);
    let cost = at_least(
        display::money_short_in(ledger.senior.cost.amount, ledger.money_unit),
        ledger.senior.cost.is_at_least,
    );
    let to = display::count(ledger.n_with_senior, "partnership", "partnerships");
    let given = format!("Senior people give {days} days a year to {to}, at a cost of {cost}.");
    let halves = ledger
        .rows
        .iter()
        .filter(|it| it.weight() == Some(Weight::Half))
        .map(|it| it.grade);
    let mut halves: Vec<Option<Id>> = halves.collect();
    halves.sort_unstable();
    halves.dedup();
    match halves.len() {
        0 => given,
        1 => format!("{given} One senior grade gives half of its year or more."),
        n => format!(
            "{given} {} senior grades give half of their year or more.",
            display::capitalised(&display::in_words(n))
        ),
    }
}

/// Text with "at least" where a part is not known.
pub fn at_least(text: String, is_at_least: bool) -> String {
    if is_at_least {
        display::at_least(&text)
    } else {
        text
    }
}

/// Days of an amount of time; a dash where none of its hours have a grade.
pub fn days(time: &Time) -> String {
    if time.lacks_days && time.days == Number::ZERO {
        NOT_KNOWN.to_owned()
    } else {
        display::days(time.days)
    }
}

/// A share of a working year with the posts that it is of: `62% of 1 post`, `12% of 4 posts`, `12% as if of 1 post`.
pub fn share(it: YearShare) -> String {
    let percent = display::percent(it.share);
    match it.posts {
        Some(posts) => format!("{percent} of {}", display::count_of(posts, "post", "posts")),
        None => format!("{percent} as if of 1 post"),
    }
}

/// The same in a table, which says once what the second figure is: `62% of 1`, `12%`.
pub fn short_share(it: YearShare) -> String {
    match it.posts {
        Some(posts) => format!(
            "{} of {}",
            display::percent(it.share),
            display::number(posts)
        ),
        None => display::percent(it.share),
    }
}

/// What is to be said of the senior grades that give much of their year, the largest share first.
///
/// A grade whose posts are known is named once, whoever bears its time; else each body is named.
pub fn remarks(ledger: &TimeLedger) -> Vec<(Weight, String)> {
    let heavy = ledger
        .rows
        .iter()
        .filter_map(|it| Some((it.weight()?, it.share?, it)));
    let mut heavy: Vec<_> = heavy.collect();
    heavy.sort_by_key(|(_, of, it)| (Reverse(of.share), it.grade, it.partner));
    heavy.dedup_by_key(|(_, of, it)| (it.grade, of.posts.is_none().then_some(it.partner)));
    let said = heavy.into_iter().map(|(weight, of, it)| {
        let who = match of.posts {
            Some(_) => it.grade_name.clone(),
            None => format!("{}, {}", it.grade_name, it.partner_name),
        };
        let share = at_least(share(of), of.is_at_least);
        let test = match weight {
            Weight::Half => "half of a year’s working time or more, the test of paragraph 93",
            Weight::Quarter => "a quarter of a year’s working time or more",
        };
        (weight, format!("{who}: {share} – {test}"))
    });
    said.collect()
}

/// The names of the partnerships that take most, and how many more there are.
pub fn largest(it: &TimeRow) -> String {
    let named = it.largest.iter().map(|(_, name, _)| match &**name {
        "" => "Unnamed partnership",
        name => name,
    });
    let named: Vec<&str> = named.collect();
    let more = it.n_partnerships.saturating_sub(named.len());
    let names = named.join(", ");
    if more == 0 {
        names
    } else {
        format!("{names} and {} more", display::count_figure(more))
    }
}

const HEADER: [&str; 16] = [
    "Grade",
    "Body",
    "Senior",
    "Hours in meetings",
    "Hours preparing",
    "Hours travelling",
    "Hours between meetings",
    "Hours in posts and secondments",
    "Hours a year",
    "Days a year",
    "Cost a year, £",
    "At least",
    "Share of a working year",
    "Posts",
    "Partnerships",
    "Most time to",
];

/// The rows as a table for a spreadsheet, with exact figures.
pub fn for_a_spreadsheet<'a>(rows: impl IntoIterator<Item = &'a TimeRow>) -> String {
    let yes = |is: bool| if is { "yes" } else { "" }.to_owned();
    let rows = rows.into_iter().map(|it| {
        let time = &it.time;
        let hours = |time_use| {
            let hours = time.by_use.get(&time_use).copied();
            exact(hours.unwrap_or_default())
        };
        let [meetings, preparing, travel, between, posts] = TimeUse::ALL.map(hours);
        [
            it.grade_name.clone(),
            it.partner_name.clone(),
            yes(it.is_senior),
            meetings,
            preparing,
            travel,
            between,
            posts,
            exact(time.hours),
            exact(time.days),
            exact(time.cost.amount),
            yes(time.is_at_least || time.cost.is_at_least),
            it.share
                .map(|it| exact::<Rate>(it.share))
                .unwrap_or_default(),
            it.share
                .and_then(|it| it.posts)
                .map(exact)
                .unwrap_or_default(),
            it.n_partnerships.to_string(),
            largest(it),
        ]
    });
    tab_text(HEADER, rows)
}

fn exact<Q: Quantity>(figure: Q) -> String {
    display::exact_text(figure.decimal())
}
