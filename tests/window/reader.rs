//! A stand-in for a screen reader: asks the window, over the accessibility bus, what everything in it is called.

use std::process::{Command, Stdio};

use crate::child::{Running, printed};
use crate::folder::Folder;
use crate::patience::Patience;

/// The session bus, and the accessibility bus that it starts.
pub(crate) struct Reader {
    _bus: Running,
    _folder: Folder,
    session: String,
    accessible: String,
    patience: Patience,
}

/// One thing in a window: the program that has it, and its place there.
#[derive(Clone)]
struct Node {
    program: String,
    path: String,
}

impl Reader {
    /// Starts the buses, and says that somebody listens.
    pub(crate) fn start(patience: Patience) -> Self {
        // Nothing of it may reach the user's own desktop.
        let folder = Folder::new("reader");
        let mut command = Command::new("dbus-daemon");
        command
            .args(["--session", "--nofork", "--print-address=1"])
            .env("HOME", folder.join(""))
            .env("XDG_RUNTIME_DIR", folder.join(""))
            .env("GSETTINGS_BACKEND", "memory")
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        let (bus, session) = Running::serve(command.stderr(Stdio::null()), patience);
        let ask = |method: &str, arguments: &[&str]| {
            call(&session, "org.a11y.Bus", "/org/a11y/bus", method, arguments)
        };
        let listen = ["org.a11y.Status", "IsEnabled", "<true>"];
        patience.wait("somebody to listen", || {
            ask("org.freedesktop.DBus.Properties.Set", &listen)
        });
        let accessible = patience.wait("the accessibility bus", || {
            let answer = ask("org.a11y.Bus.GetAddress", &[])?;
            Some(quoted(&answer).first()?.clone())
        });
        Self {
            _bus: bus,
            _folder: folder,
            session,
            accessible,
            patience,
        }
    }

    /// The address of the session bus, for the program that is listened to.
    pub(crate) fn session(&self) -> &str {
        &self.session
    }

    /// Waits until something in a window is called a name that has all of `words` in it, and gives the name.
    #[track_caller]
    pub(crate) fn wait_for(&self, words: &[&str]) -> String {
        self.patience.wait(&format!("a name with {words:?}"), || {
            let desktop = Node {
                program: "org.a11y.atspi.Registry".to_owned(),
                path: "/org/a11y/atspi/accessible/root".to_owned(),
            };
            self.find(desktop, words)
        })
    }

    /// Looks depth first, in reading order.
    fn find(&self, root: Node, words: &[&str]) -> Option<String> {
        let mut to_see = vec![root];
        while let Some(node) = to_see.pop() {
            if self.patience.left().is_zero() {
                return None;
            }
            let name = self.name(&node).unwrap_or_default();
            if words.iter().all(|word| name.contains(word)) {
                return Some(name);
            }
            to_see.extend(self.children(&node).into_iter().rev());
        }
        None
    }

    fn name(&self, node: &Node) -> Option<String> {
        let get = "org.freedesktop.DBus.Properties.Get";
        let answer = self.ask(node, get, &["org.a11y.atspi.Accessible", "Name"])?;
        // The answer looks like (<'the name'>,).
        let name = answer.strip_prefix("(<")?.strip_suffix(">,)")?;
        Some(name.trim_matches(['\'', '"']).to_owned())
    }

    fn children(&self, node: &Node) -> Vec<Node> {
        let answer = self.ask(node, "org.a11y.atspi.Accessible.GetChildren", &[]);
        // The answer looks like ([(':1.2', objectpath '/a/b'), (':1.2', '/a/c')],).
        let parts = quoted(&answer.unwrap_or_default());
        let node = |pair: &[String]| Node {
            program: pair[0].clone(),
            path: pair[1].clone(),
        };
        parts.chunks_exact(2).map(node).collect()
    }

    fn ask(&self, node: &Node, method: &str, arguments: &[&str]) -> Option<String> {
        let address = &self.accessible;
        call(address, &node.program, &node.path, method, arguments)
    }
}

fn call(bus: &str, name: &str, path: &str, method: &str, arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("gdbus");
    command
        .args(["call", "--address", bus, "--timeout", "10"])
        .args(["--dest", name, "--object-path", path, "--method", method])
        .args(arguments)
        .stderr(Stdio::null());
    printed(&mut command)
}

/// What stands between single quotes, one after the other; addresses and paths have none in them.
fn quoted(answer: &str) -> Vec<String> {
    let odd = answer.split('\'').skip(1).step_by(2);
    odd.map(str::to_owned).collect()
}
