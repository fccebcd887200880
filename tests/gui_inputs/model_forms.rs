//! Journeys by keyboard through the forms of the cost model: calendars, charges, plans, pools, grades, sharing.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use fruitful::gui::view::{Page, Section};
use fruitful::model::direct_cost::CashKind;
use fruitful::model::partner::VatRecovery;
use fruitful::model::partnership::Partnership;
use fruitful::model::register::Register;
use fruitful::model::sharing::SharingRule;
use fruitful::units::id::{Id, Kind};
use fruitful::units::money_unit::MoneyUnit;

use super::desk::{Desk, Window, light};
use super::keys::{choose, enter, field, pick, press, space, type_into, undo, undo_label};

const MARKET: Page = Page::Partnership(Id::new(Kind::Partnership, 1));

/// An analyst of £40,000 a year, loaded, so that a whole post is round; a voluntary host of unknown VAT.
const BODY: &str = r#"
    settings: (base_year: "2026/27"),
    partners: [
        (id: "o1", name: "Tarnwick Council", is_us: true),
        (id: "o2", name: "Tarnwick Volunteers", kind: Voluntary),
    ],
    grades: [
        (id: "g1", name: "Analyst", pay: LoadedCost, amount: "40000", posts: "4"),
        (id: "g2", name: "Chief", pay: LoadedCost, amount: "90000", posts: "1"),
        (id: "g3", name: "Steward", pay: DayRate),
    ],
    partnerships: [(
        id: "p1", name: "Market", members: ["o1", "o2"],
        meetings: [(
            id: "m1", name: "Board", times_a_year: "4", length: "2",
            attendees: [(id: "a1", partner: "o1", grade: "g2", number: "1")],
            expenses: [(id: "x1", name: "Room", cost: "50", partner: "o1")],
        )],
        secondments: [(
            id: "d1", name: "Data lead", grade: "g1", lender: "o1", host: "o2", fte: "1",
        )],
        cash_lines: [(id: "c1", name: "Rent", amount: "6000", partner: "o1")],
        in_kind: [(id: "k1", name: "Room", partner: "o1", quantity: "10", unit_cost: "20")],
        between_meetings: [(id: "b1", name: "Briefing", partner: "o1", grade: "g1", hours_a_week: "1")],
        posts: [(id: "s1", name: "Co-ordinator", grade: "g1", partner: "o1", fte: "1")],
    )],
    last_id: 20,
"#;

fn at(page: Page, section: Section) -> Window {
    light(Desk::of(BODY, page, section))
}

fn register(window: &Window) -> &Register {
    window.state().session.register()
}

fn market(window: &Window) -> &Partnership {
    &register(window).partnerships[0]
}

#[test]
fn a_calendar_is_filled_in_by_one_edit_and_counts_in_place_of_times_a_year() {
    let mut window = at(MARKET, Section::Meetings);
    window.get_by_label("No meeting is dated in 2026/27, so times a year is used.");
    enter(&mut window, "First meeting on", "14/4/2026");
    enter(&mut window, "How many in all", "14");
    // The second Tuesdays from 14 April 2026 to 11 May 2027; twelve of them before April 2027.
    window.get_by_label("14 Apr 2026 to 11 May 2027");
    space(&mut window, Role::Button, "Add 14 dates");
    assert_eq!(undo_label(&window), Some("add 14 dates to Board"));
    let days = &market(&window).meetings[0].dates;
    let day = |at: usize| days[at].date.unwrap().to_string();
    assert_eq!(
        (day(0), day(1), day(13)),
        (
            "2026-04-14".into(),
            "2026-05-12".into(),
            "2027-05-11".into()
        )
    );
    window.get_by_label("12 meetings are dated in 2026/27, and these are counted.");
    // The same series again adds nothing.
    window.get_by_label("every one is in the calendar already");
    undo(&mut window);
    assert!(market(&window).meetings[0].dates.is_empty());
}

#[test]
fn a_date_of_a_calendar_is_typed_and_its_length_is_its_own() {
    let mut window = at(MARKET, Section::Meetings);
    space(&mut window, Role::Button, "Add date");
    assert!(field(&window, "Date, date 1").is_focused());
    enter(&mut window, "Date, date 1", "14 Oct 2026");
    enter(&mut window, "Length, 14 Oct 2026", "90 min");
    space(&mut window, Role::CheckBox, "Online, 14 Oct 2026");
    let date = &market(&window).meetings[0].dates[0];
    assert_eq!(
        date.length.value(),
        Some(fruitful::units::quantity::Hours::minutes(90))
    );
    assert!(date.is_online);
    window.get_by_label("One meeting is dated in 2026/27, and it alone is counted.");
    space(&mut window, Role::CheckBox, "In person only, Room");
    assert!(market(&window).meetings[0].expenses[0].is_in_person_only);
}

#[test]
fn a_charge_for_a_secondee_says_who_bears_what() {
    let mut window = at(MARKET, Section::Staff);
    window.get_by_label("The lender keeps");
    assert!(window.query_by_label("The host pays").is_none());
    // 25% of £40,000 is £10,000; the lender keeps £30,000. Whether the host recovers VAT is not known.
    enter(&mut window, "Charge, a share", "25%");
    window.get_by_label("£30,000.00");
    window.get_by_label("£10,000.00");
    window.get_by_label("is it recovered? Say on Partners");
    space(
        &mut window,
        Role::CheckBox,
        "None is due, as where both employ the post",
    );
    assert!(window.query_by_label("VAT on the charge").is_none());
    // A stand-in at £45,000 for all of the time costs £5,000 more than the secondee.
    enter(&mut window, "Stand-in, £ a year", "45,000");
    window.get_by_label("£5,000.00");
    assert_eq!(
        undo_label(&window),
        Some("change stand-in, £ a year of Data lead")
    );
}

#[test]
fn a_plan_is_typed_year_by_year() {
    let mut window = at(MARKET, Section::DirectCosts);
    pick(&mut window, "How often, Rent", "Year by year");
    assert_eq!(market(&window).cash_lines[0].kind, CashKind::Profiled);
    window.get_by_label("by its plan");
    space(&mut window, Role::Button, "Add year");
    enter(&mut window, "Year, year 1", "2026/27");
    type_into(&mut window, "Amount, 2026/27", "1.2k");
    press(&mut window, Key::Enter);
    window.get_by_label("Cost a year, Rent £1,200, show basis");
    undo(&mut window);
    assert_eq!(market(&window).cash_lines[0].years[0].amount.value(), None);
}

#[test]
fn a_kind_shows_the_fields_that_it_uses_and_those_that_hold_something() {
    let mut window = at(MARKET, Section::DirectCosts);
    assert!(window.query_by_label("Life").is_none());
    enter(&mut window, "From", "1/10/2026");
    pick(&mut window, "How often, Rent", "One-off");
    assert_eq!(market(&window).cash_lines[0].kind, CashKind::OneOff);
    field(&window, "Life");
    field(&window, "Spent in");
    // What was typed is kept in sight, and the form says that it is not used.
    field(&window, "From");
    window.get_by_label("not used: one-off");
    assert!(window.query_by_label("To").is_none());
}

#[test]
fn a_pool_pays_in_place_of_one_body_and_is_not_deleted_while_it_does() {
    let mut window = at(MARKET, Section::DirectCosts);
    space(&mut window, Role::Button, "Add pooled budget");
    enter(&mut window, "Pooled budget, pooled budget 1", "Joint fund");
    space(&mut window, Role::Button, "Add contribution");
    pick(
        &mut window,
        "Who pays in, contribution 1",
        "Tarnwick Volunteers",
    );
    enter(&mut window, "Amount, Tarnwick Volunteers", "9000");
    choose(&mut window, "Paid from", "Joint fund");
    assert_eq!(
        market(&window).cash_lines[0].pool,
        Some(market(&window).pools[0].id)
    );
    // Who paid before is kept, and the cell says who bears it now.
    assert!(market(&window).cash_lines[0].partner.is_some());
    window.get_by_label("the pool’s contributors");
    window.get_by_label("Delete Joint fund").click();
    window.run();
    assert_eq!(market(&window).pools.len(), 1);
    window.get_by_label("Joint fund is in use, so it was not deleted");
    window
        .get_by_role_and_label(Role::ComboBox, "Paid from")
        .focus();
    window.run();
    press(&mut window, Key::ArrowUp);
    assert_eq!(market(&window).cash_lines[0].pool, None);
    window.get_by_label("Delete Joint fund").click();
    window.run();
    assert!(market(&window).pools.is_empty());
}

#[test]
fn a_post_is_paid_from_a_pool_and_has_its_own_dates() {
    let mut window = at(MARKET, Section::Staff);
    type_into(&mut window, "FTE, Co-ordinator", "0.5");
    press(&mut window, Key::Tab);
    // Two fields are called From: the post's stands first.
    let all: Vec<_> = window
        .get_all_by_role_and_label(Role::TextInput, "From")
        .collect();
    assert_eq!(all.len(), 2);
    all[0].focus();
    window.run();
    window
        .get_all_by_role_and_label(Role::TextInput, "From")
        .next()
        .unwrap()
        .type_text("1/4/2027");
    window.run();
    press(&mut window, Key::Tab);
    assert_eq!(
        market(&window).posts[0].start.unwrap().to_string(),
        "2027-04-01"
    );
}

#[test]
fn a_volunteer_of_a_skill_has_the_customary_rate() {
    let mut window = at(Page::Grades, Section::Profile);
    field(&window, "Grade, Steward").focus();
    window.run();
    window.run();
    choose(&mut window, "Skill", "Skilled");
    // £150 for a day of 7 hours is £21.43 an hour.
    window.get_by_label("Cost an hour £21.43, show basis");
    window.get_by_label("Cost an hour, Steward £21.43, show basis");
    assert_eq!(register(&window).grades[2].amount.value(), None);
    enter(&mut window, "Hours a day", "6");
    // £150 over 6 hours.
    window.get_by_label("Cost an hour £25.00, show basis");
}

#[test]
fn a_grade_has_working_time_of_its_own() {
    let mut window = at(Page::Grades, Section::Profile);
    for (name, text) in [
        ("Hours a week", "35"),
        ("Days of leave", "30"),
        ("Bank holidays", "9"),
        ("Days of training", "3"),
        ("Days of sickness", "4"),
        ("Growth of pay", "2%"),
    ] {
        enter(&mut window, name, text);
    }
    // (260.7 − 30 − 9 − 3 − 4) × 35 ÷ 5 = 1,502.9 hours; £40,000 over them is £26.615.
    window.get_by_label("Cost an hour £26.62, show basis");
    assert_eq!(undo_label(&window), Some("change growth of pay of Analyst"));
}

#[test]
fn a_grade_of_one_post_is_merged_and_one_undo_takes_it_back() {
    let mut window = at(Page::Grades, Section::Profile);
    field(&window, "Grade, Chief").focus();
    window.run();
    window.run();
    let before = register(&window).clone();
    choose(&mut window, "Merge with", "Analyst");
    space(&mut window, Role::Button, "Merge");
    assert_eq!(undo_label(&window), Some("merge Chief with Analyst"));
    assert_eq!(register(&window).grades.len(), 2);
    let analyst = Some(Id::new(Kind::Grade, 1));
    assert_eq!(market(&window).meetings[0].attendees[0].grade, analyst);
    undo(&mut window);
    assert_eq!(*register(&window), before);
}

#[test]
fn settings_hold_growth_awards_and_the_unit_of_money() {
    let mut window = at(Page::Settings, Section::Profile);
    enter(&mut window, "Price year", "2025/26");
    enter(&mut window, "Growth of prices", "2.5");
    space(&mut window, Role::Button, "Add pay award");
    enter(&mut window, "First year paid, pay award 1", "2027/28");
    enter(&mut window, "Rise, 2027/28", "3%");
    choose(&mut window, "Money shown in", "£k");
    let settings = &register(&window).settings;
    assert_eq!(settings.price_year.unwrap().to_string(), "2025/26");
    assert_eq!(settings.pay_awards[0].rise.value(), Some("3%".parse_rate()));
    assert_eq!(settings.money_unit, MoneyUnit::Thousands);
}

#[test]
fn a_partner_says_whether_it_recovers_vat() {
    let mut window = at(Page::Partners, Section::Profile);
    pick(&mut window, "VAT, Tarnwick Volunteers", "Not recovered");
    enter(&mut window, "Population, Tarnwick Council", "180,000");
    enter(&mut window, "Budget a year, Tarnwick Council", "£210m");
    let partners = &register(&window).partners;
    assert_eq!(partners[1].vat, Some(VatRecovery::NotInFull));
    assert!(partners[0].population.value().is_some());
    assert!(partners[0].budget.value().is_some());
}

#[test]
fn shares_get_a_row_for_each_member() {
    let mut window = at(MARKET, Section::Sharing);
    choose(&mut window, "Shared", "By agreed per cent");
    assert_eq!(market(&window).sharing, SharingRule::Agreed);
    space(&mut window, Role::Button, "Add a row for 2 members");
    assert_eq!(undo_label(&window), Some("add shares of 2 members"));
    enter(&mut window, "Agreed part, Tarnwick Council", "60%");
    enter(&mut window, "Agreed part, Tarnwick Volunteers", "40%");
    enter(&mut window, "Part of the benefit, Tarnwick Council", "50%");
    let queries = |window: &Window| {
        let findings = window.state().session.findings().unwrap();
        findings
            .queries()
            .filter(|it| it.message.contains("100%"))
            .count()
    };
    assert_eq!(queries(&window), 0);
    assert!(window.query_by_label_contains("Add a row for").is_none());
}

#[test]
fn gifts_and_work_between_meetings_have_their_own_time() {
    let mut window = at(MARKET, Section::InKind);
    enter(&mut window, "Each is worth, £", "80");
    enter(&mut window, "To", "30/9/2026");
    // Six of twelve months of ten at £20; what each is worth is never a cost.
    window.get_by_label("Cost a year, Room £100, show basis");
    window.state_mut().view.section = Section::BetweenMeetings;
    window.run();
    enter(&mut window, "From", "1/1/2027");
    enter(&mut window, "Weeks", "40");
    assert!(market(&window).between_meetings[0].start.is_some());
    assert!(market(&window).between_meetings[0].weeks.value().is_some());
}

/// A rate as a file has it.
trait ParseRate {
    fn parse_rate(&self) -> fruitful::units::quantity::Rate;
}

impl ParseRate for str {
    fn parse_rate(&self) -> fruitful::units::quantity::Rate {
        fruitful::units::parse::Typed::from_text(self).unwrap()
    }
}
