//! Who decides, when, and who reports: the head of a paper.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::gui::inputs::column::slot;
use crate::gui::inputs::form::{Form, Subject};
use crate::gui::page::PageContext;
use crate::model::paper::Paper;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::id::{Id, Kind};

impl Subject for Paper {
    /// A change of the paper of this partnership, or of the one on all where the id is none of a partnership.
    fn edit(id: Id, label: String, change: impl FnOnce(&mut Self) + 'static) -> Edit {
        if id.kind() == Kind::Partnership {
            Edit::partnership(id, label, move |it| change(&mut it.paper))
        } else {
            Edit::new(label, move |register: &mut Register| {
                change(Arc::make_mut(&mut register.paper));
            })
        }
    }
}

/// Shows the fields.
pub(super) fn facts(ui: &mut Ui, page: &mut PageContext<'_>, id: Id, paper: &Paper) {
    let form = Form {
        id,
        value: paper,
        name: "board paper".to_owned(),
        width: 280.0,
    };
    let blank = ("Cabinet, board or committee", "");
    form.typed(ui, page, "Report to", &slot!(decision_body), blank);
    let blank = ("the day of the export", "");
    form.typed(ui, page, "Meeting on", &slot!(meeting), blank);
    let blank = ("a post, not a person", "");
    form.typed(ui, page, "Report of", &slot!(report_of), blank);
}
