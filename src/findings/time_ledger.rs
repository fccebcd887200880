//! The ledger of people's time: who gives how much of a working year to partnerships, senior people first.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::costing::context::Context;
use crate::costing::cost_line::{Category, Class, CostLine};
use crate::costing::partnership::lines;
use crate::costing::schedule::Total;
use crate::findings::findings::Question;
use crate::findings::partnership::days;
use crate::guidance::edition::Guidance;
use crate::model::grade::Pay;
use crate::model::partnership::Partnership;
use crate::model::record_name::{grade_name, partner_name};
use crate::model::register::Register;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Money, Number, Over, Quantity, Rate};
use crate::units::trace::{Plain, Val};

/// How many partnerships a row names.
pub const N_NAMED: usize = 3;

/// Partnerships that are worked out together.
const CHUNK: usize = 32;

/// What time is spent on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUse {
    /// In formal meetings.
    Meetings,
    /// Preparing for them.
    Preparation,
    /// Travelling to them.
    Travel,
    /// Work between meetings.
    Between,
    /// Posts and secondments.
    Posts,
}

impl TimeUse {
    /// Every use, in the order that tables list them.
    pub const ALL: [Self; 5] = [
        Self::Meetings,
        Self::Preparation,
        Self::Travel,
        Self::Between,
        Self::Posts,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Meetings => "Meetings",
            Self::Preparation => "Preparing",
            Self::Travel => "Travel",
            Self::Between => "Between",
            Self::Posts => "Posts",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Meetings => "meetings",
            Self::Preparation => "preparation",
            Self::Travel => "travel",
            Self::Between => "between_meetings",
            Self::Posts => "posts",
        }
    }
}

/// An amount of time with what it costs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Time {
    /// Hours a year by use; without those that are nought.
    pub by_use: BTreeMap<TimeUse, Hours>,
    /// Hours a year, all together.
    pub hours: Hours,
    /// Days a year: hours ÷ (hours a week of the grade ÷ 5).
    pub days: Number,
    /// Whether the hours of a part are not known.
    pub is_at_least: bool,
    /// Whether hours of no known grade are left out of the days.
    pub lacks_days: bool,
    /// Its cost at full cost.
    pub cost: Total,
}

/// The part of a working year that time takes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearShare {
    /// 1 is the whole year of every post.
    pub share: Rate,
    /// The posts that it is a share of; nothing where that is not known, and it is of one post.
    pub posts: Option<Number>,
    /// Whether the hours of a part are not known.
    pub is_at_least: bool,
}

/// How much of a senior post's year partnerships take up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// A quarter or more, less than half.
    Quarter,
    /// Half or more, as paragraph 93 of the 1998 paper says of many chief executives.
    Half,
}

/// The time of one grade that one body bears.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeRow {
    /// The grade; nothing where it is not known.
    pub grade: Option<Id>,
    /// Who bears the time; blank is unassigned.
    pub partner: Option<Id>,
    /// The grade's name.
    pub grade_name: String,
    /// The body's name.
    pub partner_name: String,
    /// Whether it is senior time.
    pub is_senior: bool,
    /// How much it is.
    pub time: Time,
    /// The share of a working year; nothing for volunteers, and where the year is not known.
    pub share: Option<YearShare>,
    /// The partnerships that take most of it, with their hours.
    pub largest: Vec<(Id, Arc<str>, Hours)>,
    /// How many partnerships take some of it.
    pub n_partnerships: usize,
}

impl TimeRow {
    /// Whether it is senior time that takes up a quarter, or half, of a year or more.
    pub fn weight(&self) -> Option<Weight> {
        let share = self.share.filter(|_| self.is_senior)?.share.decimal();
        if share >= Decimal::new(5, 1) {
            Some(Weight::Half)
        } else if share >= Decimal::new(25, 2) {
            Some(Weight::Quarter)
        } else {
            None
        }
    }
}

/// All time in running partnerships, nothing counted twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeLedger {
    /// Senior time first, then most days first.
    pub rows: Vec<TimeRow>,
    /// Senior time together.
    pub senior: Time,
    /// All time together.
    pub all: Time,
    /// How many partnerships take senior time.
    pub n_with_senior: usize,
    /// The unit that the register shows sums in.
    pub money_unit: MoneyUnit,
}

/// Adds up people's time by grade and by the body that bears it, in the year asked for.
///
/// ```text
/// days  = Σ hours ÷ (hours a week ÷ 5)
/// share = hours of the grade, whoever bears them ÷ (productive hours × posts)   where posts are known
///       = hours that the body bears ÷ productive hours                          else, of one post
/// ```
/// An elected member's year is the hours that are typed. Time that is already in staff is not counted twice; the charge
/// for a secondee is part of what the lender's time costs, whoever pays it. Source: the method note, sections 1 and 3.
pub fn time_ledger(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
) -> TimeLedger {
    let context = Context::new(&Plain, register, guidance, question.year);
    let chunks = register.partnerships.par_chunks(CHUNK).map(|chunk| {
        let mut sums = Sums::default();
        for partnership in chunk {
            sums.add_partnership(&context, partnership);
        }
        sums
    });
    let mut sums = Sums::default();
    for chunk in chunks.collect::<Vec<Sums>>() {
        sums.join(chunk);
    }
    let mut by_grade: BTreeMap<Id, Time> = BTreeMap::new();
    for ((grade, _), entry) in &sums.entries {
        if let Some(grade) = grade {
            by_grade.entry(*grade).or_default().join(&entry.time);
        }
    }
    let mut ledger = TimeLedger {
        n_with_senior: sums.n_with_senior,
        money_unit: register.settings.money_unit,
        ..TimeLedger::default()
    };
    for ((grade, partner), entry) in sums.entries {
        let is_senior = context.grade(grade).is_some_and(|it| it.is_senior);
        ledger.all.join(&entry.time);
        if is_senior {
            ledger.senior.join(&entry.time);
        }
        ledger.rows.push(TimeRow {
            grade,
            partner,
            grade_name: grade_name(register, grade),
            partner_name: partner_name(register, partner),
            is_senior,
            share: share(register, &context, grade, &by_grade, &entry.time),
            largest: entry.largest(),
            n_partnerships: entry.by_partnership.len(),
            time: entry.time,
        });
    }
    ledger.rows.sort_by(|a, b| {
        let key = |it: &TimeRow| {
            (
                Reverse(it.is_senior),
                Reverse(it.time.days),
                Reverse(it.time.hours),
            )
        };
        let id = |it: &TimeRow| (it.grade, it.partner);
        key(a).cmp(&key(b)).then_with(|| id(a).cmp(&id(b)))
    });
    ledger
}

/// The share of a working year.
fn share(
    register: &Register,
    context: &Context<'_, Plain>,
    grade: Option<Id>,
    by_grade: &BTreeMap<Id, Time>,
    own: &Time,
) -> Option<YearShare> {
    let id = grade?;
    let record = register.grade(id)?;
    let year = match record.pay {
        Pay::DayRate => return None,
        Pay::Allowance => record.hours.value()?,
        _ => context.grade(grade)?.productive_hours?.value(),
    };
    let of = |hours: Hours| Some(Rate::new(hours.over(year)?.decimal()));
    let Some(posts) = record.posts.value().filter(|posts| *posts > Number::ZERO) else {
        return Some(YearShare {
            share: of(own.hours)?,
            posts: None,
            is_at_least: own.is_at_least,
        });
    };
    let all = by_grade.get(&id).unwrap_or(own);
    let share = exact::div(of(all.hours)?.decimal(), posts.decimal())?;
    Some(YearShare {
        share: Rate::new(share),
        posts: Some(posts),
        is_at_least: all.is_at_least,
    })
}

/// Sums by grade and bearer.
#[derive(Default)]
struct Sums {
    entries: BTreeMap<(Option<Id>, Option<Id>), Entry>,
    n_with_senior: usize,
}

/// The sums of one row.
#[derive(Default)]
struct Entry {
    time: Time,
    by_partnership: BTreeMap<Id, (Arc<str>, Hours)>,
}

impl Sums {
    fn add_partnership(&mut self, context: &Context<'_, Plain>, partnership: &Partnership) {
        let name: Arc<str> = Arc::from(partnership.name.trim());
        let mut has_senior = false;
        for line in lines(context, partnership) {
            let Some(kind) = Kind::of(&line) else {
                continue;
            };
            let bearer = match kind {
                Kind::Time(_) => line.bearer,
                Kind::Charge => lender(partnership, line.record),
            };
            let entry = self.entries.entry((line.grade, bearer)).or_default();
            entry.time.add_cost(line.amount.map(|it| it.value));
            let Kind::Time(time_use) = kind else {
                continue;
            };
            let days = days(context, &line).map(Val::value);
            let hours = line.hours.map(|it| it.value);
            entry.time.add(time_use, hours, days);
            if let Some(hours) = hours.filter(|hours| *hours != Hours::ZERO) {
                let of = entry.by_partnership.entry(partnership.id);
                let (_, sum) = of.or_insert_with(|| (Arc::clone(&name), Hours::ZERO));
                *sum = *sum + hours;
                has_senior |= context.grade(line.grade).is_some_and(|it| it.is_senior);
            }
        }
        self.n_with_senior = self.n_with_senior.saturating_add(usize::from(has_senior));
    }

    fn join(&mut self, other: Self) {
        self.n_with_senior = self.n_with_senior.saturating_add(other.n_with_senior);
        for (key, entry) in other.entries {
            let sums = self.entries.entry(key).or_default();
            sums.time.join(&entry.time);
            for (id, (name, hours)) in entry.by_partnership {
                let of = sums.by_partnership.entry(id);
                let (_, sum) = of.or_insert((name, Hours::ZERO));
                *sum = *sum + hours;
            }
        }
    }
}

impl Entry {
    fn largest(&self) -> Vec<(Id, Arc<str>, Hours)> {
        let mut all: Vec<_> = self
            .by_partnership
            .iter()
            .map(|(id, (name, hours))| (*id, Arc::clone(name), *hours))
            .collect();
        all.sort_by_key(|(id, _, hours)| (Reverse(*hours), *id));
        all.truncate(N_NAMED);
        all
    }
}

impl Time {
    fn add_cost(&mut self, amount: Option<Money>) {
        match amount {
            Some(amount) => self.cost.amount = self.cost.amount + amount,
            None => self.cost.is_at_least = true,
        }
    }

    fn add(&mut self, time_use: TimeUse, hours: Option<Hours>, days: Option<Number>) {
        let Some(hours) = hours else {
            self.is_at_least = true;
            return;
        };
        self.hours = self.hours + hours;
        match days {
            Some(days) => self.days = self.days + days,
            None => self.lacks_days |= hours != Hours::ZERO,
        }
        if hours != Hours::ZERO {
            let sum = self.by_use.entry(time_use).or_default();
            *sum = *sum + hours;
        }
    }

    fn join(&mut self, other: &Self) {
        for (time_use, hours) in &other.by_use {
            let sum = self.by_use.entry(*time_use).or_default();
            *sum = *sum + *hours;
        }
        self.hours = self.hours + other.hours;
        self.days = self.days + other.days;
        self.is_at_least |= other.is_at_least;
        self.lacks_days |= other.lacks_days;
        self.cost.amount = self.cost.amount + other.cost.amount;
        self.cost.is_at_least |= other.cost.is_at_least;
    }
}

/// What a line of cost is to the ledger.
enum Kind {
    /// Time spent.
    Time(TimeUse),
    /// What the host is charged for a secondee's time.
    Charge,
}

impl Kind {
    /// Nothing for money that is not for time, for programme spending, and for what is already in staff.
    fn of<N: Copy>(line: &CostLine<N>) -> Option<Self> {
        if !line.is_running_on(Basis::Full) || line.is_already_in_staff {
            return None;
        }
        match line.category {
            Category::Meetings => Some(Self::Time(TimeUse::Meetings)),
            Category::Preparation => Some(Self::Time(TimeUse::Preparation)),
            Category::Travel => Some(Self::Time(TimeUse::Travel)),
            Category::BetweenMeetings => Some(Self::Time(TimeUse::Between)),
            Category::Staff => Some(Self::Time(TimeUse::Posts)),
            Category::Secondments if line.class == Class::Opportunity => {
                Some(Self::Time(TimeUse::Posts))
            }
            // A stand-in's premium and tax are of no grade: they are money, not this person's time.
            Category::Secondments => line.grade.map(|_| Self::Charge),
            Category::Expenses | Category::Direct | Category::InKind => None,
        }
    }
}

fn lender(partnership: &Partnership, record: Id) -> Option<Id> {
    let mut secondments = partnership.secondments.iter();
    secondments.find(|it| it.id == record)?.lender
}
