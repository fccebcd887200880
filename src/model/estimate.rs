//! A first estimate of a partnership that nobody has costed: ten answers that become ordinary records with ranges.
//!
//! It is a full entry from the start, so nothing is typed again: whoever knows better types over an answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::guidance::estimate::{StartingPoint, StartingPoints};
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::CashLine;
use crate::model::grade::{Grade, Pay};
use crate::model::in_kind::InKind;
use crate::model::inputs::{AnyInput, Inputs};
use crate::model::meeting::{Attendee, Meeting, MeetingKind};
use crate::model::partnership::{Model, Partnership};
use crate::model::post::{Post, PostKind};
use crate::model::purpose::Purpose;
use crate::model::register::Register;
use crate::units::display;
use crate::units::id::{Id, Kind};
use crate::units::input::{Evidence, Input};
use crate::units::parse::Typed;
use crate::units::quantity::{Fte, Hours, Money, Number};

/// One answer, between a low and a high.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answer<Q> {
    /// The least that it may be.
    pub low: Q,
    /// The most likely.
    pub likely: Q,
    /// The most that it may be.
    pub high: Q,
}

impl<Q: Typed> Answer<Q> {
    /// An answer without doubt.
    pub fn exactly(value: Q) -> Self {
        Self {
            low: value,
            likely: value,
            high: value,
        }
    }

    fn starting(point: StartingPoint) -> Self {
        Self {
            low: Q::new(point.low),
            likely: Q::new(point.likely),
            high: Q::new(point.high),
        }
    }

    /// The likely answer with its range, marked as the weakest evidence until somebody vouches for it.
    fn input(self, question: &str) -> Input<Q> {
        let mut input = Input::known(self.likely);
        if self.low < self.high {
            input.set_range(Some(self.low), Some(self.high));
        }
        input.set_evidence(Some(Evidence {
            source: format!("{SOURCE}: {question}"),
            grade: Some(6),
            ..Evidence::default()
        }));
        input
    }

    fn is_nothing(self) -> bool {
        self.low == Q::default() && self.high == Q::default()
    }
}

/// How the source of every estimated quantity starts.
pub const SOURCE: &str = "First estimate";

/// The hour of a level of staff: a grade of the register, or what an hour is thought to cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A grade of the register.
    Grade(Id),
    /// £ an hour; a grade of that cost is added.
    Hour(Answer<Money>),
}

/// The answers of a first estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answers {
    /// What the partnership is called.
    pub name: String,
    /// Which of the four models it follows.
    pub model: Model,
    /// The bodies that take part.
    pub members: Vec<Id>,
    /// The body that pays for staff, cash and gifts.
    pub lead: Option<Id>,
    /// What an hour of a senior person is taken from.
    pub senior: Level,
    /// What an hour of an officer, and a post of the partnership, are taken from.
    pub officer: Level,
    /// Meetings a year.
    pub meetings: Answer<Number>,
    /// The length of one.
    pub length: Answer<Hours>,
    /// Senior people from each partner at a meeting.
    pub seniors: Answer<Number>,
    /// Other people from each partner at a meeting.
    pub officers: Answer<Number>,
    /// Preparation of each person for each meeting.
    pub preparation: Answer<Hours>,
    /// Travel of each person to each meeting and back.
    pub travel: Answer<Hours>,
    /// Hours a week that each partner's officers work on it between meetings.
    pub between: Answer<Hours>,
    /// Posts that it pays for.
    pub staff: Answer<Fte>,
    /// Other money, £ a year.
    pub cash: Answer<Money>,
    /// Rooms and other things given, at what they cost the giver, £ a year.
    pub gifts: Answer<Money>,
}

impl Answers {
    /// The answers that an estimate of a `model` starts from.
    pub fn starting(points: &StartingPoints, model: Model, senior: Level, officer: Level) -> Self {
        let of = |question| points.of(model.key(), question);
        Self {
            name: String::new(),
            model,
            members: Vec::new(),
            lead: None,
            senior,
            officer,
            meetings: Answer::starting(of("meetings")),
            length: Answer::starting(of("length")),
            seniors: Answer::starting(of("seniors")),
            officers: Answer::starting(of("officers")),
            preparation: Answer::starting(of("preparation")),
            travel: Answer::starting(of("travel")),
            between: Answer::starting(of("between")),
            staff: Answer::starting(of("staff")),
            cash: Answer::starting(of("cash")),
            gifts: Answer::starting(of("gifts")),
        }
    }
}

/// Adds the partnership that the answers describe, with every record that they ask for; says its id.
pub fn add_estimate(register: &mut Register, answers: &Answers) -> Id {
    let senior = grade(
        register,
        answers.senior,
        "Senior officer (first estimate)",
        true,
    );
    let officer = grade(register, answers.officer, "Officer (first estimate)", false);
    let mut it = Partnership::new(register.new_id(Kind::Partnership));
    it.name.clone_from(&answers.name);
    it.model = answers.model;
    it.members.clone_from(&answers.members);
    it.meetings
        .push(board(register, answers, Some(senior), Some(officer)));
    if !answers.between.is_nothing() {
        for member in &answers.members {
            let mut work = BetweenMeetings::new(register.new_id(Kind::BetweenMeetings));
            "Work between meetings".clone_into(&mut work.name);
            work.partner = Some(*member);
            work.grade = Some(officer);
            work.hours_a_week = answers.between.input("hours a week between meetings");
            work.purpose = Some(Purpose::Running);
            it.between_meetings.push(work);
        }
    }
    if !answers.staff.is_nothing() {
        let mut post = Post::new(register.new_id(Kind::Post));
        "Staff of the partnership".clone_into(&mut post.name);
        post.kind = PostKind::Paid;
        post.partner = answers.lead;
        post.grade = Some(officer);
        post.fte = answers.staff.input("posts that it pays for");
        post.purpose = Some(Purpose::Running);
        it.posts.push(post);
    }
    if !answers.cash.is_nothing() {
        let mut cash = CashLine::new(register.new_id(Kind::CashLine));
        "Other running costs".clone_into(&mut cash.name);
        cash.partner = answers.lead;
        cash.amount = answers.cash.input("other money a year");
        cash.purpose = Some(Purpose::Running);
        it.cash_lines.push(cash);
    }
    if !answers.gifts.is_nothing() {
        let mut gift = InKind::new(register.new_id(Kind::InKind));
        "Rooms and other things given".clone_into(&mut gift.name);
        gift.partner = answers.lead;
        gift.quantity = Input::known(Number::from(1));
        gift.unit_cost = answers.gifts.input("things given a year");
        gift.purpose = Some(Purpose::Running);
        it.in_kind.push(gift);
    }
    move_together(&mut it);
    let id = it.id;
    register.partnerships.push(Arc::new(it));
    id
}

/// One answer that stands on several lines is one fact: its quantities rise and fall together.
fn move_together(partnership: &mut Partnership) {
    let question = |input: &dyn AnyInput| {
        let source = &input.evidence()?.source;
        let question = source.strip_prefix(SOURCE)?.strip_prefix(": ")?;
        input.is_ranged().then(|| question.to_owned())
    };
    let mut n_lines: BTreeMap<String, usize> = BTreeMap::new();
    partnership.each_input(&mut |_, input| {
        if let Some(question) = question(input) {
            let n = n_lines.entry(question).or_default();
            *n = n.saturating_add(1);
        }
    });
    let id = partnership.id;
    partnership.each_input_mut(&mut |_, input| {
        let asked = question(input);
        if let Some(question) = asked.filter(|it| n_lines.get(it).is_some_and(|n| *n > 1)) {
            input.set_moves_with(&format!("{} ({id})", display::capitalised(&question)));
        }
    });
}

fn board(
    register: &mut Register,
    answers: &Answers,
    senior: Option<Id>,
    officer: Option<Id>,
) -> Meeting {
    let mut board = Meeting::new(register.new_id(Kind::Meeting));
    "Board".clone_into(&mut board.name);
    board.kind = MeetingKind::Board;
    board.times_a_year = answers.meetings.input("meetings a year");
    board.length = answers.length.input("length of a meeting");
    let levels = [
        (senior, answers.seniors, "senior people from each partner"),
        (officer, answers.officers, "other people from each partner"),
    ];
    for member in &answers.members {
        for (grade, number, question) in levels {
            if number.is_nothing() {
                continue;
            }
            let mut line = Attendee::new(register.new_id(Kind::Attendee));
            line.partner = Some(*member);
            line.grade = grade;
            line.number = number.input(question);
            line.preparation = answers.preparation.input("preparation of each person");
            line.travel = answers.travel.input("travel of each person");
            board.attendees.push(line);
        }
    }
    board
}

/// The grade of a level; a typed hour becomes a grade of its own.
fn grade(register: &mut Register, level: Level, name: &str, is_senior: bool) -> Id {
    match level {
        Level::Grade(id) => id,
        Level::Hour(hour) => {
            let mut grade = Grade::new(register.new_id(Kind::Grade));
            name.clone_into(&mut grade.name);
            grade.is_senior = is_senior;
            grade.pay = Pay::HourlyCost;
            // Two sources, so that the two hours are two facts even where their ranges are the same.
            grade.amount = hour.input(if is_senior {
                "hour of a senior person"
            } else {
                "hour of an officer"
            });
            let id = grade.id;
            Arc::make_mut(&mut register.grades).push(grade);
            id
        }
    }
}
