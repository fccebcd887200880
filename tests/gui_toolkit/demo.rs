//! A page with one of everything.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    reason = "made-up figures for sixty rows"
)]

use eframe::egui::{Align, CentralPanel, Id, Layout, Ui};
use fruitful::gui::theme::{self, S8, S16, S24};
use fruitful::gui::widgets::choice_cell::ChoiceCell;
use fruitful::gui::widgets::figure::{figure_card, figure_link};
use fruitful::gui::widgets::flag_cell::FlagCell;
use fruitful::gui::widgets::grid::Grid;
use fruitful::gui::widgets::grid::cell_ui::CellUi;
use fruitful::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use fruitful::gui::widgets::icon::{Icon, icon_button};
use fruitful::gui::widgets::pick_cell::PickCell;
use fruitful::gui::widgets::text_cell::TextCell;
use fruitful::gui::widgets::value_cell::ValueCell;

pub(crate) const N_PARTNERSHIPS: usize = 60;

pub(crate) const CHAIRS: [&str; 3] = ["Us", "A partner", "In turn"];

const MEETINGS: [ColumnSpec; 7] = [
    ColumnSpec::text("Meeting", Width::AtLeast(180.0)),
    ColumnSpec::text("Chaired by", Width::Exact(130.0)),
    ColumnSpec::number("Length", "hours", Width::Exact(130.0)),
    ColumnSpec::number("People", "", Width::Exact(96.0)),
    ColumnSpec::number("Venue and food", "£", Width::Exact(150.0)),
    ColumnSpec::text("Minuted", Width::Exact(84.0)),
    ColumnSpec::number("Cost a year", "£", Width::Exact(120.0)),
];

const PARTNERSHIPS: [ColumnSpec; 6] = [
    ColumnSpec::text("Partnership", Width::AtLeast(240.0)).sortable(),
    ColumnSpec::text("Model", Width::Exact(150.0)).sortable(),
    ColumnSpec::number("Annual cost", "£", Width::Exact(130.0)).sortable(),
    ColumnSpec::number("Time", "hours", Width::Exact(120.0)).sortable(),
    ColumnSpec::number("In kind", "£", Width::Exact(120.0)).sortable(),
    ColumnSpec::number("Achievement", "of 100", Width::Exact(180.0)).sortable(),
];

const NAMES: [&str; 10] = [
    "Community Safety Partnership",
    "Early Years and Family Support Alliance",
    "Local Strategic Partnership",
    "Drug Action Team",
    "Children and Young People’s Strategic Partnership for the Northern Districts and the Coast",
    "Town Centre Forum",
    "Waste and Recycling Consortium",
    "Health Improvement Board",
    "Youth Offending Service",
    "Rural Transport Group",
];

const MODELS: [&str; 4] = ["Contract", "Alliance", "Joint venture", "Network"];

pub(crate) struct Meeting {
    pub name: String,
    pub chair: usize,
    pub length: String,
    pub people: String,
    pub venue: String,
    pub is_minuted: bool,
}

pub(crate) struct Demo {
    pub meetings: Vec<Meeting>,
    pub sort: Option<Sort>,
    pub selected: Option<usize>,
    pub opened: Option<usize>,
    pub explained: String,
}

impl Default for Demo {
    fn default() -> Self {
        let meeting = |name: &str, length: &str, people: &str, venue: &str| Meeting {
            name: name.to_owned(),
            chair: 0,
            length: length.to_owned(),
            people: people.to_owned(),
            venue: venue.to_owned(),
            is_minuted: true,
        };
        Self {
            meetings: vec![
                meeting("Liaison board", "2", "5", "120"),
                meeting("Steering group", "1.5", "8", ""),
                meeting("Annual conference", "7", "64", "4,800.00"),
                meeting("Working group", "", "4", "0"),
            ],
            sort: Some(Sort {
                column: 2,
                direction: Direction::Descending,
            }),
            selected: Some(1),
            opened: None,
            explained: String::new(),
        }
    }
}

impl Demo {
    pub(crate) fn add_meeting(&mut self) {
        self.meetings.push(Meeting {
            name: format!("New meeting {}", self.meetings.len()),
            chair: 0,
            length: String::new(),
            people: String::new(),
            venue: String::new(),
            is_minuted: false,
        });
    }

    pub(crate) fn partnership_name(row: usize) -> String {
        let name = NAMES[row % NAMES.len()];
        match row / NAMES.len() {
            0 => name.to_owned(),
            n => format!("{name} {}", n + 1),
        }
    }
}

pub(crate) fn demo_page(ui: &mut Ui, demo: &mut Demo) {
    let frame = theme::page_frame(ui);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(theme::heading("Community Safety Partnership"));
            ui.label(theme::muted("Joint commissioning · borough-wide"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                icon_button(ui, Icon::Cross, "Close");
                icon_button(ui, Icon::Dots, "More");
                icon_button(ui, Icon::Plus, "Add a meeting");
                let _ = ui.button("Explain…");
            });
        });
        ui.add_space(S8);
        ui.horizontal_wrapped(|ui| {
            for (label, figure, note) in [
                ("Annual cost", "£3.4m", "£1.2m of it ours"),
                ("Direct", "£1.7m", "51% of the cost"),
                ("Time", "£1.5m", "18,412 hours"),
                ("In kind", "£0.2m", "rooms, vehicles"),
                ("Senior days", "412", "4 partnerships not scored"),
            ] {
                if figure_card(ui, 190.0, label, figure, note).clicked() {
                    label.clone_into(&mut demo.explained);
                }
            }
        });
        ui.add_space(S16);
        ui.label(theme::heading("Meetings"));
        meetings(ui, demo);
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::muted("Together"));
            figure_link(ui, "£10,386.70", "Meetings in total £10,386.70, show basis");
            ui.label(theme::muted("over three years. Notes"));
            TextCell::new("Note, Steering group", "As minuted in June").show(ui);
            ChoiceCell::new("Price base", &["2025/26", "2026/27"], Some(1)).show(ui);
        });
        ui.add_space(S24 - S8);
        ui.label(theme::heading("Partnerships"));
        partnerships(ui, demo);
    });
}

fn meetings(ui: &mut Ui, demo: &mut Demo) {
    let keys: Vec<Id> = demo.meetings.iter().map(|m| Id::unique(&m.name)).collect();
    let n_rows = demo.meetings.len();
    let rows = &mut demo.meetings;
    let output = Grid::new(Id::unique("meetings"), "Meetings", &MEETINGS)
        .row_key(&|row| keys[row])
        .sheet(MEETINGS.len())
        .max_height(200.0)
        .show(ui, n_rows, None, |row, column, cell| {
            fill_meeting(&mut rows[row], column, cell);
        });
    if output.past_end.is_some() {
        demo.add_meeting();
    }
}

fn fill_meeting(meeting: &mut Meeting, column: usize, cell: &mut CellUi) {
    let name = |what: &str| format!("{what}, {}", meeting.name);
    match column {
        0 => drop(cell.words(TextCell::new(&name("Name"), &meeting.name))),
        1 => {
            let label = name("Chaired by");
            let names = || CHAIRS.map(str::to_owned).to_vec();
            let choice = PickCell::new(&label, CHAIRS[meeting.chair], "chair", &names);
            if let Some(chair) = cell.pick(choice) {
                meeting.chair = chair;
            }
        }
        2 => {
            let label = name("Length");
            let outcome = cell.value(ValueCell::new(
                &label,
                &meeting.length,
                &meeting.length,
                &check_length,
            ));
            if let Some(text) = outcome.committed {
                meeting.length = text;
            }
        }
        3 | 4 => {
            let (label, held) = if column == 3 {
                (name("People"), &mut meeting.people)
            } else {
                (name("Venue and food"), &mut meeting.venue)
            };
            let outcome = cell.value(ValueCell::new(&label, held, held, &check_number));
            if let Some(text) = outcome.committed {
                held.clone_from(&text);
            }
        }
        5 => {
            let label = name("Minuted");
            if let (_, Some(is_on)) = cell.flag(FlagCell::new(&label, meeting.is_minuted)) {
                meeting.is_minuted = is_on;
            }
        }
        _ => {
            let label = name("Cost a year 3,582.00");
            drop(cell.figure("3,582.00", &label));
        }
    }
}

fn partnerships(ui: &mut Ui, demo: &mut Demo) {
    let output = Grid::new(Id::unique("partnerships"), "Partnerships", &PARTNERSHIPS)
        .selectable(&Demo::partnership_name)
        .selected(demo.selected)
        .show(ui, N_PARTNERSHIPS, demo.sort, |row, column, cell| {
            let models = [Icon::Square, Icon::Diamond, Icon::Triangle, Icon::Circle];
            match column {
                0 => drop(cell.link(Some(models[row % 4]), &Demo::partnership_name(row))),
                1 => drop(cell.muted(MODELS[row % 4])),
                2 => drop(cell.text(&format!("{},{:03}", 726 - row * 11, row * 37 % 1000))),
                3 => drop(cell.text(&format!("1,{:03}", row * 113 % 1000))),
                4 if row % 3 == 1 => drop(cell.muted("not known")),
                4 => drop(cell.text(&format!("{}", row * 1300 % 900))),
                _ => drop(cell.text(&format!("{}", 92 - row))),
            }
        });
    demo.sort = output.sort_clicked.or(demo.sort);
    demo.selected = output.clicked_row.or(demo.selected);
    demo.opened = output.opened_row.or(demo.opened);
}

fn check_length(text: &str) -> Result<(), String> {
    if text.starts_with(|first: char| first.is_ascii_digit()) {
        Ok(())
    } else {
        Err("Not a length of time. Try 1.5, 1h 30m or 90 min".to_owned())
    }
}

fn check_number(text: &str) -> Result<(), String> {
    if text.contains(|sign: char| sign.is_ascii_digit()) {
        Ok(())
    } else {
        Err("Not a number. Try 12 or 1,234.50".to_owned())
    }
}
