//! A card for an address book (RFC 6350): lines of at most 75 bytes, every sign that means something escaped.

use crate::card::Card;

/// The longest line, in bytes, without its end.
const LINE: usize = 75;

/// The card of somebody as text. For those who loaded the person.
pub fn write(card: &Card) -> String {
    let (first, last) = card.names();
    let civility = card.civility().unwrap_or_default();
    let contacts = card.contacts();
    let mut lines = vec!["BEGIN:VCARD".to_owned(), "VERSION:4.0".to_owned()];
    lines.push(format!("UID:urn:uuid:{}", card.id.0));
    lines.push(format!("FN:{}", escaped(&card.name())));
    lines.push(format!("N:{};{};;{};", escaped(last), escaped(first), escaped(civility)));
    if let Some(place) = card.places.first() {
        lines.push(format!("ORG:{}", escaped(&place.school_name)));
    }
    for (_, number) in &contacts.phones {
        lines.push(format!("TEL;VALUE=text:{}", escaped(number)));
    }
    if let Some(email) = &contacts.email {
        lines.push(format!("EMAIL:{}", escaped(email)));
    }
    lines.push("END:VCARD".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

/// A value in which nothing ends a line or parts a list.
fn escaped(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for letter in value.chars() {
        match letter {
            '\\' | ',' | ';' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out
}

/// A line with its end, broken where it is too long, never inside a letter: what goes on begins with a space.
fn folded(line: &str) -> String {
    let mut out = String::with_capacity(line.len() + 8);
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > LINE {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(letter);
        width += letter.len_utf8();
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_ends_no_line_and_parts_no_list() {
        assert_eq!(escaped("Dupont, Anne; \\ école\r\nX:1"), "Dupont\\, Anne\\; \\\\ école\\nX:1");
    }

    #[test]
    fn a_long_line_is_broken_between_letters() {
        let line = folded(&format!("FN:{}", "é".repeat(80)));
        assert!(line.ends_with("\r\n"));
        for part in line.trim_end().split("\r\n") {
            assert!(part.len() <= LINE, "{part}");
        }
        assert_eq!(line.replace("\r\n ", ""), format!("FN:{}\r\n", "é".repeat(80)));
        assert_eq!(folded("VERSION:4.0"), "VERSION:4.0\r\n");
    }
}
