//! Makes up registers: every kind of record, blanks, part years and ids that lead nowhere, from a seed.

use std::sync::Arc;

use fruitful::model::between_meetings::BetweenMeetings;
use fruitful::model::direct_cost::{CashKind, CashLine, YearAmount};
use fruitful::model::grade::{Grade, Pay, Skill};
use fruitful::model::in_kind::{Direction, InKind};
use fruitful::model::indicator::Indicator;
use fruitful::model::judgement::Judgement;
use fruitful::model::meeting::{Attendee, Expense, Meeting, MeetingDate};
use fruitful::model::partner::{Partner, PartnerKind, VatRecovery};
use fruitful::model::partnership::Partnership;
use fruitful::model::pool::{Contribution, Pool};
use fruitful::model::post::{Post, PostKind};
use fruitful::model::purpose::Purpose;
use fruitful::model::register::Register;
use fruitful::model::secondment::Secondment;
use fruitful::model::settings::PayAward;
use fruitful::model::sharing::{Share, SharingRule};
use fruitful::units::id::{Id, Kind};
use fruitful::units::input::Input;
use fruitful::units::parse::Typed;
use fruitful::units::year::FinancialYear;
use jiff::civil::Date;
use rust_decimal::Decimal;

/// How strange the quantities are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quantities {
    /// Nought or more, as people type them.
    Usual,
    /// The smallest and largest that a field takes, and nought.
    Extreme,
}

/// A source of choices that the seed alone decides.
pub(crate) struct Maker {
    state: u64,
    quantities: Quantities,
}

impl Maker {
    pub(crate) fn new(seed: u64, quantities: Quantities) -> Self {
        Self {
            state: seed,
            quantities,
        }
    }

    /// The next number of a `SplitMix64` stream.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub(super) fn below(&mut self, n: u64) -> u64 {
        self.next() % n
    }

    pub(super) fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        let n = choices.len() as u64;
        choices[usize::try_from(self.below(n)).unwrap()]
    }

    pub(super) fn is(&mut self, one_in: u64) -> bool {
        self.below(one_in) == 0
    }

    /// A quantity up to `most` with up to `places` decimals, sometimes blank.
    pub(super) fn input<Q: Typed>(&mut self, most: u64, places: u32) -> Input<Q> {
        if self.is(12) {
            return Input::default();
        }
        if self.quantities == Quantities::Extreme {
            let (low, high) = Q::RANGE;
            let smallest = Decimal::new(1, 10);
            let choices = [
                Decimal::from(low),
                Decimal::from(high),
                Decimal::ZERO,
                Decimal::ONE,
                smallest,
                Decimal::from(high) - smallest,
            ];
            let value = self.one_of(&choices);
            return Input::known(Q::new(value.max(Decimal::from(low))));
        }
        let scale = 10_u64.pow(places);
        let value = self.below(most * scale + 1);
        Input::known(Q::new(Decimal::new(i64::try_from(value).unwrap(), places)))
    }

    pub(super) fn partner(&mut self) -> Option<Id> {
        let number = self.one_of(&[1, 2, 3, 4, 4, 99]);
        (!self.is(9)).then(|| Id::new(Kind::Partner, number))
    }

    fn grade(&mut self) -> Option<Id> {
        let number = self.one_of(&[11, 12, 13, 14, 15, 16, 17, 18, 98]);
        (!self.is(15)).then(|| Id::new(Kind::Grade, number))
    }

    fn purpose(&mut self) -> Option<Purpose> {
        self.one_of(&[None, Some(Purpose::Running), Some(Purpose::Programme)])
    }

    fn day(&mut self) -> Option<Date> {
        let day = self.one_of(&[
            "2026-10-01",
            "2026-06-30",
            "2026-11-17",
            "2027-03-31",
            "2020-01-01",
            "2031-05-05",
        ]);
        self.is(3).then(|| day.parse().unwrap())
    }

    /// A register with up to `most` partnerships.
    pub(crate) fn register(&mut self, most: u64) -> Register {
        let mut register = Register::new(FinancialYear::starting(2026));
        let settings = Arc::make_mut(&mut register.settings);
        if self.is(2) {
            settings.pension_rate = self.input(1, 3);
            settings.levy_rate = self.input(1, 3);
            settings.overhead_rate = self.input(1, 2);
            settings.mileage_rate = self.input(1, 2);
            settings.weekly_hours = self.input(40, 2);
            settings.sickness_days = self.input(20, 1);
        }
        if self.is(2) {
            settings.pay_growth = self.input(1, 3);
            settings.price_growth = self.input(1, 3);
            settings.price_year = self.year();
        }
        for _ in 0..self.below(3) {
            let mut award = PayAward::new(register.new_id(Kind::PayAward));
            award.year = self.year();
            award.rise = self.input(1, 3);
            Arc::make_mut(&mut register.settings).pay_awards.push(award);
        }
        let us = self.below(5);
        for number in 1..=4_u32 {
            Arc::make_mut(&mut register.partners).push(Partner {
                name: format!("Body {number}"),
                kind: self.one_of(&PartnerKind::ALL),
                vat: self.one_of(&[
                    None,
                    Some(VatRecovery::InFull),
                    Some(VatRecovery::NotInFull),
                ]),
                population: self.input(100_000, 0),
                budget: self.input(1_000_000, 2),
                is_us: u64::from(number) == us,
                ..Partner::new(Id::new(Kind::Partner, number))
            });
        }
        for number in 11..=18_u32 {
            let grade = self.new_grade(Id::new(Kind::Grade, number), number as usize);
            Arc::make_mut(&mut register.grades).push(grade);
        }
        self.worth_settings(&mut register);
        for _ in 0..=self.below(most) {
            let partnership = self.partnership(&mut register);
            register.partnerships.push(Arc::new(partnership));
        }
        register
    }

    fn new_grade(&mut self, id: Id, n: usize) -> Grade {
        let mut grade = Grade::new(id);
        grade.name = format!("Grade {n}");
        grade.pay = Pay::ALL[n % Pay::ALL.len()];
        let most = match grade.pay {
            Pay::HourlyCost | Pay::DayRate => 400,
            _ => 90_000,
        };
        grade.amount = self.input(most, 2);
        grade.hours = self.input(700, 1);
        grade.is_senior = self.is(3);
        if self.is(3) {
            grade.weekly_hours = self.input(40, 1);
            grade.leave_days = self.input(40, 0);
            grade.pension_rate = self.input(1, 4);
            grade.levy_rate = self.input(1, 4);
            grade.training_days = self.input(9, 1);
            grade.pay_growth = self.input(1, 3);
        }
        if self.is(4) {
            grade.skill = Some(self.one_of(&Skill::ALL));
        }
        grade
    }

    fn partnership(&mut self, register: &mut Register) -> Partnership {
        let mut it = Partnership::new(register.new_id(Kind::Partnership));
        it.name = format!("Partnership {}", it.id);
        (it.start, it.end) = (self.day(), self.day());
        it.members = (0..self.below(4)).filter_map(|_| self.partner()).collect();
        for _ in 0..self.below(3) {
            it.meetings.push(self.meeting(register));
        }
        for _ in 0..self.below(3) {
            let mut work = BetweenMeetings::new(register.new_id(Kind::BetweenMeetings));
            (work.partner, work.grade) = (self.partner(), self.grade());
            if self.is(2) {
                work.hours_a_week = self.input(40, 1);
                work.weeks = self.input(52, 0);
            }
            work.fte = self.input(3, 2);
            (work.start, work.end) = (self.day(), self.day());
            work.is_partnership_staff = self.is(6);
            work.purpose = self.purpose();
            it.between_meetings.push(work);
        }
        for _ in 0..self.below(3) {
            it.pools.push(self.pool(register));
        }
        for _ in 0..self.below(3) {
            let mut post = Post::new(register.new_id(Kind::Post));
            post.kind = self.one_of(&PostKind::ALL);
            (post.partner, post.grade) = (self.partner(), self.grade());
            (post.start, post.end) = (self.day(), self.day());
            post.fte = self.input(3, 2);
            post.pool = self.pool_of(&it);
            post.purpose = self.purpose();
            it.posts.push(post);
        }
        for _ in 0..self.below(2) {
            let mut line = Secondment::new(register.new_id(Kind::Secondment));
            (line.lender, line.host, line.grade) = (self.partner(), self.partner(), self.grade());
            (line.start, line.end) = (self.day(), self.day());
            line.fte = self.input(2, 2);
            if self.is(2) {
                line.recharge_share = self.input(1, 2);
                line.recharge = self.input(40_000, 2);
                line.is_free_of_vat = self.is(3);
            }
            if self.is(2) {
                line.backfill = self.input(60_000, 2);
                line.backfill_cover = self.input(1, 2);
            }
            line.purpose = self.purpose();
            it.secondments.push(line);
        }
        for _ in 0..self.below(4) {
            let mut line = self.cash_line(register);
            line.pool = self.pool_of(&it);
            it.cash_lines.push(line);
        }
        for _ in 0..self.below(3) {
            let mut gift = InKind::new(register.new_id(Kind::InKind));
            gift.partner = self.partner();
            gift.quantity = self.input(50, 1);
            gift.unit_cost = self.input(500, 2);
            gift.unit_value = self.input(500, 2);
            gift.direction = self.one_of(&Direction::ALL);
            (gift.start, gift.end) = (self.day(), self.day());
            gift.purpose = self.purpose();
            it.in_kind.push(gift);
        }
        for _ in 0..self.below(4) {
            let mut indicator = Indicator::new(register.new_id(Kind::Indicator));
            indicator.baseline = self.input(30, 1);
            indicator.target = self.input(30, 1);
            indicator.actual = self.input(30, 1);
            indicator.weight = self.input(9, 1);
            it.indicators.push(indicator);
        }
        for _ in 0..self.below(3) {
            let mut judgement = Judgement::new(register.new_id(Kind::Judgement));
            judgement.score = self.input(100, 1);
            judgement.weight = self.input(9, 1);
            it.judgements.push(judgement);
        }
        it.sharing = self.one_of(&SharingRule::ALL);
        for _ in 0..self.below(4) {
            let mut share = Share::new(register.new_id(Kind::Share));
            share.partner = self.partner();
            share.agreed = self.input(1, 2);
            share.benefit = self.input(1, 2);
            it.shares.push(share);
        }
        self.worth(register, &mut it);
        it
    }

    pub(super) fn year(&mut self) -> Option<FinancialYear> {
        let start = self.one_of(&[2019, 2024, 2025, 2026, 2026, 2027, 2028]);
        (!self.is(6)).then(|| FinancialYear::starting(start))
    }

    fn pool(&mut self, register: &mut Register) -> Pool {
        let mut pool = Pool::new(register.new_id(Kind::Pool));
        pool.host = self.partner();
        pool.purpose = self.purpose();
        for _ in 0..self.below(4) {
            let mut line = Contribution::new(register.new_id(Kind::Contribution));
            line.partner = self.partner();
            line.year = self.year().filter(|_| self.is(2));
            line.amount = self.input(50_000, 2);
            pool.contributions.push(line);
        }
        pool
    }

    fn pool_of(&mut self, it: &Partnership) -> Option<Id> {
        let pools: Vec<_> = it.pools.iter().map(|pool| pool.id).collect();
        (self.is(2) && !pools.is_empty()).then(|| self.one_of(&pools))
    }

    fn meeting(&mut self, register: &mut Register) -> Meeting {
        let mut meeting = Meeting::new(register.new_id(Kind::Meeting));
        meeting.times_a_year = self.input(24, 0);
        meeting.length = self.input(6, 2);
        if self.is(2) {
            meeting.online_share = self.input(1, 2);
        }
        (meeting.start, meeting.end) = (self.day(), self.day());
        if self.is(3) {
            for _ in 0..self.below(7) {
                let mut date = MeetingDate::new(register.new_id(Kind::MeetingDate));
                date.date = self.day();
                if self.is(3) {
                    date.length = self.input(6, 2);
                }
                date.is_online = self.is(2);
                meeting.dates.push(date);
            }
        }
        for _ in 0..self.below(5) {
            let mut line = Attendee::new(register.new_id(Kind::Attendee));
            (line.partner, line.grade) = (self.partner(), self.grade());
            line.number = self.input(12, 0);
            line.attendance = self.input(1, 2);
            line.preparation = self.input(3, 2);
            line.travel = self.input(3, 2);
            if self.is(2) {
                line.fares = self.input(40, 2);
                line.miles = self.input(90, 1);
            }
            line.is_partnership_staff = self.is(6);
            meeting.attendees.push(line);
        }
        for _ in 0..self.below(3) {
            let mut expense = Expense::new(register.new_id(Kind::Expense));
            expense.cost = self.input(300, 2);
            expense.partner = self.partner();
            expense.is_given = self.is(2);
            expense.is_in_person_only = self.is(2);
            meeting.expenses.push(expense);
        }
        meeting
    }

    pub(super) fn cash_line(&mut self, register: &mut Register) -> CashLine {
        let mut cash = CashLine::new(register.new_id(Kind::CashLine));
        cash.kind = self.one_of(&CashKind::ALL);
        cash.amount = self.input(80_000, 2);
        cash.partner = self.partner();
        (cash.start, cash.end) = (self.day(), self.day());
        if !self.is(6) {
            let start = self.one_of(&[2020, 2024, 2025, 2026, 2030]);
            cash.year = Some(FinancialYear::starting(start));
        }
        if self.is(2) {
            cash.life = self.input(12, 0);
        }
        cash.growth = self.input(1, 3);
        for _ in 0..self.below(4) {
            let mut line = YearAmount::new(register.new_id(Kind::YearAmount));
            line.year = self.year();
            line.amount = self.input(40_000, 2);
            cash.years.push(line);
        }
        cash.purpose = self.purpose();
        cash
    }
}
