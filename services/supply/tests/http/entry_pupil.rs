//! A pupil of the first morning.

use crate::{
    SERVICES,
    entry_steps::{count, delegate, new_pupil, person, pupil, seats, told},
};
use db::args;
use school::{CircleKind, Viewer, circle, circle::NewCircle};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who::*,
    on_both,
};

#[tokio::test]
async fn two_names_are_enough() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        assert_eq!(thomas.get(&new_pupil(Cp)).await.status, 200);
        let answer = thomas.post(&new_pupil(Cp), &[("prenom", "Émile"), ("nom", "D’Orval-Némoz")]).await;
        assert_eq!(answer.location(), Some(Cp.path("")), "{}", answer.text());
        let emile = person(app, "d'orval nemoz", "emile").await;
        let by_hand = "select count(*) as n from member where person_id = $1 and circle_id = $2 and role = 'pupil' \
                       and source = 'hand'";
        for circle in [Cp.id(), Tilleuls.pupils()] {
            assert_eq!(count(app, by_hand, args![emile, circle]).await, 1);
        }
        assert_eq!(told(app, "person-entered", emile).await, 1);
        assert!(thomas.get(&new_pupil(Cp)).await.says("Modifier Émile D’Orval-Némoz"));
    })
    .await;
}

#[tokio::test]
async fn the_adult_typed_is_responsible_for_the_pupil() {
    on_both(SERVICES, async |app| {
        let adult = [
            ("responsable_prenom", "Lila"),
            ("responsable_nom", "Durand"),
            ("responsable_courriel", "Lila@Example.org"),
        ];
        let emile = pupil(app, "Émile", "Durand", &adult).await;
        let lila = person(app, "Durand", "Lila").await;
        let tied = "select count(*) as n from guardianship g join person p on p.id = g.adult_id where g.child_id = $1 \
                    and g.adult_id = $2 and g.source = 'hand' and p.email = 'lila@example.org'";
        assert_eq!(count(app, tied, args![emile, lila]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_who_resembles_is_asked_about_first() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let typed = [("prenom", "Zoe"), ("nom", "Marti")];
        let page = thomas.post(&new_pupil(Cp), &typed).await;
        assert_eq!(page.status, 422);
        assert!(page.says("C’est peut-être un élève de l’école") && page.says("Zoé MARTY"), "{}", page.text());
        assert_eq!(page.attributes("input[name=nom]", "value"), ["Marti"]);
        // She is the one: no second entry.
        let zoe = Zoe.person().to_string();
        let chosen = [&typed[..], &[("choix", zoe.as_str())]].concat();
        assert_eq!(app.by(Helene).await.post(&new_pupil(Ce), &chosen).await.status, 303);
        let seated = "select count(*) as n from member where person_id = $1 and circle_id = $2 and source = 'hand'";
        assert_eq!(count(app, seated, args![Zoe.person(), Ce.id()]).await, 1);
        assert_eq!(count(app, "select count(*) as n from person where source = 'hand'", &[]).await, 0);
        // She is somebody else.
        let other = [&typed[..], &[("choix", "nouveau")]].concat();
        assert_eq!(thomas.post(&new_pupil(Cp), &other).await.status, 303);
        assert_eq!(count(app, "select count(*) as n from person where source = 'hand'", &[]).await, 1);
        // Somebody who does not resemble is no answer.
        let tom = Tom.person().to_string();
        let wrong = [&typed[..], &[("choix", tom.as_str())]].concat();
        assert_eq!(thomas.post(&new_pupil(Cp), &wrong).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_teacher_takes_no_pupil_from_another_class() {
    on_both(SERVICES, async |app| {
        let lina = Lina.person().to_string();
        let typed = [("prenom", "Lina"), ("nom", "Benali"), ("choix", lina.as_str())];
        let page = app.by(Thomas).await.post(&new_pupil(Cp), &typed).await;
        assert!(page.status == 422 && page.says("demandez à la direction"), "{}", page.text());
        assert_eq!(page.attributes("input[name=choix][checked]", "value"), [lina]);
        let seated = "select count(*) as n from member where person_id = $1 and circle_id = $2";
        assert_eq!(count(app, seated, args![Lina.person(), Cp.id()]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_sister_is_nobody_else_and_the_parent_is_known() {
    on_both(SERVICES, async |app| {
        let typed =
            [("prenom", "Nina"), ("nom", "Marty"), ("responsable_prenom", "Claire"), ("responsable_nom", "Fabre")];
        let thomas = app.by(Thomas).await;
        let page = thomas.post(&new_pupil(Cp), &typed).await;
        assert_eq!(page.status, 422);
        assert!(!page.says("C’est peut-être un élève de l’école"), "{}", page.text());
        assert!(page.says("C’est peut-être un responsable que l’école connaît"), "{}", page.text());
        let claire = Claire.person().to_string();
        let chosen = [&typed[..], &[("choix_responsable", claire.as_str())]].concat();
        assert_eq!(thomas.post(&new_pupil(Cp), &chosen).await.status, 303);
        let mut tx = app.read().await;
        let viewer = Viewer::load(&mut tx, Claire.account()).await.unwrap();
        let children: Vec<String> = viewer.children().into_iter().map(|it| it.first_name).collect();
        assert!(children.contains(&"Nina".to_owned()) && children.contains(&"Zoé".to_owned()), "{children:?}");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_stands_beside_its_field() {
    on_both(SERVICES, async |app| {
        let fields = [("prenom", "Émile"), ("naissance", "2040-01-01"), ("responsable_nom", "Durand")];
        let page = app.by(Thomas).await.post(&new_pupil(Cp), &fields).await;
        assert_eq!(page.status, 422);
        for words in
            ["Indiquez le nom.", "Cette date de naissance ne convient pas.", "Indiquez le prénom du responsable"]
        {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert_eq!(page.attributes("input[name=prenom]", "value"), ["Émile"]);
    })
    .await;
}

/// The level of the CE2, as deliveries key it.
async fn ce2(app: &App) -> school::CircleId {
    let mut tx = app.write().await;
    let key = format!("{}/1123", Ce.id());
    let new = NewCircle {
        school: Tilleuls.id(),
        academy: "16",
        kind: CircleKind::Level,
        year: 2026,
        key: &key,
        of_circle: Some(Ce.id()),
        name: "CE2 · CE1-CE2",
        families: None,
    };
    let id = circle::open(&mut tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_pupil_sits_in_the_level_is_corrected_and_withdrawn() {
    on_both(SERVICES, async |app| {
        let level = ce2(app).await;
        let helene = app.by(Helene).await;
        let typed = [
            ("prenom", "Léo"),
            ("nom", "Garrigue"),
            ("niveau", "1123"),
            ("responsable_prenom", "Ana"),
            ("responsable_nom", "Garrigue"),
        ];
        assert_eq!(helene.post(&new_pupil(Ce), &typed).await.status, 303);
        let leo = person(app, "Garrigue", "Léo").await;
        let in_level = "select count(*) as n from member where person_id = $1 and circle_id = $2 \
                        and (until is null or until > $3)";
        assert_eq!(count(app, in_level, args![leo, level, app.now()]).await, 1);
        let address = Ce.path(&format!("/eleves/{leo}"));
        assert!(helene.get(&address).await.says("Léo Garrigue"));
        assert_eq!(helene.post(&address, &[("prenom", ""), ("nom", "Garrigues")]).await.status, 422);
        let corrected = [("prenom", "Léo"), ("nom", "Garrigues"), ("naissance", "2018-03-04"), ("niveau", "1122")];
        assert_eq!(helene.post(&address, &corrected).await.status, 303);
        assert_eq!(person(app, "Garrigues", "Léo").await, leo);
        assert_eq!(count(app, in_level, args![leo, level, app.now()]).await, 0);
        app.wait(60);
        assert_eq!(helene.post(&format!("{address}/fin"), &[]).await.status, 303);
        let ana = person(app, "Garrigue", "Ana").await;
        let gone = "select count(*) as n from person where id in ($1, $2) and gone_at is not null";
        assert_eq!((seats(app, leo).await, count(app, gone, args![leo, ana]).await), (0, 2));
        assert_eq!(told(app, "entry-ended", leo).await, 1);
        assert_eq!(helene.get(&address).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn each_enters_where_it_is_theirs() {
    on_both(SERVICES, async |app| {
        delegate(app).await;
        for (who, class, status) in [
            (Thomas, Cp, 200),
            (Thomas, Ce, 404),
            (Helene, Cp, 200),
            (Rose, Cp, 200),
            (Agnes, Cp, 404),
            (Claire, Cp, 404),
            (Zoe, Cp, 404),
            (Adelaide, Cp, 404),
        ] {
            assert_eq!(app.by(who).await.get(&new_pupil(class)).await.status, status, "{who:?} {class:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_enters_a_pupil_is_told_who_brings_the_pupil_afterwards() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        assert!(thomas.get(&new_pupil(Cp)).await.says("l’annuaire de l’académie"));
        crate::run(app, "update school set jointure = null where id = $1", db::args![testkit::Place::Tilleuls.id()])
            .await;
        crate::run(app, "update member set source = 'hand' where source = 'aaf'", db::args![]).await;
        let page = thomas.get(&new_pupil(Cp)).await;
        assert!(page.says("fichiers ONDE envoyés par la direction") && !page.says("l’académie"), "{}", page.text());
    })
    .await;
}
