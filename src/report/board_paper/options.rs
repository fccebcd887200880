//! What else could be done, beside going on as it is.

use crate::chart::chart::{Cell, Content, Table};
use crate::findings::figure::{FigureId, Measure};
use crate::findings::options::OptionFindings;
use crate::findings::partnership::PartnershipFindings;
use crate::findings::worth_measure::{WorthMeasure, Yardstick};
use crate::model::partnership::Partnership;
use crate::model::record_name::line_name_in;
use crate::report::board_paper::draft::Draft;
use crate::report::board_paper::subject::{Of, One};
use crate::report::board_paper::words::{name_of, partnerships};
use crate::report::options::cell_text;
use crate::report::value_for_money::{Piece, pieces};
use crate::units::display;
use crate::units::id::Id;
use crate::units::quantity::Money;

/// What stands where nothing is known, or where it makes no sense.
const NONE: &str = "–";

/// Rows that the table of a portfolio has.
const MOST_ROWS: usize = 8;

/// The measures of a table, in columns.
const COLUMNS: [Yardstick; 4] = [
    Yardstick::Pvc,
    Yardstick::Pvb,
    Yardstick::Npsv,
    Yardstick::IncrementalNpsv,
];

pub(crate) fn write(of: &Of<'_>, draft: &mut Draft<'_>) {
    match of.one {
        Some(one) => of_one(of, one, draft),
        None => of_all(of, draft),
    }
}

fn of_one(of: &Of<'_>, one: One<'_>, draft: &mut Draft<'_>) {
    let options = &one.found.appraisal.options;
    if options.is_empty() {
        draft.say(
            "none",
            "Nothing else than going on as it is has been worked out. What it would cost to leave, to merge it or to run it in a simpler form is not known.",
        );
        return;
    }
    if one.typed.value_statement.is_none() {
        let all = pieces(of.findings, one.found, one.typed, None, None);
        let said = all.iter().find(|(piece, _)| *piece == Piece::Options);
        draft.say("said", said.map_or("", |(_, text)| text));
    }
    let mut table = table(of, "Course of action");
    table.rows.push(as_it_is(of, one.found));
    table.rows.extend(
        options
            .iter()
            .map(|it| row(of, one.found.id, called(of, one.typed, it), it)),
    );
    draft.table(&caption(of, one.found), table, NOTE);
}

/// What every table of options says below it.
const NOTE: &str = "Against the partners acting separately, on full cost, discounted. A dash: not known, or nothing to weigh. “≥”: part of it is not known. What has no price is in none of the figures.";

fn caption(of: &Of<'_>, found: &PartnershipFindings) -> String {
    let it = &found.appraisal;
    let years = display::count(it.horizon.into(), "year", "years");
    let base = of.findings.register.settings.base_year;
    format!(
        "What could be done: present values over {years} from {}, in {base} prices",
        it.first_year
    )
}

fn of_all(of: &Of<'_>, draft: &mut Draft<'_>) {
    let all = of.findings.partnerships.iter();
    let with: Vec<&PartnershipFindings> = all
        .map(AsRef::as_ref)
        .filter(|it| !it.appraisal.options.is_empty())
        .collect();
    if with.is_empty() {
        draft.say(
            "none",
            "Going on as it is would cost the same again each year. No other option has been worked out for any partnership: what leaving, merging or a simpler form would cost is not known.",
        );
        return;
    }
    let n_all = of.findings.partnerships.len();
    let mut better: Vec<(&PartnershipFindings, &OptionFindings)> = with
        .iter()
        .filter_map(|found| Some((*found, best(found)?)))
        .collect();
    better.sort_by_key(|(_, it)| (std::cmp::Reverse(it.incremental_npsv), it.id));
    let n = better.len();
    let looked = format!(
        "Other options than going on as it is have been worked out for {} of {n_all} partnerships.",
        display::in_words(with.len())
    );
    if better.is_empty() {
        draft.say("said", &format!("{looked} None of them is worth more than going on as it is, as far as it can be weighed."));
        return;
    }
    let number = draft.next_table();
    let which = if n > MOST_ROWS {
        format!(
            "{number} has the {} that would gain most.",
            display::in_words(MOST_ROWS)
        )
    } else {
        format!("{number} has the best of each.")
    };
    draft.say(
        "said",
        &format!(
            "{looked} For {} one of them is worth more than going on as it is. {which} Each is a question for that partnership’s own paper, not yet an answer.",
            partnerships(n)
        ),
    );
    let mut table = table(of, "Partnership and option");
    let rows = better.iter().take(MOST_ROWS).filter_map(|(found, it)| {
        let typed = of.findings.register.partnership(found.id)?;
        let name = format!("{}: {}", name_of(found), called(of, typed, it));
        Some(row(of, found.id, name, it))
    });
    table.rows = rows.collect();
    if let Some((found, _)) = better.first() {
        draft.table(&caption(of, found), table, NOTE);
    }
}

/// The option that is worth most more than going on as it is.
fn best(found: &PartnershipFindings) -> Option<&OptionFindings> {
    let options = found.appraisal.options.iter();
    let weighed = options.filter(|it| it.is_comparable && it.incremental_npsv > Money::ZERO);
    weighed.max_by_key(|it| (it.incremental_npsv, std::cmp::Reverse(it.id)))
}

fn called(of: &Of<'_>, typed: &Partnership, it: &OptionFindings) -> String {
    line_name_in(&of.findings.register, typed, it.id)
}

fn table(of: &Of<'_>, first: &str) -> Table {
    let sign = of.findings.money_unit().sign();
    let [costs, benefits, left, more] =
        ["Costs", "Benefits", "Left over", "More than as it is"].map(|it| format!("{it}, {sign}"));
    Table::with(&[
        (first, Content::Words),
        (&costs, Content::Figures),
        (&benefits, Content::Figures),
        (&left, Content::Figures),
        (&more, Content::Figures),
        ("Score expected", Content::Figures),
    ])
}

fn as_it_is(of: &Of<'_>, found: &PartnershipFindings) -> Vec<Cell> {
    let unit = of.findings.money_unit();
    let mut row = vec![Cell::words("Going on as it is")];
    row.extend(COLUMNS.map(|column| {
        let text = cell_text(&found.appraisal.worth, None, column, unit);
        let figure = Measure::Worth(WorthMeasure::AsItIs(column));
        cell(text, FigureId::new(found.id, figure))
    }));
    let score = found.achievement.shown_score().map(display::score);
    row.push(cell(score, FigureId::achievement(found.id)));
    row
}

fn row(of: &Of<'_>, partnership: Id, name: String, it: &OptionFindings) -> Vec<Cell> {
    let unit = of.findings.money_unit();
    let more = it.is_comparable.then_some(it.incremental_npsv);
    let mut row = vec![Cell::words(name)];
    row.extend(COLUMNS.map(|column| {
        let text = cell_text(&it.worth, more, column, unit);
        let figure = Measure::Worth(WorthMeasure::Option(it.id, column));
        cell(text, FigureId::new(partnership, figure))
    }));
    row.push(Cell::words(
        it.achievement
            .map_or_else(|| NONE.to_owned(), display::score),
    ));
    row
}

fn cell(text: Option<String>, figure: FigureId) -> Cell {
    match text {
        Some(text) => Cell::figure(text, figure),
        None => Cell::words(NONE),
    }
}
