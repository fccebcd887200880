//! An office program without a screen, with a profile of its own, and an end to every wait.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::folder::Folder;

/// A conversion takes two seconds; the first of a profile and a busy machine a few more.
const PATIENCE: Duration = Duration::from_mins(2);

/// An office whose profile nobody else uses, gone when it is dropped.
pub(crate) struct Office {
    folder: Folder,
}

impl Office {
    /// An office for the test of this name.
    pub(crate) fn new(test: &str) -> Self {
        let folder = Folder::new(&format!("office-{test}"));
        fs::create_dir_all(folder.join("profile")).unwrap();
        fs::create_dir_all(folder.join("out")).unwrap();
        Self { folder }
    }

    /// Where the test keeps what it wants converted.
    pub(crate) fn join(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Writes the settings of the profile, as `registrymodifications.xcu` has them.
    pub(crate) fn set(&self, items: &str) {
        let user = self.folder.join("profile/user");
        fs::create_dir_all(&user).unwrap();
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items xmlns:oor=\"http://openoffice.org/2001/registry\" xmlns:xs=\"http://www.w3.org/2001/XMLSchema\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">{items}</oor:items>"
        );
        fs::write(user.join("registrymodifications.xcu"), xml).unwrap();
    }

    /// Converts a file, to `filter` as `--convert-to` takes it, such as `csv` or `pdf:writer_pdf_Export:{…}`.
    pub(crate) fn convert(&self, file: &Path, filter: &str) -> PathBuf {
        let profile = self.folder.join("profile");
        let log = self.folder.join("log");
        let child = Command::new("soffice")
            .arg(format!(
                "-env:UserInstallation=file://{}",
                profile.display()
            ))
            .args(["--headless", "--norestore", "--nolockcheck"])
            .args(["--convert-to", filter, "--outdir"])
            .arg(self.folder.join("out"))
            .arg(file)
            .stdin(Stdio::null())
            .stdout(File::create(&log).unwrap())
            .stderr(File::options().append(true).open(&log).unwrap())
            .spawn();
        let mut child = child.expect(
            "LibreOffice: apt-get install --no-install-recommends libreoffice-writer libreoffice-calc",
        );
        let start = Instant::now();
        let ended = loop {
            if let Some(status) = child.try_wait().unwrap() {
                break status;
            }
            if start.elapsed() > PATIENCE {
                child.kill().unwrap();
                panic!("LibreOffice did not end: {}", said(&log));
            }
            thread::sleep(Duration::from_millis(50));
        };
        let ending = filter.split(':').next().unwrap_or_default();
        let name = Path::new(file.file_name().unwrap()).with_extension(ending);
        let out = self.folder.join("out").join(name);
        assert!(ended.success() && out.is_file(), "{}", said(&log));
        out
    }
}

fn said(log: &Path) -> String {
    fs::read_to_string(log).unwrap_or_default()
}
