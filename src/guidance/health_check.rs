//! The questions of the health check and of governance, each in our own words, with where it comes from.

use std::collections::BTreeMap;

use serde::Deserialize;

/// Every question of an edition.
#[derive(Debug)]
pub struct HealthCheck {
    questions: Vec<HealthQuestion>,
    places: BTreeMap<String, usize>,
}

/// One question of the health check or of governance.
#[derive(Debug)]
pub struct HealthQuestion {
    /// The name that answers know it by: `h1` to `h28`, or a word such as `agreement`.
    pub key: String,
    /// What it belongs to.
    pub group: HealthGroup,
    /// The paragraphs of *A Fruitful Partnership* that it rests on; blank where that paper does not ask it.
    pub paragraphs: String,
    /// Of which partnerships it is asked.
    pub asked: Asked,
    /// The question, as the answer “yes” is the good one.
    pub question: String,
    /// What good evidence would be, in one sentence.
    pub evidence: String,
    /// Who asks it: publisher, title and year, or a convention.
    pub source: String,
}

/// What a question belongs to: the four sections of the paper, and governance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HealthGroup {
    /// Whether to work in partnership at all.
    Deciding,
    /// Its form and its partners.
    Starting,
    /// How it works.
    Operating,
    /// Whether it succeeds and answers for it.
    Reviewing,
    /// Agreement, money, redress.
    Governance,
}

impl HealthGroup {
    /// Every group, in the order of the paper.
    pub const ALL: [Self; 5] = [
        Self::Deciding,
        Self::Starting,
        Self::Operating,
        Self::Reviewing,
        Self::Governance,
    ];

    /// The name that readers know it by.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Deciding => "Deciding to work together",
            Self::Starting => "Getting started",
            Self::Operating => "Working well",
            Self::Reviewing => "Reviewing success",
            Self::Governance => "Governance",
        }
    }

    /// The name that scripts know it by.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Deciding => "deciding",
            Self::Starting => "starting",
            Self::Operating => "operating",
            Self::Reviewing => "reviewing",
            Self::Governance => "governance",
        }
    }
}

/// Of which partnerships a question is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// Of every one.
    Always,
    /// Where the money at stake reaches the sum from which governance is asked in full.
    Full,
    /// As [`Asked::Full`], and only where it has a pooled budget.
    Pools,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Row {
    key: String,
    group: HealthGroup,
    paragraphs: String,
    asked: Asked,
    question: String,
    evidence: String,
    source: String,
}

impl HealthQuestion {
    /// Its number in the paper: `3`; nothing for governance.
    pub fn number(&self) -> Option<&str> {
        let is_of_paper = self.group != HealthGroup::Governance;
        self.key.strip_prefix('h').filter(|_| is_of_paper)
    }

    /// `3`, `accountable body`.
    pub fn short_name(&self) -> String {
        match self.number() {
            Some(number) => number.to_owned(),
            None => self.key.replace('-', " "),
        }
    }

    /// `question 3`, `accountable body`.
    pub fn name(&self) -> String {
        match self.number() {
            Some(number) => format!("question {number}"),
            None => self.short_name(),
        }
    }
}

impl HealthCheck {
    pub(crate) fn new(rows: Vec<Row>) -> Self {
        let questions = rows.into_iter().map(|row| HealthQuestion {
            key: row.key,
            group: row.group,
            paragraphs: row.paragraphs,
            asked: row.asked,
            question: row.question,
            evidence: row.evidence,
            source: row.source,
        });
        let questions: Vec<HealthQuestion> = questions.collect();
        let places = questions.iter().enumerate();
        let places = places.map(|(at, it)| (it.key.clone(), at)).collect();
        Self { questions, places }
    }

    /// Every question, group by group.
    pub fn questions(&self) -> &[HealthQuestion] {
        &self.questions
    }

    /// Where the question of this key stands among them.
    pub fn place(&self, key: &str) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// The question of this key.
    pub fn question(&self, key: &str) -> Option<&HealthQuestion> {
        self.questions.get(self.place(key)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guidance::edition::newest;

    /// *A Fruitful Partnership*, pull-out checklist: questions 1–3, 4–6, 7–18 and 19–28 in its four sections.
    #[test]
    fn the_paper_asks_28_questions_in_four_sections() {
        let check = &newest().health_check;
        let of_paper: Vec<(HealthGroup, String)> = check
            .questions()
            .iter()
            .filter(|it| it.group != HealthGroup::Governance)
            .map(|it| (it.group, it.key.clone()))
            .collect();
        let group = |n: usize| match n {
            1..=3 => HealthGroup::Deciding,
            4..=6 => HealthGroup::Starting,
            7..=18 => HealthGroup::Operating,
            _ => HealthGroup::Reviewing,
        };
        let expected: Vec<_> = (1..=28).map(|n| (group(n), format!("h{n}"))).collect();
        assert_eq!(of_paper, expected);
    }

    #[test]
    fn governance_asks_ten_more_in_proportion() {
        let all = newest().health_check.questions().iter();
        let governance: Vec<_> = all
            .filter(|it| it.group == HealthGroup::Governance)
            .map(|it| (it.key.as_str(), it.asked))
            .collect();
        let expected = [
            ("agreement", Asked::Always),
            ("accountable-body", Asked::Always),
            ("complaints", Asked::Always),
            ("scrutiny", Asked::Full),
            ("audit", Asked::Full),
            ("open-meetings", Asked::Full),
            ("open-accounts", Asked::Full),
            ("risk-register", Asked::Full),
            ("pooled-budget", Asked::Pools),
            ("data-sharing", Asked::Full),
        ];
        assert_eq!(governance, expected);
    }

    #[test]
    fn every_question_says_what_evidence_would_be_and_who_asks() {
        let check = &newest().health_check;
        for it in check.questions() {
            assert!(it.question.ends_with('?'), "{}", it.key);
            assert!(it.question.chars().count() <= 55, "{} is long", it.key);
            assert!(!it.evidence.is_empty() && !it.source.is_empty());
            let is_of_paper = it.group != HealthGroup::Governance;
            assert!(!is_of_paper || !it.paragraphs.is_empty(), "{}", it.key);
            assert!(std::ptr::eq(check.question(&it.key).unwrap(), it));
        }
        assert!(check.question("h29").is_none());
    }
}
