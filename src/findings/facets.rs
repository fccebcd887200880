//! What a filter could be set to: the models, topics and partners that occur, and how many partnerships each would leave.

use std::collections::BTreeMap;

use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::model::partnership::{Model, Partnership};
use crate::units::id::Id;

/// The choices of each part of a filter, with how many partnerships would be left, all its other parts being as they are.
///
/// What would leave nobody is no choice, unless it is what is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// The models.
    pub models: BTreeMap<Model, usize>,
    /// The topics, by name; an empty one is those without a topic.
    pub topics: BTreeMap<String, usize>,
    /// The partners, in order of id.
    pub partners: BTreeMap<Id, usize>,
    /// Those that the law does not require, and those that it does.
    pub statutory: BTreeMap<bool, usize>,
}

/// Counts the choices that there are beside those of `filter`, of the findings of a whole register.
pub fn facets(findings: &Findings, filter: &Filter) -> Facets {
    let blank = |blank: &dyn Fn(&mut Filter)| {
        let mut others = filter.clone();
        blank(&mut others);
        kept(findings, &others)
    };
    let mut found = Facets::default();
    for (it, _) in blank(&|it| it.model = None) {
        count(&mut found.models, it.model);
    }
    for (it, _) in blank(&|it| it.topic = None) {
        count(&mut found.topics, it.topic.trim().to_owned());
    }
    for (_, typed) in blank(&|it| it.partner = None) {
        for member in typed.map(|it| it.members.as_slice()).unwrap_or_default() {
            count(&mut found.partners, *member);
        }
    }
    for (it, _) in blank(&|it| it.is_statutory = None) {
        count(&mut found.statutory, it.is_statutory);
    }
    keep_chosen(&mut found.models, filter.model);
    let topic = filter.topic.as_ref().map(|it| it.trim().to_owned());
    keep_chosen(&mut found.topics, topic);
    keep_chosen(&mut found.partners, filter.partner);
    keep_chosen(&mut found.statutory, filter.is_statutory);
    found
}

fn kept<'f>(
    findings: &'f Findings,
    filter: &Filter,
) -> Vec<(&'f PartnershipFindings, Option<&'f Partnership>)> {
    let register = &findings.register;
    let all = findings.partnerships.iter().map(AsRef::as_ref);
    let places = filter.kept(register, all);
    let of = |at: usize| {
        let found = findings.partnerships.get(at)?.as_ref();
        let typed = register.partnerships.get(at).map(AsRef::as_ref);
        Some((found, typed.filter(|typed| typed.id == found.id)))
    };
    places.into_iter().filter_map(of).collect()
}

fn count<K: Ord>(counts: &mut BTreeMap<K, usize>, key: K) {
    let n = counts.entry(key).or_default();
    *n = n.saturating_add(1);
}

fn keep_chosen<K: Ord>(counts: &mut BTreeMap<K, usize>, chosen: Option<K>) {
    if let Some(chosen) = chosen {
        counts.entry(chosen).or_default();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::findings::findings::{Question, appraise};
    use crate::guidance::edition;
    use crate::model::register::Register;
    use crate::units::id::Kind;
    use crate::units::year::FinancialYear;

    /// Ash: co-located, Health, with o1 and o2. Birch: steering group, no topic, with o1. Cedar: steering group,
    /// Health, statutory, with o2.
    fn findings() -> Findings {
        let year = FinancialYear::starting(2026);
        let mut register = Register::new(year);
        let (one, two) = (Id::new(Kind::Partner, 1), Id::new(Kind::Partner, 2));
        for (name, model, topic, is_statutory, members) in [
            (
                "Ash",
                Model::CoLocatedStaff,
                "Health",
                false,
                vec![one, two],
            ),
            ("Birch", Model::SteeringGroup, "", false, vec![one]),
            ("Cedar", Model::SteeringGroup, " Health ", true, vec![two]),
        ] {
            let id = register.add_partnership();
            let found = register.partnerships.iter_mut().find(|it| it.id == id);
            let it = Arc::make_mut(found.unwrap());
            name.clone_into(&mut it.name);
            topic.clone_into(&mut it.topic);
            (it.model, it.is_statutory, it.members) = (model, is_statutory, members);
        }
        appraise(&register, edition::newest(), Question { year })
    }

    fn counts<K: Clone + Ord>(counts: &BTreeMap<K, usize>) -> Vec<(K, usize)> {
        counts.iter().map(|(key, n)| (key.clone(), *n)).collect()
    }

    #[test]
    fn without_a_filter_every_value_that_occurs_is_counted() {
        let found = facets(&findings(), &Filter::default());
        let models = [(Model::CoLocatedStaff, 1), (Model::SteeringGroup, 2)];
        assert_eq!(counts(&found.models), models);
        let topics = [(String::new(), 1), ("Health".to_owned(), 2)];
        assert_eq!(counts(&found.topics), topics);
        let of = |n: u32| Id::new(Kind::Partner, n);
        assert_eq!(counts(&found.partners), [(of(1), 2), (of(2), 2)]);
        assert_eq!(counts(&found.statutory), [(false, 2), (true, 1)]);
    }

    #[test]
    fn a_choice_counts_what_the_other_choices_leave() {
        let filter = Filter {
            model: Some(Model::SteeringGroup),
            ..Filter::default()
        };
        let found = facets(&findings(), &filter);
        // Its own choice does not narrow itself.
        assert_eq!(found.models.len(), 2);
        let topics = [(String::new(), 1), ("Health".to_owned(), 1)];
        assert_eq!(counts(&found.topics), topics);
        assert_eq!(counts(&found.statutory), [(false, 1), (true, 1)]);
    }

    #[test]
    fn what_is_chosen_stays_a_choice_though_it_leaves_nobody() {
        let filter = Filter {
            model: Some(Model::CoLocatedStaff),
            is_statutory: Some(true),
            ..Filter::default()
        };
        let found = facets(&findings(), &filter);
        let models = [(Model::CoLocatedStaff, 0), (Model::SteeringGroup, 1)];
        assert_eq!(counts(&found.models), models);
        assert_eq!(counts(&found.statutory), [(false, 1), (true, 0)]);
    }
}
