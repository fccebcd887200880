//! The processor time of this thread alone, so that a busy machine does not count.

use std::fs;
use std::time::{Duration, Instant};

/// The times of many runs of one thing.
pub(crate) struct Times(Vec<Duration>);

/// Runs `work` so many times and takes the time of each.
pub(crate) fn times(n: usize, mut work: impl FnMut(usize)) -> Times {
    let times = (0..n).map(|at| {
        let before = now();
        work(at);
        now().saturating_sub(before)
    });
    let mut times: Vec<Duration> = times.collect();
    times.sort_unstable();
    Times(times)
}

impl Times {
    /// So many per cent of the runs took no longer than this.
    pub(crate) fn percentile(&self, percent: usize) -> Duration {
        let last = self.0.len().saturating_sub(1);
        let at = last.saturating_mul(percent).div_ceil(100);
        self.0.get(at).copied().unwrap_or_default()
    }
}

/// What this thread has used of a processor; where the system does not say, the time on the wall.
fn now() -> Duration {
    thread_time().unwrap_or_else(|| {
        static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    })
}

/// The first figure of this file is the nanoseconds on a processor, brought up to date when the thread yields.
fn thread_time() -> Option<Duration> {
    std::thread::yield_now();
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = text.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}
