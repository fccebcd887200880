//! Explains the figures of an appraisal: the same formulas over the recorder that keeps every step.

use rust_decimal::Decimal;

use crate::appraisal::achievement;
use crate::appraisal::measures::{Measures, Payback, break_even_per_point};
use crate::appraisal::partnership::{Appraised, appraise};
use crate::appraisal::present_value::{BenefitWorth, PresentValue};
use crate::appraisal::terms::Terms;
use crate::findings::appraisal::{ClassOfBenefit, by_gainer};
use crate::findings::explanation::Explanation;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::portfolio_worth::PortfolioWorth;
use crate::findings::stakes::Body;
use crate::findings::who_pays::{ForWhom, payments};
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::guidance::edition::Guidance;
use crate::model::benefit::BenefitClass;
use crate::model::partnership::Partnership;
use crate::model::record_name::{line_name_in, outcome_name, partner_name};
use crate::model::register::Register;
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity, Unit};
use crate::units::trace::{NodeId, Traced, Val};
use crate::units::{display, exact};

/// What a figure of an appraisal is called.
pub fn title(register: &Register, within: Option<&Partnership>, measure: WorthMeasure) -> String {
    let record = |id| match within {
        Some(partnership) => line_name_in(register, partnership, id),
        None => id.to_string(),
    };
    match measure {
        WorthMeasure::AsItIs(it) => it.label().to_owned(),
        WorthMeasure::Option(id, it) => format!("{}: {}", record(id), it.label()),
        WorthMeasure::NpsvAtLowerRates => {
            "Net present social value at the lower discount rates".to_owned()
        }
        WorthMeasure::BreakEvenPerPoint => "Break-even value of a point, a year".to_owned(),
        WorthMeasure::YearCost(year) => format!("Cost of {year}, in base-year prices"),
        WorthMeasure::YearBenefit(year) => format!("Benefit of {year}, in base-year prices"),
        WorthMeasure::YearFactor(year) => format!("Discount factor of {year}"),
        WorthMeasure::YearNet(year) => format!("Discounted net of {year}"),
        WorthMeasure::Cumulative(year) => format!("Discounted net up to {year}"),
        WorthMeasure::Cost(bearer) => {
            format!("Present value of costs, {}", partner_name(register, bearer))
        }
        WorthMeasure::Gain(gainer) => {
            let body = gainer.map_or(Body::Public, Body::Partner);
            format!("Present value of benefits, {}", body_name(register, body))
        }
        WorthMeasure::Net(body) => format!("Gain less cost, {}", body_name(register, body)),
        WorthMeasure::After(id) => format!(
            "Gain less cost after transfers, {}",
            body_name(register, Body::Partner(id))
        ),
        WorthMeasure::Pays(bearer, for_whom) => format!(
            "Present value of what is borne by {} for {}",
            partner_name(register, bearer),
            for_whom_name(register, for_whom)
        ),
        WorthMeasure::Class(class) => format!("Present value of benefits: {}", class.label()),
        WorthMeasure::Benefit(id) => format!("Present value: {}", record(id)),
        WorthMeasure::Outcome(id) => format!("Cost per outcome: {}", outcome_name(register, id)),
    }
}

/// What somebody who bears or gains is called.
pub fn body_name(register: &Register, body: Body) -> String {
    match body {
        Body::Partner(id) => partner_name(register, Some(id)),
        Body::Public => "the public".to_owned(),
        Body::Unassigned => partner_name(register, None),
    }
}

/// Whose gain a cost is borne for.
pub fn for_whom_name(register: &Register, for_whom: ForWhom) -> String {
    match for_whom {
        ForWhom::Partner(id) => body_name(register, Body::Partner(id)),
        ForWhom::Public => body_name(register, Body::Public),
        ForWhom::NoPricedBenefit => "no priced benefit".to_owned(),
    }
}

/// The basis of a figure of a partnership's appraisal. Nothing where there is no such figure.
pub fn explain_worth(
    register: &Register,
    guidance: &Guidance,
    partnership: &Partnership,
    measure: WorthMeasure,
) -> Option<Explanation> {
    let traced = Traced::default();
    let terms = Terms::new(&traced, register, guidance);
    let appraised = appraise(&terms, partnership);
    let explainer = Explainer {
        register,
        partnership,
        traced: &traced,
    };
    let title = title(register, Some(partnership), measure);
    let explanation = explainer.explain(&terms, &appraised, measure, &title)?;
    Some(explanation.renamed(title))
}

struct Explainer<'a> {
    register: &'a Register,
    partnership: &'a Partnership,
    traced: &'a Traced,
}

impl Explainer<'_> {
    fn explain(
        &self,
        terms: &Terms<'_, Traced>,
        all: &Appraised<'_, '_, Traced>,
        measure: WorthMeasure,
        title: &str,
    ) -> Option<Explanation> {
        let value = &all.value;
        let of_year = |year| value.years.iter().find(|it| it.year == year);
        match measure {
            WorthMeasure::AsItIs(it) => self.yardstick(value, &all.measures, None, it),
            WorthMeasure::Option(id, it) => {
                let option = all.options.iter().find(|it| it.id == id)?;
                let incremental = Some(option.incremental.node());
                self.yardstick(&option.value, &option.measures, incremental, it)
            }
            WorthMeasure::NpsvAtLowerRates => self.node(all.npsv_at_lower_rates?.node()),
            WorthMeasure::BreakEvenPerPoint => {
                achievement::achievement(self.partnership).shown_score()?;
                let score = achievement::score(terms.recorder, self.partnership).score?;
                let score = Val::resumed(terms.recorder, score.value(), score.node());
                let of_point = break_even_per_point(all.measures.break_even?, score)?;
                self.node(of_point.node())
            }
            WorthMeasure::YearCost(year) => self.node(of_year(year)?.cost.node()),
            WorthMeasure::YearBenefit(year) => self.node(of_year(year)?.benefit.node()),
            WorthMeasure::YearFactor(year) => self.node(of_year(year)?.factor.node()),
            WorthMeasure::YearNet(year) => self.node(of_year(year)?.net.node()),
            WorthMeasure::Cumulative(year) => self.node(of_year(year)?.cumulative.node()),
            WorthMeasure::Cost(bearer) => self.node(value.by_bearer.get(&bearer)?.node()),
            WorthMeasure::Gain(gainer) => Some(self.benefits(title, value, |it| {
                (it.partner == gainer).then_some(it.value?)
            })),
            WorthMeasure::Net(body) => self.net(value, body, title),
            WorthMeasure::Pays(bearer, for_whom) => self.pays(value, bearer, for_whom, title),
            // Transfers are between all partnerships.
            WorthMeasure::After(_) => None,
            WorthMeasure::Class(class) => Some(self.benefits(title, value, |it| {
                let (worth, cash) = (it.value?, it.cashable);
                match (it.class, class) {
                    (BenefitClass::Fiscal, ClassOfBenefit::FiscalCashable) => Some(cash),
                    (BenefitClass::Fiscal, ClassOfBenefit::FiscalNonCashable) => Some(worth - cash),
                    (BenefitClass::Economic, ClassOfBenefit::Economic)
                    | (BenefitClass::Social, ClassOfBenefit::Social) => Some(worth),
                    _ => None,
                }
            })),
            WorthMeasure::Benefit(id) => {
                let worth = value.by_benefit.iter().find(|it| it.id == id)?;
                self.node(worth.value?.node())
            }
            WorthMeasure::Outcome(outcome) => self.outcome(value, outcome, title),
        }
    }

    fn yardstick(
        &self,
        value: &PresentValue<'_, Traced>,
        measures: &Measures<'_, Traced>,
        incremental: Option<NodeId>,
        yardstick: Yardstick,
    ) -> Option<Explanation> {
        let node = match yardstick {
            Yardstick::Pvc => value.costs.node(),
            Yardstick::Pvb => value.benefits.node(),
            Yardstick::Npsv => measures.npsv.node(),
            Yardstick::IncrementalNpsv => incremental?,
            Yardstick::Bcr => measures.bcr?.node(),
            Yardstick::BcrPublic => measures.bcr_public?.node(),
            Yardstick::FiscalReturn => measures.fiscal_return?.node(),
            Yardstick::CashReturn => measures.cash_return?.node(),
            Yardstick::Payback => match &measures.payback {
                Payback::Never => return None,
                Payback::After(years) => years.node(),
            },
            Yardstick::EquivalentAnnualCost => measures.equivalent_annual_cost?.node(),
            Yardstick::BreakEven => measures.break_even?.node(),
        };
        let mut explanation = self.node(node)?;
        explanation.parts.extend(self.left_out(value, yardstick));
        Some(explanation)
    }

    /// What somebody gains less what it bears; where it does only one of the two, the other is nought.
    fn net(
        &self,
        value: &PresentValue<'_, Traced>,
        body: Body,
        title: &str,
    ) -> Option<Explanation> {
        let (bearer, gainer) = match body {
            Body::Partner(id) => (Some(Some(id)), Some(Some(id))),
            Body::Public => (None, Some(None)),
            Body::Unassigned => (Some(None), None),
        };
        let cost = bearer.and_then(|it| value.by_bearer.get(&it));
        let cost = cost.and_then(|it| self.node(it.node()));
        let gain = gainer.map(|gainer| {
            self.benefits("Present value of benefits", value, |it| {
                (it.partner == gainer).then_some(it.value?)
            })
        });
        let gain = gain.filter(|it| !it.parts.is_empty());
        if cost.is_none() && gain.is_none() {
            return None;
        }
        let of = |it: &Option<Explanation>| it.as_ref().and_then(|it| it.value);
        let net = exact::sub(of(&gain).unwrap_or_default(), of(&cost).unwrap_or_default());
        let how = "present value of benefits − present value of costs";
        let cost = cost.map(|it| it.renamed("Present value of costs"));
        let parts = gain.into_iter().chain(cost).collect();
        Some(Explanation::worked(title, Unit::Money, net, how, parts))
    }

    /// What somebody bears, divided as the benefits are.
    fn pays(
        &self,
        value: &PresentValue<'_, Traced>,
        bearer: Option<Id>,
        for_whom: ForWhom,
        title: &str,
    ) -> Option<Explanation> {
        let costs = value.by_bearer.iter();
        let costs = costs
            .map(|(bearer, cost)| (*bearer, cost.value()))
            .collect();
        let gains = by_gainer(value);
        let paid = *payments(&costs, &gains).get(&(bearer, for_whom))?;
        let cost = self.node(value.by_bearer.get(&bearer)?.node())?;
        let gain = |gainer: Option<Id>, of: String| {
            self.benefits(&of, value, |it| (it.partner == gainer).then_some(it.value?))
        };
        let gainer = match for_whom {
            ForWhom::Partner(id) => Some(id),
            ForWhom::Public => None,
            ForWhom::NoPricedBenefit => {
                let how = "the whole of it, as no benefit has a price and is a gain";
                let parts = vec![cost];
                return Some(Explanation::worked(
                    title,
                    Unit::Money,
                    paid.decimal(),
                    how,
                    parts,
                ));
            }
        };
        let all = gains.iter().filter(|(_, gain)| **gain > Money::ZERO);
        let all: Vec<Explanation> = all
            .map(|(id, _)| {
                let body = id.map_or(Body::Public, Body::Partner);
                gain(*id, body_name(self.register, body))
            })
            .collect();
        let sum = all.iter().filter_map(|it| it.value);
        let sum = sum.fold(Decimal::ZERO, exact::add);
        let own = format!("Benefits of {}", for_whom_name(self.register, for_whom));
        let parts = vec![
            cost,
            gain(gainer, own),
            Explanation::sum("Benefits of all who gain", Unit::Money, sum, all),
        ];
        let how = "present value of costs × present value of its benefits ÷ that of all who gain";
        Some(Explanation::worked(
            title,
            Unit::Money,
            paid.decimal(),
            how,
            parts,
        ))
    }

    /// What the totals hold no figure of.
    fn left_out(&self, value: &PresentValue<'_, Traced>, yardstick: Yardstick) -> Vec<Explanation> {
        let costs = value.not_known.iter().copied();
        let unpriced = value.by_benefit.iter().filter(|it| it.value.is_none());
        let benefits = unpriced.map(|it| it.id);
        let left_out: Vec<Id> = match yardstick {
            Yardstick::Pvc | Yardstick::EquivalentAnnualCost => costs.collect(),
            Yardstick::Pvb => benefits.collect(),
            _ => costs.chain(benefits).collect(),
        };
        let name = |id| line_name_in(self.register, self.partnership, id);
        left_out
            .into_iter()
            .map(|id| Explanation::not_known(name(id), Unit::Money))
            .collect()
    }

    fn node(&self, node: NodeId) -> Option<Explanation> {
        Explanation::of_node(self.traced, node)
    }

    /// A sum over the benefits that are counted.
    fn benefits<'r>(
        &self,
        title: &str,
        value: &PresentValue<'r, Traced>,
        part: impl Fn(&BenefitWorth<'r, Traced>) -> Option<Val<'r, Traced, Money>>,
    ) -> Explanation {
        let counted = value.by_benefit.iter().filter(|it| !it.is_transfer);
        let parts: Vec<Explanation> = counted
            .filter_map(|it| {
                let name = line_name_in(self.register, self.partnership, it.id);
                Some(self.node(part(it)?.node())?.renamed(name))
            })
            .collect();
        let known = parts.iter().filter_map(|it| it.value);
        let total = known.fold(Decimal::ZERO, exact::add);
        Explanation::sum(title, Unit::Money, total, parts)
    }

    /// (PVC − the benefits of other outcomes) ÷ units.
    fn outcome(
        &self,
        value: &PresentValue<'_, Traced>,
        outcome: Id,
        title: &str,
    ) -> Option<Explanation> {
        let is_its_own =
            |it: &BenefitWorth<'_, Traced>| it.outcome == Some(outcome) && it.units.is_some();
        let costs = self.node(value.costs.node())?;
        let others = self.benefits("Benefits of other outcomes", value, |it| {
            if is_its_own(it) { None } else { it.value }
        });
        let own = value.by_benefit.iter().filter(|it| is_its_own(it));
        let units: Vec<Explanation> = own.filter_map(|it| self.node(it.units?.node())).collect();
        let known = units.iter().filter_map(|it| it.value);
        let n = known.fold(Decimal::ZERO, exact::add);
        let units = Explanation::sum("Units of the outcome", Unit::Number, n, units);
        let cost = exact::div(exact::sub(costs.value?, others.value?), n)?;
        let how = "(present value of costs − benefits of other outcomes) ÷ units of the outcome";
        Some(Explanation::worked(
            title,
            Unit::Money,
            cost,
            how,
            vec![costs, others, units],
        ))
    }
}

/// The portfolio's present value of benefits: of each partnership, less what is claimed more than once over.
pub fn of_portfolio_benefits(
    register: &Register,
    guidance: &Guidance,
    worth: &PortfolioWorth,
    mut parts: Vec<Explanation>,
) -> Explanation {
    for (outcome, over) in &worth.overclaimed {
        let name = outcome_name(register, *outcome);
        let claims = display::rate(over.claims);
        let how = format!(
            "benefits of all claimants ÷ {claims} − the same, as the claims come to {claims}"
        );
        let off = exact::sub(Decimal::ZERO, over.taken_off.decimal());
        let claimants = claimants(register, guidance, *outcome, |_| true);
        let title = format!("Claimed more than once: {name}");
        parts.push(Explanation::worked(title, Unit::Money, off, how, claimants));
    }
    let title = Yardstick::Pvb.label();
    Explanation::sum(title, Unit::Money, worth.pvb.amount.decimal(), parts)
}

/// The benefits that claim a part of an outcome, of those who gain.
pub(crate) fn claimants(
    register: &Register,
    guidance: &Guidance,
    outcome: Id,
    is_one: impl Fn(Option<Id>) -> bool,
) -> Vec<Explanation> {
    let mut found = Vec::new();
    for partnership in &register.partnerships {
        let own = partnership.benefits.iter();
        for benefit in
            own.filter(|it| it.outcome == Some(outcome) && !it.is_transfer && is_one(it.partner))
        {
            let measure = WorthMeasure::Benefit(benefit.id);
            let explained = explain_worth(register, guidance, partnership, measure);
            let figure = FigureId::new(partnership.id, Measure::Worth(measure));
            found.extend(explained.map(|it| it.of_figure(figure)));
        }
    }
    found
}
