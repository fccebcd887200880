//! A chart of one partnership inside a page: by pointer, by key, as a table, and by eye.

use eframe::egui::accesskit::Role;
use eframe::egui::{CentralPanel, Key, ScrollArea, Theme, Ui, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use fruitful::chart::catalogue::{Chosen, PARTNERSHIP_CHARTS, PartnershipChart};
use fruitful::chart::{cash_flow, options, who_gains};
use fruitful::gui::doubts::DoubtsAtHand;
use fruitful::gui::page::PageContext;
use fruitful::gui::results::partnership_chart::partnership_chart;
use fruitful::gui::theme;
use fruitful::gui::view::{Page, Section};
use fruitful::session::preferences::Look;
use fruitful::units::id::{Id, Kind};

use super::desk::{Desk, Window};
use crate::support::renderer::SoftRenderer;
use crate::support::screenshot::screenshot;

/// £20,000 a year and £30,000 once against £39,000 a year, and an option that halves all of it.
const BODY: &str = r#"
    settings: (base_year: "2026/27", horizon: "10"),
    partners: [(id: "o1", name: "Tarnwick Council", is_us: true)],
    partnerships: [(
        id: "p1", name: "Family hub", members: ["o1"], additional_share: "100%",
        cash_lines: [
            (id: "c1", name: "Rooms", amount: "20000", partner: "o1", purpose: Running),
            (id: "c2", name: "Set-up", kind: SetUp, year: "2026/27", amount: "30000", partner: "o1", purpose: Running),
        ],
        benefits: [
            (id: "be1", name: "Fewer placements", class: Fiscal, cashable: "60%", partner: "o1", measure: Sum, amount: "25000"),
            (id: "be2", name: "Better health", class: Social, measure: Sum, amount: "14000"),
        ],
        options: [(id: "op1", name: "Half of it", form: Other, keeps: "50%", achievement: "70")],
    )],
    last_id: 99,
"#;

fn p1() -> Id {
    Id::new(Kind::Partnership, 1)
}

fn window(charts: &'static [PartnershipChart], look: Look, size: Vec2) -> Window {
    let desk = Desk::of(BODY, Page::Partnership(p1()), Section::Benefits);
    let theme = if look == Look::Light {
        Theme::Light
    } else {
        Theme::Dark
    };
    let mut window = Harness::builder()
        .with_size(size)
        .with_theme(theme)
        .renderer(SoftRenderer::default())
        .with_context_setup(move |ctx| {
            theme::install(ctx);
            theme::set_look(ctx, look);
        })
        .build_ui_state(
            move |ui: &mut Ui, desk: &mut Desk| show(ui, desk, charts),
            desk,
        );
    window.run();
    window
}

fn show(ui: &mut Ui, desk: &mut Desk, charts: &'static [PartnershipChart]) {
    desk.session.settle();
    let mut actions = Vec::new();
    let mut page = PageContext {
        session: &desk.session,
        view: &mut desk.view,
        detail: None,
        doubt: None,
        doubts: &DoubtsAtHand::default(),
        actions: &mut actions,
    };
    let frame = theme::page_frame(ui);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().show(ui, |ui| {
            for chart in charts {
                partnership_chart(ui, &mut page, chart, p1(), 460.0);
            }
        });
    });
}

fn light(charts: &'static [PartnershipChart]) -> Window {
    window(charts, Look::Light, Vec2::new(900.0, 700.0))
}

#[test]
fn a_chart_is_a_figure_whose_marks_are_walked_and_explained_by_key() {
    let mut window = light(&[cash_flow::CHART]);
    // By hand: a pound a year for ten years at 3.5% is £8.6077; 19,000 × 8.6077 − 30,000 = 133,546.
    let title =
        "Family hub pays back after 0.6 years: benefits exceed costs by £134k over 10 years";
    let figure = window.get_by_role_and_label(Role::Figure, title);
    let said = figure.accesskit_node().description().unwrap_or_default();
    assert!(said.contains("a line of the net"), "{said}");
    figure.focus();
    window.run();
    // The first year, then its benefit, then its cost.
    for _ in 0..2 {
        window.key_press(Key::ArrowRight);
        window.run();
    }
    window.key_press(Key::Enter);
    window.run();
    let shown = window.state().view.explained.map(|it| it.to_string());
    assert_eq!(shown.as_deref(), Some("p1/worth/year-cost/2026"));
    let value = window.get_by_role_and_label(Role::Figure, title).value();
    assert!(value.unwrap_or_default().contains("Cost £50,000"));
    screenshot(&mut window, "partnership-chart-light");
}

#[test]
fn a_click_on_a_mark_shows_its_basis() {
    let mut window = light(&[who_gains::CHART]);
    let title = "Family hub: the public gains £121k";
    let marks = window.get_by_role_and_label(Role::Figure, title);
    let rect = marks.rect();
    // The name of the first row answers with its net.
    let at = rect.min + Vec2::new(20.0, 45.0);
    window.hover_at(at);
    window.run();
    window.drag_at(at);
    window.drop_at(at);
    window.run();
    let shown = window.state().view.explained.map(|it| it.to_string());
    assert_eq!(shown.as_deref(), Some("p1/worth/net/public"));
}

#[test]
fn a_chart_turns_into_its_table_and_asks_to_be_exported() {
    let mut window = light(&[options::CHART]);
    window.get_by_label("Table: Comparison of options").click();
    window.run();
    assert!(window.query_by_label_contains("Half of it").is_some());
    window.get_by_label("Chart: Comparison of options").click();
    window.run();
    window.get_by_label("Export Comparison of options").click();
    window.run();
    assert_eq!(window.state().view.export, Chosen::of_one("options", p1()));
}

#[test]
fn every_chart_of_a_partnership_can_be_painted() {
    let wants_all = std::env::var_os("FRUITFUL_PICTURES").is_some();
    let looks = [
        (Look::Light, "light"),
        (Look::Dark, "dark"),
        (Look::HighContrast, "contrast"),
    ];
    let n = if wants_all { 3 } else { 1 };
    for (look, name) in looks.into_iter().take(n) {
        let size = if wants_all {
            Vec2::new(900.0, 1_900.0)
        } else {
            Vec2::new(640.0, 500.0)
        };
        let mut window = window(PARTNERSHIP_CHARTS, look, size);
        screenshot(&mut window, &format!("partnership-charts-{name}"));
    }
}
