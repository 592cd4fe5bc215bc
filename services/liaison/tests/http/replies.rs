//! What is asked, and how it is answered: one way at a time.

use crate::{SERVICES, awaiting, count, notices, reply, sent, sign, step, tasks};
use testkit::{
    Classroom::{Ce, Cm, Cp},
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_mot_that_asks_nothing_is_read() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("reply", "none")]).await;
        let page = app.by(Claire).await.get(&mot).await;
        assert!(page.says("Nous irons à la ferme.") && !page.has(".mot-reply"), "{}", page.text());
        assert!(awaiting(app, Claire).await.is_empty());
        assert_eq!(reply(app, Claire, &mot, Zoe, "").await.status, 409);
        let follow = app.by(Thomas).await.get(&step(&mot, "suivi")).await;
        assert!(follow.says("Lu par 1 famille sur 1"), "{}", follow.text());
    })
    .await;
}

#[tokio::test]
async fn a_reading_is_confirmed() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("reply", "read")]).await;
        let claire = app.by(Claire).await;
        assert_eq!(claire.get(&mot).await.texts(".mot-reply button"), ["Confirmer la lecture pour Zoé"]);
        let answer = reply(app, Claire, &mot, Zoe, "").await;
        let page = claire.follow(&answer).await;
        assert!(page.says("Vous avez confirmé la lecture aujourd’hui à 10 h"), "{}", page.text());
        assert!(!page.has(".mot-reply form"));
    })
    .await;
}

#[tokio::test]
async fn a_mot_is_signed_in_two_taps() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        assert_eq!(tasks(app, Claire).await, 1);
        let claire = app.by(Claire).await;
        let list = claire.get("/carnet").await;
        assert_eq!(list.texts(".task-act"), ["Signer"]);
        let opened = claire.get(&list.link("Sortie à la ferme").unwrap()).await;
        assert_eq!(opened.texts(".mot-reply button"), ["Signer pour Zoé"]);
        sign(app, Claire, &mot, Zoe).await;
        assert!(claire.get(&mot).await.says("Vous avez signé aujourd’hui à 10 h"));
        assert_eq!(tasks(app, Claire).await, 0);
        assert!(awaiting(app, Claire).await.is_empty());
        assert_eq!(claire.get("/carnet").await.texts(".mot-row .status"), ["signé"]);
        assert_eq!(notices(app, Thomas, "liaison.complete").await, 1, "nobody is awaited any more");
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_chosen_among_those_offered_and_can_be_changed() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("reply", "choose"), ("choices", "Je viens\nJe ne viens pas")]).await;
        let claire = app.by(Claire).await;
        assert_eq!(claire.get(&mot).await.texts(".mot-reply button"), ["Je viens", "Je ne viens pas"]);
        let refused = reply(app, Claire, &mot, Zoe, "Peut-être").await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Choisissez une des réponses proposées."), "{}", refused.text());
        for answer in ["Je viens", "Je ne viens pas"] {
            assert_eq!(reply(app, Claire, &mot, Zoe, answer).await.status, 303);
            assert!(claire.get(&mot).await.says(&format!("Votre réponse : {answer}")));
        }
        let follow = app.by(Thomas).await.get(&step(&mot, "suivi")).await;
        assert_eq!(follow.texts(".follow-cell strong"), ["Je ne viens pas"], "the last answer counts");
        assert_eq!(notices(app, Thomas, "liaison.complete").await, 1);
    })
    .await;
}

#[tokio::test]
async fn an_answer_is_written_in_a_few_words() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("reply", "text")]).await;
        let refused = reply(app, Claire, &mot, Zoe, "  ").await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Écrivez votre réponse."), "{}", refused.text());
        let long = "a".repeat(301);
        assert_eq!(reply(app, Claire, &mot, Zoe, &long).await.status, 422);
        assert_eq!(reply(app, Claire, &mot, Zoe, " Elle  part à 11 h. ").await.status, 303);
        assert!(app.by(Claire).await.get(&mot).await.says("Votre réponse : Elle part à 11 h."));
        assert!(app.by(Thomas).await.get(&step(&mot, "suivi")).await.says("Elle part à 11 h."));
    })
    .await;
}

#[tokio::test]
async fn an_answer_that_changes_is_of_the_day_it_changed() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T10:00");
        let mot = sent(app, Thomas, Cp, &[("reply", "choose"), ("choices", "Je viens\nJe ne viens pas")]).await;
        for (at, answer, since) in [
            ("2026-10-05T11:00", "Je viens", "aujourd’hui à 11 h"),
            ("2026-10-05T12:00", "Je viens", "aujourd’hui à 11 h"),
            ("2026-10-05T14:00", "Je ne viens pas", "aujourd’hui à 14 h"),
        ] {
            app.at(at);
            assert_eq!(reply(app, Claire, &mot, Zoe, answer).await.status, 303);
            let page = app.by(Claire).await.get(&mot).await;
            assert!(page.says(&format!("Vous avez répondu {since}")), "{}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_family_that_left_reads_its_mots_and_answers_none() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let waiting = sent(app, Thomas, Cp, &[]).await;
        let chosen = sent(app, Thomas, Cp, &[("reply", "choose"), ("choices", "Je viens\nJe ne viens pas")]).await;
        assert_eq!(reply(app, Claire, &chosen, Zoe, "Je viens").await.status, 303);
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.wait(60);
        for mot in [&waiting, &chosen] {
            let page = app.by(Claire).await.get(mot).await;
            assert!(page.status == 200 && !page.has("form[action$='/reponse']"), "{}", page.text());
            assert_eq!(reply(app, Claire, mot, Zoe, "Je ne viens pas").await.status, 403);
        }
        assert!(app.by(Claire).await.get(&chosen).await.says("Votre réponse : Je viens"));
        assert_eq!(tasks(app, Claire).await, 0);
        let signed = "select count(*) as n from receipt where signed_at is not null";
        assert_eq!(count(app, signed, &[]).await, 1, "the answer given before");
    })
    .await;
}

#[tokio::test]
async fn from_the_new_school_a_mot_for_chosen_children_is_read_as_it_was_and_answered_no_more() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let zoe = Zoe.person().to_string();
        let mot = sent(app, Thomas, Cp, &[("whole", "some"), ("children", zoe.as_str())]).await;
        assert_eq!(tasks(app, Claire).await, 1);
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.comes(Zoe, Cm).await;
        app.wait(60);
        for who in [Claire, Paul] {
            let page = app.by(who).await.get(&mot).await;
            assert!(page.status == 200 && page.says("Nous irons à la ferme."), "{who:?}: {}", page.text());
            assert!(!page.has("form[action$='/reponse']"), "{who:?}: {}", page.text());
            assert_eq!(reply(app, who, &mot, Zoe, "").await.status, 403, "{who:?}");
            assert_eq!((tasks(app, who).await, awaiting(app, who).await.len()), (0, 0), "{who:?}");
        }
        let signed = "select count(*) as n from receipt where signed_at is not null";
        assert_eq!(count(app, signed, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_child_who_stays_is_answered_for_and_the_one_who_left_is_not() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (tom, lina) = (Tom.person().to_string(), Lina.person().to_string());
        let chosen = [("whole", "some"), ("children", tom.as_str()), ("children", lina.as_str())];
        let mot = sent(app, Helene, Ce, &chosen).await;
        assert_eq!(tasks(app, Samia).await, 2);
        app.at("2026-10-05T10:00");
        app.leaves(Tom).await;
        app.comes(Tom, Cm).await;
        app.wait(60);
        let page = app.by(Samia).await.get(&mot).await;
        assert_eq!(page.attributes("form[action$='/reponse'] input[name=child]", "value"), [lina.as_str()]);
        assert_eq!(reply(app, Samia, &mot, Tom, "").await.status, 403);
        assert_eq!(reply(app, Samia, &mot, Lina, "").await.status, 303);
        assert_eq!(tasks(app, Samia).await, 0);
    })
    .await;
}
