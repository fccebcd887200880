//! The line above what is shown of many partnerships: which of them, how many, and the way back to all.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{ComboBox, Id as EguiId, TextEdit, Ui, WidgetInfo, vec2};

use crate::findings::facets::{Facets, facets};
use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::gui::theme::{S4, S8, muted};
use crate::gui::widgets::button::empty_state;
use crate::model::record_name::partner_name;
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::Id;

/// The choices of a filter, kept while neither it nor the findings change.
#[derive(Clone)]
struct Kept {
    of: Arc<Findings>,
    filter: Filter,
    facets: Arc<Facets>,
}

/// Shows the bar: `all` are the findings of the whole register, `n_shown` is how many of them the filter keeps.
pub fn filter_bar(ui: &mut Ui, all: &Arc<Findings>, n_shown: usize, filter: &mut Filter) {
    let found = choices(ui, all, filter);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(S8, S4);
        search(ui, filter);
        model(ui, &found, filter);
        topic(ui, &found, filter);
        partner(ui, &found, filter, &all.register);
        statutory(ui, &found, filter);
        if let Some(only) = &filter.only {
            let n = display::count_figure(only.len());
            let chip = ui
                .button(format!("Selection: {n} ×"))
                .on_hover_text("Show more than what was selected");
            chip.widget_info(|| {
                let name = format!("Selection of {n}, remove");
                WidgetInfo::labeled(Role::Button, true, name)
            });
            if chip.clicked() {
                filter.only = None;
            }
        }
        if filter.is_everything() {
            let n = display::count(n_shown, "partnership", "partnerships");
            ui.label(muted(n));
            return;
        }
        let n = display::count_figure(n_shown);
        let whole = display::count_figure(all.partnerships.len());
        ui.label(format!("{n} of {whole} shown"));
        if ui.button("Show all").clicked() {
            *filter = Filter::default();
        }
    });
}

/// What stands where the filter keeps nobody, with the way back.
pub fn nothing_fits(ui: &mut Ui, findings: &Findings, filter: &mut Filter) {
    let words = filter.in_words(&findings.register);
    let why = format!("No partnership fits all of this at once: {words}.");
    if empty_state(ui, "Nothing fits", &why, "Show all") {
        *filter = Filter::default();
    }
}

fn choices(ui: &Ui, all: &Arc<Findings>, filter: &Filter) -> Arc<Facets> {
    let key = EguiId::unique("choices of the filter");
    let kept: Option<Kept> = ui.data(|data| data.get_temp(key));
    if let Some(kept) = kept
        && Arc::ptr_eq(&kept.of, all)
        && kept.filter == *filter
    {
        return kept.facets;
    }
    let facets = Arc::new(facets(all, filter));
    let kept = Kept {
        of: Arc::clone(all),
        filter: filter.clone(),
        facets: Arc::clone(&facets),
    };
    ui.data_mut(|data| data.insert_temp(key, kept));
    facets
}

fn search(ui: &mut Ui, filter: &mut Filter) {
    let field = TextEdit::singleline(&mut filter.search)
        .id_salt("filter by words")
        .hint_text("Name, model or topic…")
        .desired_width(168.0)
        .margin(vec2(S8, S4));
    let response = ui.add(field);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_label("Show those with these words in name, model or topic");
    });
}

fn model(ui: &mut Ui, found: &Facets, filter: &mut Filter) {
    let lines = Lines::of(&found.models, |it| it.label().to_owned());
    lines.show(ui, ("Model", "Any model"), &mut filter.model);
}

fn topic(ui: &mut Ui, found: &Facets, filter: &mut Filter) {
    let lines = Lines::of(&found.topics, |it| match it.as_str() {
        "" => "No topic".to_owned(),
        topic => topic.to_owned(),
    });
    lines.show(ui, ("Topic", "Any topic"), &mut filter.topic);
}

fn partner(ui: &mut Ui, found: &Facets, filter: &mut Filter, register: &Register) {
    let lines = Lines::of(&found.partners, |it: &Id| partner_name(register, Some(*it)));
    lines.show(ui, ("Partner", "Any partner"), &mut filter.partner);
}

fn statutory(ui: &mut Ui, found: &Facets, filter: &mut Filter) {
    let lines = Lines::of(&found.statutory, |is| {
        let name = if *is { "Statutory" } else { "Not statutory" };
        name.to_owned()
    });
    let of = ("Whether the law requires it", "Statutory or not");
    lines.show(ui, of, &mut filter.is_statutory);
}

/// The lines of one list of choices; their names are asked for only while it is open.
struct Lines<'a, K, N: Fn(&K) -> String> {
    counts: &'a BTreeMap<K, usize>,
    name: N,
}

impl<'a, K: Clone + Ord, N: Fn(&K) -> String> Lines<'a, K, N> {
    fn of(counts: &'a BTreeMap<K, usize>, name: N) -> Self {
        Self { counts, name }
    }

    /// A list that says what it is about to those who do not see it; its first line takes a choice back.
    fn show(self, ui: &mut Ui, (about, any): (&str, &str), chosen: &mut Option<K>) {
        let now = match &*chosen {
            Some(key) => (self.name)(key),
            None => any.to_owned(),
        };
        let mut clicked = None;
        let combo = ComboBox::from_id_salt(about)
            .selected_text(&now)
            .width(WIDTH)
            .truncate()
            .show_ui(ui, |ui| {
                ui.set_min_width(LIST);
                if ui.selectable_label(chosen.is_none(), any).clicked() {
                    clicked = Some(None);
                }
                let mut lines: Vec<(String, &K, usize)> = (self.counts.iter())
                    .map(|(key, n)| ((self.name)(key), key, *n))
                    .collect();
                lines.sort_by_cached_key(|(name, ..)| name.to_lowercase());
                for (name, key, n) in lines {
                    let is_here = chosen.as_ref() == Some(key);
                    let line = format!("{name} ({})", display::count_figure(n));
                    if ui.selectable_label(is_here, line).clicked() {
                        clicked = Some(Some(key.clone()));
                    }
                }
            });
        ui.ctx().accesskit_node_builder(combo.response.id, |node| {
            node.set_label(format!("{about}: {now}"));
        });
        if chosen.is_some() {
            combo.response.on_hover_text(now);
        }
        if let Some(clicked) = clicked {
            *chosen = clicked;
        }
    }
}

/// The width of a closed list, and the least of an open one.
const WIDTH: f32 = 116.0;
const LIST: f32 = 200.0;
