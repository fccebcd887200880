//! Journeys by keyboard through benefits, outcomes, options, weights and the settings of an appraisal.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key};
use egui_kittest::kittest::Queryable as _;
use fruitful::gui::inputs::place::show_input;
use fruitful::gui::view::{Page, Section};
use fruitful::model::benefit::{Benefit, BenefitClass, BenefitMeasure, Schedule};
use fruitful::model::indicator::{DataQuality, Direction, IndicatorKind};
use fruitful::model::judgement::AchievementKind;
use fruitful::model::option::OptionForm;
use fruitful::model::partnership::Partnership;
use fruitful::model::register::Register;
use fruitful::model::settings::Timing;
use fruitful::units::id::{Id, InputId, Kind};
use fruitful::units::input::Input;
use fruitful::units::parse::Typed;

use super::desk::{Desk, Window, light};
use super::keys::{choose, enter, field, pick, press, space, type_into, undo, undo_label};

const MARKET: Page = Page::Partnership(Id::new(Kind::Partnership, 1));

const BODY: &str = r#"
    settings: (base_year: "2026/27"),
    partners: [
        (id: "o1", name: "Tarnwick Council", is_us: true),
        (id: "o2", name: "Tarnwick Health", kind: Health),
    ],
    outcomes: [(id: "ou1", name: "Fewer admissions", unit: "admission")],
    partnerships: [
        (
            id: "p1", name: "Market", members: ["o1", "o2"],
            meetings: [(id: "m1", name: "Board", times_a_year: "4", length: "2")],
            cash_lines: [(id: "c1", name: "Board", amount: "6000", partner: "o1", purpose: Programme)],
            indicators: [
                (id: "i1", name: "Falls", baseline: "200", target: "150", actual: "180"),
                (id: "i2", name: "Visits", baseline: "0", target: "400"),
            ],
            judgements: [(id: "j1", name: "Trust")],
        ),
        (id: "p2", name: "Quays", members: ["o1"]),
    ],
    last_id: 20,
"#;

fn at(section: Section) -> Window {
    light(Desk::of(BODY, MARKET, section))
}

fn register(window: &Window) -> &Register {
    window.state().session.register()
}

fn market(window: &Window) -> &Partnership {
    &register(window).partnerships[0]
}

fn only_benefit(window: &Window) -> &Benefit {
    assert_eq!(market(window).benefits.len(), 1);
    &market(window).benefits[0]
}

/// What a field holds, as a file has it.
fn text<Q: Typed>(input: &Input<Q>) -> String {
    input.value().map(Typed::to_text).unwrap_or_default()
}

#[test]
fn a_benefit_is_entered_as_a_sentence() {
    let mut window = at(Section::Benefits);
    window.get_by_label("No benefits yet");
    space(&mut window, Role::Button, "Add benefit");
    assert!(field(&window, "Benefit, benefit 1").is_focused());
    enter(&mut window, "Benefit, benefit 1", "Fewer falls");
    pick(&mut window, "Who gains, Fewer falls", "Tarnwick Health");
    window.get_by_label("How Fewer falls comes about");
    for (name, text) in [
        ("Population", "4,000"),
        ("Take-up", "30"),
        ("Impact", "0.05"),
        ("Deadweight", "25%"),
        ("Reference case", "3"),
        ("Attribution", "40%"),
        ("Displacement", "1%"),
        ("Leakage", "2%"),
        ("Substitution", "3%"),
        ("Multiplier", "1.1"),
        ("Unit value, £", "£2.4k"),
        ("Price year", "2025/26"),
        ("First year", "2027/28"),
        ("Lag", "1"),
        ("Last year", "2033/34"),
        ("Drop-off", "10%"),
    ] {
        enter(&mut window, name, text);
    }
    assert_eq!(undo_label(&window), Some("change drop-off of Fewer falls"));
    space(
        &mut window,
        Role::CheckBox,
        "It only moves money between bodies",
    );
    choose(&mut window, "It serves", "Better use of resources");
    choose(&mut window, "Discount rates", "Health and risk to life");
    let it = only_benefit(&window);
    let shares = [
        &it.take_up,
        &it.deadweight,
        &it.attribution,
        &it.displacement,
        &it.leakage,
        &it.substitution,
        &it.drop_off,
    ];
    assert_eq!(
        shares.map(text),
        ["30%", "25%", "40%", "1%", "2%", "3%", "10%"]
    );
    let numbers = [
        &it.population,
        &it.impact,
        &it.reference_case,
        &it.multiplier,
        &it.lag,
    ];
    assert_eq!(numbers.map(text), ["4000", "0.05", "3", "1.1", "1"]);
    assert_eq!(text(&it.unit_value), "2400");
    let years = [it.price_year, it.first_year, it.last_year];
    let years = years.map(|it| it.unwrap().to_string());
    assert_eq!(years, ["2025/26", "2027/28", "2033/34"]);
    assert!(it.is_transfer && !it.is_avoided_cost && !it.rests_on_programme);
    assert_eq!(it.kind, Some(AchievementKind::BetterUse));
    assert_eq!(it.schedule, Schedule::Health);
    space(&mut window, Role::Button, "Add year");
    enter(&mut window, "Year, year 1", "2028/29");
    enter(&mut window, "Share that comes, 2028/29", "50%");
    enter(&mut window, "Cashable, 2028/29", "5%");
    assert_eq!(text(&only_benefit(&window).years[0].share), "50%");
    assert_eq!(text(&only_benefit(&window).years[0].cashable), "5%");
}

#[test]
fn a_sum_asks_for_a_sum_and_keeps_in_sight_what_was_typed_before() {
    let mut window = at(Section::Benefits);
    space(&mut window, Role::Button, "Add benefit");
    enter(&mut window, "Benefit, benefit 1", "One assessment");
    enter(&mut window, "Population", "900");
    assert!(window.query_by_label("Amount, £ a year").is_none());
    pick(&mut window, "Worked out, One assessment", "A sum a year");
    assert_eq!(only_benefit(&window).measure, BenefitMeasure::Sum);
    enter(&mut window, "Amount, £ a year", "35,000");
    assert_eq!(text(&only_benefit(&window).amount), "35000");
    // Nothing is hidden: the population is still there, and says that it is not used.
    field(&window, "Population");
    window.get_by_label("people, places or cases, (not used here)");
    assert!(window.query_by_label("Take-up").is_none());
}

#[test]
fn an_outcome_is_claimed_in_place_of_attribution_and_not_deleted_while_it_is() {
    let mut window = at(Section::Benefits);
    space(&mut window, Role::Button, "Add benefit");
    enter(&mut window, "Benefit, benefit 1", "Fewer falls");
    field(&window, "Attribution");
    assert!(window.query_by_label("Claim").is_none());
    pick(&mut window, "Outcome, Fewer falls", "Fewer admissions");
    window.get_by_label("of “Fewer admissions”,");
    window.get_by_label("for each admission,");
    // 1,000 × 30% = 300; all of the outcome is claimed until somebody says otherwise; at £2 each, £600 a year.
    enter(&mut window, "Population", "1000");
    enter(&mut window, "Take-up", "30%");
    enter(&mut window, "Unit value, £", "2");
    window.get_by_label("£600 in 2026/27");
    assert_eq!(window.query_all_by_label("leaves 300").count(), 2);
    assert!(window.query_by_label("Attribution").is_none());
    enter(&mut window, "Claim", "60%");
    assert_eq!(text(&only_benefit(&window).claim), "60%");

    window.state_mut().view.page = Page::Outcomes;
    window.run();
    window.get_by_label("Delete Fewer admissions").click();
    window.run();
    assert_eq!(register(&window).outcomes.len(), 1);
    window.get_by_label("Fewer admissions is in use, so it was not deleted");
    // The way there leads to the benefits.
    window.state_mut().view.section = Section::Meetings;
    window.get_by_label("Market").click();
    window.run();
    assert_eq!(window.state().view.page, MARKET);
    assert_eq!(window.state().view.section, Section::Benefits);
    pick(&mut window, "Outcome, Fewer falls", "—");
    window.state_mut().view.page = Page::Outcomes;
    window.run();
    window.get_by_label("Delete Fewer admissions").click();
    window.run();
    assert!(register(&window).outcomes.is_empty());
    window.get_by_label("No outcomes yet");
}

#[test]
fn an_outcome_is_added_with_its_unit_and_note() {
    let mut window = light(Desk::of(BODY, Page::Outcomes, Section::Profile));
    space(&mut window, Role::Button, "Add outcome");
    enter(&mut window, "Outcome, outcome 2", "Safer streets");
    enter(&mut window, "One unit, Safer streets", "crime");
    enter(&mut window, "Note, Safer streets", "Police figures");
    let it = &register(&window).outcomes[1];
    assert_eq!(
        (it.name.as_str(), it.unit.as_str(), it.note.as_str()),
        ("Safer streets", "crime", "Police figures")
    );
}

#[test]
fn benefits_are_pasted_with_the_fields_of_the_form_below() {
    let mut window = at(Section::Benefits);
    space(&mut window, Role::Button, "Add benefit");
    window.event(Event::Paste(
        "Benefit\tClass\tWho gains\tOutcome\tPopulation\tDeadweight\tUnit value\tFirst year\tAvoided cost\n\
         Fewer falls\tSocial\t\tFewer admissions\t4,000\t25%\t£2,400\t2027/28\tno\n\
         One visit\tFiscal\tTarnwick Council\t\t900\t10%\t£35\t2026/27\tyes\n"
            .to_owned(),
    ));
    window.run();
    let [falls, visit] = market(&window).benefits.as_slice() else {
        panic!("{:#?}", market(&window).benefits);
    };
    assert_eq!(falls.class, BenefitClass::Social);
    assert_eq!(falls.outcome, Some(Id::new(Kind::Outcome, 1)));
    assert_eq!(falls.partner, None);
    assert_eq!(text(&falls.population), "4000");
    assert_eq!(text(&falls.unit_value), "2400");
    assert_eq!(falls.first_year.unwrap().to_string(), "2027/28");
    assert_eq!(visit.partner, Some(Id::new(Kind::Partner, 1)));
    assert_eq!(text(&visit.deadweight), "10%");
    assert!(visit.is_avoided_cost && !falls.is_avoided_cost);
    undo(&mut window);
    assert_eq!(only_benefit(&window).name, "");
}

#[test]
fn only_money_is_cashable() {
    let mut window = at(Section::Benefits);
    space(&mut window, Role::Button, "Add benefit");
    enter(&mut window, "Benefit, benefit 1", "Fewer falls");
    pick(&mut window, "Class, Fewer falls", "Social");
    window.get_by_label("not money");
    pick(&mut window, "Class, Fewer falls", "Fiscal");
    type_into(&mut window, "Cashable, Fewer falls", "20%");
    press(&mut window, Key::Enter);
    pick(&mut window, "Class, Fewer falls", "Social");
    // What was typed stays in sight, with a query.
    field(&window, "Cashable, Fewer falls");
    assert_eq!(text(&only_benefit(&window).cashable), "20%");
}

#[test]
fn the_usual_options_come_in_one_step_and_the_missing_ones_later() {
    let mut window = at(Section::Options);
    window.get_by_label("No options yet");
    space(&mut window, Role::Button, "Add the usual options");
    let forms = |window: &Window| -> Vec<OptionForm> {
        market(window).options.iter().map(|it| it.form).collect()
    };
    assert_eq!(
        forms(&window),
        [
            OptionForm::Leave,
            OptionForm::Merge,
            OptionForm::Consultation,
            OptionForm::Network,
            OptionForm::Contract
        ]
    );
    assert!(window.query_by_label_contains("usual options").is_none());
    undo(&mut window);
    assert!(market(&window).options.is_empty());
    space(&mut window, Role::Button, "Add option");
    enter(&mut window, "Option, option 1", "Join the Quays");
    pick(&mut window, "What is done, Join the Quays", "Merge");
    pick(&mut window, "Merged with, Join the Quays", "Quays");
    enter(&mut window, "From, Join the Quays", "2028/29");
    enter(&mut window, "Keeps, Join the Quays", "40%");
    enter(&mut window, "Achievement, Join the Quays", "55");
    enter(&mut window, "Note, Join the Quays", "One office");
    let it = &market(&window).options[0];
    assert_eq!(it.merged_with, Some(Id::new(Kind::Partnership, 2)));
    assert_eq!(it.from.unwrap().to_string(), "2028/29");
    assert_eq!(
        (text(&it.keeps), text(&it.achievement)),
        ("40%".into(), "55".into())
    );
    space(&mut window, Role::Button, "Add the other usual options");
    assert_eq!(forms(&window).len(), 5);
    assert_eq!(forms(&window)[0], OptionForm::Merge);
}

#[test]
fn an_option_has_lines_costs_and_benefits_of_its_own() {
    let mut window = at(Section::Options);
    space(&mut window, Role::Button, "Add option");
    enter(&mut window, "Option, option 1", "Half");
    space(&mut window, Role::Button, "Add line");
    // A meeting and a cash line have the same name: the list says which is which.
    pick(
        &mut window,
        "Line of the partnership, line 1",
        "Board (cash",
    );
    enter(&mut window, "What is left of it, Board", "50%");
    space(&mut window, Role::Button, "Add cash line");
    enter(&mut window, "Cash line, cash line 1", "Notice");
    pick(&mut window, "How often, Notice", "One-off");
    enter(&mut window, "Amount, Notice", "1200");
    enter(&mut window, "Spent in", "2027/28");
    space(&mut window, Role::Button, "Add benefit");
    enter(&mut window, "Benefit, benefit 1", "One office");
    enter(&mut window, "Unit value, £", "5");
    let it = &market(&window).options[0];
    assert_eq!(it.lines[0].record, Some(Id::new(Kind::CashLine, 1)));
    assert_eq!(text(&it.lines[0].keeps), "50%");
    assert_eq!(text(&it.cash_lines[0].amount), "1200");
    assert_eq!(it.cash_lines[0].year.unwrap().to_string(), "2027/28");
    assert_eq!(text(&it.benefits[0].unit_value), "5");
    assert!(market(&window).benefits.is_empty());
    assert_eq!(market(&window).cash_lines.len(), 1);
    // A query on the option's own benefit leads back to it.
    let input = InputId {
        record: it.benefits[0].id,
        field: "population",
    };
    let held = register(&window).clone();
    let view = &mut window.state_mut().view;
    view.page = Page::Overview;
    view.section = Section::Benefits;
    show_input(view, &held, input);
    window.run();
    assert_eq!(window.state().view.section, Section::Options);
    assert!(field(&window, "Population").is_focused());
}

#[test]
fn an_indicator_says_what_it_measures_and_where_it_was() {
    let mut window = at(Section::Achievement);
    choose(&mut window, "It measures", "Users’ views");
    choose(&mut window, "It should go", "Down");
    enter(&mut window, "Seen to by", "Head of analysis");
    choose(&mut window, "Quality of the data", "Fair");
    space(&mut window, Role::Button, "Add reading");
    enter(&mut window, "Measured on, reading 1", "1/4/2025");
    enter(&mut window, "Reading, 1 Apr 2025", "195");
    let it = &market(&window).indicators[0];
    assert_eq!(it.kind, IndicatorKind::UsersViews);
    assert_eq!(it.direction, Some(Direction::Down));
    assert_eq!(it.owner, "Head of analysis");
    assert_eq!(it.quality, Some(DataQuality::Fair));
    assert_eq!(text(&it.readings[0].actual), "195");
}

#[test]
fn points_become_weights_in_one_step() {
    let mut window = at(Section::Achievement);
    space(&mut window, Role::Button, "Weigh the changes");
    window.get_by_label("200 → 150");
    enter(&mut window, "Points, Falls", "40");
    enter(&mut window, "Points, Visits", "20");
    window.get_by_label("Give 100 to the change that matters most");
    enter(&mut window, "Points, Trust", "100");
    // 40 + 20 is less than 100; 40, 20 and 100 are 25 %, 12.5 % and 62.5 % of 160.
    window.get_by_label(
        "“Falls” and “Visits” together weigh 60, less than “Trust” with 100: is the change in “Trust” worth more \
         than both?",
    );
    window.get_by_label("25%");
    window.get_by_label("12.5%");
    window.get_by_label("62.5%");
    space(&mut window, Role::Button, "Use these weights");
    assert_eq!(undo_label(&window), Some("weigh by swing"));
    window.get_by_label("These are the weights");
    let weights = |window: &Window| {
        let it = market(window);
        let measured = it.indicators.iter().map(|it| text(&it.weight));
        let judged = it.judgements.iter().map(|it| text(&it.weight));
        measured.chain(judged).collect::<Vec<_>>()
    };
    assert_eq!(weights(&window), ["40", "20", "100"]);
    undo(&mut window);
    assert_eq!(weights(&window), ["", "", ""]);
    space(&mut window, Role::Button, "Close");
    assert!(window.query_by_label("Points, Falls").is_none());
}

#[test]
fn the_settings_hold_the_years_prices_and_marks_of_an_appraisal() {
    let mut window = light(Desk::of(BODY, Page::Settings, Section::Profile));
    enter(&mut window, "First year", "2027/28");
    enter(&mut window, "Years", "30");
    choose(&mut window, "Discounted at", "Middle of the year");
    for words in [
        "Correct costs and benefits for optimism, by the grade of their evidence",
        "Between partners, count every fiscal benefit, not only what releases cash",
    ] {
        space(&mut window, Role::CheckBox, words);
    }
    enter(&mut window, "Green from", "95%");
    enter(&mut window, "Amber from", "60%");
    space(&mut window, Role::Button, "Add index");
    enter(&mut window, "Year, index 1", "2030/31");
    type_into(&mut window, "Index, 2030/31", "112.5");
    press(&mut window, Key::Enter);
    let it = &register(&window).settings;
    assert_eq!(it.first_year.unwrap().to_string(), "2027/28");
    assert_eq!(text(&it.horizon), "30");
    assert_eq!(it.timing, Timing::MidYear);
    assert!(it.has_optimism_bias && it.transfers_count_all_fiscal);
    let marks = [&it.green_from, &it.amber_from];
    assert_eq!(marks.map(text), ["95%", "60%"]);
    assert_eq!(text(&it.price_indices[0].index), "112.5");
}

#[test]
fn the_additional_share_stands_with_the_direct_costs() {
    let mut window = at(Section::DirectCosts);
    enter(&mut window, "Additional share", "80%");
    assert_eq!(text(&market(&window).additional_share), "80%");
    assert_eq!(
        undo_label(&window),
        Some("change additional share of Market")
    );
}
