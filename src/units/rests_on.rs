//! The recorder that keeps which typed quantities a value rests on, and none of the steps between.

use std::cell::RefCell;

use rust_decimal::Decimal;

use crate::units::id::InputId;
use crate::units::quantity::Unit;
use crate::units::trace::{Leaf, Op, Recorder};

/// Computes and keeps, for each value, the typed quantities below it, each once and in order.
///
/// It says what `Traced` would, in a fraction of its room: for registers with thousands of partnerships.
#[derive(Debug)]
pub struct RestsOn {
    sets: RefCell<Vec<Vec<InputId>>>,
}

/// Which typed quantities a value rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetId(usize);

/// What rests on nothing that was typed.
const NOTHING: SetId = SetId(0);

impl Default for RestsOn {
    fn default() -> Self {
        Self {
            sets: RefCell::new(vec![Vec::new()]),
        }
    }
}

impl RestsOn {
    /// Calls `see` with each typed quantity of a set, in order.
    pub fn each(&self, set: SetId, see: impl FnMut(InputId)) {
        let sets = self.sets.borrow();
        sets.get(set.0).into_iter().flatten().copied().for_each(see);
    }

    fn push(&self, set: Vec<InputId>) -> SetId {
        let mut sets = self.sets.borrow_mut();
        sets.push(set);
        SetId(sets.len().saturating_sub(1))
    }

    /// The set of both; one that holds the other stands for it.
    fn joined(&self, a: SetId, b: SetId) -> SetId {
        if a == b || b == NOTHING {
            return a;
        }
        if a == NOTHING {
            return b;
        }
        let set = {
            let sets = self.sets.borrow();
            let (Some(one), Some(two)) = (sets.get(a.0), sets.get(b.0)) else {
                return a;
            };
            let set = union(one, two);
            if set.len() == one.len() {
                return a;
            }
            if set.len() == two.len() {
                return b;
            }
            set
        };
        self.push(set)
    }
}

/// Everything of two ordered lists, in order, each once.
fn union(one: &[InputId], two: &[InputId]) -> Vec<InputId> {
    let mut both = Vec::with_capacity(one.len().saturating_add(two.len()));
    both.extend_from_slice(one);
    both.extend_from_slice(two);
    both.sort_unstable();
    both.dedup();
    both
}

impl Recorder for RestsOn {
    type Node = SetId;

    fn leaf(&self, leaf: Leaf<'_>, _: Decimal, _: Unit) -> SetId {
        match leaf {
            Leaf::Input(id, _) => self.push(vec![id]),
            Leaf::Official { .. } | Leaf::Constant(_) => NOTHING,
        }
    }

    fn step(&self, _: Op, parts: &[SetId], _: Decimal, _: Unit) -> SetId {
        let parts = parts.iter().copied();
        parts.fold(NOTHING, |all, part| self.joined(all, part))
    }

    fn name(&self, _: SetId, _: &'static str) {}
    fn name_with(&self, _: SetId, _: &dyn Fn() -> String) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::{Id, Kind};
    use crate::units::input::Input;
    use crate::units::quantity::{Hours, Number};
    use crate::units::trace::{Reader, Val};

    #[test]
    fn a_product_rests_on_each_factor_once() {
        let recorder = RestsOn::default();
        let read = Reader::new(&recorder, Id::new(Kind::Meeting, 3));
        let length = Input::known(Hours::from(2));
        let times = Input::known(Number::from(12));
        let length = read.get("length", &length).unwrap();
        let times = read.get("times_a_year", &times).unwrap();
        let two = Val::constant(&recorder, "2", Number::from(2));
        let hours = length * times * two + length;
        let mut fields = Vec::new();
        recorder.each(hours.node(), |id| fields.push(id.field));
        assert_eq!(fields, ["length", "times_a_year"]);
        recorder.each(two.node(), |id| panic!("{id}"));
    }
}
