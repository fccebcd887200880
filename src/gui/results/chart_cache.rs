//! Charts and words that are worked out again only when what they show has changed.

use std::sync::Arc;

use jiff::civil::Date;

use crate::chart::catalogue::{CHARTS, Chosen};
use crate::chart::chart::Chart;
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::gui::doubts::DoubtsAtHand;
use crate::report::summary::{Summary, summary};

/// The charts and the words of the present findings, each made when it is first shown.
#[derive(Default)]
pub struct ChartCache {
    of: Option<(Arc<Findings>, Basis)>,
    doubts: DoubtsAtHand,
    charts: Vec<Option<Arc<Chart>>>,
    of_one: Option<(Chosen, Arc<Chart>)>,
    summary: Option<(Date, Arc<Summary>)>,
}

impl ChartCache {
    /// The chart at this place in the catalogue.
    pub fn chart(
        &mut self,
        findings: &Arc<Findings>,
        basis: Basis,
        at: usize,
        doubts: &DoubtsAtHand,
    ) -> Option<Arc<Chart>> {
        self.turn_to(findings, basis);
        self.turn_to_doubts(doubts);
        let kind = CHARTS.get(at)?;
        let place = self.charts.get_mut(at)?;
        let chart =
            place.get_or_insert_with(|| Arc::new((kind.draw)(findings, basis, doubts.of(None))));
        Some(Arc::clone(chart))
    }

    /// A chart of all, or the chart of one partnership that was asked for last.
    pub fn chosen(
        &mut self,
        findings: &Arc<Findings>,
        basis: Basis,
        chosen: Chosen,
        doubts: &DoubtsAtHand,
    ) -> Option<Arc<Chart>> {
        let part = match chosen {
            Chosen::OfAll(at) => return self.chart(findings, basis, at, doubts),
            Chosen::OfOne(_, id) => Some(id),
        };
        self.turn_to(findings, basis);
        self.turn_to_doubts(doubts);
        if let Some((of, chart)) = &self.of_one
            && *of == chosen
        {
            return Some(Arc::clone(chart));
        }
        let chart = Arc::new(chosen.draw(findings, basis, doubts.of(part))?);
        self.of_one = Some((chosen, Arc::clone(&chart)));
        Some(chart)
    }

    /// What the first screen says in words.
    pub fn summary(&mut self, findings: &Arc<Findings>, basis: Basis, today: Date) -> Arc<Summary> {
        self.turn_to(findings, basis);
        match &self.summary {
            Some((of, said)) if *of == today => Arc::clone(said),
            _ => {
                let said = Arc::new(summary(findings, basis, today));
                self.summary = Some((today, Arc::clone(&said)));
                said
            }
        }
    }

    /// Forgets what was drawn of other doubts.
    fn turn_to_doubts(&mut self, doubts: &DoubtsAtHand) {
        if !self.doubts.is_same(doubts) {
            self.doubts = doubts.clone();
            self.charts.fill(None);
            self.of_one = None;
        }
    }

    /// Forgets what was said of other findings.
    fn turn_to(&mut self, findings: &Arc<Findings>, basis: Basis) {
        let is_same = self
            .of
            .as_ref()
            .is_some_and(|(of, on)| Arc::ptr_eq(of, findings) && *on == basis);
        if !is_same {
            *self = Self {
                doubts: DoubtsAtHand::default(),
                of: Some((Arc::clone(findings), basis)),
                charts: vec![None; CHARTS.len()],
                of_one: None,
                summary: None,
            };
        }
    }
}
