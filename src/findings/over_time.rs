//! What changed since a day whose figures were kept: cost, time and achievement, of each partnership and of all.

use std::collections::BTreeMap;

use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::findings::{Findings, METHOD};
use crate::findings::partnership::PartnershipFindings;
use crate::model::snapshot::{KeptTotal, Snapshot, SnapshotLine};
use crate::units::exact::Sum;
use crate::units::id::Id;
use crate::units::quantity::{Hours, Money, Number, Over, Quantity, Rate};

/// The figures of these findings, as a snapshot keeps them: one line for each partnership, in order.
pub fn lines(findings: &Findings) -> Vec<SnapshotLine> {
    let kept = |total: &Total| KeptTotal {
        amount: total.amount,
        is_at_least: total.is_at_least,
    };
    let line = |it: &PartnershipFindings| SnapshotLine {
        partnership: it.id,
        name: it.name.clone(),
        exhibit2: kept(&it.annual_cost.exhibit2),
        full: kept(&it.annual_cost.full),
        ours: it.ours.full,
        hours: it.hours.all,
        senior_days: it.senior_days,
        score: it.achievement.shown_score(),
        npsv: (it.appraisal.worth.is_priced).then_some(it.appraisal.worth.npsv),
    };
    findings.partnerships.iter().map(|it| line(it)).collect()
}

/// What all partnerships of a snapshot, or of now, come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    /// How many partnerships.
    pub count: usize,
    /// Running cost of the year.
    pub cost: Total,
    /// Hours of people's time.
    pub hours: Hours,
    /// Days of senior people's time.
    pub senior_days: Number,
    /// How many had a score to show.
    pub n_scored: usize,
}

/// What changed in one partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The partnership.
    pub id: Id,
    /// Its name now; of one that is gone, that of then.
    pub name: String,
    /// Its running cost then; nothing where it was not there.
    pub cost_then: Option<Total>,
    /// Its running cost now; nothing where it is gone.
    pub cost_now: Option<Total>,
    /// Now less then, where both are known in full.
    pub cost_change: Option<Money>,
    /// Its score then.
    pub score_then: Option<Number>,
    /// Its score now.
    pub score_now: Option<Number>,
    /// Now less then, where both are known.
    pub score_change: Option<Number>,
}

/// What changed since a snapshot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drift {
    /// All partnerships then.
    pub then: Together,
    /// All partnerships now.
    pub now: Together,
    /// Cost now less cost then, of what was known.
    pub cost_change: Money,
    /// The same as a share of the cost then; nothing where that was nought or below.
    pub cost_change_share: Option<Rate>,
    /// Senior days now less then.
    pub senior_days_change: Number,
    /// Each partnership, in the order of the register, those that are gone last.
    pub moved: Vec<Moved>,
    /// Whether the method, the guidance or the year differ, so that a change may be one of reckoning.
    pub is_reckoned_otherwise: bool,
}

/// A snapshot's cost on a basis.
pub fn kept_cost(line: &SnapshotLine, basis: Basis) -> Total {
    let kept = match basis {
        Basis::Exhibit2 => line.exhibit2,
        Basis::Full => line.full,
    };
    Total {
        amount: kept.amount,
        is_at_least: kept.is_at_least,
    }
}

/// What the partnerships of a snapshot came to together.
pub fn together<'s>(lines: impl Iterator<Item = &'s SnapshotLine>, basis: Basis) -> Together {
    let (mut cost, mut hours, mut days) = (Sum::default(), Sum::default(), Sum::default());
    let (mut is_at_least, mut count, mut n_scored) = (false, 0_usize, 0_usize);
    for line in lines {
        let of = kept_cost(line, basis);
        cost.add(of.amount.decimal());
        hours.add(line.hours.decimal());
        days.add(line.senior_days.decimal());
        is_at_least |= of.is_at_least;
        count = count.saturating_add(1);
        n_scored = n_scored.saturating_add(usize::from(line.score.is_some()));
    }
    Together {
        count,
        cost: Total {
            amount: Money::new(cost.total()),
            is_at_least,
        },
        hours: Hours::new(hours.total()),
        senior_days: Number::new(days.total()),
        n_scored,
    }
}

/// What changed between a snapshot and these findings. Where they are narrowed, partnerships that are not shown, and
/// those that are gone, are left out on both sides.
pub fn drift(findings: &Findings, snapshot: &Snapshot, basis: Basis) -> Drift {
    let is_narrowed = findings.narrowed.is_some();
    let is_shown =
        |line: &&SnapshotLine| !is_narrowed || findings.partnership(line.partnership).is_some();
    let kept: Vec<&SnapshotLine> = snapshot.lines.iter().filter(is_shown).collect();
    let then = together(kept.iter().copied(), basis);
    let by_id: BTreeMap<Id, &SnapshotLine> = kept.iter().map(|it| (it.partnership, *it)).collect();
    let portfolio = &findings.portfolio;
    let now = Together {
        count: portfolio.count,
        cost: *portfolio.annual_cost.get(basis),
        hours: portfolio.hours.all,
        senior_days: portfolio.senior_days,
        n_scored: portfolio.count.saturating_sub(portfolio.not_scored.len()),
    };
    let here = findings.partnerships.iter();
    let here = here.map(|it| moved(it, by_id.get(&it.id).copied(), basis));
    let gone = kept
        .iter()
        .filter(|it| findings.partnership(it.partnership).is_none());
    let moved = here.chain(gone.map(|it| gone_since(it, basis))).collect();
    let cost_change = now.cost.amount - then.cost.amount;
    Drift {
        then,
        now,
        cost_change,
        cost_change_share: (then.cost.amount > Money::ZERO)
            .then(|| cost_change.over(then.cost.amount))
            .flatten(),
        senior_days_change: now.senior_days - then.senior_days,
        moved,
        is_reckoned_otherwise: snapshot.method != METHOD
            || snapshot.guidance != findings.guidance
            || snapshot.year != findings.year,
    }
}

fn moved(it: &PartnershipFindings, then: Option<&SnapshotLine>, basis: Basis) -> Moved {
    let cost_then = then.map(|it| kept_cost(it, basis));
    let cost_now = *it.annual_cost.get(basis);
    let score_then = then.and_then(|it| it.score);
    let score_now = it.achievement.shown_score();
    let known = cost_then.filter(|it| !it.is_at_least && !cost_now.is_at_least);
    Moved {
        id: it.id,
        name: it.name.clone(),
        cost_then,
        cost_now: Some(cost_now),
        cost_change: known.map(|then| cost_now.amount - then.amount),
        score_then,
        score_now,
        score_change: score_now.zip(score_then).map(|(now, then)| now - then),
    }
}

fn gone_since(line: &SnapshotLine, basis: Basis) -> Moved {
    Moved {
        id: line.partnership,
        name: line.name.clone(),
        cost_then: Some(kept_cost(line, basis)),
        cost_now: None,
        cost_change: None,
        score_then: line.score,
        score_now: None,
        score_change: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    use crate::findings::filter::Filter;
    use crate::findings::findings::{Question, appraise};
    use crate::guidance::edition;
    use crate::model::direct_cost::CashLine;
    use crate::model::register::Register;
    use crate::units::id::Kind;
    use crate::units::year::FinancialYear;

    /// Partnerships that cost these sums in cash; nothing is not known.
    fn register(costs: &[Option<i64>]) -> Register {
        let mut register = Register::new(FinancialYear::starting(2026));
        for cost in costs {
            register.add_partnership();
            let line = register.new_id(Kind::CashLine);
            let it = Arc::make_mut(register.partnerships.last_mut().unwrap());
            let mut cash = CashLine::new(line);
            cash.amount.set(cost.map(Money::from));
            it.cash_lines.push(cash);
        }
        register
    }

    fn findings(register: &Register) -> Findings {
        let year = FinancialYear::starting(2026);
        appraise(register, edition::newest(), Question { year })
    }

    fn snapshot(of: &Findings) -> Snapshot {
        Snapshot {
            method: METHOD,
            guidance: of.guidance.to_owned(),
            lines: lines(of),
            ..Snapshot::new(Id::new(Kind::Snapshot, 900), of.year)
        }
    }

    /// Then £100, £20 and one not known; now £130, one not known and £5, and the third is gone for a new one of £7.
    #[test]
    fn what_changed_is_told_from_what_was_not_known() {
        let then = register(&[Some(100), Some(20), None, Some(50)]);
        let kept = snapshot(&findings(&then));
        let mut now = then.clone();
        let mut set = |at: usize, cost: Option<i64>| {
            let it = Arc::make_mut(&mut now.partnerships[at]);
            it.cash_lines[0].amount.set(cost.map(Money::from));
        };
        set(0, Some(130));
        set(1, None);
        set(2, Some(5));
        now.partnerships.remove(3);
        let found = drift(&findings(&now), &kept, Basis::Full);
        assert_eq!((found.then.count, found.now.count), (4, 3));
        assert_eq!(found.then.cost.amount, Money::from(170));
        assert_eq!(found.now.cost.amount, Money::from(135));
        assert!(found.then.cost.is_at_least && found.now.cost.is_at_least);
        assert_eq!(found.cost_change, Money::from(-35));
        let changes: Vec<_> = found.moved.iter().map(|it| it.cost_change).collect();
        assert_eq!(changes, [Some(Money::from(30)), None, None, None]);
        assert!(found.moved[3].cost_now.is_none(), "gone");
        assert!(!found.is_reckoned_otherwise);

        let first = now.partnerships[0].id;
        let shown = findings(&now).narrowed(&Filter::only([first]));
        let found = drift(&shown, &kept, Basis::Full);
        assert_eq!(found.cost_change, Money::from(30));
        assert_eq!(
            found.cost_change_share.unwrap(),
            Rate::new("0.3".parse().unwrap())
        );
        assert_eq!(found.moved.len(), 1);
    }

    #[test]
    fn nothing_changes_when_nothing_changed() {
        let register = register(&[Some(3), None]);
        let all = findings(&register);
        let found = drift(&all, &snapshot(&all), Basis::Exhibit2);
        assert_eq!(found.then, found.now);
        assert_eq!(found.cost_change, Money::ZERO);
    }

    #[test]
    fn another_year_or_edition_is_another_reckoning() {
        let all = findings(&register(&[Some(3)]));
        let mut kept = snapshot(&all);
        kept.year = kept.year.plus(-1);
        assert!(drift(&all, &kept, Basis::Full).is_reckoned_otherwise);
        let mut kept = snapshot(&all);
        kept.guidance = "2024-09".to_owned();
        assert!(drift(&all, &kept, Basis::Full).is_reckoned_otherwise);
    }
}
