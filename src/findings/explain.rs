//! Explains any figure: works it out again over the recorder and tells what it was made from.

use rayon::prelude::*;

use crate::appraisal::achievement;
use crate::appraisal::progress::progressed;
use crate::costing::basis::Basis;
use crate::costing::context::Context;
use crate::costing::cost_line::{Category, CostLine};
use crate::costing::partnership::lines;
use crate::findings::explain_bodies::{of_balance, of_net_after, of_portfolio_gain};
use crate::findings::explain_sharing::weights;
use crate::findings::explain_worth::{explain_worth, of_portfolio_benefits, title as worth_title};
use crate::findings::explanation::{Explanation, lower_first};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::{Question, appraise};
use crate::findings::partnership::{annual_cost, is_programme, is_senior_time, senior_days};
use crate::findings::sharing::share;
use crate::findings::stakes::Body;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::guidance::edition::Guidance;
use crate::model::check::Names;
use crate::model::partnership::Partnership;
use crate::model::record_name::{grade_name, line_name, line_name_in, partner_name};
use crate::model::register::Register;
use crate::units::exact;
use crate::units::id::{Id, Kind};
use crate::units::quantity::{Money, Number, Quantity, Unit};
use crate::units::trace::{NodeId, Plain, Traced, Val};

/// What a figure is called, with its basis and year.
pub fn figure_title(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    figure: FigureId,
) -> String {
    let explainer = Explainer {
        register,
        guidance,
        question,
    };
    let within = figure.of.and_then(|id| register.partnership(id));
    let title = explainer.title(figure.measure, within.map(|it| &**it));
    match figure.of.filter(|id| id.kind() == Kind::Grade) {
        Some(grade) => format!("{title}: {}", grade_name(register, Some(grade))),
        None => title,
    }
}

/// The basis of a figure. Nothing where the register has no such figure, or it is not known at all.
pub fn explain(
    register: &Register,
    guidance: &'static Guidance,
    question: Question,
    figure: FigureId,
) -> Option<Explanation> {
    let explainer = Explainer {
        register,
        guidance,
        question,
    };
    let explanation = match figure.of {
        None => explainer.portfolio(figure.measure),
        Some(id) if matches!(figure.measure, Measure::HourlyCost | Measure::LoadedCost) => {
            explainer.grade(id, figure.measure)
        }
        Some(id) => {
            let partnership = register.partnership(id)?;
            let found = explainer.partnership(partnership, figure.measure)?;
            // The name of an option stays as it was typed.
            let title = match figure.measure {
                Measure::Worth(WorthMeasure::Option(..)) => found.label.clone(),
                _ => lower_first(&found.label),
            };
            let label = format!("{}: {title}", partnership.name);
            Some(found.renamed(label))
        }
    };
    Some(explanation?.of_figure(figure))
}

/// Of more partnerships than this, each is told in one line, and the rest of it when it is asked for by itself.
const MOST_WHOLE: usize = 500;

/// A gain is nought of every partnership that brings its gainer nothing, and these are not told.
const fn is_gain(measure: Measure) -> bool {
    matches!(measure, Measure::Worth(WorthMeasure::Gain(_)))
}

struct Explainer<'a> {
    register: &'a Register,
    guidance: &'static Guidance,
    question: Question,
}

type Line = CostLine<NodeId>;

impl Explainer<'_> {
    /// A sum over partnerships, each of which can be asked for by itself.
    fn portfolio(&self, measure: Measure) -> Option<Explanation> {
        if matches!(
            measure,
            Measure::Achievement
                | Measure::Progress(_)
                | Measure::TimeAdjusted(_)
                | Measure::CostPerPoint(_)
                | Measure::Shared(..)
        ) {
            return None;
        }
        if measure == Measure::Worth(WorthMeasure::AsItIs(Yardstick::Npsv)) {
            let of = |it| self.portfolio(Measure::Worth(WorthMeasure::AsItIs(it)));
            let (benefits, costs) = (of(Yardstick::Pvb)?, of(Yardstick::Pvc)?);
            let value = exact::sub(benefits.value?, costs.value?);
            let how = "present value of benefits − present value of costs";
            let title = self.title(measure, None);
            let parts = vec![benefits, costs];
            return Some(Explanation::worked(title, Unit::Money, value, how, parts));
        }
        if let Measure::Worth(WorthMeasure::Net(body)) = measure {
            return self.net_of_portfolio(body);
        }
        if let Measure::Worth(WorthMeasure::After(id)) = measure {
            return self.net_after(id);
        }
        // Thousands of whole trees would not fit in memory.
        let is_short = self.register.partnerships.len() > MOST_WHOLE;
        let parts: Vec<Explanation> = self
            .register
            .partnerships
            .par_iter()
            .filter_map(|it| {
                let mut part = self.partnership(it, measure)?;
                if is_gain(measure) && part.parts.is_empty() {
                    return None;
                }
                if is_short {
                    part.parts = Vec::new();
                }
                Some(
                    part.renamed(&it.name)
                        .of_figure(FigureId::new(it.id, measure)),
                )
            })
            .collect();
        if measure == Measure::Worth(WorthMeasure::AsItIs(Yardstick::Pvb)) {
            let found = appraise(self.register, self.guidance, self.question);
            let worth = &found.portfolio.worth;
            return Some(of_portfolio_benefits(
                self.register,
                self.guidance,
                worth,
                parts,
            ));
        }
        if let Measure::Worth(WorthMeasure::Gain(gainer)) = measure {
            let found = appraise(self.register, self.guidance, self.question);
            let title = self.title(measure, None);
            let worth = &found.portfolio.worth;
            let of = (gainer, title);
            return of_portfolio_gain(self.register, self.guidance, worth, of, parts);
        }
        let unit = match measure {
            Measure::HoursInMeetings | Measure::HoursOfTime | Measure::RecordHours(_) => {
                Unit::Hours
            }
            Measure::SeniorDays => Unit::Number,
            _ => Unit::Money,
        };
        Some(sum_of(self.title(measure, None), unit, parts))
    }

    /// What a partner has left after transfers, with the balances that these follow from.
    fn net_after(&self, id: Id) -> Option<Explanation> {
        let found = appraise(self.register, self.guidance, self.question);
        let worth = &found.portfolio.worth;
        let figure = |it| FigureId::portfolio(Measure::Worth(it));
        let body = Body::Partner(id);
        let net = self.net_of_portfolio(body)?;
        let net = net.of_figure(figure(WorthMeasure::Net(body)));
        let is_moved = worth.transfers.to(id) != Money::ZERO;
        let bodies = worth.positions.iter().filter(|_| is_moved);
        let bodies = bodies.filter_map(|(id, position)| Some(((*id)?, position)));
        let balances = bodies.map(|(id, position)| {
            let of = |it| {
                let found = self.portfolio(Measure::Worth(it));
                found.filter(|it| !it.parts.is_empty())
            };
            let gain = of(WorthMeasure::Gain(Some(id)));
            let cost = of(WorthMeasure::Cost(Some(id)));
            let name = format!("Balance of {}", partner_name(self.register, Some(id)));
            of_balance(name, position, gain, cost)
        });
        let title = self.title(Measure::Worth(WorthMeasure::After(id)), None);
        Some(of_net_after(worth, id, title, net, balances.collect()))
    }

    /// What a body gains of all partnerships less what it bears of them; where it does only one, the other is nought.
    fn net_of_portfolio(&self, body: Body) -> Option<Explanation> {
        let (gainer, bearer) = match body {
            Body::Partner(id) => (Some(Some(id)), Some(Some(id))),
            Body::Public => (Some(None), None),
            Body::Unassigned => (None, Some(None)),
        };
        let of = |it| {
            let found = self.portfolio(Measure::Worth(it));
            found.filter(|it| !it.parts.is_empty())
        };
        let gain = gainer.and_then(|it| of(WorthMeasure::Gain(it)));
        let cost = bearer.and_then(|it| of(WorthMeasure::Cost(it)));
        if gain.is_none() && cost.is_none() {
            return None;
        }
        let value = |it: &Option<Explanation>| it.as_ref().and_then(|it| it.value);
        let value = exact::sub(
            value(&gain).unwrap_or_default(),
            value(&cost).unwrap_or_default(),
        );
        let how = "present value of benefits − present value of costs";
        let title = self.title(Measure::Worth(WorthMeasure::Net(body)), None);
        let parts = gain.into_iter().chain(cost).collect();
        Some(Explanation::worked(title, Unit::Money, value, how, parts))
    }

    fn grade(&self, id: Id, measure: Measure) -> Option<Explanation> {
        let traced = Traced::default();
        let context = self.context(&traced);
        let cost = context.grade(Some(id))?;
        let node = match measure {
            Measure::HourlyCost => cost.hourly_cost?.node(),
            _ => cost.loaded_cost?.node(),
        };
        let name = grade_name(self.register, Some(id));
        let title = self.title(measure, None);
        Some(Explanation::of_node(&traced, node)?.renamed(format!("{title}: {name}")))
    }

    fn partnership(&self, partnership: &Partnership, measure: Measure) -> Option<Explanation> {
        let title = self.title(measure, Some(partnership));
        match measure {
            Measure::Achievement => return Self::achievement(partnership),
            Measure::CostPerPoint(basis) => return self.cost_per_point(partnership, basis),
            Measure::Shared(member, basis) => return self.shared(partnership, member, basis),
            Measure::Progress(id) | Measure::TimeAdjusted(id) => {
                let indicator = partnership.indicators.iter().find(|it| it.id == id)?;
                let traced = Traced::default();
                let it = progressed(&traced, indicator);
                let node = match measure {
                    Measure::Progress(_) => it.progress?.node(),
                    _ => it.time_adjusted?.node(),
                };
                return Some(Explanation::of_node(&traced, node)?.renamed(title));
            }
            Measure::Worth(it) => {
                return explain_worth(self.register, self.guidance, partnership, it);
            }
            _ => {}
        }
        let traced = Traced::default();
        let context = self.context(&traced);
        let lines = lines(&context, partnership);
        let of = |is_part: &dyn Fn(&Line) -> bool| -> Vec<&Line> {
            lines.iter().filter(|line| is_part(line)).collect()
        };
        let money = |is_part: &dyn Fn(&Line) -> bool| {
            self.money(&traced, partnership, title.clone(), &of(is_part))
        };
        let hours = |is_part: &dyn Fn(&Line) -> bool| {
            self.hours(&traced, partnership, title.clone(), of(is_part))
        };
        Some(match measure {
            Measure::AnnualCost(basis) => money(&|line| line.is_running_on(basis)),
            Measure::Class(class, basis) => {
                money(&|line| line.is_running_on(basis) && line.class == class)
            }
            Measure::Category(category, basis) => {
                money(&|line| line.is_running_on(basis) && line.category == category)
            }
            Measure::Partner(partner, basis) => {
                money(&|line| line.is_running_on(basis) && line.bearer == partner)
            }
            Measure::Ours(basis) => {
                let us = Some(self.register.us()?.id);
                money(&|line| line.is_running_on(basis) && line.bearer == us)
            }
            Measure::Grade(grade, basis) => {
                money(&|line| line.is_running_on(basis) && line.grade == Some(grade))
            }
            Measure::NonStaff(basis) => {
                money(&|line| line.is_running_on(basis) && line.grade.is_none())
            }
            Measure::Record(record, basis) => {
                let records = records_within(partnership, record)?;
                money(&|line| line.category.is_on(basis) && records.contains(&line.record))
            }
            Measure::ProgrammeSpend => money(&is_programme),
            Measure::RecordHours(record) => {
                let records = records_within(partnership, record)?;
                hours(&|line| records.contains(&line.record) && is_time(line))
            }
            Measure::HoursInMeetings => hours(&|line| line.category == Category::Meetings),
            Measure::HoursOfTime => hours(&|line| {
                line.is_running_on(Basis::Full) && is_time(line) && !line.is_already_in_staff
            }),
            Measure::SeniorDays => self.senior_days(&context, partnership, &lines),
            Measure::Achievement
            | Measure::Progress(_)
            | Measure::TimeAdjusted(_)
            | Measure::CostPerPoint(_)
            | Measure::Shared(..)
            | Measure::Worth(_)
            | Measure::HourlyCost
            | Measure::LoadedCost => return None,
        })
    }

    /// A sum of lines' money by category, then by line.
    fn money(
        &self,
        traced: &Traced,
        partnership: &Partnership,
        title: String,
        lines: &[&Line],
    ) -> Explanation {
        let by_category: Vec<Explanation> = Category::ALL
            .into_iter()
            .filter_map(|category| {
                let of_category = lines.iter().filter(|line| line.category == category);
                let parts: Vec<_> = of_category
                    .map(|line| {
                        let name = line_name_in(self.register, partnership, line.record);
                        let node = line.amount.map(|amount| amount.node);
                        explained(traced, name, node, Unit::Money)
                    })
                    .collect();
                (!parts.is_empty()).then(|| sum_of(category.label(), Unit::Money, parts))
            })
            .collect();
        sum_of(title, Unit::Money, only_one_level(by_category))
    }

    fn hours(
        &self,
        traced: &Traced,
        partnership: &Partnership,
        title: String,
        lines: Vec<&Line>,
    ) -> Explanation {
        let parts = lines.into_iter().map(|line| {
            let name = line_name_in(self.register, partnership, line.record);
            let name = format!("{}, {name}", line.category.label());
            explained(
                traced,
                name,
                line.hours.map(|hours| hours.node),
                Unit::Hours,
            )
        });
        sum_of(title, Unit::Hours, parts.collect())
    }

    fn senior_days(
        &self,
        context: &Context<'_, Traced>,
        partnership: &Partnership,
        lines: &[Line],
    ) -> Explanation {
        let senior = lines.iter().filter(|line| is_senior_time(context, line));
        let parts = senior.map(|line| {
            let name = format!(
                "{}, {}",
                line.category.label(),
                line_name_in(self.register, partnership, line.record)
            );
            let days = senior_days(context, std::slice::from_ref(line));
            let one = context.recorder.node(days.node());
            let node = one.and_then(|sum| sum.parts.first().copied());
            explained(context.recorder, name, node, Unit::Number)
        });
        sum_of(
            self.title(Measure::SeniorDays, None),
            Unit::Number,
            parts.collect(),
        )
    }

    fn achievement(partnership: &Partnership) -> Option<Explanation> {
        let traced = Traced::default();
        let scored = achievement::score(&traced, partnership);
        if achievement::achievement(partnership)
            .shown_score()
            .is_some()
        {
            return Explanation::of_node(&traced, scored.score?.node());
        }
        // Too little is known for a score; what is known makes a range.
        let of = |val: Val<'_, Traced, Number>, name: &str| {
            Some(Explanation::of_node(&traced, val.node())?.renamed(name))
        };
        let mut score = Explanation::not_known("Achievement score", Unit::Number);
        score.parts = vec![
            of(scored.low?, "With every unknown at 0")?,
            of(scored.high?, "With every unknown at 100")?,
        ];
        Some(score)
    }

    /// A member's part of the annual cost: what each member counts for stands below it.
    fn shared(&self, partnership: &Partnership, member: Id, basis: Basis) -> Option<Explanation> {
        let context = Context::new(&Plain, self.register, self.guidance, self.question.year);
        let lines = lines(&context, partnership);
        let names = Names::of(self.register);
        let cost = annual_cost(&context, partnership);
        let shared = share(partnership, &names, &lines, &cost);
        let value = *shared.parts.get(basis).as_ref()?.get(&member)?;
        let traced = Traced::default();
        let weights = weights(self.register, partnership, &self.context(&traced), &shared);
        let mut parts = vec![self.partnership(partnership, Measure::AnnualCost(basis))?];
        parts.extend(weights);
        let title = self.title(Measure::Shared(member, basis), None);
        let how = "annual cost × its own ÷ those of all members";
        Some(Explanation::worked(
            title,
            Unit::Money,
            value.decimal(),
            how,
            parts,
        ))
    }

    fn cost_per_point(&self, partnership: &Partnership, basis: Basis) -> Option<Explanation> {
        let cost = self.partnership(partnership, Measure::AnnualCost(basis))?;
        let score = Self::achievement(partnership)?;
        let value = exact::div(cost.value?, score.value?)?;
        let title = self.title(Measure::CostPerPoint(basis), None);
        let how = "annual cost ÷ achievement score";
        Some(Explanation::worked(
            title,
            Unit::Money,
            value,
            how,
            vec![cost, score],
        ))
    }

    fn context<'r>(&self, traced: &'r Traced) -> Context<'r, Traced> {
        Context::new(traced, self.register, self.guidance, self.question.year)
    }

    /// What a figure is called, with its basis and year.
    fn title(&self, measure: Measure, within: Option<&Partnership>) -> String {
        let year = self.question.year;
        let record_name = |record| match within {
            Some(partnership) => line_name_in(self.register, partnership, record),
            None => line_name(self.register, record),
        };
        let on = |basis: Basis| match basis {
            Basis::Exhibit2 => format!("Exhibit 2 basis, {year}"),
            Basis::Full => format!("full cost, {year}"),
        };
        match measure {
            Measure::AnnualCost(basis) => format!("Annual cost, {}", on(basis)),
            Measure::Class(class, basis) => format!("{}, {}", class.label(), on(basis)),
            Measure::Category(category, basis) => format!("{}, {}", category.label(), on(basis)),
            Measure::Partner(partner, basis) => {
                format!(
                    "Borne by {}, {}",
                    partner_name(self.register, partner),
                    on(basis)
                )
            }
            Measure::Shared(member, basis) => {
                format!(
                    "Shared to {}, {}",
                    partner_name(self.register, Some(member)),
                    on(basis)
                )
            }
            Measure::Grade(grade, basis) => {
                format!(
                    "Time of {}, {}",
                    grade_name(self.register, Some(grade)),
                    on(basis)
                )
            }
            Measure::NonStaff(basis) => format!("Other than time, {}", on(basis)),
            Measure::Ours(basis) => format!("Borne by us, {}", on(basis)),
            Measure::Record(record, basis) => {
                format!("{}, {}", record_name(record), on(basis))
            }
            Measure::RecordHours(record) => {
                format!("Hours, {}, {year}", record_name(record))
            }
            Measure::ProgrammeSpend => format!("Programme spending, {year}"),
            Measure::HoursInMeetings => format!("Hours in meetings, {year}"),
            Measure::HoursOfTime => format!("Hours of people’s time, {year}"),
            Measure::SeniorDays => format!("Senior days, {year}"),
            Measure::Achievement => "Achievement score".to_owned(),
            Measure::Progress(id) => format!("Progress, {}", record_name(id)),
            Measure::TimeAdjusted(id) => format!("Time-adjusted progress, {}", record_name(id)),
            Measure::CostPerPoint(basis) => format!("Cost per point, {}", on(basis)),
            Measure::Worth(it) => worth_title(self.register, within, it),
            Measure::HourlyCost => "Hourly cost".to_owned(),
            Measure::LoadedCost => "Loaded cost a year".to_owned(),
        }
    }
}

fn is_time(line: &Line) -> bool {
    line.grade.is_some() || line.hours.is_some()
}

/// The record itself, and for a meeting the lines inside it. Nothing for a record of another partnership.
fn records_within(partnership: &Partnership, record: Id) -> Option<Vec<Id>> {
    if let Some(meeting) = partnership.meetings.iter().find(|it| it.id == record) {
        let attendees = meeting.attendees.iter().map(|it| it.id);
        return Some(
            attendees
                .chain(meeting.expenses.iter().map(|it| it.id))
                .collect(),
        );
    }
    let mut is_here = false;
    partnership.each_id(|id| is_here |= id == record);
    is_here.then(|| vec![record])
}

fn explained(traced: &Traced, name: String, node: Option<NodeId>, unit: Unit) -> Explanation {
    match node.and_then(|node| Explanation::of_node(traced, node)) {
        Some(explanation) => explanation.renamed(name),
        None => Explanation::not_known(name, unit),
    }
}

/// A sum of what is known among the parts.
fn sum_of(label: impl Into<String>, unit: Unit, parts: Vec<Explanation>) -> Explanation {
    let known = parts.iter().filter_map(|part| part.value);
    let value = known.map(|value| exact::round(value, exact::PLACES));
    let value = value.fold(Number::ZERO.decimal(), exact::add);
    Explanation::sum(label, unit, value, parts)
}

/// The parts of a single category stand for it.
fn only_one_level(mut by_category: Vec<Explanation>) -> Vec<Explanation> {
    if by_category.len() == 1
        && let Some(only) = by_category.pop()
    {
        return only.parts;
    }
    by_category
}
