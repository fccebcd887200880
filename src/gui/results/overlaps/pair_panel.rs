//! Beside the list: what two share and what only one has, what fewer meetings would save, and what to do next.

use eframe::egui::{Align, Label, Layout, ScrollArea, Ui};

use crate::findings::filter::Filter;
use crate::findings::merging::Merging;
use crate::findings::overlap::similarity::Aspect;
use crate::findings::overlap::{Evidence, Group, Overlap, Overlaps, Side};
use crate::gui::page::PageContext;
use crate::gui::results::overlaps::options::{add_option, has_option};
use crate::gui::theme::{S4, S8, heading, muted, small, strong};
use crate::gui::view::{Page, Section};
use crate::gui::widgets::button::primary_button;
use crate::gui::widgets::icon::{Icon, icon_button};
use crate::report::overlap::{METHOD, UPPER_VIEW, merger, percent, saving, statutory, strength};
use crate::units::display;

/// Shows one pair; true where it is to be closed.
pub(super) fn pair_panel(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    found: &Overlaps,
    pair: &Overlap,
) -> bool {
    let is_closed = top(
        ui,
        &format!("{} overlap, {}", pair.score.word(), percent(pair.score)),
        "Close pair",
    );
    scrolled(ui, |ui| {
        for side in pair.sides() {
            side_link(ui, page, side);
        }
        if let Some(law) = statutory(pair) {
            ui.add_space(S4);
            wrapped(ui, strong(law));
        }
        savings(ui, page, found, pair);
        next_steps(ui, page, pair);
        for aspect in Aspect::ALL {
            match pair.evidence.iter().find(|it| it.aspect == aspect) {
                Some(evidence) => one_aspect(ui, pair, evidence),
                None => {
                    title(ui, &format!("{}, not known", aspect.label()));
                    wrapped(
                        ui,
                        muted("One of the two has none typed, so they do not count."),
                    );
                }
            }
        }
        ui.add_space(S8);
        wrapped(ui, small(METHOD));
    });
    is_closed
}

/// Shows one group; true where it is to be closed.
pub(super) fn group_panel(ui: &mut Ui, page: &mut PageContext<'_>, group: &Group) -> bool {
    let n = group.partnerships.len();
    let is_closed = top(ui, &format!("{n} partnerships"), "Close group");
    scrolled(ui, |ui| {
        let least = strength(group.weakest);
        wrapped(
            ui,
            muted(format!(
                "Every two of them overlap; the two least alike: {least}."
            )),
        );
        ui.add_space(S4);
        for side in &group.partnerships {
            side_link(ui, page, side);
        }
        ui.add_space(S8);
        if primary_button(ui, "Show these alone").clicked() {
            let ids = group.partnerships.iter().map(|it| it.id);
            page.view.filter = Filter::only(ids);
            page.view.show(Page::Overview);
            ui.ctx().request_repaint();
        }
        wrapped(
            ui,
            small("The overview then shows what these cost and achieve together."),
        );
        for (aspect, names) in &group.in_all {
            title(ui, &format!("{}: what all have", aspect.label()));
            wrapped(ui, muted(listed(names)));
        }
    });
    is_closed
}

fn top(ui: &mut Ui, text: &str, close: &str) -> bool {
    ui.horizontal(|ui| {
        ui.label(heading(text));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            icon_button(ui, Icon::Cross, close).clicked()
        })
        .inner
    })
    .inner
}

fn scrolled(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt("overlap panel")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = S4;
            contents(ui);
            ui.add_space(S8);
        });
}

/// The name of a partnership, which opens it.
fn side_link(ui: &mut Ui, page: &mut PageContext<'_>, side: &Side) {
    let link = ui.link(strong(&side.name)).on_hover_text("Open it");
    if side.is_statutory {
        wrapped(ui, small("The law requires it"));
    }
    if link.clicked() {
        page.view.show(Page::Partnership(side.id));
        page.view.section = Section::Profile;
        ui.ctx().request_repaint();
    }
}

fn one_aspect(ui: &mut Ui, pair: &Overlap, it: &Evidence) {
    let percent = percent(it.similarity);
    title(ui, &format!("{}, {percent} alike", it.aspect.label()));
    let parts = [
        ("Both", &it.both),
        (pair.a.name.as_str(), &it.only_a),
        (pair.b.name.as_str(), &it.only_b),
    ];
    for (at, (who, names)) in parts.into_iter().enumerate() {
        if names.is_empty() {
            continue;
        }
        let only = if at == 0 { "" } else { "Only " };
        let names = listed(names);
        let text = format!("{only}{who}: {names}");
        if at == 0 {
            ui.add(Label::new(text).wrap());
        } else {
            wrapped(ui, muted(text));
        }
    }
}

fn savings(ui: &mut Ui, page: &PageContext<'_>, found: &Overlaps, pair: &Overlap) {
    let (basis, unit) = (page.basis(), found.money_unit);
    if let Some(merging) = &pair.merging {
        title(ui, "If their meetings were merged");
        wrapped(ui, sentence(&saving(&merging.saving, basis, unit)));
        wrapped(ui, muted(merger(pair, merging)));
        wrapped(ui, small(UPPER_VIEW));
    }
    let halved = pair
        .sides()
        .into_iter()
        .filter_map(|it| Some((it, found.halving.get(&it.id)?)));
    let halved: Vec<_> = halved.collect();
    if !halved.is_empty() {
        title(ui, "If one met half as often");
    }
    for (side, it) in halved {
        let said = saving(it, basis, unit);
        wrapped(ui, format!("{}: {said}.", side.name));
    }
}

/// What to do about it: weigh the merger, look at both side by side, try fewer or shorter meetings.
fn next_steps(ui: &mut Ui, page: &mut PageContext<'_>, pair: &Overlap) {
    ui.add_space(S8);
    let (a, b) = (pair.a.id, pair.b.id);
    ui.horizontal_wrapped(|ui| {
        if let Some(merging) = &pair.merging {
            merge_button(ui, page, pair, merging);
        }
        let compare = ui.button("Compare");
        if compare.on_hover_text("Both side by side").clicked() {
            page.view.compared = vec![a, b];
            page.view.show(Page::Compare);
            ui.ctx().request_repaint();
        }
        let levers = ui.button("Try in levers");
        let hint = "What fewer, shorter or smaller meetings of both would save";
        if levers.on_hover_text(hint).clicked() {
            page.view.levers.chosen = Some([a, b].into());
            page.view.show(Page::Levers);
            ui.ctx().request_repaint();
        }
    });
}

fn merge_button(ui: &mut Ui, page: &mut PageContext<'_>, pair: &Overlap, merging: &Merging) {
    if has_option(page.register(), merging) {
        let options = ui.button("Show its options");
        if options
            .on_hover_text("The merger is among them already")
            .clicked()
        {
            show_options(ui, page, merging);
        }
        return;
    }
    let add = primary_button(ui, "Add “merge” as an option");
    let hint = "To the partnership whose meetings would end, to be weighed beside the others";
    if add.on_hover_text(hint).clicked() {
        page.edit(add_option(pair, merging));
    }
}

fn show_options(ui: &mut Ui, page: &mut PageContext<'_>, merging: &Merging) {
    page.view.show(Page::Partnership(merging.ends));
    page.view.section = Section::Options;
    ui.ctx().request_repaint();
}

fn title(ui: &mut Ui, text: &str) {
    ui.add_space(S8);
    ui.label(strong(text));
}

fn wrapped(ui: &mut Ui, text: impl Into<eframe::egui::WidgetText>) {
    ui.add(Label::new(text).wrap());
}

fn listed(names: &[String]) -> String {
    names.join(" · ")
}

fn sentence(text: &str) -> String {
    format!("{}.", display::capitalised(text))
}
