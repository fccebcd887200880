//! What followed figures are called, and how their drawn values read.

use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::model::record_name::line_name;
use crate::model::register::Register;
use crate::uncertainty::output::Output;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Money, Number, Quantity, Unit};

/// What stands for a figure that there is none of.
pub const NONE: &str = "—";

/// What a figure is called.
pub fn label(register: &Register, output: Output) -> String {
    let fixed = match output {
        Output::AnnualCost(Basis::Full) => "Annual cost, full",
        Output::AnnualCost(Basis::Exhibit2) => "Annual cost, as in Exhibit 2",
        Output::Score => "Achievement score",
        Output::CostPerPoint => "Cost per point",
        Output::Pvc => "Present value of costs",
        Output::Pvb => "Present value of benefits",
        Output::Npsv => "Net present social value",
        Output::Bcr => "Benefit–cost ratio",
        Output::Cumulative(t) => return format!("Net up to year {t}"),
        Output::OptionNpsv(option) => {
            return format!("{}: net present social value", line_name(register, option));
        }
        Output::OptionIncremental(option) => {
            return format!("{}: against going on as it is", line_name(register, option));
        }
        Output::Claims(_) => "Claims",
        Output::ClaimWorth(_) => "Worth of what is claimed",
        Output::OurCost(Basis::Full) => "Our part of the annual cost, full",
        Output::OurCost(Basis::Exhibit2) => "Our part of the annual cost, as in Exhibit 2",
        Output::Hours => "Hours of people’s time",
        Output::SeniorDays => "Senior days",
    };
    fixed.to_owned()
}

/// A drawn value of a figure as it is read, such as `£21,400` or `£1.32`.
pub fn text(output: Output, value: f64, unit: MoneyUnit) -> String {
    let Some(value) = exact(value) else {
        return NONE.to_owned();
    };
    match output {
        Output::Bcr => display::pounds_ratio(Number::new(value)),
        Output::Score => display::score(Number::new(value)),
        Output::Hours => display::hours(Hours::new(value)),
        Output::SeniorDays => display::days(Number::new(value)),
        _ => display::money_in(Money::new(value), unit),
    }
}

/// The same as far as it is worth saying of a range, such as `£21k`.
pub fn short(output: Output, value: f64, unit: MoneyUnit) -> String {
    match (output, exact(value)) {
        (_, None) => NONE.to_owned(),
        (Output::Bcr | Output::Score | Output::Hours | Output::SeniorDays, _) => {
            text(output, value, unit)
        }
        (_, Some(value)) => display::money_short_in(Money::new(value), unit),
    }
}

/// A value of an input as it is read.
pub fn input_text(value: f64, unit: Unit) -> String {
    exact(value).map_or_else(|| NONE.to_owned(), |it| display::figure(it, unit))
}

/// A drawn value to ten decimals; nothing for what is no number, or too large for one.
pub fn exact(value: f64) -> Option<Decimal> {
    let value = Decimal::from_f64_retain(value)?;
    Some(value.round_dp(10).normalize())
}
