//! The basis of a figure as a tree: by key, as a text, and quick however large it is.

use eframe::egui::{Key, OutputCommand, Vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use fruitful::findings::explanation::Explanation;
use fruitful::gui::results::explanation::explanation_panel;
use fruitful::gui::theme;
use fruitful::units::quantity::Unit;
use rust_decimal::Decimal;

use crate::support::renderer::SoftRenderer;

const N: i64 = 100_000;

fn part(label: String, n: i64, parts: Vec<Explanation>) -> Explanation {
    Explanation::worked(label, Unit::Money, Decimal::from(n), "hours × price", parts)
}

/// A sum of 100,000 parts, each with one below it.
fn tree(n: i64) -> Explanation {
    let parts = (1..=n).map(|n| {
        let below = part(format!("Below {n}"), n, Vec::new());
        part(format!("Part {n}"), n, vec![below])
    });
    Explanation::sum("All", Unit::Money, Decimal::from(n), parts.collect())
}

fn window(n: i64) -> Harness<'static> {
    let explanation = tree(n);
    let figure = "p1/worth/pvc".parse().unwrap();
    let mut window = Harness::builder()
        .with_size(Vec2::new(360.0, 800.0))
        .renderer(SoftRenderer::default())
        .with_context_setup(theme::install)
        .build_ui(move |ui| {
            explanation_panel(ui, figure, Some(&explanation));
        });
    window.run();
    window
}

fn press(window: &mut Harness<'static>, name: &str) {
    window.get_by_label(name).focus();
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

#[test]
fn of_a_hundred_thousand_parts_few_are_drawn_until_more_are_asked_for() {
    let mut window = window(N);
    assert_eq!(window.query_all_by_label_contains("Part ").count(), 200);
    assert_eq!(window.query_all_by_label_contains("Below ").count(), 0);
    press(&mut window, "Show 200 of 99,800 more");
    assert_eq!(window.query_all_by_label_contains("Part ").count(), 400);
    press(&mut window, "Part 1 £1.00");
    assert_eq!(window.query_all_by_label_contains("Below ").count(), 1);
    press(&mut window, "Part 1 £1.00");
    assert_eq!(window.query_all_by_label_contains("Below ").count(), 0);
}

#[test]
fn the_whole_basis_is_copied_as_the_command_line_prints_it() {
    let mut window = window(2);
    window.get_by_label("Copy as text").click();
    window.run_steps(1);
    let commands = &window.output().platform_output.commands;
    let copied = commands.iter().find_map(|it| match it {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let lines = [
        "All  £2.00  = sum of 2 parts",
        "  Part 1  £1.00  = hours × price",
        "    Below 1  £1.00  = hours × price",
        "  Part 2  £2.00  = hours × price",
        "    Below 2  £2.00  = hours × price",
        "",
    ];
    assert_eq!(copied, Some(lines.join("\n")));
}
