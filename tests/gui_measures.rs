//! Journeys through who pays, who gains, and the measures of the portfolio, by what a screen reader finds.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::gui_app::{Window, open, says, settle};
use crate::support::screenshot::screenshot;

fn click(window: &mut Window, role: Role, label: &str) {
    window.get_by_role_and_label(role, label).click();
    settle(window);
}

/// The first node whose label has these words.
fn click_first(window: &mut Window, words: &str) -> String {
    let node = window.query_all_by_label_contains(words).next();
    let node = node.unwrap_or_else(|| panic!("nothing says {words}"));
    let label = node.accesskit_node().label().unwrap_or_default();
    node.click();
    settle(window);
    label
}

fn links(window: &Window) -> Vec<String> {
    let links = window.query_all_by_role(Role::Link);
    links.filter_map(|it| it.accesskit_node().label()).collect()
}

#[test]
fn those_without_an_agreement_are_listed_and_one_is_opened() {
    let mut window = open("borough.ron", 1280.0, 1600.0);
    click(&mut window, Role::Tab, "Measures");
    assert!(says(&window, "What partnerships lack"));
    let before = links(&window);
    click_first(&mut window, "A written agreement: ");
    let names: Vec<String> = links(&window)
        .into_iter()
        .filter(|it| !before.contains(it))
        .collect();
    assert!(!names.is_empty());
    screenshot(&mut window, "app-measures-list");
    let link = window.query_all_by_role_and_label(Role::Link, &names[0]);
    link.last().unwrap().click();
    settle(&mut window);
    assert!(
        says(&window, "Is there a written agreement, signed"),
        "{names:?}"
    );
}

#[test]
fn a_group_leads_to_its_partnerships() {
    let mut window = open("borough.ron", 1280.0, 1800.0);
    click(&mut window, Role::Tab, "Measures");
    click_first(&mut window, "Model");
    assert!(says(&window, "Every partnership stands in one group"));
    click_first(&mut window, "Function");
    assert!(says(&window, "the groups overlap and do not add up"));
    click_first(&mut window, "Vision");
    assert!(
        says(&window, " selected"),
        "the overview shows the group only"
    );
}

#[test]
fn a_budget_that_is_not_known_leads_to_its_field() {
    let mut window = open("small.ron", 1280.0, 1200.0);
    click(&mut window, Role::Tab, "Measures");
    let asked = click_first(&mut window, "is not known: type it");
    assert!(asked.starts_with("The "), "{asked}");
    assert!(says(&window, "Pay bill a year"));
}

#[test]
fn a_payment_opens_its_basis_and_transfers_can_count_all_fiscal_benefits() {
    let mut window = open("borough.ron", 1280.0, 2400.0);
    click_first(&mut window, "Value for money");
    click(&mut window, Role::Tab, "Who pays, who gains");
    assert!(says(&window, "more than it bears"));
    assert!(says(&window, "Transfers, so that nobody loses"));
    screenshot(&mut window, "app-who-pays");
    click(&mut window, Role::RadioButton, "All fiscal benefits");
    assert!(says(&window, "Fiscal balance"));
    click_first(&mut window, "Undo");
    settle(&mut window);
    let pair = "Borne by Ashmere Borough Council for Mereshire County Council";
    click_first(&mut window, pair);
    let basis =
        "Present value of what is borne by Ashmere Borough Council for Mereshire County Council";
    assert!(says(&window, basis));
}
