//! Draws of a simulation: 200 PERT inputs drawn 10,000 times and added up, on one thread and on two.
//!
//! `cargo bench --no-default-features --bench simulation` here, and `python3 benches/numpy_pert.py` for the same work
//! by numpy (`apt-get install python3-numpy`); compare the medians.
#![expect(clippy::float_arithmetic, reason = "draws are added up")]

use divan::{Bencher, black_box};
use fruitful::uncertainty::distribution::Distribution;
use fruitful::uncertainty::rank::rank_correlation;
use fruitful::uncertainty::sampler::Sampler;
use fruitful::uncertainty::statistics::Summary;
use fruitful::uncertainty::stream::Stream;
use rayon::prelude::*;

const N_INPUTS: u32 = 200;
const N_DRAWS: usize = 10_000;

/// Draws that are worked on together, so that they stay in the nearest memory; numbered on from one block to the next.
const BLOCK: usize = 1000;

fn main() {
    divan::main();
}

/// The ranges of `numpy_pert.py`: from 1 to 3, the most likely value a little further along in each.
fn inputs() -> Vec<(Stream, Distribution)> {
    let inputs = (0..N_INPUTS).map(|at| {
        let likely = 1.0 + 2.0 * (f64::from(at) + 0.5) / f64::from(N_INPUTS);
        let (low, high) = (1.0, 3.0);
        let stream = Stream::new(2026, &format!("x{at}/cost"));
        (stream, Distribution::Pert { low, likely, high })
    });
    inputs.collect()
}

/// Tables made, every input drawn and added up, in so many threads.
#[divan::bench(args = [1, 2], min_time = 1)]
fn sample_200_pert_inputs(bencher: Bencher, n_threads: usize) {
    let inputs = inputs();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(n_threads);
    let pool = pool.build().expect("threads can be made");
    let mut sums = vec![0.0; N_DRAWS];
    bencher.bench_local(|| pool.install(|| sum(black_box(&inputs), &mut sums)));
    // Each mean is (1 + 4m + 3) ÷ 6, and the most likely values are 2 on average.
    let sum: f64 = sums.iter().sum();
    let expected = 2.0 * 10_000.0 * f64::from(N_INPUTS);
    assert!((sum - expected).abs() < 0.0005 * expected, "{sum}");
}

/// Each thread takes a part of the draws and makes each table anew: that is quicker than to fetch it from afar.
fn sum(inputs: &[(Stream, Distribution)], sums: &mut [f64]) {
    let part = N_DRAWS.div_ceil(rayon::current_num_threads());
    let parts = sums.par_chunks_mut(part).enumerate();
    parts.for_each(|(at, sums)| {
        sums.fill(0.0);
        let mut drawn = [0.0; BLOCK];
        for (stream, distribution) in inputs {
            let sampler = Sampler::new(*distribution);
            for (block, sums) in sums.chunks_mut(BLOCK).enumerate() {
                let first = at
                    .saturating_mul(part)
                    .saturating_add(block.saturating_mul(BLOCK));
                let first = u32::try_from(first).expect("there are not so many");
                sampler.fill(stream, first, &mut drawn);
                for (sum, drawn) in sums.iter_mut().zip(&drawn) {
                    *sum += drawn;
                }
            }
        }
    });
}

/// A figure's draws in short.
#[divan::bench(min_time = 1)]
fn summary_of_10_000_draws(bencher: Bencher) {
    let draws = draws(0);
    bencher.bench(|| Summary::of(black_box(&draws)));
}

/// How far a figure goes with one input.
#[divan::bench(min_time = 1)]
fn rank_correlation_of_10_000_draws(bencher: Bencher) {
    let (a, b) = (draws(0), draws(1));
    bencher.bench(|| rank_correlation(black_box(&a), black_box(&b)));
}

fn draws(input: usize) -> Vec<f64> {
    let mut draws = vec![0.0; N_DRAWS];
    let inputs = inputs();
    let (stream, distribution) = inputs.get(input).expect("there are 200");
    Sampler::new(*distribution).fill(stream, 0, &mut draws);
    draws
}
