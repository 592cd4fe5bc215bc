//! Amounts: integer cents, written in euros.

/// « 135,00 € », with a space that no line breaks at.
pub fn euros(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let (whole, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let digits = whole.to_string();
    let mut grouped = String::new();
    for (rank, digit) in digits.chars().enumerate() {
        if rank > 0 && (digits.len() - rank).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped},{rest:02}\u{a0}€")
}

#[cfg(test)]
mod tests {
    use super::euros;

    #[test]
    fn amounts_are_written_as_in_france() {
        assert_eq!(euros(13_500), "135,00\u{a0}€");
        assert_eq!(euros(0), "0,00\u{a0}€");
        assert_eq!(euros(19_350_005), "193\u{202f}500,05\u{a0}€");
        assert_eq!(euros(-4500), "-45,00\u{a0}€");
    }
}
