//! An executive drawn from a board: it meets in place of the full board at all but a few meetings of the year.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::levers::calendar::{evenly, take_away, years};
use crate::model::levers::meeting::{Turn, never_meets, people};
use crate::model::levers::scale::take;
use crate::model::levers::{Executive, Lever, Why};
use crate::model::meeting::{Meeting, MeetingKind};
use crate::units::exact;
use crate::units::id::Kind;
use crate::units::quantity::{Number, Quantity};

/// Splits a board's meetings between it and an executive of n of its P people; nothing where that cannot be.
///
/// With N meetings a year, of which the full board keeps k: the board meets N × k ÷ N times and the executive N × (N − k)
/// ÷ N times, so that a range of N divides with it; of a year with dates the board keeps k, spread evenly, and the
/// executive takes the others. Each line of the executive has n ÷ P of the board's people; partnership staff, who are no
/// part of P, serve both. Length, online share, preparation, travel and expenses of a meeting are the board's.
pub(super) fn draw_executive(turn: &mut Turn<'_>, board: &mut Meeting) -> Option<Meeting> {
    let wanted = turn.levers.executive?;
    if !turn.levers.bodies.takes_executive(board) {
        return None;
    }
    let people = match possible(turn, board, wanted) {
        Ok(people) => people,
        Err(why) => {
            turn.note(board.id, Lever::Executive, why);
            return None;
        }
    };
    let mut executive = copy(turn, board);
    for it in &mut executive.attendees {
        if !it.is_partnership_staff {
            take(&mut it.number, wanted.people.decimal(), people.decimal());
        }
    }
    share_out(turn, board, &mut executive, wanted.full_meetings);
    Some(executive)
}

/// How many people the executive is drawn from, or why there can be none.
fn possible(turn: &Turn<'_>, board: &Meeting, wanted: Executive) -> Result<Number, Why> {
    let people = people(board).ok_or(Why::NotKnown)?;
    if wanted.people < Number::ZERO || people <= wanted.people {
        return Err(Why::TooSmall);
    }
    let full = wanted.full_meetings;
    let years = years(turn.partnership, board);
    let dated = years.values().map(|dated| number(dated.len()));
    let mut counts = dated.chain(board.times_a_year.value()).peekable();
    if counts.peek().is_none() {
        return Err(Why::NotKnown);
    }
    if full < Number::ZERO || counts.any(|n| n <= full) {
        return Err(Why::MeetsTooRarely);
    }
    Ok(people)
}

/// The board again, as a body with ids of its own and no dates yet.
fn copy(turn: &mut Turn<'_>, board: &Meeting) -> Meeting {
    let mut executive = board.clone();
    executive.id = turn.part_of(Kind::Meeting, board.id);
    executive.kind = MeetingKind::Executive;
    executive.name = match board.name.trim() {
        "" => "Executive".to_owned(),
        name => format!("{name}: executive"),
    };
    executive.dates.clear();
    for it in &mut executive.attendees {
        it.id = turn.part_of(Kind::Attendee, it.id);
    }
    for it in &mut executive.expenses {
        it.id = turn.part_of(Kind::Expense, it.id);
    }
    executive
}

/// Divides the meetings of every year.
fn share_out(turn: &Turn<'_>, board: &mut Meeting, executive: &mut Meeting, full: Number) {
    let is_dated = !board.dates.is_empty();
    if let Some(times) = board.times_a_year.value() {
        let (all, full) = (times.decimal(), full.decimal());
        take(&mut board.times_a_year, full, all);
        take(&mut executive.times_a_year, exact::sub(all, full), all);
    }
    let n_full = full.decimal().floor().to_usize().unwrap_or(0);
    for dated in years(turn.partnership, board).into_values() {
        let kept = evenly(&dated, n_full);
        executive.dates.extend(take_away(board, &dated, &kept));
    }
    if is_dated && full == Number::ZERO {
        never_meets(board);
    }
}

fn number(n: usize) -> Number {
    Number::new(Decimal::from(n))
}
