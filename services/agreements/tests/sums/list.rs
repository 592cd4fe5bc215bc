//! The sums of a school year: followed, filtered, sent together, by those who run the scheme alone.

use crate::{OFFICER, SERVICES, agreement, authority, convention, enrol, follow, path, sum_state};
use agreements::AgreementId;
use db::args;
use testkit::{
    App, Place,
    Who::{self, Adelaide},
    on_both,
};

/// A second convention, of Sainte-Foy, for one school: the enrolment of Jules-Verne goes to it.
async fn second(app: &App) -> AgreementId {
    let mut tx = app.write().await;
    tx.change("delete from enrolment where school_id = $1", args![Place::JulesVerne.id()]).await.unwrap();
    let town = authority(&mut tx, "Commune de Sainte-Foy", "sainte-foy", "35600000000048").await;
    let id = agreement(&mut tx, town, "2026-16-0008").await;
    enrol(&mut tx, id, town, Place::JulesVerne).await;
    tx.commit().await.unwrap();
    id
}

/// The field that ticks the sum of a convention.
async fn tick(app: &App, id: AgreementId) -> String {
    let sum = agreements::sum_due::of(&mut app.read().await, id).await.unwrap().unwrap();
    format!("somme-{}", sum.id)
}

#[tokio::test]
async fn the_list_says_what_each_owes_and_what_all_come_to() {
    on_both(SERVICES, async |app| {
        let first = convention(app).await;
        let second = second(app).await;
        follow(app, first, &[("requested", "2026-10-01")]).await;
        follow(app, second, &[]).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get("/conventions/sommes").await;
        for words in ["Commune de Montaubrac", "Commune de Sainte-Foy", "2026-16-0007", "45,00 €", "90,00 €"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        let page = adelaide.get("/conventions/sommes?etat=requested&departement=031").await;
        assert!(page.says("2026-16-0007") && !page.says("2026-16-0008"), "{}", page.text());
        let page = adelaide.get("/conventions/sommes?departement=081").await;
        assert!(page.says("Aucune somme ne correspond"));
        let page = adelaide.get("/conventions/sommes?annee=2025").await;
        assert!(page.says("2025-2026") && page.says("Aucune somme ne correspond"));
    })
    .await;
}

#[tokio::test]
async fn those_ticked_are_sent_together() {
    on_both(SERVICES, async |app| {
        let (first, second) = (convention(app).await, second(app).await);
        follow(app, first, &[]).await;
        follow(app, second, &[]).await;
        let (one, other) = (tick(app, first).await, tick(app, second).await);
        let adelaide = app.by(Adelaide).await;
        let fields = [("annee", "2026"), ("jour", "2026-10-01"), (one.as_str(), "on"), (other.as_str(), "on")];
        let page = adelaide.post_then("/conventions/sommes", &fields).await;
        assert!(page.says("2 sommes sont marquées comme transmises."), "{}", page.text());
        assert_eq!([sum_state(app, first).await, sum_state(app, second).await], ["requested", "requested"]);
        // Somebody who ticked them on an older page is told, and nothing is done twice.
        assert_eq!(adelaide.post("/conventions/sommes", &fields).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn what_is_ticked_wrong_comes_back_ticked() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let ticked = tick(app, id).await;
        let adelaide = app.by(Adelaide).await;
        let none = adelaide.post("/conventions/sommes", &[("jour", "2026-10-01")]).await;
        assert!(none.status == 422 && none.says("Cochez au moins une somme"), "{}", none.text());
        let early = adelaide.post("/conventions/sommes", &[("jour", "2026-10-05"), (ticked.as_str(), "on")]).await;
        assert!(early.status == 422 && early.says("Ce jour n’est pas encore venu."));
        assert!(early.has(&format!("input[name='{ticked}'][checked]")), "{}", early.html());
        assert_eq!(sum_state(app, id).await, "to-issue");
    })
    .await;
}

#[tokio::test]
async fn the_list_is_of_those_who_run_the_scheme() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let ticked = tick(app, id).await;
        for who in [OFFICER, Who::Helene, Who::Claire] {
            let client = app.by(who).await;
            for address in ["/conventions/sommes", "/conventions/sommes.csv", "/conventions/sommes.xlsx"] {
                assert_eq!(client.get(address).await.status, 404, "{address} to {who:?}");
            }
            let sent = client.post("/conventions/sommes", &[("jour", "2026-10-01"), (ticked.as_str(), "on")]).await;
            assert_eq!(sent.status, 404, "{who:?}");
        }
        assert_eq!(sum_state(app, id).await, "to-issue");
        assert_eq!(app.by(OFFICER).await.get(&path(id, "somme")).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn an_academy_sees_nothing_of_another() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let ticked = tick(app, id).await;
        let mut tx = app.write().await;
        tx.change("insert into academy (code, name) values ('11', 'MONTPELLIER')", &[]).await.unwrap();
        let change = "update account_grant set scope = 'academy:11' where account_id = $1";
        tx.change(change, args![Adelaide.account()]).await.unwrap();
        tx.commit().await.unwrap();
        let montpellier = app.by(Adelaide).await;
        assert!(!montpellier.get("/conventions/sommes").await.says("Montaubrac"));
        assert!(!montpellier.get("/conventions/sommes.csv").await.html().contains("Montaubrac"));
        let sent = montpellier.post("/conventions/sommes", &[("jour", "2026-10-01"), (ticked.as_str(), "on")]).await;
        assert_eq!(sent.status, 404);
        assert_eq!(montpellier.get(&path(id, "somme")).await.status, 404);
    })
    .await;
}
