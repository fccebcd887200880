//! Lists to choose a partner or a grade from.

use crate::findings::record_name::{line_name_in, partner_name};
use crate::gui::inputs::pick::NONE;
use crate::model::grade::Grade;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::id::Id;

/// What can be chosen: a name and what it stands for. The first takes the choice back.
pub(crate) struct Options {
    ids: Vec<Option<Id>>,
    names: Vec<String>,
}

impl Options {
    /// The register's partners.
    pub(crate) fn partners(register: &Register) -> Self {
        let mut options = Self::none();
        for partner in register.partners.iter() {
            options.push(partner.id, partner_name(register, Some(partner.id)));
        }
        options
    }

    /// The register's grades: those of `whose` first, then those of nobody in particular, then the others.
    pub(crate) fn grades(register: &Register, whose: Option<Id>) -> Self {
        let mut options = Self::none();
        let rank = |grade: &Grade| match grade.partner {
            None => 1,
            owner if owner == whose => 0,
            Some(_) => 2,
        };
        for wanted in 0..3 {
            for grade in register.grades.iter().filter(|it| rank(it) == wanted) {
                let name = if grade.name.trim().is_empty() {
                    grade.id.to_string()
                } else {
                    grade.name.clone()
                };
                let name = match grade.partner {
                    Some(_) if wanted == 2 => {
                        format!("{name} ({})", partner_name(register, grade.partner))
                    }
                    _ => name,
                };
                options.push(grade.id, name);
            }
        }
        options
    }

    /// The pooled budgets of a partnership.
    pub(crate) fn pools(register: &Register, partnership: &Partnership) -> Self {
        let mut options = Self::none();
        for pool in &partnership.pools {
            options.push(pool.id, line_name_in(register, partnership, pool.id));
        }
        options
    }

    /// The same but for one of them.
    #[must_use]
    pub(crate) fn without(mut self, id: Id) -> Self {
        if let Some(at) = self.place(Some(id)) {
            self.ids.remove(at);
            self.names.remove(at);
        }
        self
    }

    fn none() -> Self {
        Self {
            ids: vec![None],
            names: vec![NONE.to_owned()],
        }
    }

    fn push(&mut self, id: Id, name: String) {
        self.ids.push(Some(id));
        self.names.push(name);
    }

    /// The names, in order.
    pub(crate) fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    /// The place of `id`; nothing where nothing is chosen.
    pub(crate) fn place(&self, id: Option<Id>) -> Option<usize> {
        self.ids
            .iter()
            .skip(1)
            .position(|it| *it == id)?
            .checked_add(1)
    }

    /// What stands at a place.
    pub(crate) fn at(&self, place: usize) -> Option<Id> {
        self.ids.get(place).copied().flatten()
    }
}
