//! The statement on value for money, composed from the figures; it never leads with the ratio alone.

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::appraisal::{Appraisal, ClassOfBenefit, Payback};
use crate::findings::doubt::Doubt;
use crate::findings::findings::Findings;
use crate::findings::options::OptionFindings;
use crate::findings::partnership::PartnershipFindings;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::partnership::Partnership;
use crate::model::query::Severity;
use crate::model::record_name::{line_name_in, outcome_name};
use crate::model::value_statement::ValueStatement;
use crate::report::options::dominated;
use crate::report::summary::short_total;
use crate::report::switching::sentence;
use crate::report::uncertainty::{
    COST_NOT_KNOWN, cost_sentence, field_of_line, is_weighed, undrawn, worth_sentence,
};
use crate::uncertainty::simulation::Simulated;
use crate::uncertainty::switching_value::Switching;
use crate::units::display;
use crate::units::id::{Id, InputId};
use crate::units::quantity::{Money, Number};

/// How many records a sentence names before it only counts them.
const MOST_NAMED: usize = 3;

/// What draws say of a partnership.
#[derive(Clone, Copy, Debug)]
pub struct Drawn<'a> {
    /// Its draws.
    pub simulated: &'a Simulated,
    /// The input whose switching value is nearest to today's, where it was looked for.
    pub switching: Option<&'a Switching>,
}

/// A paragraph of the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Piece {
    /// What it costs and brings.
    CostAndBenefit,
    /// What has no price.
    WithoutPrice,
    /// How sure that is.
    HowSure,
    /// What draws say of it.
    Drawn,
    /// Who gains.
    WhoGains,
    /// What else could be done.
    Options,
}

impl Piece {
    /// The name that a paper keeps edits of it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::CostAndBenefit => "worth",
            Self::WithoutPrice => "without-price",
            Self::HowSure => "sure",
            Self::Drawn => "drawn",
            Self::WhoGains => "who-gains",
            Self::Options => "options",
        }
    }
}

/// The statement of a partnership: a paragraph each on what it costs and brings, what has no price, how sure that is, what
/// draws say of it where it was simulated, who gains, and what else could be done.
pub fn compose(
    findings: &Findings,
    found: &PartnershipFindings,
    partnership: &Partnership,
    doubt: Option<&Doubt>,
    drawn: Option<Drawn<'_>>,
) -> String {
    let pieces = pieces(findings, found, partnership, doubt, drawn);
    let paragraphs: Vec<String> = pieces.into_iter().map(|(_, text)| text).collect();
    paragraphs.join("\n\n")
}

/// The paragraphs of the statement, in order.
pub fn pieces(
    findings: &Findings,
    found: &PartnershipFindings,
    partnership: &Partnership,
    doubt: Option<&Doubt>,
    drawn: Option<Drawn<'_>>,
) -> Vec<(Piece, String)> {
    let statement = Statement {
        findings,
        found,
        partnership,
        it: &found.appraisal,
    };
    let pieces = [
        (Piece::CostAndBenefit, Some(statement.cost_and_benefit())),
        (Piece::WithoutPrice, Some(statement.without_price())),
        (Piece::HowSure, Some(statement.how_sure(doubt))),
        (Piece::Drawn, drawn.and_then(|it| statement.drawn(it))),
        (Piece::WhoGains, statement.who_gains()),
        (Piece::Options, statement.options()),
    ];
    let said = pieces.into_iter();
    said.filter_map(|(piece, text)| Some((piece, text?)))
        .collect()
}

/// Whether the figures have moved since a statement was edited.
pub fn is_out_of_date(edited: &ValueStatement, composed: &str) -> bool {
    edited.composed != composed
}

struct Statement<'a> {
    findings: &'a Findings,
    found: &'a PartnershipFindings,
    partnership: &'a Partnership,
    it: &'a Appraisal,
}

impl Statement<'_> {
    fn total(&self, total: Total) -> String {
        short_total(total, self.findings.money_unit())
    }

    fn money(&self, amount: Money) -> String {
        display::money_short_in(amount, self.findings.money_unit())
    }

    /// `Over ten years from 2026/27, Family hub costs £0.7m and brings benefits worth £1.0m …: £1.31 for each £1 …`
    fn cost_and_benefit(&self) -> String {
        let worth = &self.it.worth;
        let years = display::count(self.it.horizon.into(), "year", "years");
        let years = format!("{years} from {}", self.it.first_year);
        let name = &self.found.name;
        let base = self.findings.register.settings.base_year;
        let costs = self.total(worth.pvc);
        let costs = if self.found.programme.amount > Money::ZERO {
            format!("{costs}, programme spending with it,")
        } else {
            costs
        };
        if !worth.is_priced {
            let even = worth.break_even.map_or_else(String::new, |even| {
                let even = self.money(even);
                format!(" What it brings would have to be worth {even} a year to come out even.")
            });
            let without = if self.it.benefits.is_empty() {
                "No benefit is entered"
            } else {
                "None of its benefits has a price"
            };
            return format!(
                "Over {years}, {name} costs {costs} in {base} prices, discounted. {without}, so there is no ratio.{even}"
            );
        }
        let brings = self.total(worth.pvb);
        let net = if worth.npsv < Money::ZERO {
            format!(
                "{} less than it costs",
                self.money(Money::ZERO - worth.npsv)
            )
        } else {
            format!("{} more than it costs", self.money(worth.npsv))
        };
        let ratio = match (worth.bcr, worth.band) {
            (Some(bcr), Some(band)) => format!(
                "{} of benefit for each £1, which by itself would be {band} value for money{}",
                display::pounds_ratio(bcr),
                if worth.pvc.is_at_least || worth.pvb.is_at_least {
                    ", as far as is known"
                } else {
                    ""
                }
            ),
            _ => "there is no ratio, as its costs are not above nought".to_owned(),
        };
        format!(
            "Over {years}, {name} costs {costs} and brings benefits worth {brings} in {base} prices, discounted: {net}, or {ratio}."
        )
    }

    /// What has no price: unpriced benefits, and the score.
    fn without_price(&self) -> String {
        let mut said = Vec::new();
        if !self.it.unpriced.is_empty() && self.it.unpriced.len() < self.it.benefits.len() {
            said.push(format!(
                "{} no price and {} in no total: {}.",
                if self.it.unpriced.len() == 1 {
                    "One benefit has".to_owned()
                } else {
                    format!(
                        "{} benefits have",
                        display::in_words(self.it.unpriced.len())
                    )
                },
                if self.it.unpriced.len() == 1 {
                    "stands"
                } else {
                    "stand"
                },
                self.names(&self.it.unpriced)
            ));
        }
        let achievement = &self.found.achievement;
        let range = format!(
            "{} to {}",
            display::score(achievement.low),
            display::score(achievement.high)
        );
        said.push(match achievement.shown_score() {
            Some(score) if achievement.is_part_missing() => format!(
                "Against its own targets it scores {} of 100, and could be anything from {range}.",
                display::score(score)
            ),
            Some(score) => format!(
                "Against its own targets it scores {} of 100.",
                display::score(score)
            ),
            None => format!(
                "What it achieves against its own targets is not known: it could be anything from {range} of 100."
            ),
        });
        if let Some(even) = self.it.break_even_per_point
            && even > Money::ZERO
        {
            said.push(format!(
                "Each point would have to be worth {} a year for it to come out even.",
                self.money(even)
            ));
        }
        said.join(" ")
    }

    /// What is missing, what the evidence is, and the range of the cost.
    fn how_sure(&self, doubt: Option<&Doubt>) -> String {
        let mut said = Vec::new();
        if !self.it.not_known.is_empty() {
            said.push(format!(
                "The cost leaves out what is not known: {}.",
                self.names(&self.it.not_known)
            ));
        }
        let n_errors = self.found.n_queries.get(Severity::Error);
        if n_errors > 0 {
            said.push(format!(
                "What was entered has {} to put right first.",
                display::count(n_errors, "error", "errors")
            ));
        }
        if !self.it.without_index.is_empty() {
            let years: Vec<String> = self
                .it
                .without_index
                .iter()
                .map(ToString::to_string)
                .collect();
            said.push(format!(
                "Amounts in the prices of other years are left out, as no index of prices is known for {}.",
                years.join(", ")
            ));
        }
        if let Some(doubt) = doubt {
            let (low, high) = (*doubt.low.get(Basis::Full), *doubt.high.get(Basis::Full));
            if low != high {
                said.push(format!(
                    "The annual cost at full cost lies between {} and {}, one fact varied at a time.",
                    self.money(low),
                    self.money(high)
                ));
            }
        }
        let evidence = Evidence::of(self.partnership);
        said.push(match (evidence.n, evidence.n_without, evidence.weakest) {
            (0, ..) => "No benefit is entered, so there is no evidence to weigh.".to_owned(),
            (n, without, _) if n == without => {
                "Nothing that its benefits rest on has a grade of evidence.".to_owned()
            }
            (n, without, weakest) => {
                let weakest = weakest.unwrap_or(0);
                let rest = if without == 0 {
                    "all of them are graded".to_owned()
                } else {
                    format!("{without} of {n} have no grade")
                };
                format!(
                    "The weakest evidence among the figures of its benefits is grade {weakest} of 6; {rest}."
                )
            }
        });
        let bias = if self.findings.register.settings.has_optimism_bias {
            "Costs and benefits are corrected for optimism by these grades."
        } else {
            "No correction is made for optimism."
        };
        said.push(bias.to_owned());
        said.join(" ")
    }

    /// `To see how sure that is, 10,000 draws were taken from the ranges of 12 figures. Its benefits are worth more than the
    /// costs in 83 of 100 draws; …`; nothing where nothing moves and no switching value is known.
    fn drawn(&self, drawn: Drawn<'_>) -> Option<String> {
        let it = drawn.simulated;
        let mut said = Vec::new();
        if is_weighed(&self.it.worth) {
            said.extend(worth_sentence("its", it, self.findings.money_unit()));
        } else if self.it.worth.is_priced && it.npsv.is_some() {
            said.push(COST_NOT_KNOWN.to_owned());
        }
        said.extend(cost_sentence(
            "Its",
            it,
            (Basis::Full, self.findings.money_unit()),
        ));
        let n = [it.npsv.as_ref(), it.annual_cost.full.as_ref()];
        let n = n
            .into_iter()
            .flatten()
            .map(|it| it.n.saturating_add(it.n_without))
            .next();
        if let Some(n) = n {
            let draws = display::count(n, "draw was", "draws were");
            let inputs = display::count(it.n_ranged, "figure", "figures");
            said.insert(
                0,
                format!("To see how sure that is, {draws} taken from the ranges of {inputs}."),
            );
            if self.it.worth.pvc.is_at_least || self.it.worth.pvb.is_at_least {
                said.push("What is not known is in none of the draws.".to_owned());
            }
        }
        said.extend(undrawn(it.n_undrawn));
        if let Some(switching) = drawn
            .switching
            .filter(|it| it.nearest().is_some() && self.it.worth.is_priced)
        {
            let name = field_of_line(&self.findings.register, self.partnership, switching.at);
            said.push(sentence(&name, switching, self.it.worth.npsv));
        }
        (!said.is_empty()).then(|| said.join(" "))
    }

    fn who_gains(&self) -> Option<String> {
        let worth = &self.it.worth;
        if self.it.benefits_by_class.is_empty() {
            return None;
        }
        let class = |class| self.it.benefits_by_class.get(&class).copied();
        let cash = class(ClassOfBenefit::FiscalCashable).unwrap_or_default();
        let over = self.it.benefits.iter().filter_map(|it| {
            let (outcome, _) = it.claim?;
            let over = self.findings.portfolio.worth.overclaimed.get(&outcome)?;
            let name = outcome_name(&self.findings.register, outcome);
            let claims = display::rate(over.claims);
            Some(format!(
                "Together with others it claims {claims} of “{name}”, so its benefits may be too high."
            ))
        });
        let mut said = vec![if cash > Money::ZERO {
            format!("Of the benefits {} releases cash.", self.money(cash))
        } else {
            "None of the benefits releases cash.".to_owned()
        }];
        if let Some(fiscal) = worth.fiscal_return {
            said.push(format!(
                "Public bodies save {} for each £1 that it costs them.",
                display::pounds_ratio(fiscal)
            ));
        }
        said.extend(over);
        match worth.payback {
            Payback::Never => said.push(format!(
                "It has not paid back after {}.",
                display::count(self.it.horizon.into(), "year", "years")
            )),
            Payback::After(years) if years > Number::ZERO => said.push(format!(
                "It has paid back after {} years.",
                display::one_decimal(years)
            )),
            Payback::After(_) => {}
        }
        Some(said.join(" "))
    }

    fn options(&self) -> Option<String> {
        let options = &self.it.options;
        if options.is_empty() {
            return None;
        }
        let weighed = options.iter().filter(|it| it.is_comparable);
        let best = weighed
            .clone()
            .max_by_key(|it| (it.incremental_npsv, std::cmp::Reverse(it.id)));
        let against = match best {
            None => "Too little is entered or known to weigh any option against going on as it is."
                .to_owned(),
            Some(best) if best.incremental_npsv > Money::ZERO => format!(
                "Of what else could be done, “{}” is worth most: {} more than going on as it is{}.",
                self.name(best),
                self.money(best.incremental_npsv),
                match best.achievement {
                    Some(score) => format!(", at an expected score of {}", display::score(score)),
                    None => ", though what it would achieve is not known".to_owned(),
                }
            ),
            Some(_) => {
                "None of the options looked at is worth more than going on as it is.".to_owned()
            }
        };
        let mut said = vec![against];
        let own = self.found.achievement.shown_score();
        let higher = weighed.filter(|it| {
            best.is_some_and(|best| best.id != it.id || best.incremental_npsv <= Money::ZERO)
                && it.achievement > own
                && own.is_some()
        });
        said.extend(higher.map(|it| {
            let less = display::money_short_in(
                Money::ZERO - it.incremental_npsv,
                self.findings.money_unit(),
            );
            let score = it.achievement.map(display::score).unwrap_or_default();
            if it.incremental_npsv < Money::ZERO {
                format!(
                    "“{}” is expected to score {score}, for {less} less.",
                    self.name(it)
                )
            } else {
                format!("“{}” is expected to score {score}.", self.name(it))
            }
        }));
        said.extend(dominated(
            &self.findings.register,
            self.partnership,
            self.it,
        ));
        Some(said.join(" "))
    }

    fn name(&self, option: &OptionFindings) -> String {
        line_name_in(&self.findings.register, self.partnership, option.id)
    }

    fn names(&self, ids: &[Id]) -> String {
        let name = |id| line_name_in(&self.findings.register, self.partnership, id);
        let mut names: Vec<String> = ids.iter().take(MOST_NAMED).map(|id| name(*id)).collect();
        let more = ids.len().saturating_sub(names.len());
        if more > 0 {
            names.push(format!("{more} more"));
        }
        names.join("; ")
    }
}

/// The grades of the figures that benefits rest on.
#[derive(Default)]
struct Evidence {
    n: usize,
    n_without: usize,
    weakest: Option<u8>,
}

impl Evidence {
    fn of(partnership: &Partnership) -> Self {
        let mut evidence = Self::default();
        for benefit in &partnership.benefits {
            let see: &mut dyn FnMut(InputId, &dyn AnyInput) = &mut |_, input| {
                if input.decimal().is_none() {
                    return;
                }
                evidence.n = evidence.n.saturating_add(1);
                match input.evidence().and_then(|it| it.grade) {
                    None => evidence.n_without = evidence.n_without.saturating_add(1),
                    Some(grade) => evidence.weakest = evidence.weakest.max(Some(grade)),
                }
            };
            benefit.each_input(see);
        }
        evidence
    }
}
