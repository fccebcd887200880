//! Every line of cost of one partnership in the year.

use crate::costing::context::Context;
use crate::costing::cost_line::CostLine;
use crate::costing::{between_meetings, direct_cost, in_kind, meeting, staff};
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
        lines.push(staff::post_line(context, partnership, record));
    }
    for record in &partnership.secondments {
        lines.push(staff::secondment_line(context, partnership, record));
    }
    for record in &partnership.cash_lines {
        lines.extend(direct_cost::line(context, partnership, record));
    }
    for record in &partnership.in_kind {
        lines.push(in_kind::line(context, partnership, record));
    }
    lines
}
