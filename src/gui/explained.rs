//! The basis of the figure that is shown, worked out again only after an edit.

use crate::findings::explanation::Explanation;
use crate::findings::figure::FigureId;
use crate::session::session::{Session, Stamp};

/// The last basis that was asked for.
#[derive(Default)]
pub struct Explained {
    of: Option<(Stamp, FigureId)>,
    explanation: Option<Explanation>,
}

impl Explained {
    /// The basis of `figure` as the register is now.
    pub fn of(&mut self, session: &Session, figure: FigureId) -> Option<&Explanation> {
        let of = (session.stamp(), figure);
        if self.of != Some(of) {
            self.of = Some(of);
            self.explanation = session.explain(figure);
        }
        self.explanation.as_ref()
    }
}
