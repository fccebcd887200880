//! A small picture of what a quantity may be: how likely each value is, with its ends, its peak and its mean.

use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, FontId, Label, Mesh, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, lerp, pos2, remap_clamp, vec2,
};

use crate::gui::theme::fonts::SMALL_SIZE;
use crate::gui::theme::palette::Palette;
use crate::gui::theme::{self, S4, S8, small};
use crate::model::inputs::AnyInput;
use crate::report::spread::{about, spread};
use crate::uncertainty::distribution::Distribution;
use crate::uncertainty::ranges::distribution;
use crate::units::quantity::Unit;

/// The room of the labels above, of the curve, and of the labels below.
const ABOVE: f32 = 32.0;
const CURVE: f32 = 56.0;
const BELOW: f32 = 20.0;
/// How strong the colour is between P10 and P90, and outside.
const MIDDLE: f32 = 0.45;
const OUTSIDE: f32 = 0.18;
/// Places at which the curve is worked out.
const POINTS: u8 = 96;

/// Shows the picture with what it means in a sentence; nothing for what is one value.
pub(crate) fn range_picture(ui: &mut Ui, input: &dyn AnyInput) {
    let Some(it) = distribution(input) else {
        return;
    };
    let said = spread(it, input.unit());
    let size = vec2(ui.available_width(), ABOVE + CURVE + BELOW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    if ui.is_rect_visible(rect) {
        let picture = Picture {
            painter: ui.painter().with_clip_rect(rect.expand(2.0)),
            palette: theme::palette(ui),
            plot: Rect::from_min_size(rect.min + vec2(S4, ABOVE), vec2(rect.width() - S8, CURVE)),
            it,
            unit: input.unit(),
        };
        match it {
            Distribution::Event { chance, amount } => picture.event(chance, amount),
            _ => picture.curve(),
        }
    }
    ui.add(Label::new(small(said)).wrap());
    ui.add_space(S8);
}

struct Picture {
    painter: Painter,
    palette: &'static Palette,
    plot: Rect,
    it: Distribution,
    unit: Unit,
}

impl Picture {
    /// How likely each value is: the middle eight tenths darker, the most likely with a full mark, the mean with an
    /// open one.
    fn curve(&self) {
        let (low, high) = self.it.ends();
        let at = |share: f32| low + (high - low) * f64::from(share);
        let shares = (0..=POINTS).map(|n| f32::from(n) / f32::from(POINTS));
        let heights: Vec<(f32, f64)> = shares
            .map(|share| (share, self.it.density(at(share))))
            .collect();
        let most = heights.iter().map(|(_, it)| *it).fold(0.0, f64::max);
        let height = |density: f64| narrow(density / most) * CURVE;
        let place = |(share, density): (f32, f64)| {
            let x = lerp(self.plot.x_range(), share);
            pos2(x, self.plot.bottom() - height(density))
        };
        let (p10, p90) = (self.x(self.it.quantile(0.1)), self.x(self.it.quantile(0.9)));
        let tops: Vec<Pos2> = heights.into_iter().map(place).collect();
        self.area(&tops, (p10, p90));
        let outline = Stroke::new(1.5, self.palette.accent);
        self.painter.add(Shape::line(tops, outline));
        self.base();
        let plot = self.plot;
        let ends = [
            self.below(plot.left(), &about(low, self.unit), Align2::LEFT_TOP),
            self.below(plot.right(), &about(high, self.unit), Align2::RIGHT_TOP),
        ];
        for (x, text) in [(p10, "P10"), (p90, "P90")] {
            self.tick(x, 6.0);
            let room = Rect::from_center_size(pos2(x, plot.bottom() + 10.0), vec2(32.0, 12.0));
            if !ends.iter().any(|end| end.intersects(room)) {
                self.below(x, text, Align2::CENTER_TOP);
            }
        }
        if let Distribution::Pert { likely, .. } | Distribution::Triangular { likely, .. } = self.it
        {
            let text = format!("most likely {}", about(likely, self.unit));
            let x = self.mark(likely, (0.0, &text), true);
            let peak = pos2(x, self.plot.bottom() - height(self.it.density(likely)));
            self.painter.circle_filled(peak, 3.0, self.palette.ink);
        }
        let mean = self.it.mean();
        let text = format!("mean {}", about(mean, self.unit));
        self.mark(mean, (14.0, &text), false);
    }

    /// Two bars, as high as each is likely: nothing, and what it comes to.
    fn event(&self, chance: f64, amount: f64) {
        self.base();
        let (width, middle) = (56.0, self.plot.center().x);
        let most = chance.max(1.0 - chance);
        let bars = [
            (middle - 72.0, 1.0 - chance, "nothing".to_owned()),
            (middle + 72.0, chance, about(amount, self.unit)),
        ];
        for (at, (x, chance, text)) in bars.into_iter().enumerate() {
            let top = self.plot.bottom() - narrow(chance / most) * CURVE;
            let bar = Rect::from_min_max(
                pos2(x - width / 2.0, top),
                pos2(x + width / 2.0, self.plot.bottom()),
            );
            let strength = if at == 0 { OUTSIDE } else { MIDDLE };
            let fill = self.palette.accent.gamma_multiply(strength);
            let outline = Stroke::new(1.5, self.palette.accent);
            self.painter
                .rect(bar, 0.0, fill, outline, StrokeKind::Inside);
            let percent = about(chance, Unit::Rate);
            self.text(pos2(x, top - 3.0), Align2::CENTER_BOTTOM, &percent);
            self.below(x, &text, Align2::CENTER_TOP);
        }
    }

    fn x(&self, value: f64) -> f32 {
        let (low, high) = self.it.ends();
        let share = narrow((value - low) / (high - low));
        remap_clamp(share, 0.0..=1.0, self.plot.x_range())
    }

    /// A line from the base up to a label in its own row, full or dashed.
    fn mark(&self, value: f64, (row, text): (f32, &str), is_full: bool) -> f32 {
        let x = self.x(value);
        let top = pos2(x, self.plot.top() - ABOVE + row + 13.0);
        let foot = pos2(x, self.plot.bottom());
        let line = Stroke::new(1.25, self.palette.ink);
        if is_full {
            self.painter.line_segment([top, foot], line);
        } else {
            let dashes = Shape::dashed_line(&[top, foot], line, 4.0, 3.0);
            self.painter.extend(dashes);
        }
        // The label stands over its line, and inside the picture.
        let font = FontId::proportional(SMALL_SIZE);
        let ink = self.palette.ink;
        let galley = self.painter.layout_no_wrap(text.to_owned(), font, ink);
        let half = galley.size().x / 2.0;
        let centre = x.clamp(self.plot.left() + half, self.plot.right() - half);
        let place = pos2(centre - half, self.plot.top() - ABOVE + row - 1.0);
        let behind = Rect::from_min_size(place, galley.size()).expand2(Vec2::new(2.0, 0.0));
        self.painter.rect_filled(behind, 0.0, self.palette.panel);
        self.painter.galley(place, galley, ink);
        x
    }

    /// What lies below the curve, in one piece: strips side by side would show their seams.
    fn area(&self, tops: &[Pos2], (p10, p90): (f32, f32)) {
        let fill = |strength: f32| self.palette.accent.gamma_multiply(strength);
        let base = self.plot.bottom();
        let mut mesh = Mesh::default();
        for pair in tops.windows(2) {
            let &[a, b] = pair else { continue };
            let is_middle = a.x >= p10 - 1.0 && b.x <= p90 + 1.0;
            let fill = fill(if is_middle { MIDDLE } else { OUTSIDE });
            let first = u32::try_from(mesh.vertices.len()).unwrap_or(u32::MAX);
            for corner in [a, b, pos2(b.x, base), pos2(a.x, base)] {
                mesh.colored_vertex(corner, fill);
            }
            let corner = |at: u32| first.saturating_add(at);
            mesh.add_triangle(corner(0), corner(1), corner(2));
            mesh.add_triangle(corner(0), corner(2), corner(3));
        }
        self.painter.add(Shape::mesh(mesh));
    }

    fn base(&self) {
        let line = Stroke::new(1.0, self.palette.border);
        self.painter
            .hline(self.plot.x_range(), self.plot.bottom(), line);
    }

    fn tick(&self, x: f32, length: f32) {
        let base = self.plot.bottom();
        let line = Stroke::new(1.5, self.palette.ink);
        self.painter.vline(x, base - length..=base + 3.0, line);
    }

    fn below(&self, x: f32, text: &str, align: Align2) -> Rect {
        self.text(pos2(x, self.plot.bottom() + 4.0), align, text)
    }

    fn text(&self, at: Pos2, align: Align2, text: &str) -> Rect {
        let font = FontId::proportional(SMALL_SIZE);
        self.painter.text(at, align, text, font, self.palette.muted)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on the screen, from nought to one"
)]
fn narrow(share: f64) -> f32 {
    share as f32
}
