//! Somebody who looks: where from, and what the [matrix](crate::matrix) lets see of others.
//!
//! What one sees of a person is the most any of one's places shows. Two rules stand above the matrix: an adult never sees the
//! data of another adult responsible for the same child, and somebody whose data is restricted is proposed to those alone whose
//! duty it is.

use crate::{
    matrix::{Eye, Near, Sight, Whom, sees_face, sight},
    opened,
    place::Place,
    shown::Audience,
};
use db::{Result, Tx};
use school::{CircleId, CircleKind, PersonId, Right, Role, SchoolId, Seat, Territory, Viewer};

/// Somebody who looks.
#[derive(Debug, Clone)]
pub struct Looker {
    eyes: Vec<Stand>,
    own: Vec<PersonId>,
    children: Vec<PersonId>,
    opened: Vec<SchoolId>,
    territories: Vec<Territory>,
}

/// Where from somebody looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stand {
    eye: Eye,
    school: SchoolId,
    class: Option<CircleId>,
}

/// What is seen of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// How much.
    pub sight: Sight,
    /// Whether the face of a pupil is seen, where its image may be used.
    pub face: bool,
    /// As which audiences, for what the person chose to show.
    pub audiences: Vec<Audience>,
}

impl Seen {
    /// Whether there is anything to see.
    pub fn is_something(&self) -> bool {
        self.sight > Sight::IfOpened
    }
}

/// Somebody as found: where they stand, and whether they chose to be seen by other parents.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The person.
    pub id: PersonId,
    /// The places.
    pub places: &'a [Place],
    /// The académie the entry comes from.
    pub academy: Option<&'a str>,
    /// Whether the person chose to be seen by the parents of the class.
    pub listed: bool,
}

impl Looker {
    /// From where a viewer looks.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Self> {
        let mut eyes: Vec<Stand> = Vec::new();
        for from in viewer.seats.iter().filter_map(from) {
            if !eyes.contains(&from) {
                eyes.push(from);
            }
        }
        let parents = eyes.iter().filter(|from| from.eye == Eye::Guardian).map(|from| from.school);
        let opened = opened::among(tx, parents.collect::<Vec<_>>()).await?;
        Ok(Self {
            own: viewer.people.iter().map(|me| me.id).collect(),
            children: viewer.children().into_iter().map(|child| child.id).collect(),
            territories: viewer.territories(Right::SearchDirectory).collect(),
            eyes,
            opened,
        })
    }

    /// What is seen of somebody.
    pub fn sees(&self, subject: &Subject<'_>) -> Seen {
        if self.own.contains(&subject.id) {
            return Seen {
                sight: Sight::Contacts,
                face: true,
                audiences: vec![Audience::Colleagues, Audience::Parents],
            };
        }
        let mut seen = Seen { sight: Sight::Nothing, face: false, audiences: Vec::new() };
        if self.children.contains(&subject.id) {
            (seen.sight, seen.face) = (Sight::Name, true);
        }
        for from in &self.eyes {
            for place in subject.places {
                self.look(*from, place, subject, &mut seen);
            }
        }
        if self.finds(subject) {
            seen.sight = seen.sight.max(Sight::Name);
        }
        if self.shares_a_child(subject) {
            seen.sight = seen.sight.min(Sight::Name);
            seen.audiences.clear();
        }
        seen
    }

    fn look(&self, from: Stand, place: &Place, subject: &Subject<'_>, seen: &mut Seen) {
        let near = near(from, place);
        let shown = match sight(from.eye, place.whom, near) {
            Sight::IfOpened if self.opened.contains(&place.school) => Sight::Initial,
            Sight::IfChosen if !subject.listed || self.shares_a_child(subject) => Sight::Nothing,
            other => other,
        };
        if shown <= Sight::IfOpened {
            return;
        }
        seen.sight = seen.sight.max(shown);
        seen.face |= sees_face(from.eye, near);
        let audience = audience(from.eye, near, place);
        seen.audiences.extend(audience.filter(|it| !seen.audiences.contains(it)));
    }

    /// Whether the person is an adult responsible for a child of the viewer: the other parent, above all.
    fn shares_a_child(&self, subject: &Subject<'_>) -> bool {
        subject.places.iter().any(|place| place.child.is_some_and(|child| self.children.contains(&child)))
    }

    /// Whether the person is of a territory the viewer may find people of.
    fn finds(&self, subject: &Subject<'_>) -> bool {
        self.territories.iter().any(|territory| match territory {
            Territory::Region => true,
            Territory::Academy(code) => {
                subject.academy == Some(code.as_str()) || subject.places.iter().any(|place| place.academy == *code)
            }
            Territory::Department(_)
            | Territory::District(..)
            | Territory::Town(..)
            | Territory::Authority(_)
            | Territory::School(_) => false,
        })
    }

    /// The académies the viewer may find people of: one empty code stands for all; none for whoever may not.
    pub fn academies(&self) -> Vec<&str> {
        if self.territories.contains(&Territory::Region) {
            return vec![""];
        }
        let codes = self.territories.iter().filter_map(|territory| match territory {
            Territory::Academy(code) => Some(code.as_str()),
            Territory::Region
            | Territory::Department(_)
            | Territory::District(..)
            | Territory::Town(..)
            | Territory::Authority(_)
            | Territory::School(_) => None,
        });
        codes.collect()
    }

    /// Whether the viewer finds people of a territory.
    pub fn is_searcher(&self) -> bool {
        !self.academies().is_empty()
    }

    /// The schools all of whose people may be looked for.
    pub fn schools(&self) -> Vec<SchoolId> {
        let wide = self.eyes.iter().filter(|from| matches!(from.eye, Eye::Head | Eye::Teacher | Eye::Staff));
        wide.map(|from| from.school).collect()
    }

    /// The schools whose adults may be looked for.
    pub fn staffed(&self) -> Vec<SchoolId> {
        let some = self.eyes.iter().filter(|from| matches!(from.eye, Eye::TownAgent | Eye::Guardian));
        some.map(|from| from.school).collect()
    }

    /// The classes whose people may be looked for.
    pub fn classes(&self) -> Vec<CircleId> {
        let some = self.eyes.iter().filter(|from| matches!(from.eye, Eye::Guest | Eye::Pupil | Eye::Guardian));
        some.filter_map(|from| from.class).collect()
    }

    /// Whether the viewer looks at anybody at all.
    pub fn looks(&self) -> bool {
        !self.eyes.is_empty() || self.is_searcher()
    }

    /// Of the places of somebody seen, those that may be told: a parent of the class is not told of by the other schools and
    /// classes of the children.
    pub fn told(&self, place: &Place) -> bool {
        let by_adult = matches!(place.whom, Whom::Teacher | Whom::Staff) && self.staffed().contains(&place.school);
        let of_class = place.class.is_some_and(|class| self.classes().contains(&class));
        self.is_searcher() || self.works_in(place.school) || by_adult || of_class
    }

    /// Whether the viewer looks as a pupil: children are shown to children by their first names.
    pub fn is_child(&self) -> bool {
        self.eyes.iter().any(|from| from.eye == Eye::Pupil)
    }

    /// The classes the viewer is of: those taught in, those of the children, one's own.
    pub fn own_classes(&self) -> Vec<CircleId> {
        self.eyes.iter().filter(|from| from.eye != Eye::Guest).filter_map(|from| from.class).collect()
    }

    /// Whether the viewer works with the pupils of a school, and sees all its classes.
    pub fn works_in(&self, school: SchoolId) -> bool {
        self.schools().contains(&school)
    }

    /// Whether the viewer is of a class, as a pupil or for a child.
    pub fn is_of_class(&self, class: CircleId) -> bool {
        self.eyes.iter().any(|from| from.class == Some(class) && matches!(from.eye, Eye::Pupil | Eye::Guardian))
    }
}

fn near(from: Stand, place: &Place) -> Near {
    if from.class.is_some() && from.class == place.class {
        Near::Class
    } else if from.school == place.school {
        Near::School
    } else {
        Near::Elsewhere
    }
}

/// As which audience one looks. What a parent shows is never for those who work in the school; what somebody shows to the
/// parents of the class, a head without class shows to those of the school.
fn audience(eye: Eye, near: Near, place: &Place) -> Option<Audience> {
    match (eye, place.whom) {
        (Eye::Head | Eye::Teacher | Eye::Staff | Eye::TownAgent, Whom::Teacher | Whom::Staff | Whom::Guest) => {
            Some(Audience::Colleagues)
        }
        (Eye::Guardian | Eye::Pupil, Whom::Parent | Whom::Teacher | Whom::Staff) => {
            (near == Near::Class || place.role == Role::Head).then_some(Audience::Parents)
        }
        _ => None,
    }
}

/// Where from a seat looks; the seats of readers and of groups show nobody.
fn from(seat: &Seat) -> Option<Stand> {
    let class = match seat.kind {
        CircleKind::Class => Some(seat.circle),
        CircleKind::Level | CircleKind::Families => seat.of_circle,
        CircleKind::School | CircleKind::Staff | CircleKind::Group | CircleKind::Challenge => None,
    };
    let eye = match seat.role {
        Role::Head | Role::Deputy => Eye::Head,
        Role::Teacher => Eye::Teacher,
        Role::Staff => Eye::Staff,
        Role::TownAgent => Eye::TownAgent,
        Role::Guest => Eye::Guest,
        Role::Pupil => Eye::Pupil,
        Role::Guardian => Eye::Guardian,
        Role::Reader
        | Role::AcademyAdmin
        | Role::DistrictAdmin
        | Role::DistrictAdviser
        | Role::TownEditor
        | Role::TownOfficer
        | Role::HelpAgent
        | Role::DataOfficer
        | Role::SchemeOfficer => return None,
    };
    Some(Stand { eye, school: seat.school, class })
}
