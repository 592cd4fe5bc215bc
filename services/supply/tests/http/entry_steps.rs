//! What the stories about people entered by hand share.

use db::{Arg, args, sort_key};
use school::{PersonId, Role, circle};
use testkit::{App, Classroom, Client, Page, Place::Tilleuls, Who};

/// The page by which a class enters a pupil.
pub(crate) fn new_pupil(class: Classroom) -> String {
    class.path("/eleves/nouveau")
}

/// The list of Les Tilleuls.
pub(crate) fn people(rest: &str) -> String {
    format!("/ecoles/{}/personnes{rest}", Tilleuls.id())
}

/// The person of a name, whoever entered it last.
pub(crate) async fn person(app: &App, last_name: &str, first_name: &str) -> PersonId {
    let mut tx = app.read().await;
    let (id,): (PersonId,) = tx
        .one(
            "select id from person where sort_key = $1 order by created_at desc, id desc limit 1",
            args![sort_key(last_name, first_name)],
        )
        .await
        .unwrap();
    id
}

/// The number a statement answers.
pub(crate) async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many seats somebody has now.
pub(crate) async fn seats(app: &App, person: PersonId) -> i64 {
    let live =
        "select count(*) as n from member where person_id = $1 and since <= $2 and (until is null or until > $2)";
    count(app, live, args![person, app.now()]).await
}

/// How many rows of the journal tell an act about somebody.
pub(crate) async fn told(app: &App, action: &str, person: PersonId) -> i64 {
    let told = "select count(*) as n from audit where action = $1 and subject = $2";
    count(app, told, args![action, person.to_string()]).await
}

/// Enters a pupil in the CP as Thomas does; answers who it is.
pub(crate) async fn pupil(app: &App, first: &str, last: &str, more: &[(&str, &str)]) -> PersonId {
    let fields = [&[("prenom", first), ("nom", last)][..], more].concat();
    let page = app.by(Who::Thomas).await.post(&new_pupil(Classroom::Cp), &fields).await;
    assert_eq!(page.status, 303, "{}", page.text());
    person(app, last, first).await
}

/// Sends the form of an adult.
pub(crate) async fn adult(client: &Client<'_>, fields: &[(&str, &str)]) -> Page {
    client.post(&people(""), fields).await
}

/// Lets Rose run a part of the school in the head's name.
pub(crate) async fn delegate(app: &App) {
    let mut tx = app.write().await;
    circle::seat(&mut tx, Tilleuls.staff(), Who::Rose.person(), Role::Deputy, None).await.unwrap();
    tx.commit().await.unwrap();
}
