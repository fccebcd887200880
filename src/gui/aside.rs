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
use crate::units::progress::Watch;

/// How long a frame waits for an answer: a usual register is done within it, so that nothing flickers.
const PATIENCE: Duration = Duration::from_millis(8);

/// How long something is worked out before its progress is shown, and how often it then is.
const UNSEEN: f64 = 0.5;
const STEP: Duration = Duration::from_millis(100);

/// One kind of answer; `Part` says what of the register it is of: one record or all of it, unless it is something else.
pub(crate) struct Aside<T, Part = Option<Id>> {
    n_opened: u64,
    /// The state that it was asked of last, and which of its parts.
    asked: Option<(Stamp, Part)>,
    /// The last answer, and what it is of.
    latest: Option<(Stamp, Part, Arc<T>)>,
    under_way: Option<UnderWay<T>>,
}

/// What is being worked out.
struct UnderWay<T> {
    /// Nothing comes where it was stopped.
    receiver: Receiver<Option<T>>,
    watch: Watch,
    /// When it was started, in seconds of the window.
    since: f64,
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

    /// Starts what was not asked yet, once nothing else is worked out.
    fn ask(
        &mut self,
        ctx: &Context,
        session: &Session,
        part: &Part,
        work: impl FnOnce(&Register, &'static Guidance, Question) -> T + Send + 'static,
    ) {
        self.prepare(session);
        let wanted = (session.stamp(), part.clone());
        if self.under_way.is_none() && self.asked.as_ref() != Some(&wanted) {
            self.start(ctx, session, wanted.1, |register, guidance, question, _| {
                Some(work(register, guidance, question))
            });
        }
    }

    /// The answer on a part, with whether it is the one that is wanted; that of an earlier state or another part while
    /// it is worked out. What is worked out of another is stopped at its next look at the watch; work that was stopped
    /// gives nothing.
    pub(crate) fn watched(
        &mut self,
        ctx: &Context,
        session: &Session,
        part: &Part,
        work: impl FnOnce(&Register, &'static Guidance, Question, &Watch) -> Option<T> + Send + 'static,
    ) -> Option<(Arc<T>, bool)> {
        self.prepare(session);
        let wanted = (session.stamp(), part.clone());
        if self.asked.as_ref() != Some(&wanted) {
            if let Some(under_way) = self.under_way.take() {
                under_way.watch.stop.ask();
            }
            self.start(ctx, session, part.clone(), work);
        }
        if self.under_way.is_some() {
            ctx.request_repaint_after(STEP);
        }
        let (stamp, of, latest) = self.latest.as_ref()?;
        Some((Arc::clone(latest), (*stamp, of) == (wanted.0, &wanted.1)))
    }

    /// Parts done, of how many, once it has been under way for so long that somebody waits.
    pub(crate) fn progress(&self, ctx: &Context) -> Option<(u32, u32)> {
        let under_way = self.under_way.as_ref()?;
        let now = ctx.input(|input| input.time);
        let is_long = now - under_way.since >= UNSEEN;
        is_long.then(|| under_way.watch.progress.get())
    }

    /// Whether it is being worked out.
    pub(crate) fn is_under_way(&self) -> bool {
        self.under_way.is_some()
    }

    /// Ends what is worked out; it starts again after an edit, or when asked for.
    pub(crate) fn stop(&mut self) {
        if let Some(under_way) = self.under_way.take() {
            under_way.watch.stop.ask();
        }
    }

    /// Works it out again although it was stopped.
    pub(crate) fn start_again(&mut self) {
        self.asked = None;
    }

    /// Forgets another register, and takes up an answer.
    fn prepare(&mut self, session: &Session) {
        if self.n_opened != session.n_opened() {
            self.stop();
            *self = Self {
                n_opened: session.n_opened(),
                ..Self::default()
            };
        }
        let Some(under_way) = &self.under_way else {
            return;
        };
        match under_way.receiver.try_recv() {
            Ok(found) => {
                self.keep(found);
                self.under_way = None;
            }
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.under_way = None,
        }
    }

    fn keep(&mut self, found: Option<T>) {
        if let Some(((stamp, part), found)) = self.asked.clone().zip(found) {
            self.latest = Some((stamp, part, Arc::new(found)));
        }
    }

    fn start(
        &mut self,
        ctx: &Context,
        session: &Session,
        part: Part,
        work: impl FnOnce(&Register, &'static Guidance, Question, &Watch) -> Option<T> + Send + 'static,
    ) {
        self.asked = Some((session.stamp(), part));
        let (sender, receiver) = mpsc::channel();
        let register = session.register().clone();
        let (guidance, question) = (session.guidance(), session.question());
        let watch = Watch::default();
        let (watched, again) = (watch.clone(), ctx.clone());
        let started = thread::Builder::new()
            .name("aside".to_owned())
            .spawn(move || {
                // The page may have gone in the meantime.
                let found = work(&register, guidance, question, &watched);
                if sender.send(found).is_ok() {
                    again.request_repaint();
                }
            });
        if let Err(error) = started {
            log::error!("cannot start a worker: {error}");
            return;
        }
        match receiver.recv_timeout(PATIENCE) {
            Ok(found) => self.keep(found),
            Err(_) => {
                self.under_way = Some(UnderWay {
                    receiver,
                    watch,
                    since: ctx.input(|input| input.time),
                });
            }
        }
    }
}
