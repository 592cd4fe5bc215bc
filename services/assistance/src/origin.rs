//! Where somebody asks from: a school one works in, the school of one's child, the territory of a task.

use crate::{W, desk, level::Level};
use db::{Result, Tx};
use school::{Right, Role, School, Territory, Viewer, rights::carries, schools_in};

/// Where a request comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The territory: a school, or what a task is over.
    pub place: Territory,
    /// Whether it is asked as a parent of the school.
    pub family: bool,
    /// What it is called.
    pub label: String,
}

impl Origin {
    /// What the form sends for it.
    pub fn value(&self) -> String {
        let side = if self.family { "famille" } else { "service" };
        format!("{side}-{}", self.place)
    }

    /// The desk a request from there starts at: the school for its families, else the nearest where somebody answers.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn first_level(&self, tx: &mut Tx, around: &[Territory]) -> Result<Level> {
        if self.family {
            return Ok(Level::School);
        }
        let nearest = nearest(&self.place);
        for level in [nearest].into_iter().chain(nearest.further()) {
            if desk::is_held(tx, level, around).await? {
                return Ok(level);
            }
        }
        // Nobody anywhere yet: it waits at the desk of the académie, which is always set up first.
        Ok(nearest.max(Level::Academy))
    }
}

/// The desk nearest to a place: nobody asks the one they answer at.
fn nearest(place: &Territory) -> Level {
    match place {
        Territory::School(_) => Level::District,
        Territory::Town(..) | Territory::Authority(_) | Territory::District(..) | Territory::Department(_) => {
            Level::Academy
        }
        Territory::Academy(_) | Territory::Region => Level::Provider,
    }
}

/// The places the viewer may ask from.
///
/// # Errors
/// A fault of the database.
pub async fn origins(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Origin>> {
    let mut origins: Vec<Origin> = Vec::new();
    for seat in viewer.seats.iter().filter(|seat| carries(seat.role, Right::AskHelp)) {
        let place = Territory::School(seat.school);
        let family = seat.role == Role::Guardian;
        if origins.iter().all(|known| known.place != place || known.family != family) {
            let label = if family { W.origin_family(&seat.school_name) } else { seat.school_name.clone() };
            origins.push(Origin { place, family, label });
        }
    }
    for place in viewer.territories(Right::AskHelp) {
        if origins.iter().all(|known| known.place != place) {
            let label = web::place_name(tx, &place).await?;
            origins.push(Origin { place, family: false, label });
        }
    }
    Ok(origins)
}

/// Whether the viewer may ask for help from anywhere.
pub fn asks(viewer: &Viewer) -> bool {
    viewer.seats.iter().any(|seat| carries(seat.role, Right::AskHelp)) || viewer.may_over(Right::AskHelp)
}

/// The territories around a place, those whose desks may answer it.
///
/// # Errors
/// A fault of the database; [`db::Error::NotFound`] when the school is gone.
pub async fn around(tx: &mut Tx, place: &Territory) -> Result<Vec<Territory>> {
    if let Territory::School(id) = place {
        return Ok(Territory::around(&School::load(tx, *id).await?));
    }
    // What a wider place lies in is read from any of its schools.
    let lies_in = match place {
        Territory::Region | Territory::Academy(_) => None,
        _ => schools_in(tx, place).await?.into_iter().next(),
    };
    let mut around = vec![Territory::Region];
    if let Some(school) = &lies_in {
        around.push(Territory::Academy(school.academy.clone()));
        around.push(Territory::Department(school.department().to_owned()));
    }
    if let Territory::District(academy, _) = place {
        around.push(Territory::Academy(academy.clone()));
    }
    if let Territory::Town(department, _) = place {
        around.push(Territory::Department(department.clone()));
    }
    around.push(place.clone());
    let mut once: Vec<Territory> = Vec::new();
    for territory in around {
        if !once.contains(&territory) {
            once.push(territory);
        }
    }
    Ok(once)
}

/// The scopes of the département and the circonscription among these territories: what figures are counted by.
pub(crate) fn counted_by(around: &[Territory]) -> (Option<String>, Option<String>) {
    let find = |wanted: fn(&Territory) -> bool| around.iter().find(|it| wanted(it)).map(ToString::to_string);
    (find(|it| matches!(it, Territory::Department(_))), find(|it| matches!(it, Territory::District(..))))
}
