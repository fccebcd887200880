//! What simulation and sensitivity say of the figures on a chart, and how a chart says it.

use crate::chart::chart::{Cell, Column, Content, Table};
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::uncertainty::figure_text;
use crate::uncertainty::output::Output;
use crate::uncertainty::ranges::is_any_ranged;
use crate::uncertainty::sensitivity::Tornado;
use crate::uncertainty::simulation::{Plan, Simulated, Simulation};
use crate::uncertainty::statistics::Summary;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

/// What is known of doubt beside the findings: of the same register, or not at all.
#[derive(Clone, Copy, Debug, Default)]
pub struct Doubts<'a> {
    /// The simulation of all partnerships.
    pub simulation: Option<&'a Simulation>,
    /// The simulation of one partnership by itself, which has what is left by each year.
    pub by_itself: Option<&'a Simulated>,
    /// The tornadoes of what the chart is of: one partnership, or all together.
    pub tornadoes: &'a [Tornado],
}

/// What a chart draws of doubt; it can be drawn without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// The simulation of all partnerships.
    Simulation,
    /// The simulation of the partnership by itself.
    ByItself,
    /// The tornadoes.
    Sensitivity,
}

/// The ends that a figure lies between in eight of ten draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whisker {
    /// In one draw of ten it is no more.
    pub p10: f64,
    /// In nine of ten it is no more.
    pub p90: f64,
}

impl Whisker {
    /// Whether its ends lie less far apart than this.
    pub(crate) fn is_narrower_than(&self, gap: f64) -> bool {
        self.p90 - self.p10 < gap
    }

    pub(crate) fn of(summary: Option<&Summary>) -> Option<Self> {
        summary.map(|Summary { p10, p90, .. }| Self {
            p10: *p10,
            p90: *p90,
        })
    }
}

/// What the ends of a whisker mean, on every chart that has one.
pub(crate) const P10_P90: &str =
    "P10–P90: in 8 of 10 draws the figure lies between the ends of the thin line with caps.";

impl<'a> Doubts<'a> {
    /// Nothing is known.
    pub const NONE: Doubts<'static> = Doubts {
        simulation: None,
        by_itself: None,
        tornadoes: &[],
    };

    /// The simulation of all, where anything in it moves.
    pub(crate) fn moving(&self) -> Option<&'a Simulation> {
        self.simulation.filter(|it| it.n_ranged > 0)
    }

    /// What is known of a partnership, by itself for choice.
    pub(crate) fn of(&self, id: Id) -> Option<&'a Simulated> {
        let by_itself = self.by_itself.filter(|it| it.id == Some(id));
        by_itself.or_else(|| self.simulation?.partnership(id))
    }

    /// Between which ends the annual cost of a partnership lies.
    pub(crate) fn of_cost(&self, id: Id, basis: Basis) -> Option<Whisker> {
        let simulated = self.moving()?.partnership(id)?;
        Whisker::of(simulated.annual_cost.get(basis).as_ref())
    }

    /// Between which ends its score lies.
    pub(crate) fn of_score(&self, id: Id) -> Option<Whisker> {
        Whisker::of(self.moving()?.partnership(id)?.score.as_ref())
    }

    /// `Cost P10–P90 £24,000 to £47,000`, and of the score, in lines.
    pub(crate) fn in_words(&self, id: Id, (basis, unit): (Basis, MoneyUnit)) -> Vec<String> {
        let cost = self.of_cost(id, basis).map(|it| {
            let [low, high] = [it.p10, it.p90].map(|it| in_full(it, unit));
            format!("Cost P10–P90: {low} to {high}")
        });
        let score = self.of_score(id).map(|it| {
            let [low, high] = [it.p10, it.p90].map(|it| score_text(it, unit));
            format!("Achievement P10–P90: {low} to {high}")
        });
        cost.into_iter().chain(score).collect()
    }

    /// Adds P10 and P90 of cost and score to a table that lists these partnerships, where there is a simulation.
    pub(crate) fn add_to<'f>(
        &self,
        table: &mut Table,
        partnerships: impl Iterator<Item = &'f PartnershipFindings>,
        (basis, unit): (Basis, MoneyUnit),
    ) {
        if self.moving().is_none() {
            return;
        }
        let titles = [
            "P10 of cost, £ a year",
            "P90 of cost, £ a year",
            "P10 of achievement",
            "P90 of achievement",
        ];
        table.columns.extend(titles.map(|title| Column {
            title: title.to_owned(),
            holds: Content::Figures,
        }));
        for (row, found) in table.rows.iter_mut().zip(partnerships) {
            let cells = |whisker: Option<Whisker>, text: &dyn Fn(f64) -> String| match whisker {
                Some(it) => [it.p10, it.p90].map(|it| Cell::words(text(it))),
                None => [STILL, STILL].map(Cell::words),
            };
            row.extend(cells(self.of_cost(found.id, basis), &|it| {
                in_full(it, unit)
            }));
            row.extend(cells(self.of_score(found.id), &|it| score_text(it, unit)));
        }
    }
}

/// What stands for the ends of a figure that is the same in every draw.
const STILL: &str = "no range";

/// An amount that was drawn, in full: `£21,400`.
pub(crate) fn in_full(amount: f64, unit: MoneyUnit) -> String {
    figure_text::text(Output::Npsv, amount, unit)
}

/// The same on an axis: `£21k`.
pub(crate) fn in_short(amount: f64, unit: MoneyUnit) -> String {
    figure_text::short(Output::Npsv, amount, unit)
}

fn score_text(score: f64, unit: MoneyUnit) -> String {
    figure_text::text(Output::Score, score, unit)
}

/// How the draws were made: `2,000 draws from the seed 1.`
pub(crate) fn drawn(findings: &Findings, n: usize) -> String {
    format!(
        "{} draws from the seed {}.",
        display::count_figure(n),
        Plan::of(&findings.register.settings).seed
    )
}

/// Why a chart of doubt has nothing to draw, and what would change that.
pub(crate) fn nothing(findings: &Findings, is_worked_out: bool) -> String {
    if !is_any_ranged(&findings.register) {
        "No quantity has a range yet. Type one as 40..50..75, and its doubt is shown here."
            .to_owned()
    } else if is_worked_out {
        "No range in the register moves a figure that is drawn here.".to_owned()
    } else {
        "The ranges of this register have not been worked through yet.".to_owned()
    }
}
