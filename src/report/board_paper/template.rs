//! A council’s own headings: which sections a paper has, in which order, under which headings, as a plain text file says.

use crate::report::board_paper::part::{Appendix, Part};
use crate::report::board_paper::words::line;

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 65_536;

/// Sections that a paper has at most.
const MOST_SECTIONS: usize = 40;

/// Letters of a heading.
const LONGEST_HEADING: usize = 200;

/// Letters of what an officer is asked for.
const LONGEST_PROMPT: usize = 2_000;

/// The headings of a paper and their order.
///
/// The file has a line for each section, in the order of the paper; blank lines and lines that begin with `#` count for
/// nothing:
///
/// ```text
/// # Cabinet report, Ashmere Council
/// purpose: Purpose of report
/// summary: Executive summary
/// recommendations: Recommended decisions
/// findings: What we found
/// financial: Financial implications | The section 151 officer is to comment here.
/// own: Climate and nature | Say what the decision does to emissions.
/// legal: Legal implications
/// assumptions: What the figures rest on
/// ```
/// Before the colon stands the name of a section (`purpose`, `summary`, `recommendations`, `background`, `findings`,
/// `options`, `financial`, `risk`, `legal`, `equalities`, `consultation`), `own` for one of your own, or an appendix
/// (`figures`, `assumptions`, `method`, `provenance`). After the colon stands its heading. After a `|` may stand what an
/// officer is asked to write at the end of the section; `own` needs it. A section without a line is left out; the
/// appendices are always there, as no figure can be checked without them, and a line gives one another heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    sections: Vec<SectionOf>,
    appendices: [String; 4],
}

/// A section of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionOf {
    /// What the program writes there; nothing for a section of one’s own.
    pub part: Option<Part>,
    /// Its heading.
    pub heading: String,
    /// What an officer is asked to write; blank for nothing.
    pub prompt: String,
}

/// Why a template cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}. {hint}")]
pub struct TemplateError {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

impl Default for Template {
    fn default() -> Self {
        Self {
            sections: Part::ALL.map(SectionOf::usual).to_vec(),
            appendices: Appendix::ALL.map(|it| it.heading().to_owned()),
        }
    }
}

impl SectionOf {
    fn usual(part: Part) -> Self {
        Self {
            part: Some(part),
            heading: part.heading().to_owned(),
            prompt: part.prompt().to_owned(),
        }
    }

    /// What the places of its paragraphs begin with: `summary`; of one’s own `own-climate-and-nature`.
    pub fn key(&self) -> String {
        if let Some(part) = self.part {
            return part.key().to_owned();
        }
        let letters = self.heading.to_lowercase();
        let letters = letters.split(|it: char| !it.is_alphanumeric());
        let words: Vec<&str> = letters.filter(|it| !it.is_empty()).collect();
        format!("own-{}", words.join("-"))
    }
}

impl Template {
    /// The sections, in order.
    pub fn sections(&self) -> &[SectionOf] {
        &self.sections
    }

    /// The heading of an appendix.
    pub fn heading_of(&self, appendix: Appendix) -> &str {
        let at = Appendix::ALL.iter().position(|it| *it == appendix);
        let heading = at.and_then(|at| self.appendices.get(at));
        heading.map_or(appendix.heading(), String::as_str)
    }

    /// Reads a template.
    ///
    /// # Errors
    /// The first line that cannot be understood, a section that stands twice, a file without sections, or one too large.
    pub fn read(text: &str) -> Result<Self, TemplateError> {
        if text.len() > LARGEST {
            return Err(TemplateError {
                line: 1,
                what: "The file is too large for a template".to_owned(),
                hint: "A template is a few lines of plain text, 64 kB at most".to_owned(),
            });
        }
        let mut read = Self {
            sections: Vec::new(),
            appendices: Appendix::ALL.map(|it| it.heading().to_owned()),
        };
        let mut seen: Vec<String> = Vec::new();
        let mut last = 1;
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        for (at, written) in text.lines().enumerate() {
            last = at.saturating_add(1);
            let written = written.trim();
            if written.is_empty() || written.starts_with('#') {
                continue;
            }
            let key = read.take(written, last)?;
            if seen.contains(&key) {
                return Err(error(
                    last,
                    format!("“{key}” stands twice"),
                    "Leave one of the two out",
                ));
            }
            seen.push(key);
        }
        if read.sections.is_empty() {
            return Err(error(
                last,
                "The template has no section".to_owned(),
                "Write a line such as: summary: Executive summary",
            ));
        }
        Ok(read)
    }

    /// Takes one line; says which key it had.
    fn take(&mut self, written: &str, at: usize) -> Result<String, TemplateError> {
        let Some((key, rest)) = written.split_once(':') else {
            let what = format!("“{}” has no colon", shown(written));
            return Err(error(
                at,
                what,
                "Write the name of a section, a colon and its heading, such as: summary: Executive summary",
            ));
        };
        let key = key.trim().to_lowercase();
        let (heading, prompt) = match rest.split_once('|') {
            Some((heading, prompt)) => (line(heading), Some(line(prompt))),
            None => (line(rest), None),
        };
        check_lengths(at, &heading, prompt.as_deref().unwrap_or_default())?;
        if let Some(place) = Appendix::ALL.iter().position(|it| it.key() == key) {
            if prompt.is_some() {
                return Err(error(
                    at,
                    format!("The appendix “{key}” takes no |"),
                    "Write its heading alone",
                ));
            }
            if let Some(own) = self.appendices.get_mut(place) {
                *own = heading;
            }
            return Ok(key);
        }
        let part = Part::ALL.into_iter().find(|it| it.key() == key);
        if part.is_none() && key != "own" {
            return Err(error(
                at,
                format!("No section is called “{}”", shown(&key)),
                &known(),
            ));
        }
        let prompt = match (part, prompt) {
            (None, None) => {
                return Err(error(
                    at,
                    "A section of your own says nothing".to_owned(),
                    "Write | and what is to be written there, such as: own: Climate | Say what it does to emissions.",
                ));
            }
            (Some(part), None) => part.prompt().to_owned(),
            (_, Some(prompt)) if prompt.is_empty() => {
                return Err(error(
                    at,
                    "Nothing stands after the |".to_owned(),
                    "Say what is to be written there, or leave the | out",
                ));
            }
            (_, Some(prompt)) => prompt,
        };
        let section = SectionOf {
            part,
            heading,
            prompt,
        };
        let key = section.key();
        if self.sections.len() >= MOST_SECTIONS {
            return Err(error(
                at,
                format!("There are more than {MOST_SECTIONS} sections"),
                "Leave some out",
            ));
        }
        self.sections.push(section);
        Ok(key)
    }

    /// The template as a file that [`Template::read`] takes.
    pub fn text(&self) -> String {
        let mut text = String::from(
            "# Headings of a board paper: the sections in the order of the paper, each with its heading.\n# A section whose line is left out is left out. After a | stands what an officer is asked to write.\n# A section of your own: own: Climate and nature | Say what the decision does to emissions.\n",
        );
        for it in &self.sections {
            let key = it.part.map_or("own", Part::key);
            let prompt = if it.prompt.is_empty() {
                String::new()
            } else {
                format!(" | {}", it.prompt)
            };
            text.extend([key, ": ", &it.heading, &prompt, "\n"]);
        }
        text.push_str("# The appendices are always there; these are their headings.\n");
        for it in Appendix::ALL {
            text.extend([it.key(), ": ", self.heading_of(it), "\n"]);
        }
        text
    }
}

fn check_lengths(at: usize, heading: &str, prompt: &str) -> Result<(), TemplateError> {
    if heading.is_empty() {
        return Err(error(
            at,
            "The heading is blank".to_owned(),
            "Write the heading after the colon",
        ));
    }
    if heading.chars().count() > LONGEST_HEADING {
        let hint = format!("Keep it to {LONGEST_HEADING} letters");
        return Err(error(at, "The heading is too long".to_owned(), &hint));
    }
    if prompt.chars().count() > LONGEST_PROMPT {
        let hint = format!("Keep it to {LONGEST_PROMPT} letters");
        return Err(error(
            at,
            "What stands after the | is too long".to_owned(),
            &hint,
        ));
    }
    Ok(())
}

fn error(line: usize, what: String, hint: &str) -> TemplateError {
    TemplateError {
        line,
        what,
        hint: hint.to_owned(),
    }
}

fn known() -> String {
    let sections = Part::ALL.iter().map(|it| it.key());
    let appendices = Appendix::ALL.iter().map(|it| it.key());
    let all: Vec<&str> = sections.chain(["own"]).chain(appendices).collect();
    format!("Try {}", all.join(", "))
}

/// So much of a text as an error may hold.
fn shown(text: &str) -> String {
    crate::report::text_table::shortened(&line(text), 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_one_reads_back_as_it_is() {
        let usual = Template::default();
        assert_eq!(Template::read(&usual.text()), Ok(usual));
    }

    #[test]
    fn sections_stand_as_the_file_says() {
        let read = Template::read(
            "\u{FEFF}# ours\r\nSummary:  The  answer \r\n\r\nown: Climate & nature | Say what it does.\nmethod: Workings\nlegal: Law | Ask the solicitor: all of it | now\n",
        );
        let read = read.unwrap();
        let all: Vec<_> = read
            .sections()
            .iter()
            .map(|it| (it.key(), it.heading.as_str(), it.prompt.as_str()))
            .collect();
        assert_eq!(
            all,
            [
                ("summary".to_owned(), "The answer", ""),
                (
                    "own-climate-nature".to_owned(),
                    "Climate & nature",
                    "Say what it does."
                ),
                (
                    "legal".to_owned(),
                    "Law",
                    "Ask the solicitor: all of it | now"
                ),
            ]
        );
        assert_eq!(read.heading_of(Appendix::Method), "Workings");
        assert_eq!(
            read.heading_of(Appendix::Figures),
            "Figures behind the charts"
        );
    }

    #[test]
    fn a_mistake_is_told_with_its_line_and_what_to_do() {
        let check = |text: &str, said: &str| {
            let error = Template::read(text).unwrap_err().to_string();
            assert!(error.starts_with(said), "{error}");
        };
        check(
            "# x\nsummary",
            "line 2: “summary” has no colon. Write the name",
        );
        check(
            "summry: S",
            "line 1: No section is called “summry”. Try purpose, summary,",
        );
        check("summary:  ", "line 1: The heading is blank. Write");
        check(
            "summary: S\n\nsummary: T",
            "line 3: “summary” stands twice. Leave",
        );
        check(
            "own: A b | x\nown: a B | y",
            "line 2: “own-a-b” stands twice. Leave",
        );
        check(
            "own: Climate",
            "line 1: A section of your own says nothing. Write |",
        );
        check("risk: Risk |", "line 1: Nothing stands after the |. Say");
        check(
            "method: How | x",
            "line 1: The appendix “method” takes no |. Write",
        );
        check("# nothing\n", "line 1: The template has no section. Write");
        check(
            &format!("risk: {}", "x".repeat(201)),
            "line 1: The heading is too long. Keep",
        );
        check(&"#".repeat(LARGEST + 1), "line 1: The file is too large");
        let many: Vec<String> = (0..=MOST_SECTIONS)
            .map(|n| format!("own: {n} | x\n"))
            .collect();
        check(
            &many.concat(),
            "line 41: There are more than 40 sections. Leave",
        );
    }
}
