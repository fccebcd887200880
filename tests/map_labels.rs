//! Names on a crowded map: none touches another name, a mark or a leader, at any size and on either scale.

use std::path::Path;

use fruitful::chart::catalogue::ChartKind;
use fruitful::chart::chart::Body;
use fruitful::chart::cost_achievement::{CHART, LINEAR};
use fruitful::chart::doubts::Doubts;
use fruitful::chart::geometry::{Point, Rect, Size};
use fruitful::chart::layout::{Layout, Shape, Text};
use fruitful::chart::map::{Map, View};
use fruitful::chart::map_layout::layout_map;
use fruitful::chart::measure::PlexMeasure;
use fruitful::chart::text::Sizes;
use fruitful::chart::theme::Role;
use fruitful::costing::basis::Basis;
use fruitful::findings::findings::Findings;
use fruitful::store::read::read;

use crate::support::registers::{findings, register};

/// Frames as they are inside windows of 1280 × 800 and 1024 × 640, beside a list and not; and on A4 either way.
const FRAMES: [(f64, f64, Sizes); 6] = [
    (960.0, 500.0, Sizes::SCREEN),
    (640.0, 540.0, Sizes::SCREEN),
    (720.0, 360.0, Sizes::SCREEN),
    (460.0, 300.0, Sizes::SCREEN),
    (460.0, 377.0, Sizes::PAPER),
    (700.0, 574.0, Sizes::PAPER),
];

const KINDS: [ChartKind; 2] = [CHART, LINEAR];

fn county() -> Findings {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    findings(&read(&folder.join("county.ron")).unwrap().register)
}

/// A source of choices that the seed alone decides.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005) + 1;
        (self.0 >> 33) % n
    }
}

/// Sixty partnerships with names of one to six words; the seed decides how they crowd.
fn made_up(seed: u64) -> Findings {
    const WORDS: [&str; 12] = [
        "Harbour",
        "Early",
        "Carers",
        "Skills",
        "Town",
        "Integrated",
        "Rural",
        "Housing",
        "Commissioning",
        "Air",
        "Youth",
        "Waterways",
    ];
    let mut chance = Chance(seed);
    let n_scores = [101, 40, 12][usize::try_from(seed % 3).unwrap()];
    let spread = [3, 40, 4_000][usize::try_from(seed / 3 % 3).unwrap()];
    let mut partnership = |n: u32| {
        let n_words = 1 + chance.below(6);
        let words: Vec<&str> = (0..n_words)
            .map(|_| WORDS[usize::try_from(chance.below(12)).unwrap()])
            .collect();
        let (name, score) = (words.join(" "), 100 - chance.below(n_scores));
        let most = 1 + chance.below(spread);
        let cost = 1_000 * (1 + chance.below(most)) + chance.below(900);
        // One in nine leaves out what a post is paid.
        let gap = if chance.below(9) == 0 {
            format!(r#", (id: "c{}", partner: "o1")"#, 100 + n)
        } else {
            String::new()
        };
        format!(
            r#"(id: "p{n}", name: "{name}", cash_lines: [(id: "c{n}", amount: "{cost}", partner: "o1"){gap}],
               judgements: [(id: "j{n}", score: "{score}")]),"#
        )
    };
    let partnerships = (1..=60).map(&mut partnership).collect::<String>();
    findings(&register(&format!(
        r#"settings: (base_year: "2026/27"), partners: [(id: "o1", name: "Us", is_us: true)],
           partnerships: [{partnerships}],"#
    )))
}

/// What is drawn that names must keep off, and the names.
struct Drawn {
    texts: Vec<Text>,
    marks: Vec<Rect>,
    leaders: Vec<(Point, Point)>,
}

fn drawn(layout: &Layout) -> Drawn {
    let mut drawn = Drawn {
        texts: Vec::new(),
        marks: Vec::new(),
        leaders: Vec::new(),
    };
    for shape in &layout.shapes {
        match shape {
            Shape::Text(text) => drawn.texts.push(text.clone()),
            Shape::Circle { centre, radius, .. } => {
                drawn.marks.push(Rect::about(*centre, *radius, *radius));
            }
            Shape::Polygon { points, .. } => {
                let all = points.iter().copied();
                let corner = |pick: fn(f64, f64) -> f64| {
                    all.clone()
                        .reduce(|a, b| Point::new(pick(a.x, b.x), pick(a.y, b.y)))
                        .unwrap()
                };
                drawn
                    .marks
                    .push(Rect::spanning(corner(f64::min), corner(f64::max)));
            }
            Shape::Lines { lines, stroke }
                if stroke.role == Role::Axis && stroke.dash.is_none() =>
            {
                drawn.leaders.extend(lines.iter().copied());
            }
            _ => {}
        }
    }
    drawn
}

/// Nothing written touches what it may not; gives how many names there are.
fn check(map: &Map, (width, height, sizes): (f64, f64, Sizes), what: &str) -> usize {
    let frame = Rect::new(0.0, 0.0, width, height);
    let size = Size::new(width, height);
    let laid = layout_map(map, size, &View::of(map), &sizes, &PlexMeasure);
    let Drawn {
        texts,
        marks,
        leaders,
    } = drawn(&laid.layout);
    let extents: Vec<Rect> = texts.iter().map(|it| it.extent(&PlexMeasure)).collect();
    for (at, (text, room)) in texts.iter().zip(&extents).enumerate() {
        let what = format!("{what}, {width} × {height}: {}", text.text);
        assert!(frame.encloses(room), "{what} is cut off");
        for (other, its) in texts.iter().zip(&extents).skip(at + 1) {
            assert!(!room.overlaps(its), "{what} touches {}", other.text);
        }
        assert!(
            !marks.iter().any(|mark| mark.overlaps(room)),
            "{what} touches a mark"
        );
        // A leader ends at the edge of its own name.
        let inside = room.grown(-0.01);
        assert!(
            !leaders.iter().any(|(a, b)| inside.meets_line(*a, *b)),
            "{what} is struck by a leader"
        );
    }
    for (a, b) in &leaders {
        let met = marks.iter().filter(|it| it.grown(-0.01).meets_line(*a, *b));
        assert_eq!(
            met.count(),
            0,
            "{what}, {width} × {height}: a leader crosses a mark"
        );
    }
    let n_names = texts.iter().filter(|it| it.role == Role::Ink).count();
    assert_eq!(n_names + laid.n_unnamed, map.marks.len(), "{what}");
    n_names
}

fn check_all(findings: &Findings, what: &str) -> Vec<usize> {
    let mut named = Vec::new();
    for kind in KINDS {
        let chart = (kind.draw)(findings, Basis::Full, Doubts::NONE);
        let Body::Map(map) = &chart.body else {
            panic!("{} is a map", kind.id);
        };
        for frame in FRAMES {
            named.push(check(map, frame, &format!("{what}, {}", kind.id)));
        }
    }
    named
}

#[test]
fn no_name_of_a_county_touches_a_name_a_mark_or_a_leader() {
    let named = check_all(&county(), "county");
    // Of 51 marks, on the screen without a list and on A4 on its side: a map without names tells nobody anything.
    assert!(named[0] >= 25 && named[5] >= 35, "{named:?}");
}

#[test]
fn nor_does_one_of_sixty_made_up_partnerships() {
    for seed in 0..20 {
        let named = check_all(&made_up(seed), &format!("seed {seed}"));
        assert!(named.iter().all(|n| *n > 0), "seed {seed}: {named:?}");
    }
}
