//! When unsaved changes are kept: an interval after the first that is not, however fast others follow.

use std::time::Duration;

/// The time that is left until unsaved changes are kept. Times are of a clock that only goes on.
#[derive(Clone, Debug)]
pub(crate) struct Pace {
    interval: Duration,
    due: Option<Duration>,
}

impl Pace {
    /// A pace at which a change is never older than `interval` when it is kept.
    pub(crate) fn new(interval: Duration) -> Self {
        Self {
            interval,
            due: None,
        }
    }

    /// Something changed.
    pub(crate) fn changed(&mut self, now: Duration) {
        let due = now.saturating_add(self.interval);
        self.due = Some(self.due.map_or(due, |earlier| earlier.min(due)));
    }

    /// All is kept, or nothing is worth keeping any more.
    pub(crate) fn rest(&mut self) {
        self.due = None;
    }

    /// Keeping failed: it is tried again an interval later.
    pub(crate) fn failed(&mut self, now: Duration) {
        self.due = Some(now.saturating_add(self.interval));
    }

    /// When something is to be kept, if ever.
    pub(crate) fn due(&self) -> Option<Duration> {
        self.due
    }

    /// Whether that is now.
    pub(crate) fn is_due(&self, now: Duration) -> bool {
        self.due.is_some_and(|due| due <= now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const INTERVAL: Duration = Duration::from_secs(30);

    fn seconds(n: u64) -> Duration {
        Duration::from_secs(n)
    }

    #[test]
    fn no_change_waits_longer_than_the_interval_whatever_the_rhythm_of_typing() {
        // Every second, every other second, …: also just before and just after the interval.
        for every in [1, 2, 7, 29, 30, 31, 61] {
            let mut pace = Pace::new(INTERVAL);
            let mut oldest = None;
            let mut n_kept = 0;
            for now in 0..600 {
                if now % every == 0 {
                    pace.changed(seconds(now));
                    oldest = oldest.or(Some(now));
                }
                if pace.is_due(seconds(now)) {
                    pace.rest();
                    oldest = None;
                    n_kept += 1;
                }
                assert!(oldest.is_none_or(|at| now - at < 30), "{every} s, at {now}");
            }
            assert!(n_kept <= 20, "{n_kept} times in 600 s");
        }
    }

    #[test]
    fn nothing_is_due_while_nothing_changes_and_a_failure_is_tried_again() {
        let mut pace = Pace::new(INTERVAL);
        assert_eq!(pace.due(), None);
        pace.changed(seconds(5));
        assert_eq!(pace.due(), Some(seconds(35)));
        pace.failed(seconds(35));
        pace.changed(seconds(36));
        assert_eq!(pace.due(), Some(seconds(65)));
        pace.rest();
        assert_eq!(pace.due(), None);
        pace.changed(Duration::MAX);
        assert!(!pace.is_due(seconds(1000)));
    }
}
