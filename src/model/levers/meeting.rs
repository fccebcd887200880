//! Levers on the bodies of one partnership, one after the other.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::model::grade::Grade;
use crate::model::levers::calendar::{evenly, hold_online, kept, take_away, years};
use crate::model::levers::executive::draw_executive;
use crate::model::levers::scale::{raise_online, share, take};
use crate::model::levers::{Lever, Levers, NotMoved, Pulled, Shorter, Smaller, Why};
use crate::model::meeting::{Attendee, Meeting};
use crate::model::partnership::Partnership;
use crate::units::exact;
use crate::units::id::{Id, Kind};
use crate::units::input::Input;
use crate::units::quantity::{Hours, Number, Quantity, Rate};
use crate::units::range::Entry;

/// One partnership under the levers.
pub(super) struct Turn<'t> {
    pub(super) levers: &'t Levers,
    pub(super) below: &'t BTreeMap<Id, Id>,
    pub(super) grades: &'t [Grade],
    pub(super) partnership: &'t Partnership,
    pub(super) pulled: &'t mut Pulled,
}

impl Turn<'_> {
    /// Its bodies as they would be.
    pub(super) fn meetings(&mut self) -> Vec<Meeting> {
        let mut all = Vec::with_capacity(self.partnership.meetings.len());
        let bodies = self.levers.bodies;
        let mut has_body = false;
        for meeting in &self.partnership.meetings {
            let mut meeting = meeting.clone();
            if !bodies.holds(&meeting) {
                all.push(meeting);
                continue;
            }
            has_body = true;
            self.fewer(&mut meeting);
            self.shorter(&mut meeting);
            if let Some(online) = self.levers.online.map(share) {
                raise_online(&mut meeting.online_share, online);
                hold_online(self.partnership, &mut meeting, online);
            }
            self.smaller(&mut meeting);
            let executive = draw_executive(self, &mut meeting);
            for mut body in std::iter::once(meeting).chain(executive) {
                self.delegate(&mut body);
                all.push(body);
            }
        }
        if !has_body {
            let lever = self.first_lever();
            self.note(self.partnership.id, lever, Why::NoBody);
        }
        all
    }

    fn first_lever(&self) -> Lever {
        let Levers {
            times,
            length,
            attendees,
            online,
            delegated,
            ..
        } = self.levers;
        match () {
            () if times.is_some() => Lever::Times,
            () if length.is_some() => Lever::Length,
            () if attendees.is_some() => Lever::Attendees,
            () if online.is_some() => Lever::Online,
            () if delegated.is_some() => Lever::Delegated,
            () => Lever::Executive,
        }
    }

    /// Says that something stayed as it is.
    pub(super) fn note(&mut self, record: Id, lever: Lever, why: Why) {
        let not_moved = NotMoved {
            partnership: self.partnership.id,
            record,
            lever,
            why,
        };
        self.pulled.not_moved.push(not_moved);
    }

    /// An id of a new record that is a part of another.
    pub(super) fn part_of(&mut self, kind: Kind, source: Id) -> Id {
        let id = self.pulled.register.new_id(kind);
        let made = &mut self.pulled.made;
        let root = made.get(&source).copied().unwrap_or(source);
        made.insert(id, root);
        id
    }

    fn fewer(&mut self, meeting: &mut Meeting) {
        let Some(times) = self.levers.times.map(share) else {
            return;
        };
        let is_dated = !meeting.dates.is_empty();
        let is_known = take(&mut meeting.times_a_year, times.decimal(), Decimal::ONE);
        if !is_known && !is_dated {
            self.note(meeting.id, Lever::Times, Why::NotKnown);
        }
        for dated in years(self.partnership, meeting).into_values() {
            let kept = evenly(&dated, kept(dated.len(), times));
            take_away(meeting, &dated, &kept);
        }
        if times == Rate::ZERO && is_dated {
            never_meets(meeting);
        }
    }

    fn shorter(&mut self, meeting: &mut Meeting) {
        let Some(length) = self.levers.length else {
            return;
        };
        let is_known = shorten(&mut meeting.length, length);
        let mut has_own = !meeting.dates.is_empty();
        for it in &mut meeting.dates {
            has_own &= shorten(&mut it.length, length);
        }
        if !is_known && !has_own {
            self.note(meeting.id, Lever::Length, Why::NotKnown);
        }
    }

    fn smaller(&mut self, meeting: &mut Meeting) {
        let (part, whole) = match self.levers.attendees {
            None => return,
            Some(Smaller::Share(of)) => (share(of).decimal(), Decimal::ONE),
            Some(Smaller::AtMost(most)) => match people(meeting) {
                Some(people) if people <= most => return,
                Some(people) => (most.max(Number::ZERO).decimal(), people.decimal()),
                None => {
                    self.note(meeting.id, Lever::Attendees, Why::NotKnown);
                    return;
                }
            },
        };
        for it in &mut meeting.attendees {
            if it.is_partnership_staff {
                self.note(it.id, Lever::Attendees, Why::PartnershipStaff);
            } else if !take(&mut it.number, part, whole) {
                self.note(it.id, Lever::Attendees, Why::NotKnown);
            }
        }
    }

    /// Part of the meetings that senior people attend, their next grade down attends in their place.
    fn delegate(&mut self, meeting: &mut Meeting) {
        let Some(delegated) = self.levers.delegated.map(share) else {
            return;
        };
        if delegated == Rate::ZERO {
            return;
        }
        let mut lines = Vec::with_capacity(meeting.attendees.len());
        for mut line in std::mem::take(&mut meeting.attendees) {
            let deputy = self.deputy(&line).map(|below| {
                if delegated == Rate::from(1) {
                    line.grade = Some(below);
                    return None;
                }
                let mut deputy = Attendee {
                    id: self.part_of(Kind::Attendee, line.id),
                    grade: Some(below),
                    ..line.clone()
                };
                attend(&mut deputy.attendance, delegated);
                attend(&mut line.attendance, Rate::from(1) - delegated);
                Some(deputy)
            });
            lines.push(line);
            lines.extend(deputy.flatten());
        }
        meeting.attendees = lines;
    }

    /// The grade that stands in for a line; nothing where they are not senior, or nobody can.
    fn deputy(&mut self, line: &Attendee) -> Option<Id> {
        let Some(grade) = line.grade else {
            if !line.is_partnership_staff {
                self.note(line.id, Lever::Delegated, Why::NoGrade);
            }
            return None;
        };
        let is_senior = self.grades.iter().any(|it| it.id == grade && it.is_senior);
        if !is_senior {
            return None;
        }
        let why = match self.below.get(&grade) {
            _ if line.is_partnership_staff => Why::PartnershipStaff,
            Some(below) => return Some(*below),
            None => Why::NoGradeBelow,
        };
        self.note(line.id, Lever::Delegated, why);
        None
    }
}

/// Whatever was not known of how often it meets: now it never does.
pub(super) fn never_meets(meeting: &mut Meeting) {
    meeting.times_a_year.enter(Entry {
        value: Some(Number::ZERO),
        ..Entry::default()
    });
}

/// The people of a body who are not partnership staff; nothing where a line of them is not known.
pub(super) fn people(meeting: &Meeting) -> Option<Number> {
    let others = meeting.attendees.iter();
    let others = others.filter(|it| !it.is_partnership_staff);
    others.map(|it| it.number.value()).sum()
}

fn shorten(length: &mut Input<Hours>, to: Shorter) -> bool {
    match (to, length.value()) {
        (Shorter::Share(of), _) => take(length, share(of).decimal(), Decimal::ONE),
        (Shorter::AtMost(most), Some(now)) if now > most => {
            take(length, most.max(Hours::ZERO).decimal(), now.decimal())
        }
        (Shorter::AtMost(_), now) => now.is_some(),
    }
}

/// Takes a share of an attendance; a blank one is all.
fn attend(attendance: &mut Input<Rate>, of: Rate) {
    if attendance.value().is_none() {
        attendance.enter(Entry {
            value: Some(of),
            ..Entry::default()
        });
        return;
    }
    take(
        attendance,
        exact::round(of.decimal(), exact::PLACES),
        Decimal::ONE,
    );
}
