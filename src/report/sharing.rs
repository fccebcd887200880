//! The shared view of one partnership in words: whether its rule can be followed, and what is missing if not.

use crate::findings::partnership::PartnershipFindings;
use crate::findings::shared_line::is_not_whole;
use crate::model::record_name::partner_name;
use crate::model::register::Register;
use crate::model::sharing::SharingRule;
use crate::units::display;

/// Members named one by one.
const N_NAMED: usize = 3;

/// Why the cost cannot be shared by the rule; nothing where it can, or nothing is to be divided.
pub fn why_not(register: &Register, found: &PartnershipFindings) -> Option<String> {
    let rule = found.shared.rule;
    if is_not_whole(found) {
        return Some(match rule {
            SharingRule::Agreed | SharingRule::ByBenefit => {
                "The cost cannot be shared: the parts do not come to 100%.".to_owned()
            }
            SharingRule::ByHours => {
                "The cost cannot be shared: no member has hours in meetings.".to_owned()
            }
            _ => "The cost cannot be shared: nothing known of the members divides it.".to_owned(),
        });
    }
    let missing: Vec<String> = found
        .shared
        .missing()
        .map(|id| partner_name(register, Some(id)))
        .collect();
    if missing.is_empty() {
        return None;
    }
    let what = match rule {
        SharingRule::ByHours => "hours in meetings",
        SharingRule::ByBudget => "budget",
        SharingRule::ByPopulation => "population",
        SharingRule::ByBenefit => "part of the benefit",
        _ => "agreed part",
    };
    let of = names(&missing);
    Some(format!(
        "The cost cannot be shared until the {what} of {of} is known."
    ))
}

/// `Police, Fire and 2 others`.
fn names(all: &[String]) -> String {
    let named: Vec<&str> = all.iter().take(N_NAMED).map(String::as_str).collect();
    let rest = all.len().saturating_sub(N_NAMED);
    if rest > 0 {
        let others = display::count(rest, "other", "others");
        return format!("{} and {others}", named.join(", "));
    }
    match named.split_last() {
        Some((last, [])) => (*last).to_owned(),
        Some((last, first)) => format!("{} and {last}", first.join(", ")),
        None => String::new(),
    }
}
