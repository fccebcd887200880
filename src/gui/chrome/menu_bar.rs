//! The bar on top: menus on the left; basis, year and search on the right.

use eframe::egui::{Align, Button, ComboBox, Key, Layout, MenuBar, TextEdit, Ui, WidgetText};

use crate::chart::catalogue::{CHARTS, Chosen, PARTNERSHIP_CHARTS};
use crate::costing::basis::Basis;
use crate::gui::commands::{Command, keys_text};
use crate::gui::dialogs::export::kind::Kind;
use crate::gui::theme::{S4, S8, muted};
use crate::gui::view::{Page, View};
use crate::session::preferences::Look;
use crate::session::session::Session;
use crate::units::year::FinancialYear;

/// Where the keyboard goes to search.
pub const SEARCH: &str = "search field";

/// Shows the bar; gives what was asked for.
pub fn menu_bar(ui: &mut Ui, session: &Session, view: &mut View) -> Option<Command> {
    let mut asked = None;
    MenuBar::new().ui(ui, |ui| {
        ui.add_space(S4);
        ui.menu_button("File", |ui| file_menu(ui, session, view, &mut asked));
        ui.menu_button("Edit", |ui| edit_menu(ui, session, &mut asked));
        ui.menu_button("View", |ui| view_menu(ui, session, view, &mut asked));
        ui.menu_button("Help", |ui| {
            item(ui, "Guide", Command::Help, &mut asked);
            item(ui, "About Fruitful", Command::About, &mut asked);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(S4);
            search(ui, view, &mut asked);
            ui.add_space(S4);
            year(ui, session, &mut asked);
            basis(ui, view, &mut asked);
        });
    });
    asked
}

fn file_menu(ui: &mut Ui, session: &Session, view: &View, asked: &mut Option<Command>) {
    item(ui, "New register", Command::New, asked);
    item(ui, "Open…", Command::Open, asked);
    item(ui, "Open by path…", Command::OpenPath, asked);
    ui.menu_button("Open recent", |ui| {
        if session.preferences.recent.is_empty() {
            ui.label(muted("No files yet"));
        }
        for path in &session.preferences.recent {
            let name = path.file_name().unwrap_or(path.as_os_str());
            let button = ui.button(name.to_string_lossy());
            if button.on_hover_text(path.display().to_string()).clicked() {
                *asked = Some(Command::OpenFile(path.clone()));
            }
        }
    });
    ui.separator();
    item(ui, "Save", Command::Save, asked);
    item(ui, "Save as…", Command::SaveAs, asked);
    item(ui, "Save as, by path…", Command::SaveAsPath, asked);
    ui.separator();
    item(ui, "Board paper…", Command::Show(Page::Paper), asked);
    ui.menu_button("Export", |ui| {
        for kind in Kind::ALL.into_iter().filter(|it| *it != Kind::Chart) {
            item(
                ui,
                format!("{}…", kind.label()),
                Command::Export(kind),
                asked,
            );
        }
    });
    ui.menu_button("Export a chart", |ui| {
        for (at, chart) in CHARTS.iter().enumerate() {
            let label = format!("{}…", chart.label);
            item(ui, label, Command::ExportChart(Chosen::OfAll(at)), asked);
        }
    });
    if let Page::Partnership(id) = view.page {
        ui.menu_button("Export a chart of this partnership", |ui| {
            for (at, chart) in PARTNERSHIP_CHARTS.iter().enumerate() {
                let label = format!("{}…", chart.label);
                item(
                    ui,
                    label,
                    Command::ExportChart(Chosen::OfOne(at, id)),
                    asked,
                );
            }
        });
    }
    ui.separator();
    item(ui, "Quit", Command::Quit, asked);
}

fn edit_menu(ui: &mut Ui, session: &Session, asked: &mut Option<Command>) {
    let undo = session.undo_label();
    let label = undo.map_or_else(|| "Undo".into(), |label| format!("Undo: {label}"));
    enabled_item(ui, undo.is_some(), label, Command::Undo, asked);
    let redo = session.redo_label();
    let label = redo.map_or_else(|| "Redo".into(), |label| format!("Redo: {label}"));
    enabled_item(ui, redo.is_some(), label, Command::Redo, asked);
    ui.separator();
    item(ui, "Evidence for this figure", Command::Vouch, asked);
    item(ui, "Add partnership", Command::AddPartnership, asked);
    item(ui, "Estimate a partnership…", Command::Estimate, asked);
    item(ui, "Find", Command::Find, asked);
}

/// The pages of the register.
const REGISTER: [(Page, &str); 8] = [
    (Page::Partners, "Partners"),
    (Page::Grades, "Staff grades"),
    (Page::Outcomes, "Outcomes"),
    (Page::Scenarios, "Scenarios"),
    (Page::Settings, "Settings"),
    (Page::Assumptions, "Assumptions"),
    (Page::Time, "People’s time"),
    (Page::Statements, "Statements"),
];

fn view_menu(ui: &mut Ui, session: &Session, view: &View, asked: &mut Option<Command>) {
    for (label, pages) in [
        ("Overview", Page::Overview.tabs()),
        ("Value for money", Page::Worth.tabs()),
        ("What if?", Page::Levers.tabs()),
        ("Register", &REGISTER),
    ] {
        ui.menu_button(label, |ui| {
            for (page, label) in pages {
                item(ui, *label, Command::Show(*page), asked);
            }
        });
    }
    item(ui, "How sure?", Command::Show(Page::Doubt), asked);
    item(ui, "Queries", Command::Show(Page::Queries), asked);
    if let Page::Partnership(id) = view.page {
        item(ui, "Compare with…", Command::Compare(id), asked);
    }
    item(ui, "Go to page or list", Command::OtherPane, asked);
    item(ui, "Next section", Command::NextSection, asked);
    item(ui, "Section before", Command::PreviousSection, asked);
    ui.separator();
    for basis in Basis::ALL {
        if ui.radio(view.basis == basis, basis.label()).clicked() {
            *asked = Some(Command::Basis(basis));
            ui.close();
        }
    }
    ui.separator();
    for look in Look::ALL {
        let is_chosen = session.preferences.look == look;
        if ui.radio(is_chosen, look.label()).clicked() {
            *asked = Some(Command::Look(look));
            ui.close();
        }
    }
    ui.separator();
    item(ui, "Larger", Command::ZoomIn, asked);
    item(ui, "Smaller", Command::ZoomOut, asked);
    item(ui, "Usual size", Command::ZoomReset, asked);
}

fn item(ui: &mut Ui, label: impl Into<WidgetText>, command: Command, asked: &mut Option<Command>) {
    enabled_item(ui, true, label, command, asked);
}

fn enabled_item(
    ui: &mut Ui,
    is_enabled: bool,
    label: impl Into<WidgetText>,
    command: Command,
    asked: &mut Option<Command>,
) {
    let keys = keys_text(ui.ctx(), &command).unwrap_or_default();
    let button = Button::new(label.into()).shortcut_text(keys);
    if ui.add_enabled(is_enabled, button).clicked() {
        *asked = Some(command);
    }
}

fn basis(ui: &mut Ui, view: &View, asked: &mut Option<Command>) {
    let combo = ComboBox::from_id_salt("basis")
        .selected_text(view.basis.label())
        .width(124.0)
        .show_ui(ui, |ui| {
            for basis in Basis::ALL {
                if ui
                    .selectable_label(view.basis == basis, basis.label())
                    .clicked()
                {
                    *asked = Some(Command::Basis(basis));
                }
            }
        });
    name(
        ui,
        &combo.response,
        format!("Cost basis: {}", view.basis.label()),
    );
    combo.response.on_hover_text(
        "Exhibit 2 basis counts what the 1998 exhibit did: meetings, staff and cash. Full cost counts everything.",
    );
}

fn year(ui: &mut Ui, session: &Session, asked: &mut Option<Command>) {
    let now = session.year();
    let base = session.register().settings.base_year;
    let combo = ComboBox::from_id_salt("year")
        .selected_text(now.to_string())
        .width(76.0)
        .show_ui(ui, |ui| {
            for n in -2..=4 {
                let year: FinancialYear = base.plus(n);
                if ui.selectable_label(year == now, year.to_string()).clicked() {
                    *asked = Some(Command::Year(year));
                }
            }
        });
    name(ui, &combo.response, format!("Year: {now}"));
}

fn search(ui: &mut Ui, view: &mut View, asked: &mut Option<Command>) {
    let field = TextEdit::singleline(&mut view.filter.search)
        .id_salt(SEARCH)
        .hint_text("Find…")
        .desired_width(132.0)
        .margin(eframe::egui::vec2(S8, S4));
    let response = ui.add(field);
    name(ui, &response, "Find partnerships".into());
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    view.opens_first |= is_entered && !view.filter.search.trim().is_empty();
    // What is found is shown in the league table.
    if response.changed() && view.page.stands_under() != Page::Overview {
        *asked = Some(Command::Show(Page::Overview));
    }
    if ui
        .ctx()
        .data(|data| data.get_temp(eframe::egui::Id::unique(SEARCH)))
        == Some(true)
    {
        ui.ctx()
            .data_mut(|data| data.remove::<bool>(eframe::egui::Id::unique(SEARCH)));
        response.request_focus();
    }
}

fn name(ui: &Ui, response: &eframe::egui::Response, name: String) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
}
