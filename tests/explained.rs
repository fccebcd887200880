//! Every figure that is listed, of every sample, is explained down to what was typed or published.

use std::path::Path;

use fruitful::findings::detail::detail;
use fruitful::findings::explain::explain;
use fruitful::findings::explanation::{Explanation, Origin};
use fruitful::findings::findings::{Findings, Question};
use fruitful::guidance::edition::newest;
use fruitful::report::figures::{self, Figure};
use fruitful::store::read::read;
use rayon::prelude::*;
use rust_decimal::Decimal;

use crate::support::registers::findings;

fn of_sample(name: &str) -> Findings {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("sample_data")
        .join(name);
    findings(&read(&path).unwrap().register)
}

fn all_figures(found: &Findings, step: usize) -> Vec<Figure> {
    let question = Question { year: found.year };
    let mut all = figures::portfolio(found);
    all.extend(figures::grades(found));
    for it in found.partnerships.iter().step_by(step) {
        all.extend(figures::partnership(it));
        let detail = detail(&found.register, newest(), question, it.id).unwrap();
        all.extend(figures::records(it.id, &detail));
    }
    all
}

/// The first part of the tree that neither has parts nor was typed, published or part of a formula.
fn loose_end(it: &Explanation) -> Option<String> {
    if !it.parts.is_empty() {
        return it.parts.iter().find_map(loose_end);
    }
    match &it.origin {
        Origin::Worked(how) if how != "nothing entered" => Some(format!("{}: {how}", it.label)),
        _ => None,
    }
}

fn check(name: &str, step: usize) {
    let found = of_sample(name);
    let question = Question { year: found.year };
    let figures = all_figures(&found, step);
    assert!(figures.len() > 100, "{name}");
    figures
        .par_iter()
        .filter(|it| it.value.is_some())
        .for_each(|figure| {
            let id = figure.id;
            let explained = explain(&found.register, newest(), question, id);
            let explained = explained.unwrap_or_else(|| panic!("{name}: {id} is not explained"));
            // The tree shows the figure before it is rounded to ten decimals.
            let gap = explained.value.unwrap() - figure.value.unwrap();
            assert!(gap.abs() < Decimal::new(1, 9), "{name}: {id}, {gap}");
            assert_eq!(loose_end(&explained), None, "{name}: {id}");
        });
}

#[test]
fn every_figure_of_the_small_samples_ends_in_what_was_typed_or_published() {
    check("small.ron", 1);
    check("arrangements.ron", 1);
}

#[test]
fn every_figure_of_the_borough_ends_in_what_was_typed_or_published() {
    check("borough.ron", 1);
}

/// Every tenth of its sixty partnerships: the others have the same records.
#[test]
fn every_figure_of_the_county_ends_in_what_was_typed_or_published() {
    check("county.ron", 10);
}
