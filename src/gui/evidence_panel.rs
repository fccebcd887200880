//! Where the evidence for a figure stands: beside the form that it is typed in, following the keyboard.

use eframe::egui::{Align, Context, Frame, Label, Layout, Margin, Panel, ScrollArea, Ui};

use crate::findings::assumptions::{Assumptions, assumptions};
use crate::gui::app::FruitfulApp;
use crate::gui::inputs::change::in_sentence;
use crate::gui::inputs::evidence_form::{EvidenceForm, EvidenceOutput, focus_evidence};
use crate::gui::inputs::place::show_input;
use crate::gui::inputs::scenario_edit::taking_at_last;
use crate::gui::theme::{S4, S8, figure_text, heading, muted, palette, small, strong};
use crate::gui::view::Page;
use crate::gui::widgets::icon::{Icon, icon_button};
use crate::model::inputs::{AnyInput, Inputs, input_at, names_moved_with};
use crate::model::record_name::{line_name, line_name_in};
use crate::model::register::Register;
use crate::report::assumptions::money_text;
use crate::session::action::Action;
use crate::session::session::Session;
use crate::units::display;
use crate::units::id::InputId;

/// The width of the panel.
const WIDTH: f32 = 320.0;

/// A figure with what it is called.
struct Figure<'a> {
    at: InputId,
    input: &'a dyn AnyInput,
    record: String,
    field: String,
}

impl<'a> Figure<'a> {
    /// The figure at an address; nothing where there is none, or words are typed there.
    fn of(register: &'a Register, page: Page, at: InputId) -> Option<Self> {
        let within = match page {
            Page::Partnership(id) => register.partnership(id),
            _ => None,
        };
        let mut input = None;
        if let Some(partnership) = within {
            partnership.each_input(&mut |id, it| {
                if id == at {
                    input = Some(it);
                }
            });
        }
        let input = input.or_else(|| input_at(register, at))?;
        let record = match within {
            Some(partnership) => line_name_in(register, partnership, at.record),
            None => line_name(register, at.record),
        };
        Some(Self {
            at,
            input,
            record,
            field: display::field_name(at.field),
        })
    }
}

impl FruitfulApp {
    /// Shows the evidence for the figure that had the keyboard last, and sends the keyboard to it.
    pub(crate) fn vouch(&mut self, ctx: &Context) {
        self.view.explained = None;
        self.view.is_vouching = true;
        if let Some(at) = self.view.cell() {
            focus_evidence(ctx, at);
        }
    }

    /// Closes it and sends the keyboard back.
    pub(crate) fn close_evidence(&mut self) {
        self.view.is_vouching = false;
        self.going_to = self.view.cell();
    }

    /// Shows who vouches for the figure.
    pub(crate) fn evidence(&mut self, ui: &mut Ui, actions: &mut Vec<Action>) {
        if self.view.explained.is_some() {
            // One panel at the side: the last that was asked for.
            self.view.is_vouching = false;
        }
        if !self.view.is_vouching {
            return;
        }
        let ctx = ui.ctx().clone();
        let log = self.assumptions.of(&ctx, &self.session, assumptions);
        let names = self
            .names_moved_with
            .of(&ctx, &self.session, |it, _, _| names_moved_with(it));
        let names = names.as_deref().map(Vec::as_slice).unwrap_or_default();
        let register = self.session.register();
        let figure = self.view.cell();
        let figure = figure.and_then(|at| Figure::of(register, self.view.page, at));
        let frame = Frame::new()
            .fill(palette(ui).panel)
            .inner_margin(Margin::same(12));
        let output = Panel::right("evidence")
            .frame(frame)
            .resizable(true)
            .default_size(WIDTH)
            .size_range(264.0..=480.0)
            .show(ui, |ui| {
                let log = log.as_deref();
                panel(ui, &self.session, figure.as_ref(), (log, names))
            })
            .inner;
        actions.extend(output.edits.into_iter().map(Action::Edit));
        if let Some(at) = self.view.cell().filter(|_| output.is_for_scenario) {
            let taken = taking_at_last(&ctx, self.session.register(), at);
            actions.extend(taken.edit.map(Action::Edit));
            self.view.is_vouching = false;
            show_input(&mut self.view, self.session.register(), taken.cell);
            ctx.request_repaint();
        }
        if output.is_left {
            self.close_evidence();
            ctx.request_repaint();
        }
    }
}

fn panel(
    ui: &mut Ui,
    session: &Session,
    figure: Option<&Figure<'_>>,
    (log, names): (Option<&Assumptions>, &[String]),
) -> EvidenceOutput {
    let mut is_closed = false;
    ui.horizontal(|ui| {
        ui.label(heading("Evidence"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            is_closed = icon_button(ui, Icon::Cross, "Close evidence").clicked();
        });
    });
    ui.add_space(S8);
    let mut output = ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if let Some(figure) = figure {
                return contents(ui, session, figure, (log, names));
            }
            let hint = "Put the keyboard into a figure that is typed: what is said here of its source, its date and \
                        who vouches for it goes into the log of assumptions.";
            ui.add(Label::new(muted(hint)).wrap());
            EvidenceOutput::default()
        })
        .inner;
    output.is_left |= is_closed;
    output
}

fn contents(
    ui: &mut Ui,
    session: &Session,
    figure: &Figure<'_>,
    (log, names): (Option<&Assumptions>, &[String]),
) -> EvidenceOutput {
    let title = format!("{} › {}", figure.record, figure.field);
    ui.add(Label::new(strong(title)).wrap());
    let value = figure.input.decimal();
    let value = value.map(|value| display::figure(value, figure.input.unit()));
    ui.label(figure_text(
        value.unwrap_or_else(|| display::NOT_KNOWN.into()),
    ));
    let row = log.and_then(|log| {
        let row = log.rows.iter().find(|it| it.input == figure.at)?;
        Some(money_text(row, log.money_unit))
    });
    if let Some(money) = row {
        ui.add(Label::new(small(money)).wrap());
    }
    ui.add_space(S8);
    ui.separator();
    ui.add_space(S4);
    let mut output = EvidenceForm {
        at: figure.at,
        input: figure.input,
        name: format!("{} of {}", in_sentence(&figure.field), figure.record),
        grades: &session.guidance().optimism_bias,
        names_in_use: names,
    }
    .show(ui);
    ui.add_space(S8);
    let button = ui.button("Add to a scenario…");
    output.is_for_scenario = button
        .on_hover_text("Asks what follows if this figure and others are otherwise, all at once")
        .clicked();
    output
}
