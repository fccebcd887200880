//! The findings of some partnerships only, as if they were all: for what is shown, compared and exported together.

use std::sync::Arc;

use crate::findings::filter::Filter;
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::portfolio;

/// What was left out of findings, and why.
#[derive(Clone, Debug)]
pub struct Narrowed {
    /// How many partnerships the whole register has.
    pub n_whole: usize,
    /// What was chosen, in words.
    pub words: String,
    /// All of them: what they claim of outcomes counts, whatever is shown.
    whole: Arc<[Arc<PartnershipFindings>]>,
}

impl Findings {
    /// The same findings of the partnerships that a filter keeps, with the portfolio worked out again of these.
    ///
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
        let whole = before.map(|it| Arc::clone(&it.whole));
        let whole = whole.unwrap_or_else(|| self.partnerships.as_slice().into());
        Self {
            portfolio: portfolio::find_some(&self.register, &whole, &partnerships),
            partnerships,
            narrowed: Some(Narrowed {
                n_whole: whole.len(),
                words,
                whole,
            }),
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::costing::basis::Basis;
    use crate::findings::findings::{Question, appraise};
    use crate::guidance::edition;
    use crate::model::partnership::Model;
    use crate::model::register::Register;
    use crate::units::id::Id;
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
}
