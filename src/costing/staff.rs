//! What posts given to the partnership cost.

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::costing::pool::push_borne;
use crate::model::partnership::Partnership;
use crate::model::post::{Post, PostKind};
use crate::model::purpose::Purpose;
use crate::units::trace::{Reader, Recorder};

/// Pushes the lines of a post: loaded cost × FTE × months ÷ 12.
///
/// Paid for by the partnership it is direct, from one body or from a pool; lent or co-located it is the lender's
/// opportunity cost. Source: the method note, section 3.
pub fn push_lines<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    post: &Post,
    lines: &mut Vec<CostLine<R::Node>>,
) {
    let is_paid = post.kind == PostKind::Paid;
    let about = About {
        record: post.id,
        class: if is_paid {
            Class::Direct
        } else {
            Class::Opportunity
        },
        category: Category::Staff,
        purpose: post.purpose.unwrap_or(Purpose::Running),
        bearer: post.partner,
        grade: post.grade,
    };
    let fte = Reader::new(context.recorder, post.id).get("fte", &post.fte);
    let dates = (post.start, post.end);
    let (start, end) = overlap((partnership.start, partnership.end), dates);
    let grade = context.grade(post.grade);
    let amount = grade.and_then(|grade| grade.loaded_cost).zip(fte);
    let amount = amount.map(|(loaded, fte)| context.in_year(loaded * fte, start, end));
    let hours = grade.and_then(|grade| grade.productive_hours).zip(fte);
    let hours = hours.map(|(hours, fte)| context.in_year(hours * fte, start, end).named("Hours"));
    let pool = post.pool.filter(|_| is_paid);
    push_borne(context, partnership, (about, pool), hours, amount, lines);
}
