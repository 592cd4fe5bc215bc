//! « Prêter le téléphone à Zoé »: a telephone in the hands of a child, and how it is given back.

use crate::{
    SERVICES,
    steps::{NEW, WRONG, acts, assert_leads, change, gets_in, is_inside, session_cookie, sessions, sign_in},
};
use commons::{
    audit::Action,
    limitation::{self, Topic},
};
use db::args;
use school::{Door, session};
use testkit::{App, Client, Page, Who, Who::*, on_both, people::PASSWORD, strangers_find_nothing};

/// Where a telephone is given back.
const BACK: &str = "/pret/retour";
const HOUR: i64 = 3600;

fn to(child: Who) -> String {
    format!("/enfants/{}/pret", child.person())
}

/// The telephone of somebody, lent to Zoé.
async fn lent(app: &App, who: Who) -> Client<'_> {
    let client = app.by(who).await;
    assert_leads(&client.post(&to(Zoe), &[]).await, "/");
    client
}

/// Types a password to get the telephone back.
async fn types(client: &Client<'_>, password: &str) -> Page {
    client.post(BACK, &[("mot_de_passe", password)]).await
}

/// Whether a telephone is still in the hands of the child.
async fn is_lent(client: &Client<'_>) -> bool {
    client.get(BACK).await.status == 200
}

/// The token in a `Set-Cookie` line.
fn token_in(cookie: &str) -> String {
    cookie.split(['=', ';']).nth(1).unwrap().to_owned()
}

#[tokio::test]
async fn the_child_takes_the_place_of_whoever_lends() {
    on_both(SERVICES, async |app| {
        let (client, elsewhere) = (app.anonymous(), app.by(Claire).await);
        let own = token_in(&session_cookie(&sign_in(&client, &Claire.login(), PASSWORD).await).unwrap());
        let answer = client.post(&to(Zoe), &[]).await;
        assert_leads(&answer, "/");
        let cookie = session_cookie(&answer).unwrap();
        assert!(!cookie.contains("Max-Age") && token_in(&cookie) != own, "{cookie}");
        assert!(session::find(&mut app.read().await, &own).await.unwrap().is_none(), "the parent is still in");
        assert!(is_inside(&elsewhere).await, "another device of hers is her own");
        let living = session::of(&mut app.read().await, Zoe.account()).await.unwrap();
        assert_eq!(living.iter().map(|it| it.door).collect::<Vec<_>>(), [Door::Lent]);
        assert!(app.by(Zoe).await.get("/compte").await.says("Téléphone prêté"));
        let kept = acts(app, Action::PhoneLent).await;
        assert_eq!(kept, [(Some(Claire.account()), Some(Zoe.person().to_string()), None)]);
        // The pages of an account are nobody's on it, and it is lent no further.
        for closed in ["/compte", "/compte/rattachement", "/verification"] {
            assert_eq!(client.get(closed).await.status, 404, "{closed}");
        }
        assert_eq!(client.post(&to(Zoe), &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_password_of_whoever_lent_it_gives_it_back() {
    on_both(SERVICES, async |app| {
        let client = lent(app, Claire).await;
        let page = client.get(BACK).await;
        assert_eq!((page.status, page.texts("h1")), (200, vec!["Rendre le téléphone".to_owned()]));
        assert!(page.says("Claire FABRE") && !page.html().contains(&Claire.login()), "{}", page.text());
        assert!(page.has("header a[href='/pret/retour']") && !page.has("header form.leave"));
        let answer = types(&client, PASSWORD).await;
        assert_leads(&answer, "/foyer");
        // She had asked to stay signed in, and stays.
        assert!(session_cookie(&answer).is_some_and(|it| it.ends_with("; Max-Age=2592000")));
        assert!(is_inside(&client).await && client.get("/compte").await.says(&Claire.login()));
        assert_eq!(sessions(app, Zoe).await, 0, "the child is still in");
        assert_eq!(client.get(BACK).await.status, 404);
        // Who had not asked does not.
        let other = app.anonymous();
        sign_in(&other, &Claire.login(), PASSWORD).await;
        other.post(&to(Zoe), &[]).await;
        assert!(session_cookie(&types(&other, PASSWORD).await).is_some_and(|it| !it.contains("Max-Age")));
    })
    .await;
}

#[tokio::test]
async fn wrong_passwords_close_the_account_as_at_the_main_door() {
    on_both(SERVICES, async |app| {
        let client = lent(app, Claire).await;
        let mut pages = Vec::new();
        for typed in [WRONG, "", WRONG, WRONG, WRONG, PASSWORD] {
            let page = types(&client, typed).await;
            assert_eq!(page.status, 422, "{}", page.text());
            assert!(page.has("#f-mot_de_passe-error") && session_cookie(&page).is_none());
            assert!(!page.html().contains(WRONG) && !page.html().contains(PASSWORD));
            pages.push(page.text());
        }
        assert!(pages[0].contains("Ce mot de passe n’est pas accepté."), "{}", pages[0]);
        assert!(pages[0].contains("Après plusieurs essais, attendez une minute"), "{}", pages[0]);
        assert!(pages.iter().all(|page| page == &pages[0]), "a refusal says more than another");
        assert_eq!(acts(app, Action::SignInRefused).await.len(), 6);
        assert!(!gets_in(app, Claire, PASSWORD).await, "another count than that of the main door");
        assert!(is_lent(&client).await);
        app.wait(60);
        assert_leads(&types(&client, PASSWORD).await, "/foyer");
    })
    .await;
}

#[tokio::test]
async fn separated_parents_each_lend_and_neither_takes_back_for_the_other() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        doors::set_password(&mut tx, Paul.account(), NEW).await.unwrap();
        tx.commit().await.unwrap();
        let (mother, father) = (lent(app, Claire).await, lent(app, Paul).await);
        let page = father.get(BACK).await;
        assert!(page.says("Paul MARTY") && !page.says("Claire"), "{}", page.text());
        for (client, wrong, right) in [(&mother, NEW, PASSWORD), (&father, PASSWORD, NEW)] {
            assert_eq!(types(client, wrong).await.status, 422);
            assert_leads(&types(client, right).await, "/foyer");
            assert!(is_inside(client).await);
        }
    })
    .await;
}

#[tokio::test]
async fn only_an_adult_responsible_for_the_child_lends() {
    on_both(SERVICES, async |app| {
        let others = [Zoe, Tom, Samia, Karim, Thomas, Helene, Rose, Agnes, Adelaide];
        let everybody: Vec<Who> = others.into_iter().chain(Who::STRANGERS).collect();
        strangers_find_nothing(app, &[("POST", to(Zoe))], &everybody).await;
        let back = [("GET", BACK.to_owned()), ("POST", BACK.to_owned())];
        strangers_find_nothing(app, &back, &[Zoe, Claire, Thomas]).await;
        for child in [Tom, Enzo, Thomas, Paul] {
            assert_eq!(app.by(Claire).await.post(&to(child), &[]).await.status, 404, "{child:?}");
        }
        assert_leads(&app.by(Karim).await.post(&to(Lina), &[]).await, "/");
    })
    .await;
}

#[tokio::test]
async fn who_is_no_longer_responsible_lends_nothing() {
    on_both(SERVICES, async |app| {
        let ended = "update guardianship set until = since where adult_id = $1 and child_id = $2";
        change(app, ended, args![Claire.person(), Zoe.person()]).await;
        let client = app.by(Claire).await;
        assert_eq!(client.post(&to(Zoe), &[]).await.status, 404);
        assert!(is_inside(&client).await && acts(app, Action::PhoneLent).await.is_empty());
        lent(app, Paul).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_lent_to_a_child_whose_data_is_restricted_or_whose_account_is_closed() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        let granted = limitation::grant(&mut tx, Adelaide.account(), Zoe.person(), Topic::All, "Demande").await;
        let limit = granted.unwrap().unwrap();
        tx.commit().await.unwrap();
        let client = app.by(Claire).await;
        assert_eq!(client.post(&to(Zoe), &[]).await.status, 404);
        let mut tx = app.write().await;
        limitation::release(&mut tx, Adelaide.account(), Zoe.person(), limit).await.unwrap();
        tx.change("update account set blocked_at = 1 where id = $1", args![Zoe.account()]).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(client.post(&to(Zoe), &[]).await.status, 404);
        // The entry of a child an adult's account holds, her own even, opens nothing.
        change(app, "update account set blocked_at = null where id = $1", args![Zoe.account()]).await;
        let merged = "update account_person set account_id = $2 where person_id = $1";
        change(app, merged, args![Zoe.person(), Claire.account()]).await;
        assert_eq!(client.post(&to(Zoe), &[]).await.status, 404);
        assert!(is_inside(&client).await, "a refusal put the parent out");
    })
    .await;
}

#[tokio::test]
async fn a_child_who_never_came_in_reads_the_charter_first() {
    on_both(SERVICES, async |app| {
        change(app, "delete from account_person where person_id = $1", args![Zoe.person()]).await;
        let client = lent(app, Claire).await;
        assert_leads(&client.get("/compte").await, "/charte");
        let charter = client.get("/charte").await;
        assert!(charter.status == 200 && charter.has("form[action='/charte']") && charter.has("body.skin-pupil"));
        assert!(charter.has("header a[href='/pret/retour']"));
        assert_leads(&types(&client, PASSWORD).await, "/foyer");
    })
    .await;
}

#[tokio::test]
async fn a_telephone_lent_is_out_after_two_hours_of_rest_or_when_the_child_leaves() {
    on_both(SERVICES, async |app| {
        let client = lent(app, Claire).await;
        assert_leads(&client.post("/deconnexion", &[]).await, "/connexion");
        assert_eq!(sessions(app, Zoe).await, 0);
        for answer in [client.get(BACK).await, types(&client, PASSWORD).await] {
            assert_leads(&answer, "/connexion?suite=/foyer");
        }
        let rests = lent(app, Claire).await;
        app.wait(2 * HOUR);
        assert!(!is_lent(&rests).await);
        let busy = lent(app, Claire).await;
        for hour in 1..12 {
            app.wait(HOUR);
            assert!(is_lent(&busy).await, "hour {hour}");
        }
        app.wait(HOUR);
        assert!(!is_lent(&busy).await, "it is still the child's the next morning");
    })
    .await;
}
