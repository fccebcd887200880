//! The page on overlaps: pairs and groups of partnerships that do the same work with the same people.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Context, Frame, Id as EguiId, Label, Margin, Panel, Ui};

use crate::findings::findings::Findings;
use crate::findings::overlap::similarity::{SLIGHT, SOME, STRONG, Score};
use crate::findings::overlap::{MOST_SHOWN, Overlaps, Search, overlaps};
use crate::gui::aside::Aside;
use crate::gui::page::PageContext;
use crate::gui::results::overlaps::pair_panel::{group_panel, pair_panel};
use crate::gui::results::overlaps::table::{STRONGEST_FIRST, groups, order, pairs};
use crate::gui::theme::{self, S4, S8, S12};
use crate::gui::view::Page;
use crate::gui::widgets::button::empty_state;
use crate::gui::widgets::grid::column::Sort;
use crate::report::overlap::{METHOD, for_a_spreadsheet, headline, left_out, percent};
use crate::session::session::Session;
use crate::units::display;
use crate::units::id::Id;

/// What is worked out for the page.
pub(crate) type OverlapsAside = Aside<Overlaps, Search>;

/// The answer that is at hand, and how the next one is coming along.
pub(crate) struct Answer {
    found: Option<Arc<Overlaps>>,
    is_current: bool,
    is_under_way: bool,
    progress: Option<(u32, u32)>,
}

/// What the user asks of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// To end.
    Stop,
    /// To be made after all.
    Again,
}

/// What is chosen on the page.
#[derive(Clone, Copy)]
struct Choice {
    least: Score,
    shows_groups: bool,
    sort: Sort,
    pair: Option<(Id, Id)>,
    group: Option<usize>,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            least: SOME,
            shows_groups: false,
            sort: STRONGEST_FIRST,
            pair: None,
            group: None,
        }
    }
}

fn key() -> EguiId {
    EguiId::unique("overlaps page")
}

fn choice(ctx: &Context) -> Choice {
    ctx.data(|data| data.get_temp(key())).unwrap_or_default()
}

/// Finds what the page shows: of all, or of the partnerships that the filter keeps.
pub(crate) fn find(
    ctx: &Context,
    session: &Session,
    aside: &mut OverlapsAside,
    shown: Option<&Findings>,
) -> Answer {
    let only = shown.filter(|it| it.narrowed.is_some()).map(|it| {
        let kept = it.partnerships.iter().map(|it| it.id);
        kept.collect::<BTreeSet<Id>>()
    });
    let search = Search {
        least: choice(ctx).least,
        most: MOST_SHOWN,
        only,
    };
    let asked = search.clone();
    let found = aside.watched(
        ctx,
        session,
        &search,
        move |register, guidance, question, watch| {
            let (progress, stop) = (&watch.progress, &watch.stop);
            overlaps(register, guidance, question, &asked, progress, stop)
        },
    );
    let (found, is_current) = found.map_or((None, false), |(it, is)| (Some(it), is));
    Answer {
        found,
        is_current,
        is_under_way: aside.is_under_way(),
        progress: aside.progress(ctx),
    }
}

/// Shows the page.
pub(crate) fn overlaps_page(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    shown: Option<&Findings>,
    answer: &Answer,
) -> Option<Asked> {
    if page.register().partnerships.len() < 2 {
        let why = "Bodies that keep adding partnerships soon have several that do the same work with the same people. \
                   With two or more in the register, this page finds them by members, words, seats and objectives, and \
                   says what merging their meetings would save.";
        if empty_state(ui, "Nothing to compare yet", why, "Go to the overview") {
            page.view.show(Page::Overview);
        }
        return None;
    }
    let mut choice = choice(ui.ctx());
    let found = answer.found.as_deref();
    let head = found.map_or_else(|| "Comparing all partnerships…".to_owned(), headline);
    ui.add(Label::new(theme::heading(head)).wrap());
    let mut notes = Vec::new();
    if let Some(narrowed) = shown.and_then(|it| it.narrowed.as_ref()) {
        notes.push(format!("Pairs with at least one of: {}.", narrowed.words));
    }
    notes.extend(found.and_then(left_out));
    if !notes.is_empty() {
        ui.add(Label::new(theme::muted(notes.join(" "))).wrap());
    }
    ui.add_space(S4);
    let asked = controls(ui, page, answer, &mut choice);
    ui.add_space(S4);
    match found {
        Some(found) if found.pairs.is_empty() => nothing(ui, page, found, &mut choice),
        Some(found) => lists(ui, page, found, &mut choice),
        None => {}
    }
    ui.data_mut(|data| data.insert_temp(key(), choice));
    asked
}

fn controls(
    ui: &mut Ui,
    page: &PageContext<'_>,
    answer: &Answer,
    choice: &mut Choice,
) -> Option<Asked> {
    let row = ui.horizontal_wrapped(|ui| {
        for (least, text) in [(STRONG, "Strong"), (SOME, "Some"), (SLIGHT, "Slight")] {
            let percent = percent(least);
            let label =
                ui.selectable_label(choice.least == least, format!("{text}, {percent} and more"));
            if label.clicked() && choice.least != least {
                choice.least = least;
                choice.group = None;
                ui.ctx().request_repaint();
            }
        }
        ui.add_space(S12);
        if let Some(found) = answer.found.as_deref() {
            let n_groups = display::count_figure(found.groups.len());
            let groups = format!("Groups ({n_groups})");
            for (is_groups, text) in [(false, "Pairs"), (true, groups.as_str())] {
                let is_free = !is_groups || !found.groups.is_empty();
                let label = ui.add_enabled_ui(is_free, |ui| {
                    let is_chosen = (choice.shows_groups && is_free) == is_groups;
                    ui.selectable_label(is_chosen, text).clicked()
                });
                if label.inner {
                    choice.shows_groups = is_groups;
                }
            }
            ui.add_space(S12);
            let copy = ui
                .button("Copy for a spreadsheet")
                .on_hover_text("Copies the pairs that are listed, with exact figures between tabs");
            if copy.clicked() {
                let rows = order(found, page.basis(), choice.sort);
                let pairs = rows.into_iter().filter_map(|at| found.pairs.get(at));
                ui.ctx().copy_text(for_a_spreadsheet(pairs, page.basis()));
            }
        }
        under_way(ui, answer)
    });
    row.inner
}

/// How the answer is coming along, and how to stop it or start it again.
fn under_way(ui: &mut Ui, answer: &Answer) -> Option<Asked> {
    if let Some((done, all)) = answer.progress {
        ui.add_space(S12);
        ui.spinner();
        let percent = done.saturating_mul(100).checked_div(all).unwrap_or(0);
        ui.label(theme::muted(format!("Comparing: {percent}%")));
        let cancel = ui
            .button("Cancel")
            .on_hover_text("Stop comparing; what is listed stays");
        return cancel.clicked().then_some(Asked::Stop);
    }
    if answer.is_under_way || answer.is_current {
        return None;
    }
    ui.add_space(S12);
    ui.label(theme::muted("Stopped"));
    let again = ui.button("Compare again");
    again.clicked().then_some(Asked::Again)
}

fn nothing(ui: &mut Ui, page: &mut PageContext<'_>, found: &Overlaps, choice: &mut Choice) {
    let why = "No two partnerships share as much as that, of what is typed. Overlaps show once members are named, it is \
               said what each is about, and who attends its meetings.";
    if choice.least > SLIGHT {
        if empty_state(ui, "No overlaps here", why, "Look for slight ones too") {
            choice.least = SLIGHT;
            ui.ctx().request_repaint();
        }
    } else if found.n_blank > 0 {
        if empty_state(ui, "No overlaps found", why, "Go to the overview") {
            page.view.show(Page::Overview);
        }
    } else {
        ui.label(theme::muted(why));
    }
}

fn lists(ui: &mut Ui, page: &mut PageContext<'_>, found: &Overlaps, choice: &mut Choice) {
    let shows_groups = choice.shows_groups && !found.groups.is_empty();
    let pair = choice.pair.filter(|_| !shows_groups);
    let pair = pair.and_then(|ids| found.pairs.iter().find(|it| (it.a.id, it.b.id) == ids));
    let group = choice.group.filter(|_| shows_groups);
    let group = group.and_then(|at| found.groups.get(at));
    let is_wide = ui.ctx().content_rect().width() > 1100.0;
    let has_panel = pair.is_some() || group.is_some();
    if has_panel {
        let frame = Frame::new()
            .fill(theme::palette(ui).panel)
            .inner_margin(Margin::same(12));
        Panel::right("overlap")
            .frame(frame)
            .resizable(true)
            .default_size(if is_wide { 336.0 } else { 288.0 })
            .size_range(264.0..=480.0)
            .show(ui, |ui| {
                if pair.is_some_and(|it| pair_panel(ui, page, found, it)) {
                    choice.pair = None;
                }
                if group.is_some_and(|it| group_panel(ui, page, it)) {
                    choice.group = None;
                }
            });
    }
    if !has_panel {
        Panel::bottom("how overlaps are found")
            .frame(Frame::new().inner_margin(Margin::symmetric(0, 4)))
            .show_separator_line(false)
            .show(ui, |ui| {
                ui.add(Label::new(theme::small(METHOD)).wrap());
            });
    }
    if shows_groups {
        let output = groups(ui, found, group.and(choice.group));
        choice.group = output.picked.or(choice.group);
    } else {
        let selected = pair.map(|it| (it.a.id, it.b.id));
        let output = pairs(ui, found, page.basis(), choice.sort, selected);
        choice.sort = output.sort.unwrap_or(choice.sort);
        let picked = output.picked.and_then(|at| found.pairs.get(at));
        choice.pair = picked.map(|it| (it.a.id, it.b.id)).or(choice.pair);
    }
    ui.add_space(S8);
}
