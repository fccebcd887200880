//! A paper with a block of every kind, and names that try to break what it is written in.

use fruitful::chart::catalogue::{self, PARTNERSHIP_CHARTS};
use fruitful::chart::chart::{Cell, Column, Content, Table};
use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::findings::findings::Findings;
use fruitful::report::document::{
    Block, ChartBlock, Document, Fact, Origin, Paragraph, Section, TEXT_WIDTH_MM, TableBlock,
};
use jiff::civil::date;

/// Names that are text and nothing else, whatever a format makes of their letters.
pub(crate) const HOSTILE: [&str; 8] = [
    "<w:p><script>alert('1')</script>&amp; ]]> \"both\"",
    "=cmd()|'/C calc'!A0",
    "#import \"x\": * $x$ `y` *z* _u_ @v <w> \\",
    "שותפות הנמל (NHS) 2026",
    "شراكة الميناء",
    "Ŵyl y Tŷ Gwyn – ŷ",
    "–£1,234 − “quoted”",
    "{{template}} %1 ^p",
];

/// A paper of these findings, with their charts and tables.
pub(crate) fn paper(findings: &Findings) -> Document {
    Document {
        title: "Cost and achievement of our partnerships".to_owned(),
        subject: "What each partnership costs a year, and what it achieves".to_owned(),
        author: "Ashmere Council <&>".to_owned(),
        date: date(2026, 11, 22),
        facts: vec![
            fact("Report to", "Cabinet"),
            fact("Date", "22 November 2026"),
            fact("Report of", HOSTILE[0]),
        ],
        sections: vec![
            section(
                "1",
                "Purpose",
                vec![paragraph("1.1", "To decide which partnerships to review.")],
            ),
            section(
                "2",
                "Recommendations",
                vec![
                    paragraph("2.1", "Cabinet is asked to:"),
                    Block::List(vec![
                        text(
                            "(a)",
                            "review the Harbour Partnership, which costs £1,234,567 a year;",
                        ),
                        text("(b)", "note what is not known."),
                    ]),
                    Block::List(vec![text("(a)", "and in a second list, to agree this.")]),
                    paragraph("2.2", "The figures are in table 1."),
                    Block::List(vec![text("(a)", "One more letter.")]),
                ],
            ),
            section("3", "Findings", body(findings)),
            section(
                "4",
                "Legal implications",
                vec![Block::Paragraph(Paragraph {
                    origin: Origin::Prompt,
                    ..text("4.1", "Say which powers the partnerships rest on.")
                })],
            ),
        ],
        appendices: vec![
            section("A", "Figures behind the charts", figures(findings)),
            section(
                "B",
                "Names",
                vec![
                    paragraph("B.1", "Unnumbered paragraphs follow."),
                    paragraph("", "As this one."),
                    Block::List(
                        HOSTILE
                            .iter()
                            .enumerate()
                            .map(|(at, it)| {
                                let letter = char::from(b'a' + u8::try_from(at).unwrap());
                                text(&format!("({letter})"), it)
                            })
                            .collect(),
                    ),
                    Block::Table(hostile_table()),
                ],
            ),
        ],
    }
}

fn body(findings: &Findings) -> Vec<Block> {
    let mut blocks = vec![
        Block::Subheading("Cost".to_owned()),
        paragraph("3.1", "Figure 1 shows what each costs."),
    ];
    for (at, id) in ["exhibit-2", "cost-achievement", "health"]
        .iter()
        .enumerate()
    {
        let kind = catalogue::find(id).unwrap();
        let chart = (kind.draw)(findings, Basis::Full, Doubts::NONE);
        blocks.push(Block::Chart(Box::new(ChartBlock {
            number: format!("Figure {}", at + 1),
            caption: kind.label.to_owned(),
            chart,
            width_mm: TEXT_WIDTH_MM,
            most_mm: 240.0,
        })));
        blocks.push(paragraph(&format!("3.{}", at + 2), "And so it goes on."));
    }
    blocks
}

fn figures(findings: &Findings) -> Vec<Block> {
    let ids = ["exhibit-2", "cost-achievement", "who-pays"];
    let all = ids.iter().map(|id| {
        let kind = catalogue::find(id).unwrap();
        (kind.label, (kind.draw)(findings, Basis::Full, Doubts::NONE))
    });
    let of_one = findings.partnerships.first().into_iter().flat_map(|found| {
        PARTNERSHIP_CHARTS.iter().map(|kind| {
            (
                kind.label,
                (kind.draw)(findings, found, Basis::Full, Doubts::NONE),
            )
        })
    });
    let tables = all.chain(of_one).enumerate().map(|(at, (caption, chart))| {
        Block::Table(TableBlock {
            number: format!("Table {}", at + 1),
            caption: caption.to_owned(),
            table: chart.table,
            note: if at == 0 {
                "“At least” where something is not known.".to_owned()
            } else {
                String::new()
            },
        })
    });
    tables.collect()
}

fn hostile_table() -> TableBlock {
    let columns = [
        ("Name", Content::Words),
        ("Cost, £ a year", Content::Figures),
    ];
    let columns = columns.map(|(title, holds)| Column {
        title: title.to_owned(),
        holds,
    });
    let long = "Partnership".repeat(1_000);
    let names = HOSTILE.iter().copied().chain([long.as_str()]);
    TableBlock {
        number: "Table B1".to_owned(),
        caption: format!("Names such as {}", HOSTILE[0]),
        table: Table {
            columns: columns.to_vec(),
            rows: names
                .map(|name| vec![Cell::words(name), Cell::words("−£1,234.50")])
                .collect(),
        },
        note: HOSTILE[4].to_owned(),
    }
}

fn fact(label: &str, text: &str) -> Fact {
    Fact {
        label: label.to_owned(),
        text: text.to_owned(),
    }
}

fn section(number: &str, heading: &str, blocks: Vec<Block>) -> Section {
    Section {
        number: number.to_owned(),
        heading: heading.to_owned(),
        blocks,
    }
}

fn paragraph(number: &str, it: &str) -> Block {
    Block::Paragraph(text(number, it))
}

fn text(number: &str, text: &str) -> Paragraph {
    Paragraph {
        place: format!("test/{number}"),
        number: number.to_owned(),
        text: text.to_owned(),
        origin: Origin::Composed,
    }
}
