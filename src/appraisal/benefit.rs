//! What a benefit comes to: its chain step by step, and its value in each year of an appraisal.

use rust_decimal::prelude::ToPrimitive;

use crate::appraisal::optimism::Grades;
use crate::appraisal::terms::Terms;
use crate::model::benefit::{Benefit, BenefitClass, BenefitMeasure, BenefitYear};
use crate::units::exact;
use crate::units::quantity::{Money, Number, Quantity, Rate};
use crate::units::trace::{Reader, Recorder, Val};
use crate::units::year::FinancialYear;

/// The longest lag, in years.
const LONGEST_LAG: i64 = 500;

/// A benefit over the years of an appraisal.
#[derive(Debug)]
pub struct BenefitStream<'r, R: Recorder> {
    /// What is left of a full year's quantity after each factor that was typed, in order; none for a plain sum.
    pub steps: Vec<Step<'r, R>>,
    /// The quantity of a full year before drop-off; nothing where it is not known, or for a plain sum.
    pub net_quantity: Option<Val<'r, R, Number>>,
    /// Whether it has a price, so that it can be added up.
    pub is_priced: bool,
    /// The years in which it comes; nothing in the others, or where it has no price.
    pub years: Vec<Option<BenefitInYear<'r, R>>>,
    /// The years whose prices are not known, so that it cannot be brought to the base year's.
    pub without_index: Vec<FinancialYear>,
    /// Whether it comes to more than can be believed, and so is left out.
    pub is_too_large: bool,
}

/// What is left after one factor of the chain.
#[derive(Debug)]
pub struct Step<'r, R: Recorder> {
    /// The field of the factor.
    pub field: &'static str,
    /// What is left.
    pub left: Val<'r, R, Number>,
}

/// A benefit in one year, in base-year prices.
#[derive(Debug)]
pub struct BenefitInYear<'r, R: Recorder> {
    /// How much changes; nothing for a plain sum.
    pub quantity: Option<Val<'r, R, Number>>,
    /// What it is worth, corrected for optimism, rounded once.
    pub value: Val<'r, R, Money>,
    /// The part of it that releases cash; nothing where none does.
    pub cashable: Option<Val<'r, R, Money>>,
}

/// Works a benefit out.
///
/// ```text
/// net quantity(t) = population × take-up × impact × (1 − deadweight) × (1 − attribution to others) × (1 − displacement)
///                   × (1 − leakage) × (1 − substitution) × multiplier × (1 − drop-off)^(t − start)
/// value(t)        = net quantity(t) × share of the year × unit value, in base-year prices
/// start           = first year + lag
/// ```
/// A typed reference case stands in place of deadweight; for a named outcome, the claim in place of what is due to
/// others. Source: the method note, section 6.
pub fn stream<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    benefit: &Benefit,
    grades: &Grades,
) -> BenefitStream<'r, R> {
    let read = Reader::new(terms.recorder, benefit.id);
    let (steps, net_quantity) = match benefit.measure {
        BenefitMeasure::Chain => chain(&read, benefit),
        BenefitMeasure::Sum => (Vec::new(), None),
    };
    let price = match benefit.measure {
        BenefitMeasure::Chain => read.get("unit_value", &benefit.unit_value),
        BenefitMeasure::Sum => read.get("amount", &benefit.amount),
    };
    let mut stream = BenefitStream {
        is_priced: price.is_some()
            && (net_quantity.is_some() || benefit.measure == BenefitMeasure::Sum),
        steps,
        net_quantity,
        years: Vec::with_capacity(terms.horizon.into()),
        without_index: Vec::new(),
        is_too_large: false,
    };
    let start = start(terms, benefit);
    for year in terms.years() {
        let of_year = price.filter(|_| stream.is_priced).and_then(|price| {
            let at = Moment { year, start };
            in_year(terms, benefit, grades, &mut stream, at, price)
        });
        stream.years.push(of_year);
    }
    // What is left out of every year, or is beyond belief in one, has no price that anybody could use.
    let is_left_out = !stream.without_index.is_empty() && stream.years.iter().all(Option::is_none);
    if is_left_out || stream.is_too_large {
        stream.is_priced = false;
        stream.years.iter_mut().for_each(|it| *it = None);
    }
    stream
}

#[derive(Clone, Copy)]
struct Moment {
    year: FinancialYear,
    start: FinancialYear,
}

fn in_year<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    benefit: &Benefit,
    grades: &Grades,
    stream: &mut BenefitStream<'r, R>,
    Moment { year, start }: Moment,
    price: Val<'r, R, Money>,
) -> Option<BenefitInYear<'r, R>> {
    let since = u16::try_from(year.since(start)).ok()?;
    if benefit.last_year.is_some_and(|last| year > last) {
        return None;
    }
    let settings = &terms.register.settings;
    let price_year = match (benefit.is_nominal, benefit.price_year) {
        (true, _) => year,
        (false, Some(price_year)) => price_year,
        (false, None) => settings.price_year.unwrap_or(settings.base_year),
    };
    let real = terms.context.real_terms()?;
    let Some(price) = real.at_base(price, price_year) else {
        for missing in real.missing(price_year) {
            if !stream.without_index.contains(&missing) {
                stream.without_index.push(missing);
            }
        }
        return None;
    };
    let kept = kept(terms, benefit, since);
    let own = benefit.years.iter().find(|it| it.year == Some(year));
    let share = own.and_then(|it| Reader::new(terms.recorder, it.id).get("share", &it.share));
    let quantity = stream.net_quantity.map(|net| {
        let quantity = kept.map_or(net, |kept| net * kept);
        let quantity = share.map_or(quantity, |share| quantity * share);
        quantity.aside().named("Net quantity of the year")
    });
    let value = if let Some(quantity) = quantity {
        quantity * price
    } else {
        let value = kept.map_or(price, |kept| price * kept);
        share.map_or(value, |share| value * share)
    };
    let value = grades.on_benefit(terms, benefit.id, value);
    let known = [
        Some(value.value().decimal()),
        quantity.map(|it| it.value().decimal()),
    ];
    if !known.into_iter().flatten().all(exact::is_credible) {
        stream.is_too_large = true;
        return None;
    }
    let value = value.rounded();
    let value = value.aside().labelled(|| year.to_string());
    Some(BenefitInYear {
        quantity,
        value,
        cashable: cashable(terms, benefit, own, value),
    })
}

/// The share of it that releases cash, of a fiscal benefit.
fn cashable<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    benefit: &Benefit,
    own: Option<&BenefitYear>,
    value: Val<'r, R, Money>,
) -> Option<Val<'r, R, Money>> {
    if benefit.class != BenefitClass::Fiscal {
        return None;
    }
    let of_year =
        own.and_then(|it| Reader::new(terms.recorder, it.id).get("cashable", &it.cashable));
    let usual = || Reader::new(terms.recorder, benefit.id).get("cashable", &benefit.cashable);
    let share = of_year.or_else(usual)?;
    Some((value * share).rounded())
}

/// (1 − drop-off)^years, where something is lost each year and a year has passed.
fn kept<'r, R: Recorder>(
    terms: &Terms<'r, R>,
    benefit: &Benefit,
    years: u16,
) -> Option<Val<'r, R, Rate>> {
    let read = Reader::new(terms.recorder, benefit.id);
    let drop_off = read.get("drop_off", &benefit.drop_off)?;
    if years == 0 {
        return None;
    }
    Some(less(drop_off).to_the(years).named("Left after drop-off"))
}

/// The year that the benefit first shows.
pub fn start<R: Recorder>(terms: &Terms<'_, R>, benefit: &Benefit) -> FinancialYear {
    let first = benefit.first_year.unwrap_or(terms.first_year);
    let read = Reader::new(terms.recorder, benefit.id);
    let lag = read.get("lag", &benefit.lag).map_or(0, |lag| {
        let years = lag.whole().to_i64().unwrap_or(0);
        years.clamp(0, LONGEST_LAG)
    });
    first.plus(i16::try_from(lag).unwrap_or(0))
}

/// The share of a named outcome that a benefit claims: as typed, else what is not due to others, else all.
pub fn claim<'r, R: Recorder>(read: &Reader<'r, R>, benefit: &Benefit) -> Val<'r, R, Rate> {
    read.get("claim", &benefit.claim)
        .or_else(|| read.get("attribution", &benefit.attribution).map(less))
        .unwrap_or_else(|| {
            Val::constant(
                read.recorder(),
                "All of the outcome is claimed",
                Rate::from(1),
            )
        })
}

fn chain<'r, R: Recorder>(
    read: &Reader<'r, R>,
    it: &Benefit,
) -> (Vec<Step<'r, R>>, Option<Val<'r, R, Number>>) {
    let Some(population) = read.get("population", &it.population) else {
        return (Vec::new(), None);
    };
    let mut chain = Chain {
        left: population,
        steps: vec![Step {
            field: "population",
            left: population,
        }],
    };
    chain.share("take_up", read.get("take_up", &it.take_up));
    chain.times("impact", read.get("impact", &it.impact));
    match read.get("reference_case", &it.reference_case) {
        Some(reference) => chain.to("reference_case", chain.left - reference),
        None => chain.share(
            "deadweight",
            read.get("deadweight", &it.deadweight).map(less),
        ),
    }
    if it.outcome.is_some() {
        chain.share("claim", Some(claim(read, it)));
    } else {
        chain.share(
            "attribution",
            read.get("attribution", &it.attribution).map(less),
        );
    }
    chain.share(
        "displacement",
        read.get("displacement", &it.displacement).map(less),
    );
    chain.share("leakage", read.get("leakage", &it.leakage).map(less));
    chain.share(
        "substitution",
        read.get("substitution", &it.substitution).map(less),
    );
    chain.times("multiplier", read.get("multiplier", &it.multiplier));
    let net = chain.left.aside().named("Net quantity a year");
    (chain.steps, Some(net))
}

/// A chain on its way through its factors.
struct Chain<'r, R: Recorder> {
    left: Val<'r, R, Number>,
    steps: Vec<Step<'r, R>>,
}

impl<'r, R: Recorder> Chain<'r, R> {
    fn share(&mut self, field: &'static str, share: Option<Val<'r, R, Rate>>) {
        if let Some(share) = share {
            self.to(field, self.left * share);
        }
    }

    fn times(&mut self, field: &'static str, times: Option<Val<'r, R, Number>>) {
        if let Some(times) = times {
            self.to(field, self.left * times);
        }
    }

    fn to(&mut self, field: &'static str, left: Val<'r, R, Number>) {
        self.left = left;
        self.steps.push(Step { field, left });
    }
}

/// 1 − a share.
fn less<R: Recorder>(share: Val<'_, R, Rate>) -> Val<'_, R, Rate> {
    Val::constant(share.recorder(), "1", Rate::from(1)) - share
}
