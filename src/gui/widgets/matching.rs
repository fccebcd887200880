//! Finding one of a list of names by what somebody typed or pasted of it.

/// Why no single name was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// No name begins with the text.
    Nothing,
    /// So many names begin with it.
    Several(usize),
}

/// The name that is meant: the one that is the text, or else the only one that begins with it. Case does not matter.
pub(crate) fn find(names: &[String], text: &str) -> Result<usize, Miss> {
    let wanted = plain(text);
    let names: Vec<String> = names.iter().map(|it| plain(it)).collect();
    if let Some(at) = names.iter().position(|it| *it == wanted) {
        return Ok(at);
    }
    let mut begins = (0..).zip(&names).filter(|(_, it)| it.starts_with(&wanted));
    match (begins.next(), begins.count()) {
        (Some((at, _)), 0) if !wanted.is_empty() => Ok(at),
        (Some(_), others) if !wanted.is_empty() => Err(Miss::Several(others.saturating_add(1))),
        _ => Err(Miss::Nothing),
    }
}

/// The places of the names that a text leaves: those that are it, then that begin with it, then of which a word does,
/// then that hold it; all of them for a blank.
pub(crate) fn hits(names: &[String], text: &str) -> Vec<usize> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return (0..names.len()).collect();
    }
    let rank = |name: &str| {
        let name = plain(name);
        if name == wanted {
            return Some(0);
        }
        let starts_word = |word: &str| word.starts_with(&wanted);
        if name.starts_with(&wanted) {
            Some(1)
        } else if name.split([' ', '-', '(']).any(starts_word) {
            Some(2)
        } else {
            name.contains(&wanted).then_some(3)
        }
    };
    let mut found: Vec<(u8, usize)> = names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| Some((rank(name)?, at)))
        .collect();
    found.sort_unstable();
    found.into_iter().map(|(_, at)| at).collect()
}

/// Small letters, one blank between words, none around, and no typographic apostrophe.
pub(crate) fn plain(text: &str) -> String {
    let lower = text.to_lowercase().replace('’', "'");
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Vec<String> {
        [
            "Manager",
            "Senior manager",
            "Officer",
            "Office support",
            "Chief’s aide",
        ]
        .map(str::to_owned)
        .to_vec()
    }

    #[test]
    fn a_name_is_found_by_itself_or_by_a_beginning_of_its_own() {
        for (text, found) in [
            ("Manager", Ok(0)),
            (" officer ", Ok(2)),
            ("MAN", Ok(0)),
            ("senior\u{a0}manager", Ok(1)),
            ("chief's a", Ok(4)),
            ("offic", Err(Miss::Several(2))),
            ("agent", Err(Miss::Nothing)),
            ("", Err(Miss::Nothing)),
        ] {
            assert_eq!(find(&names(), text), found, "{text:?}");
        }
    }

    #[test]
    fn the_best_hit_comes_first() {
        for (text, found) in [
            ("man", vec![0, 1]),
            ("off", vec![2, 3]),
            ("officer", vec![2]),
            ("pp", vec![3]),
            ("zz", vec![]),
            ("", vec![0, 1, 2, 3, 4]),
        ] {
            assert_eq!(hits(&names(), text), found, "{text:?}");
        }
    }
}
