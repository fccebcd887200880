//! Who vouches for a figure, as a form: its source, date and grade, and the post behind it; then how far off it may be.

use eframe::egui::{Context, Id as EguiId, Key, Response, Ui};

use crate::gui::inputs::day;
use crate::gui::inputs::range_form::RangeForm;
use crate::gui::theme::{S4, muted};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::entry::CellOutcome;
use crate::gui::widgets::text_cell::TextCell;
use crate::guidance::optimism_bias::OptimismBias;
use crate::model::inputs::{AnyInput, change_input};
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::InputId;
use crate::units::input::Evidence;

/// What the user did in the form.
#[derive(Default)]
pub(crate) struct EvidenceOutput {
    /// The changes that are asked for.
    pub(crate) edits: Vec<Edit>,
    /// The figure is to be taken otherwise in a scenario.
    pub(crate) is_for_scenario: bool,
    /// Esc was pressed where nothing was being typed.
    pub(crate) is_left: bool,
    /// Whether Esc is pressed in this frame; a field that takes it hides it from what comes after.
    is_escape: bool,
}

impl EvidenceOutput {
    /// Asks for the edits of one field.
    pub(crate) fn take(
        &mut self,
        field: InputId,
        outcome: CellOutcome,
        edit: impl Fn(String) -> Edit,
    ) {
        let is_quiet = outcome.committed.is_none() && outcome.typed.is_none();
        self.is_left |= self.is_escape && is_quiet && outcome.response.lost_focus();
        if let Some(text) = outcome.typed {
            self.edits.push(edit(text).while_typing(field));
        }
        if let Some(text) = outcome.committed {
            self.edits.push(edit(text));
        }
    }

    /// Hears Esc in a control that nothing is typed in.
    pub(crate) fn hear_escape(&mut self, response: &Response) {
        self.is_left |= self.is_escape && response.lost_focus();
    }
}

/// The evidence for one figure.
pub(crate) struct EvidenceForm<'a> {
    /// Where the figure is typed.
    pub(crate) at: InputId,
    /// The figure.
    pub(crate) input: &'a dyn AnyInput,
    /// What Undo calls it: `length of Board`.
    pub(crate) name: String,
    /// What each grade means.
    pub(crate) grades: &'a OptimismBias,
    /// The names that quantities of the register move with.
    pub(crate) names_in_use: &'a [String],
}

/// Sends the keyboard to the first field of the form of a figure.
pub(crate) fn focus_evidence(ctx: &Context, at: InputId) {
    ctx.memory_mut(|memory| memory.request_focus(field_id(at, "Source")));
}

pub(crate) fn field_id(at: InputId, title: &str) -> EguiId {
    EguiId::unique(("evidence", at, title))
}

/// What tells the typing in one field of the form from that in another.
pub(crate) const fn field_of(at: InputId, title: &'static str) -> InputId {
    InputId {
        record: at.record,
        field: title,
    }
}

impl EvidenceForm<'_> {
    /// Shows the form.
    pub(crate) fn show(&self, ui: &mut Ui) -> EvidenceOutput {
        let mut output = EvidenceOutput {
            is_escape: ui.input(|input| input.key_pressed(Key::Escape)),
            ..EvidenceOutput::default()
        };
        let evidence = self.input.evidence().cloned().unwrap_or_default();
        self.words(
            ui,
            &mut output,
            ("Source", "diary, ledger, contract, survey"),
            &evidence.source,
            ("say the source of", |evidence, text| evidence.source = text),
        );
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                self.date(left, &mut output, &evidence);
                self.words(
                    right,
                    &mut output,
                    ("Who vouches", "a post, never a name"),
                    &evidence.who,
                    ("say who vouches for", |evidence, text| evidence.who = text),
                );
            }
        });
        self.grade(ui, &mut output, &evidence);
        ui.separator();
        ui.add_space(S4);
        RangeForm {
            at: self.at,
            input: self.input,
            name: &self.name,
            names_in_use: self.names_in_use,
        }
        .show(ui, &mut output);
        output
    }

    fn words(
        &self,
        ui: &mut Ui,
        output: &mut EvidenceOutput,
        (title, hint): (&'static str, &str),
        text: &str,
        (what, set): (&str, fn(&mut Evidence, String)),
    ) {
        ui.label(muted(title));
        let cell = TextCell::new(title, text)
            .placeholder(hint)
            .id(field_id(self.at, title))
            .width(ui.available_width());
        let outcome = cell.show(ui);
        ui.add_space(S4);
        output.take(field_of(self.at, title), outcome, |text| {
            self.change(what, move |evidence| set(evidence, text))
        });
    }

    fn date(&self, ui: &mut Ui, output: &mut EvidenceOutput, evidence: &Evidence) {
        let title = "Date";
        ui.label(muted(title));
        let shown = evidence.date.map(display::date).unwrap_or_default();
        let check = |text: &str| day::read(text).map(drop);
        let cell = TextCell::new(title, &shown)
            .placeholder("when it was true")
            .check(&check)
            .id(field_id(self.at, title))
            .width(ui.available_width());
        let outcome = cell.show(ui);
        ui.add_space(S4);
        output.take(field_of(self.at, title), outcome, |text| {
            let day = day::read(&text).ok();
            self.change("date", move |evidence| evidence.date = day)
        });
    }

    fn grade(&self, ui: &mut Ui, output: &mut EvidenceOutput, evidence: &Evidence) {
        let title = "Evidence grade";
        ui.label(muted(title));
        let grades = self.grades.costs();
        let names = grades.iter();
        let names = names.map(|it| format!("{} · {}", it.grade, it.meaning));
        let names: Vec<String> = std::iter::once("not graded".to_owned())
            .chain(names)
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let chosen = grades
            .iter()
            .position(|it| Some(it.grade) == evidence.grade)
            .and_then(|at| at.checked_add(1));
        let cell = ChoiceCell::new(title, &names, Some(chosen.unwrap_or_default()))
            .id(field_id(self.at, title))
            .width(ui.available_width());
        let (response, picked) = cell.show(ui);
        output.hear_escape(&response);
        ui.add_space(S4);
        if let Some(at) = picked {
            let grade = at.checked_sub(1).and_then(|at| grades.get(at));
            let grade = grade.map(|it| it.grade);
            let edit = self.change("grade the evidence for", move |evidence| {
                evidence.grade = grade;
            });
            output.edits.push(edit);
        }
    }

    /// A change of what is said of the figure; with nothing left to say, there is no evidence.
    fn change(&self, what: &str, change: impl FnOnce(&mut Evidence) + 'static) -> Edit {
        let at = self.at;
        Edit::new(format!("{what} {}", self.name), move |register| {
            change_input(register, at, |input| {
                let mut evidence = input.evidence().cloned().unwrap_or_default();
                change(&mut evidence);
                input.set_evidence((evidence != Evidence::default()).then_some(evidence));
            });
        })
    }
}
