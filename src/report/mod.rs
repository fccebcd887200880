//! What readers are told in words and tables, composed from the findings; nothing here works a figure out.

pub mod assumptions;
pub mod doubt;
pub mod evidence;
pub mod explanation;
pub mod figures;
pub mod health;
pub mod left_out;
pub mod measures;
pub mod options;
pub mod overlap;
pub mod progress;
pub mod sharing;
pub mod spread;
pub mod statement;
pub mod summary;
pub mod summary_text;
pub mod switching;
pub mod tab_text;
pub mod text_table;
pub mod time_ledger;
pub mod uncertainty;
pub mod value_for_money;
pub mod worth;
