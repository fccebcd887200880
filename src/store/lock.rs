//! Marks that say who has a file in use: locked while their program runs, with a note of who, where and since when.

use std::env;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::time::Duration;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The longest note that is read.
const MOST_BYTES: u64 = 4096;
/// The most letters of a name that are shown.
const MOST_LETTERS: usize = 60;
/// A mark of another machine that is older than this, and that nobody holds, was left behind.
const DAY: Duration = Duration::from_hours(24);
/// A mark without a note is being written; after this it was left behind.
const MINUTE: Duration = Duration::from_mins(1);

/// Who has a file in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The name that they log in with; blank where the system does not say.
    pub user: String,
    /// The name of their machine; blank where the system does not say.
    pub host: String,
    /// Their program, as the system counts them.
    pub process: u32,
    /// Since when.
    pub since: Timestamp,
}

impl Holder {
    /// This program, from `since` on.
    pub fn here(since: Timestamp) -> Self {
        let variable = |names: &[&str]| {
            let found = names.iter().find_map(|name| env::var(name).ok());
            found.filter(|it| !it.trim().is_empty())
        };
        let from_file = |path: &str| fs::read_to_string(path).ok();
        let host = from_file("/proc/sys/kernel/hostname")
            .or_else(|| variable(&["COMPUTERNAME", "HOSTNAME"]))
            .or_else(|| from_file("/etc/hostname"));
        Self {
            user: shown(&variable(&["USER", "USERNAME", "LOGNAME"]).unwrap_or_default()),
            host: shown(&host.unwrap_or_default()),
            process: process::id(),
            since,
        }
    }

    /// Somebody who has left no note.
    fn unknown(since: Timestamp) -> Self {
        Self {
            user: String::new(),
            host: String::new(),
            process: 0,
            since,
        }
    }

    /// Whether both are on one machine, as far as their notes say.
    pub fn is_on_host_of(&self, other: &Self) -> bool {
        !self.host.is_empty() && self.host == other.host
    }
}

/// A mark that is ours; it goes when this does.
#[derive(Debug)]
pub struct Lock {
    mark: PathBuf,
    holder: Holder,
    /// Locked as long as it is open.
    _file: File,
}

impl Lock {
    /// Where it stands.
    pub fn mark(&self) -> &Path {
        &self.mark
    }
}

/// What came of asking for a mark.
#[derive(Debug)]
pub enum Locking {
    /// It is ours.
    Ours(Lock),
    /// Somebody else has it.
    Theirs(Holder),
    /// There is none, because none can be written there.
    Without,
}

/// A mark that was found.
pub(crate) struct Seen {
    hold: Hold,
    note: Option<Holder>,
    modified: Timestamp,
}

/// What the system says of a lock.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hold {
    /// A running program has it.
    Held,
    /// Nobody has it.
    Free,
    /// The file system knows no locks.
    Unknown,
}

/// Takes the mark `.~lock.NAME#` beside a file. It never waits, and it is advice: it keeps nobody from the file.
///
/// A mark that a program of this machine left behind is taken over, and so is one of another machine that nobody holds
/// and that is older than a day. Not every network drive tells one machine of the locks of another, so until then its
/// note is believed.
pub fn beside(path: &Path, us: &Holder) -> Locking {
    let Some(mark) = mark_beside(path) else {
        return Locking::Without;
    };
    take(mark, us, |seen| {
        seen.is_live(us, |note| is_within(note.since, us.since, DAY))
    })
}

/// Where the mark of a file stands; nothing for a path without a name.
pub fn mark_beside(path: &Path) -> Option<PathBuf> {
    // Everybody who reaches the file by a link meets at the file itself, or where it will be.
    let path = fs::canonicalize(path).or_else(|_| {
        let path = std::path::absolute(path)?;
        let folder = path.parent().unwrap_or(&path);
        let name = path.file_name().unwrap_or_default();
        fs::canonicalize(folder).map(|folder| folder.join(name))
    });
    let path = path.ok()?;
    let mut name = OsString::from(".~lock.");
    name.push(path.file_name()?);
    name.push("#");
    Some(path.with_file_name(name))
}

/// Takes a mark in a folder that only this user's programs write to: whoever does not hold its lock has ended.
pub(crate) fn own(mark: PathBuf, us: &Holder) -> Locking {
    take(mark, us, |seen| seen.is_live(us, |_| false))
}

impl Seen {
    /// Whether a running program has the mark. `elsewhere` decides on the note of another machine.
    fn is_live(&self, us: &Holder, elsewhere: impl FnOnce(&Holder) -> bool) -> bool {
        match (self.hold, &self.note) {
            (Hold::Held, _) => true,
            (_, None) => is_within(self.modified, us.since, MINUTE),
            (Hold::Unknown, Some(note)) if note.is_on_host_of(us) => is_running(note.process),
            (Hold::Free, Some(note)) if note.is_on_host_of(us) => false,
            (_, Some(note)) => elsewhere(note),
        }
    }
}

fn take(mark: PathBuf, us: &Holder, is_live: impl Fn(&Seen) -> bool) -> Locking {
    // Somebody else may take over the same mark at the same moment.
    for _ in 0..3 {
        let made = OpenOptions::new()
            .read(true)
            .write(true)
            .create_new(true)
            .open(&mark);
        match made {
            Ok(file) => return ours(mark, file, us),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => {
                log::debug!("no mark at {}: {error}", mark.display());
                return Locking::Without;
            }
        }
        let Some(seen) = look(&mark) else {
            return Locking::Without;
        };
        if is_live(&seen) {
            let unknown = Holder::unknown(seen.modified);
            return Locking::Theirs(seen.note.unwrap_or(unknown));
        }
        if fs::remove_file(&mark).is_err() {
            return Locking::Without;
        }
    }
    Locking::Without
}

fn ours(mark: PathBuf, mut file: File, us: &Holder) -> Locking {
    // Where the file system knows no locks, the note alone has to do.
    let _unsupported = file.try_lock();
    let written = ron::to_string(us)
        .map_err(io::Error::other)
        .and_then(|note| file.write_all(note.as_bytes()));
    if let Err(error) = written {
        log::debug!("no note at {}: {error}", mark.display());
    }
    Locking::Ours(Lock {
        mark,
        holder: us.clone(),
        _file: file,
    })
}

/// What stands at a mark; nothing if it is no file of ours, such as a link or a folder, or is gone.
fn look(mark: &Path) -> Option<Seen> {
    let seen = fs::symlink_metadata(mark).ok()?;
    if !seen.is_file() {
        return None;
    }
    let modified = seen.modified().ok().and_then(|at| at.try_into().ok());
    let open = |writes| OpenOptions::new().read(true).write(writes).open(mark);
    let file = open(true).or_else(|_| open(false)).ok();
    // A lock taken here ends with this function.
    let hold = match file.as_ref().map(File::try_lock) {
        Some(Ok(())) => Hold::Free,
        Some(Err(TryLockError::WouldBlock)) => Hold::Held,
        Some(Err(TryLockError::Error(_))) | None => Hold::Unknown,
    };
    Some(Seen {
        hold,
        note: file.and_then(note_in),
        modified: modified.unwrap_or(Timestamp::UNIX_EPOCH),
    })
}

/// The note in a mark, with names fit to be shown; somebody else wrote it.
fn note_in(file: File) -> Option<Holder> {
    let mut text = String::new();
    file.take(MOST_BYTES).read_to_string(&mut text).ok()?;
    let note: Holder = ron::from_str(&text).ok()?;
    Some(Holder {
        user: shown(&note.user),
        host: shown(&note.host),
        ..note
    })
}

/// A name in one line and not endless, whoever wrote it.
pub(crate) fn shown(name: &str) -> String {
    let letters = name.trim().chars().filter(|letter| !letter.is_control());
    letters.take(MOST_LETTERS).collect()
}

/// Whether two times are closer than `within`, whichever clock is wrong.
fn is_within(one: Timestamp, other: Timestamp, within: Duration) -> bool {
    one.duration_since(other).unsigned_abs() < within
}

/// Whether the system has a program of this number; where that cannot be asked, it is taken to have one.
fn is_running(process: u32) -> bool {
    let all = Path::new("/proc/self");
    !all.exists() || Path::new("/proc").join(process.to_string()).exists()
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Somebody who took it for left behind may have a mark of their own there by now.
        let is_ours = File::open(&self.mark).ok().and_then(note_in);
        if is_ours.is_none_or(|note| note == self.holder) {
            let _gone = fs::remove_file(&self.mark);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;
    use crate::store::tests::Folder;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn us() -> Holder {
        Holder::here(at("2026-05-04T10:00:00Z"))
    }

    fn mark(folder: &Folder) -> (PathBuf, PathBuf) {
        let file = fs::canonicalize(&folder.0).unwrap().join("plan.ron");
        fs::write(&file, "").unwrap();
        let mark = file.with_file_name(".~lock.plan.ron#");
        (file, mark)
    }

    #[test]
    fn a_mark_stands_while_it_is_held_and_names_its_holder() {
        let folder = Folder::new("lock-held");
        let (file, mark) = mark(&folder);
        let Locking::Ours(lock) = beside(&file, &us()) else {
            panic!("nobody else is here");
        };
        assert!(mark.is_file());
        let Locking::Theirs(holder) = beside(&file, &us()) else {
            panic!("it is held");
        };
        assert_eq!(holder, us());
        drop(lock);
        assert!(!mark.exists());
        assert!(matches!(beside(&file, &us()), Locking::Ours(_)));
    }

    #[test]
    fn marks_that_were_left_behind_are_taken_over_and_others_are_believed() {
        let ours = us().host;
        let check = |what: &str, host: &str, since: &str, is_believed: bool| {
            let folder = Folder::new("lock-left");
            let (file, mark) = mark(&folder);
            let note = Holder {
                user: "ann".into(),
                host: host.into(),
                process: 1,
                since: at(since),
            };
            fs::write(&mark, ron::to_string(&note).unwrap()).unwrap();
            match beside(&file, &us()) {
                Locking::Theirs(holder) => {
                    assert!(is_believed, "{what}");
                    assert_eq!(holder, note);
                }
                Locking::Ours(_) => assert!(!is_believed, "{what}"),
                Locking::Without => panic!("{what}"),
            }
        };
        let hour_ago = "2026-05-04T09:00:00Z";
        check(
            "a program of this machine that ended",
            &ours,
            hour_ago,
            false,
        );
        check("another machine, just now", "other-host", hour_ago, true);
        check(
            "another machine, its clock ahead",
            "other-host",
            "2026-05-04T11:00:00Z",
            true,
        );
        check(
            "another machine, two days ago",
            "other-host",
            "2026-05-02T09:00:00Z",
            false,
        );
        check(
            "another machine, in two years",
            "other-host",
            "2028-05-02T09:00:00Z",
            false,
        );
        check("a machine without a name", "", hour_ago, true);
    }

    #[test]
    fn in_a_folder_of_our_own_only_the_lock_counts() {
        let folder = Folder::new("lock-own");
        let path = folder.0.join("1.lock");
        let note = Holder {
            host: "laptop-at-another-desk".into(),
            ..us()
        };
        fs::write(&path, ron::to_string(&note).unwrap()).unwrap();
        let taken = own(path.clone(), &us());
        assert!(matches!(taken, Locking::Ours(_)));
        assert!(matches!(own(path, &us()), Locking::Theirs(_)));
    }

    #[test]
    fn a_mark_that_is_no_note_harms_nobody() {
        let folder = Folder::new("lock-odd");
        let (file, mark) = mark(&folder);
        let now = Holder::here(Timestamp::now());
        fs::write(&mark, "\u{0}(user: ").unwrap();
        // It may be half written just now; a minute later it was left behind.
        let Locking::Theirs(holder) = beside(&file, &now) else {
            panic!("too soon");
        };
        assert_eq!(holder.user, "");
        assert!(matches!(beside(&file, &us()), Locking::Ours(_)));
        fs::create_dir(&mark).unwrap();
        assert!(matches!(beside(&file, &now), Locking::Without));
        fs::remove_dir(&mark).unwrap();
        let note = format!(
            "(user:\"{}\\n\",host:\"x\",process:1,since:\"2026-05-04T09:00:00Z\")",
            "a".repeat(900)
        );
        fs::write(&mark, note).unwrap();
        let Locking::Theirs(holder) = beside(&file, &us()) else {
            panic!("it is another machine's");
        };
        assert_eq!(holder.user, "a".repeat(MOST_LETTERS));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_a_mark_is_not_followed() {
        let folder = Folder::new("lock-link");
        let (file, mark) = mark(&folder);
        let precious = folder.0.join("precious.txt");
        fs::write(&precious, "theirs").unwrap();
        std::os::unix::fs::symlink(&precious, &mark).unwrap();
        assert!(matches!(beside(&file, &us()), Locking::Without));
        assert_eq!(fs::read_to_string(&precious).unwrap(), "theirs");
        assert!(mark.is_symlink());
    }

    #[test]
    fn where_nothing_can_be_written_there_is_no_mark() {
        let nowhere = Path::new("no-such-folder").join("plan.ron");
        assert!(matches!(beside(&nowhere, &us()), Locking::Without));
        assert!(matches!(beside(Path::new("/"), &us()), Locking::Without));
    }
}
