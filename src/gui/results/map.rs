//! Cost against achievement on screen: the layout of the paper as one item of a plot that zooms, pans and answers.
//!
//! The plot brings pan and zoom; marks, names, grid and ticks come from the chart's own layout, so that screen and
//! paper show the same.

use std::cmp::Ordering;
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::epaint::{Mesh, TessellationOptions, Tessellator};
use eframe::egui::{
    Align2, Color32, CursorIcon, EventFilter, FontId, Id as EguiId, IdSalt, InputState, Key, Label,
    Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, Vec2b, pos2,
};
use egui_plot::{
    ClosestElem, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotResponse,
    PlotTransform, PlotUi,
};

use crate::chart::chart::Chart;
use crate::chart::geometry::{Point, Size};
use crate::chart::layout::{self, Area};
use crate::chart::map::{Map, Mark, View};
use crate::chart::map_layout::{MapLayout, layout_map};
use crate::chart::measure::PlexMeasure;
use crate::chart::text::Sizes;
use crate::chart::theme::Palette;
use crate::gui::results::chart_panel::describe;
use crate::gui::results::map_picking::Picking;
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
///
/// With `picking` partnerships can be picked too: by a rectangle, a click, or Space on the mark that the keyboard is on.
pub fn show(
    ui: &mut Ui,
    chart: &Arc<Chart>,
    map: &Map,
    picking: Option<Picking<'_>>,
) -> Option<Id> {
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
    let is_picking = picking.as_ref().is_some_and(|it| it.has_pointer(ui));
    let response = plot(
        &mut inside,
        chart,
        (&whole, frame.size()),
        &kept,
        is_picking,
    );
    describe(ui, &response.response, chart);
    if foot > 0.0 {
        let line = shorter(&undrawn, 400);
        ui.add(Label::new(small(line)).truncate())
            .on_hover_text(shorter(&undrawn, 2_000));
    }
    let layout = kept.laid()?;
    axes(ui, map, &layout, *response.transform.frame());
    let (opened, toggled) = match answer(ui, &response, &layout, map, is_picking) {
        Some(Answer::Open(id)) => (Some(id), None),
        Some(Answer::Pick(id)) => (None, Some(id)),
        None => (None, None),
    };
    if let Some(picking) = picking {
        picking.take(ui, &response, &layout, toggled);
    }
    opened
}

/// As much of a text as a reader takes in at a glance; the table has the rest.
fn shorter(text: &str, letters: usize) -> &str {
    let end = text.char_indices().nth(letters);
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

fn plot(
    ui: &mut Ui,
    chart: &Arc<Chart>,
    (whole, size): (&View, Vec2),
    kept: &Kept,
    is_picking: bool,
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
        .default_x_bounds(whole.cost.0, whole.cost.1)
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
        .allow_drag(!is_picking)
        .sense(Sense::click_and_drag())
        .show(ui, |plot| {
            if plot.response().has_focus() {
                by_keyboard(plot, &whole);
            }
            keep_in_sight(plot, &whole);
            plot.add(item);
        })
}

/// Another basis or other figures, another view: what was zoomed into would leave marks outside.
fn whole_key(whole: &View) -> [u64; 4] {
    let (cost, score) = (whole.cost, whole.score);
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
            [whole.cost.0, whole.score.0],
            [whole.cost.1, whole.score.1],
        ));
    }
}

/// Farther out than this the marks are one speck, and farther in there is nothing between them.
const MOST_OUT: f64 = 3.0;
const MOST_IN: f64 = 500.0;

/// Keeps the visible part near the marks, however far somebody pans or zooms.
fn keep_in_sight(plot: &mut PlotUi<'_>, whole: &View) {
    let bounds = plot.plot_bounds();
    let (low, high) = (bounds.min(), bounds.max());
    let x = near((low[0], high[0]), whole.cost);
    let y = near((low[1], high[1]), whole.score);
    let is_near =
        |(a, b): (f64, f64), c: f64, d: f64| (a - c).abs() + (b - d).abs() < (d - c) * 1e-6;
    if !is_near(x, low[0], high[0]) || !is_near(y, low[1], high[1]) {
        plot.set_plot_bounds(PlotBounds::from_min_max([x.0, y.0], [x.1, y.1]));
    }
}

/// The nearest part of an axis that is neither too wide nor too narrow, nor beside everything.
fn near((low, high): (f64, f64), whole: (f64, f64)) -> (f64, f64) {
    let all = whole.1 - whole.0;
    let span = (high - low).clamp(all / MOST_IN, all * MOST_OUT);
    let middle = f64::midpoint(low, high).clamp(whole.0, whole.1);
    (middle - span / 2.0, middle + span / 2.0)
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

/// What the user wants of a mark.
enum Answer {
    /// Its partnership.
    Open(Id),
    /// To pick it, or not any more.
    Pick(Id),
}

/// The pointer on a mark shows its figures; a click opens its partnership. Page Up and Down walk the marks.
fn answer(
    ui: &Ui,
    response: &PlotResponse<()>,
    layout: &MapLayout,
    map: &Map,
    is_picking: bool,
) -> Option<Answer> {
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
    // Enter and Space on the map are clicks too, of the mark that the keyboard is on.
    let is_clicked = response.response.clicked() && ui.input(|input| input.pointer.any_click());
    match (is_clicked, is_picking) {
        (true, true) => hit.partnership.map(Answer::Pick),
        (true, false) => hit.partnership.map(Answer::Open),
        (false, _) => walked,
    }
}

/// The mark that the keyboard is on, dearer and cheaper by Page Down and Up; Enter opens it, Space picks it.
fn walk(
    ui: &Ui,
    response: &PlotResponse<()>,
    layout: &MapLayout,
    map: &Map,
    frame: Rect,
) -> Option<Answer> {
    let id = response.response.id;
    if !response.response.has_focus() {
        return None;
    }
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let key = id.with("mark");
    let before: Option<Id> = ui.data(|data| data.get_temp(key));
    let before = before.and_then(|at| map.marks.iter().find(|mark| mark.partnership == at));
    let down = |key| ui.input(|input| input.key_pressed(key));
    let mark = match before {
        None => map.marks.iter().min_by(|a, b| by_cost(a, b)),
        Some(here) if down(Key::PageDown) => {
            let dearer = map.marks.iter().filter(|it| by_cost(it, here).is_gt());
            dearer.min_by(|a, b| by_cost(a, b)).or(Some(here))
        }
        Some(here) if down(Key::PageUp) => {
            let cheaper = map.marks.iter().filter(|it| by_cost(it, here).is_lt());
            cheaper.max_by(|a, b| by_cost(a, b)).or(Some(here))
        }
        here => here,
    }?;
    ui.data_mut(|data| data.insert_temp(key, mark.partnership));
    show_walked(ui, layout, mark, frame);
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_value(mark.hover.replace('\n', ", "));
    });
    if down(Key::Enter) {
        Some(Answer::Open(mark.partnership))
    } else {
        down(Key::Space).then_some(Answer::Pick(mark.partnership))
    }
}

/// From the cheapest to the dearest; no two are equal.
fn by_cost(one: &Mark, other: &Mark) -> Ordering {
    (one.cost.value.total_cmp(&other.cost.value))
        .then(one.score.value.total_cmp(&other.score.value))
        .then(one.partnership.cmp(&other.partnership))
}

/// A ring around the mark that the keyboard is on, and its figures at the foot of the frame.
fn show_walked(ui: &Ui, layout: &MapLayout, mark: &Mark, frame: Rect) {
    let hits = &layout.layout.hits;
    let mut hits = hits.iter();
    let hit = hits.find(|hit| hit.partnership == Some(mark.partnership));
    let palette = palette(ui);
    if let Some(Area::Circle { centre, radius }) = hit.map(|hit| hit.area) {
        let centre = frame.min + Vec2::new(narrow(centre.x), narrow(centre.y));
        let ring = Stroke::new(2.0, palette.focus_ring);
        ui.painter()
            .circle_stroke(centre, narrow(radius) + 3.0, ring);
    }
    let font = FontId::proportional(SMALL_SIZE);
    let Mark {
        name, cost, score, ..
    } = mark;
    let comparison = mark.hover.lines().last().unwrap_or_default();
    let text = format!(
        "{name} · {} · scores {} · {comparison}",
        cost.text, score.text
    );
    let room = (frame.width() - 24.0).max(0.0);
    let galley = ui.painter().layout(text, font, palette.ink, room);
    let size = galley.size() + Vec2::new(12.0, 6.0);
    let corner = frame.left_bottom() + Vec2::new(6.0, -6.0 - size.y);
    let rect = Rect::from_min_size(corner, size);
    let outline = Stroke::new(1.0, palette.border);
    ui.painter()
        .rect(rect, 3.0, palette.raised, outline, StrokeKind::Inside);
    ui.painter()
        .galley(corner + Vec2::new(6.0, 3.0), galley, palette.ink);
}

/// Above so many marks all that is not text is kept as triangles for as long as the same of it is seen.
const MOST_SHAPES: usize = 300;

/// Shapes as triangles, without the soft edges that make most of them; among so many none is missed.
fn triangles(ui: &Ui, shapes: impl Iterator<Item = Shape>) -> Mesh {
    let options = TessellationOptions {
        feathering: false,
        ..TessellationOptions::default()
    };
    let mut tessellator = Tessellator::new(ui.pixels_per_point(), options, [1, 1], Vec::new());
    let mut mesh = Mesh::default();
    for shape in shapes {
        tessellator.tessellate_shape(shape, &mut mesh);
    }
    mesh
}

/// The layout that was last made, with what it was made for.
#[derive(Clone, Default)]
struct Kept(Arc<Mutex<Option<Laid>>>);

struct Laid {
    chart: Arc<Chart>,
    view: View,
    size: Size,
    layout: Arc<MapLayout>,
    mesh: Option<Painted>,
}

/// The triangles of a layout, with what they were made for.
struct Painted {
    corner: Pos2,
    pixels_per_point: f32,
    palette: &'static Palette,
    mesh: Arc<Mesh>,
}

impl Kept {
    /// The triangles of a layout, made again only where something differs.
    fn mesh(
        &self,
        ui: &Ui,
        layout: &Arc<MapLayout>,
        corner: Pos2,
        palette: &'static Palette,
        make: impl FnOnce() -> Mesh,
    ) -> Arc<Mesh> {
        let mut laid = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let pixels_per_point = ui.pixels_per_point();
        let laid = laid
            .as_mut()
            .filter(|laid| Arc::ptr_eq(&laid.layout, layout));
        let Some(laid) = laid else {
            return Arc::new(make());
        };
        if let Some(painted) = &laid.mesh
            && painted.corner == corner
            && painted.pixels_per_point.to_bits() == pixels_per_point.to_bits()
            && std::ptr::eq(painted.palette, palette)
        {
            return Arc::clone(&painted.mesh);
        }
        let mesh = Arc::new(make());
        laid.mesh = Some(Painted {
            corner,
            pixels_per_point,
            palette,
            mesh: Arc::clone(&mesh),
        });
        mesh
    }

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
            mesh: None,
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
            cost: (bounds.min()[0], bounds.max()[0]),
            score: (bounds.min()[1], bounds.max()[1]),
        };
        let size = Size {
            width: f64::from(frame.width()),
            height: f64::from(frame.height()),
        };
        let layout = self.kept.layout(&self.chart, map, view, size);
        let palette = chart_palette(ui);
        let is_text = |shape: &&layout::Shape| matches!(shape, layout::Shape::Text(_));
        let all = layout.layout.shapes.iter();
        let (texts, drawn): (Vec<_>, Vec<_>) = all.partition(is_text);
        if map.marks.len() > MOST_SHAPES {
            let mesh = self.kept.mesh(ui, &layout, frame.min, palette, || {
                let drawn = drawn.iter();
                let shapes = drawn.flat_map(|it| shapes(ui.painter(), it, frame.min, palette));
                triangles(ui, shapes)
            });
            painted.push(Shape::Mesh(mesh));
        } else {
            for shape in drawn {
                painted.extend(shapes(ui.painter(), shape, frame.min, palette));
            }
        }
        for text in texts {
            painted.extend(shapes(ui.painter(), text, frame.min, palette));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_zoom_and_no_drag_loses_the_marks() {
        let whole = (4.0, 6.0);
        assert_eq!(near((4.5, 5.0), whole), (4.5, 5.0), "what is usual stays");
        assert_eq!(
            near((-95.0, 105.0), whole),
            (2.0, 8.0),
            "three times as wide at most"
        );
        assert_eq!(
            near((9.0, 11.0), whole),
            (5.0, 7.0),
            "not beside everything"
        );
        let (low, high) = near((5.0, 5.000_001), whole);
        assert!((high - low - 0.004).abs() < 1e-9);
    }
}
