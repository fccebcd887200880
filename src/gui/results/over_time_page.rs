//! Over time: the figures of earlier days, what changed since one of them, and what has to be decided when.

use std::sync::Arc;

use eframe::egui::{Align, Id as EguiId, Label, Layout, RichText, ScrollArea, Ui, Vec2};

use crate::chart::catalogue::Chosen;
use crate::chart::over_time::CHART;
use crate::findings::filter::Filter;
use crate::findings::findings::{Findings, METHOD};
use crate::findings::over_time::{drift, lines};
use crate::gui::inputs::column::slot;
use crate::gui::inputs::form::Form;
use crate::gui::inputs::teach::heading;
use crate::gui::page::PageContext;
use crate::gui::results::kept::kept;
use crate::gui::results::narrowed::narrowed_line;
use crate::gui::results::partnership_chart::chart_in_page;
use crate::gui::results::titled::titled;
use crate::gui::theme::{self, S4, S8, S12, S16};
use crate::gui::view::{Page, Section};
use crate::gui::widgets::button::{empty_state, primary_button};
use crate::gui::widgets::grid::column::{ColumnSpec, Width};
use crate::gui::widgets::grid::{Grid, HEADER_HEIGHT, rows_to_points};
use crate::gui::widgets::icon::Icon;
use crate::model::snapshot::Snapshot;
use crate::report::glance::{latest, snapshot_name};
use crate::report::over_time::{
    DueGroup, MovedRow, due_groups, for_a_spreadsheet, moved_rows, said, snapshot_rows,
};
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::{Id, Kind};

const SNAPSHOTS: [ColumnSpec<'static>; 7] = [
    ColumnSpec::text("Snapshot", Width::AtLeast(180.0)),
    ColumnSpec::text("Taken", Width::Exact(104.0)),
    ColumnSpec::text("Figures of", Width::Exact(84.0)),
    ColumnSpec::number("Partnerships", "", Width::Exact(104.0)),
    ColumnSpec::number("Cost a year", "", Width::Exact(150.0)),
    ColumnSpec::number("Senior days", "", Width::Exact(96.0)),
    ColumnSpec::number("Scored", "", Width::Exact(72.0)),
];

const MOVED: [ColumnSpec<'static>; 8] = [
    ColumnSpec::text("Partnership", Width::AtLeast(160.0)),
    ColumnSpec::number("Cost then", "", Width::Exact(132.0)),
    ColumnSpec::number("Cost now", "", Width::Exact(132.0)),
    ColumnSpec::number("Change", "", Width::Exact(96.0)),
    ColumnSpec::number("Score then", "", Width::Exact(84.0)),
    ColumnSpec::number("Score now", "", Width::Exact(84.0)),
    ColumnSpec::number("Change", "", Width::Exact(72.0)),
    ColumnSpec::text("", Width::Exact(116.0)),
];

/// Lines of a quarter that are listed, and the height of one.
const MOST_LINES: usize = 8;
const LINE: f32 = 22.0;

/// The most of the page that the chart, or the changes, take before they scroll.
const CHART_HEIGHT: f32 = 220.0;
const TABLE_HEIGHT: f32 = 380.0;

/// Shows the page of the partnerships that are shown.
pub fn over_time_page(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    ui.horizontal(|ui| {
        ui.label(theme::figure_text("Over time"));
        ui.add_space(S8);
        let hint = "Keeps today’s figures of every partnership in the file, as they are";
        let button = primary_button(ui, "Take a snapshot").on_hover_text(hint);
        if button.clicked() {
            take(page);
        }
    });
    if narrowed_line(ui, page.view, findings) {
        return;
    }
    ui.add_space(S4);
    ScrollArea::vertical()
        .id_salt("over time")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            coming_up(ui, page, findings);
            ui.add_space(S16);
            snapshots(ui, page, findings);
            ui.add_space(S16);
        });
}

/// Keeps the figures of today, of the whole register, whatever is shown.
fn take(page: &mut PageContext<'_>) {
    let Some(findings) = page.session.findings().cloned() else {
        return;
    };
    let today = page.session.now().date();
    let id = {
        let mut register = page.register().clone();
        register.new_id(Kind::Snapshot)
    };
    page.view.snapshot = Some(id);
    page.edit(Edit::new("take a snapshot", move |register| {
        let id = register.new_id(Kind::Snapshot);
        let snapshot = Snapshot {
            name: format!("Snapshot of {}", display::date(today)),
            taken: Some(today),
            method: METHOD,
            guidance: findings.guidance.to_owned(),
            lines: lines(&findings),
            ..Snapshot::new(id, findings.year)
        };
        Arc::make_mut(&mut register.snapshots).push(snapshot);
    }));
}

/// What has to be decided, by quarter.
fn coming_up(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    heading(
        ui,
        "Decisions coming up",
        "Reviews, ends and funding that run out, from each partnership’s profile and its answer on the written agreement.",
    );
    let today = page.session.now().date();
    let groups = kept(ui, &format!("due on {today}"), findings, |it| {
        due_groups(it, today)
    });
    if groups.is_empty() {
        ui.label(theme::muted(
            "No partnership has a review, an end or a funding date yet.",
        ));
        return;
    }
    let wide = ui.available_width() > 760.0;
    let columns = if wide { 2 } else { 1 };
    ui.columns(columns, |sides| {
        for (at, group) in groups.iter().enumerate() {
            let side = at.checked_rem(columns).unwrap_or(0);
            if let Some(ui) = sides.get_mut(side) {
                quarter(ui, page, group);
            }
        }
    });
}

fn quarter(ui: &mut Ui, page: &mut PageContext<'_>, group: &DueGroup) {
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().interact_size.y = LINE;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = S4;
        if group.is_overdue {
            Icon::Warning.show(ui, 14.0, theme::palette(ui).ink);
        }
        ui.label(theme::strong(&group.label));
        ui.label(theme::muted(display::count_figure(group.lines.len())));
    });
    for line in group.lines.iter().take(MOST_LINES) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = S8;
            let fixed = |ui: &mut Ui, width: f32, text: RichText| {
                let size = Vec2::new(width, LINE);
                let layout = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(size, layout, |ui| {
                    ui.set_min_size(size);
                    ui.label(text);
                });
            };
            fixed(ui, 84.0, RichText::new(&line.date));
            fixed(ui, 124.0, theme::muted(line.what));
            ui.style_mut().wrap_mode = Some(eframe::egui::TextWrapMode::Truncate);
            if ui.link(&line.name).on_hover_text(&line.name).clicked() {
                page.view.show(Page::Partnership(line.id));
                page.view.section = Section::Profile;
                ui.ctx().request_repaint();
            }
        });
    }
    let more = group.lines.len().saturating_sub(MOST_LINES);
    if more > 0 {
        let said = format!("{} more: show these alone", display::count_figure(more));
        if ui.link(said).clicked() {
            page.view.filter = Filter::only(group.lines.iter().map(|it| it.id));
            page.view.show(Page::Overview);
            ui.ctx().request_repaint();
        }
    }
    ui.add_space(S12);
}

fn snapshots(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>) {
    heading(
        ui,
        "Earlier days",
        "A snapshot keeps what was said of every partnership on its day. What is typed later, and a newer method or \
         guidance, change nothing in it.",
    );
    let all = &findings.register.snapshots;
    let Some(latest) = latest(all) else {
        let why = "Without figures of an earlier day nobody can say whether partnerships cost more or achieve more than \
                   they did. Take one at each yearly review.";
        if empty_state(ui, "No snapshots yet", why, "Take the first snapshot") {
            take(page);
        }
        return;
    };
    let chosen = page
        .view
        .snapshot
        .and_then(|id| all.iter().find(|it| it.id == id));
    let chosen = chosen.unwrap_or(latest);
    list(ui, page, findings, chosen.id);
    ui.add_space(S8);
    about(ui, page, chosen);
    ui.add_space(S16);
    changes(ui, page, findings, chosen);
    ui.add_space(S16);
    if let Some(chart) = Chosen::of_all(CHART.id) {
        chart_in_page(ui, page, findings, chart, CHART_HEIGHT);
    }
}

fn list(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>, chosen: Id) {
    let basis = page.basis();
    let rows = kept(ui, &format!("snapshots {}", basis.key()), findings, |it| {
        snapshot_rows(it, basis)
    });
    let key = |row: usize| EguiId::unique(rows.get(row).map(|it| it.id));
    let said = |row: usize| {
        let row = rows.get(row);
        row.map_or_else(String::new, |it| format!("{}, {} a year", it.name, it.cost))
    };
    let shown = Grid::new(EguiId::unique("snapshots"), "Snapshots", &SNAPSHOTS)
        .row_key(&key)
        .selectable(&said)
        .whole()
        .show(ui, rows.len(), None, |row, column, cell| {
            let Some(it) = rows.get(row) else { return };
            match column {
                0 if it.id == chosen => cell.strong(&it.name),
                0 => cell.text(&it.name),
                1 => cell.text(&it.taken),
                2 => cell.text(&it.year),
                3 => cell.text(&it.count),
                4 => cell.text(&it.cost),
                5 => cell.text(&it.senior_days),
                _ => cell.text(&it.scored),
            };
        });
    if let Some(it) = shown
        .opened_row
        .or(shown.clicked_row)
        .and_then(|row| rows.get(row))
    {
        page.view.snapshot = Some(it.id);
        ui.ctx().request_repaint();
    }
}

/// Its name and day, and the button that deletes it.
fn about(ui: &mut Ui, page: &mut PageContext<'_>, snapshot: &Snapshot) {
    let name = snapshot_name(snapshot);
    let form = Form {
        id: snapshot.id,
        value: snapshot,
        name: name.clone(),
        width: 300.0,
    };
    form.typed(
        ui,
        page,
        "Name",
        &slot!(name),
        ("what it was taken for", ""),
    );
    form.typed(ui, page, "Taken", &slot!(taken), ("not said", ""));
    ui.add_space(S4);
    let delete = ui.button(format!("Delete “{name}”"));
    if delete.on_hover_text("Undo brings it back").clicked() {
        let id = snapshot.id;
        page.edit(Edit::new(
            format!("delete snapshot {name}"),
            move |register| {
                Arc::make_mut(&mut register.snapshots).retain(|it| it.id != id);
            },
        ));
    }
}

fn changes(ui: &mut Ui, page: &mut PageContext<'_>, findings: &Arc<Findings>, snapshot: &Snapshot) {
    let basis = page.basis();
    let name = snapshot_name(snapshot);
    let key = format!("changes since {} {}", snapshot.id, basis.key());
    let found = kept(ui, &key, findings, |it| {
        let drift = drift(it, snapshot, basis);
        let rows = moved_rows(it, &drift);
        (said(it, snapshot, basis), drift, rows)
    });
    let (sentence, drift, rows) = found.as_ref();
    let title = format!("What changed since “{name}”");
    titled(ui, (&title, sentence), "Copy the changes", || {
        for_a_spreadsheet(drift)
    });
    let row_key = |row: usize| EguiId::unique(("moved", row));
    let named = |row: usize| rows.get(row).map(|it| it.name.clone()).unwrap_or_default();
    let height = (rows_to_points(rows.len()) + HEADER_HEIGHT).min(TABLE_HEIGHT);
    let size = Vec2::new(ui.available_width(), height);
    let table = ui.allocate_ui(size, |ui| {
        ui.set_min_height(height);
        Grid::new(EguiId::unique("changes"), "Changes", &MOVED)
            .row_key(&row_key)
            .selectable(&named)
            .max_height(height)
            .show(ui, rows.len(), None, |row, column, cell| {
                if let Some(it) = rows.get(row) {
                    fill(cell, column, it);
                }
            })
    });
    let shown = table.inner;
    let opened = shown.opened_row.or(shown.clicked_row);
    if let Some(id) = opened.and_then(|row| rows.get(row)).and_then(|it| it.id) {
        page.view.show(Page::Partnership(id));
        ui.ctx().request_repaint();
    }
    ui.add(
        Label::new(theme::muted(
            "A plus is a rise. Costs that are not known in full are not compared.",
        ))
        .wrap(),
    );
}

fn fill(cell: &mut crate::gui::widgets::grid::cell_ui::CellUi<'_>, column: usize, it: &MovedRow) {
    let [cost_then, cost_now, cost_change] = &it.cost;
    let [score_then, score_now, score_change] = &it.score;
    match column {
        0 if it.id.is_some() => drop(cell.link(None, &it.name)),
        0 => drop(cell.muted(&it.name)),
        1 => drop(cell.text(cost_then)),
        2 => drop(cell.text(cost_now)),
        3 => drop(cell.strong(cost_change)),
        4 => drop(cell.text(score_then)),
        5 => drop(cell.text(score_now)),
        6 => drop(cell.strong(score_change)),
        _ => drop(cell.muted(it.remark)),
    }
}
