//! The list of pairs and the list of groups.

use std::cmp::Ordering;

use eframe::egui::{Id as EguiId, Ui};

use crate::costing::basis::Basis;
use crate::findings::overlap::{Group, Overlap, Overlaps};
use crate::gui::widgets::grid::Grid;
use crate::gui::widgets::grid::cell_ui::CellUi;
use crate::gui::widgets::grid::column::{ColumnSpec, Direction, Sort, Width};
use crate::report::overlap::{
    because, by_law, in_all, in_brief, money_cell, names, saving, strength,
};
use crate::units::display;
use crate::units::id::Id;
use crate::units::money_unit::MoneyUnit;

const PAIRS: [ColumnSpec<'static>; 6] = [
    ColumnSpec::text("Overlap", Width::Exact(96.0)).sortable(),
    ColumnSpec::text("Partnership", Width::AtLeast(130.0)).sortable(),
    ColumnSpec::text("And", Width::AtLeast(130.0)).sortable(),
    ColumnSpec::number("Merging saves", "£", Width::Exact(136.0)).sortable(),
    ColumnSpec::text("Law requires", Width::Exact(108.0)),
    ColumnSpec::text("The same", Width::AtLeast(216.0)),
];

/// Without what the panel beside has.
const N_BESIDE_A_PANEL: usize = 4;

const GROUPS: [ColumnSpec<'static>; 4] = [
    ColumnSpec::number("How many", "", Width::Exact(88.0)),
    ColumnSpec::text("Least alike", Width::Exact(104.0)),
    ColumnSpec::text("Partnerships", Width::AtLeast(300.0)),
    ColumnSpec::text("What all have", Width::AtLeast(240.0)),
];

/// The order before anybody sorts: the strongest first.
pub(super) const STRONGEST_FIRST: Sort = Sort {
    column: 0,
    direction: Direction::Descending,
};

/// What the user did to a list.
#[derive(Default)]
pub(super) struct Asked {
    /// The row that was picked, by its place in the answer.
    pub(super) picked: Option<usize>,
    /// The order that is asked for.
    pub(super) sort: Option<Sort>,
}

/// The places of the pairs in an order; those that are equal stay as they are, the strongest first.
pub(super) fn order(found: &Overlaps, basis: Basis, sort: Sort) -> Vec<usize> {
    let mut rows: Vec<(usize, &Overlap)> = found.pairs.iter().enumerate().collect();
    let saved = |it: &Overlap| {
        let merging = it.merging.as_ref();
        merging.map(|it| it.saving.money.get(basis).amount)
    };
    rows.sort_by(|(_, a), (_, b)| {
        let by = match sort.column {
            1 => a.a.name.to_lowercase().cmp(&b.a.name.to_lowercase()),
            2 => a.b.name.to_lowercase().cmp(&b.b.name.to_lowercase()),
            // What is not known stands last either way.
            3 => match (saved(a), saved(b)) {
                (Some(a), Some(b)) => a.cmp(&b),
                (Some(_), None) => return Ordering::Less,
                (None, Some(_)) => return Ordering::Greater,
                (None, None) => Ordering::Equal,
            },
            _ => a.score.cmp(&b.score),
        };
        match sort.direction {
            Direction::Ascending => by,
            Direction::Descending => by.reverse(),
        }
    });
    rows.into_iter().map(|(at, _)| at).collect()
}

/// Shows the pairs; the reasons too, unless a panel beside has them.
pub(super) fn pairs(
    ui: &mut Ui,
    found: &Overlaps,
    basis: Basis,
    sort: Sort,
    selected: Option<(Id, Id)>,
) -> Asked {
    let rows = order(found, basis, sort);
    let of = |row: usize| found.pairs.get(*rows.get(row)?);
    let key = |row: usize| EguiId::unique(of(row).map(|it| (it.a.id, it.b.id)));
    let said = |row: usize| {
        of(row).map_or_else(String::new, |it| {
            let (strength, because) = (strength(it.score), because(it));
            let merging = it.merging.as_ref().map_or_else(String::new, |it| {
                let saving = saving(&it.saving, basis, found.money_unit);
                format!(". Merging {saving}")
            });
            format!(
                "{} and {}, {strength}: {because}{merging}",
                it.a.name, it.b.name
            )
        })
    };
    let columns = ColumnSpec::in_unit(PAIRS, found.money_unit);
    let columns = match selected {
        Some(_) => columns.get(..N_BESIDE_A_PANEL).unwrap_or(&columns),
        None => &columns,
    };
    let is_selected = |row: &usize| of(*row).map(|it| (it.a.id, it.b.id)) == selected;
    let row = selected.and_then(|_| (0..rows.len()).find(is_selected));
    let shown = Grid::new(
        EguiId::unique("overlapping pairs"),
        "Overlapping pairs",
        columns,
    )
    .row_key(&key)
    .selectable(&said)
    .selected(row)
    .show(ui, rows.len(), Some(sort), |row, column, cell| {
        if let Some(it) = of(row) {
            fill_pair(cell, column, it, (basis, found.money_unit));
        }
    });
    let picked = shown.opened_row.or(shown.clicked_row);
    Asked {
        picked: picked.and_then(|row| rows.get(row).copied()),
        sort: shown.sort_clicked,
    }
}

fn fill_pair(
    cell: &mut CellUi<'_>,
    column: usize,
    it: &Overlap,
    (basis, unit): (Basis, MoneyUnit),
) {
    match column {
        0 => cell.text(&strength(it.score)),
        1 => cell.link(None, &it.a.name),
        2 => cell.link(None, &it.b.name),
        3 => match &it.merging {
            Some(merging) => cell.text(&money_cell(*merging.saving.money.get(basis), unit)),
            None => cell.muted("–"),
        },
        4 => cell.text(by_law(it)),
        _ => cell.muted(&in_brief(it)),
    };
}

/// Shows the groups.
pub(super) fn groups(ui: &mut Ui, found: &Overlaps, selected: Option<usize>) -> Asked {
    let of = |row: usize| found.groups.get(row);
    let key = |row: usize| {
        let ids = |it: &Group| it.partnerships.iter().map(|it| it.id).collect::<Vec<_>>();
        EguiId::unique(of(row).map(ids))
    };
    let said = |row: usize| of(row).map(names).unwrap_or_default();
    let columns = match selected {
        Some(_) => GROUPS.get(..3).unwrap_or(&GROUPS),
        None => &GROUPS,
    };
    let shown = Grid::new(
        EguiId::unique("overlapping groups"),
        "Overlapping groups",
        columns,
    )
    .row_key(&key)
    .selectable(&said)
    .selected(selected)
    .show(ui, found.groups.len(), None, |row, column, cell| {
        let Some(it) = of(row) else {
            return;
        };
        match column {
            0 => cell.text(&display::count_figure(it.partnerships.len())),
            1 => cell.text(&strength(it.weakest)),
            2 => cell.link(None, &names(it)),
            _ => cell.muted(&in_all(it)),
        };
    });
    Asked {
        picked: shown.opened_row.or(shown.clicked_row),
        sort: None,
    }
}
