//! Levers as an option: the share of each meeting's cost that is left, for an appraisal beside the other options.

use std::collections::BTreeMap;

use crate::costing::basis::Basis;
use crate::costing::context::Context;
use crate::costing::cost_line::CostLine;
use crate::costing::meeting::lines;
use crate::findings::findings::Question;
use crate::findings::levers::Saving;
use crate::guidance::edition::Guidance;
use crate::model::levers_option::LinesLeft;
use crate::model::meeting::Meeting;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Money, Over, Quantity, Rate};
use crate::units::trace::Plain;

/// Decimals of a share: a ten-thousandth of one per cent, which a reader can still read.
const PLACES: u32 = 6;

/// What is left of each body that the levers change, of every partnership where any does.
///
/// share = cost of the body as it would be, with the executive drawn from it ÷ its cost as it is; at full cost, in the
/// year asked for, of what is known. A body that costs nothing has no share.
pub fn lines_left(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    saving: &Saving,
) -> Vec<LinesLeft> {
    let context = Context::new(&Plain, register, guidance, question.year);
    let both = register.partnerships.iter();
    let both = both.zip(&saving.pulled.register.partnerships);
    let left = both.filter_map(|(before, after)| {
        let lines = of_one(&context, &saving.pulled.made, (before, after));
        (!lines.is_empty()).then_some(LinesLeft {
            partnership: before.id,
            lines,
        })
    });
    left.collect()
}

fn of_one(
    context: &Context<'_, Plain>,
    made: &BTreeMap<Id, Id>,
    (before, after): (&Partnership, &Partnership),
) -> Vec<(Id, Rate)> {
    let changed = before
        .meetings
        .iter()
        .filter(|it| !after.meetings.contains(it));
    let left = changed.filter_map(|body| {
        let was = cost(context, before, body);
        let now: Money = after
            .meetings
            .iter()
            .filter(|it| it.id == body.id || made.get(&it.id) == Some(&body.id))
            .map(|it| cost(context, after, it))
            .sum();
        let share: Rate = now.over(was)?;
        Some((body.id, Rate::new(exact::round(share.decimal(), PLACES))))
    });
    left.collect()
}

fn cost(context: &Context<'_, Plain>, partnership: &Partnership, body: &Meeting) -> Money {
    let mut found = Vec::new();
    lines(context, partnership, body, &mut found);
    let running = found
        .iter()
        .filter(|it: &&CostLine<()>| it.is_running_on(Basis::Full));
    let amounts = running.filter_map(|it| it.amount.as_ref());
    amounts.map(|it| it.value).sum()
}
