//! Cost against achievement on screen: the layout of the paper as one item of a plot that zooms, pans and answers.
//!
//! The plot brings pan and zoom; marks, names, grid and ticks come from the chart's own layout, so that screen and
//! paper show the same.

use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{
    Align2, Color32, CursorIcon, FontId, Id as EguiId, IdSalt, InputState, Key, Label, Pos2, Rect,
    Sense, Shape, Ui, UiBuilder, Vec2, Vec2b, pos2,
};
use egui_plot::{
    ClosestElem, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotResponse,
    PlotTransform, PlotUi,
};

use crate::chart::chart::Chart;
use crate::chart::geometry::{Point, Size};
use crate::chart::map::{Map, View};
use crate::chart::map_layout::{MapLayout, layout_map};
use crate::chart::measure::PlexMeasure;
use crate::chart::text::Sizes;
use crate::gui::results::chart_panel::describe;
use crate::gui::results::paint::{chart_palette, narrow, shapes};
use crate::gui::theme::fonts::SMALL_SIZE;
use crate::gui::theme::{palette, small};
use crate::units::id::Id;

/// Room for the ticks and the title of the scores.
const LEFT: f32 = 48.0;
/// Room for the ticks and the title of the costs.
const BELOW: f32 = 36.0;
const FOOT: f32 = 18.0;

/// Shows the map in the room that `ui` has; gives the partnership to open.
pub fn show(ui: &mut Ui, chart: &Arc<Chart>, map: &Map) -> Option<Id> {
    if map.marks.is_empty() {
        ui.add(Label::new(&map.when_empty).wrap());
        return None;
    }
    let undrawn = map.undrawn.join(" ");
    let foot = if undrawn.is_empty() { 0.0 } else { FOOT };
    let room = ui.available_size() - Vec2::new(0.0, foot);
    let (rect, _) = ui.allocate_exact_size(room.max(Vec2::new(160.0, 120.0)), Sense::hover());
    let frame = Rect::from_min_max(
        pos2(rect.left() + LEFT, rect.top() + 6.0),
        pos2(rect.right() - 8.0, rect.bottom() - BELOW),
    );
    let kept = kept_layout(ui);
    let whole = View::of(map);
    let mut inside = ui.new_child(UiBuilder::new().id_salt("map").max_rect(frame));
    let response = plot(&mut inside, chart, &whole, frame.size(), &kept);
    describe(ui, &response.response, chart);
    if foot > 0.0 {
        ui.add(Label::new(small(&undrawn)).truncate())
            .on_hover_text(&undrawn);
    }
    let layout = kept.laid()?;
    axes(ui, map, &layout, *response.transform.frame());
    answer(ui, &response, &layout, map)
}

fn plot(
    ui: &mut Ui,
    chart: &Arc<Chart>,
    whole: &View,
    size: Vec2,
    kept: &Kept,
) -> PlotResponse<()> {
    let item = MapItem {
        base: PlotItemBase::new("partnerships".to_owned()),
        chart: Arc::clone(chart),
        kept: kept.clone(),
    };
    let whole = *whole;
    Plot::new(IdSalt::new(whole_key(&whole)))
        .width(size.x)
        .height(size.y)
        .default_x_bounds(whole.log_cost.0, whole.log_cost.1)
        .default_y_bounds(whole.score.0, whole.score.1)
        .auto_bounds(Vec2b::FALSE)
        .set_margin_fraction(Vec2::ZERO)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .sense(Sense::click_and_drag())
        .show(ui, |plot| {
            if plot.response().has_focus() {
                by_keyboard(plot, &whole);
            }
            plot.add(item);
        })
}

/// Another basis or other figures, another view: what was zoomed into would leave marks outside.
fn whole_key(whole: &View) -> [u64; 4] {
    let (cost, score) = (whole.log_cost, whole.score);
    [cost.0, cost.1, score.0, score.1].map(f64::to_bits)
}

/// Arrows pan, plus and minus zoom, Home shows all: while the map has the keyboard.
fn by_keyboard(plot: &mut PlotUi<'_>, whole: &View) {
    let (pan, zoom, is_home) = plot.ctx().input(|input| {
        let down = |key| input.key_pressed(key) && input.modifiers.is_none();
        let step = |less, more| f32::from(i8::from(down(more)) - i8::from(down(less)));
        let pan = Vec2::new(
            step(Key::ArrowLeft, Key::ArrowRight),
            step(Key::ArrowDown, Key::ArrowUp),
        );
        let zoom = step(Key::Minus, Key::Plus) + plus_typed(input);
        (pan, zoom, down(Key::Home))
    });
    let bounds = plot.plot_bounds();
    let (width, height) = (narrow(bounds.width()), narrow(bounds.height()));
    if pan != Vec2::ZERO {
        plot.translate_bounds(Vec2::new(pan.x * width * 0.1, pan.y * height * 0.1));
    }
    if zoom != 0.0 {
        let factor = 1.25_f32.powf(zoom);
        let centre = bounds.center();
        plot.zoom_bounds(Vec2::splat(factor), centre);
    }
    if is_home {
        plot.set_plot_bounds(PlotBounds::from_min_max(
            [whole.log_cost.0, whole.score.0],
            [whole.log_cost.1, whole.score.1],
        ));
    }
}

/// A plus on most keyboards is Shift and Equals.
fn plus_typed(input: &InputState) -> f32 {
    f32::from(u8::from(input.key_pressed(Key::Equals)))
}

/// Ticks and titles, outside the frame.
fn axes(ui: &Ui, map: &Map, layout: &MapLayout, frame: Rect) {
    let ink = palette(ui).muted;
    let font = FontId::proportional(SMALL_SIZE);
    let painter = ui.painter();
    let write = |at: Pos2, align: Align2, text: &str, ink: Color32| {
        painter.text(at, align, text, font.clone(), ink);
    };
    let mut free_from = f32::NEG_INFINITY;
    for (x, tick) in &layout.x_ticks {
        let at = pos2(frame.left() + narrow(*x), frame.bottom() + 4.0);
        let half = painter
            .layout_no_wrap(tick.label.clone(), font.clone(), ink)
            .size()
            .x
            / 2.0;
        // A label that would touch the one before it is left out.
        if at.x - half >= free_from {
            write(at, Align2::CENTER_TOP, &tick.label, ink);
            free_from = at.x + half + 4.0;
        }
    }
    for (y, tick) in &layout.y_ticks {
        let at = pos2(frame.left() - 6.0, frame.top() + narrow(*y));
        write(at, Align2::RIGHT_CENTER, &tick.label, ink);
    }
    let below = pos2(frame.center().x, frame.bottom() + 20.0);
    write(below, Align2::CENTER_TOP, &map.x_title, palette(ui).ink);
    let galley = painter.layout_no_wrap(map.y_title.clone(), font.clone(), palette(ui).ink);
    let half = galley.size().x / 2.0;
    let at = pos2(frame.left() - LEFT + 2.0, frame.center().y + half);
    let turned = eframe::egui::epaint::TextShape::new(at, galley, palette(ui).ink)
        .with_angle(-std::f32::consts::FRAC_PI_2);
    painter.add(turned);
}

/// The pointer on a mark shows its figures; a click opens its partnership. Page Up and Down walk the marks.
fn answer(ui: &Ui, response: &PlotResponse<()>, layout: &MapLayout, map: &Map) -> Option<Id> {
    let frame = *response.transform.frame();
    let walked = walk(ui, response, layout, map, frame);
    let at = response
        .response
        .hover_pos()
        .filter(|at| frame.contains(*at));
    let Some(at) = at else { return walked };
    let from = at - frame.min;
    let hit = layout
        .layout
        .hit(Point::new(f64::from(from.x), f64::from(from.y)));
    let Some(hit) = hit else { return walked };
    ui.set_cursor_icon(CursorIcon::PointingHand);
    response
        .response
        .clone()
        .on_hover_text_at_pointer(&hit.hover);
    if response.response.clicked() {
        hit.partnership
    } else {
        walked
    }
}

fn walk(
    ui: &Ui,
    response: &PlotResponse<()>,
    layout: &MapLayout,
    map: &Map,
    frame: Rect,
) -> Option<Id> {
    if !response.response.has_focus() {
        return None;
    }
    let key = response.response.id.with("mark");
    let mut at: usize = ui.data(|data| data.get_temp(key)).unwrap_or(0);
    let last = map.marks.len().saturating_sub(1);
    let is_opened = ui.input(|input| {
        if input.key_pressed(Key::PageDown) {
            at = at.saturating_add(1).min(last);
        }
        if input.key_pressed(Key::PageUp) {
            at = at.saturating_sub(1);
        }
        input.key_pressed(Key::Enter)
    });
    ui.data_mut(|data| data.insert_temp(key, at));
    let mark = map.marks.get(at)?;
    let hits = &layout.layout.hits;
    let hit = hits
        .iter()
        .find(|hit| hit.partnership == Some(mark.partnership));
    if let Some(crate::chart::layout::Area::Circle { centre, radius }) = hit.map(|hit| hit.area) {
        let centre = frame.min + Vec2::new(narrow(centre.x), narrow(centre.y));
        let ring = eframe::egui::Stroke::new(2.0, palette(ui).focus_ring);
        ui.painter()
            .circle_stroke(centre, narrow(radius) + 3.0, ring);
        let tip = pos2(frame.left() + 8.0, frame.bottom() - 8.0);
        let font = FontId::proportional(SMALL_SIZE);
        let text = mark.hover.replace('\n', " · ");
        ui.painter()
            .text(tip, Align2::LEFT_BOTTOM, text, font, palette(ui).ink);
    }
    is_opened.then_some(mark.partnership)
}

/// The layout that was last made, with what it was made for.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Option<Laid>>>);

struct Laid {
    chart: Arc<Chart>,
    view: View,
    size: Size,
    layout: Arc<MapLayout>,
}

impl Kept {
    fn laid(&self) -> Option<Arc<MapLayout>> {
        let laid = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        laid.as_ref().map(|laid| Arc::clone(&laid.layout))
    }

    /// The layout of this view, made again only where something differs.
    fn layout(&self, chart: &Arc<Chart>, map: &Map, view: View, size: Size) -> Arc<MapLayout> {
        let mut laid = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(laid) = laid.as_ref()
            && Arc::ptr_eq(&laid.chart, chart)
            && laid.view == view
            && laid.size == size
        {
            return Arc::clone(&laid.layout);
        }
        let layout = Arc::new(layout_map(map, size, &view, &Sizes::SCREEN, &PlexMeasure));
        *laid = Some(Laid {
            chart: Arc::clone(chart),
            view,
            size,
            layout: Arc::clone(&layout),
        });
        layout
    }
}

fn kept_layout(ui: &Ui) -> Kept {
    ui.data_mut(|data| {
        data.get_temp_mut_or_default::<Kept>(EguiId::unique("map layout"))
            .clone()
    })
}

/// All that is inside the frame.
struct MapItem {
    base: PlotItemBase,
    chart: Arc<Chart>,
    kept: Kept,
}

impl PlotItem for MapItem {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, painted: &mut Vec<Shape>) {
        let crate::chart::chart::Body::Map(map) = &self.chart.body else {
            return;
        };
        let (frame, bounds) = (transform.frame(), transform.bounds());
        let view = View {
            log_cost: (bounds.min()[0], bounds.max()[0]),
            score: (bounds.min()[1], bounds.max()[1]),
        };
        let size = Size {
            width: f64::from(frame.width()),
            height: f64::from(frame.height()),
        };
        let layout = self.kept.layout(&self.chart, map, view, size);
        let palette = chart_palette(ui);
        for shape in &layout.layout.shapes {
            painted.extend(shapes(ui.painter(), shape, frame.min, palette));
        }
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }

    fn find_closest(&self, _: Pos2, _: &PlotTransform) -> Option<ClosestElem> {
        // The layout's own hit areas answer to the pointer.
        None
    }
}
