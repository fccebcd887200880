//! Every line of cost of one partnership in the year.

use crate::costing::context::Context;
use crate::costing::cost_line::{Category, CostLine};
use crate::costing::{between_meetings, direct_cost, in_kind, meeting, pool, secondment, staff};
use crate::model::partnership::Partnership;
use crate::units::trace::Recorder;

/// The lines of `partnership`, in the order of its records.
pub fn lines<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
) -> Vec<CostLine<R::Node>> {
    let mut lines = Vec::new();
    for record in &partnership.meetings {
        meeting::lines(context, partnership, record, &mut lines);
    }
    for record in &partnership.between_meetings {
        lines.push(between_meetings::line(context, partnership, record));
    }
    for record in &partnership.posts {
        staff::push_lines(context, partnership, record, &mut lines);
    }
    for record in &partnership.secondments {
        secondment::push_lines(context, partnership, record, &mut lines);
    }
    for record in &partnership.cash_lines {
        direct_cost::push_lines(context, partnership, record, &mut lines);
    }
    for record in &partnership.pools {
        pool::push_stand_ins(context, partnership, record, &mut lines);
    }
    for record in &partnership.in_kind {
        lines.extend(in_kind::line(context, partnership, record));
    }
    if context.months(partnership.start, partnership.end) == 0 {
        // No months of something unknown cost nothing; one-offs and dated meetings may still fall in the year.
        lines.retain(|line| line.amount.is_some() || is_counted_without_months(line));
    }
    lines
}

fn is_counted_without_months<N>(line: &CostLine<N>) -> bool {
    matches!(
        line.category,
        Category::Direct | Category::Meetings | Category::Preparation | Category::Travel
    )
}
