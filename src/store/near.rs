//! The name that was probably meant by a name that does not exist.

/// The closest of `known`, where one is close enough to be a slip of the keyboard.
pub(crate) fn nearest<'a>(typed: &str, known: &[&'a str]) -> Option<&'a str> {
    let typed = typed.to_lowercase();
    let allowed = typed.chars().count().div_ceil(3).min(3);
    known
        .iter()
        .map(|name| (slips(&typed, &name.to_lowercase()), *name))
        .filter(|(slips, _)| *slips <= allowed)
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, name)| name)
}

/// Letters to add, drop or change to come from one word to the other.
fn slips(from: &str, to: &str) -> usize {
    let mut row: Vec<usize> = (0..=to.chars().count()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i.saturating_add(1);
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, b) in row.iter_mut().skip(1).zip(to.chars()) {
            let changed = diagonal.saturating_add(usize::from(a != b));
            diagonal = *cell;
            left = changed
                .min(cell.saturating_add(1))
                .min(left.saturating_add(1));
            *cell = left;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_the_name_that_was_meant() {
        let known = ["id", "name", "length", "times_a_year"];
        assert_eq!(nearest("lenght", &known), Some("length"));
        assert_eq!(nearest("Name", &known), Some("name"));
        assert_eq!(nearest("time_a_year", &known), Some("times_a_year"));
        assert_eq!(nearest("salary", &known), None);
        assert_eq!(nearest("", &known), None);
    }

    #[test]
    fn slips_are_counted_once_each() {
        assert_eq!(slips("", "abc"), 3);
        assert_eq!(slips("abc", "abc"), 0);
        assert_eq!(slips("kitten", "sitting"), 3);
    }
}
