//! Every figure that can be asked for by its id, with its value as the findings have it.

use rust_decimal::Decimal;

use crate::costing::basis::Basis;
use crate::costing::cost_line::{Category, Class};
use crate::findings::appraisal::{Appraisal, ClassOfBenefit, Payback, Worth};
use crate::findings::detail::Detail;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::stakes::Body;
use crate::findings::who_pays::{payments, who_pays};
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::units::id::{Id, Kind};
use crate::units::quantity::{Money, Quantity};

/// A figure and its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Figure {
    /// Which figure.
    pub id: FigureId,
    /// Its value; nothing where it is not known.
    pub value: Option<Decimal>,
}

/// Whether the register has such a figure, known or not.
pub fn is_figure(findings: &Findings, figure: FigureId) -> bool {
    let register = &findings.register;
    let Some(of) = figure.of else {
        return match figure.measure {
            Measure::Grade(grade, _) => register.grade(grade).is_some(),
            _ => portfolio(findings).iter().any(|it| it.id == figure),
        };
    };
    if of.kind() == Kind::Grade {
        return findings.grade(of).is_some();
    }
    let (Some(found), Some(partnership)) = (findings.partnership(of), register.partnership(of))
    else {
        return false;
    };
    match figure.measure {
        Measure::Record(record, _) | Measure::RecordHours(record) => {
            let mut is_there = false;
            partnership.each_id(|id| is_there |= id == record);
            is_there
        }
        Measure::Partner(Some(partner), basis) => {
            register.partner(partner).is_some()
                || found.by_partner.get(basis).contains_key(&Some(partner))
        }
        Measure::Grade(grade, basis) => {
            register.grade(grade).is_some() || found.by_grade.get(basis).contains_key(&grade)
        }
        Measure::Shared(member, _) => found.shared.weights.contains_key(&member),
        Measure::Ours(_) => register.us().is_some(),
        Measure::Progress(id) | Measure::TimeAdjusted(id) => {
            found.indicators.iter().any(|it| it.id == id)
        }
        Measure::Worth(_) => appraisal(found).iter().any(|it| it.id == figure),
        _ => true,
    }
}

/// The figures of all partnerships together.
pub fn portfolio(findings: &Findings) -> Vec<Figure> {
    let mut list = List::new(None);
    let portfolio = &findings.portfolio;
    for basis in Basis::ALL {
        list.put(
            Measure::AnnualCost(basis),
            portfolio.annual_cost.get(basis).amount,
        );
        for class in Class::ALL {
            let amount = portfolio.by_class.get(basis).get(&class);
            list.put(
                Measure::Class(class, basis),
                amount.copied().unwrap_or_default(),
            );
        }
        for category in Category::ALL {
            let amount = portfolio.by_category.get(basis).get(&category);
            list.put(
                Measure::Category(category, basis),
                amount.copied().unwrap_or_default(),
            );
        }
        if let Some(ours) = portfolio
            .ours
            .get(basis)
            .filter(|_| findings.register.us().is_some())
        {
            list.put(Measure::Ours(basis), ours.amount);
        }
    }
    list.put(Measure::ProgrammeSpend, portfolio.programme.amount);
    list.put(Measure::HoursInMeetings, portfolio.hours.meetings);
    list.put(Measure::HoursOfTime, portfolio.hours.all);
    list.put(Measure::SeniorDays, portfolio.senior_days);
    for (yardstick, amount) in [
        (Yardstick::Pvc, portfolio.worth.pvc.amount),
        (Yardstick::Pvb, portfolio.worth.pvb.amount),
        (Yardstick::Npsv, portfolio.worth.npsv),
    ] {
        list.put(Measure::Worth(WorthMeasure::AsItIs(yardstick)), amount);
    }
    bodies(findings, &mut list);
    list.figures
}

/// What each body bears, gains and has left of all partnerships, and for whose gain it bears it.
fn bodies(findings: &Findings, list: &mut List) {
    let found = who_pays(findings);
    for it in &found.standings {
        let (bearer, gainer) = match it.body {
            Body::Partner(id) => (Some(Some(id)), Some(Some(id))),
            Body::Public => (None, Some(None)),
            Body::Unassigned => (Some(None), None),
        };
        let bearer = bearer.filter(|_| it.cost != Money::ZERO);
        let gainer = gainer.filter(|_| it.gain != Money::ZERO);
        if let Some(bearer) = bearer {
            list.put(Measure::Worth(WorthMeasure::Cost(bearer)), it.cost);
        }
        if let Some(gainer) = gainer {
            list.put(Measure::Worth(WorthMeasure::Gain(gainer)), it.gain);
        }
        if bearer.is_some() || gainer.is_some() {
            list.put(Measure::Worth(WorthMeasure::Net(it.body)), it.net);
            if let Body::Partner(id) = it.body {
                list.put(Measure::Worth(WorthMeasure::After(id)), it.net_after);
            }
        }
    }
    for ((bearer, for_whom), paid) in &found.payments {
        list.put(
            Measure::Worth(WorthMeasure::Pays(*bearer, *for_whom)),
            *paid,
        );
    }
}

/// The figures of one partnership.
pub fn partnership(it: &PartnershipFindings) -> Vec<Figure> {
    let mut list = List::new(Some(it.id));
    for basis in Basis::ALL {
        list.put(Measure::AnnualCost(basis), it.annual_cost.get(basis).amount);
        for class in Class::ALL {
            let amount = it.by_class.get(basis).get(&class);
            list.put(
                Measure::Class(class, basis),
                amount.copied().unwrap_or_default(),
            );
        }
        for category in Category::ALL {
            let amount = it.by_category.get(basis).get(&category);
            list.put(
                Measure::Category(category, basis),
                amount.copied().unwrap_or_default(),
            );
        }
        for (partner, amount) in it.by_partner.get(basis) {
            list.put(Measure::Partner(*partner, basis), *amount);
        }
        for member in it.shared.weights.keys() {
            let parts = it.shared.parts.get(basis).as_ref();
            let part = parts.and_then(|parts| parts.get(member).copied());
            list.put_if_known(Measure::Shared(*member, basis), part);
        }
        for (grade, time) in it.by_grade.get(basis) {
            list.put(Measure::Grade(*grade, basis), time.cost);
        }
        list.put(Measure::NonStaff(basis), *it.non_staff.get(basis));
        if let Some(ours) = it.ours.get(basis) {
            list.put(Measure::Ours(basis), *ours);
        }
        list.put_if_known(Measure::CostPerPoint(basis), *it.cost_per_point.get(basis));
    }
    list.put(Measure::ProgrammeSpend, it.programme.amount);
    list.put(Measure::HoursInMeetings, it.hours.meetings);
    list.put(Measure::HoursOfTime, it.hours.all);
    list.put(Measure::SeniorDays, it.senior_days);
    list.put_if_known(Measure::Achievement, it.achievement.shown_score());
    for indicator in &it.indicators {
        list.put_if_known(Measure::Progress(indicator.id), indicator.progress);
        list.put_if_known(Measure::TimeAdjusted(indicator.id), indicator.time_adjusted);
    }
    list.figures.extend(appraisal(it));
    list.figures
}

/// The figures of a partnership's appraisal.
fn appraisal(of: &PartnershipFindings) -> Vec<Figure> {
    let mut list = List::new(Some(of.id));
    let it: &Appraisal = &of.appraisal;
    let worth = Measure::Worth;
    list.worth(&it.worth, WorthMeasure::AsItIs);
    if let Some(npsv) = it.npsv_at_lower_rates {
        list.put(worth(WorthMeasure::NpsvAtLowerRates), npsv);
    }
    let of_point = it.break_even_per_point;
    list.put_if_known(worth(WorthMeasure::BreakEvenPerPoint), of_point);
    for (bearer, cost) in &it.costs_by_bearer {
        list.put(worth(WorthMeasure::Cost(*bearer)), *cost);
    }
    for (gainer, gain) in &it.benefits_by_gainer {
        list.put(worth(WorthMeasure::Gain(*gainer)), *gain);
    }
    for stake in &it.stakes {
        list.put(worth(WorthMeasure::Net(stake.body)), stake.net);
    }
    for ((bearer, for_whom), paid) in payments(&it.costs_by_bearer, &it.benefits_by_gainer) {
        list.put(worth(WorthMeasure::Pays(bearer, for_whom)), paid);
    }
    for class in ClassOfBenefit::ALL {
        if let Some(amount) = it.benefits_by_class.get(&class) {
            list.put(worth(WorthMeasure::Class(class)), *amount);
        }
    }
    for benefit in &it.benefits {
        list.put_if_known(worth(WorthMeasure::Benefit(benefit.id)), benefit.value);
    }
    for outcome in &it.outcomes {
        list.put(worth(WorthMeasure::Outcome(outcome.outcome)), outcome.cost);
    }
    for year in &it.years {
        list.put(worth(WorthMeasure::YearCost(year.year)), year.cost);
        list.put(worth(WorthMeasure::YearBenefit(year.year)), year.benefit);
        list.put(worth(WorthMeasure::YearFactor(year.year)), year.factor);
        list.put(worth(WorthMeasure::YearNet(year.year)), year.net);
        list.put(worth(WorthMeasure::Cumulative(year.year)), year.cumulative);
    }
    for option in &it.options {
        list.worth(&option.worth, |it| WorthMeasure::Option(option.id, it));
        let incremental = WorthMeasure::Option(option.id, Yardstick::IncrementalNpsv);
        list.put(worth(incremental), option.incremental_npsv);
    }
    list.figures
}

/// The figures of each record of a partnership.
pub fn records(partnership: Id, detail: &Detail) -> Vec<Figure> {
    let mut list = List::new(Some(partnership));
    for (record, figures) in &detail.records {
        for basis in Basis::ALL {
            let amount = figures.cost.get(basis).amount;
            list.put(Measure::Record(*record, basis), amount);
        }
        if let Some(hours) = figures.hours {
            list.put(Measure::RecordHours(*record), hours);
        }
    }
    list.figures
}

/// The figures of the grades.
pub fn grades(findings: &Findings) -> Vec<Figure> {
    let of_grade = findings.grades.iter().flat_map(|grade| {
        let mut list = List::new(Some(grade.id));
        list.put_if_known(Measure::HourlyCost, grade.hourly_cost);
        list.put_if_known(Measure::LoadedCost, grade.loaded_cost);
        list.figures
    });
    of_grade.collect()
}

struct List {
    of: Option<Id>,
    figures: Vec<Figure>,
}

impl List {
    fn new(of: Option<Id>) -> Self {
        Self {
            of,
            figures: Vec::new(),
        }
    }

    fn put(&mut self, measure: Measure, value: impl Quantity) {
        self.put_if_known(measure, Some(value));
    }

    /// The measures of one course of action.
    fn worth(&mut self, it: &Worth, measure: impl Fn(Yardstick) -> WorthMeasure) {
        let measure = |yardstick| Measure::Worth(measure(yardstick));
        self.put(measure(Yardstick::Pvc), it.pvc.amount);
        self.put(measure(Yardstick::Pvb), it.pvb.amount);
        self.put(measure(Yardstick::Npsv), it.npsv);
        self.put_if_known(measure(Yardstick::Bcr), it.bcr);
        self.put_if_known(measure(Yardstick::BcrPublic), it.bcr_public);
        self.put_if_known(measure(Yardstick::FiscalReturn), it.fiscal_return);
        self.put_if_known(measure(Yardstick::CashReturn), it.cash_return);
        let years = match it.payback {
            Payback::Never => None,
            Payback::After(years) => Some(years),
        };
        self.put_if_known(measure(Yardstick::Payback), years);
        let yearly = it.equivalent_annual_cost;
        self.put_if_known(measure(Yardstick::EquivalentAnnualCost), yearly);
        self.put_if_known(measure(Yardstick::BreakEven), it.break_even);
    }

    fn put_if_known(&mut self, measure: Measure, value: Option<impl Quantity>) {
        self.figures.push(Figure {
            id: FigureId {
                of: self.of,
                measure,
            },
            value: value.map(Quantity::decimal),
        });
    }
}
