//! Board papers: sentences worked by hand, figures that are those of the findings, edits, templates, hostile names.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use fruitful::chart::chart::Cell;
use fruitful::chart::doubts::Doubts;
use fruitful::costing::basis::Basis;
use fruitful::findings::figure::FigureId;
use fruitful::findings::findings::Findings;
use fruitful::model::paper::Paper;
use fruitful::model::register::Register;
use fruitful::model::value_statement::ValueStatement;
use fruitful::report::board_paper::template::Template;
use fruitful::report::board_paper::{Asked, BoardPaper, Subject, board_paper};
use fruitful::report::document::{Block, Document, Origin};
use fruitful::report::figures;
use fruitful::store::read::read;
use fruitful::units::display;
use fruitful::units::id::Id;
use fruitful::units::quantity::{Hours, Money, Number, Quantity, Rate};
use jiff::civil::date;
use rust_decimal::Decimal;

use crate::support::harbour::HARBOUR;
use crate::support::registers::{findings, register};

fn compose(register: &Register, of: Subject, basis: Basis, template: &Template) -> BoardPaper {
    let findings = findings(register);
    board_paper(&asked(&findings, of, basis, template)).unwrap()
}

fn asked<'a>(
    findings: &'a Findings,
    of: Subject,
    basis: Basis,
    template: &'a Template,
) -> Asked<'a> {
    Asked {
        findings,
        of,
        basis,
        date: date(2026, 11, 22),
        doubts: Doubts::NONE,
        switching: None,
        template,
        checksum: "0123abcd",
        program: "fruitful 0.1.0",
    }
}

fn of_all(register: &Register) -> BoardPaper {
    compose(
        register,
        Subject::Portfolio,
        Basis::Full,
        &Template::default(),
    )
}

fn of_one(register: &Register, id: &str) -> BoardPaper {
    let of = Subject::Partnership(id.parse().unwrap());
    compose(register, of, Basis::Full, &Template::default())
}

fn sample(name: &str) -> Register {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    read(&folder.join(name)).unwrap().register
}

fn text<'d>(document: &'d Document, place: &str) -> &'d str {
    let found = document.paragraphs().find(|it| it.place == place);
    found.map_or("", |it| it.text.as_str())
}

fn starting<'d>(document: &'d Document, place: &str) -> Vec<&'d str> {
    let all = document.paragraphs();
    let of = all.filter(|it| it.place.starts_with(place));
    of.map(|it| it.text.as_str()).collect()
}

fn rows(document: &Document, caption: &str) -> Vec<String> {
    let table = document.tables().find(|it| it.caption.starts_with(caption));
    let row = |row: &Vec<Cell>| {
        let cells: Vec<&str> = row.iter().map(|it| it.text.as_str()).collect();
        cells.join(" | ")
    };
    table.unwrap().table.rows.iter().map(row).collect()
}

/// Working: `support/harbour.rs`. Our part: £80,000 of Harbour, at least £90,000 of =Vale, £35,000 of Ridge. Time is
/// £90,000 of £240,000, 37.5 %.
#[test]
fn the_sentences_are_those_worked_by_hand() {
    let paper = of_all(&register(HARBOUR));
    let document = &paper.document;
    assert_eq!(
        text(document, "summary/cost"),
        "Four partnerships cost at least £240k a year to all partners at full cost, of which Harbour Council bears at \
         least £205k; on the Exhibit 2 basis it is at least £240k. 38% of the known cost is people’s time."
    );
    assert_eq!(
        text(document, "summary/achieved"),
        "Three of 4 are scored; the middle score is 68 of 100 towards their own targets. No benefit has a price yet."
    );
    assert_eq!(
        text(document, "summary/decide"),
        "One costs more and scores less than another (Harbour); two come up for review by 31 Mar 2027."
    );
    assert_eq!(
        starting(document, "recommendations/"),
        [
            "It is recommended to:",
            "note that four partnerships cost at least £240k a year to all partners in 2026/27 at full cost, and that \
             scores are against each one’s own targets.",
            "ask why Harbour (£80,000 a year, scores 60) costs more and scores less than Moor (£35,000 a year, scores \
             68). There may be a good reason, such as a harder task or a greater need.",
            "hold the reviews that fall due by 31 Mar 2027: =Vale (review on 1 Dec 2026) and Harbour (review on 31 Mar \
             2027).",
            "have the achievement of =Vale measured: too little is known for a score, so nobody can say what its at \
             least £90k a year brings.",
            "have what is missing of the cost of =Vale found out: it is “at least” until then.",
        ]
    );
    assert_eq!(
        rows(document, "Cost a year by kind"),
        [
            "Direct: money paid | at least £150,000 | at least £150,000",
            "Opportunity: people’s paid time | £90,000 | £90,000",
            "In kind: gifts and unpaid time | £0 | £0",
            "All running cost | at least £240,000 | at least £240,000",
            "Programmes, beside it | £0 | £0",
        ]
    );
}

#[test]
fn a_paper_of_one_says_where_it_stands_and_who_bears_it() {
    let paper = of_one(&register(HARBOUR), "p1");
    let document = &paper.document;
    assert_eq!(
        document.title,
        "Harbour: what it costs and what it achieves"
    );
    assert_eq!(
        text(document, "summary/cost"),
        "Harbour costs £80,000 a year at full cost, of which Harbour Council bears £80,000; on the Exhibit 2 basis it \
         is £80,000. 75% of the cost is people’s time."
    );
    // =Vale costs more, as far as is known.
    let place = text(document, "findings/place");
    assert!(
        place.starts_with(
            "Of 4 partnerships one costs more as far as is known. It scores 60 of 100 against its own targets; the \
             middle score of all is 68, each against its own. It costs more and scores less than Moor: ask why."
        ),
        "{place}"
    );
    let bears = rows(document, "Cost a year by kind and by who bears it");
    assert_eq!(bears[5], "Borne by Harbour Council | £80,000 | £80,000");
    assert_eq!(
        text(document, "background/what"),
        "Harbour is a separate organisation of Harbour Council and Moor Trust. It is next reviewed on 31 Mar 2027."
    );
}

#[test]
fn the_basis_is_named_wherever_it_is_the_other() {
    let register = register(HARBOUR);
    let template = Template::default();
    let paper = compose(&register, Subject::Portfolio, Basis::Exhibit2, &template);
    let said = text(&paper.document, "summary/cost");
    assert!(
        said.contains("on the Exhibit 2 basis, of which Harbour Council bears at least £205k; at full cost it is"),
        "{said}"
    );
    let said = text(&paper.document, "background/bases");
    assert!(said.starts_with("Costs are running costs a year on the Exhibit 2 basis"));
}

/// How a figure may read, whatever it is.
fn readings(value: Decimal) -> Vec<String> {
    vec![
        display::money(Money::new(value)),
        display::money_figure(Money::new(value)),
        display::hours_figure(Hours::new(value)),
        display::number(Number::new(value)),
        display::score(Number::new(value)),
        display::factor(Number::new(value)),
        display::pounds_ratio(Number::new(value)),
        display::years(Number::new(value)),
        display::rate(Rate::new(value)),
    ]
}

#[test]
fn every_figure_of_a_table_is_that_of_the_findings() {
    let register = sample("borough.ron");
    let found = findings(&register);
    let mut values: BTreeMap<String, Decimal> = BTreeMap::new();
    let mut keep = |all: Vec<figures::Figure>| {
        for it in all {
            if let Some(value) = it.value {
                values.insert(it.id.to_string(), value);
            }
        }
    };
    keep(figures::portfolio(&found));
    for it in &found.partnerships {
        keep(figures::partnership(it));
    }
    let mut n = 0;
    let all = register
        .partnerships
        .iter()
        .map(|it| Subject::Partnership(it.id));
    for of in all.chain([Subject::Portfolio]) {
        let paper = compose(&register, of, Basis::Full, &Template::default());
        let cells = paper
            .document
            .tables()
            .flat_map(|it| it.table.rows.iter().flatten());
        for cell in cells {
            let Some(id) = cell.figure else { continue };
            let Some(value) = values.get(&FigureId::to_string(&id)) else {
                continue;
            };
            let text = cell.text.trim_start_matches("at least ");
            let text = text.trim_start_matches("≥ ");
            let words = ["not scored", "–", "at once"];
            assert!(
                words.contains(&text) || readings(*value).iter().any(|it| it == text),
                "{id}: {text} for {value}"
            );
            n += 1;
        }
    }
    assert!(n > 1_000, "{n}");
}

#[test]
fn edits_are_kept_told_when_stale_and_a_blank_one_leaves_out() {
    let mut register = register(HARBOUR);
    let composed = of_all(&register);
    let today = |place: &str| {
        let passage = composed.passages.iter().find(|it| it.place == place);
        passage.unwrap().composed.clone()
    };
    let mut paper = Paper::default();
    paper.put(
        "summary/cost",
        "Ours\nalone.".to_owned(),
        today("summary/cost"),
    );
    paper.put(
        "summary/achieved",
        "Old words.".to_owned(),
        "As it was.".to_owned(),
    );
    paper.put("summary/decide", String::new(), today("summary/decide"));
    paper.put(
        "legal/prompt",
        "Section 101 applies.".to_owned(),
        today("legal/prompt"),
    );
    paper.put(
        "recommendations/note",
        " ".to_owned(),
        today("recommendations/note"),
    );
    paper.put(
        "recommendations/bettered-by-p9",
        "Gone.".to_owned(),
        String::new(),
    );
    register.paper = Arc::new(paper);
    let made = of_all(&register);
    let of = |place: &str| {
        let it = made.document.paragraphs().find(|it| it.place == place);
        it.map(|it| (it.number.as_str(), it.text.as_str(), it.origin))
    };
    assert_eq!(
        of("summary/cost"),
        Some(("2.1", "Ours alone.", Origin::Edited))
    );
    assert_eq!(
        of("summary/achieved"),
        Some(("2.2", "Old words.", Origin::Stale))
    );
    assert_eq!(of("summary/decide"), None);
    assert_eq!(of("summary/sure").unwrap().0, "2.3");
    assert_eq!(of("legal/prompt").unwrap().2, Origin::Edited);
    // The first of the list is left out, so the second is (a).
    assert_eq!(of("recommendations/bettered-by-p2").unwrap().0, "(a)");
    assert_eq!(made.lost.len(), 1);
    assert_eq!(made.lost[0].place, "recommendations/bettered-by-p9");
    let left = made.left_to_do();
    assert_eq!(left.len(), 4, "{left:#?}");
    assert_eq!(
        left[0],
        "To be written by an officer: 10.1 Equalities implications"
    );
    assert!(left[2].starts_with(
        "Edited before the figures moved, look at it again: 2.2 Summary. Today: Three of 4 are"
    ));
    assert_eq!(
        left[3],
        "Edited, but no longer in the paper: “recommendations/bettered-by-p9”: Gone."
    );
    assert_eq!(of("provenance/edited").unwrap().0, "D.2");
}

#[test]
fn an_edited_statement_on_value_is_the_one_of_the_paper() {
    let mut register = register(HARBOUR);
    let kept = Arc::make_mut(&mut register.partnerships[1]);
    kept.value_statement = Some(ValueStatement {
        text: "It keeps the moor.\n\nNobody else would.".to_owned(),
        composed: "Other words.".to_owned(),
    });
    let made = of_one(&register, "p2");
    let said: Vec<_> = made
        .document
        .paragraphs()
        .filter(|it| it.place.starts_with("summary/value"))
        .map(|it| (it.text.as_str(), it.origin))
        .collect();
    assert_eq!(
        said,
        [
            ("It keeps the moor.", Origin::Stale),
            ("Nobody else would.", Origin::Stale)
        ]
    );
    assert_eq!(text(&made.document, "summary/worth"), "");
}

#[test]
fn a_template_says_which_sections_there_are_and_in_which_order() {
    let mut register = register(HARBOUR);
    let mut paper = Paper::default();
    paper.put(
        "own-climate/prompt",
        "None.".to_owned(),
        "Say what it does.".to_owned(),
    );
    paper.put(
        "summary/cost",
        "Kept for another template.".to_owned(),
        String::new(),
    );
    register.paper = Arc::new(paper);
    let template = "financial: Money | The section 151 officer comments.\nown: Climate | Say what it does.\nprovenance: Sources\n";
    let template = Template::read(template).unwrap();
    let made = compose(&register, Subject::Portfolio, Basis::Full, &template);
    let heads: Vec<String> = made
        .document
        .all_sections()
        .map(|it| format!("{} {}", it.number, it.heading))
        .collect();
    // No chart is drawn and no benefit has a price, so there are no figures behind charts.
    assert_eq!(
        heads,
        [
            "1 Money",
            "2 Climate",
            "A Assumptions",
            "B How the figures are worked out",
            "C Sources"
        ]
    );
    assert_eq!(text(&made.document, "own-climate/prompt"), "None.");
    assert_eq!(
        text(&made.document, "financial/prompt"),
        "The section 151 officer comments."
    );
    assert_eq!(made.lost[0].place, "summary/cost");
}

/// Grade 7 has 14 posts, the director one.
const GRADES: &str = r#"
  settings: (title: "Ashmere", base_year: "2026/27"),
  partners: [(id: "o1", name: "Ashmere Council", is_us: true)],
  grades: [(id: "g1", name: "Grade 7", amount: "40000", posts: "14"), (id: "g2", name: "Director", amount: "111111", posts: "1")],
  partnerships: [(id: "p1", name: "Board", meetings: [(id: "m1", name: "Board", times_a_year: "12", length: "2", attendees: [
    (id: "a1", partner: "o1", grade: "g1", number: "1", preparation: "0", travel: "0"),
    (id: "a2", partner: "o1", grade: "g2", number: "1", preparation: "0", travel: "0")])])],"#;

#[test]
fn pay_of_a_grade_with_one_post_is_not_listed() {
    let register = register(GRADES);
    for paper in [of_all(&register), of_one(&register, "p1")] {
        let all = format!("{:?}", paper.document);
        assert!(all.contains("£40,000"), "a grade with many posts is listed");
        assert!(!all.contains("111,111"));
        // Its pay and its number of posts.
        assert!(text(&paper.document, "assumptions/log").ends_with(
            "2 figures on 1 grade with one post are left out, as such pay would identify somebody."
        ));
    }
}

fn must_be_sound(paper: &BoardPaper) {
    let document = &paper.document;
    for (at, section) in document.sections.iter().enumerate() {
        assert_eq!(section.number, (at + 1).to_string());
        assert!(!section.blocks.is_empty(), "{}", section.heading);
        let mut next = 1;
        for block in &section.blocks {
            if let Block::Paragraph(it) = block {
                assert_eq!(it.number, format!("{}.{next}", section.number));
                next += 1;
            }
        }
    }
    let letters: String = document
        .appendices
        .iter()
        .map(|it| it.number.as_str())
        .collect();
    assert!("ABCD".starts_with(&letters), "{letters}");
    let is_line = |text: &str| !text.chars().any(char::is_control) && text.trim() == text;
    for it in document.paragraphs() {
        assert!(
            !it.text.is_empty() && is_line(&it.text),
            "{}: {:?}",
            it.place,
            it.text
        );
        assert!(!it.text.contains("  "), "{}: {}", it.place, it.text);
        assert!(it.text.chars().count() <= 6_000, "{}", it.place);
    }
    for (at, it) in document.tables().enumerate() {
        assert_eq!(it.number, format!("Table {}", at + 1));
        assert!(it.table.columns.len() <= 9, "{}", it.caption);
        for row in &it.table.rows {
            assert_eq!(row.len(), it.table.columns.len(), "{}", it.caption);
            assert!(
                row.iter()
                    .all(|cell| !cell.text.is_empty() && is_line(&cell.text))
            );
        }
    }
    for (at, it) in document.charts().enumerate() {
        assert_eq!(it.number, format!("Figure {}", at + 1));
    }
    let mut places: Vec<&str> = paper.passages.iter().map(|it| it.place.as_str()).collect();
    places.sort_unstable();
    let n = places.len();
    places.dedup();
    assert_eq!(places.len(), n, "a place stands twice");
}

#[test]
fn papers_of_every_sample_are_sound_and_the_same_each_time() {
    for name in ["small.ron", "borough.ron", "arrangements.ron", "county.ron"] {
        let register = sample(name);
        let all = register
            .partnerships
            .iter()
            .map(|it| Subject::Partnership(it.id));
        for of in all.chain([Subject::Portfolio]).take(12) {
            let template = Template::default();
            let made = compose(&register, of, Basis::Exhibit2, &template);
            must_be_sound(&made);
            assert_eq!(made, compose(&register, of, Basis::Exhibit2, &template));
        }
        must_be_sound(&of_all(&register));
    }
}

#[test]
fn a_chart_shows_the_eight_that_cost_most_and_the_appendix_all() {
    let register = sample("county.ron");
    let n = register.partnerships.len();
    let made = of_all(&register);
    let first = made.document.charts().next().unwrap();
    let says = "those that cost most, and what they are compared with";
    assert!(first.chart.subtitle.contains(says));
    // Eight, and at most one for each that it is compared with.
    let n_drawn = first.chart.table.rows.len();
    assert!((8..=16).contains(&n_drawn), "{n_drawn}");
    let found = findings(&register);
    let portfolio = &found.portfolio;
    for id in portfolio.dearest.full.iter().take(8) {
        for id in std::iter::once(id).chain(portfolio.dominated.full.get(id)) {
            let name = &found.partnership(*id).unwrap().name;
            let is_drawn = |row: &Vec<Cell>| row[0].text == *name;
            assert!(first.chart.table.rows.iter().any(is_drawn), "{name}");
        }
    }
    assert_eq!(rows(&made.document, "The figures of Figure 1").len(), n);
    // The title is the finding on all, as the text has it.
    assert!(!first.chart.alt.contains('{') && first.chart.alt.starts_with(&first.chart.title));
}

#[test]
fn one_partnership_and_none_have_papers_too() {
    let mut register = register(HARBOUR);
    register.partnerships.truncate(1);
    let made = of_all(&register);
    must_be_sound(&made);
    assert_eq!(
        text(&made.document, "purpose/what"),
        "This report tells those who decide what the one partnership of Harbour Council costs in 2026/27, what it \
         achieves and which of them need a decision."
    );
    register.partnerships.clear();
    let made = of_all(&register);
    must_be_sound(&made);
    assert_eq!(made.document.charts().count(), 0);
    assert_eq!(
        text(&made.document, "summary/cost"),
        "The register holds no partnerships yet, so there is nothing to decide."
    );
    let findings = findings(&register);
    let template = Template::default();
    let gone = Subject::Partnership("p1".parse::<Id>().unwrap());
    assert_eq!(
        board_paper(&asked(&findings, gone, Basis::Full, &template)),
        None
    );
}

#[test]
fn names_of_every_kind_stay_one_line_and_end_somewhere() {
    let long = "Ŵyl ŷd ".repeat(2_000);
    let names = [
        long.as_str(),
        "=cmd()",
        "<script>alert('x')</script>",
        "#import \"x\" ]]> $x$",
        "שותפות הנמל",
        "a\nb\tc\u{0}d\u{FFFF}",
        "",
    ];
    for name in names {
        let mut register = sample("small.ron");
        for it in &mut register.partnerships {
            let it = Arc::make_mut(it);
            name.clone_into(&mut it.name);
            name.clone_into(&mut it.reason);
            for option in &mut it.options {
                name.clone_into(&mut option.name);
            }
            for benefit in &mut it.benefits {
                name.clone_into(&mut benefit.name);
            }
        }
        for partner in Arc::make_mut(&mut register.partners) {
            name.clone_into(&mut partner.name);
        }
        let first = register.partnerships[0].id.to_string();
        for paper in [of_all(&register), of_one(&register, &first)] {
            must_be_sound(&paper);
            assert!(paper.document.title.chars().count() < 200);
        }
    }
}

#[test]
fn meeting_and_post_stand_at_the_head() {
    let mut register = register(HARBOUR);
    register.paper = Arc::new(Paper {
        decision_body: "Cabinet".to_owned(),
        meeting: Some(date(2027, 1, 12)),
        report_of: "Director of Finance".to_owned(),
        edits: Vec::new(),
    });
    let document = of_all(&register).document;
    let facts: Vec<String> = document
        .facts
        .iter()
        .map(|it| format!("{}: {}", it.label, it.text))
        .collect();
    assert_eq!(
        facts,
        [
            "Report to: Cabinet",
            "Meeting: 12 Jan 2027",
            "Report of: Director of Finance",
            "Figures: Cost a year in 2026/27 at full cost; Exhibit 2 basis beside it where named",
        ]
    );
    assert_eq!(
        text(&document, "recommendations/intro"),
        "Cabinet is recommended to:"
    );
    assert_eq!(document.author, "Harbour Council");
}
