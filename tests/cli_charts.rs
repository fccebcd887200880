//! `charts`, and `chart` at the sizes of pages and slides.

use std::fs;
use std::path::Path;

use crate::cli::{on, with};

/// Two bodies that meet, one of which has a score.
const REGISTER: &str = r#"
  settings: (title: "Ashmere <b>", base_year: "2026/27"),
  partners: [(id: "o1", name: "Ashmere Council", is_us: true)],
  grades: [(id: "g2", name: "Grade 7", pay: HourlyCost, amount: "45")],
  partnerships: [
    (id: "p3", name: "=Liaison <script>", members: ["o1"], meetings: [
      (id: "m4", name: "Board", times_a_year: "12", length: "1h 30m", attendees: [
        (id: "a5", partner: "o1", grade: "g2", number: "3"),
      ])],
      judgements: [(id: "j6", name: "Results", score: "30")]),
    (id: "p7", name: "Bwrdd yr Ŵyl", members: ["o1"], cash_lines: [
      (id: "c8", name: "Budget", amount: "9000", partner: "o1", purpose: Running)]),
  ],"#;

fn names(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = names
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn a_pack_has_pictures_tables_and_words() {
    let (folder, path) = with("pack", REGISTER);
    let out = folder.join("charts");
    let pack = out.to_str().unwrap();
    let answer = on(
        &path,
        "charts",
        &["--out", pack, "--format", "svg,png", "--dpi", "36"],
    );
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    let files = names(&out);
    for file in [
        "cost-achievement.csv",
        "cost-achievement.png",
        "cost-achievement.svg",
        "exhibit-2.csv",
        "exhibit-2.png",
        "exhibit-2.svg",
        "files.txt",
        "index.html",
        "p3-health.csv",
        "p3-health.svg",
    ] {
        assert!(files.iter().any(|it| it == file), "{file} in {files:?}");
    }
    assert_eq!(names(folder.join(".").as_path()), ["a.ron", "charts"]);
    let index = fs::read_to_string(out.join("index.html")).unwrap();
    for file in files
        .iter()
        .filter(|it| *it != "files.txt" && *it != "index.html")
    {
        assert!(index.contains(&format!("href=\"{file}\"")), "{file}");
    }
    assert!(index.contains("<h2 dir=\"auto\">=Liaison &lt;script&gt;</h2>"));
    assert!(index.contains("<h2 dir=\"auto\">Bwrdd yr Ŵyl</h2>") && !index.contains("<script"));
    assert!(index.contains("<strong>Text alternative:</strong> "));
    let table = fs::read_to_string(out.join("exhibit-2.csv")).unwrap();
    // 12 × 1.5 h × 3 people × £45.00 = £2,430.
    assert!(
        table.contains("'=Liaison <script>") && table.contains("\"£2,430\""),
        "{table}"
    );
    // The doubt of a register without ranges has nothing to draw, and the index says so.
    assert!(!files.iter().any(|it| it.starts_with("tornado")));
    assert!(index.contains("No quantity has a range yet."));
}

#[test]
fn a_pack_is_the_same_bytes_and_leaves_files_of_ones_own_alone() {
    let (folder, path) = with("pack-again", REGISTER);
    let out = folder.join("charts");
    let args = ["--out", out.to_str().unwrap(), "--format", "svg"];
    assert_eq!(on(&path, "charts", &args).code, 0);
    let read = || {
        let files = names(&out).into_iter();
        let files = files.filter(|it| it != "mine.txt");
        files
            .map(|it| (fs::read(out.join(&it)).unwrap(), it))
            .collect::<Vec<_>>()
    };
    let first = read();
    fs::write(out.join("mine.txt"), "mine").unwrap();
    assert_eq!(on(&path, "charts", &args).code, 0);
    assert!(read() == first, "the same files");
    assert_eq!(fs::read_to_string(out.join("mine.txt")).unwrap(), "mine");
    // A chart of one's own is not replaced, and neither is anything else then.
    let other = folder.join("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("exhibit-2.svg"), "mine").unwrap();
    let answer = on(
        &path,
        "charts",
        &["--out", other.to_str().unwrap(), "--format", "svg"],
    );
    assert_eq!(answer.code, 2);
    assert!(
        answer
            .err
            .contains("is there already and is from no earlier pack"),
        "{}",
        answer.err
    );
    assert_eq!(names(&other), ["exhibit-2.svg"]);
    let answer = on(
        &path,
        "charts",
        &["--out", out.to_str().unwrap(), "--format", "gif"],
    );
    assert_eq!(answer.code, 2);
    assert!(
        answer
            .err
            .contains("No format of a chart is called gif. Try svg, png"),
        "{}",
        answer.err
    );
}

#[test]
fn a_chart_fits_the_page_or_slide_that_it_is_for() {
    let (folder, path) = with("sizes", REGISTER);
    for (size, width, height) in [
        ("a4-portrait", 170.0, f64::MAX),
        ("a4-landscape", 257.0, f64::MAX),
        ("half-page", 170.0, 120.0),
        ("slide", 254.0, 143.0),
    ] {
        let out = folder.join(format!("{size}.svg"));
        let args = [
            "--chart",
            "cost-achievement",
            "--size",
            size,
            "--out",
            out.to_str().unwrap(),
        ];
        let answer = on(&path, "chart", &args);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""));
        let svg = fs::read_to_string(out).unwrap();
        let side = |name: &str| -> f64 {
            let (_, rest) = svg.split_once(&format!("{name}=\"")).unwrap();
            rest.split_once("mm\"").unwrap().0.parse().unwrap()
        };
        assert!((side("width") - width).abs() < 0.01, "{size}");
        assert!(side("height") <= height, "{size}: {} mm", side("height"));
    }
    let out = folder.join("x.svg");
    let args = [
        "--chart",
        "exhibit-2",
        "--size",
        "slide",
        "--width-mm",
        "100",
        "--out",
    ];
    let answer = on(
        &path,
        "chart",
        &[&args[..], &[out.to_str().unwrap()]].concat(),
    );
    assert_eq!(answer.code, 2, "one or the other");
}

#[test]
fn sixty_rows_do_not_fit_a_slide_and_it_says_so() {
    let county = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/county.ron");
    let (folder, _) = with("tall", REGISTER);
    let out = folder.join("x.svg");
    let args = [
        "--chart",
        "exhibit-2",
        "--size",
        "slide",
        "--out",
        out.to_str().unwrap(),
    ];
    let answer = on(&county, "chart", &args);
    assert_eq!(answer.code, 2);
    assert!(
        answer.err.starts_with("With the smallest type that can be read the chart is ")
            && answer.err.ends_with(
                " mm high, and this size has 143 mm. Choose a size of A4, which becomes as tall as the chart, or show fewer partnerships\n"
            ),
        "{}",
        answer.err
    );
    assert!(!out.exists());
}
