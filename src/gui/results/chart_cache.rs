//! Charts and layouts that are worked out again only when what they show has changed.

use std::sync::Arc;

use crate::chart::catalogue::CHARTS;
use crate::chart::chart::Chart;
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;

/// The charts of the present findings, each drawn when it is first shown.
#[derive(Default)]
pub struct ChartCache {
    of: Option<(Arc<Findings>, Basis)>,
    charts: Vec<Option<Arc<Chart>>>,
}

impl ChartCache {
    /// The chart at this place in the catalogue.
    pub fn chart(
        &mut self,
        findings: &Arc<Findings>,
        basis: Basis,
        at: usize,
    ) -> Option<Arc<Chart>> {
        let is_same = self
            .of
            .as_ref()
            .is_some_and(|(of, on)| Arc::ptr_eq(of, findings) && *on == basis);
        if !is_same {
            self.of = Some((Arc::clone(findings), basis));
            self.charts = vec![None; CHARTS.len()];
        }
        let kind = CHARTS.get(at)?;
        let place = self.charts.get_mut(at)?;
        let chart = place.get_or_insert_with(|| Arc::new((kind.draw)(findings, basis)));
        Some(Arc::clone(chart))
    }
}
