//! Unsaved changes, kept in a folder of their own: a register, a note of where it belongs, and a mark while in use.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::model::register::Register;
use crate::store::error::StoreError;
use crate::store::fingerprint::Fingerprint;
use crate::store::lock::{self, Holder, Lock, Locking};
use crate::store::read::{self, Opened};
use crate::store::wording::of_system;
use crate::store::{atomic, write};

/// The longest note that is read.
const MOST_BYTES: u64 = 64 << 10;
/// The most that are offered at once.
const MOST_ENTRIES: usize = 100;
/// A piece of a file that was being written this long ago will not be finished.
const DAY: Duration = Duration::from_hours(24);

/// What a kept register belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The file that was open; nothing for a register that was never saved.
    pub path: Option<PathBuf>,
    /// What that file was like when it was opened.
    pub fingerprint: Option<Fingerprint>,
    /// When the register was kept.
    pub kept: Timestamp,
    /// The version of the program that kept it.
    pub program: String,
    /// That program, as the system counted it.
    pub process: u32,
}

impl Note {
    /// A note of this program. A path that cannot be written down as text is left out.
    pub fn new(path: Option<&Path>, fingerprint: Option<&Fingerprint>, kept: Timestamp) -> Self {
        let path = path.filter(|path| path.to_str().is_some());
        let path = path.and_then(|path| std::path::absolute(path).ok());
        Self {
            path,
            fingerprint: fingerprint.cloned(),
            kept,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            process: std::process::id(),
        }
    }
}

/// One kept register. As long as this lives no other program takes it up; it stays on disk until [`Entry::remove`].
#[derive(Debug)]
pub struct Entry {
    folder: PathBuf,
    name: String,
    _lock: Option<Lock>,
}

impl Entry {
    /// A new place in `folder`, which is made if need be and closed to other users.
    ///
    /// # Errors
    /// Why not, in words for the user.
    pub fn new(folder: &Path, us: &Holder) -> Result<Self, String> {
        make(folder).map_err(|error| of_system(&error))?;
        for n in 0..1000 {
            let name = format!("{}-{}-{n}", us.since.as_millisecond(), us.process);
            let entry = |lock| Self {
                folder: folder.to_owned(),
                name: name.clone(),
                _lock: lock,
            };
            if entry(None).register().exists() {
                continue;
            }
            match lock::own(folder.join(format!("{name}.lock")), us) {
                Locking::Ours(lock) => return Ok(entry(Some(lock))),
                // The system will say why not when the register is written.
                Locking::Without => return Ok(entry(None)),
                Locking::Theirs(_) => {}
            }
        }
        Err("there are too many entries".to_owned())
    }

    /// What tells it apart in its folder; later ones sort behind earlier ones.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Where the register is kept.
    pub fn register(&self) -> PathBuf {
        self.folder.join(format!("{}.ron", self.name))
    }

    fn note_path(&self) -> PathBuf {
        self.folder.join(format!("{}.note", self.name))
    }

    /// Keeps a register in place of what was kept before, which stays until this is whole.
    ///
    /// # Errors
    /// Why not, in words for the user.
    pub fn keep(&self, register: &Register, note: &Note) -> Result<(), String> {
        let of_system = |error: io::Error| of_system(&error);
        let text = write::to_text(register).map_err(|error| error.what())?;
        let note = ron::ser::to_string_pretty(note, ron::ser::PrettyConfig::new().new_line("\n"))
            .map_err(|error| error.to_string())?;
        make(&self.folder).map_err(of_system)?;
        for (path, text) in [(self.register(), text), (self.note_path(), note)] {
            atomic::replace(&path, |file| file.write_all(text.as_bytes())).map_err(of_system)?;
        }
        Ok(())
    }

    /// Reads what is kept.
    ///
    /// # Errors
    /// Why it cannot be read, as for any other register.
    pub fn read(&self) -> Result<Opened, StoreError> {
        read::read(&self.register())
    }

    /// What it belongs to; nothing if the note is missing or makes no sense. Somebody else may have written it.
    pub fn note(&self) -> Option<Note> {
        let file = File::open(self.note_path()).ok()?;
        let mut text = String::new();
        file.take(MOST_BYTES).read_to_string(&mut text).ok()?;
        let mut note: Note = ron::from_str(&text).ok()?;
        // Without knowing what the file was like, nobody could tell whether saving destroys a colleague's work.
        let is_safe = |path: &PathBuf| path.is_absolute() && note.fingerprint.is_some();
        note.path = note.path.filter(is_safe);
        Some(note)
    }

    /// When it was last written, as the disk has it.
    pub fn modified(&self) -> Option<Timestamp> {
        let seen = fs::metadata(self.register()).ok()?;
        seen.modified().ok()?.try_into().ok()
    }

    /// Deletes it.
    ///
    /// # Errors
    /// What the system says; then it is still there.
    pub fn remove(self) -> io::Result<()> {
        for path in [self.register(), self.note_path()] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(())
    }
}

/// What programs that have ended left in `folder`, the earliest first. What a running program holds is not among it.
pub fn find(folder: &Path, us: &Holder) -> Vec<Entry> {
    let Ok(files) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names = Vec::new();
    for file in files.flatten() {
        let name = file.file_name();
        let Some(name) = name.to_str() else { continue };
        if name.starts_with('.') {
            tidy(&file.path());
        } else if let Some((name, "ron" | "note" | "lock")) = name.rsplit_once('.') {
            names.push(name.to_owned());
        }
    }
    names.sort();
    names.dedup();
    let mut found = Vec::new();
    for name in names {
        if found.len() == MOST_ENTRIES {
            break;
        }
        let mark = folder.join(format!("{name}.lock"));
        let lock = match lock::own(mark, us) {
            Locking::Ours(lock) => Some(lock),
            Locking::Without => None,
            Locking::Theirs(_) => continue,
        };
        let entry = Entry {
            folder: folder.to_owned(),
            name,
            _lock: lock,
        };
        if entry.register().exists() {
            found.push(entry);
        } else if let Err(error) = entry.remove() {
            log::debug!("the rest of an entry stays: {error}");
        }
    }
    found
}

/// Removes a piece that a program was writing when it ended.
fn tidy(path: &Path) {
    let modified = fs::symlink_metadata(path).and_then(|seen| seen.modified());
    let age = modified.map(|at| SystemTime::now().duration_since(at));
    if let Ok(Ok(age)) = age
        && age > DAY
    {
        let _gone = fs::remove_file(path);
    }
}

/// Makes the folder, for this user alone.
fn make(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tests::{Folder, register, with_meeting};

    fn us() -> Holder {
        Holder::here("2026-05-04T10:00:00Z".parse().unwrap())
    }

    fn sample() -> Register {
        register(&with_meeting("length: \"1.5\""))
    }

    fn note() -> Note {
        let path = std::path::absolute("plan.ron").unwrap();
        let print = Fingerprint::new(b"abc", Some(SystemTime::UNIX_EPOCH + DAY));
        Note::new(Some(&path), Some(&print), us().since)
    }

    fn names(folder: &Folder) -> Vec<String> {
        let files = fs::read_dir(folder.0.join("kept")).unwrap();
        let mut names: Vec<_> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    /// A folder with an entry whose program has ended.
    fn left(test: &str) -> (Folder, PathBuf) {
        let folder = Folder::new(test);
        let kept = folder.0.join("kept");
        let entry = Entry::new(&kept, &us()).unwrap();
        entry.keep(&sample(), &note()).unwrap();
        (folder, kept)
    }

    #[test]
    fn what_is_kept_is_found_with_its_note_once_its_program_has_ended() {
        let folder = Folder::new("kept-found");
        let kept = folder.0.join("kept");
        let entry = Entry::new(&kept, &us()).unwrap();
        entry.keep(&sample(), &note()).unwrap();
        assert!(find(&kept, &us()).is_empty(), "it is still in use");
        drop(entry);
        let found = find(&kept, &us());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].read().unwrap().register, sample());
        assert_eq!(found[0].note(), Some(note()));
        assert!(find(&kept, &us()).is_empty(), "another program offers it");
        for entry in found {
            entry.remove().unwrap();
        }
        assert_eq!(names(&folder), [""; 0]);
    }

    #[test]
    fn two_registers_of_one_program_have_a_place_each() {
        let folder = Folder::new("kept-two");
        let (one, two) = (
            Entry::new(&folder.0, &us()).unwrap(),
            Entry::new(&folder.0, &us()).unwrap(),
        );
        assert_ne!(one.name(), two.name());
        one.keep(&sample(), &note()).unwrap();
        drop(one);
        let three = Entry::new(&folder.0, &us()).unwrap();
        assert!(
            !three.register().exists(),
            "what is kept is never replaced by another"
        );
    }

    #[test]
    fn a_note_that_makes_no_sense_is_none_and_the_register_is_still_there() {
        let (_folder, kept) = left("kept-note");
        let path = find(&kept, &us())[0].note_path();
        let good = fs::read_to_string(&path).unwrap();
        let check = |text: &str, is_note: bool, has_path: bool| {
            fs::write(&path, text).unwrap();
            let found = find(&kept, &us());
            let note = found[0].note();
            assert_eq!(note.is_some(), is_note, "{text:.80}");
            assert_eq!(
                note.is_some_and(|it| it.path.is_some()),
                has_path,
                "{text:.80}"
            );
            assert_eq!(found[0].read().unwrap().register, sample());
        };
        check(&good, true, true);
        check(
            &good.replacen("(\n", "(\n  later: \"field\",\n", 1),
            true,
            true,
        );
        check("", false, false);
        check(&good[..good.len() / 2], false, false);
        check(&"(".repeat(100_000), false, false);
        check(
            "(path: Some(\"../plan.ron\"), fingerprint: None, kept: \"2026-05-04T10:00:00Z\", program: \"\", process: 1)",
            true,
            false,
        );
        check(
            "(path: Some(\"/etc/passwd\"), fingerprint: None, kept: \"2026-05-04T10:00:00Z\", program: \"\", process: 1)",
            true,
            false,
        );
        check(
            "(path: None, fingerprint: None, kept: \"yesterday\", program: \"\", process: -1)",
            false,
            false,
        );
        fs::remove_file(&path).unwrap();
        assert_eq!(find(&kept, &us())[0].note(), None);
    }

    #[test]
    fn what_was_never_whole_is_tidied_and_what_cannot_be_read_is_not() {
        let (folder, kept) = left("kept-tidy");
        for name in ["1.lock", "2.note", "other.txt"] {
            fs::write(kept.join(name), "").unwrap();
        }
        let piece = kept.join(".3.ron.a1b2c3");
        fs::write(&piece, "(format").unwrap();
        let old = SystemTime::now() - 2 * DAY;
        File::options()
            .write(true)
            .open(&piece)
            .unwrap()
            .set_modified(old)
            .unwrap();
        fs::write(kept.join(".4.ron.a1b2c3"), "(format").unwrap();
        let found = find(&kept, &us());
        let path = found[0].register();
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, &text[..text.len() / 2]).unwrap();
        assert!(
            found[0]
                .read()
                .unwrap_err()
                .to_string()
                .contains("ends too early")
        );
        drop(found);
        assert_eq!(find(&kept, &us()).len(), 1);
        assert!(path.is_file());
        let names = names(&folder);
        assert_eq!(names.len(), 4, "{names:?}");
        assert!(names.contains(&".4.ron.a1b2c3".to_owned()), "{names:?}");
        assert!(names.contains(&"other.txt".to_owned()), "{names:?}");
    }

    #[test]
    fn a_folder_that_cannot_be_used_says_why_and_holds_nothing() {
        let folder = Folder::new("kept-nowhere");
        let taken = folder.0.join("taken");
        fs::write(&taken, "a file").unwrap();
        assert!(Entry::new(&taken, &us()).is_err());
        assert!(Entry::new(&taken.join("below"), &us()).is_err());
        assert!(find(&taken, &us()).is_empty());
        assert!(find(&folder.0.join("none"), &us()).is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn other_users_may_not_look_into_the_folder() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, kept) = left("kept-private");
        let mode = fs::metadata(&kept).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0);
    }
}
