//! A provisional pupil whom ONDE brings is no more somebody entered by hand.

use crate::{
    MARELLE, PUPILS, SERVICES, applied, count, csv,
    entry_steps::{person, told},
    open_marelle, pupil,
};
use db::args;
use school::{CircleId, PersonId};
use testkit::{App, Client, Who::*, on_both};

const CP: (&str, &str) = ("CP", "880031");

/// The list of La Marelle.
fn people(rest: &str) -> String {
    format!("/ecoles/{MARELLE}/personnes{rest}")
}

/// The extraction: Ninon, and Mona once ONDE knows her.
fn file(with_mona: bool) -> String {
    let ninon = pupil("BARTHE", "Ninon", "2020-01-02", "", "CP", CP);
    let mona = if with_mona { pupil("CAZAL", "Mona", "2020-03-04", "", "CP", CP) } else { String::new() };
    csv(PUPILS, &format!("{ninon}{mona}"))
}

/// The class of La Marelle.
async fn class(app: &App) -> CircleId {
    let sql = "select id from circle where school_id = $1 and kind = 'class' and until is null";
    app.read().await.one_value(sql, args![MARELLE]).await.unwrap()
}

/// Opens the class by a first extraction, and enters Mona with her mother there; answers Hector, who did, and Mona.
async fn mona_is_entered(app: &App) -> (Client<'_>, PersonId) {
    let hector = app.by(Hector).await;
    open_marelle(app).await;
    applied(&hector, MARELLE, &[&file(false)]).await;
    app.wait(60);
    let typed = [
        ("prenom", "Mona"),
        ("nom", "Cazal"),
        ("naissance", "2020-03-04"),
        ("responsable_prenom", "Lila"),
        ("responsable_nom", "Cazal"),
    ];
    let answer = hector.post(&format!("/classes/{}/eleves/nouveau", class(app).await), &typed).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    (app.by(Hector).await, person(app, "Cazal", "Mona").await)
}

const TIED: &str = "select count(*) as n from guardianship where child_id = $1 and until is null";

#[tokio::test]
async fn nobody_ends_by_hand_a_pupil_whom_onde_took_over() {
    on_both(SERVICES, async |app| {
        let (hector, mona) = mona_is_entered(app).await;
        let end = people(&format!("/{mona}/fin"));
        assert!(hector.get(&people("")).await.has(&format!("a[href='{end}']")));
        app.wait(60);
        let run = applied(&hector, MARELLE, &[&file(true)]).await;

        let list = hector.get(&people("")).await;
        assert!(!list.says("Mettre fin") && list.says("Personne n’a encore été ajouté"), "{}", list.text());
        assert_eq!(hector.get(&end).await.status, 404);
        assert_eq!(hector.post(&end, &[]).await.status, 404);
        let in_class = format!("/classes/{}/eleves/{mona}/fin", class(app).await);
        assert_eq!(hector.post(&in_class, &[]).await.status, 404);
        assert_eq!((count(app, TIED, args![mona]).await, told(app, "entry-ended", mona).await), (1, 0));

        // Once the extraction is put back she is entered by hand again, with her mother.
        hector.post_then(&format!("{run}/annulation"), &[]).await;
        assert!(hector.get(&people("")).await.has(&format!("a[href='{end}']")));
        assert_eq!(count(app, TIED, args![mona]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn ending_asks_first() {
    on_both(SERVICES, async |app| {
        let (hector, mona) = mona_is_entered(app).await;
        let end = people(&format!("/{mona}/fin"));
        let page = hector.get(&end).await;
        assert!(page.says("Sa fiche provisoire est fermée"), "{}", page.text());
        assert_eq!(count(app, TIED, args![mona]).await, 1, "nothing is done yet");
        assert_eq!(hector.post(&end, &[]).await.status, 303);
        assert_eq!((count(app, TIED, args![mona]).await, told(app, "entry-ended", mona).await), (0, 1));
    })
    .await;
}
