//! Names of people, as varied as those of a French school: accents, apostrophes, double names, homonyms.

use crate::dice::Dice;

const LAST_NAMES: &str = include_str!("../data/last-names.txt");
const GIRLS: &str = include_str!("../data/girls.txt");
const BOYS: &str = include_str!("../data/boys.txt");

// Shares out of a thousand families.
const CULTURES: [(&str, u32); 8] = [
    ("french", 480),
    ("occitan", 170),
    ("maghrebi", 120),
    ("iberian", 80),
    ("west-african", 55),
    ("european", 45),
    ("turkish", 25),
    ("vietnamese", 25),
];

/// All the names that can be drawn.
pub(crate) struct Names {
    cultures: Vec<Culture>,
}

/// The names of families of one origin, the most common first.
pub(crate) struct Culture {
    share: u32,
    last: Vec<&'static str>,
    girls: Vec<&'static str>,
    boys: Vec<&'static str>,
}

impl Names {
    /// Reads the lists built into the program.
    pub(crate) fn load() -> Names {
        let cultures = CULTURES.iter().map(|(name, share)| Culture {
            share: *share,
            last: listed(LAST_NAMES, name),
            girls: listed(GIRLS, name),
            boys: listed(BOYS, name),
        });
        Names { cultures: cultures.collect() }
    }

    /// The origin of a family.
    pub(crate) fn culture(&self, dice: &mut Dice) -> &Culture {
        let mut roll = dice.below(1000);
        for culture in &self.cultures {
            if roll < culture.share {
                return culture;
            }
            roll -= culture.share;
        }
        &self.cultures[0]
    }

    /// A child's first name: of the family's origin or, half of the time, of the commonest one.
    pub(crate) fn child(&self, dice: &mut Dice, culture: &Culture, woman: bool) -> String {
        let chosen = if dice.chance(500) { culture } else { &self.cultures[0] };
        chosen.first(dice, woman)
    }
}

impl Culture {
    /// A family name in its usual case.
    pub(crate) fn last(&self, dice: &mut Dice) -> String {
        let name = dice.pick_common(&self.last);
        let name = match dice.below(100) {
            0..3 => format!("{name}-{}", dice.pick(&self.last)),
            3..5 => format!("{name} {}", dice.pick(&self.last)),
            _ => name.to_owned(),
        };
        // Both apostrophes are met in real directories.
        if name.contains('\'') && dice.chance(250) { name.replace('\'', "’") } else { name }
    }

    /// A first name in its usual case.
    pub(crate) fn first(&self, dice: &mut Dice, woman: bool) -> String {
        let list = if woman { &self.girls } else { &self.boys };
        let name = dice.pick_common(list);
        if !dice.chance(40) {
            return name.to_owned();
        }
        let before = if woman { dice.pick(&["Marie", "Anne"]) } else { dice.pick(&["Jean", "Pierre"]) };
        format!("{before}-{name}")
    }
}

/// A name as it is spelt in an e-mail address: lower case, no accent, no space, no apostrophe.
pub(crate) fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    for letter in name.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => plain.push(letter),
            ' ' | '-' => plain.push('-'),
            'œ' => plain.push_str("oe"),
            'æ' => plain.push_str("ae"),
            _ => plain.extend(unaccented(letter)),
        }
    }
    plain
}

fn unaccented(letter: char) -> Option<char> {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'ă' => Some('a'),
        'ç' | 'ć' | 'č' => Some('c'),
        'è' | 'é' | 'ê' | 'ë' => Some('e'),
        'ğ' => Some('g'),
        'ì' | 'í' | 'î' | 'ï' | 'ı' => Some('i'),
        'ł' => Some('l'),
        'ñ' => Some('n'),
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' => Some('o'),
        'ř' => Some('r'),
        'ş' | 'ș' => Some('s'),
        'ù' | 'ú' | 'û' | 'ü' => Some('u'),
        'ž' | 'ż' => Some('z'),
        _ => None,
    }
}

fn listed(text: &'static str, culture: &str) -> Vec<&'static str> {
    let lines = text.lines().filter_map(|line| line.split_once(": "));
    let lines = lines.filter(|(name, _)| *name == culture);
    lines.flat_map(|(_, names)| names.split(", ")).collect()
}

#[cfg(test)]
mod tests {
    use super::{BOYS, CULTURES, GIRLS, LAST_NAMES, Names, plain};

    #[test]
    fn there_are_enough_names() {
        let count = |text: &str| text.lines().map(|line| line.split(", ").count()).sum::<usize>();
        assert!(count(LAST_NAMES) >= 300);
        assert!(count(GIRLS) + count(BOYS) >= 250);
        assert_eq!(CULTURES.iter().map(|(_, share)| share).sum::<u32>(), 1000);
    }

    #[test]
    fn every_culture_has_names() {
        for culture in Names::load().cultures {
            assert!(culture.last.len() > 10 && culture.girls.len() > 10 && culture.boys.len() > 10);
        }
    }

    #[test]
    fn every_letter_has_a_plain_form() {
        for name in Names::load().cultures.iter().flat_map(|culture| culture.last.iter()) {
            let letters = name.chars().filter(|letter| *letter != '\'').count();
            assert!(plain(name).chars().count() >= letters, "{name}");
        }
        assert_eq!(plain("D’Orval-Lecœur"), "dorval-lecoeur");
    }
}
