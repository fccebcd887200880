//! Between what each figure lies over the draws, what it follows most, and how near the mean is known.

use eframe::egui::{Label, Ui};

use crate::costing::basis::Basis;
use crate::gui::page::PageContext;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::doubt::chart::doubt_chart;
use crate::gui::results::doubt::lines::lines;
use crate::gui::theme::{self, S4, S16};
use crate::uncertainty::figure_text::{label, text};
use crate::uncertainty::likelihood::correlation;
use crate::uncertainty::output::Output;
use crate::uncertainty::simulation::Simulated;
use crate::uncertainty::statistics::Summary;

/// The room of the chart.
const CHART_HEIGHT: f32 = 300.0;

/// Facts that are listed.
const MOST_DRIVERS: usize = 12;

/// Shows the figures of a simulation.
pub(super) fn spread(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    it: &Simulated,
    has_benefits: bool,
    charts: &mut ChartCache,
) {
    doubt_chart(ui, page, charts, "distribution", CHART_HEIGHT);
    let register = page.register();
    let unit = register.settings.money_unit;
    // Without a priced benefit a net value would be the cost under another name.
    let is_of_worth = |it: &Output| {
        let is_cost = matches!(
            it,
            Output::AnnualCost(_) | Output::Pvc | Output::Score | Output::CostPerPoint
        );
        !is_cost
    };
    let rows: Vec<Vec<String>> = summaries(it)
        .into_iter()
        .filter(|(output, _)| has_benefits || !is_of_worth(output))
        .map(|(output, summary)| {
            let of = |value| text(output, value, unit);
            vec![
                label(register, output),
                of(summary.p5),
                of(summary.p10),
                of(summary.p50),
                of(summary.p90),
                of(summary.p95),
                of(summary.mean),
                of(summary.standard_error),
            ]
        })
        .collect();
    let headers = [
        "Figure", "P5", "P10", "Median", "P90", "P95", "Mean", "± s.e.",
    ];
    lines(ui, "Spread of each figure", &headers, &rows, f32::INFINITY);
    ui.add_space(S4);
    let said = "Of every ten draws one lies below P10 and one above P90. The standard error says how near more draws \
                would bring the mean. A figure that no range moves is not listed.";
    ui.add(Label::new(theme::small(said)).wrap());
    if it.n_left_out > 0 {
        let said = format!(
            "{} draws are left out: the ranges of lags, lives and the horizon make too many different calculations.",
            it.n_left_out
        );
        ui.add(Label::new(said).wrap());
    }
    if it.drivers.is_empty() || !has_benefits {
        return;
    }
    ui.add_space(S16);
    ui.label(theme::heading("What the net value follows"));
    ui.add_space(S4);
    let rows: Vec<Vec<String>> = it
        .drivers
        .iter()
        .take(MOST_DRIVERS)
        .map(|driver| {
            let name = driver.fact.label(register, it.id);
            vec![name, correlation(driver.correlation)]
        })
        .collect();
    let headers = ["Figure with a range", "Rank correlation"];
    lines(
        ui,
        "What the net value follows",
        &headers,
        &rows,
        f32::INFINITY,
    );
    ui.add_space(S4);
    let said = "+1: the two rise together in every draw; −1: one rises as the other falls; 0: they have nothing to do \
                with each other.";
    ui.add(Label::new(theme::small(said)).wrap());
}

/// The figures that move, in the order that they are read.
fn summaries(it: &Simulated) -> Vec<(Output, Summary)> {
    let fixed = [
        (Output::Npsv, it.npsv),
        (Output::Bcr, it.bcr),
        (Output::Pvb, it.pvb),
        (Output::Pvc, it.pvc),
        (Output::AnnualCost(Basis::Full), it.annual_cost.full),
        (Output::AnnualCost(Basis::Exhibit2), it.annual_cost.exhibit2),
        (Output::Score, it.score),
        (Output::CostPerPoint, it.cost_per_point),
    ];
    let options = it.options.iter().flat_map(|option| {
        [
            (Output::OptionNpsv(option.id), option.npsv),
            (Output::OptionIncremental(option.id), option.incremental),
        ]
    });
    let all = fixed.into_iter().chain(options);
    all.filter_map(|(output, it)| Some((output, it?))).collect()
}
