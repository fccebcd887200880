//! Money that is paid: every year, as a plan says, or once; and for the line that is picked, when, to whom and from what.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Apart, Column, Slot, slot};
use crate::gui::inputs::field::Field;
use crate::gui::inputs::form::{Form, TWO_SHORT, side_by_side};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::reference::Options;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::pools::pools;
use crate::gui::inputs::sections::staff::BY_POOL;
use crate::gui::inputs::teach::{Lesson, about, gap, heading};
use crate::gui::inputs::within::{cash_line, cash_line_mut, is_of_cash_line};
use crate::gui::page::PageContext;
use crate::gui::theme::S4;
use crate::model::direct_cost::{CashKind, CashLine, YearAmount};
use crate::model::partnership::Partnership;
use crate::units::id::Id;

const CASH: [Column<CashLine>; 6] = [
    Column::words("Cash line", 124.0, slot!(name), "what it buys"),
    Column::choice("How often", 152.0, slot!(kind), ""),
    Column::<CashLine>::value("Amount", "£", 100.0, slot!(amount), "not known").apart(amount),
    Column::<CashLine>::partner("Who pays", 120.0, slot!(partner), "choose").apart(payer),
    Column::choice("Purpose", 104.0, slot!(purpose), "running"),
    Column::cost(),
];

/// The same of an option, which has no cost of a year.
pub(crate) const OPTION_CASH: [Column<CashLine>; 5] = {
    let [name, kind, amount, partner, purpose, _] = CASH;
    [name, kind, amount, partner, purpose]
};

const YEARS: [Column<YearAmount>; 2] = [
    Column::value("Year", "", 120.0, slot!(year), "not known"),
    Column::value("Amount", "£", 120.0, slot!(amount), "not known"),
];

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No direct costs yet",
    why: "Rent, grants, consultants, publicity: most partnerships know part of this money and few know all of it. \
          Keeping the partnership going is running cost; what it buys or delivers is programme spending.",
};

const NO_YEARS: Lesson = Lesson {
    is_main: false,
    what: "No years yet",
    why: "A plan says what is paid in each year, in the money of that year. A year without a row costs nothing.",
};

fn amount(cash: &CashLine) -> Apart {
    match cash.kind {
        CashKind::Profiled => Apart::Instead("by its plan"),
        _ => Apart::Usual,
    }
}

fn payer(cash: &CashLine) -> Apart {
    match cash.pool {
        Some(_) => Apart::Instead(BY_POOL),
        None => Apart::Usual,
    }
}

/// Shows the section.
pub(crate) fn show(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    about(
        ui,
        "Money paid every year, year by year as planned, or once. What is paid once is spread over its life; what it \
         would cost to leave is no part of a year’s cost. Pick a line for its years, its fund and whom it pays.",
    );
    let id = partnership.id;
    let cash = CashLines {
        name: "Direct costs",
        scope: Scope::Partnership(id, |it| &it.cash_lines, |it| &mut it.cash_lines),
        columns: &CASH,
        list: &partnership.cash_lines,
        owner: id,
        lesson: LESSON,
    };
    cash.show(ui, page, partnership);
    gap(ui);
    programme(ui, page, partnership);
    gap(ui);
    pools(ui, page, partnership);
}

/// A list of cash lines: those of a partnership, or those of one of its options.
pub(crate) struct CashLines<'a> {
    /// What a screen reader calls the table.
    pub(crate) name: &'static str,
    /// Where the list stands.
    pub(crate) scope: Scope<CashLine>,
    /// What is shown of each.
    pub(crate) columns: &'a [Column<CashLine>],
    /// The lines.
    pub(crate) list: &'a [CashLine],
    /// What they belong to.
    pub(crate) owner: Id,
    /// What stands in the place of an empty list.
    pub(crate) lesson: Lesson,
}

impl CashLines<'_> {
    /// Shows the table, and the form of the line that is picked.
    pub(crate) fn show(&self, ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
        let chosen = picked(ui, page, (self.owner, self.list), is_of_cash_line);
        let below = chosen.map_or_else(Vec::new, fields);
        let outcome = RecordTable::new(self.name, self.scope, self.columns, self.lesson)
            .picked(chosen.map(|it| it.id))
            .below(&below)
            .show(ui, page);
        if let Some(cash) = chosen {
            let row = self.list.iter().position(|it| it.id == cash.id);
            let name = name_or_place(cash, page.register(), row.unwrap_or_default());
            gap(ui);
            one_line(ui, page, partnership, cash, &name);
        }
        pick::<CashLine>(ui, self.owner, &outcome);
    }
}

/// How much of the programme spending an appraisal counts.
fn programme(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    heading(
        ui,
        "Programme spending",
        "Money that the partners would spend on the same things without the partnership is no cost of it. An \
         appraisal counts the part that is additional; the cost of a year does not change by it.",
    );
    let form = Form {
        id: partnership.id,
        value: partnership,
        name: or_partnership(partnership),
        width: 200.0,
    };
    let blank = ("all of it", "of all lines whose purpose is programme");
    form.typed(
        ui,
        page,
        "Additional share",
        &slot!(additional_share),
        blank,
    );
}

/// What Undo calls a partnership.
fn or_partnership(partnership: &Partnership) -> String {
    match partnership.name.trim() {
        "" => "partnership".to_owned(),
        name => name.to_owned(),
    }
}

fn one_line(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    cash: &CashLine,
    name: &str,
) {
    heading(ui, &format!("More of {name}"), means(cash.kind));
    let form = Form {
        id: cash.id,
        value: cash,
        name: name.to_owned(),
        width: 200.0,
    };
    let has_plan = cash.kind == CashKind::Profiled || !cash.years.is_empty();
    side_by_side(
        ui,
        page,
        TWO_SHORT,
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            for line in lines(cash.kind).into_iter().filter(|it| it.is_shown(cash)) {
                let not_used = format!("not used: {}", cash.kind.label().to_lowercase());
                let note = if line.applies { line.note } else { &not_used };
                form.typed(ui, page, line.title, &line.slot, (line.blank, note));
            }
            if has_plan {
                plan(ui, page, partnership.id, cash.id);
            }
        },
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            let options = Options::pools(page.register(), partnership);
            let blank = ("one body", "");
            form.reference(ui, page, "Paid from", &slot!(pool), &options, blank);
            let blank = ("not said", "");
            form.typed(ui, page, "Paid to", &slot!(recipient), blank);
            form.typed(ui, page, "Fund or code", &slot!(fund), blank);
        },
    );
}

/// What each kind comes to in a year.
fn means(kind: CashKind) -> &'static str {
    match kind {
        CashKind::Yearly => "The same every year, for the months that it is in force.",
        CashKind::Growing => "More each year by its own growth, over and above that of prices.",
        CashKind::Profiled => "What the plan says of each year, in the money of that year.",
        CashKind::OneOff => "Paid once; each year of its life bears an equal share.",
        CashKind::SetUp => {
            "Paid once to set the partnership up; each year of its life bears an equal share."
        }
        CashKind::Exit => {
            "Paid only if the partnership is left, so it is no part of a year’s cost."
        }
    }
}

/// A field that not every kind has.
struct Line {
    title: &'static str,
    slot: Slot<CashLine, dyn Field>,
    applies: bool,
    blank: &'static str,
    note: &'static str,
}

impl Line {
    /// Where it does not apply, what stands in it is still shown: nothing is hidden.
    fn is_shown(&self, cash: &CashLine) -> bool {
        self.applies || !(self.slot.get)(cash).shown().is_empty()
    }
}

fn lines(kind: CashKind) -> [Line; 5] {
    let line = |title, slot, applies, (blank, note)| Line {
        title,
        slot,
        applies,
        blank,
        note,
    };
    let is_growing = kind == CashKind::Growing;
    let runs = is_growing || kind == CashKind::Yearly;
    let year = if is_growing {
        let blank = ("base year", "when the amount is as typed");
        line("First year", slot!(year), true, blank)
    } else {
        let applies = kind.is_spread();
        line("Spent in", slot!(year), applies, ("not known", ""))
    };
    let growth = ("not known", "each year, on the year before");
    let life = ("to its end", "years that it serves");
    [
        year,
        line("Growth", slot!(growth), is_growing, growth),
        line("From", slot!(start), runs, ("its start", "")),
        line("To", slot!(end), runs, ("its end", "")),
        line("Life", slot!(life), kind.is_spread(), life),
    ]
}

/// The fields that the form of a line shows.
fn fields(cash: &CashLine) -> Vec<&'static str> {
    let lines = lines(cash.kind).into_iter();
    let shown = lines.filter(|it| it.is_shown(cash));
    let shown = shown.map(|it| it.slot.field);
    shown.chain(["pool", "recipient", "fund"]).collect()
}

fn plan(ui: &mut Ui, page: &mut PageContext<'_>, partnership: Id, cash: Id) {
    let scope = Scope::Within(
        partnership,
        cash,
        |it, id| Some(&cash_line(it, id)?.years),
        |it, id| Some(&mut cash_line_mut(it, id)?.years),
    );
    ui.scope(|ui| {
        ui.set_max_width(295.0_f32.min(ui.available_width()));
        RecordTable::new("Year by year", scope, &YEARS, NO_YEARS).show(ui, page);
    });
}
