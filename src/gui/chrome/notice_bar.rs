//! Messages under the menus: what happened, what to do, and the choices there are.

use eframe::egui::{Align, Layout, Ui};

use crate::gui::commands::Command;
use crate::gui::outside;
use crate::gui::theme::{S8, palette, strong};
use crate::gui::widgets::icon::{Icon, icon_button};
use crate::session::action::Action;
use crate::session::notice::Tone;
use crate::session::session::Session;

/// Shows the message; gives what was asked for.
pub fn notice_bar(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) -> Option<Command> {
    let mut asked = None;
    let notice = session.notice()?;
    let palette = palette(ui);
    ui.horizontal(|ui| {
        ui.add_space(S8);
        let (icon, colour) = match notice.tone {
            Tone::Done => (Icon::Tick, palette.accent),
            Tone::InUse => (Icon::Warning, palette.accent),
            Tone::Problem | Tone::ChangedOnDisk => (Icon::Warning, palette.error),
        };
        icon.show(ui, 14.0, colour);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Cross, "Dismiss message").clicked() {
                actions.push(Action::DismissNotice);
            }
            if let Some(place) = &notice.place {
                if ui.button("Show in folder").clicked() {
                    outside::show_in_folder(place);
                }
                if ui.button("Open").clicked() {
                    outside::open(place);
                }
            }
            if notice.tone == Tone::ChangedOnDisk && ui.button("Save mine over it").clicked() {
                actions.push(Action::SaveOver);
            }
            if session.may_save_anyway() && ui.button("Save anyway").clicked() {
                actions.push(Action::SaveAnyway);
            }
            if matches!(notice.tone, Tone::ChangedOnDisk | Tone::InUse)
                && ui.button("Save as…").clicked()
            {
                asked = Some(Command::SaveAs);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.vertical(|ui| {
                    ui.add(eframe::egui::Label::new(strong(&notice.message)).wrap());
                    if !notice.hint.is_empty() {
                        ui.add(eframe::egui::Label::new(&notice.hint).wrap());
                    }
                });
            });
        });
    });
    asked
}
