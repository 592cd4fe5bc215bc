//! From one year to the next, and the nights.

use crate::{
    SERVICES,
    scene::{academy, at, campaign, count, in_force, kept, mairie, night, prepared, run},
};
use agreements::{AgreementId, State};
use db::args;
use testkit::{App, Place, on_both};

const RENEW: &str = "/conventions/campagnes/2027/reconduire";

async fn open_next_year(app: &App) {
    let mut tx = app.write().await;
    campaign(&mut tx, 2027).await;
    tx.commit().await.unwrap();
}

async fn next_of(app: &App, id: AgreementId) -> AgreementId {
    let next: (AgreementId,) =
        app.read().await.one("select id from agreement where previous = $1", args![id]).await.unwrap();
    next.0
}

#[tokio::test]
async fn last_years_conventions_are_prepared_again_once_with_the_schools_still_open() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        assert_eq!(academy(app).await.post(RENEW, &[]).await.status, 404, "no campaign was opened");
        open_next_year(app).await;
        assert_eq!(mairie(app).await.post(RENEW, &[]).await.status, 404);
        run(app, "update school set gone_at = 1 where uai = '0311710R'", &[]).await;
        let adelaide = academy(app).await;
        assert_eq!(adelaide.post(RENEW, &[]).await.status, 303);
        assert_eq!(adelaide.post(RENEW, &[]).await.status, 303);
        let next = kept(app, next_of(app, id).await).await;
        assert_eq!((next.year, next.state, next.number.as_str()), (2027, State::Draft, "2027-16-0001"));
        assert_eq!((next.previous, next.ends_on.as_str()), (Some(id), "2028-09-05"));
        let page = adelaide.get(&at(next.id, "")).await;
        assert!(page.says("0310001H") && page.says("0311696A") && !page.says("0311710R"), "{}", page.text());
        assert!(adelaide.get(&at(id, "")).await.says("Convention de l’année suivante préparée : 2027-16-0001"));
        let of_year = "select count(*) as n from agreement where year = 2027";
        assert_eq!(count(app, of_year, &[]).await, 1, "doing it again does nothing more");
    })
    .await;
}

#[tokio::test]
async fn a_school_another_authority_pays_for_now_is_not_taken_along() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        open_next_year(app).await;
        let mut tx = app.write().await;
        let now = tx.now();
        let sivu = school::Authority::new(tx.id(), "SIVU des Écoles", None, "031", now);
        sivu.save(&mut tx).await.unwrap();
        school::authority::set_payer(&mut tx, Place::Tilleuls.id(), sivu.id, "hand").await.unwrap();
        tx.commit().await.unwrap();
        academy(app).await.post(RENEW, &[]).await;
        let schools = "select count(*) as n from enrolment where agreement_id = $1";
        assert_eq!(count(app, schools, args![next_of(app, id).await]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_convention_taken_up_again_is_filed_under_the_name_of_today() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        open_next_year(app).await;
        run(app, "update authority set name = 'Ville d’Aigrefeuille'", &[]).await;
        academy(app).await.post(RENEW, &[]).await;
        let filed = "select count(*) as n from agreement where previous = $1 and sort_key = 'ville d aigrefeuille' \
                     and search_key = ' ville d aigrefeuille 2027 16 0001'";
        assert_eq!(count(app, filed, args![id]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_convention_not_in_force_is_not_taken_up_again() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        open_next_year(app).await;
        let adelaide = academy(app).await;
        let answer = adelaide.post(RENEW, &[]).await;
        assert_eq!(answer.status, 303);
        assert_eq!(count(app, "select count(*) as n from agreement", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_convention_lasts_to_the_end_of_its_last_day() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        night(app, "2027-09-04").await;
        assert_eq!(kept(app, id).await.state, State::Active);
        night(app, "2027-09-05").await;
        night(app, "2027-09-05").await;
        assert_eq!(kept(app, id).await.state, State::Expired);
        let steps = "select count(*) as n from agreement_step where verb = 'ended'";
        assert_eq!(count(app, steps, &[]).await, 1);
        let closed = "select count(*) as n from enrolment where state = 'closed'";
        assert_eq!(count(app, closed, &[]).await, 3);
        open_next_year(app).await;
        academy(app).await.post(RENEW, &[]).await;
        night(app, "2027-09-06").await;
        assert_eq!(kept(app, id).await.state, State::Renewed, "expired ones are taken up again too");
        let next = next_of(app, id).await;
        academy(app).await.post(&at(next, "/annuler"), &[("reason", "Erreur.")]).await;
        night(app, "2027-09-07").await;
        assert_eq!(kept(app, id).await.state, State::Expired);
    })
    .await;
}

#[tokio::test]
async fn a_termination_takes_effect_on_its_day() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        run(app, "update agreement set state = 'termination-notice', ended_on = '2027-02-16'", &[]).await;
        night(app, "2027-02-14").await;
        assert_eq!(kept(app, id).await.state, State::TerminationNotice);
        night(app, "2027-02-15").await;
        assert_eq!(kept(app, id).await.state, State::Terminated);
        let page = academy(app).await.get(&at(id, "")).await;
        assert!(page.says("Résiliée") && page.says("16 février 2027"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_termination_that_comes_too_late_ends_nothing_before_its_term() {
    on_both(SERVICES, async |app| {
        let id = prepared(app).await;
        in_force(app, id).await;
        run(app, "update agreement set state = 'termination-notice', ended_on = '2027-09-10'", &[]).await;
        assert!(!academy(app).await.get(&at(id, "")).await.says("A pris fin avant terme le"));
        night(app, "2027-09-05").await;
        assert_eq!(kept(app, id).await.state, State::Expired);
        let page = mairie(app).await.get("/conventions").await;
        assert!(page.says("5 septembre 2027") && !page.says("10 septembre 2027"), "{}", page.text());
    })
    .await;
}
