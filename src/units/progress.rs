//! How far a long calculation has come, and the wish that it end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

/// Asked between blocks: once it is set, work stops.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    /// Asks for the end.
    pub fn ask(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    pub fn is_asked(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// How far work has come.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU32,
    all: AtomicU32,
}

impl Progress {
    /// Parts done, of how many.
    pub fn get(&self) -> (u32, u32) {
        (
            self.done.load(Ordering::Relaxed),
            self.all.load(Ordering::Relaxed),
        )
    }

    /// Starts on so many parts.
    pub fn start(&self, all: usize) {
        self.done.store(0, Ordering::Relaxed);
        let all = u32::try_from(all).unwrap_or(u32::MAX);
        self.all.store(all, Ordering::Relaxed);
    }

    /// One part more is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// Both sides of long work: how far it has come, and the wish that it end.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    /// How far it has come.
    pub progress: Arc<Progress>,
    /// Whether somebody wants it to end.
    pub stop: Stop,
}
