//! Cost against achievement: which partnerships another outdoes for less money, so that somebody asks why.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body, Cell, Chart, Column, Content, Figure, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs, P10_P90, Whisker};
use crate::chart::map::{CostScale, Map, Mark, Standing};
use crate::chart::markers::Marker;
use crate::chart::wording::{self, position};
use crate::costing::basis::Basis;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::model::partnership::Model;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Money;

/// The chart on a log scale: small and large partnerships have the same room.
pub const CHART: ChartKind = ChartKind {
    id: "cost-achievement",
    label: "Cost against achievement",
    description: "Which partnerships cost more and score less than another",
    needs: Needs::Simulation,
    draw,
};

/// The same on a linear scale: how far apart costs are in money.
pub const LINEAR: ChartKind = ChartKind {
    id: "cost-achievement-linear",
    label: "Cost against achievement, linear scale",
    description: "The same with costs set out by their amount",
    needs: Needs::Simulation,
    draw: draw_linear,
};

/// The kind of chart that has this scale.
pub const fn of_scale(scale: CostScale) -> &'static ChartKind {
    match scale {
        CostScale::Log => &CHART,
        CostScale::Linear => &LINEAR,
    }
}

/// Draws it on a log scale.
pub fn draw(findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> Chart {
    draw_on(CostScale::Log, findings, basis, doubts)
}

/// Draws it on a linear scale.
pub fn draw_linear(findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> Chart {
    draw_on(CostScale::Linear, findings, basis, doubts)
}

fn draw_on(scale: CostScale, findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> Chart {
    let facts = Facts::of(scale, findings, basis, doubts);
    let title = facts.title();
    let subtitle = facts.subtitle();
    let whiskers = if facts.has_whiskers() {
        "Thin lines with caps are P10–P90 of cost and score; the table has their ends. "
    } else {
        ""
    };
    let alt = format!(
        "{title}. {subtitle} {whiskers}{}",
        facts.undrawn().join(" ")
    );
    Chart {
        alt: alt.trim_end().to_owned(),
        title,
        subtitle,
        note: facts.note(),
        legend: facts.legend(),
        table: facts.table(),
        body: Body::Map(facts.map()),
    }
}

struct Facts<'f> {
    scale: CostScale,
    findings: &'f Findings,
    basis: Basis,
    /// With a score and a cost that the scale can place.
    drawn: Vec<&'f PartnershipFindings>,
    unscored: Vec<&'f PartnershipFindings>,
    /// With a score, but no cost that a log scale could place.
    costless: Vec<&'f PartnershipFindings>,
    frontier: BTreeSet<Id>,
    doubts: Doubts<'f>,
}

/// Among more marks than this no lines of doubt can be followed; the table has them.
const MOST_WHISKERS: usize = 60;

impl<'f> Facts<'f> {
    fn of(scale: CostScale, findings: &'f Findings, basis: Basis, doubts: Doubts<'f>) -> Self {
        let all = findings.partnerships.iter().map(Arc::as_ref);
        let (scored, unscored): (Vec<_>, Vec<_>) =
            all.partition(|found| wording::score(found).is_some());
        let has_place = |found: &PartnershipFindings| match scale {
            CostScale::Log => found.annual_cost.get(basis).amount >= Money::from(1),
            CostScale::Linear => {
                let portfolio = &findings.portfolio;
                portfolio.frontier.get(basis).contains(&found.id)
                    || portfolio.dominated.get(basis).contains_key(&found.id)
                    || found.annual_cost.get(basis).amount >= Money::from(1)
            }
        };
        let (drawn, costless) = scored.into_iter().partition(|found| has_place(found));
        Self {
            scale,
            findings,
            basis,
            drawn,
            unscored,
            costless,
            frontier: findings
                .portfolio
                .frontier
                .get(basis)
                .iter()
                .copied()
                .collect(),
            doubts,
        }
    }

    fn whiskers(&self, id: Id) -> (Option<Whisker>, Option<Whisker>) {
        if self.drawn.len() > MOST_WHISKERS {
            return (None, None);
        }
        (
            self.doubts.of_cost(id, self.basis),
            self.doubts.of_score(id),
        )
    }

    fn has_whiskers(&self) -> bool {
        let mut drawn = self.drawn.iter();
        drawn.any(|found| self.whiskers(found.id) != (None, None))
    }

    fn better(&self, id: Id) -> Option<&'f PartnershipFindings> {
        let better = self.findings.portfolio.dominated.get(self.basis).get(&id)?;
        self.findings.better_one(*better)
    }

    fn is_on_frontier(&self, id: Id) -> bool {
        // One alone is compared with nobody.
        self.drawn.len() > 1 && self.frontier.contains(&id)
    }

    /// Counts only those that were compared: a cost that leaves something out proves nothing about another.
    fn title(&self) -> String {
        let n_drawn = self.drawn.len();
        let n_compared = (self.drawn.iter())
            .filter(|found| !self.is_at_least(found))
            .count();
        let n_bettered = (self.drawn.iter())
            .filter(|found| self.findings.called_out(found.id, self.basis).is_some())
            .count();
        let compared = if n_compared == n_drawn {
            wording::partnerships(n_drawn)
        } else {
            format!("{} comparable partnerships", display::in_words(n_compared))
        };
        match (n_drawn, n_compared, n_bettered) {
            (0, ..) => "No partnership has both a cost and a score yet".to_owned(),
            (1, ..) => "Only one partnership has both a cost and a score".to_owned(),
            (_, 0 | 1, _) => "Too few costs are complete to compare partnerships".to_owned(),
            (.., 0) => {
                format!("None of {compared} clearly costs more and scores less than another")
            }
            (.., 1) => format!("One of {compared} costs more and scores less than another"),
            _ => format!(
                "{} of {compared} cost more and score less than another",
                display::capitalised(&display::in_words(n_bettered)),
            ),
        }
    }

    fn subtitle(&self) -> String {
        let start = format!(
            "Annual cost against achievement, {}, {}. {}.",
            wording::shown(self.findings),
            self.findings.year,
            self.basis.label()
        );
        match self.unscored.len() {
            0 => start,
            1 => format!("{start} One without a score is listed, not drawn."),
            n => {
                let n = display::capitalised(&display::in_words(n));
                format!("{start} {n} without a score are listed, not drawn.")
            }
        }
    }

    fn note(&self) -> String {
        let mut sentences = vec![wording::source(self.findings)];
        sentences.push(wording::basis_note(self.basis).to_owned());
        sentences.push(wording::OWN_TARGETS.to_owned());
        if self
            .drawn
            .iter()
            .any(|found| self.better(found.id).is_some())
        {
            sentences.push("A hollow mark asks why: another scores as much for less.".to_owned());
        }
        if self
            .drawn
            .iter()
            .any(|found| wording::range(found).is_some())
        {
            sentences.push(
                "A thick vertical line is the range of a score of which part is missing."
                    .to_owned(),
            );
        }
        if self.has_whiskers() {
            sentences.push(P10_P90.to_owned());
        } else if self.drawn.len() > MOST_WHISKERS && self.doubts.moving().is_some() {
            sentences.push("P10 and P90 are in the table.".to_owned());
        }
        if self.medians().0.is_some() {
            sentences.push("Dashed lines are medians.".to_owned());
        }
        if self.drawn.iter().any(|found| self.is_at_least(found)) {
            sentences.push("An arrow: part of the cost is not known, so it is at least this and cannot be compared.".to_owned());
        }
        sentences.join(" ")
    }

    /// Shapes in the first line, what fill and size say in the second.
    fn legend(&self) -> Vec<Vec<Key>> {
        let key = |swatch, label: &str| Key {
            swatch,
            label: label.to_owned(),
        };
        let is_any = |is: &dyn Fn(&PartnershipFindings) -> bool| self.drawn.iter().any(|it| is(it));
        let models = Model::ALL
            .into_iter()
            .filter(|model| is_any(&|found| found.model == *model))
            .map(|model| key(Swatch::Model(marker(model)), model.label()));
        let mut meanings = Vec::new();
        if is_any(&|found| self.is_on_frontier(found.id)) {
            meanings.push(key(Swatch::Filled, "Lowest cost at its score"));
        }
        if is_any(&|found| self.better(found.id).is_some()) {
            meanings.push(key(Swatch::Hollow, "Another scores as much for less"));
        }
        if is_any(&|found| self.is_at_least(found)) {
            meanings.push(key(Swatch::AtLeast, "At least this; not compared"));
        }
        if self.has_whiskers() {
            meanings.push(key(Swatch::Whisker, "P10–P90"));
        }
        if self.drawn.len() > 1 {
            meanings.push(key(Swatch::Area(0.25), "Area: hours of people’s time"));
        }
        vec![models.collect(), meanings]
    }

    fn medians(&self) -> (Option<Money>, Option<f64>) {
        if self.drawn.len() < 3 {
            return (None, None);
        }
        let portfolio = &self.findings.portfolio;
        let cost = portfolio.median_cost.get(self.basis);
        (
            cost.filter(|cost| *cost > Money::ZERO || self.scale == CostScale::Linear),
            portfolio.median_score.map(position),
        )
    }

    fn map(&self) -> Map {
        let (median_cost, median_score) = self.medians();
        Map {
            scale: self.scale,
            x_title: match self.scale {
                CostScale::Log => format!("{} a year, log scale", self.basis.label()),
                CostScale::Linear => format!("{} a year", self.basis.label()),
            },
            y_title: "Achievement, 0–100".to_owned(),
            marks: self.marks(),
            median_cost: median_cost.map(position),
            median_score,
            frontier: self.frontier(),
            frontier_name: "lowest cost at each score".to_owned(),
            quarters: [
                "Low cost, high achievement",
                "High cost, high achievement",
                "Low cost, low achievement",
                "High cost, low achievement",
            ]
            .map(str::to_owned),
            undrawn: self.undrawn(),
            money_unit: self.findings.money_unit(),
            when_empty: "Nothing can be drawn until a partnership has both a cost and a score."
                .to_owned(),
        }
    }

    /// The frontier first, then those that give most hours: their names are placed first.
    fn marks(&self) -> Vec<Mark> {
        let hours = self.drawn.iter().map(|found| position(found.hours.all));
        let most = hours.fold(0.0, f64::max);
        let mut marks: Vec<Mark> = self
            .drawn
            .iter()
            .map(|found| self.mark(found, most))
            .collect();
        marks.sort_by(|one, other| {
            let rank = |mark: &Mark| mark.standing != Standing::Frontier;
            (rank(one).cmp(&rank(other)))
                .then(other.share_of_area.total_cmp(&one.share_of_area))
                .then(one.partnership.cmp(&other.partnership))
        });
        marks
    }

    fn mark(&self, found: &PartnershipFindings, most_hours: f64) -> Mark {
        let id = found.id;
        let total = found.annual_cost.get(self.basis);
        let (cost_whisker, score_whisker) = self.whiskers(id);
        Mark {
            partnership: id,
            name: found.name.clone(),
            cost: Figure {
                value: position(total.amount),
                text: wording::short_cost(found, self.basis, self.findings.money_unit()),
                id: FigureId::annual_cost(id, self.basis),
            },
            is_at_least: total.is_at_least,
            score: Figure {
                value: wording::score(found).map_or(0.0, position),
                text: wording::score_text(found),
                id: FigureId::achievement(id),
            },
            range: wording::range(found),
            cost_whisker,
            score_whisker,
            share_of_area: if most_hours > 0.0 {
                position(found.hours.all) / most_hours
            } else {
                0.0
            },
            marker: marker(found.model),
            standing: if self.is_on_frontier(id) {
                Standing::Frontier
            } else if !self.is_compared(found) {
                Standing::NotCompared
            } else {
                Standing::Other
            },
            hover: self.hover(found),
        }
    }

    fn hover(&self, found: &PartnershipFindings) -> String {
        let mut lines = wording::hover(found, self.basis, self.findings.money_unit());
        lines.push(format!(
            "{} of people’s time",
            display::hours(found.hours.all)
        ));
        let unit = self.findings.money_unit();
        lines.extend(self.doubts.in_words(found.id, (self.basis, unit)));
        lines.push(self.comparison(found));
        lines.join("\n")
    }

    /// How a partnership compares, in words.
    fn comparison(&self, found: &PartnershipFindings) -> String {
        if let Some(better) = self.findings.called_out(found.id, self.basis) {
            return format!("Costs more and scores less than {}: ask why", better.name);
        }
        match self.better(found.id) {
            Some(better) => format!(
                "Not clearly apart from {}, which costs no more and scores no less",
                better.name
            ),
            None if self.is_on_frontier(found.id) => "Lowest cost at its score".to_owned(),
            None if self.is_at_least(found) => {
                "Not compared: part of the cost is not known".to_owned()
            }
            None if wording::score(found).is_none() => "Not compared: not scored".to_owned(),
            None => "Not compared".to_owned(),
        }
    }

    /// Whether it could be: a cost that leaves something out proves nothing, nor does one of a year without the
    /// partnership. One alone is drawn as any other.
    fn is_compared(&self, found: &PartnershipFindings) -> bool {
        let is_placed = self.is_on_frontier(found.id) || self.better(found.id).is_some();
        !self.is_at_least(found) && (is_placed || self.drawn.len() < 2)
    }

    fn is_at_least(&self, found: &PartnershipFindings) -> bool {
        found.annual_cost.get(self.basis).is_at_least
    }

    fn frontier(&self) -> Vec<(f64, f64)> {
        if self.drawn.len() < 2 {
            return Vec::new();
        }
        // Of the whole register, whatever is shown: what so much money can reach does not depend on that.
        let best = self.findings.frontier_of_all(self.basis);
        let mut steps: Vec<(f64, f64)> = best
            .into_iter()
            .map(|found| {
                (
                    position(found.annual_cost.get(self.basis).amount),
                    wording::score(found).map_or(0.0, position),
                )
            })
            .collect();
        steps.sort_by(|(cost, score), (other_cost, other_score)| {
            cost.total_cmp(other_cost)
                .then(score.total_cmp(other_score))
        });
        steps
    }

    fn undrawn(&self) -> Vec<String> {
        let named = |members: &[&PartnershipFindings]| {
            let names: Vec<String> = members
                .iter()
                .map(|found| {
                    format!(
                        "{} ({})",
                        found.name,
                        wording::short_cost(found, self.basis, self.findings.money_unit())
                    )
                })
                .collect();
            wording::list(&names)
        };
        let mut sentences = Vec::new();
        if !self.unscored.is_empty() {
            sentences.push(format!(
                "Not scored, so not drawn: {}.",
                named(&self.unscored)
            ));
        }
        if !self.costless.is_empty() {
            sentences.push(format!(
                "No cost above nought, so not drawn: {}.",
                named(&self.costless)
            ));
        }
        sentences
    }

    fn table(&self) -> Table {
        let groups = [&self.drawn, &self.unscored, &self.costless];
        let everyone = || groups.into_iter().flatten().copied();
        let mut table = wording::table(everyone(), self.basis, self.findings.money_unit());
        table.columns.push(Column {
            title: "Comparison".to_owned(),
            holds: Content::Words,
        });
        for (row, found) in table.rows.iter_mut().zip(everyone()) {
            row.push(Cell::words(self.comparison(found)));
        }
        let unit = self.findings.money_unit();
        (self.doubts).add_to(&mut table, everyone(), (self.basis, unit));
        table
    }
}

/// The shape that stands for a model.
pub fn marker(model: Model) -> Marker {
    match model {
        Model::SeparateOrganisation => Marker::Square,
        Model::VirtualOrganisation => Marker::Diamond,
        Model::CoLocatedStaff => Marker::Triangle,
        Model::SteeringGroup => Marker::Circle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample;
    use crate::costing::schedule::Total;
    use crate::findings::portfolio;

    fn map(chart: &Chart) -> &Map {
        match &chart.body {
            Body::Map(map) => map,
            _ => panic!("cost against achievement is a map"),
        }
    }

    fn mark<'c>(chart: &'c Chart, name: &str) -> &'c Mark {
        let mut marks = map(chart).marks.iter();
        marks.find(|mark| mark.name == name).unwrap()
    }

    #[test]
    fn the_title_states_the_finding() {
        for (n, expected) in [
            (0, "No partnership has both a cost and a score yet"),
            (1, "Only one partnership has both a cost and a score"),
            (
                2,
                "None of two partnerships clearly costs more and scores less than another",
            ),
            // Enterprise & Skills costs more and scores 8 less than Community Safety, but may score 51 to 66.
            (
                3,
                "None of three partnerships clearly costs more and scores less than another",
            ),
            (
                15,
                "Eight of 12 comparable partnerships cost more and score less than another",
            ),
        ] {
            assert_eq!(
                draw(&sample::findings(n), Basis::Full, Doubts::NONE).title,
                expected
            );
        }
    }

    #[test]
    fn those_without_a_score_are_listed_and_not_drawn() {
        let chart = draw(&sample::findings(15), Basis::Full, Doubts::NONE);
        assert_eq!(map(&chart).marks.len(), 13);
        assert_eq!(
            map(&chart).undrawn,
            ["Not scored, so not drawn: Early Years Alliance (£178k) and Heritage Forum (£15k)."]
        );
        assert_eq!(chart.table.rows.len(), 15, "the table lists all");
    }

    #[test]
    fn those_without_a_cost_are_listed_and_not_drawn() {
        let mut findings = sample::findings(3);
        let found = Arc::make_mut(&mut findings.partnerships[0]);
        found.annual_cost.full = Total::default();
        findings.portfolio = portfolio::find(&findings.register, &findings.partnerships);
        let chart = draw(&findings, Basis::Full, Doubts::NONE);
        assert_eq!(map(&chart).marks.len(), 2);
        assert_eq!(
            map(&chart).undrawn,
            ["No cost above nought, so not drawn: Harbour Regeneration Company (£0)."]
        );
    }

    #[test]
    fn a_linear_scale_starts_at_nought_and_has_room_for_a_cost_of_nought() {
        let mut findings = sample::findings(3);
        let found = Arc::make_mut(&mut findings.partnerships[0]);
        found.annual_cost.full = Total::default();
        found.months_in_force = 12;
        findings.portfolio = portfolio::find(&findings.register, &findings.partnerships);
        let chart = draw_linear(&findings, Basis::Full, Doubts::NONE);
        assert_eq!(map(&chart).marks.len(), 3);
        assert_eq!(map(&chart).undrawn.len(), 0);
        assert_eq!(map(&chart).x_title, "Full cost a year");
        let (low, high) = crate::chart::map::View::of(map(&chart)).cost;
        // The dearest of the three costs 319 + 60 = £379k; 4 % before nought and 10 % after it.
        assert!((low + 379_000.0 * 0.04).abs() < 1.0, "{low}");
        assert!((high - 379_000.0 * 1.1).abs() < 1.0, "{high}");
    }

    #[test]
    fn both_scales_say_the_same() {
        let findings = sample::findings(15);
        let log = draw(&findings, Basis::Full, Doubts::NONE);
        let linear = draw_linear(&findings, Basis::Full, Doubts::NONE);
        assert_eq!(log.title, linear.title);
        assert_eq!(log.table, linear.table);
        assert_eq!(map(&log).marks, map(&linear).marks);
        assert_eq!(map(&log).frontier, map(&linear).frontier);
    }

    #[test]
    fn a_hollow_mark_says_who_does_better() {
        let chart = draw(&sample::findings(15), Basis::Full, Doubts::NONE);
        let harbour = mark(&chart, "Harbour Regeneration Company");
        assert_eq!(harbour.standing, Standing::Other);
        let last = "Costs more and scores less than Family Support Team: ask why";
        assert!(harbour.hover.ends_with(last), "{}", harbour.hover);
        let family = mark(&chart, "Family Support Team");
        assert_eq!(family.standing, Standing::Frontier);
        assert!(chart.note.contains(wording::OWN_TARGETS));
    }

    #[test]
    fn an_incomplete_cost_takes_no_part() {
        let chart = draw(&sample::findings(15), Basis::Full, Doubts::NONE);
        let board = mark(&chart, "Air Quality Board");
        assert!(board.is_at_least);
        assert_eq!(board.standing, Standing::NotCompared);
        assert!(board.hover.contains("At least £35,000 a year"));
        assert!(
            board
                .hover
                .ends_with("Not compared: part of the cost is not known")
        );
    }
}
