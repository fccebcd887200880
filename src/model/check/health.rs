//! Queries on the health check, the risks, and the members that left.

use std::collections::BTreeSet;

use crate::model::check::partnership::Check;
use crate::model::health_answer::{Answer, HealthAnswer};
use crate::model::risk::{Departure, Risk};
use crate::units::id::Id;
use crate::units::input::Input;
use crate::units::quantity::Number;

impl Check<'_> {
    /// What is odd about its health check, risks and departures.
    pub(super) fn health(&mut self) {
        let partnership = self.partnership;
        let mut seen = BTreeSet::new();
        for answer in &partnership.health {
            self.answer(answer, &mut seen);
        }
        for risk in &partnership.risks {
            self.risk(risk);
        }
        let members: BTreeSet<Id> = partnership.members.iter().copied().collect();
        for departure in &partnership.departures {
            self.departure(departure, &members);
        }
    }

    fn answer<'a>(&mut self, answer: &'a HealthAnswer, seen: &mut BTreeSet<&'a str>) {
        let id = answer.id;
        if self.names.health_check.question(&answer.question).is_none() {
            let message = "The health check has no such question, so this answer is not shown";
            let hint = "Take it away at the foot of the health check";
            self.queries.warn(id, Some("question"), message, hint);
            return;
        }
        if !seen.insert(&answer.question) {
            let message = "This question is answered twice; the first answer counts";
            let hint = "Take the second away at the foot of the health check";
            self.queries.warn(id, Some("question"), message, hint);
        }
        if answer.answer == Some(Answer::Yes) && answer.evidence.trim().is_empty() {
            let message = "Answered yes, and nothing is said that it rests on";
            let hint = "Name the document, minute or survey, so that somebody else can look";
            self.queries.note(id, "evidence", message, hint);
        }
    }

    fn risk(&mut self, risk: &Risk) {
        let id = risk.id;
        self.queries.name(id, &risk.name, "risk");
        if risk.owner.trim().is_empty() {
            let message = "Nobody sees to this risk";
            let hint = "Type the post that does, never a person’s name";
            self.queries.warn(id, Some("owner"), message, hint);
        }
        self.of_five(id, "likelihood", &risk.likelihood);
        self.of_five(id, "impact", &risk.impact);
        self.queries.not_negative(id, "cost", &risk.cost);
        if risk.is_uncapped {
            let message = "Nothing limits what we could have to pay";
            let hint = "Agree a limit, insure it, or say in the response what is done about it";
            self.queries.warn(id, Some("is_uncapped"), message, hint);
        }
    }

    /// A likelihood or an impact is 1 to 5.
    fn of_five(&mut self, id: Id, field: &'static str, input: &Input<Number>) {
        let (least, most) = (Number::from(1), Number::from(5));
        if input.value().is_some_and(|it| it < least || it > most) {
            let message = "This is not between 1 and 5, so the risk has no score";
            self.queries.error(id, field, message, "Type 1 to 5");
        }
    }

    fn departure(&mut self, departure: &Departure, members: &BTreeSet<Id>) {
        let id = departure.id;
        self.partner_that_left(departure);
        if departure.reason.trim().is_empty() {
            let message = "Nothing says why this body left";
            let hint = "Ask it: what it says is the cheapest advice there is on keeping the others";
            self.queries.note(id, "reason", message, hint);
        }
        if departure.partner.is_some_and(|it| members.contains(&it)) {
            let message = "This body left and is still ticked as a member";
            let hint = "Untick it on the Profile page, or delete the departure if it came back";
            self.queries.warn(id, Some("partner"), message, hint);
        }
    }

    fn partner_that_left(&mut self, departure: &Departure) {
        match departure.partner {
            None => {
                let hint = "Choose the body that left";
                self.queries
                    .warn(departure.id, Some("partner"), "No body is chosen", hint);
            }
            Some(partner) if self.names.partner(partner).is_none() => {
                self.queries.nowhere(departure.id, "partner", "body");
            }
            Some(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::check::{Names, check_partnership};
    use crate::model::partner::Partner;
    use crate::model::partnership::Partnership;
    use crate::model::query::Severity;
    use crate::model::register::Register;
    use crate::units::id::Kind;

    fn id(kind: Kind, number: u32) -> Id {
        Id::new(kind, number)
    }

    /// Where each query stands, how bad it is, and how its message starts.
    fn queries(change: impl FnOnce(&mut Partnership)) -> Vec<(String, Severity, String)> {
        let mut register = Register::new("2026/27".parse().unwrap());
        let partner = Partner::new(id(Kind::Partner, 1));
        Arc::make_mut(&mut register.partners).push(partner);
        let mut partnership = Partnership::new(id(Kind::Partnership, 2));
        change(&mut partnership);
        let found = check_partnership(&partnership, &Names::of(&register));
        let kinds = [Kind::HealthAnswer, Kind::Risk, Kind::Departure];
        let here = found
            .into_iter()
            .filter(|it| kinds.contains(&it.record.kind()));
        here.map(|it| {
            let start: String = it.message.chars().take(22).collect();
            let place = format!("{}/{}", it.record, it.field.unwrap_or_default());
            (place, it.severity, start)
        })
        .collect()
    }

    fn check(change: impl FnOnce(&mut Partnership), expected: &[(&str, Severity, &str)]) {
        let expected = expected
            .iter()
            .map(|(place, severity, text)| ((*place).to_owned(), *severity, (*text).to_owned()));
        assert_eq!(queries(change), expected.collect::<Vec<_>>());
    }

    #[test]
    fn an_answer_has_a_question_of_its_own_and_a_yes_has_evidence() {
        let answer = |n, question: &str, answer, evidence: &str| HealthAnswer {
            answer,
            evidence: evidence.to_owned(),
            ..HealthAnswer::new(id(Kind::HealthAnswer, n), question)
        };
        check(
            |it| {
                it.health = vec![
                    answer(3, "h1", Some(Answer::Yes), "Cabinet"),
                    answer(4, "h2", Some(Answer::Yes), " "),
                    answer(5, "h1", Some(Answer::No), ""),
                    answer(6, "h29", None, ""),
                    answer(7, "agreement", None, ""),
                ];
            },
            &[
                ("ha4/evidence", Severity::Note, "Answered yes, and noth"),
                ("ha5/question", Severity::Warning, "This question is answe"),
                ("ha6/question", Severity::Warning, "The health check has n"),
            ],
        );
    }

    #[test]
    fn a_risk_has_an_owner_and_a_score_and_a_limit() {
        let mut risk = Risk::new(id(Kind::Risk, 3));
        risk.name = "Grant ends".to_owned();
        risk.likelihood = Input::known(Number::from(0));
        risk.impact = Input::known(Number::from(6));
        risk.is_uncapped = true;
        let mut good = Risk::new(id(Kind::Risk, 4));
        good.name = "Lease".to_owned();
        good.owner = "Head of Property".to_owned();
        good.likelihood = Input::known(Number::from(1));
        good.impact = Input::known(Number::from(5));
        check(
            |it| it.risks = vec![risk, good],
            &[
                ("ri3/owner", Severity::Warning, "Nobody sees to this ri"),
                ("ri3/likelihood", Severity::Error, "This is not between 1 "),
                ("ri3/impact", Severity::Error, "This is not between 1 "),
                (
                    "ri3/is_uncapped",
                    Severity::Warning,
                    "Nothing limits what we",
                ),
            ],
        );
    }

    #[test]
    fn a_body_that_left_is_no_member_and_has_a_reason() {
        let left = |n, partner, reason: &str| Departure {
            partner,
            reason: reason.to_owned(),
            ..Departure::new(id(Kind::Departure, n))
        };
        let (us, nobody) = (id(Kind::Partner, 1), id(Kind::Partner, 9));
        check(
            |it| {
                it.members = vec![us];
                it.departures = vec![
                    left(3, Some(us), ""),
                    left(4, Some(nobody), "Funding"),
                    left(5, None, "Funding"),
                ];
            },
            &[
                ("de3/reason", Severity::Note, "Nothing says why this "),
                ("de3/partner", Severity::Warning, "This body left and is "),
                ("de4/partner", Severity::Error, "The body chosen here i"),
                ("de5/partner", Severity::Warning, "No body is chosen"),
            ],
        );
    }
}
