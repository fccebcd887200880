//! The page of one partnership: what it is, what it comes to, and one section of what goes into it.

use eframe::egui::{Align, Id as EguiId, Label, Layout, RichText, ScrollArea, Ui, Vec2};

use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::place::{meeting_of, section_of, show_input};
use crate::gui::inputs::query_list::query_list;
use crate::gui::inputs::result_strip::result_strip;
use crate::gui::inputs::section_list::{WIDTH, queries_of, section_list, section_tabs};
use crate::gui::inputs::sections;
use crate::gui::page::PageContext;
use crate::gui::theme::fonts::{FIGURE_SIZE, semibold};
use crate::gui::theme::{self, S4, S8, S12, S24};
use crate::gui::view::{Page, Section};
use crate::gui::widgets::landing::{Pane, landing};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::Id;

/// Below this width the sections stand side by side above the form.
const WIDE: f32 = 1120.0;

/// Shows one partnership; its title and results stay while its section scrolls.
pub fn partnership_page(ui: &mut Ui, page: &mut PageContext<'_>, id: Id) {
    let register = page.register();
    let Some(partnership) = register.partnership(id) else {
        ui.label(theme::muted(
            "This partnership is no longer in the register.",
        ));
        return;
    };
    let found = page.findings().and_then(|it| it.partnership(id));
    let jump = page.view.jump;
    turn_to_jump(page, partnership);
    ui.spacing_mut().item_spacing.y = S8;
    title(ui, page, partnership, found);
    let going_to = found.and_then(|found| result_strip(ui, page, found));
    ui.add_space(S8);
    // The open section is shown once more after a click beside it, so that the cell under edit is settled.
    let before = page.view.section;
    let mut asked = before;
    if ui.available_width() < WIDE {
        section_tabs(ui, &mut asked, partnership, found);
        ui.add_space(S4);
        section(ui, page, partnership, found);
    } else {
        let size = ui.available_size();
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let list = Vec2::new(WIDTH, size.y);
            ui.allocate_ui_with_layout(list, Layout::top_down(Align::Min), |ui| {
                ui.set_width(WIDTH);
                section_list(ui, &mut asked, partnership, found);
            });
            ui.add_space(S24);
            ui.vertical(|ui| section(ui, page, partnership, found));
        });
    }
    if asked != before {
        page.view.section = asked;
        ui.ctx().request_repaint();
    }
    if let Some(input) = going_to {
        // In the next frame: the key that asked for it is not meant for the field.
        show_input(page.view, register, input);
        ui.ctx().request_repaint();
        return;
    }
    // A field that no form shows must not catch the keyboard later.
    if page.view.jump == jump {
        page.view.jump = None;
    }
}

/// Opens the section and the meeting of the cell that somebody wants to see.
fn turn_to_jump(page: &mut PageContext<'_>, partnership: &Partnership) {
    let Some(jump) = page.view.jump else { return };
    let mut is_here = jump.record == partnership.id;
    partnership.each_id(|id| is_here |= id == jump.record);
    if is_here {
        page.view.section = section_of(partnership, jump.record, Some(jump.field));
        page.view.meeting = meeting_of(partnership, jump.record).or(page.view.meeting);
    }
}

fn title(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    let name = name_of(partnership);
    ui.horizontal(|ui| {
        let room = ui.available_width() - 268.0;
        let text = RichText::new(&name).size(FIGURE_SIZE).family(semibold());
        let layout = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(room, 28.0), layout, |ui| {
            ui.set_min_width(room);
            ui.add(Label::new(text).truncate());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button("Delete partnership").clicked() {
                page.edit(delete(partnership.id, &name));
                page.view.page = Page::Overview;
            }
            let compare = ui.button("Compare with…");
            if compare
                .on_hover_text("Put it beside other partnerships")
                .clicked()
            {
                page.view.compare(partnership.id);
                ui.ctx().request_repaint();
            }
        });
    });
    ui.add_space(-S4);
    ui.add(Label::new(theme::muted(in_words(partnership, found))).truncate());
}

/// `Steering group · statutory · 12 members · 4 meetings a year · no staff`.
fn in_words(partnership: &Partnership, found: Option<&PartnershipFindings>) -> String {
    let mut parts = vec![partnership.model.label().to_owned()];
    if partnership.is_statutory {
        parts.push("required by law".to_owned());
    }
    if let Some(found) = found {
        let scale = &found.scale;
        parts.push(display::count(scale.members, "member", "members"));
        parts.push(match scale.meetings {
            Some(meetings) => format!("{} meetings a year", display::number(meetings)),
            None => "meetings a year not known".to_owned(),
        });
        let staff = display::fte(scale.staff);
        parts.push(if staff == "0" {
            "no staff".to_owned()
        } else {
            format!("{staff} FTE staff")
        });
    }
    if !partnership.topic.is_empty() {
        parts.push(partnership.topic.clone());
    }
    parts.join("  ·  ")
}

fn section(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    let open = page.view.section;
    ScrollArea::vertical()
        .id_salt((EguiId::unique(partnership.id), open.label()))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = S8;
            landing(ui, Pane::Page);
            match open {
                Section::Profile => sections::profile::show(ui, page, partnership, found),
                Section::Meetings => sections::meetings::show(ui, page, partnership),
                Section::BetweenMeetings => sections::between::show(ui, page, partnership),
                Section::Staff => sections::staff::show(ui, page, partnership),
                Section::DirectCosts => sections::direct::show(ui, page, partnership),
                Section::InKind => sections::in_kind::show(ui, page, partnership),
                Section::Sharing => sections::sharing::show(ui, page, partnership, found),
                Section::Achievement => sections::achievement::show(ui, page, partnership, found),
                Section::Benefits => sections::benefits::show(ui, page, partnership),
                Section::Appraisal => sections::appraisal::show(ui, page, partnership, found),
                Section::Options => sections::options::show(ui, page, partnership, found),
                Section::Health => sections::health::show(ui, page, partnership, found),
            }
            ui.add_space(S12);
            query_list(ui, page, queries_of(partnership, found, open).collect());
            ui.add_space(S24);
        });
}

/// The name of a partnership; a new one has none yet.
fn name_of(partnership: &Partnership) -> String {
    if partnership.name.trim().is_empty() {
        "New partnership".to_owned()
    } else {
        partnership.name.clone()
    }
}

fn delete(id: Id, name: &str) -> Edit {
    Edit::new(
        format!("delete partnership {name}"),
        move |register: &mut Register| register.partnerships.retain(|it| it.id != id),
    )
}
