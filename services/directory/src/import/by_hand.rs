//! The classes schools opened by hand before a delivery knew them, found by their names, and the circles of all pupils and of the
//! team of a school that had no delivery yet. Groups are not: one made by hand stays its makers'.

use db::{Uuid, fold};
use school::CircleKind;
use std::collections::HashMap;

/// What the keys of circles made by hand begin with.
const HAND: &str = "hand:";

/// The circles made by hand that are open in the year of the delivery.
#[derive(Debug, Default)]
pub(super) struct ByHand {
    /// Their keys, by school and folded name. Two of one name are adopted by nobody: which is meant cannot be known.
    classes: HashMap<(Uuid, String), Vec<String>>,
    /// The levels that have a circle of their own in a class, by the key of the class.
    levels: HashMap<String, Vec<String>>,
    /// The key of the circle of all pupils of a school, and of its team.
    whole: HashMap<(CircleKind, Uuid), String>,
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
            CircleKind::School | CircleKind::Staff => {
                self.whole.entry((kind, school)).or_insert_with(|| key.to_owned());
            }
            CircleKind::Group | CircleKind::Families | CircleKind::Challenge => {}
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

    /// Whether a school had the circle of all its pupils, or of its team, by hand.
    pub(super) fn has_whole(&self, kind: CircleKind, school: Uuid) -> bool {
        self.whole.contains_key(&(kind, school))
    }

    /// The circles to be adopted with it under the key of a delivery.
    pub(super) fn take_whole(
        &mut self,
        kind: CircleKind,
        key: &str,
        school: Uuid,
    ) -> Vec<(CircleKind, String, String)> {
        let Some(hand) = self.whole.remove(&(kind, school)) else { return Vec::new() };
        vec![families(kind, &hand, key), (kind, hand, key.to_owned())]
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
    fn what_a_school_had_before_its_first_delivery_is_adopted_once() {
        let school = Uuid::nil();
        let mut by_hand = ByHand::default();
        by_hand.note(CircleKind::School, "hand:1", school, "Tous les élèves");
        by_hand.note(CircleKind::Staff, "7002", school, "L’équipe");
        let taken = by_hand.take_whole(CircleKind::School, "7001", school);
        let keys: Vec<(&str, &str)> = taken.iter().map(|(_, old, new)| (old.as_str(), new.as_str())).collect();
        assert_eq!(keys, [("school:hand:1", "school:7001"), ("hand:1", "7001")]);
        assert!(by_hand.take_whole(CircleKind::School, "7001", school).is_empty());
        assert!(by_hand.take_whole(CircleKind::Staff, "7001", school).is_empty());
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
