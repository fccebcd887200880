//! A few partnerships side by side: cost by class, achievement, hours, senior days and worth, each on one scale.

use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body, Cell, Chart, Column, Content, Figure, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs, P10_P90, Whisker};
use crate::chart::exhibit2::leaders;
use crate::chart::panels::{Panel, PanelMark, PanelRow, Panels};
use crate::chart::rows::Segment;
use crate::chart::wording::{self, position};
use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// The chart.
pub const CHART: ChartKind = ChartKind {
    id: "comparison",
    label: "Comparison",
    description: "Two to four partnerships side by side: cost, achievement, time and worth; of more, the four dearest",
    needs: Needs::Simulation,
    draw,
};

/// More do not stand side by side on a page.
const MOST: usize = 4;

/// Draws it: of more than four, the four dearest.
pub fn draw(findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> Chart {
    let dearest: &[Id] = findings.portfolio.dearest.get(basis);
    let drawn: Vec<&PartnershipFindings> = dearest
        .iter()
        .take(MOST)
        .filter_map(|id| findings.partnership(*id))
        .collect();
    let of = Compared {
        findings,
        drawn,
        basis,
        unit: findings.money_unit(),
        doubts,
    };
    let (title, subtitle) = (of.title(), of.subtitle());
    Chart {
        note: of.note(),
        alt: of.alt(&title, &subtitle),
        legend: of.legend(),
        table: of.table(),
        body: Body::Panels(Panels {
            panels: of.panels(),
            when_empty: "No partnerships to compare yet.".to_owned(),
        }),
        title,
        subtitle,
    }
}

struct Compared<'a> {
    findings: &'a Findings,
    /// The dearest first.
    drawn: Vec<&'a PartnershipFindings>,
    basis: Basis,
    unit: MoneyUnit,
    doubts: Doubts<'a>,
}

impl Compared<'_> {
    fn is_part(&self) -> bool {
        self.drawn.len() < self.findings.partnerships.len()
    }

    fn title(&self) -> String {
        if self.drawn.is_empty() {
            return "Partnerships side by side".to_owned();
        }
        leaders(self.drawn.iter().copied(), self.basis)
    }

    fn subtitle(&self) -> String {
        let whom = wording::shown(self.findings);
        let whom = if self.is_part() {
            let n = display::in_words(self.drawn.len());
            format!("the {n} dearest of {whom}")
        } else {
            whom
        };
        format!(
            "Cost, achievement, time and worth of {whom}, {}. {}.",
            self.findings.year,
            self.basis.label()
        )
    }

    fn panels(&self) -> Vec<Panel> {
        if self.drawn.is_empty() {
            return Vec::new();
        }
        let panel = |title: &str, row: &dyn Fn(&PartnershipFindings) -> PanelRow| Panel {
            title: title.to_owned(),
            full: None,
            rows: self.drawn.iter().map(|it| row(it)).collect(),
        };
        vec![
            panel("Cost a year", &|it| self.cost(it)),
            Panel {
                full: Some(100.0),
                ..panel("Achievement, 0–100", &|it| self.achievement(it))
            },
            panel("Hours of people’s time a year", &|it| {
                let text = display::hours(it.hours.all);
                let value = position(it.hours.all);
                self.bar(it, value, text, Measure::HoursOfTime)
            }),
            panel("Senior days a year", &|it| {
                let text = display::days(it.senior_days);
                let value = position(it.senior_days);
                self.bar(it, value, text, Measure::SeniorDays)
            }),
            panel("Benefits less costs, present value", &|it| self.npsv(it)),
        ]
    }

    fn row(
        &self,
        it: &PartnershipFindings,
        figure: Figure,
        mark: PanelMark,
        whisker: Option<Whisker>,
    ) -> PanelRow {
        let mut hover = wording::hover(it, self.basis, self.unit);
        hover.push(format!(
            "{} of people’s time, {} senior days",
            display::hours(it.hours.all),
            display::days(it.senior_days)
        ));
        hover.push(format!("Benefits less costs: {}", self.npsv_text(it)));
        hover.extend(self.doubts.in_words(it.id, (self.basis, self.unit)));
        PanelRow {
            partnership: it.id,
            name: it.name.clone(),
            mark,
            whisker,
            figure,
            hover: hover.join("\n"),
        }
    }

    fn cost(&self, it: &PartnershipFindings) -> PanelRow {
        let parts = Class::ALL.into_iter().filter_map(|class| {
            let amount = wording::class_cost(it, self.basis, class);
            (amount > Money::ZERO).then(|| Segment {
                class,
                amount: Figure {
                    value: position(amount),
                    text: display::money_short_in(amount, self.unit),
                    id: FigureId::class(it.id, class, self.basis),
                },
            })
        });
        let figure = Figure {
            value: position(it.annual_cost.get(self.basis).amount),
            text: wording::short_cost(it, self.basis, self.unit),
            id: FigureId::annual_cost(it.id, self.basis),
        };
        let mark = PanelMark::Parts(parts.collect());
        self.row(it, figure, mark, self.doubts.of_cost(it.id, self.basis))
    }

    fn achievement(&self, it: &PartnershipFindings) -> PanelRow {
        let score = wording::score(it);
        let figure = Figure {
            value: score.map_or(0.0, position),
            text: wording::score_text(it),
            id: FigureId::achievement(it.id),
        };
        let mark = PanelMark::Score {
            is_known: score.is_some(),
            range: wording::range(it),
        };
        self.row(it, figure, mark, self.doubts.of_score(it.id))
    }

    fn bar(&self, it: &PartnershipFindings, value: f64, text: String, of: Measure) -> PanelRow {
        let id = FigureId::new(it.id, of);
        self.row(it, Figure { value, text, id }, PanelMark::Bar, None)
    }

    fn npsv(&self, it: &PartnershipFindings) -> PanelRow {
        let worth = &it.appraisal.worth;
        let (mark, value) = if worth.is_priced {
            (PanelMark::Bar, position(worth.npsv))
        } else {
            (PanelMark::Nothing, 0.0)
        };
        let measure = Measure::Worth(WorthMeasure::AsItIs(Yardstick::Npsv));
        let is_part = worth.is_priced && (worth.pvc.is_at_least || worth.pvb.is_at_least);
        let text = if is_part {
            // There is no room for more; the table and the note say what it means.
            format!(
                "{}, in part",
                display::money_short_in(worth.npsv, self.unit)
            )
        } else {
            self.npsv_text(it)
        };
        let id = FigureId::new(it.id, measure);
        let figure = Figure { value, text, id };
        self.row(it, figure, mark, None)
    }

    /// `£1.2m`, `£1.2m of what is known`, `not priced`.
    fn npsv_text(&self, it: &PartnershipFindings) -> String {
        let worth = &it.appraisal.worth;
        if !worth.is_priced {
            return "not priced".to_owned();
        }
        let text = display::money_short_in(worth.npsv, self.unit);
        if worth.pvc.is_at_least || worth.pvb.is_at_least {
            format!("{text}, of what is known")
        } else {
            text
        }
    }

    fn note(&self) -> String {
        let mut sentences = vec![
            wording::source(self.findings),
            wording::basis_note(self.basis).to_owned(),
            "Each panel has a scale of its own, the same from row to row.".to_owned(),
        ];
        if self.drawn.iter().any(|it| wording::range(it).is_some()) {
            let range = "A thick line is the range of a score of which part is missing.";
            sentences.push(range.to_owned());
        }
        if self.has_whiskers() {
            sentences.push(P10_P90.to_owned());
        }
        sentences.push(wording::OWN_TARGETS.to_owned());
        let is_at_least = |it: &&PartnershipFindings| it.annual_cost.get(self.basis).is_at_least;
        if self.drawn.iter().any(is_at_least) {
            sentences.push("“At least”: part of the cost is not known.".to_owned());
        }
        let is_part = |it: &&PartnershipFindings| {
            let worth = &it.appraisal.worth;
            worth.is_priced && (worth.pvc.is_at_least || worth.pvb.is_at_least)
        };
        if self.drawn.iter().any(is_part) {
            sentences.push("“In part”: of the costs and benefits that are known.".to_owned());
        }
        if self.drawn.iter().any(|it| !it.appraisal.worth.is_priced) {
            sentences.push("“Not priced”: no benefit has a price.".to_owned());
        }
        let is_negative = |it: &&PartnershipFindings| {
            let parts = it.by_class.get(self.basis).values();
            parts.into_iter().any(|amount| *amount < Money::ZERO)
        };
        if self.drawn.iter().any(is_negative) {
            sentences.push("Costs below nought are in the table, not in the bars.".to_owned());
        }
        sentences.join(" ")
    }

    fn has_whiskers(&self) -> bool {
        self.drawn.iter().any(|it| {
            self.doubts.of_cost(it.id, self.basis).is_some()
                || self.doubts.of_score(it.id).is_some()
        })
    }

    fn legend(&self) -> Vec<Vec<Key>> {
        if self.drawn.is_empty() {
            return Vec::new();
        }
        let key = |swatch, label: &str| Key {
            swatch,
            label: label.to_owned(),
        };
        let classes = Class::ALL.into_iter();
        let mut keys: Vec<Key> = classes
            .map(|class| key(Swatch::Segment(class), class.label()))
            .collect();
        keys.push(key(Swatch::Score, "Achievement"));
        if self.drawn.iter().any(|it| wording::range(it).is_some()) {
            keys.push(key(Swatch::Range, "Range, part missing"));
        }
        if self.has_whiskers() {
            keys.push(key(Swatch::Whisker, "P10–P90"));
        }
        vec![keys]
    }

    fn table(&self) -> Table {
        let drawn = || self.drawn.iter().copied();
        let mut table = wording::table(drawn(), self.basis, self.unit);
        for title in ["Senior days", "Benefits less costs, £"] {
            table.columns.push(Column {
                title: title.to_owned(),
                holds: Content::Figures,
            });
        }
        for (row, it) in table.rows.iter_mut().zip(&self.drawn) {
            let days = FigureId::new(it.id, Measure::SeniorDays);
            row.push(Cell::figure(display::days(it.senior_days), days));
            let worth = &it.appraisal.worth;
            row.push(if worth.is_priced {
                let measure = Measure::Worth(WorthMeasure::AsItIs(Yardstick::Npsv));
                let text = display::money_in(worth.npsv, self.unit);
                let text = if worth.pvc.is_at_least || worth.pvb.is_at_least {
                    format!("{text}, of what is known")
                } else {
                    text
                };
                Cell::figure(text, FigureId::new(it.id, measure))
            } else {
                Cell::words("not priced")
            });
        }
        let of = (self.basis, self.unit);
        self.doubts.add_to(&mut table, drawn(), of);
        table
    }

    fn alt(&self, title: &str, subtitle: &str) -> String {
        if self.drawn.is_empty() {
            return format!("{subtitle} There is nothing to draw.");
        }
        let said = self.drawn.iter().map(|it| {
            format!(
                "{}: {} a year, achievement {}, {}, {} senior days, benefits less costs {}.",
                it.name,
                wording::short_cost(it, self.basis, self.unit),
                wording::score_text(it),
                display::hours(it.hours.all),
                display::days(it.senior_days),
                self.npsv_text(it)
            )
        });
        let said: Vec<String> = said.collect();
        format!("{title}. {subtitle} {}", said.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::sample;

    fn panels(chart: &Chart) -> &[Panel] {
        match &chart.body {
            Body::Panels(panels) => &panels.panels,
            _ => panic!("a comparison is panels"),
        }
    }

    #[test]
    fn of_many_the_four_dearest_are_drawn_and_that_is_said() {
        let chart = draw(&sample::findings(15), Basis::Full, Doubts::NONE);
        assert_eq!(panels(&chart).len(), 5);
        for panel in panels(&chart) {
            assert_eq!(panel.rows.len(), 4, "{}", panel.title);
        }
        assert!(
            chart
                .subtitle
                .contains("the four dearest of 15 partnerships")
        );
        assert_eq!(chart.table.rows.len(), 4);
        let widths: Vec<usize> = chart.table.rows.iter().map(Vec::len).collect();
        assert_eq!(widths, [chart.table.columns.len(); 4]);
    }

    #[test]
    fn every_panel_lists_the_same_in_the_same_order() {
        let chart = draw(&sample::findings(3), Basis::Full, Doubts::NONE);
        let ids =
            |panel: &Panel| -> Vec<Id> { panel.rows.iter().map(|it| it.partnership).collect() };
        let first = ids(&panels(&chart)[0]);
        assert!(panels(&chart).iter().all(|panel| ids(panel) == first));
        assert_eq!(
            chart.title,
            "Harbour Regeneration Company costs the most and scores highest"
        );
    }

    #[test]
    fn what_is_not_known_has_words_and_no_mark() {
        let chart = draw(&sample::findings(15), Basis::Full, Doubts::NONE);
        let worth = &panels(&chart)[4].rows[0];
        assert_eq!(worth.mark, PanelMark::Nothing);
        assert_eq!(worth.figure.text, "not priced");
        assert!(chart.alt.contains("benefits less costs not priced"));
    }
}
