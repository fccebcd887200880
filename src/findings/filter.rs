//! Which partnerships are shown: by words, model, topic, partner, whether the law requires them, or one by one.

use std::collections::BTreeSet;

use crate::findings::partnership::PartnershipFindings;
use crate::model::partnership::{Model, Partnership};
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::Id;

/// A choice of partnerships; what is blank leaves out nobody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words of the name, the model or the topic.
    pub search: String,
    /// Those of this model.
    pub model: Option<Model>,
    /// Those about this topic; an empty one is those without a topic.
    pub topic: Option<String>,
    /// Those that this partner is a member of.
    pub partner: Option<Id>,
    /// Those that the law requires, or those that it does not.
    pub is_statutory: Option<bool>,
    /// These alone.
    pub only: Option<BTreeSet<Id>>,
}

impl Filter {
    /// These partnerships alone.
    pub fn only(ids: impl IntoIterator<Item = Id>) -> Self {
        Self {
            only: Some(ids.into_iter().collect()),
            ..Self::default()
        }
    }

    /// Whether it leaves out nobody.
    pub fn is_everything(&self) -> bool {
        let Self {
            search,
            model,
            topic,
            partner,
            is_statutory,
            only,
        } = self;
        search.trim().is_empty()
            && model.is_none()
            && topic.is_none()
            && partner.is_none()
            && is_statutory.is_none()
            && only.is_none()
    }

    /// Whether it keeps this one; `wanted` is `search`, folded once for all.
    fn keeps(&self, wanted: &str, it: &PartnershipFindings, typed: Option<&Partnership>) -> bool {
        let is_member = |partner: &Id| typed.is_some_and(|typed| typed.members.contains(partner));
        self.only.as_ref().is_none_or(|only| only.contains(&it.id))
            && self.model.is_none_or(|model| it.model == model)
            && self
                .topic
                .as_ref()
                .is_none_or(|topic| it.topic.trim() == topic.trim())
            && self.is_statutory.is_none_or(|is| it.is_statutory == is)
            && self.partner.as_ref().is_none_or(is_member)
            && has_words(wanted, it)
    }

    /// The places of those that it keeps, in the order of `all`; these are the findings of `register`.
    pub(crate) fn kept<'f>(
        &self,
        register: &Register,
        all: impl Iterator<Item = &'f PartnershipFindings>,
    ) -> Vec<usize> {
        let wanted = self.search.trim().to_lowercase();
        all.enumerate()
            .filter(|(at, it)| {
                let typed = register
                    .partnerships
                    .get(*at)
                    .filter(|typed| typed.id == it.id);
                let typed = typed.or_else(|| register.partnership(it.id));
                self.keeps(&wanted, it, typed.map(AsRef::as_ref))
            })
            .map(|(at, _)| at)
            .collect()
    }

    /// What it keeps, in words: `steering groups, topic Health, with Northshire NHS`. Empty where it leaves out nobody.
    pub fn in_words(&self, register: &Register) -> String {
        let mut words = Vec::new();
        if let Some(only) = &self.only {
            words.push(format!("{} selected", display::count_figure(only.len())));
        }
        if let Some(model) = self.model {
            words.push(format!("model {}", model.label().to_lowercase()));
        }
        if let Some(topic) = &self.topic {
            words.push(match topic.trim() {
                "" => "no topic".to_owned(),
                topic => format!("topic {topic}"),
            });
        }
        if let Some(partner) = self.partner {
            let name = register.partner(partner).map_or("", |it| it.name.trim());
            words.push(match name {
                "" => "with a partner without a name".to_owned(),
                name => format!("with {name}"),
            });
        }
        match self.is_statutory {
            Some(true) => words.push("statutory".to_owned()),
            Some(false) => words.push("not statutory".to_owned()),
            None => {}
        }
        match self.search.trim() {
            "" => {}
            search => words.push(format!("“{search}”")),
        }
        words.join(", ")
    }
}

fn has_words(wanted: &str, it: &PartnershipFindings) -> bool {
    let fields = [it.name.as_str(), it.model.label(), it.topic.as_str()];
    wanted.is_empty()
        || fields
            .iter()
            .any(|field| field.to_lowercase().contains(wanted))
}
