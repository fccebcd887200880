//! A simulation as tables and sentences for people.

use crate::cli::simulate::{Drawn, capped_sentence};
use crate::costing::schedule::Total;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::Yardstick;
use crate::model::record_name::line_name;
use crate::report::probability::{Likelihood, correlation};
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::report::uncertainty::{
    FactNames, HOW_TO_RANGE, cost_sentence, drawn as quantity, driver_sentence, left_out, plan,
    worth_sentence,
};
use crate::report::worth::{has_value, unweighed};
use crate::uncertainty::simulation::Simulated;
use crate::uncertainty::statistics::{Share, Summary};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

/// What stands where there is no such figure, or where it never moves.
const NONE: &str = "—";

/// All partnerships, and all of them together.
pub(crate) fn of_all(drawn: &Drawn) -> String {
    let mut text = head(drawn);
    let mut table = TextTable::new(&[
        ("Partnership", Align::Left),
        ("Id", Align::Left),
        ("Cost P10", Align::Right),
        ("P50", Align::Right),
        ("P90", Align::Right),
        ("Net P10", Align::Right),
        ("P50", Align::Right),
        ("P90", Align::Right),
        ("Net > 0", Align::Right),
        ("BCR ≥ 1", Align::Right),
    ]);
    let unit = drawn.findings.money_unit();
    let rows = drawn.partnerships.iter();
    for (it, found) in rows.filter_map(|it| Some((it, drawn.findings.partnership(it.id?)?))) {
        let net = has_value(found).then_some(found.appraisal.worth.npsv);
        let mut row = vec![found.name.clone(), found.id.to_string()];
        row.extend(cells(found.annual_cost.full, net, it, unit));
        table.push(row);
    }
    if let Some(it) = &drawn.portfolio {
        let all = &drawn.findings.portfolio;
        let net = drawn.findings.partnerships.iter().any(|it| has_value(it));
        let net = net.then_some(all.worth.npsv);
        let mut row = vec!["All together".to_owned(), String::new()];
        row.extend(cells(all.annual_cost.full, net, it, unit));
        table.push(row);
    }
    text.push_str(&table.render(WIDTH));
    text.push_str(
        "\nCost: what a year costs at full cost. Net: benefits less costs over the years, discounted.\n\
         P10, P50, P90: one draw in ten is below the first, half below the second, nine in ten below the third.\n",
    );
    let at_least = &drawn.findings.portfolio.annual_cost.full;
    if at_least.is_at_least {
        text.push_str("≥: something is not known, and no draw, net or chance holds it.\n");
    }
    push(&mut text, unweighed(&drawn.findings));
    if let Some(it) = &drawn.portfolio {
        text.push('\n');
        push(&mut text, cost_sentence("Their", it, unit));
        if drawn.findings.partnerships.iter().any(|it| has_value(it)) {
            push(&mut text, worth_sentence("their", it, unit));
            let names = FactNames::new(&drawn.opened.register, None);
            push(&mut text, driver_sentence(&names, &it.drivers));
        }
    }
    let n_left_out = drawn.partnerships.iter().map(|it| it.n_left_out).max();
    push(&mut text, left_out(n_left_out.unwrap_or_default()));
    text
}

/// One partnership with everything that is drawn of it.
pub(crate) fn of_one(drawn: &Drawn, it: &Simulated) -> String {
    let mut text = head(drawn);
    let Some(found) = it.id.and_then(|id| drawn.findings.partnership(id)) else {
        return text;
    };
    text.extend([&found.name, " (", &found.id.to_string(), ")\n\n"]);
    text.push_str(&figures(drawn, found, it));
    let unit = drawn.findings.money_unit();
    text.push('\n');
    push(&mut text, cost_sentence("Its", it, unit));
    if has_value(found) {
        push(&mut text, worth_sentence("its", it, unit));
        let share = it.is_bcr_at_least_one.as_ref().filter(|_| it.bcr.is_some());
        push(&mut text, share.map(ratio_sentence));
    } else {
        text.push_str(
            "None of its benefits has a price, so there is nothing to weigh its costs against.\n",
        );
    }
    if found.annual_cost.full.is_at_least || found.appraisal.worth.pvc.is_at_least {
        text.push_str("≥: something is not known, and no draw, net or chance holds it.\n");
    }
    push(&mut text, left_out(it.n_left_out));
    text.push_str(&options(drawn, it));
    text.push_str(&drivers(drawn, it));
    text
}

/// How it was drawn; and how one enters a range, where there is none.
fn head(drawn: &Drawn) -> String {
    let mut text = format!("{}\n", plan(drawn.plan, drawn.n_ranged));
    push(&mut text, capped_sentence(drawn));
    if drawn.n_ranged == 0 {
        text.push_str(
            "Nothing has a range, so nothing is drawn and every figure is the central one.\n",
        );
        push(&mut text, Some(HOW_TO_RANGE.to_owned()));
    }
    text.push('\n');
    text
}

fn push(text: &mut String, sentence: Option<String>) {
    if let Some(sentence) = sentence {
        text.push_str(&sentence);
        text.push('\n');
    }
}

/// What a row says of the cost of a year and of what is left over, and how likely that is.
fn cells(cost: Total, net: Option<Money>, it: &Simulated, unit: MoneyUnit) -> [String; 8] {
    let [c10, c50, c90] = three(cost.amount, it.annual_cost.full.as_ref(), unit);
    let c50 = if cost.is_at_least {
        format!("≥ {c50}")
    } else {
        c50
    };
    let [n10, n50, n90] = match net {
        Some(net) => three(net, it.npsv.as_ref(), unit),
        None => [NONE, NONE, NONE].map(ToOwned::to_owned),
    };
    // Where no draw moves a figure there is no chance to speak of.
    let cell = |moves: Option<&Summary>, share: Option<&Share>| {
        let share = moves.and(share).filter(|_| net.is_some());
        share.map_or_else(|| NONE.to_owned(), |it| Likelihood::of(it).cell())
    };
    let above = cell(it.npsv.as_ref(), it.is_npsv_above_nought.as_ref());
    let ratio = cell(it.bcr.as_ref(), it.is_bcr_at_least_one.as_ref());
    [c10, c50, c90, n10, n50, n90, above, ratio]
}

/// P10, P50 and P90; the central figure alone where it never moves.
fn three(central: Money, it: Option<&Summary>, unit: MoneyUnit) -> [String; 3] {
    match it {
        Some(it) => [it.p10, it.p50, it.p90].map(|value| money(value, unit)),
        None => [
            NONE.to_owned(),
            display::money_short_in(central, unit),
            NONE.to_owned(),
        ],
    }
}

fn money(value: f64, unit: MoneyUnit) -> String {
    quantity(value).map_or_else(
        || display::NOT_KNOWN.to_owned(),
        |it| display::money_short_in(it, unit),
    )
}

/// How a figure is written.
#[derive(Clone, Copy)]
enum Form {
    Money(MoneyUnit),
    Score,
    Ratio,
}

impl Form {
    /// The standard error of a mean; of a ratio it would round to nothing.
    fn error(self, value: f64) -> String {
        match self {
            Self::Ratio => quantity(value).map_or_else(String::new, display::factor),
            _ => self.text(value),
        }
    }

    fn text(self, value: f64) -> String {
        match self {
            Self::Money(unit) => money(value, unit),
            Self::Score => quantity(value).map_or_else(String::new, display::one_decimal),
            Self::Ratio => quantity(value).map_or_else(String::new, display::pounds_ratio),
        }
    }
}

fn figures(drawn: &Drawn, found: &PartnershipFindings, it: &Simulated) -> String {
    let unit = drawn.findings.money_unit();
    let mut table = TextTable::new(&[
        ("Figure", Align::Left),
        ("Central", Align::Right),
        ("Mean", Align::Right),
        ("Error", Align::Right),
        ("P5", Align::Right),
        ("P10", Align::Right),
        ("P50", Align::Right),
        ("P90", Align::Right),
        ("P95", Align::Right),
    ]);
    let mut row = |name: &str, central: Option<String>, it: Option<&Summary>, form: Form| {
        if central.is_none() && it.is_none() {
            return;
        }
        let central = central.unwrap_or_else(|| NONE.to_owned());
        let mut row = vec![name.to_owned(), central];
        row.extend(match it {
            Some(it) => {
                let [p5, p10, p50] = [it.p5, it.p10, it.p50].map(|it| form.text(it));
                let [p90, p95] = [it.p90, it.p95].map(|it| form.text(it));
                let mean = form.text(it.mean);
                [mean, form.error(it.standard_error), p5, p10, p50, p90, p95]
            }
            None => std::array::from_fn(|_| NONE.to_owned()),
        });
        table.push(row);
    };
    let pounds = Form::Money(unit);
    let total = |it: Total| {
        let text = display::money_short_in(it.amount, unit);
        Some(if it.is_at_least {
            format!("≥ {text}")
        } else {
            text
        })
    };
    let cost = &found.annual_cost;
    row(
        "Annual cost, full",
        total(cost.full),
        it.annual_cost.full.as_ref(),
        pounds,
    );
    row(
        "Annual cost, exhibit 2",
        total(cost.exhibit2),
        it.annual_cost.exhibit2.as_ref(),
        pounds,
    );
    let score = found.achievement.shown_score();
    row(
        "Score",
        score.map(display::one_decimal),
        it.score.as_ref(),
        Form::Score,
    );
    let point = found.cost_per_point.full;
    let point = point.map(|it| display::money_short_in(it, unit));
    row("Cost per point", point, it.cost_per_point.as_ref(), pounds);
    let worth = &found.appraisal.worth;
    row(
        Yardstick::Pvc.label(),
        total(worth.pvc),
        it.pvc.as_ref(),
        pounds,
    );
    // What nobody has priced is not worth nothing.
    if has_value(found) {
        row(
            Yardstick::Pvb.label(),
            total(worth.pvb),
            it.pvb.as_ref(),
            pounds,
        );
        let npsv = display::money_short_in(worth.npsv, unit);
        row(
            Yardstick::Npsv.label(),
            Some(npsv),
            it.npsv.as_ref(),
            pounds,
        );
        let bcr = worth.bcr.map(display::pounds_ratio);
        row("Benefit for each £1", bcr, it.bcr.as_ref(), Form::Ratio);
    }
    let years = found.appraisal.years.iter().zip(&it.cumulative);
    for (year, summary) in years.filter(|_| has_value(found)) {
        let name = format!("Net up to {}", year.year);
        let central = Some(display::money_short_in(year.cumulative, unit));
        let spread = Some(summary).filter(|it| it.least < it.most);
        row(&name, central, spread, pounds);
    }
    let mut text = table.render(WIDTH);
    text.push_str("Error: the standard error of the mean, which more draws make smaller.\n");
    text
}

fn ratio_sentence(share: &Share) -> String {
    let that = Likelihood::of(share).that("each £1 brings benefits of £1 or more");
    format!("{}.", display::capitalised(&that))
}

fn options(drawn: &Drawn, it: &Simulated) -> String {
    if it.options.is_empty() {
        return String::new();
    }
    let unit = drawn.findings.money_unit();
    let mut table = TextTable::new(&[
        ("Option", Align::Left),
        ("Id", Align::Left),
        ("Against going on P10", Align::Right),
        ("P50", Align::Right),
        ("P90", Align::Right),
        ("Better", Align::Right),
    ]);
    let found = it.id.and_then(|id| drawn.findings.partnership(id));
    let central = |id| {
        let options = found.map(|it| &it.appraisal.options)?;
        Some(options.iter().find(|it| it.id == id)?.incremental_npsv)
    };
    for option in &it.options {
        let central = central(option.id).unwrap_or_default();
        let [p10, p50, p90] = three(central, option.incremental.as_ref(), unit);
        let better = option.incremental.as_ref().and(option.is_better.as_ref());
        table.push([
            line_name(&drawn.opened.register, option.id),
            option.id.to_string(),
            p10,
            p50,
            p90,
            better.map_or_else(|| NONE.to_owned(), |it| Likelihood::of(it).cell()),
        ]);
    }
    format!(
        "\n{}Better: in how many of 100 draws it is worth more than going on as it is.\n",
        table.render(WIDTH)
    )
}

fn drivers(drawn: &Drawn, it: &Simulated) -> String {
    if it.drivers.is_empty() {
        return String::new();
    }
    let mut table = TextTable::new(&[
        ("What is left over follows", Align::Left),
        ("Rank correlation", Align::Right),
        ("Inputs", Align::Right),
    ]);
    let names = FactNames::new(&drawn.opened.register, it.id);
    for driver in &it.drivers {
        table.push([
            names.of(&driver.fact, &driver.inputs),
            correlation(driver.correlation),
            display::count_figure(driver.inputs.len()),
        ]);
    }
    format!("\n{}", table.render(WIDTH))
}
