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

/// What works an answer out of a register.
type Work<T> = fn(&Register, &'static Guidance, Question) -> T;

/// How long a frame waits for an answer: a usual register is done within it, so that nothing flickers.
const PATIENCE: Duration = Duration::from_millis(8);

/// One kind of answer.
pub(crate) struct Aside<T> {
    n_opened: u64,
    asked: Option<Stamp>,
    latest: Option<Arc<T>>,
    under_way: Option<Receiver<T>>,
}

impl<T> Default for Aside<T> {
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
    pub(crate) fn of(&mut self, ctx: &Context, session: &Session, work: Work<T>) -> Option<Arc<T>> {
        if self.n_opened != session.n_opened() {
            *self = Self {
                n_opened: session.n_opened(),
                ..Self::default()
            };
        }
        self.take();
        if self.under_way.is_none() && self.asked != Some(session.stamp()) {
            self.start(ctx, session, work);
        }
        self.latest.clone()
    }

    fn take(&mut self) {
        let Some(receiver) = &self.under_way else {
            return;
        };
        match receiver.try_recv() {
            Ok(found) => {
                self.latest = Some(Arc::new(found));
                self.under_way = None;
            }
            Err(TryRecvError::Empty) => {}
            Err(TryRecvError::Disconnected) => self.under_way = None,
        }
    }

    fn start(&mut self, ctx: &Context, session: &Session, work: Work<T>) {
        self.asked = Some(session.stamp());
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
            Ok(found) => self.latest = Some(Arc::new(found)),
            Err(_) => self.under_way = Some(receiver),
        }
    }
}
