//! Export a chart: a preview as it will print, its width, its format, and where to.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use eframe::egui::{
    ColorImage, ComboBox, Context, Frame, Image, Stroke, TextureHandle, TextureOptions, Ui, Vec2,
};

use crate::chart::catalogue::Chosen;
use crate::chart::chart::Chart;
use crate::export::formats::{FORMATS, Format};
use crate::export::png;
use crate::export::print_size::{PAPERS, PaperSize, PrintSize, RESOLUTIONS};
use crate::findings::narrow::Narrowed;
use crate::gui::dialogs::modal;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::theme::{S4, S8, S12, S16, heading, muted, palette};
use crate::gui::widgets::button::primary_button;
use crate::session::action::WriteTask;
use crate::units::display;

/// Dots an inch of the preview.
const PREVIEW: f64 = 110.0;

/// An export that is being set up.
pub struct ExportDialog {
    /// The chart.
    pub chosen: Chosen,
    /// Whether it is drawn of all partnerships, though the window shows only some.
    pub is_whole: bool,
    /// The chart as it was drawn last.
    pub charts: ChartCache,
    format: usize,
    paper: usize,
    resolution: usize,
    preview: Option<Preview>,
}

struct Preview {
    of: Arc<Chart>,
    paper: usize,
    answer: Receiver<Result<ColorImage, String>>,
    picture: Option<Result<TextureHandle, String>>,
}

/// What the user decided.
pub enum ExportDecision {
    /// Ask where to, with this ending.
    Where(&'static str),
    /// Nothing.
    Cancelled,
}

impl ExportDialog {
    /// An export of this chart: a picture for A4 upright at the resolution of print.
    pub fn new(chosen: Chosen) -> Self {
        Self {
            chosen,
            is_whole: false,
            charts: ChartCache::default(),
            format: 1,
            paper: 0,
            resolution: 1,
            preview: None,
        }
    }

    /// Shows it; says what was decided. `narrowed` says what the window shows and how many, where that is not all.
    pub fn show(
        &mut self,
        ctx: &Context,
        chart: &Arc<Chart>,
        narrowed: Option<(&Narrowed, usize)>,
    ) -> Option<ExportDecision> {
        let room = ctx.content_rect().size() - Vec2::new(120.0, 210.0);
        let shown = modal(ctx, "export chart").show(ctx, |ui| {
            ui.set_width(room.x.min(760.0));
            ui.label(heading(format!("Export “{}”", self.label())));
            ui.add_space(S8);
            if let Some(narrowed) = narrowed.filter(|_| self.chosen.is_of_each()) {
                self.of_which(ui, narrowed);
            }
            self.choices(ui);
            ui.add_space(S12);
            self.show_preview(ui, chart, room.y.max(160.0));
            ui.add_space(S16);
            ui.horizontal(|ui| {
                if primary_button(ui, "Choose where to save…").clicked() {
                    return Some(ExportDecision::Where(self.format().id));
                }
                let is_cancelled = ui.button("Cancel").clicked();
                is_cancelled.then_some(ExportDecision::Cancelled)
            })
            .inner
        });
        if shown.should_close() {
            return Some(ExportDecision::Cancelled);
        }
        shown.inner
    }

    /// A file name that says what it is, and whether it is of some partnerships only.
    pub fn file_name(&self, register: &str, is_narrowed: bool) -> String {
        let stem = Path::new(register).file_stem().unwrap_or_default();
        let of = match self.chosen {
            Chosen::OfAll(_) if is_narrowed && self.draws_shown() => "-selected".to_owned(),
            Chosen::OfAll(_) => String::new(),
            Chosen::OfOne(_, partnership) => format!("-{partnership}"),
        };
        let (stem, id) = (stem.to_string_lossy(), self.chosen.id());
        format!("{stem}{of}-{id}.{}", self.format().id)
    }

    /// The export to `path`, ready for the worker.
    pub fn task(&self, chart: &Arc<Chart>, path: PathBuf) -> WriteTask {
        let (format, size, chart) = (*self.format(), self.size(), Arc::clone(chart));
        WriteTask {
            path,
            what: self.label().to_owned(),
            make: Box::new(move || {
                (format.write)(&chart, &size?).map_err(|error| error.to_string())
            }),
        }
    }

    fn label(&self) -> &'static str {
        self.chosen.label()
    }

    fn format(&self) -> &'static Format {
        FORMATS.get(self.format).unwrap_or(&FORMATS[0])
    }

    fn paper(&self) -> &'static PaperSize {
        PAPERS.get(self.paper).unwrap_or(&PAPERS[0])
    }

    fn size(&self) -> Result<PrintSize, String> {
        let dpi = RESOLUTIONS.get(self.resolution).copied().unwrap_or(300.0);
        PrintSize::within(self.paper().room, dpi).map_err(|error| error.to_string())
    }

    /// Whether it is drawn of what the window shows.
    pub fn draws_shown(&self) -> bool {
        !self.is_whole && self.chosen.is_of_each()
    }

    fn of_which(&mut self, ui: &mut Ui, (narrowed, n_shown): (&Narrowed, usize)) {
        let Narrowed { n_whole, words, .. } = narrowed;
        ui.horizontal_wrapped(|ui| {
            let n = display::count_figure(n_shown);
            let whole = display::count_figure(*n_whole);
            let shown = format!("What is shown: {n} of {whole} ({words})");
            ui.radio_value(&mut self.is_whole, false, shown);
            ui.add_space(S8);
            ui.radio_value(&mut self.is_whole, true, format!("All {whole}"));
        });
        ui.add_space(S8);
    }

    fn choices(&mut self, ui: &mut Ui) {
        ui.horizontal_wrapped(|ui| {
            let formats: Vec<_> = FORMATS.iter().map(|it| it.label.to_owned()).collect();
            choice(ui, "Format", &formats, &mut self.format);
            ui.add_space(S12);
            let papers: Vec<_> = PAPERS.iter().map(|it| it.label.to_owned()).collect();
            choice(ui, "Size", &papers, &mut self.paper);
            if self.format().id == "png" {
                ui.add_space(S12);
                let dots = RESOLUTIONS.iter().map(|dpi| format!("{dpi} dots an inch"));
                let dots: Vec<_> = dots.collect();
                choice(ui, "Resolution", &dots, &mut self.resolution);
            }
        });
    }

    fn show_preview(&mut self, ui: &mut Ui, chart: &Arc<Chart>, height: f32) {
        let kept = self.preview.take();
        let kept = kept.filter(|it| Arc::ptr_eq(&it.of, chart) && it.paper == self.paper);
        let mut preview =
            kept.unwrap_or_else(|| Preview::start(ui.ctx(), chart, self.paper, self.paper()));
        let size = Vec2::new(ui.available_width() - 2.0 * S4, height);
        match preview.picture(ui.ctx()) {
            Some(Ok(texture)) => {
                Frame::new()
                    .stroke(Stroke::new(1.0, palette(ui).hairline))
                    .inner_margin(S4)
                    .show(ui, |ui| {
                        let image = Image::new(texture).max_size(size).alt_text(&chart.alt);
                        ui.add(image);
                    });
            }
            Some(Err(why)) => {
                ui.label(muted(why.as_str()));
            }
            None => {
                ui.allocate_ui(size, |ui| {
                    ui.set_min_height(size.y);
                    ui.spinner();
                });
            }
        }
        self.preview = Some(preview);
    }
}

impl Preview {
    /// Starts to draw the chart as it will print, small, on a thread of its own.
    fn start(ctx: &Context, chart: &Arc<Chart>, paper: usize, of_size: &'static PaperSize) -> Self {
        let (sender, answer) = mpsc::channel();
        let (ctx, of) = (ctx.clone(), Arc::clone(chart));
        let draw = move || {
            // The dialog may have closed in the meantime.
            let _closed = sender.send(drawn(&of, of_size));
            ctx.request_repaint();
        };
        let thread = thread::Builder::new().name("preview".into());
        if let Err(error) = thread.spawn(draw) {
            log::warn!("no thread for the preview: {error}");
        }
        Self {
            of: Arc::clone(chart),
            paper,
            answer,
            picture: None,
        }
    }

    /// The picture, once it is drawn.
    fn picture(&mut self, ctx: &Context) -> Option<&Result<TextureHandle, String>> {
        if self.picture.is_none() {
            let pixels = match self.answer.try_recv() {
                Ok(pixels) => pixels,
                Err(TryRecvError::Empty) => return None,
                Err(TryRecvError::Disconnected) => Err("No preview could be drawn".to_owned()),
            };
            let load = |pixels| ctx.load_texture("chart preview", pixels, TextureOptions::LINEAR);
            self.picture = Some(pixels.map(load));
        }
        self.picture.as_ref()
    }
}

/// The pixels of a chart of this size, at the resolution of the preview.
fn drawn(chart: &Chart, paper: &PaperSize) -> Result<ColorImage, String> {
    let size = PrintSize::within(paper.room, PREVIEW).map_err(|error| error.to_string())?;
    let bytes = png::write(chart, &size).map_err(|error| error.to_string())?;
    let picture = image::load_from_memory_with_format(&bytes, image::ImageFormat::Png)
        .map_err(|error| error.to_string())?
        .to_rgba8();
    let side = |pixels: u32| usize::try_from(pixels).unwrap_or(0);
    let size = [side(picture.width()), side(picture.height())];
    Ok(ColorImage::from_rgba_unmultiplied(size, picture.as_raw()))
}

fn choice(ui: &mut Ui, name: &str, labels: &[String], chosen: &mut usize) {
    let label = ui.label(name);
    let text = labels.get(*chosen).map_or("", String::as_str);
    let combo = ComboBox::from_id_salt(name)
        .selected_text(text)
        .width(160.0)
        .show_ui(ui, |ui| {
            for (at, text) in labels.iter().enumerate() {
                ui.selectable_value(chosen, at, text);
            }
        });
    combo.response.labelled_by(label.id);
}
