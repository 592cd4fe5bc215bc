//! Where a news is for: a class, or a territory, of which a school is the smallest.

use crate::publics::Publics;
use db::{Result, Tx, args, id_list};
use school::{
    Circle, CircleId, PersonId, Public, Right, SchoolId, SchoolYear, Territory, Viewer, circle, select_circles,
};
use std::fmt;

/// Where a news is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// A class.
    Class(CircleId),
    /// A school, or what lies above schools.
    Territory(Territory),
}

impl Scope {
    /// Whether it reaches further than one school.
    pub fn is_wide(&self) -> bool {
        match self {
            Self::Class(_) | Self::Territory(Territory::School(_)) => false,
            Self::Territory(
                Territory::Region
                | Territory::Academy(_)
                | Territory::Department(_)
                | Territory::District(..)
                | Territory::Town(..)
                | Territory::Authority(_),
            ) => true,
        }
    }

    /// Whether somebody there is of these profiles: a commune employs nobody in a class.
    pub fn reaches(&self, publics: &Publics) -> bool {
        match self {
            Self::Class(_) => publics.0.iter().any(|public| *public != Public::TownAgents),
            Self::Territory(_) => !publics.0.is_empty(),
        }
    }

    /// The circles of some profiles there: as many shares, whatever the number of people.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn circles(&self, tx: &mut Tx, publics: &Publics) -> Result<Vec<CircleId>> {
        let mut circles = Vec::new();
        for public in &publics.0 {
            match (self, public) {
                (Self::Territory(territory), _) => circles.push(territory.circle(*public)),
                (Self::Class(class), Public::Pupils) => circles.push(*class),
                (Self::Class(class), Public::Families) => circles.push(Circle::families(tx, *class).await?.id),
                (Self::Class(class), Public::Staff) => circles.push(CircleId::team_of(*class)),
                (Self::Class(_), Public::TownAgents) => {}
            }
        }
        Ok(circles)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Class(class) => write!(out, "class:{class}"),
            Self::Territory(territory) => write!(out, "{territory}"),
        }
    }
}

impl TryFrom<String> for Scope {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        let class = text.strip_prefix("class:").and_then(|id| id.parse().ok()).map(Self::Class);
        class.or_else(|| Territory::of(&text).map(Self::Territory)).ok_or(text)
    }
}

/// A place somebody may publish news in.
#[derive(Debug, Clone)]
pub struct Place {
    /// What it is.
    pub scope: Scope,
    /// The school its news belong to.
    pub school: SchoolId,
    /// The circle they live in.
    pub circle: CircleId,
    /// What authors and readers call it.
    pub label: String,
}

impl Place {
    fn of_class(class: Circle) -> Self {
        Self { scope: Scope::Class(class.id), school: class.school_id, circle: class.id, label: class.name }
    }

    fn of_territory(territory: Territory, label: String) -> Self {
        let (school, circle) = (territory.school(), territory.place());
        Self { scope: Scope::Territory(territory), school, circle, label }
    }

    /// From whom its news come, in words: none for those of a class, which the name of its circle says.
    pub fn from_label(&self) -> Option<&str> {
        match self.scope {
            Scope::Class(_) => None,
            Scope::Territory(_) => Some(&self.label),
        }
    }
}

/// Whether somebody may publish news anywhere.
pub fn writes(viewer: &Viewer) -> bool {
    viewer.taught().next().is_some()
        || !viewer.headed().is_empty()
        || viewer.territories(Right::WriteNews).next().is_some()
}

/// The places somebody may publish news in, the widest first: territories of their tasks, schools headed, classes of this
/// year.
///
/// # Errors
/// A fault of the database.
pub async fn places(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Place>> {
    let mut places = Vec::new();
    for territory in viewer.territories(Right::WriteNews) {
        let label = web::place_name(tx, &territory).await?;
        places.push(Place::of_territory(territory, label));
    }
    let year = SchoolYear::of(tx.now().day());
    let mut classes = taught(tx, viewer, year).await?;
    for seat in viewer.headed() {
        places.push(Place::of_territory(Territory::School(seat.school), seat.school_name.clone()));
        for class in circle::classes(tx, seat.school, year.0).await? {
            if classes.iter().all(|known| known.id != class.id) {
                classes.push(class);
            }
        }
    }
    let written = classes.into_iter().filter(|class| viewer.may_in(Right::WriteNews, class.id, class.school_id));
    places.extend(written.map(Place::of_class));
    Ok(places)
}

async fn taught(tx: &mut Tx, viewer: &Viewer, year: SchoolYear) -> Result<Vec<Circle>> {
    tx.all(
        select_circles!(
            "c.id in (select unhex(value) from json_each($1)) and c.year = $2 and c.until is null order by c.sort_key"
        ),
        args![id_list(viewer.taught()), year.0],
    )
    .await
}

/// Who acts: the person seated there; for a territory the account, since whoever has a task over one is in no directory.
#[derive(Debug, Clone, Copy)]
pub struct Hand {
    /// Who is written down as having made or given something.
    pub by: PersonId,
    /// The person, for what tells of people.
    pub person: Option<PersonId>,
}

impl Hand {
    /// Who acts when the viewer does something in a place.
    ///
    /// # Errors
    /// [`db::Error::NotFound`] when the viewer has no business there.
    pub fn of(viewer: &Viewer, scope: &Scope, circle: CircleId, school: SchoolId) -> Result<Self> {
        if scope.is_wide() {
            // An account where a person is written down: no person has its identifier.
            return Ok(Self { by: PersonId(viewer.account.0), person: None });
        }
        let person = viewer.acting_in(circle, school)?;
        Ok(Self { by: person, person: Some(person) })
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_read_as_it_is_printed() {
        for text in ["class:0197000000007000800000000000001e", "academy:16", "town:031:montaubrac", "region"] {
            assert_eq!(Scope::try_from(text.to_owned()).unwrap().to_string(), text);
        }
        assert!(Scope::try_from("class:1".to_owned()).is_err());
    }
}
