//! Lists to choose a partner or a grade from.

use crate::gui::widgets::pick_cell::{NONE, place};
use crate::model::grade::Grade;
use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name_in, partner_name};
use crate::model::register::Register;
use crate::units::id::Id;

/// What can be chosen: a name and what it stands for. The first takes the choice back.
pub(crate) struct Options {
    ids: Vec<Option<Id>>,
    names: Vec<String>,
    /// The names with whose they are, where the list leaves that out.
    full_names: Vec<String>,
}

impl Options {
    /// The register's partners.
    pub(crate) fn partners(register: &Register) -> Self {
        let mut options = Self::none();
        for partner in register.partners.iter() {
            let name = partner_name(register, Some(partner.id));
            options.push(partner.id, name.clone(), name);
        }
        options
    }

    /// The register's grades: those of `whose` first, then those of nobody in particular, then the others.
    pub(crate) fn grades(register: &Register, whose: Option<Id>) -> Self {
        let mut options = Self::none();
        for wanted in 0..3 {
            let of_rank = |it: &&Grade| rank(it, whose) == wanted;
            for grade in register.grades.iter().filter(of_rank) {
                let name = name_for(register, grade, whose);
                options.push(grade.id, name, full_name(register, grade));
            }
        }
        options
    }

    /// The pooled budgets of a partnership.
    pub(crate) fn pools(register: &Register, partnership: &Partnership) -> Self {
        let mut options = Self::none();
        for pool in &partnership.pools {
            let name = line_name_in(register, partnership, pool.id);
            options.push(pool.id, name.clone(), name);
        }
        options
    }

    /// The same but for one of them.
    #[must_use]
    pub(crate) fn without(mut self, id: Id) -> Self {
        if let Some(at) = self.place(Some(id)) {
            self.ids.remove(at);
            self.names.remove(at);
            self.full_names.remove(at);
        }
        self
    }

    /// The name of a partner as its list has it; blank where none is chosen.
    pub(crate) fn partner_name(register: &Register, id: Option<Id>) -> String {
        match id {
            Some(_) => partner_name(register, id),
            None => String::new(),
        }
    }

    /// The name of a grade as the list for `whose` has it; blank where none is chosen.
    pub(crate) fn grade_name(register: &Register, id: Option<Id>, whose: Option<Id>) -> String {
        let grade = id.and_then(|id| register.grade(id));
        grade.map_or_else(String::new, |grade| name_for(register, grade, whose))
    }

    /// What is meant by a text that was typed or pasted; a blank means nothing.
    ///
    /// # Errors
    /// That there is no such name, or several.
    pub(crate) fn find(&self, text: &str, noun: &str) -> Result<Option<Id>, String> {
        let by_name = place(&self.names, text, noun);
        let at = by_name.or_else(|why| place(&self.full_names, text, noun).map_err(|_| why))?;
        Ok(self.at(at))
    }

    fn none() -> Self {
        Self {
            ids: vec![None],
            names: vec![NONE.to_owned()],
            full_names: vec![NONE.to_owned()],
        }
    }

    fn push(&mut self, id: Id, name: String, full_name: String) {
        self.ids.push(Some(id));
        self.names.push(name);
        self.full_names.push(full_name);
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

    /// The names, in order.
    pub(crate) fn into_names(self) -> Vec<String> {
        self.names
    }

    /// What stands at a place.
    pub(crate) fn at(&self, place: usize) -> Option<Id> {
        self.ids.get(place).copied().flatten()
    }
}

fn rank(grade: &Grade, whose: Option<Id>) -> u8 {
    match grade.partner {
        None => 1,
        owner if owner == whose => 0,
        Some(_) => 2,
    }
}

/// The name of a grade in a list for `whose`: with its owner where that is somebody else.
fn name_for(register: &Register, grade: &Grade, whose: Option<Id>) -> String {
    if rank(grade, whose) == 2 {
        full_name(register, grade)
    } else {
        short_name(grade)
    }
}

fn full_name(register: &Register, grade: &Grade) -> String {
    let name = short_name(grade);
    match grade.partner {
        Some(_) => format!("{name} ({})", partner_name(register, grade.partner)),
        None => name,
    }
}

fn short_name(grade: &Grade) -> String {
    if grade.name.trim().is_empty() {
        grade.id.to_string()
    } else {
        grade.name.clone()
    }
}
