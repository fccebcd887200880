//! How the partners would divide the total among them: the rule, and each partner's part.

use std::collections::BTreeSet;

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::findings::partnership::PartnershipFindings;
use crate::findings::record_name::partner_name;
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::Form;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, about, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme;
use crate::gui::view::Page;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::model::sharing::{Share, SharingRule};
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::{Id, Kind};
use crate::units::quantity::Money;

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
        amounts(ui, page, found);
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

/// What each partner bears now, and would bear by the rule.
fn amounts(ui: &mut Ui, page: &PageContext<'_>, found: &PartnershipFindings) {
    let (register, basis) = (page.register(), page.basis());
    let title = format!("Who would bear the {}", basis.label().to_lowercase());
    let about = if found.annual_cost.get(basis).is_at_least {
        "Part of the cost is not known, so each sum is at least what stands here."
    } else {
        ""
    };
    heading(ui, &title, about);
    let shared = &found.shared;
    let parts = shared.parts.get(basis).as_ref();
    if shared.rule != SharingRule::AsBorne && parts.is_none() {
        let missing: Vec<String> = shared
            .missing()
            .map(|id| partner_name(register, Some(id)))
            .collect();
        let why = if missing.is_empty() {
            "The rule cannot be followed: the parts have to come to 100%.".to_owned()
        } else {
            format!(
                "The rule cannot be followed until it is known of {}.",
                missing.join(", ")
            )
        };
        ui.add(Label::new(why).wrap());
    }
    let now = found.by_partner.get(basis);
    let mut bodies: BTreeSet<Option<Id>> = now.keys().copied().collect();
    bodies.extend(
        parts
            .into_iter()
            .flat_map(|it| it.keys())
            .map(|id| Some(*id)),
    );
    let bodies: Vec<Option<Id>> = bodies.into_iter().collect();
    let columns = [
        ColumnSpec::text("Partner", Width::AtLeast(190.0)),
        ColumnSpec::number("Bears now", "£", Width::Exact(130.0)),
        ColumnSpec::number("Would bear", "£", Width::Exact(130.0)),
    ];
    let figure = |amount: Option<&Money>| {
        amount.map_or_else(|| "–".to_owned(), |amount| display::money_figure(*amount))
    };
    ui.scope(|ui| {
        ui.set_max_width(520.0_f32.min(ui.available_width()));
        let grid = Grid::new(EguiId::unique("Shared cost"), "Shared cost", &columns);
        grid.whole()
            .show(ui, bodies.len(), None, |row, column, cell| {
                let Some(body) = bodies.get(row) else { return };
                let part = || parts.zip(*body).and_then(|(parts, id)| parts.get(&id));
                match column {
                    0 => drop(cell.text(&display::capitalised(&partner_name(register, *body)))),
                    1 => drop(cell.text(&figure(now.get(body)))),
                    _ => drop(cell.text(&figure(part()))),
                }
            });
    });
    gap(ui);
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
