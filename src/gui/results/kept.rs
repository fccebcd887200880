//! What a page works out of findings, kept until they are others.

use std::any::Any;
use std::sync::{Arc, Weak};

use eframe::egui::{Id as EguiId, Ui};

use crate::findings::findings::Findings;

/// What was worked out, with what of.
struct Kept<T> {
    of: Weak<Findings>,
    made: Arc<T>,
}

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        Self {
            of: Weak::clone(&self.of),
            made: Arc::clone(&self.made),
        }
    }
}

/// What `make` makes of these findings, made once for as long as they are shown.
pub(crate) fn kept<T: Any + Send + Sync>(
    ui: &Ui,
    name: &str,
    findings: &Arc<Findings>,
    make: impl FnOnce(&Findings) -> T,
) -> Arc<T> {
    let key = EguiId::unique(("kept", name));
    let old: Option<Kept<T>> = ui.data(|data| data.get_temp(key));
    if let Some(old) = old.filter(|it| it.of.ptr_eq(&Arc::downgrade(findings))) {
        return old.made;
    }
    let made = Arc::new(make(findings));
    let kept = Kept {
        of: Arc::downgrade(findings),
        made: Arc::clone(&made),
    };
    ui.data_mut(|data| data.insert_temp(key, kept));
    made
}
