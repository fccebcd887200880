//! Whether a partnership is worth its cost, as a reader meets it: the statement, the measures, options, ratings.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use fruitful::findings::portfolio_worth::Position;
use fruitful::findings::transfers::Transfers;
use fruitful::gui::view::{Page, Section};
use fruitful::model::value_statement::ValueStatement;
use fruitful::session::action::{Action, Edit};
use fruitful::units::display;
use fruitful::units::id::{Id, Kind};

use super::desk::{Desk, Window, light};

/// The business case whose figures are worked out by hand in `working.md`, part L.
const CASE: &str = r#"
    settings: (
        base_year: "2026/27", price_growth: "2%",
        price_indices: [(id: "px1", year: "2026/27", index: "106")],
    ),
    partners: [
        (id: "o1", name: "Us", is_us: true),
        (id: "o2", name: "Health trust", kind: Health),
    ],
    grades: [(id: "g1", name: "Co-ordinator", pay: LoadedCost, amount: "50000")],
    outcomes: [(id: "ou1", name: "Children kept safe", unit: "child")],
    partnerships: [(
        id: "p1", name: "Family hub", members: ["o1", "o2"], additional_share: "50%",
        posts: [(id: "s1", name: "Co-ordinator", kind: Paid, grade: "g1", partner: "o1", fte: "1", purpose: Running)],
        cash_lines: [
            (id: "c1", name: "Rooms", amount: "12000", partner: "o2", purpose: Running),
            (id: "c2", name: "Set-up", kind: SetUp, year: "2026/27", amount: "30000", partner: "o1", purpose: Running),
            (id: "c3", name: "Projects", amount: "40000", partner: "o2", purpose: Programme),
            (id: "c4", name: "Exit", kind: Exit, amount: "25000", partner: "o1", purpose: Running),
        ],
        benefits: [
            (id: "be1", name: "Fewer placements", class: Fiscal, cashable: "60%", partner: "o1", measure: Chain,
                population: "400", take_up: "50%", impact: "0.2", deadweight: "25%", attribution: "20%",
                unit_value: "2500", lag: "1", drop_off: "10%"),
            (id: "be2", name: "Officers’ time", class: Fiscal, partner: "o2", measure: Sum, amount: "18000",
                price_year: "2023/24"),
            (id: "be3", name: "Parents in work", class: Economic, measure: Chain, population: "30", deadweight: "40%",
                displacement: "20%", multiplier: "1.25", unit_value: "1500", lag: "2"),
            (id: "be4", name: "Better health", class: Social, schedule: Health, measure: Chain, population: "1000",
                take_up: "10%", impact: "0.05", attribution: "40%", unit_value: "20000", lag: "1", drop_off: "20%"),
            (id: "be5", name: "Reviews not needed", class: Fiscal, cashable: "100%", partner: "o1", measure: Sum,
                amount: "9000", is_nominal: true, outcome: "ou1", is_avoided_cost: true),
            (id: "be6", name: "Longer journeys", class: Social, measure: Sum, amount: "-5000", last_year: "2030/31",
                years: [(id: "by1", year: "2026/27", share: "50%")]),
        ],
        options: [
            (id: "op1", name: "Leave", form: Leave, from: "2029/30"),
            (id: "op2", name: "Network", form: Network, from: "2028/29", achievement: "40",
                lines: [
                    (id: "ol1", record: "s1", keeps: "40%"), (id: "ol2", record: "c1", keeps: "50%"),
                    (id: "ol3", record: "be1", keeps: "70%"), (id: "ol4", record: "be4", keeps: "50%"),
                ],
                cash_lines: [(id: "c5", name: "Web site", amount: "3000", partner: "o1", purpose: Running)]),
        ],
    )],"#;

const STATEMENT: &str = "Statement on value for money";

fn hub() -> Id {
    Id::new(Kind::Partnership, 1)
}

fn at(body: &str, section: Section) -> Window {
    light(Desk::of(body, Page::Partnership(hub()), section))
}

fn kept(window: &Window) -> Option<ValueStatement> {
    let register = window.state().session.register();
    register.partnerships[0].value_statement.clone()
}

fn shown(window: &Window) -> String {
    let field = window.get_by_role_and_label(Role::MultilineTextInput, STATEMENT);
    field.value().unwrap_or_default()
}

fn says(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

/// Goes into the statement, types at its end, and goes on with Tab.
fn write(window: &mut Window, text: &str) {
    window
        .get_by_role_and_label(Role::MultilineTextInput, STATEMENT)
        .focus();
    window.run();
    window.event(Event::Text(text.into()));
    window.run();
    window.key_press(Key::Tab);
    window.run();
}

fn press(window: &mut Window, name: &str) {
    window.get_by_label(name).focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

fn double_the_rooms(window: &mut Window) {
    let edit = Edit::partnership(hub(), "double the rooms", |it| {
        it.cash_lines[0].amount = it.cash_lines[2].amount.clone();
    });
    window.state_mut().session.apply(Action::Edit(edit));
    window.run();
}

#[test]
fn the_statement_is_edited_undone_and_goes_out_of_date() {
    let mut window = at(CASE, Section::Appraisal);
    let composed = shown(&window);
    // By hand: costs 735,830, benefits 964,881, net 229,051, ratio 1.31.
    let first = "Over 10 years from 2026/27, Family hub costs £736k, programme spending with it, and brings benefits worth £965k in 2026/27 \
                 prices, discounted: £229k more than it costs, or £1.31 of benefit for each £1";
    assert!(composed.starts_with(first), "{composed}");
    assert_eq!(kept(&window), None);
    write(&mut window, " Agreed by the board.");
    let edited = kept(&window).expect("the statement is kept");
    assert_eq!(edited.composed, composed);
    assert_eq!(edited.text, format!("{composed} Agreed by the board."));
    assert!(says(&window, "Edited. The figures are as they were then."));
    assert!(!says(&window, "The figures have moved"));
    double_the_rooms(&mut window);
    assert!(says(
        &window,
        "Edited. The figures have moved since; the program now says:"
    ));
    assert!(shown(&window).ends_with("Agreed by the board."));
    let label = window.state().session.undo_label().map(str::to_owned);
    assert_eq!(label.as_deref(), Some("double the rooms"));
    for _ in 0..2 {
        window.state_mut().session.apply(Action::Undo);
    }
    window.run();
    assert_eq!(kept(&window), None);
    assert_eq!(shown(&window), composed);
}

#[test]
fn the_programs_words_come_back_and_an_edit_is_one_step() {
    let mut window = at(CASE, Section::Appraisal);
    let composed = shown(&window);
    write(&mut window, " One.");
    let label = window.state().session.undo_label().map(str::to_owned);
    assert_eq!(label.as_deref(), Some("edit the statement"));
    press(&mut window, "Use the program’s words");
    assert_eq!(kept(&window), None);
    assert_eq!(shown(&window), composed);
    window.state_mut().session.apply(Action::Undo);
    window.run();
    assert!(shown(&window).ends_with(" One."));
}

#[test]
fn escape_takes_back_what_was_typed_into_the_statement() {
    let mut window = at(CASE, Section::Appraisal);
    let composed = shown(&window);
    window
        .get_by_role_and_label(Role::MultilineTextInput, STATEMENT)
        .focus();
    window.run();
    window.event(Event::Text("Nonsense".into()));
    window.run();
    assert!(shown(&window).contains("Nonsense"));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(kept(&window), None);
    assert_eq!(shown(&window), composed);
}

/// From `working.md`, part L, rounded to pounds.
#[test]
fn every_measure_is_shown_and_opens_its_basis() {
    let mut window = at(CASE, Section::Appraisal);
    assert!(says(&window, "by itself, low value for money"));
    for (measure, figure) in [
        ("Present value of costs £735,830", "p1/worth/pvc"),
        ("Present value of benefits £964,881", "p1/worth/pvb"),
        ("Net present social value £229,051", "p1/worth/npsv"),
        ("Benefit–cost ratio £1.31", "p1/worth/bcr"),
        ("Fiscal return £0.76", "p1/worth/fiscal-return"),
        ("Cash return £0.36", "p1/worth/cash-return"),
        ("Payback 1.4 years", "p1/worth/payback"),
        (
            "Equivalent annual cost £85,485",
            "p1/worth/equivalent-annual-cost",
        ),
        ("Break-even, a year £0", "p1/worth/break-even"),
        ("Cost 112,000, 2026/27", "p1/worth/year-cost/2026"),
        ("Benefit 26,323, 2026/27", "p1/worth/year-benefit/2026"),
        // 1 ÷ 1.035.
        ("Factor 0.9662, 2027/28", "p1/worth/year-factor/2027"),
        // 26,323 − 112,000, in year 0.
        ("Discounted net −85,677, 2026/27", "p1/worth/year-net/2026"),
        ("Cumulative −24,972, 2027/28", "p1/worth/cumulative/2027"),
    ] {
        press(&mut window, &format!("{measure}, show basis"));
        let explained = window.state().view.explained.map(|it| it.to_string());
        assert_eq!(explained.as_deref(), Some(figure));
    }
}

#[test]
fn of_five_hundred_years_only_those_in_view_are_drawn() {
    let body = CASE.replace("price_growth:", "horizon: \"500\", price_growth:");
    let mut window = at(&body, Section::Appraisal);
    assert!(says(&window, "500 years from 2026/27"));
    let first = window.get_by_label("Cost 112,000, 2026/27, show basis");
    first.focus();
    window.run();
    let drawn = window.query_all_by_label_contains("Factor ").count();
    assert!((1..40).contains(&drawn), "{drawn} of 500 rows are drawn");
}

#[test]
fn options_stand_beside_going_on_as_it_is() {
    let mut window = at(CASE, Section::Options);
    for figure in [
        "Net 229,051, As it is",
        "Costs 290,323, Leave",
        "Benefits 310,374, Leave",
        "Net 20,050, Leave",
        "Against as it is −209,001, Leave",
        "Net 276,581, Network",
        "Against as it is 47,530, Network",
        "For each £1 £1.54, Network",
    ] {
        window.get_by_label(&format!("{figure}, show basis"));
    }
    press(&mut window, "Against as it is 47,530, Network, show basis");
    let explained = window.state().view.explained.map(|it| it.to_string());
    let figure = "p1/worth/option/op2/incremental-npsv";
    assert_eq!(explained.as_deref(), Some(figure));
}

/// An option that costs more than going on as it is and achieves less is bettered by it.
#[test]
fn an_option_that_another_betters_is_named() {
    let body = r#"
    settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Us", is_us: true)],
    partnerships: [(id: "p1", name: "Market", members: ["o1"],
        judgements: [(id: "j1", name: "Panel", score: "60")],
        cash_lines: [(id: "c1", name: "Rooms", amount: "1000", partner: "o1", purpose: Running)],
        options: [(id: "op1", name: "Network", form: Network, achievement: "40",
            cash_lines: [(id: "c2", name: "Site", amount: "500", partner: "o1", purpose: Running)])])],"#;
    let window = at(body, Section::Options);
    assert!(says(
        &window,
        "“Network” costs no less and achieves no more than going on as it is."
    ));
}

#[test]
fn what_is_left_out_leads_to_its_field() {
    let body = r#"
    settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Us", is_us: true)],
    partnerships: [(id: "p1", name: "Market", members: ["o1"],
        cash_lines: [(id: "c1", name: "Rooms", amount: "1000", partner: "o1", purpose: Running),
            (id: "c2", name: "Old set-up", kind: SetUp, year: "2020/21", amount: "500", partner: "o1",
                purpose: Running)],
        benefits: [(id: "be1", name: "Trust", class: Social, measure: Sum),
            (id: "be2", name: "Old study", measure: Sum, amount: "5", price_year: "1940/41")])],"#;
    let mut window = at(body, Section::Appraisal);
    assert!(says(&window, "a benefit without a price"));
    assert!(says(&window, "spent before 2026/27: sunk"));
    assert!(says(
        &window,
        "a benefit in prices of a year without an index"
    ));
    press(&mut window, "Prices of 1940/41");
    assert_eq!(window.state().view.page, Page::Settings);
    window.state_mut().view.show(Page::Partnership(hub()));
    window.run();
    press(&mut window, "Trust");
    assert_eq!(window.state().view.section, Section::Benefits);
    window.run();
    assert!(says(&window, "What the partnership brings"));
}

#[test]
fn without_benefits_the_section_says_what_it_is_for_and_leads_to_them() {
    let body = r#"
    settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Us", is_us: true)],
    partnerships: [(id: "p1", name: "Market", members: ["o1"])],"#;
    let mut window = at(body, Section::Appraisal);
    assert!(says(&window, "No benefits to weigh yet"));
    // Nothing is entered that costs: there is no ratio, and the table says why.
    assert!(says(&window, "Its costs are not above nought."));
    press(&mut window, "Go to benefits");
    assert_eq!(window.state().view.section, Section::Benefits);
}

/// From 1 April to 1 October are 183 of 365 days. 10 of 40 is 25%, which is 49.86% of where it should be; 30 of 40 is
/// 75%, which is 149.59% of it; expected is 20 + 40 × 183 ÷ 365 = 40.05.
#[test]
fn an_indicator_is_rated_in_words() {
    let indicator = |id: &str, actual: &str| {
        format!(
            "(id: \"{id}\", name: \"Indicator {id}\", baseline: \"20\", baseline_date: \"2026-04-01\", target: \"60\", \
             target_date: \"2027-04-01\", actual: \"{actual}\", actual_date: \"2026-10-01\")"
        )
    };
    let body = format!(
        r#"
    settings: (base_year: "2026/27"),
    partners: [(id: "o1", name: "Us", is_us: true)],
    partnerships: [(id: "p1", name: "Market", members: ["o1"], indicators: [{}, {}])],"#,
        indicator("i1", "50"),
        indicator("i2", "30"),
    );
    let mut window = at(&body, Section::Achievement);
    assert!(says(&window, "Green from "));
    window.get_by_label("Green");
    window.get_by_label("Red");
    assert_eq!(window.query_all_by_label("40.05").count(), 2);
    window.get_by_label("Of the way 75%, Indicator i1, show basis");
    window.get_by_label("Of where it should be 50%, Indicator i2, show basis");
    press(
        &mut window,
        "Of where it should be 150%, Indicator i1, show basis",
    );
    let explained = window.state().view.explained.map(|it| it.to_string());
    assert_eq!(explained.as_deref(), Some("p1/time-adjusted/i1"));
}

#[test]
fn all_partnerships_stand_in_one_table_with_who_gains() {
    let mut window = light(Desk::of(CASE, Page::Worth, Section::Profile));
    assert!(says(
        &window,
        "Over 10 years from 2026/27, 1 partnership costs £736k and brings benefits worth £965k in 2026/27 prices"
    ));
    // Who gains has a page of its own. Gains less costs, by hand: the public 404,766; the trust 170,632 − 275,446 = −104,814.
    let worth = {
        let findings = window.state().session.findings().unwrap();
        findings.portfolio.worth.clone()
    };
    assert_eq!(display::money(worth.to_the_public), "£404,766");
    let nets: Vec<_> = worth.positions.values().map(Position::net).collect();
    assert!(
        nets.iter().any(|it| display::money(*it) == "−£104,814"),
        "{nets:?}"
    );
    // Cash released of 262,241 is less than the cost of 735,830.
    assert_eq!(worth.transfers, Transfers::NothingToShare);
    press(&mut window, "Net of all partnerships £229,051, show basis");
    let explained = window.state().view.explained.map(|it| it.to_string());
    assert_eq!(explained.as_deref(), Some("portfolio/worth/npsv"));
    window.get_by_label("Copy for a spreadsheet").click();
    window.run_steps(1);
    let commands = &window.output().platform_output.commands;
    let copied = commands.iter().find_map(|it| match it {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("the rows are on the clipboard");
    let row = copied.lines().nth(1).unwrap();
    assert!(row.starts_with("Family hub\t735830.293727191\t964881.2840677584\t229050.9903405674\t1.3112823599\tlow\t0\t\t"), "{row}");
}

/// Nothing priced is not nought: such a partnership has no net and stands last, whatever it costs.
#[test]
fn a_partnership_without_priced_benefits_has_no_net() {
    let body = r#"
    settings: (base_year: "2026/27", horizon: "1"),
    partners: [(id: "o1", name: "Us", is_us: true)],
    partnerships: [
        (id: "p1", name: "Market", members: ["o1"],
            cash_lines: [(id: "c1", amount: "1000", partner: "o1", purpose: Running)],
            benefits: [(id: "be1", name: "Trust", measure: Sum)]),
        (id: "p2", name: "Hub", members: ["o1"],
            cash_lines: [(id: "c2", amount: "5000", partner: "o1", purpose: Running)],
            benefits: [(id: "be2", name: "Jobs", measure: Sum, amount: "2000")]),
    ],"#;
    let window = light(Desk::of(body, Page::Worth, Section::Profile));
    assert!(says(
        &window,
        "1 partnership has no benefit with a price: of it the totals hold the costs only."
    ));
    window.get_by_label("Costs 1,000, Market, show basis");
    assert!(!says(&window, "Net −1,000"));
    // 2,000 − 5,000 in the only year.
    let loses = window.get_by_label("Net −3,000, Hub, show basis").rect();
    let unpriced = window.get_by_label("not priced").rect();
    assert!(
        loses.bottom() <= unpriced.top() + 1.0,
        "{loses:?} {unpriced:?}"
    );
}
