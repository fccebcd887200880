//! Which cells of a table there are queries on, and what each says.

use std::collections::{BTreeMap, BTreeSet};

use crate::gui::inputs::facts::Facts;
use crate::model::query::{Query, Severity};
use crate::units::id::Id;

/// The queries on the records of one table.
pub(crate) struct Signs<'f> {
    /// Every one of them, the worst first.
    pub(crate) queries: Vec<&'f Query>,
    cells: BTreeMap<(Id, Option<&'static str>), (Severity, String)>,
}

impl<'f> Signs<'f> {
    /// The queries that findings has on these records.
    pub(crate) fn of(facts: &Facts<'f>, records: impl Iterator<Item = Id>) -> Self {
        let records: BTreeSet<Id> = records.collect();
        let queries: &[Query] = match (facts.findings, facts.partnership) {
            (Some(findings), Some(id)) => findings.partnership(id).map_or(&[], |it| &it.queries),
            (Some(findings), None) => &findings.shared_queries,
            (None, _) => &[],
        };
        let mut found: Vec<&Query> = queries
            .iter()
            .filter(|it| records.contains(&it.record))
            .collect();
        found.sort_by_key(|it| it.severity);
        let mut cells: BTreeMap<_, (Severity, String)> = BTreeMap::new();
        for query in &found {
            let text = format!("{}. {}", query.message, query.hint);
            cells
                .entry((query.record, query.field))
                .and_modify(|(_, all)| *all = format!("{all}\n{text}"))
                .or_insert((query.severity, text));
        }
        Self {
            queries: found,
            cells,
        }
    }

    /// What is asked of a cell, and how much it matters; a query on the whole record stands in its first cell.
    pub(crate) fn of_cell(
        &self,
        record: Id,
        field: Option<&'static str>,
        is_first: bool,
    ) -> Option<(Severity, String)> {
        let of_cell = field.and_then(|it| self.cells.get(&(record, Some(it))));
        let of_record = || self.cells.get(&(record, None)).filter(|_| is_first);
        of_cell.or_else(of_record).cloned()
    }
}
