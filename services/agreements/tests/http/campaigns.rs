//! Campaigns: opened with their tariff, and the conventions of all authorities prepared at once.

use crate::office::*;
use db::args;
use testkit::{Place, Who::Adelaide, on_both};

#[tokio::test]
async fn a_campaign_is_opened_with_its_tariff_once() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T10:00");
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get("/conventions/campagnes").await;
        assert_eq!(page.attributes("#f-annee, #f-prix", "value"), ["2026", "45,00"]);
        let wrong = [("annee", "1999"), ("prix", "quarante"), ("debut", "2026-10-01"), ("fin", "2026-03-01")];
        let page = adelaide.post("/conventions/campagnes", &wrong).await;
        assert_eq!(page.status, 422);
        for field in ["annee", "prix", "fin"] {
            assert!(page.has(&format!("#f-{field}-error")), "{field}");
        }
        assert_eq!(page.attributes("#f-prix", "value"), ["quarante"]);
        let right = [("annee", "2026"), ("prix", "45,50 €"), ("debut", "2026-03-01"), ("fin", "2026-12-31")];
        let page = adelaide.post_then("/conventions/campagnes", &right).await;
        assert!(page.says("45,50 € TTC par école et par an · inscriptions du 1er mars 2026"), "{}", page.text());
        assert_eq!(adelaide.post("/conventions/campagnes", &right).await.status, 422);
        let page = adelaide.get("/conventions/campagnes").await;
        assert_eq!(page.attributes("#f-annee, #f-prix", "value"), ["2027", "45,50"]);
        assert_eq!(adelaide.get("/conventions/campagnes/2031").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn conventions_are_prepared_for_those_who_pay_and_doing_it_again_changes_nothing() {
    on_both(SERVICES, async |app| {
        campaign(app).await;
        let lone = school(app, "0311696A", "Jules Ferry", "Montaubrac").await;
        let private = school_of(app, "16", "0311710R", "Sainte-Marie", "Montaubrac", "E.P.PR").await;
        let elsewhere = school_of(app, "11", "0340001S", "Marcel Pagnol", "Lattes", "E.P.PU").await;
        let montaubrac = commune(app, "Montaubrac", &[Place::Tilleuls.id(), lone, private, elsewhere]).await;
        commune(app, "Sainte-Foy", &[Place::JulesVerne.id()]).await;
        commune(app, "Albiac", &[]).await;
        let adelaide = app.by(Adelaide).await;
        let prepare = "/conventions/campagnes/2026/preparation";
        let page = adelaide.post_then(prepare, &[("academie", "16")]).await;
        assert!(page.says("2 conventions sont préparées."), "{}", page.text());
        assert!(page.says("En préparation 2"), "{}", page.text());
        let numbers: Vec<(String, String)> = app
            .read()
            .await
            .all(
                "select a.number, o.name from agreement a join authority o on o.id = a.authority_id order by a.number",
                &[],
            )
            .await
            .unwrap();
        let expected = [("2026-16-0001", "Montaubrac"), ("2026-16-0002", "Sainte-Foy")];
        assert_eq!(numbers, expected.map(|(number, name)| (number.to_owned(), name.to_owned())));
        let enrolled = "select count(*) as n from enrolment where authority_id = $1 and state = 'enrolled'";
        assert_eq!(count(app, enrolled, args![montaubrac.id]).await, 2, "neither private nor of another académie");
        let page = adelaide.post_then(prepare, &[("academie", "16")]).await;
        assert!(page.says("Aucune convention n’était à préparer."), "{}", page.text());
        let late = school(app, "0312962B", "Les Mûriers", "Albiac").await;
        commune(app, "Castelnau", &[late]).await;
        let page = adelaide.post_then(prepare, &[("academie", "16")]).await;
        assert!(page.says("1 convention est préparée."), "{}", page.text());
        assert_eq!(count(app, "select count(*) as n from agreement where number = '2026-16-0003'", &[]).await, 1);
        assert_eq!(adelaide.post(prepare, &[("academie", "11")]).await.status, 404, "another académie");
    })
    .await;
}

#[tokio::test]
async fn a_tariff_does_not_change_under_a_convention() {
    on_both(SERVICES, async |app| {
        campaign(app).await;
        commune(app, "Montaubrac", &[Place::Tilleuls.id()]).await;
        let adelaide = app.by(Adelaide).await;
        let address = "/conventions/campagnes/2026";
        let form = |price: &'static str| [("prix", price), ("debut", "2026-03-01"), ("fin", "2027-01-31")];
        went_on(&adelaide.post(address, &form("46")).await);
        went_on(&adelaide.post(&format!("{address}/preparation"), &[("academie", "16")]).await);
        let page = adelaide.post(address, &form("47")).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Une convention a déjà ce tarif"), "{}", page.text());
        went_on(&adelaide.post(address, &form("46,00")).await);
        assert_eq!(count(app, "select price_cents as n from agreement", &[]).await, 4600);
    })
    .await;
}

/// A region is prepared at once: as many rows as there are schools, and few statements.
#[tokio::test]
async fn many_conventions_are_prepared_in_one_go() {
    on_both(SERVICES, async |app| {
        campaign(app).await;
        for rank in 0..40_i64 {
            let number = 310_100 + rank;
            let letter = "ABCDEFGHJKLMNPRSTUVWXYZ".chars().nth(usize::try_from(number % 23).unwrap()).unwrap();
            school(app, &format!("0{number}{letter}"), "École", &format!("Village {}", rank / 2)).await;
        }
        let mut tx = app.write().await;
        assert_eq!(agreements::commune::found_communes(&mut tx, "16").await.unwrap(), 22);
        assert_eq!(agreements::preparation::prepare(&mut tx, 2026, "16").await.unwrap(), 22);
        assert_eq!(agreements::preparation::prepare(&mut tx, 2026, "16").await.unwrap(), 0);
        tx.commit().await.unwrap();
        assert_eq!(count(app, "select count(*) as n from enrolment where state = 'enrolled'", &[]).await, 42);
        let steps = "select count(*) as n from agreement_step where verb = 'prepared'";
        assert_eq!(count(app, steps, &[]).await, 22);
    })
    .await;
}
