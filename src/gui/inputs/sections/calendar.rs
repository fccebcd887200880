//! The days that one body meets on: from when to when it exists, each meeting dated, and a series filled in at once.

use eframe::egui::{Id as EguiId, Ui};
use jiff::civil::Date;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::{Form, TWO_LONG, line, side_by_side};
use crate::gui::inputs::loose::loose;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, heading};
use crate::gui::inputs::whole::Whole;
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::model::meeting::{Meeting, MeetingDate};
use crate::model::register::Register;
use crate::model::series::{Every, series, weekday_in_words};
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::{Id, Kind};

const DATES: [Column<MeetingDate>; 3] = [
    Column::value("Date", "", 120.0, slot!(date), "not known"),
    Column::value("Length", "h", 96.0, slot!(length), "as usual"),
    Column::flag("Online", 72.0, slot!(is_online)),
];

const NO_DATES: Lesson = Lesson {
    is_main: false,
    what: "No dates",
    why: "Type the days from the calendar of meetings, or fill in a series. Without dates, times a year and the \
          share held online are used.",
};

/// The width of the table of dates.
const WIDTH: f32 = 343.0;

/// Shows when a body meets.
pub(crate) fn calendar(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    (partnership, meeting): (Id, &Meeting),
    name: &str,
) {
    heading(
        ui,
        &format!("Calendar of {name}"),
        "In a year with dates, the meetings dated in it are counted in place of times a year and the share held online.",
    );
    if let Some(n) = page.detail.and_then(|it| it.dated.get(&meeting.id)) {
        ui.label(counted(*n, &page.session.year().to_string()));
    }
    let form = Form {
        id: meeting.id,
        value: meeting,
        name: name.to_owned(),
        width: 200.0,
    };
    side_by_side(
        ui,
        page,
        TWO_LONG,
        |ui, page| {
            ui.scope(|ui| {
                ui.set_max_width(WIDTH.min(ui.available_width()));
                let scope =
                    Scope::Meeting(partnership, meeting.id, |it| &it.dates, |it| &mut it.dates);
                RecordTable::new("Dates", scope, &DATES, NO_DATES).show(ui, page);
            });
        },
        |ui, page| {
            ui.spacing_mut().item_spacing.y = S4;
            let blank = ("its start", "blank: from the partnership’s start");
            form.typed(ui, page, "First day", &slot!(start), blank);
            let blank = ("its end", "blank: to the partnership’s end");
            form.typed(ui, page, "Last day", &slot!(end), blank);
            ui.add_space(S8);
            fill_in(ui, page, partnership, meeting, name);
        },
    );
}

/// What the year that is looked at counts.
fn counted(n: usize, year: &str) -> String {
    match n {
        0 => format!("No meeting is dated in {year}, so times a year is used."),
        1 => format!("One meeting is dated in {year}, and it alone is counted."),
        n => format!(
            "{} meetings are dated in {year}, and these are counted.",
            display::capitalised(&display::in_words(n))
        ),
    }
}

/// A series that somebody is about to fill in.
#[derive(Clone)]
struct Draft {
    first: Option<Date>,
    gap: Whole,
    by_month: bool,
    number: Whole,
}

impl Draft {
    fn every(&self) -> Every {
        if self.by_month {
            Every::Months(self.gap.value)
        } else {
            Every::Weeks(self.gap.value)
        }
    }
}

fn fill_in(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: Id,
    meeting: &Meeting,
    name: &str,
) {
    let key = EguiId::unique(("series of dates", meeting.id));
    let mut draft: Draft = ui.data(|data| data.get_temp(key)).unwrap_or(Draft {
        first: None,
        gap: Whole::new(1, 52),
        by_month: true,
        number: Whole::new(12, 60),
    });
    ui.label(theme::strong("Fill in dates"));
    line(ui, "First meeting on", "", |ui| {
        loose(
            ui,
            "First meeting on",
            "such as 14/4/2026",
            &mut draft.first,
            160.0,
        );
    });
    let (week, month) = match draft.gap.value {
        1 => ("week", "month"),
        _ => ("weeks", "months"),
    };
    let monthly = match draft.first {
        Some(first) => format!("{month}, on the {}", weekday_in_words(first)),
        None => format!("{month}, on the same weekday"),
    };
    line(ui, "Then every", "", |ui| {
        loose(ui, "Then every", "1", &mut draft.gap, 56.0);
        let names = [week, monthly.as_str()];
        let chosen = Some(usize::from(draft.by_month));
        let cell = ChoiceCell::new("Weeks or months", &names, chosen).width(220.0);
        if let (_, Some(at)) = cell.show(ui) {
            draft.by_month = at == 1;
        }
    });
    line(ui, "How many in all", "", |ui| {
        loose(ui, "How many in all", "12", &mut draft.number, 56.0);
    });
    let days = draft.first.map_or_else(Vec::new, |first| {
        let mut days = series(first, draft.every(), draft.number.value);
        days.retain(|day| meeting.dates.iter().all(|it| it.date != Some(*day)));
        days
    });
    ui.add_space(S4);
    line(ui, "", "", |ui| {
        let n = display::count(days.len(), "date", "dates");
        let text = if days.is_empty() {
            "Fill in dates".to_owned()
        } else {
            format!("Add {n}")
        };
        let button = ui.add_enabled(!days.is_empty(), eframe::egui::Button::new(text));
        ui.label(theme::muted(match (days.first(), days.last()) {
            (Some(first), Some(last)) => {
                format!("{} to {}", display::date(*first), display::date(*last))
            }
            _ if draft.first.is_some() => "every one is in the calendar already".to_owned(),
            _ => "type the first day".to_owned(),
        }));
        if button.clicked() {
            page.edit(add(
                partnership,
                meeting.id,
                format!("add {n} to {name}"),
                days,
            ));
        }
    });
    ui.data_mut(|data| data.insert_temp(key, draft));
}

fn add(partnership: Id, meeting: Id, label: String, days: Vec<Date>) -> Edit {
    Edit::new(label, move |register: &mut Register| {
        let dates: Vec<MeetingDate> = days
            .into_iter()
            .map(|day| MeetingDate {
                date: Some(day),
                ..MeetingDate::new(register.new_id(Kind::MeetingDate))
            })
            .collect();
        let change = Edit::partnership(partnership, "", move |it| {
            if let Some(meeting) = it.meetings.iter_mut().find(|it| it.id == meeting) {
                meeting.dates.extend(dates);
            }
        });
        (change.change)(register);
    })
}
