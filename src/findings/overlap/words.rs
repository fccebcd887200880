//! Texts into the words that say what a partnership is about: lower case, singular, without words that any of them uses.

use std::collections::BTreeMap;

/// Words that say nothing of the work: short English words, and those that any partnership is described with.
const STOP: [&str; 122] = [
    "about",
    "above",
    "across",
    "action",
    "agency",
    "all",
    "alliance",
    "and",
    "any",
    "area",
    "are",
    "around",
    "assembly",
    "association",
    "authority",
    "been",
    "better",
    "between",
    "board",
    "body",
    "borough",
    "both",
    "bring",
    "but",
    "can",
    "city",
    "collaboration",
    "collaborative",
    "commission",
    "committee",
    "consortium",
    "cooperation",
    "coordinate",
    "council",
    "county",
    "deliver",
    "delivery",
    "develop",
    "development",
    "district",
    "each",
    "ensure",
    "executive",
    "for",
    "forum",
    "from",
    "group",
    "has",
    "have",
    "help",
    "how",
    "improve",
    "improving",
    "initiative",
    "into",
    "its",
    "joint",
    "jointly",
    "keep",
    "lead",
    "local",
    "make",
    "making",
    "management",
    "meet",
    "meeting",
    "member",
    "more",
    "network",
    "new",
    "not",
    "one",
    "operational",
    "organisation",
    "other",
    "our",
    "out",
    "over",
    "panel",
    "partner",
    "partnership",
    "people",
    "plan",
    "planning",
    "programme",
    "project",
    "provide",
    "public",
    "region",
    "regional",
    "required",
    "requires",
    "service",
    "set",
    "share",
    "shared",
    "statutory",
    "steering",
    "strategic",
    "strategy",
    "support",
    "task",
    "team",
    "than",
    "that",
    "the",
    "their",
    "them",
    "these",
    "they",
    "this",
    "through",
    "together",
    "town",
    "under",
    "was",
    "which",
    "who",
    "will",
    "with",
    "work",
    "working",
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
