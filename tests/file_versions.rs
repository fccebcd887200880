//! Files of every version open for ever, and the samples are as the newest version writes them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use fruitful::costing::schedule::Total;
use fruitful::findings::findings::{Findings, Question, appraise};
use fruitful::guidance::edition::edition;
use fruitful::model::partnership::Model;
use fruitful::model::query::Severity;
use fruitful::model::register::Register;
use fruitful::store::header::FORMAT_VERSION;
use fruitful::store::read::{Opened, parse, read};
use fruitful::store::write::{save, to_text};
use fruitful::units::display;
use fruitful::units::id::Id;
use fruitful::units::quantity::{Money, Number, Rate};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name)
}

fn open(path: &Path) -> Opened {
    read(path).unwrap_or_else(|error| panic!("{error}. {}", error.hint()))
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_in(&path));
        } else if path.extension().is_some_and(|end| end == "ron") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn every_archived_file_opens_and_is_saved_as_the_newest() {
    let archive = files_in(&sample("archive"));
    assert!(archive.len() >= 2);
    for path in archive {
        let opened = open(&path);
        let folder = path.parent().unwrap().file_name().unwrap();
        let version = format!("v{}", opened.header.format_version);
        assert_eq!(
            folder.to_str(),
            Some(version.as_str()),
            "{}",
            path.display()
        );

        let name = path.file_name().unwrap().to_str().unwrap();
        let copy = std::env::temp_dir().join(format!("fruitful-{}-{name}", std::process::id()));
        save(&copy, &opened.register, None).unwrap();
        let again = open(&copy);
        fs::remove_file(&copy).unwrap();
        assert_eq!(again.header.format_version, FORMAT_VERSION);
        assert_eq!(again.register, opened.register);
    }
}

#[test]
fn a_file_of_the_first_format_is_the_register_that_it_was() {
    for name in ["small.ron", "borough.ron"] {
        let [first, second] = ["v1", "v2"].map(|version| {
            let opened = open(&sample("archive").join(version).join(name));
            assert_eq!(format!("v{}", opened.header.format_version), version);
            opened.register
        });
        assert_eq!(first, second, "{name}");
    }
}

#[test]
fn the_samples_are_as_the_newest_version_writes_them() {
    for (name, partnerships) in [
        ("small.ron", 3),
        ("arrangements.ron", 3),
        ("borough.ron", 15),
        ("county.ron", 60),
    ] {
        let path = sample(name);
        let register = open(&path).register;
        assert_eq!(register.partnerships.len(), partnerships);
        // The header names the version that wrote the file, which a release may leave behind.
        let body = |text: &str| text.split_once('\n').unwrap().1.to_owned();
        let bytes = fs::read_to_string(&path).unwrap();
        assert!(
            body(&to_text(&register).unwrap()) == body(&bytes),
            "{name} is not as the program writes it"
        );
        assert!(register.settings.is_illustrative, "{name}");
        assert_eq!(
            register.partners.iter().filter(|body| body.is_us).count(),
            1
        );
        check_ids(name, &register);
        check_partnerships(name, &register);
    }
}

#[test]
fn the_borough_has_every_model() {
    let register = open(&sample("borough.ron")).register;
    for model in Model::ALL {
        let models = register.partnerships.iter().map(|one| one.model);
        assert!(models.filter(|one| *one == model).count() >= 3);
    }
}

#[test]
fn a_sample_cut_short_anywhere_does_not_open() {
    let text = fs::read_to_string(sample("small.ron")).unwrap();
    let last = text.trim_end().len();
    for end in (0..last)
        .step_by(37)
        .filter(|end| text.is_char_boundary(*end))
    {
        let error = parse(&text[..end], "small.ron").unwrap_err();
        assert!(
            error.what().contains("ends too early") || end == 0,
            "{end}: {error}"
        );
    }
}

#[test]
fn the_samples_raise_no_error() {
    for name in ["small.ron", "arrangements.ron", "borough.ron", "county.ron"] {
        let findings = appraised(name);
        let errors: Vec<_> = findings
            .queries()
            .filter(|query| query.severity == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

/// The working is in `sample_data/README.md`.
#[test]
fn the_small_sample_costs_what_its_readme_works_out_by_hand() {
    let findings = appraised("small.ron");
    let expected = [
        (6_045, 3_720, Some(50)),
        (31_760, 30_880, Some(70)),
        (7_740, 5_500, None),
    ];
    assert_eq!(findings.partnerships.len(), expected.len());
    for (one, (full, exhibit2, score)) in findings.partnerships.iter().zip(expected) {
        let name = &one.name;
        let total = |amount| Total {
            amount: Money::from(amount),
            is_at_least: false,
        };
        assert_eq!(one.annual_cost.full, total(full), "{name}");
        assert_eq!(one.annual_cost.exhibit2, total(exhibit2), "{name}");
        assert_eq!(
            one.achievement.shown_score(),
            score.map(Number::from),
            "{name}"
        );
    }
}

/// The working is in `sample_data/README.md`.
#[test]
fn the_arrangements_cost_what_their_readme_works_out_by_hand() {
    let findings = appraised("arrangements.ron");
    let costs: Vec<_> = findings
        .partnerships
        .iter()
        .map(|it| display::money_pence(it.annual_cost.full.amount))
        .collect();
    assert_eq!(costs, ["£75,590.00", "£41,314.84", "£3,100.00"]);
    let first = &findings.partnerships[0];
    assert_eq!(first.annual_cost.exhibit2.amount, Money::from(74_390));
    let shared = first.shared.parts.full.as_ref().unwrap();
    assert!(shared.values().all(|part| *part == Money::from(37_795)));
    let borne: Vec<_> = findings.partnerships[1]
        .by_partner
        .full
        .values()
        .map(|amount| display::money_pence(*amount))
        .collect();
    // The Council's share of the pool and the set-up; the Trust's time and evaluation; the Community Fund's share.
    assert_eq!(borne, ["£27,022.34", "£5,630.00", "£8,662.50"]);
}

fn appraised(name: &str) -> Findings {
    let register = open(&sample(name)).register;
    let year = register.settings.base_year;
    let guidance = edition(&register.settings.guidance).expect("the samples name an edition");
    appraise(&register, guidance, Question { year })
}

fn check_ids(name: &str, register: &Register) {
    let mut seen = BTreeSet::new();
    register.each_record(|id, _| {
        assert!(seen.insert(id.number()), "{name}: {id} is there twice");
        assert!(id.number() <= register.last_id);
    });
}

fn is_share(share: Rate) -> bool {
    share >= Rate::ZERO && share <= Rate::from(1)
}

fn check_partnerships(name: &str, register: &Register) {
    let is_partner = |id: Option<Id>| id.is_some_and(|id| register.partner(id).is_some());
    let is_grade = |id: Option<Id>| id.is_some_and(|id| register.grade(id).is_some());
    for one in &register.partnerships {
        let place = format!("{name}: {}", one.name);
        let is_member =
            |id: Option<Id>| is_partner(id) && id.is_some_and(|id| one.members.contains(&id));
        let is_pool = |id: Option<Id>| one.pools.iter().any(|pool| Some(pool.id) == id);
        for meeting in &one.meetings {
            for line in &meeting.attendees {
                assert!(
                    is_member(line.partner) && is_grade(line.grade),
                    "{place} {}",
                    line.id
                );
                let share = line.attendance.value();
                assert!(share.is_none_or(is_share), "{place} {}", line.id);
            }
            for line in &meeting.expenses {
                assert!(is_member(line.partner), "{place} {}", line.id);
            }
        }
        for line in &one.between_meetings {
            assert!(
                is_member(line.partner) && is_grade(line.grade),
                "{place} {}",
                line.id
            );
        }
        for post in &one.posts {
            assert!(
                (is_member(post.partner) || is_pool(post.pool)) && is_grade(post.grade),
                "{place} {}",
                post.id
            );
        }
        for line in &one.secondments {
            let both = is_member(line.lender) && is_member(line.host);
            assert!(both && is_grade(line.grade), "{place} {}", line.id);
        }
        assert!(
            one.cash_lines
                .iter()
                .all(|line| is_member(line.partner) || is_pool(line.pool)),
            "{place}"
        );
        assert!(
            one.in_kind.iter().all(|line| is_member(line.partner)),
            "{place}"
        );
        assert!(one.start.is_some() && one.start < one.review, "{place}");
        assert!(one.end.is_none() || one.start < one.end, "{place}");
    }
}
