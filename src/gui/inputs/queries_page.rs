//! Every query of the register, the worst first; a click goes to the cell.

use eframe::egui::{Id as EguiId, ScrollArea, Ui};

use crate::gui::inputs::query_list::query_row;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::text_cell::TextCell;
use crate::model::query::{Query, Severity};
use crate::model::record_name::line_name;
use crate::model::register::Register;
use crate::units::id::Id;

/// Which queries are shown.
#[derive(Clone, Default)]
struct Filter {
    only: Option<Severity>,
    words: String,
}

/// Shows the queries.
pub fn queries_page(ui: &mut Ui, page: &mut PageContext<'_>) {
    ui.label(theme::figure_text("Queries"));
    ui.add_space(-S4);
    ui.label(theme::muted(
        "What a careful reader would ask. Follow one to its cell; a figure with a gap is shown as “at least”.",
    ));
    ui.add_space(S8);
    let Some(findings) = page.findings() else {
        ui.label(theme::muted("Working out…"));
        return;
    };
    let key = EguiId::unique("filter of queries");
    let mut filter: Filter = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let all: Vec<&Query> = findings.queries().collect();
    show_filter(ui, &mut filter, &all);
    ui.data_mut(|data| data.insert_temp(key, filter.clone()));
    ui.add_space(S8);
    let register = page.register();
    let mut shown: Vec<&Query> = all
        .into_iter()
        .filter(|it| filter.takes(register, it))
        .collect();
    shown.sort_by_key(|it| it.severity);
    if shown.is_empty() {
        ui.label(theme::muted("No queries. Nothing here needs an answer."));
        return;
    }
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| list(ui, page, &shown));
}

fn list(ui: &mut Ui, page: &mut PageContext<'_>, shown: &[&Query]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let register = page.register();
    let mut last: Option<(Severity, Option<Id>)> = None;
    for query in shown {
        let group = (query.severity, query.partnership);
        if last != Some(group) {
            ui.add_space(S8);
            ui.label(theme::strong(title(register, query)));
            ui.add_space(S4);
            last = Some(group);
        }
        query_row(ui, page, query);
    }
}

/// Errors and the rest of each partnership stand under one title.
fn title(register: &Register, query: &Query) -> String {
    let whose = match query.partnership {
        Some(id) => line_name(register, id),
        None => "The whole register".to_owned(),
    };
    let severity = match query.severity {
        Severity::Error => "errors",
        Severity::Warning => "warnings",
        Severity::Note => "notes",
    };
    format!("{whose}: {severity}")
}

fn show_filter(ui: &mut Ui, filter: &mut Filter, all: &[&Query]) {
    ui.horizontal(|ui| {
        let n = |severity| all.iter().filter(|it| it.severity == severity).count();
        let total = format!("All {}", all.len());
        let errors = format!("Errors {}", n(Severity::Error));
        let warnings = format!("Warnings {}", n(Severity::Warning));
        let notes = format!("Notes {}", n(Severity::Note));
        for (only, text) in [
            (None, total),
            (Some(Severity::Error), errors),
            (Some(Severity::Warning), warnings),
            (Some(Severity::Note), notes),
        ] {
            if ui.selectable_label(filter.only == only, text).clicked() {
                filter.only = only;
            }
        }
        ui.add_space(S8);
        let cell = TextCell::new("Filter queries", &filter.words).placeholder("filter by words");
        let outcome = cell.show(ui);
        if let Some(words) = outcome.typed.or(outcome.committed) {
            filter.words = words;
        }
    });
}

impl Filter {
    fn takes(&self, register: &Register, query: &Query) -> bool {
        if self.only.is_some_and(|only| only != query.severity) {
            return false;
        }
        let words = self.words.trim().to_lowercase();
        if words.is_empty() {
            return true;
        }
        let whose = query.partnership.map(|id| line_name(register, id));
        let text = format!(
            "{} {} {} {}",
            whose.unwrap_or_default(),
            line_name(register, query.record),
            query.message,
            query.hint
        );
        text.to_lowercase().contains(&words)
    }
}
