//! Dated official numbers and conventions, each with its source, in editions that a register names.

pub mod conventions;
pub mod deflator;
pub mod discount_rates;
pub mod edition;
pub mod estimate;
pub mod health_check;
pub mod national_insurance;
pub mod optimism_bias;
pub mod value_for_money;
