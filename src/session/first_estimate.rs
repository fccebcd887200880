//! A first estimate while it is being answered: what was typed, what is still wrong with it, and the edit it becomes.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::guidance::estimate::StartingPoints;
use crate::model::estimate::{Answer, Answers, Level, add_estimate};
use crate::model::grade::Grade;
use crate::model::partner::Partner;
use crate::model::partnership::Model;
use crate::model::record_name::partner_name;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::session::asked::{Asked, End, Range, Staff};
use crate::units::id::{Id, Kind};
use crate::units::quantity::{HourlyCost, Quantity};

/// A body that may take part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// A partner of the register.
    Partner(Id),
    /// One that was typed here, by its place among these.
    Newcomer(usize),
}

/// What is still wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub at: Place,
    /// What, in words for the user.
    pub text: String,
}

impl Problem {
    /// Whether the figure cannot be worked out because of it.
    pub fn is_of_figure(&self) -> bool {
        self.at != Place::Name
    }
}

/// A part of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The name.
    Name,
    /// Who takes part.
    Members,
    /// One question.
    Answer(Asked),
}

/// The answers so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstEstimate {
    /// What the partnership is called.
    pub name: String,
    lead: Option<Body>,
    model: Model,
    newcomers: Vec<String>,
    members: Vec<Body>,
    senior: Option<Id>,
    officer: Option<Id>,
    ranges: BTreeMap<Asked, Range>,
    is_touched: bool,
}

impl FirstEstimate {
    /// Starting points, with ourselves as the first member and, of the grades whose `cost` of an hour is known, the one in
    /// the middle.
    pub fn new(
        register: &Register,
        points: &StartingPoints,
        cost: impl Fn(Id) -> Option<HourlyCost>,
    ) -> Self {
        let us = register.us().map(|it| Body::Partner(it.id));
        let of_us =
            |partner: Option<Id>| partner.is_none() || partner == register.us().map(|it| it.id);
        let usual = |is_senior: bool| {
            let fits = |it: &&Grade| it.is_senior == is_senior && of_us(it.partner);
            let grades = register.grades.iter().filter(fits);
            let mut known: Vec<(HourlyCost, Id)> = grades
                .filter_map(|it| Some((cost(it.id)?, it.id)))
                .collect();
            known.sort();
            let middle = known.len().saturating_sub(1) / 2;
            known.get(middle).map(|(_, id)| *id)
        };
        let mut new = Self {
            name: String::new(),
            lead: us,
            model: Model::default(),
            newcomers: Vec::new(),
            members: us.into_iter().collect(),
            senior: usual(true),
            officer: usual(false),
            ranges: Asked::ALL.map(|it| (it, Range::default())).into(),
            is_touched: false,
        };
        new.refill(points);
        new
    }

    /// Whether anything was typed or chosen that would be lost.
    pub fn is_touched(&self) -> bool {
        self.is_touched || !self.name.trim().is_empty()
    }

    /// The model.
    pub fn model(&self) -> Model {
        self.model
    }

    /// Chooses a model; answers that nobody has touched start again from what is usual for it.
    pub fn set_model(&mut self, model: Model, points: &StartingPoints) {
        self.model = model;
        self.is_touched = true;
        self.refill(points);
    }

    fn refill(&mut self, points: &StartingPoints) {
        for (asked, range) in &mut self.ranges {
            if let Some(key) = asked.key().filter(|_| !range.is_touched) {
                *range = Range::starting(points.of(self.model.key(), key));
            }
        }
    }

    /// The range of an answer.
    pub fn range(&self, asked: Asked) -> Range {
        self.ranges.get(&asked).copied().unwrap_or_default()
    }

    /// Takes one end of an answer; a blank is one that nobody has given.
    pub fn set(&mut self, asked: Asked, end: End, value: Option<Decimal>) {
        let range = self.ranges.entry(asked).or_default();
        *range.end_mut(end) = value;
        range.is_touched = true;
        self.is_touched = true;
    }

    /// Every body that can be ticked, with its name: partners of the register, then those typed here.
    pub fn bodies(&self, register: &Register) -> Vec<(Body, String)> {
        let known = register.partners.iter();
        let known = known.map(|it| (Body::Partner(it.id), partner_name(register, Some(it.id))));
        let new = self.newcomers.iter().enumerate();
        known
            .chain(new.map(|(at, name)| (Body::Newcomer(at), name.clone())))
            .collect()
    }

    /// How many take part.
    pub fn n_members(&self) -> usize {
        self.members.len()
    }

    /// Whether a body takes part.
    pub fn is_member(&self, body: Body) -> bool {
        self.members.contains(&body)
    }

    /// Ticks or unticks a body; a lead that no longer takes part leads no more.
    pub fn tick(&mut self, body: Body, is_on: bool) {
        self.members.retain(|it| *it != body);
        if is_on {
            self.members.push(body);
            self.lead = self.lead.or(Some(body));
        } else if self.lead == Some(body) {
            self.lead = self.members.first().copied();
        }
        self.is_touched = true;
    }

    /// Who leads, and pays for staff, cash and gifts; nothing where that is not decided.
    pub fn lead(&self) -> Option<Body> {
        self.lead
    }

    /// Chooses who leads.
    pub fn set_lead(&mut self, lead: Option<Body>) {
        self.lead = lead;
        self.is_touched = true;
    }

    /// Ticks the body of this name, which is added if the register has none such.
    pub fn add_body(&mut self, register: &Register, name: &str) {
        let name = name.trim();
        if name.is_empty() {
            return;
        }
        let wanted = name.to_lowercase();
        let bodies = self.bodies(register);
        let found = bodies.iter().find(|(_, it)| it.to_lowercase() == wanted);
        let body = if let Some((body, _)) = found {
            *body
        } else {
            self.newcomers.push(name.to_owned());
            Body::Newcomer(self.newcomers.len().saturating_sub(1))
        };
        if !self.is_member(body) {
            self.tick(body, true);
        }
    }

    /// The grade that an hour is taken from; nothing where £ an hour is typed.
    pub fn grade(&self, register: &Register, staff: Staff) -> Option<Id> {
        let chosen = match staff {
            Staff::Senior => self.senior,
            Staff::Officer => self.officer,
        };
        chosen.filter(|id| register.grade(*id).is_some())
    }

    /// Chooses a grade for an hour, or nothing to type £ an hour.
    pub fn set_grade(&mut self, staff: Staff, grade: Option<Id>) {
        match staff {
            Staff::Senior => self.senior = grade,
            Staff::Officer => self.officer = grade,
        }
        self.is_touched = true;
    }

    /// Whether a question is asked at all: a grade answers what an hour costs.
    pub fn is_asked(&self, register: &Register, asked: Asked) -> bool {
        let staff = asked.staff();
        staff.is_none_or(|staff| self.grade(register, staff).is_none())
    }

    /// What is wrong with an answer.
    pub fn problem(&self, register: &Register, asked: Asked) -> Option<String> {
        let is_asked = self.is_asked(register, asked);
        is_asked.then(|| self.range(asked).problem(asked))?
    }

    /// Everything that keeps the partnership from being created, from the top of the form.
    pub fn problems(&self, register: &Register) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut say = |at: Place, text: String| problems.push(Problem { at, text });
        if self.name.trim().is_empty() {
            say(Place::Name, "Give it a name".to_owned());
        }
        if self.present(register).is_empty() {
            say(Place::Members, "Tick who takes part".to_owned());
        }
        for asked in Asked::ALL {
            if let Some(text) = self.problem(register, asked) {
                say(Place::Answer(asked), text);
            }
        }
        problems
    }

    /// The members that there are: a partner may have been deleted since it was ticked.
    fn present(&self, register: &Register) -> Vec<Body> {
        let mut bodies = self.bodies(register);
        bodies.retain(|(body, _)| self.is_member(*body));
        bodies.into_iter().map(|(body, _)| body).collect()
    }

    /// Adds the partnership to a register, with the bodies and grades that it needs; says its id.
    ///
    /// Nothing where an answer is wrong or nobody takes part; a name may still be missing.
    pub fn add_to(&self, register: &mut Register) -> Option<Id> {
        let members = self.present(register);
        let is_answered = Asked::ALL
            .into_iter()
            .all(|it| self.problem(register, it).is_none());
        if members.is_empty() || !is_answered {
            return None;
        }
        let level = |staff: Staff, asked: Asked| match self.grade(register, staff) {
            Some(id) => Level::Grade(id),
            None => Level::Hour(self.answer(asked)),
        };
        let senior = level(Staff::Senior, Asked::SeniorHour);
        let officer = level(Staff::Officer, Asked::OfficerHour);
        let mut newcomers = BTreeMap::new();
        for (at, name) in self.newcomers.iter().enumerate() {
            if self.is_member(Body::Newcomer(at)) {
                let mut partner = Partner::new(register.new_id(Kind::Partner));
                partner.name.clone_from(name);
                newcomers.insert(at, partner.id);
                Arc::make_mut(&mut register.partners).push(partner);
            }
        }
        let id = |body: &Body| match body {
            Body::Partner(id) => Some(*id),
            Body::Newcomer(at) => newcomers.get(at).copied(),
        };
        let lead = self.lead.filter(|it| members.contains(it));
        let answers = Answers {
            name: self.name.trim().to_owned(),
            model: self.model,
            members: members.iter().filter_map(id).collect(),
            lead: lead.as_ref().and_then(id),
            senior,
            officer,
            meetings: self.answer(Asked::Meetings),
            length: self.answer(Asked::Length),
            seniors: self.answer(Asked::Seniors),
            officers: self.answer(Asked::Officers),
            preparation: self.answer(Asked::Preparation),
            travel: self.answer(Asked::Travel),
            between: self.answer(Asked::Between),
            staff: self.answer(Asked::Staff),
            cash: self.answer(Asked::Cash),
            gifts: self.answer(Asked::Gifts),
        };
        Some(add_estimate(register, &answers))
    }

    fn answer<Q: Quantity>(&self, asked: Asked) -> Answer<Q> {
        let range = self.range(asked);
        let of = |value: Option<Decimal>| Q::new(value.unwrap_or_default());
        Answer {
            low: of(range.low),
            likely: of(range.likely),
            high: of(range.high),
        }
    }

    /// The one change that makes it a partnership of the register.
    pub fn edit(&self) -> Edit {
        let estimate = self.clone();
        let label = format!("estimate {}", self.name.trim());
        Edit::new(label, move |register| {
            estimate.add_to(register);
        })
    }
}
