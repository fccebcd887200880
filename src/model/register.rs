//! Everything that a file holds: settings, partners, grades and partnerships.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::grade::Grade;
use crate::model::outcome::Outcome;
use crate::model::paper::Paper;
use crate::model::partner::Partner;
use crate::model::partnership::Partnership;
use crate::model::scenario::Scenario;
use crate::model::settings::Settings;
use crate::model::snapshot::Snapshot;
use crate::units::id::{Id, Kind, LARGEST};
use crate::units::year::FinancialYear;

/// A register of partnerships. Its parts are shared, so that a copy for undo costs next to nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// Who keeps it, for which year.
    pub settings: Arc<Settings>,
    /// The bodies that take part.
    #[serde(default)]
    pub partners: Arc<Vec<Partner>>,
    /// Their grades.
    #[serde(default)]
    pub grades: Arc<Vec<Grade>>,
    /// Outcomes that benefits of more than one partnership may claim a part of.
    #[serde(default)]
    pub outcomes: Arc<Vec<Outcome>>,
    /// Quantities taken otherwise, to see what then follows.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub scenarios: Arc<Vec<Scenario>>,
    /// The figures of earlier days, the oldest first.
    #[serde(default, skip_serializing_if = "is_none_kept")]
    pub snapshots: Arc<Vec<Snapshot>>,
    /// What is typed of the board paper on all partnerships.
    #[serde(default, skip_serializing_if = "is_untyped")]
    pub paper: Arc<Paper>,
    /// The partnerships.
    #[serde(default)]
    pub partnerships: Vec<Arc<Partnership>>,
    /// The number of the last id that was given; ids are never used again.
    #[serde(default)]
    pub last_id: u32,
}

impl Register {
    /// An empty register of `base_year`.
    pub fn new(base_year: FinancialYear) -> Self {
        Self {
            settings: Arc::new(Settings::new(base_year)),
            partners: Arc::default(),
            grades: Arc::default(),
            outcomes: Arc::default(),
            scenarios: Arc::default(),
            snapshots: Arc::default(),
            paper: Arc::default(),
            partnerships: Vec::new(),
            last_id: 0,
        }
    }

    /// An id that no record of this register ever had.
    pub fn new_id(&mut self, kind: Kind) -> Id {
        self.last_id = self.last_id.saturating_add(1);
        Id::new(kind, self.last_id)
    }

    /// Adds a partnership with nothing known of it.
    pub fn add_partnership(&mut self) -> Id {
        let id = self.new_id(Kind::Partnership);
        self.partnerships.push(Arc::new(Partnership::new(id)));
        id
    }

    /// The partner of this id.
    pub fn partner(&self, id: Id) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.id == id)
    }

    /// The grade of this id.
    pub fn grade(&self, id: Id) -> Option<&Grade> {
        self.grades.iter().find(|grade| grade.id == id)
    }

    /// The outcome of this id.
    pub fn outcome(&self, id: Id) -> Option<&Outcome> {
        self.outcomes.iter().find(|outcome| outcome.id == id)
    }

    /// The scenario of this id.
    pub fn scenario(&self, id: Id) -> Option<&Scenario> {
        self.scenarios.iter().find(|scenario| scenario.id == id)
    }

    /// The partnership of this id.
    pub fn partnership(&self, id: Id) -> Option<&Arc<Partnership>> {
        self.partnerships
            .iter()
            .find(|partnership| partnership.id == id)
    }

    /// The body that keeps the register.
    pub fn us(&self) -> Option<&Partner> {
        self.partners.iter().find(|partner| partner.is_us)
    }

    /// Raises the counter over every id in use, as a file written by hand may need.
    pub fn settle_last_id(&mut self) {
        // A counter beyond every id that can be read is none.
        let mut last = if self.last_id > LARGEST {
            0
        } else {
            self.last_id
        };
        self.each_record(|id, _| last = last.max(id.number()));
        self.last_id = last;
    }

    /// Calls `see` with the id of every record, and what sort of record it is.
    pub fn each_record(&self, mut see: impl FnMut(Id, Kind)) {
        for award in &self.settings.pay_awards {
            see(award.id, Kind::PayAward);
        }
        for partner in self.partners.iter() {
            see(partner.id, Kind::Partner);
        }
        for grade in self.grades.iter() {
            see(grade.id, Kind::Grade);
        }
        for index in &self.settings.price_indices {
            see(index.id, Kind::PriceIndex);
        }
        for outcome in self.outcomes.iter() {
            see(outcome.id, Kind::Outcome);
        }
        for scenario in self.scenarios.iter() {
            see(scenario.id, Kind::Scenario);
            for it in &scenario.overrides {
                see(it.id, Kind::Override);
            }
        }
        for snapshot in self.snapshots.iter() {
            see(snapshot.id, Kind::Snapshot);
        }
        for partnership in &self.partnerships {
            see(partnership.id, Kind::Partnership);
            partnership.each_record(&mut see);
        }
    }

    /// The first id that cannot be told apart: it stands on two records, or on a record of another sort.
    ///
    /// The program never makes such an id; a file written by hand may hold one.
    pub fn odd_id(&self) -> Option<OddId> {
        let mut ids = Vec::new();
        let mut odd = None;
        self.each_record(|id, kind| {
            if id.kind() != kind && odd.is_none() {
                odd = Some(OddId::Misplaced(id));
            }
            ids.push(id);
        });
        ids.sort_unstable();
        let twice = ids.windows(2).find_map(|pair| match pair {
            [a, b] if a == b => Some(OddId::Twice(*a)),
            _ => None,
        });
        odd.or(twice)
    }
}

fn is_empty(scenarios: &Arc<Vec<Scenario>>) -> bool {
    scenarios.is_empty()
}

fn is_untyped(paper: &Arc<Paper>) -> bool {
    paper.is_blank()
}

fn is_none_kept(snapshots: &Arc<Vec<Snapshot>>) -> bool {
    snapshots.is_empty()
}

/// An id that cannot be told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OddId {
    /// Two records have it.
    Twice(Id),
    /// Its letter is that of another sort of record.
    Misplaced(Id),
}
