//! A register of as many partnerships as wanted, each with about forty lines, always the same.

use std::sync::Arc;

use fruitful::model::grade::Grade;
use fruitful::model::partner::{Partner, PartnerKind};
use fruitful::model::partnership::{Model, Partnership};
use fruitful::model::register::Register;
use fruitful::units::id::{Id, Kind};
use fruitful::units::input::Input;
use fruitful::units::quantity::{Money, Quantity, Rate};
use fruitful::units::year::FinancialYear;
use rust_decimal::Decimal;

use crate::support::line;

const N_PARTNERS: u32 = 24;
const N_GRADES: u32 = 40;

/// A source of choices that its seed alone decides.
pub(crate) struct Choices(u64);

impl Choices {
    /// A number from nought to below `n`, from a `SplitMix64` stream.
    pub(crate) fn below(&mut self, n: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let share = u128::from(z ^ (z >> 31)).wrapping_mul(u128::from(n)) >> 64;
        u32::try_from(share).unwrap_or(0)
    }

    /// Whether this is one of so many.
    pub(crate) fn is(&mut self, one_in: u32) -> bool {
        self.below(one_in) == 0
    }

    /// A quantity from 1 up to `most` units of so many decimals, one in forty not known.
    pub(crate) fn input<Q: fruitful::units::parse::Typed>(
        &mut self,
        most: u32,
        places: u32,
    ) -> Input<Q> {
        if self.is(40) {
            return Input::default();
        }
        let value = i64::from(self.below(most).saturating_add(1));
        Input::known(Q::new(Decimal::new(value, places)))
    }

    pub(crate) fn partner(&mut self) -> Option<Id> {
        let number = self.below(N_PARTNERS).saturating_add(1);
        (!self.is(60)).then_some(Id::new(Kind::Partner, number))
    }

    pub(crate) fn grade(&mut self) -> Option<Id> {
        let number = self.below(N_GRADES).saturating_add(101);
        (!self.is(60)).then_some(Id::new(Kind::Grade, number))
    }
}

/// A register of `n` partnerships.
pub(crate) fn register(n: u32) -> Register {
    let mut choices = Choices(1998);
    let mut register = Register::new(FinancialYear::starting(2026));
    let settings = Arc::make_mut(&mut register.settings);
    "Register made up to measure speed".clone_into(&mut settings.title);
    settings.is_illustrative = true;
    settings.overhead_rate = Input::known(Rate::new(Decimal::new(14, 2)));
    let partners = (1..=N_PARTNERS).map(|number| Partner {
        name: format!("District Council {number}"),
        kind: PartnerKind::Council,
        is_us: number == 1,
        ..Partner::new(Id::new(Kind::Partner, number))
    });
    register.partners = Arc::new(partners.collect());
    let grades = (101..=N_GRADES.saturating_add(100)).map(|number| {
        let mut grade = Grade::new(Id::new(Kind::Grade, number));
        grade.name = format!("Grade {number}");
        let salary = i64::from(choices.below(70)).saturating_add(25);
        grade.amount = Input::known(Money::from(salary.saturating_mul(1_000)));
        grade.is_senior = choices.is(4);
        grade
    });
    register.grades = Arc::new(grades.collect());
    register.last_id = 1_000;
    for at in 0..n {
        let made = partnership(at, &mut choices, &mut register);
        register.partnerships.push(Arc::new(made));
    }
    register
}

/// The same in which members and words differ as they do in a county: each has some of the bodies, its bodies sit at its
/// meetings, and it is about a few of many things.
pub(crate) fn varied(n: u32) -> Register {
    let mut choices = Choices(2026);
    let mut register = register(n);
    for it in &mut register.partnerships {
        vary(Arc::make_mut(it), &mut choices);
    }
    register
}

fn vary(it: &mut Partnership, choices: &mut Choices) {
    let of_the_rest = choices.below(4).saturating_add(2);
    it.members.retain(|_| choices.is(of_the_rest));
    let mut word = || WORK.get(usize::try_from(choices.below(60)).unwrap_or(0));
    let mut words = |n: usize| -> Vec<&str> { (0..n).filter_map(|_| word().copied()).collect() };
    it.name = format!("{} Partnership", words(2).join(" "));
    it.topic = words(1).join(" ");
    it.reason = words(6).join(" ");
    let members = it.members.clone();
    for attendee in it.meetings.iter_mut().flat_map(|it| &mut it.attendees) {
        let at = usize::try_from(choices.below(24)).unwrap_or(0);
        let member = at.checked_rem(members.len()).and_then(|at| members.get(at));
        attendee.partner = member.copied();
        // A body sends people of a few grades.
        attendee.grade = Some(Id::new(Kind::Grade, choices.below(6).saturating_add(101)));
    }
}

/// What partnerships are about.
const WORK: [&str; 60] = [
    "harbour",
    "moor",
    "valley",
    "river",
    "coast",
    "forest",
    "farm",
    "fishing",
    "tourism",
    "heritage",
    "museum",
    "library",
    "archive",
    "music",
    "theatre",
    "sport",
    "cycling",
    "walking",
    "bus",
    "rail",
    "road",
    "bridge",
    "flood",
    "drainage",
    "waste",
    "recycling",
    "energy",
    "carbon",
    "nature",
    "species",
    "housing",
    "homeless",
    "landlord",
    "regeneration",
    "skill",
    "apprentice",
    "college",
    "school",
    "nursery",
    "youth",
    "justice",
    "crime",
    "drug",
    "alcohol",
    "violence",
    "safeguarding",
    "adult",
    "carer",
    "dementia",
    "disability",
    "mental",
    "health",
    "hospital",
    "obesity",
    "smoking",
    "food",
    "emergency",
    "fire",
    "broadband",
    "procurement",
];

fn partnership(at: u32, choices: &mut Choices, register: &mut Register) -> Partnership {
    const PLACES: [&str; 6] = ["Harbour", "Moor", "Vale", "Town", "Riverside", "Borough"];
    const ENDS: [&str; 5] = ["Board", "Alliance", "Forum", "Partnership", "Network"];
    let of = |names: &[&'static str], n: u32| -> &'static str {
        let n = usize::try_from(n).unwrap_or(0);
        names.get(n).copied().unwrap_or("Group")
    };
    let mut it = Partnership::new(register.new_id(Kind::Partnership));
    let (place, end) = (of(&PLACES, choices.below(6)), of(&ENDS, choices.below(5)));
    it.name = format!("{place} Regeneration {end} {}", at.saturating_add(1));
    "Regeneration".clone_into(&mut it.topic);
    let model = usize::try_from(choices.below(4)).unwrap_or(0);
    it.model = Model::ALL.get(model).copied().unwrap_or_default();
    it.members = (1..=N_PARTNERS)
        .map(|number| Id::new(Kind::Partner, number))
        .collect();
    for _ in 0..3 {
        it.meetings.push(line::meeting(choices, register));
    }
    for _ in 0..3 {
        it.between_meetings.push(line::work(choices, register));
        it.cash_lines.push(line::cash(choices, register));
        it.indicators.push(line::indicator(choices, register));
    }
    for _ in 0..2 {
        it.posts.push(line::post(choices, register));
        it.in_kind.push(line::gift(choices, register));
        it.judgements.push(line::judgement(choices, register));
    }
    it.secondments.push(line::secondment(choices, register));
    it
}
