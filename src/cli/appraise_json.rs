//! The JSON of `appraise`: a contract with other programs, keys in a fixed order, figures exact to ten decimals.

use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::cli::list_overlaps::InAppraise;
use crate::cli::worth_json::{OfAppraisal, OfTransfer, net_positions, of_appraisal, transfers};
use crate::costing::basis::{Basis, ByBasis};
use crate::costing::cost_line::{Category, Class};
use crate::costing::schedule::{TimeCost, Total};
use crate::findings::findings::{Findings, METHOD};
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio::PortfolioFindings;
use crate::model::query::Query;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Quantity;

/// Raised when a key changes its name or its meaning; new keys do not raise it.
const SCHEMA: u32 = 1;

/// The whole answer.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    schema: u32,
    program: &'static str,
    method: u32,
    guidance: &'static str,
    basis: &'static str,
    year: String,
    partnerships: Vec<OfPartnership>,
    portfolio: OfPortfolio,
    queries: Vec<OfQuery>,
}

#[derive(Debug, Serialize)]
struct OfPartnership {
    id: String,
    name: String,
    model: &'static str,
    annual_cost: OnBoth,
    by_class: Pairs<String>,
    by_category: Pairs<String>,
    by_partner: Pairs<String>,
    by_grade: Pairs<OfGrade>,
    non_staff: String,
    programme_spend: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    incomplete: Vec<String>,
    hours: OfHours,
    achievement: OfAchievement,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost_per_point: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cost_per_extra_point: Option<String>,
    appraisal: OfAppraisal,
}

#[derive(Debug, Serialize)]
struct OnBoth {
    exhibit2: String,
    full: String,
}

#[derive(Debug, Serialize)]
struct OfGrade {
    hours: String,
    cost: String,
}

#[derive(Debug, Serialize)]
struct OfHours {
    meetings: String,
    all: String,
}

#[derive(Debug, Serialize)]
struct OfAchievement {
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<String>,
    low: String,
    high: String,
    known_weight: String,
}

#[derive(Debug, Serialize)]
struct OfPortfolio {
    count: usize,
    annual_cost: OnBoth,
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<String>,
    pvc: String,
    pvb: String,
    npsv: String,
    frontier: Vec<String>,
    dominated: Pairs<String>,
    senior_days: String,
    net_position: Pairs<String>,
    to_the_public: String,
    transfers: Vec<OfTransfer>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    overlaps: Vec<InAppraise>,
}

#[derive(Debug, Serialize)]
struct OfQuery {
    severity: &'static str,
    record: String,
    message: String,
    hint: String,
}

/// An object whose keys keep their order.
#[derive(Debug)]
pub(crate) struct Pairs<V>(pub(crate) Vec<(String, V)>);

impl<V: Serialize> Serialize for Pairs<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Answer {
    /// The answer on `basis`.
    pub(crate) fn new(findings: &Findings, basis: Basis, overlaps: Vec<InAppraise>) -> Self {
        let extra = findings.portfolio.cost_per_extra_point.get(basis);
        Self {
            schema: SCHEMA,
            program: concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION")),
            method: METHOD,
            guidance: findings.guidance,
            basis: basis.key(),
            year: findings.year.to_string(),
            partnerships: findings
                .partnerships
                .iter()
                .map(|it| of_partnership(it, basis, extra.get(&it.id).copied().map(exact)))
                .collect(),
            portfolio: OfPortfolio {
                overlaps,
                ..of_portfolio(&findings.portfolio, basis)
            },
            queries: findings.queries().map(of_query).collect(),
        }
    }
}

fn of_partnership(
    it: &PartnershipFindings,
    basis: Basis,
    cost_per_extra_point: Option<String>,
) -> OfPartnership {
    let class = it.by_class.get(basis);
    let category = it.by_category.get(basis);
    let partners = it.by_partner.get(basis).iter();
    let of_grade = |time: &TimeCost| OfGrade {
        hours: exact(time.hours),
        cost: exact(time.cost),
    };
    OfPartnership {
        id: it.id.to_string(),
        name: it.name.clone(),
        model: it.model.key(),
        annual_cost: on_both(&it.annual_cost),
        by_class: all_of(&Class::ALL, Class::key, class),
        by_category: all_of(&Category::ALL, Category::key, category),
        by_partner: Pairs(partners_last_unassigned(partners)),
        by_grade: Pairs(
            it.by_grade
                .get(basis)
                .iter()
                .map(|(id, time)| (id.to_string(), of_grade(time)))
                .collect(),
        ),
        non_staff: exact(*it.non_staff.get(basis)),
        programme_spend: exact(it.programme.amount),
        incomplete: texts(it.incomplete.get(basis)),
        hours: OfHours {
            meetings: exact(it.hours.meetings),
            all: exact(it.hours.all),
        },
        achievement: OfAchievement {
            score: it.achievement.shown_score().map(exact),
            low: exact(it.achievement.low),
            high: exact(it.achievement.high),
            known_weight: exact(it.achievement.known_weight),
        },
        cost_per_point: it.cost_per_point.get(basis).map(exact),
        cost_per_extra_point,
        appraisal: of_appraisal(&it.appraisal),
    }
}

fn of_portfolio(portfolio: &PortfolioFindings, basis: Basis) -> OfPortfolio {
    let dominated = portfolio.dominated.get(basis).iter();
    OfPortfolio {
        count: portfolio.count,
        annual_cost: on_both(&portfolio.annual_cost),
        ours: portfolio.ours.get(basis).map(|ours| exact(ours.amount)),
        pvc: exact(portfolio.worth.pvc.amount),
        pvb: exact(portfolio.worth.pvb.amount),
        npsv: exact(portfolio.worth.npsv),
        frontier: texts(portfolio.frontier.get(basis)),
        dominated: Pairs(
            dominated
                .map(|(id, by)| (id.to_string(), by.to_string()))
                .collect(),
        ),
        senior_days: exact(portfolio.senior_days),
        net_position: net_positions(&portfolio.worth),
        to_the_public: exact(portfolio.worth.to_the_public),
        transfers: transfers(&portfolio.worth),
        overlaps: Vec::new(),
    }
}

fn of_query(query: &Query) -> OfQuery {
    OfQuery {
        severity: query.severity.label(),
        record: query.record.to_string(),
        message: query.message.clone(),
        hint: query.hint.clone(),
    }
}

pub(crate) fn exact(figure: impl Quantity) -> String {
    display::exact_text(figure.decimal())
}

fn on_both(cost: &ByBasis<Total>) -> OnBoth {
    OnBoth {
        exhibit2: exact(cost.exhibit2.amount),
        full: exact(cost.full.amount),
    }
}

fn texts(ids: &[Id]) -> Vec<String> {
    ids.iter().map(Id::to_string).collect()
}

/// Every key of a fixed list, nought where nothing falls under it.
fn all_of<K: Copy + Ord, Q: Quantity>(
    all: &[K],
    key: fn(K) -> &'static str,
    found: &BTreeMap<K, Q>,
) -> Pairs<String> {
    let amount = |it| exact(found.get(&it).copied().unwrap_or_default());
    Pairs(
        all.iter()
            .map(|it| (key(*it).to_owned(), amount(*it)))
            .collect(),
    )
}

fn partners_last_unassigned<'a, Q: Quantity>(
    partners: impl Iterator<Item = (&'a Option<Id>, &'a Q)>,
) -> Vec<(String, String)> {
    let (mut named, mut unassigned) = (Vec::new(), None);
    for (partner, amount) in partners {
        match partner {
            Some(id) => named.push((id.to_string(), exact(*amount))),
            None => unassigned = Some(exact(*amount)),
        }
    }
    let nought = || exact(Q::default());
    named.push(("unassigned".to_owned(), unassigned.unwrap_or_else(nought)));
    named
}
