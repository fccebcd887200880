//! The recorder that keeps every step of a formula and every turn that it took, lean enough for whole registers.

use std::borrow::Cow;
use std::cell::RefCell;

use rust_decimal::Decimal;

use crate::units::id::InputId;
use crate::units::quantity::Unit;
use crate::units::trace::{Leaf, Op, Recorder, Test};

/// The place of a step in its ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct At(u32);

/// What made a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Typed by the user.
    Input(InputId),
    /// Published or a convention.
    Official {
        /// What it is.
        label: String,
        /// Where and when it was published.
        source: String,
    },
    /// Part of the formula.
    Constant,
    /// Worked out.
    Step(Op),
}

/// One step.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What made it.
    pub kind: Kind,
    /// The name that readers know it by.
    pub label: Option<Cow<'static, str>>,
    /// Its value.
    pub value: Decimal,
    /// What it is measured in.
    pub unit: Unit,
    /// What it was made from.
    pub parts: Vec<At>,
}

/// A turn that a formula took.
#[derive(Clone, Copy, Debug)]
pub struct Turn {
    /// The value that was tested.
    pub at: At,
    /// The test.
    pub test: Test,
    /// Whether it passed.
    pub has_passed: bool,
}

/// Everything that was kept, in the order that it was worked out.
#[derive(Debug, Default)]
pub struct Kept {
    /// The steps.
    entries: Vec<Entry>,
    /// The turns.
    pub turns: Vec<Turn>,
}

impl Kept {
    /// A step; nothing for a place in another ledger.
    pub fn entry(&self, at: At) -> Option<&Entry> {
        self.entries.get(usize::try_from(at.0).ok()?)
    }

    /// What a step comes to where it only gives another a name: that other, else itself.
    pub fn resolved(&self, at: At) -> At {
        let mut at = at;
        while let Some(Entry {
            kind: Kind::Step(op),
            parts,
            ..
        }) = self.entry(at)
        {
            let [only] = parts.as_slice() else { break };
            let is_twice = *op == Op::Round
                && matches!(self.entry(*only), Some(it) if it.kind == Kind::Step(Op::Round));
            if *op != Op::Add && !is_twice {
                break;
            }
            at = *only;
        }
        at
    }
}

/// Computes and keeps every step and turn.
#[derive(Debug, Default)]
pub struct Ledger(RefCell<Kept>);

impl Ledger {
    /// What was kept.
    pub fn into_kept(self) -> Kept {
        self.0.into_inner()
    }

    fn push(&self, entry: Entry) -> At {
        let mut kept = self.0.borrow_mut();
        let at = u32::try_from(kept.entries.len()).unwrap_or(u32::MAX);
        kept.entries.push(entry);
        At(at)
    }
}

impl Recorder for Ledger {
    type Node = At;

    fn leaf(&self, leaf: Leaf<'_>, value: Decimal, unit: Unit) -> At {
        let kind = match leaf {
            Leaf::Input(id, _) => Kind::Input(id),
            Leaf::Official { label, source } => Kind::Official {
                label: label.to_owned(),
                source: source.to_owned(),
            },
            Leaf::Constant(_) => Kind::Constant,
        };
        let label = match leaf {
            Leaf::Constant(label) => Some(Cow::Borrowed(label)),
            _ => None,
        };
        self.push(Entry {
            kind,
            label,
            value,
            unit,
            parts: Vec::new(),
        })
    }

    fn step(&self, op: Op, parts: &[At], value: Decimal, unit: Unit) -> At {
        self.push(Entry {
            kind: Kind::Step(op),
            label: None,
            value,
            unit,
            parts: parts.to_vec(),
        })
    }

    fn name(&self, at: At, label: &'static str) {
        let at = usize::try_from(at.0).unwrap_or(usize::MAX);
        if let Some(entry) = self.0.borrow_mut().entries.get_mut(at) {
            entry.label = Some(Cow::Borrowed(label));
        }
    }

    fn name_with(&self, at: At, label: &dyn Fn() -> String) {
        let at = usize::try_from(at.0).unwrap_or(usize::MAX);
        if let Some(entry) = self.0.borrow_mut().entries.get_mut(at) {
            entry.label = Some(Cow::Owned(label()));
        }
    }

    fn turn(&self, at: At, test: Test, has_passed: bool) {
        self.0.borrow_mut().turns.push(Turn {
            at,
            test,
            has_passed,
        });
    }
}
