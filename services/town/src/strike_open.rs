//! What stays open in a school on a day of strike, in words.

use crate::W;
use db::FromRow;

/// What stays open in a school that day.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromRow)]
pub struct Open {
    /// Whether children eat there.
    pub canteen: bool,
    /// Whether they are looked after before school.
    pub morning: bool,
    /// Whether they are looked after behind school.
    pub evening: bool,
    /// Whether the commune looks after them during school (*service minimum d’accueil*).
    pub minimum: bool,
    /// Where it does.
    pub place: String,
    /// From when to when.
    pub hours: String,
    /// What else is to be known.
    pub note: String,
}

impl Open {
    /// What stays open and what does not, in words, a line each.
    pub fn words(&self) -> Vec<String> {
        let mut words = vec![
            W.open_canteen(held(self.canteen)),
            W.open_morning(held(self.morning)),
            W.open_evening(held(self.evening)),
            W.open_minimum(held(self.minimum)),
        ];
        let where_and_when = [self.place.as_str(), self.hours.as_str()];
        let said: Vec<&str> = where_and_when.into_iter().filter(|it| !it.is_empty()).collect();
        if self.minimum && !said.is_empty() {
            words.push(W.open_where(said.join(", ")));
        }
        if !self.note.is_empty() {
            words.push(self.note.clone());
        }
        words
    }
}

/// The argument of the words that differ: `yes` or `no`.
fn held(is_held: bool) -> &'static str {
    if is_held { "yes" } else { "no" }
}
