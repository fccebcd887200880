//! Texts into the words that say what a partnership is about: lower case, singular, without words that any of them uses.

use std::collections::BTreeMap;

/// Words that say nothing of the work: short English words, and those that any partnership is described with.
const STOP: [&str; 402] = [
    "about",
    "above",
    "accountability",
    "accountable",
    "across",
    "action",
    "advise",
    "after",
    "again",
    "against",
    "agency",
    "agenda",
    "agree",
    "agreed",
    "aim",
    "aims",
    "all",
    "alliance",
    "alone",
    "also",
    "although",
    "always",
    "and",
    "another",
    "any",
    "are",
    "area",
    "around",
    "asked",
    "assembly",
    "association",
    "authority",
    "based",
    "became",
    "because",
    "become",
    "been",
    "before",
    "began",
    "being",
    "below",
    "beside",
    "besides",
    "best",
    "better",
    "between",
    "board",
    "bodies",
    "body",
    "borough",
    "both",
    "boundary",
    "bring",
    "brought",
    "but",
    "came",
    "can",
    "cannot",
    "change",
    "changed",
    "city",
    "collaboration",
    "collaborative",
    "commission",
    "committee",
    "consortium",
    "cooperation",
    "coordinate",
    "coordinated",
    "coordination",
    "cost",
    "could",
    "council",
    "county",
    "cross",
    "day",
    "deal",
    "dealt",
    "deliver",
    "delivery",
    "develop",
    "development",
    "did",
    "different",
    "discuss",
    "district",
    "does",
    "doing",
    "done",
    "down",
    "during",
    "duty",
    "each",
    "easier",
    "easy",
    "effective",
    "effectively",
    "efficient",
    "either",
    "else",
    "employ",
    "ensure",
    "ever",
    "every",
    "everybody",
    "everyone",
    "everything",
    "executive",
    "far",
    "few",
    "fewer",
    "first",
    "five",
    "for",
    "forum",
    "four",
    "fourteen",
    "from",
    "full",
    "further",
    "gave",
    "general",
    "get",
    "give",
    "given",
    "goes",
    "going",
    "good",
    "great",
    "group",
    "grow",
    "had",
    "half",
    "hard",
    "has",
    "have",
    "having",
    "hear",
    "heard",
    "help",
    "here",
    "high",
    "higher",
    "highest",
    "him",
    "his",
    "hold",
    "how",
    "however",
    "improve",
    "improving",
    "include",
    "including",
    "initiative",
    "instead",
    "into",
    "issue",
    "its",
    "itself",
    "joint",
    "jointly",
    "just",
    "keep",
    "kept",
    "key",
    "knew",
    "know",
    "known",
    "large",
    "last",
    "later",
    "law",
    "lead",
    "least",
    "left",
    "less",
    "let",
    "like",
    "little",
    "local",
    "long",
    "look",
    "lost",
    "lot",
    "low",
    "lower",
    "lowest",
    "made",
    "main",
    "make",
    "making",
    "management",
    "many",
    "march",
    "may",
    "mean",
    "meet",
    "meeting",
    "meets",
    "member",
    "met",
    "might",
    "month",
    "more",
    "most",
    "move",
    "moved",
    "much",
    "must",
    "near",
    "nearly",
    "need",
    "needed",
    "needs",
    "network",
    "never",
    "new",
    "next",
    "nine",
    "nobody",
    "none",
    "nor",
    "not",
    "nothing",
    "now",
    "number",
    "off",
    "office",
    "often",
    "once",
    "one",
    "only",
    "open",
    "opened",
    "operational",
    "order",
    "organisation",
    "other",
    "ought",
    "our",
    "out",
    "over",
    "overall",
    "oversee",
    "oversight",
    "own",
    "paid",
    "panel",
    "part",
    "partner",
    "partnership",
    "pass",
    "passed",
    "past",
    "pay",
    "people",
    "per",
    "place",
    "places",
    "plan",
    "planning",
    "possible",
    "priority",
    "problem",
    "programme",
    "project",
    "promote",
    "promoting",
    "provide",
    "public",
    "purpose",
    "put",
    "quick",
    "quickly",
    "quite",
    "rather",
    "real",
    "reason",
    "region",
    "regional",
    "related",
    "relevant",
    "required",
    "requires",
    "responsibility",
    "responsible",
    "right",
    "role",
    "round",
    "run",
    "said",
    "same",
    "sat",
    "saw",
    "say",
    "seem",
    "seen",
    "service",
    "set",
    "seven",
    "several",
    "shall",
    "share",
    "shared",
    "she",
    "should",
    "side",
    "similar",
    "simple",
    "since",
    "single",
    "sits",
    "six",
    "small",
    "some",
    "somebody",
    "something",
    "soon",
    "start",
    "started",
    "statutory",
    "stay",
    "steering",
    "still",
    "strategic",
    "strategy",
    "such",
    "support",
    "sure",
    "take",
    "taken",
    "task",
    "team",
    "tell",
    "ten",
    "than",
    "that",
    "the",
    "their",
    "them",
    "these",
    "they",
    "thing",
    "think",
    "third",
    "this",
    "those",
    "though",
    "three",
    "through",
    "thus",
    "time",
    "together",
    "told",
    "too",
    "took",
    "town",
    "tried",
    "try",
    "twelve",
    "twice",
    "two",
    "under",
    "until",
    "upon",
    "use",
    "used",
    "user",
    "usual",
    "very",
    "wait",
    "want",
    "wanted",
    "was",
    "way",
    "week",
    "well",
    "went",
    "were",
    "what",
    "when",
    "where",
    "whether",
    "which",
    "while",
    "who",
    "whole",
    "whose",
    "why",
    "wide",
    "wider",
    "will",
    "with",
    "within",
    "without",
    "work",
    "working",
    "would",
    "year",
    "yet",
    "you",
    "your",
];

/// Adds the words of a text: each in its folded form, with the shortest way that anybody wrote it.
///
/// A word has three letters or more, one of them no digit. Plurals are folded simply: `…ies` to `…y`, `…sses`, `…xes`,
/// `…ches` and `…shes` without `es`, any other `s` dropped unless after `s`, `u` or `i`.
pub(super) fn add_words(text: &str, words: &mut BTreeMap<String, String>) {
    for piece in text.split(|letter: char| !letter.is_alphanumeric() && !is_apostrophe(letter)) {
        let piece = piece.trim_matches(is_apostrophe).to_lowercase();
        let written = without_possessive(&piece);
        let n_letters = written.chars().count();
        if n_letters < 3 || written.chars().all(char::is_numeric) {
            continue;
        }
        let folded = singular(written);
        if is_stopped(written) || is_stopped(&folded) {
            continue;
        }
        let shown = words.entry(folded).or_insert_with(|| written.to_owned());
        if (n_letters, written) < (shown.chars().count(), shown) {
            written.clone_into(shown);
        }
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

fn is_stopped(word: &str) -> bool {
    STOP.binary_search(&word).is_ok()
}

fn without_possessive(word: &str) -> &str {
    let of_one = word.strip_suffix("'s").or(word.strip_suffix("’s"));
    of_one.unwrap_or(word)
}

fn singular(word: &str) -> String {
    if word.chars().count() < 4 {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for ending in ["sses", "xes", "ches", "shes"] {
        if word.ends_with(ending) {
            return word.strip_suffix("es").unwrap_or(word).to_owned();
        }
    }
    let stays = ["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    let stem = word.strip_suffix('s').filter(|_| !stays);
    stem.unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<(String, String)> {
        let mut words = BTreeMap::new();
        add_words(text, &mut words);
        words.into_iter().collect()
    }

    #[test]
    fn the_stop_list_is_in_order_so_that_it_can_be_searched() {
        assert!(STOP.is_sorted());
    }

    #[test]
    fn words_are_folded_and_said_as_somebody_wrote_them() {
        let check = |text: &str, expected: &[(&str, &str)]| {
            let expected: Vec<_> = expected
                .iter()
                .map(|(folded, written)| ((*folded).to_owned(), (*written).to_owned()))
                .collect();
            assert_eq!(words(text), expected, "{text}");
        };
        check(
            "Harbour Regeneration Board",
            &[("harbour", "harbour"), ("regeneration", "regeneration")],
        );
        check(
            "Harbours and the harbour’s future",
            &[("future", "future"), ("harbour", "harbour")],
        );
        check(
            "Children’s safeguarding",
            &[("children", "children"), ("safeguarding", "safeguarding")],
        );
        check(
            "communities, churches, businesses",
            &[
                ("business", "businesses"),
                ("church", "churches"),
                ("community", "communities"),
            ],
        );
        check(
            "crisis; campus; access",
            &[
                ("access", "access"),
                ("campus", "campus"),
                ("crisis", "crisis"),
            ],
        );
        check("The 2030 plan of the IT group, 5G", &[]);
        check("bus", &[("bus", "bus")]);
    }

    #[test]
    fn the_shortest_spelling_is_shown_whichever_came_first() {
        let one = |text: &str| words(text);
        assert_eq!(one("harbours harbour"), one("harbour harbours"));
    }
}
