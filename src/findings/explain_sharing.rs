//! Explains how a cost is divided among members: what each counts for, down to what was typed.

use rust_decimal::Decimal;

use crate::costing::context::Context;
use crate::costing::cost_line::Category;
use crate::costing::partnership::lines;
use crate::findings::explanation::{Explanation, Origin};
use crate::findings::sharing::Shared;
use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name_in, partner_name};
use crate::model::register::Register;
use crate::model::sharing::SharingRule;
use crate::units::display;
use crate::units::id::{Id, InputId};
use crate::units::input::Input;
use crate::units::parse::Typed;
use crate::units::quantity::Unit;
use crate::units::trace::Traced;

/// What each member counts for, where that is known.
pub fn weights(
    register: &Register,
    partnership: &Partnership,
    context: &Context<'_, Traced>,
    shared: &Shared,
) -> Vec<Explanation> {
    let known = shared.weights.iter();
    let known = known.filter_map(|(member, weight)| Some((*member, (*weight)?)));
    known
        .map(|(member, weight)| {
            let name = partner_name(register, Some(member));
            let mut parts = match shared.rule {
                SharingRule::AsBorne | SharingRule::Equally => vec![one_each()],
                SharingRule::ByHours => hours(register, partnership, context, member),
                SharingRule::ByBudget | SharingRule::ByPopulation => {
                    of_body(register, shared.rule, member)
                }
                SharingRule::ByBenefit | SharingRule::Agreed => {
                    of_shares(partnership, shared.rule, member)
                }
            };
            if parts.is_empty() {
                parts.push(Explanation::sum(
                    "No hours",
                    unit(shared.rule),
                    weight,
                    Vec::new(),
                ));
            }
            let how = shared.rule.label();
            Explanation::worked(name, unit(shared.rule), weight, how, parts)
        })
        .collect()
}

const fn unit(rule: SharingRule) -> Unit {
    match rule {
        SharingRule::ByHours => Unit::Hours,
        SharingRule::ByBudget => Unit::Money,
        SharingRule::ByBenefit | SharingRule::Agreed => Unit::Rate,
        SharingRule::AsBorne | SharingRule::Equally | SharingRule::ByPopulation => Unit::Number,
    }
}

fn one_each() -> Explanation {
    Explanation {
        label: "The same for each member".to_owned(),
        value: Some(Decimal::ONE),
        unit: Unit::Number,
        origin: Origin::Constant,
        figure: None,
        parts: Vec::new(),
    }
}

fn hours(
    register: &Register,
    partnership: &Partnership,
    context: &Context<'_, Traced>,
    member: Id,
) -> Vec<Explanation> {
    let lines = lines(context, partnership);
    let own = lines
        .iter()
        .filter(|it| it.category == Category::Meetings && it.bearer == Some(member));
    let known = own.filter_map(|it| {
        let hours = Explanation::of_node(context.recorder, it.hours?.node)?;
        Some(hours.renamed(line_name_in(register, partnership, it.record)))
    });
    known.collect()
}

fn of_body(register: &Register, rule: SharingRule, member: Id) -> Vec<Explanation> {
    let Some(body) = register.partner(member) else {
        return Vec::new();
    };
    let typed = if rule == SharingRule::ByBudget {
        typed(member, "budget", &body.budget)
    } else {
        typed(member, "population", &body.population)
    };
    typed.into_iter().collect()
}

fn of_shares(partnership: &Partnership, rule: SharingRule, member: Id) -> Vec<Explanation> {
    let own = partnership.shares.iter();
    let own = own.filter(|it| it.partner == Some(member));
    let typed = own.filter_map(|it| {
        if rule == SharingRule::Agreed {
            typed(it.id, "agreed", &it.agreed)
        } else {
            typed(it.id, "benefit", &it.benefit)
        }
    });
    typed.collect()
}

fn typed<Q: Typed>(record: Id, field: &'static str, input: &Input<Q>) -> Option<Explanation> {
    let value = input.value()?;
    let id = InputId { record, field };
    Some(Explanation {
        label: display::field_name(field),
        value: Some(value.decimal()),
        unit: Q::UNIT,
        origin: Origin::Typed(id, input.evidence().cloned()),
        figure: None,
        parts: Vec::new(),
    })
}
