//! What is said of options side by side.

use crate::costing::schedule::Total;
use crate::findings::appraisal::{Appraisal, Worth};
use crate::findings::options::Course;
use crate::findings::worth_measure::Yardstick;
use crate::model::partnership::Partnership;
use crate::model::record_name::line_name_in;
use crate::model::register::Register;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// A sentence on each option that another course of action betters:
/// `“Leave” costs no less and achieves no more than going on as it is.`
pub fn dominated(
    register: &Register,
    partnership: &Partnership,
    appraisal: &Appraisal,
) -> Vec<String> {
    let name = |id| format!("“{}”", line_name_in(register, partnership, id));
    let sentences = appraisal.options.iter().filter_map(|it| {
        let by = match it.dominated_by? {
            Course::AsItIs => "going on as it is".to_owned(),
            Course::Option(id) => name(id),
        };
        let option = name(it.id);
        Some(format!(
            "{option} costs no less and achieves no more than {by}."
        ))
    });
    sentences.collect()
}

/// What stands in a table for one measure of a course of action; nothing where there is none.
pub fn cell_text(
    worth: &Worth,
    incremental: Option<Money>,
    yardstick: Yardstick,
    unit: MoneyUnit,
) -> Option<String> {
    let money = |amount| display::money_figure_in(amount, unit);
    match yardstick {
        Yardstick::Pvc => Some(table_total(worth.pvc, unit)),
        Yardstick::Pvb => Some(table_total(worth.pvb, unit)),
        // Of a cost that is not known nobody can say what is left.
        Yardstick::Npsv if worth.pvc.is_at_least || !worth.is_priced => None,
        Yardstick::Bcr if worth.pvc.is_at_least => None,
        Yardstick::Npsv => Some(money(worth.npsv)),
        Yardstick::IncrementalNpsv => incremental.map(money),
        Yardstick::Bcr => worth.bcr.map(display::pounds_ratio),
        _ => None,
    }
}

/// A total where its column says the unit: `≥ 1,250` where a part is not known. The words would be cut.
pub fn table_total(total: Total, unit: MoneyUnit) -> String {
    let text = display::money_figure_in(total.amount, unit);
    if total.is_at_least {
        format!("≥ {text}")
    } else {
        text
    }
}
