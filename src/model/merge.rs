//! Two grades made into one, so that no grade has so few posts that its pay identifies somebody.

use std::sync::Arc;

use crate::model::grade::Grade;
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::model::uses::uses;
use crate::units::id::Id;
use crate::units::input::Input;

/// Uses the grade `into` wherever `from` is used, and deletes `from`; says whether both were there and two.
///
/// The pay of `into` stays as it is. Its posts become those of both, or not known where one's are not.
pub fn merge_grades(register: &mut Register, from: Id, into: Id) -> bool {
    let (Some(gone), Some(kept)) = (register.grade(from), register.grade(into)) else {
        return false;
    };
    if from == into {
        return false;
    }
    let posts = gone.posts.value().zip(kept.posts.value());
    let posts = posts.map(|(gone, kept)| gone + kept);
    let places = uses(register, from);
    for partnership in &mut register.partnerships {
        if places.contains(&partnership.id) {
            replace(Arc::make_mut(partnership), from, into);
        }
    }
    let grades: &mut Vec<Grade> = Arc::make_mut(&mut register.grades);
    grades.retain(|it| it.id != from);
    if let Some(kept) = grades.iter_mut().find(|it| it.id == into) {
        // A range or a source is of the old number.
        kept.posts = Input::default();
        kept.posts.set(posts);
    }
    true
}

fn replace(partnership: &mut Partnership, from: Id, into: Id) {
    let change = |grade: &mut Option<Id>| {
        if *grade == Some(from) {
            *grade = Some(into);
        }
    };
    for meeting in &mut partnership.meetings {
        meeting
            .attendees
            .iter_mut()
            .for_each(|it| change(&mut it.grade));
    }
    let work = partnership.between_meetings.iter_mut();
    work.for_each(|it| change(&mut it.grade));
    partnership
        .posts
        .iter_mut()
        .for_each(|it| change(&mut it.grade));
    let secondments = partnership.secondments.iter_mut();
    secondments.for_each(|it| change(&mut it.grade));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::between_meetings::BetweenMeetings;
    use crate::model::meeting::{Attendee, Meeting};
    use crate::model::post::Post;
    use crate::model::secondment::Secondment;
    use crate::units::id::Kind;
    use crate::units::quantity::Number;
    use crate::units::year::FinancialYear;

    const HEAD: Id = Id::new(Kind::Grade, 1);
    const MANAGER: Id = Id::new(Kind::Grade, 2);

    fn grade(id: Id, posts: Option<i64>) -> Grade {
        let mut grade = Grade::new(id);
        grade.posts.set(posts.map(Number::from));
        grade
    }

    /// One partnership that uses the head's grade in every kind of record, and one that does not.
    fn register(head: Option<i64>, manager: Option<i64>) -> Register {
        let mut register = Register::new(FinancialYear::starting(2026));
        register.grades = Arc::new(vec![grade(HEAD, head), grade(MANAGER, manager)]);
        register.last_id = 2;
        let first = register.add_partnership();
        register.add_partnership();
        let mut meeting = Meeting::new(register.new_id(Kind::Meeting));
        for used in [HEAD, MANAGER] {
            meeting.attendees.push(Attendee {
                grade: Some(used),
                ..Attendee::new(register.new_id(Kind::Attendee))
            });
        }
        let mut work = BetweenMeetings::new(register.new_id(Kind::BetweenMeetings));
        work.grade = Some(HEAD);
        let mut post = Post::new(register.new_id(Kind::Post));
        post.grade = Some(HEAD);
        let mut secondment = Secondment::new(register.new_id(Kind::Secondment));
        secondment.grade = Some(HEAD);
        let found = register.partnerships.iter_mut().find(|it| it.id == first);
        let partnership = Arc::make_mut(found.unwrap());
        partnership.meetings.push(meeting);
        partnership.between_meetings.push(work);
        partnership.posts.push(post);
        partnership.secondments.push(secondment);
        register
    }

    #[test]
    fn every_use_moves_and_the_grade_is_gone() {
        let mut register = register(Some(1), Some(4));
        let other = Arc::clone(&register.partnerships[1]);
        assert!(merge_grades(&mut register, HEAD, MANAGER));
        assert!(register.grade(HEAD).is_none());
        assert!(uses(&register, HEAD).is_empty());
        let it = &register.partnerships[0];
        let manager = Some(MANAGER);
        assert!(
            it.meetings[0]
                .attendees
                .iter()
                .all(|it| it.grade == manager)
        );
        assert_eq!(it.between_meetings[0].grade, manager);
        assert_eq!(it.posts[0].grade, manager);
        assert_eq!(it.secondments[0].grade, manager);
        // One post and four are five.
        let posts = register.grade(MANAGER).unwrap().posts.value();
        assert_eq!(posts, Some(Number::from(5)));
        // What does not use it is not even copied.
        assert!(Arc::ptr_eq(&other, &register.partnerships[1]));
    }

    #[test]
    fn posts_that_are_not_known_stay_so() {
        for (head, manager) in [(None, Some(4)), (Some(1), None)] {
            let mut register = register(head, manager);
            assert!(merge_grades(&mut register, HEAD, MANAGER));
            assert_eq!(register.grade(MANAGER).unwrap().posts.value(), None);
        }
    }

    #[test]
    fn what_cannot_be_merged_is_left_alone() {
        let before = register(Some(1), Some(4));
        let nowhere = Id::new(Kind::Grade, 99);
        for (from, into) in [(HEAD, HEAD), (HEAD, nowhere), (nowhere, HEAD)] {
            let mut register = before.clone();
            assert!(!merge_grades(&mut register, from, into));
            assert_eq!(register, before);
        }
    }
}
