//! Who vouches for a figure, as a form: its source, date and grade, the post behind it, and how far off it may be.

use eframe::egui::{Context, Id as EguiId, Key, Label, Ui};
use rust_decimal::Decimal;

use crate::gui::inputs::change::in_sentence;
use crate::gui::inputs::day;
use crate::gui::theme::{S4, S8, muted, small};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::entry::CellOutcome;
use crate::gui::widgets::text_cell::TextCell;
use crate::gui::widgets::value_cell::ValueCell;
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
    /// Esc was pressed where nothing was being typed.
    pub(crate) is_left: bool,
    /// Whether Esc is pressed in this frame; a field that takes it hides it from what comes after.
    is_escape: bool,
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
}

/// Sends the keyboard to the first field of the form of a figure.
pub(crate) fn focus_evidence(ctx: &Context, at: InputId) {
    ctx.memory_mut(|memory| memory.request_focus(field_id(at, "Source")));
}

fn field_id(at: InputId, title: &str) -> EguiId {
    EguiId::unique(("evidence", at, title))
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
        self.date(ui, &mut output, &evidence);
        self.grade(ui, &mut output, &evidence);
        self.words(
            ui,
            &mut output,
            ("Who vouches", "a post, never a name"),
            &evidence.who,
            ("say who vouches for", |evidence, text| evidence.who = text),
        );
        self.range(ui, &mut output);
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
        self.take(output, title, outcome, |text| {
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
        self.take(output, title, outcome, |text| {
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
        output.is_left |= output.is_escape && response.lost_focus();
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

    fn range(&self, ui: &mut Ui, output: &mut EvidenceOutput) {
        let (low, high) = self.input.range_text();
        let shown = |end: Option<Decimal>| {
            let text = end.map(|it| display::typed(it, self.input.unit()));
            text.unwrap_or_default()
        };
        let ends = [
            ("Lowest", shown(self.input.low()), low.clone()),
            ("Highest", shown(self.input.high()), high.clone()),
        ];
        ui.columns(2, |columns| {
            for ((title, shown, edit), ui) in ends.iter().zip(columns) {
                let is_low = *title == "Lowest";
                ui.label(muted(*title));
                let check = |text: &str| self.check_end(text, is_low);
                let cell = ValueCell::new(title, shown, edit, &check)
                    .placeholder("not said")
                    .id(field_id(self.at, title))
                    .width(ui.available_width());
                let outcome = cell.show(ui);
                self.take(output, title, outcome, |text| {
                    let (low, high) = if is_low {
                        (text, high.clone())
                    } else {
                        (low.clone(), text)
                    };
                    let at = self.at;
                    let end = in_sentence(title);
                    Edit::new(format!("say the {end} {}", self.name), move |register| {
                        change_input(register, at, |input| {
                            // The text was understood when it was typed.
                            let _understood = input.set_range(&low, &high);
                        });
                    })
                });
            }
        });
        if self.is_outside() {
            ui.add_space(S4);
            let note = "The figure lies outside this range.";
            ui.add(Label::new(small(note)).wrap());
        }
        ui.add_space(S8);
    }

    fn check_end(&self, text: &str, is_low: bool) -> Result<(), String> {
        let end = self.input.read(text)?;
        let (low, high) = if is_low {
            (end, self.input.high())
        } else {
            (self.input.low(), end)
        };
        match (low, high) {
            (Some(low), Some(high)) if low > high => {
                Err("The lowest is above the highest".to_owned())
            }
            _ => Ok(()),
        }
    }

    fn is_outside(&self) -> bool {
        let it = self.input;
        it.decimal().is_some_and(|value| {
            it.low().is_some_and(|low| value < low) || it.high().is_some_and(|high| value > high)
        })
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

    /// Asks for the edits of one field.
    fn take(
        &self,
        output: &mut EvidenceOutput,
        title: &'static str,
        outcome: CellOutcome,
        edit: impl Fn(String) -> Edit,
    ) {
        let field = InputId {
            record: self.at.record,
            field: title,
        };
        let is_quiet = outcome.committed.is_none() && outcome.typed.is_none();
        output.is_left |= output.is_escape && is_quiet && outcome.response.lost_focus();
        if let Some(text) = outcome.typed {
            output.edits.push(edit(text).while_typing(field));
        }
        if let Some(text) = outcome.committed {
            output.edits.push(edit(text));
        }
    }
}
