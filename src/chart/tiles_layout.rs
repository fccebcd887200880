//! Rows of tiles in points: the name and the counts in words on the left, the tiles on the right.

use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::layout::{Layout, RowExtent, Shape, Stroke, Text};
use crate::chart::measure::Measure;
use crate::chart::text::{Sizes, shorten};
use crate::chart::theme::Role;
use crate::chart::tiles::{TileRow, Tiles};

/// Lays out the rows for this width.
pub fn layout_tiles(tiles: &Tiles, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(width);
    if tiles.rows.is_empty() {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, tiles.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    }
    let names = names(tiles, width, sizes, measure);
    let most = tiles.rows.iter().map(TileRow::n_tiles).max().unwrap_or(0);
    let pitch = ((width - names) / count(most.max(1))).min(sizes.body * 1.75);
    let height = row_height(sizes);
    for (n, row) in tiles.rows.iter().enumerate() {
        let top = height * count(n);
        draw_row(&mut out, row, (top, names, pitch), sizes, measure);
    }
    out.height = height * count(tiles.rows.len());
    let axis = (Point::new(names, 0.0), Point::new(names, out.height));
    let stroke = Stroke::new(Role::Axis, sizes.body * 0.09);
    out.shapes.push(Shape::line(axis.0, axis.1, stroke));
    let frame = Rect::new(names, 0.0, width - names, out.height);
    out.frames.push(frame);
    out
}

/// The room of the names, and of the counts in words below them.
fn names(tiles: &Tiles, width: f64, sizes: &Sizes, measure: &dyn Measure) -> f64 {
    let widest = tiles.rows.iter().map(|row| {
        let name = measure.width(&row.name, sizes.body, Face::Regular);
        name.max(measure.width(&row.label, sizes.small, Face::Regular))
    });
    let widest = widest.fold(0.0, f64::max);
    (widest + sizes.body).clamp(width * 0.2, width * 0.45)
}

/// A line of name, a line of counts, and air.
fn row_height(sizes: &Sizes) -> f64 {
    sizes.body * 1.15 + sizes.small * 1.15 + sizes.body * 0.75
}

fn draw_row(
    out: &mut Layout,
    row: &TileRow,
    (top, names, pitch): (f64, f64, f64),
    sizes: &Sizes,
    measure: &dyn Measure,
) {
    let height = row_height(sizes);
    let middle = top + height / 2.0;
    let room = names - sizes.body * 0.8;
    let name = shorten(&row.name, room, sizes.body, Face::Regular, measure);
    let at = Point::new(0.0, middle - sizes.body * 0.13);
    out.shapes.push(Text::new(at, name, sizes.body).into());
    let label = shorten(&row.label, room, sizes.small, Face::Regular, measure);
    let at = Point::new(0.0, middle + sizes.small * 1.1);
    let label = Text::new(at, label, sizes.small).role(Role::Muted);
    out.shapes.push(label.into());

    let tall = sizes.body * 1.5;
    // A gap in the colour of the paper keeps neighbours apart.
    let gap = (sizes.body * 0.22).min(pitch / 4.0);
    let all = row
        .parts
        .iter()
        .flat_map(|(tile, n)| std::iter::repeat_n(*tile, *n));
    for (n, tile) in all.enumerate() {
        let left = names + gap + pitch * count(n);
        let rect = Rect::new(left, middle - tall / 2.0, pitch - gap, tall);
        out.shapes.extend(tile.shapes(rect, sizes));
    }
    if let Some(partnership) = row.partnership {
        out.rows.push(RowExtent {
            partnership,
            top,
            bottom: top + height,
        });
    }
}
