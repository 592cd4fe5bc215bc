//! The register of processing: shipped, amended, kept in versions.

use crate::{SERVICES, count, identity, officer, task};
use testkit::{Client, Who::Adelaide, on_both};

const FIELDS: [(&str, &str); 9] = [
    ("titre", "Enquête sur le harcèlement"),
    ("finalites", "Mesurer le climat scolaire.\nAider les écoles."),
    ("fondement", "Mission d’intérêt public."),
    ("personnes", "Élèves de CM2"),
    ("donnees", "Réponses anonymes"),
    ("destinataires", "Académie"),
    ("transferts", "Aucun."),
    ("mesures", "Réponses sans nom."),
    ("note", "Décision du comité du 12 septembre."),
];

/// The fields, but for those given.
fn with<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = FIELDS.into_iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    kept.chain(others.iter().copied()).collect()
}

async fn added(dpo: &Client<'_>) -> String {
    let answer = dpo.post("/registre", &FIELDS).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

#[tokio::test]
async fn it_says_what_the_product_does_and_for_how_long() {
    on_both(SERVICES, async |app| {
        identity(app).await;
        let dpo = officer(app).await;
        let list = dpo.get("/registre").await;
        assert!(list.says("Région académique Occitanie") && list.says("Hébergeur Exemple"), "{}", list.text());
        assert!(list.texts("tbody tr").len() >= 18);
        let entry = dpo.get(&list.link("Journal des actions sensibles").unwrap()).await;
        assert_eq!(entry.status, 200);
        assert!(entry.says("Journal des actions sensibles et des connexions refusées : 1 an"), "{}", entry.text());
        assert!(
            entry.says("arrêté du 30 novembre 2006")
                && entry.says("Le service n’envoie aucune donnée hors de l’Union européenne.")
        );
        // Both say the same, whatever is chosen.
        dpo.post_then("/conservation", &[("regle", "audit"), ("jours", "730")]).await;
        let entry = dpo.get("/registre/journal-securite").await;
        assert!(entry.says("connexions refusées : 2 ans"), "{}", entry.text());
        assert_eq!(dpo.get("/registre/inconnu").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_region_adds_its_own_and_amends_with_versions() {
    on_both(SERVICES, async |app| {
        let dpo = officer(app).await;
        let path = added(&dpo).await;
        let page = dpo.get(&path).await;
        assert!(page.says("Mesurer le climat scolaire.") && page.says("Ajoutée par la région"), "{}", page.text());
        let form = dpo.get(&format!("{path}/modifier")).await;
        assert_eq!(form.attributes("input[name=version]", "value"), ["1"]);
        let change = with(&[("version", "1"), ("donnees", "Réponses anonymes, école"), ("note", "École ajoutée.")]);
        let page = dpo.post_then(&format!("{path}/modifier"), &change).await;
        assert!(page.says("Réponses anonymes, école") && page.says("École ajoutée."), "{}", page.text());
        let first = dpo.get(&format!("{path}/versions/1")).await;
        assert!(first.says("Réponses anonymes") && !first.says("Réponses anonymes, école"));
        // Somebody else wrote meanwhile: nothing is written over.
        assert_eq!(dpo.post(&format!("{path}/modifier"), &change).await.status, 409);
        assert_eq!(count(app, "select count(*) as n from register_version").await, 2);
        assert_eq!(count(app, "select count(*) as n from audit where action = 'register-changed'").await, 2);
    })
    .await;
}

#[tokio::test]
async fn an_entry_of_the_product_is_amended_and_ended() {
    on_both(SERVICES, async |app| {
        let dpo = officer(app).await;
        let change = with(&[("version", "0"), ("titre", "Actualités de la région"), ("fini", "on")]);
        let page = dpo.post_then("/registre/actualites/modifier", &change).await;
        assert!(page.says("Actualités de la région (traitement terminé)"), "{}", page.text());
        // What is done no more is told to nobody as being done.
        let notice = app.anonymous().get("/protection-des-donnees").await;
        assert!(!notice.says("Actualités de la région"));
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_comes_back_with_what_was_typed() {
    on_both(SERVICES, async |app| {
        let dpo = officer(app).await;
        let page = dpo.post("/registre", &with(&[("donnees", " "), ("note", "")])).await;
        assert_eq!(page.status, 422);
        assert!(
            page.says("Il faut dire quelles données sont traitées.") && page.says("Dites en quelques mots pourquoi.")
        );
        assert_eq!(page.attributes("input[name=titre]", "value"), ["Enquête sur le harcèlement"]);
        assert_eq!(count(app, "select count(*) as n from register_version").await, 0);
    })
    .await;
}

#[tokio::test]
async fn it_is_printed_and_exported() {
    on_both(SERVICES, async |app| {
        identity(app).await;
        let dpo = officer(app).await;
        added(&dpo).await;
        let paper = dpo.get("/registre.pdf").await;
        assert!(paper.bytes.starts_with(b"%PDF-"));
        let table = dpo.get("/registre.csv").await.html();
        assert!(table.starts_with("\u{feff}Traitement;Finalités"), "{table}");
        assert!(table.contains("Enquête sur le harcèlement") && table.contains("Solène Rey"));
    })
    .await;
}

#[tokio::test]
async fn an_academy_keeps_it_too() {
    on_both(SERVICES, async |app| {
        let academy = task(app, "academy-admin", "academy:16").await;
        assert_eq!(academy.get("/registre").await.status, 200);
        added(&academy).await;
        let help = task(app, "help-agent", "region").await;
        assert_eq!(help.get("/registre").await.status, 404);
        assert_eq!(app.by(Adelaide).await.post("/registre", &FIELDS).await.status, 404);
    })
    .await;
}
