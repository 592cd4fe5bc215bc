//! A mot changed after a child left its school: nothing new reaches the family through that child.

use crate::{SERVICES, change, count, form, notices, reply, sent, sign, step};
use db::args;
use school::{
    PersonKind, Role, Source, account, circle,
    person::{NewPerson, enter},
};
use testkit::{
    App,
    Classroom::{Ce, Cm, Cp},
    Who::{self, *},
    mot_to_zoe_and_lina, on_both,
};

const AGAIN: (&str, &str) = ("revision", "ask-again");
const LAKE: (&str, &str) = ("title", "Sortie au lac");
const PDF: &[u8] = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n";

/// A child leaves for a class of another school.
async fn moves(app: &App, child: Who) {
    app.leaves(child).await;
    app.comes(child, Cm).await;
    app.wait(60);
}

async fn write_to(app: &App, who: Who, email: &str) {
    let mut tx = app.write().await;
    account::set_email(&mut tx, who.account(), Some(email)).await.unwrap();
    tx.commit().await.unwrap();
}

/// What waits to leave for somebody.
async fn waiting(app: &App, who: Who) -> i64 {
    let sql = "select count(*) as n from outing where account_id = $1 and state = 'waiting'";
    count(app, sql, args![who.account()]).await
}

#[tokio::test]
async fn the_family_of_a_child_who_left_is_not_asked_again() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        for (who, email) in [(Claire, "claire@example.org"), (Samia, "samia@example.org")] {
            write_to(app, who, email).await;
        }
        let mot = mot_to_zoe_and_lina(app, "sign").await;
        sign(app, Claire, &mot, Zoe).await;
        sign(app, Samia, &mot, Lina).await;
        app.at("2026-10-05T10:00");
        moves(app, Zoe).await;
        let lina = Lina.person().to_string();
        let changes = [AGAIN, LAKE, ("whole", "some"), ("children", lina.as_str())];
        assert_eq!(change(&app.by(Thomas).await, &mot, &changes).await.status, 303);
        for (who, told) in [(Claire, 0), (Samia, 1)] {
            assert_eq!(notices(app, who, "liaison.asked-again").await, told, "{who:?}");
            assert_eq!(waiting(app, who).await, told, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_sibling_who_stays_shows_nothing_new_of_a_mot_for_the_one_who_left() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        app.comes(Zoe, Ce).await;
        let (tom, zoe) = (Tom.person().to_string(), Zoe.person().to_string());
        let chosen = [("whole", "some"), ("children", tom.as_str()), ("children", zoe.as_str())];
        let mot = sent(app, Helene, Ce, &chosen).await;
        app.at("2026-10-05T10:00");
        moves(app, Tom).await;
        let changes = [LAKE, ("whole", "some"), ("children", zoe.as_str())];
        assert_eq!(change(&app.by(Helene).await, &mot, &changes).await.status, 303);
        // Lina, the sister, is still in the class.
        let samia = app.by(Samia).await;
        for path in [mot.as_str(), "/carnet"] {
            let page = samia.get(path).await;
            assert!(page.says("Sortie à la ferme") && !page.says("au lac"), "{path}: {}", page.text());
        }
        assert_eq!(reply(app, Samia, &mot, Tom, "").await.status, 403);
        assert!(app.by(Helene).await.get(&mot).await.says("Sortie au lac"));
    })
    .await;
}

#[tokio::test]
async fn a_child_gone_before_the_hour_never_had_the_mot() {
    on_both(SERVICES, async |app| {
        // A Saturday: it is delivered on Monday.
        app.at("2026-10-03T10:00");
        let mot = mot_to_zoe_and_lina(app, "sign").await;
        app.at("2026-10-04T10:00");
        moves(app, Zoe).await;
        app.at("2026-10-05T11:00");
        let claire = app.by(Claire).await;
        assert_eq!(claire.get(&mot).await.status, 404);
        assert!(!claire.get("/carnet").await.says("Sortie à la ferme"));
        assert_eq!(app.by(Samia).await.get(&mot).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_file_replaced_after_the_departure_is_not_served_under_its_old_name() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        app.comes(Lina, Cp).await;
        let thomas = app.by(Thomas).await;
        let files = [("fichiers", "liste.pdf", PDF), ("fichiers", "plan.pdf", PDF)];
        let mot = thomas.upload(&Cp.path("/mots"), &form(&[]), &files).await.location().unwrap();
        crate::send(&thomas, &mot).await;
        let shown = files_of(app, Claire, &mot).await;
        let [_, plan] = shown.as_slice() else { panic!("{shown:?}") };
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.wait(60);
        let edition = thomas.get(&step(&mot, "modifier")).await.attributes("input[name=edition]", "value").concat();
        let kept = format!("piece:{}", plan.rsplit('/').next().unwrap());
        let fields = form(&[("edition", edition.as_str()), ("pieces", kept.as_str())]);
        assert_eq!(thomas.upload(&mot, &fields, &[("fichiers", "liste.pdf", PDF)]).await.status, 303);
        let now = files_of(app, Thomas, &mot).await;
        let newer = now.iter().find(|it| !shown.contains(it)).unwrap();
        let claire = app.by(Claire).await;
        assert_eq!(files_of(app, Claire, &mot).await, [plan.as_str()]);
        assert_eq!((claire.get(plan).await.status, claire.get(newer).await.status), (200, 404));
        assert_eq!(thomas.get(newer).await.status, 200);
    })
    .await;
}

/// The addresses of the files the page of a mot leads to, each once.
async fn files_of(app: &App, who: Who, mot: &str) -> Vec<String> {
    let mut files = app.by(who).await.get(mot).await.attributes("a[href*='/pieces/']", "href");
    files.dedup();
    files
}

#[tokio::test]
async fn once_a_double_is_resolved_the_family_still_answers() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mot = sent(app, Thomas, Cp, &[]).await;
        let mut tx = app.write().await;
        let named = NewPerson::named(PersonKind::Pupil, Source::Aaf, "16", ("Zoé", "MARTY"));
        let kept = enter(&mut tx, &named).await.unwrap();
        let (zoe, now) = (Zoe.person(), tx.now());
        let merged = "update person set merged_into = $2, gone_at = $3 where id = $1";
        tx.change(merged, args![zoe, kept, now]).await.unwrap();
        tx.change("update member set until = $2 where person_id = $1", args![zoe, now]).await.unwrap();
        tx.change("update guardianship set child_id = $2 where child_id = $1", args![zoe, kept]).await.unwrap();
        circle::seat(&mut tx, Cp.id(), kept, Role::Pupil, None).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        sign(app, Claire, &mot, Zoe).await;
    })
    .await;
}
