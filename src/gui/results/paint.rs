//! Paints a chart's layout on the screen: the same shapes as on paper, in the colours of the look.

use eframe::egui::text::LayoutJob;
use eframe::egui::{
    Color32, FontFamily, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2,
};

use crate::chart::fonts::Face;
use crate::chart::geometry;
use crate::chart::layout::{self, Anchor, Layout};
use crate::chart::theme::{Colour, DARK, LIGHT, Palette, Role};
use crate::gui::theme::fonts::{italic, semibold};

/// The chart colours of the look in use.
pub fn chart_palette(ui: &Ui) -> &'static Palette {
    if ui.visuals().dark_mode {
        &DARK
    } else {
        &LIGHT
    }
}

/// Paints the shapes of `layout` that `visible` meets, with its corner at `origin`.
pub fn paint(painter: &Painter, layout: &Layout, origin: Pos2, palette: &Palette, visible: Rect) {
    for shape in &layout.shapes {
        if reach(shape).translate(origin.to_vec2()).intersects(visible) {
            for painted in shapes(painter, shape, origin, palette) {
                painter.add(painted);
            }
        }
    }
}

/// A colour of a chart as the screen takes it.
pub fn colour(palette: &Palette, role: Role) -> Color32 {
    let Colour(r, g, b) = palette.colour(role);
    Color32::from_rgb(r, g, b)
}

/// One shape of a layout as shapes of the screen.
pub fn shapes(
    painter: &Painter,
    shape: &layout::Shape,
    origin: Pos2,
    palette: &Palette,
) -> Vec<Shape> {
    let place = |point: geometry::Point| origin + Vec2::new(narrow(point.x), narrow(point.y));
    let line =
        |stroke: &layout::Stroke| Stroke::new(narrow(stroke.width), colour(palette, stroke.role));
    let outline = |stroke: &Option<layout::Stroke>| stroke.as_ref().map_or(Stroke::NONE, line);
    match shape {
        layout::Shape::Rect { rect, fill, stroke } => {
            let rect = screen_rect(rect).translate(origin.to_vec2());
            let fill = colour(palette, *fill);
            let shape = eframe::egui::epaint::RectShape::new(
                rect,
                0.0,
                fill,
                outline(stroke),
                StrokeKind::Middle,
            );
            vec![shape.into()]
        }
        layout::Shape::Lines { lines, stroke } => lines
            .iter()
            .flat_map(|(from, to)| path(&[place(*from), place(*to)], stroke, line(stroke)))
            .collect(),
        layout::Shape::Polyline { points, stroke } => {
            let points: Vec<Pos2> = points.iter().copied().map(place).collect();
            path(&points, stroke, line(stroke))
        }
        layout::Shape::Polygon {
            points,
            fill,
            stroke,
        } => {
            let points = points.iter().copied().map(place).collect();
            vec![Shape::convex_polygon(
                points,
                colour(palette, *fill),
                outline(stroke),
            )]
        }
        layout::Shape::Circle {
            centre,
            radius,
            fill,
            stroke,
        } => {
            let shape = eframe::egui::epaint::CircleShape {
                center: place(*centre),
                radius: narrow(*radius),
                fill: colour(palette, *fill),
                stroke: outline(stroke),
            };
            vec![shape.into()]
        }
        layout::Shape::Text(text) => vec![text_shape(painter, text, place(text.at), palette)],
    }
}

fn path(points: &[Pos2], stroke: &layout::Stroke, line: Stroke) -> Vec<Shape> {
    match stroke.dash {
        Some((dash, gap)) => Shape::dashed_line(points, line, narrow(dash), narrow(gap)),
        None => vec![Shape::line(points.to_vec(), line)],
    }
}

/// A line of text whose baseline starts, has its middle or ends at `at`.
fn text_shape(painter: &Painter, text: &layout::Text, at: Pos2, palette: &Palette) -> Shape {
    let family = match text.face {
        Face::Regular => FontFamily::Proportional,
        Face::SemiBold => semibold(),
        Face::Italic => italic(),
    };
    let font = FontId::new(narrow(text.size), family);
    let ink = colour(palette, text.role);
    let job = LayoutJob::simple_singleline(text.text.clone(), font, ink);
    let galley = painter.layout_job(job);
    let baseline = galley.rows.first().map_or(0.0, |row| {
        let glyph = row.glyphs.first();
        row.pos.y + glyph.map_or(0.0, |glyph| glyph.pos.y)
    });
    let left = match text.anchor {
        Anchor::Start => at.x,
        Anchor::Middle => at.x - galley.size().x / 2.0,
        Anchor::End => at.x - galley.size().x,
    };
    Shape::galley(pos2(left, at.y - baseline), galley, ink)
}

/// Where a shape is, roughly: enough to leave out what is not in view.
fn reach(shape: &layout::Shape) -> Rect {
    let of_points = |points: &mut dyn Iterator<Item = geometry::Point>| {
        let mut rect = Rect::NOTHING;
        for point in points {
            rect.extend_with(pos2(narrow(point.x), narrow(point.y)));
        }
        rect
    };
    match shape {
        layout::Shape::Rect { rect, .. } => screen_rect(rect).expand(2.0),
        layout::Shape::Lines { lines, .. } => {
            of_points(&mut lines.iter().flat_map(|(from, to)| [*from, *to])).expand(2.0)
        }
        layout::Shape::Polyline { points, .. } | layout::Shape::Polygon { points, .. } => {
            of_points(&mut points.iter().copied()).expand(2.0)
        }
        layout::Shape::Circle { centre, radius, .. } => {
            of_points(&mut [*centre].into_iter()).expand(narrow(*radius) + 2.0)
        }
        // A text's width is not known here; any line of its height may be in view.
        layout::Shape::Text(text) => {
            let (y, size) = (narrow(text.at.y), narrow(text.size));
            Rect::from_x_y_ranges(-1.0e5..=1.0e5, y - size..=y + size)
        }
    }
}

/// A rectangle of a chart as the screen takes it.
pub fn screen_rect(rect: &geometry::Rect) -> Rect {
    Rect::from_min_size(
        pos2(narrow(rect.x), narrow(rect.y)),
        Vec2::new(narrow(rect.width), narrow(rect.height)),
    )
}

/// A length of a chart as the screen takes it.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on screen needs no more"
)]
pub fn narrow(length: f64) -> f32 {
    length as f32
}
