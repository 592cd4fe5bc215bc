//! The help desk, the online help and the training sessions through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod articles;
mod asking;
mod families;
mod keeping;
mod levels;
mod states;
mod strangers;
mod training;

use db::{Arg, args};
use school::{Role, account};
use testkit::{App, Client, Page, Place, Who};
use web::Service;

const SERVICES: &[&Service] = &[&assistance::SERVICE];

/// What is usually typed, some of it otherwise; a field named twice in the changes is sent twice.
fn typed<'a>(usual: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = usual.iter().copied().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}

/// The form of a request.
fn form<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("kind", "incident"),
        ("title", "Le carnet reste vide"),
        ("body", "Je ne vois aucun mot."),
        ("urgency", "normal"),
        ("page", "/carnet"),
    ];
    typed(&usual, changes)
}

/// Asks for help; answers the address of the request.
async fn ask(app: &App, who: Who, changes: &[(&str, &str)]) -> String {
    let answer = app.by(who).await.upload("/assistance/nouvelle", &form(changes), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Says something about a request.
async fn say(client: &Client<'_>, request: &str, fields: &[(&str, &str)]) -> Page {
    client.upload(&format!("{request}/reponses"), fields, &[]).await
}

/// Gives the account of Adélaïde one task in place of hers.
async fn task(app: &App, role: &str, scope: &str) {
    let mut tx = app.write().await;
    let change = "update account_grant set role = $2, scope = $3 where account_id = $1";
    tx.change(change, args![Who::Adelaide.account(), role, scope]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Somebody else who answers at a desk, known by name alone.
async fn agent(app: &App, login: &str, role: Role, scope: &str) {
    let mut tx = app.write().await;
    let id = account::create(&mut tx, login).await.unwrap();
    account::set_name(&mut tx, id, login).await.unwrap();
    account::grant(&mut tx, id, role, scope).await.unwrap();
    tx.commit().await.unwrap();
}

/// Puts a school in a circonscription.
async fn set_district(app: &App, place: Place, district: i64) {
    let mut tx = app.write().await;
    tx.change("update school set district = $2 where id = $1", args![place.id(), district]).await.unwrap();
    tx.commit().await.unwrap();
}

/// Gives somebody a confirmed address.
async fn set_email(app: &App, who: Who, email: &str) {
    let mut tx = app.write().await;
    account::set_email(&mut tx, who.account(), Some(email)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many unread notices tell somebody this.
async fn notices(app: &App, who: Who, verb: &str) -> i64 {
    count(
        app,
        "select count(*) as n from notification where person_id = $1 and verb = $2 and read_at is null",
        args![who.person(), verb],
    )
    .await
}
