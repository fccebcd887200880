//! Simulation beside the session: started when a page wants it, stopped by an edit, and never shown as newer than it is.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};

use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::session::jobs::{Done, Post, spawn};
use crate::session::session::{Session, Stamp};
use crate::uncertainty::ranges::is_any_ranged;
use crate::uncertainty::simulation::{Plan, Simulation, simulate};
use crate::units::progress::{Progress, Stop};

/// A register to simulate.
struct Task {
    stamp: Stamp,
    register: Register,
    guidance: &'static Guidance,
    question: Question,
    progress: Arc<Progress>,
    stop: Stop,
}

/// The worker, what it is doing, and what it said last.
pub(super) struct Simulating {
    tasks: Sender<Task>,
    running: Option<Running>,
    /// The state whose run the user stopped.
    stopped: Option<Stamp>,
    /// The state in which no input has a range.
    without_ranges: Option<Stamp>,
    latest: Option<(Stamp, Arc<Simulation>)>,
}

struct Running {
    stamp: Stamp,
    progress: Arc<Progress>,
    stop: Stop,
}

impl Simulating {
    pub(super) fn start(post: Post) -> Self {
        let (tasks, waiting) = mpsc::channel();
        spawn("simulation", move || run(&waiting, &post));
        Self {
            tasks,
            running: None,
            stopped: None,
            without_ranges: None,
            latest: None,
        }
    }

    /// Forgets what was said of another register.
    pub(super) fn forget(&mut self) {
        self.stop();
        self.latest = None;
        self.stopped = None;
    }

    /// Stops a run of another state than this.
    pub(super) fn keep_to(&mut self, stamp: Stamp) {
        if self.running.as_ref().is_some_and(|it| it.stamp != stamp) {
            self.stop();
        }
    }

    fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop.ask();
        }
    }

    /// Takes an answer up; one of a run that was stopped in the meantime is nobody's.
    pub(super) fn take(&mut self, stamp: Stamp, found: Option<Simulation>) {
        if self.running.as_ref().is_none_or(|it| it.stamp != stamp) {
            return;
        }
        self.running = None;
        self.latest = found.map(|it| (stamp, Arc::new(it))).or(self.latest.take());
    }
}

fn run(tasks: &Receiver<Task>, post: &Post) {
    while let Ok(mut task) = tasks.recv() {
        while let Ok(newer) = tasks.try_recv() {
            task = newer;
        }
        let plan = Plan::of(&task.register.settings);
        let found = simulate(
            &task.register,
            task.guidance,
            task.question,
            plan,
            &task.progress,
            &task.stop,
        );
        post.send(Done::Simulated {
            stamp: task.stamp,
            found: found.map(Box::new),
        });
    }
}

impl Session {
    /// Asks for a simulation of the present state, unless it is there, under way, or the user stopped it. A register
    /// without a range has nothing to simulate.
    pub fn want_simulation(&mut self) {
        let stamp = self.stamp();
        let it = &self.simulating;
        let is_there = it.latest.as_ref().is_some_and(|(of, _)| *of == stamp);
        let is_under_way = it.running.as_ref().is_some_and(|it| it.stamp == stamp);
        let is_nothing = it.stopped == Some(stamp) || it.without_ranges == Some(stamp);
        if is_there || is_under_way || is_nothing {
            return;
        }
        if !is_any_ranged(self.register()) {
            self.simulating.without_ranges = Some(stamp);
            self.simulating.latest = None;
            return;
        }
        let task = Task {
            stamp,
            register: self.register().clone(),
            guidance: self.guidance(),
            question: self.question(),
            progress: Arc::default(),
            stop: Stop::default(),
        };
        self.simulating.stop();
        self.simulating.running = Some(Running {
            stamp,
            progress: Arc::clone(&task.progress),
            stop: task.stop.clone(),
        });
        if self.simulating.tasks.send(task).is_err() {
            log::error!("the simulation worker has ended");
            self.simulating.running = None;
        }
    }

    /// What the last simulation says; of an earlier state while `is_simulation_stale`.
    pub fn simulation(&self) -> Option<&Arc<Simulation>> {
        self.simulating.latest.as_ref().map(|(_, it)| it)
    }

    /// What the last simulation says, where it is of the register as it is now.
    pub fn current_simulation(&self) -> Option<&Arc<Simulation>> {
        self.simulation().filter(|_| !self.is_simulation_stale())
    }

    /// Whether the last simulation is of an earlier state than the register.
    pub fn is_simulation_stale(&self) -> bool {
        let stamp = self.stamp();
        let of = self.simulating.latest.as_ref();
        of.is_some_and(|(of, _)| *of != stamp)
    }

    /// Partnerships done of those to do, while a simulation is under way.
    pub fn simulation_progress(&self) -> Option<(u32, u32)> {
        let running = self.simulating.running.as_ref()?;
        Some(running.progress.get())
    }

    /// Whether it was seen that no input has a range, so that there is nothing to simulate.
    pub fn has_nothing_to_simulate(&self) -> bool {
        self.simulating.without_ranges == Some(self.stamp())
    }

    /// Whether the user stopped the simulation of the register as it is now.
    pub fn is_simulation_stopped(&self) -> bool {
        self.simulating.stopped == Some(self.stamp())
    }

    pub(super) fn stop_simulation(&mut self) {
        self.simulating.stopped = Some(self.stamp());
        self.simulating.stop();
    }

    pub(super) fn simulate_again(&mut self) {
        self.simulating.stopped = None;
        self.want_simulation();
    }
}
