//! The year is opened: the classes prepared begin, those before are over, nothing of them is lost.

use crate::{
    CE1, CE2_CM1, SERVICES, change, class, classes, count, draft_class, in_august, open, opened, prepared, rentree,
};
use db::args;
use school::{CircleKind, circle};
use testkit::{Classroom::*, Place::Tilleuls, Who::*, on_both};
use years::turn::nightly::OPEN_DUE;

#[tokio::test]
async fn pupils_families_and_teachers_sit_in_the_new_classes() {
    on_both(SERVICES, async |app| {
        let helene = opened(app).await;
        assert_eq!(classes(app, Zoe).await, [CE1]);
        assert_eq!(classes(app, Thomas).await, [CE1]);
        assert_eq!(classes(app, Tom).await, [CE2_CM1]);
        assert_eq!(classes(app, Helene).await, [CE2_CM1]);
        assert_eq!(classes(app, Claire).await, [format!("Familles · {CE1}")]);
        let samia = classes(app, Samia).await;
        assert!(samia.contains(&format!("Familles · {CE2_CM1}")), "{samia:?}");
        assert!(samia.contains(&format!("Familles · CM1 · {CE2_CM1}")), "{samia:?}");
        let over = "select count(*) as n from circle where school_id = $1 and year = 2026 and until is null";
        assert_eq!(count(app, over, args![Tilleuls.id()]).await, 0);
        let lasting = "select count(*) as n from circle where school_id = $1 and year = 0 and until is not null";
        assert_eq!(count(app, lasting, args![Tilleuls.id()]).await, 0);
        let page = helene.get(&rentree("")).await;
        assert!(page.says("L’année 2027-2028 est ouverte"), "{}", page.text());
        // The other school has its own rentrée.
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
    })
    .await;
}

#[tokio::test]
async fn it_opens_from_august_on_and_once() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        assert_eq!(open(&helene).await.status, 403);
        let helene = in_august(app).await;
        assert_eq!(open(&helene).await.status, 303);
        assert_eq!(open(&helene).await.status, 409);
        for step in ["/classes/nouvelle", "/ouverture", "/eleves?liste=departs"] {
            assert_eq!(helene.get(&rentree(step)).await.status, 409, "{step}");
        }
        assert_eq!(helene.post(&rentree("/classes"), &[("nom", "CP")]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn it_opens_by_itself_on_the_day_somebody_said() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        for wrong in ["2027-07-12", "2027-10-02", "demain"] {
            let page = helene.post(&rentree("/ouverture"), &[("jour", wrong)]).await;
            assert_eq!(page.status, 422, "{wrong}");
            assert!(page.says("Choisissez un jour à venir"), "{}", page.text());
            assert_eq!(page.attributes("input[name=jour]", "value"), [wrong]);
        }
        let page = helene.post_then(&rentree("/ouverture"), &[("jour", "2027-08-28")]).await;
        assert!(page.says("L’année s’ouvrira d’elle-même le 28 août 2027."), "{}", page.text());
        app.at("2027-08-27T02:30");
        (OPEN_DUE.run)(app.house.clone(), "2027-08-26".to_owned()).await.unwrap();
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
        app.at("2027-08-28T02:30");
        (OPEN_DUE.run)(app.house.clone(), "2027-08-27".to_owned()).await.unwrap();
        (OPEN_DUE.run)(app.house.clone(), "2027-08-27".to_owned()).await.unwrap();
        assert_eq!(classes(app, Zoe).await, [CE1]);
    })
    .await;
}

#[tokio::test]
async fn whom_no_delivery_tells_is_raised_or_gone_at_once() {
    on_both(SERVICES, async |app| {
        change(app, "update person set source = 'hand' where id = $1", args![Zoe.person()]).await;
        change(app, "update person set source = 'onde', level = '1125' where id = $1", args![Tom.person()]).await;
        opened(app).await;
        let level = "select count(*) as n from person where id = $1 and level = $2 and gone_at is null";
        assert_eq!(count(app, level, args![Zoe.person(), "1122"]).await, 1);
        // Lina is the directory's.
        assert_eq!(count(app, level, args![Lina.person(), "1122"]).await, 1);
        let gone = "select count(*) as n from person where id = $1 and gone_at is not null";
        assert_eq!(count(app, gone, args![Tom.person()]).await, 1);
        assert_eq!(classes(app, Tom).await, Vec::<String>::new());
    })
    .await;
}

#[tokio::test]
async fn whoever_left_since_the_draft_is_seated_nowhere_and_whoever_came_waits() {
    on_both(SERVICES, async |app| {
        let helene = prepared(app).await;
        change(app, "update person set gone_at = 1 where id = $1", args![Zoe.person()]).await;
        let mut tx = app.write().await;
        // Enzo moves to Les Tilleuls, where nobody gave him a class yet.
        circle::seat(&mut tx, Tilleuls.pupils(), Enzo.person(), school::Role::Pupil, None).await.unwrap();
        tx.commit().await.unwrap();
        let page = helene.get(&rentree("/eleves?liste=sans-classe")).await;
        assert!(page.says("Enzo RIVES") && !page.says("Zoé"), "{}", page.text());
        let helene = in_august(app).await;
        assert_eq!(open(&helene).await.status, 303);
        let new = class(app, CE1).await;
        let seats = "select count(*) as n from member where circle_id = $1 and role = 'pupil'";
        assert_eq!(count(app, seats, args![new]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_no_class_once_the_year_is_open_is_given_one() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        let mut tx = app.write().await;
        circle::seat(&mut tx, Tilleuls.pupils(), Enzo.person(), school::Role::Pupil, None).await.unwrap();
        tx.commit().await.unwrap();
        let helene = in_august(app).await;
        open(&helene).await;
        let page = helene.get(&rentree("")).await;
        assert!(page.says("1 élève n’a pas encore de classe."), "{}", page.text());
        let list = page.link("Placer les élèves sans classe").unwrap();
        let page = helene.get(&list).await;
        assert!(page.says("Enzo RIVES") && !page.says("Zoé") && !page.has("[name=niveau]"), "{}", page.text());
        let (enzo, zoe) = (Enzo.person().to_string(), Zoe.person().to_string());
        let to = class(app, CE2_CM1).await.to_string();
        for elsewhere in ["departs", "sans-classe", "01970000000070008000000000009999"] {
            let typed = [("liste", "sans-classe"), ("eleves", enzo.as_str()), ("vers", elsewhere)];
            assert_eq!(helene.post(&rentree("/eleves"), &typed).await.status, 404, "{elsewhere}");
        }
        // Zoé has a class already, and stays there.
        let typed = [("eleves", enzo.as_str()), ("eleves", zoe.as_str()), ("vers", to.as_str())];
        let page = helene.post_then(&rentree("/eleves"), &typed).await;
        assert!(page.says("1 élève placé.") && page.says("Aucun élève ici."), "{}", page.text());
        assert!(classes(app, Enzo).await.contains(&CE2_CM1.to_owned()));
        assert_eq!(classes(app, Zoe).await, [CE1]);
        assert_eq!(helene.get(&rentree("")).await.link("Placer les élèves sans classe"), None);
        let audited = "select count(*) as n from audit where action = 'pupil-seated' and subject = $1";
        assert_eq!(count(app, audited, args![enzo.as_str()]).await, 1);
        // Undone and opened again, he is still there.
        helene.post(&rentree("/annulation"), &[]).await;
        assert!(!classes(app, Enzo).await.contains(&CE2_CM1.to_owned()));
        app.wait(3600);
        open(&helene).await;
        assert!(classes(app, Enzo).await.contains(&CE2_CM1.to_owned()));
    })
    .await;
}

#[tokio::test]
async fn where_the_directory_came_first_only_teachers_are_attached() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        let helene = in_august(app).await;
        let new = circle::NewCircle {
            school: Tilleuls.id(),
            academy: "16",
            kind: CircleKind::Class,
            year: 2027,
            key: "880101",
            of_circle: None,
            name: "CE1 DE M ROUX",
            families: None,
        };
        let mut tx = app.write().await;
        let delivered = circle::open(&mut tx, &new).await.unwrap();
        tx.commit().await.unwrap();
        let page = helene.get(&rentree("/ouverture")).await;
        assert!(page.says("L’annuaire a déjà apporté 1 classe de cette année"), "{}", page.text());
        assert_eq!(open(&helene).await.status, 303);
        let taught = "select count(*) as n from member where circle_id = $1 and person_id = $2 and role = 'teacher'";
        assert_eq!(count(app, taught, args![delivered, Thomas.person()]).await, 1);
        let made = "select count(*) as n from circle where year = 2027 and key like '%hand:%'";
        assert_eq!(count(app, made, &[]).await, 0);
        assert!(classes(app, Zoe).await.contains(&"CP de M. Roux".to_owned()));
        let page = helene.get(&rentree("")).await;
        assert!(!page.says("Annuler l’ouverture"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn nothing_shared_with_the_classes_before_is_lost_and_nobody_is_left_in_two() {
    on_both(SERVICES, async |app| {
        crate::archive::kept(app, Cp, "La mare").await;
        let shares = "select count(*) as n from share";
        let before = count(app, shares, &[]).await;
        let helene = prepared(app).await;
        let tom = Tom.person().to_string();
        let class = draft_class(&helene, CE1).await;
        helene.post(&rentree("/eleves"), &[("eleves", tom.as_str()), ("vers", class.as_str())]).await;
        let helene = in_august(app).await;
        open(&helene).await;
        assert_eq!(count(app, shares, &[]).await, before);
        assert_eq!(classes(app, Tom).await, [CE1]);
        // Each old seat is still told by its row.
        let old = "select count(*) as n from member where circle_id in ($1, $2) and until is null";
        assert_eq!(count(app, old, args![Cp.id(), Ce.id()]).await, 5);
    })
    .await;
}
