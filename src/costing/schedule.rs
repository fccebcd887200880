//! Totals of cost lines: by class, category, partner and grade, each adding up to the annual cost exactly.

use std::collections::{BTreeMap, BTreeSet};

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::cost_line::{Category, Class, CostLine};
use crate::model::purpose::Purpose;
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money};

/// A sum of what is known, and whether something is missing from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The sum of the known parts.
    pub amount: Money,
    /// Whether a part is not known, so that the sum is "at least".
    pub is_at_least: bool,
}

/// Hours of a grade and what they cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeCost {
    /// The hours.
    pub hours: Hours,
    /// What they cost.
    pub cost: Money,
}

/// Running cost of a year on one basis.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Costs {
    /// The annual cost.
    pub total: Total,
    /// By class.
    pub by_class: BTreeMap<Class, Money>,
    /// By category.
    pub by_category: BTreeMap<Category, Money>,
    /// By the partner that bears it; blank is unassigned.
    pub by_partner: BTreeMap<Option<Id>, Money>,
    /// Time by grade.
    pub by_grade: BTreeMap<Id, TimeCost>,
    /// What is not time of a grade.
    pub non_staff: Money,
    /// The records with a part that is not known, in order.
    pub incomplete: Vec<Id>,
    /// The classes that these belong to, so that their part is "at least" too.
    pub incomplete_classes: BTreeSet<Class>,
}

/// Hours of people's time in running the partnership.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HoursOfTime {
    /// In formal meetings, everybody who attends.
    pub meetings: Hours,
    /// All time at full cost, nothing counted twice.
    pub all: Hours,
}

/// What the lines of one partnership come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Running cost on each basis.
    pub running: ByBasis<Costs>,
    /// Programme spending, at full cost.
    pub programme: Total,
    /// Hours of people's time.
    pub hours: HoursOfTime,
    /// Records whose amount was too large to be believed.
    pub too_large: Vec<Id>,
}

impl Schedule {
    /// Adds up `lines`.
    pub fn of<N: Copy>(lines: &[CostLine<N>]) -> Self {
        let mut schedule = Self::default();
        for line in lines {
            schedule.add(line);
        }
        for basis in Basis::ALL {
            let incomplete = &mut schedule.running.get_mut(basis).incomplete;
            incomplete.sort_unstable();
            incomplete.dedup();
        }
        schedule.too_large.dedup();
        schedule
    }

    fn add<N: Copy>(&mut self, line: &CostLine<N>) {
        if line.is_too_large {
            self.too_large.push(line.record);
        }
        if line.purpose == Purpose::Programme {
            match &line.amount {
                Some(amount) => self.programme.amount = self.programme.amount + amount.value,
                None => self.programme.is_at_least = true,
            }
            return;
        }
        for basis in Basis::ALL {
            if line.is_running_on(basis) {
                self.running.get_mut(basis).add(line);
            }
        }
        let hours = line.hours.map_or(Hours::ZERO, |hours| hours.value);
        if line.category == Category::Meetings {
            self.hours.meetings = self.hours.meetings + hours;
        }
        if !line.is_already_in_staff {
            self.hours.all = self.hours.all + hours;
        }
    }
}

impl Costs {
    fn add<N: Copy>(&mut self, line: &CostLine<N>) {
        let Some(amount) = &line.amount else {
            self.total.is_at_least = true;
            self.incomplete.push(line.record);
            self.incomplete_classes.insert(line.class);
            return;
        };
        let amount = amount.value;
        self.total.amount = self.total.amount + amount;
        increase(self.by_class.entry(line.class).or_default(), amount);
        increase(self.by_category.entry(line.category).or_default(), amount);
        increase(self.by_partner.entry(line.bearer).or_default(), amount);
        match line.grade {
            Some(grade) => {
                let time = self.by_grade.entry(grade).or_default();
                time.cost = time.cost + amount;
                if !line.is_already_in_staff {
                    time.hours = time.hours + line.hours.map_or(Hours::ZERO, |hours| hours.value);
                }
            }
            None => self.non_staff = self.non_staff + amount,
        }
    }
}

fn increase(sum: &mut Money, by: Money) {
    *sum = *sum + by;
}
