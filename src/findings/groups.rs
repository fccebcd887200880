//! Partnerships in groups, by topic, function or model: what each group costs, whose time it takes, and who bears it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::costing::basis::{Basis, ByBasis};
use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::model::partnership::{Function, Model};
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money, Number, Over, Rate};

/// What partnerships are put together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GroupBy {
    /// What they are about.
    Topic,
    /// What they do; one of several functions stands whole in each group.
    Function,
    /// How they are made up.
    Model,
}

impl GroupBy {
    /// Every way, in the order that they are offered.
    pub const ALL: [Self; 3] = [Self::Topic, Self::Function, Self::Model];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Topic => "Topic",
            Self::Function => "Function",
            Self::Model => "Model",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Function => "function",
            Self::Model => "model",
        }
    }
}

/// What the partnerships of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Common {
    /// The topic, without blanks at its ends.
    Topic(String),
    /// The function.
    Function(Function),
    /// The model.
    Model(Model),
    /// Nobody has said.
    NotSaid,
}

/// What the partnerships of a group come to. Costs are running costs of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub common: Common,
    /// The partnerships, in the order of the register.
    pub ids: Vec<Id>,
    /// Running cost to all partners.
    pub cost: ByBasis<Total>,
    /// Its share of the cost of all; nothing where that is nought.
    pub share: ByBasis<Option<Rate>>,
    /// The part of the cost that each partner bears; blank is unassigned.
    pub by_partner: ByBasis<BTreeMap<Option<Id>, Money>>,
    /// Programme spending, beside the running cost.
    pub programme: Total,
    /// Hours of people's time, nothing counted twice.
    pub hours: Hours,
    /// Days of senior people's time.
    pub senior_days: Number,
}

impl Group {
    fn new(common: Common) -> Self {
        Self {
            common,
            ids: Vec::new(),
            cost: ByBasis::default(),
            share: ByBasis::default(),
            by_partner: ByBasis::default(),
            programme: Total::default(),
            hours: Hours::ZERO,
            senior_days: Number::ZERO,
        }
    }

    fn add(&mut self, it: &PartnershipFindings) {
        self.ids.push(it.id);
        for basis in Basis::ALL {
            join(self.cost.get_mut(basis), *it.annual_cost.get(basis));
            let parts = self.by_partner.get_mut(basis);
            for (bearer, amount) in it.by_partner.get(basis) {
                let sum = parts.entry(*bearer).or_default();
                *sum = *sum + *amount;
            }
        }
        join(&mut self.programme, it.programme);
        self.hours = self.hours + it.hours.all;
        self.senior_days = self.senior_days + it.senior_days;
    }
}

/// The groups of the partnerships that are shown, dearest at full cost first, those of which nobody has said last.
///
/// By topic and by model every partnership is in one group, and the groups come to the whole exactly. By function one of
/// several functions stands whole in each, so the groups overlap and are not to be added up.
pub fn groups(findings: &Findings, by: GroupBy) -> Vec<Group> {
    let mut found: BTreeMap<Common, Group> = BTreeMap::new();
    for it in &findings.partnerships {
        for common in commons(findings, it, by) {
            let group = found.entry(common.clone());
            group.or_insert_with(|| Group::new(common)).add(it);
        }
    }
    let mut groups: Vec<Group> = found.into_values().collect();
    for group in &mut groups {
        for basis in Basis::ALL {
            let whole = findings.portfolio.annual_cost.get(basis).amount;
            *group.share.get_mut(basis) = group.cost.get(basis).amount.over(whole);
        }
    }
    // A stable sort: groups that cost as much stay in the order of what they have in common.
    groups.sort_by_key(|it| (it.common == Common::NotSaid, Reverse(it.cost.full.amount)));
    groups
}

fn commons(findings: &Findings, it: &PartnershipFindings, by: GroupBy) -> Vec<Common> {
    match by {
        GroupBy::Topic => vec![match it.topic.trim() {
            "" => Common::NotSaid,
            topic => Common::Topic(topic.to_owned()),
        }],
        GroupBy::Model => vec![Common::Model(it.model)],
        GroupBy::Function => {
            let typed = findings.register.partnership(it.id);
            let functions = typed.map(|it| it.functions.as_slice()).unwrap_or_default();
            let known = Function::ALL.into_iter();
            let known = known.filter(|it| functions.contains(it));
            let known: Vec<Common> = known.map(Common::Function).collect();
            if known.is_empty() {
                vec![Common::NotSaid]
            } else {
                known
            }
        }
    }
}

fn join(total: &mut Total, part: Total) {
    total.amount = total.amount + part.amount;
    total.is_at_least |= part.is_at_least;
}
