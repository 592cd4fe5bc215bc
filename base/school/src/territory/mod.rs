//! Territories: what lies above a class. An académie, a département, a circonscription, a commune, a school.
//!
//! What is given to a territory reaches everybody of a profile there, and is written once whatever its size: the circle of
//! the *families of the académie* has no row, neither have its members. Its identifier follows from the territory and the
//! profile, and each viewer works out in which of them a seat puts them.

mod key;
mod seated;

use crate::{AuthorityId, CircleId, Role, School, SchoolId, text_enum};
use db::fold;
use key::Key;
use std::fmt;

pub use seated::circles_of;

text_enum! {
    /// Those of a territory something is for.
    Public {
        /// The pupils.
        Pupils = "pupils",
        /// The adults responsible for them.
        Families = "families",
        /// Those the Éducation nationale employs in schools.
        Staff = "staff",
        /// Those a commune employs in schools.
        TownAgents = "town-agents",
    }
}

/// A territory. Printed and read as the scope of a task: `academy:16`, `town:031:montaubrac`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Territory {
    /// Every school of the house.
    Region,
    /// An académie, by its code of two digits.
    Academy(String),
    /// A département, by the three characters a UAI begins with.
    Department(String),
    /// A circonscription: the code of its académie, and its number in the deliveries of that académie, which another may use.
    District(String, i64),
    /// A commune: its département, and its name as [`town_key`] writes it. The deliveries hold no INSEE code; two communes
    /// of one département never have the same name.
    Town(String, String),
    /// What a grouping of communes has charge of. Its schools are listed, nobody's seat leads there: it is the scope of the
    /// tasks of its officers.
    Authority(AuthorityId),
    /// A school.
    School(SchoolId),
}

/// The name of a commune as a territory holds it: lower case, without accents, a hyphen between words.
pub fn town_key(name: &str) -> String {
    fold(name).replace(' ', "-")
}

impl Territory {
    /// Reads the scope of a task. None for what is no territory.
    pub fn of(scope: &str) -> Option<Self> {
        if scope == "region" {
            return Some(Self::Region);
        }
        let (kind, rest) = scope.split_once(':')?;
        match kind {
            "academy" => is_academy(rest).then(|| Self::Academy(rest.to_owned())),
            "department" => is_department(rest).then(|| Self::Department(rest.to_owned())),
            "district" => {
                let (academy, number) = rest.split_once(':')?;
                let number = number.parse().ok()?;
                is_academy(academy).then(|| Self::District(academy.to_owned(), number))
            }
            "town" => {
                let (department, name) = rest.split_once(':')?;
                let is_key = !name.is_empty() && town_key(name) == name;
                (is_department(department) && is_key).then(|| Self::Town(department.to_owned(), name.to_owned()))
            }
            "authority" => rest.parse().ok().map(Self::Authority),
            "school" => rest.parse().ok().map(Self::School),
            _ => None,
        }
    }

    /// The circle of everybody of a profile there: a circle without row.
    pub fn circle(&self, public: Public) -> CircleId {
        CircleId(self.key().identifier(public.as_str()))
    }

    /// The circle what is made for the territory lives in; nobody sits there.
    pub fn place(&self) -> CircleId {
        CircleId(self.key().identifier(""))
    }

    /// The school what is made for the territory belongs to: itself, or for a wider one an identifier no school has.
    pub fn school(&self) -> SchoolId {
        match self {
            Self::School(id) => *id,
            wider => SchoolId(wider.place().0),
        }
    }

    fn key(&self) -> Key<'_> {
        match self {
            Self::Region => Key::Region,
            Self::Academy(code) => Key::Academy(code),
            Self::Department(code) => Key::Department(code),
            Self::District(academy, number) => Key::District(academy, number.to_be_bytes()),
            Self::Town(department, name) => Key::Town(department, name),
            Self::Authority(id) => Key::Authority(*id),
            Self::School(id) => Key::School(*id),
        }
    }

    /// The territories a school lies in, the widest first, itself last.
    pub fn around(school: &School) -> Vec<Self> {
        let department = school.department().to_owned();
        let town = school.town.as_deref().map(town_key).filter(|it| !it.is_empty());
        let district = school.district.map(|number| Self::District(school.academy.clone(), number));
        let town = town.map(|town| Self::Town(department.clone(), town));
        let wide =
            [Some(Self::Region), Some(Self::Academy(school.academy.clone())), Some(Self::Department(department))];
        wide.into_iter().chain([district, town, Some(Self::School(school.id))]).flatten().collect()
    }
}

impl fmt::Display for Territory {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Region => out.write_str("region"),
            Self::Academy(code) => write!(out, "academy:{code}"),
            Self::Department(code) => write!(out, "department:{code}"),
            Self::District(academy, number) => write!(out, "district:{academy}:{number}"),
            Self::Town(department, name) => write!(out, "town:{department}:{name}"),
            Self::Authority(id) => write!(out, "authority:{id}"),
            Self::School(id) => write!(out, "school:{id}"),
        }
    }
}

fn is_academy(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|it| it.is_ascii_digit())
}

fn is_department(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|it| it.is_ascii_digit() || it.is_ascii_uppercase())
}

impl Public {
    /// As whom a seat of this role puts somebody in a territory; tasks over a territory are no seats.
    pub const fn of(role: Role) -> Option<Self> {
        match role {
            Role::Pupil => Some(Self::Pupils),
            Role::Guardian => Some(Self::Families),
            Role::Teacher | Role::Head | Role::Staff => Some(Self::Staff),
            Role::TownAgent => Some(Self::TownAgents),
            // Let in for what they come for: what a territory says is not said to them.
            Role::Guest | Role::Reader | Role::Deputy => None,
            Role::AcademyAdmin
            | Role::DistrictAdmin
            | Role::DistrictAdviser
            | Role::TownEditor
            | Role::TownOfficer
            | Role::HelpAgent
            | Role::DataOfficer
            | Role::SchemeOfficer => None,
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::{CircleKind, PersonId, Seat};
    use db::Uuid;

    fn school(number: u128) -> SchoolId {
        SchoolId(Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0000 + number))
    }

    fn all() -> [Territory; 6] {
        [
            Territory::Region,
            Territory::Academy("16".to_owned()),
            Territory::Department("031".to_owned()),
            Territory::District("16".to_owned(), 790_001),
            Territory::Town("031".to_owned(), "sainte-foy".to_owned()),
            Territory::School(school(1)),
        ]
    }

    #[test]
    fn a_territory_is_read_as_it_is_printed() {
        for territory in all() {
            assert_eq!(Territory::of(&territory.to_string()), Some(territory.clone()), "{territory}");
        }
        assert_eq!(Territory::of("town:02A:ajaccio"), Some(Territory::Town("02A".to_owned(), "ajaccio".to_owned())));
    }

    #[test]
    fn what_is_no_territory_is_none() {
        for scope in [
            "",
            "regions",
            "academy",
            "academy:",
            "academy:1",
            "academy:016",
            "department:31",
            "district:790001",
            "district:16:",
            "district:16:x",
            "town:montaubrac",
            "town:31:montaubrac",
            "town:031:",
            "town:031:Montaubrac",
            "town:031:sainte foy",
            "school:1",
            "class:0197000000007000800000000000001e",
        ] {
            assert_eq!(Territory::of(scope), None, "{scope}");
        }
    }

    #[test]
    fn each_territory_and_each_public_has_a_circle_of_its_own() {
        let mut circles: Vec<CircleId> = Vec::new();
        for territory in all() {
            circles.push(territory.place());
            circles.extend(Public::ALL.iter().map(|public| territory.circle(*public)));
        }
        for (rank, circle) in circles.iter().enumerate() {
            assert!(!circles[..rank].contains(circle), "{circle}");
            // Never what the house draws, nor the family or the team of anything.
            assert_eq!((circle.0.get_version_num(), circle.child(), circle.taught_class()), (8, None, None));
            assert_eq!(circle.0.get_variant(), Uuid::from_u128(school(1).0.as_u128()).get_variant());
        }
    }

    #[test]
    fn a_circle_is_the_same_for_ever() {
        // Shares hold these identifiers: whoever changes how they are made loses every news of a territory.
        let families = Territory::Academy("16".to_owned()).circle(Public::Families);
        assert_eq!(families.to_string(), "f1f248d35690893ba21a23df17fb01b7");
    }

    fn seat(role: Role, place: u128, town: &str, district: Option<i64>) -> Seat {
        Seat {
            circle: CircleId(Uuid::from_u128(place + 100)),
            school: school(place),
            school_name: String::new(),
            kind: CircleKind::Class,
            name: String::new(),
            of_circle: None,
            role,
            person: PersonId(Uuid::from_u128(7)),
            child: None,
            child_first_name: None,
            child_last_name: None,
            academy: "16".to_owned(),
            uai: "0310001H".to_owned(),
            district,
            town: Some(town.to_owned()),
            closed: String::new(),
        }
    }

    #[test]
    fn a_seat_puts_somebody_in_the_circles_around_its_school_as_who_they_are_there() {
        let seats = [
            seat(Role::Guardian, 1, "Montaubrac", Some(5)),
            seat(Role::Guardian, 1, "Montaubrac", Some(5)),
            seat(Role::Head, 2, "Sainte-Foy", None),
        ];
        let circles = circles_of(&seats);
        let families = [
            "region",
            "academy:16",
            "department:031",
            "district:16:5",
            "town:031:montaubrac",
            "school:01970000000070008000000000000001",
        ]
        .map(|scope| Territory::of(scope).unwrap().circle(Public::Families));
        let staff = [
            "region",
            "academy:16",
            "department:031",
            "town:031:sainte-foy",
            "school:01970000000070008000000000000002",
        ]
        .map(|scope| Territory::of(scope).unwrap().circle(Public::Staff));
        assert_eq!(circles, [&families[..], &staff[..]].concat());
    }

    #[test]
    fn two_schools_of_one_academy_are_one_circle_of_it() {
        let seats = [seat(Role::Teacher, 1, "Albi", None), seat(Role::Teacher, 2, "Albi", None)];
        assert_eq!(circles_of(&seats).len(), 6, "région, académie, département, commune once; two schools");
        assert!(circles_of(&[seat(Role::TownEditor, 1, "Albi", None)]).is_empty());
    }
}
