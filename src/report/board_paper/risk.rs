//! Risk and governance, and how sure the figures are.

use crate::findings::portfolio_measures::portfolio_measures;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::{Of, One};
use crate::report::board_paper::words::{line, listed, name, sentences};
use crate::report::health::{counts, headline, risks};
use crate::report::left_out::left_out;
use crate::report::portfolio_measures::{failings, safeguard};
use crate::report::uncertainty::{
    ALL_KNOWN, HOW_TO_RANGE, cost_sentence, not_weighed, plan, undrawn, worth_sentence,
};
use crate::report::value_for_money::{Piece, pieces};
use crate::uncertainty::ranges::is_any_ranged;
use crate::units::display;

/// Things left out that a sentence names.
const MOST_LEFT_OUT: usize = 5;

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    if of.findings.partnerships.is_empty() {
        return;
    }
    match of.one {
        Some(one) => of_one(of, one, draft),
        None => of_all(of, draft),
    }
}

fn of_all(of: &Of<'_>, draft: &mut Draft<'_>) {
    let portfolio = &of.findings.portfolio;
    let answers = counts(portfolio.health).replace(" · ", ", ");
    let answers = if portfolio.health.answered() == 0 {
        "No question of the health check is answered yet.".to_owned()
    } else {
        format!(
            "Of all questions of the health check that are asked, {} of {} are answered: {answers}.",
            display::count_figure(portfolio.health.answered()),
            display::count_figure(portfolio.health.asked())
        )
    };
    let uncapped = match portfolio.n_uncapped {
        0 => String::new(),
        1 => "One risk has no limit on what we could have to pay.".to_owned(),
        n => format!(
            "{} risks have no limit on what we could have to pay.",
            display::capitalised(&display::in_words(n))
        ),
    };
    draft.say("health", &sentences([answers, uncapped]));
    let gaps = portfolio_measures(of.findings, of.guidance).gaps;
    let gaps = gaps.iter().filter_map(|gap| {
        let said: Vec<String> = failings(gap).into_iter().map(|(how, _)| how).collect();
        (!said.is_empty()).then(|| format!("{}: {}.", safeguard(gap.of), said.join(", ")))
    });
    let gaps = sentences(gaps);
    if !gaps.is_empty() {
        draft.say(
            "gaps",
            &format!("What partnerships should have, and how many do not. {gaps}"),
        );
    }
    draft.say("draws", &draws(of));
}

/// What draws say of all together, or why there are none.
fn draws(of: &Of<'_>) -> String {
    let Some(simulation) = of.asked.doubts.simulation.filter(|it| it.n_ranged > 0) else {
        return no_draws(of);
    };
    let unit = of.findings.money_unit();
    let drawn = format!(
        "How sure the figures are was tried with {}.",
        line(&plan(simulation.plan, simulation.n_ranged))
    );
    let all = &simulation.portfolio;
    let cost = cost_sentence(ALL_KNOWN, all, (of.asked.basis, unit));
    let worth = match not_weighed(of.findings) {
        None => worth_sentence("their", all, unit),
        Some(why) => Some(why),
    };
    let whole = of
        .findings
        .narrowed
        .as_ref()
        .map(|_| "The draws are of the whole register.".to_owned());
    sentences(
        std::iter::once(drawn)
            .chain(whole)
            .chain(cost)
            .chain(worth)
            .chain(undrawn(all.n_undrawn)),
    )
}

fn no_draws(of: &Of<'_>) -> String {
    if is_any_ranged(&of.findings.register) {
        "Some figures have a range; how far they move the results was not worked out for this paper.".to_owned()
    } else {
        format!(
            "No figure has a range, so how far the results may be off is not known. {HOW_TO_RANGE}"
        )
    }
}

fn of_one(of: &Of<'_>, one: One<'_>, draft: &mut Draft<'_>) {
    let health = &one.found.health;
    let check = format!(
        "Health check: {}",
        headline(health, &of.guidance.health_check)
    );
    let worst = risks(health, one.typed).map(|it| format!("Risks: {it}"));
    draft.say(
        "health",
        &sentences([Some(check), worst].into_iter().flatten()),
    );
    let all = left_out(&of.findings.register, one.typed, one.found);
    let named = all.iter().take(MOST_LEFT_OUT);
    let named = named.map(|it| format!("{} ({})", name(&it.name), it.why));
    let said = listed(named.collect(), all.len());
    if !said.is_empty() {
        draft.say("left-out", &format!("No present value holds {said}."));
    }
    if one.typed.value_statement.is_some() {
        return;
    }
    let drawn = of.drawn().filter(|it| it.simulated.n_ranged > 0);
    let said = pieces(of.findings, one.found, one.typed, None, drawn);
    let said = said.iter().find(|(piece, _)| *piece == Piece::Drawn);
    match said {
        Some((_, text)) => draft.say("drawn", text),
        None => draft.say("drawn", &no_draws(of)),
    }
}
