//! Charts and words that are worked out again only when what they show has changed.

use std::sync::Arc;

use crate::chart::catalogue::{CHARTS, Chosen};
use crate::chart::chart::Chart;
use crate::chart::doubts::Doubts;
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::report::summary::{Summary, summary};

/// The charts and the words of the present findings, each made when it is first shown.
#[derive(Default)]
pub struct ChartCache {
    of: Option<(Arc<Findings>, Basis)>,
    charts: Vec<Option<Arc<Chart>>>,
    of_one: Option<(Chosen, Arc<Chart>)>,
    summary: Option<Arc<Summary>>,
}

impl ChartCache {
    /// The chart at this place in the catalogue.
    pub fn chart(
        &mut self,
        findings: &Arc<Findings>,
        basis: Basis,
        at: usize,
    ) -> Option<Arc<Chart>> {
        self.turn_to(findings, basis);
        let kind = CHARTS.get(at)?;
        let place = self.charts.get_mut(at)?;
        let chart =
            place.get_or_insert_with(|| Arc::new((kind.draw)(findings, basis, Doubts::NONE)));
        Some(Arc::clone(chart))
    }

    /// A chart of all, or the chart of one partnership that was asked for last.
    pub fn chosen(
        &mut self,
        findings: &Arc<Findings>,
        basis: Basis,
        chosen: Chosen,
    ) -> Option<Arc<Chart>> {
        if let Chosen::OfAll(at) = chosen {
            return self.chart(findings, basis, at);
        }
        self.turn_to(findings, basis);
        if let Some((of, chart)) = &self.of_one
            && *of == chosen
        {
            return Some(Arc::clone(chart));
        }
        let chart = Arc::new(chosen.draw(findings, basis, Doubts::NONE)?);
        self.of_one = Some((chosen, Arc::clone(&chart)));
        Some(chart)
    }

    /// What the first screen says in words.
    pub fn summary(&mut self, findings: &Arc<Findings>, basis: Basis) -> Arc<Summary> {
        self.turn_to(findings, basis);
        let make = || Arc::new(summary(findings, basis));
        Arc::clone(self.summary.get_or_insert_with(make))
    }

    /// Forgets what was said of other findings.
    fn turn_to(&mut self, findings: &Arc<Findings>, basis: Basis) {
        let is_same = self
            .of
            .as_ref()
            .is_some_and(|(of, on)| Arc::ptr_eq(of, findings) && *on == basis);
        if !is_same {
            *self = Self {
                of: Some((Arc::clone(findings), basis)),
                charts: vec![None; CHARTS.len()],
                of_one: None,
                summary: None,
            };
        }
    }
}
