//! To whom a message is written, as the form says it: a person, the family of a child, the families of a circle, a team.

use db::Uuid;
use school::{CircleId, PersonId, SchoolId};
use std::fmt;

/// Somebody, or several people at once, a message may be written to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// One person.
    Person(PersonId),
    /// The adults responsible for a child.
    Family(PersonId),
    /// The adults responsible for the pupils of a class, of a level in it, of a group, of a school.
    Families(CircleId),
    /// The pupils of a class who write messages.
    Pupils(CircleId),
    /// Those who teach in a class; in a group or a challenge, whatever their schools.
    Team(CircleId),
    /// Everybody who works in a school.
    Staff(SchoolId),
}

impl Target {
    /// The target a form names; none for what no page of ours sends.
    pub fn parse(text: &str) -> Option<Self> {
        let (word, id) = text.split_once('-')?;
        let id: Uuid = id.parse().ok()?;
        Some(match word {
            "personne" => Self::Person(PersonId(id)),
            "famille" => Self::Family(PersonId(id)),
            "familles" => Self::Families(CircleId(id)),
            "eleves" => Self::Pupils(CircleId(id)),
            "equipe" => Self::Team(CircleId(id)),
            "ecole" => Self::Staff(SchoolId(id)),
            _ => return None,
        })
    }

    /// Whether it is somebody by name, or the family of a child.
    pub(crate) fn names_one(&self) -> bool {
        match self {
            Self::Person(_) | Self::Family(_) => true,
            Self::Families(_) | Self::Pupils(_) | Self::Team(_) | Self::Staff(_) => false,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Person(id) => write!(out, "personne-{id}"),
            Self::Family(id) => write!(out, "famille-{id}"),
            Self::Families(id) => write!(out, "familles-{id}"),
            Self::Pupils(id) => write!(out, "eleves-{id}"),
            Self::Team(id) => write!(out, "equipe-{id}"),
            Self::Staff(id) => write!(out, "ecole-{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_comes_back_as_it_was_written() {
        let id = Uuid::from_u128(7);
        for target in [
            Target::Person(PersonId(id)),
            Target::Family(PersonId(id)),
            Target::Families(CircleId(id)),
            Target::Pupils(CircleId(id)),
            Target::Team(CircleId(id)),
            Target::Staff(SchoolId(id)),
        ] {
            assert_eq!(Target::parse(&target.to_string()), Some(target));
        }
        for text in ["", "personne", "personne-", "personne-12", "tous-00000000000000000000000000000007"] {
            assert_eq!(Target::parse(text), None);
        }
    }
}
