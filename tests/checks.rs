//! What a careful reader asks about benefits, options, indicators and the settings of an appraisal.

use fruitful::findings::findings::{Question, reappraise};
use fruitful::guidance::edition::newest;
use fruitful::model::query::Severity::{self, Error, Note, Warning};
use fruitful::model::register::Register;

use crate::support::registers::{findings, register};

/// A board with programme spending of its own, and a second one beside it.
fn board(settings: &str, partnership: &str) -> Register {
    register(&format!(
        r#"
        settings: (base_year: "2026/27", {settings}),
        partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
        outcomes: [(id: "ou1", name: "Fewer falls")],
        partnerships: [
            (id: "p1", name: "Market", members: ["o1"],
             meetings: [(id: "m1", name: "Board", attendees: [(id: "a1", partner: "o1")])], {partnership}),
            (id: "p2", name: "Quays", members: ["o1"], meetings: [(id: "m2", name: "Board")]),
        ],
        last_id: 90,
        "#
    ))
}

/// How many queries of a severity stand at a field and say this.
fn asked(register: &Register, at: &str, severity: Severity, says: &str) -> usize {
    let found = findings(register);
    let (record, field) = at.split_once('/').unwrap();
    found
        .queries()
        .filter(|it| it.record.to_string() == record && it.field == Some(field))
        .filter(|it| it.severity == severity && it.message.contains(says))
        .count()
}

/// A chain of which nothing is odd.
const SOUND: [(&str, &str); 9] = [
    ("name", r#""Fewer falls""#),
    ("class", "Social"),
    ("population", r#""100""#),
    ("take_up", r#""50%""#),
    ("deadweight", r#""10%""#),
    ("attribution", r#""20%""#),
    ("unit_value", r#""30""#),
    ("first_year", r#""2026/27""#),
    ("lag", r#""1""#),
];

/// The sound chain but for some fields; an empty value leaves a field out.
fn chain(id: &str, changes: &[(&str, &str)]) -> String {
    let kept = SOUND
        .into_iter()
        .filter(|(field, _)| changes.iter().all(|(changed, _)| changed != field));
    let all = kept.chain(changes.iter().copied());
    let fields: Vec<String> = all
        .filter(|(_, value)| !value.is_empty())
        .map(|(field, value)| format!("{field}: {value}"))
        .collect();
    format!(r#"(id: "{id}", {})"#, fields.join(", "))
}

#[test]
fn nothing_is_asked_about_a_sound_benefit() {
    let it = board("", &format!("benefits: [{}]", chain("be1", &[])));
    let found = findings(&it);
    let about: Vec<_> = found
        .queries()
        .filter(|it| it.record.to_string() == "be1")
        .collect();
    assert!(about.is_empty(), "{about:#?}");
}

/// What is changed in the sound chain, the field that is asked about, how much it matters, what is said.
type Odd<'a> = (&'a [(&'a str, &'a str)], &'a str, Severity, &'a str);

const OVERLAP: &[(&str, &str)] = &[("deadweight", r#""50%""#), ("attribution", r#""50%""#)];
const NO_CLAIM: &[(&str, &str)] = &[("outcome", r#""ou1""#), ("attribution", "")];
const ODD: [Odd<'_>; 31] = [
    (&[("name", "")], "name", Warning, "no name"),
    (&[("population", "")], "population", Warning, "not priced"),
    (&[("unit_value", "")], "unit_value", Warning, "not priced"),
    (&[("measure", "Sum")], "amount", Warning, "not priced"),
    (&[("deadweight", "")], "deadweight", Note, "counted as none"),
    (
        &[("attribution", "")],
        "attribution",
        Note,
        "counted as none",
    ),
    (OVERLAP, "attribution", Warning, "they overlap"),
    (
        &[("reference_case", r#""5""#)],
        "reference_case",
        Warning,
        "is used",
    ),
    (&[("take_up", r#""101%""#)], "take_up", Error, "0% and 100%"),
    (
        &[("deadweight", r#""-1%""#)],
        "deadweight",
        Error,
        "0% and 100%",
    ),
    (
        &[("attribution", r#""101%""#)],
        "attribution",
        Error,
        "0% and 100%",
    ),
    (
        &[("displacement", r#""101%""#)],
        "displacement",
        Error,
        "0% and 100%",
    ),
    (&[("leakage", r#""101%""#)], "leakage", Error, "0% and 100%"),
    (
        &[("substitution", r#""101%""#)],
        "substitution",
        Error,
        "0% and 100%",
    ),
    (
        &[("drop_off", r#""101%""#)],
        "drop_off",
        Error,
        "0% and 100%",
    ),
    (
        &[("population", r#""-1""#)],
        "population",
        Error,
        "below nought",
    ),
    (&[("lag", r#""1.5""#)], "lag", Error, "whole number"),
    (&[("lag", r#""-1""#)], "lag", Error, "whole number"),
    (&[("lag", r#""501""#)], "lag", Error, "whole number"),
    (
        &[("last_year", r#""2026/27""#)],
        "last_year",
        Error,
        "before 2027/28",
    ),
    (
        &[("class", "Fiscal")],
        "partner",
        Warning,
        "falls to a body",
    ),
    (
        &[("outcome", r#""ou9""#)],
        "outcome",
        Error,
        "not in the register",
    ),
    (
        &[("partner", r#""o9""#)],
        "partner",
        Error,
        "not in the register",
    ),
    (
        &[("cashable", r#""10%""#)],
        "cashable",
        Warning,
        "releases cash",
    ),
    (
        &[("cashable", r#""101%""#)],
        "cashable",
        Error,
        "0% and 100%",
    ),
    (
        &[("is_avoided_cost", "true")],
        "outcome",
        Warning,
        "names no outcome",
    ),
    (&[("claim", r#""10%""#)], "claim", Warning, "not used"),
    (&[("claim", r#""101%""#)], "claim", Error, "0% and 100%"),
    (NO_CLAIM, "claim", Note, "all of the outcome"),
    (
        &[("rests_on_programme", "true")],
        "rests_on_programme",
        Error,
        "not in the costs",
    ),
    (
        &[("multiplier", r#""-1""#)],
        "multiplier",
        Error,
        "below nought",
    ),
];

#[test]
fn an_odd_benefit_is_asked_about_at_its_field() {
    for (changes, field, severity, says) in ODD {
        let it = board("", &format!("benefits: [{}]", chain("be1", changes)));
        let n = asked(&it, &format!("be1/{field}"), severity, says);
        assert_eq!(n, 1, "{changes:?}");
        // The same benefit in an option is asked about in the same way, but for what the whole partnership says.
        if field != "rests_on_programme" {
            let option = format!(
                r#"options: [(id: "op1", name: "Leave", benefits: [{}])]"#,
                chain("be1", changes)
            );
            let it = board("", &option);
            let n = asked(&it, &format!("be1/{field}"), severity, says);
            assert_eq!(n, 1, "in an option: {changes:?}");
        }
    }
}

#[test]
fn what_is_just_within_bounds_is_not_asked_about() {
    for (changes, field) in [
        (
            &[("deadweight", r#""50%""#), ("attribution", r#""49%""#)][..],
            "attribution",
        ),
        (&[("take_up", r#""100%""#)], "take_up"),
        (&[("lag", r#""0""#)], "lag"),
        (&[("lag", "")], "lag"),
        (&[("last_year", r#""2027/28""#)], "last_year"),
        (
            &[("class", "Economic"), ("cashable", r#""0%""#)],
            "cashable",
        ),
        (
            &[("deadweight", ""), ("reference_case", r#""5""#)],
            "deadweight",
        ),
    ] {
        let it = board("", &format!("benefits: [{}]", chain("be1", changes)));
        for severity in [Error, Warning, Note] {
            let n = asked(&it, &format!("be1/{field}"), severity, "");
            assert_eq!(n, 0, "{changes:?}");
        }
    }
}

#[test]
fn the_start_is_the_appraisals_where_a_benefit_has_none() {
    let changes = [("first_year", ""), ("last_year", r#""2029/30""#)];
    let benefits = format!("benefits: [{}]", chain("be1", &changes));
    let early = board("", &benefits);
    assert_eq!(asked(&early, "be1/last_year", Error, ""), 0);
    let late = board(r#"first_year: "2029/30""#, &benefits);
    assert_eq!(asked(&late, "be1/last_year", Error, "before 2030/31"), 1);
}

#[test]
fn years_of_a_benefit_stand_once_and_release_money_only() {
    let years = r#"[(id: "by1", year: "2027/28"), (id: "by2", year: "2027/28"), (id: "by3"),
        (id: "by4", year: "2028/29", share: "120%", cashable: "10%")]"#;
    let it = board(
        "",
        &format!("benefits: [{}]", chain("be1", &[("years", years)])),
    );
    assert_eq!(asked(&it, "by1/year", Warning, ""), 0);
    assert_eq!(asked(&it, "by2/year", Warning, "listed twice"), 1);
    assert_eq!(asked(&it, "by3/year", Warning, "not used"), 1);
    assert_eq!(asked(&it, "by4/share", Error, "0% and 100%"), 1);
    assert_eq!(asked(&it, "by4/cashable", Warning, "releases cash"), 1);
}

#[test]
fn an_avoided_cost_is_entered_once_for_each_outcome() {
    let avoided = |id| {
        let of = [
            ("is_avoided_cost", "true"),
            ("outcome", r#""ou1""#),
            ("claim", r#""50%""#),
        ];
        chain(id, &of)
    };
    let both = format!("benefits: [{}, {}]", avoided("be1"), avoided("be2"));
    let it = board("", &both);
    assert_eq!(asked(&it, "be1/is_avoided_cost", Warning, ""), 0);
    assert_eq!(
        asked(&it, "be2/is_avoided_cost", Warning, "entered once"),
        1
    );
}

#[test]
fn a_benefit_rests_only_on_programme_money_that_is_counted() {
    let rests = chain("be1", &[("rests_on_programme", "true")]);
    let cash = |purpose| {
        format!(r#"cash_lines: [(id: "c1", name: "Classes", amount: "9", purpose: {purpose})]"#)
    };
    for (costs, share, n) in [
        (cash("Programme"), "", 0),
        (cash("Programme"), r#"additional_share: "100%","#, 0),
        (cash("Programme"), r#"additional_share: "99%","#, 1),
        (cash("Running"), "", 1),
    ] {
        let it = board("", &format!("{share} {costs}, benefits: [{rests}]"));
        let asked = asked(&it, "be1/rests_on_programme", Error, "not in the costs");
        assert_eq!(asked, n, "{share} {costs}");
    }
    let share = format!(r#"additional_share: "101%", benefits: [{rests}]"#);
    assert_eq!(
        asked(&board("", &share), "p1/additional_share", Error, "100%"),
        1
    );
}

#[test]
fn an_odd_option_is_asked_about_at_its_field() {
    let line = |fields: &str| format!(r#"name: "Lighter", lines: [(id: "ol1", {fields})]"#);
    let twice = line(r#"record: "m1", keeps: "5%"), (id: "ol2", record: "m1", keeps: "5%""#);
    for (fields, at, severity, says) in [
        ("", "op1/name", Warning, "no name"),
        (
            r#"name: "It", keeps: "101%""#,
            "op1/keeps",
            Error,
            "0% and 100%",
        ),
        (
            r#"name: "It", achievement: "101""#,
            "op1/achievement",
            Error,
            "0 and 100",
        ),
        (
            r#"name: "It", form: Merge"#,
            "op1/merged_with",
            Warning,
            "not chosen",
        ),
        (
            r#"name: "It", form: Merge, merged_with: "p1""#,
            "op1/merged_with",
            Error,
            "itself",
        ),
        (
            r#"name: "It", form: Merge, merged_with: "p9""#,
            "op1/merged_with",
            Error,
            "not in the register",
        ),
        (&line(r#"keeps: "5%""#), "ol1/record", Warning, "No line"),
        (
            &line(r#"record: "m1", keeps: "-1%""#),
            "ol1/keeps",
            Error,
            "0% and 100%",
        ),
        (&line(r#"record: "m1""#), "ol1/keeps", Warning, "not known"),
        (
            &line(r#"record: "m2", keeps: "5%""#),
            "ol1/record",
            Error,
            "not one of this",
        ),
        (
            &line(r#"record: "c9", keeps: "5%""#),
            "ol1/record",
            Error,
            "not one of this",
        ),
        (
            &line(r#"record: "a1", keeps: "5%""#),
            "ol1/record",
            Error,
            "not one of this",
        ),
        (
            &line(r#"record: "ol1", keeps: "5%""#),
            "ol1/record",
            Error,
            "not one of this",
        ),
        (&twice, "ol2/record", Warning, "named twice"),
        (
            r#"name: "It", cash_lines: [(id: "c1", amount: "5")]"#,
            "c1/partner",
            Warning,
            "No body",
        ),
    ] {
        let it = board("", &format!(r#"options: [(id: "op1", {fields})]"#));
        assert_eq!(asked(&it, at, severity, says), 1, "{fields}");
    }
    let own = r#"options: [
        (id: "op1", name: "One", cash_lines: [(id: "c1", name: "Notice", amount: "5")]),
        (id: "op2", name: "Two", lines: [(id: "ol1", record: "c1", keeps: "5%"), (id: "ol2", record: "m1", keeps: "5%")]),
    ]"#;
    let it = board("", own);
    assert_eq!(asked(&it, "ol1/record", Error, "not one of this"), 1);
    assert_eq!(asked(&it, "ol2/record", Error, ""), 0);
}

#[test]
fn a_merger_is_looked_at_again_when_the_other_is_deleted() {
    let before = board(
        "",
        r#"options: [(id: "op1", name: "Merge", form: Merge, merged_with: "p2")]"#,
    );
    let found = findings(&before);
    let question = Question {
        year: before.settings.base_year,
    };
    let mut after = before.clone();
    after.partnerships.pop();
    let asked = |register: &Register| {
        let found = reappraise(&found, register, newest(), question);
        let all = found.queries();
        all.filter(|it| it.field == Some("merged_with")).count()
    };
    assert_eq!((asked(&before), asked(&after)), (0, 1));
}

#[test]
fn an_indicator_goes_the_way_of_its_target() {
    for (fields, at, says, n) in [
        ("direction: Up", "i1/direction", "other way", 1),
        ("direction: Down", "i1/direction", "other way", 0),
        (
            r#"actual_date: "2026-04-01", readings: [(id: "re1", date: "2026-04-02")]"#,
            "re1/date",
            "later than the actual",
            1,
        ),
        (
            r#"actual_date: "2026-04-01", readings: [(id: "re1", date: "2026-04-01")]"#,
            "re1/date",
            "",
            0,
        ),
        (r#"readings: [(id: "re1")]"#, "re1/date", "no date", 1),
    ] {
        let indicator = format!(
            r#"indicators: [(id: "i1", name: "Falls", baseline: "200", target: "150", actual: "180", {fields})]"#
        );
        let it = board("", &indicator);
        assert_eq!(asked(&it, at, Warning, says), n, "{fields}");
    }
}

#[test]
fn odd_settings_of_an_appraisal_are_asked_about() {
    let index = |fields: &str| format!(r#"price_indices: [(id: "px1", {fields})]"#);
    let twice =
        index(r#"year: "2030/31", index: "120"), (id: "px2", year: "2030/31", index: "121""#);
    for (fields, at, severity, says, n) in [
        (r#"horizon: "0""#, "settings/horizon", Error, "1 to 500", 1),
        (
            r#"horizon: "501""#,
            "settings/horizon",
            Error,
            "1 to 500",
            1,
        ),
        (
            r#"horizon: "7.5""#,
            "settings/horizon",
            Error,
            "1 to 500",
            1,
        ),
        (r#"horizon: "500""#, "settings/horizon", Error, "", 0),
        // The usual mark of green is 90%.
        (
            r#"amber_from: "95%""#,
            "settings/amber_from",
            Warning,
            "green",
            1,
        ),
        (
            r#"amber_from: "90%""#,
            "settings/amber_from",
            Warning,
            "green",
            0,
        ),
        (
            r#"amber_from: "50%", green_from: "40%""#,
            "settings/amber_from",
            Warning,
            "green",
            1,
        ),
        (
            &index(r#"year: "2030/31", index: "0""#),
            "px1/index",
            Error,
            "above nought",
            1,
        ),
        (
            &index(r#"year: "2030/31", index: "120""#),
            "px1/index",
            Error,
            "",
            0,
        ),
        (
            &index(r#"index: "120""#),
            "px1/year",
            Warning,
            "not used",
            1,
        ),
        (&twice, "px2/year", Warning, "Two indices", 1),
    ] {
        let it = board(fields, "");
        assert_eq!(asked(&it, at, severity, says), n, "{fields}");
    }
}

/// One quantity with a range, and what is asked of it.
#[test]
fn a_range_may_not_go_where_its_quantity_may_not() {
    let benefit = |field: &str, value: &str| {
        format!(r#"benefits: [(id: "be1", name: "Falls", class: Social, {field}: {value})],"#)
    };
    for (field, value, says, n) in [
        (
            "take_up",
            r#"(value: "90%", low: "80%", high: "120%")"#,
            "The range of Take-up goes outside 0% to 100%",
            1,
        ),
        (
            "take_up",
            r#"(value: "90%", low: "80%", high: "100%")"#,
            "goes outside",
            0,
        ),
        (
            "take_up",
            r#"(value: "150%", chance: "50%")"#,
            "Take-up goes outside 0% to 100% if it happens",
            1,
        ),
        (
            "population",
            r#"(value: "10", low: "-5", high: "20")"#,
            "The range of Population goes below nought",
            1,
        ),
        (
            "population",
            r#"(value: "", low: "5", high: "20")"#,
            "Population has a range but no most likely value: it is not drawn",
            1,
        ),
        (
            "population",
            r#"(value: "30", low: "5", high: "20")"#,
            "This lies outside the range",
            1,
        ),
        (
            "population",
            r#"(value: "10", low: "20", high: "5")"#,
            "The lowest is above the highest",
            1,
        ),
        (
            "population",
            r#"(value: "10", low: "5", high: "20", chance: "30%")"#,
            "its lowest and highest do nothing",
            1,
        ),
    ] {
        let register = board("", &benefit(field, value));
        let at = format!("be1/{field}");
        assert_eq!(asked(&register, &at, Warning, says), n, "{field} {value}");
    }
    for (settings, at, says) in [
        (
            r#"pay_growth: (value: "3%", low: "1%", high: "300%"),"#,
            "settings/pay_growth",
            "The range of Growth of pay goes outside −100% to 100% a year",
        ),
        (
            r#"horizon: (value: "10", low: "5", high: "20"),"#,
            "settings/horizon",
            "A range makes no sense here. Two horizons are two questions: use a scenario",
        ),
    ] {
        let register = board(settings, "");
        assert_eq!(asked(&register, at, Warning, says), 1, "{settings}");
    }
}

#[test]
fn doubt_that_may_be_counted_twice_is_asked_about() {
    let line = |amount: &str| {
        format!(r#"cash_lines: [(id: "c1", name: "Hall", partner: "o1", amount: {amount})],"#)
    };
    let ranged = r#"(value: "50", low: "40", high: "75")"#;
    let score = format!(
        r#"{} judgements: [(id: "j1", name: "Better", score: (value: "50", low: "40"))],"#,
        line(r#""50""#)
    );
    let says = "Optimism is corrected for and ranges are entered: doubt may be counted twice";
    for (settings, partnership, n) in [
        ("has_optimism_bias: true,", line(ranged), 1),
        ("has_optimism_bias: true,", line(r#""50""#), 0),
        ("has_optimism_bias: true,", score, 0),
        ("", line(ranged), 0),
    ] {
        let register = board(settings, &partnership);
        let at = "settings/has_optimism_bias";
        assert_eq!(
            asked(&register, at, Warning, says),
            n,
            "{settings} {partnership}"
        );
    }
}

#[test]
fn a_number_of_draws_that_cannot_be_is_asked_about() {
    for (typed, says, n) in [
        ("0", "No draws say nothing; 10,000 are used", 1),
        ("5", "So few draws say too little; 100 are used", 1),
        (
            "2000000",
            "So many draws are not taken; 1,000,000 are used",
            1,
        ),
        ("100", "are used", 0),
        ("1000000", "are used", 0),
    ] {
        let register = board(&format!("draws: {typed},"), "");
        assert_eq!(
            asked(&register, "settings/draws", Warning, says),
            n,
            "{typed}"
        );
    }
}

#[test]
fn a_scenario_says_what_it_cannot_take() {
    let register = register(
        r#"
        settings: (base_year: "2026/27"),
        partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
        partnerships: [(id: "p1", name: "Market", members: ["o1"], meetings: [(id: "m1", name: "Board", length: "2")])],
        scenarios: [
            (id: "sc1", name: "Lean", overrides: [
                (id: "ov1", record: "m1", field: "length", value: "1h 30m"),
                (id: "ov2", record: "m1", field: "length", value: "a while"),
                (id: "ov3", value: "5"),
                (id: "ov4", record: "m7", field: "length", value: "1"),
                (id: "ov5", record: "m1", field: "colour", value: "1"),
                (id: "ov6", record: "m1", field: "times_a_year"),
                (id: "ov7", record: "settings", field: "horizon", value: "5..10"),
            ]),
            (id: "sc2"),
        ],
        last_id: 90,
        "#,
    );
    for (at, severity, says) in [
        (
            "ov2/record",
            Warning,
            "This quantity is taken twice in one scenario; the last counts",
        ),
        (
            "ov2/value",
            Error,
            "The value is not understood, so the quantity stays as it is: Not a length of time",
        ),
        ("ov3/record", Warning, "No quantity is chosen"),
        (
            "ov4/record",
            Error,
            "The quantity chosen here is not in the register",
        ),
        (
            "ov5/record",
            Error,
            "The quantity chosen here is not in the register",
        ),
        ("ov6/value", Warning, "No value is typed"),
        ("ov7/value", Error, "Two horizons are two questions"),
        ("sc2/name", Warning, "This scenario has no name"),
    ] {
        assert_eq!(asked(&register, at, severity, says), 1, "{at}: {says}");
    }
    let found = findings(&register);
    let of_sound = |it: &&fruitful::model::query::Query| it.record.to_string() == "ov1";
    assert_eq!(found.queries().filter(of_sound).count(), 0);
}
