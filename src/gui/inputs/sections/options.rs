//! What else could be done: the options, and for the one that is picked, what it changes, costs and brings.

use eframe::egui::Ui;

use crate::findings::partnership::PartnershipFindings;
use crate::gui::inputs::column::{Apart, Column, slot};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::reference::Others;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::sections::option_comparison::option_comparison;
use crate::gui::inputs::sections::option_lines::one_option;
use crate::gui::inputs::teach::{Lesson, about, gap};
use crate::gui::inputs::within::is_of_option;
use crate::gui::page::PageContext;
use crate::model::option::{AppraisalOption, OptionForm};
use crate::model::partnership::Partnership;
use crate::model::register::Register;
use crate::session::action::Edit;
use crate::units::id::{Id, Kind};

const OPTIONS: [Column<AppraisalOption>; 7] = [
    Column::words("Option", 120.0, slot!(name), "name"),
    Column::choice("What is done", 140.0, slot!(form), ""),
    Column::value("From", "", 84.0, slot!(from), "the first"),
    Column::<AppraisalOption>::other(
        "Merged with",
        104.0,
        slot!(merged_with),
        (Others::Partnerships, "choose"),
    )
    .apart(merged_with),
    Column::<AppraisalOption>::value("Keeps", "", 72.0, slot!(keeps), "all").apart(keeps),
    Column::value(
        "Achievement",
        "of 100",
        148.0,
        slot!(achievement),
        "not known",
    ),
    Column::words("Note", 96.0, slot!(note), "for and against"),
];

fn merged_with(option: &AppraisalOption) -> Apart {
    match option.form {
        OptionForm::Merge => Apart::Usual,
        _ if option.merged_with.is_some() => Apart::Usual,
        _ => Apart::Instead("no merger"),
    }
}

fn keeps(option: &AppraisalOption) -> Apart {
    match option.form {
        OptionForm::Leave => Apart::Blank("none"),
        _ => Apart::Usual,
    }
}

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No options yet",
    why: "Going on as it is has to be weighed against something. The baseline is that the partners act separately; \
          beside it stand leaving, a merger with another partnership, and the lighter forms of paragraph 31: \
          consultation, an informal network, a contract.",
};

/// What is usually looked at, in order.
const USUAL: [OptionForm; 5] = [
    OptionForm::Leave,
    OptionForm::Merge,
    OptionForm::Consultation,
    OptionForm::Network,
    OptionForm::Contract,
];

/// Shows the section.
pub(crate) fn show(
    ui: &mut Ui,
    page: &mut PageContext<'_>,
    partnership: &Partnership,
    found: Option<&PartnershipFindings>,
) {
    if let Some(found) = found {
        option_comparison(ui, page, partnership, found);
    }
    gap(ui);
    about(
        ui,
        "What could be done in place of going on as it is. “Keeps” is the share of every line that is left; pick an \
         option to say below which lines are left otherwise, and what it costs and brings of its own.",
    );
    let id = partnership.id;
    let list = &partnership.options;
    let chosen = picked(ui, page, (id, list), is_of_option);
    let scope = Scope::Partnership(id, |it| &it.options, |it| &mut it.options);
    let outcome = RecordTable::new("Options", scope, &OPTIONS, LESSON)
        .picked(chosen.map(|it| it.id))
        .below(&["lines", "cash_lines", "benefits"])
        .show(ui, page);
    usual_options(ui, page, partnership);
    if let Some(option) = chosen {
        let row = list.iter().position(|it| it.id == option.id);
        let name = name_or_place(option, page.register(), row.unwrap_or_default());
        gap(ui);
        one_option(ui, page, (partnership, option), &name);
    }
    pick::<AppraisalOption>(ui, id, &outcome);
}

/// The button that adds the usual ones of which there is none yet, in one step.
fn usual_options(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let has = |form: &OptionForm| partnership.options.iter().any(|it| it.form == *form);
    let missing: Vec<OptionForm> = USUAL.into_iter().filter(|it| !has(it)).collect();
    if missing.is_empty() {
        return;
    }
    let text = if missing.len() == USUAL.len() {
        "Add the usual options"
    } else {
        "Add the other usual options"
    };
    if ui.button(text).clicked() {
        page.edit(add(partnership.id, missing));
    }
}

fn add(partnership: Id, forms: Vec<OptionForm>) -> Edit {
    let label = "add the usual options".to_owned();
    Edit::new(label, move |register: &mut Register| {
        let options: Vec<AppraisalOption> = forms
            .into_iter()
            .map(|form| AppraisalOption {
                name: form.label().to_owned(),
                form,
                ..AppraisalOption::new(register.new_id(Kind::AppraisalOption))
            })
            .collect();
        let change = Edit::partnership(partnership, "", move |it| it.options.extend(options));
        (change.change)(register);
    })
}
