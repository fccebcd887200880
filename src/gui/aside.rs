//! What is worked out beside the window while a page shows it: on a thread of its own, the last answer kept.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, TryRecvError};
use std::thread;
use std::time::Duration;

use eframe::egui::Context;

use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::session::session::{Session, Stamp};
use crate::units::id::Id;

/// How long a frame waits for an answer: a usual register is done within it, so that nothing flickers.
const PATIENCE: Duration = Duration::from_millis(8);

/// One kind of answer; `Part` says what of the register it is of: one record or all of it, unless it is something else.
pub(crate) struct Aside<T, Part = Option<Id>> {
    n_opened: u64,
    /// The state that it was asked of last, and which of its parts.
    asked: Option<(Stamp, Part)>,
    /// The last answer, and what it is of.
    latest: Option<(Stamp, Part, Arc<T>)>,
    under_way: Option<Receiver<T>>,
}

impl<T, Part> Default for Aside<T, Part> {
    fn default() -> Self {
        Self {
            n_opened: 0,
            asked: None,
            latest: None,
            under_way: None,
        }
    }
}

impl<T: Send + Sync + 'static> Aside<T> {
    /// The answer on the register as it is; that of an earlier state while a new one is worked out, and nothing before
    /// the first.
    pub(crate) fn of(
        &mut self,
        ctx: &Context,
        session: &Session,
        work: impl FnOnce(&Register, &'static Guidance, Question) -> T + Send + 'static,
    ) -> Option<Arc<T>> {
        self.of_part(ctx, session, None, work).map(|(it, _)| it)
    }

    /// The same of one part, with whether it is of the register as it is.
    pub(crate) fn of_part(
        &mut self,
        ctx: &Context,
        session: &Session,
        part: Option<Id>,
        work: impl FnOnce(&Register, &'static Guidance, Question) -> T + Send + 'static,
    ) -> Option<(Arc<T>, bool)> {
        self.ask(ctx, session, &part, work);
        let (stamp, of, latest) = self.latest.as_ref()?;
        (*of == part).then(|| (Arc::clone(latest), *stamp == session.stamp()))
    }
}

impl<T: Send + Sync + 'static, Part: Clone + PartialEq> Aside<T, Part> {
    /// The answer on one part, or what was answered of another before it; with whether it is of this one as it is now.
    pub(crate) fn of_part_or_before(
        &mut self,
        ctx: &Context,
        session: &Session,
        part: &Part,
        work: impl FnOnce(&Register, &'static Guidance, Question) -> T + Send + 'static,
    ) -> Option<(Arc<T>, bool)> {
        self.ask(ctx, session, part, work);
        let (stamp, of, latest) = self.latest.as_ref()?;
        let is_current = of == part && *stamp == session.stamp();
        Some((Arc::clone(latest), is_current))
    }

    fn ask(
        &mut self,
        ctx: &Context,
        session: &Session,
        part: &Part,
        work: impl FnOnce(&Register, &'static Guidance, Question) -> T + Send + 'static,
    ) {
        if self.n_opened != session.n_opened() {
            *self = Self {
                n_opened: session.n_opened(),
                ..Self::default()
            };
        }
        self.take();
        let is_asked = |(stamp, of): &(Stamp, Part)| *stamp == session.stamp() && of == part;
        if self.under_way.is_none() && !self.asked.as_ref().is_some_and(is_asked) {
            self.start(ctx, session, part.clone(), work);
        }
    }

    fn take(&mut self) {
        let Some(receiver) = &self.under_way else {
            return;
        };
        match receiver.try_recv() {
            Ok(found) => {
                self.keep(found);
                self.under_way = None;
            }
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.under_way = None,
        }
    }

    fn keep(&mut self, found: T) {
        if let Some((stamp, part)) = &self.asked {
            self.latest = Some((*stamp, part.clone(), Arc::new(found)));
        }
    }

    fn start(
        &mut self,
        ctx: &Context,
        session: &Session,
        part: Part,
        work: impl FnOnce(&Register, &'static Guidance, Question) -> T + Send + 'static,
    ) {
        self.asked = Some((session.stamp(), part));
        let (sender, receiver) = mpsc::channel();
        let register = session.register().clone();
        let (guidance, question) = (session.guidance(), session.question());
        let ctx = ctx.clone();
        let started = thread::Builder::new()
            .name("aside".to_owned())
            .spawn(move || {
                // The page may have gone in the meantime.
                if sender.send(work(&register, guidance, question)).is_ok() {
                    ctx.request_repaint();
                }
            });
        if let Err(error) = started {
            log::error!("cannot start a worker: {error}");
            return;
        }
        match receiver.recv_timeout(PATIENCE) {
            Ok(found) => self.keep(found),
            Err(_) => self.under_way = Some(receiver),
        }
    }
}
