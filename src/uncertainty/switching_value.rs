//! Switching values: what each input would have to be for the net present social value to be nought.

use rust_decimal::Decimal;

use crate::findings::findings::Question;
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::uncertainty::evaluator::{Cases, Evaluator, Lanes, at_its_central};
use crate::uncertainty::interval::Interval;
use crate::uncertainty::output::{Output, Wanted};
use crate::uncertainty::ranges::{each_lane, ranged};
use crate::uncertainty::tape::float;
use crate::units::exact;
use crate::units::id::{Id, InputId, Kind};
use crate::units::progress::Stop;
use crate::units::quantity::Unit;

/// Points that an input is looked at in before roots are closed in on.
const POINTS: u32 = 64;
/// Times that a bracket is cut into as many pieces: 62 to the power of ten is far beyond what a number holds.
const ROUNDS: u32 = 10;

/// What one input would have to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Switching {
    /// The input.
    pub at: InputId,
    /// What it measures.
    pub unit: Unit,
    /// Its central value.
    pub central: Decimal,
    /// Where NPSV is nought, in ascending order: none, one or several.
    pub values: Vec<SwitchingValue>,
    /// Between what and what was looked.
    pub looked: (Decimal, Decimal),
    /// Whether NPSV moves at all within these.
    pub moves: bool,
    /// The ends of its range, where it has one.
    pub range: Option<(f64, f64)>,
}

/// Where NPSV changes its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SwitchingValue {
    /// The value of the input.
    pub value: Decimal,
    /// (value − central) ÷ |central|; nothing where the central value is nought.
    pub change: Option<f64>,
}

impl Switching {
    /// Whether a switching value lies within the range, so that the answer may turn.
    pub fn is_within_range(&self) -> bool {
        let Some((low, high)) = self.range else {
            return false;
        };
        let mut values = self.values.iter().map(|it| float(it.value));
        values.any(|it| low <= it && it <= high)
    }

    /// The value that is nearest to today's.
    pub fn nearest(&self) -> Option<SwitchingValue> {
        let distance = |it: &SwitchingValue| exact::sub(it.value, self.central).abs();
        self.values.iter().copied().min_by_key(distance)
    }
}

/// The switching value that tells most: of a figure whose own range reaches it, else the nearest of one with a range, else
/// the nearest of all.
pub fn most_telling(all: &[Switching]) -> Option<&Switching> {
    let known = || all.iter().filter(|it| !it.values.is_empty());
    known()
        .find(|it| it.is_within_range())
        .or_else(|| known().find(|it| it.range.is_some()))
        .or_else(|| known().next())
}

/// Inputs that only whole numbers are taken of: the value jumps over nought there, so there is nothing to close in on.
const WHOLE: [&str; 3] = ["lag", "life", "horizon"];

/// The switching value of each known input of a partnership that its NPSV rests on or might rest on, the nearest first;
/// then those without one. Nothing where the register has no such partnership, or somebody asked to stop.
///
/// Each input is varied while the others stay central: a share between 0 and 100 %, another quantity from nought to a
/// hundred times what it is, and always within what its cell takes. Source: the method note, section 10.
pub fn switching_values(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    partnership: Id,
    stop: &Stop,
) -> Option<Vec<Switching>> {
    let all = Interval::ALL;
    let mut evaluator = Evaluator::new(
        register,
        guidance,
        question,
        partnership,
        Wanted::Npsv,
        |at, input| {
            let is_whole = WHOLE.contains(&at.field);
            at_its_central(at, input, all).filter(|_| !is_whole)
        },
    )?;
    let kinds = evaluator.inputs(|_, input| Some((input.unit(), input.decimal()?)));
    let ranges = evaluator.inputs(|at, input| Some(ranged(at, input).map(|(it, _)| it.ends)));
    let bounds = evaluator.inputs(|_, input| Some(input.bounds()));
    let scans: Vec<Scan> = evaluator
        .varied()
        .iter()
        .zip(&kinds)
        .zip(&bounds)
        .enumerate()
        .map(|(input, ((varied, (unit, _)), bounds))| {
            let points = points(varied.central, *unit);
            Scan::over(input, within(points, *bounds))
        })
        .collect();
    let central: Vec<f64> = evaluator.varied().iter().map(|it| it.central).collect();
    let found = npsv(&mut evaluator, &scans, &central, stop)?;
    let mut brackets: Vec<Bracket> = Vec::new();
    let mut moves = vec![false; scans.len()];
    for (scan, (of_scan, moves)) in scans.iter().zip(found.iter().zip(&mut moves)) {
        *moves = is_moving(of_scan);
        brackets.extend(scan.brackets(of_scan));
    }
    for _ in 0..ROUNDS {
        let scans: Vec<Scan> = brackets.iter().map(Bracket::cut).collect();
        let found = npsv(&mut evaluator, &scans, &central, stop)?;
        for ((bracket, scan), of_scan) in brackets.iter_mut().zip(&scans).zip(&found) {
            bracket.close_in(scan, of_scan);
        }
    }
    let varied = evaluator.varied().iter().zip(kinds).zip(&scans).zip(moves);
    let mut switching: Vec<Switching> = varied
        .enumerate()
        .map(|(input, (((varied, (unit, central)), scan), moves))| {
            let mut values: Vec<SwitchingValue> = brackets
                .iter()
                .filter(|it| it.input == input)
                .filter_map(|it| it.value(central))
                .collect();
            values.sort_by_key(|it| it.value);
            values.dedup_by_key(|it| it.value);
            Switching {
                at: varied.at,
                unit,
                central,
                values,
                looked: scan.ends(),
                moves,
                range: ranges
                    .get(input)
                    .copied()
                    .flatten()
                    .map(|it| (it.low, it.high)),
            }
        })
        .collect();
    // To a millionth: inputs of one product are all as far away, and then the partnership's own come first.
    let distance = |it: &Switching| {
        let change = it.nearest().and_then(|it| it.change);
        change.map_or(f64::INFINITY, |it| (it.abs() * 1e6).round())
    };
    let is_shared = |it: &Switching| {
        let kind = it.at.record.kind();
        matches!(
            kind,
            Kind::Settings | Kind::PayAward | Kind::PriceIndex | Kind::Grade
        )
    };
    switching.sort_by(|a, b| {
        let by_distance = distance(a).total_cmp(&distance(b));
        by_distance
            .then_with(|| b.moves.cmp(&a.moves))
            .then_with(|| is_shared(a).cmp(&is_shared(b)))
            .then_with(|| a.at.cmp(&b.at))
    });
    Some(switching)
}

/// Where an input is looked at, ascending: thickly around its central value, thinly far from it.
fn points(central: f64, unit: Unit) -> Vec<f64> {
    if unit == Unit::Rate && (0.0..=1.0).contains(&central) {
        return evenly(0.0, 1.0);
    }
    let size = match (central == 0.0, unit) {
        (false, _) => central,
        (true, Unit::Money | Unit::HourlyCost) => 1000.0,
        (true, Unit::Rate) => 0.1,
        (true, _) => 10.0,
    };
    let mut points: Vec<f64> = evenly(0.0, 2.0).into_iter().take(50).collect();
    points.extend([
        2.0, 2.25, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0, 10.0, 15.0, 25.0, 50.0, 100.0,
    ]);
    let mut points: Vec<f64> = points.into_iter().map(|it| it * size).collect();
    points.sort_by(f64::total_cmp);
    points.dedup();
    points
}

/// The points that could be typed, and the end of what can where others lie beyond it.
fn within(points: Vec<f64>, (least, most): (Decimal, Decimal)) -> Vec<f64> {
    let (least, most) = (float(least), float(most));
    let mut points: Vec<f64> = points.into_iter().map(|it| it.clamp(least, most)).collect();
    points.dedup();
    points
}

/// So many points from one end to the other, both included.
fn evenly(low: f64, high: f64) -> Vec<f64> {
    let last = f64::from(POINTS.saturating_sub(1));
    let at = |n: u32| low + (high - low) * (f64::from(n) / last);
    (0..POINTS).map(at).collect()
}

/// One input in several points.
#[derive(Debug)]
struct Scan {
    input: usize,
    points: Vec<f64>,
}

impl Scan {
    fn over(input: usize, points: Vec<f64>) -> Self {
        Self { input, points }
    }

    fn ends(&self) -> (Decimal, Decimal) {
        let end = |it: Option<&f64>| decimal(it.copied().unwrap_or_default()).unwrap_or_default();
        (end(self.points.first()), end(self.points.last()))
    }

    /// The neighbouring points between which NPSV changes its sign, and those in which it is nought.
    fn brackets(&self, npsv: &[f64]) -> Vec<Bracket> {
        let points = self.points.iter().copied().zip(npsv.iter().copied());
        let points: Vec<(f64, f64)> = points.filter(|(_, it)| it.is_finite()).collect();
        let pairs = points.windows(2).filter_map(|pair| match pair {
            [low, high] if (low.1 <= 0.0) != (high.1 <= 0.0) => Some(Bracket {
                input: self.input,
                low: *low,
                high: *high,
            }),
            _ => None,
        });
        pairs.collect()
    }
}

fn is_moving(npsv: &[f64]) -> bool {
    let known = || npsv.iter().copied().filter(|it| it.is_finite());
    let (least, most) = (known().reduce(f64::min), known().reduce(f64::max));
    least
        .zip(most)
        .is_some_and(|(least, most)| most - least > 1e-9 * most.abs().max(least.abs()).max(1.0))
}

/// Two values of an input with a change of sign between them: the value and NPSV there.
#[derive(Debug)]
struct Bracket {
    input: usize,
    low: (f64, f64),
    high: (f64, f64),
}

impl Bracket {
    fn cut(&self) -> Scan {
        Scan::over(self.input, evenly(self.low.0, self.high.0))
    }

    fn close_in(&mut self, scan: &Scan, npsv: &[f64]) {
        if let Some(closer) = scan.brackets(npsv).into_iter().next() {
            *self = closer;
        }
    }

    /// The end whose NPSV is nearer to nought; nothing where the value jumps over nought.
    fn value(&self, central: Decimal) -> Option<SwitchingValue> {
        let ((low, at_low), (high, at_high)) = (self.low, self.high);
        let (nearer, rest) = if at_low.abs() <= at_high.abs() {
            (low, at_low.abs())
        } else {
            (high, at_high.abs())
        };
        if rest > 0.01 {
            return None;
        }
        let value = decimal(nearer)?;
        let size = float(central).abs();
        let change = (size > 0.0).then(|| (nearer - float(central)) / size);
        Some(SwitchingValue { value, change })
    }
}

/// A number to fifteen digits, as many as it holds.
fn decimal(value: f64) -> Option<Decimal> {
    let exactly = Decimal::from_f64_retain(value)?;
    exactly.round_sf(15).map(|it| it.normalize())
}

/// Every scan, one after another, with the other inputs central.
struct Scans<'s> {
    all: &'s [Scan],
    central: &'s [f64],
    /// The scan and the place in it of each lane.
    lanes: Vec<(u32, u32)>,
}

impl Cases for Scans<'_> {
    fn fill(&self, input: usize, lanes: Lanes<'_>, out: &mut [f64]) {
        let central = self.central.get(input).copied().unwrap_or(f64::NAN);
        each_lane(lanes, out, |lane| {
            let found = usize::try_from(lane).ok().and_then(|it| self.lanes.get(it));
            let own = found.and_then(|(scan, place)| {
                let scan = self.all.get(usize::try_from(*scan).ok()?)?;
                let is_it = scan.input == input;
                scan.points
                    .get(usize::try_from(*place).ok()?)
                    .filter(|_| is_it)
            });
            own.copied().unwrap_or(central)
        });
    }
}

/// NPSV in every point of every scan.
fn npsv(
    evaluator: &mut Evaluator,
    scans: &[Scan],
    central: &[f64],
    stop: &Stop,
) -> Option<Vec<Vec<f64>>> {
    let lanes = (0..).zip(scans).flat_map(|(n, scan)| {
        let places = (0..).take(scan.points.len());
        places.map(move |place| (n, place))
    });
    let cases = Scans {
        all: scans,
        central,
        lanes: lanes.collect(),
    };
    let n = u32::try_from(cases.lanes.len()).ok()?;
    let columns = evaluator.columns(n, &cases, stop)?;
    let mut left = columns.of(Output::Npsv)?;
    let found = scans.iter().map(|scan| {
        let (own, rest) = left
            .split_at_checked(scan.points.len())
            .unwrap_or((left, &[]));
        left = rest;
        own.to_vec()
    });
    Some(found.collect())
}
