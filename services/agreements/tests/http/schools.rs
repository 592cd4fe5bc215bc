//! The schools of a convention: pasted, judged line by line, never on two conventions.

use crate::office::*;
use db::args;
use testkit::{App, Place, Who::Adelaide, on_both};

/// A draft of Montaubrac with Les Tilleuls, a draft of Sainte-Foy with Jules-Verne; answers the address of the first one's
/// schools.
async fn drafts(app: &App) -> String {
    campaign(app).await;
    let montaubrac = commune(app, "Montaubrac", &[Place::Tilleuls.id()]).await;
    commune(app, "Sainte-Foy", &[Place::JulesVerne.id()]).await;
    let mut tx = app.write().await;
    agreements::preparation::prepare(&mut tx, 2026, "16").await.unwrap();
    tx.commit().await.unwrap();
    convention(app, &montaubrac).await
}

#[tokio::test]
async fn a_list_is_pasted_as_it_stands_in_an_annex() {
    on_both(SERVICES, async |app| {
        let address = drafts(app).await;
        school(app, "0311696A", "L’École laïque", "Montaubrac").await;
        school(app, "0311710R", "Jules Ferry", "Montaubrac").await;
        let adelaide = app.by(Adelaide).await;
        let text = "0311696A - MONTAUBRAC - 031 - E.E.PU L'ECOLE LAIQUE\r\n- 0311710r - MONTAUBRAC - 031 - E.E.PU JEAN MOULIN\r\n";
        let page = adelaide.post_then(&address, &[("ecoles", text)]).await;
        assert!(page.says("2 écoles sont ajoutées."), "{}", page.text());
        assert!(page.says("Un libellé diffère de l’annuaire : seul le code UAI compte."), "{}", page.text());
        assert!(page.says("0311696A - MONTAUBRAC - 031 - E.E.PU L’ÉCOLE LAÏQUE Inscrite"), "{}", page.text());
        assert!(page.says("E.P.PU LES TILLEULS En usage"), "people of it came: {}", page.text());
        let steps = "select count(*) as n from agreement_step where verb = 'school-added'";
        assert_eq!(count(app, steps, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn one_wrong_line_adds_nothing_and_each_line_has_its_verdict() {
    on_both(SERVICES, async |app| {
        let address = drafts(app).await;
        school(app, "0311696A", "Jules Ferry", "Montaubrac").await;
        school_of(app, "11", "0340001S", "Marcel Pagnol", "Lattes", "E.P.PU").await;
        let adelaide = app.by(Adelaide).await;
        let text = "0311696A\n0311696A\n0310001H\n0310002J\n0340001S\n0312962B\nLes Tilleuls";
        let page = adelaide.post(&address, &[("ecoles", text)]).await;
        assert_eq!(page.status, 422);
        assert_eq!(
            page.texts(".verdicts dd"),
            [
                "Sera ajoutée.",
                "Déjà sur une ligne au-dessus.",
                "Déjà sur cette convention.",
                "Déjà sur la convention d’une autre collectivité cette année : Sainte-Foy.",
                "Cette école est d’une autre académie.",
                "Aucune école n’a ce code ici.",
                "La ligne ne commence par aucun code UAI juste.",
            ]
        );
        assert!(page.texts("#f-ecoles")[0].ends_with("Les Tilleuls"), "what was typed is kept");
        let enrolled = "select count(*) as n from enrolment where withdrawn_at is null";
        assert_eq!(count(app, enrolled, &[]).await, 2);
        assert_eq!(adelaide.post(&address, &[("ecoles", " ")]).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_school_taken_off_may_go_to_another() {
    on_both(SERVICES, async |app| {
        let address = drafts(app).await;
        let adelaide = app.by(Adelaide).await;
        let other = Place::JulesVerne.id();
        assert_eq!(adelaide.post(&format!("{address}/{other}/retrait"), &[]).await.status, 404, "not on this one");
        went_on(&adelaide.post(&format!("{address}/{}/retrait", Place::Tilleuls.id()), &[]).await);
        assert!(adelaide.get(&address).await.says("Aucune école n’est inscrite."));
        went_on(&adelaide.post(&address, &[("ecoles", "0310001H")]).await);
        let rows = "select count(*) as n from enrolment where school_id = $1";
        assert_eq!(count(app, rows, args![Place::Tilleuls.id()]).await, 2, "what was is kept");
    })
    .await;
}

#[tokio::test]
async fn schools_change_in_a_draft_only() {
    on_both(SERVICES, async |app| {
        let address = drafts(app).await;
        school(app, "0311696A", "Jules Ferry", "Montaubrac").await;
        let mut tx = app.write().await;
        tx.change("update agreement set state = 'proposed' where number = '2026-16-0001'", &[]).await.unwrap();
        tx.commit().await.unwrap();
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(&address).await;
        assert!(page.says("Les écoles ne changent que tant que la convention est en préparation."), "{}", page.text());
        assert!(!page.has("#f-ecoles") && !page.has("form[action$='/retrait']"));
        let remove = format!("{address}/{}/retrait", Place::Tilleuls.id());
        let confirm = format!("{address}/confirmation");
        for (path, fields) in [(&address, &[("ecoles", "0311696A")][..]), (&remove, &[][..]), (&confirm, &[][..])] {
            let page = adelaide.post_then(path, fields).await;
            assert!(page.says("La convention n’est plus en préparation"), "{path}: {}", page.text());
        }
        let state = "select count(*) as n from agreement where state = 'proposed'";
        assert_eq!(count(app, state, &[]).await, 1);
        assert_eq!(count(app, "select count(*) as n from enrolment where withdrawn_at is null", &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_officer_reads_the_schools_of_its_own_convention() {
    on_both(SERVICES, async |app| {
        let address = drafts(app).await;
        officer(app, "montaubrac").await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(&address).await;
        assert!(page.says("LES TILLEULS") && !page.has("#f-ecoles"), "{}", page.text());
        assert_eq!(adelaide.post(&address, &[("ecoles", "0310001H")]).await.status, 403);
        officer(app, "sainte-foy").await;
        assert_eq!(adelaide.get(&address).await.status, 404);
        assert_eq!(adelaide.post(&address, &[("ecoles", "0310001H")]).await.status, 404);
    })
    .await;
}
