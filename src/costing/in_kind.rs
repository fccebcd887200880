//! What gifts other than people's time cost their givers.

use crate::costing::context::Context;
use crate::costing::cost_line::{About, Category, Class, CostLine};
use crate::model::in_kind::InKind;
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::units::trace::{Reader, Recorder};

/// The line of a gift: quantity × what each costs the giver × months ÷ 12.
///
/// Source: the method note, section 3.
pub fn line<R: Recorder>(
    context: &Context<'_, R>,
    partnership: &Partnership,
    gift: &InKind,
) -> CostLine<R::Node> {
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
    let amount = quantity.zip(unit_cost).map(|(quantity, unit_cost)| {
        context.in_year(quantity * unit_cost, partnership.start, partnership.end)
    });
    CostLine::money(about, amount)
}
