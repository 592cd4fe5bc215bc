//! What the bearer of an invitation does with its link.

use crate::{
    SERVICES, accepted_anew, acts, assert_leads, invited, letters_to, link, readers_of, reading, roles, run, to,
};
use commons::audit::Action;
use db::args;
use school::{AccountId, PersonKind, Profile, Role, Viewer};
use testkit::{App, Who::*, on_both};

/// The reader with a new account, as the house knows her.
async fn lucette(app: &App) -> Viewer {
    let mut tx = app.read().await;
    let (account,): (AccountId,) = tx.one("select id from account where login = 'lucette.fabre'", &[]).await.unwrap();
    Viewer::load(&mut tx, account).await.unwrap()
}

#[tokio::test]
async fn a_new_account_leads_to_the_choice_of_a_password() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        let page = app.anonymous().get(&link).await;
        assert!(page.says("Bonjour Lucette") && page.says("Claire FABRE vous invite à lire"), "{}", page.text());
        assert!(!page.html().contains("MARTY"), "the child's last name is told to nobody");
        assert_eq!(reading(app, Zoe).await, 0, "opening a link accepts nothing");
        let answer = accepted_anew(app, &link).await;
        // The code goes on in a form: no address holds it.
        assert_eq!((answer.status, answer.location()), (200, None), "{}", answer.text());
        assert!(answer.says("Votre identifiant : lucette.fabre."), "{}", answer.text());
        assert_eq!(answer.attributes("main form", "action"), ["/activation"]);
        let code = answer.attributes("input[name=code]", "value");
        assert!(!code.concat().is_empty());
        let reader = lucette(app).await;
        assert_eq!(reader.people[0].kind, PersonKind::Guest);
        assert!(reader.only_reads() && reader.children().is_empty() && reader.profile() == Profile::Guardian);
        // The page of the activation was closed too early: the link leads there again, until a password is chosen.
        assert_eq!(accepted_anew(app, &link).await.attributes("input[name=code]", "value"), code);
        assert_eq!(reading(app, Zoe).await, 1);
        let now = app.now();
        run(app, "update account set activated_at = $1 where login = 'lucette.fabre'", args![now]).await;
        assert_leads(&accepted_anew(app, &link).await, "/connexion");
        assert_eq!(acts(app, Action::ReaderAccepted).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_parent_elsewhere_keeps_one_account() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        let samia = app.by(Samia).await;
        assert!(samia.get(&link).await.says("Accepter avec le compte de Samia BENALI"));
        assert_leads(&samia.post(&link, &[("avec", "compte")]).await, "/");
        assert_eq!(roles(app, Samia).await, [Role::Guardian, Role::Reader]);
        let page = samia.get("/foyer").await;
        assert!(page.says("Tom") && page.says("Lina") && !page.says("Zoé"), "{}", page.text());
        assert_eq!(samia.get(&readers_of(Zoe)).await.status, 404);
        assert_leads(&samia.get(&link).await, "/connexion");
        // Ended, her account stays.
        let claire = app.by(Claire).await;
        let end = crate::ends(&claire, "/fin").await.remove(0);
        assert_leads(&claire.post(&end, &[]).await, "/foyer");
        assert_eq!(roles(app, Samia).await, [Role::Guardian]);
        assert_eq!(samia.get("/foyer").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn neither_the_other_parent_nor_a_child_nor_a_task_accepts() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        for who in [Paul, Tom, Adelaide] {
            assert_leads(&app.by(who).await.post(&link, &[("avec", "compte")]).await, "/");
        }
        assert_leads(&app.anonymous().post(&link, &[("avec", "compte")]).await, "/");
        for who in [Tom, Adelaide] {
            assert!(!app.by(who).await.get(&link).await.says("Accepter avec le compte"), "{who:?}");
        }
        assert_eq!(reading(app, Zoe).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_link_lasts_a_week_and_is_not_guessed() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        let (stem, token) = link.rsplit_once('/').unwrap();
        for forged in [format!("{stem}/{}", "0".repeat(token.len())), format!("{stem}/x"), format!("{link}0")] {
            assert_leads(&app.anonymous().get(&forged).await, "/connexion");
            assert_leads(&accepted_anew(app, &forged).await, "/connexion");
        }
        app.at("2026-10-08T09:59");
        assert_eq!(app.anonymous().get(&link).await.status, 200);
        app.at("2026-10-08T10:00");
        assert_leads(&accepted_anew(app, &link).await, "/connexion");
        assert_eq!(reading(app, Zoe).await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_is_not_responsible_any_more_invites_nobody() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        let now = app.now();
        run(app, "update guardianship set until = $2 where adult_id = $1", args![Claire.person(), now]).await;
        assert_leads(&accepted_anew(app, &link).await, "/connexion");
        assert_eq!(app.by(Claire).await.post(&readers_of(Zoe), &to("autre@example.org")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn two_invitations_of_one_person_end_one_by_one() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let first = invited(app, Claire).await;
        let paul = app.by(Paul).await;
        assert_leads(&paul.post(&readers_of(Zoe), &to("mamie@example.org")).await, "/foyer");
        let second = link(&letters_to(app, "mamie@example.org").await[0]);
        let samia = app.by(Samia).await;
        for link in [&first, &second] {
            assert_leads(&samia.post(link, &[("avec", "compte")]).await, "/");
        }
        for left in [1, 0] {
            let end = crate::ends(&paul, "/fin").await.remove(0);
            assert_leads(&paul.post(&end, &[]).await, "/foyer");
            assert_eq!(reading(app, Zoe).await, left);
        }
    })
    .await;
}

/// The links of all invitations of the grandmother.
async fn links(app: &App) -> Vec<String> {
    let letters = letters_to(app, "lucette@example.org").await;
    letters.iter().filter(|letter| letter.contains("/invitations/")).map(|letter| link(letter)).collect()
}

#[tokio::test]
async fn whoever_is_invited_again_finds_the_same_account() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let first = invited(app, Claire).await;
        assert_eq!(accepted_anew(app, &first).await.status, 200);
        let now = app.now();
        run(app, "update account set activated_at = $1 where login = 'lucette.fabre'", args![now]).await;
        let claire = app.by(Claire).await;
        let end = crate::ends(&claire, "/fin").await.remove(0);
        assert_leads(&claire.post(&end, &[]).await, "/foyer");
        assert_eq!(reading(app, Zoe).await, 0);
        // The grandfather of the same address is somebody else.
        let robert =
            [("prenom", "Robert"), ("nom", "Fabre"), ("lien", "grand-père"), ("courriel", "lucette@example.org")];
        assert_leads(&claire.post(&readers_of(Zoe), &robert).await, "/foyer");
        let his = links(app).await.into_iter().find(|it| *it != first).unwrap();
        assert!(app.anonymous().get(&his).await.says("Accepter et créer mon accès"));
        let end = crate::ends(&claire, "/fin").await.remove(0);
        assert_leads(&claire.post(&end, &[]).await, "/foyer");
        assert_leads(&claire.post(&readers_of(Zoe), &crate::LUCETTE).await, "/foyer");
        let again = links(app).await.into_iter().find(|it| *it != first && *it != his).unwrap();
        assert!(app.anonymous().get(&again).await.says("Accepter et retrouver mon accès"));
        assert_leads(&accepted_anew(app, &again).await, "/connexion");
        assert!(reading(app, Zoe).await == 1 && !lucette(app).await.seats.is_empty());
        let open = "select count(*) as n from account where login like 'lucette.fabre%' and blocked_at is null";
        let all = "select count(*) as n from account where login like 'lucette.fabre%'";
        assert_eq!((crate::count(app, open, &[]).await, crate::count(app, all, &[]).await), (1, 1));
    })
    .await;
}
