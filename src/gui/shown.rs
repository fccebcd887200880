//! The findings of the partnerships that the filter keeps, worked out again only when it or they change.

use std::sync::Arc;

use crate::findings::filter::Filter;
use crate::findings::findings::Findings;

/// What is shown, and of what it was made.
#[derive(Default)]
pub struct Shown(Option<Made>);

struct Made {
    of: Arc<Findings>,
    filter: Filter,
    shown: Arc<Findings>,
}

impl Shown {
    /// The findings of what `filter` keeps of `all`.
    pub fn of(&mut self, all: &Arc<Findings>, filter: &Filter) -> Arc<Findings> {
        if filter.is_everything() {
            self.0 = None;
            return Arc::clone(all);
        }
        let kept = self.0.as_ref();
        let kept = kept.filter(|it| Arc::ptr_eq(&it.of, all) && it.filter == *filter);
        if let Some(kept) = kept {
            return Arc::clone(&kept.shown);
        }
        let shown = Arc::new(all.narrowed(filter));
        self.0 = Some(Made {
            of: Arc::clone(all),
            filter: filter.clone(),
            shown: Arc::clone(&shown),
        });
        shown
    }
}
