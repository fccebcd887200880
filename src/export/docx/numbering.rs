//! The one list that numbers a paper, so that what an officer inserts is numbered and all below it moves on.
//!
//! **Architecture invariant:** a number is left to the list only where the list comes to what the paper says; else it is text.

use std::fmt::Write;

/// The numbers of the sections, by their list instance.
pub(crate) const SECTIONS: u32 = 1;
/// The numbers of the appendices.
pub(crate) const APPENDICES: u32 = 2;

/// A level of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    /// `3`, or `Appendix B`.
    Heading,
    /// `3.2`, or `B.2`.
    Paragraph,
    /// `(a)`.
    Letter,
}

impl Level {
    /// Its place in the list, the outermost 0.
    pub(crate) const fn index(self) -> usize {
        match self {
            Self::Heading => 0,
            Self::Paragraph => 1,
            Self::Letter => 2,
        }
    }

    /// How far the text of a paragraph stands in, where its number is text.
    pub(crate) const fn indent(self) -> &'static str {
        match self {
            Self::Heading => "",
            Self::Paragraph => "<w:ind w:left=\"709\" w:hanging=\"709\"/>",
            Self::Letter => "<w:ind w:left=\"1219\" w:hanging=\"510\"/>",
        }
    }
}

/// How a paragraph comes to its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Numbered {
    /// By its style.
    ByStyle,
    /// By this instance of the list, which starts its letters again.
    By(u32),
    /// As text, because the list would come to another.
    AsText,
}

/// Counts as Word does.
#[derive(Debug)]
pub(crate) struct Counter {
    list: u32,
    counts: [u32; 3],
    /// The instance that the letters follow.
    letters: Option<u32>,
}

impl Counter {
    /// Nothing counted yet.
    pub(crate) fn new(list: u32) -> Self {
        Self {
            list,
            counts: [0; 3],
            letters: None,
        }
    }

    /// How Word comes to this number; `n_restarts` counts the instances that start letters again.
    pub(crate) fn number(&mut self, level: Level, number: &str, n_restarts: &mut u32) -> Numbered {
        if self.take(level, number) {
            if level != Level::Letter {
                self.letters = None;
            }
            return self.letters.map_or(Numbered::ByStyle, Numbered::By);
        }
        let [_, _, letters] = &mut self.counts;
        if level == Level::Letter && number == "(a)" && *letters > 0 {
            *letters = 1;
            let instance = APPENDICES.saturating_add(1).saturating_add(*n_restarts);
            *n_restarts = n_restarts.saturating_add(1);
            self.letters = Some(instance);
            return Numbered::By(instance);
        }
        Numbered::AsText
    }

    /// Counts on if that comes to this number.
    fn take(&mut self, level: Level, number: &str) -> bool {
        let [heading, paragraph, letter] = self.counts;
        let next = match level {
            Level::Heading => [heading.saturating_add(1), 0, 0],
            Level::Paragraph => [heading, paragraph.saturating_add(1), 0],
            Level::Letter => [heading, paragraph, letter.saturating_add(1)],
        };
        let [heading, paragraph, letter] = next;
        let first = if self.list == APPENDICES {
            repeated(heading, 'A')
        } else {
            heading.to_string()
        };
        let text = match level {
            Level::Heading => first,
            Level::Paragraph => format!("{first}.{paragraph}"),
            Level::Letter => format!("({})", repeated(letter, 'a')),
        };
        let is_same = text == number;
        if is_same {
            self.counts = next;
        }
        is_same
    }
}

/// Word's letters: `a` to `z`, then `aa` to `zz`.
fn repeated(n: u32, first: char) -> String {
    let at = n.saturating_sub(1);
    let (letter, times) = (at.wrapping_rem(26), at.wrapping_div(26).saturating_add(1));
    let letter = u32::from(first).saturating_add(letter);
    let letter = char::from_u32(letter).unwrap_or(first).to_string();
    letter.repeat(usize::try_from(times).unwrap_or(1))
}

/// The lists, with as many instances more as start their letters again.
pub(crate) fn part(restarts: &[u32]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    );
    out.push_str(&list(
        SECTIONS,
        ["Heading1", "NumberedParagraph", "ListNumber"],
        ("decimal", "%1", 709),
    ));
    out.push_str(&list(
        APPENDICES,
        ["AppendixHeading", "AppendixParagraph", "AppendixList"],
        ("upperLetter", "Appendix %1", 2154),
    ));
    for id in [SECTIONS, APPENDICES] {
        // Writing to a String cannot fail.
        let _ = write!(
            out,
            "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{id}\"/></w:num>"
        );
    }
    for (id, list) in (APPENDICES.saturating_add(1)..).zip(restarts) {
        let _ = write!(
            out,
            "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{list}\"/><w:lvlOverride w:ilvl=\"2\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
        );
    }
    out.push_str("</w:numbering>");
    out
}

fn list(id: u32, styles: [&str; 3], (format, text, room): (&str, &str, u32)) -> String {
    let [heading, paragraph, letter] = styles;
    let level = |at: u32, format: &str, style: &str, text: &str, left: u32, hanging: u32| {
        format!(
            "<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:pStyle w:val=\"{style}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{left}\" w:hanging=\"{hanging}\"/></w:pPr></w:lvl>"
        )
    };
    format!(
        "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"multilevel\"/>{}{}{}</w:abstractNum>",
        level(0, format, heading, text, room, room),
        level(1, "decimal", paragraph, "%1.%2", 709, 709),
        level(2, "lowerLetter", letter, "(%3)", 1219, 510),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counted(list: u32, numbers: &[(Level, &str)]) -> Vec<Numbered> {
        let (mut counter, mut restarts) = (Counter::new(list), 0);
        numbers
            .iter()
            .map(|(level, number)| counter.number(*level, number, &mut restarts))
            .collect()
    }

    #[test]
    fn numbers_are_the_lists_where_it_comes_to_them() {
        use Level::{Heading, Letter, Paragraph};
        use Numbered::{AsText, By, ByStyle};
        let numbers = [
            (Heading, "1", ByStyle),
            (Paragraph, "1.1", ByStyle),
            (Letter, "(a)", ByStyle),
            (Letter, "(b)", ByStyle),
            // A second list in the same place starts again, and goes on by itself.
            (Letter, "(a)", By(3)),
            (Letter, "(b)", By(3)),
            (Paragraph, "1.2", ByStyle),
            (Letter, "(a)", ByStyle),
            // Left out in between: text, and the list goes on with what follows.
            (Paragraph, "1.4", AsText),
            (Heading, "2", ByStyle),
            (Paragraph, "2.1", ByStyle),
        ];
        let asked: Vec<_> = numbers.iter().map(|(level, it, _)| (*level, *it)).collect();
        let expected: Vec<_> = numbers.iter().map(|(_, _, it)| *it).collect();
        assert_eq!(counted(SECTIONS, &asked), expected);
        assert_eq!(
            counted(
                APPENDICES,
                &[(Heading, "A"), (Paragraph, "A.1"), (Heading, "B")]
            ),
            [ByStyle; 3]
        );
    }

    #[test]
    fn letters_go_on_as_words_do() {
        assert_eq!(
            [1, 26, 27, 53].map(|n| repeated(n, 'a')),
            ["a", "z", "aa", "aaa"]
        );
    }
}
