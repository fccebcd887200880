//! A record that stands for one entry of a catalogue: it comes with the first thing typed into it, and goes with the last.

use std::sync::Arc;

use crate::gui::inputs::record::Record;
use crate::model::health_answer::HealthAnswer;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::id::Id;

/// The one record of a partnership for an entry of a catalogue.
pub struct Keyed<T: 'static> {
    /// The partnership.
    pub partnership: Id,
    /// The entry.
    pub key: &'static str,
    /// Where such records stand.
    pub list: fn(&Partnership) -> &Vec<T>,
    /// The same, to change.
    pub list_mut: fn(&mut Partnership) -> &mut Vec<T>,
    /// The entry of a record.
    pub key_of: fn(&T) -> &str,
    /// A record for an entry with nothing known of it.
    pub fresh: fn(Id, &str) -> T,
    /// Whether a record says nothing.
    pub is_blank: fn(&T) -> bool,
}

impl<T> Clone for Keyed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Keyed<T> {}

impl Keyed<HealthAnswer> {
    /// The answer to a question.
    pub fn answer(partnership: Id, key: &'static str) -> Self {
        Self {
            partnership,
            key,
            list: |it| &it.health,
            list_mut: |it| &mut it.health,
            key_of: |it| &it.question,
            fresh: HealthAnswer::new,
            is_blank: |it| *it == HealthAnswer::new(it.id, &it.question),
        }
    }
}

impl<T: Record> Keyed<T> {
    /// A change of the record: it is made first where there is none, and taken away where nothing is left in it.
    pub fn change(self, label: String, change: impl FnOnce(&mut T) + 'static) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            let all = &register.partnerships;
            let Some(at) = all.iter().position(|it| it.id == self.partnership) else {
                return;
            };
            let found = all.get(at).and_then(|it| self.find((self.list)(it)));
            let new = match found {
                Some(_) => None,
                None => Some((self.fresh)(register.new_id(T::KIND), self.key)),
            };
            let Some(partnership) = register.partnerships.get_mut(at) else {
                return;
            };
            let list = (self.list_mut)(Arc::make_mut(partnership));
            list.extend(new);
            let Some(at) = self.find(list) else { return };
            if let Some(record) = list.get_mut(at) {
                change(record);
                if (self.is_blank)(record) {
                    list.remove(at);
                }
            }
        })
    }

    /// Takes the record away with all that is in it.
    pub fn delete(self, label: String) -> Edit {
        let fresh = self.fresh;
        self.change(label, move |it| *it = fresh(it.id(), self.key))
    }

    fn find(&self, list: &[T]) -> Option<usize> {
        list.iter().position(|it| (self.key_of)(it) == self.key)
    }
}
