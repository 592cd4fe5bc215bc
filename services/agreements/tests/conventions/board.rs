//! The board of a campaign: what is found on it, what it adds up to, what is done to several conventions at once.

use crate::{
    SERVICES,
    scene::{OTHERS, academy, at, both_sign, campaign, count, in_force, kept, mairie, prepared, propose, run, task},
};
use agreements::{AgreementId, Campaign, State, preparation::draft};
use db::args;
use school::{Authority, Territory};
use testkit::{App, Who, on_both};

const PATH: &str = "/conventions";

/// The draft of another commune, without any school.
async fn another(app: &App) -> AgreementId {
    let mut tx = app.write().await;
    let territory = Territory::of("town:031:sainte-foy").unwrap();
    let (id, now) = (tx.id(), tx.now());
    let authority = Authority::new(id, "Commune de Sainte-Foy", Some(&territory), "031", now);
    authority.save(&mut tx).await.unwrap();
    let campaign = Campaign::load(&mut tx, 2026).await.unwrap();
    let agreement = draft(&mut tx, &campaign, &authority, "16", Who::Adelaide.account()).await.unwrap();
    tx.commit().await.unwrap();
    agreement
}

/// Conventions whose number of schools is not that of their list.
async fn miscounted(app: &App) -> i64 {
    let wrong = "select count(*) as n from agreement a where a.schools <> \
        (select count(*) from enrolment e where e.agreement_id = a.id and e.withdrawn_at is null)";
    count(app, wrong, &[]).await
}

#[tokio::test]
async fn the_board_adds_up_by_state_and_says_what_is_awaited_of_whom() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        another(app).await;
        let page = academy(app).await.get(PATH).await;
        assert!(page.says("En préparation 2 3 135,00 €") && page.says("2 conventions"), "{}", page.text());
        assert!(page.says("2026-16-0001 Commune de Montaubrac 3 135,00 €"), "{}", page.text());
        assert!(page.says("Académie : proposer, depuis le 1er octobre 2026"), "{}", page.text());
        propose(app, id).await;
        let page = academy(app).await.get(PATH).await;
        assert!(page.says("Proposée 1 3 135,00 €") && page.says("En préparation 1 0 0,00 €"), "{}", page.text());
        assert!(page.says("Collectivité : délibérer, depuis le 1er octobre 2026"), "{}", page.text());
        let proposed = academy(app).await.get(&page.link("Proposée").unwrap()).await;
        assert!(proposed.says("Montaubrac") && !proposed.says("Sainte-Foy"), "{}", proposed.text());
        assert!(proposed.says("En préparation 1"), "the other states stay one press away: {}", proposed.text());
        both_sign(app, id).await;
        let page = academy(app).await.get("/conventions?etat=active").await;
        assert!(page.says("En vigueur 1 3 135,00 €") && !page.has("input[type=checkbox]"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_convention_is_found_by_name_number_siret_and_national_code() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        another(app).await;
        let adelaide = academy(app).await;
        for (typed, found) in [
            ("montaubrac", true),
            ("MONT", true),
            ("commune+mont", true),
            ("2026-16-0001", true),
            ("213+101+181+00013", true),
            ("213101181", true),
            ("0311696a", true),
            ("0311710", true),
            ("foy", false),
            ("2026-16-0002", false),
            ("21310118100014", false),
            ("0312962B", false),
        ] {
            let page = adelaide.get(&format!("{PATH}?q={typed}")).await;
            assert_eq!(page.says("Commune de Montaubrac"), found, "{typed}: {}", page.text());
        }
        assert!(adelaide.get("/conventions?q=%25").await.says("2 conventions"), "a sign is no word");
        assert!(adelaide.get("/conventions?q=xyz").await.says("Aucune convention ne correspond."));
        for (filter, found) in [
            ("departement=031", true),
            ("departement=081", false),
            ("annee=2025", false),
            ("etat=draft", true),
            ("etat=active", false),
            ("attente=demandes", true),
            ("attente=sans-reponse", false),
        ] {
            let page = adelaide.get(&format!("{PATH}?{filter}")).await;
            assert_eq!(page.says("Commune de Montaubrac"), found, "{filter}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn drafts_are_proposed_together_and_one_that_cannot_be_stops_no_other() {
    on_both(SERVICES, async |app| {
        let (id, empty) = (prepared(app).await, another(app).await);
        let adelaide = academy(app).await;
        let (first, second) = (format!("convention-{id}"), format!("convention-{empty}"));
        assert!(adelaide.post(PATH, &[("acte", "proposer")]).await.says("Cochez au moins une convention."));
        let both = [("acte", "proposer"), (first.as_str(), "on"), (second.as_str(), "on")];
        let page = adelaide.post(PATH, &both).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Une convention est proposée."), "{}", page.text());
        assert!(page.says("2026-16-0002 · Commune de Sainte-Foy : Aucune école n’est inscrite"), "{}", page.text());
        assert_eq!(page.attributes("input[type=checkbox][checked]", "name"), std::slice::from_ref(&second));
        assert_eq!((kept(app, id).await.state, kept(app, empty).await.state), (State::Proposed, State::Draft));
        let again = adelaide.post(PATH, &[("acte", "proposer"), (first.as_str(), "on")]).await;
        assert!(again.status == 422 && again.says("elle n’est pas dans l’état qui le permet"), "{}", again.text());
        app.run_jobs().await;
        assert_eq!(app.letters().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn every_line_of_the_page_is_acted_on_without_ticking_each() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let adelaide = academy(app).await;
        assert!(adelaide.get(PATH).await.has("#f-page-entiere"));
        let page = adelaide.post_then(PATH, &[("acte", "proposer"), ("page-entiere", "on")]).await;
        assert!(page.says("Une convention est proposée."), "{}", page.text());
        assert_eq!(kept(app, id).await.state, State::Proposed);
        let page = adelaide.post(PATH, &[("acte", "proposer"), ("page-entiere", "on")]).await;
        assert!(page.status == 422 && page.says("Cochez au moins une convention."), "{}", page.text());
        let page = adelaide.get(&format!("{PATH}?q=montobrac")).await;
        assert!(page.says("Vouliez-vous dire"), "{}", page.text());
        let page = adelaide.get(&page.link("Commune de Montaubrac").unwrap()).await;
        assert!(page.says("2026-16-0001"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn all_drafts_are_proposed_by_a_job_once_it_is_meant() {
    on_both(SERVICES, async |app| {
        let (id, empty) = (prepared(app).await, another(app).await);
        let adelaide = academy(app).await;
        assert!(adelaide.get(PATH).await.says("Proposer les 2 conventions en préparation"));
        let page = adelaide.post(PATH, &[("acte", "tout")]).await;
        assert!(page.status == 422 && page.has("#f-certain-error"), "{}", page.text());
        let elsewhere = [("acte", "tout"), ("certain", "on"), ("departement", "081")];
        assert_eq!(adelaide.post(PATH, &elsewhere).await.status, 303);
        app.run_jobs().await;
        assert_eq!(kept(app, id).await.state, State::Draft, "it is of another département");
        let page = adelaide.post_then(PATH, &[("acte", "tout"), ("certain", "on")]).await;
        assert!(page.says("en cours de proposition"), "{}", page.text());
        app.run_jobs().await;
        assert_eq!((kept(app, id).await.state, kept(app, empty).await.state), (State::Proposed, State::Draft));
        assert_eq!(mairie(app).await.post(PATH, &[("acte", "tout"), ("certain", "on")]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn authorities_are_reminded_from_the_board_once_a_day() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        propose(app, id).await;
        app.run_jobs().await;
        let adelaide = academy(app).await;
        let ticked = format!("convention-{id}");
        let form = [("acte", "relancer"), ("annee", "2026"), (ticked.as_str(), "on")];
        let page = adelaide.post_then(PATH, &form).await;
        assert!(page.says("Une collectivité est relancée."), "{}", page.text());
        assert!(page.says("relancée le 1er octobre 2026"), "{}", page.text());
        let page = adelaide.post(PATH, &form).await;
        assert!(page.status == 422 && page.says("elle a déjà été relancée aujourd’hui"), "{}", page.text());
        app.at("2026-10-02T10:00");
        run(app, "update authority set email = null", &[]).await;
        let page = academy(app).await.post(PATH, &form).await;
        assert!(page.says("la collectivité n’a pas d’adresse électronique"), "{}", page.text());
        app.run_jobs().await;
        let letters = app.letters();
        assert_eq!(letters.len(), 2, "proposed, reminded");
        assert!(letters.iter().any(|it| it.contains("délibération du conseil, puis signature")), "{letters:?}");
        let told = "select count(*) as n from agreement_step where agreement_id = $1 and verb = 'reminded'";
        assert_eq!(count(app, told, args![id]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn what_somebody_may_not_manage_is_not_acted_on() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        let ticked = format!("convention-{id}");
        let form = [("acte", "proposer"), (ticked.as_str(), "on")];
        assert_eq!(mairie(app).await.post(PATH, &form).await.status, 404);
        assert_eq!(task(app, "academy-admin", "academy:11").await.post(PATH, &form).await.status, 404);
        let unknown = [("acte", "proposer"), (ticked.as_str(), "on"), ("convention-x", "on")];
        assert_eq!(academy(app).await.post(PATH, &unknown).await.status, 404);
        assert_eq!(kept(app, id).await.state, State::Draft, "all or nothing before anything is done");
    })
    .await;
}

#[tokio::test]
async fn the_list_is_exported_as_it_is_filtered() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        another(app).await;
        run(app, "update authority set name = '=Montaubrac' where siret is not null", &[]).await;
        let file = academy(app).await.get("/conventions/liste.csv?q=montaubrac").await;
        let text = file.html();
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows.len(), 2, "{text}");
        assert_eq!(rows[0].split(';').count(), rows[1].split(';').count(), "{text}");
        let cells: Vec<&str> = rows[1].split(';').collect();
        assert_eq!(cells[..3], ["2026-16-0001", "'=Montaubrac", "21310118100013"]);
        assert_eq!(cells[4..9], ["31", "3", "135,00", "En préparation", "Académie : proposer"]);
        assert!(file.headers["content-disposition"].to_str().unwrap().contains("conventions-2026-2027.csv"));
    })
    .await;
}

#[tokio::test]
async fn the_schools_of_a_convention_are_counted_whenever_they_change() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        assert_eq!(miscounted(app).await, 0);
        let adelaide = academy(app).await;
        let (school,): (school::SchoolId,) =
            app.read().await.one("select id from school where uai = $1", args![OTHERS[0]]).await.unwrap();
        assert_eq!(adelaide.post(&at(id, &format!("/ecoles/{school}/retrait")), &[]).await.status, 303);
        assert_eq!(miscounted(app).await, 0);
        assert_eq!(adelaide.post(&at(id, "/ecoles"), &[("ecoles", OTHERS[0])]).await.status, 303);
        assert_eq!(miscounted(app).await, 0);
        in_force(app, id).await;
        let mut tx = app.write().await;
        campaign(&mut tx, 2027).await;
        tx.commit().await.unwrap();
        let adelaide = academy(app).await;
        assert_eq!(adelaide.post("/conventions/campagnes/2027/reconduire", &[]).await.status, 303);
        assert_eq!(count(app, "select schools as n from agreement where year = 2027", &[]).await, 3);
        let (next,): (AgreementId,) =
            app.read().await.one("select id from agreement where year = 2027", &[]).await.unwrap();
        assert_eq!(adelaide.post(&at(next, "/annuler"), &[("reason", "Erreur.")]).await.status, 303);
        assert_eq!(miscounted(app).await, 0);
        let prepare = [("academie", "16")];
        assert_eq!(adelaide.post("/conventions/campagnes/2026/preparation", &prepare).await.status, 303);
        assert_eq!(miscounted(app).await, 0);
    })
    .await;
}
