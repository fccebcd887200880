//! Groups of partnerships in words, and as a text for a spreadsheet.

use std::collections::BTreeSet;

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::groups::{Common, Group};
use crate::model::record_name::partner_name;
use crate::report::tab_text::safe;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// What a group is called.
pub fn common_name(common: &Common) -> String {
    match common {
        Common::Topic(topic) => topic.clone(),
        Common::Function(function) => function.label().to_owned(),
        Common::Model(model) => model.label().to_owned(),
        Common::NotSaid => "Not said".to_owned(),
    }
}

/// What each partner bears of each group, with exact figures between tabs.
pub fn borne_for_a_spreadsheet(findings: &Findings, groups: &[Group], basis: Basis) -> String {
    let all = groups.iter().flat_map(|it| it.by_partner.get(basis).keys());
    let bearers: BTreeSet<Option<Id>> = all.copied().collect();
    let (named, nobody): (Vec<_>, Vec<_>) = bearers.into_iter().partition(Option::is_some);
    let bearers: Vec<Option<Id>> = named.into_iter().chain(nobody).collect();
    let exact = |amount: Money| display::exact_text(amount.decimal());
    let mut header = vec!["Topic".to_owned(), "All, £ a year".to_owned()];
    header.extend(bearers.iter().map(|it| {
        let name = partner_name(&findings.register, *it);
        format!("{}, £ a year", display::capitalised(&name))
    }));
    let mut text = line(&header);
    for group in groups {
        let parts = group.by_partner.get(basis);
        let mut cells = vec![
            common_name(&group.common),
            exact(group.cost.get(basis).amount),
        ];
        let borne = bearers
            .iter()
            .map(|it| parts.get(it).copied().unwrap_or_default());
        cells.extend(borne.map(exact));
        text.push_str(&line(&cells));
    }
    text
}

fn line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|it| safe(it)).collect();
    format!("{}\n", cells.join("\t"))
}
