//! A telephone lent to a child is the child's as long as whoever lent it is responsible for the child. The youngest read no charter.

use crate::{
    SERVICES,
    steps::{acts, assert_leads, change, sessions, sign_in},
};
use commons::{
    audit::Action,
    limitation::{self, Topic},
};
use db::args;
use school::Door;
use testkit::{App, Client, Who, Who::*, on_both, people::PASSWORD};

/// Where a telephone is given back.
const BACK: &str = "/pret/retour";

/// The telephone of somebody, lent to Zoé.
async fn lent(app: &App, who: Who) -> Client<'_> {
    let client = app.by(who).await;
    assert_leads(&client.post(&format!("/enfants/{}/pret", Zoe.person()), &[]).await, "/");
    client
}

/// Whether a telephone is still in the hands of the child.
async fn is_lent(client: &Client<'_>) -> bool {
    client.get(BACK).await.status == 200
}

#[tokio::test]
async fn it_ends_with_the_link_of_whoever_lent_it_and_with_no_other() {
    on_both(SERVICES, async |app| {
        let (mother, father) = (lent(app, Claire).await, lent(app, Paul).await);
        assert!(is_lent(&mother).await && is_lent(&father).await);
        let ended = "update guardianship set until = $3 where adult_id = $1 and child_id = $2";
        change(app, ended, args![Claire.person(), Zoe.person(), app.now()]).await;
        for answer in [mother.get("/compte").await, mother.get(BACK).await] {
            assert!(answer.location().is_some_and(|to| to.starts_with("/connexion")), "{}", answer.text());
        }
        assert!(is_lent(&father).await, "the other parent is responsible still");
        assert_eq!(sessions(app, Zoe).await, 1, "the list of the child's devices says it too");
        // Her own account is hers, and the child another's now.
        let again = app.anonymous();
        assert_leads(&sign_in(&again, &Claire.login(), PASSWORD).await, "/");
    })
    .await;
}

#[tokio::test]
async fn it_ends_with_the_account_of_whoever_lent_it() {
    on_both(SERVICES, async |app| {
        let (client, own) = (lent(app, Claire).await, app.by(Zoe).await);
        change(app, "update account set blocked_at = 1 where id = $1", args![Claire.account()]).await;
        assert!(!is_lent(&client).await);
        assert_eq!(own.get("/compte").await.status, 200, "what the child opened alone is nobody's to lend");
        // Whom the directory holds no more is responsible for nobody.
        let other = lent(app, Paul).await;
        change(app, "update person set gone_at = 1 where id = $1", args![Paul.person()]).await;
        assert!(!is_lent(&other).await);
    })
    .await;
}

#[tokio::test]
async fn it_ends_when_the_data_of_the_child_is_restricted() {
    on_both(SERVICES, async |app| {
        let (client, own) = (lent(app, Claire).await, app.by(Zoe).await);
        for (topic, still) in [(Topic::Image, true), (Topic::All, false)] {
            let mut tx = app.write().await;
            limitation::grant(&mut tx, Adelaide.account(), Zoe.person(), topic, "Demande").await.unwrap();
            tx.commit().await.unwrap();
            assert_eq!(is_lent(&client).await, still, "{topic:?}");
        }
        assert_eq!(own.get("/compte").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_child_of_the_first_cycle_is_asked_no_charter_on_it() {
    on_both(SERVICES, async |app| {
        for young in ["1110", "1111", "1112", "1113"] {
            change(app, "update person set level = $2 where id = $1", args![Zoe.person(), young]).await;
            change(app, "update account set charter = 0 where id = $1", args![Zoe.account()]).await;
            let client = lent(app, Claire).await;
            // Inside, where the page of an account is nobody's: not before the charter.
            assert_eq!(client.get("/compte").await.status, 404, "{young}");
            let page = client.get("/charte").await;
            assert!(page.status == 200 && !page.has("form[action='/charte']"), "{young}");
            // With a password an adult is there, who reads it to the child.
            assert_leads(&app.by(Zoe).await.get("/compte").await, "/charte");
        }
        assert!(acts(app, Action::CharterAccepted).await.is_empty(), "nobody accepted it in the child's name");
    })
    .await;
}

#[tokio::test]
async fn no_narrow_door_asks_the_youngest_and_each_asks_who_reads() {
    on_both(SERVICES, async |app| {
        for (level, asked) in [("1111", false), ("1121", true)] {
            change(app, "update person set level = $2 where id = $1", args![Zoe.person(), level]).await;
            change(app, "update account set charter = 0 where id = $1", args![Zoe.account()]).await;
            for door in [Door::Tablet, Door::Badge, Door::Home] {
                let client = app.by(Zoe).await;
                change(app, "update session set door = $2 where account_id = $1", args![Zoe.account(), door]).await;
                let stopped = client.get("/compte").await.location().as_deref() == Some("/charte");
                assert_eq!(stopped, asked, "{level} {door:?}");
            }
        }
    })
    .await;
}
