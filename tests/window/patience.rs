//! Waiting for a condition, never for a time; and never for ever.

use std::thread;
use std::time::{Duration, Instant};

/// How often a condition is looked at.
const PAUSE: Duration = Duration::from_millis(40);

/// How long a whole test may take.
#[derive(Clone, Copy)]
pub(crate) struct Patience {
    until: Instant,
}

impl Patience {
    /// Ends this many seconds from now.
    pub(crate) fn of_seconds(seconds: u64) -> Self {
        Self {
            until: Instant::now() + Duration::from_secs(seconds),
        }
    }

    /// What is left of it.
    pub(crate) fn left(self) -> Duration {
        self.until.saturating_duration_since(Instant::now())
    }

    /// Waits until `look` finds something.
    #[track_caller]
    pub(crate) fn wait<T>(self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(!self.left().is_zero(), "waited too long for {what}");
            thread::sleep(PAUSE);
        }
    }

    /// Waits until `value` gives `wanted`; says what it gave instead.
    #[track_caller]
    pub(crate) fn wait_for(self, what: &str, wanted: &str, mut value: impl FnMut() -> String) {
        loop {
            let found = value();
            if found == wanted {
                return;
            }
            let left = self.left();
            assert!(!left.is_zero(), "{what} is {found:?}, never {wanted:?}");
            thread::sleep(PAUSE);
        }
    }
}
