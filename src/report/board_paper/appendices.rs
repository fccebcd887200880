//! The appendices: the figures behind the charts, the assumptions, and what the paper was made from.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use rust_decimal::Decimal;

use crate::chart::chart::{Cell, Content, Table};
use crate::findings::assumptions::{Assumption, assumptions as log_of};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::findings::{METHOD, Question};
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::register::Register;
use crate::report::assumptions::{field, headline, place, value};
use crate::report::board_paper::costs::measure_row;
use crate::report::board_paper::draft::{Behind, Draft};
use crate::report::board_paper::subject::Of;
use crate::report::board_paper::words::{line, listed, name, name_of, sentences};
use crate::report::evidence::range;
use crate::report::measures::{measures, terms};
use crate::report::options::cell_text;
use crate::report::uncertainty::is_weighed;
use crate::report::worth::{has_value, headline as worth_of_all, overclaims, unweighed};
use crate::uncertainty::likelihood::Likelihood;
use crate::uncertainty::simulation::Plan;
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Quantity;

/// Columns of a table that fit a page upright; the rest stand in another one.
const MOST_COLUMNS: usize = 9;

/// Assumptions that the log names.
const MOST_ASSUMPTIONS: usize = 20;

/// What stands where nothing is known, or where it makes no sense.
const NONE: &str = "–";

/// A table for each chart, of all partnerships; and what each is worth.
pub(crate) fn figures(of: &Of<'_>, draft: &mut Draft<'_>) {
    let mut before = Vec::new();
    for Behind { figure, table } in draft.behind() {
        let is_left = table.columns.len() > 1;
        let so_far = listed(before.clone(), before.len());
        let caption = if is_left {
            format!("The figures of {figure}")
        } else {
            format!("{figure}: its figures are those of {so_far}")
        };
        let further = if before.is_empty() || !is_left {
            String::new()
        } else {
            format!(" Figures that stand under {so_far} with the same names are not repeated.")
        };
        let note = format!("“At least”: a part is not known. A dash: none.{further}");
        for (at, part) in parts(table).into_iter().enumerate() {
            let caption = if at == 0 {
                caption.clone()
            } else {
                format!("{caption}, continued")
            };
            draft.table(&caption, part, &note);
        }
        before.push(figure);
    }
    if let Some(one) = of.one {
        let register = &of.findings.register;
        let mut table = Table::with(&[
            ("Measure", Content::Words),
            ("Value", Content::Figures),
            ("What it says", Content::Words),
        ]);
        let all = measures(register, one.found).into_iter();
        table.rows = all.map(measure_row).collect();
        let years = terms(register, &one.found.appraisal);
        let caption =
            format!("All measures of what it is worth: {years}, discounted, on full cost");
        let note = "What has no price is in none of them; the section on financial implications says what that is.";
        draft.table(&caption, table, note);
    }
    let mut all = of.findings.partnerships.iter();
    if of.one.is_none() && all.any(|it| has_value(it)) {
        let note = sentences(
            unweighed(of.findings)
                .map(|it| display::capitalised(&it))
                .into_iter()
                .chain(overclaims(of.findings))
                .chain([
                    "“≥”: a part is not known. A dash: not known, or nothing to weigh. Draws: how often the benefits were worth more than the costs, where ranges were drawn.".to_owned(),
                ]),
        );
        let caption = format!(
            "What each partnership is worth. {}",
            worth_of_all(of.findings)
        );
        draft.table(&caption, worth(of), &note);
    }
}

/// Pieces of a table that are narrow enough, each with the first column.
fn parts(table: Table) -> Vec<Table> {
    if table.columns.len() <= MOST_COLUMNS {
        return vec![table];
    }
    let (first, rest) = table
        .columns
        .split_first()
        .map_or((None, &[][..]), |(it, rest)| (Some(it), rest));
    let Some(first) = first else {
        return vec![table];
    };
    // Of equal width, so that none has a single column.
    let n_pieces = rest.len().div_ceil(MOST_COLUMNS.saturating_sub(1));
    let wide = rest.len().div_ceil(n_pieces.max(1)).max(1);
    let pieces = rest.chunks(wide).enumerate().map(|(at, columns)| {
        let from = at.saturating_mul(wide).saturating_add(1);
        let rows = table.rows.iter().map(|row| {
            let cells = row.iter().skip(from).take(columns.len()).cloned();
            row.first().cloned().into_iter().chain(cells).collect()
        });
        Table {
            columns: std::iter::once(first).chain(columns).cloned().collect(),
            rows: rows.collect(),
        }
    });
    pieces.collect()
}

/// A row for each partnership: present values, the ratio, what has no price, and how sure it is.
fn worth(of: &Of<'_>) -> Table {
    let sign = of.findings.money_unit().sign();
    let [costs, benefits, left] =
        ["Costs", "Benefits", "Left over"].map(|it| format!("{it}, {sign}"));
    let mut table = Table::with(&[
        ("Partnership", Content::Words),
        (&costs, Content::Figures),
        (&benefits, Content::Figures),
        (&left, Content::Figures),
        ("For each £1", Content::Figures),
        ("Benefits without a price", Content::Figures),
        ("Score", Content::Figures),
        ("In draws", Content::Figures),
    ]);
    let rows = of.findings.partnerships.iter().map(|it| worth_row(of, it));
    table.rows = rows.collect();
    table
}

fn worth_row(of: &Of<'_>, found: &PartnershipFindings) -> Vec<Cell> {
    let unit = of.findings.money_unit();
    let worth = &found.appraisal.worth;
    let mut row = vec![Cell::words(name_of(found))];
    let columns = [
        Yardstick::Pvc,
        Yardstick::Pvb,
        Yardstick::Npsv,
        Yardstick::Bcr,
    ];
    row.extend(columns.map(|column| {
        let is_known = column != Yardstick::Pvb || worth.is_priced;
        let text = cell_text(worth, None, column, unit).filter(|_| is_known);
        let figure = FigureId::new(found.id, Measure::Worth(WorthMeasure::AsItIs(column)));
        text.map_or_else(|| Cell::words(NONE), |text| Cell::figure(text, figure))
    }));
    let (n, all) = (
        found.appraisal.unpriced.len(),
        found.appraisal.benefits.len(),
    );
    row.push(Cell::words(if all == 0 {
        "none entered".to_owned()
    } else {
        format!("{n} of {all}")
    }));
    let score = found.achievement.shown_score();
    row.push(Cell::words(
        score.map_or_else(|| NONE.to_owned(), display::score),
    ));
    let drawn = of
        .asked
        .doubts
        .simulation
        .and_then(|it| it.partnership(found.id));
    let likely = drawn.filter(|_| is_weighed(worth));
    let likely =
        likely.and_then(|it| Some(Likelihood::of(it.is_npsv_above_nought.as_ref()?).cell()));
    row.push(Cell::words(likely.unwrap_or_else(|| NONE.to_owned())));
    row
}

/// What was typed: the figures on which most money hangs, with who vouches for them.
pub(crate) fn assumptions(of: &Of<'_>, draft: &mut Draft<'_>) {
    let register = register_of(of);
    let year = of.findings.year;
    let log = log_of(&register, of.guidance, Question { year });
    let hidden = single_posts(&register);
    let is_hidden = |it: &Assumption| hidden.contains(&it.input.record);
    let n_hidden = log.rows.iter().filter(|it| is_hidden(it)).count();
    let mut rows: Vec<&Assumption> = log
        .rows
        .iter()
        .filter(|it| !is_hidden(it) && it.money.is_some())
        .collect();
    rows.sort_by_key(|it| {
        (
            it.money.map(|money| Reverse(money.decimal().abs())),
            it.input,
            it.partnership,
        )
    });
    let n = log.rows.len();
    let shown = rows.len().min(MOST_ASSUMPTIONS);
    let left_out = n.saturating_sub(shown).saturating_sub(n_hidden);
    let mut said = vec![headline(&log)];
    if shown > 0 {
        said.push(format!(
            "Below stand the {} on which most of the year’s known cost rests.",
            display::in_words(shown)
        ));
    }
    if left_out > 0 {
        let more = display::count_figure(left_out);
        said.push(format!(
            "{more} more are left out here; the workbook has every one."
        ));
    }
    if n_hidden > 0 {
        let grades = display::count(
            hidden.len(),
            "grade with one post",
            "grades with one post each",
        );
        said.push(format!(
            "{} on {grades} {} left out, as such pay would identify somebody.",
            display::capitalised(&display::count(n_hidden, "figure", "figures")),
            if n_hidden == 1 { "is" } else { "are" },
        ));
    }
    draft.say("log", &sentences(said));
    let all = of.one.is_none();
    let mut columns = vec![("Figure", Content::Words)];
    if all {
        columns.push(("Partnership", Content::Words));
    }
    columns.extend([
        ("Value", Content::Figures),
        ("Range", Content::Words),
        ("Source and who vouches", Content::Words),
        ("Evidence grade", Content::Figures),
        ("Cost a year that rests on it", Content::Figures),
    ]);
    let mut table = Table::with(&columns);
    table.rows = rows
        .into_iter()
        .take(MOST_ASSUMPTIONS)
        .map(|it| assumption(of, it, all))
        .collect();
    draft.table(
        &format!("Figures on which most of the known cost of {year} rests"),
        table,
        "Two figures may rest under the same cost, so the last column is not to be added up. Evidence grade: 1 the strongest, 6 the weakest.",
    );
}

/// The register with the one partnership only, where the paper is of one.
fn register_of(of: &Of<'_>) -> Register {
    let mut register = of.findings.register.clone();
    let shown: BTreeSet<Id> = match of.one {
        Some(one) => BTreeSet::from([one.found.id]),
        None => of.findings.partnerships.iter().map(|it| it.id).collect(),
    };
    register.partnerships.retain(|it| shown.contains(&it.id));
    register
}

/// Grades with one post or less: what stands of one is of a person.
pub(crate) fn single_posts(register: &Register) -> BTreeSet<Id> {
    let single = register.grades.iter().filter(|it| {
        let posts = it.posts.value().map(Quantity::decimal);
        posts.is_some_and(|posts| posts <= Decimal::ONE)
    });
    single.map(|it| it.id).collect()
}

fn assumption(of: &Of<'_>, it: &Assumption, all: bool) -> Vec<Cell> {
    let mut row = vec![Cell::words(format!("{}: {}", it.record, field(it)))];
    if all {
        row.push(Cell::words(name(place(it))));
    }
    let evidence = it.evidence.clone().unwrap_or_default();
    let source = [evidence.source.as_str(), evidence.who.as_str()].map(line);
    let source: Vec<String> = source.into_iter().filter(|it| !it.is_empty()).collect();
    let grade = evidence.grade.map(|it| it.to_string());
    let money = it
        .money
        .map(|money| display::money_in(money, of.findings.money_unit()));
    row.push(Cell::words(value(it)));
    row.push(Cell::words(range(it.low, it.high, it.unit)));
    row.push(Cell::words(if source.is_empty() {
        "not said".to_owned()
    } else {
        source.join(", ")
    }));
    row.push(Cell::words(grade.unwrap_or_else(|| NONE.to_owned())));
    row.push(Cell::words(money.unwrap_or_else(|| NONE.to_owned())));
    row
}

/// Program, method, guidance, file and question: enough to make the same paper again.
pub(crate) fn provenance(of: &Of<'_>, draft: &mut Draft<'_>) {
    let settings = &of.findings.register.settings;
    let mut table = Table::with(&[("What", Content::Words), ("This paper", Content::Words)]);
    let mut add = |what: &str, text: String| {
        table.rows.push(vec![Cell::words(what), Cell::words(text)]);
    };
    add("Register", of.register_name());
    if of.findings.is_illustrative {
        add(
            "Its figures",
            "Illustrative: made up to show how the program works".to_owned(),
        );
    }
    if let Some(narrowed) = &of.findings.narrowed {
        let n = display::count_figure(of.findings.partnerships.len());
        let whole = display::count_figure(narrowed.n_whole);
        add(
            "Partnerships",
            format!("{n} of {whole} ({})", narrowed.words),
        );
    }
    if !of.asked.checksum.is_empty() {
        add(
            "Checksum (SHA-256) of the register as saved",
            of.asked.checksum.to_owned(),
        );
    }
    add("Program", of.asked.program.to_owned());
    add("Method", format!("Version {METHOD}"));
    add("Guidance edition", of.findings.guidance.to_owned());
    add("Date", display::date(of.asked.date));
    add("Year of the costs", of.findings.year.to_string());
    add("Cost basis", of.asked.basis.label().to_owned());
    add("Prices of", settings.base_year.to_string());
    let plan = of.asked.doubts.simulation.map(|it| it.plan);
    let by_itself = of.asked.doubts.by_itself.map(|_| Plan::of(settings));
    match plan.or(by_itself) {
        Some(plan) => {
            let draws = usize::try_from(plan.draws).unwrap_or(usize::MAX);
            add(
                "Draws",
                format!("{}, seed {}", display::count_figure(draws), plan.seed),
            );
        }
        None => add("Draws", "none".to_owned()),
    }
    draft.table("What this paper was made from", table, "");
    draft.say(
        "again",
        "The same register, program, date and choices make the same paper again, to the letter.",
    );
    if !of.paper().edits.is_empty() {
        draft.say(
            "edited",
            "Some paragraphs were edited or left out by an officer; tables and charts cannot be edited.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wide_table_is_divided_and_names_its_rows_twice() {
        let titles = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
        let columns: Vec<(&str, Content)> = titles.iter().map(|it| (*it, Content::Words)).collect();
        let mut table = Table::with(&columns);
        table.rows.push(
            titles
                .iter()
                .map(|it| Cell::words(it.to_lowercase()))
                .collect(),
        );
        let parts = parts(table);
        let row = |at: usize| -> String {
            let part: &Table = &parts[at];
            assert_eq!(part.columns.len(), part.rows[0].len());
            part.rows[0].iter().map(|it| it.text.as_str()).collect()
        };
        assert_eq!(parts.len(), 2);
        assert_eq!([row(0), row(1)], ["abcdef", "aghij"]);
    }
}
