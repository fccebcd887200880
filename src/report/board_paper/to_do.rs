//! What is left to the author of a paper: prompts, edits that the figures have moved away from, and edits without a place.

use crate::findings::explanation::lower_first;
use crate::report::board_paper::words::line;
use crate::report::board_paper::{BoardPaper, Passage};
use crate::report::document::Origin;
use crate::report::text_table::shortened;
use crate::units::display;

/// Letters of an edit that is lost, as a list shows it.
const SHOWN: usize = 80;

impl BoardPaper {
    /// What only an officer can write, and nobody has written yet.
    pub fn prompts(&self) -> impl Iterator<Item = &Passage> {
        self.of(Origin::Prompt)
    }

    /// Paragraphs that were edited from words that the program would not compose today.
    pub fn stale(&self) -> impl Iterator<Item = &Passage> {
        self.of(Origin::Stale)
    }

    fn of(&self, origin: Origin) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(move |it| it.origin == origin)
    }

    /// How much is left to do: `To be written by an officer: legal implications, consultation. Two edited paragraphs …`;
    /// blank where the paper is ready.
    pub fn left_in_short(&self) -> String {
        let mut said = Vec::new();
        let mut prompts: Vec<String> = self.prompts().map(|it| lower_first(&it.heading)).collect();
        prompts.dedup();
        if !prompts.is_empty() {
            said.push(format!(
                "To be written by an officer: {}.",
                prompts.join(", ")
            ));
        }
        for (n, one, many) in [
            (
                self.stale().count(),
                "paragraph was edited before the figures moved.",
                "paragraphs were edited before the figures moved.",
            ),
            (
                self.lost.len(),
                "edit belongs to no paragraph of this paper.",
                "edits belong to no paragraph of this paper.",
            ),
        ] {
            if n > 0 {
                said.push(display::count(n, one, many));
            }
        }
        said.join(" ")
    }

    /// What is left to do, a line each; nothing where the paper is ready.
    pub fn left_to_do(&self) -> Vec<String> {
        let prompts = self
            .prompts()
            .map(|it| format!("To be written by an officer: {} {}", it.number, it.heading));
        let stale = self.stale().map(|it| {
            let at = if it.is_left_out {
                format!("“{}”, which an edit leaves out", it.place)
            } else {
                format!("{} {}", it.number, it.heading)
            };
            format!(
                "Edited before the figures moved, look at it again: {at}. Today: {}",
                it.composed
            )
        });
        let lost = self.lost.iter().map(|it| {
            let text = shortened(&line(&it.text), SHOWN);
            format!(
                "Edited, but no longer in the paper: “{}”: {text}",
                line(&it.place)
            )
        });
        prompts.chain(stale).chain(lost).collect()
    }
}
