//! The ends of streams made plain: a carriage return that belongs to the data is kept apart from the line end after it.
//!
//! A stream's data is followed by a line feed and `endstream`. Where compressed data happens to end with a carriage return,
//! the two look like one line end, and a checker for the archive counts a byte less than the file says (ISO 19005-2, 6.1.7.1).
//! A line end of two characters there leaves no doubt; places in the table of objects move with it.

use std::io::Write;

/// Data that ends with a carriage return, and what follows it.
const DOUBTFUL: &[u8] = b"\r\nendstream\nendobj\n";

/// The start of the table of objects.
const TABLE: &[u8] = b"xref\n0 ";

/// The length of one entry of it: ten digits, a space, five digits, a space, a letter and a line end.
const ENTRY: usize = 20;

/// The file with plain ends of streams; one that is not laid out as expected stays as it is.
pub fn made_plain(pdf: Vec<u8>) -> Vec<u8> {
    let places = doubtful(&pdf);
    if places.is_empty() {
        return pdf;
    }
    rewritten(&pdf, &places).unwrap_or(pdf)
}

/// Where the carriage returns are.
fn doubtful(pdf: &[u8]) -> Vec<usize> {
    let windows = pdf.windows(DOUBTFUL.len()).enumerate();
    let found = windows.filter(|(_, bytes)| *bytes == DOUBTFUL);
    found.map(|(at, _)| at).collect()
}

fn rewritten(pdf: &[u8], places: &[usize]) -> Option<Vec<u8>> {
    let table = table_at(pdf)?;
    let (body, rest) = pdf.split_at_checked(table)?;
    let entries_at = TABLE
        .len()
        .checked_add(line_length(rest.get(TABLE.len()..)?)?)?;
    let (head, rest) = rest.split_at_checked(entries_at)?;
    let trailer_at = rest.windows(8).position(|bytes| bytes == b"trailer\n")?;
    let (entries, trailer) = rest.split_at_checked(trailer_at)?;
    if !head.starts_with(TABLE) || !trailer_at.is_multiple_of(ENTRY) {
        return None;
    }
    let moved = |place: usize| {
        let before = places.iter().filter(|it| **it < place).count();
        place.saturating_add(before)
    };
    let mut out = Vec::with_capacity(pdf.len().saturating_add(places.len()));
    let mut from = 0;
    for place in places {
        let end = place.checked_add(1)?;
        out.extend_from_slice(body.get(from..end)?);
        out.push(b'\r');
        from = end;
    }
    out.extend_from_slice(body.get(from..)?);
    out.extend_from_slice(head);
    for entry in entries.chunks_exact(ENTRY) {
        let (place, rest) = entry.split_at_checked(10)?;
        let is_used = rest.get(7) == Some(&b'n');
        let place = number(place)?;
        let place = if is_used { moved(place) } else { place };
        write!(out, "{place:010}").ok()?;
        out.extend_from_slice(rest);
    }
    let start = trailer.windows(10).rposition(|it| it == b"startxref\n")?;
    out.extend_from_slice(trailer.get(..start)?);
    write!(out, "startxref\n{}\n%%EOF", moved(table)).ok()?;
    Some(out)
}

/// Where the table of objects starts, as the end of the file says.
fn table_at(pdf: &[u8]) -> Option<usize> {
    let end = pdf.strip_suffix(b"\n%%EOF")?;
    let start = end.iter().rposition(|byte| *byte == b'\n')?;
    number(end.get(start.checked_add(1)?..)?)
}

fn number(digits: &[u8]) -> Option<usize> {
    std::str::from_utf8(digits).ok()?.parse().ok()
}

/// With its line feed.
fn line_length(bytes: &[u8]) -> Option<usize> {
    let end = bytes.iter().position(|byte| *byte == b'\n')?;
    end.checked_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two streams; the data of the first ends as it is given.
    fn file(end: &str) -> Vec<u8> {
        let first = format!("1 0 obj\n<</Length 3>>\nstream\nab{end}\nendstream\nendobj\n");
        let second = "2 0 obj\n<</Length 1>>\nstream\nc\nendstream\nendobj\n";
        let (at_1, at_2) = (5, 5 + first.len());
        let table = at_2 + second.len();
        let entries = format!("0000000000 65535 f\r\n{at_1:010} 00000 n\r\n{at_2:010} 00000 n\r\n");
        let text = format!(
            "%PDF\n{first}{second}xref\n0 3\n{entries}trailer\n<</Size 3>>\nstartxref\n{table}\n%%EOF"
        );
        text.into_bytes()
    }

    #[test]
    fn data_that_ends_with_a_carriage_return_is_kept_apart_and_places_move() {
        let plain = String::from_utf8(made_plain(file("\r"))).unwrap();
        assert!(plain.contains("ab\r\r\nendstream"));
        let second = plain.find("2 0 obj").unwrap();
        let table = plain.find("xref\n0 3").unwrap();
        assert!(plain.contains("\n0000000005 00000 n\r\n"), "{plain}");
        assert!(plain.contains(&format!("\n{second:010} 00000 n\r\n")));
        assert!(plain.contains("0000000000 65535 f\r\n"));
        assert!(plain.ends_with(&format!("startxref\n{table}\n%%EOF")));
        assert_eq!(plain.len(), file("\r").len() + 1);
    }

    #[test]
    fn any_other_file_stays_as_it_is() {
        for pdf in [
            file("x"),
            file("\n"),
            b"\r\nendstream\nendobj\n".to_vec(),
            vec![],
        ] {
            assert_eq!(made_plain(pdf.clone()), pdf);
        }
    }
}
