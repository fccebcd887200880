//! The export of one chart: which, of which partnerships, how large, in which format.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::Ui;

use crate::chart::catalogue::{CHARTS, Chosen, PARTNERSHIP_CHARTS};
use crate::chart::chart::Chart;
use crate::export::formats::{FORMATS, Format};
use crate::export::print_size::{PAPERS, PaperSize, PrintSize, RESOLUTIONS};
use crate::findings::narrow::Narrowed;
use crate::gui::dialogs::export::choice::choice;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::theme::{S8, S12};
use crate::session::exporting::{ExportTask, NotMade};
use crate::units::display;

/// An export of one chart that is being set up.
pub(crate) struct ChartChoice {
    /// The chart.
    pub chosen: Chosen,
    /// Whether it is drawn of all partnerships, though the window shows only some.
    pub is_whole: bool,
    /// The chart as it was drawn last.
    pub charts: ChartCache,
    format: usize,
    paper: usize,
    resolution: usize,
}

impl ChartChoice {
    /// A picture for A4 upright at the resolution of print.
    pub(crate) fn new(chosen: Chosen) -> Self {
        Self {
            chosen,
            is_whole: false,
            charts: ChartCache::default(),
            format: 1,
            paper: 0,
            resolution: 1,
        }
    }

    /// Shows what can be chosen. `narrowed` says what the window shows and how many, where that is not all.
    pub(super) fn show(&mut self, ui: &mut Ui, narrowed: Option<(&Narrowed, usize)>) {
        if let Some(narrowed) = narrowed.filter(|_| self.chosen.is_of_each()) {
            self.of_which(ui, narrowed);
        }
        ui.horizontal_wrapped(|ui| {
            self.which(ui);
            ui.add_space(S12);
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

    /// Another chart of the same: of all, or of the same partnership.
    fn which(&mut self, ui: &mut Ui) {
        let labels: Vec<String> = match self.chosen {
            Chosen::OfAll(_) => CHARTS.iter().map(|it| it.label.to_owned()).collect(),
            Chosen::OfOne(..) => {
                let kinds = PARTNERSHIP_CHARTS.iter();
                kinds.map(|it| it.label.to_owned()).collect()
            }
        };
        match &mut self.chosen {
            Chosen::OfAll(at) | Chosen::OfOne(at, _) => choice(ui, "Chart", &labels, at),
        }
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

    /// A file name that says what it is, and whether it is of some partnerships only.
    pub(crate) fn file_name(&self, register: &str, is_narrowed: bool) -> String {
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
    pub(crate) fn task(&self, chart: &Arc<Chart>, path: PathBuf) -> ExportTask {
        let (format, size, chart) = (*self.format(), self.size(), Arc::clone(chart));
        ExportTask::file(path, self.chosen.label(), move |_| {
            let bytes = size
                .and_then(|size| (format.write)(&chart, &size).map_err(|error| error.to_string()));
            bytes.map_err(NotMade::Because)
        })
    }

    pub(super) fn format(&self) -> &'static Format {
        FORMATS.get(self.format).unwrap_or(&FORMATS[0])
    }

    pub(super) fn paper(&self) -> &'static PaperSize {
        PAPERS.get(self.paper).unwrap_or(&PAPERS[0])
    }

    fn size(&self) -> Result<PrintSize, String> {
        let dpi = RESOLUTIONS.get(self.resolution).copied().unwrap_or(300.0);
        PrintSize::within(self.paper().room, dpi).map_err(|error| error.to_string())
    }

    /// Whether it is drawn of what the window shows.
    pub(crate) fn draws_shown(&self) -> bool {
        !self.is_whole && self.chosen.is_of_each()
    }
}
