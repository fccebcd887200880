//! What every page is given: the session to read, the view to change, and a place for the user's wishes.

use crate::costing::basis::Basis;
use crate::findings::detail::Detail;
use crate::findings::doubt::Doubt;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::gui::doubts::DoubtsAtHand;
use crate::gui::view::View;
use crate::model::register::Register;
use crate::session::action::{Action, Edit};
use crate::session::session::Session;

/// What a page reads and writes.
pub struct PageContext<'a> {
    /// The open register and what is said of it.
    pub session: &'a Session,
    /// What the window shows.
    pub view: &'a mut View,
    /// What is said of each record of the partnership that is shown, as it is now.
    pub detail: Option<&'a Detail>,
    /// How far its cost may lie from the central figure.
    pub doubt: Option<&'a Doubt>,
    /// What simulation and sensitivity say of the register as it is.
    pub doubts: &'a DoubtsAtHand,
    /// What the user asked for in this frame.
    pub actions: &'a mut Vec<Action>,
}

impl<'a> PageContext<'a> {
    /// The register as it is now.
    pub fn register(&self) -> &'a Register {
        self.session.register()
    }

    /// What the engine says, if it has answered.
    pub fn findings(&self) -> Option<&'a Findings> {
        self.session.findings().map(std::convert::AsRef::as_ref)
    }

    /// The basis of every cost on screen.
    pub fn basis(&self) -> Basis {
        self.view.basis
    }

    /// Asks for a change of the register.
    pub fn edit(&mut self, edit: Edit) {
        self.actions.push(Action::Edit(edit));
    }

    /// Shows the basis of a figure.
    pub fn explain(&mut self, figure: FigureId) {
        self.view.explained = Some(figure);
    }
}
