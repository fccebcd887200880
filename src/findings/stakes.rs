//! What each body puts into a partnership and takes out of it, in present values: who gains, who pays.

use std::collections::{BTreeMap, BTreeSet};

use crate::units::id::Id;
use crate::units::quantity::Money;

/// Somebody who bears costs or gains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Body {
    /// A partner.
    Partner(Id),
    /// People and businesses, where a benefit names no partner.
    Public,
    /// Nobody yet: costs that name no bearer.
    Unassigned,
}

/// Present values of one body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stake {
    /// Whose.
    pub body: Body,
    /// Present value of what it bears.
    pub cost: Money,
    /// Present value of what it gains, transfers left out.
    pub gain: Money,
    /// What it gains less what it bears.
    pub net: Money,
}

/// The stake of everybody with a cost or a gain, who gains most first; in order of id where two gain as much.
pub fn stakes(
    costs_by_bearer: &BTreeMap<Option<Id>, Money>,
    benefits_by_gainer: &BTreeMap<Option<Id>, Money>,
) -> Vec<Stake> {
    let of_partner = |it: &Option<Id>| it.map(Body::Partner);
    let bearers = costs_by_bearer.keys();
    let bearers = bearers.map(|it| of_partner(it).unwrap_or(Body::Unassigned));
    let gainers = benefits_by_gainer.keys();
    let gainers = gainers.map(|it| of_partner(it).unwrap_or(Body::Public));
    let bodies: BTreeSet<Body> = bearers.chain(gainers).collect();
    let amount = |of: &BTreeMap<Option<Id>, Money>, key| of.get(&key).copied().unwrap_or_default();
    let stakes = bodies.into_iter().map(|body| {
        let (cost, gain) = match body {
            Body::Partner(id) => (
                amount(costs_by_bearer, Some(id)),
                amount(benefits_by_gainer, Some(id)),
            ),
            Body::Public => (Money::ZERO, amount(benefits_by_gainer, None)),
            Body::Unassigned => (amount(costs_by_bearer, None), Money::ZERO),
        };
        Stake {
            body,
            cost,
            gain,
            net: gain - cost,
        }
    });
    let mut stakes: Vec<Stake> = stakes.collect();
    stakes.sort_by(|one, other| other.net.cmp(&one.net).then(one.body.cmp(&other.body)));
    stakes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::Kind;

    #[test]
    fn who_gains_most_comes_first_and_the_public_is_no_partner() {
        let partner = |n| Id::new(Kind::Partner, n);
        let pounds = |n: i64| Money::from(n);
        let costs = BTreeMap::from([
            (Some(partner(1)), pounds(460)),
            (Some(partner(2)), pounds(275)),
            (None, pounds(40)),
        ]);
        let gains = BTreeMap::from([
            (Some(partner(2)), pounds(170)),
            (Some(partner(3)), pounds(20)),
            (None, pounds(404)),
        ]);
        // By hand: public 404 − 0; o3 20 − 0; nobody 0 − 40; o2 170 − 275 = −105; o1 0 − 460.
        let found = stakes(&costs, &gains);
        let found: Vec<(Body, Money)> = found.iter().map(|it| (it.body, it.net)).collect();
        assert_eq!(
            found,
            [
                (Body::Public, pounds(404)),
                (Body::Partner(partner(3)), pounds(20)),
                (Body::Unassigned, pounds(-40)),
                (Body::Partner(partner(2)), pounds(-105)),
                (Body::Partner(partner(1)), pounds(-460)),
            ]
        );
    }

    #[test]
    fn nobody_has_a_stake_in_nothing() {
        assert_eq!(stakes(&BTreeMap::new(), &BTreeMap::new()), []);
    }
}
