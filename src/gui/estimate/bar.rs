//! A figure between a low and a high, as a bar from nought.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align2, FontId, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2};

use crate::chart::wording::position;
use crate::gui::theme::fonts::SMALL_SIZE;
use crate::gui::theme::palette;
use crate::units::display;
use crate::units::quantity::Money;

/// What the bar shows.
pub(crate) struct Marks {
    /// The least.
    pub(crate) low: Money,
    /// The most likely.
    pub(crate) central: Money,
    /// The most.
    pub(crate) high: Money,
}

/// The height of the bar itself.
const BAR: f32 = 12.0;

/// Shows the bar; `sentence` says what it shows.
pub(crate) fn range_bar(ui: &mut Ui, marks: &Marks, sentence: &str) {
    let size = Vec2::new(ui.available_width(), 46.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, "Range of the estimate"));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(sentence);
    });
    if !ui.is_rect_visible(rect) {
        return;
    }
    let palette = palette(ui);
    let painter = ui.painter();
    let x = |amount: Money| rect.left() + rect.width() * part(amount, marks.high);
    let top = rect.top() + 4.0;
    let bar = |from: f32, to: f32| Rect::from_min_max(pos2(from, top), pos2(to, top + BAR));
    let (low, central, high) = (x(marks.low), x(marks.central), x(marks.high));
    painter.rect_filled(bar(rect.left(), rect.right()), 2.0, palette.hairline);
    painter.rect_filled(bar(low, high.max(low + 2.0)), 2.0, palette.accent);
    // The most likely is a notch through the bar, told apart by its shape.
    let notch = Rect::from_min_max(
        pos2(central - 3.0, top - 4.0),
        pos2(central + 3.0, top + BAR + 4.0),
    );
    let notch = notch.translate(Vec2::new((rect.left() - notch.left()).clamp(0.0, 3.0), 0.0));
    let edge = Stroke::new(1.5, palette.panel);
    painter.rect(
        notch,
        2.0,
        palette.ink,
        edge,
        eframe::egui::StrokeKind::Outside,
    );
    let font = FontId::proportional(SMALL_SIZE);
    let under = rect.bottom() - 2.0;
    let mut taken = f32::NEG_INFINITY;
    // The ends first; the central figure stands in large above.
    for (amount, at, align) in [
        (marks.low, low, Align2::CENTER_BOTTOM),
        (marks.high, high, Align2::RIGHT_BOTTOM),
    ] {
        let text = display::money_rough(amount);
        let galley = painter.layout_no_wrap(text, font.clone(), palette.muted);
        let place = align.anchor_size(pos2(at, under), galley.size());
        let left = place.left().max(rect.left()).max(taken + 8.0);
        taken = left + galley.size().x;
        painter.galley(pos2(left, place.top()), galley, palette.muted);
    }
}

/// How far along the bar an amount stands, from 0 to 1.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a place on the screen needs no more"
)]
fn part(amount: Money, whole: Money) -> f32 {
    let share = position(amount) / position(whole).max(1.0);
    share.clamp(0.0, 1.0) as f32
}
