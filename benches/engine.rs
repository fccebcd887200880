//! The engine: opening, appraising and editing registers of 60 and of 5,500 partnerships.

mod support;

use std::path::Path;
use std::sync::Arc;

use divan::{Bencher, black_box};
use fruitful::costing::basis::Basis;
use fruitful::findings::assumptions::assumptions;
use fruitful::findings::explain::explain;
use fruitful::findings::figure::{FigureId, Measure};
use fruitful::findings::findings::{Findings, Question, appraise, reappraise};
use fruitful::findings::overlap::similarity::SOME;
use fruitful::findings::overlap::{MOST_SHOWN, Overlaps, Search, overlaps};
use fruitful::findings::portfolio;
use fruitful::findings::time_ledger::time_ledger;
use fruitful::guidance::edition::{self, Guidance};
use fruitful::model::query::Severity;
use fruitful::model::register::Register;
use fruitful::session::action::{Action, Edit};
use fruitful::session::session::Session;
use fruitful::store::{read, write};
use fruitful::units::input::Input;
use fruitful::units::progress::{Progress, Stop};
use fruitful::units::quantity::Number;

use crate::support::{MANY, appraised, county_path, large, many_path, opened};

fn main() {
    divan::main();
}

/// File to findings and queries of the 60 partnerships of the county.
#[divan::bench(min_time = 1)]
fn open_and_appraise_60(bencher: Bencher) {
    let path = county_path();
    bencher.bench(|| open_and_appraise(&path));
}

/// The same of 5,500.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_and_appraise_5500(bencher: Bencher) {
    bencher.bench(|| open_and_appraise(many_path()));
}

fn open_and_appraise(path: &Path) -> (usize, Findings) {
    let findings = appraised(&opened(path));
    (findings.n_queries(Severity::Warning), findings)
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn open_5500(bencher: Bencher) {
    bencher.bench(|| read::read(many_path()));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn appraise_5500(bencher: Bencher) {
    let register = large::register(MANY);
    bencher.bench(|| appraised(black_box(&register)));
}

#[divan::bench(sample_count = 10, sample_size = 1)]
fn text_of_5500(bencher: Bencher) {
    let register = large::register(MANY);
    bencher.bench(|| write::to_text(black_box(&register)));
}

/// One partnership of 5,500 was edited: its findings, and all totals.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn reappraise_1_of_5500(bencher: Bencher) {
    let register = large::register(MANY);
    let findings = appraised(&register);
    let question = Question {
        year: register.settings.base_year,
    };
    bencher
        .with_inputs(|| edited(&register))
        .bench_refs(|edited| reappraise(&findings, edited, edition::newest(), question));
}

/// A setting was edited: everything again.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn appraise_again_5500(bencher: Bencher) {
    let register = large::register(MANY);
    let question = Question {
        year: register.settings.base_year,
    };
    bencher.bench(|| appraise(&register, edition::newest(), question));
}

fn edited(register: &Register) -> Register {
    let mut register = register.clone();
    let at = register.partnerships.len() / 2;
    let partnership = register.partnerships.get_mut(at).expect("there are many");
    let meeting = Arc::make_mut(partnership).meetings.first_mut();
    meeting.expect("each meets").times_a_year = Input::known(Number::from(7));
    register
}

/// What an edit of 5,500 partnerships costs the window before the worker takes over.
#[divan::bench(sample_count = 50, sample_size = 1)]
fn edit_in_a_session_of_5500(bencher: Bencher) {
    let mut session = Session::new(Arc::new(|| {}), None);
    session.apply(Action::Open(many_path().to_owned()));
    session.settle();
    let id = session.register().partnerships.last().expect("many").id;
    let mut times = 0_i64;
    bencher.bench_local(|| {
        times = times.wrapping_add(1) % 12;
        let edit = Edit::partnership(id, "change meetings", move |it| {
            let meeting = it.meetings.first_mut().expect("each meets");
            meeting.times_a_year = Input::known(Number::from(times));
        });
        session.apply(Action::Edit(edit));
    });
    session.settle();
}

/// The basis of the whole cost, as the window shows it when it is asked for.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn explain_the_total_of_5500(bencher: Bencher) {
    let register = large::register(MANY);
    let question = Question {
        year: register.settings.base_year,
    };
    let figure = FigureId::portfolio(Measure::AnnualCost(Basis::Full));
    bencher.bench(|| explain(&register, edition::newest(), question, figure));
}

/// The money that hangs on every typed figure of the 60 partnerships of the county, and of 5,500.
#[divan::bench(min_time = 1)]
fn assumptions_60(bencher: Bencher) {
    let register = opened(&county_path());
    bencher.bench(|| asked(assumptions, &register));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn assumptions_5500(bencher: Bencher) {
    let register = large::register(MANY);
    bencher.bench(|| asked(assumptions, &register));
}

/// People's time of 5,500.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn time_ledger_5500(bencher: Bencher) {
    let register = large::register(MANY);
    bencher.bench(|| asked(time_ledger, &register));
}

fn asked<T>(work: fn(&Register, &'static Guidance, Question) -> T, register: &Register) -> T {
    let year = register.settings.base_year;
    work(black_box(register), edition::newest(), Question { year })
}

/// Overlap, all pairs of 5,500, of which members and words differ as they do in a county.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn overlaps_5500(bencher: Bencher) {
    let register = large::varied(MANY);
    bencher.bench(|| asked(overlapping, &register));
}

/// The same where every one of 24 bodies is a member of every partnership, the most that there is to compare.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn overlaps_5500_with_all_members_alike(bencher: Bencher) {
    let register = large::register(MANY);
    bencher.bench(|| asked(overlapping, &register));
}

#[divan::bench(min_time = 1)]
fn overlaps_60(bencher: Bencher) {
    let register = opened(&county_path());
    bencher.bench(|| asked(overlapping, &register));
}

fn overlapping(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
) -> Option<Overlaps> {
    let search = Search {
        least: SOME,
        most: MOST_SHOWN,
        only: None,
    };
    let (progress, stop) = (Progress::default(), Stop::default());
    overlaps(register, guidance, question, &search, &progress, &stop)
}

/// The totals alone, as after any edit.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn totals_of_5500(bencher: Bencher) {
    let findings = appraised(&large::register(MANY));
    bencher.bench(|| portfolio::find(&findings.register, black_box(&findings.partnerships)));
}
