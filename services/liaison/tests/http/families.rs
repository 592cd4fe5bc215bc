//! Families as they are: two children in a class, a father listed twice, pupils who read, children of others.

use crate::{SERVICES, answers, awaiting, count, progress, reply, sent, sign, step, tasks};
use db::args;
use testkit::{
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
    people::KARIM_AGAIN,
};

#[tokio::test]
async fn a_mother_signs_once_for_each_of_two_children_of_a_class() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Helene, Ce, &[]).await;
        assert_eq!(tasks(app, Samia).await, 2);
        let page = app.by(Samia).await.get(&mot).await;
        assert_eq!(page.texts(".mot-reply button"), ["Signer pour Lina", "Signer pour Tom"]);
        sign(app, Samia, &mot, Tom).await;
        assert_eq!(progress(app, Helene, &mot).await, "1 sur 2");
        assert_eq!(awaiting(app, Samia).await, ["Lina B. · CE1-CE2 de Mme Vidal"]);
        sign(app, Samia, &mot, Lina).await;
        assert_eq!(progress(app, Helene, &mot).await, "2 sur 2");
    })
    .await;
}

#[tokio::test]
async fn a_father_listed_twice_signs_as_the_father_of_each_child() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Helene, Ce, &[("acts", "each")]).await;
        for child in [Tom, Lina] {
            sign(app, Karim, &mot, child).await;
        }
        let signed =
            "select count(*) as n from receipt where child_id = $1 and adult_id = $2 and signed_at is not null";
        assert_eq!(count(app, signed, args![Tom.person(), Karim.person()]).await, 1);
        assert_eq!(count(app, signed, args![Lina.person(), KARIM_AGAIN]).await, 1);
        assert_eq!(count(app, signed, args![Lina.person(), Karim.person()]).await, 0);
        assert_eq!(tasks(app, Karim).await, 0);
        assert_eq!(progress(app, Helene, &mot).await, "0 sur 2");
        for child in [Tom, Lina] {
            sign(app, Samia, &mot, child).await;
        }
        assert_eq!(progress(app, Helene, &mot).await, "2 sur 2");
    })
    .await;
}

#[tokio::test]
async fn nobody_answers_for_the_child_of_others() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[]).await;
        for (who, child, status) in [
            (Claire, Tom, 404),
            (Samia, Zoe, 404),
            (Perrine, Zoe, 404),
            // The teacher sees the mot, and signs nothing in the place of families.
            (Thomas, Zoe, 403),
        ] {
            assert_eq!(reply(app, who, &mot, child, "").await.status, status, "{who:?} for {child:?}");
        }
        let claire = app.by(Claire).await;
        assert_eq!(claire.post(&step(&mot, "reponse"), &[("child", "zoe")]).await.status, 404);
        assert_eq!(claire.post(&step(&mot, "reponse"), &[]).await.status, 404);
        assert_eq!(progress(app, Thomas, &mot).await, "0 sur 1");
    })
    .await;
}

#[tokio::test]
async fn pupils_from_ce1_on_see_the_mot_when_it_is_for_them_and_do_nothing() {
    on_both(SERVICES, async |app| {
        let hidden = sent(app, Helene, Ce, &[]).await;
        answers(app, &hidden, 404, &[Tom, Lina]).await;
        let mot = sent(app, Helene, Ce, &[("pupils", "on")]).await;
        for who in [Tom, Lina] {
            let client = app.by(who).await;
            let page = client.get(&mot).await;
            assert!(page.says("Nous irons à la ferme.") && !page.has(".mot-reply"), "{}", page.text());
            assert!(!page.says("Signer"), "{}", page.text());
            assert!(client.get("/carnet").await.says("Sortie à la ferme"));
            assert_eq!(reply(app, who, &mot, who, "").await.status, 403);
            assert_eq!(client.get(&step(&mot, "suivi")).await.status, 403);
        }
        // CP is too early.
        let mot = sent(app, Thomas, Cp, &[("pupils", "on")]).await;
        answers(app, &mot, 404, &[Zoe]).await;
    })
    .await;
}

#[tokio::test]
async fn a_mot_for_some_children_is_seen_by_their_families_alone() {
    on_both(SERVICES, async |app| {
        let tom = Tom.person().to_string();
        let mot = sent(app, Helene, Ce, &[("whole", "some"), ("children", tom.as_str())]).await;
        assert_eq!(awaiting(app, Samia).await, ["Tom B. · CE1-CE2 de Mme Vidal"]);
        assert_eq!(reply(app, Samia, &mot, Lina, "").await.status, 404);
        answers(app, &mot, 404, &[Claire, Paul, Tom, Lina]).await;
        assert_eq!(progress(app, Helene, &mot).await, "0 sur 1");
    })
    .await;
}

#[tokio::test]
async fn opening_is_noted_for_each_child_and_adult() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Helene, Ce, &[]).await;
        app.by(Samia).await.get(&mot).await;
        app.by(Samia).await.get(&mot).await;
        let opened = "select count(*) as n from receipt where opened_at is not null";
        assert_eq!(count(app, opened, &[]).await, 2, "once for Tom, once for Lina");
        app.by(Helene).await.get(&mot).await;
        assert_eq!(count(app, opened, &[]).await, 2);
    })
    .await;
}
