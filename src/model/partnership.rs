//! A partnership: what it is, who is in it, what goes into it, and what it should achieve.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::model::benefit::Benefit;
use crate::model::between_meetings::BetweenMeetings;
use crate::model::direct_cost::CashLine;
use crate::model::health_answer::HealthAnswer;
use crate::model::in_kind::InKind;
use crate::model::indicator::Indicator;
use crate::model::judgement::Judgement;
use crate::model::meeting::Meeting;
use crate::model::objective::Objective;
use crate::model::option::AppraisalOption;
use crate::model::paper::Paper;
use crate::model::partner::is_false;
use crate::model::pool::Pool;
use crate::model::post::Post;
use crate::model::purpose::Purpose;
use crate::model::risk::{Departure, Risk};
use crate::model::secondment::Secondment;
use crate::model::sharing::{Share, SharingRule};
use crate::model::value_statement::ValueStatement;
use crate::units::id::{Id, Kind};
use crate::units::input::Input;
use crate::units::quantity::Rate;

/// One partnership of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partnership {
    /// Its id, `p…`.
    pub id: Id,
    /// Its name.
    #[serde(default)]
    pub name: String,
    /// Which of the four models it follows.
    #[serde(default)]
    pub model: Model,
    /// What it does, of the four functions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub functions: Vec<Function>,
    /// What it is about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub topic: String,
    /// Why it exists.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Whether the law requires it.
    #[serde(default, skip_serializing_if = "is_false")]
    pub is_statutory: bool,
    /// The post that leads for us; never a person's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub lead_post: String,
    /// The first day. Blank: before any year looked at.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<Date>,
    /// When it is next reviewed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Date>,
    /// The last day. Blank: no end agreed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<Date>,
    /// The day that its funding is agreed up to. Blank: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub funded_until: Option<Date>,
    /// What it means to bring about, and what each partner does.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objectives: Vec<Objective>,
    /// The bodies that take part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Id>,
    /// The bodies of the partnership that meet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub meetings: Vec<Meeting>,
    /// Work between meetings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub between_meetings: Vec<BetweenMeetings>,
    /// Posts given to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub posts: Vec<Post>,
    /// Secondments to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub secondments: Vec<Secondment>,
    /// Money paid.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cash_lines: Vec<CashLine>,
    /// Things given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub in_kind: Vec<InKind>,
    /// Pooled budgets, which cash lines and posts may be paid from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pools: Vec<Pool>,
    /// How the shared view divides the total again.
    #[serde(default, skip_serializing_if = "SharingRule::is_as_borne")]
    pub sharing: SharingRule,
    /// Each partner's agreed part, and its part in the benefit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shares: Vec<Share>,
    /// Measured outcomes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indicators: Vec<Indicator>,
    /// Judged scores.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub judgements: Vec<Judgement>,
    /// The share of programme spending that would not be spent otherwise. Blank: all of it.
    #[serde(default, skip_serializing_if = "Input::is_blank")]
    pub additional_share: Input<Rate>,
    /// What it brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Benefit>,
    /// What else could be done.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<AppraisalOption>,
    /// Answers of the health check and of governance.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub health: Vec<HealthAnswer>,
    /// Its risks.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub risks: Vec<Risk>,
    /// Members that left.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departures: Vec<Departure>,
    /// The statement on value for money, where somebody has edited it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value_statement: Option<ValueStatement>,
    /// What is typed of its board paper.
    #[serde(default, skip_serializing_if = "Paper::is_blank")]
    pub paper: Paper,
}

/// The four models of *A Fruitful Partnership*, paragraphs 41 to 46.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Model {
    /// A legal body of its own.
    SeparateOrganisation,
    /// An identity of its own; one partner employs staff and holds the money.
    VirtualOrganisation,
    /// Staff of the partners work side by side, each still managed at home.
    CoLocatedStaff,
    /// A group that meets, with no staff or budget of its own.
    #[default]
    SteeringGroup,
}

impl Model {
    /// Every model, in the order of the exhibit.
    pub const ALL: [Self; 4] = [
        Self::SeparateOrganisation,
        Self::VirtualOrganisation,
        Self::CoLocatedStaff,
        Self::SteeringGroup,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::SeparateOrganisation => "Separate organisation",
            Self::VirtualOrganisation => "Virtual organisation",
            Self::CoLocatedStaff => "Co-located staff",
            Self::SteeringGroup => "Steering group",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::SeparateOrganisation => "separate-organisation",
            Self::VirtualOrganisation => "virtual-organisation",
            Self::CoLocatedStaff => "co-located-staff",
            Self::SteeringGroup => "steering-group",
        }
    }
}

/// What a partnership does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Function {
    /// Agrees where the area should be going.
    Vision,
    /// Agrees what to do about it.
    Strategy,
    /// Plans services together.
    Planning,
    /// Runs services together.
    JointOperations,
}

impl Function {
    /// Every function, in the order they are offered.
    pub const ALL: [Self; 4] = [
        Self::Vision,
        Self::Strategy,
        Self::Planning,
        Self::JointOperations,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Vision => "Vision",
            Self::Strategy => "Strategy",
            Self::Planning => "Planning",
            Self::JointOperations => "Joint operations",
        }
    }
}

impl Partnership {
    /// A new partnership with nothing known of it.
    pub fn new(id: Id) -> Self {
        Self {
            id,
            name: String::new(),
            model: Model::default(),
            functions: Vec::new(),
            topic: String::new(),
            reason: String::new(),
            is_statutory: false,
            lead_post: String::new(),
            start: None,
            review: None,
            end: None,
            funded_until: None,
            objectives: Vec::new(),
            members: Vec::new(),
            meetings: Vec::new(),
            between_meetings: Vec::new(),
            posts: Vec::new(),
            secondments: Vec::new(),
            cash_lines: Vec::new(),
            in_kind: Vec::new(),
            pools: Vec::new(),
            sharing: SharingRule::default(),
            shares: Vec::new(),
            indicators: Vec::new(),
            judgements: Vec::new(),
            additional_share: Input::default(),
            benefits: Vec::new(),
            options: Vec::new(),
            health: Vec::new(),
            risks: Vec::new(),
            departures: Vec::new(),
            value_statement: None,
            paper: Paper::default(),
        }
    }

    /// Whether any of its lines is programme spending.
    pub fn has_programme(&self) -> bool {
        let is = |purpose: Option<Purpose>| purpose == Some(Purpose::Programme);
        self.between_meetings.iter().any(|it| is(it.purpose))
            || self.posts.iter().any(|it| is(it.purpose))
            || self.secondments.iter().any(|it| is(it.purpose))
            || self.cash_lines.iter().any(|it| is(it.purpose))
            || self.in_kind.iter().any(|it| is(it.purpose))
            || self.pools.iter().any(|it| is(it.purpose))
    }

    /// Calls `see` with the id of every record inside it.
    pub fn each_id(&self, mut see: impl FnMut(Id)) {
        self.each_record(|id, _| see(id));
    }

    /// Calls `see` with the id of every record inside it, and what sort of record it is.
    pub fn each_record(&self, mut see: impl FnMut(Id, Kind)) {
        for objective in &self.objectives {
            see(objective.id, Kind::Objective);
        }
        for meeting in &self.meetings {
            see(meeting.id, Kind::Meeting);
            for line in &meeting.dates {
                see(line.id, Kind::MeetingDate);
            }
            for line in &meeting.attendees {
                see(line.id, Kind::Attendee);
            }
            for line in &meeting.expenses {
                see(line.id, Kind::Expense);
            }
        }
        for line in &self.between_meetings {
            see(line.id, Kind::BetweenMeetings);
        }
        for post in &self.posts {
            see(post.id, Kind::Post);
        }
        for line in &self.secondments {
            see(line.id, Kind::Secondment);
        }
        each_cash_line(&self.cash_lines, &mut see);
        for line in &self.in_kind {
            see(line.id, Kind::InKind);
        }
        for pool in &self.pools {
            see(pool.id, Kind::Pool);
            for line in &pool.contributions {
                see(line.id, Kind::Contribution);
            }
        }
        for line in &self.shares {
            see(line.id, Kind::Share);
        }
        for line in &self.indicators {
            see(line.id, Kind::Indicator);
            for line in &line.readings {
                see(line.id, Kind::Reading);
            }
        }
        for line in &self.judgements {
            see(line.id, Kind::Judgement);
        }
        each_benefit(&self.benefits, &mut see);
        for option in &self.options {
            see(option.id, Kind::AppraisalOption);
            for line in &option.lines {
                see(line.id, Kind::OptionLine);
            }
            each_cash_line(&option.cash_lines, &mut see);
            each_benefit(&option.benefits, &mut see);
        }
        for line in &self.health {
            see(line.id, Kind::HealthAnswer);
        }
        for line in &self.risks {
            see(line.id, Kind::Risk);
        }
        for line in &self.departures {
            see(line.id, Kind::Departure);
        }
    }
}

fn each_cash_line(lines: &[CashLine], see: &mut impl FnMut(Id, Kind)) {
    for line in lines {
        see(line.id, Kind::CashLine);
        for line in &line.years {
            see(line.id, Kind::YearAmount);
        }
    }
}

fn each_benefit(benefits: &[Benefit], see: &mut impl FnMut(Id, Kind)) {
    for benefit in benefits {
        see(benefit.id, Kind::Benefit);
        for line in &benefit.years {
            see(line.id, Kind::BenefitYear);
        }
    }
}
