//! What changed between two texts, word by word: what went away, what came.

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Run {
    /// In both texts.
    Same(String),
    /// In the first only.
    Gone(String),
    /// In the second only.
    New(String),
}

/// Longer texts are shown whole, one after the other: comparing them word by word would take long and help nobody.
const MOST_WORDS: usize = 1500;

/// The runs that lead from a text to another, in reading order.
pub fn between(before: &str, after: &str) -> Vec<Run> {
    let before: Vec<&str> = before.split_whitespace().collect();
    let after: Vec<&str> = after.split_whitespace().collect();
    let mut runs = Runs::default();
    if before.len().max(after.len()) > MOST_WORDS {
        before.iter().for_each(|word| runs.push(Kind::Gone, word));
        after.iter().for_each(|word| runs.push(Kind::New, word));
        return runs.done();
    }
    let common = common(&before, &after);
    let (mut here, mut there) = (0, 0);
    while let (Some(old), Some(new)) = (before.get(here), after.get(there)) {
        if old == new {
            runs.push(Kind::Same, old);
            (here, there) = (here + 1, there + 1);
        } else if common[here + 1][there] >= common[here][there + 1] {
            runs.push(Kind::Gone, old);
            here += 1;
        } else {
            runs.push(Kind::New, new);
            there += 1;
        }
    }
    before[here..].iter().for_each(|word| runs.push(Kind::Gone, word));
    after[there..].iter().for_each(|word| runs.push(Kind::New, word));
    runs.done()
}

/// How many words the ends of both texts share, from each place on.
fn common(before: &[&str], after: &[&str]) -> Vec<Vec<u16>> {
    let mut common = vec![vec![0_u16; after.len() + 1]; before.len() + 1];
    for here in (0..before.len()).rev() {
        for there in (0..after.len()).rev() {
            common[here][there] = match before[here] == after[there] {
                true => common[here + 1][there + 1] + 1,
                false => common[here + 1][there].max(common[here][there + 1]),
            };
        }
    }
    common
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Same,
    Gone,
    New,
}

/// Runs being gathered, neighbours of a kind together.
#[derive(Default)]
struct Runs(Vec<(Kind, String)>);

impl Runs {
    fn push(&mut self, kind: Kind, word: &str) {
        match self.0.last_mut() {
            Some((last, words)) if *last == kind => {
                words.push(' ');
                words.push_str(word);
            }
            _ => self.0.push((kind, word.to_owned())),
        }
    }

    fn done(self) -> Vec<Run> {
        let run = |(kind, words)| match kind {
            Kind::Same => Run::Same(words),
            Kind::Gone => Run::Gone(words),
            Kind::New => Run::New(words),
        };
        self.0.into_iter().map(run).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_hour_shows_alone() {
        let runs = between("Départ à 8 h, devant l’école", "Départ à 9 h, devant l’école");
        let expected = [
            Run::Same("Départ à".to_owned()),
            Run::Gone("8".to_owned()),
            Run::New("9".to_owned()),
            Run::Same("h, devant l’école".to_owned()),
        ];
        assert_eq!(runs, expected);
    }

    #[test]
    fn what_is_the_same_is_one_run_and_nothing_is_none() {
        assert_eq!(between("un deux", " un\ndeux "), [Run::Same("un deux".to_owned())]);
        assert!(between("", "").is_empty());
        assert_eq!(between("", "un"), [Run::New("un".to_owned())]);
        assert_eq!(between("un", ""), [Run::Gone("un".to_owned())]);
    }
}
