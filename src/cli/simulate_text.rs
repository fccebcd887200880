//! A simulation as tables and sentences for people.

use crate::cli::simulate::{Drawn, capped_sentence};
use crate::costing::basis::Basis;
use crate::costing::schedule::Total;
use crate::findings::partnership::PartnershipFindings;
use crate::model::record_name::line_name;
use crate::report::summary_text::WIDTH;
use crate::report::text_table::{Align, TextTable};
use crate::report::uncertainty::{
    COST_NOT_KNOWN, FactNames, HOW_TO_RANGE, cost_sentence, drawn as quantity, driver_sentence,
    is_weighed, left_out, not_weighed, plan, undrawn, worth_sentence,
};
use crate::report::worth::{has_value, unweighed};
use crate::uncertainty::figure_text::{NONE, label, short};
use crate::uncertainty::likelihood::{Likelihood, correlation};
use crate::uncertainty::output::Output;
use crate::uncertainty::simulation::Simulated;
use crate::uncertainty::statistics::{Share, Summary};
use crate::units::display;
use crate::units::money_unit::MoneyUnit;
use crate::units::quantity::Money;

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
        push(&mut text, cost_sentence("Their", it, (Basis::Full, unit)));
        match not_weighed(&drawn.findings) {
            Some(why) => push(&mut text, Some(why)),
            None => push(&mut text, worth_sentence("their", it, unit)),
        }
        push(&mut text, undrawn(it.n_undrawn));
        if drawn.findings.partnerships.iter().any(|it| has_value(it)) {
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
    push(&mut text, cost_sentence("Its", it, (Basis::Full, unit)));
    push(&mut text, undrawn(it.n_undrawn));
    if !is_weighed(&found.appraisal.worth) && found.appraisal.worth.is_priced {
        push(&mut text, Some(COST_NOT_KNOWN.to_owned()));
    } else if has_value(found) {
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
        Some(it) => [it.p10, it.p50, it.p90].map(|it| short(Output::Npsv, it, unit)),
        None => [
            NONE.to_owned(),
            display::money_short_in(central, unit),
            NONE.to_owned(),
        ],
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
    let mut row = |output: Output, central: Option<String>, it: Option<&Summary>| {
        if central.is_none() && it.is_none() {
            return;
        }
        let name = match output {
            // The year by its name says more than its number.
            Output::Cumulative(t) => {
                let year = found.appraisal.years.get(usize::from(t));
                let year = year.map_or_else(String::new, |it| it.year.to_string());
                format!("Net up to {year}")
            }
            _ => label(&drawn.opened.register, output),
        };
        let mut row = vec![name, central.unwrap_or_else(|| NONE.to_owned())];
        row.extend(spread(output, it, unit));
        table.push(row);
    };
    let money = |it: Money| display::money_short_in(it, unit);
    let total = |it: Total| {
        let text = money(it.amount);
        Some(if it.is_at_least {
            format!("≥ {text}")
        } else {
            text
        })
    };
    for basis in [Basis::Full, Basis::Exhibit2] {
        let central = total(*found.annual_cost.get(basis));
        row(
            Output::AnnualCost(basis),
            central,
            it.annual_cost.get(basis).as_ref(),
        );
    }
    let score = found.achievement.shown_score().map(display::score);
    row(Output::Score, score, it.score.as_ref());
    let point = found.cost_per_point.full.map(money);
    row(Output::CostPerPoint, point, it.cost_per_point.as_ref());
    let worth = &found.appraisal.worth;
    row(Output::Pvc, total(worth.pvc), it.pvc.as_ref());
    // What nobody has priced is not worth nothing.
    if has_value(found) {
        row(Output::Pvb, total(worth.pvb), it.pvb.as_ref());
        row(Output::Npsv, Some(money(worth.npsv)), it.npsv.as_ref());
        let bcr = worth.bcr.map(display::pounds_ratio);
        row(Output::Bcr, bcr, it.bcr.as_ref());
        let years = (0..).zip(found.appraisal.years.iter().zip(&it.cumulative));
        for (t, (year, summary)) in years {
            let moves = Some(summary).filter(|it| it.least < it.most);
            row(Output::Cumulative(t), Some(money(year.cumulative)), moves);
        }
    }
    let mut text = table.render(WIDTH);
    text.push_str("Error: the standard error of the mean, which more draws make smaller.\n");
    text
}

/// Mean, standard error and percentiles; nothing of a figure that never moves.
fn spread(output: Output, it: Option<&Summary>, unit: MoneyUnit) -> [String; 7] {
    let Some(it) = it else {
        return std::array::from_fn(|_| NONE.to_owned());
    };
    let of = |value: f64| short(output, value, unit);
    let error = match output {
        // In pounds and pence it would round to nothing.
        Output::Bcr => quantity(it.standard_error).map_or_else(String::new, display::factor),
        Output::Score => quantity(it.standard_error).map_or_else(String::new, display::one_decimal),
        _ => of(it.standard_error),
    };
    let [p5, p10, p50] = [it.p5, it.p10, it.p50].map(of);
    let [p90, p95] = [it.p90, it.p95].map(of);
    [of(it.mean), error, p5, p10, p50, p90, p95]
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
