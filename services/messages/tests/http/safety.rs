//! Steps the stories of safety share: sending behind the pages, with who is refused and why.

use commons::audit::Action;
use db::{Error, args, id_list};
use messages::{
    send::{Outgoing, Sent},
    target::Target,
};
use richtext::Doc;
use school::{AccountId, PersonId, PersonKind, Viewer, account, session};
use testkit::{App, Who};

/// Somebody as rules know them.
pub(crate) async fn viewer(app: &App, who: Who) -> Viewer {
    let mut tx = app.read().await;
    Viewer::load(&mut tx, who.account()).await.unwrap()
}

/// What somebody asks to send.
pub(crate) fn outgoing(targets: &[Target], text: &str) -> Outgoing {
    Outgoing {
        targets: targets.to_vec(),
        subject: "Sortie à la mare".to_owned(),
        body: Doc::from_plain(text),
        pieces: Vec::new(),
        about: None,
        urgent: None,
        within: None,
        mass: false,
    }
}

/// Sends something, or hears why not.
pub(crate) async fn send(app: &App, who: Who, targets: &[Target], text: &str) -> db::Result<Sent> {
    let mut tx = app.write().await;
    let viewer = Viewer::load(&mut tx, who.account()).await?;
    let sent = messages::send::send(&mut tx, &viewer, &outgoing(targets, text)).await?;
    tx.commit().await?;
    Ok(sent)
}

/// Writes to one person; none when it left, else why it did not.
pub(crate) async fn refusal(app: &App, who: Who, to: Who, text: &str) -> Option<String> {
    match send(app, who, &[Target::Person(to.person())], text).await {
        Ok(_) => None,
        Err(Error::Invalid(problems)) => Some(problems.of("q").unwrap()),
        Err(other) => panic!("{who:?} to {to:?}: {other}"),
    }
}

/// Lets somebody have a confirmed address.
pub(crate) async fn give_email(app: &App, who: Who, address: &str) {
    let mut tx = app.write().await;
    account::set_email(&mut tx, who.account(), Some(address)).await.unwrap();
    tx.commit().await.unwrap();
}

/// As if whoever is signed in had just typed a code.
pub(crate) async fn prove(app: &App, who: Who) {
    let mut tx = app.write().await;
    for it in session::of(&mut tx, who.account()).await.unwrap() {
        session::prove(&mut tx, who.account(), &it.token).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// How many adults more a child has to answer for it: a crowd for one class.
pub(crate) async fn crowd(app: &App, child: Who, adults: usize) {
    let mut tx = app.write().await;
    let now = tx.now();
    for number in 0..adults {
        let adult: PersonId = tx.id();
        let last = format!("FOULE{number}");
        tx.change(
            "insert into person (id, kind, last_name, first_name, details, sort_key, search_key, incomplete, created_at) \
             values ($1, $2, $3, 'Alix', '{}', $4, $5, false, $6)",
            args![
                adult,
                PersonKind::Guardian,
                &last,
                db::sort_key(&last, "Alix"),
                db::search_key("Alix", &last),
                now
            ],
        )
        .await
        .unwrap();
        tx.change(
            "insert into guardianship (child_id, adult_id, relation, position, source, since) \
             values ($1, $2, 10, $3, 'hand', $4)",
            args![child.person(), adult, 10 + i64::try_from(number).unwrap(), now],
        )
        .await
        .unwrap();
    }
    tx.commit().await.unwrap();
}

/// What the audit journal holds of an action: by whom, about what, with what detail.
pub(crate) async fn acts(app: &App, action: Action) -> Vec<(Option<AccountId>, Option<String>, Option<String>)> {
    let mut tx = app.read().await;
    let sql = "select account_id, subject, detail from audit where action = $1 order by at, id";
    tx.all(sql, args![action]).await.unwrap()
}

/// How many messages somebody has written.
pub(crate) async fn written(app: &App, who: Who) -> i64 {
    let mut tx = app.read().await;
    let sql = "select count(*) as n from message where author_id in (select unhex(value) from json_each($1))";
    tx.count(sql, args![id_list([who.person()])]).await.unwrap()
}
