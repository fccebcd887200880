//! What will be printed, drawn small on a thread of its own.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;

use eframe::egui::{
    Color32, ColorImage, Context, Frame, Image, Stroke, TextureHandle, TextureOptions, Ui, Vec2,
};

use crate::chart::chart::Chart;
use crate::export::png;
use crate::export::preview::{self as set, Pages, Picture};
use crate::export::print_size::{PaperSize, PrintSize};
use crate::gui::theme::{S4, muted, palette};
use crate::report::board_paper::BoardPaper;

/// Dots an inch of the preview of a chart.
const FINENESS: f64 = 110.0;

/// What is previewed.
#[derive(Clone)]
pub(super) enum Previewed {
    /// A chart of a size.
    Chart(Arc<Chart>, &'static PaperSize),
    /// A page of a paper and the one after it, drawn so many pixels high.
    Page(Arc<BoardPaper>, usize, u32),
}

impl PartialEq for Previewed {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Chart(a, size), Self::Chart(b, other)) => {
                Arc::ptr_eq(a, b) && size.id == other.id
            }
            (Self::Page(a, page, height), Self::Page(b, other, other_height)) => {
                Arc::ptr_eq(a, b) && (page, height) == (other, other_height)
            }
            _ => false,
        }
    }
}

impl Previewed {
    /// What a screen reader says of the picture.
    fn alt(&self) -> String {
        match self {
            Self::Chart(chart, _) => chart.alt.clone(),
            Self::Page(paper, page, _) => {
                let title = &paper.document.title;
                format!(
                    "Page {} of “{title}” and the next, as they will print",
                    page.saturating_add(1)
                )
            }
        }
    }

    fn is_of_same_paper(&self, other: &Self) -> bool {
        matches!((self, other), (Self::Page(a, ..), Self::Page(b, ..)) if Arc::ptr_eq(a, b))
    }
}

/// A picture, and the pages that it is one of.
struct Drawn {
    image: ColorImage,
    pages: Option<Arc<Pages>>,
}

/// The preview that was asked for last.
#[derive(Default)]
pub(super) struct Preview {
    asked: Option<(Previewed, Receiver<Result<Drawn, String>>)>,
    /// The last picture that came, shown until the next is there.
    picture: Option<(Previewed, Result<TextureHandle, String>)>,
    pages: Option<(Previewed, Arc<Pages>)>,
}

impl Preview {
    /// Shows it in the room that there is; starts to draw what was not asked for yet.
    pub(super) fn show(&mut self, ui: &mut Ui, wanted: &Previewed, room: Vec2) {
        self.ask(ui.ctx(), wanted);
        self.take(ui.ctx());
        let size = room - Vec2::splat(2.0 * S4);
        match &self.picture {
            Some((of, Ok(texture))) => {
                Frame::new()
                    .stroke(Stroke::new(1.0, palette(ui).hairline))
                    .inner_margin(S4)
                    .show(ui, |ui| {
                        ui.add(Image::new(texture).max_size(size).alt_text(of.alt()));
                    });
            }
            Some((_, Err(why))) => {
                ui.label(muted(why.as_str()));
            }
            None => {
                ui.allocate_ui(size, |ui| {
                    ui.set_min_height(size.y);
                    ui.spinner();
                });
            }
        }
    }

    /// How many pages the paper has, once it is set.
    pub(super) fn n_pages(&self) -> Option<usize> {
        self.pages.as_ref().map(|(_, pages)| pages.count())
    }

    fn ask(&mut self, ctx: &Context, wanted: &Previewed) {
        let is_there = self.picture.as_ref().is_some_and(|(of, _)| of == wanted);
        let is_asked = self.asked.as_ref().is_some_and(|(of, _)| of == wanted);
        if is_there || is_asked {
            return;
        }
        let pages = self
            .pages
            .as_ref()
            .filter(|(of, _)| of.is_of_same_paper(wanted));
        let pages = pages.map(|(_, pages)| Arc::clone(pages));
        let (sender, answer) = mpsc::channel();
        let (again, of) = (ctx.clone(), wanted.clone());
        let draw = move || {
            // The dialog may have closed in the meantime.
            let _closed = sender.send(drawn(&of, pages));
            again.request_repaint();
        };
        let thread = thread::Builder::new().name("preview".into());
        if let Err(error) = thread.spawn(draw) {
            log::warn!("no thread for the preview: {error}");
        }
        self.asked = Some((wanted.clone(), answer));
    }

    fn take(&mut self, ctx: &Context) {
        let Some((of, answer)) = self.asked.take() else {
            return;
        };
        let drawn = match answer.try_recv() {
            Ok(drawn) => drawn,
            Err(TryRecvError::Empty) => {
                self.asked = Some((of, answer));
                return;
            }
            Err(TryRecvError::Disconnected) => Err("No preview could be drawn".to_owned()),
        };
        let picture = drawn.map(|drawn| {
            self.pages = drawn.pages.map(|pages| (of.clone(), pages));
            ctx.load_texture("preview", drawn.image, TextureOptions::LINEAR)
        });
        self.picture = Some((of, picture));
    }
}

fn drawn(of: &Previewed, pages: Option<Arc<Pages>>) -> Result<Drawn, String> {
    match of {
        Previewed::Chart(chart, paper) => Ok(Drawn {
            image: picture(chart, paper, FINENESS)?,
            pages: None,
        }),
        Previewed::Page(paper, page, height) => {
            let pages = match pages {
                Some(pages) => pages,
                None => Arc::new(set::paper(&paper.document).map_err(|error| error.to_string())?),
            };
            let at = (*page).min(pages.count().saturating_sub(1));
            let drawn = [at, at.saturating_add(1)].map(|at| {
                let (_, points) = pages.size(at)?;
                pages.draw(at, f64::from(*height) / points)
            });
            if drawn.iter().all(Option::is_none) {
                return Err("The paper has no such page".to_owned());
            }
            Ok(Drawn {
                image: side_by_side(drawn.iter().flatten()),
                pages: Some(pages),
            })
        }
    }
}

/// Pixels between two pages.
const BETWEEN: usize = 12;

/// Pages beside each other, on grey.
fn side_by_side<'a>(pages: impl Iterator<Item = &'a Picture>) -> ColorImage {
    let side = |pixels: u32| usize::try_from(pixels).unwrap_or(0);
    let pages: Vec<_> = pages
        .map(|it| {
            let size = [side(it.width), side(it.height)];
            ColorImage::from_rgba_unmultiplied(size, &it.rgba)
        })
        .collect();
    let height = pages.iter().map(ColorImage::height).max().unwrap_or(0);
    let wide: usize = pages.iter().map(ColorImage::width).sum();
    let between = BETWEEN.saturating_mul(pages.len().saturating_sub(1));
    let size = [wide.saturating_add(between), height];
    let mut all = ColorImage::filled(size, Color32::from_gray(128));
    let mut left = 0_usize;
    for page in &pages {
        let rows = page.pixels.chunks_exact(page.width().max(1));
        let into = all.pixels.chunks_exact_mut(size[0].max(1));
        for (from, to) in rows.zip(into) {
            let place = to.iter_mut().skip(left);
            place.zip(from).for_each(|(to, from)| *to = *from);
        }
        left = left.saturating_add(page.width()).saturating_add(BETWEEN);
    }
    all
}

/// The pixels of a chart of this size.
pub(super) fn picture(chart: &Chart, paper: &PaperSize, dpi: f64) -> Result<ColorImage, String> {
    let size = PrintSize::within(paper.room, dpi).map_err(|error| error.to_string())?;
    let bytes = png::write(chart, &size).map_err(|error| error.to_string())?;
    let picture = image::load_from_memory_with_format(&bytes, image::ImageFormat::Png)
        .map_err(|error| error.to_string())?
        .to_rgba8();
    let side = |pixels: u32| usize::try_from(pixels).unwrap_or(0);
    let size = [side(picture.width()), side(picture.height())];
    Ok(ColorImage::from_rgba_unmultiplied(size, picture.as_raw()))
}
