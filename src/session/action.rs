//! What the window may ask of the session.

use std::path::PathBuf;
use std::sync::Arc;

use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::session::exporting::ExportTask;
use crate::units::id::{Id, InputId};
use crate::units::year::FinancialYear;

/// One wish of the user.
pub enum Action {
    /// Change the register.
    Edit(Edit),
    /// Take back the last change.
    Undo,
    /// Make the last taken-back change again.
    Redo,
    /// Start an empty register in place of the open one.
    New,
    /// Open a file in place of the open register.
    Open(PathBuf),
    /// Stop opening.
    CancelOpen,
    /// Stop the simulation that is under way; it starts again after an edit, or when asked for.
    StopSimulation,
    /// Simulate after it was stopped.
    SimulateAgain,
    /// Save to the file that is open.
    Save,
    /// Save to another file, which becomes the open one.
    SaveAs(PathBuf),
    /// Save although somebody else has changed the file.
    SaveOver,
    /// Save where saving was refused because somebody else has the file open.
    SaveAnyway,
    /// Look for registers that a program which ended has kept.
    FindRecoverable,
    /// Open one of them, by its id, in place of the open register.
    Recover(String),
    /// Delete one of them, by its id.
    DeleteRecoverable(String),
    /// Leave them for later.
    RecoverLater,
    /// Look at another year.
    Ask(FinancialYear),
    /// Take away the message at the top.
    DismissNotice,
    /// Make a file or a folder beside the window.
    Export(ExportTask),
    /// End the export that is made now.
    StopExport,
}

/// A change of the register, under the name that Undo shows.
pub struct Edit {
    /// What it does: `change length of Board`.
    pub label: String,
    /// The field, where typing goes on in one; such edits join into one step.
    pub typing: Option<InputId>,
    /// The change.
    pub change: Box<dyn FnOnce(&mut Register)>,
}

impl Edit {
    /// A change of the register.
    pub fn new(label: impl Into<String>, change: impl FnOnce(&mut Register) + 'static) -> Self {
        Self {
            label: label.into(),
            typing: None,
            change: Box::new(change),
        }
    }

    /// A change of one partnership.
    pub fn partnership(
        id: Id,
        label: impl Into<String>,
        change: impl FnOnce(&mut Partnership) + 'static,
    ) -> Self {
        Self::new(label, move |register| {
            let found = register.partnerships.iter_mut().find(|it| it.id == id);
            if let Some(partnership) = found {
                change(Arc::make_mut(partnership));
            }
        })
    }

    /// The same, while the field is being typed in.
    #[must_use]
    pub fn while_typing(mut self, field: InputId) -> Self {
        self.typing = Some(field);
        self
    }
}
