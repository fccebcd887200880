//! The findings of some partnerships only, as if they were all: for what is shown, compared and exported together.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::costing::basis::{Basis, ByBasis};
use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio;
use crate::units::id::Id;

/// What was left out of findings, and why.
#[derive(Clone, Debug)]
pub struct Narrowed {
    /// How many partnerships the whole register has.
    pub n_whole: usize,
    /// What was chosen, in words.
    pub words: String,
    /// All of them: what they claim of outcomes counts, whatever is shown.
    whole: Arc<[Arc<PartnershipFindings>]>,
    /// Those of the whole register that no other betters: what is shown is judged against them, shown or not.
    best: Vec<Arc<PartnershipFindings>>,
    /// Which of these on each basis.
    frontier: ByBasis<BTreeSet<Id>>,
}

impl Findings {
    /// The same findings of the partnerships that a filter keeps, with the portfolio worked out again of these.
    ///
    /// Nobody's standing changes: the line of lowest cost, and who is bettered by whom, stay those of the whole register.
    /// An outcome that is claimed more than once over in the whole register stays so: a benefit is worth the same
    /// whatever is shown beside it. The register, its queries and its grades stay whole.
    #[must_use]
    pub fn narrowed(&self, filter: &Filter) -> Self {
        if filter.is_everything() {
            return self.clone();
        }
        let all = self.partnerships.iter();
        let kept = filter.kept(&self.register, all.map(Arc::as_ref));
        self.part(&kept, filter.in_words(&self.register))
    }

    /// The same of the partnerships at these places, such as those of a group, which is said in `words`.
    #[must_use]
    pub fn part(&self, places: &[usize], words: String) -> Self {
        let partnerships: Vec<_> = places
            .iter()
            .filter_map(|at| self.partnerships.get(*at).cloned())
            .collect();
        let before = self.narrowed.as_ref();
        let best = before.map_or_else(|| self.best_of_all(), |it| it.best.clone());
        let frontier = before.map(|it| it.frontier.clone());
        let frontier = frontier.unwrap_or_else(|| {
            ByBasis::of(|basis| self.portfolio.frontier.get(basis).iter().copied().collect())
        });
        let whole = before.map(|it| Arc::clone(&it.whole));
        let whole = whole.unwrap_or_else(|| self.partnerships.as_slice().into());
        let mut portfolio = portfolio::find_some(&self.register, &whole, &partnerships);
        portfolio.judge_as_in(&self.portfolio);
        Self {
            portfolio,
            partnerships,
            narrowed: Some(Narrowed {
                n_whole: whole.len(),
                words,
                whole,
                best,
                frontier,
            }),
            ..self.clone()
        }
    }

    fn best_of_all(&self) -> Vec<Arc<PartnershipFindings>> {
        let portfolio = &self.portfolio;
        let ids: BTreeSet<Id> = Basis::ALL
            .into_iter()
            .flat_map(|basis| portfolio.frontier.get(basis).iter().copied())
            .collect();
        let all = self.partnerships.iter();
        all.filter(|it| ids.contains(&it.id)).cloned().collect()
    }

    /// One that betters another, though it be not shown.
    pub fn better_one(&self, id: Id) -> Option<&PartnershipFindings> {
        self.partnership(id).or_else(|| {
            let mut best = self.narrowed.as_ref()?.best.iter();
            best.find(|it| it.id == id).map(AsRef::as_ref)
        })
    }

    /// Those of the whole register that no other betters on a basis, the cheapest first.
    pub fn frontier_of_all(&self, basis: Basis) -> Vec<&PartnershipFindings> {
        let Some(narrowed) = &self.narrowed else {
            let on = self.portfolio.frontier.get(basis).iter();
            return on.filter_map(|id| self.partnership(*id)).collect();
        };
        let best = narrowed.best.iter().map(AsRef::as_ref);
        best.filter(|it| narrowed.frontier.get(basis).contains(&it.id))
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::findings::findings::{Question, appraise};
    use crate::guidance::edition;
    use crate::model::partnership::Model;
    use crate::model::register::Register;
    use crate::units::quantity::Money;
    use crate::units::year::FinancialYear;

    /// Three with £100, £20 and £3 a year.
    fn findings() -> Findings {
        use crate::model::direct_cost::CashLine;
        use crate::units::id::Kind;
        let mut register = Register::new(FinancialYear::starting(2026));
        for (name, topic, cost) in [
            ("Ash", "Health", 100),
            ("Birch", "", 20),
            ("Cedar", "Health", 3),
        ] {
            let id = register.add_partnership();
            let line = register.new_id(Kind::CashLine);
            let found = register.partnerships.iter_mut().find(|it| it.id == id);
            let it = Arc::make_mut(found.unwrap());
            name.clone_into(&mut it.name);
            topic.clone_into(&mut it.topic);
            let mut cash = CashLine::new(line);
            cash.amount.set(Some(Money::from(cost)));
            it.cash_lines.push(cash);
        }
        let first = Arc::make_mut(&mut register.partnerships[0]);
        first.model = Model::CoLocatedStaff;
        let guidance = edition::newest();
        let year = FinancialYear::starting(2026);
        appraise(&register, guidance, Question { year })
    }

    fn cost(findings: &Findings) -> Money {
        findings.portfolio.annual_cost.get(Basis::Full).amount
    }

    #[test]
    fn only_what_is_kept_is_added_up() {
        let all = findings();
        assert_eq!(cost(&all), Money::from(123));
        let health = Filter {
            topic: Some("Health".to_owned()),
            ..Filter::default()
        };
        let some = all.narrowed(&health);
        assert_eq!(some.portfolio.count, 2);
        assert_eq!(cost(&some), Money::from(103));
        let narrowed = some.narrowed.as_ref().unwrap();
        assert_eq!(
            (narrowed.n_whole, narrowed.words.as_str()),
            (3, "topic Health")
        );
        // One that is left out is not found by its id.
        let birch = all.partnerships[1].id;
        assert!(all.partnership(birch).is_some());
        assert!(some.partnership(birch).is_none());
    }

    #[test]
    fn what_is_asked_for_holds_together() {
        let all = findings();
        let ids: Vec<Id> = all.partnerships.iter().map(|it| it.id).collect();
        let of = |filter: Filter| -> Vec<Id> {
            let kept = all.narrowed(&filter).partnerships;
            kept.iter().map(|it| it.id).collect()
        };
        assert_eq!(of(Filter::default()), ids);
        assert_eq!(of(Filter::only([ids[2], ids[0]])), [ids[0], ids[2]]);
        let words = |search: &str| Filter {
            search: search.to_owned(),
            ..Filter::default()
        };
        assert_eq!(of(words(" BIR ")), [ids[1]]);
        assert_eq!(of(words("co-located")), [ids[0]]);
        let both = Filter {
            topic: Some("Health".to_owned()),
            model: Some(Model::SteeringGroup),
            ..Filter::default()
        };
        assert_eq!(of(both), [ids[2]]);
        let none = Filter {
            is_statutory: Some(true),
            ..Filter::default()
        };
        assert_eq!(of(none.clone()), []);
        assert_eq!(cost(&all.narrowed(&none)), Money::ZERO);
    }

    /// £100 scores 50, £20 scores 60, £3 scores 10: the first is bettered by the second, shown or not.
    #[test]
    fn a_filter_changes_nobodys_standing() {
        use crate::model::judgement::Judgement;
        use crate::units::id::Kind;
        use crate::units::quantity::Number;
        let mut register = findings().register;
        for (at, score) in [50, 60, 10].into_iter().enumerate() {
            let id = register.new_id(Kind::Judgement);
            let it = Arc::make_mut(&mut register.partnerships[at]);
            let mut judged = Judgement::new(id);
            judged.score.set(Some(Number::from(score)));
            it.judgements.push(judged);
        }
        let year = FinancialYear::starting(2026);
        let all = appraise(&register, edition::newest(), Question { year });
        let ids: Vec<Id> = all.partnerships.iter().map(|it| it.id).collect();
        assert_eq!(all.portfolio.frontier.full, [ids[2], ids[1]]);
        let some = all.narrowed(&Filter::only([ids[0], ids[2]]));
        assert_eq!(some.portfolio.frontier.full, [ids[2]]);
        assert_eq!(some.portfolio.dominated.full.get(&ids[0]), Some(&ids[1]));
        let better = some.called_out(ids[0], Basis::Full).unwrap();
        assert_eq!((better.id, better.name.as_str()), (ids[1], "Birch"));
        // And so it stays, however often it is narrowed.
        let one = some.narrowed(&Filter::only([ids[0]]));
        assert!(one.called_out(ids[0], Basis::Full).is_some());
        let line = one.frontier_of_all(Basis::Full);
        let line: Vec<Id> = line.iter().map(|it| it.id).collect();
        assert_eq!(line, [ids[1], ids[2]], "the whole line is drawn");
        assert!(one.partnership(ids[1]).is_none(), "though it be not shown");
    }
}
