//! Simulation, sensitivity and switching values as scripts use them: names, exit codes, the same bytes every time.

#![expect(
    clippy::float_arithmetic,
    clippy::float_cmp,
    reason = "draws are floating-point numbers"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::cli::{Answer, on, with};
use crate::support::folder::Folder;

/// A board whose pay, length, preparation, result and benefit are in doubt, a group in which nothing is, and a project
/// that may or may not be paid for.
const REGISTER: &str = r#"
  settings: (title: "Ashmere", base_year: "2026/27"),
  partners: [(id: "o1", name: "Ashmere Council", is_us: true), (id: "o2", name: "Ashmere NHS Trust")],
  grades: [(id: "g3", name: "Grade 7", pay: HourlyCost, amount: (value: "45", low: "40", high: "55"))],
  partnerships: [
    (id: "p5", name: "Liaison board", members: ["o1", "o2"], meetings: [
      (id: "m6", name: "Board", times_a_year: "12", length: (value: "2", low: "1", high: "4"), attendees: [
        (id: "a7", partner: "o1", grade: "g3", number: "8", preparation: (value: "1", low: "0.5", high: "3"), travel: "0"),
      ])],
      indicators: [(id: "i8", name: "Burglaries", baseline: "200", target: "150", actual: (value: "170", low: "160", high: "190"))],
      benefits: [(id: "be9", name: "Fewer burglaries", class: Social, measure: Sum,
        amount: (value: "20000", low: "5000", high: "30000"))],
      options: [(id: "op13", name: "Half the board", form: Other, lines: [(id: "ol14", record: "m6", keeps: "50%")])]),
    (id: "p10", name: "=Town group", members: ["o2"], cash_lines: [
      (id: "c11", name: "Budget", amount: "9000", partner: "o2", purpose: Running)]),
  ],"#;

/// The same with nothing in doubt.
const SURE: &str = r#"
  settings: (base_year: "2026/27", draws: 5),
  partners: [(id: "o1", name: "Council")],
  partnerships: [(id: "p2", name: "Board", cash_lines: [
    (id: "c3", name: "Budget", amount: "9000", partner: "o1", purpose: Running)])],"#;

fn json(answer: &Answer) -> Value {
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    serde_json::from_str(&answer.out).unwrap()
}

fn in_order(text: &str, keys: &[&str]) {
    let mut at = 0;
    for key in keys {
        let key = format!("\"{key}\": ");
        let found = text[at..].find(&key);
        at += found.unwrap_or_else(|| panic!("{key} after {at}")) + key.len();
    }
}

fn number(value: &Value) -> f64 {
    value.as_str().unwrap().parse().unwrap()
}

fn files(folder: &Folder) -> Vec<String> {
    let entries = fs::read_dir(folder.join("")).unwrap();
    let names = entries.map(|it| it.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

#[test]
fn the_json_of_simulate_keeps_its_keys_in_order() {
    let (_folder, path) = with("simulate_json", REGISTER);
    let answer = on(&path, "simulate", &["--json", "--draws", "1,000"]);
    in_order(
        &answer.out,
        &[
            "schema",
            "program",
            "method",
            "guidance",
            "year",
            "draws",
            "seed",
            "n_ranged",
            "partnerships",
            "id",
            "name",
            "n_ranged",
            "is_priced",
            "annual_cost",
            "exhibit2",
            "central",
            "mean",
            "standard_error",
            "p5",
            "p10",
            "p50",
            "p90",
            "p95",
            "full",
            "score",
            "cost_per_point",
            "pvc",
            "pvb",
            "npsv",
            "chance_npsv_above_nought",
            "share",
            "standard_error",
            "bcr",
            "chance_bcr_at_least_one",
            "options",
            "id",
            "npsv",
            "incremental_npsv",
            "chance_better",
            "draws_left_out",
            "portfolio",
            "count",
            "annual_cost",
            "pvc",
            "pvb",
            "npsv",
            "drivers",
            "name",
            "inputs",
            "correlation",
        ],
    );
    let found = json(&answer);
    assert_eq!(found["schema"], 1);
    assert_eq!(
        (&found["draws"], &found["seed"]),
        (&1_000.into(), &1.into())
    );
    assert_eq!(found["n_ranged"], 5);
    // 12 × 8 × 3 h × £45; as `appraise` says.
    let board = &found["partnerships"][0];
    assert_eq!(board["annual_cost"]["full"]["central"], "12960");
    // What nothing moves has its central figure alone.
    let group = &found["partnerships"][1];
    assert_eq!(
        group["annual_cost"]["full"],
        serde_json::json!({ "central": "9000" })
    );
    assert_eq!(group["n_ranged"], 0);
    assert!(group.get("chance_npsv_above_nought").is_none());
    assert!(group.get("bcr").is_none_or(|it| it.get("mean").is_none()));
    let cost = &board["annual_cost"]["full"];
    let order = ["p5", "p10", "p50", "p90", "p95"].map(|it| number(&cost[it]));
    assert!(order.is_sorted() && order[0] < order[4]);
    assert!(answer.out.ends_with("}\n"));
}

#[test]
fn one_partnership_brings_its_years_and_what_it_follows() {
    let (_folder, path) = with("simulate_one", REGISTER);
    let found = json(&on(
        &path,
        "simulate",
        &[
            "--json",
            "--partnership",
            "p5",
            "--draws",
            "1000",
            "--seed",
            "7",
        ],
    ));
    assert!(found.get("portfolio").is_none());
    assert_eq!(found["partnerships"].as_array().unwrap().len(), 1);
    let one = &found["partnerships"][0];
    assert_eq!(one["cumulative"].as_array().unwrap().len(), 10);
    assert_eq!(one["cumulative"][9]["central"], one["npsv"]["central"]);
    assert_eq!(one["cumulative"][9]["p50"], one["npsv"]["p50"]);
    let drivers = one["drivers"].as_array().unwrap();
    let names: Vec<&str> = drivers
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    assert_eq!(names[0], "Amount of Fewer burglaries");
    assert!(names.contains(&"Length of Board"));
    // More pay is a dearer partnership.
    let pay = drivers
        .iter()
        .find(|it| it["inputs"][0] == "g3/amount")
        .unwrap();
    assert!(number(&pay["correlation"]) < 0.0);
    let text = on(
        &path,
        "simulate",
        &["--partnership", "p5", "--draws", "1000"],
    );
    for said in [
        "1,000 draws, seed 1, 5 inputs with a range",
        "Liaison board (p5)",
        "Net present social value",
        "Half the board",
        "in 8 of 10 draws",
        "Rank correlation",
    ] {
        assert!(text.out.contains(said), "{said}: {}", text.out);
    }
}

#[test]
fn the_same_seed_gives_the_same_bytes_with_any_number_of_threads() {
    let (folder, path) = with("simulate_same", REGISTER);
    let answer = |threads: &str, seed: &str| {
        let csv = folder.join(format!("{threads}-{seed}.csv"));
        let output = Command::new(env!("CARGO_BIN_EXE_fruitful-cli"))
            .env("RAYON_NUM_THREADS", threads)
            .arg("simulate")
            .arg(&path)
            .args(["--json", "--draws", "3000", "--seed", seed, "--csv"])
            .arg(&csv)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0));
        (output.stdout, fs::read(csv).unwrap())
    };
    let one = answer("1", "1");
    assert_eq!(one, answer("8", "1"));
    assert_ne!(one, answer("8", "2"));
}

/// The header and the columns of a file of draws.
fn read(csv: &Path) -> (Vec<String>, Vec<Vec<f64>>) {
    let mut reader = csv::Reader::from_path(csv).unwrap();
    let header: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(ToOwned::to_owned)
        .collect();
    let mut columns = vec![Vec::new(); header.len()];
    for row in reader.records() {
        for (column, cell) in columns.iter_mut().zip(row.unwrap().iter()) {
            column.push(if cell.is_empty() {
                f64::NAN
            } else {
                cell.parse().unwrap()
            });
        }
    }
    (header, columns)
}

fn mean(column: &[f64]) -> f64 {
    let n = f64::from(u32::try_from(column.len()).unwrap());
    column.iter().sum::<f64>() / n
}

#[test]
fn the_rows_of_draws_are_those_that_the_figures_are_of() {
    let (folder, path) = with("simulate_csv", REGISTER);
    let csv = folder.join("draws.csv");
    // More than one block is held at a time.
    let draws = 80_000;
    let asked = [
        "--json",
        "--partnership",
        "p5",
        "--draws",
        "80000",
        "--csv",
        csv.to_str().unwrap(),
    ];
    let found = json(&on(&path, "simulate", &asked));
    let (header, columns) = read(&csv);
    assert_eq!(
        header,
        [
            "draw",
            "g3/amount",
            "m6/length",
            "a7/preparation",
            "i8/actual",
            "be9/amount",
            "p5/annual-cost/full",
            "p5/annual-cost/exhibit2",
            "p5/achievement",
            "p5/cost-per-point/full",
            "p5/worth/pvc",
            "p5/worth/pvb",
            "p5/worth/npsv",
            "p5/worth/bcr",
            "p5/worth/option/op13/npsv",
            "p5/worth/option/op13/incremental-npsv",
        ]
    );
    assert!(columns.iter().all(|it| it.len() == draws));
    let numbers = columns[0].iter().enumerate();
    assert!(numbers.fold(true, |all, (n, it)| all
        && *it == f64::from(u32::try_from(n + 1).unwrap())));
    let one = &found["partnerships"][0];
    let check = |at: usize, figure: &Value| {
        let (rows, said) = (mean(&columns[at]), number(&figure["mean"]));
        assert!(
            (rows - said).abs() < 1e-6 * said.abs(),
            "{}: {rows} {said}",
            header[at]
        );
    };
    check(6, &one["annual_cost"]["full"]);
    check(8, &one["score"]);
    check(12, &one["npsv"]);
    check(13, &one["bcr"]);
    check(15, &one["options"][0]["incremental_npsv"]);
    // 12 meetings × 8 people × (length + preparation) × pay, by hand from each row's own inputs.
    for row in (0..draws).step_by(7_919) {
        let of = |column: usize| columns[column][row];
        let cost = 12.0 * 8.0 * (of(2) + of(3)) * of(1);
        assert!((cost - of(6)).abs() < 1e-4, "{row}: {cost} {}", of(6));
        assert!((of(11) - of(10) - of(12)).abs() < 1e-4);
        assert!((40.0..=55.0).contains(&of(1)) && (1.0..=4.0).contains(&of(2)));
    }
}

#[test]
fn the_draws_of_all_have_each_partnerships_figures_and_no_cell_is_a_formula() {
    let (folder, path) = with("simulate_csv_all", REGISTER);
    let csv = folder.join("draws.csv");
    fs::write(&csv, "old").unwrap();
    let answer = on(
        &path,
        "simulate",
        &["--draws", "200", "--csv", csv.to_str().unwrap()],
    );
    assert_eq!(answer.code, 0);
    let (header, columns) = read(&csv);
    assert_eq!((header.len(), columns[0].len()), (17, 200));
    assert_eq!(header[1], "p5/annual-cost/full");
    assert_eq!(header[9], "p10/annual-cost/full");
    assert!(columns[9].iter().all(|it| *it == 9_000.0));
    // The group has no score.
    assert!(columns[11].iter().all(|it| it.is_nan()));
    let text = fs::read_to_string(&csv).unwrap();
    for cell in text.split([',', '\n']) {
        let is_figure = cell.parse::<f64>().is_ok();
        assert!(
            is_figure || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{cell}"
        );
    }
    assert_eq!(files(&folder), ["a.ron", "draws.csv"]);
}

#[test]
fn bad_arguments_are_refused_in_plain_words() {
    let (folder, path) = with("simulate_refused", REGISTER);
    let before = fs::read(&path).unwrap();
    let check = |rest: &[&str], said: &str| {
        for command in if said.contains("no partnership") {
            ["simulate", "sensitivity", "switching"].as_slice()
        } else {
            ["simulate"].as_slice()
        } {
            let answer = on(&path, command, rest);
            assert_eq!(
                (answer.code, answer.out.as_str()),
                (2, ""),
                "{command} {rest:?}"
            );
            assert!(answer.err.contains(said), "{rest:?}: {}", answer.err);
        }
    };
    for draws in [
        "0", "99", "-5", "10000000", "1000001", "1e3", "NaN", "", "many",
    ] {
        check(
            &["--draws", draws],
            "Try a whole number from 100 to 1,000,000",
        );
    }
    for seed in ["-1", "NaN", "1.5", "4294967296", ""] {
        check(
            &["--seed", seed],
            "Try a whole number from 0 to 4,294,967,295",
        );
    }
    check(
        &["--partnership", "p99"],
        "The register has no partnership p99",
    );
    check(&["--csv", path.to_str().unwrap()], "is the register itself");
    let nowhere: PathBuf = folder.join("none").join("x.csv");
    check(
        &["--csv", nowhere.to_str().unwrap(), "--draws", "100"],
        "Cannot write",
    );
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(files(&folder), ["a.ron"]);
}

#[test]
fn a_table_of_gigabytes_is_refused_before_it_is_drawn() {
    let partnerships: Vec<String> = (2..10).map(|n| format!(r#"(id: "p{n}")"#)).collect();
    let body = format!("partnerships: [{}],", partnerships.join(", "));
    let (folder, path) = with(
        "simulate_large",
        &format!("settings: (base_year: \"2026/27\"),\n{body}"),
    );
    let csv = folder.join("x.csv");
    let asked = ["--draws", "1000000", "--csv", csv.to_str().unwrap()];
    let answer = on(&path, "simulate", &asked);
    assert_eq!(answer.code, 2);
    // 8 partnerships × 8 figures and the number of the draw: 65 columns; 50,000,000 ÷ 65 = 769,230.8.
    assert_eq!(
        answer.err,
        "1,000,000 draws of 65 columns are 65,000,000 cells, and a table of draws holds at most 50,000,000. \
         Ask for 769,230 draws or fewer, or for one partnership with --partnership\n"
    );
    assert_eq!(files(&folder), ["a.ron"]);
}

#[test]
fn without_ranges_it_says_how_to_type_one() {
    let (_folder, path) = with("doubt_sure", SURE);
    let said = on(&path, "simulate", &[]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(
        said.out
            .starts_with("100 draws, seed 1, no inputs with a range\n"),
        "{}",
        said.out
    );
    assert!(
        said.out
            .contains("The register asks for 5 draws; 100 to 1,000,000 can be drawn, so 100 were.")
    );
    assert!(
        said.out
            .contains("Type a range in place of a figure that is in doubt, such as 40..50..75")
    );
    let found = json(&on(&path, "simulate", &["--json"]));
    assert_eq!(
        (&found["draws"], &found["draws_in_register"]),
        (&100.into(), &5.into())
    );
    assert_eq!(
        found["partnerships"][0]["npsv"].as_object().unwrap().len(),
        1
    );
    // An argument is as asked.
    let found = json(&on(&path, "simulate", &["--json", "--draws", "150"]));
    assert_eq!(found["draws"], 150);
    assert!(found.get("draws_in_register").is_none());
    let said = on(&path, "sensitivity", &[]);
    assert_eq!(said.code, 0);
    assert!(
        said.out.contains("no facts with a range") && said.out.contains("Type a range"),
        "{}",
        said.out
    );
    let said = on(&path, "switching", &[]);
    assert!(
        said.out.contains("None of its benefits has a price"),
        "{}",
        said.out
    );
}

/// By hand at the ends: 96 people-meetings × (length + 1 h) × £45: 1 h £8,640, 4 h £21,600.
#[test]
fn sensitivity_lists_the_widest_swing_first_and_what_cannot_move_it() {
    let (_folder, path) = with("sensitivity", REGISTER);
    let answer = on(&path, "sensitivity", &["--json", "--partnership", "p5"]);
    in_order(
        &answer.out,
        &[
            "schema",
            "program",
            "method",
            "guidance",
            "year",
            "partnership",
            "n_facts",
            "tornadoes",
            "figure",
            "central",
            "bars",
            "name",
            "inputs",
            "at_low",
            "at_high",
            "swing",
            "idle",
        ],
    );
    let found = json(&answer);
    let figures = found["tornadoes"].as_array().unwrap();
    let keys: Vec<&str> = figures
        .iter()
        .map(|it| it["figure"].as_str().unwrap())
        .collect();
    assert_eq!(keys, ["npsv", "annual_cost", "bcr", "cost_per_point"]);
    let cost = &figures[1];
    let length = &cost["bars"][0];
    assert_eq!(length["name"], "Length of Board");
    assert_eq!(
        (&length["at_low"], &length["at_high"]),
        (&"8640".into(), &"21600".into())
    );
    assert_eq!(length["swing"], "12960");
    assert_eq!(
        cost["idle"],
        serde_json::json!(["Actual of Burglaries", "Amount of Fewer burglaries"])
    );
    for figure in figures {
        let bars = figure["bars"].as_array().unwrap();
        let swings: Vec<f64> = bars.iter().map(|it| number(&it["swing"])).collect();
        assert!(swings.is_sorted_by(|a, b| a >= b));
    }
    let text = on(&path, "sensitivity", &[]).out;
    assert!(
        text.starts_with("All partnerships together: 5 facts with a range"),
        "{text}"
    );
    assert!(text.contains("Length of Board, Liaison board"), "{text}");
    assert!(
        text.contains("Cannot move it: Actual of Burglaries, Liaison board"),
        "{text}"
    );
}

#[test]
fn switching_says_what_would_have_to_happen() {
    let (_folder, path) = with("switching", REGISTER);
    let answer = on(&path, "switching", &["--json"]);
    in_order(
        &answer.out,
        &[
            "schema",
            "program",
            "method",
            "guidance",
            "year",
            "partnerships",
            "id",
            "name",
            "npsv",
            "is_priced",
            "inputs",
            "id",
            "name",
            "unit",
            "value",
            "switching",
            "value",
            "change",
            "looked",
            "low",
            "high",
            "moves",
            "words",
        ],
    );
    let found = json(&answer);
    let board = &found["partnerships"][0];
    let inputs = board["inputs"].as_array().unwrap();
    let length = inputs.iter().find(|it| it["id"] == "m6/length").unwrap();
    // £20,000 = 96 × (length + 1 h) × £45: length = 20,000 ÷ 4,320 − 1 = 3.629 629… h, 3 h 37.8 min; both flow every year.
    let value = number(&length["switching"][0]["value"]);
    assert!((value - 3.629_629_629_6).abs() < 1e-8, "{value}");
    assert_eq!(
        length["words"],
        "Length of Board would have to rise from 2 h to 3 h 38 min before the costs outweigh the benefits."
    );
    // 3.629 6 ÷ 2 − 1.
    assert!((number(&length["switching"][0]["change"]) - 0.814_814_814_8).abs() < 1e-8);
    let text = on(&path, "switching", &["--partnership", "p5"]).out;
    for said in [
        "Length of Board",
        "3 h 38 min",
        "+81.5%",
        "before the costs outweigh the benefits.",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("Town group"));
}
