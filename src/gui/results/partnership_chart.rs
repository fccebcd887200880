//! A chart of one partnership inside a page: what the pointer or the arrow keys mark is explained by a click or Enter.

use std::sync::{Arc, Weak};

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align, CursorIcon, EventFilter, Id as EguiId, Key, Label, Layout as Flow, PopupAnchor, Rect,
    Response, ScrollArea, Sense, Stroke, StrokeKind, Tooltip, Ui, UiBuilder, Vec2,
};

use crate::chart::catalogue::{Chosen, PartnershipChart};
use crate::chart::chart::Chart;
use crate::chart::geometry::Point;
use crate::chart::layout::{Area, Hit, Layout, Request, layout};
use crate::chart::legend::legend;
use crate::chart::measure::PlexMeasure;
use crate::chart::text::Sizes;
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::gui::doubts::DoubtsAtHand;
use crate::gui::page::PageContext;
use crate::gui::results::chart_panel::describe;
use crate::gui::results::chart_table::chart_table;
use crate::gui::results::paint::{chart_palette, narrow, paint};
use crate::gui::theme::{S4, S8, palette, small, strong};
use crate::units::id::Id;

/// Shows this chart of a partnership, its drawing no higher than `height` points: years fit into it, longer rows scroll.
///
/// A figure that is clicked is explained; the chart can be turned into its table, and exported.
pub fn partnership_chart(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    chart: &'static PartnershipChart,
    partnership: Id,
    height: f32,
) {
    let findings = page.session.findings().cloned();
    let chosen = Chosen::of_one(chart.id, partnership);
    match findings.zip(chosen) {
        Some((findings, chosen)) => {
            chart_in_page(ui, page, &findings, chosen, height);
        }
        None => drop(ui.spinner()),
    }
}

/// Whether a chart says its finding, or the page around it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Finding {
    /// Above the chart.
    Shown,
    /// The page has said it.
    SaidAbove,
}

/// Shows a chart of these findings in the same way. Where they are of some partnerships only, no figure of all is
/// explained: its basis would be that of the whole register.
pub fn chart_in_page(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Arc<Findings>,
    chosen: Chosen,
    height: f32,
) {
    place(ui, page, findings, (chosen, Finding::Shown), height);
}

/// The same below a page's heading that has said the finding.
pub fn chart_below_its_finding(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Arc<Findings>,
    chosen: Chosen,
    height: f32,
) {
    place(ui, page, findings, (chosen, Finding::SaidAbove), height);
}

fn place(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Arc<Findings>,
    (chosen, finding): (Chosen, Finding),
    height: f32,
) {
    let label = chosen.label();
    let key = EguiId::unique(("chart in page", chosen.id(), part(chosen)));
    let Some(drawn) = drawn(ui, page, key, (findings, chosen), height) else {
        ui.spinner();
        return;
    };
    let as_table = key.with("as table");
    let mut is_table = ui.data(|data| data.get_temp(as_table)).unwrap_or(false);
    let builder = UiBuilder::new()
        .id_salt(key)
        .accessibility_role(Role::Group)
        .accessibility_label(label);
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if finding == Finding::Shown {
            ui.add(Label::new(strong(&drawn.chart.title)).wrap());
        }
        ui.horizontal(|ui| {
            ui.with_layout(Flow::right_to_left(Align::Center), |ui| {
                let tip = "Save this chart as a picture for a paper";
                let export = ui.small_button("Export…").on_hover_text(tip);
                name(ui, &export, format!("Export {label}"));
                if export.clicked() {
                    page.view.export = Some(chosen);
                }
                let switch = if is_table { "Chart" } else { "Table" };
                let button = ui.small_button(switch);
                name(ui, &button, format!("{switch}: {label}"));
                if button.clicked() {
                    is_table = !is_table;
                    ui.data_mut(|data| data.insert_temp(as_table, is_table));
                }
                ui.with_layout(Flow::left_to_right(Align::Center), |ui| {
                    ui.add(Label::new(small(&drawn.chart.subtitle)).truncate())
                        .on_hover_text(&drawn.chart.subtitle);
                });
            });
        });
        ui.add_space(S4);
        if is_table {
            let room = Vec2::new(ui.available_width(), height);
            ui.allocate_ui(room, |ui| {
                chart_table(ui, label, &drawn.chart.table);
            });
            return;
        }
        still(ui, &drawn.legend);
        // Inside a page that scrolls there may be no height left, and the page makes room.
        let inside = ScrollArea::vertical()
            .id_salt("chart")
            .min_scrolled_height(height)
            .max_height(height);
        inside.show(ui, |ui| marks(ui, page, &drawn));
        ui.add_space(S4);
        ui.add(Label::new(small(&drawn.chart.note)).wrap());
    });
    ui.add_space(S8);
}

/// The partnership that a chart is of; nothing of all.
fn part(chosen: Chosen) -> Option<Id> {
    match chosen {
        Chosen::OfAll(_) => None,
        Chosen::OfOne(_, id) => Some(id),
    }
}

fn name(ui: &Ui, button: &Response, name: String) {
    ui.ctx()
        .accesskit_node_builder(button.id, |node| node.set_label(name));
}

/// A chart laid out, with what it was laid out for.
#[derive(Clone)]
struct Drawn {
    of: Weak<Findings>,
    doubts: DoubtsAtHand,
    basis: Basis,
    width: f32,
    height: f32,
    chart: Arc<Chart>,
    legend: Arc<Layout>,
    layout: Arc<Layout>,
    /// Whether its figures can be asked for.
    is_explained: bool,
}

/// The chart as it is now; drawn again only where the findings, the basis or the room are others.
fn drawn(
    ui: &Ui,
    page: &PageContext<'_>,
    key: EguiId,
    (findings, chosen): (&Arc<Findings>, Chosen),
    height: f32,
) -> Option<Drawn> {
    let basis = page.basis();
    let width = ui.available_width() - ui.spacing().scroll.allocated_width();
    let of = Arc::downgrade(findings);
    let kept: Option<Drawn> = ui.data(|data| data.get_temp(key));
    #[expect(clippy::float_cmp, reason = "the same size lays out the same")]
    if let Some(kept) = kept
        && kept.of.ptr_eq(&of)
        && kept.doubts.is_same(page.doubts)
        && kept.basis == basis
        && kept.width == width
        && kept.height == height
    {
        return Some(kept);
    }
    let chart = chosen.draw(findings, basis, page.doubts.of(part(chosen)))?;
    let request = Request {
        height: Some(f64::from(height)),
        ..Request::screen(f64::from(width))
    };
    let keys = legend(&chart.legend, request.width, &Sizes::SCREEN, &PlexMeasure);
    let drawn = Drawn {
        of,
        doubts: page.doubts.clone(),
        basis,
        width,
        height,
        legend: Arc::new(keys),
        is_explained: findings.narrowed.is_none() || part(chosen).is_some(),
        layout: Arc::new(layout(&chart, &request, &PlexMeasure)),
        chart: Arc::new(chart),
    };
    ui.data_mut(|data| data.insert_temp(key, drawn.clone()));
    Some(drawn)
}

/// What does not answer to the pointer.
fn still(ui: &mut Ui, part: &Layout) {
    let size = Vec2::new(ui.available_width(), narrow(part.height));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    paint(ui.painter(), part, rect.min, chart_palette(ui), rect);
}

fn marks(ui: &mut Ui, page: &mut PageContext<'_>, drawn: &Drawn) {
    let layout = &drawn.layout;
    let is_live = !layout.hits.is_empty();
    let sense = if is_live {
        Sense::click()
    } else {
        Sense::hover()
    };
    let size = Vec2::new(drawn.width, narrow(layout.height));
    let (rect, response) = ui.allocate_exact_size(size, sense);
    describe(ui, &response, &drawn.chart);
    let visible = rect.intersect(ui.clip_rect());
    paint(ui.painter(), layout, rect.min, chart_palette(ui), visible);
    if let Some(hit) = pointed(ui, layout, rect, &response)
        && response.clicked()
        && drawn.is_explained
    {
        page.explain(hit.figure);
    }
    if is_live && response.has_focus() {
        by_keyboard(ui, page, drawn, rect, &response);
    }
}

/// A chart without axes that stay, in the room that `ui` has; gives the partnership to open.
pub fn whole(ui: &mut Ui, chart: &Chart) -> Option<Id> {
    let inside = ScrollArea::vertical().id_salt("chart");
    let shown = inside.show(ui, |ui| {
        let request = Request::screen(f64::from(ui.available_width()));
        let layout = layout(chart, &request, &PlexMeasure);
        let size = Vec2::new(ui.available_width(), narrow(layout.height));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        describe(ui, &response, chart);
        let visible = rect.intersect(ui.clip_rect());
        paint(ui.painter(), &layout, rect.min, chart_palette(ui), visible);
        let hit = pointed(ui, &layout, rect, &response)?;
        hit.partnership.filter(|_| response.clicked())
    });
    shown.inner
}

/// Rings what the pointer is on and tells its figures.
fn pointed<'l>(ui: &Ui, layout: &'l Layout, rect: Rect, response: &Response) -> Option<&'l Hit> {
    let from = response.hover_pos()? - rect.min;
    let hit = layout.hit(Point::new(f64::from(from.x), f64::from(from.y)))?;
    ring(ui, hit, rect, palette(ui).hairline);
    ui.set_cursor_icon(CursorIcon::PointingHand);
    response.clone().on_hover_text_at_pointer(&hit.hover);
    Some(hit)
}

/// The arrows walk the marks while the chart has the keyboard; Enter explains one.
fn by_keyboard(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    drawn: &Drawn,
    rect: Rect,
    response: &Response,
) {
    let layout = &drawn.layout;
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let last = layout.hits.len().saturating_sub(1);
    let kept: usize = ui.data(|data| data.get_temp(response.id)).unwrap_or(0);
    let mut at = kept.min(last);
    let is_explained = ui.input(|input| {
        let pressed = |keys: [Key; 2]| keys.into_iter().any(|key| input.key_pressed(key));
        if pressed([Key::ArrowDown, Key::ArrowRight]) {
            at = at.saturating_add(1).min(last);
        }
        if pressed([Key::ArrowUp, Key::ArrowLeft]) {
            at = at.saturating_sub(1);
        }
        input.key_pressed(Key::Enter)
    });
    ui.data_mut(|data| data.insert_temp(response.id, at));
    let Some(hit) = layout.hits.get(at) else {
        return;
    };
    let marked = ring(ui, hit, rect, palette(ui).focus_ring);
    if at != kept {
        ui.scroll_to_rect(marked, None);
    }
    let said = hit.hover.replace('\n', ", ");
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_value(said));
    let anchor = PopupAnchor::ParentRect(marked);
    Tooltip::always_open(
        ui.ctx().clone(),
        ui.layer_id(),
        response.id.with("mark"),
        anchor,
    )
    .show(|ui| ui.label(&hit.hover));
    if is_explained && drawn.is_explained {
        page.explain(hit.figure);
    }
}

/// Rings a mark; gives where it is on the screen.
fn ring(ui: &Ui, hit: &Hit, rect: Rect, colour: eframe::egui::Color32) -> Rect {
    let area = match hit.area {
        Area::Rect(area) => area,
        Area::Circle { centre, radius } => {
            crate::chart::geometry::Rect::about(centre, radius, radius)
        }
    };
    let corner = rect.min + Vec2::new(narrow(area.x), narrow(area.y));
    let size = Vec2::new(narrow(area.width), narrow(area.height));
    let marked = Rect::from_min_size(corner, size).expand(2.0);
    ui.painter()
        .rect_stroke(marked, 3.0, Stroke::new(2.0, colour), StrokeKind::Inside);
    marked
}
