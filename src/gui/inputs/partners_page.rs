//! The bodies that take part in the register's partnerships.

use std::sync::Arc;

use eframe::egui::{Label, ScrollArea, Ui};

use crate::gui::inputs::column::{Apart, Column, slot};
use crate::gui::inputs::query_list::query_list;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::refusal::{refusal, remember};
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap};
use crate::gui::page::PageContext;
use crate::gui::theme::{self, S4, S8};
use crate::model::partner::{Partner, VatRecovery};
use crate::units::id::Kind;

const PARTNERS: [Column<Partner>; 7] = [
    Column::words("Partner", 150.0, slot!(name), "name"),
    Column::choice("Sector", 160.0, slot!(kind), ""),
    Column::flag("Us", 44.0, slot!(is_us)),
    Column::<Partner>::choice("VAT", 152.0, slot!(vat), "not known").apart(vat),
    Column::value("Population", "", 96.0, slot!(population), "not known"),
    Column::value("Budget a year", "£", 124.0, slot!(budget), "not known"),
    Column::value("Pay bill a year", "£", 124.0, slot!(pay_bill), "not known"),
];

/// What is assumed of a body that nothing is typed of.
fn vat(partner: &Partner) -> Apart {
    match partner.vat_recovery() {
        Some(VatRecovery::InFull) => Apart::Blank("in full, by sector"),
        _ => Apart::Usual,
    }
}

const LESSON: Lesson = Lesson {
    is_main: true,
    what: "No partners yet",
    why: "List every body that takes part: councils, health bodies, police, voluntary bodies, businesses. Costs are \
          shared out among them, and what one partner never sees another may be paying for.",
};

/// Shows the partners.
pub fn partners_page(ui: &mut Ui, page: &mut PageContext<'_>) {
    ui.label(theme::figure_text("Partners"));
    ui.add_space(-S4);
    ui.add(Label::new(theme::muted(
        "The bodies that take part. Tick “Us” for your own, so that its share of every cost can be told apart. VAT: \
         councils, police and fire bodies recover it in full unless you say otherwise.",
    )).wrap());
    ui.add_space(S8);
    refusal(ui, page, Kind::Partner);
    ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_max_width(1000.0_f32.min(ui.available_width()));
            let scope = Scope::Register(
                |it| it.partners.as_ref(),
                |it| Arc::make_mut(&mut it.partners),
            );
            let outcome = RecordTable::new("Partners", scope, &PARTNERS, LESSON).show(ui, page);
            remember(ui, &outcome);
            gap(ui);
            let queries = page
                .findings()
                .into_iter()
                .flat_map(|it| &it.shared_queries);
            let queries = queries.filter(|it| {
                it.record.kind() == Kind::Partner
                    || (it.record.kind() == Kind::Settings && it.field.is_none())
            });
            query_list(ui, page, queries.collect());
        });
}
