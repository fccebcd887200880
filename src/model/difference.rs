//! What differs between two states of a register, in plain words.

use std::collections::BTreeMap;

use crate::model::grade::Grade;
use crate::model::outcome::Outcome;
use crate::model::partner::Partner;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::model::scenario::Scenario;
use crate::model::snapshot::Snapshot;
use crate::units::display;
use crate::units::id::Id;

/// Names that a sentence lists before it says how many more there are.
const MOST_NAMES: usize = 5;

/// What differs between an earlier and a later state of a register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Partnerships, with everything in them.
    pub partnerships: Changes,
    /// Partners.
    pub partners: Changes,
    /// Staff grades.
    pub grades: Changes,
    /// Outcomes.
    pub outcomes: Changes,
    /// Scenarios.
    pub scenarios: Changes,
    /// Snapshots.
    pub snapshots: Changes,
    /// Whether what is typed of the board paper on all differs.
    pub has_other_paper: bool,
    /// Whether the settings differ.
    pub has_other_settings: bool,
    /// Whether records stand in another order.
    pub has_other_order: bool,
}

/// The records of one sort that differ, by name, in the order of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the later state only.
    pub added: Vec<String>,
    /// In both, and not the same; by their later name.
    pub changed: Vec<String>,
    /// In the earlier state only.
    pub removed: Vec<String>,
}

/// A record that is known by an id and called by a name.
trait Named: PartialEq {
    fn id(&self) -> Id;
    fn name(&self) -> &str;
}

impl Difference {
    /// What was done to `earlier` to make `later`. The counter of ids is not looked at: no figure follows from it.
    pub fn between(earlier: &Register, later: &Register) -> Self {
        // Taken apart, so that a new part of the register is not forgotten here.
        let Register {
            settings,
            partners,
            grades,
            outcomes,
            scenarios,
            snapshots,
            paper,
            partnerships,
            last_id: _,
        } = later;
        let before: Vec<&Partnership> = earlier.partnerships.iter().map(AsRef::as_ref).collect();
        let after: Vec<&Partnership> = partnerships.iter().map(AsRef::as_ref).collect();
        let mut difference = Self {
            partnerships: Changes::between(&before, &after),
            partners: Changes::between(&refs(&earlier.partners), &refs(partners)),
            grades: Changes::between(&refs(&earlier.grades), &refs(grades)),
            outcomes: Changes::between(&refs(&earlier.outcomes), &refs(outcomes)),
            scenarios: Changes::between(&refs(&earlier.scenarios), &refs(scenarios)),
            snapshots: Changes::between(&refs(&earlier.snapshots), &refs(snapshots)),
            has_other_paper: earlier.paper != *paper,
            has_other_settings: earlier.settings != *settings,
            has_other_order: false,
        };
        let is_all_the_same = earlier.partners == *partners
            && earlier.grades == *grades
            && earlier.outcomes == *outcomes
            && earlier.scenarios == *scenarios
            && earlier.snapshots == *snapshots
            && earlier.partnerships == *partnerships;
        difference.has_other_order = difference.is_none() && !is_all_the_same;
        difference
    }

    /// Whether nothing differs.
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    /// A sentence for each sort of change, such as `2 partnerships changed: Family Hub, Harbour Forum`.
    pub fn sentences(&self) -> Vec<String> {
        let sorts = [
            (&self.partnerships, "partnership", "partnerships"),
            (&self.partners, "partner", "partners"),
            (&self.grades, "staff grade", "staff grades"),
            (&self.outcomes, "outcome", "outcomes"),
            (&self.scenarios, "scenario", "scenarios"),
            (&self.snapshots, "snapshot", "snapshots"),
        ];
        let mut said = Vec::new();
        for (changes, one, many) in sorts {
            for (names, what) in [
                (&changes.changed, "changed"),
                (&changes.added, "added"),
                (&changes.removed, "removed"),
            ] {
                if !names.is_empty() {
                    let count = display::count(names.len(), one, many);
                    said.push(format!("{count} {what}: {}", listed(names)));
                }
            }
        }
        if self.has_other_settings {
            said.push("Settings changed".to_owned());
        }
        if self.has_other_paper {
            said.push("Board paper changed".to_owned());
        }
        if self.has_other_order {
            said.push("Order of the records changed".to_owned());
        }
        said
    }
}

impl Changes {
    fn between<Record: Named>(earlier: &[&Record], later: &[&Record]) -> Self {
        let by_id = |records: &[&Record]| -> BTreeMap<Id, usize> {
            let ids = records.iter().enumerate().map(|(at, it)| (it.id(), at));
            ids.collect()
        };
        let (before, after) = (by_id(earlier), by_id(later));
        let mut changes = Self::default();
        for record in later {
            let old = before.get(&record.id()).and_then(|at| earlier.get(*at));
            match old {
                None => changes.added.push(called(record.name())),
                Some(old) if old != record => changes.changed.push(called(record.name())),
                Some(_) => {}
            }
        }
        let gone = earlier.iter().filter(|it| !after.contains_key(&it.id()));
        changes.removed = gone.map(|it| called(it.name())).collect();
        changes
    }
}

impl Named for Partnership {
    fn id(&self) -> Id {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Partner {
    fn id(&self) -> Id {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Grade {
    fn id(&self) -> Id {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Scenario {
    fn id(&self) -> Id {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Snapshot {
    fn id(&self) -> Id {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl Named for Outcome {
    fn id(&self) -> Id {
        self.id
    }

    fn name(&self) -> &str {
        &self.name
    }
}

fn refs<Record>(records: &[Record]) -> Vec<&Record> {
    records.iter().collect()
}

fn called(name: &str) -> String {
    match name.trim() {
        "" => "one without a name".to_owned(),
        name => name.to_owned(),
    }
}

fn listed(names: &[String]) -> String {
    let first: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
    let first = first.join(", ");
    match names.len().saturating_sub(MOST_NAMES) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::partner::PartnerKind;
    use crate::units::id::Kind;
    use crate::units::year::FinancialYear;

    fn sample() -> Register {
        let mut register = Register::new(FinancialYear::starting(2026));
        for name in ["Harbour Forum", "Family Hub", "Market Group"] {
            let id = register.add_partnership();
            rename(&mut register, id, name);
        }
        let id = register.new_id(Kind::Partner);
        Arc::make_mut(&mut register.partners).push(Partner {
            name: "Borough".into(),
            kind: PartnerKind::Council,
            is_us: true,
            ..Partner::new(id)
        });
        register
    }

    fn rename(register: &mut Register, id: Id, name: &str) {
        let found = register.partnerships.iter_mut().find(|it| it.id == id);
        Arc::make_mut(found.unwrap()).name = name.into();
    }

    fn check(change: impl FnOnce(&mut Register), expected: &[&str]) {
        let (earlier, mut later) = (sample(), sample());
        change(&mut later);
        let difference = Difference::between(&earlier, &later);
        assert_eq!(difference.sentences(), expected);
        assert_eq!(difference.is_none(), expected.is_empty());
    }

    #[test]
    fn each_sort_of_change_is_said_with_its_number_and_names() {
        check(|_| {}, &[]);
        check(|it| it.last_id = 99, &[]);
        check(
            |it| Arc::make_mut(&mut it.partnerships[1]).topic = "Families".into(),
            &["1 partnership changed: Family Hub"],
        );
        check(
            |it| {
                let id = it.partnerships[2].id;
                rename(it, id, "Square Group");
                it.partnerships.remove(0);
                it.add_partnership();
            },
            &[
                "1 partnership changed: Square Group",
                "1 partnership added: one without a name",
                "1 partnership removed: Harbour Forum",
            ],
        );
        check(
            |it| {
                for n in 1..=8 {
                    let id = it.add_partnership();
                    rename(it, id, &format!("P{n}"));
                }
            },
            &["8 partnerships added: P1, P2, P3, P4, P5 and 3 more"],
        );
        check(
            |it| Arc::make_mut(&mut it.partners)[0].kind = PartnerKind::Police,
            &["1 partner changed: Borough"],
        );
        check(
            |it| {
                Arc::make_mut(&mut it.settings).title = "Next year".into();
                Arc::make_mut(&mut it.partners).clear();
            },
            &["1 partner removed: Borough", "Settings changed"],
        );
        check(
            |it| it.partnerships.swap(0, 1),
            &["Order of the records changed"],
        );
    }

    #[test]
    fn a_deleted_record_that_is_replaced_by_its_like_is_another_record() {
        check(
            |it| {
                let old = it.partnerships.remove(2);
                let id = it.add_partnership();
                rename(it, id, &old.name);
            },
            &[
                "1 partnership added: Market Group",
                "1 partnership removed: Market Group",
            ],
        );
    }
}
