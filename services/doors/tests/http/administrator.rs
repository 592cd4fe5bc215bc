//! Administrators: created and helped from the terminal.

use crate::{
    SERVICES,
    activation::FINE,
    steps::{NEW, account_of, acts, assert_leads, gets_in, is_inside, sign_in, type_code},
};
use commons::audit::Action;
use db::{Error, args};
use school::{Profile, Right, Viewer, account::Account};
use testkit::{App, Who::*, on_both, people::PASSWORD};

async fn create(app: &App, login: &str, academy: &str) -> db::Result<String> {
    let mut tx = app.write().await;
    let code = doors::create_administrator(&mut tx, &app.house, login, academy).await?;
    tx.commit().await?;
    Ok(code)
}

async fn renew(app: &App, login: &str) -> db::Result<String> {
    let mut tx = app.write().await;
    let code = doors::renew_administrator(&mut tx, &app.house, login).await?;
    tx.commit().await?;
    Ok(code)
}

async fn by_login(app: &App, login: &str) -> Option<Account> {
    let mut tx = app.read().await;
    Account::by_login(&mut tx, login).await.unwrap()
}

#[tokio::test]
async fn an_administrator_is_given_one_territory() {
    on_both(SERVICES, async |app| {
        for (typed, login, academy, scope) in [
            (" Admin.Toulouse ", "admin.toulouse", "16", "academy:16"),
            ("admin-occitanie", "admin-occitanie", "region", "region"),
        ] {
            create(app, typed, academy).await.unwrap();
            let account = by_login(app, login).await.unwrap();
            assert!(account.activated_at.is_none() && account.totp.is_none() && account.charter == 0);
            let mut tx = app.read().await;
            let viewer = Viewer::load(&mut tx, account.id).await.unwrap();
            let sql = "select role, scope from account_grant where account_id = $1";
            let grants: Vec<(String, String)> = tx.all(sql, args![account.id]).await.unwrap();
            drop(tx);
            assert_eq!(viewer.profile(), Profile::Administrator);
            assert_eq!(grants, [("academy-admin".to_owned(), scope.to_owned())]);
            let kept = acts(app, Action::AdministratorCreated).await;
            let expected = (None, Some(account.id.to_string()), Some(scope.to_owned()));
            assert!(kept.contains(&expected), "{kept:?}");
        }
    })
    .await;
}

async fn grant(app: &App, login: &str, role: &str, scope: &str) -> db::Result<Option<String>> {
    let mut tx = app.write().await;
    let code = doors::grant_task(&mut tx, &app.house, login, role, scope).await?;
    tx.commit().await?;
    Ok(code)
}

#[tokio::test]
async fn a_commune_is_given_its_task_once_and_nobody_of_a_school_is() {
    on_both(SERVICES, async |app| {
        let (login, role, scope) = ("mairie.montaubrac", "town-editor", "town:031:montaubrac");
        assert!(grant(app, login, role, scope).await.unwrap().is_some(), "a new account has its code");
        assert!(matches!(grant(app, login, role, scope).await, Err(Error::Conflict)));
        assert!(grant(app, login, role, "town:031:sainte-foy").await.unwrap().is_none());
        let account = by_login(app, login).await.unwrap();
        let mut tx = app.read().await;
        let viewer = Viewer::load(&mut tx, account.id).await.unwrap();
        drop(tx);
        let scopes: Vec<String> = viewer.territories(Right::WriteNews).map(|it| it.to_string()).collect();
        assert_eq!(scopes.len(), 2, "{scopes:?}");
        assert!(viewer.territories(Right::RunImports).next().is_none());
        assert!(matches!(grant(app, "thomas.roux", role, scope).await, Err(Error::Forbidden)));
        assert!(matches!(grant(app, "mairie.albi", role, "town:albi").await, Err(Error::Invalid(_))));
        assert!(by_login(app, "mairie.albi").await.is_none());
        assert_eq!(acts(app, Action::AdministratorCreated).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn no_administrator_is_created_by_mistake() {
    on_both(SERVICES, async |app| {
        for (login, academy) in
            [("ad", "16"), ("admin toulouse", "16"), ("admin", "academy:16"), ("admin", ""), ("admin", "6")]
        {
            let created = create(app, login, academy).await;
            assert!(matches!(created, Err(Error::Invalid(_))), "{login} {academy}: {created:?}");
        }
        assert!(matches!(create(app, "Thomas.Roux", "16").await, Err(Error::Conflict)));
        assert!(by_login(app, "admin").await.is_none());
        assert!(acts(app, Action::AdministratorCreated).await.is_empty());
        assert!(gets_in(app, Thomas, PASSWORD).await);
    })
    .await;
}

#[tokio::test]
async fn the_code_told_at_the_terminal_leads_to_the_second_factor() {
    on_both(SERVICES, async |app| {
        let code = create(app, "admin.toulouse", "16").await.unwrap();
        let client = app.anonymous();
        let answer = type_code(&client, "admin.toulouse", &code).await;
        let path = answer.location().unwrap();
        // Fourteen characters, where families may do with twelve.
        let short = [("nouveau", "Tulipenuage7!"), ("confirmation", "Tulipenuage7!"), ("charte", "on")];
        assert!(client.post(&path, &short).await.has("#f-nouveau-error"));
        assert_leads(&client.post(&path, FINE).await, "/compte/second-facteur");
        assert_eq!(client.get("/compte/second-facteur").await.status, 200);
        assert_leads(&sign_in(&app.anonymous(), "admin.toulouse", NEW).await, "/compte/second-facteur");
    })
    .await;
}

#[tokio::test]
async fn an_administrator_who_lost_the_telephone_starts_again() {
    on_both(SERVICES, async |app| {
        let client = app.by(Adelaide).await;
        assert!(is_inside(&client).await);
        let before = account_of(app, Adelaide).await;
        let code = renew(app, "Adelaide.Costes").await.unwrap();
        assert!(!is_inside(&client).await);
        let account = account_of(app, Adelaide).await;
        assert!(account.password.is_none() && account.totp.is_none() && account.activated_at.is_none());
        assert_eq!(account.sheet, before.sheet + 1);
        assert!(!gets_in(app, Adelaide, PASSWORD).await);
        let answer = type_code(&app.anonymous(), &Adelaide.login(), &code).await;
        let done = app.anonymous().post(&answer.location().unwrap(), FINE).await;
        assert_leads(&done, "/compte/second-facteur");
        let kept = acts(app, Action::AccessRenewed).await;
        assert_eq!(kept, [(None, Some(Adelaide.account().to_string()), None)]);
    })
    .await;
}

#[tokio::test]
async fn the_terminal_renews_administrators_alone() {
    on_both(SERVICES, async |app| {
        for login in ["thomas.roux", "helene.vidal", "zoe.marty", "personne.inconnue", ""] {
            assert!(matches!(renew(app, login).await, Err(Error::NotFound)), "{login}");
        }
        assert!(gets_in(app, Thomas, PASSWORD).await);
        assert!(acts(app, Action::ResetAsked).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_administrator_without_address_is_sent_to_whoever_runs_the_program() {
    on_both(SERVICES, async |app| {
        let page = app.by(Adelaide).await.get("/compte").await;
        assert!(page.says("demandez un nouveau code à l’exploitant"), "{}", page.text());
        let page = app.by(Thomas).await.get("/compte").await;
        assert!(page.says("demander une nouvelle fiche de connexion à l’école"), "{}", page.text());
    })
    .await;
}
