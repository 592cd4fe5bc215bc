//! What the stories about doubles share.

use crate::entry_steps::pupil;
use db::args;
use school::{
    CircleId, PersonId, PersonKind, Role, Source, circle,
    person::{self, NewPerson},
};
use testkit::{App, Classroom::Cp, Place::Tilleuls};

/// Somebody a delivery brings.
pub(crate) async fn delivered(app: &App, kind: PersonKind, name: (&str, &str), born: Option<&str>) -> PersonId {
    let level = (kind == PersonKind::Pupil).then_some("1121");
    let new = NewPerson { birth_day: born, level, ..NewPerson::named(kind, Source::Aaf, "16", name) };
    let mut tx = app.write().await;
    let id = person::enter(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// A pupil a delivery brings in the CP.
pub(crate) async fn delivered_in_cp(app: &App, name: (&str, &str), born: Option<&str>) -> PersonId {
    let id = delivered(app, PersonKind::Pupil, name, born).await;
    for circle in [Cp.id(), Tilleuls.pupils()] {
        seated(app, circle, id).await;
    }
    id
}

async fn seated(app: &App, circle: CircleId, person: PersonId) {
    let mut tx = app.write().await;
    circle::seat_from(&mut tx, Source::Aaf, circle, person, Role::Pupil).await.unwrap();
    tx.commit().await.unwrap();
}

/// An adult a delivery says responsible for a child.
pub(crate) async fn responsible(app: &App, child: PersonId, name: (&str, &str)) -> PersonId {
    let id = delivered(app, PersonKind::Guardian, name, None).await;
    let mut tx = app.write().await;
    let tie = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
               values ($1, $2, 10, 1, 'aaf', $3)";
    tx.change(tie, args![child, id, app.now()]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The night passes.
pub(crate) async fn night(app: &App) {
    app.wait(3600);
    (supply::double::night::NIGHT.run)(app.house.clone(), String::new()).await.unwrap();
}

/// Into whom an entry was merged.
pub(crate) async fn merged_into(app: &App, person: PersonId) -> Option<PersonId> {
    let mut tx = app.read().await;
    let (into,): (Option<PersonId>,) =
        tx.one("select merged_into from person where id = $1", args![person]).await.unwrap();
    into
}

/// The page of the pair a person is in; nothing when there is none.
pub(crate) async fn page_of(app: &App, person: PersonId) -> Option<String> {
    let mut tx = app.read().await;
    let found: Option<supply::double::DoubleId> =
        tx.value("select id from supply_double where person_a = $1 or person_b = $1", args![person]).await.unwrap();
    found.map(|id| format!("/doublons/{id}"))
}

/// Two names near each other, born the same day: nobody but the head can tell. Answers the page of the pair.
pub(crate) async fn proposed(app: &App) -> String {
    let hand = pupil(app, "Lila", "Vergnes", &[("naissance", "2020-03-03")]).await;
    delivered_in_cp(app, ("Lyla", "VERGNES"), Some("2020-03-03")).await;
    night(app).await;
    assert_eq!(merged_into(app, hand).await, None);
    page_of(app, hand).await.unwrap()
}
