//! How far off a figure may be, as a form: its ends and shape, or how likely it is to happen, and what it moves with.

use eframe::egui::{Align, Label, Layout, Ui};
use rust_decimal::Decimal;

use crate::gui::inputs::evidence_form::{EvidenceOutput, field_id, field_of};
use crate::gui::inputs::range_picture::range_picture;
use crate::gui::theme::{S4, S8, muted, small, strong};
use crate::gui::widgets::choice_cell::ChoiceCell;
use crate::gui::widgets::flag_cell::FlagCell;
use crate::gui::widgets::text_cell::TextCell;
use crate::gui::widgets::value_cell::ValueCell;
use crate::model::inputs::{AnyInput, change_input};
use crate::model::no_range::why_no_range;
use crate::session::action::Edit;
use crate::units::display;
use crate::units::id::InputId;
use crate::units::quantity::Unit;
use crate::units::range::{EntryParts, Shape};

/// Names that are suggested at once.
const N_SUGGESTED: usize = 6;

/// What one figure may be.
pub(crate) struct RangeForm<'a> {
    /// Where the figure is typed.
    pub(crate) at: InputId,
    /// The figure.
    pub(crate) input: &'a dyn AnyInput,
    /// What Undo calls it: `length of Board`.
    pub(crate) name: &'a str,
    /// The names that quantities of the register move with, the most used first.
    pub(crate) names_in_use: &'a [String],
}

/// One part of an entry that is typed.
struct Part<'a> {
    title: &'static str,
    blank: &'static str,
    /// What Undo says before the name of the figure.
    what: &'static str,
    shown: Option<Decimal>,
    unit: Unit,
    of: fn(&mut EntryParts) -> &mut String,
    /// The entry that it is a part of.
    parts: &'a EntryParts,
}

impl RangeForm<'_> {
    /// Shows the form.
    pub(crate) fn show(&self, ui: &mut Ui, output: &mut EvidenceOutput) {
        let parts = self.input.parts();
        ui.horizontal(|ui| {
            ui.label(strong("How far off it may be"));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                self.no_range(ui, output, &parts);
            });
        });
        ui.add_space(S4);
        if let Some(why) = why_no_range(self.at)
            && !self.input.is_ranged()
        {
            ui.add(Label::new(muted(format!("No range here. {why}."))).wrap());
            return;
        }
        let is_event = self.may_not_happen(ui, output, &parts);
        if is_event {
            self.event(ui, output, &parts);
        } else {
            self.ends(ui, output, &parts);
            self.shape(ui, output);
        }
        range_picture(ui, self.input);
        self.moves_with(ui, output);
    }

    /// The tick that makes it an event. Until its probability is typed, only the form knows of it.
    fn may_not_happen(&self, ui: &mut Ui, output: &mut EvidenceOutput, parts: &EntryParts) -> bool {
        let wish = field_id(self.at, "event");
        let is_event = !parts.chance.is_empty();
        let is_wished = ui.data(|data| data.get_temp(wish).unwrap_or(false));
        let title = "It may not happen";
        let cell = FlagCell::new(title, is_event || is_wished).id(field_id(self.at, title));
        let (response, changed) = cell.show(ui);
        output.hear_escape(&response);
        ui.add_space(S4);
        let Some(is_on) = changed else {
            return is_event || is_wished;
        };
        ui.data_mut(|data| data.insert_temp(wish, is_on));
        if !is_on && is_event {
            let mut sure = parts.clone();
            sure.chance.clear();
            output.edits.push(self.edit("make certain the", sure));
        }
        is_on
    }

    fn event(&self, ui: &mut Ui, output: &mut EvidenceOutput, parts: &EntryParts) {
        let event = self.input.event();
        let amount = event.map(|(amount, _)| amount).or(self.input.decimal());
        let fields = [
            Part {
                title: "Probability",
                blank: "0% to 100%",
                what: "say the probability of the",
                shown: event.map(|(_, chance)| chance),
                unit: Unit::Rate,
                of: |it| &mut it.chance,
                parts,
            },
            Part {
                title: "If it happens",
                blank: "not known",
                what: "change the",
                shown: amount,
                unit: self.input.unit(),
                of: |it| &mut it.value,
                parts,
            },
        ];
        self.row(ui, output, &fields);
        let note = "Probability × amount is counted: what it comes to on average.";
        ui.add(Label::new(small(note)).wrap());
        ui.add_space(S8);
    }

    fn ends(&self, ui: &mut Ui, output: &mut EvidenceOutput, parts: &EntryParts) {
        let part = |title, what, shown, of| Part {
            title,
            blank: "not said",
            what,
            shown,
            unit: self.input.unit(),
            of,
            parts,
        };
        let input = self.input;
        let fields = [
            part("Lowest", "say the lowest", input.low(), |it| &mut it.low),
            Part {
                blank: "not known",
                ..part("Most likely", "change the", input.decimal(), |it| {
                    &mut it.value
                })
            },
            part("Highest", "say the highest", input.high(), |it| {
                &mut it.high
            }),
        ];
        self.row(ui, output, &fields);
        ui.add_space(S4);
    }

    fn row<const N: usize>(
        &self,
        ui: &mut Ui,
        output: &mut EvidenceOutput,
        fields: &[Part<'_>; N],
    ) {
        ui.columns(N, |columns| {
            for (part, ui) in fields.iter().zip(columns) {
                self.part(ui, output, part);
            }
        });
    }

    fn part(&self, ui: &mut Ui, output: &mut EvidenceOutput, part: &Part<'_>) {
        ui.label(muted(part.title));
        let with = |text: &str| {
            let mut parts = part.parts.clone();
            text.clone_into((part.of)(&mut parts));
            parts
        };
        let check = |text: &str| {
            let parts = with(text);
            if !parts.chance.is_empty() && parts.value.is_empty() {
                return Err("Type first what it comes to if it happens".to_owned());
            }
            self.input.check_parts(&parts)
        };
        let shown = part.shown.map(|it| display::typed(it, part.unit));
        let edit = (part.of)(&mut part.parts.clone()).clone();
        let cell = ValueCell::new(part.title, shown.as_deref().unwrap_or(""), &edit, &check)
            .placeholder(part.blank)
            .id(field_id(self.at, part.title))
            .width(ui.available_width());
        let outcome = cell.show(ui);
        let field = field_of(self.at, part.title);
        output.take(field, outcome, |text| self.edit(part.what, with(&text)));
    }

    fn shape(&self, ui: &mut Ui, output: &mut EvidenceOutput) {
        if self.input.low().is_none() && self.input.high().is_none() {
            return;
        }
        let title = "Shape";
        ui.label(muted(title));
        let names = Shape::ALL.map(|it| format!("{} · {}", it.word(), it.meaning()));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let chosen = Shape::ALL.iter().position(|it| *it == self.input.shape());
        let cell = ChoiceCell::new(title, &names, chosen)
            .id(field_id(self.at, title))
            .width(ui.available_width());
        let (response, picked) = cell.show(ui);
        output.hear_escape(&response);
        ui.add_space(S4);
        if let Some(shape) = picked.and_then(|at| Shape::ALL.get(at).copied()) {
            output
                .edits
                .push(self.change("say the shape of the", move |input| {
                    input.set_shape(shape);
                }));
        }
    }

    fn moves_with(&self, ui: &mut Ui, output: &mut EvidenceOutput) {
        let title = "Moves with";
        ui.label(muted(title));
        let held = self.input.moves_with();
        let cell = TextCell::new(title, held)
            .placeholder("a name, such as pay settlement")
            .id(field_id(self.at, title))
            .width(ui.available_width());
        let outcome = cell.show(ui);
        let name_it = |name: String| {
            self.change("say what moves with the", move |input| {
                input.set_moves_with(&name);
            })
        };
        output.take(field_of(self.at, title), outcome, name_it);
        let others = self.names_in_use.iter().filter(|it| *it != held);
        let others: Vec<&String> = others.take(N_SUGGESTED).collect();
        if !others.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = S8;
                for name in others {
                    let button = ui.button(name).on_hover_text(format!("Move with {name}"));
                    if button.clicked() {
                        output.edits.push(name_it(name.clone()));
                    }
                }
            });
        }
        let help = "Quantities with the same name rise and fall together, such as everything that a pay settlement \
                    moves.";
        ui.add(Label::new(small(help)).wrap());
        ui.add_space(S8);
    }

    fn no_range(&self, ui: &mut Ui, output: &mut EvidenceOutput, parts: &EntryParts) {
        let has_ends = self.input.low().is_some() || self.input.high().is_some();
        if has_ends && ui.button("No range").clicked() {
            let alone = EntryParts {
                value: parts.value.clone(),
                ..EntryParts::default()
            };
            output
                .edits
                .push(self.edit("take away the range of the", alone));
        }
    }

    fn edit(&self, what: &str, parts: EntryParts) -> Edit {
        self.change(what, move |input| {
            // The parts were understood when they were typed.
            let _understood = input.enter_parts(&parts);
        })
    }

    fn change(&self, what: &str, change: impl FnOnce(&mut dyn AnyInput) + 'static) -> Edit {
        let at = self.at;
        Edit::new(format!("{what} {}", self.name), move |register| {
            change_input(register, at, change);
        })
    }
}
