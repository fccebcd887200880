//! Queries on one partnership and its records.

use std::cmp::Ordering;

use crate::model::between_meetings::BetweenMeetings;
use crate::model::check::{Names, Queries};
use crate::model::grade::Pay;
use crate::model::indicator::{Direction, Indicator};
use crate::model::judgement::Judgement;
use crate::model::meeting::{Attendee, Meeting};
use crate::model::partnership::Partnership;
use crate::model::purpose::Purpose;
use crate::model::query::Query;
use crate::units::id::Id;
use crate::units::quantity::Rate;

/// Queries on `partnership`, in the order of its records.
pub fn check_partnership(partnership: &Partnership, names: &Names<'_>) -> Vec<Query> {
    let mut check = Check {
        partnership,
        names,
        queries: Queries::new(Some(partnership.id)),
    };
    check.profile();
    check.queries.ranges(partnership);
    for meeting in &partnership.meetings {
        check.meeting(meeting);
    }
    for work in &partnership.between_meetings {
        check.between_meetings(work);
    }
    for post in &partnership.posts {
        check.queries.name(post.id, &post.name, "post");
        check.staff(post.id, post.grade);
        match post.pool {
            Some(pool) => check.in_pool(post.id, pool),
            None => check.partner(post.id, "partner", post.partner),
        }
        check.queries.known(post.id, "fte", &post.fte);
        check.purpose(post.id, post.purpose);
        check.dates(post.id, post.start, post.end);
    }
    for secondment in &partnership.secondments {
        check.secondment(secondment);
    }
    for cash in &partnership.cash_lines {
        check.cash_line(cash);
    }
    for gift in &partnership.in_kind {
        check.gift(gift);
    }
    for pool in &partnership.pools {
        check.pool(pool);
    }
    check.shares();
    for indicator in &partnership.indicators {
        check.indicator(indicator);
    }
    for judgement in &partnership.judgements {
        check.judgement(judgement);
    }
    check.benefits();
    check.options();
    check.health();
    check.queries.found
}

/// A partnership under its check.
pub(super) struct Check<'a> {
    pub(super) partnership: &'a Partnership,
    pub(super) names: &'a Names<'a>,
    pub(super) queries: Queries,
}

impl Check<'_> {
    fn profile(&mut self) {
        let partnership = self.partnership;
        let id = partnership.id;
        self.queries.name(id, &partnership.name, "partnership");
        self.dates(id, partnership.start, partnership.end);
        if partnership.members.is_empty() {
            let message = "No members are entered";
            self.queries.warn(
                id,
                Some("members"),
                message,
                "Tick the bodies that take part on the Profile page",
            );
        }
        for member in &partnership.members {
            if !self.names.partners.contains_key(member) {
                self.queries.nowhere(id, "members", "member");
            }
        }
        let mut members = partnership.members.clone();
        members.sort_unstable();
        members.dedup();
        if members.len() < partnership.members.len() {
            let message = "A member is listed twice, so the number of members is too high";
            let hint = "Untick the member and tick it again on the Profile page";
            self.queries.warn(id, Some("members"), message, hint);
        }
        if partnership.meetings.is_empty() {
            let message = "No meetings are entered";
            self.queries.warn(
                id,
                Some("meetings"),
                message,
                "Every partnership has a body that decides; add its board or steering group",
            );
        }
        if partnership.indicators.is_empty() && partnership.judgements.is_empty() {
            let message = "Nothing says what it achieves";
            self.queries.note(
                id,
                "indicators",
                message,
                "Add an indicator or a judged score on the Achievement page",
            );
        }
    }

    fn meeting(&mut self, meeting: &Meeting) {
        let id = meeting.id;
        self.queries.name(id, &meeting.name, "meeting");
        if meeting.dates.is_empty() {
            self.queries
                .known(id, "times_a_year", &meeting.times_a_year);
        }
        self.meeting_dates(meeting);
        self.queries
            .not_negative(id, "times_a_year", &meeting.times_a_year);
        self.queries.known(id, "length", &meeting.length);
        self.queries
            .share(id, "online_share", &meeting.online_share);
        if meeting.attendees.is_empty() {
            let message = "Nobody attends this meeting";
            self.queries.warn(
                id,
                Some("attendees"),
                message,
                "Add who attends, by partner and grade",
            );
        }
        let is_all_online = if meeting.dates.is_empty() {
            meeting.online_share.value() == Some(Rate::from(1))
        } else {
            meeting.dates.iter().all(|it| it.is_online)
        };
        for attendee in &meeting.attendees {
            self.attendee(attendee, is_all_online);
        }
        for expense in &meeting.expenses {
            self.queries.name(expense.id, &expense.name, "expense");
            self.queries.known(expense.id, "cost", &expense.cost);
            self.queries.not_negative(expense.id, "cost", &expense.cost);
            self.partner(expense.id, "partner", expense.partner);
        }
    }

    fn attendee(&mut self, attendee: &Attendee, is_all_online: bool) {
        let id = attendee.id;
        self.grade(id, attendee.grade);
        self.partner(id, "partner", attendee.partner);
        self.queries.known(id, "number", &attendee.number);
        self.queries.not_negative(id, "number", &attendee.number);
        self.queries.share(id, "attendance", &attendee.attendance);
        // Partnership staff's time is at nought whatever its length, and nobody travels to a meeting held online.
        if !attendee.is_partnership_staff {
            self.queries.known(id, "preparation", &attendee.preparation);
            if !is_all_online {
                self.queries.known(id, "travel", &attendee.travel);
            }
        }
        self.queries.not_negative(id, "fares", &attendee.fares);
        self.queries.not_negative(id, "miles", &attendee.miles);
        let is_member = |partner| self.partnership.members.contains(&partner);
        if attendee.partner.is_some_and(|partner| !is_member(partner)) {
            let message = "This body attends but is not a member";
            self.queries.warn(
                id,
                Some("partner"),
                message,
                "Tick it as a member on the Profile page, or choose another body",
            );
        }
        let owner = attendee
            .grade
            .and_then(|grade| self.names.grades.get(&grade)?.partner);
        if owner.is_some() && attendee.partner.is_some() && owner != attendee.partner {
            let message = "This grade belongs to another body";
            self.queries.warn(
                id,
                Some("grade"),
                message,
                "Choose a grade of the body that attends",
            );
        }
    }

    fn between_meetings(&mut self, work: &BetweenMeetings) {
        let id = work.id;
        self.queries.name(id, &work.name, "line of work");
        self.grade(id, work.grade);
        self.partner(id, "partner", work.partner);
        match (work.hours_a_week.value(), work.fte.value()) {
            (None, None) => self.queries.known(id, "hours_a_week", &work.hours_a_week),
            (Some(_), Some(_)) => {
                let message = "Both hours a week and FTE are entered; the hours are used";
                self.queries
                    .warn(id, Some("fte"), message, "Clear one of them");
            }
            _ => {}
        }
        self.queries.not_negative(id, "weeks", &work.weeks);
        self.dates(id, work.start, work.end);
        self.purpose(id, work.purpose);
    }

    fn indicator(&mut self, indicator: &Indicator) {
        let id = indicator.id;
        self.queries.name(id, &indicator.name, "indicator");
        let (baseline, target) = (indicator.baseline.value(), indicator.target.value());
        if baseline.is_none() || target.is_none() || indicator.actual.value().is_none() {
            let message = "Baseline, target or actual is missing, so its score is unknown";
            self.queries.warn(
                id,
                Some("actual"),
                message,
                "Type what is missing when it is known; the score shows as a range until then",
            );
        } else if baseline == target {
            let message = "The target is the same as the baseline, so progress cannot be measured";
            self.queries.warn(
                id,
                Some("target"),
                message,
                "Type a target that differs from the baseline",
            );
        }
        self.queries.not_negative(id, "weight", &indicator.weight);
        self.dates(id, indicator.baseline_date, indicator.target_date);
        let goes = baseline.zip(target).map(|(from, to)| to.cmp(&from));
        let is_against = matches!(
            (indicator.direction, goes),
            (Some(Direction::Up), Some(Ordering::Less))
                | (Some(Direction::Down), Some(Ordering::Greater))
        );
        if is_against {
            let message = "The target goes the other way than the indicator should";
            let hint = "Correct the direction, the baseline or the target";
            self.queries.warn(id, Some("direction"), message, hint);
        }
        for reading in &indicator.readings {
            let latest = indicator.actual_date;
            if reading.date.is_none() {
                let message = "This reading has no date, so it cannot be shown";
                let hint = "Type the day, or delete the row";
                self.queries.warn(reading.id, Some("date"), message, hint);
            } else if latest.is_some() && reading.date > latest {
                let message = "This reading is later than the actual";
                let hint = "Make it the actual, and the actual an earlier reading";
                self.queries.warn(reading.id, Some("date"), message, hint);
            }
        }
    }

    fn judgement(&mut self, judgement: &Judgement) {
        let id = judgement.id;
        self.queries.name(id, &judgement.name, "judgement");
        self.queries.points(id, "score", &judgement.score);
        self.queries.not_negative(id, "weight", &judgement.weight);
        if judgement.score.value().is_none() {
            let message = "Not scored yet";
            self.queries.warn(
                id,
                Some("score"),
                message,
                "Type a score from 0 to 100; the total shows as a range until then",
            );
        } else if judgement.scorer.trim().is_empty() {
            let message = "Nobody is named as having scored this";
            self.queries.note(
                id,
                "scorer",
                message,
                "Type the post or panel that scored it",
            );
        }
    }

    fn grade(&mut self, record: Id, grade: Option<Id>) {
        match grade {
            None => {
                let hint = "Choose a grade; until then totals are \"at least\"";
                self.queries
                    .warn(record, Some("grade"), "No grade is chosen", hint);
            }
            Some(grade) if !self.names.grades.contains_key(&grade) => {
                self.queries.nowhere(record, "grade", "grade");
            }
            Some(_) => {}
        }
    }

    /// A post needs a grade with a yearly cost.
    pub(super) fn staff(&mut self, record: Id, grade: Option<Id>) {
        self.grade(record, grade);
        let pay = grade
            .and_then(|grade| self.names.grades.get(&grade))
            .map(|grade| grade.pay);
        if matches!(pay, Some(Pay::Allowance | Pay::DayRate)) {
            let message = "This grade has no yearly cost, so the post cannot be costed";
            self.queries.error(
                record,
                "grade",
                message,
                "Choose a grade with a salary or a yearly cost",
            );
        }
    }

    pub(super) fn partner(&mut self, record: Id, field: &'static str, partner: Option<Id>) {
        match partner {
            None => {
                let hint = "Choose one; until then its cost is unassigned";
                self.queries
                    .warn(record, Some(field), "No body is chosen", hint);
            }
            Some(partner) if !self.names.partners.contains_key(&partner) => {
                self.queries.nowhere(record, field, "body");
            }
            Some(_) => {}
        }
    }

    pub(super) fn purpose(&mut self, record: Id, purpose: Option<Purpose>) {
        if purpose.is_none() {
            let message = "Neither running nor programme is chosen; counted as running";
            self.queries.note(
                record,
                "purpose",
                message,
                "Choose one: running keeps the partnership going, programme is what it delivers",
            );
        }
    }

    pub(super) fn dates(
        &mut self,
        record: Id,
        start: Option<jiff::civil::Date>,
        end: Option<jiff::civil::Date>,
    ) {
        if let (Some(start), Some(end)) = (start, end)
            && end < start
        {
            self.queries.error(
                record,
                "end",
                "The end is before the start",
                "Correct one of the two dates",
            );
        }
    }
}
