//! The service liaison through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod acts;
mod departures;
mod families;
mod follow;
mod hours;
mod paper;
mod proof;
mod reminders;
mod replies;
mod slip;
mod strangers;
mod versions;
mod writing;

use db::{Arg, args};
use school::Viewer;
use testkit::{App, Classroom, Client, Page, Who, mot_form as form};
use web::Service;

const SERVICES: &[&Service] = &[&liaison::SERVICE];

/// Writes a mot to a class; answers its address.
async fn write(client: &Client<'_>, class: Classroom, changes: &[(&str, &str)]) -> String {
    let answer = client.upload(&class.path("/mots"), &form(changes), &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Sends a mot; answers the page it leads to.
async fn send(client: &Client<'_>, mot: &str) -> Page {
    client.post_then(&step(mot, "envoi"), &[]).await
}

/// Writes a mot to a class and sends it; answers its address.
async fn sent(app: &App, who: Who, class: Classroom, changes: &[(&str, &str)]) -> String {
    let client = app.by(who).await;
    let mot = write(&client, class, changes).await;
    send(&client, &mot).await;
    mot
}

/// Opens the form of a mot, fills it in and sends it.
async fn change(client: &Client<'_>, mot: &str, changes: &[(&str, &str)]) -> Page {
    let edition = client.get(&step(mot, "modifier")).await.attributes("input[name=edition]", "value").concat();
    let fields = [form(changes), vec![("edition", edition.as_str())]].concat();
    client.upload(mot, &fields, &[]).await
}

/// Answers a mot for a child.
async fn reply(app: &App, who: Who, mot: &str, child: Who, answer: &str) -> Page {
    let child = child.person().to_string();
    let fields = [("child", child.as_str()), ("answer", answer)];
    app.by(who).await.post(&step(mot, "reponse"), &fields).await
}

/// Signs a mot for a child, which is accepted.
async fn sign(app: &App, who: Who, mot: &str, child: Who) {
    let answer = reply(app, who, mot, child, "").await;
    assert_eq!(answer.status, 303, "{who:?} for {child:?}: {}", answer.text());
}

/// The titles and children of what awaits somebody, as the list of mots shows them.
async fn awaiting(app: &App, who: Who) -> Vec<String> {
    let page = app.by(who).await.get("/carnet").await;
    page.texts(".task .task-words .quiet")
}

/// How many tasks « Aujourd’hui » is given for somebody.
async fn tasks(app: &App, who: Who) -> usize {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    (liaison::SERVICE.tasks)(&mut tx, &viewer).await.unwrap().len()
}

/// « 1 sur 2 », as the follow-up says it.
async fn progress(app: &App, who: Who, mot: &str) -> String {
    app.by(who).await.get(&step(mot, "suivi")).await.texts(".figure-of-day").concat()
}

/// The address of a step of a mot.
fn step(mot: &str, noun: &str) -> String {
    format!("{mot}/{noun}")
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

/// How many notices tell somebody this, read or not.
async fn notices(app: &App, who: Who, verb: &str) -> i64 {
    count(app, "select count(*) as n from notification where person_id = $1 and verb = $2", args![who.person(), verb])
        .await
}
