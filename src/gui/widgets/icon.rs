//! Small signs painted as shapes: no font has to know them, and each takes the colour of its text.

use std::f32::consts::TAU;

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Color32, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2,
};

use crate::gui::theme;

/// The signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// Sorted, smallest first.
    SortUp,
    /// Sorted, largest first.
    SortDown,
    /// Opens to the right, or folded.
    ChevronRight,
    /// Opens below, or unfolded.
    ChevronDown,
    /// Close, remove.
    Cross,
    /// Something is odd or left out.
    Warning,
    /// Something is wrong.
    Error,
    /// Done.
    Tick,
    /// Add.
    Plus,
    /// More.
    Dots,
    /// About so much: ≈.
    Roughly,
    /// A partnership of the first model.
    Square,
    /// A partnership of the second model.
    Diamond,
    /// A partnership of the third model.
    Triangle,
    /// A partnership of the fourth model.
    Circle,
}

impl Icon {
    /// Paints the sign in the middle of `rect`, `size` points across.
    pub fn paint(self, painter: &Painter, rect: Rect, size: f32, colour: Color32) {
        let centre = rect.center();
        let at = |x: f32, y: f32| centre + Vec2::new(x, y) * size;
        let line = Stroke::new((size / 8.0).max(1.25), colour);
        let solid =
            |points: Vec<Pos2>| painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
        let path = |points: Vec<Pos2>| painter.add(Shape::line(points, line));
        match self {
            Self::SortUp => {
                solid(vec![at(0.0, -0.3), at(0.42, 0.3), at(-0.42, 0.3)]);
            }
            Self::SortDown => {
                solid(vec![at(0.0, 0.3), at(-0.42, -0.3), at(0.42, -0.3)]);
            }
            Self::ChevronRight => {
                path(vec![at(-0.15, -0.32), at(0.17, 0.0), at(-0.15, 0.32)]);
            }
            Self::ChevronDown => {
                path(vec![at(-0.32, -0.15), at(0.0, 0.17), at(0.32, -0.15)]);
            }
            Self::Cross => {
                path(vec![at(-0.3, -0.3), at(0.3, 0.3)]);
                path(vec![at(-0.3, 0.3), at(0.3, -0.3)]);
            }
            Self::Plus => {
                path(vec![at(-0.36, 0.0), at(0.36, 0.0)]);
                path(vec![at(0.0, -0.36), at(0.0, 0.36)]);
            }
            Self::Tick => {
                path(vec![at(-0.36, 0.02), at(-0.1, 0.3), at(0.38, -0.3)]);
            }
            Self::Warning => warning(painter, centre, size, colour),
            Self::Error => {
                painter.circle_stroke(centre, size * 0.46, line);
                path(vec![at(-0.17, -0.17), at(0.17, 0.17)]);
                path(vec![at(-0.17, 0.17), at(0.17, -0.17)]);
            }
            Self::Dots => {
                for x in [-0.36, 0.0, 0.36] {
                    painter.circle_filled(at(x, 0.0), size * 0.1, colour);
                }
            }
            Self::Roughly => {
                for y in [-0.17, 0.17] {
                    let wave = [(-0.42, 0.06), (-0.2, -0.09), (0.2, 0.09), (0.42, -0.06)];
                    path(wave.map(|(x, dy)| at(x, y + dy)).into());
                }
            }
            Self::Square => {
                painter.rect_filled(
                    Rect::from_center_size(centre, Vec2::splat(size * 0.76)),
                    1.0,
                    colour,
                );
            }
            Self::Diamond => {
                solid(vec![
                    at(0.0, -0.5),
                    at(0.5, 0.0),
                    at(0.0, 0.5),
                    at(-0.5, 0.0),
                ]);
            }
            Self::Triangle => {
                solid(vec![at(0.0, -0.46), at(0.5, 0.4), at(-0.5, 0.4)]);
            }
            Self::Circle => {
                painter.circle_filled(centre, size * 0.43, colour);
            }
        }
    }

    /// Puts the sign in the flow, for sighted readers only: the words beside it say the same.
    pub fn show(self, ui: &mut Ui, size: f32, colour: Color32) -> Response {
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::hover());
        self.paint(ui.painter(), rect, size, colour);
        response
    }
}

/// A quiet button that shows only a sign; `name` is what a screen reader and the tooltip say.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str) -> Response {
    let palette = theme::palette(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(24.0), Sense::click());
    let painter = ui.painter();
    let is_lit = response.hovered() || response.has_focus();
    if response.hovered() {
        painter.rect_filled(rect, 4.0, palette.selection);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, palette.focus_ring);
        painter.rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
    }
    let colour = if is_lit { palette.ink } else { palette.muted };
    icon.paint(painter, rect, 12.0, colour);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    response.on_hover_text(name)
}

/// A triangle with an exclamation mark.
fn warning(painter: &Painter, centre: Pos2, size: f32, colour: Color32) {
    let corner = |turn: f32| {
        let angle = TAU * (turn - 0.25);
        pos2(
            centre.x + angle.cos() * size * 0.52,
            centre.y + size * 0.1 + angle.sin() * size * 0.52,
        )
    };
    let line = Stroke::new((size / 9.0).max(1.2), colour);
    let corners = vec![corner(0.0), corner(1.0 / 3.0), corner(2.0 / 3.0)];
    painter.add(Shape::closed_line(corners, line));
    let down = |y: f32| pos2(centre.x, centre.y + size * y);
    painter.line_segment([down(-0.12), down(0.12)], line);
    painter.circle_filled(down(0.25), line.width * 0.62, colour);
}
