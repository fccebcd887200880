//! The command line as scripts use it: exit codes, the order of keys, and the wording of problems.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::folder::Folder;
use crate::support::registers::file;

/// A board whose travel is not known, and a group with a wrong weight.
const REGISTER: &str = r#"
  settings: (title: "Ashmere", base_year: "2026/27"),
  partners: [(id: "o1", name: "Ashmere Council", is_us: true), (id: "o2", name: "Ashmere NHS Trust")],
  grades: [(id: "g3", name: "Grade 7", pay: HourlyCost, amount: "45"), (id: "g4", name: "Manager", amount: "40000", is_senior: true)],
  partnerships: [
    (id: "p5", name: "Liaison board", members: ["o1", "o2"], meetings: [
      (id: "m6", name: "Board", times_a_year: "12", length: "1h 30m", attendees: [
        (id: "a7", partner: "o1", grade: "g3", number: "3", preparation: "0"),
      ])],
      indicators: [(id: "i8", name: "Burglaries", baseline: "200", target: "150", actual: "170")]),
    (id: "p9", name: "Town\ngroup", members: ["o2"], cash_lines: [
      (id: "c10", name: "Budget", amount: "9000", partner: "o2", purpose: Running)],
      posts: [(id: "s11", name: "Co-ordinator", partner: "o1", grade: "g4", fte: "0.5", purpose: Programme)],
      judgements: [(id: "j12", name: "Results", score: "30")]),
  ],"#;

pub(crate) struct Answer {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

pub(crate) fn run(args: &[&str]) -> Answer {
    let output = Command::new(env!("CARGO_BIN_EXE_fruitful-cli"))
        .args(args)
        .output()
        .unwrap();
    Answer {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with `a.ron`, a register of these fields.
pub(crate) fn with(test: &str, body: &str) -> (Folder, PathBuf) {
    let folder = Folder::new(test);
    let path = folder.join("a.ron");
    fs::write(&path, file(body)).unwrap();
    (folder, path)
}

pub(crate) fn on(path: &Path, command: &str, rest: &[&str]) -> Answer {
    let mut args = vec![command, path.to_str().unwrap()];
    args.extend(rest);
    run(&args)
}

fn keys(value: &Value) -> Vec<&str> {
    let object = value.as_object().unwrap();
    object.keys().map(String::as_str).collect()
}

#[test]
fn the_json_of_appraise_keeps_its_keys_in_order() {
    let (_folder, path) = with("json", REGISTER);
    let answer = on(&path, "appraise", &["--json"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    // Numbers of a parsed object lose their order, so the text is read for it.
    let in_order = [
        "schema",
        "program",
        "method",
        "guidance",
        "basis",
        "year",
        "partnerships",
        "id",
        "name",
        "model",
        "annual_cost",
        "exhibit2",
        "full",
        "by_class",
        "direct",
        "opportunity",
        "in_kind",
        "by_category",
        "meetings",
        "preparation",
        "travel",
        "expenses",
        "between_meetings",
        "staff",
        "secondments",
        "direct",
        "in_kind",
        "by_partner",
        "o1",
        "unassigned",
        "by_grade",
        "g3",
        "hours",
        "cost",
        "non_staff",
        "programme_spend",
        "incomplete",
        "hours",
        "meetings",
        "all",
        "achievement",
        "score",
        "low",
        "high",
        "known_weight",
        "cost_per_point",
    ];
    let mut at = 0;
    for key in in_order {
        let key = format!("\"{key}\": ");
        let found = answer.out[at..].find(&key);
        at += found.unwrap_or_else(|| panic!("{key} after {at}")) + key.len();
    }
    let json: Value = serde_json::from_str(&answer.out).unwrap();
    let board = &json["partnerships"][0];
    assert_eq!(board["annual_cost"]["full"], "2430");
    assert_eq!(board["by_partner"]["o1"], "2430");
    assert_eq!(board["incomplete"], serde_json::json!(["a7"]));
    assert_eq!(board["cost_per_point"], "40.5");
    let group = &json["partnerships"][1];
    assert_eq!(group["programme_spend"], "26625");
    assert!(group.get("incomplete").is_none());
    assert_eq!(group["cost_per_point"], "300");
    let portfolio = &json["portfolio"];
    assert_eq!(portfolio["annual_cost"]["exhibit2"], "11430");
    assert_eq!(portfolio["ours"], "2430");
    assert_eq!(portfolio["count"], 2);
    assert_eq!(
        keys(&json["queries"][0]),
        ["hint", "message", "record", "severity"]
    );
}

#[test]
fn the_json_follows_the_basis_and_the_year() {
    let (_folder, path) = with("basis", REGISTER);
    let answer = on(
        &path,
        "appraise",
        &["--json", "--basis", "exhibit2", "--year", "2024/25"],
    );
    let json: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!(
        (&json["basis"], &json["year"]),
        (&"exhibit2".into(), &"2024/25".into())
    );
    assert!(json["partnerships"][0].get("incomplete").is_none());
    // 52,264.20 × 0.5: National Insurance is that of the year.
    assert_eq!(json["partnerships"][1]["programme_spend"], "26132.1");
    assert_eq!(json["portfolio"]["frontier"], serde_json::json!(["p5"]));
    assert_eq!(json["portfolio"]["dominated"]["p9"], "p5");
}

#[test]
fn appraise_prints_a_table_that_fits_a_terminal() {
    let (_folder, path) = with("table", REGISTER);
    let answer = on(&path, "appraise", &["--date", "2026-11-22"]);
    assert!(answer.out.lines().all(|line| line.chars().count() <= 100));
    assert_snapshot!(answer.out, @r#"
    Ashmere · Full cost, 2026/27

    2 partnerships · at least £11k a year to all partners, at least £2.4k of it ours

    21% of the known cost is people’s time; £27k is spent on programmes beside it.
    All are scored; the middle score is 45 of 100 towards their own targets. No benefit has a price
    yet.
    One has a cost that is not known in full.

    What do we spend?
      To all partners     at least £11k  running cost
      Ours               at least £2.4k  what we bear
      Direct                        £9k  money paid
      Time               at least £2.4k  54 h in all
      In kind                        £0  gifts, unpaid time
      Senior days                     0  of senior grades
      Programmes, apart            £27k  services, projects

    What do we get?
      Middle score      45  of 100, own targets
      Scored        2 of 2  enough is known
      With a price  0 of 2  a benefit in pounds

    Which need a decision?
      Cost not known in full  1  Liaison board

    Cost most a year
      Town group              £9,000
      Liaison board  at least £2,430

    Achieve least, of 100 points towards their own targets
      Town group     30
      Liaison board  60

    Partnership            Cost a year  Hours  Score       A point
    Town group                  £9,000      0     30          £300
    Liaison board      at least £2,430     54     60  at least £41
    All partnerships  at least £11,430     54

    Queries: 2 warnings, 2 notes
    "#);
}

#[test]
fn check_prints_one_query_a_line_errors_first() {
    let (_folder, path) = with("check", &REGISTER.replace("\"30\"", "\"130\""));
    let answer = on(&path, "check", &[]);
    assert_eq!(answer.code, 1, "the register has an error");
    assert_snapshot!(answer.out, @r#"
    error  Town group › Results › Score [j12/score]  Score is not between 0 and 100  Type a score between 0 and 100
    warning  Liaison board › Board: 3 × Grade 7, Ashmere Council › Travel [a7/travel]  Travel is not known  Type it, or 0 if there is none; until then totals are "at least"
    warning  Town group › Meetings [p9/meetings]  No meetings are entered  Every partnership has a body that decides; add its board or steering group
    note  Grade 7 › Amount [g3/amount]  A typed cost an hour has no source  Say where it comes from, so that an auditor can follow it
    note  Town group › Results › Scorer [j12/scorer]  Nobody is named as having scored this  Type the post or panel that scored it
    "#);
}

#[test]
fn money_spent_after_the_end_raises_a_query() {
    let body = r#"settings: (base_year: "2026/27"), partners: [(id: "o1", name: "Us", is_us: true)],
    partnerships: [(id: "p2", name: "Ended", end: "2025-03-31", members: ["o1"], cash_lines: [
      (id: "c3", name: "Launch", kind: OneOff, amount: "5000", partner: "o1", year: "2026/27", purpose: Running)])]"#;
    let (_folder, path) = with("ended", body);
    let answer = on(&path, "check", &[]);
    assert!(
        answer
            .out
            .contains("[c3/year]  This is spent after the partnership has ended"),
        "{}",
        answer.out
    );
}

#[test]
fn a_register_without_errors_exits_with_nought() {
    let (_folder, path) = with("clean", REGISTER);
    for command in ["check", "appraise"] {
        assert_eq!(on(&path, command, &[]).code, 0);
    }
}

#[test]
fn every_command_on_a_register_says_that_it_has_errors() {
    let (folder, path) = with("errors", &REGISTER.replace("\"30\"", "\"130\""));
    let out = folder.join("x.svg");
    let chart = ["--chart", "exhibit-2", "--out", out.to_str().unwrap()];
    assert_eq!(on(&path, "appraise", &[]).code, 1);
    assert_eq!(on(&path, "explain", &["p9/achievement"]).code, 1);
    assert_eq!(on(&path, "chart", &chart).code, 1);
    assert!(out.exists());
}

#[test]
fn explain_goes_down_to_what_was_typed_and_published() {
    let (_folder, path) = with("explain", REGISTER);
    let answer = on(&path, "explain", &["p5/annual-cost/full"]);
    assert_snapshot!(answer.out, @r#"
    Liaison board: annual cost, full cost, 2026/27  at least £2,430.00  = sum of 3 parts
      Time in meetings  £2,430.00  = one part
        Board: 3 × Grade 7, Ashmere Council  £2,430.00  = hours × hourly cost
          Hours  54 h  = people attending × length of the meetings in the year
            People attending  3  = number × Attendance, all meetings
              Number  3  typed, a7/number
              Attendance, all meetings  100%
            Length of the meetings in the year  18 h  = length × times a year
              Length  1.5 h  typed, m6/length
              Times a year  12  typed, m6/times_a_year
          Hourly cost  £45.00  = amount ÷ 1 hour
            Amount  £45.00  typed, g3/amount
            1 hour  1 h
      Preparation  £0.00  = one part
        Board: 3 × Grade 7, Ashmere Council  £0.00  = hours × hourly cost
          Hours  0 h  = people attending × preparation × times a year
            People attending  3  = number × Attendance, all meetings  (as above)
            Preparation  0 h  typed, a7/preparation
            Times a year  12  typed, m6/times_a_year
          Hourly cost  £45.00  = amount ÷ 1 hour  (as above)
      Travel time  at least £0.00  = one part
        Board: 3 × Grade 7, Ashmere Council  not known  a part of this is not entered
    "#);
    let answer = on(&path, "explain", &["g4/hourly-cost"]);
    assert_snapshot!(answer.out, @r#"
    Hourly cost: Manager  £33.99  = loaded cost a year ÷ productive hours a year
      Loaded cost a year  £53,250.00  = employment cost + overheads
        Employment cost  £53,250.00  = amount + on-costs
          Amount  £40,000.00  typed, g4/amount
          On-costs  £13,250.00  = employer NI + employer pension + apprenticeship levy
            Employer NI  £5,250.00  = (the larger of (amount − employer NI threshold, 2026/27) and 0) × employer NI rate, 2026/27
              the larger of (amount − employer NI threshold, 2026/27) and 0  £35,000.00
                amount − employer NI threshold, 2026/27  £35,000.00
                  Amount  £40,000.00  typed, g4/amount
                  Employer NI threshold, 2026/27  £5,000.00  HM Revenue and Customs, rates and thresholds for employers 2026 to 2027 (2026-04-06; official)
              Employer NI rate, 2026/27  15%  HM Revenue and Customs, rates and thresholds for employers 2026 to 2027 (2026-04-06; official)
            Employer pension  £8,000.00  = amount × employer pension rate
              Amount  £40,000.00  typed, g4/amount
              Employer pension rate  20%  Local Government Pension Scheme, typical; rates differ by employer and valuation, check your own (2026-04-01; convention, check against your own guidance)
            Apprenticeship levy  £0.00  = amount × apprenticeship levy
              Amount  £40,000.00  typed, g4/amount
              Apprenticeship levy  0%  Off; 0.5% where the pay bill is over £3m (2026-04-01; convention, check against your own guidance)
        Overheads  £0.00  = employment cost × overheads
          Employment cost  £53,250.00  = amount + on-costs  (as above)
          Overheads  0%  None assumed; type your own (2026-04-01; convention, check against your own guidance)
      Productive hours a year  1,566.58 h  = (productive days × hours a week) ÷ Days in a week
        productive days × hours a week  7,832.9 h
          Productive days  211.7  = working days in a year − days of leave − bank holidays − days of training − days of sickness
            Working days in a year  260.7  Published convention of 260.7 weekdays a year (2026-04-01; convention, check against your own guidance)
            Days of leave  28  Common practice; check against your own terms (2026-04-01; convention, check against your own guidance)
            Bank holidays  8  Bank holidays in England (2026-04-01; convention, check against your own guidance)
            Days of training  5  Common practice; check against your own records (2026-04-01; convention, check against your own guidance)
            Days of sickness  8  Common practice; check against your own records (2026-04-01; convention, check against your own guidance)
          Hours a week  37 h  National Joint Council standard working week (2026-04-01; official)
        Days in a week  5
    "#);
}

#[test]
fn every_figure_that_is_listed_can_be_explained() {
    let (_folder, path) = with("figures", REGISTER);
    let json: Value =
        serde_json::from_str(&run(&["list", "figures", path.to_str().unwrap(), "--json"]).out)
            .unwrap();
    let figures = json.as_array().unwrap();
    assert!(figures.len() > 100, "{}", figures.len());
    for figure in figures.iter().step_by(9) {
        let id = figure["id"].as_str().unwrap();
        let answer = on(&path, "explain", &[id]);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{id}");
        assert!(!answer.out.is_empty());
    }
}

#[test]
fn what_is_not_there_exits_with_two_and_says_so_on_standard_error() {
    let (_folder, path) = with("unknown", REGISTER);
    for figure in [
        "p99/annual-cost/full",
        "p5/record/c10/full",
        "p5/partner/o9/full",
        "portfolio/achievement",
        "g9/hourly-cost",
        "p5/cost",
    ] {
        let answer = on(&path, "explain", &[figure]);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{figure}");
        assert!(answer.err.contains(figure), "{}", answer.err);
    }
    for args in [
        &["--chart", "pie", "--out", "x.svg"][..],
        &["--chart", "exhibit-2", "--out", "x.doc"],
        &[
            "--chart",
            "exhibit-2",
            "--out",
            "x.svg",
            "--partnership",
            "p1",
        ],
        &[
            "--chart",
            "health",
            "--out",
            "x.svg",
            "--partnership",
            "p99",
        ],
        &["--chart", "exhibit-2", "--out", "/nowhere/x.svg"],
        &["--chart", "exhibit-2", "--out", "x.svg", "--width-mm", "5"],
    ] {
        let answer = on(&path, "chart", args);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?}");
    }
    for args in [
        &[][..],
        &["appraise"],
        &["appraise", "a.ron", "--year", "2026"],
        &["appraise", "a.ron", "--basis", "half"],
        &["list", "figures"],
        &["frobnicate"],
    ] {
        let answer = run(args);
        assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?}");
        assert!(!answer.err.is_empty());
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named_with_its_place() {
    let (folder, path) = with("place", &REGISTER.replace("length", "lenght"));
    let answer = on(&path, "check", &[]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""));
    let folder_name = path.parent().unwrap().to_str().unwrap();
    assert_snapshot!(answer.err.replace(folder_name, "FOLDER"), @r#"
    FOLDER/a.ron:9:53: partnerships[0] › meetings[0] › lenght: there is no field called "lenght"
      Hint: Did you mean length?
    "#);
    let missing = folder.join("b.ron");
    let answer = on(&missing, "appraise", &[]);
    assert_eq!(answer.code, 2);
    assert_snapshot!(answer.err.replace(folder_name, "FOLDER"), @r#"
    FOLDER/b.ron: there is no such file or folder
      Hint: Check the name, and that you may read the file.
    "#);
}

#[test]
fn help_and_version_are_answers() {
    for args in [&["--help"][..], &["--version"], &["appraise", "--help"]] {
        let answer = run(args);
        assert_eq!((answer.code, answer.err.as_str()), (0, ""), "{args:?}");
        assert!(!answer.out.is_empty());
    }
    assert_eq!(
        run(&["--version"]).out,
        format!("fruitful-cli {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn factors_are_listed_year_by_year_to_five_hundred() {
    let json: Value = serde_json::from_str(&run(&["list", "factors", "--json"]).out).unwrap();
    let factor = |year: usize| json[year]["factor"].as_str().unwrap().to_owned();
    // Three schedules, each from year 0 to 500.
    assert_eq!(json.as_array().unwrap().len(), 3 * 501);
    assert_eq!(json[501]["schedule"], "health");
    assert_eq!(json[1002]["schedule"], "lower");
    // By hand: 1 ÷ 1.035 = 0.96618…; its thirtieth power; then ÷ 1.03.
    assert_eq!(factor(0), "1");
    assert_eq!(factor(1), "0.9661835749");
    assert_eq!(factor(30), "0.3562784106");
    assert_eq!(factor(31), "0.3459013695");
    assert_eq!(json[500]["rate"], "0.01");
}

#[test]
fn grades_charts_and_formats_are_listed() {
    let (_folder, path) = with("lists", REGISTER);
    let grades = run(&["list", "grades", path.to_str().unwrap()]);
    assert_snapshot!(grades.out, @r#"
    Grade    Id       Typed      NI  Pension  Employment   Loaded  Hours  An hour
    Grade 7  g3      £45.00                               £70,496  1,567   £45.00
    Manager  g4  £40,000.00  £5,250   £8,000     £53,250  £53,250  1,567   £33.99
    "#);
    let charts = run(&["list", "charts"]).out;
    for id in [
        "exhibit-2",
        "cash-flow",
        "benefits-by-class",
        "who-gains",
        "options",
    ] {
        assert!(charts.contains(&format!("{id}  ")), "{charts}");
    }
    assert!(run(&["list", "formats"]).out.contains("svg  "));
}

#[test]
fn the_health_check_is_listed_and_drawn_of_one() {
    let health = r#"health: [(id: "ha21", question: "h1", answer: Yes, evidence: "Minute 3")],
        risks: [(id: "ri22", name: "Grant ends", owner: "Clerk", likelihood: "3", impact: "4")], meetings: ["#;
    let text = REGISTER.replacen("meetings: [", health, 1);
    let (folder, path) = with("health", &text);
    let answer = run(&["list", "health", path.to_str().unwrap()]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_snapshot!(answer.out, @r"
    Partnership       Asked  Yes  Partly  No  Not needed  Not known  Risks
    Liaison board        31    3       2   0           0         26      1
    Town group           31    0       3   1           0         27      0
    All partnerships     62    3       5   1           0         53

    p5  Liaison board: 5 of 31 questions answered; 28 open: 2–19, 22–28, agreement, accountable body, complaints.
    p9  Town group: No answer is typed yet; 31 questions are asked.

    Governance is asked in proportion to the money at stake; questions 20 to 23 are answered from the figures.
    The health check is no part of the achievement score; --json has every question.
    ");
    let json = run(&["list", "health", path.to_str().unwrap(), "--json"]).out;
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let (one, first) = (&json[0], &json[0]["questions"][0]);
    assert_eq!(first["key"], "h1");
    assert_eq!(first["answer"], "yes");
    assert_eq!(one["risks"][0]["score"], "12");
    assert_eq!(one["questions"].as_array().unwrap().len(), 38);
    let out = folder.join("health.svg");
    let args = ["--chart", "health", "--partnership", "p5", "--out"];
    let args = [&args[..], &[out.to_str().unwrap()]].concat();
    assert_eq!(on(&path, "chart", &args).code, 0);
    let svg = fs::read_to_string(&out).unwrap();
    assert!(svg.contains("Working well") && svg.contains("Liaison board"));
    assert!(
        run(&["list", "charts"])
            .out
            .contains("of one with --partnership")
    );
}

#[test]
fn assumptions_are_listed_most_money_at_risk_first() {
    let (_folder, path) = with("assumptions", REGISTER);
    let file = path.to_str().unwrap();
    let answer = run(&["list", "assumptions", file]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_snapshot!(answer.out, @r#"
    12 figures were typed. £38k a year rests on 8 of them without a source.

    Figure                             Id                    Value  Source  Grade  Money a year  At risk
    Amount, Manager, All partnerships  g4/amount        £40,000.00  none        —       £26,625  £10,650
    FTE, Co-ordinator, Town group      s11/fte             0.5 FTE  none        —       £26,625  £10,650
    Amount, Budget, Town group         c10/amount        £9,000.00  none        —        £9,000   £3,600
    Amount, Grade 7, All partnerships  g3/amount            £45.00  none        —        £2,430     £972
    Length, Board, Liaison board       m6/length             1.5 h  none        —        £2,430     £972
    Times a year, Board, Liaison boa…  m6/times_a_year          12  none        —        £2,430     £972
    Number, Board: 3 × Grade 7, Ashm…  a7/number                 3  none        —        £2,430     £972
    Preparation, Board: 3 × Grade 7,…  a7/preparation          0 h  none        —            £0       £0
    Actual, Burglaries, Liaison board  i8/actual               170  none        —             —        —
    Baseline, Burglaries, Liaison bo…  i8/baseline             200  none        —             —        —
    Target, Burglaries, Liaison board  i8/target               150  none        —             —        —
    Score, Results, Town group         j12/score                30  none        —             —        —
    "#);
    let json: Value =
        serde_json::from_str(&run(&["list", "assumptions", file, "--json"]).out).unwrap();
    assert_eq!(
        keys(&json[0]),
        ["field", "id", "money", "money_at_risk", "record", "value"]
    );
    // The post is half of £53,250 a year.
    assert_eq!(json[0]["id"], "g4/amount");
    assert_eq!(json[0]["money"], "26625");
    assert_eq!(json[0]["money_at_risk"], "10650");
}

#[test]
fn time_is_listed_senior_people_first() {
    let body = REGISTER.replace("purpose: Programme", "purpose: Running");
    let (_folder, path) = with("time", &body);
    let file = path.to_str().unwrap();
    let answer = run(&["list", "time", file]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_snapshot!(answer.out, @r#"
    Senior people give 106 days a year to 1 partnership, at a cost of £27k. One senior grade gives half of its year or more.

    Grade, body                        Meetings  Between  Posts   Days       Cost  Of a year
    Manager (senior), Ashmere Council                       783    106    £26,625  50%
    Grade 7, Ashmere Council                 54                  ≥ 7.3   ≥ £2,430  3%
    Senior time                                             783    106    £26,625
    All time                                 54             783  ≥ 113  ≥ £29,055

    Days are of all time, preparing and travel too; --json has the hours of each. A share of a year
    is of the grade’s posts, or as if of one where their number is not typed.
    "#);
    let json: Value = serde_json::from_str(&run(&["list", "time", file, "--json"]).out).unwrap();
    // Half a post: 0.5 × 1,566.58 h; ÷ 7.4 h a day.
    assert_eq!(json[0]["hours_by_use"]["posts"], "783.29");
    assert_eq!(json[0]["days"], "105.85");
    assert_eq!(json[0]["share_of_year"], "0.5");
    assert_eq!(json[0]["weight"], "half");
    assert_eq!(json[0]["largest"][0]["id"], "p9");
    // What a click on the row shows.
    let basis = on(&path, "explain", &["portfolio/grade/g4/full"]);
    assert_eq!((basis.code, basis.err.as_str()), (0, ""));
    let first = basis.out.lines().next().unwrap();
    assert!(
        first.starts_with("Time of Manager, full cost, 2026/27  £26,625.00"),
        "{first}"
    );
    assert_eq!(on(&path, "explain", &["portfolio/grade/g99/full"]).code, 2);
}

/// 5 meetings (2 to 9) of 1 h of one person at £20 is £100, £40 to £180; and £300 in cash.
#[test]
fn doubt_is_listed_with_the_facts_that_would_narrow_it() {
    let body = r#"settings: (base_year: "2026/27"), partners: [(id: "o1", name: "Us", is_us: true)],
        grades: [(id: "g2", name: "Officer", pay: HourlyCost, amount: "20")], partnerships: [
        (id: "p3", name: "Doubted", members: ["o1"], cash_lines: [(id: "c4", name: "Rent", amount: "300", partner: "o1")],
            meetings: [(id: "m5", name: "Board", times_a_year: (value: "5", low: "2", high: "9"), length: "1",
                attendees: [(id: "a6", partner: "o1", grade: "g2", number: "1", preparation: "0", travel: "0")])]),
        (id: "p7", name: "Sure", members: ["o1"], cash_lines: [(id: "c8", name: "Fees", amount: "50", partner: "o1")])],"#;
    let (_folder, path) = with("doubt", body);
    let file = path.to_str().unwrap();
    let answer = run(&["list", "doubt", file]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_snapshot!(answer.out, @r"
    Partnership  Id   Low  Full cost  High  What would narrow it most
    Doubted      p3  £340       £400  £480  Times a year of Board
    Sure         p7     —        £50     —  —
    ");
    let json: Value = serde_json::from_str(&run(&["list", "doubt", file, "--json"]).out).unwrap();
    assert_eq!(json[0]["full"]["low"], "340");
    assert_eq!(json[0]["full"]["central"], "400");
    assert_eq!(json[0]["full"]["high"], "480");
    assert_eq!(json[0]["facts"][0]["inputs"][0], "m5/times_a_year");
    assert_eq!(json[1]["full"]["central"], "50");
    assert_eq!(json[1]["full"].get("low"), None);
}

/// Hand working: `sample_data/README.md`. The Trust keeps £21,300 of the team leader and pays the stand-in's premium.
#[test]
fn a_statement_is_listed_for_one_partner() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_data/arrangements.ron");
    let answer = run(&["list", "statement", file, "--partner", "o5"]);
    assert_eq!((answer.code, answer.err.as_str()), (0, ""));
    assert_snapshot!(answer.out, @r"
    Eldmoor Community Fund bears £8.7k a year of 1 partnership: £8.7k in money, £0 in its people’s time (0 h), £0 given.
    Under the rules of sharing it would bear £8.3k: it bears £400 more than its share.

    Partnership              Bears   Money  Time  In kind  Its share  Beyond
    Eldmoor Wellbeing Fund  £8,663  £8,663    £0       £0     £8,263    £400
    All together            £8,663  £8,663    £0       £0     £8,263    £400
    ");
    let json: Value =
        serde_json::from_str(&run(&["list", "statement", file, "--json"]).out).unwrap();
    assert_eq!(json[0]["name"], "Safer Streets Team");
    assert_eq!(json[0]["borne"]["amount"], "36890");
    assert_eq!(json[0]["share"], "37795");
    assert_eq!(json[0]["beyond"], "-905");
    assert_eq!(
        run(&["list", "statement", file, "--partner", "o999"]).code,
        2
    );
    assert_eq!(run(&["list", "grades", file, "--partner", "o5"]).code, 2);
    assert_eq!(run(&["list", "statement"]).code, 2);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_problem() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fruitful-cli"))
        .args(["list", "factors"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(output.stderr.is_empty());
}

#[test]
fn the_samples_have_no_errors_and_every_chart_is_drawn() {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data");
    let folder = Folder::new("samples");
    for entry in fs::read_dir(samples).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "ron") {
            continue;
        }
        let answer = on(&path, "appraise", &[]);
        assert_eq!(
            (answer.code, answer.err.as_str()),
            (0, ""),
            "{}",
            path.display()
        );
        assert!(answer.out.contains("illustrative figures"));
        assert!(answer.out.lines().all(|line| line.chars().count() <= 100));
        for chart in ["exhibit-2", "cost-achievement", "health"] {
            let out = folder.join(format!("{chart}.svg"));
            let args = ["--chart", chart, "--out", out.to_str().unwrap()];
            assert_eq!(on(&path, "chart", &args).code, 0);
            assert!(fs::read_to_string(&out).unwrap().starts_with("<svg"));
        }
    }
}
