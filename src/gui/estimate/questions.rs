//! The questions of a first estimate, top-down: what it is, who takes part, what an hour costs, how much of everything.

use eframe::egui::{Align, Context, Id as EguiId, Label, Layout, Response, Ui, Vec2};

use crate::gui::estimate::who::who;
use crate::gui::theme::{self, S4, S8, S16};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::entry_keys::Go;
use crate::gui::widgets::icon::Icon;
use crate::gui::widgets::text_cell::TextCell;
use crate::gui::widgets::value_cell::ValueCell;
use crate::model::partnership::Model;
use crate::model::record_name::grade_name;
use crate::session::asked::{Asked, End, Staff};
use crate::session::first_estimate::{FirstEstimate, Place, Problem};
use crate::session::session::Session;
use crate::units::display;
use crate::units::id::Id;

/// The width of one end of an answer.
const CELL: f32 = 84.0;

/// Between two of them.
const BETWEEN: f32 = 4.0;

/// Shows the questions, with what is wrong in place of the note.
pub(crate) fn questions(
    ui: &mut Ui,
    session: &Session,
    form: &mut FirstEstimate,
    problems: &[Problem],
) {
    ui.spacing_mut().item_spacing.y = S8;
    name(ui, form, problems);
    model(ui, session, form);
    ui.add_space(S8);
    ui.label(theme::heading("Who takes part"));
    ui.add_space(-S4);
    let said = problem_at(problems, Place::Members);
    let count = match form.n_members() {
        1 => "One body alone is no partnership: tick every body that sends people, money or staff",
        _ => "Tick every body that sends people, money or staff",
    };
    note(ui, said, count);
    who(ui, session.register(), form);
    ui.add_space(S8);
    group(ui, "What an hour costs");
    for asked in [Asked::SeniorHour, Asked::OfficerHour] {
        hour(ui, session, form, asked, problems);
    }
    ui.add_space(S8);
    group(ui, "Meetings");
    for asked in [
        Asked::Meetings,
        Asked::Length,
        Asked::Seniors,
        Asked::Officers,
        Asked::Preparation,
        Asked::Travel,
    ] {
        question(ui, session, form, asked, problems);
    }
    ui.add_space(S8);
    group(ui, "Between meetings, and money");
    for asked in [Asked::Between, Asked::Staff, Asked::Cash, Asked::Gifts] {
        question(ui, session, form, asked, problems);
    }
}

/// Sends the keyboard to a part of the form, or to its head.
pub(crate) fn go_to(ctx: &Context, place: Option<Place>) {
    let id = match place {
        None | Some(Place::Name) => name_id(),
        Some(Place::Members) => super::who::add_id(),
        Some(Place::Answer(asked)) => cell_id(asked, End::Low),
    };
    ctx.memory_mut(|memory| memory.request_focus(id));
    ctx.request_repaint();
}

fn name_id() -> EguiId {
    EguiId::unique("name of the estimate")
}

fn cell_id(asked: Asked, end: End) -> EguiId {
    EguiId::unique(("estimate", asked.title(), end.label()))
}

fn name(ui: &mut Ui, form: &mut FirstEstimate, problems: &[Problem]) {
    ui.horizontal(|ui| {
        label(ui, "Name");
        let width = ui.available_width().min(420.0);
        let cell = TextCell::new("Name of the partnership", &form.name)
            .id(name_id())
            .placeholder("what it is called");
        let outcome = cell.width(width).show(ui);
        if let Some(name) = outcome.committed.or(outcome.typed) {
            form.name = name;
        }
        keep_in_view(&outcome.response);
    });
    if let Some(said) = problem_at(problems, Place::Name) {
        note(ui, Some(said), "");
    }
}

/// What each model is, in one sentence.
const fn means(model: Model) -> &'static str {
    match model {
        Model::SeparateOrganisation => "A legal body of its own, such as a company or a trust",
        Model::VirtualOrganisation => {
            "An identity of its own; one partner employs its staff and holds its money"
        }
        Model::CoLocatedStaff => "Partners’ staff work side by side, each still managed at home",
        Model::SteeringGroup => "A group that meets, with no staff or budget of its own",
    }
}

fn model(ui: &mut Ui, session: &Session, form: &mut FirstEstimate) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for model in Model::ALL.into_iter().rev() {
            ui.horizontal(|ui| {
                let size = Vec2::new(168.0, 26.0);
                let layout = Layout::left_to_right(Align::Center);
                let radio = ui.allocate_ui_with_layout(size, layout, |ui| {
                    ui.set_min_size(size);
                    ui.radio(form.model() == model, model.label())
                });
                let radio = radio.inner.on_hover_text(means(model));
                keep_in_view(&radio);
                if radio.clicked() && form.model() != model {
                    form.set_model(model, &session.guidance().starting_points);
                }
                ui.add(Label::new(theme::muted(means(model))).truncate());
            });
        }
    });
}

/// A heading with the names of the three ends over their cells.
fn group(ui: &mut Ui, title: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = BETWEEN;
        let left = left_width(ui);
        let size = Vec2::new(left, 24.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add(Label::new(theme::heading(title)).truncate());
        });
        for end in End::ALL {
            let size = Vec2::new(CELL, 24.0);
            let layout = Layout::right_to_left(Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_size(size);
                ui.add_space(6.0);
                ui.label(theme::muted(display::capitalised(end.label())));
            });
        }
    });
}

fn left_width(ui: &Ui) -> f32 {
    (ui.available_width() - 3.0 * (CELL + BETWEEN)).max(160.0)
}

/// One question: what is asked and what to count on the left, three cells on the right.
fn question(
    ui: &mut Ui,
    session: &Session,
    form: &mut FirstEstimate,
    asked: Asked,
    problems: &[Problem],
) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = BETWEEN;
        left(ui, asked, problems);
        cells(ui, session, form, asked, problems);
    });
}

fn left(ui: &mut Ui, asked: Asked, problems: &[Problem]) {
    let width = left_width(ui);
    let layout = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(Vec2::new(width - S8, 0.0), layout, |ui| {
        ui.set_width(width - S8);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(Label::new(asked.title()).truncate());
        let said = problem_at(problems, Place::Answer(asked));
        note(ui, said, asked.note());
    });
    ui.add_space(S8);
}

/// What an hour costs: a grade of the register, or the three cells.
fn hour(
    ui: &mut Ui,
    session: &Session,
    form: &mut FirstEstimate,
    asked: Asked,
    problems: &[Problem],
) {
    let Some(staff) = asked.staff() else { return };
    question(ui, session, form, asked, problems);
    let register = session.register();
    if register.grades.is_empty() {
        return;
    }
    ui.add_space(-S4);
    let mut ids: Vec<Option<Id>> = vec![None];
    ids.extend(register.grades.iter().map(|it| Some(it.id)));
    let names: Vec<String> = ids.iter().map(|id| grade_choice(session, *id)).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let chosen = form.grade(register, staff);
    let at = ids.iter().position(|id| *id == chosen);
    let said = match staff {
        Staff::Senior => "Where a senior person’s hour is taken from",
        Staff::Officer => "Where an officer’s hour is taken from",
    };
    let width = left_width(ui).min(300.0) - S8;
    let (response, picked) = ChoiceCell::new(said, &names, at).width(width).show(ui);
    keep_in_view(&response);
    if let Some(grade) = picked.and_then(|at| ids.get(at)) {
        form.set_grade(staff, *grade);
    }
}

/// `Head of service, Ashmere Council`; the first takes £ an hour as it is typed.
fn grade_choice(session: &Session, id: Option<Id>) -> String {
    let register = session.register();
    let Some(id) = id else {
        return "£ an hour, typed here".to_owned();
    };
    let name = grade_name(register, Some(id));
    let owner = register.grade(id).and_then(|it| it.partner);
    match owner.and_then(|owner| register.partner(owner)) {
        Some(owner) => format!("{name}, {}", owner.name),
        None => name,
    }
}

fn cells(
    ui: &mut Ui,
    session: &Session,
    form: &mut FirstEstimate,
    asked: Asked,
    problems: &[Problem],
) {
    let register = session.register();
    if !form.is_asked(register, asked) {
        let grade = asked.staff().and_then(|staff| form.grade(register, staff));
        let found = session.findings().zip(grade);
        let cost = found.and_then(|(it, grade)| it.grade(grade)?.hourly_cost);
        let said = cost.map_or_else(|| "cost not known".to_owned(), display::hourly_cost);
        let size = Vec2::new(3.0 * CELL + 2.0 * BETWEEN, 28.0);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add_space(6.0);
            ui.label(format!("{said} an hour"));
        });
        return;
    }
    let said = problem_at(problems, Place::Answer(asked));
    for end in End::ALL {
        let value = form.range(asked).end(end);
        let shown = value.map_or_else(String::new, |it| display::typed(it, asked.unit()));
        let edit = value.map_or_else(String::new, |it| it.normalize().to_string());
        let check = |text: &str| asked.read(text).map(drop);
        let name = format!("{}, {}", asked.title(), end.label());
        let cell = ValueCell::new(&name, &shown, &edit, &check).id(cell_id(asked, end));
        let outcome = cell.placeholder(end.label()).width(CELL).show(ui);
        keep_in_view(&outcome.response);
        if let Some(said) = said.filter(|_| outcome.problem.is_none()) {
            ui.ctx()
                .accesskit_node_builder(outcome.response.id, |node| node.set_description(said));
        }
        if let Some(text) = outcome.committed.or(outcome.typed) {
            form.set(asked, end, asked.read(&text).ok());
        }
        if let Some(to) = outcome.moved {
            step(ui.ctx(), session, form, (asked, end), to);
        }
    }
}

/// Enter and the arrows go to the same end of the next question.
fn step(
    ctx: &Context,
    session: &Session,
    form: &FirstEstimate,
    (asked, end): (Asked, End),
    to: Go,
) {
    let mut all: Vec<Asked> = Asked::ALL.into();
    all.retain(|it| form.is_asked(session.register(), *it));
    let at = all.iter().position(|it| *it == asked);
    let next = match to {
        Go::Below | Go::Down => at.and_then(|at| at.checked_add(1)),
        Go::Above | Go::Up => at.and_then(|at| at.checked_sub(1)),
        _ => None,
    };
    if let Some(next) = next.and_then(|at| all.get(at)) {
        ctx.memory_mut(|memory| memory.request_focus(cell_id(*next, end)));
        ctx.request_repaint();
    }
}

fn problem_at(problems: &[Problem], place: Place) -> Option<&str> {
    let found = problems.iter().find(|it| it.at == place);
    found.map(|it| it.text.as_str())
}

/// What is wrong, with a sign; else what to count.
pub(crate) fn note(ui: &mut Ui, problem: Option<&str>, note: &str) {
    let Some(problem) = problem else {
        ui.add(Label::new(theme::small(note)).wrap());
        return;
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = S4;
        ui.spacing_mut().interact_size.y = 14.0;
        let error = theme::palette(ui).error;
        Icon::Warning.show(ui, 12.0, error);
        ui.add(Label::new(theme::small(problem).color(error)).wrap());
    });
}

/// The label at the left of a field.
pub(crate) fn label(ui: &mut Ui, text: &str) {
    let size = Vec2::new(96.0 - S16, 28.0);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.label(theme::muted(text));
    });
}

/// What the keyboard reaches is brought into view.
pub(crate) fn keep_in_view(response: &Response) {
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
}
