//! Who pays for whose gain as a table of one page: the partners with most at stake by name, the rest together.

use std::collections::{BTreeMap, BTreeSet};

use crate::findings::who_pays::{ForWhom, WhoPays};
use crate::units::id::Id;
use crate::units::quantity::Money;

/// A row or a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A partner.
    Partner(Id),
    /// The partners that do not stand by name.
    Others,
    /// Nobody yet, who bears; a row.
    Unassigned,
    /// The public, who gains; a column.
    Public,
    /// Nobody that can be told, who gains; a column.
    NoPricedBenefit,
}

/// Rows of those who bear, columns of those for whose gain they do.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaysMatrix {
    /// Partners with the largest cost first, the others, nobody yet.
    pub rows: Vec<Place>,
    /// Partners that something is borne for, in the same order, the others, the public, nobody that can be told.
    pub columns: Vec<Place>,
    /// What the one bears for the gain of the other.
    pub cells: BTreeMap<(Place, Place), Money>,
    /// What each row comes to.
    pub borne: BTreeMap<Place, Money>,
    /// What each column comes to.
    pub borne_for: BTreeMap<Place, Money>,
    /// Who the others are.
    pub others: Vec<Id>,
}

/// Puts payments into a table in which at most so many partners stand by name.
///
/// A partner stands by name where it bears most, and where it bears nothing, after those who do. Sums are exact: every
/// payment is in one cell.
pub fn matrix(found: &WhoPays, most: usize) -> PaysMatrix {
    let gainers = found.for_whom.iter().filter_map(|it| match it {
        ForWhom::Partner(id) => Some(*id),
        ForWhom::Public | ForWhom::NoPricedBenefit => None,
    });
    let mut partners: Vec<Id> = found.bearers.iter().copied().flatten().collect();
    let seen: BTreeSet<Id> = partners.iter().copied().collect();
    partners.extend(gainers.filter(|id| !seen.contains(id)));
    let others = partners.split_off(most.min(partners.len()));
    let named: BTreeSet<Id> = partners.iter().copied().collect();
    let place = |id: Id| {
        if named.contains(&id) {
            Place::Partner(id)
        } else {
            Place::Others
        }
    };
    let mut made = PaysMatrix::default();
    for ((bearer, for_whom), paid) in &found.payments {
        let row = bearer.map_or(Place::Unassigned, place);
        let column = match for_whom {
            ForWhom::Partner(id) => place(*id),
            ForWhom::Public => Place::Public,
            ForWhom::NoPricedBenefit => Place::NoPricedBenefit,
        };
        add(&mut made.cells, (row, column), *paid);
        add(&mut made.borne, row, *paid);
        add(&mut made.borne_for, column, *paid);
    }
    let partners: Vec<Place> = partners.into_iter().map(Place::Partner).collect();
    let with_others = |last: &[Place]| -> Vec<Place> {
        let beside = std::iter::once(Place::Others).chain(last.iter().copied());
        partners.iter().copied().chain(beside).collect()
    };
    made.rows = with_others(&[Place::Unassigned]);
    made.rows.retain(|it| match it {
        Place::Partner(_) => true,
        it => made.borne.contains_key(it) || (*it == Place::Others && !others.is_empty()),
    });
    made.columns = with_others(&[Place::Public, Place::NoPricedBenefit]);
    made.columns.retain(|it| made.borne_for.contains_key(it));
    made.others = others;
    made
}

fn add<K: Ord>(sums: &mut BTreeMap<K, Money>, key: K, amount: Money) {
    let sum = sums.entry(key).or_default();
    *sum = *sum + amount;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::Kind;

    fn partner(n: u32) -> Id {
        Id::new(Kind::Partner, n)
    }

    /// o1 bears 10 for o2; o2 bears 6 for o3 and 1 for the public; nobody bears 3 for o2.
    fn found() -> WhoPays {
        let payments = [
            ((Some(partner(1)), ForWhom::Partner(partner(2))), 10),
            ((Some(partner(2)), ForWhom::Partner(partner(3))), 6),
            ((Some(partner(2)), ForWhom::Public), 1),
            ((None, ForWhom::Partner(partner(2))), 3),
        ];
        WhoPays {
            bearers: vec![Some(partner(1)), Some(partner(2)), None],
            for_whom: vec![
                ForWhom::Partner(partner(2)),
                ForWhom::Partner(partner(3)),
                ForWhom::Public,
            ],
            payments: payments.map(|(key, it)| (key, Money::from(it))).into(),
            ..WhoPays::default()
        }
    }

    #[test]
    fn every_partner_has_a_row_and_those_who_gain_a_column() {
        let made = matrix(&found(), 12);
        let [one, two, three] = [1, 2, 3].map(|n| Place::Partner(partner(n)));
        assert_eq!(made.rows, [one, two, three, Place::Unassigned]);
        assert_eq!(made.columns, [two, three, Place::Public]);
        assert_eq!(made.cells[&(two, three)], Money::from(6));
        assert_eq!(made.borne[&two], Money::from(7));
        assert_eq!(made.borne_for[&two], Money::from(13));
        assert!(made.others.is_empty());
    }

    #[test]
    fn those_who_do_not_stand_by_name_are_added_up() {
        let made = matrix(&found(), 1);
        let one = Place::Partner(partner(1));
        assert_eq!(made.rows, [one, Place::Others, Place::Unassigned]);
        assert_eq!(made.columns, [Place::Others, Place::Public]);
        assert_eq!(made.cells[&(Place::Others, Place::Others)], Money::from(6));
        assert_eq!(made.borne[&Place::Others], Money::from(7));
        assert_eq!(made.others, [partner(2), partner(3)]);
        assert_eq!(matrix(&WhoPays::default(), 12), PaysMatrix::default());
    }
}
