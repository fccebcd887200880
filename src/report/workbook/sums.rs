//! Sums as a spreadsheet writes them: neighbours as ranges, long ones in pieces.

use rust_decimal::Decimal;

use crate::report::workbook::book::{Place, SheetId};
use crate::report::workbook::formula::Text;
use crate::units::exact;

/// The most arguments of one sum; a function takes 255.
const MOST_ARGUMENTS: usize = 60;

/// The most letters of one sum; a cell may hold 8,192.
const LONGEST: usize = 1_500;

/// A part of a sum.
#[derive(Clone, Debug)]
pub enum Term {
    /// What stands in any of these cells, which are all the same.
    Cells(Vec<Place>),
    /// Two cells multiplied and rounded to ten decimals.
    Discounted(Vec<Place>, Vec<Place>),
    /// A formula.
    Text(Text),
}

/// A run of neighbours.
enum Run {
    Cells(Place, Place),
    Discounted((Place, Place), (Place, Place)),
    Text(Text),
}

/// Adds up terms with what each comes to; nothing where that is too long for one formula.
///
/// On the sheet of workings, what is too long is given to `piece`, which finds each part of it a cell there.
pub fn added(
    terms: Vec<(Term, Decimal)>,
    on: SheetId,
    piece: &mut dyn FnMut(String, Decimal) -> Place,
) -> Option<Text> {
    let runs = runs(terms);
    let arguments: Vec<(String, Decimal)> = runs
        .into_iter()
        .map(|(run, value)| (run.text(on), value))
        .collect();
    match arguments.as_slice() {
        [] => Some(Text::one("0", 0)),
        [(only, _)] if only.starts_with("SUMPRODUCT") => Some(Text::one(only.clone(), 2)),
        all if is_short(all) => Some(Text::one(sum(all), 3)),
        _ => (on == SheetId::Workings).then(|| in_pieces(arguments, on, piece)),
    }
}

fn sum(all: &[(String, Decimal)]) -> String {
    let texts: Vec<&str> = all.iter().map(|(text, _)| text.as_str()).collect();
    format!("SUM({})", texts.join(","))
}

fn is_short(all: &[(String, Decimal)]) -> bool {
    let length: usize = all.iter().map(|(text, _)| text.len()).sum();
    all.len() <= MOST_ARGUMENTS && length <= LONGEST
}

fn in_pieces(
    arguments: Vec<(String, Decimal)>,
    on: SheetId,
    piece: &mut dyn FnMut(String, Decimal) -> Place,
) -> Text {
    if is_short(&arguments) {
        return Text::one(sum(&arguments), 3);
    }
    let mut pieces: Vec<(String, Decimal)> = Vec::new();
    let mut held: Vec<(String, Decimal)> = Vec::new();
    let mut length = 0_usize;
    let mut close = |held: &mut Vec<(String, Decimal)>| {
        let value = held.iter().map(|(_, value)| *value);
        let value = value.fold(Decimal::ZERO, exact::add);
        let place = piece(sum(held), value);
        pieces.push((place.on(on), value));
        held.clear();
    };
    for argument in arguments {
        length = length.saturating_add(argument.0.len());
        held.push(argument);
        if held.len() >= MOST_ARGUMENTS || length > LONGEST {
            close(&mut held);
            length = 0;
        }
    }
    if !held.is_empty() {
        close(&mut held);
    }
    in_pieces(pieces, on, piece)
}

/// Neighbours in a row or a column joined.
fn runs(terms: Vec<(Term, Decimal)>) -> Vec<(Run, Decimal)> {
    let mut runs: Vec<(Run, Decimal)> = Vec::new();
    for (term, value) in terms {
        if let Some((run, sum)) = runs.last_mut()
            && run.takes(&term)
        {
            *sum = exact::add(*sum, value);
            continue;
        }
        let run = match term {
            Term::Text(text) => Run::Text(text),
            Term::Cells(places) => match places.first() {
                Some(place) => Run::Cells(*place, *place),
                None => continue,
            },
            Term::Discounted(a, b) => match (a.first(), b.first()) {
                (Some(a), Some(b)) => Run::Discounted((*a, *a), (*b, *b)),
                _ => continue,
            },
        };
        runs.push((run, value));
    }
    runs
}

impl Run {
    /// Whether the term stands next, and so belongs to it now.
    fn takes(&mut self, term: &Term) -> bool {
        match (self, term) {
            (Self::Cells(first, last), Term::Cells(places)) => {
                let next = places.iter().find(|it| is_next(*first, *last, **it));
                next.is_some_and(|next| {
                    *last = *next;
                    true
                })
            }
            (Self::Discounted(a, b), Term::Discounted(next_a, next_b)) => {
                let is_right = |last: &Place, it: &&Place| last.right() == **it;
                let next_a = next_a.iter().find(|it| is_right(&a.1, it));
                let next_b = next_b.iter().find(|it| is_right(&b.1, it));
                match (next_a, next_b) {
                    (Some(next_a), Some(next_b)) => {
                        (a.1, b.1) = (*next_a, *next_b);
                        true
                    }
                    _ => false,
                }
            }
            _ => false,
        }
    }

    fn text(self, on: SheetId) -> String {
        match self {
            Self::Text(text) => text.text,
            Self::Cells(first, last) if first == last => first.on(on),
            Self::Cells(first, last) => first.to(last, on),
            Self::Discounted(a, b) if a.0 == a.1 => {
                format!("ROUND({}*{},10)", a.0.on(on), b.0.on(on))
            }
            Self::Discounted(a, b) => {
                let (a, b) = (a.0.to(a.1, on), b.0.to(b.1, on));
                format!("SUMPRODUCT(ROUND({a}*{b},10))")
            }
        }
    }
}

/// Whether a cell goes on where a run of cells ends, in the same direction.
fn is_next(first: Place, last: Place, next: Place) -> bool {
    let goes_down = last.below() == next && first.column == last.column;
    let goes_right = last.right() == next && first.row == last.row;
    goes_down || goes_right
}
