//! Explains what a body gains of all partnerships, and what it has left after transfers.

use rust_decimal::Decimal;

use crate::findings::explain_worth::claimants;
use crate::findings::explanation::Explanation;
use crate::findings::portfolio_worth::{PortfolioWorth, Position};
use crate::guidance::edition::Guidance;
use crate::model::register::Register;
use crate::units::exact;
use crate::units::id::Id;
use crate::units::quantity::{Quantity, Unit};

/// What somebody gains of all partnerships: of each, less what is claimed more than once over.
pub fn of_portfolio_gain(
    register: &Register,
    guidance: &Guidance,
    worth: &PortfolioWorth,
    (gainer, title): (Option<Id>, String),
    mut parts: Vec<Explanation>,
) -> Option<Explanation> {
    let gain = match gainer {
        Some(_) => worth.positions.get(&gainer)?.benefit,
        None => worth.to_the_public,
    };
    let known = parts.iter().filter_map(|it| it.value);
    let off = exact::sub(gain.decimal(), known.fold(Decimal::ZERO, exact::add));
    if !off.is_zero() {
        let own = |partner| partner == gainer;
        let outcomes = worth.overclaimed.keys();
        let claims = outcomes.flat_map(|it| claimants(register, guidance, *it, own));
        let how = "benefits ÷ the claims on their outcome − the same, where they come to more than the whole";
        let title = "Claimed more than once";
        let claims = claims.collect();
        parts.push(Explanation::worked(title, Unit::Money, off, how, claims));
    }
    Some(Explanation::sum(title, Unit::Money, gain.decimal(), parts))
}

/// What a body's counted benefits leave over its costs, of the explanations of all that it gains and bears.
pub fn of_balance(
    name: String,
    position: &Position,
    gain: Option<Explanation>,
    cost: Option<Explanation>,
) -> Explanation {
    let counted = gain.map(|gain| {
        let how = "the part of the benefits that transfers count";
        let fiscal = position.fiscal.decimal();
        let title = "Benefits that transfers count";
        Explanation::worked(title, Unit::Money, fiscal, how, vec![gain])
    });
    let parts = counted.into_iter().chain(cost).collect();
    let how = "benefits that transfers count − present value of costs";
    Explanation::worked(name, Unit::Money, position.balance().decimal(), how, parts)
}

/// What a partner has left after transfers: its net, and what it would receive less what it would pay.
pub fn of_net_after(
    worth: &PortfolioWorth,
    id: Id,
    title: String,
    net: Explanation,
    balances: Vec<Explanation>,
) -> Explanation {
    let transfer = worth.transfers.to(id).decimal();
    if transfer.is_zero() {
        let value = net.value.unwrap_or_default();
        return Explanation::sum(title, Unit::Money, value, vec![net]);
    }
    let how = "each deficit × surplus of who pays ÷ surpluses of all";
    let moved = "Received less paid in transfers";
    let moved = Explanation::worked(moved, Unit::Money, transfer, how, balances);
    let total = exact::add(net.value.unwrap_or_default(), transfer);
    Explanation::sum(title, Unit::Money, total, vec![net, moved])
}
