//! The log of assumptions: every figure that was typed, who vouches for it, and the money that hangs on it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::costing::context::Context;
use crate::costing::cost_line::CostLine;
use crate::costing::partnership::lines;
use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::guidance::optimism_bias::OptimismBias;
use crate::model::direct_cost::CashKind;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name, line_name_in};
use crate::model::register::Register;
use crate::units::exact;
use crate::units::id::{Id, InputId, Kind};
use crate::units::input::Evidence;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Money, Quantity, Unit};
use crate::units::rests_on::{RestsOn, SetId};

/// Partnerships that are worked out together: grades are priced once for all of them.
const CHUNK: usize = 32;

/// One figure that was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// Where it is typed.
    pub input: InputId,
    /// The partnership it is of; nothing where partnerships share it.
    pub partnership: Option<Id>,
    /// The partnership's name; empty where partnerships share it.
    pub within: Arc<str>,
    /// The name of its record.
    pub record: Arc<str>,
    /// What was typed.
    pub value: Decimal,
    /// What it is measured in.
    pub unit: Unit,
    /// The least that it may be.
    pub low: Option<Decimal>,
    /// The most that it may be.
    pub high: Option<Decimal>,
    /// Who vouches for it.
    pub evidence: Option<Evidence>,
    /// The known cost of the year that rests on it, £; nothing where none does.
    pub money: Option<Money>,
    /// The size of that money × the correction of its evidence grade, £; ungraded counts as the weakest.
    pub at_risk: Option<Money>,
}

impl Assumption {
    /// Where it comes from; nothing where nobody has said.
    pub fn source(&self) -> Option<&str> {
        source_of(self.evidence.as_ref())
    }
}

/// Every figure that was typed, most money at risk first, those that no known cost rests on last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assumptions {
    /// The figures.
    pub rows: Vec<Assumption>,
    /// How many of them have no source.
    pub n_without_source: usize,
    /// How many of these a known cost rests on.
    pub n_costed_without_source: usize,
    /// The known cost of the year that rests on one of these or more, each line of cost counted once.
    pub resting_without_source: Money,
    /// The known cost of the year, running and programme.
    pub known_cost: Money,
    /// The unit that the register shows sums in.
    pub money_unit: MoneyUnit,
}

/// Lists every known typed quantity with the money that hangs on it in the year asked for.
///
/// ```text
/// money         = Σ amount of the lines of cost (full cost, running and programme) that rest on the quantity
/// money at risk = |money| × the correction of its evidence grade; ungraded counts as 6
/// ```
/// A line rests on a quantity once, however often the formula names it; lines that are not known are left out. The sums
/// of two quantities overlap wherever a line rests on both, so they are not to be added up.
/// Source: the method note, sections 6 and 10.
pub fn assumptions(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
) -> Assumptions {
    let sourced = sourced(register);
    let chunks: Vec<Chunk> = register
        .partnerships
        .par_chunks(CHUNK)
        .map(|chunk| Chunk::of(register, guidance, question, chunk, &sourced))
        .collect();
    let mut shared = BTreeMap::new();
    let mut log = Assumptions {
        money_unit: register.settings.money_unit,
        ..Assumptions::default()
    };
    for chunk in chunks {
        for (id, amount) in chunk.shared {
            add(&mut shared, id, amount);
        }
        log.rows.extend(chunk.rows);
        log.resting_without_source = log.resting_without_source + chunk.resting_without_source;
        log.known_cost = log.known_cost + chunk.known_cost;
    }
    let mut rows = Rows::new(&guidance.optimism_bias, &shared, None);
    let mut see = |id: InputId, input: &dyn AnyInput| {
        rows.push(id, input, || line_name(register, id.record));
    };
    register.settings.each_input(&mut see);
    for it in register.partners.iter() {
        it.each_input(&mut see);
    }
    for it in register.grades.iter() {
        it.each_input(&mut see);
    }
    log.rows.extend(rows.all);
    log.rows.par_sort_unstable_by_key(|it| {
        let size = it.money.map(|money| Reverse(money.decimal().abs()));
        // Nothing would come first.
        let is_last = it.money.is_none();
        (
            is_last,
            it.at_risk.map(Reverse),
            size,
            it.input,
            it.partnership,
        )
    });
    let without = || log.rows.iter().filter(|it| it.source().is_none());
    let n = without().count();
    let n_costed = without().filter(|it| it.money.is_some()).count();
    (log.n_without_source, log.n_costed_without_source) = (n, n_costed);
    log
}

/// Where the figure comes from; nothing where nobody has said.
pub fn source_of(evidence: Option<&Evidence>) -> Option<&str> {
    let source = evidence?.source.trim();
    (!source.is_empty()).then_some(source)
}

/// The quantities of which somebody has said where they come from.
fn sourced(register: &Register) -> BTreeSet<InputId> {
    let mut found = BTreeSet::new();
    register.each_input(&mut |id, input| {
        if source_of(input.evidence()).is_some() {
            found.insert(id);
        }
    });
    found
}

/// What a few partnerships come to.
struct Chunk {
    rows: Vec<Assumption>,
    shared: BTreeMap<InputId, Money>,
    resting_without_source: Money,
    known_cost: Money,
}

impl Chunk {
    fn of(
        register: &Register,
        guidance: &'static Guidance,
        question: Question,
        partnerships: &[Arc<Partnership>],
        sourced: &BTreeSet<InputId>,
    ) -> Self {
        let recorder = RestsOn::default();
        let context = Context::new(&recorder, register, guidance, question.year);
        let mut chunk = Self {
            rows: Vec::new(),
            shared: BTreeMap::new(),
            resting_without_source: Money::ZERO,
            known_cost: Money::ZERO,
        };
        for partnership in partnerships {
            let mut own = BTreeMap::new();
            for line in lines(&context, partnership) {
                let Some(amount) = line.amount.map(|it| it.value) else {
                    continue;
                };
                chunk.known_cost = chunk.known_cost + amount;
                let mut is_sourced = true;
                let mut rests_on = |id: InputId| {
                    is_sourced &= sourced.contains(&id);
                    let sums = if is_shared(id) {
                        &mut chunk.shared
                    } else {
                        &mut own
                    };
                    add(sums, id, amount);
                };
                each_input(&recorder, partnership, &line, &mut rests_on);
                if !is_sourced {
                    chunk.resting_without_source = chunk.resting_without_source + amount;
                }
            }
            let mut rows = Rows::new(&guidance.optimism_bias, &own, Some(partnership));
            partnership.each_input(&mut |id, input| {
                rows.push(id, input, || line_name_in(register, partnership, id.record));
            });
            chunk.rows.append(&mut rows.all);
        }
        chunk
    }
}

/// Whether partnerships share the quantity.
fn is_shared(id: InputId) -> bool {
    matches!(
        id.record.kind(),
        Kind::Settings | Kind::PayAward | Kind::Partner | Kind::Grade
    )
}

/// Calls `see` with each typed quantity that the amount of a line rests on.
fn each_input(
    recorder: &RestsOn,
    partnership: &Partnership,
    line: &CostLine<SetId>,
    see: &mut impl FnMut(InputId),
) {
    if let Some(amount) = line.amount {
        recorder.each(amount.node, &mut *see);
    }
    // The life of a one-off says how many discount factors there are: no term of the formula is it.
    let cash = partnership.cash_lines.iter();
    let mut one_off = cash.filter(|it| matches!(it.kind, CashKind::OneOff | CashKind::SetUp));
    if line.record.kind() == Kind::CashLine
        && let Some(cash) = one_off.find(|it| it.id == line.record)
        && cash.life.value().is_some()
    {
        see(InputId {
            record: cash.id,
            field: "life",
        });
    }
}

fn add(sums: &mut BTreeMap<InputId, Money>, id: InputId, amount: Money) {
    let sum = sums.entry(id).or_default();
    *sum = *sum + amount;
}

/// The rows of one partnership, or of what partnerships share.
struct Rows<'a> {
    bias: &'a OptimismBias,
    money: &'a BTreeMap<InputId, Money>,
    partnership: Option<Id>,
    within: Arc<str>,
    /// The last record with its name, which its other quantities have too.
    last: Option<(Id, Arc<str>)>,
    all: Vec<Assumption>,
}

impl<'a> Rows<'a> {
    fn new(
        bias: &'a OptimismBias,
        money: &'a BTreeMap<InputId, Money>,
        partnership: Option<&Partnership>,
    ) -> Self {
        Self {
            bias,
            money,
            partnership: partnership.map(|it| it.id),
            within: partnership.map_or_else(|| Arc::from(""), |it| Arc::from(it.name.trim())),
            last: None,
            all: Vec::new(),
        }
    }

    fn push(&mut self, id: InputId, input: &dyn AnyInput, name: impl FnOnce() -> String) {
        let Some(value) = input.decimal() else { return };
        let record = match &self.last {
            Some((record, name)) if *record == id.record => Arc::clone(name),
            _ => Arc::from(name()),
        };
        self.last = Some((id.record, Arc::clone(&record)));
        let evidence = input.evidence().cloned();
        let money = self.money.get(&id).copied();
        let grade = evidence.as_ref().and_then(|it| it.grade);
        self.all.push(Assumption {
            input: id,
            partnership: self.partnership,
            within: Arc::clone(&self.within),
            record,
            value,
            unit: input.unit(),
            low: input.low(),
            high: input.high(),
            at_risk: money.and_then(|money| self.at_risk(money, grade)),
            money,
            evidence,
        });
    }

    fn at_risk(&self, money: Money, grade: Option<u8>) -> Option<Money> {
        let correction = self.bias.of_cost(grade)?.correction.value;
        Some(Money::new(exact::mul(money.decimal().abs(), correction)).rounded())
    }
}
