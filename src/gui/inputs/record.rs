//! What a record is to a table: its id, its name, how a new one starts.

use crate::findings::record_name::{grade_name, partner_name};
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::CashLine;
use crate::model::grade::Grade;
use crate::model::in_kind::InKind;
use crate::model::indicator::Indicator;
use crate::model::judgement::Judgement;
use crate::model::meeting::{Attendee, Expense, Meeting};
use crate::model::partner::{Partner, PartnerKind};
use crate::model::post::Post;
use crate::model::register::Register;
use crate::model::secondment::Secondment;
use crate::units::id::{Id, Kind};

/// A record that a table edits.
pub trait Record: Clone + 'static {
    /// The letter of its ids.
    const KIND: Kind;
    /// What one is called: `meeting`.
    const ONE: &'static str;

    /// Its id.
    fn id(&self) -> Id;

    /// A new one with nothing known of it.
    fn fresh(id: Id) -> Self;

    /// Gives it an id of its own, and each record inside it too; for a copy.
    fn renumber(&mut self, new_id: &mut dyn FnMut(Kind) -> Id);

    /// What this one is called; blank where it has no name yet.
    fn name(&self, register: &Register) -> String;
}

macro_rules! record {
    ($($type:ident, $kind:ident, $one:literal $(, $inside:ident)*;)*) => {$(
        impl Record for $type {
            const KIND: Kind = Kind::$kind;
            const ONE: &'static str = $one;

            fn id(&self) -> Id {
                self.id
            }

            fn fresh(id: Id) -> Self {
                Self::new(id)
            }

            fn renumber(&mut self, new_id: &mut dyn FnMut(Kind) -> Id) {
                self.id = new_id(Self::KIND);
                $(for inner in &mut self.$inside {
                    inner.renumber(new_id);
                })*
            }

            fn name(&self, _register: &Register) -> String {
                self.name.trim().to_owned()
            }
        }
    )*};
}

record! {
    Meeting, Meeting, "meeting", attendees, expenses;
    Expense, Expense, "expense";
    BetweenMeetings, BetweenMeetings, "work";
    Post, Post, "post";
    Secondment, Secondment, "secondment";
    CashLine, CashLine, "cash line";
    InKind, InKind, "gift";
    Indicator, Indicator, "indicator";
    Judgement, Judgement, "judgement";
    Grade, Grade, "grade";
}

impl Record for Partner {
    const KIND: Kind = Kind::Partner;
    const ONE: &'static str = "partner";

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            kind: PartnerKind::default(),
            is_us: false,
        }
    }

    fn renumber(&mut self, new_id: &mut dyn FnMut(Kind) -> Id) {
        self.id = new_id(Self::KIND);
    }

    fn name(&self, _register: &Register) -> String {
        self.name.trim().to_owned()
    }
}

impl Record for Attendee {
    const KIND: Kind = Kind::Attendee;
    const ONE: &'static str = "attendee";

    fn id(&self) -> Id {
        self.id
    }

    fn fresh(id: Id) -> Self {
        Self::new(id)
    }

    fn renumber(&mut self, new_id: &mut dyn FnMut(Kind) -> Id) {
        self.id = new_id(Self::KIND);
    }

    fn name(&self, register: &Register) -> String {
        match (self.grade, self.partner) {
            (None, None) => String::new(),
            (Some(_), None) => grade_name(register, self.grade),
            (None, Some(_)) => partner_name(register, self.partner),
            (Some(_), Some(_)) => format!(
                "{}, {}",
                grade_name(register, self.grade),
                partner_name(register, self.partner)
            ),
        }
    }
}

/// The name of a record; where it has none, its place: `meeting 2`.
pub(crate) fn name_or_place<T: Record>(record: &T, register: &Register, row: usize) -> String {
    let name = record.name(register);
    if name.is_empty() {
        format!("{} {}", T::ONE, row.saturating_add(1))
    } else {
        name
    }
}
