//! The pages that the window shows.

use fruitful::export::preview;
use fruitful::export::print_size::PrintSize;

use super::documents::{charts, paper};

#[test]
fn a_page_is_drawn_at_the_size_that_is_asked_for() {
    let pages = preview::paper(&paper(15, charts("small.ron"))).unwrap();
    assert!(pages.count() >= 4, "{}", pages.count());
    let (width, height) = pages.size(0).unwrap();
    assert!((width - 595.28).abs() < 0.1, "{width}");
    assert!((height - 841.89).abs() < 0.1, "{height}");
    let drawn = pages.draw(0, 1.5).unwrap();
    assert_eq!((drawn.width, drawn.height), (893, 1263));
    assert_eq!(drawn.rgba.len(), 893 * 1263 * 4);
    let dark = drawn.rgba.chunks(4).filter(|it| it[0] < 60).count();
    assert!(dark > 5_000, "there is text: {dark}");
    assert!(
        drawn.rgba.chunks(4).all(|it| it[3] == 255),
        "paper is opaque"
    );
    assert!(pages.draw(pages.count(), 1.0).is_none());
}

#[test]
fn a_chart_is_drawn_on_a_page_of_its_own_size() {
    let chart = charts("small.ron").remove(0);
    let pages = preview::chart(&chart, &PrintSize::new(100.0, 300.0).unwrap()).unwrap();
    assert_eq!(pages.count(), 1);
    let drawn = pages.draw(0, 1.0).unwrap();
    assert_eq!(drawn.width, 283, "100 mm are 283.46 points");
}
