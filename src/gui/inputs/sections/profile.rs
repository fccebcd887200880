//! What a partnership is, who is in it, and what it costs year by year.

use eframe::egui::{Id as EguiId, Ui};

use crate::costing::basis::Basis;
use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::facts::total_figure;
use crate::gui::inputs::form::Form;
use crate::gui::inputs::open_answers::open_answers;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S24};
use crate::gui::view::Page;
use crate::gui::widgets::flag_cell::FlagCell;
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::model::objective::Objective;
use crate::model::partnership::{Function, Partnership};
use crate::session::action::Edit;
use crate::units::id::Id;

const OBJECTIVES: [Column<Objective>; 2] = [
    Column::words(
        "Objective",
        420.0,
        slot!(text),
        "what is to change, by when",
    ),
    Column::partner("Whose", 180.0, slot!(partner), "shared by all"),
];

const LESSON: Lesson = Lesson {
    is_main: false,
    what: "No objectives yet",
    why: "A partnership without agreed objectives cannot say what it achieves. Partnerships with the same objectives may be \
          doing the same work twice.",
};

/// Shows the section.
pub(crate) fn show(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    if ui.available_width() > 640.0 {
        ui.horizontal_top(|ui| {
            let left = (ui.available_width() - S24) * 0.62;
            ui.vertical(|ui| {
                ui.set_width(left);
                form(ui, page, partnership);
                gap(ui);
                found.inspect(|found| open_answers(ui, page, found));
            });
            ui.add_space(S24);
            ui.vertical(|ui| ticks(ui, page, partnership));
        });
    } else {
        form(ui, page, partnership);
        gap(ui);
        found.inspect(|found| open_answers(ui, page, found));
        gap(ui);
        ticks(ui, page, partnership);
    }
    gap(ui);
    objectives(ui, page, partnership);
    gap(ui);
    years(ui, page);
}

/// What it means to bring about; a partner's own beside what all share.
fn objectives(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    heading(
        ui,
        "Objectives",
        "What it means to bring about. A partner’s own may differ from what all share; both are worth knowing.",
    );
    let scope = Scope::Partnership(partnership.id, |it| &it.objectives, |it| &mut it.objectives);
    RecordTable::new("Objectives", scope, &OBJECTIVES, LESSON).show(ui, page);
}

fn form(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    ui.spacing_mut().item_spacing.y = S4;
    let name = partnership.name.trim();
    let form = Form {
        id: partnership.id,
        value: partnership,
        name: if name.is_empty() { "partnership" } else { name }.to_owned(),
        width: 400.0,
    };
    form.typed(ui, page, "Name", &slot!(name), ("name", ""));
    form.choice(ui, page, "Model", &slot!(model), ("", ""));
    form.typed(ui, page, "Topic", &slot!(topic), ("not said", ""));
    let reason = "what the partners cannot do alone";
    form.typed(ui, page, "Why it exists", &slot!(reason), (reason, ""));
    let words = "The law requires it";
    form.flag(ui, page, "Statutory", &slot!(is_statutory), words);
    let lead = "a post, never a person’s name";
    form.typed(ui, page, "Lead post", &slot!(lead_post), (lead, ""));
    form.typed(ui, page, "Start", &slot!(start), ("before", ""));
    let review = ("not set", "");
    form.typed(ui, page, "Review", &slot!(review), review);
    form.typed(ui, page, "End", &slot!(end), ("none agreed", ""));
    let until = ("not said", "");
    form.typed(ui, page, "Funded until", &slot!(funded_until), until);
}

fn ticks(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let id = partnership.id;
    heading(ui, "What it does", "");
    ui.spacing_mut().item_spacing.y = 0.0;
    for function in Function::ALL {
        let is_on = partnership.functions.contains(&function);
        let cell = FlagCell::new(function.label(), is_on);
        if let (_, Some(is_on)) = cell.show(ui) {
            let label = format!("change functions of {}", partnership.name);
            page.edit(Edit::partnership(id, label, move |it| {
                it.functions.retain(|other| *other != function);
                if is_on {
                    it.functions.push(function);
                    it.functions.sort();
                }
            }));
        }
    }
    gap(ui);
    heading(ui, "Members", "");
    members(ui, page, partnership);
}

fn members(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let register = page.register();
    if register.partners.is_empty() {
        ui.label(theme::muted("The register has no partners yet."));
        if ui.button("Add partners").clicked() {
            page.view.page = Page::Partners;
        }
        return;
    }
    for partner in register.partners.iter() {
        let is_on = partnership.members.contains(&partner.id);
        let cell =
            FlagCell::new(&partner.name, is_on).id(EguiId::unique((partnership.id, partner.id)));
        if let (_, Some(is_on)) = cell.show(ui) {
            page.edit(member(partnership, partner.id, is_on));
        }
    }
}

fn member(partnership: &Partnership, partner: Id, is_on: bool) -> Edit {
    let label = format!("change members of {}", partnership.name);
    Edit::partnership(partnership.id, label, move |it| {
        it.members.retain(|other| *other != partner);
        if is_on {
            it.members.push(partner);
        }
    })
}

/// Running cost of this year and the next ones, at the register's pay and prices.
fn years(ui: &mut Ui, page: &PageContext<'_>) {
    let Some(detail) = page.detail else { return };
    heading(
        ui,
        "Cost by year",
        "Running cost at the register’s pay and prices, for the months that it is in force.",
    );
    let columns = [
        ColumnSpec::text("Year", Width::Exact(96.0)),
        ColumnSpec::number(Basis::Exhibit2.label(), "£", Width::Exact(160.0)),
        ColumnSpec::number(Basis::Full.label(), "£", Width::Exact(130.0)),
    ];
    let grid = Grid::new(EguiId::unique("Cost by year"), "Cost by year", &columns);
    ui.scope(|ui| {
        ui.set_max_width(390.0);
        grid.whole()
            .show(ui, detail.years.len(), None, |row, column, cell| {
                let Some((year, cost)) = detail.years.get(row) else {
                    return;
                };
                match column {
                    0 => drop(cell.text(&year.to_string())),
                    1 => drop(cell.text(&total_figure(cost.exhibit2))),
                    _ => drop(cell.text(&total_figure(cost.full))),
                }
            });
    });
}
