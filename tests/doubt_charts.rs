//! The charts of doubt: what they say of ranges, and that they can be read whatever is in them.

use std::sync::Arc;

use fruitful::chart::bars::Side;
use fruitful::chart::catalogue::{CHARTS, PARTNERSHIP_CHARTS, find, find_of_partnership};
use fruitful::chart::chart::{Body, Chart};
use fruitful::chart::doubts::Doubts;
use fruitful::chart::geometry::Rect;
use fruitful::chart::layout::{Layout, Request, Shape, Text, layout};
use fruitful::chart::measure::PlexMeasure;
use fruitful::chart::svg::write;
use fruitful::chart::theme::PRINT;
use fruitful::chart::tornado::draw_tornado;
use fruitful::costing::basis::Basis;
use fruitful::findings::findings::{Findings, Question};
use fruitful::guidance::edition::newest;
use fruitful::model::inputs::Inputs;
use fruitful::model::register::Register;
use fruitful::store::read::read;
use fruitful::uncertainty::figure_text::text;
use fruitful::uncertainty::sensitivity::{Tornado, sensitivity};
use fruitful::uncertainty::simulation::{
    Plan, Simulated, Simulation, simulate, simulate_partnership,
};
use fruitful::units::id::{Id, Kind};
use fruitful::units::money_unit::MoneyUnit;
use fruitful::units::progress::{Progress, Stop};
use insta::assert_snapshot;
use rust_decimal::Decimal;

use crate::support::registers::{findings, register};

fn p1() -> Id {
    Id::new(Kind::Partnership, 1)
}

/// A register and all that is worked out of its ranges.
struct Worked {
    findings: Findings,
    one: Id,
    simulation: Simulation,
    by_itself: Simulated,
    of_all: Vec<Tornado>,
    of_one: Vec<Tornado>,
}

impl Worked {
    fn new(register: &Register) -> Self {
        Self::of(register, p1())
    }

    fn of(register: &Register, one: Id) -> Self {
        let question = Question {
            year: register.settings.base_year,
        };
        let plan = Plan::of(&register.settings);
        let (progress, stop) = (Progress::default(), Stop::default());
        let guidance = newest();
        Self {
            findings: findings(register),
            one,
            simulation: simulate(register, guidance, question, plan, &progress, &stop).unwrap(),
            by_itself: simulate_partnership(register, guidance, question, plan, one, &stop)
                .unwrap(),
            of_all: sensitivity(register, guidance, question, None, &stop).unwrap(),
            of_one: sensitivity(register, guidance, question, Some(one), &stop).unwrap(),
        }
    }

    fn doubts_of_all(&self) -> Doubts<'_> {
        Doubts {
            simulation: Some(&self.simulation),
            by_itself: None,
            tornadoes: &self.of_all,
        }
    }

    fn doubts_of_one(&self) -> Doubts<'_> {
        Doubts {
            simulation: Some(&self.simulation),
            by_itself: Some(&self.by_itself),
            tornadoes: &self.of_one,
        }
    }

    fn of_all(&self, id: &str) -> Chart {
        (find(id).unwrap().draw)(&self.findings, Basis::Full, self.doubts_of_all())
    }

    fn of_one(&self, id: &str) -> Chart {
        let found = self.findings.partnership(self.one).unwrap();
        let kind = find_of_partnership(id).unwrap();
        (kind.draw)(&self.findings, found, Basis::Full, self.doubts_of_one())
    }

    fn charts(&self) -> Vec<(String, Chart)> {
        let all = CHARTS
            .iter()
            .map(|it| (it.id.to_owned(), self.of_all(it.id)));
        let one = PARTNERSHIP_CHARTS
            .iter()
            .map(|it| (format!("{} of one", it.id), self.of_one(it.id)));
        all.chain(one).collect()
    }
}

/// Cash lines, benefits and indicators of a family hub, and the settings.
fn with(settings: &str, cash: &str, benefits: &str, others: &str) -> Worked {
    Worked::new(&register(&format!(
        r#"
        settings: (title: "Tarnwick register", is_illustrative: true, base_year: "2026/27", draws: Some(2000), {settings}),
        partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
        partnerships: [
            (
                id: "p1", name: "Family hub", members: ["o1"], additional_share: "100%",
                cash_lines: [{cash}],
                benefits: [{benefits}],
                indicators: [
                    (id: "i1", name: "Families helped", baseline: "100", target: "200",
                        actual: (value: "160", low: "140", high: "190")),
                ],
            ),
            {others}
        ],
        last_id: 999,
        "#
    )))
}

/// One year of rooms for anything from £20,000 to £40,000, each as likely, and benefits of £30,000.
fn one_year() -> Worked {
    with(
        r#"horizon: "1""#,
        r#"(id: "c1", name: "Rooms", amount: (value: "30000", low: "20000", high: "40000", shape: uniform), partner: "o1", purpose: Running)"#,
        r#"(id: "be1", name: "Parents in work", class: Economic, measure: Sum, amount: "30000")"#,
        "",
    )
}

/// Ten years, two lines that move together, one that happens or not, a second partnership whose score is part missing.
fn ten_years() -> Worked {
    with(
        r#"horizon: "10""#,
        r#"
        (id: "c1", name: "Rooms", amount: (value: "20000", low: "15000", high: "32000", moves_with: "rent of the town centre"), partner: "o1", purpose: Running),
        (id: "c2", name: "Store", amount: (value: "4000", low: "3000", high: "6500", moves_with: "rent of the town centre"), partner: "o1", purpose: Running),
        (id: "c3", name: "Set-up", kind: SetUp, year: "2026/27", amount: (value: "35000", chance: "30%"), partner: "o1", purpose: Running)"#,
        r#"
        (id: "be1", name: "Fewer placements", class: Fiscal, cashable: "60%", partner: "o1", measure: Sum, amount: (value: "25000", low: "11000", high: "38000")),
        (id: "be2", name: "Trust between staff", class: Social, measure: Sum)"#,
        r#"(
            id: "p2", name: "Harbour, Docklands and Riverside Regeneration Company of the Western Bank",
            members: ["o1"], additional_share: "100%",
            cash_lines: [(id: "c11", name: "Grant", amount: (value: "61000", low: "48000", high: "90000"), partner: "o1", purpose: Running)],
            indicators: [
                (id: "i11", name: "Sites", baseline: "0", target: "10", actual: (value: "4", low: "3", high: "6")),
                (id: "i12", name: "Jobs", baseline: "0", target: "10"),
                (id: "i13", name: "Homes", baseline: "0", target: "10", actual: "6"),
            ],
        )"#,
    )
}

/// Twenty lines with ranges.
fn many_lines(benefits: &str) -> Worked {
    let line = |n: u32| {
        format!(
            r#"(id: "c{n}", name: "Line {n} of a budget that has been given a very long name indeed", partner: "o1", purpose: Running,
                amount: (value: "1000", low: "{}", high: "{}"))"#,
            1000 - 10 * n,
            1000 + 40 * n
        )
    };
    let lines: Vec<String> = (10..30).map(line).collect();
    with(r#"horizon: "3""#, &lines.join(","), benefits, "")
}

const SURE: &str =
    r#"(id: "be1", name: "Parents in work", class: Economic, measure: Sum, amount: "30000")"#;

/// The sample of a borough, each amount, length and count from a fifth less to a half more.
fn borough() -> Worked {
    let path = format!("{}/sample_data/borough.ron", env!("CARGO_MANIFEST_DIR"));
    let mut register = read(path.as_ref()).unwrap().register;
    Arc::make_mut(&mut register.settings).draws = Some(1_000);
    register.each_input_mut(&mut |at, input| {
        if !matches!(
            at.field,
            "amount" | "length" | "number" | "impact" | "actual"
        ) {
            return;
        }
        if let Some(value) = input.decimal() {
            let [low, high] = [Decimal::new(8, 1), Decimal::new(15, 1)].map(|by| value * by);
            let _taken = input.enter(&format!("{}..{value}..{}", low.min(high), low.max(high)));
        }
    });
    Worked::of(&register, register.partnerships[0].id)
}

fn still() -> Worked {
    Worked::new(&register(
        r#"
        settings: (title: "Tarnwick register", base_year: "2026/27"),
        partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
        partnerships: [(id: "p1", name: "Family hub", members: ["o1"],
            cash_lines: [(id: "c1", name: "Rooms", amount: "5000", partner: "o1", purpose: Running)])],
        last_id: 999,
        "#,
    ))
}

fn texts(page: &Layout) -> Vec<&Text> {
    let texts = page.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

#[test]
fn no_text_of_doubt_covers_another_and_all_stand_on_the_page() {
    let all = vec![
        ("one year", one_year()),
        ("ten years", ten_years()),
        ("many lines", many_lines(SURE)),
        ("no price", many_lines("")),
        ("no range", still()),
        ("a borough", borough()),
    ];
    for (of, worked) in &all {
        for (kind, chart) in worked.charts() {
            for request in [
                Request::paper(482.0),
                Request::paper(340.0),
                Request::screen(640.0),
                Request::screen(1_000.0),
                Request {
                    height: Some(260.0),
                    ..Request::screen(640.0)
                },
            ] {
                let which = format!("{kind} of {of}, {} wide", request.width);
                let page = layout(&chart, &request, &PlexMeasure);
                let paper = Rect::new(0.0, 0.0, page.width, page.height);
                let texts = texts(&page);
                for (at, one) in texts.iter().enumerate() {
                    let extent = one.extent(&PlexMeasure);
                    assert!(paper.encloses(&extent), "{which}: {one:?}");
                    for other in texts.iter().skip(at + 1) {
                        let other_extent = other.extent(&PlexMeasure);
                        assert!(
                            !extent.overlaps(&other_extent),
                            "{which}: {} and {}",
                            one.text,
                            other.text
                        );
                    }
                }
                for frame in &page.frames {
                    assert!(paper.grown(1e-6).encloses(frame), "{which}");
                }
            }
        }
    }
}

/// NPSV = £30,000 − rooms, rooms anything from £20,000 to £40,000: above nought in half of all draws, and a tenth of them
/// each below −£8,000 and above £8,000. At rooms of £20,000 it is £10,000; at £40,000, −£10,000.
#[test]
fn half_of_the_draws_are_above_nought() {
    let worked = one_year();
    let chart = worked.of_one("distribution");
    let title = &chart.title;
    let often: f64 = title.split(' ').nth(1).unwrap().parse().unwrap();
    assert!((often - 50.0).abs() <= 4.0, "{title}");
    assert!(
        title.ends_with("of 100 draws the benefits of Family hub exceed its costs"),
        "{title}"
    );
    let Body::Distribution(body) = &chart.body else {
        panic!("a distribution");
    };
    let near = |at: usize, expected: f64| {
        let (value, said) = &body.marks[at];
        assert!((value - expected).abs() < 600.0, "{said}");
    };
    near(0, -8_000.0);
    near(1, 8_000.0);
    near(2, 0.0);
    for bin in &body.bins {
        let side = if bin.low >= 0.0 {
            Side::Benefit
        } else {
            Side::Cost
        };
        assert_eq!(bin.side, side, "no column stands on both sides of nought");
    }
    assert_eq!(body.bins.iter().map(|bin| bin.n).sum::<usize>(), 2_000);
    assert!(
        chart.note.contains("2,000 draws from the seed 1."),
        "{}",
        chart.note
    );
    assert!(
        chart
            .note
            .contains("With every range at its central value it is £0.")
    );

    let tornado = worked.of_one("tornado");
    let row: Vec<&str> = tornado.table.rows[0]
        .iter()
        .map(|it| it.text.as_str())
        .collect();
    assert_eq!(
        row,
        [
            "Rooms › Amount",
            "£20,000",
            "£40,000",
            "£10,000",
            "−£10,000",
            "£20,000"
        ]
    );
    assert_eq!(
        tornado.title,
        "Rooms › Amount alone moves the net present social value of Family hub"
    );
    assert!(
        tornado
            .note
            .contains("1 range cannot move it: “Families helped › Actual”."),
        "{}",
        tornado.note
    );
}

/// £20,000 to £40,000, each as likely: £22,000 and £38,000 leave a tenth on either side.
/// The score is (latest − 100) ÷ 100 of the way, its range 40 to 90 about 60.
#[test]
fn whiskers_are_where_eight_of_ten_draws_lie() {
    let worked = one_year();
    let exhibit = worked.of_all("exhibit-2");
    let Body::Rows(rows) = &exhibit.body else {
        panic!("Exhibit 2 is rows");
    };
    let row = rows.rows().next().unwrap();
    let cost = row.whisker.unwrap();
    assert!((cost.p10 - 22_000.0).abs() < 600.0 && (cost.p90 - 38_000.0).abs() < 600.0);
    let score = row.score.whisker.unwrap();
    assert!(40.0 < score.p10 && score.p10 < 60.0 && 60.0 < score.p90 && score.p90 < 90.0);
    let map = worked.of_all("cost-achievement");
    for chart in [&exhibit, &map] {
        assert!(
            chart
                .note
                .contains("P10–P90: in 8 of 10 draws the figure lies")
        );
        let keys = chart.legend.iter().flatten();
        assert_eq!(keys.filter(|it| it.label == "P10–P90").count(), 1);
        assert!(chart.alt.contains("P10–P90"));
        let titles = chart
            .table
            .columns
            .iter()
            .filter(|it| it.title.starts_with('P'));
        // With "Partnership".
        assert_eq!(titles.count(), 5);
        for row in &chart.table.rows {
            assert_eq!(row.len(), chart.table.columns.len());
        }
    }
    let Body::Map(map) = &map.body else {
        panic!("a map");
    };
    assert_eq!(map.marks[0].cost_whisker, Some(cost));
    assert_eq!(map.marks[0].score_whisker, Some(score));
}

#[test]
fn without_ranges_or_without_draws_charts_are_as_they_were() {
    let (with, still) = (ten_years(), still());
    for id in ["exhibit-2", "cost-achievement"] {
        let kind = find(id).unwrap();
        let without = (kind.draw)(&with.findings, Basis::Full, Doubts::NONE);
        for chart in [without, still.of_all(id)] {
            assert!(!chart.note.contains("P10"), "{}", chart.note);
            assert!(!chart.alt.contains("P10"), "{}", chart.alt);
            let mut titles = chart.table.columns.iter();
            assert!(titles.all(|it| !it.title.starts_with("P10")), "{id}");
        }
    }
    let found = with.findings.partnership(p1()).unwrap();
    let kind = find_of_partnership("cash-flow").unwrap();
    let chart = (kind.draw)(&with.findings, found, Basis::Full, Doubts::NONE);
    assert_eq!(chart.table.columns.len(), 6);
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let (with, still) = (ten_years(), still());
    let empty = |chart: &Chart| match &chart.body {
        Body::Distribution(it) if it.bins.is_empty() => it.when_empty.clone(),
        Body::Tornado(it) if it.rows.is_empty() => it.when_empty.clone(),
        _ => panic!("{} is not empty", chart.title),
    };
    for id in ["distribution", "tornado"] {
        let kind = find(id).unwrap();
        let waiting = (kind.draw)(&with.findings, Basis::Full, Doubts::NONE);
        assert!(empty(&waiting).contains("not been worked through yet"));
        let no_range = (kind.draw)(&still.findings, Basis::Full, Doubts::NONE);
        assert!(empty(&no_range).starts_with("No quantity has a range yet."));
        assert!(no_range.alt.ends_with("There is nothing to draw."));
    }
}

#[test]
fn without_a_price_the_cost_is_drawn() {
    let worked = many_lines("");
    let chart = worked.of_one("distribution");
    assert!(
        chart.title.starts_with("Family hub costs between £"),
        "{}",
        chart.title
    );
    assert!(
        chart
            .title
            .ends_with(" a year in 8 of 10 draws; no benefit has a price")
    );
    assert!(chart.legend.is_empty());
    let tornado = worked.of_one("tornado");
    assert!(
        tornado
            .title
            .contains("moves the annual cost of Family hub most")
    );
    let Body::Tornado(body) = &tornado.body else {
        panic!("a tornado");
    };
    assert_eq!(body.rows.len(), 15);
    assert_eq!(
        body.more.as_deref(),
        Some("… and 5 more, which move it less")
    );
    assert_eq!(tornado.table.rows.len(), 20);
    let widths = body.rows.iter().map(|it| (it.high.0 - it.low.0).abs());
    assert!(widths.collect::<Vec<_>>().is_sorted_by(|a, b| a >= b));
}

#[test]
fn a_tornado_is_drawn_of_any_figure() {
    let worked = ten_years();
    let found = worked.findings.partnership(p1());
    for tornado in &worked.of_one {
        let chart = draw_tornado(&worked.findings, found, Some(tornado));
        let Body::Tornado(body) = &chart.body else {
            panic!("a tornado");
        };
        assert_eq!(
            body.rows.len(),
            tornado.bars.len().min(15),
            "{:?}",
            tornado.output
        );
        let of = |value| text(tornado.output, value, MoneyUnit::AsFits);
        let first = &chart.table.rows[0];
        assert_eq!(first[3].text, of(tornado.bars[0].at_low));
        assert_eq!(first[4].text, of(tornado.bars[0].at_high));
    }
    let rent = worked.of_one("tornado");
    let rent = rent
        .table
        .rows
        .iter()
        .find(|row| row[0].text == "Rent of the town centre");
    let rent = rent.expect("what moves together goes by its own name");
    assert_eq!([&rent[1].text, &rent[2].text], ["low", "high"]);
}

#[test]
fn the_fan_is_of_the_net_so_far() {
    let worked = ten_years();
    let chart = worked.of_one("cash-flow");
    assert!(
        chart
            .note
            .contains("The pale band is P10–P90 of the net so far")
    );
    assert_eq!(chart.table.columns.len(), 9);
    let Body::Columns(columns) = &chart.body else {
        panic!("years");
    };
    for (year, drawn) in columns.years.iter().zip(&worked.by_itself.cumulative) {
        let band = year.band.unwrap();
        assert!(band.p10 < band.p50 && band.p50 < band.p90);
        assert!((band.p50 - drawn.p50).abs() < 1e-9);
    }
}

fn svg(chart: &Chart) -> String {
    write(chart, 170.0, &PRINT, &PlexMeasure)
}

#[test]
fn exhibit_2_with_whiskers() {
    assert_snapshot!(svg(&ten_years().of_all("exhibit-2")));
}

#[test]
fn map_with_whiskers() {
    assert_snapshot!(svg(&ten_years().of_all("cost-achievement")));
}

#[test]
fn range_of_results() {
    assert_snapshot!(svg(&ten_years().of_one("distribution")));
}

#[test]
fn what_matters_most() {
    assert_snapshot!(svg(&ten_years().of_one("tornado")));
}

#[test]
fn costs_and_benefits_with_a_fan() {
    assert_snapshot!(svg(&ten_years().of_one("cash-flow")));
}
