//! Pictures of the window as the tests see it.

use std::path::Path;

use egui_kittest::Harness;

/// Writes what the harness shows now to `target/screenshots/<name>.png`.
pub(crate) fn screenshot<State>(harness: &mut Harness<'_, State>, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    std::fs::create_dir_all(&folder).expect("target can be written");
    let picture = harness.render().expect("the software renderer paints");
    picture
        .save(folder.join(format!("{name}.png")))
        .expect("target can be written");
}
