//! What the rows of a league table are grouped by, and which partnerships each group holds.

use std::collections::BTreeMap;

use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::guidance::edition::edition;
use crate::model::partnership::Model;
use crate::model::record_name::partner_name;
use crate::units::display;
use crate::units::id::Id;

/// What the rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Nothing.
    #[default]
    None,
    /// The model.
    Model,
    /// The topic.
    Topic,
    /// Each body that takes part: a partnership stands in the group of every member.
    Partner,
    /// Whether the law requires it.
    Statutory,
    /// The band of the benefit–cost ratio.
    Band,
}

impl Grouping {
    /// Every one, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::None,
        Self::Model,
        Self::Topic,
        Self::Partner,
        Self::Statutory,
        Self::Band,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::None => "No groups",
            Self::Model => "Model",
            Self::Topic => "Topic",
            Self::Partner => "Partner",
            Self::Statutory => "Required by law",
            Self::Band => "Value for money",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Model => "model",
            Self::Topic => "topic",
            Self::Partner => "partner",
            Self::Statutory => "statutory",
            Self::Band => "band",
        }
    }

    /// The one of this key.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.key() == key)
    }
}

/// Some partnerships that have something in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Members {
    /// What they have in common.
    pub(crate) name: String,
    /// Their places in the findings, in order.
    pub(crate) places: Vec<usize>,
}

/// The groups in the order of the table, none of them empty; one without a name where nothing is asked for.
pub(crate) fn groups(findings: &Findings, grouping: Grouping) -> Vec<Members> {
    let all = &findings.partnerships;
    let whose = |is_one: &dyn Fn(&PartnershipFindings) -> bool| -> Vec<usize> {
        let found = all.iter().enumerate().filter(|(_, it)| is_one(it));
        found.map(|(at, _)| at).collect()
    };
    let group = |name: &str, is_one: &dyn Fn(&PartnershipFindings) -> bool| Members {
        name: name.to_owned(),
        places: whose(is_one),
    };
    let mut groups = match grouping {
        Grouping::None => vec![group("", &|_| true)],
        Grouping::Model => Model::ALL
            .into_iter()
            .map(|model| group(model.label(), &|it| it.model == model))
            .collect(),
        Grouping::Topic => by_topic(findings),
        Grouping::Partner => by_partner(findings),
        Grouping::Statutory => vec![
            group("Required by law", &|it| it.is_statutory),
            group("Not required by law", &|it| !it.is_statutory),
        ],
        Grouping::Band => {
            let bands = edition(findings.guidance).map(|it| it.value_for_money.bands());
            let mut groups: Vec<Members> = bands
                .unwrap_or_default()
                .iter()
                .rev()
                .map(|band| {
                    let name = format!(
                        "{} value for money by its ratio",
                        display::capitalised(&band.name)
                    );
                    group(&name, &|it| {
                        it.appraisal.worth.band == Some(band.name.as_str())
                    })
                })
                .collect();
            let without = "No ratio: no benefit has a price, or nothing is paid";
            groups.push(group(without, &|it| it.appraisal.worth.band.is_none()));
            groups
        }
    };
    groups.retain(|it| grouping == Grouping::None || !it.places.is_empty());
    groups
}

fn by_topic(findings: &Findings) -> Vec<Members> {
    // Two that differ in capitals only are one topic, under the name that stands first.
    let mut topics: BTreeMap<String, Members> = BTreeMap::new();
    let mut without = Vec::new();
    for (at, it) in findings.partnerships.iter().enumerate() {
        let topic = it.topic.trim();
        if topic.is_empty() {
            without.push(at);
            continue;
        }
        let group = topics.entry(topic.to_lowercase());
        let group = group.or_insert_with(|| Members {
            name: topic.to_owned(),
            places: Vec::new(),
        });
        group.places.push(at);
    }
    let last = Members {
        name: "No topic".to_owned(),
        places: without,
    };
    topics.into_values().chain([last]).collect()
}

fn by_partner(findings: &Findings) -> Vec<Members> {
    let register = &findings.register;
    let typed = register.partnerships.iter();
    let typed: BTreeMap<Id, &[Id]> = typed.map(|it| (it.id, it.members.as_slice())).collect();
    let mut of: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
    let mut without = Vec::new();
    for (at, it) in findings.partnerships.iter().enumerate() {
        let members = typed.get(&it.id).copied().unwrap_or_default();
        if members.is_empty() {
            without.push(at);
        }
        for member in members {
            let places = of.entry(*member).or_default();
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    let groups = register.partners.iter().map(|partner| Members {
        name: partner_name(register, Some(partner.id)),
        places: of.remove(&partner.id).unwrap_or_default(),
    });
    let mut groups: Vec<Members> = groups.collect();
    // Members that the register does not have; a check says so.
    let mut stray: Vec<usize> = of.into_values().flatten().collect();
    stray.sort_unstable();
    stray.dedup();
    groups.push(Members {
        name: "Partners that are not in the register".to_owned(),
        places: stray,
    });
    groups.push(Members {
        name: "No members yet".to_owned(),
        places: without,
    });
    groups
}
