//! Who would pay whom so that no body loses: each deficit is met by those in surplus, in proportion to their surplus.

use rust_decimal::Decimal;

use crate::units::id::Id;
use crate::units::quantity::{Money, Quantity};

/// Who would pay whom.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Transfers {
    /// Nobody loses.
    #[default]
    NotNeeded,
    /// All bodies together lose, so there is nothing to share out.
    NothingToShare,
    /// Each in deficit receives its deficit.
    Paid(Vec<Transfer>),
}

/// One payment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transfer {
    /// Who pays.
    pub from: Id,
    /// Who receives.
    pub to: Id,
    /// How much, in present value.
    pub amount: Money,
}

impl Transfers {
    /// What a body receives less what it pays.
    pub fn to(&self, body: Id) -> Money {
        let Self::Paid(paid) = self else {
            return Money::ZERO;
        };
        let signed = paid.iter().map(|it| {
            let received = if it.to == body {
                it.amount
            } else {
                Money::ZERO
            };
            let given = if it.from == body {
                it.amount
            } else {
                Money::ZERO
            };
            received - given
        });
        signed.sum()
    }
}

/// Each body in deficit receives its deficit, paid by those in surplus in proportion to their surplus.
///
/// ```text
/// payment of i to j = deficit of j × surplus of i ÷ Σ surpluses
/// ```
/// Where all together are in deficit there is none. No set of payments moves less and leaves nobody below nought: every
/// deficit must come in, and no more than that does. A payment is rounded once, to ten decimals, and what rounding leaves
/// falls to the last payer, as far as its surplus goes, then to the first that has some left. Source: the method note,
/// section 5.
pub fn settle(balances: &[(Id, Money)]) -> Transfers {
    let deficits = balances.iter().filter(|(_, it)| *it < Money::ZERO);
    let deficits: Vec<_> = deficits.map(|(id, it)| (*id, -*it)).collect();
    if deficits.is_empty() {
        return Transfers::NotNeeded;
    }
    let total: Money = balances.iter().map(|(_, it)| *it).sum();
    if total < Money::ZERO {
        return Transfers::NothingToShare;
    }
    let surpluses = balances.iter().filter(|(_, it)| *it > Money::ZERO);
    let mut payers: Vec<Payer> = surpluses
        .map(|(id, surplus)| Payer {
            id: *id,
            left: *surplus,
        })
        .collect();
    let weights: Vec<Decimal> = payers.iter().map(|it| it.left.decimal()).collect();
    let mut paid = Vec::new();
    for (to, deficit) in deficits {
        let mut parts = deficit.split(&weights).unwrap_or_default();
        keep_within(&payers, &mut parts);
        for (payer, amount) in payers.iter_mut().zip(parts) {
            payer.left = payer.left - amount;
            if amount != Money::ZERO {
                let from = payer.id;
                paid.push(Transfer { from, to, amount });
            }
        }
    }
    Transfers::Paid(paid)
}

/// A body in surplus.
struct Payer {
    id: Id,
    /// What is left of its surplus.
    left: Money,
}

/// Takes off what rounding asks of a payer beyond its surplus, and gives it to the others that have some left.
fn keep_within(payers: &[Payer], parts: &mut [Money]) {
    let mut over = Money::ZERO;
    for (payer, part) in payers.iter().zip(parts.iter_mut()) {
        let beyond = (*part - payer.left).max(Money::ZERO);
        *part = *part - beyond;
        over = over + beyond;
    }
    for (payer, part) in payers.iter().zip(parts.iter_mut()) {
        let more = over.min(payer.left - *part);
        *part = *part + more;
        over = over - more;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::id::Kind;

    fn body(n: usize) -> Id {
        Id::new(Kind::Partner, u32::try_from(n).unwrap() + 1)
    }

    fn balances(amounts: &[Money]) -> Vec<(Id, Money)> {
        let amounts = amounts.iter().enumerate();
        amounts.map(|(n, amount)| (body(n), *amount)).collect()
    }

    fn pounds(amounts: &[i64]) -> Vec<Money> {
        amounts.iter().copied().map(Money::from).collect()
    }

    /// Payments come to nought, leave nobody in surplus below nought and everybody else at exactly nought.
    fn is_fair(amounts: &[Money]) {
        let all = balances(amounts);
        let settled = settle(&all);
        let Transfers::Paid(paid) = &settled else {
            panic!("{amounts:?}: {settled:?}")
        };
        assert!(paid.iter().all(|it| it.amount > Money::ZERO), "{paid:?}");
        let net: Money = all.iter().map(|(id, _)| settled.to(*id)).sum();
        assert_eq!(net, Money::ZERO, "{amounts:?}");
        for (id, balance) in &all {
            let after = *balance + settled.to(*id);
            if *balance < Money::ZERO {
                assert_eq!(after, Money::ZERO, "{amounts:?}: {id}");
            } else {
                assert!(after >= Money::ZERO, "{amounts:?}: {id} is left {after:?}");
            }
        }
    }

    fn moved(settled: &Transfers) -> Option<Money> {
        match settled {
            Transfers::Paid(paid) => Some(paid.iter().map(|it| it.amount).sum()),
            Transfers::NotNeeded => Some(Money::ZERO),
            Transfers::NothingToShare => None,
        }
    }

    /// The least that payments by the remaining pairs move so that nobody is left below nought.
    fn pay(pairs: &[(usize, usize)], after: &mut [i64], moved: i64, most: i64) -> Option<i64> {
        let Some(((from, to), rest)) = pairs.split_first() else {
            return after.iter().all(|it| *it >= 0).then_some(moved);
        };
        let mut best = None;
        for amount in 0..=most {
            after[*from] -= amount;
            after[*to] += amount;
            let found = pay(rest, after, moved + amount, most);
            after[*from] += amount;
            after[*to] -= amount;
            best = best.into_iter().chain(found).min();
        }
        best
    }

    /// Every way to pay whole pounds from one of `n` bodies to another, up to `most` each: the least that leaves nobody
    /// below nought; nothing where none does.
    fn least_moved(amounts: &[i64], most: i64) -> Option<i64> {
        let n = amounts.len();
        let pairs: Vec<(usize, usize)> = (0..n)
            .flat_map(|from| (0..n).map(move |to| (from, to)))
            .filter(|(from, to)| from != to)
            .collect();
        pay(&pairs, &mut amounts.to_vec(), 0, most)
    }

    #[test]
    fn nothing_less_is_moved_by_any_other_payments() {
        // Two and three bodies with every balance of −3 to 3, paying 0 to 3 to each other.
        let range = || -3..=3_i64;
        for a in range() {
            for b in range() {
                let settled = moved(&settle(&balances(&pounds(&[a, b]))));
                let least = least_moved(&[a, b], 3).map(Money::from);
                assert_eq!(settled, least, "{a} {b}");
                for c in range() {
                    let settled = moved(&settle(&balances(&pounds(&[a, b, c]))));
                    let least = least_moved(&[a, b, c], 3).map(Money::from);
                    assert_eq!(settled, least, "{a} {b} {c}");
                }
            }
        }
        // Four bodies with balances of −1, 0 and 1, paying 0 or 1 to each other.
        for code in 0..81_i64 {
            let digit = |place: u32| code / 3_i64.pow(place) % 3 - 1;
            let four = [digit(0), digit(1), digit(2), digit(3)];
            let settled = moved(&settle(&balances(&pounds(&four))));
            assert_eq!(settled, least_moved(&four, 1).map(Money::from), "{four:?}");
        }
    }

    #[test]
    fn those_in_surplus_pay_in_proportion_to_it() {
        // o1 +600, o2 +300, o3 −100, o4 −200: o1 pays 600/900 of each deficit, o2 300/900.
        let settled = settle(&balances(&pounds(&[600, 300, -100, -200])));
        let text = |it: &Transfer| {
            let amount = it.amount.decimal().normalize();
            format!("{} → {}: {amount}", it.from, it.to)
        };
        let Transfers::Paid(paid) = settled else {
            panic!("nobody pays")
        };
        let paid: Vec<String> = paid.iter().map(text).collect();
        assert_eq!(
            paid,
            [
                "o1 → o3: 66.6666666667",
                "o2 → o3: 33.3333333333",
                "o1 → o4: 133.3333333333",
                "o2 → o4: 66.6666666667",
            ]
        );
    }

    #[test]
    fn rounding_takes_nobody_below_nought() {
        // Nothing is to be left of anybody's surplus, so a ten-billionth too much would show.
        is_fair(&pounds(&[1, 1, 1, -1, -1, -1]));
        is_fair(&pounds(&[2, 2, 3, -1, -1, -5]));
        let thirds = [
            "0.3333333333",
            "0.3333333334",
            "0.3333333333",
            "-0.5",
            "-0.5",
        ];
        is_fair(&thirds.map(|it| Money::new(it.parse().unwrap())));
        let odd = [
            "0.0000000001",
            "0.0000000001",
            "0.0000000001",
            "-0.0000000003",
        ];
        is_fair(&odd.map(|it| Money::new(it.parse().unwrap())));
        for n in 1..60 {
            is_fair(&pounds(&[n, 7, 11, 60 - n, -13, -29, -36]));
        }
    }

    #[test]
    fn nobody_pays_where_nobody_loses_or_all_together_lose() {
        assert_eq!(settle(&balances(&pounds(&[5, 0]))), Transfers::NotNeeded);
        assert_eq!(
            settle(&balances(&pounds(&[5, -6]))),
            Transfers::NothingToShare
        );
        assert_eq!(settle(&[]), Transfers::NotNeeded);
        assert_eq!(
            settle(&balances(&pounds(&[5, -6]))).to(body(0)),
            Money::ZERO
        );
    }
}
