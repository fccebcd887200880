//! The menu of a cell: everything that can be done to the selected cells and rows, with the keys that do the same.

use eframe::egui::containers::menu::menu_style;
use eframe::egui::{
    Align, Context, Id as EguiId, Key, KeyboardShortcut, Layout, Modifiers, Popup,
    PopupCloseBehavior, PopupKind, Pos2, RectAlign, Ui, ViewportCommand,
};

use crate::gui::widgets::grid::sheet::Ask;

/// Where the menu was opened.
#[derive(Clone, Copy)]
struct OpenAt(Pos2, bool);

const SHIFT_COMMAND: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

/// Opens the menu of a table.
pub(crate) fn open(ctx: &Context, table: EguiId, at: Pos2) {
    let id = table.with("menu");
    ctx.data_mut(|data| data.insert_temp(id, OpenAt(at, true)));
    Popup::open_id(ctx, id);
}

/// Whether the menu of a table is open.
pub(crate) fn is_open(ctx: &Context, table: EguiId) -> bool {
    Popup::is_id_open(ctx, table.with("menu"))
}

/// What a menu says of the cells and rows that it is about.
#[derive(Clone, Copy)]
pub(crate) struct About<'a> {
    /// What sorting would do now.
    pub(crate) sort: &'a str,
    /// Why rows cannot be moved, if so.
    pub(crate) why_no_moves: Option<&'a str>,
    /// Whether the first cell holds a quantity, which a scenario can take otherwise.
    pub(crate) is_quantity: bool,
}

/// Shows the menu while it is open; says what was chosen.
pub(crate) fn show(ui: &Ui, table: EguiId, about: About<'_>) -> Option<Ask> {
    let id = table.with("menu");
    let OpenAt(at, is_new) = ui.data(|data| data.get_temp(id))?;
    if !Popup::is_id_open(ui.ctx(), id) {
        ui.data_mut(|data| data.remove::<OpenAt>(id));
        return None;
    }
    ui.data_mut(|data| data.insert_temp(id, OpenAt(at, false)));
    let shown = Popup::new(id, ui.ctx().clone(), at, ui.layer_id())
        .kind(PopupKind::Menu)
        .align(RectAlign::BOTTOM_START)
        .layout(Layout::top_down_justified(Align::Min))
        .style(menu_style)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .accessible_name("Cells and rows")
        .open_memory(None)
        .show(|ui| items(ui, is_new, about));
    shown.and_then(|it| it.inner)
}

fn items(ui: &mut Ui, is_new: bool, about: About<'_>) -> Option<Ask> {
    ui.set_min_width(220.0);
    let mut chosen = None;
    let none = Modifiers::NONE;
    let command = Modifiers::COMMAND;
    let cut = item(ui, "Cut", command, Key::X);
    if is_new {
        cut.request_focus();
    }
    if cut.clicked() {
        chosen = Some(Ask::Cut);
    }
    if item(ui, "Copy", command, Key::C).clicked() {
        chosen = Some(Ask::Copy);
    }
    if item(ui, "Paste", command, Key::V).clicked() {
        // Only the system can read the clipboard; what it holds comes back as a paste into the cell.
        ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    }
    let rest = [
        ("Clear", none, Key::Delete, Ask::Clear, false),
        ("Fill down", command, Key::D, Ask::FillDown, true),
        ("Fill right", command, Key::R, Ask::FillRight, false),
        ("Insert row below", command, Key::Enter, Ask::Insert, true),
        (
            "Duplicate rows",
            SHIFT_COMMAND,
            Key::D,
            Ask::Duplicate,
            false,
        ),
        ("Delete rows", command, Key::Delete, Ask::Delete, false),
        (
            "Move rows up",
            Modifiers::ALT,
            Key::ArrowUp,
            Ask::MoveUp,
            true,
        ),
        (
            "Move rows down",
            Modifiers::ALT,
            Key::ArrowDown,
            Ask::MoveDown,
            false,
        ),
    ];
    for (text, modifiers, key, ask, starts_group) in rest {
        if starts_group {
            ui.separator();
        }
        let is_move = matches!(ask, Ask::MoveUp | Ask::MoveDown);
        let why_not = about.why_no_moves.filter(|_| is_move);
        ui.add_enabled_ui(why_not.is_none(), |ui| {
            let item = item(ui, text, modifiers, key);
            if item.clicked() {
                chosen = Some(ask);
            }
            if let Some(why_not) = why_not {
                item.on_disabled_hover_text(why_not);
            }
        });
    }
    ui.separator();
    if about.is_quantity && ui.button("Add to a scenario…").clicked() {
        chosen = Some(Ask::TakeIntoScenario);
    }
    if ui.button(about.sort).clicked() {
        chosen = Some(Ask::Sort);
    }
    chosen
}

fn item(ui: &mut Ui, text: &str, modifiers: Modifiers, key: Key) -> eframe::egui::Response {
    let keys = ui
        .ctx()
        .format_shortcut(&KeyboardShortcut::new(modifiers, key));
    ui.add(eframe::egui::Button::new(text).shortcut_text(keys))
}
