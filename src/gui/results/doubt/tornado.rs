//! What each ranged fact does to a figure, from its low end to its high end, the widest first.

use eframe::egui::{Id as EguiId, Label, Ui};

use crate::gui::inputs::place::show_input;
use crate::gui::page::PageContext;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::doubt::chart::doubt_chart;
use crate::gui::results::doubt::lines::lines;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::uncertainty::figure_text::{label, text};
use crate::uncertainty::output::Output;
use crate::uncertainty::sensitivity::Tornado;
use crate::units::display;

/// The room of the chart.
const CHART_HEIGHT: f32 = 300.0;

/// Names that are listed of what cannot move a figure.
const MOST_IDLE: usize = 8;

/// Shows the tornado of the figure that is chosen.
pub(super) fn tornado(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    all: &[&Tornado],
    charts: &mut ChartCache,
    drawn: Output,
) {
    let register = page.register();
    let subject = page.view.doubt_of;
    let names: Vec<String> = all.iter().map(|it| label(register, it.output)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let key = EguiId::unique("figure of the tornado");
    let chosen: Option<Output> = ui.data(|data| data.get_temp(key));
    let at = all
        .iter()
        .position(|it| Some(it.output) == chosen)
        .unwrap_or(0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        ui.label(theme::muted("What moves the"));
        let cell = ChoiceCell::new("Figure", &names, Some(at)).width(240.0);
        if let (_, Some(at)) = cell.show(ui)
            && let Some(it) = all.get(at)
        {
            ui.data_mut(|data| data.insert_temp(key, it.output));
        }
    });
    ui.add_space(S4);
    let Some(found) = all.get(at) else { return };
    if found.output == drawn {
        doubt_chart(ui, page, charts, "tornado", CHART_HEIGHT);
    }
    let unit = register.settings.money_unit;
    let central = text(found.output, found.central, unit);
    if found.bars.is_empty() {
        let said = format!("No range moves it: it stays at {central}.");
        ui.add(Label::new(said).wrap());
    } else {
        let rows: Vec<Vec<String>> = found
            .bars
            .iter()
            .map(|bar| {
                let of = |value| text(found.output, value, unit);
                let name = bar.fact.label(register, subject);
                vec![name, of(bar.at_low), of(bar.at_high), of(bar.swing())]
            })
            .collect();
        let headers = [
            "Figure with a range",
            "At its low end",
            "At its high end",
            "Swing",
        ];
        let opened = lines(ui, "What matters most", &headers, &rows, f32::INFINITY);
        if let Some(at) = opened.and_then(|row| found.bars.get(row)?.inputs.first().copied()) {
            show_input(page.view, register, at);
            ui.ctx().request_repaint();
        }
        ui.add_space(S4);
        let said =
            format!("Each by itself, the others at their central values: then it is {central}.");
        ui.add(Label::new(theme::small(said)).wrap());
    }
    if !found.idle.is_empty() {
        let names = found
            .idle
            .iter()
            .take(MOST_IDLE)
            .map(|it| it.label(register, subject));
        let names: Vec<String> = names.collect();
        let more = match found.idle.len().saturating_sub(names.len()) {
            0 => String::new(),
            n => format!(" and {}", display::count(n, "other", "others")),
        };
        let said = format!("Cannot move it: {}{more}.", names.join("; "));
        ui.add(Label::new(theme::small(said)).wrap());
    }
}
