//! What a program that did not close properly has kept: what it would change, and whether to recover it.

use eframe::egui::{Context, Frame, Label, Margin, Response, ScrollArea, Stroke, Ui};

use crate::gui::dialogs::modal;
use crate::gui::theme::{S4, S8, S12, heading, muted, palette, small, strong};
use crate::gui::widgets::button::primary_button;
use crate::session::clock::when;
use crate::session::recoverable::{Offer, Recoverable};
use crate::session::session::Session;
use crate::units::display;

/// The dialog, and the register that is about to be deleted.
#[derive(Default)]
pub struct RecoveryDialog {
    deleting: Option<String>,
    /// Whether the keyboard has been sent to the first button.
    has_focused: bool,
}

/// What the user decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecoveryDecision {
    /// Open this one.
    Recover(String),
    /// Delete this one.
    Delete(String),
    /// Leave them all.
    Later,
}

impl RecoveryDialog {
    /// Shows it; says what was decided.
    pub fn show(&mut self, ctx: &Context, session: &Session) -> Option<RecoveryDecision> {
        let found = session.recoverable();
        let room = ctx.content_rect().height() - 260.0;
        let shown = modal(ctx, "recovery").show(ctx, |ui| {
            ui.set_width(560.0);
            ui.label(heading("Fruitful did not close properly"));
            ui.add_space(S8);
            ui.label(introduction(found.len()));
            ui.add_space(S12);
            let decision = ScrollArea::vertical()
                .max_height(room.max(160.0))
                .show(ui, |ui| {
                    let mut decision = None;
                    for recoverable in found {
                        let card = self.card(ui, session, recoverable);
                        decision = decision.take().or(card);
                        ui.add_space(S4);
                    }
                    decision
                });
            ui.add_space(S8);
            let is_only_way_on = !found.iter().any(can_be_read);
            let is_later = self.later(ui, is_only_way_on).clicked();
            decision
                .inner
                .or(is_later.then_some(RecoveryDecision::Later))
        });
        if shown.should_close() {
            return Some(RecoveryDecision::Later);
        }
        shown.inner
    }

    fn later(&mut self, ui: &mut Ui, is_only_way_on: bool) -> Response {
        let button = |ui: &mut Ui| {
            let later = ui.button("Later");
            ui.add_space(S4);
            ui.label(muted(
                "Nothing is deleted; you are asked again at the next start.",
            ));
            later
        };
        let later = ui.horizontal(button).inner;
        if is_only_way_on && !self.has_focused {
            self.has_focused = true;
            later.request_focus();
        }
        later
    }

    fn card(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        recoverable: &Recoverable,
    ) -> Option<RecoveryDecision> {
        let edge = Stroke::new(1.0, palette(ui).hairline);
        Frame::new()
            .stroke(edge)
            .corner_radius(4)
            .inner_margin(Margin::same(12))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                describe(ui, session, recoverable);
                ui.add_space(S12);
                if self.deleting.as_deref() == Some(recoverable.id()) {
                    self.ask(ui, recoverable)
                } else {
                    self.buttons(ui, recoverable)
                }
            })
            .inner
    }

    fn buttons(&mut self, ui: &mut Ui, recoverable: &Recoverable) -> Option<RecoveryDecision> {
        let id = || recoverable.id().to_owned();
        let name = recoverable.name();
        ui.horizontal(|ui| {
            if can_be_read(recoverable) {
                let recover = primary_button(ui, "Recover");
                call(ui, &recover, format!("Recover {name}"));
                if !self.has_focused {
                    self.has_focused = true;
                    recover.request_focus();
                }
                if recover.clicked() {
                    return Some(RecoveryDecision::Recover(id()));
                }
            }
            let delete = ui.button("Don’t recover…");
            call(ui, &delete, format!("Don’t recover {name}"));
            if delete.clicked() {
                self.deleting = Some(id());
            }
            None
        })
        .inner
    }

    fn ask(&mut self, ui: &mut Ui, recoverable: &Recoverable) -> Option<RecoveryDecision> {
        let name = recoverable.name();
        ui.label(strong("Delete these changes for good?"));
        ui.add_space(S8);
        ui.horizontal(|ui| {
            let delete = ui.button("Delete them");
            call(ui, &delete, format!("Delete the changes to {name}"));
            let keep = ui.button("Keep them");
            call(ui, &keep, format!("Keep the changes to {name}"));
            if ui.memory(|memory| memory.focused().is_none()) {
                keep.request_focus();
            }
            if keep.clicked() || delete.clicked() {
                self.deleting = None;
                self.has_focused = false;
            }
            delete
                .clicked()
                .then(|| RecoveryDecision::Delete(recoverable.id().to_owned()))
        })
        .inner
    }
}

fn can_be_read(recoverable: &Recoverable) -> bool {
    matches!(recoverable.offer, Offer::Changes { .. })
}

fn introduction(n: usize) -> String {
    let what = display::count(n, "register has", "registers have");
    format!("{what} unsaved changes. Your files are untouched until you save.")
}

/// File, folder, time and changes.
fn describe(ui: &mut Ui, session: &Session, recoverable: &Recoverable) {
    let name = match &recoverable.kept {
        Some(at) => format!("{}, kept {}", recoverable.name(), when(*at, &session.now())),
        None => recoverable.name(),
    };
    ui.add(Label::new(strong(name)).wrap());
    let folder = recoverable.path.as_deref().and_then(|path| path.parent());
    if let Some(folder) = folder {
        let folder = folder.display().to_string();
        ui.add(Label::new(small(&folder)).truncate());
    }
    ui.add_space(S4);
    for sentence in recoverable.sentences() {
        ui.add(Label::new(sentence).wrap());
    }
}

/// The name of a button for a screen reader, which hears it without what stands above. The keyboard brings it into view.
fn call(ui: &Ui, response: &Response, name: String) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label(name);
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}
