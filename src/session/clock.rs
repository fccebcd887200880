//! The two clocks that the session reads, so that tests can turn them.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::{Timestamp, Zoned};

use crate::units::display;

/// A clock that only goes on, and one that the user sees and may set.
#[derive(Clone)]
pub struct Clock {
    /// Time since the program started.
    pub steady: Arc<dyn Fn() -> Duration + Send + Sync>,
    /// The user's day and time.
    pub wall: Arc<dyn Fn() -> Zoned + Send + Sync>,
}

impl Clock {
    /// The clocks of the system.
    pub fn of_system() -> Self {
        let started = Instant::now();
        Self {
            steady: Arc::new(move || started.elapsed()),
            wall: Arc::new(Zoned::now),
        }
    }

    pub(crate) fn steady(&self) -> Duration {
        (self.steady)()
    }

    pub(crate) fn wall(&self) -> Zoned {
        (self.wall)()
    }
}

/// A moment as people say it: `today 14:32`, `yesterday 9:05`, `4 May 2026 14:32`.
pub fn when(at: Timestamp, now: &Zoned) -> String {
    let at = at.to_zoned(now.time_zone().clone());
    let time = time_of_day(&at);
    if at.date() == now.date() {
        format!("today {time}")
    } else if at.date().tomorrow().is_ok_and(|day| day == now.date()) {
        format!("yesterday {time}")
    } else {
        format!("{} {time}", display::date(at.date()))
    }
}

/// The same behind the word “since”, which needs no “today”.
pub fn since(at: Timestamp, now: &Zoned) -> String {
    let text = when(at, now);
    text.strip_prefix("today ").unwrap_or(&text).to_owned()
}

/// A time as it is written everywhere: `09:05`.
pub fn time_of_day(at: &Zoned) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_said_by_the_day_it_was() {
        let now: Zoned = "2026-05-04T14:32[+00:00]".parse().unwrap();
        let check = |at: &str, expected: &str, behind_since: &str| {
            let at: Zoned = format!("{at}[+00:00]").parse().unwrap();
            assert_eq!(when(at.timestamp(), &now), expected);
            assert_eq!(since(at.timestamp(), &now), behind_since);
        };
        check("2026-05-04T10:42", "today 10:42", "10:42");
        check("2026-05-04T00:00", "today 00:00", "00:00");
        check("2026-05-03T23:59", "yesterday 23:59", "yesterday 23:59");
        check("2026-05-02T09:05", "2 May 2026 09:05", "2 May 2026 09:05");
        // A clock that was set back since.
        check("2026-05-04T18:00", "today 18:00", "18:00");
        check("2027-01-01T08:00", "1 Jan 2027 08:00", "1 Jan 2027 08:00");
    }
}
