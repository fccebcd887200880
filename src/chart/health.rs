//! The health check drawn: a tile for each question that is asked, of one partnership by section, or of all of them.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::chart::catalogue::{ChartKind, PartnershipChart};
use crate::chart::chart::{Body, Cell, Chart, Content, Key, Swatch, Table};
use crate::chart::doubts::{Doubts, Needs};
use crate::chart::tile::Tile;
use crate::chart::tiles::{TileRow, Tiles};
use crate::chart::wording;
use crate::costing::basis::Basis;
use crate::findings::findings::Findings;
use crate::findings::health::HealthCounts;
use crate::findings::partnership::PartnershipFindings;
use crate::guidance::health_check::HealthGroup;
use crate::units::display;

/// The chart of all partnerships.
pub const CHART: ChartKind = ChartKind {
    id: "health",
    label: "Health check",
    description: "How the questions of the health check are answered, by partnership",
    needs: Needs::Nothing,
    draw,
};

/// The chart of one partnership.
pub const OF_ONE: PartnershipChart = PartnershipChart {
    id: "health",
    label: "Health check",
    description: "How the questions of the health check are answered, by section",
    needs: Needs::Nothing,
    draw: draw_one,
};

/// Draws all partnerships, those with the most open questions first.
pub fn draw(findings: &Findings, _: Basis, _: Doubts<'_>) -> Chart {
    let mut all: Vec<&PartnershipFindings> =
        findings.partnerships.iter().map(Arc::as_ref).collect();
    all.sort_by_key(|found| (Reverse(found.health.all.open()), found.id));
    let rows = all.iter().map(|found| TileRow {
        partnership: Some(found.id),
        ..row(&found.name, found.health.all)
    });
    let parts = all.iter().map(|it| (it.name.as_str(), it.health.all));
    let subtitle = format!(
        "Health check and governance of {}, a tile for each question asked, {}.",
        wording::shown(findings),
        findings.year
    );
    chart(Draft {
        findings,
        title: title(&all),
        subtitle,
        of: "Partnership",
        table: table("Partnership", parts),
        rows: rows.collect(),
    })
}

/// Draws one partnership, section by section.
pub fn draw_one(
    findings: &Findings,
    found: &PartnershipFindings,
    _: Basis,
    _: Doubts<'_>,
) -> Chart {
    let health = &found.health;
    let groups = HealthGroup::ALL.into_iter();
    let groups = groups.filter_map(|it| Some((it.label(), *health.by_group.get(&it)?)));
    let groups: Vec<(&str, HealthCounts)> = groups.collect();
    let mut table = table("Section", groups.iter().copied());
    table.rows.push(cells("All sections", health.all));
    let subtitle = format!(
        "Health check and governance, a tile for each question asked, {}.",
        findings.year
    );
    chart(Draft {
        findings,
        title: title_of_one(found, &groups),
        subtitle,
        of: "Section",
        table,
        rows: groups.iter().map(|(name, it)| row(name, *it)).collect(),
    })
}

/// What differs between the two charts.
struct Draft<'f> {
    findings: &'f Findings,
    title: String,
    subtitle: String,
    of: &'static str,
    table: Table,
    rows: Vec<TileRow>,
}

fn chart(draft: Draft<'_>) -> Chart {
    let Draft {
        findings,
        title,
        subtitle,
        of,
        table,
        rows,
    } = draft;
    let note = format!(
        "{} Questions 20 to 23 are answered from the figures. A question that does not arise has no tile; it is counted \
         in the table. The health check is no part of the achievement score.",
        wording::source(findings)
    );
    let said = rows.iter().map(|it| format!("{}: {}.", it.name, it.label));
    let said: Vec<String> = said.take(N_SAID).collect();
    let rest = if rows.len() > N_SAID {
        " The table has the others."
    } else {
        ""
    };
    let alt = if rows.is_empty() {
        format!("{subtitle} There is nothing to draw.")
    } else {
        let of = of.to_lowercase();
        format!(
            "{title}. {subtitle} A row of tiles for each {of}. {}{rest}",
            said.join(" ")
        )
    };
    let key = |tile: Tile| Key {
        swatch: Swatch::Tile(tile),
        label: tile.label().to_owned(),
    };
    let legend = if rows.is_empty() {
        Vec::new()
    } else {
        vec![Tile::ALL.map(key).to_vec()]
    };
    Chart {
        title,
        subtitle,
        note,
        alt,
        legend,
        table,
        body: Body::Tiles(Tiles {
            rows,
            when_empty: "The register holds no partnerships yet.".to_owned(),
        }),
    }
}

/// Rows that the alternative text says in full.
const N_SAID: usize = 6;

fn row(name: &str, counts: HealthCounts) -> TileRow {
    let parts = [
        (Tile::Yes, counts.yes),
        (Tile::Partly, counts.partly),
        (Tile::No, counts.no),
        (Tile::Unknown, counts.unknown),
    ];
    let said = parts.iter().filter(|(_, n)| *n > 0);
    let said = said.map(|(tile, n)| format!("{n} {}", tile.label().to_lowercase()));
    let said: Vec<String> = said.collect();
    TileRow {
        partnership: None,
        name: name.to_owned(),
        label: if said.is_empty() {
            "none arises".to_owned()
        } else {
            said.join(" · ")
        },
        parts: parts.to_vec(),
    }
}

/// Who has the most open questions; a tie names nobody.
fn title(all: &[&PartnershipFindings]) -> String {
    let open = |it: &PartnershipFindings| it.health.all.open();
    match all {
        [] => "How healthy partnerships are".to_owned(),
        [only] => title_of_one(only, &[]),
        [first, second, ..] if open(first) > open(second) => format!(
            "{} has the most open questions, {} of {}",
            first.name,
            open(first),
            first.health.all.asked()
        ),
        [first, ..] if open(first) == 0 => {
            "No question of the health check is open in any partnership".to_owned()
        }
        [first, ..] => {
            let n = all.iter().filter(|it| open(it) == open(first)).count();
            format!(
                "{} have the most open questions, {} each",
                display::capitalised(&wording::partnerships(n)),
                open(first)
            )
        }
    }
}

/// How many questions are open, and where most of them are; a tie names no section.
fn title_of_one(found: &PartnershipFindings, groups: &[(&str, HealthCounts)]) -> String {
    let (name, all) = (&found.name, found.health.all);
    let (open, asked) = (all.open(), all.asked());
    if open == 0 {
        return format!("{name}: no question of the health check is open");
    }
    let is = if open == 1 { "is" } else { "are" };
    let most = groups.iter().map(|(_, it)| it.open()).max();
    let mut worst = groups.iter().filter(|(_, it)| Some(it.open()) == most);
    let place = match (worst.next(), worst.next()) {
        (Some((group, counts)), None) if counts.open() == open => {
            format!(", all in “{group}”")
        }
        (Some((group, _)), None) => format!(", the most in “{group}”"),
        _ => String::new(),
    };
    format!("{name}: {open} of {asked} questions {is} open{place}")
}

fn table<'f>(of: &'static str, rows: impl Iterator<Item = (&'f str, HealthCounts)>) -> Table {
    let mut table = Table::with(&[
        (of, Content::Words),
        ("Asked", Content::Figures),
        ("Yes", Content::Figures),
        ("Partly", Content::Figures),
        ("No", Content::Figures),
        ("Not needed", Content::Figures),
        ("Not known", Content::Figures),
    ]);
    table.rows = rows.map(|(name, counts)| cells(name, counts)).collect();
    table
}

fn cells(name: &str, counts: HealthCounts) -> Vec<Cell> {
    let figures = [
        counts.asked(),
        counts.yes,
        counts.partly,
        counts.no,
        counts.not_needed,
        counts.unknown,
    ];
    let figures = figures.map(|n| Cell::words(display::count_figure(n)));
    std::iter::once(Cell::words(name)).chain(figures).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::measure::PlexMeasure;
    use crate::chart::sample;
    use crate::chart::svg;
    use crate::chart::theme::PRINT;

    fn counts(yes: usize, partly: usize, no: usize, unknown: usize) -> HealthCounts {
        HealthCounts {
            yes,
            partly,
            no,
            not_needed: 1,
            unknown,
        }
    }

    /// A partnership with these counts in three sections.
    fn with(groups: [HealthCounts; 3]) -> Findings {
        let mut findings = sample::findings(1);
        let found = findings.partnerships.first_mut().unwrap();
        let health = &mut Arc::make_mut(found).health;
        health.by_group = HealthGroup::ALL.into_iter().zip(groups).collect();
        health.all = HealthCounts::default();
        for group in groups {
            health.all.add(group);
        }
        findings
    }

    fn drawn(findings: &Findings) -> Chart {
        let found = findings.partnerships.first().unwrap();
        draw_one(findings, found, Basis::Full, Doubts::NONE)
    }

    #[test]
    fn the_title_says_how_much_is_open_and_where() {
        let name = "Harbour Regeneration Company";
        let done = counts(3, 0, 0, 0);
        for (groups, expected) in [
            (
                [done, done, done],
                "no question of the health check is open",
            ),
            (
                [done, counts(1, 1, 0, 0), done],
                "1 of 11 questions is open, all in “Getting started”",
            ),
            (
                [counts(0, 0, 1, 0), counts(1, 1, 0, 1), done],
                "3 of 10 questions are open, the most in “Getting started”",
            ),
            (
                [counts(0, 1, 0, 0), counts(0, 0, 0, 1), done],
                "2 of 8 questions are open",
            ),
        ] {
            assert_eq!(drawn(&with(groups)).title, format!("{name}: {expected}"));
        }
    }

    #[test]
    fn a_section_says_its_counts_and_has_a_tile_for_each_but_what_does_not_arise() {
        let chart = drawn(&with([
            counts(2, 1, 1, 3),
            counts(0, 0, 0, 0),
            counts(1, 0, 0, 0),
        ]));
        let Body::Tiles(tiles) = &chart.body else {
            panic!("the health check is tiles");
        };
        let rows: Vec<(&str, usize)> = tiles
            .rows
            .iter()
            .map(|it| (it.label.as_str(), it.n_tiles()))
            .collect();
        let expected = [
            ("2 yes · 1 partly · 1 no · 3 not known", 7),
            ("none arises", 0),
            ("1 yes", 1),
        ];
        assert_eq!(rows, expected);
        let cells = |row: usize| -> Vec<&str> {
            let row = &chart.table.rows[row];
            row.iter().map(|it| it.text.as_str()).collect()
        };
        assert_eq!(
            cells(0),
            ["Deciding to work together", "8", "2", "1", "1", "1", "3"]
        );
        assert_eq!(cells(3), ["All sections", "11", "3", "1", "1", "3", "3"]);
        for said in ["Working well: 1 yes.", "A row of tiles for each section"] {
            assert!(chart.alt.contains(said), "{}", chart.alt);
        }
    }

    #[test]
    fn the_title_of_all_names_who_has_the_most_open() {
        let mut findings = sample::findings(3);
        let mut set = |at: usize, unknown| {
            let found = findings.partnerships.get_mut(at).unwrap();
            Arc::make_mut(found).health.all = counts(5, 0, 0, unknown);
        };
        set(0, 2);
        set(1, 9);
        set(2, 9);
        assert_eq!(
            draw(&findings, Basis::Full, Doubts::NONE).title,
            "Two partnerships have the most open questions, 9 each"
        );
        let found = findings.partnerships.get_mut(2).unwrap();
        Arc::make_mut(found).health.all = counts(5, 0, 0, 0);
        let chart = draw(&findings, Basis::Full, Doubts::NONE);
        assert_eq!(
            chart.title,
            "Enterprise & Skills Board has the most open questions, 9 of 15"
        );
    }

    #[test]
    fn the_health_check_of_one() {
        let findings = with([counts(2, 1, 1, 3), counts(0, 0, 2, 0), counts(9, 2, 0, 1)]);
        insta::assert_snapshot!(svg::write(&drawn(&findings), 170.0, &PRINT, &PlexMeasure));
    }
}
