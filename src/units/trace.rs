//! The recorder that every formula is written over: `Plain` computes, `Traced` also keeps how.
//!
//! A value carries its recorder and implements the operators, so a formula still reads as a formula:
//! `number * attendance * length * meetings * hourly_cost`.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::{Add, Mul, Sub};

use rust_decimal::Decimal;

use crate::units::exact;
use crate::units::id::{Id, InputId};
use crate::units::input::{Evidence, Input};
use crate::units::parse::Typed;
use crate::units::quantity::{Number, Over, Quantity, Unit};

/// What a formula does with its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// The sum of the parts.
    Add,
    /// The first part less the second.
    Sub,
    /// The product of the parts.
    Mul,
    /// The first part over the second.
    Div,
    /// The largest part.
    Max,
    /// The smallest part.
    Min,
    /// The part, rounded to ten decimals.
    Round,
    /// The first part to the power of the second, a whole number.
    Pow,
    /// The square root of the part.
    Root,
}

/// What a formula asked of a value before it went one way or another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Test {
    /// Is it above?
    Above(Decimal),
    /// Is it below?
    Below(Decimal),
    /// Is it exactly this?
    Is(Decimal),
    /// Is this the nearest whole number, halves to the even one?
    RoundsTo(Decimal),
}

/// A number that no formula made.
#[derive(Clone, Copy, Debug)]
pub enum Leaf<'a> {
    /// Typed by the user.
    Input(InputId, Option<&'a Evidence>),
    /// Published, or a convention of the field, with where it comes from.
    Official {
        /// What it is.
        label: &'a str,
        /// Where and when it was published.
        source: &'a str,
    },
    /// Part of the formula itself, such as the months of a year.
    Constant(&'static str),
}

/// Where the steps of a formula go.
pub trait Recorder {
    /// What a value remembers of how it came about.
    type Node: Copy + std::fmt::Debug;
    /// A number that no formula made.
    fn leaf(&self, leaf: Leaf<'_>, value: Decimal, unit: Unit) -> Self::Node;
    /// A step of a formula.
    fn step(&self, op: Op, parts: &[Self::Node], value: Decimal, unit: Unit) -> Self::Node;
    /// Gives a step the name that readers know it by.
    fn name(&self, node: Self::Node, label: &'static str);
    /// The same, with a name that is made only where somebody keeps it.
    fn name_with(&self, node: Self::Node, label: &dyn Fn() -> String);
    /// A turn that the formula took because a value passed a test, or did not. Most recorders need not know.
    fn turn(&self, _node: Self::Node, _test: Test, _has_passed: bool) {}
}

/// Computes and keeps nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plain;

impl Recorder for Plain {
    type Node = ();
    fn leaf(&self, _: Leaf<'_>, _: Decimal, _: Unit) {}
    fn step(&self, _: Op, _: &[()], _: Decimal, _: Unit) {}
    fn name(&self, (): (), _: &'static str) {}
    fn name_with(&self, (): (), _: &dyn Fn() -> String) {}
}

/// Computes and keeps every step.
#[derive(Debug, Default)]
pub struct Traced {
    nodes: RefCell<Vec<Node>>,
}

/// The place of a node in its trace.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NodeId(usize);

/// One step of a trace.
#[derive(Clone, Debug)]
pub struct Node {
    /// What made it.
    pub kind: NodeKind,
    /// The name that readers know it by.
    pub label: Option<Cow<'static, str>>,
    /// Its value.
    pub value: Decimal,
    /// What it is measured in.
    pub unit: Unit,
    /// What it was made from.
    pub parts: Vec<NodeId>,
}

/// What made a node.
#[derive(Clone, Debug)]
pub enum NodeKind {
    /// Typed by the user, with who vouches for it.
    Input(InputId, Option<Evidence>),
    /// Published or a convention.
    Official {
        /// What it is.
        label: String,
        /// Where and when it was published.
        source: String,
    },
    /// Part of the formula.
    Constant(&'static str),
    /// Worked out.
    Step(Op),
}

impl Traced {
    /// A copy of one node; nothing for an id of another trace.
    pub fn node(&self, id: NodeId) -> Option<Node> {
        self.nodes.borrow().get(id.0).cloned()
    }

    fn push(&self, node: Node) -> NodeId {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(node);
        NodeId(nodes.len().saturating_sub(1))
    }
}

impl Recorder for Traced {
    type Node = NodeId;

    fn leaf(&self, leaf: Leaf<'_>, value: Decimal, unit: Unit) -> NodeId {
        let kind = match leaf {
            Leaf::Input(id, evidence) => NodeKind::Input(id, evidence.cloned()),
            Leaf::Official { label, source } => NodeKind::Official {
                label: label.to_owned(),
                source: source.to_owned(),
            },
            Leaf::Constant(label) => NodeKind::Constant(label),
        };
        self.push(Node {
            kind,
            label: None,
            value,
            unit,
            parts: Vec::new(),
        })
    }

    fn step(&self, op: Op, parts: &[NodeId], value: Decimal, unit: Unit) -> NodeId {
        self.push(Node {
            kind: NodeKind::Step(op),
            label: None,
            value,
            unit,
            parts: parts.to_vec(),
        })
    }

    fn name(&self, id: NodeId, label: &'static str) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(id.0) {
            node.label = Some(Cow::Borrowed(label));
        }
    }

    fn name_with(&self, id: NodeId, label: &dyn Fn() -> String) {
        if let Some(node) = self.nodes.borrow_mut().get_mut(id.0) {
            node.label = Some(Cow::Owned(label()));
        }
    }
}

/// A quantity on its way through a formula.
#[derive(Debug)]
pub struct Val<'r, R: Recorder, Q> {
    recorder: &'r R,
    value: Q,
    node: R::Node,
}

impl<R: Recorder, Q: Copy> Clone for Val<'_, R, Q> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R: Recorder, Q: Copy> Copy for Val<'_, R, Q> {}

impl<'r, R: Recorder, Q: Quantity> Val<'r, R, Q> {
    /// A number that no formula made.
    pub fn leaf(recorder: &'r R, leaf: Leaf<'_>, value: Q) -> Self {
        let node = recorder.leaf(leaf, value.decimal(), Q::UNIT);
        Self {
            recorder,
            value,
            node,
        }
    }

    /// A value that was worked out before over the same recorder.
    pub fn resumed(recorder: &'r R, value: Q, node: R::Node) -> Self {
        Self {
            recorder,
            value,
            node,
        }
    }

    /// Part of the formula itself.
    pub fn constant(recorder: &'r R, label: &'static str, value: Q) -> Self {
        Self::leaf(recorder, Leaf::Constant(label), value)
    }

    /// Where its steps go.
    pub fn recorder(self) -> &'r R {
        self.recorder
    }

    /// What it comes to.
    pub fn value(self) -> Q {
        self.value
    }

    /// How it came about.
    pub fn node(self) -> R::Node {
        self.node
    }

    /// Gives it the name that readers know it by.
    #[must_use]
    pub fn named(self, label: &'static str) -> Self {
        self.recorder.name(self.node, label);
        self
    }

    /// Gives it a name that is made only where somebody keeps it.
    #[must_use]
    pub fn labelled(self, label: impl Fn() -> String) -> Self {
        self.recorder.name_with(self.node, &label);
        self
    }

    /// The same value as a line of its own, so that it can have a name beside the one it has.
    #[must_use]
    pub fn aside(self) -> Self {
        sum(self.recorder, [self])
    }

    /// Whether it is above a bound; the formula goes by the answer.
    pub fn is_above(self, bound: Q) -> bool {
        self.passes(Test::Above(bound.decimal()), self.value > bound)
    }

    /// Whether it is below a bound; the formula goes by the answer.
    pub fn is_below(self, bound: Q) -> bool {
        self.passes(Test::Below(bound.decimal()), self.value < bound)
    }

    /// Whether it is exactly `other`; the formula goes by the answer.
    pub fn is_exactly(self, other: Q) -> bool {
        self.passes(Test::Is(other.decimal()), self.value == other)
    }

    /// The nearest whole number, halves to the even one; the formula goes by it.
    pub fn whole(self) -> Decimal {
        let whole = self.value.decimal().round();
        self.passes(Test::RoundsTo(whole), true);
        whole
    }

    fn passes(self, test: Test, has_passed: bool) -> bool {
        self.recorder.turn(self.node, test, has_passed);
        has_passed
    }

    /// `self ÷ other` as a plain number, and nothing where the other is nought.
    pub fn ratio_to(self, other: Self) -> Option<Val<'r, R, Number>> {
        if other.is_exactly(Q::default()) {
            return None;
        }
        let value = exact::div(self.value.decimal(), other.value.decimal())?;
        Some(self.join(Op::Div, other, Number::new(value)))
    }

    /// Itself `power` times over, multiplied; 1 for a power of nought.
    #[must_use]
    pub fn to_the(self, power: u16) -> Self {
        let value = Q::new(exact::pow(self.value.decimal(), power));
        let power = Number::from(i64::from(power));
        let power = self
            .recorder
            .leaf(Leaf::Constant("years"), power.decimal(), Unit::Number);
        let node = self
            .recorder
            .step(Op::Pow, &[self.node, power], value.decimal(), Q::UNIT);
        Self {
            recorder: self.recorder,
            value,
            node,
        }
    }

    /// Its square root, and nothing where it is below nought.
    pub fn root(self) -> Option<Self> {
        if self.is_below(Q::default()) {
            return None;
        }
        let value = Q::new(exact::root(self.value.decimal())?);
        let node = self
            .recorder
            .step(Op::Root, &[self.node], value.decimal(), Q::UNIT);
        Some(Self {
            recorder: self.recorder,
            value,
            node,
        })
    }

    /// The larger of the two.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        self.join(Op::Max, other, self.value.max(other.value))
    }

    /// The smaller of the two.
    #[must_use]
    pub fn min(self, other: Self) -> Self {
        self.join(Op::Min, other, self.value.min(other.value))
    }

    /// Rounded to ten decimals, half away from zero.
    #[must_use]
    pub fn rounded(self) -> Self {
        let value = Q::new(exact::round(self.value.decimal(), exact::PLACES));
        let node = self
            .recorder
            .step(Op::Round, &[self.node], value.decimal(), Q::UNIT);
        Self {
            recorder: self.recorder,
            value,
            node,
        }
    }

    /// `self ÷ divisor`, and nothing where the divisor is nought.
    pub fn over<B>(self, divisor: Val<'r, R, B>) -> Option<Val<'r, R, Q::Output>>
    where
        B: Quantity,
        Q: Over<B>,
        Q::Output: Quantity,
    {
        if divisor.is_exactly(B::default()) {
            return None;
        }
        let value = self.value.over(divisor.value)?;
        Some(self.join(Op::Div, divisor, value))
    }

    fn join<B: Quantity, C: Quantity>(
        self,
        op: Op,
        other: Val<'r, R, B>,
        value: C,
    ) -> Val<'r, R, C> {
        let parts = [self.node, other.node];
        Val {
            recorder: self.recorder,
            value,
            node: self.recorder.step(op, &parts, value.decimal(), C::UNIT),
        }
    }
}

/// The sum of values; nought where there are none.
pub fn sum<'r, R: Recorder, Q: Quantity>(
    recorder: &'r R,
    items: impl IntoIterator<Item = Val<'r, R, Q>>,
) -> Val<'r, R, Q> {
    let mut total = Q::default();
    let mut parts = Vec::new();
    for item in items {
        total = Q::new(exact::add(total.decimal(), item.value.decimal()));
        parts.push(item.node);
    }
    let node = recorder.step(Op::Add, &parts, total.decimal(), Q::UNIT);
    Val {
        recorder,
        value: total,
        node,
    }
}

macro_rules! lift {
    ($trait:ident, $method:ident) => {
        impl<'r, R: Recorder, A, B> $trait<Val<'r, R, B>> for Val<'r, R, A>
        where
            A: Quantity + $trait<B>,
            B: Quantity,
            A::Output: Quantity,
        {
            type Output = Val<'r, R, A::Output>;
            fn $method(self, other: Val<'r, R, B>) -> Self::Output {
                let value = self.value.$method(other.value);
                self.join(Op::$trait, other, value)
            }
        }
    };
}

lift!(Add, add);
lift!(Sub, sub);
lift!(Mul, mul);

/// Reads the typed quantities of one record into a formula.
#[derive(Debug)]
pub struct Reader<'r, R: Recorder> {
    recorder: &'r R,
    record: Id,
}

impl<'r, R: Recorder> Reader<'r, R> {
    /// A reader of the fields of `record`.
    pub fn new(recorder: &'r R, record: Id) -> Self {
        Self { recorder, record }
    }

    /// The typed quantity, and nothing where it is not known.
    pub fn get<Q: Typed>(&self, field: &'static str, input: &Input<Q>) -> Option<Val<'r, R, Q>> {
        let id = InputId {
            record: self.record,
            field,
        };
        let value = input.value()?;
        Some(Val::leaf(
            self.recorder,
            Leaf::Input(id, input.evidence()),
            value,
        ))
    }

    /// The typed quantity, or a stated value where the field was left blank.
    pub fn get_or<Q: Typed>(
        &self,
        field: &'static str,
        input: &Input<Q>,
        label: &'static str,
        default: Q,
    ) -> Val<'r, R, Q> {
        self.get(field, input)
            .unwrap_or_else(|| Val::constant(self.recorder, label, default))
    }

    /// Where the steps go.
    pub fn recorder(&self) -> &'r R {
        self.recorder
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::quantity::{HourlyCost, Hours};

    #[test]
    fn plain_and_traced_come_to_the_same() {
        fn cost<'r, R: Recorder>(recorder: &'r R) -> Val<'r, R, crate::units::quantity::Money> {
            let hours = Val::constant(recorder, "hours", Hours::minutes(90));
            let meetings = Val::constant(recorder, "meetings", Number::from(12));
            let hourly = Val::constant(recorder, "hourly cost", HourlyCost::from(45));
            hours * meetings * hourly
        }
        let traced = Traced::default();
        let value = cost(&traced);
        assert_eq!(cost(&Plain).value(), value.value());
        let top = traced.node(value.node()).unwrap();
        assert_eq!(top.parts.len(), 2);
        assert_eq!(top.value, Decimal::from(810));
    }
}
