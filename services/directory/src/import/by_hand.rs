//! The classes schools opened by hand before a delivery knew them, found by their names. Groups are not: one made by hand stays
//! its makers'.

use db::{Uuid, fold};
use school::CircleKind;
use std::collections::HashMap;

/// What the keys of circles made by hand begin with.
const HAND: &str = "hand:";

/// The classes made by hand that are open in the year of the delivery.
#[derive(Debug, Default)]
pub(super) struct ByHand {
    /// Their keys, by school and folded name. Two of one name are adopted by nobody: which is meant cannot be known.
    classes: HashMap<(Uuid, String), Vec<String>>,
    /// The levels that have a circle of their own in a class, by the key of the class.
    levels: HashMap<String, Vec<String>>,
}

impl ByHand {
    /// Notes an open circle, when it was made by hand.
    pub(super) fn note(&mut self, kind: CircleKind, key: &str, school: Uuid, name: &str) {
        if !key.starts_with(HAND) {
            return;
        }
        match kind {
            CircleKind::Class => self.classes.entry((school, fold(name))).or_default().push(key.to_owned()),
            CircleKind::Level => {
                if let Some((class, level)) = key.split_once('/') {
                    self.levels.entry(class.to_owned()).or_default().push(level.to_owned());
                }
            }
            CircleKind::School | CircleKind::Staff | CircleKind::Group | CircleKind::Families => {}
        }
    }

    /// The circles to be adopted with a class under the key of a delivery, each once: kind, the key it has, the key it gets.
    pub(super) fn take(&mut self, key: &str, school: Uuid, name: &str) -> Vec<(CircleKind, String, String)> {
        let Some(known) = self.classes.remove(&(school, fold(name))) else { return Vec::new() };
        let [hand] = known.as_slice() else { return Vec::new() };
        let levels = self.levels.remove(hand).unwrap_or_default();
        let of_levels =
            levels.iter().map(|level| (CircleKind::Level, format!("{hand}/{level}"), format!("{key}/{level}")));
        let circles = std::iter::once((CircleKind::Class, hand.clone(), key.to_owned())).chain(of_levels);
        circles.flat_map(|(kind, old, new)| [families(kind, &old, &new), (kind, old, new)]).collect()
    }
}

fn families(of: CircleKind, old: &str, new: &str) -> (CircleKind, String, String) {
    let of = of.as_str();
    (CircleKind::Families, format!("{of}:{old}"), format!("{of}:{new}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_adopted_once_with_its_levels_and_families() {
        let school = Uuid::nil();
        let mut by_hand = ByHand::default();
        by_hand.note(CircleKind::Class, "hand:1", school, "CE1-CE2 de Mme Vidal");
        by_hand.note(CircleKind::Level, "hand:1/1122", school, "CE1 · CE1-CE2 de Mme Vidal");
        by_hand.note(CircleKind::Class, "880001", school, "CP A");
        let taken = by_hand.take("880002", school, "CE1 CE2 DE MME VIDAL");
        let keys: Vec<(&str, &str)> = taken.iter().map(|(_, old, new)| (old.as_str(), new.as_str())).collect();
        assert_eq!(
            keys,
            [
                ("class:hand:1", "class:880002"),
                ("hand:1", "880002"),
                ("level:hand:1/1122", "level:880002/1122"),
                ("hand:1/1122", "880002/1122"),
            ]
        );
        assert!(by_hand.take("880003", school, "CE1-CE2 de Mme Vidal").is_empty());
        assert!(by_hand.take("880004", school, "CP A").is_empty());
    }

    #[test]
    fn two_classes_of_one_name_are_adopted_by_nobody() {
        let school = Uuid::nil();
        let mut by_hand = ByHand::default();
        by_hand.note(CircleKind::Class, "hand:1", school, "CP");
        by_hand.note(CircleKind::Class, "hand:2", school, "cp");
        assert!(by_hand.take("880001", school, "CP").is_empty());
    }
}
