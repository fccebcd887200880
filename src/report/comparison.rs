//! How partnerships differ, in words: only gaps wider than what is not known of either are called out.

use rust_decimal::Decimal;

use crate::chart::doubts::{Doubts, Whisker};
use crate::chart::wording::{OWN_TARGETS, list, position};
use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::comparison::{Gap, Pair, ScoreGap, comparison};
use crate::findings::findings::Findings;
use crate::findings::partnership::PartnershipFindings;
use crate::report::summary::{name_text, score_text};
use crate::report::worth::has_value;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::{Hours, Money, Number, Quantity, Rate};

/// How these differ, a sentence or two each: in cost and achievement, two at a time from the dearest; then what holds of
/// all of them. Empty for fewer than two.
pub fn differences(
    findings: &Findings,
    ids: &[Id],
    basis: Basis,
    doubts: Doubts<'_>,
) -> Vec<String> {
    let compared = comparison(findings, ids, basis);
    if compared.pairs.is_empty() {
        return Vec::new();
    }
    let all: Vec<&PartnershipFindings> = compared
        .order
        .iter()
        .filter_map(|id| findings.partnership(*id))
        .collect();
    let pairs = compared.pairs.iter().filter_map(|pair| {
        let said = Said {
            pair,
            one: findings.partnership(pair.one)?,
            other: findings.partnership(pair.other)?,
            basis,
            unit: findings.money_unit(),
            whiskers: [pair.one, pair.other].map(|id| doubts.of_cost(id, basis)),
        };
        Some(said.in_words())
    });
    let mut lines: Vec<String> = pairs.collect();
    lines.extend(worth(findings, &all));
    lines.extend(part_years(findings, &all));
    lines.push(statutory(&all));
    lines.push(format!(
        "{OWN_TARGETS} They say how far each has come, not which does more."
    ));
    lines
}

struct Said<'a> {
    pair: &'a Pair,
    one: &'a PartnershipFindings,
    other: &'a PartnershipFindings,
    basis: Basis,
    unit: MoneyUnit,
    whiskers: [Option<Whisker>; 2],
}

impl Said<'_> {
    fn in_words(&self) -> String {
        let mut sentences = vec![format!("{}{}.", self.cost_and_score(), self.made_of())];
        if let Some(cost) = self.pair.cost_of_a_point.filter(|_| self.is_called_out()) {
            let cost = display::money_short_in(cost, self.unit);
            sentences.push(format!("Each point more costs {cost} a year."));
        }
        sentences.extend(self.time());
        sentences.join(" ")
    }

    /// Whether the gap in cost is wider than P10 to P90 of either, where ranges have been worked through.
    fn is_called_out(&self) -> bool {
        let (Gap::Known(gap) | Gap::AtLeast(gap)) = self.pair.cost else {
            return false;
        };
        let gap = position(gap);
        let mut whiskers = self.whiskers.iter().flatten();
        whiskers.all(|it| it.is_narrower_than(gap))
    }

    fn cost_and_score(&self) -> String {
        let (one, other) = (name_text(self.one), name_text(self.other));
        let short = |amount| display::money_short_in(amount, self.unit);
        let is_called_out = self.is_called_out();
        let cost = match self.pair.cost {
            Gap::Known(gap) if is_called_out => {
                let times = self.times().map(|it| format!(" ({it})"));
                let times = times.unwrap_or_default();
                format!("{one} costs {} more a year than {other}{times}", short(gap))
            }
            Gap::AtLeast(gap) if is_called_out => {
                format!(
                    "{one} costs at least {} more a year than {other}",
                    short(gap)
                )
            }
            Gap::Known(gap) | Gap::AtLeast(gap) => format!(
                "{one} and {other} cost too nearly the same to tell: the gap of {} is no wider than P10 to P90 of one of them",
                short(gap)
            ),
            Gap::None => format!("{one} and {other} cost the same a year"),
            Gap::NotKnown => {
                let part = self.whose_cost();
                format!(
                    "Whether {one} or {other} costs more is not known, as part of {part} is missing"
                )
            }
        };
        let is_of_one = is_called_out;
        let score = match self.pair.score {
            ScoreGap::Clear(points) => self.score(points, is_of_one),
            ScoreGap::None if is_of_one => " and scores the same".to_owned(),
            ScoreGap::None => "; they score the same".to_owned(),
            ScoreGap::Unclear => format!(
                "; their scores are too near to tell, with part missing: {} and {}",
                score_text(self.one),
                score_text(self.other)
            ),
            ScoreGap::NotScored => {
                let without = [self.one, self.other].into_iter();
                let without = without.filter(|it| it.achievement.shown_score().is_none());
                let names: Vec<String> = without.map(name_text).collect();
                let is = if names.len() == 1 { "is" } else { "are" };
                let names = list(&names);
                format!("; {names} {is} not scored, so what they achieve cannot be compared")
            }
        };
        cost + &score
    }

    /// `2.4 times`, or `4% more` where that says more.
    fn times(&self) -> Option<String> {
        let (times, more) = (self.pair.times?, self.pair.more?);
        if times.decimal() >= Decimal::new(15, 1) {
            let times = display::one_decimal(Number::new(times.decimal()));
            return Some(format!("{times} times"));
        }
        let more = display::whole_rate(more);
        Some(if more == "0%" {
            "less than 1% more".to_owned()
        } else {
            format!("{more} more")
        })
    }

    fn whose_cost(&self) -> String {
        let whose = [self.one, self.other].into_iter();
        let whose = whose.filter(|it| it.annual_cost.get(self.basis).is_at_least);
        let whose: Vec<String> = whose.map(name_text).collect();
        format!("the cost of {}", list(&whose))
    }

    /// A gap that rounds to nought points is none that is worth saying.
    fn score(&self, points: Number, is_of_one: bool) -> String {
        let size = display::score(points);
        let size = size.trim_start_matches('−');
        if size == "0" {
            return if is_of_one {
                " and scores about the same".to_owned()
            } else {
                "; they score about the same".to_owned()
            };
        }
        let is_more = points > Number::ZERO;
        match (is_of_one, is_more) {
            (true, true) => format!(" and scores {size} more"),
            (true, false) => format!(" and scores {size} less"),
            (false, is_more) => {
                let (more, less) = if is_more {
                    (self.one, self.other)
                } else {
                    (self.other, self.one)
                };
                let (more, less) = (name_text(more), name_text(less));
                format!("; {more} scores {size} more than {less}")
            }
        }
    }

    /// What most of the gap in cost is, where one class makes about half of it or more.
    fn made_of(&self) -> String {
        let Some((class, share)) = self.pair.mostly.filter(|_| self.is_called_out()) else {
            return String::new();
        };
        let what = match class {
            Class::Direct => "money paid",
            Class::Opportunity => "people’s time",
            Class::InKind => "what is given in kind",
        };
        if share > Rate::from(1) {
            let part = self.pair.by_class.get(&class).copied().unwrap_or_default();
            let part = display::money_short_in(part, self.unit);
            return format!("; in {what} alone the difference is {part}");
        }
        let part = part_in_words(share);
        part.map_or_else(String::new, |part| {
            format!("; {part} of the difference is {what}")
        })
    }

    /// `Harbour takes 1,240 hours more of people’s time a year, and 32 senior days more.`
    fn time(&self) -> Option<String> {
        let care = if self.pair.is_time_known {
            ""
        } else {
            "As far as time is known, "
        };
        let name = format!("{care}{}", name_text(self.one));
        let (hours, days) = (self.pair.hours, self.pair.senior_days);
        let way = |is_more| if is_more { "more" } else { "fewer" };
        let size = |text: String| text.trim_start_matches('−').to_owned();
        let of_hours = size(display::hours_figure(hours));
        let of_days = size(display::days(days));
        let hours = (of_hours != "0").then(|| {
            let way = way(hours > Hours::ZERO);
            format!("{of_hours} {way} hours of people’s time a year")
        });
        let days = (of_days != "0").then(|| {
            let way = way(days > Number::ZERO);
            format!("{of_days} {way} senior days")
        });
        match (hours, days) {
            (None, None) => None,
            (Some(only), None) | (None, Some(only)) => Some(format!("{name} takes {only}.")),
            (Some(hours), Some(days)) => Some(format!("{name} takes {hours}, and {days}.")),
        }
    }
}

/// A share of a difference as people say it; nothing below about half.
fn part_in_words(share: Rate) -> Option<&'static str> {
    let parts = [
        (100, "all"),
        (95, "nearly all"),
        (85, "about nine tenths"),
        (77, "about four fifths"),
        (71, "about three quarters"),
        (63, "about two thirds"),
        (55, "about three fifths"),
        (45, "about half"),
    ];
    let share = share.decimal();
    let found = parts
        .into_iter()
        .find(|(percent, _)| share >= Decimal::new(*percent, 2));
    found.map(|(_, words)| words)
}

/// What they are worth over the years: the most and the least, or why that cannot be compared.
fn worth(findings: &Findings, all: &[&PartnershipFindings]) -> Vec<String> {
    let unit = findings.money_unit();
    let without: Vec<String> = all
        .iter()
        .filter(|it| !has_value(it))
        .map(|it| name_text(it))
        .collect();
    if !without.is_empty() {
        let of = if without.len() == all.len() {
            "any of them".to_owned()
        } else {
            list(&without)
        };
        return vec![format!(
            "No benefit of {of} has a price, so what they are worth cannot be compared."
        )];
    }
    let is_part = |it: &&&PartnershipFindings| {
        let worth = &it.appraisal.worth;
        worth.pvc.is_at_least || worth.pvb.is_at_least
    };
    let of_part: Vec<String> = all.iter().filter(is_part).map(|it| name_text(it)).collect();
    let said = all.iter().map(|it| {
        let net: Money = it.appraisal.worth.npsv;
        format!("{} {}", name_text(it), display::money_short_in(net, unit))
    });
    let said: Vec<String> = said.collect();
    let mut line = format!("Benefits less costs, discounted: {}.", list(&said));
    if !of_part.is_empty() {
        let part = format!(" That of {} is of what is known.", list(&of_part));
        line.push_str(&part);
    }
    vec![line]
}

/// Whose cost is of a part of the year.
fn part_years(findings: &Findings, all: &[&PartnershipFindings]) -> Vec<String> {
    let part = all.iter().filter(|it| it.months_in_force < 12);
    part.map(|it| {
        let months = display::count(it.months_in_force.into(), "month", "months");
        format!(
            "{} is in force for {months} of {}; its cost is of these only.",
            name_text(it),
            findings.year
        )
    })
    .collect()
}

fn statutory(all: &[&PartnershipFindings]) -> String {
    let by_law: Vec<String> = all
        .iter()
        .filter(|it| it.is_statutory)
        .map(|it| name_text(it))
        .collect();
    match by_law.len() {
        0 => "None of them is required by law.".to_owned(),
        n if n == all.len() => {
            "All of them are required by law: how they work may be open, whether they exist is not."
                .to_owned()
        }
        1 => format!(
            "{} is required by law: how it works may be open, whether it exists is not.",
            list(&by_law)
        ),
        _ => format!(
            "{} are required by law: how they work may be open, whether they exist is not.",
            list(&by_law)
        ),
    }
}
