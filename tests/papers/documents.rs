//! Papers made by hand, kind and unkind.

use fruitful::chart::catalogue::CHARTS;
use fruitful::chart::chart::{Cell, Chart, Content, Table};
use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition::newest;
use fruitful::report::document::{
    Block, ChartBlock, Document, Fact, Origin, Paragraph, Section, TableBlock,
};
use fruitful::store::read::read;
use jiff::civil::date;

/// Names that would break a careless exporter: markup of several kinds, formulas, other scripts.
pub(super) const HOSTILE: [&str; 12] = [
    "<script>alert('x')</script>",
    "#import \"@preview/x:1.0.0\": *",
    "=cmd|' /C calc'!A0",
    "]]> &amp; &#x3C; \"quoted\" 'single'",
    "$x^2$ *bold* _italic_ `code` @label <label> \\ ~ -- ...",
    "Partneriaeth Dŵr a Thŷ, Ŵyl ŷd",
    "שותפות הנמל",
    "شراكة الميناء",
    "Ελληνικά and Дунай",
    "C:\\temp\\%s{}[]/* */ // comment",
    "-- = + - * / #let x = 1",
    "£1,234.50 − 5 % → ✓ “curly” … €",
];

pub(super) fn findings(sample: &str) -> Findings {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let register = read(&folder.join(sample)).unwrap().register;
    let year = register.settings.base_year;
    appraise(&register, newest(), Question { year })
}

/// Every chart of all partnerships of a sample.
pub(super) fn charts(sample: &str) -> Vec<Chart> {
    let findings = findings(sample);
    let draw = |kind: &fruitful::chart::catalogue::ChartKind| {
        (kind.draw)(&findings, Basis::Full, Doubts::NONE)
    };
    CHARTS.iter().map(draw).collect()
}

pub(super) fn paragraph(number: &str, text: &str, origin: Origin) -> Block {
    Block::Paragraph(words(number, text, origin))
}

fn words(number: &str, text: &str, origin: Origin) -> Paragraph {
    Paragraph {
        place: format!("p/{number}"),
        number: number.to_owned(),
        text: text.to_owned(),
        origin,
    }
}

/// A table of so many rows and columns: a name, then figures.
pub(super) fn table(number: &str, rows: usize, columns: usize) -> TableBlock {
    let titles: Vec<String> = (1..columns)
        .map(|at| format!("Cost of item {at} a year, £"))
        .collect();
    let mut of: Vec<(&str, Content)> = vec![("Partnership", Content::Words)];
    of.extend(
        titles
            .iter()
            .map(|title| (title.as_str(), Content::Figures)),
    );
    let mut table = Table::with(&of);
    for row in 0..rows {
        let mut cells = vec![Cell::words(format!(
            "Partnership number {row} of the valley"
        ))];
        cells.extend((1..columns).map(|at| Cell::words(figure(row, at))));
        table.rows.push(cells);
    }
    TableBlock {
        number: number.to_owned(),
        caption: "What each partnership costs a year".to_owned(),
        table,
        note: "A dash: not known.".to_owned(),
    }
}

/// Distinct for every row and column, some of them negative, some not known.
fn figure(row: usize, at: usize) -> String {
    match (row + at) % 7 {
        0 => "–".to_owned(),
        1 => format!("−{},{:03}", row + 1, at * 37),
        _ => format!("{},{:03}", row + 1, at * 53),
    }
}

pub(super) fn chart(number: &str, chart: Chart) -> Block {
    Block::Chart(Box::new(ChartBlock {
        number: number.to_owned(),
        caption: "What the partnerships cost and achieve".to_owned(),
        chart,
        width_mm: 170.0,
        most_mm: 240.0,
    }))
}

/// A paper of all kinds of block, its table with so many rows.
pub(super) fn paper(rows: usize, charts: Vec<Chart>) -> Document {
    let mut about = vec![
        paragraph("2.1", LONG, Origin::Edited),
        Block::Subheading("What each costs".to_owned()),
        Block::Table(table("Table 1", rows, 5)),
    ];
    for (at, of) in charts.into_iter().enumerate() {
        about.push(chart(&format!("Figure {}", at + 1), of));
    }
    Document {
        title: "Partnerships of the borough: what they cost and what they achieve".to_owned(),
        subject: "Annual review of partnerships".to_owned(),
        author: "Example Borough Council".to_owned(),
        date: date(2026, 11, 21),
        facts: vec![
            fact("Report to", "Cabinet"),
            fact("Meeting", "14 January 2027"),
            fact("Report of", "Director of Finance and Partnerships"),
        ],
        sections: vec![
            Section {
                number: "1".to_owned(),
                heading: "Recommendations".to_owned(),
                blocks: vec![
                    paragraph("1.1", "That Cabinet:", Origin::Composed),
                    Block::List(vec![
                        words(
                            "(a)",
                            "notes that the partnerships cost £3,412,000 a year;",
                            Origin::Composed,
                        ),
                        words("(b)", LONG, Origin::Stale),
                        words("(c)", "Say what is asked of the meeting.", Origin::Prompt),
                    ]),
                    paragraph(
                        "1.2",
                        "Say who was consulted and what they said.",
                        Origin::Prompt,
                    ),
                ],
            },
            Section {
                number: "2".to_owned(),
                heading: "What the partnerships cost".to_owned(),
                blocks: about,
            },
        ],
        appendices: vec![
            Section {
                number: "A".to_owned(),
                heading: "Figures".to_owned(),
                blocks: vec![
                    paragraph("", "These are the figures of the charts.", Origin::Composed),
                    Block::Table(table("Table 2", rows, 9)),
                    Block::Table(table("Table 3", 4, 14)),
                ],
            },
            Section {
                number: "B".to_owned(),
                heading: "Method".to_owned(),
                blocks: vec![paragraph("", LONG, Origin::Composed)],
            },
        ],
    }
}

const LONG: &str = "Of the fifteen partnerships, six cost more and score less than another. Their cost to the council is \
£1,204,000 a year, of which £310,000 is officers’ time. A partnership that another betters is not bad for that reason: \
it may do what no other does, and the score is progress against its own targets.";

fn fact(label: &str, text: &str) -> Fact {
    Fact {
        label: label.to_owned(),
        text: text.to_owned(),
    }
}

/// A paper in which every text is hostile, and one name has 10,000 letters.
pub(super) fn hostile(chart: Chart) -> Document {
    let mut paper = paper(0, vec![]);
    let unkind = |at: usize| HOSTILE[at % HOSTILE.len()].to_owned();
    paper.title = unkind(0);
    paper.subject = unkind(1);
    paper.author = unkind(5);
    paper.facts = HOSTILE.iter().map(|text| fact(text, text)).collect();
    let mut of_names = Table::with(&[(HOSTILE[0], Content::Words), (HOSTILE[1], Content::Figures)]);
    for (at, name) in HOSTILE.iter().enumerate() {
        of_names
            .rows
            .push(vec![Cell::words(*name), Cell::words(unkind(at + 1))]);
    }
    of_names
        .rows
        .push(vec![Cell::words("W".repeat(10_000)), Cell::words("1")]);
    let mut drawn = chart;
    drawn.title = HOSTILE.join(" ");
    drawn.note = unkind(3);
    let blocks = [
        Block::Subheading(unkind(3)),
        Block::List(
            HOSTILE
                .iter()
                .map(|text| words("(a)", text, Origin::Composed))
                .collect(),
        ),
        paragraph("1.1", &"n".repeat(10_000), Origin::Prompt),
        Block::Table(TableBlock {
            number: "Table 1".to_owned(),
            caption: unkind(0),
            table: of_names,
            note: unkind(1),
        }),
        self::chart("Figure 1", drawn),
    ];
    let paragraphs = HOSTILE
        .iter()
        .map(|text| paragraph("1.1", text, Origin::Edited));
    paper.sections = vec![Section {
        number: "1".to_owned(),
        heading: unkind(4),
        blocks: paragraphs.chain(blocks).collect(),
    }];
    paper.appendices.clear();
    paper
}
