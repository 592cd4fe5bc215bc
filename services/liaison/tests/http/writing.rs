//! The composer: models, problems, drafts, levels, copies, help to write simply.

use crate::{SERVICES, answers, awaiting, form, progress, send, sent, step, write};
use db::args;
use testkit::{
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_model_begins_the_form() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let blank = thomas.get(&Cp.path("/mots/nouveau")).await;
        let journey = thomas.get(&blank.link("Voyage avec nuitée").unwrap()).await;
        assert_eq!(journey.attributes("#f-title", "value"), ["Voyage avec nuitée"]);
        assert_eq!(journey.attributes("input[name=acts][checked]", "value"), ["each"]);
        let outing = thomas.get(&blank.link("Sortie à la journée").unwrap()).await;
        assert_eq!(outing.attributes("input[name=acts][checked]", "value"), ["one"]);
        assert!(outing.texts("#f-body").concat().contains("un pique-nique"), "{}", outing.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let fields = form(&[("title", ""), ("reply", "choose"), ("choices", "Oui"), ("due", "2026-09-01")]);
        let page = thomas.upload(&Cp.path("/mots"), &fields, &[]).await;
        assert_eq!(page.status, 422);
        for words in
            ["Il manque un titre.", "Proposez de 2 à 5 réponses, une par ligne.", "Choisissez un jour à venir."]
        {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert_eq!(page.texts("#f-body"), ["Nous irons à la ferme."]);
        assert_eq!(page.texts("#f-choices"), ["Oui"]);
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_its_authors_alone() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let mot = write(&thomas, Cp, &[]).await;
        assert!(thomas.get("/carnet").await.says("Brouillons"));
        answers(app, &mot, 404, &[Helene, Claire, Zoe, Rose]).await;
        assert!(!app.by(Helene).await.get("/carnet").await.says("Sortie à la ferme"));
    })
    .await;
}

#[tokio::test]
async fn before_sending_the_author_reads_who_when_and_what_could_be_simpler() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let body = ("body", "Rendez-vous mardi. Merci d’apporter un pique-nique et une gourde.");
        let mot = write(&thomas, Cp, &[body, ("theme", "journey")]).await;
        let panel = thomas.get(&step(&mot, "envoi")).await;
        assert_eq!(panel.texts(".sees-who dd"), ["Zoé MARTY : Claire FABRE, Paul MARTY"]);
        assert_eq!(panel.texts(".sees-who-when"), ["Sera remis tout de suite"]);
        for words in
            ["« mardi » : écrivez la date entière", "dans une liste", "la signature de chaque responsable légal"]
        {
            assert!(panel.says(words), "{words}: {}", panel.text());
        }
        assert_eq!(thomas.post(&step(&mot, "envoi"), &[]).await.status, 303, "help never blocks");
        assert_eq!(thomas.post(&step(&mot, "envoi"), &[]).await.status, 409, "once");
    })
    .await;
}

#[tokio::test]
async fn a_level_of_a_class_is_written_to_alone() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let page = helene.get(&Ce.path("/mots/nouveau")).await;
        let level = page.link("CE2").unwrap();
        let address = level.trim_end_matches("/nouveau");
        let answer = helene.upload(address, &form(&[]), &[]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        let mot = answer.location().unwrap();
        helene.post_then(&step(&mot, "envoi"), &[]).await;
        assert_eq!(awaiting(app, Samia).await, ["Tom B. · CE1-CE2 de Mme Vidal"]);
        assert_eq!(progress(app, Helene, &mot).await, "0 sur 1");
    })
    .await;
}

#[tokio::test]
async fn the_head_writes_to_every_class_and_filters_them() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Helene, Cp, &[]).await;
        assert_eq!(awaiting(app, Claire).await.len(), 1);
        assert!(app.by(Thomas).await.get(&mot).await.says("Suivi des réponses"), "its teacher follows it");
        let helene = app.by(Helene).await;
        let all = helene.get("/carnet").await;
        assert!(all.says("Sortie à la ferme") && all.says("0 sur 1"), "{}", all.text());
        let other = helene.get(&format!("/carnet?classe={}", Ce.id())).await;
        assert!(!other.says("Sortie à la ferme"), "{}", other.text());
    })
    .await;
}

#[tokio::test]
async fn a_mot_is_written_again_from_another() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("due", "2026-10-08")]).await;
        let thomas = app.by(Thomas).await;
        let page = thomas.post_then(&step(&mot, "copie"), &[]).await;
        assert_eq!(page.attributes("#f-title", "value"), ["Sortie à la ferme"]);
        assert_eq!(page.attributes("#f-due", "value").concat(), "", "its day is gone");
        assert_eq!(thomas.get("/carnet").await.texts(".mot-row .row-title").len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_mot_of_a_past_year_is_written_again_to_a_class_of_this_one() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Helene, Ce, &[]).await;
        let mut tx = app.write().await;
        tx.change("update circle set year = 2025 where id = $1", args![Ce.id()]).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.by(Helene).await.post_then(&step(&mot, "copie"), &[]).await;
        assert_eq!(page.attributes("#f-title", "value"), ["Sortie à la ferme"], "{}", page.text());
        assert!(page.says("CP de M. Roux"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_last_day_of_another_year_is_said_with_its_year() {
    on_both(SERVICES, async |app| {
        app.at("2026-11-26T10:00");
        let thomas = app.by(Thomas).await;
        let mot = write(&thomas, Cp, &[("due", "2027-01-04")]).await;
        let words = "au plus tard le lundi 4 janvier 2027";
        let page = thomas.get(&step(&mot, "envoi")).await;
        assert!(page.says(words), "{}", page.text());
        send(&thomas, &mot).await;
        for path in [mot.as_str(), "/carnet"] {
            let page = app.by(Claire).await.get(path).await;
            assert!(page.says(words), "{path}: {}", page.text());
        }
        let soon = sent(app, Thomas, Cp, &[("due", "2026-12-07")]).await;
        let page = app.by(Claire).await.get(&soon).await;
        assert!(page.says("au plus tard le lundi 7 décembre") && !page.says("décembre 2026"), "{}", page.text());
    })
    .await;
}
