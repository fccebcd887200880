//! How often what a partnership is worth, or costs, falls between which bounds, when every range is drawn at once.

use crate::chart::bars::Side;
use crate::chart::catalogue::{ChartKind, PartnershipChart};
use crate::chart::chart::{Body, Cell, Chart, Content, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs, drawn, in_full, in_short, nothing};
use crate::chart::{wording, worth_wording as say};
use crate::costing::basis::Basis;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::uncertainty::histogram::Histogram;
use crate::uncertainty::likelihood::Likelihood;
use crate::uncertainty::simulation::Simulated;
use crate::uncertainty::statistics::{Share, Summary};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

const ID: &str = "distribution";
const LABEL: &str = "Range of results";

/// The chart of all partnerships together.
pub const CHART: ChartKind = ChartKind {
    id: ID,
    label: LABEL,
    description: "How often benefits exceed costs, when every range is drawn at once",
    needs: Needs::Simulation,
    draw,
};

/// The chart of one partnership.
pub const OF_ONE: PartnershipChart = PartnershipChart {
    id: ID,
    label: LABEL,
    description: "How often benefits exceed costs, when every range is drawn at once",
    needs: Needs::ByItself,
    draw: draw_one,
};

/// Columns of how often, and below them a line of how many draws are no larger.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// The partnership it is of; blank is all together.
    pub partnership: Option<Id>,
    /// The figure that is drawn.
    pub figure: FigureId,
    /// What is across.
    pub x_title: String,
    /// What the columns measure.
    pub columns_title: String,
    /// What the line measures.
    pub line_title: String,
    /// The columns from the left, which touch; none where there is nothing to draw.
    pub bins: Vec<Bin>,
    /// Amounts that are marked, with what is said of them.
    pub marks: Vec<(f64, String)>,
    /// What nought is called, where it means something.
    pub nought: Option<String>,
    /// The unit of the amounts along the axis.
    pub money_unit: MoneyUnit,
    /// What to say where there is nothing to draw.
    pub when_empty: String,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// From this amount on.
    pub low: f64,
    /// Up to, but without, this one.
    pub high: f64,
    /// Draws between.
    pub n: usize,
    /// The share of all draws below its upper bound.
    pub below: f64,
    /// Whether costs or benefits are the larger there.
    pub side: Side,
    /// The bounds and the draws, in lines.
    pub hover: String,
}

/// Draws all partnerships together.
pub fn draw(findings: &Findings, _: Basis, doubts: Doubts<'_>) -> Chart {
    let simulated = doubts.simulation.map(|it| &it.portfolio);
    Draft::new(findings, None, simulated).chart()
}

/// Draws one partnership.
pub fn draw_one(
    findings: &Findings,
    found: &PartnershipFindings,
    _: Basis,
    doubts: Doubts<'_>,
) -> Chart {
    Draft::new(findings, Some(found), doubts.of(found.id)).chart()
}

struct Draft<'f> {
    findings: &'f Findings,
    found: Option<&'f PartnershipFindings>,
    simulated: Option<&'f Simulated>,
    /// What is drawn of it; nothing where nothing moves.
    drawn: Option<Drawn<'f>>,
    has_priced: bool,
    unit: MoneyUnit,
}

#[derive(Clone, Copy)]
struct Drawn<'f> {
    summary: &'f Summary,
    histogram: &'f Histogram,
    /// The share above nought; of a cost there is none.
    above_nought: Option<Share>,
}

impl<'f> Draft<'f> {
    fn new(
        findings: &'f Findings,
        found: Option<&'f PartnershipFindings>,
        simulated: Option<&'f Simulated>,
    ) -> Self {
        let has_priced = found.map_or_else(
            || say::is_any_priced(findings),
            |it| say::has_priced(&it.appraisal),
        );
        let worth = simulated.filter(|_| has_priced).and_then(|it| {
            Some(Drawn {
                summary: it.npsv.as_ref()?,
                histogram: it.npsv_histogram.as_ref()?,
                above_nought: it.is_npsv_above_nought,
            })
        });
        let cost = || {
            let it = simulated?;
            Some(Drawn {
                summary: it.annual_cost.full.as_ref()?,
                histogram: it.cost_histogram.as_ref()?,
                above_nought: None,
            })
        };
        Self {
            findings,
            found,
            simulated,
            drawn: worth.or_else(cost),
            has_priced,
            unit: findings.money_unit(),
        }
    }

    fn chart(&self) -> Chart {
        let title = self.title();
        let subtitle = self.subtitle();
        Chart {
            alt: self.alt(&title, &subtitle),
            title,
            subtitle,
            note: self.note(),
            legend: self.legend(),
            table: self.table(),
            body: Body::Distribution(self.body()),
        }
    }

    /// Whether the present value is drawn, and not the annual cost.
    fn is_worth(&self) -> bool {
        self.drawn.is_some_and(|it| it.above_nought.is_some())
    }

    fn name(&self) -> &str {
        self.found.map_or("all partnerships together", say::name)
    }

    fn its(&self) -> &'static str {
        if self.found.is_some() { "its" } else { "their" }
    }

    fn title(&self) -> String {
        let name = self.name();
        let Some(drawn) = self.drawn else {
            return display::capitalised(&format!("how sure the figures of {name} are"));
        };
        let Some(above) = drawn.above_nought else {
            let (low, high) = ends(drawn.summary, self.unit);
            let why = if self.has_priced {
                "no range moves the net present social value"
            } else {
                "no benefit has a price"
            };
            let cost = if self.found.is_some() {
                "costs"
            } else {
                "cost"
            };
            return display::capitalised(&format!(
                "{name} {cost} between {low} and {high} a year in 8 of 10 draws; {why}"
            ));
        };
        let (benefits, costs) = match self.found {
            Some(found) => (
                say::benefits(&found.appraisal),
                say::costs(&found.appraisal),
            ),
            None if say::is_all_known(self.findings) => ("benefits", "costs"),
            None => ("priced benefits", "known costs"),
        };
        let its = self.its();
        let likely = Likelihood::of(&above);
        let often = display::capitalised(&likely.in_draws());
        // After a negative the verb comes first.
        let is_negative = matches!(likely, Likelihood::Never | Likelihood::HardlyEver);
        let do_ = if is_negative { "do " } else { "" };
        format!("{often} {do_}the {benefits} of {name} exceed {its} {costs}")
    }

    fn subtitle(&self) -> String {
        let of = self.found.or_else(|| {
            let first = self.findings.partnerships.first();
            first.map(AsRef::as_ref)
        });
        match of {
            Some(of) if self.is_worth() => format!(
                "Net present social value, drawn from every range at once, {}",
                say::present_values(self.findings, &of.appraisal)
            ),
            _ => format!(
                "Annual cost, drawn from every range at once, {}. Full cost.",
                self.findings.year
            ),
        }
    }

    fn note(&self) -> String {
        let mut said = match self.found {
            Some(found) => say::notes(self.findings, found),
            None => vec![wording::source(self.findings)],
        };
        let Some(drawn_of) = self.drawn else {
            return said.join(" ");
        };
        let summary = drawn_of.summary;
        said.push(drawn(
            self.findings,
            summary.n.saturating_add(summary.n_without),
        ));
        said.push(
            "P10, P50 and P90: in one, five and nine draws of ten the figure is no larger."
                .to_owned(),
        );
        said.push(format!(
            "With every range at its central value it is {}.",
            display::money_in(self.central(), self.unit)
        ));
        let error = drawn_of.above_nought.map_or(0.0, |it| it.standard_error);
        if error > 0.0 {
            let within = (error * 1.96 * 100.0).ceil();
            said.push(format!(
                "The share is that of endless draws to within {within} of 100."
            ));
        }
        let n_left_out = self.simulated.map_or(0, |it| it.n_left_out);
        let n_without = n_left_out.max(summary.n_without);
        if n_without > 0 {
            let n = display::count(n_without, "draw has", "draws have");
            said.push(format!("{n} no figure and {} left out.", is(n_without)));
        }
        said.join(" ")
    }

    /// The figure of the findings, which no draw has part in.
    fn central(&self) -> Money {
        let portfolio = &self.findings.portfolio;
        match (self.found, self.is_worth()) {
            (Some(found), true) => found.appraisal.worth.npsv,
            (Some(found), false) => found.annual_cost.full.amount,
            (None, true) => portfolio.worth.npsv,
            (None, false) => portfolio.annual_cost.full.amount,
        }
    }

    fn legend(&self) -> Vec<Vec<Key>> {
        if !self.is_worth() {
            return Vec::new();
        }
        let key = |side, label: &str| Key {
            swatch: Swatch::Side(side),
            label: label.to_owned(),
        };
        let mut keys = vec![
            key(Side::Cost, "Costs exceed benefits"),
            key(Side::Benefit, "Benefits exceed costs"),
        ];
        let bins = self.bins();
        keys.retain(|key| bins.iter().any(|bin| key.swatch == Swatch::Side(bin.side)));
        vec![keys]
    }

    fn alt(&self, title: &str, subtitle: &str) -> String {
        let Some(drawn) = self.drawn else {
            return format!("{subtitle} There is nothing to draw.");
        };
        let said = marked(drawn.summary, self.unit).map(|(_, said)| said);
        format!(
            "{title}. {subtitle} Columns of how many draws fall between which bounds, and a line of how many are no larger. {}.",
            said.join(", ")
        )
    }

    fn body(&self) -> Distribution {
        let (x_title, figure) = if self.is_worth() {
            let npsv = WorthMeasure::AsItIs(Yardstick::Npsv);
            ("Net present social value", Measure::Worth(npsv))
        } else {
            ("Annual cost", Measure::AnnualCost(Basis::Full))
        };
        let n = self.drawn.map_or(0, |it| it.summary.n);
        Distribution {
            partnership: self.found.map(|it| it.id),
            figure: FigureId {
                of: self.found.map(|it| it.id),
                measure: figure,
            },
            x_title: x_title.to_owned(),
            columns_title: format!("Draws, of {}", display::count_figure(n)),
            line_title: "Share of draws that are no larger".to_owned(),
            bins: self.bins(),
            marks: match self.drawn {
                Some(drawn) => marked(drawn.summary, self.unit).to_vec(),
                None => Vec::new(),
            },
            nought: self.is_worth().then(|| "nought".to_owned()),
            money_unit: self.unit,
            when_empty: nothing(self.findings, self.simulated.is_some()),
        }
    }

    fn bins(&self) -> Vec<Bin> {
        let Some(drawn) = self.drawn else {
            return Vec::new();
        };
        let Histogram { edges, counts, .. } = drawn.histogram;
        let below = drawn.histogram.below();
        let bounds = edges.windows(2).zip(counts).zip(below.iter().skip(1));
        let bins = bounds.filter_map(|((bounds, n), below)| {
            let [low, high] = *bounds else { return None };
            let hover = [
                self.bounds(low, high),
                display::count(*n, "draw", "draws"),
                format!("{} of draws are below the upper bound", percent(*below)),
            ];
            Some(Bin {
                low,
                high,
                n: *n,
                below: *below,
                side: if self.is_worth() && low >= 0.0 {
                    Side::Benefit
                } else {
                    Side::Cost
                },
                hover: hover.join("\n"),
            })
        });
        bins.collect()
    }

    fn bounds(&self, low: f64, high: f64) -> String {
        let [low, high] = [low, high].map(|it| in_full(it, self.unit));
        format!("{low} to {high}")
    }

    /// The percentiles, then how many draws are between which bounds.
    fn table(&self) -> Table {
        let sign = self.unit.sign();
        let amount = if self.is_worth() {
            format!("Net present social value, {sign}")
        } else {
            format!("Annual cost, {sign}")
        };
        let mut table = Table::with(&[
            ("Of the draws", Content::Words),
            (&amount, Content::Figures),
            ("Draws between", Content::Figures),
            ("Share below", Content::Figures),
        ]);
        let Some(drawn) = self.drawn else {
            return table;
        };
        let it = drawn.summary;
        let percentiles = [
            ("P5", it.p5, "5%"),
            ("P10", it.p10, "10%"),
            ("P50", it.p50, "50%"),
            ("P90", it.p90, "90%"),
            ("P95", it.p95, "95%"),
            ("Mean", it.mean, ""),
        ];
        let rows = percentiles.map(|(name, amount, below)| {
            let amount = in_full(amount, self.unit);
            [name.to_owned(), amount, String::new(), below.to_owned()]
        });
        let bins = self.bins().into_iter().map(|it| {
            let between = self.bounds(it.low, it.high);
            let n = display::count_figure(it.n);
            [between, String::new(), n, percent(it.below)]
        });
        let rows = rows.into_iter().chain(bins);
        table.rows = rows.map(|row| row.map(Cell::words).to_vec()).collect();
        table
    }
}

fn is(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

/// A share in whole per cent.
pub(crate) fn percent(share: f64) -> String {
    format!("{}%", (share * 100.0).round())
}

/// P10, P50 and P90 with their amounts.
fn marked(summary: &Summary, unit: MoneyUnit) -> [(f64, String); 3] {
    let Summary { p10, p50, p90, .. } = *summary;
    [("P10", p10), ("P90", p90), ("P50", p50)]
        .map(|(name, value)| (value, format!("{name} {}", in_short(value, unit))))
}

/// P10 and P90, in full where they would read the same in short.
fn ends(summary: &Summary, unit: MoneyUnit) -> (String, String) {
    let ends = [summary.p10, summary.p90];
    let short = ends.map(|it| in_short(it, unit));
    let full = ends.map(|it| in_full(it, unit));
    let [low, high] = if short[0] == short[1] { full } else { short };
    (low, high)
}
