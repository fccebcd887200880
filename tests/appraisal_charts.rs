//! The charts of one partnership's appraisal: what they say, and that they can be read whatever is in it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use fruitful::chart::bars::Side;
use fruitful::chart::catalogue::{PARTNERSHIP_CHARTS, PartnershipChart, find_of_partnership};
use fruitful::chart::chart::{Body, Chart};
use fruitful::chart::columns::Columns;
use fruitful::chart::doubts::Doubts;
use fruitful::chart::geometry::Rect;
use fruitful::chart::layout::{Layout, Request, Shape, Text, layout};
use fruitful::chart::measure::PlexMeasure;
use fruitful::chart::svg::write;
use fruitful::chart::theme::PRINT;
use fruitful::costing::basis::Basis;
use fruitful::findings::explain::explain;
use fruitful::findings::figure::FigureId;
use fruitful::findings::findings::{Findings, Question};
use fruitful::guidance::edition::newest;
use fruitful::units::id::{Id, Kind};
use insta::assert_snapshot;
use rust_decimal::prelude::ToPrimitive;

use crate::support::registers::{findings, register};

/// What differs between the registers of these tests.
#[derive(Clone)]
struct Case {
    name: String,
    partners: String,
    cash_lines: String,
    benefits: String,
    options: String,
    horizon: String,
}

/// Ten years without discounting to speak of: £20,000 a year from us, £30,000 once from the trust; benefits to both of
/// them and to the public, one of them without a price; one option that halves all, one that costs more and achieves less.
fn case() -> Case {
    Case {
        name: "Family hub".to_owned(),
        partners: String::new(),
        cash_lines: r#"
            (id: "c1", name: "Rooms", amount: "20000", partner: "o1", purpose: Running),
            (id: "c2", name: "Set-up", kind: SetUp, year: "2026/27", amount: "30000", partner: "o2", purpose: Running),"#
            .to_owned(),
        benefits: r#"
            (id: "be1", name: "Fewer placements", class: Fiscal, cashable: "60%", partner: "o1", measure: Sum, amount: "25000"),
            (id: "be2", name: "Parents in work", class: Economic, measure: Sum, amount: "8000"),
            (id: "be3", name: "Better health", class: Social, measure: Sum, amount: "6000"),
            (id: "be4", name: "Trust between staff", class: Social, measure: Sum),"#
            .to_owned(),
        options: r#"
            (id: "op1", name: "Half of it", form: Other, keeps: "50%", achievement: "70"),
            (id: "op2", name: "More of the same", form: Other, keeps: "100%", achievement: "50",
                cash_lines: [(id: "c9", name: "Web site", amount: "3000", partner: "o1", purpose: Running)]),"#
            .to_owned(),
        horizon: "10".to_owned(),
    }
}

impl Case {
    fn findings(&self) -> Findings {
        let Self {
            name,
            partners,
            cash_lines,
            benefits,
            options,
            horizon,
        } = self;
        findings(&register(&format!(
            r#"
            settings: (title: "Tarnwick register", is_illustrative: true, base_year: "2026/27", horizon: "{horizon}"),
            partners: [
                (id: "o1", name: "Tarnwick Council", is_us: true),
                (id: "o2", name: "Health trust", kind: Health),
                {partners}
            ],
            partnerships: [(
                id: "p1", name: "{name}", members: ["o1", "o2"], additional_share: "100%",
                cash_lines: [{cash_lines}],
                benefits: [{benefits}],
                options: [{options}],
            )],
            last_id: 999,
            "#
        )))
    }

    fn of_horizon(years: u32) -> Self {
        Self {
            horizon: years.to_string(),
            ..case()
        }
    }

    fn without_benefits() -> Self {
        Self {
            benefits: String::new(),
            ..case()
        }
    }

    fn unpriced() -> Self {
        let benefit = r#"(id: "be4", name: "Trust between staff", class: Social, measure: Sum),"#;
        Self {
            benefits: benefit.to_owned(),
            ..case()
        }
    }

    /// The social benefit does harm, and the fiscal one too.
    fn with_harm() -> Self {
        let benefits = case().benefits;
        Self {
            benefits: benefits
                .replace("\"6000\"", "\"-16000\"")
                .replace("\"25000\"", "\"-5000\""),
            ..case()
        }
    }

    fn without_options() -> Self {
        Self {
            options: String::new(),
            ..case()
        }
    }

    /// Twelve partners, six options, and names that no column holds.
    fn crowded() -> Self {
        let mut it = Self {
            name: LONG.to_owned(),
            options: String::new(),
            ..case()
        };
        for n in 3..=12 {
            let line = format!(r#"(id: "o{n}", name: "{LONG} {n}"),"#);
            it.partners.push_str(&line);
            let amount = n * 1_370;
            write!(
                it.cash_lines,
                r#"(id: "c{}", name: "{LONG}", amount: "{amount}", partner: "o{n}", purpose: Running),"#,
                n + 20
            )
            .unwrap();
            write!(
                it.benefits,
                r#"(id: "be{}", name: "{LONG}", class: Fiscal, partner: "o{n}", measure: Sum, amount: "{}"),"#,
                n + 20,
                (13 - n) * 1_900
            )
            .unwrap();
        }
        for n in 1..=6 {
            let (keeps, score) = (n * 15, 90 - n * 10);
            write!(
                it.options,
                r#"(id: "op{n}", name: "{LONG} {n}", form: Other, keeps: "{keeps}%", achievement: "{score}"),"#
            )
            .unwrap();
        }
        it
    }

    /// Nothing at all.
    fn blank() -> Self {
        Self {
            cash_lines: String::new(),
            options: String::new(),
            ..Self::without_benefits()
        }
    }
}

const LONG: &str =
    "Supporting Families and Early Help Operational Steering Partnership of the Northern Boroughs";

/// Everything that may be in an appraisal.
fn all() -> Vec<(String, Findings)> {
    let horizons = [1, 10, 60, 500].map(|n| (format!("{n} years"), Case::of_horizon(n)));
    let others = [
        ("no benefits", Case::without_benefits()),
        ("no prices", Case::unpriced()),
        ("harm", Case::with_harm()),
        ("no options", Case::without_options()),
        ("crowded", Case::crowded()),
        ("blank", Case::blank()),
    ]
    .map(|(name, case)| (name.to_owned(), case));
    let cases = horizons.into_iter().chain(others);
    cases.map(|(name, it)| (name, it.findings())).collect()
}

fn p1() -> Id {
    Id::new(Kind::Partnership, 1)
}

fn draw(kind: &PartnershipChart, findings: &Findings) -> Chart {
    let found = findings.partnership(p1()).unwrap();
    (kind.draw)(findings, found, Basis::Full, Doubts::NONE)
}

fn drawn(id: &str, case: &Case) -> Chart {
    draw(find_of_partnership(id).unwrap(), &case.findings())
}

fn texts(page: &Layout) -> Vec<&Text> {
    let texts = page.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

fn each_page(check: impl Fn(&str, &Layout)) {
    for (name, findings) in all() {
        for kind in PARTNERSHIP_CHARTS {
            let chart = draw(kind, &findings);
            for request in [
                Request::paper(482.0),
                Request::paper(340.0),
                Request::paper(800.0),
                Request::screen(620.0),
                Request::screen(1_000.0),
                Request {
                    height: Some(260.0),
                    ..Request::screen(1_000.0)
                },
            ] {
                let page = layout(&chart, &request, &PlexMeasure);
                let which = format!("{} of {name}, {} wide", kind.id, request.width);
                check(&which, &page);
            }
        }
    }
}

#[test]
fn no_text_of_an_appraisal_covers_another_and_all_stand_on_the_page() {
    each_page(|which, page| {
        let paper = Rect::new(0.0, 0.0, page.width, page.height);
        let texts = texts(page);
        for (at, one) in texts.iter().enumerate() {
            let extent = one.extent(&PlexMeasure);
            assert!(paper.encloses(&extent), "{which}: {one:?}");
            assert!(one.size >= 7.0, "{which}: {one:?}");
            for other in texts.iter().skip(at + 1) {
                assert!(
                    !extent.overlaps(&other.extent(&PlexMeasure)),
                    "{which}: {} and {}",
                    one.text,
                    other.text
                );
            }
        }
    });
}

#[test]
fn every_mark_of_an_appraisal_stands_on_the_page_and_tells_its_figures() {
    each_page(|which, page| {
        for frame in &page.frames {
            let paper = Rect::new(0.0, 0.0, page.width, page.height);
            assert!(paper.encloses(frame), "{which}");
        }
        for hit in &page.hits {
            assert!(!hit.hover.is_empty(), "{which}");
            assert_eq!(hit.partnership, Some(p1()), "{which}");
        }
    });
}

#[test]
fn every_mark_and_cell_is_a_figure_that_can_be_explained() {
    for (name, findings) in all() {
        let question = Question {
            year: findings.year,
        };
        let is_explained = |id| explain(&findings.register, newest(), question, id).is_some();
        for kind in PARTNERSHIP_CHARTS {
            let chart = draw(kind, &findings);
            let page = layout(&chart, &Request::paper(482.0), &PlexMeasure);
            let cells = chart.table.rows.iter().flatten();
            let shown = cells.filter_map(|cell| cell.figure);
            let ids: BTreeSet<FigureId> = page
                .hits
                .iter()
                .map(|hit| hit.figure)
                .chain(shown)
                .collect();
            // Of a long horizon, some years spread over it.
            let every = (ids.len() / 25).max(1);
            for id in ids.into_iter().step_by(every) {
                assert!(is_explained(id), "{} of {name}: {id}", kind.id);
            }
        }
    }
}

#[test]
fn a_bar_is_as_long_as_its_figure() {
    for (name, findings) in all() {
        let question = Question {
            year: findings.year,
        };
        for kind in PARTNERSHIP_CHARTS {
            let Body::Bars(bars) = draw(kind, &findings).body else {
                continue;
            };
            let of_bars = bars.rows().flat_map(|row| &row.bars).map(|bar| &bar.amount);
            let of_net = bars.rows().filter_map(|row| row.net.as_ref());
            for figure in of_bars.chain(of_net) {
                let found = explain(&findings.register, newest(), question, figure.id).unwrap();
                let value = found.value.unwrap().to_f64().unwrap();
                let is_same = (figure.value.abs() - value.abs()).abs() < 1e-6;
                assert!(is_same, "{} of {name}: {figure:?} is {value}", kind.id);
            }
        }
    }
}

#[test]
fn the_words_of_an_appraisal_say_what_is_drawn() {
    for (name, findings) in all() {
        for kind in PARTNERSHIP_CHARTS {
            let chart = draw(kind, &findings);
            let which = format!("{} of {name}", kind.id);
            assert!(chart.note.contains("Source: Tarnwick register"), "{which}");
            assert!(chart.alt.contains(&chart.subtitle), "{which}");
            let is_empty = chart.alt.contains("nothing to draw");
            assert!(is_empty || chart.alt.contains(&chart.title), "{which}");
            let columns = chart.table.columns.len();
            for row in &chart.table.rows {
                assert_eq!(row.len(), columns, "{which}");
            }
        }
    }
}

fn columns(case: &Case) -> Columns {
    match drawn("cash-flow", case).body {
        Body::Columns(columns) => columns,
        other => panic!("{other:?}"),
    }
}

#[test]
fn payback_is_marked_where_it_comes() {
    // By hand, at 3.5%: −11,000; then 19,000 a year. After year 1 the net is −11,000 + 19,000 ÷ 1.035 = 7,357, so the
    // outlay has come back after 11,000 ÷ (19,000 ÷ 1.035) = 0.599 years.
    let mark = columns(&case()).mark.unwrap();
    assert_eq!(mark.text, "Paid back after 0.6 years");
    assert!((mark.at.unwrap() - 0.599_211).abs() < 1e-5);
    let one = columns(&Case::of_horizon(1)).mark.unwrap();
    assert_eq!(
        (one.text.as_str(), one.at),
        ("Not paid back within 1 year", None)
    );
    let cheap = Case {
        cash_lines: case().cash_lines.replace("\"30000\"", "\"300\""),
        ..case()
    };
    let cheap = columns(&cheap).mark.unwrap();
    assert_eq!(
        (cheap.text.as_str(), cheap.at),
        ("Never out of pocket", None)
    );
    assert_eq!(columns(&Case::without_benefits()).mark, None);
}

#[test]
fn what_comes_back_and_is_lost_again_is_not_called_lost_from_the_start() {
    // £39,000 a year for two years against £20,000 a year for ten, and 30,000 once: above nought in year 1, and then not.
    let short = Case {
        benefits: case().benefits.replace(
            "measure: Sum, amount",
            "last_year: \"2027/28\", measure: Sum, amount",
        ),
        ..case()
    };
    let chart = drawn("cash-flow", &short);
    assert!(
        chart
            .title
            .contains("pays back for a time, but over 10 years"),
        "{}",
        chart.title
    );
    let mark = columns(&short).mark.unwrap();
    assert_eq!(
        mark.text,
        "Paid back for a time, not at the end of 10 years"
    );
}

#[test]
fn years_fit_into_the_height_that_a_page_has() {
    let chart = drawn("cash-flow", &case());
    for height in [220.0, 320.0] {
        let request = Request {
            height: Some(height),
            ..Request::screen(1_000.0)
        };
        let page = layout(&chart, &request, &PlexMeasure);
        assert!((page.height - height).abs() < 1e-6, "{}", page.height);
    }
}

#[test]
fn long_horizons_name_fewer_years_and_join_their_bars() {
    let page = |years| {
        let chart = drawn("cash-flow", &Case::of_horizon(years));
        layout(&chart, &Request::paper(482.0), &PlexMeasure)
    };
    let named = |page: &Layout| {
        let years = texts(page).into_iter();
        years
            .filter(|text| text.text.len() == 7 && text.text.contains('/'))
            .count()
    };
    assert_eq!(named(&page(10)), 10);
    for years in [60, 500] {
        let page = page(years);
        assert!(
            (5..=14).contains(&named(&page)),
            "{years}: {}",
            named(&page)
        );
    }
    let bars = |page: &Layout| {
        let shapes = page.shapes.iter();
        shapes
            .filter(|shape| matches!(shape, Shape::Rect { .. }))
            .count()
    };
    assert!(
        bars(&page(60)) >= 120,
        "a bar for each cost and each benefit"
    );
    assert!(
        bars(&page(500)) < 20,
        "equal years are one bar: {}",
        bars(&page(500))
    );
}

#[test]
fn benefits_without_a_price_are_named_beside_the_chart() {
    let chart = drawn("benefits-by-class", &case());
    let said = "1 benefit has no price and stands beside this chart: Trust between staff.";
    assert!(chart.note.contains(said), "{}", chart.note);
    let chart = drawn("benefits-by-class", &Case::unpriced());
    let said = "No benefit has a price, so only costs are shown.";
    assert!(chart.note.contains(said), "{}", chart.note);
    assert!(
        chart.title.ends_with("none of its benefits has a price"),
        "{}",
        chart.title
    );
    let cells: Vec<&str> = chart
        .table
        .rows
        .iter()
        .map(|row| row[1].text.as_str())
        .collect();
    assert_eq!(
        cells[1], "none has a price",
        "unknown is not nought: {cells:?}"
    );
    for id in ["cash-flow", "who-gains", "options"] {
        let note = drawn(id, &Case::unpriced()).note;
        assert!(note.contains(said), "{id}: {note}");
    }
}

#[test]
fn a_class_that_does_harm_stands_left_of_nought() {
    let chart = drawn("benefits-by-class", &Case::with_harm());
    let Body::Bars(bars) = &chart.body else {
        panic!("classes are bars");
    };
    let social = bars.rows().find(|row| row.name == "Social").unwrap();
    assert!(social.bars[0].amount.value < 0.0);
    assert_eq!(social.bars[0].side, Side::Benefit);
    assert!(
        chart.note.contains("does more harm than good"),
        "{}",
        chart.note
    );
}

#[test]
fn who_gains_most_comes_first_and_the_public_has_a_row() {
    let chart = drawn("who-gains", &case());
    let names: Vec<&str> = chart
        .table
        .rows
        .iter()
        .map(|row| row[0].text.as_str())
        .collect();
    assert_eq!(names, ["The public", "Tarnwick Council", "Health trust"]);
    // The trust bears the set-up of year 0, which is not discounted, and gains nothing.
    let trust: Vec<&str> = chart.table.rows[2]
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    assert_eq!(trust, ["Health trust", "£30,000", "£0", "−£30,000"]);
    assert!(
        chart
            .title
            .ends_with("Health trust bears £30k, as far as is known"),
        "{}",
        chart.title
    );
    assert_eq!(drawn("who-gains", &Case::crowded()).table.rows.len(), 13);
}

#[test]
fn options_stand_beside_going_on_with_their_dominator_named() {
    let scored = Case {
        options: case().options,
        ..case()
    };
    let chart = drawn("options", &scored);
    let Body::Bars(bars) = &chart.body else {
        panic!("options are bars");
    };
    assert_eq!(bars.zero.as_deref(), Some("Partners acting separately"));
    let names: Vec<&str> = bars.rows().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        ["Going on as it is", "Half of it", "More of the same"]
    );
    let said: Vec<&str> = bars
        .rows()
        .flat_map(|row| &row.remarks)
        .map(|it| it.text.as_str())
        .collect();
    assert!(
        said.contains(&"Costs more and achieves no more than Half of it"),
        "{said:?}"
    );
    assert!(said.contains(&"Expected achievement 70"), "{said:?}");
    assert!(said.contains(&"Achievement not scored"), "{said:?}");
    assert!(
        said.iter()
            .any(|it| it.ends_with("worse than going on as it is")),
        "{said:?}"
    );
    let alone = drawn("options", &Case::without_options());
    assert_eq!(
        alone.title,
        "Family hub has no options to compare with going on as it is"
    );
    assert!(alone.note.contains("No options have been entered."));
    assert_eq!(alone.table.rows.len(), 1);
    // By hand: half of 20,000 × 8.6077 + 30,000 is 101,077.
    let unpriced = drawn("options", &Case::unpriced());
    assert!(
        unpriced.title.contains(
            "“Half of it” costs £101k less than going on as it is; no benefit has a price"
        ),
        "cheaper is not better: {}",
        unpriced.title
    );
    assert_eq!(
        unpriced.table.rows[0][2].text, "none has a price",
        "unknown is not nought"
    );
}

#[test]
fn a_partnership_without_a_name_has_a_title_all_the_same() {
    let nameless = Case {
        name: String::new(),
        ..case()
    };
    for id in ["cash-flow", "benefits-by-class", "who-gains", "options"] {
        let title = drawn(id, &nameless).title;
        assert!(title.starts_with("This partnership"), "{title}");
    }
}

#[test]
fn hostile_names_stay_text() {
    let hostile = Case {
        name: "</svg><script>alert(1)</script>&".to_owned(),
        ..case()
    };
    let findings = hostile.findings();
    for kind in PARTNERSHIP_CHARTS {
        let svg = write(&draw(kind, &findings), 170.0, &PRINT, &PlexMeasure);
        assert!(!svg.contains("<script"), "{}", kind.id);
        assert_eq!(
            svg,
            write(&draw(kind, &findings), 170.0, &PRINT, &PlexMeasure)
        );
    }
}

fn svg(id: &str) -> String {
    write(&drawn(id, &case()), 170.0, &PRINT, &PlexMeasure)
}

#[test]
fn costs_and_benefits_by_year() {
    assert_snapshot!(svg("cash-flow"));
}

#[test]
fn benefits_by_class() {
    assert_snapshot!(svg("benefits-by-class"));
}

#[test]
fn who_pays_and_who_gains() {
    assert_snapshot!(svg("who-gains"));
}

#[test]
fn comparison_of_options() {
    assert_snapshot!(svg("options"));
}
