//! How the partners would divide the total among them: the rule, and each partner's part.

use std::collections::BTreeSet;

use eframe::egui::{Label, Ui};

use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::Form;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sharing_table::sharing_table;
use crate::gui::inputs::teach::{Lesson, about, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme;
use crate::gui::view::Page;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::model::sharing::{Share, SharingRule};
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::{Id, Kind};

const SHARES: [Column<Share>; 3] = [
    Column::partner("Partner", 190.0, slot!(partner), "choose"),
    Column::value("Agreed part", "", 120.0, slot!(agreed), "not known"),
    Column::value(
        "Part of the benefit",
        "",
        150.0,
        slot!(benefit),
        "not known",
    ),
];

const LESSON: Lesson = Lesson {
    is_main: false,
    what: "No parts yet",
    why: "Say what part of the cost each partner has agreed to, and what part of the benefit falls to it. Each column \
          should come to 100%.",
};

/// Shows the section.
pub(crate) fn show(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    about(
        ui,
        "Who bears the cost now follows from who gives and who pays. Here the partners can look at another way to \
         divide the same total; no cost changes by it.",
    );
    let name = partnership.name.trim();
    let form = Form {
        id: partnership.id,
        value: partnership,
        name: if name.is_empty() { "partnership" } else { name }.to_owned(),
        width: 200.0,
    };
    form.choice(ui, page, "Shared", &slot!(sharing), ("", ""));
    ui.add(Label::new(theme::muted(means(partnership.sharing))).wrap());
    if matches!(
        partnership.sharing,
        SharingRule::ByBudget | SharingRule::ByPopulation
    ) && ui.link("Open the Partners page").clicked()
    {
        page.view.page = Page::Partners;
    }
    gap(ui);
    if let Some(found) = found {
        sharing_table(ui, page, partnership, found);
        gap(ui);
    }
    heading(
        ui,
        "Parts agreed, and parts of the benefit",
        "Used by the rules of these names.",
    );
    ui.scope(|ui| {
        ui.set_max_width(560.0_f32.min(ui.available_width()));
        let id = partnership.id;
        let shares = Scope::Partnership(id, |it| &it.shares, |it| &mut it.shares);
        RecordTable::new("Shares", shares, &SHARES, LESSON).show(ui, page);
        add_members(ui, page, partnership);
    });
}

/// What each rule goes by, and where its figures are typed.
fn means(rule: SharingRule) -> &'static str {
    match rule {
        SharingRule::AsBorne => "Nothing is divided again.",
        SharingRule::Equally => "Every member bears the same.",
        SharingRule::ByHours => "By the hours that each member’s people spend in meetings.",
        SharingRule::ByBudget => "By each member’s budget, from the Partners page.",
        SharingRule::ByPopulation => {
            "By the population that each member serves, from the Partners page."
        }
        SharingRule::ByBenefit => {
            "By the part of the benefit that falls to each, from the table below."
        }
        SharingRule::Agreed => "By the parts that were agreed, from the table below.",
    }
}

/// A row for each member that has none, in one step.
fn add_members(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let has_row: BTreeSet<Id> = partnership
        .shares
        .iter()
        .filter_map(|it| it.partner)
        .collect();
    let members = partnership.members.iter().copied();
    let missing: Vec<Id> = members.filter(|id| !has_row.contains(id)).collect();
    if missing.is_empty() {
        return;
    }
    let n = display::count(missing.len(), "member", "members");
    if ui.button(format!("Add a row for {n}")).clicked() {
        page.edit(add(partnership.id, format!("add shares of {n}"), missing));
    }
}

fn add(partnership: Id, label: String, partners: Vec<Id>) -> Edit {
    Edit::new(label, move |register: &mut Register| {
        let shares: Vec<Share> = partners
            .into_iter()
            .map(|partner| Share {
                partner: Some(partner),
                ..Share::new(register.new_id(Kind::Share))
            })
            .collect();
        let change = Edit::partnership(partnership, "", move |it| it.shares.extend(shares));
        (change.change)(register);
    })
}
