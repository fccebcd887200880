//! `levers`: what fewer, shorter, smaller, online or delegated meetings would save, between what that lies, and what stays.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::cli::appraise_json::exact;
use crate::cli::arguments::{BodiesKey, Pulling};
use crate::cli::doubt_json::{Figure, Head};
use crate::cli::opened::Opened;
use crate::cli::outcome::{Done, Refusal};
use crate::costing::basis::Basis;
use crate::findings::levers::{Saving, SavingOf, Yearly, saving};
use crate::model::levers::{Bodies, Executive, Levers};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::report::levers::{
    NOTHING_CHANGED, caution, headline, in_words, label, name, not_moved, reason, spread_sentence,
    total_cell,
};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::uncertainty::levers::{DRAWS, DrawnCosts, SpreadOfSaving};
use crate::uncertainty::simulation::Plan;
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;
use crate::units::progress::Stop;
use crate::units::quantity::Money;

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    head: Head,
    basis: &'static str,
    levers: String,
    draws: u32,
    seed: u32,
    n_ranged: usize,
    saving: OfSaving,
    before: OfYear,
    after: OfYear,
    partnerships: Vec<OfOne>,
    not_moved: Vec<OfNotMoved>,
    words: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    caution: Option<String>,
}

/// The saving a year of all together, each with what the draws say where they move it.
#[derive(Serialize)]
struct OfSaving {
    cost: Option<Figure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<Figure>,
    hours: Option<Figure>,
    senior_days: Option<Figure>,
}

#[derive(Serialize)]
struct OfYear {
    cost: String,
    is_at_least: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    ours: Option<String>,
    hours: String,
    senior_days: String,
}

#[derive(Serialize)]
struct OfOne {
    id: String,
    name: String,
    before: OfYear,
    after: OfYear,
    saving: OfYear,
}

#[derive(Serialize)]
struct OfNotMoved {
    partnership: String,
    record: String,
    name: String,
    lever: &'static str,
    why: &'static str,
}

pub(crate) fn run(asked: &Pulling) -> Result<Done, Refusal> {
    let opened = Opened::new(&asked.of.file, asked.of.year)?;
    for id in &asked.only {
        opened.must_have(Some(*id))?;
    }
    let levers = levers(&opened, asked)?;
    let ids: BTreeSet<Id> = if asked.only.is_empty() {
        let all = opened.register.partnerships.iter();
        // One body is of one partnership.
        let is_meant = |it: &&Arc<Partnership>| match levers.bodies {
            Bodies::One(id) => it.meetings.iter().any(|it| it.id == id),
            Bodies::All | Bodies::Boards => true,
        };
        all.filter(is_meant).map(|it| it.id).collect()
    } else {
        asked.only.iter().copied().collect()
    };
    if levers.change_nothing() {
        let hint = "No lever is pulled. Try --times 50%; fruitful-cli levers --help names them all";
        return Err(Refusal::Unknown(hint.to_owned()));
    }
    let (register, guidance, question) = (&opened.register, opened.guidance, opened.question);
    let saving = saving(register, guidance, question, &levers, &ids);
    let plan = Plan {
        draws: DRAWS,
        ..Plan::of(&register.settings)
    };
    let drawn = |register: &Register, made: &BTreeMap<Id, Id>| {
        let stop = Stop::default();
        DrawnCosts::of(register, (guidance, question), made, &ids, plan, &stop)
    };
    let before = drawn(register, &BTreeMap::new());
    let after = drawn(&saving.pulled.register, &saving.pulled.made);
    let spread = before.zip(after).map(|(before, after)| before.less(&after));
    let shown = Shown {
        opened: &opened,
        basis: asked.of.basis.basis(),
        levers: &levers,
        saving: &saving,
        spread: spread.unwrap_or_default(),
        plan,
    };
    let text = if asked.json {
        format!("{}\n", serde_json::to_string_pretty(&shown.answer())?)
    } else {
        shown.text()
    };
    Ok(Done::on(&opened.findings(), text))
}

fn levers(opened: &Opened, asked: &Pulling) -> Result<Levers, Refusal> {
    let bodies = match (asked.meeting, asked.bodies) {
        (Some(id), _) => {
            let mut all = opened.register.partnerships.iter();
            if !all.any(|it| it.meetings.iter().any(|it| it.id == id)) {
                return Err(Refusal::Unknown(format!(
                    "The register has no meeting {id}"
                )));
            }
            Bodies::One(id)
        }
        (None, BodiesKey::All) => Bodies::All,
        (None, BodiesKey::Boards) => Bodies::Boards,
    };
    Ok(Levers {
        bodies,
        times: asked.times,
        length: asked.length,
        attendees: asked.attendees,
        online: asked.online,
        delegated: asked.delegate,
        executive: asked.executive.map(|people| Executive {
            people,
            full_meetings: asked.keep_full,
        }),
    })
}

/// What is printed.
struct Shown<'a> {
    opened: &'a Opened,
    basis: Basis,
    levers: &'a Levers,
    saving: &'a Saving,
    spread: SpreadOfSaving,
    plan: Plan,
}

impl Shown<'_> {
    fn unit(&self) -> MoneyUnit {
        self.opened.register.settings.money_unit
    }

    fn answer(&self) -> Answer {
        let Self { basis, saving, .. } = *self;
        let saved = &saving.saved;
        let cost = saved.cost.get(basis);
        let spread = &self.spread;
        let register = &self.opened.register;
        let not_moved = saving.pulled.not_moved.iter().map(|it| OfNotMoved {
            partnership: it.partnership.to_string(),
            record: it.record.to_string(),
            name: name(register, it),
            lever: label(it.lever),
            why: reason(it.lever, it.why),
        });
        Answer {
            head: Head::of(self.opened),
            basis: basis.key(),
            levers: in_words(register, self.levers),
            draws: self.plan.draws,
            seed: self.plan.seed,
            n_ranged: spread.n_ranged,
            saving: OfSaving {
                cost: Figure::new(
                    Some(cost.amount),
                    cost.is_at_least,
                    spread.cost.get(basis).as_ref(),
                ),
                ours: Figure::new(
                    *saved.ours.get(basis),
                    false,
                    spread.ours.get(basis).as_ref(),
                ),
                hours: Figure::new(Some(saved.hours), false, spread.hours.as_ref()),
                senior_days: Figure::new(
                    Some(saved.senior_days),
                    false,
                    spread.senior_days.as_ref(),
                ),
            },
            before: self.of_year(&saving.before),
            after: self.of_year(&saving.after),
            partnerships: saving
                .partnerships
                .iter()
                .map(|it| self.of_one(it))
                .collect(),
            not_moved: not_moved.collect(),
            words: headline(saving, basis, self.unit()),
            caution: caution(saving),
        }
    }

    fn of_year(&self, it: &Yearly) -> OfYear {
        let cost = it.cost.get(self.basis);
        OfYear {
            cost: exact(cost.amount),
            is_at_least: cost.is_at_least,
            ours: it.ours.get(self.basis).map(exact),
            hours: exact(it.hours),
            senior_days: exact(it.senior_days),
        }
    }

    fn of_one(&self, it: &SavingOf) -> OfOne {
        OfOne {
            id: it.id.to_string(),
            name: it.name.clone(),
            before: self.of_year(&it.before),
            after: self.of_year(&it.after),
            saving: self.of_year(&it.saved),
        }
    }

    fn text(&self) -> String {
        let Self { basis, saving, .. } = *self;
        let register = &self.opened.register;
        let unit = self.unit();
        let mut text = format!(
            "{}: {}\n{}\n{}\n\n{}",
            basis.label(),
            in_words(register, self.levers),
            headline(saving, basis, unit),
            spread_sentence(&self.spread, basis, unit),
            self.table().render(WIDTH)
        );
        let mut remarks = not_moved(register, &saving.pulled.not_moved);
        if !remarks.is_empty() {
            remarks.insert(0, "What could not be moved:".to_owned());
        }
        remarks.extend(caution(saving));
        remarks.push(NOTHING_CHANGED.to_owned());
        for remark in remarks {
            text.push('\n');
            text.push_str(&remark);
        }
        text.push('\n');
        text
    }

    fn table(&self) -> TextTable {
        let mut table = TextTable::new(&[
            ("Partnership", Align::Left),
            ("Now", Align::Right),
            ("Then", Align::Right),
            ("Saving", Align::Right),
            ("Ours", Align::Right),
            ("Hours", Align::Right),
            ("Senior days", Align::Right),
        ]);
        let all = self.saving.partnerships.iter();
        for it in all.filter(|it| it.before != it.after) {
            table.push(self.row(&it.name, (&it.before, &it.after, &it.saved)));
        }
        let Saving {
            before,
            after,
            saved,
            ..
        } = self.saving;
        table.push(self.row("All together", (before, after, saved)));
        table
    }

    fn row(&self, name: &str, (before, after, saved): (&Yearly, &Yearly, &Yearly)) -> [String; 7] {
        let unit = self.unit();
        let cost = |it: &Yearly| total_cell(*it.cost.get(self.basis), unit);
        let ours: Option<Money> = *saved.ours.get(self.basis);
        [
            name.to_owned(),
            cost(before),
            cost(after),
            cost(saved),
            ours.map_or_else(|| "—".to_owned(), |it| display::money_in(it, unit)),
            display::hours_figure(saved.hours),
            display::days(saved.senior_days),
        ]
    }
}
