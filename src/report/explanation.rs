//! The basis of a figure as an indented text.

use std::collections::BTreeMap;

use crate::findings::explanation::{Explanation, Origin};
use crate::report::text_table::one_line;
use crate::units::display;

/// The tree with two spaces for each level, each line ended; what has stood above already is only named again.
pub fn as_text(explanation: &Explanation) -> String {
    Tree::default().text(explanation)
}

/// Prints a tree, and what it has printed before only as "as above".
#[derive(Default)]
struct Tree {
    /// What has been seen: a line with its parts, numbered, so that two branches are compared at once.
    seen: BTreeMap<(String, Vec<usize>), usize>,
    /// Whether the branch of that number is on paper.
    is_printed: Vec<bool>,
    out: String,
}

impl Tree {
    fn text(mut self, explanation: &Explanation) -> String {
        let branch = self.branch(explanation);
        self.print(&branch, 0);
        self.out
    }

    fn branch(&mut self, explanation: &Explanation) -> Branch {
        let parts = explanation.parts.iter().filter(|it| !is_plain_number(it));
        let parts: Vec<Branch> = parts.map(|it| self.branch(it)).collect();
        let is_at_least = !matches!(explanation.origin, Origin::NotKnown)
            && parts.iter().any(|part| part.is_part_missing);
        let value = explanation.value_text();
        let value = if is_at_least && explanation.may_be_less() {
            format!("{value}, of what is known")
        } else if is_at_least {
            display::at_least(&value)
        } else {
            value
        };
        let origin = match &explanation.origin {
            // A step without a name of its own is called what it does, and says so once.
            Origin::Worked(how) if *how == explanation.label => String::new(),
            _ => explanation.origin_text(),
        };
        let line = format!("{}  {value}  {origin}", explanation.label);
        let line = one_line(line.trim_end());
        let key = (line.clone(), parts.iter().map(|part| part.number).collect());
        let next = self.seen.len();
        let number = *self.seen.entry(key).or_insert(next);
        if number == next {
            self.is_printed.push(false);
        }
        Branch {
            line,
            number,
            is_part_missing: is_at_least || explanation.value.is_none(),
            parts,
        }
    }

    fn print(&mut self, branch: &Branch, depth: usize) {
        self.out.push_str(&"  ".repeat(depth));
        self.out.push_str(&branch.line);
        let mut is_above = false;
        if let Some(is_printed) = self.is_printed.get_mut(branch.number) {
            is_above = *is_printed && !branch.parts.is_empty();
            *is_printed = true;
        }
        if is_above {
            self.out.push_str("  (as above)\n");
            return;
        }
        self.out.push('\n');
        for part in &branch.parts {
            self.print(part, depth.saturating_add(1));
        }
    }
}

/// A 0, 1 or 100 that stands in the formula itself.
fn is_plain_number(explanation: &Explanation) -> bool {
    let is_number = explanation.label.bytes().all(|byte| byte.is_ascii_digit());
    is_number && matches!(explanation.origin, Origin::Constant)
}

struct Branch {
    line: String,
    number: usize,
    /// Whether a part of it, or all of it, is not known.
    is_part_missing: bool,
    parts: Vec<Branch>,
}
