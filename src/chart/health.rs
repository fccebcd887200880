//! The health check drawn: a tile for each question that is asked, of one partnership by section, or of all of them.

use std::cmp::Reverse;
use std::sync::Arc;

use crate::chart::catalogue::{ChartKind, PartnershipChart};
use crate::chart::chart::{Body, Cell, Chart, Content, Key, Swatch, Table};
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
    draw,
};

/// The chart of one partnership.
pub const OF_ONE: PartnershipChart = PartnershipChart {
    id: "health",
    label: "Health check",
    description: "How the questions of the health check are answered, by section",
    draw: draw_one,
};

/// Draws all partnerships, those with the most open questions first.
pub fn draw(findings: &Findings, _: Basis) -> Chart {
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
        wording::partnerships(all.len()),
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
pub fn draw_one(findings: &Findings, found: &PartnershipFindings, _: Basis) -> Chart {
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
