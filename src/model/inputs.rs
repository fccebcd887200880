//! Every typed quantity of a register by its address: to list them, to vouch for them, to vary them one at a time.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::benefit::{Benefit, BenefitYear};
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::{CashLine, YearAmount};
use crate::model::grade::Grade;
use crate::model::in_kind::InKind;
use crate::model::indicator::{Indicator, Reading};
use crate::model::judgement::Judgement;
use crate::model::meeting::{Attendee, Expense, Meeting, MeetingDate};
use crate::model::option::{AppraisalOption, OptionLine};
use crate::model::partner::Partner;
use crate::model::partnership::Partnership;
use crate::model::pool::{Contribution, Pool};
use crate::model::post::Post;
use crate::model::register::Register;
use crate::model::risk::Risk;
use crate::model::secondment::Secondment;
use crate::model::settings::{PayAward, PriceIndex, Settings};
use crate::model::sharing::Share;
use crate::units::id::{Id, InputId, Kind};
use crate::units::input::{Evidence, Input};
use crate::units::parse::Typed;
use crate::units::quantity::{Quantity, Unit};
use crate::units::range::{Entry, EntryParts, Shape};

/// A typed quantity whatever it measures.
pub trait AnyInput {
    /// What it measures.
    fn unit(&self) -> Unit;
    /// The least and the most that its cell takes.
    fn bounds(&self) -> (Decimal, Decimal);
    /// The quantity, where it is known.
    fn decimal(&self) -> Option<Decimal>;
    /// The least that it may be, where somebody has said.
    fn low(&self) -> Option<Decimal>;
    /// The most that it may be, where somebody has said.
    fn high(&self) -> Option<Decimal>;
    /// How likely the values between are.
    fn shape(&self) -> Shape;
    /// What an event comes to where it happens, and its probability.
    fn event(&self) -> Option<(Decimal, Decimal)>;
    /// The name that quantities which rise and fall together share; empty for one that moves by itself.
    fn moves_with(&self) -> &str;
    /// Whether it may be anything but one value.
    fn is_ranged(&self) -> bool;
    /// What would be typed in its cell: `50`, `40..50..75`, `30% of 12000`.
    fn entry_text(&self) -> String;
    /// Reads what is typed in its cell without taking it: what would be counted; a blank text is none.
    ///
    /// # Errors
    /// Why a text is not a quantity of this kind, or not a range.
    fn read_entry(&self, text: &str) -> Result<Option<Decimal>, String>;
    /// Whether a text that is understood says more than one value: a range, or a chance.
    fn says_range(&self, text: &str) -> bool;
    /// Takes what is typed in its cell; what it moves with and the evidence stay.
    ///
    /// # Errors
    /// As `read_entry`; nothing is taken then.
    fn enter(&mut self, text: &str) -> Result<(), String>;
    /// What its cell says, in parts.
    fn parts(&self) -> EntryParts;
    /// Takes what its cell is to say, in parts; what it moves with and the evidence stay.
    ///
    /// # Errors
    /// Why a part is not understood, or that they are not in order; nothing is taken then.
    fn enter_parts(&mut self, parts: &EntryParts) -> Result<(), String>;
    /// Whether the parts would be taken.
    ///
    /// # Errors
    /// As `enter_parts`.
    fn check_parts(&self, parts: &EntryParts) -> Result<(), String>;
    /// Takes one value and no range.
    fn set_exactly(&mut self, value: Decimal);
    /// Says how likely the values between are.
    fn set_shape(&mut self, shape: Shape);
    /// Says what it rises and falls with; an empty name for nothing.
    fn set_moves_with(&mut self, name: &str);
    /// Who vouches for it.
    fn evidence(&self) -> Option<&Evidence>;
    /// Says who vouches for it.
    fn set_evidence(&mut self, evidence: Option<Evidence>);
    /// Takes the least that it may be as its value; says whether there is one.
    fn take_low(&mut self) -> bool;
    /// Takes the most that it may be as its value; says whether there is one.
    fn take_high(&mut self) -> bool;
}

impl<Q: Typed> AnyInput for Input<Q> {
    fn unit(&self) -> Unit {
        Q::UNIT
    }

    fn bounds(&self) -> (Decimal, Decimal) {
        let (least, most) = Q::RANGE;
        (Decimal::from(least), Decimal::from(most))
    }

    fn decimal(&self) -> Option<Decimal> {
        self.value().map(Q::decimal)
    }

    fn low(&self) -> Option<Decimal> {
        Self::low(self).map(Q::decimal)
    }

    fn high(&self) -> Option<Decimal> {
        Self::high(self).map(Q::decimal)
    }

    fn shape(&self) -> Shape {
        Self::shape(self)
    }

    fn event(&self) -> Option<(Decimal, Decimal)> {
        let (amount, chance) = Self::event(self)?;
        Some((amount.decimal(), chance.decimal()))
    }

    fn moves_with(&self) -> &str {
        Self::moves_with(self)
    }

    fn is_ranged(&self) -> bool {
        self.entry().is_ranged()
    }

    fn entry_text(&self) -> String {
        self.entry().to_text()
    }

    fn read_entry(&self, text: &str) -> Result<Option<Decimal>, String> {
        let entry = Entry::<Q>::from_text(text).map_err(|error| error.to_string())?;
        Ok(entry.central().map(Q::decimal))
    }

    fn says_range(&self, text: &str) -> bool {
        Entry::<Q>::as_kept(text)
            .is_ok_and(|it| it.low.is_some() || it.high.is_some() || it.chance.is_some())
    }

    fn enter(&mut self, text: &str) -> Result<(), String> {
        let entry = Entry::from_text(text).map_err(|error| error.to_string())?;
        Self::enter(self, entry);
        Ok(())
    }

    fn parts(&self) -> EntryParts {
        self.entry().parts()
    }

    fn enter_parts(&mut self, parts: &EntryParts) -> Result<(), String> {
        let entry = Entry::from_parts(parts).map_err(|error| error.to_string())?;
        Self::enter(self, entry);
        Ok(())
    }

    fn check_parts(&self, parts: &EntryParts) -> Result<(), String> {
        let read = Entry::<Q>::from_parts(parts).map(drop);
        read.map_err(|error| error.to_string())
    }

    fn set_exactly(&mut self, value: Decimal) {
        Self::enter(
            self,
            Entry {
                value: Some(Q::new(value)),
                ..Entry::default()
            },
        );
    }

    fn set_shape(&mut self, shape: Shape) {
        Self::set_shape(self, shape);
    }

    fn set_moves_with(&mut self, name: &str) {
        Self::set_moves_with(self, name);
    }

    fn evidence(&self) -> Option<&Evidence> {
        Self::evidence(self)
    }

    fn set_evidence(&mut self, evidence: Option<Evidence>) {
        Self::set_evidence(self, evidence);
    }

    fn take_low(&mut self) -> bool {
        let low = match Self::event(self) {
            Some(_) => Some(Q::default()),
            None => Self::low(self),
        };
        low.inspect(|_| self.set(low)).is_some()
    }

    fn take_high(&mut self) -> bool {
        let high = match Self::event(self) {
            Some((amount, _)) => Some(amount),
            None => Self::high(self),
        };
        high.inspect(|_| self.set(high)).is_some()
    }
}

/// Called with each typed quantity and its address.
pub type See<'s, 'a> = &'s mut dyn FnMut(InputId, &'a dyn AnyInput);
/// The same, to change it.
pub type Change<'s> = &'s mut dyn FnMut(InputId, &mut dyn AnyInput);

/// What holds typed quantities: its own, then those of the records inside it.
pub trait Inputs {
    /// Calls `see` with each.
    fn each_input<'a>(&'a self, see: See<'_, 'a>);
    /// Calls `change` with each.
    fn each_input_mut(&mut self, change: Change<'_>);
}

macro_rules! inputs {
    ($($type:ident: $($field:ident)* $(; $($within:ident)*)?),* $(,)?) => {$(
        impl Inputs for $type {
            fn each_input<'a>(&'a self, see: See<'_, 'a>) {
                $(see(InputId { record: self.record_id(), field: stringify!($field) }, &self.$field);)*
                $($(for it in &self.$within {
                    it.each_input(see);
                })*)?
            }

            fn each_input_mut(&mut self, change: Change<'_>) {
                $(change(InputId { record: self.record_id(), field: stringify!($field) }, &mut self.$field);)*
                $($(for it in &mut self.$within {
                    it.each_input_mut(change);
                })*)?
            }
        }
    )*};
}

/// Where the quantities of a record are addressed.
trait Record {
    fn record_id(&self) -> Id;
}

macro_rules! records {
    ($($type:ident)*) => {$(
        impl Record for $type {
            fn record_id(&self) -> Id {
                self.id
            }
        }
    )*};
}

records! {
    PayAward Partner Grade Meeting MeetingDate Attendee Expense BetweenMeetings Post Secondment CashLine YearAmount InKind
    Pool Contribution Share Indicator Judgement Partnership PriceIndex Benefit BenefitYear AppraisalOption OptionLine
    Reading Risk
}

impl Record for Settings {
    fn record_id(&self) -> Id {
        Id::SETTINGS
    }
}

inputs! {
    Settings: pay_growth price_growth weekly_hours leave_days bank_holidays training_days sickness_days pension_rate
        levy_rate overhead_rate mileage_rate horizon discount_rate green_from amber_from governance_from; pay_awards price_indices,
    PriceIndex: index,
    PayAward: rise,
    Partner: population budget pay_bill,
    Grade: posts amount hours pension_rate overhead_rate weekly_hours leave_days bank_holidays training_days
        sickness_days levy_rate pay_growth,
    Partnership: additional_share; meetings between_meetings posts secondments cash_lines in_kind pools shares indicators
        judgements benefits options risks,
    Meeting: times_a_year length online_share; dates attendees expenses,
    MeetingDate: length,
    Attendee: number attendance preparation travel fares miles,
    Expense: cost,
    BetweenMeetings: hours_a_week weeks fte,
    Post: fte,
    Secondment: fte recharge_share recharge backfill backfill_cover,
    CashLine: amount growth life; years,
    YearAmount: amount,
    InKind: quantity unit_cost unit_value,
    Pool: ; contributions,
    Contribution: amount,
    Share: agreed benefit,
    Indicator: baseline target actual weight; readings,
    Reading: actual,
    Benefit: population take_up impact deadweight reference_case attribution claim displacement leakage substitution
        multiplier unit_value amount cashable lag drop_off; years,
    BenefitYear: share cashable,
    AppraisalOption: keeps achievement; lines cash_lines benefits,
    OptionLine: keeps,
    Risk: likelihood impact cost,
    Judgement: score weight,
}

impl Inputs for Register {
    fn each_input<'a>(&'a self, see: See<'_, 'a>) {
        self.settings.each_input(see);
        for it in self.partners.iter() {
            it.each_input(see);
        }
        for it in self.grades.iter() {
            it.each_input(see);
        }
        for it in &self.partnerships {
            it.each_input(see);
        }
    }

    fn each_input_mut(&mut self, change: Change<'_>) {
        Arc::make_mut(&mut self.settings).each_input_mut(change);
        for it in Arc::make_mut(&mut self.partners) {
            it.each_input_mut(change);
        }
        for it in Arc::make_mut(&mut self.grades) {
            it.each_input_mut(change);
        }
        for it in &mut self.partnerships {
            Arc::make_mut(it).each_input_mut(change);
        }
    }
}

impl Register {
    /// Calls `see` with each typed quantity of one record.
    pub fn each_input_of<'a>(&'a self, record: Id, see: See<'_, 'a>) {
        let see: See<'_, 'a> = &mut |at, input| {
            if at.record == record {
                see(at, input);
            }
        };
        match record.kind() {
            Kind::Settings | Kind::PayAward | Kind::PriceIndex => self.settings.each_input(see),
            Kind::Partner => self.partners.iter().for_each(|it| it.each_input(see)),
            Kind::Grade => self.grades.iter().for_each(|it| it.each_input(see)),
            _ => {
                if let Some(owner) = self.owner(record) {
                    owner.each_input(see);
                }
            }
        }
    }

    /// The partnership that a record is, or stands in.
    pub fn owner(&self, record: Id) -> Option<&Arc<Partnership>> {
        self.partnerships.iter().find(|it| holds(it, record))
    }
}

/// The names that quantities move with, those that most share first.
pub fn names_moved_with(register: &Register) -> Vec<String> {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    register.each_input(&mut |_, input| {
        if !input.moves_with().is_empty() {
            let n = counted.entry(input.moves_with()).or_default();
            *n = n.saturating_add(1);
        }
    });
    let mut names: Vec<(&str, usize)> = counted.into_iter().collect();
    names.sort_by_key(|(_, n)| Reverse(*n));
    names.into_iter().map(|(name, _)| name.to_owned()).collect()
}

fn holds(partnership: &Partnership, record: Id) -> bool {
    let mut is_here = partnership.id == record;
    partnership.each_id(|id| is_here |= id == record);
    is_here
}

/// The typed quantity at an address; nothing where there is none.
pub fn input_at(register: &Register, at: InputId) -> Option<&dyn AnyInput> {
    let mut found = None;
    register.each_input_of(at.record, &mut |id, input| {
        if id == at {
            found = Some(input);
        }
    });
    found
}

/// Changes the typed quantity at an address; says whether there is one. Only the part that holds it is copied.
pub fn change_input(
    register: &mut Register,
    at: InputId,
    change: impl FnOnce(&mut dyn AnyInput),
) -> bool {
    let mut change = Some(change);
    let found: Change<'_> = &mut |id, input| {
        if id == at
            && let Some(change) = change.take()
        {
            change(input);
        }
    };
    match at.record.kind() {
        Kind::Settings | Kind::PayAward | Kind::PriceIndex => {
            Arc::make_mut(&mut register.settings).each_input_mut(found);
        }
        Kind::Partner => Arc::make_mut(&mut register.partners)
            .iter_mut()
            .for_each(|it| it.each_input_mut(found)),
        Kind::Grade => Arc::make_mut(&mut register.grades)
            .iter_mut()
            .for_each(|it| it.each_input_mut(found)),
        _ => {
            let mut all = register.partnerships.iter_mut();
            if let Some(it) = all.find(|it| holds(it, at.record)) {
                Arc::make_mut(it).each_input_mut(found);
            }
        }
    }
    change.is_none()
}
