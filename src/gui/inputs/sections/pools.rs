//! Pooled budgets, and for the one that is picked, what each partner pays into it.

use eframe::egui::Ui;

use crate::gui::inputs::column::{Column, slot};
use crate::gui::inputs::picked::{pick, picked};
use crate::gui::inputs::record::name_or_place;
use crate::gui::inputs::record_table::RecordTable;
use crate::gui::inputs::refusal::{refusal, remember};
use crate::gui::inputs::scope::Scope;
use crate::gui::inputs::teach::{Lesson, gap, heading};
use crate::gui::page::PageContext;
use crate::model::partnership::Partnership;
use crate::model::pool::{Contribution, Pool};
use crate::units::id::Kind;

const POOLS: [Column<Pool>; 3] = [
    Column::words("Pooled budget", 170.0, slot!(name), "name"),
    Column::partner("Who holds the money", 170.0, slot!(host), "choose"),
    Column::choice("Purpose", 104.0, slot!(purpose), "running"),
];

const CONTRIBUTIONS: [Column<Contribution>; 3] = [
    Column::partner("Who pays in", 170.0, slot!(partner), "choose"),
    Column::value("Year", "", 104.0, slot!(year), "every year"),
    Column::value("Amount", "£", 112.0, slot!(amount), "not known"),
];

const LESSON: Lesson = Lesson {
    is_main: false,
    what: "No pooled budgets",
    why: "Where partners pay into one pot, what is spent from it is the cost, and what each pays in says who bears it. \
          Add the pot here, then choose it under “Paid from” of a cash line or a post.",
};

const NOBODY: Lesson = Lesson {
    is_main: false,
    what: "Nobody pays in yet",
    why: "Say what each partner pays in. A blank year is every year; a year of its own is that year alone.",
};

/// The width of the tables: few columns read badly when they are far apart.
const WIDTH: f32 = 720.0;

/// Shows the pools and the contributions to the one that is picked.
pub(crate) fn pools(ui: &mut Ui, page: &mut PageContext<'_>, partnership: &Partnership) {
    let id = partnership.id;
    heading(
        ui,
        "Pooled budgets",
        "Contributions share out what is spent from the pool. They are no cost of their own, unless nothing is spent \
         from it yet: then they stand in for the spending.",
    );
    refusal(ui, page, Kind::Pool);
    let chosen = picked(ui, page, (id, &partnership.pools), |it, id| {
        it.contributions.iter().any(|it| it.id == id)
    });
    ui.scope(|ui| {
        ui.set_max_width(WIDTH.min(ui.available_width()));
        let scope = Scope::Partnership(id, |it| &it.pools, |it| &mut it.pools);
        let outcome = RecordTable::new("Pooled budgets", scope, &POOLS, LESSON)
            .picked(chosen.map(|it| it.id))
            .show(ui, page);
        remember(ui, &outcome);
        if let Some(pool) = chosen {
            let row = partnership.pools.iter().position(|it| it.id == pool.id);
            let name = name_or_place(pool, page.register(), row.unwrap_or_default());
            gap(ui);
            heading(ui, &format!("Who pays into {name}"), "");
            let scope = Scope::Within(
                id,
                pool.id,
                |it, id| Some(&it.pools.iter().find(|it| it.id == id)?.contributions),
                |it, id| Some(&mut it.pools.iter_mut().find(|it| it.id == id)?.contributions),
            );
            RecordTable::new("Contributions", scope, &CONTRIBUTIONS, NOBODY).show(ui, page);
        }
        pick::<Pool>(ui, id, &outcome);
    });
}
