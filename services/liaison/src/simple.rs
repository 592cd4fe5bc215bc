//! Help to write simply (product.md §3.18), without any machine that writes: long sentences, several days at once, days
//! that say no date, what to bring. It is shown beside the text before sending, and stops nobody.

/// The most words of a sentence that is read easily.
const LONG_SENTENCE: usize = 25;
/// The most days a mot speaks of without losing its readers.
const MOST_DAYS: usize = 2;

/// What could be said more simply.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// A sentence of many words: its beginning, and how many.
    LongSentence {
        /// Its first words.
        beginning: String,
        /// How many words it has.
        words: usize,
    },
    /// Several different days are named.
    SeveralDays(usize),
    /// A day is named without its date: « mardi », « demain ».
    VagueDay(String),
    /// Something is to be brought, and no list says what.
    BringList,
    /// A word the school uses and families may not know.
    Jargon(String),
}

const WEEKDAYS: &[&str] = &["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const MONTHS: &[&str] = &[
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const VAGUE: &[&str] = &["demain", "après-demain"];
const BRINGING: &[&str] = &["apporter", "prévoir", "amener", "fournir"];
const JARGON: &[&str] = &["apc", "rased", "ppre", "pai", "atsem", "aesh", "rpi", "bcd", "usep"];

/// What could be simpler in a plain text, in the order in which it helps most.
pub fn advice(text: &str) -> Vec<Advice> {
    let mut advice: Vec<Advice> = sentences(text).filter_map(long).collect();
    let words = words(text);
    let days = dated_days(&words);
    if days > MOST_DAYS {
        advice.push(Advice::SeveralDays(days));
    }
    advice.extend(vague_days(&words).into_iter().map(Advice::VagueDay));
    let brings = words.iter().any(|word| BRINGING.contains(&word.as_str()));
    if brings && !has_list(text) {
        advice.push(Advice::BringList);
    }
    let jargon = words.iter().filter(|word| JARGON.contains(&word.as_str())).map(|word| word.to_uppercase());
    for word in jargon {
        if !advice.contains(&Advice::Jargon(word.clone())) {
            advice.push(Advice::Jargon(word));
        }
    }
    advice
}

/// The sentences of a text: they end with a sign or with their line.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', '\n', ';']).map(str::trim).filter(|it| !it.is_empty())
}

fn long(sentence: &str) -> Option<Advice> {
    let words: Vec<&str> = sentence.split_whitespace().filter(|it| it.chars().any(char::is_alphanumeric)).collect();
    (words.len() > LONG_SENTENCE).then(|| Advice::LongSentence { beginning: words[..6].join(" "), words: words.len() })
}

/// The words of a text in small letters, without the signs around them: « d’apporter » is two.
fn words(text: &str) -> Vec<String> {
    let bare = |word: &str| word.trim_matches(|it: char| !it.is_alphanumeric()).to_lowercase();
    let parts = text.split(|it: char| it.is_whitespace() || it == '’' || it == '\'');
    parts.map(bare).filter(|it| !it.is_empty()).collect()
}

/// How many different days are named with their month.
fn dated_days(words: &[String]) -> usize {
    let mut days: Vec<&[String]> =
        words.windows(2).filter(|pair| is_number(&pair[0]) && MONTHS.contains(&pair[1].as_str())).collect();
    days.sort();
    days.dedup();
    days.len()
}

/// Days of the week without a date behind, and « demain ».
fn vague_days(words: &[String]) -> Vec<String> {
    let mut vague: Vec<String> = Vec::new();
    for (rank, word) in words.iter().enumerate() {
        let dated = words.get(rank + 1).is_some_and(|next| is_number(next));
        let is_vague = VAGUE.contains(&word.as_str()) || (WEEKDAYS.contains(&word.as_str()) && !dated);
        if is_vague && !vague.contains(word) {
            vague.push(word.clone());
        }
    }
    vague
}

fn is_number(word: &str) -> bool {
    word == "1er" || (!word.is_empty() && word.chars().all(|it| it.is_ascii_digit()))
}

/// Whether a line begins like that of a list.
fn has_list(text: &str) -> bool {
    text.lines().any(|line| line.trim_start().starts_with(['-', '•', '*']) || line.trim_start().starts_with("1."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_simple_text_needs_no_advice() {
        let text = "Nous irons à la ferme le mardi 6 octobre.\nIl faut apporter :\n- un pique-nique\n- une gourde";
        assert!(advice(text).is_empty(), "{:?}", advice(text));
        assert!(advice("").is_empty());
    }

    #[test]
    fn a_long_sentence_is_shown_by_its_beginning() {
        let text = format!("Nous vous informons que la sortie {} est reportée.", "vraiment ".repeat(30));
        let found = advice(&text);
        assert_eq!(
            found,
            [Advice::LongSentence { beginning: "Nous vous informons que la sortie".to_owned(), words: 38 }]
        );
    }

    #[test]
    fn several_days_and_vague_days_are_told() {
        let text =
            "Rendez-vous le 3 octobre, le 10 octobre ou le 1er décembre. Réponse demain ou mardi. Le mardi 6 octobre ?";
        let found = advice(text);
        assert!(found.contains(&Advice::SeveralDays(4)), "{found:?}");
        assert!(found.contains(&Advice::VagueDay("demain".to_owned())), "{found:?}");
        assert!(found.contains(&Advice::VagueDay("mardi".to_owned())), "{found:?}");
    }

    #[test]
    fn what_to_bring_is_better_in_a_list() {
        assert_eq!(advice("Merci d’apporter un pique-nique et une gourde."), [Advice::BringList]);
    }

    #[test]
    fn words_of_the_school_are_told_once() {
        assert_eq!(advice("Les APC reprennent. Les APC sont gratuites."), [Advice::Jargon("APC".to_owned())]);
    }
}
