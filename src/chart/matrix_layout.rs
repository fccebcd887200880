//! A matrix in points: names on the left, columns of one width, each figure in the middle of its cell.

use crate::chart::fonts::Face;
use crate::chart::geometry::{Point, Rect, count};
use crate::chart::layout::{Anchor, Area, CENTRING, Hit, Layout, Shape, Stroke, Text};
use crate::chart::matrix::{Head, Matrix, MatrixCell, MatrixRow};
use crate::chart::measure::Measure;
use crate::chart::text::{Sizes, shorten, wrap};
use crate::chart::theme::Role;

/// As many lines as the name of a column takes.
const LINES: usize = 3;

/// Lays out the matrix for this width.
pub fn layout_matrix(matrix: &Matrix, width: f64, sizes: &Sizes, measure: &dyn Measure) -> Layout {
    let mut out = Layout::of_width(width);
    if matrix.rows.is_empty() || matrix.columns.is_empty() {
        let at = Point::new(0.0, sizes.body * 2.5);
        let text = Text::new(at, matrix.when_empty.clone(), sizes.body);
        out.shapes.push(text.role(Role::Muted).into());
        out.height = sizes.body * 5.0;
        return out;
    }
    let drawing = Drawing::fit(matrix, width, sizes, measure);
    drawing.lay_out(&mut out);
    out
}

struct Drawing<'a> {
    matrix: &'a Matrix,
    /// The room of the names of rows.
    names: f64,
    /// The width of a column.
    pitch: f64,
    /// Whether the columns stand by number, and the rows with theirs before the name.
    is_numbered: bool,
    /// The size of the figures.
    size: f64,
    sizes: &'a Sizes,
    measure: &'a dyn Measure,
}

impl<'a> Drawing<'a> {
    fn fit(matrix: &'a Matrix, width: f64, sizes: &'a Sizes, measure: &'a dyn Measure) -> Self {
        let n = count(matrix.columns.len());
        let rows = matrix.rows.iter().chain(&matrix.totals);
        let widest = rows.map(|row| measure.width(&row.head.name, sizes.body, Face::SemiBold));
        let widest = widest.fold(0.0, f64::max) + sizes.body * 2.6;
        let figures = matrix.rows.iter().chain(&matrix.totals);
        let figures = figures
            .flat_map(|row| &row.cells)
            .filter_map(|it| it.text.as_ref());
        let figures = figures.map(|it| measure.width(it, sizes.body, Face::SemiBold));
        let figure = figures.fold(0.0, f64::max) + sizes.body * 0.7;
        // Columns are as wide as their figures ask, and names have what is left of the page.
        let names = (width - figure * n).min(widest).max(width * 0.18);
        let pitch = ((width - names) / n).min(sizes.body * 9.0);
        let size = if figure > pitch {
            sizes.small
        } else {
            sizes.body
        };
        let fits = |head: &Head| {
            let room = pitch - sizes.small * 0.6;
            let lines = wrap(&head.name, room, sizes.small, Face::SemiBold, measure);
            lines.len() <= LINES && !lines.iter().any(|line| line.contains('…'))
        };
        let mut numbered = matrix.columns.iter().filter(|it| it.number.is_some());
        Self {
            matrix,
            names,
            pitch,
            is_numbered: !numbered.all(fits),
            size,
            sizes,
            measure,
        }
    }

    fn lay_out(&self, out: &mut Layout) {
        let top = self.header(out);
        let mut y = top;
        for row in &self.matrix.rows {
            y = self.row(out, row, y);
        }
        let foot = y;
        if let Some(totals) = &self.matrix.totals {
            y = self.row(out, totals, y + self.sizes.body * 0.25);
            let line = Stroke::new(Role::Axis, self.sizes.body * 0.09);
            let (from, to) = (Point::new(0.0, foot), Point::new(self.right(), foot));
            out.shapes.push(Shape::line(from, to, line));
        }
        out.height = y;
        let left = self.names;
        let frame = Rect::new(left, top, self.right() - left, y - top);
        out.frames.push(frame);
    }

    fn right(&self) -> f64 {
        self.names + self.pitch * count(self.matrix.columns.len())
    }

    /// The middle of a column.
    fn middle(&self, column: usize) -> f64 {
        self.names + self.pitch * (count(column) + 0.5)
    }

    /// What the rows and columns are, and the names of the columns; gives where the first row starts.
    fn header(&self, out: &mut Layout) -> f64 {
        let em = self.sizes.small;
        let across = self.right() - self.names;
        let said = shorten(&self.matrix.across, across, em, Face::Regular, self.measure);
        let said = Text::new(Point::new(self.names + em * 0.3, em), said, em);
        out.shapes.push(said.role(Role::Muted).into());
        let heads: Vec<Vec<String>> = self
            .matrix
            .columns
            .iter()
            .map(|it| self.lines(it))
            .collect();
        let deepest = heads.iter().map(Vec::len).max().unwrap_or(1);
        let pitch = em * 1.2;
        let first = em * 2.4;
        let last = first + pitch * count(deepest.saturating_sub(1));
        for (column, lines) in heads.into_iter().enumerate() {
            let above = count(deepest.saturating_sub(lines.len()));
            let mut baseline = first + pitch * above;
            for line in lines {
                let at = Point::new(self.middle(column), baseline);
                let text = Text::new(at, line, em).face(Face::SemiBold);
                out.shapes.push(text.anchor(Anchor::Middle).into());
                baseline += pitch;
            }
        }
        let room = self.names - em;
        let corner = shorten(&self.matrix.corner, room, em, Face::Regular, self.measure);
        let corner = Text::new(Point::new(0.0, last), corner, em).role(Role::Muted);
        out.shapes.push(corner.into());
        let line = Stroke::new(Role::Axis, self.sizes.body * 0.09);
        let y = last + em * 0.6;
        let (from, to) = (Point::new(0.0, y), Point::new(self.right(), y));
        out.shapes.push(Shape::line(from, to, line));
        y
    }

    /// The name of a column in lines, or its number.
    fn lines(&self, head: &Head) -> Vec<String> {
        if let Some(number) = head.number.filter(|_| self.is_numbered) {
            return vec![number.to_string()];
        }
        let em = self.sizes.small;
        let room = self.pitch - em * 0.6;
        let mut lines = wrap(&head.name, room, em, Face::SemiBold, self.measure);
        lines.truncate(LINES);
        lines
    }

    /// One row from `top` down; gives its foot.
    fn row(&self, out: &mut Layout, row: &MatrixRow, top: f64) -> f64 {
        let size = self.sizes.body;
        let height = size * 2.1;
        let baseline = top + height / 2.0 + size * CENTRING;
        let is_sum = row.cells.iter().all(|it| it.is_sum);
        let face = if is_sum {
            Face::SemiBold
        } else {
            Face::Regular
        };
        let indent = if self.is_numbered { size * 1.7 } else { 0.0 };
        if let Some(number) = row.head.number.filter(|_| self.is_numbered) {
            let at = Point::new(size * 1.2, baseline);
            let number = Text::new(at, number.to_string(), self.sizes.small);
            let number = number.face(Face::SemiBold).anchor(Anchor::End);
            out.shapes.push(number.into());
        }
        let room = self.names - indent - size * 0.6;
        let name = shorten(&row.head.name, room, size, face, self.measure);
        let name = Text::new(Point::new(indent, baseline), name, size).face(face);
        out.shapes.push(name.into());
        for (column, cell) in row.cells.iter().enumerate() {
            let left = self.names + self.pitch * count(column);
            let area = Rect::new(left, top, self.pitch, height);
            self.cell(out, cell, area, baseline);
        }
        top + height
    }

    fn cell(&self, out: &mut Layout, cell: &MatrixCell, area: Rect, baseline: f64) {
        if let Some(tint) = cell.tint {
            out.shapes.push(Shape::Rect {
                // A gap in the colour of the paper keeps cells apart.
                rect: area.grown(-self.sizes.body * 0.07),
                fill: tint.role(),
                stroke: None,
            });
        }
        let middle = area.x + area.width / 2.0;
        let Some(said) = &cell.text else {
            let nothing = Text::new(Point::new(middle, baseline), "–", self.size);
            let nothing = nothing.role(Role::Muted).anchor(Anchor::Middle);
            out.shapes.push(nothing.into());
            return;
        };
        let room = area.width - self.sizes.body * 0.2;
        let face = if cell.is_sum {
            Face::SemiBold
        } else {
            Face::Regular
        };
        let text = shorten(said, room, self.size, face, self.measure);
        let text = Text::new(Point::new(middle, baseline), text, self.size).face(face);
        out.shapes.push(text.anchor(Anchor::Middle).into());
        if let Some(figure) = cell.figure {
            out.hits.push(Hit {
                area: Area::Rect(area),
                figure,
                partnership: None,
                hover: cell.hover.clone(),
            });
        }
    }
}
