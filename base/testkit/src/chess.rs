//! The group of two schools several stories happen in.

use crate::{
    App,
    Place::Tilleuls,
    Who::{Enzo, Thea, Thomas, Tom},
};
use school::{
    CircleId, CircleKind, Role,
    circle::{self, NewCircle},
};

/// « Échecs », a group that Les Tilleuls hold, with Tom of theirs and Enzo of Jules-Verne, where Thomas and Théa teach.
///
/// # Panics
/// When the database fails.
pub async fn chess(app: &App) -> CircleId {
    let new = NewCircle {
        school: Tilleuls.id(),
        academy: "16",
        kind: CircleKind::Group,
        year: 2026,
        key: "hand:echecs",
        of_circle: None,
        name: "Échecs",
        families: Some("Familles du groupe Échecs"),
    };
    let mut tx = app.write().await;
    let id = circle::open(&mut tx, &new).await.unwrap_or_else(|error| panic!("{error}"));
    for (who, role) in [(Tom, Role::Pupil), (Enzo, Role::Pupil), (Thomas, Role::Teacher), (Thea, Role::Teacher)] {
        let seated = circle::seat(&mut tx, id, who.person(), role, None).await;
        seated.unwrap_or_else(|error| panic!("{error}"));
    }
    tx.commit().await.unwrap_or_else(|error| panic!("{error}"));
    id
}
