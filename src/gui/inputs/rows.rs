//! Changes of whole rows: new ones, copies, away, up and down; each one step of undo.

use crate::gui::inputs::record::Record;
use crate::gui::inputs::scope::Scope;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::id::Id;

/// Which way rows are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// Towards the first row.
    Up,
    /// Towards the last row.
    Down,
}

impl<T: Record> Scope<T> {
    /// A new record below another.
    pub(crate) fn insert_below(self, above: Id) -> Edit {
        Edit::new(format!("add {}", T::ONE), move |register: &mut Register| {
            let record = T::fresh(register.new_id(T::KIND));
            if let Some(list) = self.list_mut(register) {
                insert(list, above, vec![record]);
            }
        })
    }

    /// Copies of records below the last of them, with ids of their own.
    pub(crate) fn duplicate(self, label: String, ids: Vec<Id>) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            let list = self.list(register).iter();
            let mut copies: Vec<T> = list.filter(|it| ids.contains(&it.id())).cloned().collect();
            for copy in &mut copies {
                copy.renumber(&mut |kind| register.new_id(kind));
            }
            let (Some(list), Some(above)) = (self.list_mut(register), ids.last()) else {
                return;
            };
            insert(list, *above, copies);
        })
    }

    /// The list without some records.
    pub(crate) fn delete_all(self, label: String, ids: Vec<Id>) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            if let Some(list) = self.list_mut(register) {
                list.retain(|it| !ids.contains(&it.id()));
            }
        })
    }

    /// Records one place up or down, all of them or none.
    pub(crate) fn shift(self, label: String, ids: Vec<Id>, way: Way) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            if let Some(list) = self.list_mut(register) {
                shift(list, &ids, way);
            }
        })
    }
}

fn insert<T: Record>(list: &mut Vec<T>, above: Id, records: Vec<T>) {
    let above = list.iter().position(|it| it.id() == above);
    let at = above.map_or(list.len(), |at| at.saturating_add(1));
    list.splice(at..at, records);
}

/// Moves a run of neighbours past the record beside it.
fn shift<T: Record>(list: &mut [T], ids: &[Id], way: Way) {
    let is_meant = |it: &T| ids.contains(&it.id());
    let (Some(first), Some(last)) = (
        list.iter().position(is_meant),
        list.iter().rposition(is_meant),
    ) else {
        return;
    };
    match way {
        Way::Up => {
            let Some(before) = first.checked_sub(1) else {
                return;
            };
            if let Some(run) = list.get_mut(before..=last) {
                run.rotate_left(1);
            }
        }
        Way::Down => {
            if let Some(run) = list.get_mut(first..=last.saturating_add(1)) {
                run.rotate_right(1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::direct_cost::CashLine;
    use crate::units::id::Kind;

    fn id(number: u32) -> Id {
        Id::new(Kind::CashLine, number)
    }

    fn order(list: &[CashLine]) -> Vec<u32> {
        list.iter().map(|it| it.id.number()).collect()
    }

    #[test]
    fn a_run_of_rows_passes_its_neighbour_and_stops_at_the_ends() {
        for (ids, way, after) in [
            (vec![2], Way::Up, [2, 1, 3, 4]),
            (vec![2, 3], Way::Down, [1, 4, 2, 3]),
            (vec![3, 4], Way::Up, [1, 3, 4, 2]),
            (vec![1, 2], Way::Up, [1, 2, 3, 4]),
            (vec![4], Way::Down, [1, 2, 3, 4]),
        ] {
            let mut list: Vec<CashLine> = (1..=4).map(|n| CashLine::new(id(n))).collect();
            let ids: Vec<Id> = ids.into_iter().map(id).collect();
            shift(&mut list, &ids, way);
            assert_eq!(order(&list), after, "{ids:?} {way:?}");
        }
    }
}
