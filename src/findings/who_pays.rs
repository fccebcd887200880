//! Who pays for whose gain: what each body bears, divided among those that gain from the partnerships it bears it for.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::costing::schedule::Total;
use crate::findings::findings::Findings;
use crate::findings::portfolio_worth::Position;
use crate::findings::stakes::{Body, Stake};
use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// Whose gain a cost is borne for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ForWhom {
    /// A partner.
    Partner(Id),
    /// People and businesses, where a benefit names no partner.
    Public,
    /// Nobody that can be told: no benefit of the partnership has a price, or those that have one are losses.
    NoPricedBenefit,
}

/// What each body bears, by whose gain it is borne for; present values.
pub type Payments = BTreeMap<(Option<Id>, ForWhom), Money>;

/// Who pays for whose gain in all partnerships, and where each body is left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoPays {
    /// Who bears costs: those with the largest first, nobody yet last.
    pub bearers: Vec<Option<Id>>,
    /// Whose gain they are borne for: bearers in the same order, others by what they gain, the public, nobody that can be
    /// told.
    pub for_whom: Vec<ForWhom>,
    /// Present value of what the one bears for the gain of the other; nothing where it is nought.
    pub payments: Payments,
    /// Present value of what each bears: its payments, exactly.
    pub borne: BTreeMap<Option<Id>, Money>,
    /// Present value of what is borne for the gain of each.
    pub borne_for: BTreeMap<ForWhom, Money>,
    /// Present value of all costs.
    pub total: Total,
    /// Where each body is left, who gains most first.
    pub standings: Vec<Standing>,
    /// Whether a benefit has a price, so that there is something to divide the costs by.
    pub is_priced: bool,
    /// How many partnerships have no benefit with a price.
    pub n_unpriced: usize,
}

/// Where a body is left; present values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose.
    pub body: Body,
    /// What it bears.
    pub cost: Money,
    /// The part of that which is borne for nobody's priced gain.
    pub unweighed: Money,
    /// What it gains that has a price, each outcome counted once.
    pub gain: Money,
    /// What it gains less what it bears.
    pub net: Money,
    /// The benefits that transfers count less what it bears; nothing of the public and of nobody yet.
    pub balance: Option<Money>,
    /// What it would receive less what it would pay.
    pub transfer: Money,
    /// The net after that.
    pub net_after: Money,
    /// The balance after that.
    pub balance_after: Option<Money>,
}

impl WhoPays {
    /// What the one bears for the gain of the other.
    pub fn payment(&self, bearer: Option<Id>, for_whom: ForWhom) -> Money {
        let found = self.payments.get(&(bearer, for_whom));
        found.copied().unwrap_or_default()
    }
}

impl Standing {
    /// What it bears, gains and has left, without transfers.
    pub fn stake(&self) -> Stake {
        Stake {
            body: self.body,
            cost: self.cost,
            gain: self.gain,
            net: self.net,
        }
    }
}

/// Says who pays for whose gain over all partnerships that are shown.
///
/// ```text
/// payment of i for j = Σ over partnerships of PV of the costs that i bears × PV of the benefits of j ÷ PV of all benefits
/// ```
/// What a body bears is the sum of its payments exactly. Source: the method note, section 5.
pub fn who_pays(findings: &Findings) -> WhoPays {
    let mut found = WhoPays {
        total: findings.portfolio.worth.pvc,
        ..WhoPays::default()
    };
    for it in &findings.partnerships {
        let it = &it.appraisal;
        found.is_priced |= it.worth.is_priced;
        if !it.worth.is_priced {
            found.n_unpriced = found.n_unpriced.saturating_add(1);
        }
        for ((bearer, for_whom), paid) in payments(&it.costs_by_bearer, &it.benefits_by_gainer) {
            add(&mut found.payments, (bearer, for_whom), paid);
            add(&mut found.borne, bearer, paid);
            add(&mut found.borne_for, for_whom, paid);
        }
    }
    found.bearers = bearers(&found.borne);
    found.for_whom = for_whom(&found);
    found.standings = standings(findings, &found);
    found
}

fn add<K: Ord>(sums: &mut BTreeMap<K, Money>, key: K, amount: Money) {
    let sum = sums.entry(key).or_default();
    *sum = *sum + amount;
}

/// What each bearer of one partnership pays for the gain of each: its cost divided as the benefits are, each part rounded
/// once to ten decimals, the remainder in the last.
///
/// Whose priced benefits come to a loss gains nothing, and nobody pays for it; the loss stands in its net. Where nobody
/// gains, the cost is borne for nobody that can be told.
pub fn payments(
    costs_by_bearer: &BTreeMap<Option<Id>, Money>,
    benefits_by_gainer: &BTreeMap<Option<Id>, Money>,
) -> Payments {
    let gains = benefits_by_gainer.iter();
    let gains = gains.filter(|(_, gain)| **gain > Money::ZERO);
    let mut gains: Vec<(ForWhom, Decimal)> = gains
        .map(|(gainer, gain)| {
            let for_whom = gainer.map_or(ForWhom::Public, ForWhom::Partner);
            (for_whom, gain.decimal())
        })
        .collect();
    gains.sort_unstable();
    if gains.is_empty() {
        gains.push((ForWhom::NoPricedBenefit, Decimal::ONE));
    }
    let weights: Vec<Decimal> = gains.iter().map(|(_, gain)| *gain).collect();
    let mut found = Payments::new();
    for (bearer, cost) in costs_by_bearer {
        let parts = cost.split(&weights).unwrap_or_default();
        for ((for_whom, _), part) in gains.iter().zip(parts) {
            found.insert((*bearer, *for_whom), part);
        }
    }
    found
}

/// The largest bearer first, in order of id where two bear as much; nobody yet last.
fn bearers(borne: &BTreeMap<Option<Id>, Money>) -> Vec<Option<Id>> {
    let mut bearers: Vec<(Option<Id>, Money)> = borne.iter().map(|(id, it)| (*id, *it)).collect();
    bearers.sort_by(|(one, a), (other, b)| {
        let nobody = one.is_none().cmp(&other.is_none());
        nobody.then(b.cmp(a)).then(one.cmp(other))
    });
    bearers.into_iter().map(|(id, _)| id).collect()
}

/// Those that something is borne for, in the order of the bearers, so that a body stands in the same place both ways.
fn for_whom(found: &WhoPays) -> Vec<ForWhom> {
    let place = |it: &ForWhom| match it {
        ForWhom::Partner(id) => {
            let bearers = found.bearers.iter();
            bearers.take_while(|it| **it != Some(*id)).count()
        }
        ForWhom::Public | ForWhom::NoPricedBenefit => usize::MAX,
    };
    let mut all: Vec<(usize, ForWhom, Money)> = found
        .borne_for
        .iter()
        .map(|(it, borne)| (place(it), *it, *borne))
        .collect();
    all.sort_by(|(place, one, a), (other_place, other, b)| {
        let kind = |it: &ForWhom| match it {
            ForWhom::Partner(_) => 0_u8,
            ForWhom::Public => 1,
            ForWhom::NoPricedBenefit => 2,
        };
        let order = kind(one).cmp(&kind(other)).then(place.cmp(other_place));
        order.then(b.cmp(a)).then(one.cmp(other))
    });
    all.into_iter().map(|(_, it, _)| it).collect()
}

/// Where every body with a cost or a gain is left; in order of id where two gain as much.
fn standings(findings: &Findings, found: &WhoPays) -> Vec<Standing> {
    let worth = &findings.portfolio.worth;
    let mut all: Vec<Standing> = worth
        .positions
        .iter()
        .map(|(id, position)| {
            let transfer = id.map_or(Money::ZERO, |id| worth.transfers.to(id));
            let body = id.map_or(Body::Unassigned, Body::Partner);
            let balance = id.map(|_| position.balance());
            Standing {
                unweighed: found.payment(*id, ForWhom::NoPricedBenefit),
                ..standing(body, position, balance, transfer)
            }
        })
        .collect();
    if worth.to_the_public != Money::ZERO {
        let public = Position {
            benefit: worth.to_the_public,
            ..Position::default()
        };
        all.push(standing(Body::Public, &public, None, Money::ZERO));
    }
    all.sort_by(|a, b| b.net.cmp(&a.net).then(a.body.cmp(&b.body)));
    all
}

fn standing(body: Body, it: &Position, balance: Option<Money>, transfer: Money) -> Standing {
    Standing {
        body,
        cost: it.cost,
        unweighed: Money::ZERO,
        gain: it.benefit,
        net: it.net(),
        balance,
        transfer,
        net_after: it.net() + transfer,
        balance_after: balance.map(|it| it + transfer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::Kind;

    fn partner(n: u32) -> Option<Id> {
        Some(Id::new(Kind::Partner, n))
    }

    fn of<const N: usize>(amounts: [(Option<Id>, i64); N]) -> BTreeMap<Option<Id>, Money> {
        amounts.map(|(id, it)| (id, Money::from(it))).into()
    }

    #[test]
    fn a_cost_is_divided_as_the_benefits_are() {
        let costs = of([(partner(1), 300), (None, 60)]);
        let gains = of([(partner(1), 100), (partner(2), 200), (None, 300)]);
        let found = payments(&costs, &gains);
        // Of 600: o1 a sixth, o2 a third, the public half.
        let of = |bearer, for_whom| found[&(bearer, for_whom)];
        let to = |n| ForWhom::Partner(partner(n).unwrap());
        assert_eq!(of(partner(1), to(1)), Money::from(50));
        assert_eq!(of(partner(1), to(2)), Money::from(100));
        assert_eq!(of(partner(1), ForWhom::Public), Money::from(150));
        assert_eq!(of(None, to(1)), Money::from(10));
        assert_eq!(of(None, ForWhom::Public), Money::from(30));
        assert_eq!(found.len(), 6);
    }

    #[test]
    fn what_rounding_leaves_goes_to_the_last_who_gains() {
        let costs = of([(partner(1), 100)]);
        let gains = of([
            (partner(1), 1),
            (partner(2), 1),
            (partner(3), 1),
            (None, -5),
        ]);
        let found = payments(&costs, &gains);
        let texts: Vec<String> = found.values().map(|it| it.decimal().to_string()).collect();
        assert_eq!(texts, ["33.3333333333", "33.3333333333", "33.3333333334"]);
        assert_eq!(found.values().copied().sum::<Money>(), Money::from(100));
    }

    #[test]
    fn a_loss_is_no_gain_to_pay_for() {
        let costs = of([(partner(1), 100)]);
        let gains = of([(partner(1), 50), (partner(2), -50)]);
        let to_self = ForWhom::Partner(partner(1).unwrap());
        let found = payments(&costs, &gains);
        assert_eq!(found, [((partner(1), to_self), Money::from(100))].into());
    }

    #[test]
    fn where_nobody_gains_it_is_borne_for_nobody_that_can_be_told() {
        let costs = of([(partner(1), 100), (partner(2), 5)]);
        let nobody = |n| (partner(n), ForWhom::NoPricedBenefit);
        let expected: Payments =
            [(nobody(1), Money::from(100)), (nobody(2), Money::from(5))].into();
        assert_eq!(payments(&costs, &BTreeMap::new()), expected);
        assert_eq!(payments(&costs, &of([(partner(2), -7)])), expected);
        assert_eq!(payments(&costs, &of([(None, 0)])), expected);
    }
}
