//! What posts given to the partnership and secondments cost.

use jiff::civil::Date;

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::model::partnership::Partnership;
use crate::model::post::{Post, PostKind};
use crate::model::purpose::Purpose;
use crate::model::secondment::Secondment;
use crate::units::quantity::Fte;
use crate::units::trace::{Reader, Recorder, Val};

/// The line of a post: loaded cost × FTE × months ÷ 12.
///
/// Paid for by the partnership it is direct; lent or co-located it is the lender's opportunity cost.
/// Source: the method note, section 3.
pub fn post_line<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    post: &Post,
) -> CostLine<R::Node> {
    let about = About {
        record: post.id,
        class: match post.kind {
            PostKind::Paid => Class::Direct,
            PostKind::Lent => Class::Opportunity,
        },
        category: Category::Staff,
        purpose: post.purpose.unwrap_or(Purpose::Running),
        bearer: post.partner,
        grade: post.grade,
    };
    let fte = Reader::new(context.recorder, post.id).get("fte", &post.fte);
    line(context, partnership, about, fte, (post.start, post.end))
}

/// The line of a secondment that the lender bears: loaded cost × FTE × months ÷ 12, an opportunity cost.
///
/// Source: the method note, section 3.
pub fn secondment_line<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    secondment: &Secondment,
) -> CostLine<R::Node> {
    let about = About {
        record: secondment.id,
        class: Class::Opportunity,
        category: Category::Secondments,
        purpose: secondment.purpose.unwrap_or(Purpose::Running),
        bearer: secondment.lender,
        grade: secondment.grade,
    };
    let fte = Reader::new(context.recorder, secondment.id).get("fte", &secondment.fte);
    let dates = (secondment.start, secondment.end);
    line(context, partnership, about, fte, dates)
}

fn line<'r, R: Recorder>(
    context: &Context<'r, R>,
    partnership: &Partnership,
    about: About,
    fte: Option<Val<'r, R, Fte>>,
    dates: (Option<Date>, Option<Date>),
) -> CostLine<R::Node> {
    let (start, end) = overlap((partnership.start, partnership.end), dates);
    let grade = context.grade(about.grade);
    let loaded = grade.and_then(|grade| grade.loaded_cost);
    let amount = loaded
        .zip(fte)
        .map(|(loaded, fte)| context.in_year(loaded * fte, start, end));
    let productive = grade.and_then(|grade| grade.productive_hours);
    let hours = productive
        .zip(fte)
        .map(|(hours, fte)| context.in_year(hours * fte, start, end).named("Hours"));
    CostLine::time(about, hours, amount)
}
