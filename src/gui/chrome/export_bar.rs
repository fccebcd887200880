//! How far an export has come, under the menus, with a way to end it.

use std::time::Duration;

use eframe::egui::{Align, Layout, ProgressBar, Spinner, Ui};

use crate::gui::theme::S8;
use crate::session::action::Action;
use crate::session::exporting::Export;
use crate::units::display;

/// How often it looks.
const STEP: Duration = Duration::from_millis(100);

/// Shows what is exported.
pub fn export_bar(ui: &mut Ui, export: &Export, actions: &mut Vec<Action>) {
    ui.ctx().request_repaint_after(STEP);
    let (done, all) = export.watch.progress.get();
    ui.horizontal(|ui| {
        ui.add_space(S8);
        ui.add(Spinner::new().size(14.0));
        ui.label(format!("Exporting: {}", export.what));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let is_ending = export.watch.stop.is_asked();
            let text = if is_ending {
                "Ending…"
            } else {
                "Cancel export"
            };
            if ui
                .add_enabled(!is_ending, eframe::egui::Button::new(text))
                .clicked()
            {
                actions.push(Action::StopExport);
            }
            if all > 0 {
                let count = |n: u32| display::count_figure(usize::try_from(n).unwrap_or(0));
                #[expect(clippy::cast_precision_loss, reason = "the length of a bar")]
                let part = done as f32 / all as f32;
                let text = format!("{} of {}", count(done), count(all));
                ui.add(ProgressBar::new(part).desired_width(200.0).text(text));
            }
        });
    });
}
