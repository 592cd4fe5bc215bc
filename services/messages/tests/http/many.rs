//! A message to many: nobody answers to all; an answer is a conversation of two.

use crate::{OPEN, SERVICES, answer, answers, lists, safety::prove, send};
use testkit::{
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

#[tokio::test]
async fn an_answer_to_the_families_of_a_class_goes_to_its_author_alone() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let thread = send(&thomas, &[&format!("familles-{}", Cp.id())], "Sortie", "Jeudi à la ferme.").await;
        let claire = app.by(Claire).await;
        assert!(claire.get(&thread).await.says("Répondre à l’auteur seul"));
        let apart = answer(&claire, &thread, "Je peux accompagner.").await;
        assert_ne!(apart, thread);
        answers(app, &apart, 200, &[Claire, Thomas]).await;
        answers(app, &apart, 404, &[Paul, Samia, Helene]).await;
        assert!(!app.by(Paul).await.get(&thread).await.says("Je peux accompagner."));
        assert_eq!(answer(&claire, &thread, "Avec ma voiture.").await, apart);
        let page = thomas.get(&apart).await;
        assert!(page.says("Je peux accompagner.") && page.says("Avec ma voiture."), "{}", page.text());
        assert!(lists(app, Thomas, "/messages", "Sortie").await);
    })
    .await;
}

#[tokio::test]
async fn the_author_of_a_message_to_many_sees_how_many_opened_it() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let helene = app.by(Helene).await;
        prove(app, Helene).await;
        let to = [format!("familles-{}", Cp.id()), format!("familles-{}", Ce.id())];
        let thread = send(&helene, &[&to[0], &to[1]], "Sortie", "Jeudi à la ferme.").await;
        app.by(Samia).await.get(&thread).await;
        // Karim is listed twice, and receives through each child; Samia once.
        let page = helene.get(&thread).await;
        assert!(page.says("Ouvert par 1 personne sur"), "{}", page.text());
        assert!(!page.has("form[action$='/reponses']"), "nobody to answer");
        let samia = app.by(Samia).await.get(&thread).await;
        assert!(!samia.says("Claire") && !samia.says("Ouvert par"), "{}", samia.text());
    })
    .await;
}
