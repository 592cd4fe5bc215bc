//! The link of a letter reads one thing, for two days, for whoever it was written to.

use crate::{
    SERVICES,
    steps::{ask, count, run},
};
use commons::{ThingId, reading_link};
use db::args;
use testkit::{App, Classroom::Cp, Who, Who::*, on_both};

async fn link(app: &App, who: Who, thing: ThingId) -> String {
    reading_link::sign(&app.house, who.account(), "mots", thing, app.now())
}

const OVER: &str = "Ce lien ne s’ouvre plus";

#[tokio::test]
async fn a_link_reads_one_thing_without_signing_in() {
    on_both(SERVICES, async |app| {
        let trip = ask(app, "Sortie à la ferme", app.now()).await;
        let path = link(app, Claire, trip).await;
        let page = app.anonymous().get(&path).await;
        assert_eq!(page.status, 200);
        for words in [
            "Sortie à la ferme",
            "Rendez-vous à 9 heures.",
            "À signer avant le 12 octobre",
            "Se connecter pour répondre",
        ] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let header = |name: &str| page.headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!(header("referrer-policy"), "no-referrer");
        assert!(header("x-robots-tag").contains("noindex"));
        assert!(!page.has("main form, main img"));
        // Nobody is signed in by it.
        assert!(!page.has("nav.navigation") && page.headers.get("set-cookie").is_none());
        let noted =
            "select count(*) as n from audit where action = 'read-by-link' and account_id = $1 and subject = $2";
        assert_eq!(count(app, noted, args![Claire.account(), trip.to_string()]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_ends_after_two_days() {
    on_both(SERVICES, async |app| {
        let trip = ask(app, "Sortie à la ferme", app.now()).await;
        let path = link(app, Claire, trip).await;
        app.wait(48 * 3600);
        assert!(app.anonymous().get(&path).await.says("Sortie à la ferme"));
        app.wait(2 * 3600);
        let page = app.anonymous().get(&path).await;
        assert!(page.says(OVER) && !page.says("Sortie"), "{}", page.text());
        assert_eq!(page.link("Se connecter").as_deref(), Some("/"));
    })
    .await;
}

#[tokio::test]
async fn a_link_that_was_changed_opens_nothing() {
    on_both(SERVICES, async |app| {
        let trip = ask(app, "Sortie à la ferme", app.now()).await;
        let path = link(app, Claire, trip).await;
        let token = path.strip_prefix("/lecture/").unwrap();
        for place in 0..token.len() {
            let other = if &token[place..=place] == "A" { "B" } else { "A" };
            let changed = format!("{}{other}{}", &token[..place], &token[place + 1..]);
            assert_eq!(reading_link::verify(&app.house, &changed, app.now()), None, "{place}");
        }
        for path in ["/lecture/x", "/lecture/AAAA", &format!("{path}A")] {
            assert!(app.anonymous().get(path).await.says(OVER), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_may_read_it_no_more_reads_nothing() {
    on_both(SERVICES, async |app| {
        let trip = ask(app, "Sortie à la ferme", app.now()).await;
        let (claire, paul) = (link(app, Claire, trip).await, link(app, Paul, trip).await);
        run(app, "update guardianship set until = 1 where adult_id = $1", args![Claire.person()]).await;
        run(app, "update account set blocked_at = 1 where id = $1", args![Paul.account()]).await;
        let stranger = link(app, Perrine, trip).await;
        for path in [claire, paul, stranger] {
            assert!(app.anonymous().get(&path).await.says(OVER), "{path}");
        }
        // Not before its hour either.
        let later = ask(app, "Photo de classe", app.now().plus_days(1)).await;
        let early = link(app, Samia, later).await;
        assert!(app.anonymous().get(&early).await.says(OVER));
        assert!(!app.by(Thomas).await.get(&Cp.path("/joindre")).await.says("Sortie"));
    })
    .await;
}
