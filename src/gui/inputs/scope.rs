//! Where a list of records stands in the register, to read and to change.

use std::sync::Arc;

use crate::gui::inputs::keyed::Keyed;
use crate::gui::inputs::record::Record;
use crate::model::meeting::Meeting;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::id::Id;

/// A list of records of one kind.
pub enum Scope<T: 'static> {
    /// A list of the register itself.
    Register(fn(&Register) -> &Vec<T>, fn(&mut Register) -> &mut Vec<T>),
    /// A list of one partnership.
    Partnership(
        Id,
        fn(&Partnership) -> &Vec<T>,
        fn(&mut Partnership) -> &mut Vec<T>,
    ),
    /// A list of one meeting of one partnership.
    Meeting(
        Id,
        Id,
        fn(&Meeting) -> &Vec<T>,
        fn(&mut Meeting) -> &mut Vec<T>,
    ),
    /// A list of one record of one partnership, such as the years of a cash line.
    Within(
        Id,
        Id,
        fn(&Partnership, Id) -> Option<&Vec<T>>,
        fn(&mut Partnership, Id) -> Option<&mut Vec<T>>,
    ),
    /// A list of one record of the register, such as the quantities of a scenario.
    Inside(
        Id,
        fn(&Register, Id) -> Option<&Vec<T>>,
        fn(&mut Register, Id) -> Option<&mut Vec<T>>,
    ),
    /// The one record of a partnership for an entry of a catalogue.
    Entry(Keyed<T>),
}

impl<T> Clone for Scope<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Scope<T> {}

impl<T: Record> Scope<T> {
    /// The records; none where what they belong to is gone.
    pub fn list(self, register: &Register) -> &[T] {
        let found = match self {
            Self::Register(read, _) => Some(read(register)),
            Self::Partnership(id, read, _) => register.partnership(id).map(|it| read(it)),
            Self::Meeting(id, meeting, read, _) => register
                .partnership(id)
                .and_then(|it| it.meetings.iter().find(|it| it.id == meeting))
                .map(read),
            Self::Within(id, owner, read, _) => {
                let partnership = register.partnership(id);
                partnership.and_then(|it| read(it, owner))
            }
            Self::Inside(owner, read, _) => read(register, owner),
            Self::Entry(it) => register
                .partnership(it.partnership)
                .map(|owner| (it.list)(owner)),
        };
        found.map(Vec::as_slice).unwrap_or_default()
    }

    /// The partnership that the records belong to.
    pub fn partnership(self) -> Option<Id> {
        match self {
            Self::Register(..) | Self::Inside(..) => None,
            Self::Partnership(id, ..) | Self::Meeting(id, ..) | Self::Within(id, ..) => Some(id),
            Self::Entry(it) => Some(it.partnership),
        }
    }

    /// What the records belong to, to tell two lists apart.
    pub fn owner(self) -> Id {
        match self {
            Self::Register(..) => Id::SETTINGS,
            Self::Partnership(id, ..)
            | Self::Meeting(_, id, ..)
            | Self::Within(_, id, ..)
            | Self::Inside(id, ..) => id,
            Self::Entry(it) => it.partnership,
        }
    }

    /// A change of one record.
    pub fn change(self, label: String, record: Id, change: impl FnOnce(&mut T) + 'static) -> Edit {
        if let Self::Entry(it) = self {
            return it.change(label, change);
        }
        self.change_list(label, move |list| {
            if let Some(found) = list.iter_mut().find(|it| it.id() == record) {
                change(found);
            }
        })
    }

    /// A new record at the end of the list.
    pub fn add_new(self) -> Edit {
        Edit::new(format!("add {}", T::ONE), move |register: &mut Register| {
            let record = T::fresh(register.new_id(T::KIND));
            if let Some(list) = self.list_mut(register) {
                list.push(record);
            }
        })
    }

    /// The list without one record.
    pub fn delete(self, record: Id, name: &str) -> Edit {
        let label = format!("delete {} {name}", T::ONE);
        self.change_list(label, move |list| list.retain(|it| it.id() != record))
    }

    fn change_list(self, label: String, change: impl FnOnce(&mut Vec<T>) + 'static) -> Edit {
        Edit::new(label, move |register: &mut Register| {
            if let Some(list) = self.list_mut(register) {
                change(list);
            }
        })
    }

    pub(crate) fn list_mut(self, register: &mut Register) -> Option<&mut Vec<T>> {
        let partnership = |register: &'_ mut Register, id| {
            let found = register.partnerships.iter().position(|it| it.id == id)?;
            Some(found)
        };
        match self {
            Self::Register(_, write) => Some(write(register)),
            Self::Partnership(id, _, write) => {
                let at = partnership(register, id)?;
                Some(write(Arc::make_mut(register.partnerships.get_mut(at)?)))
            }
            Self::Meeting(id, meeting, _, write) => {
                let at = partnership(register, id)?;
                let owner = Arc::make_mut(register.partnerships.get_mut(at)?);
                let meeting = owner.meetings.iter_mut().find(|it| it.id == meeting)?;
                Some(write(meeting))
            }
            Self::Within(id, within, _, write) => {
                let at = partnership(register, id)?;
                write(Arc::make_mut(register.partnerships.get_mut(at)?), within)
            }
            Self::Inside(owner, _, write) => write(register, owner),
            Self::Entry(it) => {
                let at = partnership(register, it.partnership)?;
                let owner = Arc::make_mut(register.partnerships.get_mut(at)?);
                Some((it.list_mut)(owner))
            }
        }
    }
}

/// The id that the next new record will have.
pub(crate) fn next_id<T: Record>(register: &Register) -> Id {
    Id::new(T::KIND, register.last_id.saturating_add(1))
}
