//! Export: what, of what, in which format, as it will print, and where to.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;

use eframe::egui::{ColorImage, Context, Grid, Label, Ui, Vec2};

use crate::chart::catalogue::Chosen;
use crate::chart::chart::Chart;
use crate::export::formats::PAPER_FORMATS;
use crate::findings::narrow::Narrowed;
use crate::gui::chrome::tabs::tab_row;
use crate::gui::dialogs::export::chart::ChartChoice;
use crate::gui::dialogs::export::choice::choice;
use crate::gui::dialogs::export::kind::Kind;
use crate::gui::dialogs::export::preview::{Preview, Previewed, picture};
use crate::gui::dialogs::modal;
use crate::gui::results::paper::aside::Composed;
use crate::gui::theme::{S4, S8, S12, S16, heading, muted, strong};
use crate::gui::widgets::button::primary_button;
use crate::report::board_paper::BoardPaper;
use crate::units::display;

pub(crate) mod chart;
mod choice;
pub mod kind;
mod preview;

/// Dots an inch of a picture on the clipboard.
const COPIED: f64 = 200.0;

/// An export that is being set up.
pub(crate) struct ExportDialog {
    /// What is exported.
    pub kind: Kind,
    /// Which chart, where it is one.
    pub chart: ChartChoice,
    /// The format of a paper, by its place in the table.
    pub paper_format: usize,
    /// The format of all charts, by its place in the table.
    pub pack_format: usize,
    page: usize,
    preview: Preview,
    copying: Option<Receiver<Result<ColorImage, String>>>,
    /// What came of copying.
    copied: Option<String>,
}

/// What there is to export, as far as it is composed.
pub(crate) struct Material<'a> {
    /// The chart that is chosen.
    pub chart: Option<&'a Arc<Chart>>,
    /// What the window shows and how many, where that is not all.
    pub narrowed: Option<(&'a Narrowed, usize)>,
    /// The paper, and whether it is ready.
    pub paper: Option<(&'a Arc<Composed>, bool)>,
    /// Whom the paper is about.
    pub about: &'a str,
}

/// What the user decided.
pub(crate) enum ExportDecision {
    /// Ask where to.
    Where,
    /// Edit the paper first.
    Edit,
    /// Nothing.
    Cancelled,
}

impl ExportDialog {
    /// An export of this sort; of this chart, where it is one.
    pub(crate) fn new(kind: Kind, chosen: Chosen) -> Self {
        Self {
            kind,
            chart: ChartChoice::new(chosen),
            paper_format: 0,
            pack_format: 0,
            page: 0,
            preview: Preview::default(),
            copying: None,
            copied: None,
        }
    }

    /// Shows it; says what was decided.
    pub(crate) fn show(
        &mut self,
        ctx: &Context,
        material: &Material<'_>,
    ) -> Option<ExportDecision> {
        let room = ctx.content_rect().size() - Vec2::new(120.0, 100.0);
        let shown = modal(ctx, "export").show(ctx, |ui| {
            ui.set_width(room.x.min(820.0));
            ui.set_min_height(room.y.min(480.0));
            ui.label(heading("Export"));
            let tabs = Kind::ALL.map(|it| (it, it.label()));
            if let Some(chosen) = tab_row(ui, &tabs, self.kind) {
                self.kind = chosen;
                self.copied = None;
            }
            ui.add(Label::new(muted(self.kind.about())).wrap());
            ui.add_space(S8);
            self.choices(ui, material);
            ui.add_space(S8);
            // Buttons, and the lines above the preview, take the rest.
            let room = Vec2::new(ui.available_width(), (room.y - 250.0).max(160.0));
            self.show_preview(ui, material, room);
            ui.add_space(S16);
            ui.horizontal(|ui| self.buttons(ui, material)).inner
        });
        if shown.should_close() {
            return Some(ExportDecision::Cancelled);
        }
        shown.inner
    }

    /// The ending of the file; nothing for a folder.
    pub(crate) fn ending(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Paper => PAPER_FORMATS.get(self.paper_format).map(|it| it.id),
            Kind::Chart => Some(self.chart.format().id),
            Kind::Workbook => Some("xlsx"),
            Kind::Data => Some("json"),
            Kind::Charts | Kind::Tables => None,
        }
    }

    /// A name that says what it is: of the file, or of the folder.
    pub(crate) fn file_name(&self, register: &str, about: &str, is_narrowed: bool) -> String {
        if self.kind == Kind::Chart {
            return self.chart.file_name(register, is_narrowed);
        }
        let stem = Path::new(register).file_stem().unwrap_or_default();
        let stem = stem.to_string_lossy();
        let of = match (self.kind, about) {
            (Kind::Paper, about) if !about.is_empty() => format!("-{about}"),
            _ => String::new(),
        };
        let ending = self
            .ending()
            .map_or_else(String::new, |it| format!(".{it}"));
        format!("{stem}{of}-{}{ending}", self.kind.stem())
    }

    fn choices(&mut self, ui: &mut Ui, material: &Material<'_>) {
        match self.kind {
            Kind::Paper => self.paper_choices(ui, material),
            Kind::Chart => self.chart.show(ui, material.narrowed),
            Kind::Charts => {
                let formats = crate::export::formats::FORMATS.iter();
                let formats: Vec<_> = formats.map(|it| it.label.to_owned()).collect();
                ui.horizontal(|ui| choice(ui, "Format", &formats, &mut self.pack_format));
            }
            Kind::Workbook | Kind::Tables | Kind::Data => {}
        }
    }

    fn paper_choices(&mut self, ui: &mut Ui, material: &Material<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.label(material.about);
            ui.add_space(S12);
            let formats: Vec<_> = PAPER_FORMATS.iter().map(|it| it.label.to_owned()).collect();
            choice(ui, "Format", &formats, &mut self.paper_format);
            ui.add_space(S12);
            let last = self.preview.n_pages().unwrap_or(1).saturating_sub(1);
            self.page = self.page.min(last);
            let back = ui.add_enabled(self.page > 0, eframe::egui::Button::new("Page before"));
            if back.clicked() {
                self.page = self.page.saturating_sub(1);
            }
            let (page, all) = (self.page.saturating_add(1), last.saturating_add(1));
            let [page, all] = [page, all].map(display::count_figure);
            ui.label(format!("Page {page} of {all}"));
            let on = ui.add_enabled(self.page < last, eframe::egui::Button::new("Next page"));
            if on.clicked() {
                self.page = self.page.saturating_add(1);
            }
        });
        let paper = material.paper.and_then(|(it, _)| it.paper.as_deref());
        let left = paper.map(BoardPaper::left_in_short).unwrap_or_default();
        if !left.is_empty() {
            ui.add_space(S4);
            ui.add(Label::new(left).wrap());
        }
    }

    fn show_preview(&mut self, ui: &mut Ui, material: &Material<'_>, room: Vec2) {
        let wanted = match self.kind {
            Kind::Paper => {
                let Some(paper) = material.paper.and_then(|(it, _)| it.paper.as_ref()) else {
                    ui.spinner();
                    return;
                };
                let pixels = room.y * ui.ctx().pixels_per_point();
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "the height of a window in pixels"
                )]
                let pixels = pixels.clamp(64.0, 4_000.0) as u32;
                Previewed::Page(Arc::clone(paper), self.page, pixels)
            }
            Kind::Chart => {
                let Some(chart) = material.chart else { return };
                Previewed::Chart(Arc::clone(chart), self.chart.paper())
            }
            kind => {
                parts(ui, kind);
                return;
            }
        };
        self.preview.show(ui, &wanted, room);
    }

    fn buttons(&mut self, ui: &mut Ui, material: &Material<'_>) -> Option<ExportDecision> {
        let mut decided = None;
        let is_ready = self.kind != Kind::Paper || material.paper.is_some_and(|(_, it)| it);
        ui.add_enabled_ui(is_ready, |ui| {
            if primary_button(ui, "Choose where to save…").clicked() {
                decided = Some(ExportDecision::Where);
            }
        });
        if !is_ready {
            ui.spinner();
            ui.label(muted(
                "The paper is being composed, with what the ranges say of it",
            ));
        }
        if self.kind == Kind::Paper && ui.button("Edit the words…").clicked() {
            decided = Some(ExportDecision::Edit);
        }
        if self.kind == Kind::Chart
            && let Some(chart) = material.chart
        {
            self.copy(ui, chart);
        }
        if ui.button("Cancel").clicked() {
            decided = Some(ExportDecision::Cancelled);
        }
        if let Some(said) = &self.copied {
            ui.label(muted(said));
        }
        decided
    }

    /// A picture of the chart on the clipboard, drawn beside the window.
    fn copy(&mut self, ui: &mut Ui, chart: &Arc<Chart>) {
        if let Some(answer) = &self.copying {
            match answer.try_recv() {
                Ok(Ok(image)) => {
                    ui.ctx().copy_image(image);
                    self.copied = Some("Copied as a picture".to_owned());
                    self.copying = None;
                }
                Ok(Err(why)) => {
                    self.copied = Some(why);
                    self.copying = None;
                }
                Err(mpsc::TryRecvError::Disconnected) => self.copying = None,
                Err(mpsc::TryRecvError::Empty) => {}
            }
        }
        let button = eframe::egui::Button::new("Copy picture");
        if !ui.add_enabled(self.copying.is_none(), button).clicked() {
            return;
        }
        let (sender, answer) = mpsc::channel();
        let (ctx, chart, paper) = (ui.ctx().clone(), Arc::clone(chart), self.chart.paper());
        let draw = move || {
            // The dialog may have closed in the meantime.
            let _closed = sender.send(picture(&chart, paper, COPIED));
            ctx.request_repaint();
        };
        match thread::Builder::new().name("copy".into()).spawn(draw) {
            Ok(_) => self.copying = Some(answer),
            Err(error) => log::warn!("no thread for a picture: {error}"),
        }
    }
}

/// What stands in an export that has no preview.
fn parts(ui: &mut Ui, kind: Kind) {
    Grid::new("parts of an export")
        .num_columns(2)
        .spacing(Vec2::new(S16, S8))
        .show(ui, |ui| {
            for (part, what) in kind.parts() {
                ui.label(strong(*part));
                ui.label(*what);
                ui.end_row();
            }
        });
}
