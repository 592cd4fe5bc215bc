//! Authorities: found whatever their spelling, filled in by the académie, kept up by their officers.

use crate::office::*;
use db::args;
use testkit::{Place, Who::Adelaide, on_both};

#[tokio::test]
async fn names_are_found_whatever_accents_hyphens_and_apostrophes() {
    on_both(SERVICES, async |app| {
        commune(app, "Saint-Orens-de-l’Hers", &[]).await;
        commune(app, "Sainte-Foy", &[]).await;
        let adelaide = app.by(Adelaide).await;
        for (words, found) in [
            ("saint orens", vec!["Saint-Orens-de-l’Hers"]),
            ("l'hers", vec!["Saint-Orens-de-l’Hers"]),
            ("HÉRS", vec!["Saint-Orens-de-l’Hers"]),
            ("foy", vec!["Sainte-Foy"]),
            ("oy", vec![]),
            ("%", vec!["Saint-Orens-de-l’Hers", "Sainte-Foy"]),
        ] {
            let encoded: String = words.bytes().map(|it| format!("%{it:02X}")).collect();
            let page = adelaide.get(&format!("/collectivites?q={encoded}")).await;
            assert_eq!(page.texts("tbody th"), found, "{words}");
        }
        assert!(adelaide.get("/collectivites?departement=081").await.says("2 collectivités"), "no such département");
    })
    .await;
}

#[tokio::test]
async fn a_name_typed_with_slips_is_suggested_and_leads_to_it() {
    on_both(SERVICES, async |app| {
        commune(app, "Saint-Orens-de-l’Hers", &[]).await;
        commune(app, "Garouroux", &[]).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get("/collectivites?q=garoroux").await;
        assert!(page.says("Aucune collectivité ne correspond.") && page.says("Vouliez-vous dire"), "{}", page.text());
        let page = adelaide.get(&page.link("Garouroux").unwrap()).await;
        assert_eq!(page.texts("tbody th"), ["Garouroux"]);
        assert!(!page.says("Vouliez-vous dire"));
        assert!(!adelaide.get("/collectivites?q=zzzzzzzz").await.says("Vouliez-vous dire"));
    })
    .await;
}

#[tokio::test]
async fn communes_are_founded_from_the_schools_once() {
    on_both(SERVICES, async |app| {
        let private = school_of(app, "16", "0311696A", "Sainte-Marie", "ALBIAC", "E.P.PR").await;
        let capitals = school(app, "0311710R", "Jules Ferry", "SAINTE-FOY").await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.post_then("/collectivites/communes", &[]).await;
        assert!(page.says("2 communes sont ajoutées."), "{}", page.text());
        assert_eq!(page.texts("tbody th"), ["Montaubrac", "Sainte-Foy"]);
        assert_eq!(payer(app, private).await, None);
        let sainte_foy = Some(("Sainte-Foy".to_owned(), "annuaire".to_owned()));
        assert_eq!(payer(app, capitals).await, sainte_foy, "one commune, two spellings");
        assert_eq!(payer(app, Place::JulesVerne.id()).await, sainte_foy);
        let page = adelaide.post_then("/collectivites/communes", &[]).await;
        assert!(page.says("Toutes les communes étaient déjà connues."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_commune_is_chosen_among_those_that_have_schools() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let form = |town: &'static str| [("sorte", "commune"), ("departement", "031"), ("commune", town)];
        let answer = adelaide.post("/collectivites/nouvelle", &form("town:031:paris")).await;
        assert_eq!(answer.status, 422);
        assert!(answer.says("Choisissez une des communes proposées."));
        let page = adelaide.post_then("/collectivites/nouvelle", &form("town:031:montaubrac")).await;
        assert!(page.says("0310001H - MONTAUBRAC - 031 - E.P.PU LES TILLEULS"), "{}", page.text());
        let page = adelaide.get("/collectivites/nouvelle?departement=031").await;
        assert_eq!(page.texts("#f-commune option"), ["Choisir une commune", "Sainte-Foy"]);
        let foreign = [("sorte", "grouping"), ("departement", "081"), ("nom", "SIVU")];
        assert_eq!(adelaide.post("/collectivites/nouvelle", &foreign).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_grouping_pays_for_schools_of_several_communes() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let form = [("sorte", "grouping"), ("departement", "031"), ("nom", "SIVU des Coteaux")];
        let answer = adelaide.post("/collectivites/nouvelle", &form).await;
        went_on(&answer);
        let address = answer.location().unwrap();
        let schools = format!("{address}/ecoles");
        let wrong = adelaide.post(&schools, &[("ecoles", "0310001H\n0310003A")]).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.says("Cette ligne ne commence par aucun code UAI juste : « 0310003A »."), "{}", wrong.text());
        assert_eq!(wrong.texts("#f-ecoles"), ["0310001H 0310003A"]);
        assert_eq!(payer(app, Place::Tilleuls.id()).await, None, "nothing is half done");
        went_on(&adelaide.post(&schools, &[("ecoles", "0310001H\n0310002j - Sainte-Foy")]).await);
        let hand = Some(("SIVU des Coteaux".to_owned(), "hand".to_owned()));
        assert_eq!(payer(app, Place::Tilleuls.id()).await, hand);
        adelaide.post("/collectivites/communes", &[]).await;
        assert_eq!(payer(app, Place::Tilleuls.id()).await, hand, "what was said by hand stays");
        let remove = format!("{schools}/{}/retrait", Place::Tilleuls.id());
        went_on(&adelaide.post(&remove, &[]).await);
        assert_eq!(adelaide.post(&remove, &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_wrong_comes_back_whole() {
    on_both(SERVICES, async |app| {
        let montaubrac = commune(app, "Montaubrac", &[]).await;
        let adelaide = app.by(Adelaide).await;
        let address = format!("/collectivites/{}", montaubrac.id);
        let wrong = [
            ("nom", "Montaubrac"),
            ("siret", "21310118100014"),
            ("code_postal", "3100"),
            ("representant", "Odile Fontan"),
            ("debut", "2026-05-01"),
            ("fin", "2020-05-01"),
            ("courriel", "mairie@"),
        ];
        let page = adelaide.post(&address, &wrong).await;
        assert_eq!(page.status, 422);
        for field in ["siret", "code_postal", "fin", "courriel"] {
            assert!(page.has(&format!("#f-{field}-error")), "{field}");
        }
        assert_eq!(page.attributes("#f-representant", "value"), ["Odile Fontan"]);
        let right = [("nom", "Montaubrac"), ("siret", "213 101 181 00013"), ("representant", "Odile Fontan")];
        went_on(&adelaide.post(&address, &right).await);
        let other = commune(app, "Sainte-Foy", &[]).await;
        let taken = [("nom", "Sainte-Foy"), ("siret", "21310118100013")];
        let page = adelaide.post(&format!("/collectivites/{}", other.id), &taken).await;
        assert!(page.says("Ce SIRET est déjà celui d’une autre collectivité : Montaubrac."), "{}", page.text());
        let audited = "select count(*) as n from audit where action = 'authority-changed' and subject = $1";
        assert_eq!(count(app, audited, args![montaubrac.id.to_string()]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_doubtful_siret_and_an_ended_mandate_are_told_and_stop_nobody() {
    on_both(SERVICES, async |app| {
        let montaubrac = commune(app, "Montaubrac", &[]).await;
        let mut tx = app.write().await;
        tx.change("update authority set insee = '31999' where id = $1", args![montaubrac.id]).await.unwrap();
        tx.commit().await.unwrap();
        let adelaide = app.by(Adelaide).await;
        let address = format!("/collectivites/{}", montaubrac.id);
        let fields = [("nom", "Montaubrac"), ("siret", "21310118100013"), ("fin", "2020-05-01")];
        let page = adelaide.post_then(&address, &fields).await;
        assert!(page.says("Le SIRET ne correspond pas à la commune"), "{}", page.text());
        assert!(page.says("Le mandat est terminé depuis le 1er mai 2020"), "{}", page.text());
        assert!(adelaide.get("/collectivites").await.says("Mandat terminé"));
    })
    .await;
}

#[tokio::test]
async fn an_officer_keeps_up_the_contact_of_its_own_authority_alone() {
    on_both(SERVICES, async |app| {
        let montaubrac = commune(app, "Montaubrac", &[Place::Tilleuls.id()]).await;
        let sainte_foy = commune(app, "Sainte-Foy", &[]).await;
        officer(app, "montaubrac").await;
        let adelaide = app.by(Adelaide).await;
        let (own, other) = (format!("/collectivites/{}", montaubrac.id), format!("/collectivites/{}", sainte_foy.id));
        let page = adelaide.follow(&adelaide.get("/collectivites").await).await;
        assert!(page.says("Montaubrac") && page.says("LES TILLEULS"), "{}", page.text());
        assert!(!page.has("#f-siret") && !page.has("#f-nom"));
        let fields = [("nom", "Autre"), ("siret", "21310118100013"), ("courriel", "mairie@montaubrac.example.fr")];
        went_on(&adelaide.post(&own, &fields).await);
        let kept: (String, Option<String>, Option<String>) = app
            .read()
            .await
            .one("select name, siret, email from authority where id = $1", args![montaubrac.id])
            .await
            .unwrap();
        assert_eq!(kept, ("Montaubrac".to_owned(), None, Some("mairie@montaubrac.example.fr".to_owned())));
        assert_eq!(adelaide.get(&other).await.status, 404);
        assert_eq!(adelaide.post(&other, &fields).await.status, 404);
        let schools = format!("{own}/ecoles");
        assert_eq!(adelaide.post(&schools, &[("ecoles", "0310002J")]).await.status, 403);
        let remove = format!("{schools}/{}/retrait", Place::Tilleuls.id());
        assert_eq!(adelaide.post(&remove, &[]).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn another_academy_finds_nothing() {
    on_both(SERVICES, async |app| {
        let montaubrac = commune(app, "Montaubrac", &[]).await;
        task(app, "academy-admin", "academy:11").await;
        let adelaide = app.by(Adelaide).await;
        assert!(adelaide.get("/collectivites").await.says("Aucune collectivité"));
        assert_eq!(adelaide.get(&format!("/collectivites/{}", montaubrac.id)).await.status, 404);
    })
    .await;
}
