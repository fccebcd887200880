//! The list of partnerships that clearly cost more and score less than another, each with the one to ask about.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Id as EguiId, Label, ScrollArea, Sense, Ui, UiBuilder, Vec2};

use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::gui::theme::{S4, S8, S12, muted, palette, small, strong};
use crate::report::called_out::{ASK_WHY, COSTS_MORE, CalledOut, called_out, why_asked};
use crate::units::display;
use crate::units::id::Id;

/// What the list is called.
pub const TITLE: &str = "Costs more and scores less";

/// The list, kept while nothing of it changes.
#[derive(Clone)]
struct Kept {
    of: Arc<Findings>,
    basis: Basis,
    lines: Arc<Vec<CalledOut>>,
}

/// What the user asks of a line.
pub enum Asked {
    /// To see this partnership.
    Open(Id),
    /// To see both side by side.
    Compare(Id, Id),
}

/// Shows the list in the room that `ui` has; gives what was asked for.
pub fn asked_why(ui: &mut Ui, findings: &Arc<Findings>, basis: Basis) -> Option<Asked> {
    let lines = lines(ui, findings, basis);
    let builder = UiBuilder::new()
        .id_salt(TITLE)
        .accessibility_role(Role::Group)
        .accessibility_label(TITLE);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = Vec2::new(S4, 2.0);
        ui.spacing_mut().interact_size.y = 18.0;
        ui.horizontal(|ui| {
            ui.label(strong(TITLE));
            ui.label(muted(display::count_figure(lines.len())));
        });
        ui.add(Label::new(small(why_asked(lines.len()))).wrap());
        ui.add_space(S4);
        // A narrow list needs a second line for its sentence.
        let is_narrow = ui.available_width() < 480.0;
        let height = if is_narrow { 86.0 } else { 46.0 };
        let mut asked = None;
        ScrollArea::vertical()
            .id_salt(("asked why", findings.year))
            .auto_shrink([false, false])
            .show_rows(ui, height, lines.len(), |ui, rows| {
                for it in lines.get(rows).unwrap_or_default() {
                    let size = Vec2::new(ui.available_width() - S12, height);
                    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                    let hairline = palette(ui).hairline;
                    ui.painter()
                        .hline(rect.x_range(), rect.top(), (1.0, hairline));
                    let inside = rect.with_min_y(rect.top() + S4);
                    let builder = UiBuilder::new().id_salt(it.id).max_rect(inside);
                    let mut line = ui.new_child(builder);
                    line.shrink_clip_rect(rect);
                    asked = asked.take().or(one(&mut line, it, is_narrow));
                }
            });
        asked
    })
    .inner
}

/// Who, what it costs and scores, and the one to ask about.
fn one(ui: &mut Ui, it: &CalledOut, is_narrow: bool) -> Option<Asked> {
    let mut asked = None;
    ui.spacing_mut().item_spacing = Vec2::new(S4, 1.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let link = ui.link(strong(short(&it.name)));
        if link.on_hover_text(&it.name).clicked() {
            asked = Some(Asked::Open(it.id));
        }
        if it.is_statutory {
            ui.label(small("statutory"))
                .on_hover_text("The law requires it: ask how it is run, not whether");
        }
        if !is_narrow {
            ui.add(Label::new(small(&it.figures)).truncate());
        }
    });
    if is_narrow {
        ui.add(Label::new(small(&it.figures)).truncate());
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.label(format!("{COSTS_MORE} "));
        let link = ui.link(short(&it.better_name));
        let figures = format!("{}: {}", it.better_name, it.better_figures);
        if link.on_hover_text(figures).clicked() {
            asked = Some(Asked::Open(it.better));
        }
        ui.label(format!("{ASK_WHY}  "));
        let link = ui.link(small("Compare"));
        let both = format!("Compare {} with {}", it.name, it.better_name);
        ui.ctx().accesskit_node_builder(link.id, |node| {
            node.set_label(both.clone());
        });
        if link.on_hover_text(both).clicked() {
            asked = Some(Asked::Compare(it.id, it.better));
        }
    });
    asked
}

/// As much of a name as a line has room for.
fn short(name: &str) -> String {
    match name.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None => name.to_owned(),
    }
}

/// In letters.
const LONGEST: usize = 34;

fn lines(ui: &Ui, findings: &Arc<Findings>, basis: Basis) -> Arc<Vec<CalledOut>> {
    let key = EguiId::unique("asked why");
    let kept: Option<Kept> = ui.data(|data| data.get_temp(key));
    if let Some(kept) = kept
        && Arc::ptr_eq(&kept.of, findings)
        && kept.basis == basis
    {
        return kept.lines;
    }
    let lines = Arc::new(called_out(findings, basis));
    let kept = Kept {
        of: Arc::clone(findings),
        basis,
        lines: Arc::clone(&lines),
    };
    ui.data_mut(|data| data.insert_temp(key, kept));
    lines
}
