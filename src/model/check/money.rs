//! Queries on money paid, pooled, charged and given.

use crate::model::check::partnership::Check;
use crate::model::direct_cost::{CashKind, CashLine};
use crate::model::in_kind::{Direction, InKind};
use crate::model::pool::Pool;
use crate::model::secondment::Secondment;
use crate::model::sharing::{Share, SharingRule};
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::{Money, Rate};
use crate::units::year::FinancialYear;

impl Check<'_> {
    /// What is odd about a cash line.
    pub(super) fn cash_line(&mut self, cash: &CashLine) {
        let id = cash.id;
        self.queries.name(id, &cash.name, "cash line");
        if cash.kind != CashKind::Profiled {
            self.queries.known(id, "amount", &cash.amount);
        }
        match cash.pool {
            Some(pool) => self.in_pool(id, pool),
            None => self.partner(id, "partner", cash.partner),
        }
        self.purpose(id, cash.purpose);
        match cash.kind {
            CashKind::Yearly => self.dates(id, cash.start, cash.end),
            CashKind::Growing => {
                self.dates(id, cash.start, cash.end);
                self.queries.known(id, "growth", &cash.growth);
                self.queries.growth(id, "growth", &cash.growth);
            }
            CashKind::Profiled => self.plan(cash),
            CashKind::OneOff | CashKind::SetUp => self.one_off(cash),
            CashKind::Exit => self.queries.not_negative(id, "amount", &cash.amount),
        }
    }

    fn plan(&mut self, cash: &CashLine) {
        if cash.years.is_empty() {
            let message = "No years are planned";
            let hint = "Add a row for each year below the table";
            self.queries.warn(cash.id, Some("years"), message, hint);
        }
        for one in &cash.years {
            self.queries.known(one.id, "amount", &one.amount);
            let before = cash.years.iter().take_while(|it| it.id != one.id);
            if one.year.is_some() && before.filter(|it| it.year == one.year).count() > 0 {
                let message = "This year is planned twice, and both amounts are counted";
                self.queries
                    .note(one.id, "year", message, "Delete one, unless both are meant");
            }
            if one.year.is_none() {
                let message = "The year is not known, so this amount is not counted";
                let hint = "Type the year, such as 2026/27";
                self.queries.warn(one.id, Some("year"), message, hint);
            }
        }
    }

    fn one_off(&mut self, cash: &CashLine) {
        let id = cash.id;
        if cash.year.is_none() {
            let message = "The year that this is spent in is not known";
            let hint = "Type the year, such as 2026/27";
            self.queries.warn(id, Some("year"), message, hint);
        }
        let ended = self.partnership.end.map(FinancialYear::of);
        if let (Some(spent), Some(ended)) = (cash.year, ended)
            && spent > ended
        {
            let message = "This is spent after the partnership has ended";
            let hint = "Correct the year, or the partnership’s last day on the Profile page";
            self.queries.warn(id, Some("year"), message, hint);
        }
        self.queries.whole_years(id, "life", &cash.life);
        if cash.life.value().is_none() && self.partnership.end.is_none() {
            let message = "Spread over 5 years, as nothing says how long it serves";
            self.queries
                .note(id, "life", message, "Type its life in years");
        }
    }

    /// What is odd about a gift.
    pub(super) fn gift(&mut self, gift: &InKind) {
        let id = gift.id;
        self.queries.name(id, &gift.name, "gift");
        self.partner(id, "partner", gift.partner);
        self.queries.known(id, "quantity", &gift.quantity);
        self.queries.not_negative(id, "quantity", &gift.quantity);
        self.queries
            .not_negative(id, "unit_value", &gift.unit_value);
        self.dates(id, gift.start, gift.end);
        if gift.direction == Direction::ToPartnership {
            self.queries.known(id, "unit_cost", &gift.unit_cost);
            self.queries.not_negative(id, "unit_cost", &gift.unit_cost);
            let reason = gift.unit_cost.evidence().map(|it| it.source.trim());
            let is_nought = gift.unit_cost.value() == Some(Money::ZERO);
            if is_nought && reason.is_none_or(str::is_empty) {
                let message = "It costs the giver nothing, and no reason is given";
                let hint =
                    "Say why as the source of the figure, such as a room that would stand empty";
                self.queries.note(id, "unit_cost", message, hint);
            }
            self.purpose(id, gift.purpose);
        }
    }

    /// What is odd about a secondment.
    pub(super) fn secondment(&mut self, secondment: &Secondment) {
        let id = secondment.id;
        self.queries.name(id, &secondment.name, "secondment");
        self.staff(id, secondment.grade);
        self.partner(id, "lender", secondment.lender);
        self.partner(id, "host", secondment.host);
        if secondment.lender.is_some() && secondment.lender == secondment.host {
            let message = "The lender and the host are the same body";
            let hint = "Enter it as a post instead";
            self.queries.warn(id, Some("host"), message, hint);
        }
        self.queries.known(id, "fte", &secondment.fte);
        self.queries
            .not_negative(id, "recharge", &secondment.recharge);
        self.queries
            .not_negative(id, "recharge_share", &secondment.recharge_share);
        self.queries
            .not_negative(id, "backfill", &secondment.backfill);
        self.queries
            .share(id, "backfill_cover", &secondment.backfill_cover);
        self.recharge(secondment);
        self.purpose(id, secondment.purpose);
        self.dates(id, secondment.start, secondment.end);
    }

    fn recharge(&mut self, secondment: &Secondment) {
        let id = secondment.id;
        let share = secondment.recharge_share.value();
        if share.is_some() && secondment.recharge.value().is_some() {
            let message = "Both a share and an amount are charged; the amount is used";
            self.queries
                .warn(id, Some("recharge_share"), message, "Clear one of them");
        }
        if share.is_some_and(|share| share > Rate::from(1)) {
            let message = "More is charged than the secondee costs, so the lender gains";
            let hint = "Correct the share, unless the charge covers the lender’s own costs too";
            self.queries.note(id, "recharge_share", message, hint);
        }
        if share.is_none() && secondment.recharge.value().is_none() || secondment.is_free_of_vat {
            return;
        }
        let host = secondment
            .host
            .and_then(|host| self.names.partners.get(&host));
        match host {
            Some(host) if host.vat_recovery().is_none() => {
                let message =
                    "Whether the host recovers value added tax on this charge is not known";
                let hint = "Say so for the host on the Partners page, or tick that no tax is due";
                self.queries.warn(id, Some("host"), message, hint);
            }
            _ => {
                let message = "A charge for staff bears value added tax at the standard rate";
                let hint =
                    "Take advice if the post is employed jointly; tick “no VAT” where none is due";
                self.queries.note(id, "recharge", message, hint);
            }
        }
    }

    /// What is odd about a pooled budget.
    pub(super) fn pool(&mut self, pool: &Pool) {
        let id = pool.id;
        self.queries.name(id, &pool.name, "pooled budget");
        if pool.contributions.is_empty() {
            let message = "Nobody pays into this pool, so nobody is said to bear what it pays for";
            let hint = "Add what each partner pays in";
            self.queries.warn(id, Some("contributions"), message, hint);
        }
        for one in &pool.contributions {
            self.partner(one.id, "partner", one.partner);
            self.queries.known(one.id, "amount", &one.amount);
            self.queries.not_negative(one.id, "amount", &one.amount);
        }
        let mut cash = self.partnership.cash_lines.iter().map(|it| it.pool);
        let mut posts = self.partnership.posts.iter().map(|it| it.pool);
        let is_spent_from = cash.any(|it| it == Some(id)) || posts.any(|it| it == Some(id));
        if !is_spent_from {
            let message =
                "Nothing is paid from this pool, so what is paid in stands in for the cost";
            let hint = "Add cash lines or posts and choose this pool as what pays them";
            self.queries.warn(id, None, message, hint);
        }
    }

    /// A pool that a line is paid from has to be there.
    pub(super) fn in_pool(&mut self, record: Id, pool: Id) {
        if !self.partnership.pools.iter().any(|it| it.id == pool) {
            self.queries.nowhere(record, "pool", "pooled budget");
        }
    }

    /// What is odd about how the total is shared.
    pub(super) fn shares(&mut self) {
        let part: fn(&Share) -> &Input<Rate> = match self.partnership.sharing {
            SharingRule::Agreed => |it| &it.agreed,
            SharingRule::ByBenefit => |it| &it.benefit,
            _ => return,
        };
        for it in &self.partnership.shares {
            self.queries.share(it.id, "agreed", &it.agreed);
            self.queries.share(it.id, "benefit", &it.benefit);
        }
        let parts = self.partnership.shares.iter().map(|it| part(it).value());
        let sum: Option<Rate> = parts.sum();
        if sum != Some(Rate::from(1)) {
            let message = "The parts of the partners do not come to 100%";
            let hint = "Type a part for each member so that together they come to 100%";
            self.queries
                .warn(self.partnership.id, Some("shares"), message, hint);
        }
    }
}
