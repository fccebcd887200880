//! The page of a first estimate: it changes nothing until the partnership is created, which is one edit.

use eframe::egui::{
    Frame, Key, Label, Margin, Modifiers, Popup, ScrollArea, Stroke, Ui, UiBuilder,
};

use crate::costing::basis::Basis;
use crate::findings::outlook::{Outlook, outlook};
use crate::gui::estimate::outcome::{Wish, buttons, outcome};
use crate::gui::estimate::questions::{go_to, questions};
use crate::gui::theme::{self, S4, S8, S16, S24};
use crate::gui::widgets::draft::finish_editing;
use crate::model::register::Register;
use crate::report::doubt::headline;
use crate::session::first_estimate::{FirstEstimate, Place, Problem};
use crate::session::session::{Session, Stamp};

/// The width of what it comes to, where there is room and where there is less.
const OUTCOME: (f32, f32) = (312.0, 272.0);

/// Below this width the outcome stands under the questions.
const TWO_COLUMNS: f32 = 780.0;

/// A first estimate under way; kept while other pages are looked at.
#[derive(Default)]
pub struct EstimatePage {
    form: Option<FirstEstimate>,
    /// The answers and the state of the register that the outcome is of.
    of: Option<(FirstEstimate, Stamp)>,
    found: Option<Found>,
    /// Whether somebody wants it created, so that what is missing is said.
    wants_all: bool,
    /// Whether it is created once the field under edit is settled.
    is_creating: bool,
    is_new: bool,
}

/// What the answers come to, and the register in which they do.
pub(crate) struct Found {
    pub(crate) outlook: Outlook,
    pub(crate) scratch: Register,
}

/// What the user asks of the page.
pub(crate) enum Asking {
    /// Create the partnership.
    Create(Box<FirstEstimate>),
    /// Leave without.
    Leave,
}

impl EstimatePage {
    /// Starts a new estimate, or goes on with the one that is under way.
    pub(crate) fn open(&mut self) {
        self.is_new = self.form.is_none();
    }

    /// Forgets what was answered.
    pub(crate) fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether something was typed that would be lost.
    pub(crate) fn is_touched(&self) -> bool {
        self.form.as_ref().is_some_and(FirstEstimate::is_touched)
    }

    /// Shows the page; `has_keys` says that no question stands over it.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        basis: Basis,
        has_keys: bool,
    ) -> Option<Asking> {
        let register = session.register();
        let mut form = self.form.take().unwrap_or_else(|| start(session));
        if std::mem::take(&mut self.is_new) {
            go_to(ui.ctx(), None);
        }
        self.keep_found(&form, session);
        // Esc closes an open list, and no more.
        let has_keys = has_keys && !Popup::is_any_open(ui.ctx());
        let problems = form.problems(register);
        let wish = self.contents(ui, session, &mut form, &problems, basis);
        let wish = wish.or_else(|| has_keys.then(|| key(ui)).flatten());
        let asking = match wish {
            Some(Wish::Create) => {
                self.is_creating = true;
                finish_editing(ui.ctx());
                ui.ctx().request_repaint();
                None
            }
            Some(Wish::Leave) => Some(Asking::Leave),
            // A frame later: what was typed last is in the form now.
            None if self.is_creating => self.create(ui, &form, &problems),
            None => None,
        };
        self.form = Some(form);
        asking
    }

    fn create(&mut self, ui: &Ui, form: &FirstEstimate, problems: &[Problem]) -> Option<Asking> {
        self.is_creating = false;
        self.wants_all = true;
        if let Some(first) = problems.first() {
            go_to(ui.ctx(), Some(first.at));
            return None;
        }
        Some(Asking::Create(Box::new(form.clone())))
    }

    /// Works the outcome out again, only after an answer or the register has changed.
    fn keep_found(&mut self, form: &FirstEstimate, session: &Session) {
        let stamp = session.stamp();
        if let Some((of, at)) = &self.of
            && *at == stamp
            && of == form
        {
            return;
        }
        self.of = Some((form.clone(), stamp));
        let mut scratch = session.register().clone();
        let found = form.add_to(&mut scratch).and_then(|id| {
            let outlook = outlook(&scratch, session.guidance(), session.question(), id)?;
            Some(Found { outlook, scratch })
        });
        // Where an answer is wrong, the last outcome stays, and says that it is the last.
        self.found = found.or(self.found.take());
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        form: &mut FirstEstimate,
        problems: &[Problem],
        basis: Basis,
    ) -> Option<Wish> {
        let is_wide = ui.available_width() >= TWO_COLUMNS;
        ui.label(theme::figure_text("Estimate a partnership"));
        ui.add_space(-S4);
        let found = self.found.as_ref();
        let about = match found.filter(|_| !is_wide) {
            Some(it) => headline(*it.outlook.cost.get(basis), it.outlook.doubt.as_ref(), basis),
            None => "Ten answers make a first figure, with a low and a high. It becomes an ordinary entry: whoever \
                     knows better types over an answer."
                .to_owned(),
        };
        ui.add(Label::new(theme::muted(about)).truncate());
        ui.add_space(S8);
        let shown: Vec<Problem> = problems
            .iter()
            .filter(|it| self.wants_all || is_begun(form, it.at))
            .cloned()
            .collect();
        let room = ui.available_rect_before_wrap();
        if !is_wide {
            let inner = ScrollArea::vertical()
                .id_salt("estimate")
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    questions(ui, session, form, &shown);
                    ui.add_space(S16);
                    outcome(ui, session, found, problems, basis);
                    ui.add_space(S16);
                    let wish = buttons(ui);
                    ui.add_space(S24);
                    wish
                });
            return inner.inner;
        }
        let is_roomy = room.width() > 900.0;
        let beside = if is_roomy { OUTCOME.0 } else { OUTCOME.1 };
        let split = room.right() - beside - if is_roomy { S24 } else { S16 };
        let left = UiBuilder::new()
            .id_salt("questions")
            .max_rect(room.with_max_x(split));
        ui.scope_builder(left, |ui| {
            ScrollArea::vertical()
                .id_salt("estimate")
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    ui.set_max_width((ui.available_width() - S8).min(640.0));
                    questions(ui, session, form, &shown);
                    ui.add_space(S24);
                });
        });
        let right = room.with_min_x(room.right() - beside);
        let right = UiBuilder::new().id_salt("outcome").max_rect(right);
        ui.scope_builder(right, |ui| {
            let palette = theme::palette(ui);
            let frame = Frame::new()
                .fill(palette.panel)
                .stroke(Stroke::new(1.0, palette.hairline))
                .corner_radius(6.0)
                .inner_margin(Margin::same(16));
            frame
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    outcome(ui, session, found, problems, basis);
                    ui.add_space(S16);
                    buttons(ui)
                })
                .inner
        })
        .inner
    }
}

fn start(session: &Session) -> FirstEstimate {
    let findings = session.findings();
    let cost = |grade| findings?.grade(grade)?.hourly_cost;
    let points = &session.guidance().starting_points;
    FirstEstimate::new(session.register(), points, cost)
}

/// Whether somebody has typed in an answer, so that what is wrong with it is said at once.
fn is_begun(form: &FirstEstimate, place: Place) -> bool {
    matches!(place, Place::Answer(asked) if form.range(asked).is_touched)
}

/// Ctrl+Enter creates, Esc leaves.
fn key(ui: &Ui) -> Option<Wish> {
    let is_free = ui.memory(|memory| memory.focused().is_none());
    ui.input_mut(|input| {
        if input.consume_key(Modifiers::COMMAND, Key::Enter) {
            Some(Wish::Create)
        } else if is_free && input.consume_key(Modifiers::NONE, Key::Escape) {
            Some(Wish::Leave)
        } else {
            None
        }
    })
}
