//! A typed quantity that stands elsewhere: its name, where it is typed, what it is now.

use std::collections::BTreeMap;
use std::sync::Arc;

use eframe::egui::{Context, Id as EguiId};

use crate::model::inputs::input_at;
use crate::model::record_name::quantity_name;
use crate::model::register::Register;
use crate::model::scenario::address;
use crate::session::session::{Session, Stamp};
use crate::units::display;
use crate::units::id::{Id, InputId};

/// A typed quantity as another place shows it.
pub(crate) struct QuotedQuantity {
    /// Where it is typed; nothing where it is no more.
    pub(crate) at: Option<InputId>,
    /// `Market Square: Board › Length`.
    pub(crate) name: String,
    /// What is counted now.
    pub(crate) today: String,
}

/// Those asked for since the register last changed: a large register is not searched through in every frame.
#[derive(Clone, Default)]
struct Kept {
    of: Option<Stamp>,
    found: BTreeMap<(Id, String), Arc<QuotedQuantity>>,
}

/// The quantity of a record and a field.
pub(crate) fn quoted(
    ctx: &Context,
    session: &Session,
    record: Id,
    field: &str,
) -> Arc<QuotedQuantity> {
    let key = EguiId::unique("quoted quantities");
    let mut kept: Kept = ctx.data(|data| data.get_temp(key)).unwrap_or_default();
    if kept.of != Some(session.stamp()) {
        kept = Kept {
            of: Some(session.stamp()),
            ..Kept::default()
        };
    }
    let at = (record, field.to_owned());
    if let Some(found) = kept.found.get(&at) {
        return Arc::clone(found);
    }
    let register = session.register();
    let found = Arc::new(QuotedQuantity {
        at: address(register, record, field),
        name: quantity_name(register, record, field),
        today: today(register, record, field),
    });
    kept.found.insert(at, Arc::clone(&found));
    ctx.data_mut(|data| data.insert_temp(key, kept));
    found
}

/// What is counted of a quantity now.
pub(crate) fn today(register: &Register, record: Id, field: &str) -> String {
    let Some(at) = address(register, record, field) else {
        return "no more".to_owned();
    };
    let input = input_at(register, at);
    let figure = input.and_then(|it| Some(display::figure(it.decimal()?, it.unit())));
    figure.unwrap_or_else(|| display::NOT_KNOWN.to_owned())
}

/// Sends the keyboard to where quantities are found.
pub(crate) fn focus_finder(ctx: &Context) {
    ctx.memory_mut(|memory| memory.request_focus(finder_id()));
    ctx.request_repaint();
}

/// The field that quantities are found by.
pub(crate) fn finder_id() -> EguiId {
    EguiId::unique("find a quantity")
}
