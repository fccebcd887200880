//! The address of a figure, such as `p12/annual-cost/full`: no place in a list and no name in it.

use std::fmt;
use std::str::FromStr;

use crate::costing::basis::Basis;
use crate::costing::cost_line::{Category, Class};
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::units::id::{Id, Kind};

/// Which figure of what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FigureId {
    /// The partnership or grade; nothing for the whole portfolio.
    pub of: Option<Id>,
    /// Which figure.
    pub measure: Measure,
}

/// Which figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Running cost of the year.
    AnnualCost(Basis),
    /// The part of it in one class.
    Class(Class, Basis),
    /// The part of it in one category.
    Category(Category, Basis),
    /// The part of it that a partner bears; blank is unassigned.
    Partner(Option<Id>, Basis),
    /// The part of it that falls to a member as the partnership's rule shares it.
    Shared(Id, Basis),
    /// The part of it that is time of a grade.
    Grade(Id, Basis),
    /// The part of it that is no time.
    NonStaff(Basis),
    /// The part of it that we bear.
    Ours(Basis),
    /// The part of it that one record makes.
    Record(Id, Basis),
    /// The hours of one record.
    RecordHours(Id),
    /// Programme spending.
    ProgrammeSpend,
    /// Hours in formal meetings.
    HoursInMeetings,
    /// All hours of people's time.
    HoursOfTime,
    /// Days of senior people's time.
    SeniorDays,
    /// The achievement score.
    Achievement,
    /// How far an indicator has come, of the way to its target.
    Progress(Id),
    /// The same over the share of the time that had passed.
    TimeAdjusted(Id),
    /// Annual cost over the score.
    CostPerPoint(Basis),
    /// A figure of its appraisal.
    Worth(WorthMeasure),
    /// A grade's cost an hour.
    HourlyCost,
    /// A grade's cost a year.
    LoadedCost,
}

impl FigureId {
    /// A figure of a partnership or grade.
    pub const fn new(of: Id, measure: Measure) -> Self {
        Self {
            of: Some(of),
            measure,
        }
    }

    /// A figure of the whole portfolio.
    pub const fn portfolio(measure: Measure) -> Self {
        Self { of: None, measure }
    }

    /// A partnership's annual cost.
    pub const fn annual_cost(of: Id, basis: Basis) -> Self {
        Self::new(of, Measure::AnnualCost(basis))
    }

    /// The part of a partnership's annual cost in one class.
    pub const fn class(of: Id, class: Class, basis: Basis) -> Self {
        Self::new(of, Measure::Class(class, basis))
    }

    /// A partnership's achievement score.
    pub const fn achievement(of: Id) -> Self {
        Self::new(of, Measure::Achievement)
    }
}

const PORTFOLIO: &str = "portfolio";
const UNASSIGNED: &str = "unassigned";

impl fmt::Display for FigureId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            Some(id) => write!(f, "{id}/{}", self.measure),
            None => write!(f, "{PORTFOLIO}/{}", self.measure),
        }
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AnnualCost(basis) => write!(f, "annual-cost/{}", basis.key()),
            Self::Class(class, basis) => write!(f, "class/{}/{}", class.key(), basis.key()),
            Self::Category(category, basis) => {
                write!(f, "category/{}/{}", category.key(), basis.key())
            }
            Self::Partner(Some(id), basis) => write!(f, "partner/{id}/{}", basis.key()),
            Self::Partner(None, basis) => write!(f, "partner/{UNASSIGNED}/{}", basis.key()),
            Self::Shared(id, basis) => write!(f, "shared/{id}/{}", basis.key()),
            Self::Grade(id, basis) => write!(f, "grade/{id}/{}", basis.key()),
            Self::NonStaff(basis) => write!(f, "non-staff/{}", basis.key()),
            Self::Ours(basis) => write!(f, "ours/{}", basis.key()),
            Self::Record(id, basis) => write!(f, "record/{id}/{}", basis.key()),
            Self::RecordHours(id) => write!(f, "record-hours/{id}"),
            Self::ProgrammeSpend => f.write_str("programme-spend"),
            Self::HoursInMeetings => f.write_str("hours-in-meetings"),
            Self::HoursOfTime => f.write_str("hours"),
            Self::SeniorDays => f.write_str("senior-days"),
            Self::Achievement => f.write_str("achievement"),
            Self::Progress(id) => write!(f, "progress/{id}"),
            Self::TimeAdjusted(id) => write!(f, "time-adjusted/{id}"),
            Self::CostPerPoint(basis) => write!(f, "cost-per-point/{}", basis.key()),
            Self::Worth(it) => write!(f, "worth/{it}"),
            Self::HourlyCost => f.write_str("hourly-cost"),
            Self::LoadedCost => f.write_str("loaded-cost"),
        }
    }
}

/// Why a text is not the id of a figure.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a figure. Figures read like p12/annual-cost/full; `list figures FILE` names them all"
)]
pub struct NotAFigure(String);

impl FromStr for FigureId {
    type Err = NotAFigure;

    fn from_str(text: &str) -> Result<Self, NotAFigure> {
        read(text).ok_or_else(|| NotAFigure(text.chars().take(60).collect()))
    }
}

fn read(text: &str) -> Option<FigureId> {
    let (of, measure) = text.split_once('/')?;
    let of = if of == PORTFOLIO {
        None
    } else {
        Some(of.parse::<Id>().ok()?)
    };
    let parts: Vec<&str> = measure.split('/').collect();
    let measure = match *parts.as_slice() {
        ["annual-cost", basis] => Measure::AnnualCost(Basis::from_key(basis)?),
        ["class", class, basis] => {
            let class = Class::ALL.into_iter().find(|it| it.key() == class)?;
            Measure::Class(class, Basis::from_key(basis)?)
        }
        ["category", category, basis] => {
            let category = Category::ALL.into_iter().find(|it| it.key() == category)?;
            Measure::Category(category, Basis::from_key(basis)?)
        }
        ["partner", UNASSIGNED, basis] => Measure::Partner(None, Basis::from_key(basis)?),
        ["partner", id, basis] => Measure::Partner(Some(id.parse().ok()?), Basis::from_key(basis)?),
        ["shared", id, basis] => Measure::Shared(id.parse().ok()?, Basis::from_key(basis)?),
        ["grade", id, basis] => Measure::Grade(id.parse().ok()?, Basis::from_key(basis)?),
        ["non-staff", basis] => Measure::NonStaff(Basis::from_key(basis)?),
        ["ours", basis] => Measure::Ours(Basis::from_key(basis)?),
        ["record", id, basis] => Measure::Record(id.parse().ok()?, Basis::from_key(basis)?),
        ["record-hours", id] => Measure::RecordHours(id.parse().ok()?),
        ["programme-spend"] => Measure::ProgrammeSpend,
        ["hours-in-meetings"] => Measure::HoursInMeetings,
        ["hours"] => Measure::HoursOfTime,
        ["senior-days"] => Measure::SeniorDays,
        ["achievement"] => Measure::Achievement,
        ["progress", id] => Measure::Progress(id.parse().ok()?),
        ["time-adjusted", id] => Measure::TimeAdjusted(id.parse().ok()?),
        ["cost-per-point", basis] => Measure::CostPerPoint(Basis::from_key(basis)?),
        ["worth", ref rest @ ..] => Measure::Worth(WorthMeasure::read(rest)?),
        ["hourly-cost"] => Measure::HourlyCost,
        ["loaded-cost"] => Measure::LoadedCost,
        _ => return None,
    };
    let is_of_grade = matches!(measure, Measure::HourlyCost | Measure::LoadedCost);
    let fits = match of {
        None => match measure {
            Measure::Shared(..) | Measure::Progress(_) | Measure::TimeAdjusted(_) => false,
            Measure::Worth(it) => matches!(
                it,
                WorthMeasure::AsItIs(Yardstick::Pvc | Yardstick::Pvb | Yardstick::Npsv)
                    | WorthMeasure::Cost(_)
                    | WorthMeasure::Gain(_)
                    | WorthMeasure::Net(_)
                    | WorthMeasure::After(_)
                    | WorthMeasure::Pays(..)
            ),
            _ => !is_of_grade,
        },
        Some(_) if matches!(measure, Measure::Worth(WorthMeasure::After(_))) => false,
        Some(id) if is_of_grade => id.kind() == Kind::Grade,
        Some(id) => id.kind() == Kind::Partnership,
    };
    fits.then_some(FigureId { of, measure })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_reads_back_as_written() {
        for text in [
            "p12/annual-cost/full",
            "p12/class/in_kind/exhibit2",
            "p12/category/between_meetings/full",
            "p12/partner/o3/full",
            "p12/partner/unassigned/full",
            "p12/record/m3/full",
            "p12/record-hours/m3",
            "p12/achievement",
            "p12/cost-per-point/exhibit2",
            "portfolio/annual-cost/full",
            "portfolio/senior-days",
            "portfolio/worth/npsv",
            "portfolio/worth/cost/o3",
            "portfolio/worth/gain/public",
            "portfolio/worth/net/o3",
            "portfolio/worth/after/o3",
            "portfolio/worth/pays/o3/o4",
            "portfolio/worth/pays/unassigned/no-priced-benefit",
            "p12/worth/bcr",
            "p12/worth/year-cost/2027",
            "p12/worth/year-factor/2027",
            "p12/worth/year-net/2027",
            "p12/worth/cost/unassigned",
            "p12/worth/gain/public",
            "p12/worth/net/o3",
            "p12/worth/net/public",
            "p12/worth/net/unassigned",
            "p12/worth/pays/o3/public",
            "p12/worth/class/economic",
            "p12/worth/option/op4/incremental-npsv",
            "g4/hourly-cost",
        ] {
            assert_eq!(text.parse::<FigureId>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn nonsense_is_refused() {
        for text in [
            "",
            "p12",
            "p12/",
            "p12/cost",
            "g4/annual-cost/full",
            "portfolio/hourly-cost",
            "p1/annual-cost/half",
            "p1/worth",
            "p1/worth/incremental-npsv",
            "p1/worth/year-cost/12",
            "p1/worth/after/o3",
            "portfolio/worth/bcr",
            "portfolio/worth/pays/o3",
            "portfolio/worth/pays/public/o3",
        ] {
            assert!(text.parse::<FigureId>().is_err(), "{text}");
        }
    }
}
