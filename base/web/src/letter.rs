//! Letters: all that leave greet and end alike, so that whoever reads one knows the house again.

use crate::W;

/// The text of a letter, from its paragraphs.
pub fn letter(paragraphs: &[&str]) -> String {
    whole(W.letter_hello(), paragraphs)
}

/// The text of a letter that calls somebody by their first name.
pub fn letter_to(first_name: &str, paragraphs: &[&str]) -> String {
    whole(&W.letter_hello_to(first_name), paragraphs)
}

fn whole(hello: &str, paragraphs: &[&str]) -> String {
    let mut parts = vec![hello];
    parts.extend(paragraphs);
    parts.push(W.letter_end());
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_greets_says_and_ends() {
        let text = letter(&["Un mot.", "Un autre."]);
        assert!(text.starts_with("Bonjour,\n\nUn mot.\n\nUn autre.\n\n"), "{text}");
        assert!(letter_to("Lucette", &[]).starts_with("Bonjour Lucette,\n\n"));
    }
}
