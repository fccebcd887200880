//! Records that a partnership or one of its options may hold, found wherever they are.

use crate::model::benefit::Benefit;
use crate::model::direct_cost::CashLine;
use crate::model::option::AppraisalOption;
use crate::model::partnership::Partnership;
use crate::units::id::Id;

/// A cash line of a partnership, or of one of its options.
pub(crate) fn cash_line(of: &Partnership, id: Id) -> Option<&CashLine> {
    let of_options = of.options.iter().flat_map(|it| &it.cash_lines);
    of.cash_lines
        .iter()
        .chain(of_options)
        .find(|it| it.id == id)
}

/// The same, to change it.
pub(crate) fn cash_line_mut(of: &mut Partnership, id: Id) -> Option<&mut CashLine> {
    let of_options = of.options.iter_mut().flat_map(|it| &mut it.cash_lines);
    let mut all = of.cash_lines.iter_mut().chain(of_options);
    all.find(|it| it.id == id)
}

/// A benefit of a partnership, or of one of its options.
pub(crate) fn benefit(of: &Partnership, id: Id) -> Option<&Benefit> {
    let of_options = of.options.iter().flat_map(|it| &it.benefits);
    of.benefits.iter().chain(of_options).find(|it| it.id == id)
}

/// The same, to change it.
pub(crate) fn benefit_mut(of: &mut Partnership, id: Id) -> Option<&mut Benefit> {
    let of_options = of.options.iter_mut().flat_map(|it| &mut it.benefits);
    let mut all = of.benefits.iter_mut().chain(of_options);
    all.find(|it| it.id == id)
}

/// An option of a partnership.
pub(crate) fn option(of: &Partnership, id: Id) -> Option<&AppraisalOption> {
    of.options.iter().find(|it| it.id == id)
}

/// The same, to change it.
pub(crate) fn option_mut(of: &mut Partnership, id: Id) -> Option<&mut AppraisalOption> {
    of.options.iter_mut().find(|it| it.id == id)
}

/// Whether a record is an option, or stands in it.
pub(crate) fn is_of_option(option: &AppraisalOption, record: Id) -> bool {
    option.id == record
        || option.lines.iter().any(|it| it.id == record)
        || option
            .cash_lines
            .iter()
            .any(|it| is_of_cash_line(it, record))
        || option.benefits.iter().any(|it| is_of_benefit(it, record))
}

/// Whether a record is a cash line, or one of its years.
pub(crate) fn is_of_cash_line(cash: &CashLine, record: Id) -> bool {
    cash.id == record || cash.years.iter().any(|it| it.id == record)
}

/// Whether a record is a benefit, or one of its years.
pub(crate) fn is_of_benefit(benefit: &Benefit, record: Id) -> bool {
    benefit.id == record || benefit.years.iter().any(|it| it.id == record)
}
