//! Where somebody asks from: a school one works in, the school of one's child, the territory of a task.

use crate::{W, agent, level::Level};
use db::{Result, Tx};
use school::{Right, Role, Territory, Viewer, rights::carries};

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
            if agent::is_held(tx, level, around).await? {
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
