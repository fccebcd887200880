//! Who pays, who gains: where each body is left, for whose gain it bears what it bears, and who would pay whom.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::chart::catalogue::Chosen;
use crate::chart::who_pays::CHART;
use crate::findings::findings::Findings;
use crate::findings::stakes::Body;
use crate::findings::who_pays::{WhoPays, who_pays};
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::results::kept::kept;
use crate::gui::results::narrowed::narrowed_line;
use crate::gui::results::partnership_chart::{chart_below_its_finding, chart_in_page};
use crate::gui::results::titled::titled;
use crate::gui::results::who_pays_tables::{borne_by_topic, payments, standings};
use crate::gui::theme::{self, S4, S8, S16};
use crate::gui::view::{Page, Section};
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::icon::Icon;
use crate::report::who_pays::{
    about, beside, headline, left_out, payments_for_a_spreadsheet, standings_for_a_spreadsheet,
    transfers,
};
use crate::session::action::Edit;

/// The most of the page that the chart takes before its rows scroll by themselves: more than twenty bodies.
const CHART_HEIGHT: f32 = 1200.0;

/// Shows the page of the partnerships that are shown.
pub fn who_pays_page(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    ui.label(theme::figure_text("Who pays, who gains"));
    ui.add_space(-S4);
    if narrowed_line(ui, page.view, findings) {
        return;
    }
    let found = kept(ui, "who pays", findings, who_pays);
    if is_empty(ui, page, findings, &found) {
        return;
    }
    ScrollArea::vertical()
        .id_salt("who pays")
        .auto_shrink([false, false])
        .show(ui, |ui| contents(ui, page, findings, &found));
}

/// What to type first, where there is nothing to say yet.
fn is_empty(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Findings, found: &WhoPays) -> bool {
    let first = findings.partnerships.first().map(|it| it.id);
    let (what, why, button, to) = if findings.register.partners.is_empty() {
        (
            "No partners yet",
            "Who pays and who gains is told of the bodies that take part. Name them first, then say who bears each cost \
             and who has each benefit.",
            "Go to the partners",
            Page::Partners,
        )
    } else if found.bearers.is_empty() && !found.is_priced {
        (
            "No costs and no benefits yet",
            "Say of a partnership what it costs, who bears it, and what it brings to whom.",
            "Go to the benefits",
            first.map_or(Page::Overview, Page::Partnership),
        )
    } else {
        return false;
    };
    if empty_state(ui, what, why, button) {
        page.view.show(to);
        page.view.section = Section::Benefits;
    }
    true
}

fn contents(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    findings: &Arc<Findings>,
    found: &Arc<WhoPays>,
) {
    match headline(findings, found) {
        Some(said) => drop(ui.add(Label::new(theme::heading(said)).wrap())),
        None if !found.is_priced => missing(ui, page, findings),
        None => {}
    }
    for said in beside(findings, found) {
        ui.add(Label::new(said).wrap());
    }
    if found.bearers.iter().all(Option::is_none) && !found.bearers.is_empty() {
        warn(
            ui,
            "No cost names who bears it: choose a partner in each line of cost, or none can be told who pays.",
        );
    }
    let left_out = left_out(findings, found);
    if !left_out.is_empty() {
        warn(ui, &left_out.join(" "));
    }
    ui.add_space(S8);
    if let Some(chart) = Chosen::of_all(CHART.id) {
        // Without a headline the chart says what there is to say.
        let show = if headline(findings, found).is_some() {
            chart_below_its_finding
        } else {
            chart_in_page
        };
        show(ui, page, findings, chart, CHART_HEIGHT);
    }
    ui.add_space(S8);
    titled(
        ui,
        (
            "Where each body is left",
            "Present values, who gains most first; each outcome counted once. The balance is what transfers count.",
        ),
        "Copy the bodies",
        || standings_for_a_spreadsheet(findings, found),
    );
    standings(ui, page, findings, found);
    ui.add_space(S16);
    transfers_part(ui, page, findings);
    ui.add_space(S16);
    titled(
        ui,
        ("Who pays for whose gain", &about(findings, found)),
        "Copy every pair",
        || payments_for_a_spreadsheet(findings, found),
    );
    payments(ui, page, findings, found);
    ui.add(
        Label::new(theme::muted(
            "A row is who bears the cost, a column for whose gain: the cost of each partnership is divided as its priced \
             benefits are. Whose benefits of it come to a loss gains nothing, and the loss stands in its net.",
        ))
        .wrap(),
    );
    ui.add_space(S16);
    borne_by_topic(ui, page, findings);
    ui.add_space(S16);
}

/// No benefit has a price: what that means, and the way to type one.
fn missing(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Findings) {
    ui.add(
        Label::new(theme::heading(
            "No benefit has a price yet, so it shows who pays, and nobody’s gain.",
        ))
        .wrap(),
    );
    if let Some(first) = findings.partnerships.first()
        && ui.link("Price a benefit").clicked()
    {
        page.view.show(Page::Partnership(first.id));
        page.view.section = Section::Benefits;
    }
}

fn warn(ui: &mut Ui, said: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S4;
        Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
        ui.add(Label::new(said).wrap());
    });
}

/// Which benefits transfers count, and who would pay whom.
fn transfers_part(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Findings) {
    heading(
        ui,
        "Transfers, so that nobody loses",
        "Each body in deficit receives its deficit, paid by those in surplus in proportion to it. Nothing less would do, \
         and what the public gains is no part of it.",
    );
    let counts_all = page.register().settings.transfers_count_all_fiscal;
    ui.horizontal_wrapped(|ui| {
        ui.label("Transfers count");
        let choices = [
            (false, "Cash-releasing benefits"),
            (true, "All fiscal benefits"),
        ];
        for (all, label) in choices {
            if ui.radio(counts_all == all, label).clicked() && counts_all != all {
                page.edit(Edit::new(
                    "change which benefits transfers count",
                    move |it| {
                        Arc::make_mut(&mut it.settings).transfers_count_all_fiscal = all;
                    },
                ));
            }
        }
    });
    let standings = findings.portfolio.worth.positions.keys();
    let bodies: Vec<Body> = standings.filter_map(|id| id.map(Body::Partner)).collect();
    if bodies.is_empty() {
        ui.label(theme::muted("No partner bears or gains anything yet."));
        return;
    }
    for said in transfers(findings) {
        ui.add(Label::new(said).wrap());
    }
}
