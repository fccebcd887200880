//! Exhibit 2: type, scale, cost and achievement of every partnership, after the exhibit of 1998.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::chart::catalogue::ChartKind;
use crate::chart::chart::{Body, Chart, Figure, Key, Swatch};
use crate::chart::doubts::{Doubts, Needs, P10_P90};
use crate::chart::rows::{Group, Row, Rows, Score, Segment};
use crate::chart::wording::{self, position};
use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::figure::FigureId;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio::N_NAMED;
use crate::model::partnership::Model;
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// The chart.
pub const CHART: ChartKind = ChartKind {
    id: "exhibit-2",
    label: "Exhibit 2",
    description: "Type, scale, cost and achievement of every partnership",
    needs: Needs::Simulation,
    draw,
};

/// Draws it.
pub fn draw(findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> Chart {
    let unit = findings.money_unit();
    let ordered: Vec<(Model, Vec<&PartnershipFindings>)> = Model::ALL
        .into_iter()
        .map(|model| (model, of_model(findings, model, basis)))
        .filter(|(_, members)| !members.is_empty())
        .collect();
    let groups: Vec<Group> = ordered
        .iter()
        .map(|(model, members)| Group {
            name: model.label().to_owned(),
            rows: members
                .iter()
                .map(|found| row(found, basis, unit, doubts))
                .collect(),
        })
        .collect();
    let everyone = ordered
        .iter()
        .flat_map(|(_, members)| members.iter().copied());
    let title = title(findings, basis);
    let subtitle = subtitle(findings, basis);
    let alt = alt(findings, (basis, doubts), &title, &subtitle);
    let mut table = wording::table(everyone.clone(), basis, unit);
    doubts.add_to(&mut table, everyone, (basis, unit));
    Chart {
        title,
        subtitle,
        note: note(findings, basis, doubts),
        alt,
        legend: legend(findings, basis, doubts),
        table,
        body: Body::Rows(Rows {
            cost_title: "Cost a year".to_owned(),
            score_title: "Achievement, 0–100".to_owned(),
            groups,
            money_unit: unit,
            when_empty: "The register holds no partnerships yet.".to_owned(),
        }),
    }
}

/// The partnerships of a model, the dearest first.
fn of_model(findings: &Findings, model: Model, basis: Basis) -> Vec<&PartnershipFindings> {
    let all = findings.partnerships.iter().map(Arc::as_ref);
    let mut members: Vec<_> = all.filter(|found| found.model == model).collect();
    members.sort_by_key(|found| (Reverse(found.annual_cost.get(basis).amount), found.id));
    members
}

fn row(found: &PartnershipFindings, basis: Basis, unit: MoneyUnit, doubts: Doubts<'_>) -> Row {
    let id = found.id;
    let segments = Class::ALL.into_iter().filter_map(|class| {
        let amount = wording::class_cost(found, basis, class);
        (amount > Money::ZERO).then(|| Segment {
            class,
            amount: Figure {
                value: position(amount),
                text: display::money_short_in(amount, unit),
                id: FigureId::class(id, class, basis),
            },
        })
    });
    let score = wording::score(found);
    Row {
        partnership: id,
        name: found.name.clone(),
        scale: wording::scale(found),
        segments: segments.collect(),
        total: Figure {
            value: position(found.annual_cost.get(basis).amount),
            text: wording::short_cost(found, basis, unit),
            id: FigureId::annual_cost(id, basis),
        },
        whisker: doubts.of_cost(id, basis),
        score: Score {
            figure: Figure {
                value: score.map_or(0.0, position),
                text: wording::score_text(found),
                id: FigureId::achievement(id),
            },
            is_known: score.is_some(),
            range: wording::range(found),
            whisker: doubts.of_score(id),
        },
        hover: hover(found, (basis, unit), doubts),
    }
}

fn hover(
    found: &PartnershipFindings,
    (basis, unit): (Basis, MoneyUnit),
    doubts: Doubts<'_>,
) -> String {
    let mut lines = wording::hover(found, basis, unit);
    lines.extend(doubts.in_words(found.id, (basis, unit)));
    lines.join("\n")
}

/// How much of the cost a few partnerships make, or who costs the most; and how many are not scored.
fn title(findings: &Findings, basis: Basis) -> String {
    let n = findings.partnerships.len();
    let found = concentration(findings, basis).unwrap_or_else(|| {
        let all = findings.partnerships.iter();
        leaders(all.map(Arc::as_ref), basis)
    });
    match findings.portfolio.not_scored.len() {
        0 => found,
        n_unscored if n_unscored == n => format!("{found}; none is scored yet"),
        1 => format!("{found}; one is not scored"),
        n_unscored => format!("{found}; {} are not scored", display::in_words(n_unscored)),
    }
}

/// The share of the cost that the dearest few make, where there are enough others for it to say something.
fn concentration(findings: &Findings, basis: Basis) -> Option<String> {
    let portfolio = &findings.portfolio;
    let share = (*portfolio.share_of_dearest.get(basis))?;
    let is_telling = findings.partnerships.len() > N_NAMED.saturating_mul(2);
    let known = if portfolio.annual_cost.get(basis).is_at_least {
        "known "
    } else {
        ""
    };
    is_telling.then(|| {
        format!(
            "{} account for {} of the {known}cost",
            display::capitalised(&wording::partnerships(N_NAMED)),
            display::percent(share)
        )
    })
}

/// Who costs the most and who scores highest; a tie names nobody.
pub(crate) fn leaders<'f>(
    all: impl Iterator<Item = &'f PartnershipFindings>,
    basis: Basis,
) -> String {
    let all: Vec<&PartnershipFindings> = all.collect();
    let is_comparison = all.len() > 1;
    let cost = |found: &PartnershipFindings| {
        let amount = found.annual_cost.get(basis).amount;
        (amount > Money::ZERO).then_some(amount)
    };
    let dearest = leader(&all, cost).filter(|_| is_comparison);
    let highest = leader(&all, wording::score).filter(|_| is_comparison);
    match (dearest, highest) {
        (Some(dear), Some(high)) if dear.id == high.id => {
            format!("{} costs the most and scores highest", dear.name)
        }
        (Some(dear), Some(high)) => {
            format!("{} costs the most, {} scores highest", dear.name, high.name)
        }
        (Some(dear), None) => format!("{} costs the most", dear.name),
        (None, Some(high)) => format!("{} scores highest", high.name),
        (None, None) => "What partnerships cost, and what they achieve".to_owned(),
    }
}

/// The one partnership with the largest figure, and nothing where two share it.
fn leader<'f, T: Ord>(
    all: &[&'f PartnershipFindings],
    figure: impl Fn(&PartnershipFindings) -> Option<T>,
) -> Option<&'f PartnershipFindings> {
    let mut ranked: Vec<_> = all
        .iter()
        .filter_map(|found| figure(found).map(|figure| (figure, *found)))
        .collect();
    ranked.sort_by(|(one, _), (other, _)| other.cmp(one));
    match ranked.as_slice() {
        [(first, _), (second, _), ..] if first == second => None,
        [(_, found), ..] => Some(*found),
        [] => None,
    }
}

fn subtitle(findings: &Findings, basis: Basis) -> String {
    let n = wording::shown(findings);
    format!(
        "Type, scale, cost and achievement of {n}, {}. {}.",
        findings.year,
        basis.label()
    )
}

fn note(findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> String {
    let all = &findings.partnerships;
    let mut sentences = vec![
        wording::source(findings),
        wording::basis_note(basis).to_owned(),
    ];
    if all.iter().any(|found| wording::range(found).is_some()) {
        sentences.push("A thick line is the range of a score of which part is missing.".to_owned());
    }
    if has_whiskers(findings, basis, doubts) {
        sentences.push(P10_P90.to_owned());
    }
    sentences.push(wording::OWN_TARGETS.to_owned());
    if all
        .iter()
        .any(|found| found.annual_cost.get(basis).is_at_least)
    {
        sentences.push("“At least”: part of the cost is not known.".to_owned());
    }
    let is_negative = |found: &PartnershipFindings| {
        (found.by_class.get(basis).values()).any(|amount| *amount < Money::ZERO)
    };
    if all.iter().any(|found| is_negative(found)) {
        sentences.push("Amounts below nought are in the table, not in the bars.".to_owned());
    }
    sentences.join(" ")
}

/// Whether any cost or score moves.
fn has_whiskers(findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> bool {
    let mut all = findings.partnerships.iter();
    all.any(|it| doubts.of_cost(it.id, basis).is_some() || doubts.of_score(it.id).is_some())
}

fn legend(findings: &Findings, basis: Basis, doubts: Doubts<'_>) -> Vec<Vec<Key>> {
    let key = |swatch, label: &str| Key {
        swatch,
        label: label.to_owned(),
    };
    if findings.partnerships.is_empty() {
        return Vec::new();
    }
    let mut keys: Vec<Key> = Class::ALL
        .into_iter()
        .map(|class| key(Swatch::Segment(class), class.label()))
        .collect();
    keys.push(key(Swatch::Score, "Achievement"));
    let all = &findings.partnerships;
    if all.iter().any(|found| wording::range(found).is_some()) {
        keys.push(key(Swatch::Range, "Range, part missing"));
    }
    if has_whiskers(findings, basis, doubts) {
        keys.push(key(Swatch::Whisker, "P10–P90"));
    }
    vec![keys]
}

fn alt(
    findings: &Findings,
    (basis, doubts): (Basis, Doubts<'_>),
    title: &str,
    subtitle: &str,
) -> String {
    let all = &findings.partnerships;
    let costs = all.iter().map(|found| found.annual_cost.get(basis).amount);
    let (Some(least), Some(most)) = (costs.clone().min(), costs.max()) else {
        return format!("{subtitle} There is nothing to draw.");
    };
    format!(
        "{title}. {subtitle} Bars of cost a year from {} to {}, by model, with a score from 0 to 100 beside each.{}",
        display::money_short_in(least, findings.money_unit()),
        display::money_short_in(most, findings.money_unit()),
        if has_whiskers(findings, basis, doubts) {
            " Thin lines with caps are P10–P90; the table has their ends."
        } else {
            ""
        }
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::geometry::Point;
    use crate::chart::layout::{Request, layout};
    use crate::chart::measure::PlexMeasure;
    use crate::chart::sample;
    use crate::findings::portfolio;

    fn rows(chart: &Chart) -> &Rows {
        match &chart.body {
            Body::Rows(rows) => rows,
            _ => panic!("Exhibit 2 is rows"),
        }
    }

    #[test]
    fn the_title_states_the_finding() {
        for (n, expected) in [
            (0, "What partnerships cost, and what they achieve"),
            (1, "What partnerships cost, and what they achieve"),
            (
                3,
                "Harbour Regeneration Company costs the most and scores highest",
            ),
            (
                5,
                "Harbour Regeneration Company costs the most, Family Support Team scores highest; one is not scored",
            ),
            (
                9,
                "Three partnerships account for 62% of the cost; one is not scored",
            ),
            (
                15,
                "Three partnerships account for 49% of the known cost; two are not scored",
            ),
        ] {
            assert_eq!(
                draw(&sample::findings(n), Basis::Full, Doubts::NONE).title,
                expected
            );
        }
    }

    #[test]
    fn rows_stand_by_model_and_then_by_cost() {
        let chart = draw(&sample::findings(15), Basis::Full, Doubts::NONE);
        let names: Vec<_> = rows(&chart)
            .groups
            .iter()
            .map(|it| it.name.as_str())
            .collect();
        let models: Vec<_> = Model::ALL.iter().map(|model| model.label()).collect();
        assert_eq!(names, models);
        for group in &rows(&chart).groups {
            assert!(
                group
                    .rows
                    .is_sorted_by(|a, b| a.total.value >= b.total.value)
            );
        }
        let chart = draw(&sample::findings(3), Basis::Full, Doubts::NONE);
        assert_eq!(rows(&chart).groups.len(), 2, "empty groups are left out");
    }

    #[test]
    fn a_missing_score_has_a_range_and_no_mark() {
        let chart = draw(&sample::findings(15), Basis::Full, Doubts::NONE);
        let mut rows = rows(&chart).rows();
        let row = rows.find(|row| row.name == "Heritage Forum").unwrap();
        assert!(!row.score.is_known);
        assert_eq!(row.score.figure.text, "not scored");
        assert!(row.score.range.is_some());
    }

    #[test]
    fn an_amount_below_nought_is_told_and_not_drawn() {
        let mut findings = sample::findings(3);
        let found = Arc::make_mut(&mut findings.partnerships[0]);
        found
            .by_class
            .full
            .insert(Class::Opportunity, Money::from(-20_000));
        findings.portfolio = portfolio::find(&findings.register, &findings.partnerships);
        let chart = draw(&findings, Basis::Full, Doubts::NONE);
        let row = rows(&chart).rows().next().unwrap();
        assert_eq!(row.segments.len(), 2);
        assert!(
            row.hover
                .contains("−£20,000, more is recharged than spent; not drawn")
        );
        assert!(chart.note.contains("below nought are in the table"));
        assert_eq!(chart.table.rows[0][4].text, "−£20,000");
    }

    #[test]
    fn the_pointer_meets_the_part_of_the_bar() {
        let findings = sample::findings(3);
        let chart = draw(&findings, Basis::Full, Doubts::NONE);
        let page = layout(&chart, &Request::screen(700.0), &PlexMeasure);
        let bars = page.frames[0];
        let row = page.rows[0];
        let middle = f64::midpoint(row.top, row.bottom);
        let at = |x| page.hit(Point::new(x, middle)).unwrap().figure;
        let id = findings.partnerships[0].id;
        assert_eq!(
            at(bars.x + 5.0),
            FigureId::class(id, Class::Direct, Basis::Full)
        );
        assert_eq!(at(page.frames[1].x + 5.0), FigureId::achievement(id));
        assert_eq!(at(5.0), FigureId::annual_cost(id, Basis::Full));
    }
}
