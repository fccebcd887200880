//! Undo and redo: whole registers, which share all that did not change.

use crate::model::register::Register;
use crate::units::id::InputId;

/// Steps that are kept.
const N_KEPT: usize = 500;

/// A state of the register, told apart from every other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Revision(u64);

/// A state that can be gone back to.
#[derive(Clone, Debug)]
struct State {
    revision: Revision,
    register: Register,
}

/// A step between two states.
#[derive(Clone, Debug)]
struct Step {
    label: String,
    /// The state on the other side of the step.
    other: State,
    typing: Option<InputId>,
}

/// The open register and the steps that led to it.
#[derive(Clone, Debug)]
pub struct History {
    now: State,
    past: Vec<Step>,
    future: Vec<Step>,
    last: u64,
}

impl History {
    /// A history that starts with `register`.
    pub fn new(register: Register) -> Self {
        Self {
            now: State {
                revision: Revision(0),
                register,
            },
            past: Vec::new(),
            future: Vec::new(),
            last: 0,
        }
    }

    /// The register as it is now.
    pub fn register(&self) -> &Register {
        &self.now.register
    }

    /// Which state that is.
    pub fn revision(&self) -> Revision {
        self.now.revision
    }

    /// Takes a step to `register`. Edits of one field while it is typed in join into one step; no change is no step.
    pub fn step(&mut self, label: String, register: Register, typing: Option<InputId>) {
        let joins = self
            .past
            .last()
            .filter(|last| self.future.is_empty() && last.typing.is_some() && last.label == label);
        if let Some(last) = joins {
            let is_back = last.other.register == register;
            if is_back {
                // Typed back to what it was: nothing happened.
                if let Some(step) = self.past.pop() {
                    self.now = step.other;
                }
                return;
            }
            let revision = self.next();
            if let Some(last) = self.past.last_mut() {
                last.typing = typing;
            }
            self.now = State { revision, register };
            return;
        }
        if register == self.now.register {
            return;
        }
        let revision = self.next();
        let before = std::mem::replace(&mut self.now, State { revision, register });
        self.past.push(Step {
            label,
            other: before,
            typing,
        });
        self.future.clear();
        if self.past.len() > N_KEPT {
            self.past.remove(0);
        }
    }

    /// Takes the last step back; says what it was.
    pub fn undo(&mut self) -> Option<String> {
        let step = self.past.pop()?;
        let label = step.label.clone();
        let after = std::mem::replace(&mut self.now, step.other);
        self.future.push(Step {
            label: step.label,
            other: after,
            typing: None,
        });
        Some(label)
    }

    /// Takes the last undone step again; says what it was.
    pub fn redo(&mut self) -> Option<String> {
        let step = self.future.pop()?;
        let label = step.label.clone();
        let before = std::mem::replace(&mut self.now, step.other);
        self.past.push(Step {
            label: step.label,
            other: before,
            typing: None,
        });
        Some(label)
    }

    /// What Undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.past.last().map(|step| step.label.as_str())
    }

    /// What Redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.future.last().map(|step| step.label.as_str())
    }

    fn next(&mut self) -> Revision {
        self.last = self.last.saturating_add(1);
        Revision(self.last)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::units::id::Id;
    use crate::units::year::FinancialYear;

    fn titled(title: &str) -> Register {
        let mut register = Register::new(FinancialYear::starting(2026));
        Arc::make_mut(&mut register.settings).title = title.into();
        register
    }

    fn title(history: &History) -> &str {
        &history.register().settings.title
    }

    const FIELD: Option<InputId> = Some(InputId {
        record: Id::SETTINGS,
        field: "title",
    });

    #[test]
    fn undo_and_redo_walk_the_same_steps() {
        let mut history = History::new(titled("a"));
        history.step("one".into(), titled("b"), None);
        history.step("two".into(), titled("c"), None);
        assert_eq!(history.undo().as_deref(), Some("two"));
        assert_eq!(title(&history), "b");
        assert_eq!(history.redo_label(), Some("two"));
        assert_eq!(history.undo().as_deref(), Some("one"));
        assert_eq!(history.undo(), None);
        assert_eq!(history.redo().as_deref(), Some("one"));
        assert_eq!(title(&history), "b");
        history.step("three".into(), titled("d"), None);
        assert_eq!(history.redo(), None);
    }

    #[test]
    fn typing_in_one_field_is_one_step() {
        let mut history = History::new(titled("a"));
        history.step("type".into(), titled("b"), FIELD);
        history.step("type".into(), titled("bc"), FIELD);
        history.step("type".into(), titled("bcd"), None);
        history.step("type".into(), titled("x"), None);
        assert_eq!(history.undo().as_deref(), Some("type"));
        assert_eq!(title(&history), "bcd");
        history.undo();
        assert_eq!(title(&history), "a");
    }

    #[test]
    fn typing_back_to_what_it_was_leaves_no_step() {
        let mut history = History::new(titled("a"));
        let before = history.revision();
        history.step("type".into(), titled("b"), FIELD);
        history.step("type".into(), titled("a"), None);
        assert_eq!(history.undo_label(), None);
        assert_eq!(history.revision(), before);
    }

    #[test]
    fn what_changes_nothing_is_no_step() {
        let mut history = History::new(titled("a"));
        history.step("nothing".into(), titled("a"), None);
        assert_eq!(history.undo_label(), None);
    }
}
