//! What gifts other than people's time cost their givers.

use crate::costing::context::{Context, overlap};
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::model::in_kind::{Direction, InKind};
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::units::trace::{Reader, Recorder};

/// The line of a gift to the partnership: quantity × what each costs the giver × months ÷ 12.
///
/// Nothing for what the partnership gives: that is paid for already.
/// Source: the method note, section 3.
pub fn line<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    gift: &InKind,
) -> Option<CostLine<R::Node>> {
    if gift.direction == Direction::ToPartner {
        return None;
    }
    let about = About {
        record: gift.id,
        class: Class::InKind,
        category: Category::InKind,
        purpose: gift.purpose.unwrap_or(Purpose::Running),
        bearer: gift.partner,
        grade: None,
    };
    let read = Reader::new(context.recorder, gift.id);
    let quantity = read.get("quantity", &gift.quantity);
    let unit_cost = read.get("unit_cost", &gift.unit_cost);
    let (start, end) = overlap((partnership.start, partnership.end), (gift.start, gift.end));
    let unit_cost = unit_cost.and_then(|unit_cost| context.at_prices(unit_cost));
    let amount = quantity
        .zip(unit_cost)
        .map(|(quantity, unit_cost)| context.in_year(quantity * unit_cost, start, end));
    Some(CostLine::money(about, amount))
}
