//! Measures of the whole portfolio: its share of our means, where the money and the time go, and what partnerships lack.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::chart::by_topic::CHART;
use crate::chart::catalogue::Chosen;
use crate::findings::findings::Findings;
use crate::findings::groups::{GroupBy, groups};
use crate::findings::portfolio_measures::{PortfolioMeasures, portfolio_measures};
use crate::gui::inputs::place::show_input;
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::results::gaps::gaps;
use crate::gui::results::kept::kept;
use crate::gui::results::measures_tables::{bodies, group_table};
use crate::gui::results::narrowed::narrowed_line;
use crate::gui::results::partnership_chart::chart_in_page;
use crate::gui::results::titled::titled;
use crate::gui::theme::{self, S4, S8, S16};
use crate::gui::view::Page;
use crate::gui::widgets::button::empty_state;
use crate::report::portfolio_measures::{
    bodies_for_a_spreadsheet, caution, gaps_for_a_spreadsheet, groups_for_a_spreadsheet, headline,
    largest, missing,
};
use crate::units::id::InputId;

/// The most of the page that the chart takes before its rows scroll by themselves: more topics than a body has.
const CHART_HEIGHT: f32 = 1200.0;

/// Shows the page of the partnerships that are shown.
pub fn measures_page(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    ui.label(theme::figure_text("Measures"));
    ui.add_space(-S4);
    if narrowed_line(ui, page.view, findings) {
        return;
    }
    if findings.partnerships.is_empty() {
        let why = "What share of our budget and our people’s time goes into partnerships, on what, and which of them \
                   lack an agreement or a measure: all of it is worked out from the partnerships of the register.";
        if empty_state(ui, "No partnerships yet", why, "Go to the overview") {
            page.view.show(Page::Overview);
        }
        return;
    }
    let guidance = page.session.guidance();
    let found = kept(ui, "measures", findings, |it| {
        portfolio_measures(it, guidance)
    });
    ScrollArea::vertical()
        .id_salt("measures")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            means(ui, page, findings, &found);
            ui.add_space(S16);
            lacking(ui, page, findings, &found);
            ui.add_space(S16);
            going(ui, page, findings);
            ui.add_space(S16);
        });
}

/// What partnership working takes of each body's budget and pay.
fn means(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Findings, found: &PortfolioMeasures) {
    let basis = page.basis();
    if let Some(said) = headline(found, basis) {
        ui.add(Label::new(theme::heading(said)).wrap());
    }
    let us = findings.register.us().map(|us| us.id);
    for (said, field) in missing(found) {
        if let Some(record) = us
            && ui.link(said).clicked()
        {
            show_input(page.view, &findings.register, InputId { record, field });
            ui.ctx().request_repaint();
        }
    }
    if us.is_none()
        && ui
            .link("Say which partner is us, to see what it takes of our means")
            .clicked()
    {
        page.view.show(Page::Partners);
        ui.ctx().request_repaint();
    }
    ui.add_space(S8);
    let about = format!(
        "Running cost of {}, {}, beside each budget; people’s paid time, without posts that are paid for, beside the pay \
         bill.",
        findings.year,
        basis.label().to_lowercase()
    );
    titled(
        ui,
        ("What it takes of each body’s means", &about),
        "Copy the partners",
        || bodies_for_a_spreadsheet(findings, &found.bodies, basis),
    );
    bodies(ui, page, findings, &found.bodies);
}

/// Which partnerships lack a safeguard.
fn lacking(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Findings,
    found: &PortfolioMeasures,
) {
    titled(
        ui,
        (
            "What partnerships lack",
            "A count opens the list; a name leads to where it is put right. “Not answered” is not “no”.",
        ),
        "Copy the gaps",
        || gaps_for_a_spreadsheet(findings, &found.gaps),
    );
    gaps(ui, page, findings, &found.gaps);
}

/// Where the money and the time go.
fn going(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    let key = eframe::egui::Id::unique("measures by");
    let mut by: GroupBy = ui.data(|data| data.get_temp(key)).unwrap_or(GroupBy::Topic);
    let basis = page.basis();
    heading(ui, "Where the money and the time go", "");
    ui.horizontal(|ui| {
        ui.label("By");
        for it in GroupBy::ALL {
            if ui.selectable_label(by == it, it.label()).clicked() {
                by = it;
                ui.data_mut(|data| data.insert_temp(key, by));
            }
        }
    });
    let name = format!("groups by {}", by.key());
    let found = kept(ui, &name, findings, |it| groups(it, by));
    let chart = Chosen::of_all(CHART.id).filter(|_| by == GroupBy::Topic);
    if chart.is_none()
        && let Some(said) = largest(findings, &found, basis)
    {
        ui.add(Label::new(theme::strong(said)).wrap());
    }
    if let Some(chart) = chart {
        chart_in_page(ui, page, findings, chart, CHART_HEIGHT);
    }
    let button = "Copy the groups";
    let title = format!("By {}", by.label().to_lowercase());
    titled(ui, (&title, caution(by)), button, || {
        groups_for_a_spreadsheet(&found, by, basis)
    });
    group_table(ui, page, findings, &found, by);
}
