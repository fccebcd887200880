//! The page on doubt: how sure the figures of one partnership, or of all together, are.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::costing::basis::Basis;
use crate::gui::chrome::tabs::tab_row;
use crate::gui::page::PageContext;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::doubt::cases::cases;
use crate::gui::results::doubt::lines::lines;
use crate::gui::results::doubt::pairs::pairs;
use crate::gui::results::doubt::spread::spread;
use crate::gui::results::doubt::subject::{Cases, Subject};
use crate::gui::results::doubt::switching::switching;
use crate::gui::results::doubt::tornado::tornado;
use crate::gui::theme::{self, S4, S8};
use crate::gui::view::{DoubtTab, Page, Section};
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::figure::figure_card;
use crate::gui::widgets::icon::Icon;
use crate::report::uncertainty::{is_weighed, plan, undrawn};
use crate::session::action::Action;
use crate::uncertainty::figure_text::{NONE, short, text};
use crate::uncertainty::likelihood::Likelihood;
use crate::uncertainty::output::Output;
use crate::uncertainty::sensitivity::Tornado;
use crate::uncertainty::simulation::{Plan, Simulated, Simulation};
use crate::uncertainty::statistics::Summary;
use crate::units::display;
use crate::units::id::Id;

/// What was worked out beside the window, and whether it is of the register as it is.
#[derive(Clone, Copy, Default)]
pub struct Beside<'a> {
    /// Of the partnership, or of all together.
    pub subject: Option<(&'a Arc<Subject>, bool)>,
    /// Scenarios and discount rates.
    pub cases: Option<(&'a Arc<Cases>, bool)>,
}

/// Shows the page.
pub fn doubt_page(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    beside: Beside<'_>,
    charts: &mut ChartCache,
) {
    if page.session.has_nothing_to_simulate() && page.register().scenarios.is_empty() {
        ui.label(theme::figure_text("How sure?"));
        let why = "Most figures are estimates. Say between what one may lie, in its own cell – 40..50..75, or 50 ±20% \
                   – and see here what that does to the result, which doubts matter, and how wrong a figure may be \
                   before the answer turns.";
        if empty_state(
            ui,
            "No figure has a range yet",
            why,
            "Go to the first partnership",
        ) {
            go_to_first(page);
        }
        return;
    }
    head(ui, page, beside);
    tabs(ui, page);
    ScrollArea::vertical()
        .id_salt(("doubt", page.view.doubt_tab.label()))
        .auto_shrink([false, false])
        .show(ui, |ui| body(ui, page, beside, charts));
}

fn go_to_first(page: &mut PageContext<'_>) {
    let first = page.register().partnerships.first().map(|it| it.id);
    page.view
        .show(first.map_or(Page::Overview, Page::Partnership));
    page.view.section = Section::Meetings;
}

/// Title, whose doubt it is, the answer in three figures, and how it was drawn.
fn head(ui: &mut Ui, page: &mut PageContext<'_>, beside: Beside<'_>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        ui.label(theme::figure_text("How sure?"));
        subject_choice(ui, page);
        running(ui, page);
    });
    ui.add_space(S4);
    let simulation = page.session.simulation();
    let found = simulation.and_then(|it| of_subject(page, it, beside));
    if let Some(found) = found {
        cards(ui, page, found);
    }
    if let Some(simulation) = simulation {
        let own = beside.subject.filter(|(_, is_current)| *is_current);
        let own = own.and_then(|(it, _)| it.simulated.as_ref());
        let is_own = own
            .zip(found)
            .is_some_and(|(own, found)| std::ptr::eq(own, found));
        let said = how_drawn(page, simulation, found, is_own);
        ui.add(Label::new(theme::muted(said)).wrap());
    }
    ui.add_space(S4);
}

fn subject_choice(ui: &mut Ui, page: &mut PageContext<'_>) {
    let partnerships = &page.register().partnerships;
    let names = partnerships.iter().map(|it| match it.name.trim() {
        "" => "Unnamed partnership",
        name => name,
    });
    let names: Vec<&str> = std::iter::once("All together").chain(names).collect();
    let place = |id: Id| partnerships.iter().position(|it| it.id == id);
    let at = page.view.doubt_of.and_then(place);
    let at = at.map_or(0, |at| at.saturating_add(1));
    let cell = ChoiceCell::new("Whose figures", &names, Some(at)).width(260.0);
    if let (_, Some(at)) = cell.show(ui) {
        let chosen = at.checked_sub(1).and_then(|at| partnerships.get(at));
        page.view.doubt_of = chosen.map(|it| it.id);
    }
}

/// What is under way, and how to stop it or start it again.
fn running(ui: &mut Ui, page: &mut PageContext<'_>) {
    if let Some((done, all)) = page.session.simulation_progress() {
        ui.spinner();
        let said = if page.session.simulation().is_some() {
            "Drawing again"
        } else {
            "Drawing"
        };
        ui.label(theme::muted(format!("{said}: {done} of {all}")));
        if ui.button("Stop").on_hover_text("Stop drawing").clicked() {
            page.actions.push(Action::StopSimulation);
        }
    } else if page.session.is_simulation_stopped() {
        ui.label(theme::muted("Stopped"));
        if ui.button("Draw again").clicked() {
            page.actions.push(Action::SimulateAgain);
        }
    }
}

/// The draws of what is looked at: of one partnership with its years, once they are there.
fn of_subject<'a>(
    page: &PageContext<'_>,
    simulation: &'a Simulation,
    beside: Beside<'a>,
) -> Option<&'a Simulated> {
    let Some(id) = page.view.doubt_of else {
        return Some(&simulation.portfolio);
    };
    let own = beside.subject.filter(|(_, is_current)| *is_current);
    let own = own.and_then(|(it, _)| it.simulated.as_ref());
    own.filter(|it| it.id == Some(id))
        .or_else(|| simulation.partnership(id))
}

fn cards(ui: &mut Ui, page: &PageContext<'_>, it: &Simulated) {
    let unit = page.register().settings.money_unit;
    let range = |output, of: Option<Summary>| match of {
        Some(it) => {
            let of = |value| short(output, value, unit);
            let (low, high) = match (of(it.p10), of(it.p90)) {
                // Two ends that read the same say nothing: then every pound of them.
                (low, high) if low == high => {
                    (text(output, it.p10, unit), text(output, it.p90, unit))
                }
                ends => ends,
            };
            let figure = format!("{low} to {high}");
            (figure, format!("in 8 of 10 draws; median {}", of(it.p50)))
        }
        None => (NONE.to_owned(), "no range moves it".to_owned()),
    };
    let cost = Output::AnnualCost(Basis::Full);
    let (npsv, of_npsv) = range(Output::Npsv, it.npsv);
    let (annual, of_annual) = range(cost, it.annual_cost.full);
    let weighed = weighed(page);
    let width = ((ui.available_width() - 2.0 * S8) / 3.0).max(160.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        let chance = it.is_npsv_above_nought.filter(|_| weighed.is_ok());
        let figure = chance.map_or_else(
            || NONE.to_owned(),
            |it| display::capitalised(&Likelihood::of(&it).in_draws()),
        );
        let note = weighed.clone().err();
        let note = note.unwrap_or_else(|| "the benefits exceed the costs".to_owned());
        let (npsv, of_npsv) = match &weighed {
            Err(why) if page.view.doubt_of.is_some() => (NONE.to_owned(), why.clone()),
            _ => (npsv, of_npsv),
        };
        figure_card(ui, width, "Worth its cost", &figure, &note);
        figure_card(ui, width, "Net present social value", &npsv, &of_npsv);
        figure_card(ui, width, "Annual cost", &annual, &of_annual);
    });
    ui.add_space(S4);
}

/// Whether there is anything to set against the cost.
fn has_benefits(page: &PageContext<'_>) -> bool {
    let Some(findings) = page.findings() else {
        return false;
    };
    let is_priced = |id: Id| {
        let found = findings.partnership(id);
        found.is_some_and(|it| it.appraisal.worth.is_priced)
    };
    match page.view.doubt_of {
        Some(id) => is_priced(id),
        None => findings.partnerships.iter().any(|it| is_priced(it.id)),
    }
}

/// Whether benefits and costs can be weighed; else why not, in a few words.
fn weighed(page: &PageContext<'_>) -> Result<(), String> {
    let Some(findings) = page.findings() else {
        return Err("not worked out yet".to_owned());
    };
    let Some(id) = page.view.doubt_of else {
        let all = findings.partnerships.iter();
        let n = all.filter(|it| !is_weighed(&it.appraisal.worth)).count();
        let of = findings.partnerships.len();
        return match n {
            0 => Ok(()),
            n => Err(format!("{n} of {of} cannot be weighed yet")),
        };
    };
    match findings.partnership(id).map(|it| &it.appraisal.worth) {
        Some(worth) if is_weighed(worth) => Ok(()),
        Some(worth) if worth.is_priced => Err("a cost is not known".to_owned()),
        _ => Err("no benefit has a price".to_owned()),
    }
}

/// `10,000 draws, seed 1, 137 inputs with a range`; of which state, and what is not drawn.
fn how_drawn(
    page: &PageContext<'_>,
    simulation: &Simulation,
    found: Option<&Simulated>,
    is_own: bool,
) -> String {
    let n_ranged = found.map_or(simulation.n_ranged, |it| it.n_ranged);
    // What was drawn of one partnership by itself is of the register as it is.
    let plan_of = if is_own {
        Plan::of(&page.register().settings)
    } else {
        simulation.plan
    };
    let mut said = format!("{}.", display::capitalised(&plan(plan_of, n_ranged)));
    if page.session.is_simulation_stale() && !is_own {
        said.push_str(" Of the register before the last change.");
    }
    if let Some(central) = central(page) {
        said.push_str(" With every figure at its central value: net ");
        said.push_str(&central);
        said.push('.');
    }
    if let Some(why) = undrawn(found.map_or(0, |it| it.n_undrawn)) {
        said.push(' ');
        said.push_str(&display::capitalised(&why));
    }
    said
}

/// The net present social value that every other page shows.
fn central(page: &PageContext<'_>) -> Option<String> {
    weighed(page).ok()?;
    let findings = page.findings()?;
    let npsv = match page.view.doubt_of {
        Some(id) => findings.partnership(id)?.appraisal.worth.npsv,
        None => findings.portfolio.worth.npsv,
    };
    Some(display::money_short_in(npsv, findings.money_unit()))
}

fn tabs(ui: &mut Ui, page: &mut PageContext<'_>) {
    let tabs = DoubtTab::ALL.map(|it| (it, it.label()));
    if let Some(chosen) = tab_row(ui, &tabs, page.view.doubt_tab) {
        page.view.doubt_tab = chosen;
    }
}

fn body(ui: &mut Ui, page: &mut PageContext<'_>, beside: Beside<'_>, charts: &mut ChartCache) {
    match page.view.doubt_tab {
        DoubtTab::Spread => {
            let simulation = page.session.simulation();
            match simulation.and_then(|it| of_subject(page, it, beside)) {
                Some(it) => spread(ui, page, it, has_benefits(page), charts),
                None => waiting(ui, page),
            }
        }
        DoubtTab::Partnerships => partnerships(ui, page),
        DoubtTab::Scenarios | DoubtTab::Rates => {
            let Some((found, is_current)) = beside.cases else {
                ui.spinner();
                return;
            };
            older(ui, is_current);
            let subject = page.view.doubt_of;
            if page.view.doubt_tab == DoubtTab::Rates {
                let note = "Every year and every benefit at one rate. As it is: the guidance’s own schedules, unless \
                            the settings name a rate.";
                cases(ui, page, &found.rates, subject, note);
            } else if found.scenarios.len() < 2 {
                let why = "A scenario takes some figures otherwise, all at once: a pay settlement, a partner that \
                           leaves, a slow start. Name one, and it stands here beside the register as it is.";
                if empty_state(ui, "No scenario yet", why, "Go to the scenarios") {
                    page.view.show(Page::Scenarios);
                }
            } else {
                let note = "Each worked out whole; nothing of the register changes.";
                cases(ui, page, &found.scenarios, subject, note);
            }
        }
        DoubtTab::Tornado | DoubtTab::Switching | DoubtTab::Pairs => {
            let Some((found, is_current)) = beside.subject else {
                if page.session.has_nothing_to_simulate() && page.view.doubt_of.is_none() {
                    waiting(ui, page);
                } else {
                    ui.spinner();
                }
                return;
            };
            older(ui, is_current);
            match (page.view.doubt_tab, page.view.doubt_of) {
                (DoubtTab::Tornado, _) => {
                    let drawn = if has_benefits(page) {
                        Output::Npsv
                    } else {
                        Output::AnnualCost(Basis::Full)
                    };
                    let shown = found.tornadoes.iter();
                    let is_shown =
                        |it: &&Tornado| drawn == Output::Npsv || it.output != Output::Npsv;
                    let shown: Vec<&Tornado> = shown.filter(is_shown).collect();
                    tornado(ui, page, &shown, charts, drawn);
                }
                (_, None) => {
                    let said =
                        "Choose a partnership above: this is looked at one partnership at a time.";
                    ui.add(Label::new(said).wrap());
                }
                (DoubtTab::Switching, Some(_)) => {
                    let has_benefits = has_benefits(page);
                    switching(ui, page, &found.switching, has_benefits);
                }
                (_, Some(id)) => pairs(ui, page, id, &found.switching),
            }
        }
    }
}

/// Says that what is below is of an earlier state.
fn older(ui: &mut Ui, is_current: bool) {
    if is_current {
        return;
    }
    ui.horizontal(|ui| {
        Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
        ui.label(theme::muted(
            "Of the register before the last change; being worked out again.",
        ));
    });
}

fn waiting(ui: &mut Ui, page: &PageContext<'_>) {
    if page.session.has_nothing_to_simulate() {
        let said = "No figure has a range yet. Type one in its own cell: 40..50..75, or 50 ±20%.";
        ui.add(Label::new(said).wrap());
    } else if page.session.simulation_progress().is_some() {
        ui.label(theme::muted("Drawing…"));
    }
}

/// Every partnership in a line; one is opened by its row.
fn partnerships(ui: &mut Ui, page: &mut PageContext<'_>) {
    let Some(simulation) = page.session.simulation() else {
        waiting(ui, page);
        return;
    };
    let register = page.register();
    let unit = register.settings.money_unit;
    let rows: Vec<Vec<String>> = simulation
        .partnerships
        .iter()
        .map(|it| {
            let partnership = it.id.and_then(|id| register.partnership(id));
            let name = partnership.map_or_else(String::new, |it| it.name.clone());
            let end = |output, of: Option<Summary>, end: fn(&Summary) -> f64| {
                of.map_or_else(|| NONE.to_owned(), |it| text(output, end(&it), unit))
            };
            let cost = Output::AnnualCost(Basis::Full);
            let found = it.id.and_then(|id| page.findings()?.partnership(id));
            let is_weighed = found.is_some_and(|it| is_weighed(&it.appraisal.worth));
            let npsv = it.npsv.filter(|_| is_weighed);
            let share = it.is_npsv_above_nought.filter(|_| is_weighed);
            vec![
                name,
                end(cost, it.annual_cost.full, |it| it.p10),
                end(cost, it.annual_cost.full, |it| it.p90),
                end(Output::Npsv, npsv, |it| it.p10),
                end(Output::Npsv, npsv, |it| it.p90),
                share.map_or_else(|| NONE.to_owned(), |it| Likelihood::of(&it).cell()),
            ]
        })
        .collect();
    let headers = [
        "Partnership",
        "Annual cost P10",
        "P90",
        "Net value P10",
        "P90 ",
        "Worth its cost",
    ];
    let opened = lines(ui, "Every partnership", &headers, &rows, f32::INFINITY);
    if let Some(it) = opened.and_then(|row| simulation.partnerships.get(row)) {
        page.view.doubt_of = it.id;
        page.view.doubt_tab = DoubtTab::Spread;
        ui.ctx().request_repaint();
    }
}
