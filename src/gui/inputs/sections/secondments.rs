//! Secondments: who lends and who hosts, what is charged, and for the one that is picked, who bears what.

use eframe::egui::{Label, Ui};

use crate::findings::secondment::{Amount, SecondmentFindings};
use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::form::{Form, TWO_LONG, side_by_side};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::steps::Step;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4};
use crate::model::partnership::Partnership;
use crate::model::record_name::partner_name;
use crate::model::secondment::Secondment;
use crate::units::display;
use crate::units::quantity::Money;

const SECONDMENTS: [Column<Secondment>; 7] = [
    Column::words("Post", 112.0, slot!(name), "title of the post"),
    Column::grade("Grade", 96.0, slot!(grade), |it| it.lender),
    Column::partner("Lender", 104.0, slot!(lender), "choose"),
    Column::partner("Host", 104.0, slot!(host), "choose"),
    Column::value("FTE", "", 76.0, slot!(fte), "not known"),
    Column::choice("Purpose", 104.0, slot!(purpose), "running"),
    Column::cost(),
];

/// What the form below the table edits.
const BELOW: [&str; 7] = [
    "start",
    "end",
    "recharge_share",
    "recharge",
    "is_free_of_vat",
    "backfill",
    "backfill_cover",
];

const LESSON: Lesson = Lesson {
    is_main: false,
    what: "No secondments",
    why: "A secondee stays on the lender’s pay. Enter each once, with who lends and who hosts, so that the time is \
          not counted twice.",
};

/// Shows the table of secondments and the form of the one that is picked.
pub(crate) fn secondments(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let id = partnership.id;
    let list = &partnership.secondments;
    heading(
        ui,
        "Secondments",
        "The lender bears the secondee’s cost, less what it charges the host. Pick one to say what is charged.",
    );
    let chosen = picked(ui, page, (id, list), |_, _| false);
    let scope = Scope::Partnership(id, |it| &it.secondments, |it| &mut it.secondments);
    let outcome = RecordTable::new("Secondments", scope, &SECONDMENTS, LESSON)
        .picked(chosen.map(|it| it.id))
        .below(&BELOW)
        .show(ui, page);
    if let Some(chosen) = chosen {
        let row = list.iter().position(|it| it.id == chosen.id);
        let name = name_or_place(chosen, page.register(), row.unwrap_or_default());
        gap(ui);
        heading(ui, &format!("Who bears what of {name}"), "");
        side_by_side(
            ui,
            page,
            TWO_LONG,
            |ui, page| form(ui, page, chosen, &name),
            |ui, page| steps(ui, page, chosen),
        );
    }
    pick::<Secondment>(ui, id, &outcome);
}

fn form(ui: &mut Ui, page: &mut PageContext<'_>, secondment: &Secondment, name: &str) {
    ui.spacing_mut().item_spacing.y = S4;
    let form = Form {
        id: secondment.id,
        value: secondment,
        name: name.to_owned(),
        width: 200.0,
    };
    form.typed(ui, page, "From", &slot!(start), ("its start", ""));
    form.typed(ui, page, "To", &slot!(end), ("its end", ""));
    let share = ("none", "of the cost, to the host");
    form.typed(ui, page, "Charge, a share", &slot!(recharge_share), share);
    let amount = ("by share", "instead of a share");
    form.typed(ui, page, "Or charge, £ a year", &slot!(recharge), amount);
    let words = "None is due, as where both employ the post";
    form.flag(ui, page, "VAT", &slot!(is_free_of_vat), words);
    let blank = ("none", "");
    form.typed(ui, page, "Stand-in, £ a year", &slot!(backfill), blank);
    let cover = ("all", "of the seconded time");
    form.typed(ui, page, "Stand-in covers", &slot!(backfill_cover), cover);
}

/// Who bears what, and why, in the order that it is worked out.
fn steps(ui: &mut Ui, page: &PageContext<'_>, secondment: &Secondment) {
    ui.spacing_mut().item_spacing.y = S4;
    let found = page
        .detail
        .and_then(|it| it.secondments.get(&secondment.id));
    let Some(found) = found else {
        ui.label(theme::muted("Working out…"));
        return;
    };
    for step in parts(page, secondment, found) {
        step.show(ui);
    }
    ui.add_space(S4);
    ui.add(
        Label::new(theme::muted(
            "The lender keeps its cost less the charge; the host pays the charge. Staff lent for a charge carry VAT on \
             the whole charge, unless the post is employed jointly: a host that cannot recover it bears that too. A \
             stand-in counts only for what it costs over the time it covers. Ask your VAT adviser before you sign.",
        ))
        .wrap(),
    );
}

fn parts(page: &PageContext<'_>, secondment: &Secondment, found: &SecondmentFindings) -> Vec<Step> {
    let lender = partner_name(page.register(), secondment.lender);
    let host = partner_name(page.register(), secondment.host);
    let sum = |amount: Option<Money>| {
        amount.map_or_else(|| display::NOT_KNOWN.to_owned(), display::money_pence)
    };
    let mut steps = vec![Step::new(
        "The secondee costs",
        sum(found.cost),
        format!("in {}", page.session.year()),
    )];
    let mut part = |title, amount, note: String| {
        let amount = match amount {
            Amount::None => return,
            Amount::NotKnown => None,
            Amount::Known(amount) => Some(amount),
        };
        steps.push(Step::new(title, sum(amount), note));
    };
    let kept = found.kept.map_or(Amount::NotKnown, Amount::Known);
    part("The lender keeps", kept, lender.clone());
    part("The host pays", found.charge, host.clone());
    let why = if found.tax == Amount::NotKnown && secondment.host.is_some() {
        "is it recovered? Say on Partners".to_owned()
    } else {
        format!("{host} does not recover it")
    };
    part("VAT on the charge", found.tax, why);
    part("Stand-in’s premium", found.premium, lender);
    steps
}
