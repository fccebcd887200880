//! Everything that menus and keys can ask for, in one table.

use std::path::PathBuf;

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

use crate::chart::catalogue::Chosen;
use crate::costing::basis::Basis;
use crate::gui::dialogs::export::kind::Kind;
use crate::gui::view::Page;
use crate::session::preferences::Look;
use crate::units::id::Id;
use crate::units::year::FinancialYear;

/// One thing that a menu or a key asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Start an empty register.
    New,
    /// Choose a file to open.
    Open,
    /// Type the path of a file to open.
    OpenPath,
    /// Open this file.
    OpenFile(PathBuf),
    /// Show the registers that can be recovered.
    ShowRecoverable,
    /// Recover one of them, by its id.
    Recover(String),
    /// Save.
    Save,
    /// Choose a file to save to.
    SaveAs,
    /// Type the path of a file to save to.
    SaveAsPath,
    /// Set up an export of this sort.
    Export(Kind),
    /// Choose a file with the council's own headings of papers.
    ChooseTemplate,
    /// Export a chart.
    ExportChart(Chosen),
    /// Save the league table that is shown as a file.
    ExportLeague,
    /// Put a partnership beside others, and show them side by side.
    Compare(Id),
    /// Close the window.
    Quit,
    /// Take back the last change.
    Undo,
    /// Make it again.
    Redo,
    /// Search.
    Find,
    /// Add a partnership.
    AddPartnership,
    /// Show who vouches for the figure that has the keyboard.
    Vouch,
    /// Estimate a partnership that nobody has costed.
    Estimate,
    /// Send the keyboard to the page, or back to the list of pages.
    OtherPane,
    /// Open the next section of a partnership's page.
    NextSection,
    /// Open the section before.
    PreviousSection,
    /// Show a page.
    Show(Page),
    /// Show costs on this basis.
    Basis(Basis),
    /// Look at this year.
    Year(FinancialYear),
    /// Change how the window looks.
    Look(Look),
    /// Make everything larger.
    ZoomIn,
    /// Make everything smaller.
    ZoomOut,
    /// Back to the usual size.
    ZoomReset,
    /// Close the basis of a figure, or the evidence for one.
    CloseExplanation,
    /// Show the guide.
    Help,
    /// Show the version, method and guidance.
    About,
}

const COMMAND: Modifiers = Modifiers::COMMAND;
const COMMAND_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

/// The keys, those with more modifiers first.
const KEYS: [(Modifiers, Key, Command); 24] = [
    (COMMAND_SHIFT, Key::S, Command::SaveAs),
    (COMMAND_SHIFT, Key::O, Command::OpenPath),
    (COMMAND_SHIFT, Key::Z, Command::Redo),
    (COMMAND_SHIFT, Key::N, Command::AddPartnership),
    (
        COMMAND_SHIFT,
        Key::E,
        Command::ExportChart(Chosen::OfAll(1)),
    ),
    (COMMAND, Key::T, Command::Estimate),
    (COMMAND, Key::N, Command::New),
    (COMMAND, Key::O, Command::Open),
    (COMMAND, Key::S, Command::Save),
    (COMMAND, Key::E, Command::ExportChart(Chosen::OfAll(0))),
    (COMMAND, Key::P, Command::Show(Page::Paper)),
    (COMMAND, Key::Q, Command::Quit),
    (COMMAND, Key::Z, Command::Undo),
    (COMMAND, Key::Y, Command::Redo),
    (COMMAND, Key::F, Command::Find),
    (COMMAND, Key::Plus, Command::ZoomIn),
    (COMMAND, Key::Equals, Command::ZoomIn),
    (COMMAND, Key::Minus, Command::ZoomOut),
    (COMMAND, Key::Num0, Command::ZoomReset),
    (COMMAND, Key::PageDown, Command::NextSection),
    (COMMAND, Key::PageUp, Command::PreviousSection),
    (Modifiers::NONE, Key::F1, Command::Help),
    (Modifiers::NONE, Key::F4, Command::Vouch),
    (Modifiers::NONE, Key::F6, Command::OtherPane),
];

/// Pages by key: the digit with the command key.
const PAGE_KEYS: [(Key, Page); 9] = [
    (Key::Num1, Page::Overview),
    (Key::Num2, Page::Partners),
    (Key::Num3, Page::Grades),
    (Key::Num4, Page::Settings),
    (Key::Num5, Page::Queries),
    (Key::Num6, Page::Assumptions),
    (Key::Num7, Page::Time),
    (Key::Num8, Page::Statements),
    (Key::Num9, Page::Outcomes),
];

/// The command that was asked for by key in this frame.
pub fn pressed(ctx: &Context) -> Option<Command> {
    ctx.input_mut(|input| {
        for (modifiers, key, command) in &KEYS {
            if input.consume_shortcut(&KeyboardShortcut::new(*modifiers, *key)) {
                return Some(command.clone());
            }
        }
        for (key, page) in PAGE_KEYS {
            if input.consume_shortcut(&KeyboardShortcut::new(COMMAND, key)) {
                return Some(Command::Show(page));
            }
        }
        None
    })
}

/// The keys of a command, as a menu shows them.
pub fn keys_text(ctx: &Context, command: &Command) -> Option<String> {
    let of_page = PAGE_KEYS
        .into_iter()
        .find(|(_, page)| *command == Command::Show(*page))
        .map(|(key, _)| KeyboardShortcut::new(COMMAND, key));
    let keys = KEYS.iter().find(|(_, _, of)| of == command);
    let shortcut = keys
        .map(|(modifiers, key, _)| KeyboardShortcut::new(*modifiers, *key))
        .or(of_page)?;
    Some(ctx.format_shortcut(&shortcut))
}
