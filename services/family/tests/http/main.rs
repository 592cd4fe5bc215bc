//! « Mon foyer » through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod accounts;
mod contacts;
mod doubles;
mod household;
mod invitations;
mod leaving;
mod readers;
mod strangers;

use commons::audit::Action;
use db::{Arg, args};
use school::{Role, Viewer, account};
use testkit::{App, Client, Page, Who, Who::*};
use web::{Service, Task};

const SERVICES: &[&Service] = &[&family::SERVICE];

/// What is typed to invite Zoé's grandmother.
const LUCETTE: [(&str, &str); 4] =
    [("prenom", "Lucette"), ("nom", "Fabre"), ("lien", "grand-mère"), ("courriel", "Lucette@Example.org")];

/// Where readers of a child are invited.
fn readers_of(child: Who) -> String {
    format!("/foyer/enfants/{}/lecteurs", child.person())
}

/// The usual invitation to another address.
fn to(address: &str) -> [(&str, &str); 4] {
    [LUCETTE[0], LUCETTE[1], LUCETTE[2], ("courriel", address)]
}

/// Invites Zoé's grandmother as one of her parents; answers the link of the letter.
async fn invited(app: &App, parent: Who) -> String {
    let answer = app.by(parent).await.post(&readers_of(Zoe), &LUCETTE).await;
    assert_leads(&answer, "/foyer");
    link(&letters_to(app, "lucette@example.org").await[0])
}

/// The link of an invitation in its letter, without the name of the site.
fn link(letter: &str) -> String {
    let at = letter.find("/invitations/").unwrap();
    letter[at..].split_whitespace().next().unwrap().to_owned()
}

/// Accepts an invitation with a new account, from a browser where nobody is signed in.
async fn accepted_anew(app: &App, link: &str) -> Page {
    app.anonymous().post(link, &[("avec", "nouveau")]).await
}

/// The letters that left for an address.
async fn letters_to(app: &App, address: &str) -> Vec<String> {
    app.run_jobs().await;
    let header = format!("To: {address}");
    app.letters().into_iter().filter(|letter| letter.contains(&header)).collect()
}

/// Lets somebody have a confirmed address.
async fn give_email(app: &App, who: Who, address: &str) {
    let mut tx = app.write().await;
    account::set_email(&mut tx, who.account(), Some(address)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Checks where an answer leads.
#[track_caller]
fn assert_leads(answer: &Page, to: &str) {
    let found = answer.location();
    assert_eq!((answer.status, found.as_deref()), (303, Some(to)), "{}", answer.text());
}

/// Checks that a form came back with something wrong beside a field.
#[track_caller]
fn assert_refused(answer: &Page, field: &str) {
    assert_eq!(answer.status, 422, "{}", answer.text());
    assert!(answer.has(&format!("#f-{field}-error")), "{}", answer.text());
}

/// Runs a statement.
async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// How many times the audit journal holds an action.
async fn acts(app: &App, action: Action) -> i64 {
    count(app, "select count(*) as n from audit where action = $1", args![action]).await
}

/// How many persons an account holds.
async fn held(app: &App, who: Who) -> i64 {
    count(app, "select count(*) as n from account_person where account_id = $1", args![who.account()]).await
}

/// How many people read for a child.
async fn reading(app: &App, child: Who) -> i64 {
    count(app, "select count(*) as n from reader where child_id = $1 and until is null", args![child.person()]).await
}

/// Somebody as the house knows them now.
async fn viewer(app: &App, who: Who) -> Viewer {
    Viewer::load(&mut app.read().await, who.account()).await.unwrap()
}

/// What « Aujourd’hui » tells somebody.
async fn tasks(app: &App, who: Who) -> Vec<Task> {
    let viewer = viewer(app, who).await;
    (family::SERVICE.tasks)(&mut app.read().await, &viewer).await.unwrap()
}

/// The roles somebody holds in circles.
async fn roles(app: &App, who: Who) -> Vec<Role> {
    let mut roles: Vec<Role> = viewer(app, who).await.seats.iter().map(|seat| seat.role).collect();
    roles.sort();
    roles.dedup();
    roles
}

/// Where the household leads to end something, or to undo it: the page that asks first has the address of its form.
async fn ends(client: &Client<'_>, part: &str) -> Vec<String> {
    let page = client.get("/foyer").await;
    let forms = page.attributes(&format!("main form[action$='{part}']"), "action");
    forms.into_iter().chain(page.attributes(&format!("main a[href$='{part}']"), "href")).collect()
}
