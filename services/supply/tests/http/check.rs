//! A school the académie delivers is compared, never overwritten.

use crate::{PUPILS, SERVICES, count, csv, given, onde, pupil};
use db::args;
use testkit::{
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_delivered_school_is_only_compared() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        assert!(helene.get(&onde(Tilleuls.id())).await.says("Cette page compare avec ONDE et ne change rien."));
        let lines = [
            pupil("MARTY", "Zoë", "2020-05-14", "", "CP", ("CP de M. Roux", "")),
            pupil("BENALI", "Tom", "2018-02-03", "", "CE2", ("CP de M. Roux", "")),
            pupil("BARTHE", "Mona", "2020-01-02", "", "CP", ("CP de M. Roux", "")),
        ];
        let file = csv(PUPILS, &lines.concat());
        let run = given(&helene, Tilleuls.id(), &[&file]).await;
        let page = helene.get(&run).await;
        assert!(page.says("Prénom : Zoé → Zoë"), "{}", page.text());
        assert!(page.says("BENALI Tom CE1-CE2 de Mme Vidal CP de M. Roux"), "{}", page.text());
        assert!(page.says("Élèves d’ONDE absents de l’annuaire (1)"), "{}", page.text());
        assert!(page.says("Élèves de l’annuaire absents d’ONDE (1)"), "{}", page.text());
        assert!(
            page.says("Comparaison avec ONDE") && page.says("Élèves que l’annuaire écrit autrement"),
            "{}",
            page.text()
        );
        for of_an_import in
            ["Rien n’est encore écrit", "Nouveaux élèves", "Ce qui change", "Ouvrir une nouvelle classe"]
        {
            assert!(!page.says(of_an_import), "{of_an_import}: {}", page.text());
        }
        assert!(!page.has("input[name='vu']"), "nothing can be applied: {}", page.text());
        assert_eq!(helene.post(&run, &[("vu", ""), ("depart", "on")]).await.status, 403);
        let named = "select count(*) as n from person where id = $1 and first_name = 'Zoé'";
        assert_eq!(count(app, named, args![Zoe.person()]).await, 1);

        given(&helene, Tilleuls.id(), &[&file]).await;
        let list = helene.get(&format!("/ecoles/{}/corrections", Tilleuls.id())).await;
        assert!(list.says("Rien à corriger."), "ONDE says it already, the directory follows: {}", list.text());
    })
    .await;
}

#[tokio::test]
async fn a_school_that_is_compared_learns_nothing_of_a_child_of_another() {
    on_both(SERVICES, async |app| {
        let hector = app.by(Hector).await;
        let file = csv(PUPILS, &pupil("MARTY", "Zoë", "2020-05-14", "", "CP", ("", "")));
        let run = given(&hector, JulesVerne.id(), &[&file]).await;
        // No page offers it: the child comes by a delivery, or not at all.
        let answer = hector.post(&format!("{run}/choix"), &[("arrive", &Zoe.person().to_string())]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let told = "select count(*) as n from supply_correction where person_id = $1";
        assert_eq!(count(app, told, args![Zoe.person()]).await, 0);
        assert!(!hector.get(&run).await.says("Zoé →"), "what the directory says of her stays in her school");
    })
    .await;
}

#[tokio::test]
async fn the_page_of_the_school_leads_there() {
    on_both(SERVICES, async |app| {
        let mut tx = app.read().await;
        for (who, number) in [(Helene, 5), (Thomas, 0), (Claire, 0), (Zoe, 0), (Hector, 0)] {
            let viewer = school::Viewer::load(&mut tx, who.account()).await.unwrap();
            let links = (supply::SERVICE.links_of_school)(&viewer, Tilleuls.id());
            assert_eq!(links.len(), number, "{who:?}");
        }
    })
    .await;
}
