//! The basis of a figure as a tree: what it was made from, down to what was typed or published.

use std::borrow::Cow;

use rust_decimal::Decimal;

use crate::findings::figure::FigureId;
use crate::units::display;
use crate::units::id::InputId;
use crate::units::input::Evidence;
use crate::units::quantity::Unit;
use crate::units::trace::{Node, NodeId, NodeKind, Op, Traced};

/// A sum of more parts than these does not name them again.
const MOST_NAMED: usize = 6;

/// One figure of the tree.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The name that readers know it by.
    pub label: String,
    /// Its value; nothing where it is not known.
    pub value: Option<Decimal>,
    /// What it is measured in.
    pub unit: Unit,
    /// Where it comes from.
    pub origin: Origin,
    /// The figure it is, where it can be asked for by itself.
    pub figure: Option<FigureId>,
    /// What it was made from, in order.
    pub parts: Vec<Explanation>,
}

/// Where a figure comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// Typed by the user, with who vouches for it.
    Typed(InputId, Option<Evidence>),
    /// Published, or a convention, with its source.
    Official(String),
    /// Part of the formula.
    Constant,
    /// Worked out from its parts, as the words say.
    Worked(String),
    /// A record of which a part is not known.
    NotKnown,
}

impl Explanation {
    /// A sum of parts.
    pub fn sum(label: impl Into<String>, unit: Unit, value: Decimal, parts: Vec<Self>) -> Self {
        let how = match parts.len() {
            0 => "nothing entered".to_owned(),
            1 => "one part".to_owned(),
            n => format!("sum of {}", display::count(n, "part", "parts")),
        };
        Self::worked(label, unit, value, how, parts)
    }

    /// A figure worked out from its parts.
    pub fn worked(
        label: impl Into<String>,
        unit: Unit,
        value: Decimal,
        how: impl Into<String>,
        parts: Vec<Self>,
    ) -> Self {
        Self {
            label: label.into(),
            value: Some(value),
            unit,
            origin: Origin::Worked(how.into()),
            figure: None,
            parts,
        }
    }

    /// A line of which a part is not known.
    pub fn not_known(label: impl Into<String>, unit: Unit) -> Self {
        Self {
            label: label.into(),
            value: None,
            unit,
            origin: Origin::NotKnown,
            figure: None,
            parts: Vec::new(),
        }
    }

    /// The same, as a figure that can be asked for by itself.
    #[must_use]
    pub fn of_figure(mut self, figure: FigureId) -> Self {
        self.figure = Some(figure);
        self
    }

    /// The same under another name.
    #[must_use]
    pub fn renamed(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Its value as text.
    pub fn value_text(&self) -> String {
        match self.value {
            Some(value) => display::figure(value, self.unit),
            None => display::NOT_KNOWN.to_owned(),
        }
    }

    /// Its value as text, "at least" where a part below it is not known, and "of what is known" where it may be less.
    pub fn honest_text(&self) -> String {
        let text = self.value_text();
        if self.value.is_some() && self.is_part_missing() {
            if self.may_be_less() {
                return format!("{text}, of what is known");
            }
            display::at_least(&text)
        } else {
            text
        }
    }

    /// Whether a part that is taken off, or divided by, is not known: then it may be less as well as more.
    pub fn may_be_less(&self) -> bool {
        let Origin::Worked(how) = &self.origin else {
            return false;
        };
        let is_net = how.contains(" − ") || how.contains(" ÷ ");
        is_net && self.parts.iter().skip(1).any(Self::is_part_missing)
    }

    /// Whether it, or a part below it, is not known.
    pub fn is_part_missing(&self) -> bool {
        self.value.is_none() || self.parts.iter().any(Self::is_part_missing)
    }

    /// Where it comes from, in words; empty for part of a formula.
    pub fn origin_text(&self) -> String {
        match &self.origin {
            Origin::Typed(id, evidence) => typed_text(id, evidence.as_ref()),
            Origin::Official(source) => source.clone(),
            Origin::Constant => String::new(),
            Origin::Worked(how) => format!("= {how}"),
            Origin::NotKnown => "a part of this is not entered".to_owned(),
        }
    }

    /// The tree below a node of a trace.
    pub fn of_node(trace: &Traced, id: NodeId) -> Option<Self> {
        let node = trace.node(id)?;
        // Rounding to ten decimals is not a step that anybody wants to read.
        if matches!(node.kind, NodeKind::Step(Op::Round)) {
            let mut inner = Self::of_node(trace, *node.parts.first()?)?;
            inner.value = Some(node.value);
            return Some(match node.label {
                Some(label) => inner.renamed(label),
                None => inner,
            });
        }
        let (label, origin) = match &node.kind {
            NodeKind::Input(id, evidence) => (
                display::field_name(id.field),
                Origin::Typed(*id, evidence.clone()),
            ),
            NodeKind::Official { label, source } => {
                (label.clone(), Origin::Official(source.clone()))
            }
            NodeKind::Constant(label) => ((*label).to_owned(), Origin::Constant),
            NodeKind::Step(op) => return Some(Self::of_step(trace, &node, *op)),
        };
        Some(Self {
            label,
            value: Some(node.value),
            unit: node.unit,
            origin,
            figure: None,
            parts: Vec::new(),
        })
    }

    fn of_step(trace: &Traced, node: &Node, op: Op) -> Self {
        let mut parts = Vec::new();
        for id in &node.parts {
            gather(trace, op, *id, &mut parts);
        }
        // A line that only gives another a name beside its own is that line.
        if op == Op::Add
            && parts.len() == 1
            && let Some(label) = &node.label
            && let Some(mut only) = parts.pop()
        {
            only.value = Some(node.value);
            return only.renamed(label.clone());
        }
        let names: Vec<String> = parts.iter().map(Self::name_in_formula).collect();
        let how = match op {
            Op::Add if parts.is_empty() => "nothing entered".to_owned(),
            Op::Add if parts.len() > MOST_NAMED => {
                format!("sum of {}", display::count(parts.len(), "part", "parts"))
            }
            Op::Add => names.join(" + "),
            Op::Sub => names.join(" − "),
            Op::Mul => names.join(" × "),
            Op::Div => names.join(" ÷ "),
            Op::Max => format!("the larger of {}", names.join(" and ")),
            Op::Min => format!("the smaller of {}", names.join(" and ")),
            Op::Pow => names.join(" to the power of "),
            Op::Root => format!("the square root of {}", names.join(" ")),
            Op::Round => names.join(" "),
        };
        let label = node
            .label
            .clone()
            .map_or_else(|| how.clone(), Cow::into_owned);
        Self::worked(label, node.unit, node.value, how, parts)
    }

    /// The name as it stands in the formula of another: long formulas in brackets.
    fn name_in_formula(&self) -> String {
        match &self.origin {
            Origin::Worked(how) if *how == self.label => format!("({})", lower_first(&self.label)),
            Origin::Constant => self.label.clone(),
            _ => lower_first(&self.label),
        }
    }
}

/// Adds a part of a step, and in place of an unnamed step of the same kind its own parts.
fn gather(trace: &Traced, op: Op, id: NodeId, parts: &mut Vec<Explanation>) {
    let Some(node) = trace.node(id) else { return };
    let is_first = parts.is_empty();
    let joins = match op {
        Op::Add | Op::Mul => true,
        Op::Sub => is_first,
        _ => false,
    };
    let is_same = matches!(node.kind, NodeKind::Step(inner) if inner == op);
    if joins && is_same && node.label.is_none() {
        for part in node.parts {
            gather(trace, op, part, parts);
        }
    } else {
        parts.extend(Explanation::of_node(trace, id));
    }
}

fn typed_text(id: &InputId, evidence: Option<&Evidence>) -> String {
    let mut text = format!("typed, {id}");
    let Some(evidence) = evidence else {
        return text;
    };
    for part in [&evidence.source, &evidence.who] {
        if !part.is_empty() {
            text.push_str("; ");
            text.push_str(part);
        }
    }
    if let Some(date) = evidence.date {
        text.push_str(", ");
        text.push_str(&date.to_string());
    }
    if let Some(grade) = evidence.grade {
        text.push_str(", evidence grade ");
        text.push_str(&grade.to_string());
    }
    text
}

/// `Length` in the middle of a sentence is `length`; `NI` and `FTE` stay.
pub(crate) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}
