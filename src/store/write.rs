//! A register to text and to a file; the old file is there until the new one is.

use std::fs;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::Serialize;

use crate::model::register::Register;
use crate::store::atomic;
use crate::store::error::StoreError;
use crate::store::fingerprint::Fingerprint;
use crate::store::header::Header;
use crate::store::read::{self, name_of};

/// The text of a register in the newest format; the same register always gives the same text.
///
/// # Errors
/// When the register has no text, which no register that was opened or typed has shown.
pub fn to_text(register: &Register) -> Result<String, StoreError> {
    let header = Header::newest(&register.settings.guidance);
    let mut text = pretty(&header, 0)?;
    text.push('\n');
    text.push_str(&pretty(register, LINES_WITHIN)?);
    text.push('\n');
    Ok(text)
}

/// What lies deeper, such as a line of attendees, is one line of text.
const LINES_WITHIN: usize = 6;

fn pretty(value: &impl Serialize, lines_within: usize) -> Result<String, StoreError> {
    let config = PrettyConfig::new()
        .new_line("\n")
        .indentor("  ")
        .struct_names(false)
        .depth_limit(lines_within);
    read::options()
        .to_string_pretty(value, config)
        .map_err(|error| StoreError::NoText {
            what: error.to_string(),
        })
}

/// Saves a register and says what the file is now like.
///
/// With `expected`, a file that has changed since that fingerprint was taken is left alone. A colleague who saves within
/// the same instant is kept out by the file's lock, not here.
///
/// # Errors
/// [`StoreError::ChangedOnDisk`], or why the file cannot be written. The file on disk is then as it was.
pub fn save(
    path: &Path,
    register: &Register,
    expected: Option<&Fingerprint>,
) -> Result<Fingerprint, StoreError> {
    let name = name_of(path);
    let text = to_text(register)?;
    // A file that cannot be opened again is a lost one, so this is tried while the old file is still there.
    if let Err(why) = read::parse(&text, &name) {
        let why = Box::new(why);
        return Err(StoreError::WouldNotReopen { name, why });
    }
    if let Ok(seen) = fs::metadata(path) {
        if !seen.is_file() {
            let is_folder = seen.is_dir();
            return Err(StoreError::NotAFile { name, is_folder });
        }
        if seen.permissions().readonly() {
            return Err(StoreError::ReadOnly { name });
        }
    }
    let not_written = |why| StoreError::NotWritten {
        name: name.clone(),
        why,
    };
    if let Some(expected) = expected
        && expected.differs_from_disk(path).map_err(not_written)?
    {
        return Err(StoreError::ChangedOnDisk { name });
    }
    let written =
        atomic::replace(path, |file| file.write_all(text.as_bytes())).map_err(not_written)?;
    Ok(Fingerprint::new(text.as_bytes(), written))
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::path::PathBuf;

    use super::*;
    use crate::model::register::Register;
    use crate::store::tests::{Folder, register, with_meeting};
    use crate::units::input::Input;
    use crate::units::quantity::{Hours, Quantity};

    fn sample() -> Register {
        register(&with_meeting(
            "length: \"1.5\", name: \"Ashmere’s £ \\\"board\\\"\\n\"",
        ))
    }

    fn names_in(folder: &Folder) -> Vec<String> {
        let names = fs::read_dir(&folder.0).unwrap();
        names
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect()
    }

    fn saved(test: &str) -> (Folder, PathBuf, Fingerprint) {
        let folder = Folder::new(test);
        let path = folder.0.join("plan.ron");
        let fingerprint = save(&path, &sample(), None).unwrap();
        (folder, path, fingerprint)
    }

    #[test]
    fn what_is_saved_opens_as_the_same_register_and_the_same_bytes() {
        let (_folder, path, fingerprint) = saved("round-trip");
        let opened = read::read(&path).unwrap();
        assert_eq!(opened.register, sample());
        assert_eq!(opened.fingerprint, fingerprint);
        let bytes = fs::read_to_string(&path).unwrap();
        assert_eq!(to_text(&opened.register).unwrap(), bytes);
        assert!(!bytes.contains('\r') && bytes.ends_with(")\n"));
    }

    #[test]
    fn a_colleagues_work_is_not_overwritten_unless_asked() {
        let (_folder, path, fingerprint) = saved("changed");
        let mut theirs = sample();
        theirs.last_id = 40;
        let text = to_text(&theirs).unwrap();
        fs::write(&path, &text).unwrap();
        let refused = save(&path, &sample(), Some(&fingerprint)).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "Cannot save \"plan.ron\": somebody has changed it since it was opened"
        );
        assert!(fingerprint.has_changed(&path).unwrap());
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
        let now = save(&path, &sample(), None).unwrap();
        assert!(now.has_same_content(&fingerprint));
        assert!(!now.has_changed(&path).unwrap());
        save(&path, &theirs, Some(&now)).unwrap();
    }

    #[test]
    fn the_same_bytes_with_a_new_time_are_no_change() {
        let (_folder, path, fingerprint) = saved("touched");
        fs::write(&path, fs::read(&path).unwrap()).unwrap();
        assert!(!fingerprint.has_changed(&path).unwrap());
        save(&path, &sample(), Some(&fingerprint)).unwrap();
        fs::remove_file(&path).unwrap();
        save(&path, &sample(), Some(&fingerprint)).unwrap();
    }

    #[test]
    fn a_failure_half_way_leaves_the_old_file_and_nothing_else() {
        let (folder, path, _) = saved("half");
        let before = fs::read(&path).unwrap();
        let failed = atomic::replace(&path, |file| {
            file.write_all(b"(format: ")?;
            Err(io::Error::from(io::ErrorKind::StorageFull))
        });
        let error = StoreError::NotWritten {
            name: "plan.ron".into(),
            why: failed.unwrap_err(),
        };
        assert_eq!(
            format!("{error}. {}", error.hint()),
            "Cannot save \"plan.ron\": the disk is full. The file is as it was. Save in another place."
        );
        assert_eq!(fs::read(&path).unwrap(), before);
        assert_eq!(names_in(&folder), ["plan.ron"]);
    }

    #[test]
    fn a_register_that_could_not_be_opened_again_is_not_saved() {
        let (_folder, path, _) = saved("reopen");
        let before = fs::read(&path).unwrap();
        let mut wrong = sample();
        let partnership = std::sync::Arc::make_mut(&mut wrong.partnerships[1]);
        partnership.meetings[0].length = Input::known(Hours::new((-1).into()));
        let error = save(&path, &wrong, None).unwrap_err();
        assert_eq!(
            error.to_string(),
            "Cannot save \"plan.ron\": it could not be opened again at partnerships[1] › meetings[0] › length: not a length of time"
        );
        assert_eq!(fs::read(&path).unwrap(), before);
    }

    #[test]
    fn places_that_cannot_be_written_are_named() {
        let (folder, path, _) = saved("places");
        let what = |path: &Path| save(path, &sample(), None).unwrap_err().what();
        assert_eq!(what(&folder.0), "it is a folder");
        assert_eq!(
            what(&folder.0.join("none").join("plan.ron")),
            "there is no such file or folder"
        );
        #[cfg(unix)]
        {
            assert_eq!(
                what(&path.join("plan.ron")),
                "part of its path is a file, not a folder"
            );
            assert_eq!(what(Path::new("/dev/full")), "it is a device, not a file");
        }
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        assert_eq!(what(&path), "it is marked read-only");
    }

    #[cfg(unix)]
    #[test]
    fn the_mode_is_kept_and_a_link_still_leads_to_the_file() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (folder, path, _) = saved("link");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o664)).unwrap();
        let link = folder.0.join("link.ron");
        symlink(&path, &link).unwrap();
        let mut changed = sample();
        changed.last_id = 77;
        save(&link, &changed, None).unwrap();
        assert!(link.is_symlink());
        assert_eq!(read::read(&path).unwrap().register.last_id, 77);
        assert_eq!(
            fs::metadata(&path).unwrap().permissions().mode() & 0o777,
            0o664
        );
        let nowhere = folder.0.join("nowhere.ron");
        symlink(folder.0.join("unplugged").join("plan.ron"), &nowhere).unwrap();
        assert!(save(&nowhere, &sample(), None).is_err());
        assert!(nowhere.is_symlink());
    }
}
