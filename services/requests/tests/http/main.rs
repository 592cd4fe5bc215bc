//! « Demandes à la mairie » through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod asking;
mod clock;
mod following;
mod kinds;
mod monthly;
mod strangers;

use db::{Arg, args};
use school::{Role, account};
use testkit::{App, Client, Page, Place, Who};
use web::Service;

const SERVICES: &[&Service] = &[&requests::SERVICE];

/// The commune of Les Tilleuls.
const MONTAUBRAC: &str = "town:031:montaubrac";
/// The commune of Jules-Verne.
const SAINTE_FOY: &str = "town:031:sainte-foy";

/// Gives the account of Adélaïde one task in place of hers.
async fn task(app: &App, role: &str, scope: &str) {
    let mut tx = app.write().await;
    let change = "update account_grant set role = $2, scope = $3 where account_id = $1";
    tx.change(change, args![Who::Adelaide.account(), role, scope]).await.unwrap();
    tx.commit().await.unwrap();
}

/// A browser of somebody who handles the services of Montaubrac.
async fn officer(app: &App) -> Client<'_> {
    task(app, "town-officer", MONTAUBRAC).await;
    app.by(Who::Adelaide).await
}

/// Somebody else who handles the services of a commune, with an address.
async fn colleague(app: &App, email: &str, scope: &str) {
    let mut tx = app.write().await;
    let id = account::create(&mut tx, email).await.unwrap();
    account::set_email(&mut tx, id, Some(email)).await.unwrap();
    account::grant(&mut tx, id, Role::TownOfficer, scope).await.unwrap();
    tx.commit().await.unwrap();
}

/// The identifier of a school, as forms send it.
fn school(place: Place) -> String {
    place.id().to_string()
}

/// What is usually typed, some of it otherwise or added.
fn typed<'a>(usual: &[(&'a str, &'a str)], changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = usual.iter().copied().filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    kept.chain(changes.iter().copied()).collect()
}

/// What a request usually says.
const REQUEST: [(&str, &str); 5] = [
    ("type", "travaux"),
    ("title", "Une vitre cassée"),
    ("body", "Elle donne sur la cour."),
    ("champ_1", "Salle 3"),
    ("priority", "normal"),
];

/// Sends the form that asks, for Les Tilleuls.
async fn send(app: &App, changes: &[(&str, &str)]) -> Page {
    let tilleuls = school(Place::Tilleuls);
    let usual = [&REQUEST[..], &[("ecole", tilleuls.as_str())][..]].concat();
    app.by(Who::Helene).await.upload("/demandes/nouvelle", &typed(&usual, changes), &[]).await
}

/// The head of Les Tilleuls asks; answers the address of the request.
async fn ask(app: &App, changes: &[(&str, &str)]) -> String {
    let answer = send(app, changes).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Says something about a request.
async fn say(client: &Client<'_>, request: &str, fields: &[(&str, &str)]) -> Page {
    client.upload(&format!("{request}/reponses"), fields, &[]).await
}

/// Does something to a request, and reads it again.
async fn act(client: &Client<'_>, request: &str, act: &str, fields: &[(&str, &str)]) -> Page {
    client.post_then(&format!("{request}/{act}"), fields).await
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many unread notices tell somebody this.
async fn notices(app: &App, who: Who, verb: &str) -> i64 {
    let unread = "select count(*) as n from notification where person_id = $1 and verb = $2 and read_at is null";
    count(app, unread, args![who.person(), verb]).await
}

/// Checks what an address answers to each of these people.
async fn answers(app: &App, path: &str, status: u16, people: &[Who]) {
    for who in people {
        let page = app.by(*who).await.get(path).await;
        assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
    }
}
