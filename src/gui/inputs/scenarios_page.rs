//! Scenarios: a name for some quantities taken otherwise, all at once.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::findings::assumptions::Assumptions;
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::picked::{last_picked, pick, picked};
use crate::gui::inputs::quantity_finder::quantity_finder;
use crate::gui::inputs::query_list::query_list;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scenario_edit::taking;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::model::inputs::input_at;
use crate::model::no_range::check_entry;
use crate::model::record_name::line_name;
use crate::model::register::Register;
use crate::model::scenario::{Override, Scenario};
use crate::session::action::Action;
use crate::units::id::{Id, Kind};

const SCENARIOS: [Column<Scenario>; 2] = [
    Column::words("Scenario", 220.0, slot!(name), "what it is called"),
    Column::words("Note", 400.0, slot!(note), "what it supposes, and why"),
];

const OVERRIDES: [Column<Override>; 3] = [
    Column::quantity("Quantity", 440.0, quantity),
    Column::today("Today", 96.0, quantity),
    Column::<Override>::words("Scenario value", 120.0, slot!(value), "as today")
        .allowing(is_understood),
];

fn quantity(it: &Override) -> Option<(Id, &str)> {
    Some((it.record?, it.field.as_str()))
}

/// What is typed reads as it would in the quantity's own cell.
fn is_understood(register: &Register, it: &Override, text: &str) -> Result<(), String> {
    let Some(at) = it.target(register) else {
        return Err("Choose a quantity first".to_owned());
    };
    input_at(register, at).map_or(Ok(()), |input| check_entry(at, input, text))
}

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No scenarios yet",
    why: "A range says how far off one figure may be; a scenario asks what follows if several are otherwise together: a \
          bad year, a shorter horizon, meetings held online. The register stays as it is, and the scenario is looked \
          at beside it.",
};

const NO_OVERRIDES: Lesson = Lesson {
    is_main: false,
    what: "Nothing is taken otherwise yet",
    why: "Find a quantity below and choose it, then type what the scenario takes it as, as you would in its own cell.",
};

/// Shows the scenarios, and what one of them takes otherwise.
pub fn scenarios_page(ui: &mut Ui, page: &mut PageContext<'_>, log: Option<&Arc<Assumptions>>) {
    ui.label(theme::figure_text("Scenarios"));
    ui.add_space(-S4);
    let about =
        "Each takes some quantities otherwise, all at once, and leaves the register as it is.";
    ui.add(Label::new(theme::muted(about)).wrap());
    ui.add_space(S8);
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_max_width(1000.0_f32.min(ui.available_width()));
            let register = page.register();
            let holds = |it: &Scenario, id| it.overrides.iter().any(|it| it.id == id);
            let chosen = picked(ui, page, (Id::SETTINGS, &register.scenarios), holds);
            let outcome = RecordTable::new("Scenarios", scenarios(), &SCENARIOS, LESSON)
                .picked(chosen.map(|it| it.id))
                .show(ui, page);
            pick::<Scenario>(ui, Id::SETTINGS, &outcome);
            if let Some(scenario) = chosen {
                overrides(ui, page, scenario, log);
            }
            gap(ui);
            let queries = page
                .findings()
                .into_iter()
                .flat_map(|it| &it.shared_queries);
            let is_ours = |id: Id| matches!(id.kind(), Kind::Scenario | Kind::Override);
            query_list(ui, page, queries.filter(|it| is_ours(it.record)).collect());
        });
}

fn scenarios() -> Scope<Scenario> {
    Scope::Register(
        |it| it.scenarios.as_ref(),
        |it| Arc::make_mut(&mut it.scenarios),
    )
}

/// What one scenario takes otherwise, and where more is found.
fn overrides(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    scenario: &Scenario,
    log: Option<&Arc<Assumptions>>,
) {
    gap(ui);
    let name = line_name(page.register(), scenario.id);
    heading(ui, &format!("What “{name}” takes otherwise"), "");
    ui.add_space(S4);
    let scope = Scope::Inside(
        scenario.id,
        |register, id| register.scenario(id).map(|it| &it.overrides),
        |register, id| {
            let scenarios = Arc::make_mut(&mut register.scenarios);
            let found = scenarios.iter_mut().find(|it| it.id == id);
            found.map(|it| &mut it.overrides)
        },
    );
    let outcome = RecordTable::new("Overrides", scope, &OVERRIDES, NO_OVERRIDES).show(ui, page);
    pick::<Override>(ui, scenario.id, &outcome);
    gap(ui);
    heading(
        ui,
        "Find a quantity",
        "Every figure that was typed. A click adds it to the scenario, and Enter adds the first.",
    );
    ui.add_space(S4);
    if let Some(at) = quantity_finder(ui, log) {
        let row = last_picked::<Override>(ui.ctx(), scenario.id);
        let taken = taking(page.register(), (Some(scenario.id), row), at);
        page.actions.extend(taken.edit.map(Action::Edit));
        page.view.jump = Some(taken.cell);
        ui.ctx().request_repaint();
    }
}
