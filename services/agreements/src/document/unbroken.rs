//! Days that no end of line cuts: « 4 décembre 2026 » is printed whole.

use jiff::civil::Date;
use pdf::{Document, Part};
use std::mem::take;
use web::dates;

/// Keeps every day of a document whole.
pub fn unbroken(document: Document) -> Document {
    let months: Vec<String> = (1..=12).filter_map(month).collect();
    let kept = |text: String| whole(&text, &months);
    let all = |lines: Vec<String>| lines.into_iter().map(kept).collect::<Vec<_>>();
    let part = |part: Part| match part {
        Part::Paragraph(text) => Part::Paragraph(kept(text)),
        Part::Strong(text) => Part::Strong(kept(text)),
        Part::List(lines) => Part::List(all(lines)),
        Part::Signatures(mut places) => {
            for place in &mut places {
                place.signed = place.signed.take().map(kept);
                place.signatory = all(take(&mut place.signatory));
            }
            Part::Signatures(places)
        }
        other @ (Part::Heading(_) | Part::Subheading(_) | Part::Table(_) | Part::NewPage) => other,
    };
    Document { about: all(document.about), parts: document.parts.into_iter().map(part).collect(), ..document }
}

/// « janvier », as days are written.
fn month(number: i8) -> Option<String> {
    let day = Date::new(2026, number, 2).ok()?;
    dates::date(day).split(' ').nth(1).map(str::to_owned)
}

/// The text, with spaces that do not break inside its days.
fn whole(text: &str, months: &[String]) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let is_month =
        |word: &str| months.iter().any(|month| word.trim_end_matches([',', '.', ';', ':', ')', '\u{a0}']) == month);
    let mut kept = String::with_capacity(text.len());
    for (rank, word) in words.iter().enumerate() {
        let before = rank.checked_sub(1).and_then(|it| words.get(it)).copied();
        if let Some(before) = before {
            let day = is_month(word) && before.starts_with(|it: char| it.is_ascii_digit());
            let year = is_month(before) && word.starts_with(|it: char| it.is_ascii_digit());
            kept.push(if day || year { '\u{a0}' } else { ' ' });
        }
        kept.push_str(word);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{month, whole};

    #[test]
    fn days_stay_whole_and_other_words_do_not() {
        let months: Vec<String> = (1..=12).filter_map(month).collect();
        assert_eq!(months.len(), 12);
        assert_eq!(
            whole("Du 4 décembre 2026, au 1er août. Le 2 mai\u{a0}: 3 écoles, 12 mois", &months),
            "Du 4\u{a0}décembre\u{a0}2026, au 1er\u{a0}août. Le 2\u{a0}mai\u{a0}:\u{a0}3 écoles, 12 mois"
        );
    }
}
