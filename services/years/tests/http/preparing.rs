//! The coming year is prepared from June: proposed, then changed class by class and pupil by pupil.

use crate::{CE1, CE2_CM1, SERVICES, count, draft_class, prepared, rentree};
use testkit::{Who::*, on_both};

/// What leads to those without a class.
const PLACE: &str = "Placer les élèves sans classe";

#[tokio::test]
async fn each_class_goes_on_a_level_higher_with_its_pupils_and_teachers() {
    on_both(SERVICES, async |app| {
        app.at("2027-06-14T10:00");
        let helene = app.by(Helene).await;
        let before = helene.get(&rentree("")).await;
        assert!(
            before.says("Rentrée 2027-2028") && before.says("Une répartition vous est proposée"),
            "{}",
            before.text()
        );
        let page = helene.post_then(&rentree(""), &[]).await;
        assert_eq!(page.texts("tbody tr th a"), [CE1, CE2_CM1]);
        assert!(page.says("Thomas ROUX") && page.says("CE2, CM1"), "{}", page.text());
        assert!(page.says("Chaque élève a sa classe ou quitte l’école."), "{}", page.text());
        assert_eq!(page.link(PLACE), None, "nobody is to be placed");
        assert!(page.says("Aucun élève ne quitte l’école."), "{}", page.text());
        let class = draft_class(&helene, CE2_CM1).await;
        let pupils = helene.get(&rentree(&format!("/eleves?liste={class}"))).await;
        assert!(pupils.says("CE1-CE2 de Mme Vidal · CE2 → CM1"), "{}", pupils.text());
        // Nothing is visible before: nobody is seated anywhere.
        assert_eq!(count(app, "select count(*) as n from circle where year = 2027", &[]).await, 0);
        // Beginning again changes nothing.
        let page = helene.post_then(&rentree(""), &[]).await;
        assert_eq!(page.texts("tbody tr th a"), [CE1, CE2_CM1]);
    })
    .await;
}

#[tokio::test]
async fn outside_the_season_nothing_is_prepared() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let page = helene.get(&rentree("")).await;
        assert!(page.says("à partir du 1er juin"), "{}", page.text());
        assert_eq!(helene.post(&rentree(""), &[]).await.status, 409);
        assert_eq!(helene.get(&rentree("/ouverture")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_class_is_added_changed_and_taken_away() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        let rose = Rose.person().to_string();
        let fields = [("nom", "  CP  B "), ("niveaux", "1121"), ("enseignants", rose.as_str())];
        let page = helene.post_then(&rentree("/classes"), &fields).await;
        assert!(page.says("CP B : classe ajoutée.") || page.says("classe ajoutée"), "{}", page.text());
        assert!(page.says("Rose CALMETTE"), "{}", page.text());
        let class = draft_class(&helene, "CP B").await;
        let address = rentree(&format!("/classes/{class}"));
        let form = helene.get(&address).await;
        assert_eq!(form.attributes("input[name=nom]", "value"), ["CP B"]);
        assert_eq!(form.attributes("input[name=niveaux][checked]", "value"), ["1121"]);
        // Somebody who teaches in no school of hers is seated nowhere.
        let thea = Thea.person().to_string();
        let fields = [("nom", "CP C"), ("niveaux", "1121"), ("niveaux", "1122"), ("enseignants", thea.as_str())];
        let page = helene.post_then(&address, &fields).await;
        assert!(page.says("CP C") && page.says("CP, CE1") && !page.says("CARRÈRE"), "{}", page.text());
        let page = helene.post_then(&format!("{address}/retrait"), &[]).await;
        assert!(page.says("CP C : classe retirée."), "{}", page.text());
        assert_eq!(page.link(PLACE), None, "no pupil was in it");
        assert_eq!(page.texts("tbody tr th a"), [CE1, CE2_CM1]);
        assert_eq!(helene.get(&address).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_class_without_a_name_or_with_that_of_another_comes_back_as_typed() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        let page = helene.post(&rentree("/classes"), &[("nom", " "), ("niveaux", "1125")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Donnez un nom à la classe."), "{}", page.text());
        assert_eq!(page.attributes("input[name=niveaux][checked]", "value"), ["1125"]);
        let page = helene.post(&rentree("/classes"), &[("nom", "ce1 de m roux")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Une autre classe préparée porte déjà ce nom."), "{}", page.text());
        assert_eq!(page.attributes("input[name=nom]", "value"), ["ce1 de m roux"]);
    })
    .await;
}

#[tokio::test]
async fn pupils_are_sent_elsewhere_kept_down_and_let_go() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        let (tom, lina) = (Tom.person().to_string(), Lina.person().to_string());
        let class = draft_class(&helene, CE1).await;
        let list = rentree(&format!("/eleves?liste={class}"));
        let kept = [("liste", class.as_str()), ("eleves", tom.as_str()), ("vers", class.as_str()), ("niveau", "meme")];
        let page = helene.post_then(&rentree("/eleves"), &kept).await;
        assert!(page.says("1 élève placé."), "{}", page.text());
        assert!(page.says("maintien en CE2"), "{}", page.text());
        let away = [("liste", "departs"), ("eleves", lina.as_str()), ("vers", "departs")];
        let page = helene.post_then(&rentree("/eleves"), &away).await;
        assert!(
            page.says("Lina BENALI") && page.says("CE1-CE2 de Mme Vidal · CE1 → quitte l’école"),
            "{}",
            page.text()
        );
        // The class goes away: Tom and Zoé have no place.
        helene.post(&rentree(&format!("/classes/{class}/retrait")), &[]).await;
        let page = helene.get(&rentree("")).await;
        assert!(
            page.says("2 élèves n’ont pas encore de classe.") && page.says("1 élève quitte l’école."),
            "{}",
            page.text()
        );
        assert_eq!(page.link(PLACE), Some(rentree("/eleves?liste=sans-classe")));
        assert_eq!(helene.get(&list).await.status, 404);
        let page = helene.get(&rentree("/eleves?liste=sans-classe")).await;
        assert!(page.says("Zoé MARTY") && page.says("Tom BENALI"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn nobody_ticked_and_nothing_chosen_are_said() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        let class = draft_class(&helene, CE1).await;
        let page = helene.post(&rentree("/eleves"), &[("liste", class.as_str()), ("vers", "departs")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Cochez au moins un élève."), "{}", page.text());
        let zoe = Zoe.person().to_string();
        let page = helene.post(&rentree("/eleves"), &[("liste", class.as_str()), ("eleves", zoe.as_str())]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Choisissez une classe ou un niveau."), "{}", page.text());
        assert_eq!(page.attributes("input[name=eleves][checked]", "value"), std::slice::from_ref(&zoe));
        // A class of nobody's.
        let other = [("liste", class.as_str()), ("eleves", zoe.as_str()), ("vers", "01970000000070008000000000009999")];
        assert_eq!(helene.post(&rentree("/eleves"), &other).await.status, 404);
        // Somebody of another school is placed nowhere.
        let enzo = Enzo.person().to_string();
        let page = helene
            .post_then(
                &rentree("/eleves"),
                &[("liste", class.as_str()), ("eleves", enzo.as_str()), ("vers", class.as_str())],
            )
            .await;
        assert!(page.says("Aucun élève n’a été placé.") && !page.says("Enzo"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_check_says_what_should_be_looked_at_and_what_will_happen() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        let page = helene.get(&rentree("/ouverture")).await;
        // Nobody thought of those who arrive.
        assert!(page.says("CP : aucune classe pour ce niveau, ni pour les élèves qui arrivent."), "{}", page.text());
        assert!(!page.says("CE1 : aucune classe") && !page.says("enseigne cette année"), "{}", page.text());
        for effect in ["2 classes commencent", "3 élèves y sont placés", "2 classes se terminent", "Rien n’est effacé"]
        {
            assert!(page.says(effect), "{effect}: {}", page.text());
        }
        assert!(!page.says("Ouvrir l’année maintenant"), "{}", page.text());
        helene.post(&rentree("/classes"), &[("nom", "CP B"), ("niveaux", "1121")]).await;
        let class = draft_class(&helene, CE1).await;
        let fields = [("nom", CE1), ("niveaux", "1122")];
        helene.post(&rentree(&format!("/classes/{class}")), &fields).await;
        let zoe = Zoe.person().to_string();
        let class = draft_class(&helene, "CP B").await;
        helene.post(&rentree("/eleves"), &[("eleves", zoe.as_str()), ("vers", class.as_str())]).await;
        let tom = Tom.person().to_string();
        helene.post(&rentree("/eleves"), &[("eleves", tom.as_str()), ("vers", "sans-classe")]).await;
        let page = helene.get(&rentree("/ouverture")).await;
        for alarm in [
            "1 élève n’a pas de classe.",
            "CP B : aucun enseignant.",
            "Thomas ROUX enseigne cette année, et dans aucune classe préparée.",
            "CE1 de M. Roux : aucun élève.",
            "CP B : 1 élève d’un niveau qui n’est pas celui de la classe.",
        ] {
            assert!(page.says(alarm), "{alarm}: {}", page.text());
        }
        assert!(!page.says("aucune classe pour ce niveau"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn all_is_in_order_once_each_has_a_class() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        // Zoé stays in CP with Thomas: the level has a class again, and so has he.
        let (zoe, thomas) = (Zoe.person().to_string(), Thomas.person().to_string());
        let class = draft_class(&helene, CE1).await;
        let fields = [("nom", "CP-CE1"), ("niveaux", "1121"), ("niveaux", "1122"), ("enseignants", thomas.as_str())];
        helene.post(&rentree(&format!("/classes/{class}")), &fields).await;
        let kept = [("eleves", zoe.as_str()), ("vers", class.as_str()), ("niveau", "meme")];
        helene.post(&rentree("/eleves"), &kept).await;
        let page = helene.get(&rentree("/ouverture")).await;
        assert!(page.says("Tout est en ordre."), "{}", page.text());
    })
    .await;
}
