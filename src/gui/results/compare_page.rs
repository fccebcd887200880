//! The page that puts a few partnerships side by side: who, how they differ in words, their figures, and a chart.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Id as EguiId, Label, ScrollArea, Ui, Vec2};

use crate::chart::catalogue::{CHARTS, Chosen};
use crate::chart::comparison;
use crate::costing::basis::Basis;
use crate::findings::comparison::comparison as compare;
use crate::findings::findings::Findings;
use crate::gui::commands::Command;
use crate::gui::doubts::DoubtsAtHand;
use crate::gui::results::chart_cache::ChartCache;
use crate::gui::results::chart_panel::{ChartOutput, chart_panel};
use crate::gui::results::compare_table::compare_table;
use crate::gui::theme::{S4, S8, S12, heading, muted};
use crate::gui::view::{MOST_COMPARED, Page, View};
use crate::gui::widgets::button::{empty_state, starts};
use crate::gui::widgets::entry_paint::allocate;
use crate::gui::widgets::pick_cell::{NONE, PickCell};
use crate::report::comparison::differences;
use crate::report::comparison_table::{ComparedRow, compared_rows};
use crate::report::summary::name_text;
use crate::units::id::Id;

/// What the page says, kept while nothing of it changes.
#[derive(Clone)]
struct Kept {
    of: Arc<Findings>,
    basis: Basis,
    ids: Vec<Id>,
    doubts: DoubtsAtHand,
    said: Arc<Vec<String>>,
    rows: Arc<Vec<ComparedRow>>,
    order: Vec<Id>,
}

/// Shows the page. `findings` are of the whole register, `compared` of those that are compared.
pub fn compare_page(
    ui: &mut Ui,
    (findings, compared): (&Arc<Findings>, &Arc<Findings>),
    view: &mut View,
    (charts, doubts): (&mut ChartCache, &DoubtsAtHand),
) -> Option<Command> {
    view.compared
        .retain(|id| findings.partnership(*id).is_some());
    if findings.partnerships.len() < 2 {
        let why = "Side by side, two partnerships show where the money, the hours and the results differ. The register needs \
                   two for that.";
        return empty_state(ui, "Nothing to compare yet", why, "Add a partnership")
            .then_some(Command::AddPartnership);
    }
    let mut asked = None;
    ui.spacing_mut().item_spacing.y = S4;
    pickers(ui, findings, view);
    ui.add_space(S8);
    if view.compared.len() < 2 {
        start(ui, findings, view);
        if view.compared.len() > 1 {
            // What was chosen is shown in the next frame.
            ui.ctx().request_repaint();
        }
        return None;
    }
    let kept = kept(ui, findings, view, doubts);
    ScrollArea::vertical()
        .id_salt("comparison")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.label(heading("How they differ"));
            ui.label(muted(format!(
                "{} · {}{}",
                view.basis.label(),
                findings.year,
                if findings.is_illustrative {
                    " · illustrative figures"
                } else {
                    ""
                }
            )));
            ui.add_space(S4);
            for said in kept.said.iter() {
                ui.add(Label::new(said.as_str()).wrap());
            }
            ui.add_space(S12);
            let names: Vec<(Id, String)> = kept
                .order
                .iter()
                .filter_map(|id| Some((*id, name_text(findings.partnership(*id)?))))
                .collect();
            let output = compare_table(ui, &names, &kept.rows);
            if let Some(figure) = output.explained {
                view.explained = Some(figure);
            }
            asked = output.opened.map(|id| Command::Show(Page::Partnership(id)));
            ui.add_space(S12);
            asked = asked.take().or(chart(ui, compared, view, charts, doubts));
        });
    asked
}

fn chart(
    ui: &mut Ui,
    compared: &Arc<Findings>,
    view: &View,
    charts: &mut ChartCache,
    doubts: &DoubtsAtHand,
) -> Option<Command> {
    let at = CHARTS
        .iter()
        .position(|kind| kind.id == comparison::CHART.id)?;
    let chart = charts.chosen(compared, view.basis, Chosen::OfAll(at), doubts)?;
    // The page scrolls as a whole; the chart has the room of its rows, so that it need not scroll inside it.
    let n_rows = f32::from(u8::try_from(view.compared.len()).unwrap_or(4));
    let height = 290.0 + 90.0 * n_rows;
    let room = Vec2::new(ui.available_width(), height);
    let shown = ui.allocate_ui(room, |ui| {
        ui.set_min_height(height);
        chart_panel(ui, at, &chart)
    });
    let ChartOutput { opened, asked } = shown.inner;
    asked.or(opened.map(|id| Command::Show(Page::Partnership(id))))
}

/// The places for partnerships: each typed or picked from the list.
fn pickers(ui: &mut Ui, findings: &Findings, view: &mut View) {
    const PLACES: [&str; MOST_COMPARED] = [
        "First partnership",
        "Second partnership",
        "Third partnership",
        "Fourth partnership",
    ];
    let n_places = view
        .compared
        .len()
        .saturating_add(1)
        .clamp(2, MOST_COMPARED);
    let width: f32 = 232.0;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = S8;
        ui.label(muted("Compare"));
        for (at, place) in PLACES.into_iter().enumerate().take(n_places) {
            let held = view.compared.get(at).copied();
            let choices: Vec<Id> = findings
                .partnerships
                .iter()
                .map(|it| it.id)
                .filter(|id| Some(*id) == held || !view.compared.contains(id))
                .collect();
            let named = |id: Id| {
                let it = findings.partnership(id);
                it.map_or_else(String::new, name_text)
            };
            let names = || {
                let all = choices.iter().map(|id| named(*id));
                let all: Vec<String> = all.collect();
                let mut n_of: BTreeMap<&str, usize> = BTreeMap::new();
                for name in &all {
                    let n = n_of.entry(name).or_default();
                    *n = n.saturating_add(1);
                }
                let unique = all.iter().zip(&choices).map(|(name, id)| {
                    // Two of one name are told apart by their ids.
                    match n_of.get(name.as_str()) {
                        Some(n) if *n > 1 => format!("{name} ({id})"),
                        _ => name.clone(),
                    }
                });
                std::iter::once(NONE.to_owned()).chain(unique).collect()
            };
            let chosen = held.map(named).unwrap_or_default();
            let rect = allocate(ui, width.min(ui.available_width().max(120.0)));
            let cell = PickCell::new(place, &chosen, "partnership", &names);
            let cell = cell.placeholder(if at < 2 {
                "choose"
            } else {
                "another, if you like"
            });
            let id = EguiId::unique(("compared", at));
            let (_, picked) = cell.show_in(ui, id, rect);
            let Some(picked) = picked else { continue };
            let id = picked
                .checked_sub(1)
                .and_then(|at| choices.get(at))
                .copied();
            match (id, held) {
                (Some(id), Some(_)) => {
                    if let Some(place) = view.compared.get_mut(at) {
                        *place = id;
                    }
                }
                (Some(id), None) => view.compared.push(id),
                (None, Some(held)) => view.compared.retain(|it| *it != held),
                (None, None) => {}
            }
        }
    });
}

/// What the page is for, and the comparisons that are most often wanted.
fn start(ui: &mut Ui, findings: &Findings, view: &mut View) {
    let basis = view.basis;
    let why = "Choose two to four partnerships above. Their figures then stand side by side, the differences are put in words, \
               and only gaps wider than what is not known are called out.";
    let dearest = findings.portfolio.dearest.get(basis);
    let called = findings.partnerships.iter().find_map(|it| {
        let better = findings.called_out(it.id, basis)?;
        Some([it.id, better.id])
    });
    match called {
        Some(pair) => match starts(
            ui,
            "Nothing chosen yet",
            why,
            [
                "Compare the two dearest",
                "Compare one that costs more and scores less with its better",
            ],
        ) {
            Some(0) => view.compared = dearest.iter().take(2).copied().collect(),
            Some(_) => view.compared = pair.to_vec(),
            None => {}
        },
        None => {
            if empty_state(ui, "Nothing chosen yet", why, "Compare the two dearest") {
                view.compared = dearest.iter().take(2).copied().collect();
            }
        }
    }
}

fn kept(ui: &Ui, findings: &Arc<Findings>, view: &View, doubts: &DoubtsAtHand) -> Kept {
    let key = EguiId::unique("comparison");
    let before: Option<Kept> = ui.data(|data| data.get_temp(key));
    if let Some(kept) = before
        && Arc::ptr_eq(&kept.of, findings)
        && kept.basis == view.basis
        && kept.ids == view.compared
        && kept.doubts.is_same(doubts)
    {
        return kept;
    }
    let (basis, at_hand) = (view.basis, doubts.of(None));
    let order = compare(findings, &view.compared, basis).order;
    let kept = Kept {
        of: Arc::clone(findings),
        basis,
        ids: view.compared.clone(),
        doubts: doubts.clone(),
        said: Arc::new(differences(findings, &order, basis, at_hand)),
        rows: Arc::new(compared_rows(findings, &order, basis, at_hand)),
        order,
    };
    ui.data_mut(|data| data.insert_temp(key, kept.clone()));
    kept
}
