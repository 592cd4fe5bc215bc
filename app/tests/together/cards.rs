//! What services say of people on the pages of « La classe » and « Annuaire ».

use super::SERVICES;
use db::args;
use school::{Role, circle};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::{self, *},
    on_both,
};

const PHONE: &str = "06 11 22 33 44";

/// Claire gives a telephone and a language, and shows them to some.
async fn gives(app: &App, shown: &str) {
    let fields = [("telephone", PHONE), ("autre", ""), ("courriel", ""), ("langue", "pt"), ("montre", shown)];
    let answer = app.by(Claire).await.post("/foyer/coordonnees", &fields).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
}

fn card() -> String {
    format!("/annuaire/personnes/{}", Claire.person())
}

fn family() -> String {
    format!("/familles/{}", Zoe.person())
}

async fn reads(app: &App, who: Who, path: &str) -> bool {
    app.by(who).await.get(path).await.says(PHONE)
}

/// The language to speak is no address: the team of the school is told whatever was chosen, and nobody else ever.
async fn hears(app: &App, who: Who, path: &str) -> bool {
    app.by(who).await.get(path).await.says("Português")
}

#[tokio::test]
async fn what_a_parent_gave_is_on_the_cards_of_those_it_is_shown_to() {
    on_both(SERVICES, async |app| {
        for (shown, team, teachers) in [("team", true, true), ("teachers", false, true), ("head", false, false)] {
            gives(app, shown).await;
            for path in [card(), family()] {
                assert!(reads(app, Helene, &path).await, "{shown} {path}");
                assert_eq!(reads(app, Thomas, &path).await, teachers, "{shown} {path}");
                assert!(hears(app, Helene, &path).await && hears(app, Thomas, &path).await, "{shown} {path}");
            }
            assert_eq!(reads(app, Rose, &card()).await, team, "{shown}");
            assert!(!reads(app, Rose, &family()).await, "she sees the child alone");
            for who in [Paul, Zoe, Samia, Tom, Agnes, Hector, Perrine, Adelaide] {
                for path in [card(), family()] {
                    assert!(!reads(app, who, &path).await && !hears(app, who, &path).await, "{who:?} {path}");
                }
            }
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_reads_what_a_parent_gave_is_noted() {
    on_both(SERVICES, async |app| {
        gives(app, "team").await;
        assert!(app.by(Rose).await.get(&card()).await.says("Cette consultation est notée"));
        let noted = "select count(*) as n from access where topic = 'family' and account_id = $1 and subject_id = $2";
        let count = app.read().await.count(noted, args![Rose.account(), Claire.person()]).await.unwrap();
        assert_eq!(count, 1);
    })
    .await;
}

#[tokio::test]
async fn a_parent_who_teaches_the_class_reads_nothing_of_the_other_parent() {
    on_both(SERVICES, async |app| {
        gives(app, "team").await;
        let mut tx = app.write().await;
        circle::seat(&mut tx, Cp.id(), Paul.person(), Role::Teacher, None).await.unwrap();
        tx.commit().await.unwrap();
        let paul = app.by(Paul).await;
        paul.post("/charte", &[]).await;
        assert_eq!(paul.get(&Cp.path("/coordonnees")).await.status, 200);
        for path in [card(), family(), Cp.path("/coordonnees")] {
            assert!(!paul.get(&path).await.says(PHONE), "{path}");
        }
        assert!(app.by(Thomas).await.get(&Cp.path("/coordonnees")).await.says(PHONE));
    })
    .await;
}

#[tokio::test]
async fn the_page_of_a_class_says_which_days_each_teacher_is_there() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        circle::seat(&mut tx, Cp.id(), Rose.person(), Role::Teacher, None).await.unwrap();
        tx.commit().await.unwrap();
        let days = |who: Who| Cp.path(&format!("/enseignants/{}/jours", who.person()));
        let helene = app.by(Helene).await;
        helene.post_then(&days(Rose), &[("lundi", "j"), ("mardi", "j")]).await;
        helene.post_then(&days(Thomas), &[("jeudi", "j"), ("vendredi", "m")]).await;
        for who in [Zoe, Claire, Thomas, Helene] {
            let page = app.by(who).await.get(&Cp.path("/trombinoscope")).await;
            for said in
                ["Rose CALMETTE Enseignant · lundi et mardi", "Thomas ROUX Enseignant · jeudi et vendredi matin"]
            {
                assert!(page.says(said), "{who:?}: {}", page.text());
            }
        }
        // Where nobody said the days, none are told.
        assert!(!app.by(Lina).await.get(&Ce.path("/trombinoscope")).await.says("Enseignant ·"));
    })
    .await;
}
