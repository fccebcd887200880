//! The results of one partnership in one strip, which moves while somebody types below it.

use eframe::egui::Ui;

use crate::costing::basis::Basis;
use crate::costing::cost_line::Class;
use crate::findings::doubt::Doubt;
use crate::findings::figure::{FigureId, Measure};
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8, S16};
use crate::gui::widgets::figure::{KeyFigure, figure_link};
use crate::report::doubt::{N_FACTS, fact_name, fact_range, range, widest};
use crate::report::summary::total_text;
use crate::units::display;
use crate::units::id::InputId;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// The height of the strip.
const HEIGHT: f32 = 72.0;

/// Shows the strip; each figure explains itself. Gives the field that somebody wants to go to.
pub(crate) fn result_strip(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    found: &PartnershipFindings,
) -> Option<InputId> {
    let unit = page.register().settings.money_unit;
    let mut cards = Vec::from(cards(found, page.basis(), unit));
    cards.extend(worth(found, unit));
    let doubt = page.doubt;
    let cost = *found.annual_cost.get(page.basis());
    let range = doubt.and_then(|it| range(cost, it, page.basis()));
    if let (Some(range), [(card, _), ..]) = (range, cards.as_mut_slice()) {
        card.note = range;
    }
    ui.horizontal(|ui| {
        let gap = if ui.available_width() < 800.0 { S4 } else { S8 };
        ui.spacing_mut().item_spacing.x = gap;
        let (n, one) = room(ui.available_width(), gap, cards.len());
        for (at, (card, figure)) in cards.into_iter().take(n).enumerate() {
            let width = if at == 0 { (one * 1.6).floor() } else { one };
            let shown = KeyFigure {
                is_large: at == 0,
                ..card.as_ref()
            };
            if shown.show(ui, width, HEIGHT).clicked() {
                page.explain(figure);
            }
        }
    });
    let asked = doubt.and_then(|doubt| narrowing(ui, page, doubt));
    beside(ui, page, found);
    asked
}

/// Points below which the figure of a card would be cut.
const LEAST: f32 = 88.0;
/// Points that the cards keep when one more would stand beside the usual seven.
const ROOMY: f32 = 102.0;

/// How many cards stand beside each other, and how wide each is but the first, which is one and a half times as wide:
/// a figure that is cut misleads, so where there is no room the last cards are left out.
fn room(width: f32, gap: f32, n_cards: usize) -> (usize, f32) {
    let of = |n: u8| {
        let others = f32::from(n) - 1.0;
        ((width - others * gap) / (others + 1.6)).floor()
    };
    let fits = |n: &u8| of(*n) >= if *n > 7 { ROOMY } else { LEAST };
    let most = u8::try_from(n_cards.min(8)).unwrap_or(8);
    let n = (4..=most).rev().find(fits).unwrap_or(3);
    (usize::from(n), of(n))
}

/// A card with words of its own.
struct Card {
    label: String,
    figure: String,
    note: String,
}

impl Card {
    fn as_ref(&self) -> KeyFigure<'_> {
        KeyFigure {
            label: &self.label,
            figure: &self.figure,
            note: &self.note,
            is_large: false,
        }
    }
}

fn card(label: &str, figure: String, note: impl Into<String>) -> Card {
    Card {
        label: label.to_owned(),
        figure,
        note: note.into(),
    }
}

fn cards(found: &PartnershipFindings, basis: Basis, unit: MoneyUnit) -> [(Card, FigureId); 7] {
    let id = found.id;
    let figure = |measure| FigureId::new(id, measure);
    let total = *found.annual_cost.get(basis);
    let other = match basis {
        Basis::Full => Basis::Exhibit2,
        Basis::Exhibit2 => Basis::Full,
    };
    let beside = total_text(*found.annual_cost.get(other), unit);
    let cost_label = if total.is_at_least {
        format!("{}, at least", basis.label())
    } else {
        format!("{} a year", basis.label())
    };
    // "At least" belongs to the label: the figure itself must not be cut.
    let label = |text: &str, is_at_least: bool| {
        if is_at_least {
            format!("{text}, at least")
        } else {
            text.to_owned()
        }
    };
    let class = |name: &str, class: Class, note: &str| {
        let amount = found.by_class.get(basis).get(&class).copied();
        let is_at_least = found.incomplete_classes.get(basis).contains(&class);
        let text = display::money_in(amount.unwrap_or_default(), unit);
        (
            card(&label(name, is_at_least), text, note),
            figure(Measure::Class(class, basis)),
        )
    };
    let per_point = found.cost_per_point.get(basis);
    [
        (
            card(
                &cost_label,
                display::money_in(total.amount, unit),
                format!("{} {beside}", other.label()),
            ),
            FigureId::annual_cost(id, basis),
        ),
        class("Direct", Class::Direct, "paid in money"),
        class("Time", Class::Opportunity, "paid staff"),
        class("In kind", Class::InKind, "given"),
        (
            card(
                "Hours",
                display::hours_figure(found.hours.all),
                format!("{} senior days", display::days(found.senior_days)),
            ),
            figure(Measure::HoursOfTime),
        ),
        (achievement(found), FigureId::achievement(id)),
        (
            card(
                "Cost a point",
                per_point.map_or_else(
                    || display::NOT_KNOWN.to_owned(),
                    |cost| display::money_in(cost, unit),
                ),
                // There is no room for it in the label.
                if total.is_at_least && per_point.is_some() {
                    display::AT_LEAST
                } else {
                    "of achievement"
                },
            ),
            figure(Measure::CostPerPoint(basis)),
        ),
    ]
}

fn achievement(found: &PartnershipFindings) -> Card {
    let it = &found.achievement;
    let range = format!("{}–{}", display::score(it.low), display::score(it.high));
    match it.shown_score() {
        Some(score) if it.is_part_missing() => card(
            "Achievement",
            display::score(score),
            format!("could be {range}"),
        ),
        Some(score) => card("Achievement", display::score(score), "of 100"),
        None => card("Achievement", range, "too little is known"),
    }
}

/// What it is worth over the years of its appraisal; nothing before a benefit has a value. The ratio never stands alone.
fn worth(found: &PartnershipFindings, unit: MoneyUnit) -> Option<(Card, FigureId)> {
    let it = &found.appraisal;
    it.benefits.iter().find(|it| it.value.is_some())?;
    let ratio = it.worth.bcr.map_or_else(
        || "no ratio".to_owned(),
        |ratio| format!("{} for £1", display::pounds_ratio(ratio)),
    );
    let years = display::count(it.horizon.into(), "year", "years");
    let npsv = display::money_short_in(it.worth.npsv, unit);
    let measure = Measure::Worth(WorthMeasure::AsItIs(Yardstick::Npsv));
    Some((
        card(&format!("Net, {years}"), npsv, ratio),
        FigureId::new(found.id, measure),
    ))
}

/// The facts that would narrow the cost most; each leads to where it is typed.
fn narrowing(ui: &mut Ui, page: &PageContext<'_>, doubt: &Doubt) -> Option<InputId> {
    let (register, basis) = (page.register(), page.basis());
    let facts = widest(doubt, basis);
    if facts.is_empty() {
        return None;
    }
    let mut asked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().interact_size.y = 20.0;
        ui.label(theme::muted("What would narrow it most:"));
        for fact in facts.into_iter().take(N_FACTS) {
            if ui.link(fact_name(register, fact)).clicked() {
                asked = fact.inputs.first().copied();
            }
            ui.label(theme::muted(fact_range(fact, basis)));
            ui.add_space(S8);
        }
    });
    asked
}

/// What stands beside the running cost and is never added to it: programme spending, and what a full year would cost.
fn beside(ui: &mut Ui, page: &mut PageContext<'_>, found: &PartnershipFindings) {
    let basis = page.basis();
    let unit = page.register().settings.money_unit;
    let programme = total_text(found.programme, unit);
    let has_programme = found.programme.is_at_least || found.programme.amount != Money::ZERO;
    if !has_programme && found.full_year_cost.is_none() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if has_programme {
            ui.label(theme::muted("Programme spending, beside the running cost:"));
            let said = format!("Programme spending {programme}, show basis");
            if figure_link(ui, &programme, &said).clicked() {
                page.explain(FigureId::new(found.id, Measure::ProgrammeSpend));
            }
            ui.add_space(S16);
        }
        if let Some(full) = &found.full_year_cost {
            let months = display::count(usize::from(found.months_in_force), "month", "months");
            let full = total_text(*full.get(basis), unit);
            let said = format!("In force for {months} of this year; a full year would cost {full}");
            ui.label(theme::muted(said));
        }
    });
}
