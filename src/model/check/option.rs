//! Queries on options: lines that are not of this partnership or are named twice, and mergers with nobody.

use std::collections::BTreeSet;

use crate::model::check::partnership::Check;
use crate::model::option::{AppraisalOption, OptionForm};
use crate::units::id::{Id, Kind};

impl Check<'_> {
    /// What is odd about the options of the partnership.
    pub(super) fn options(&mut self) {
        let partnership = self.partnership;
        if partnership.options.is_empty() {
            return;
        }
        let mut lines = BTreeSet::new();
        partnership.each_record(|id, kind| {
            if may_change(kind) {
                lines.insert(id);
            }
        });
        for option in &partnership.options {
            for line in &option.cash_lines {
                lines.remove(&line.id);
            }
            for benefit in &option.benefits {
                lines.remove(&benefit.id);
            }
        }
        for option in &partnership.options {
            self.option(option, &lines);
        }
    }

    fn option(&mut self, option: &AppraisalOption, lines: &BTreeSet<Id>) {
        let id = option.id;
        self.queries.name(id, &option.name, "option");
        self.queries.share(id, "keeps", &option.keeps);
        self.queries.points(id, "achievement", &option.achievement);
        self.merged_with(option);
        for (n, line) in option.lines.iter().enumerate() {
            let mut before = option.lines.iter().take(n);
            match line.record {
                None => {
                    let hint = "Choose the line that changes, or delete the row";
                    self.queries
                        .warn(line.id, Some("record"), "No line is chosen", hint);
                }
                Some(record) if !lines.contains(&record) => {
                    let message = "The line chosen here is not one of this partnership";
                    let hint = "Choose a line of this partnership, or delete the row";
                    self.queries.error(line.id, "record", message, hint);
                }
                Some(_) if before.any(|it| it.record == line.record) => {
                    let message = "This line is named twice";
                    self.queries
                        .warn(line.id, Some("record"), message, "Delete one of them");
                }
                Some(_) => {}
            }
            self.queries.known(line.id, "keeps", &line.keeps);
            self.queries.share(line.id, "keeps", &line.keeps);
        }
        for cash in &option.cash_lines {
            self.cash_line(cash);
        }
        for benefit in &option.benefits {
            self.benefit(benefit);
        }
    }

    fn merged_with(&mut self, option: &AppraisalOption) {
        let id = option.id;
        match option.merged_with {
            Some(other) if other == self.partnership.id => {
                let message = "A partnership cannot be merged with itself";
                let hint = "Choose another partnership";
                self.queries.error(id, "merged_with", message, hint);
            }
            Some(other) if !self.names.partnerships.contains(&other) => {
                self.queries.nowhere(id, "merged_with", "partnership");
            }
            None if option.form == OptionForm::Merge => {
                let message = "The partnership that it is merged with is not chosen";
                let hint = "Choose one of the register";
                self.queries.warn(id, Some("merged_with"), message, hint);
            }
            _ => {}
        }
    }
}

/// What an option may leave a part of.
const fn may_change(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Meeting
            | Kind::BetweenMeetings
            | Kind::Post
            | Kind::Secondment
            | Kind::CashLine
            | Kind::InKind
            | Kind::Pool
            | Kind::Benefit
    )
}
