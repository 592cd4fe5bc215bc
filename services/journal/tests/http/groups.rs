//! The journal of a group of two schools: for those who sit in it whatever their school, and for nobody else of either.

use crate::{SERVICES, answers, count, form, notices, publish, step};
use commons::{
    image_right::{self, Answer, Purpose, Respondent},
    report,
};
use db::args;
use school::{CircleId, Role, Viewer, circle};
use testkit::{
    App,
    Classroom::{Ce, Cm},
    Client,
    Place::{self, JulesVerne, Tilleuls},
    Who::{self, *},
    chess, on_both, photograph,
};

/// Those of the group: two pupils of two schools and their families, its teachers, the head of the school that holds it.
const INSIDE: [Who; 8] = [Tom, Enzo, Samia, Karim, Perrine, Thomas, Thea, Helene];
/// Everybody else: a pupil of the same class as Tom, other classes and their families, the team of the school, the head of the
/// other school.
const OUTSIDE: [Who; 8] = [Lina, Zoe, Claire, Paul, Rose, Agnes, Hector, Adelaide];
/// What a pupil sends to be read over.
const SENT: [(&str, &str); 3] = [("title", "Mon mat"), ("body", "En trois coups."), ("suite", "relecture")];

/// A page of the group.
fn of(group: CircleId, rest: &str) -> String {
    format!("/classes/{group}{rest}")
}

/// Writes a post in the journal of the group; answers its address.
async fn written(client: &Client<'_>, group: CircleId, fields: &[(&str, &str)]) -> String {
    let answer = client.upload(&of(group, "/billets"), fields, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer.location().unwrap()
}

/// Writes a post in the journal of the group and publishes it; answers its address.
async fn published(client: &Client<'_>, group: CircleId, fields: &[(&str, &str)]) -> String {
    let post = written(client, group, fields).await;
    publish(client, &post).await;
    post
}

/// Somebody as loaders see them.
async fn viewer(app: &App, who: Who) -> Viewer {
    Viewer::load(&mut app.read().await, who.account()).await.unwrap()
}

#[tokio::test]
async fn a_post_of_a_group_of_two_schools_is_read_there_and_by_nobody_else() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let post = published(&app.by(Thea).await, group, &form(&[])).await;
        answers(app, &post, 200, &INSIDE).await;
        answers(app, &post, 404, &OUTSIDE).await;
        for who in INSIDE {
            let journal = app.by(who).await.get(&of(group, "/journal")).await;
            assert!(journal.says("Journal du groupe Échecs"), "{who:?}: {}", journal.text());
            assert_eq!(journal.texts(".card-title"), ["La mare"], "{who:?}");
        }
        for path in ["/journal", "/billets", "/billets/nouveau"] {
            answers(app, &of(group, path), 404, &OUTSIDE).await;
        }
        // A seat in the group opens no class of the other school.
        answers(app, &Ce.path("/journal"), 404, &[Thea, Enzo, Perrine]).await;
        answers(app, &Cm.path("/journal"), 404, &[Thomas, Tom, Samia, Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn the_list_of_journals_has_the_class_first_then_the_groups() {
    on_both(SERVICES, async |app| {
        chess(app).await;
        for (who, names) in [
            (Tom, vec!["CE1-CE2 de Mme Vidal", "Échecs"]),
            (Perrine, vec!["CM1 de Mme Carrère", "Échecs"]),
            (Thea, vec!["CM1 de Mme Carrère", "Échecs"]),
            (Thomas, vec!["CP de M. Roux", "Échecs"]),
            (Helene, vec!["CE1-CE2 de Mme Vidal", "CP de M. Roux", "Échecs"]),
        ] {
            assert_eq!(app.by(who).await.get("/journal").await.texts(".row-title"), names, "{who:?}");
        }
        // One class alone: the list leads there.
        for (who, class) in [(Lina, Ce), (Hector, Cm)] {
            assert_eq!(app.by(who).await.get("/journal").await.location(), Some(class.path("/journal")), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_pupil_writes_in_a_group_waits_for_its_teachers_whatever_their_school() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let enzo = app.by(Enzo).await;
        let post = written(&enzo, group, &SENT).await;
        let page = enzo.get(&post).await;
        assert_eq!(page.texts(".audience-chip"), ["L’auteur et l’équipe du groupe"]);
        for (who, told) in [(Thomas, 1), (Thea, 1), (Helene, 0), (Hector, 0)] {
            assert_eq!(notices(app, who, "journal.submitted").await, told, "{who:?}");
        }
        for (who, waiting) in [(Thomas, 1), (Thea, 1), (Helene, 1), (Hector, 0), (Enzo, 0)] {
            let viewer = viewer(app, who).await;
            let queue = (journal::SERVICE.to_review)(&mut app.read().await, &viewer).await.unwrap();
            assert_eq!(queue.len(), waiting, "{who:?}");
        }
        answers(app, &post, 404, &[Hector, Tom, Perrine]).await;
        publish(&app.by(Thea).await, &post).await;
        answers(app, &post, 200, &INSIDE).await;
    })
    .await;
}

#[tokio::test]
async fn who_will_see_names_the_families_of_both_schools_to_those_in_charge() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let thomas = app.by(Thomas).await;
        let form_page = thomas.get(&of(group, "/billets/nouveau")).await;
        assert!(form_page.says("Les familles du groupe") && !form_page.says("Les familles de la classe"));
        let post = written(&thomas, group, &form(&[])).await;
        let panel = thomas.get(&step(&post, "publication")).await;
        assert_eq!(panel.texts(".audience-chip"), ["Le groupe et ses familles · 2 élèves, 2 familles"]);
        assert!(panel.says("Perrine RIVES") && panel.says("Équipe du groupe"), "{}", panel.text());
        assert!(panel.texts(".sees-who dd").contains(&"Hélène VIDAL".to_owned()), "{}", panel.text());
        assert!(!panel.says("Hector"), "{}", panel.text());
        for (who, status) in [(Tom, 404), (Perrine, 404), (Hector, 404), (Thea, 404)] {
            // The draft of an adult is nobody else's business.
            assert_eq!(app.by(who).await.get(&step(&post, "publication")).await.status, status, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_refusal_given_in_the_other_school_is_named_before_photographs_are_published() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let perrine = viewer(app, Perrine).await;
        let mut tx = app.write().await;
        let of_enzo = Respondent { school: JulesVerne.id(), year: 2026, child: Enzo.person(), adult: Perrine.person() };
        image_right::answer(&mut tx, &perrine, &of_enzo, Purpose::Class, Answer::No, None).await.unwrap();
        tx.commit().await.unwrap();
        let thomas = app.by(Thomas).await;
        let photo = photograph::jpeg(64, 48);
        let photos = [("photos", "echiquier.jpg", photo.as_slice())];
        let post = thomas.upload(&of(group, "/billets"), &form(&[("alt", "L’échiquier")]), &photos).await;
        let post = post.location().unwrap();
        let panel = thomas.get(&step(&post, "publication")).await;
        assert!(panel.texts("main ul li").contains(&"Enzo RIVES".to_owned()), "{}", panel.text());
        assert_eq!(thomas.post(&step(&post, "publication"), &[]).await.status, 422);
        let page = thomas.post_then(&step(&post, "publication"), &[("verified", "on")]).await;
        assert_eq!(page.texts(".status"), ["Publié"]);
    })
    .await;
}

/// An adult allows the image of a child in the journal, when its question was worded so.
async fn allow(app: &App, who: Who, child: Who, school: Place, wording: i64) {
    let adult = viewer(app, who).await;
    let of = Respondent { school: school.id(), year: 2026, child: child.person(), adult: who.person() };
    let worded = "update image_right set wording = $3 where child_id = $1 and adult_id = $2";
    let mut tx = app.write().await;
    image_right::answer(&mut tx, &adult, &of, Purpose::Class, Answer::Yes, None).await.unwrap();
    tx.change(worded, args![child.person(), who.person(), wording]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_yes_given_for_the_class_alone_is_none_for_a_group_of_two_schools() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let thomas = app.by(Thomas).await;
        let photo = photograph::jpeg(64, 48);
        let photos = [("photos", "echiquier.jpg", photo.as_slice())];
        let post = thomas.upload(&of(group, "/billets"), &form(&[("alt", "L’échiquier")]), &photos).await;
        let publication = step(&post.location().unwrap(), "publication");
        let named = async || {
            let mut named = thomas.get(&publication).await.texts("main ul li");
            named.retain(|it| it.ends_with(", sans accord de tous ses responsables"));
            named.iter().filter_map(|it| it.split(',').next().map(str::to_owned)).collect::<Vec<String>>()
        };
        assert_eq!(named().await, ["Tom BENALI", "Enzo RIVES"], "nobody answered");
        allow(app, Perrine, Enzo, JulesVerne, 2).await;
        for who in [Samia, Karim] {
            allow(app, who, Tom, Tilleuls, 1).await;
        }
        assert_eq!(named().await, ["Tom BENALI"], "for the class alone");
        assert_eq!(thomas.post(&publication, &[]).await.status, 422);
        allow(app, Samia, Tom, Tilleuls, 2).await;
        assert_eq!(named().await, ["Tom BENALI"], "one adult of two");
        allow(app, Karim, Tom, Tilleuls, 2).await;
        assert!(named().await.is_empty());
        assert_eq!(thomas.post_then(&publication, &[]).await.texts(".status"), ["Publié"]);
    })
    .await;
}

#[tokio::test]
async fn comments_and_reports_go_to_the_teachers_of_the_group_and_the_head_who_holds_it() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let post = published(&app.by(Thomas).await, group, &form(&[("comments", "on")])).await;
        let said = app.by(Perrine).await.post_then(&step(&post, "commentaires"), &[("comment", "Bravo !")]).await;
        assert!(said.says("Il sera visible après relecture."), "{}", said.text());
        let raised = app.by(Enzo).await.post_then(&step(&post, "signalement"), &[("reason", "On me voit.")]).await;
        assert!(raised.says("Tes enseignants sont prévenus."), "{}", raised.text());
        let raised = app.by(Perrine).await.post_then(&step(&post, "signalement"), &[("reason", "On le voit.")]).await;
        assert!(raised.says("La direction et les enseignants sont prévenus."), "{}", raised.text());
        for (who, comments, reports) in [(Thomas, 1, 1), (Thea, 1, 1), (Helene, 0, 1), (Hector, 0, 0)] {
            assert_eq!(notices(app, who, "journal.commented").await, comments, "{who:?}");
            assert_eq!(notices(app, who, "journal.reported").await, reports, "{who:?}");
        }
        for (who, queued) in [(Thomas, 2), (Thea, 2), (Helene, 2), (Hector, 0), (Rose, 0)] {
            let viewer = viewer(app, who).await;
            let queue = report::queue(&mut app.read().await, &viewer).await.unwrap();
            assert_eq!(queue.len(), queued, "{who:?}");
        }
        let settled = app.by(Thea).await.post_then(&step(&post, "signalement/classement"), &[]).await;
        assert!(settled.says("Les signalements sont classés."), "{}", settled.text());
        let open = "select count(*) as n from thing_report where settled_at is null";
        assert_eq!(count(app, open, &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_head_of_the_other_school_reads_when_seated_in_the_group_and_looks_after_nothing() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let post = published(&app.by(Thomas).await, group, &form(&[])).await;
        answers(app, &post, 404, &[Hector]).await;
        let mut tx = app.write().await;
        circle::seat(&mut tx, group, Hector.person(), Role::Guest, None).await.unwrap();
        tx.commit().await.unwrap();
        answers(app, &post, 200, &[Hector]).await;
        let hector = app.by(Hector).await;
        let journal = hector.get(&of(group, "/journal")).await;
        assert_eq!((journal.status, journal.link("Publier dans le journal")), (200, None));
        assert_eq!(hector.get(&of(group, "/billets/nouveau")).await.status, 403);
        for noun in ["modifier", "publication", "retrait"] {
            assert_eq!(hector.get(&step(&post, noun)).await.status, 403, "{noun}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_school_that_closed_the_journal_to_its_pupils_closes_it_to_those_in_a_group_of_another() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let post = published(&app.by(Thomas).await, group, &form(&[])).await;
        let mut tx = app.write().await;
        let sql = "update school set closed = 'journal:pupil' where id = $1";
        tx.change(sql, args![JulesVerne.id()]).await.unwrap();
        tx.commit().await.unwrap();
        for path in [&post, &of(group, "/journal")] {
            answers(app, path, 404, &[Enzo]).await;
            answers(app, path, 200, &[Tom, Perrine, Thea]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_group_that_is_over_is_read_by_those_who_sat_there_and_written_by_nobody() {
    on_both(SERVICES, async |app| {
        let group = chess(app).await;
        let post = published(&app.by(Thomas).await, group, &form(&[])).await;
        app.wait(60);
        let mut tx = app.write().await;
        circle::close(&mut tx, group).await.unwrap();
        tx.commit().await.unwrap();
        app.wait(60);
        answers(app, &post, 200, &INSIDE).await;
        answers(app, &post, 404, &OUTSIDE).await;
        let archive = app.by(Enzo).await.get(&post).await.link("Revenir au groupe terminé");
        assert_eq!(archive, Some(format!("/annees/{group}")));
        answers(app, &of(group, "/journal"), 404, &[Tom, Enzo, Samia, Perrine, Thomas, Thea, Hector]).await;
        let helene = app.by(Helene).await;
        let journal = helene.get(&of(group, "/journal")).await;
        assert_eq!((journal.status, journal.link("Publier dans le journal")), (200, None));
        assert_eq!(helene.get(&of(group, "/billets/nouveau")).await.status, 403);
        assert_eq!(helene.upload(&of(group, "/billets"), &form(&[]), &[]).await.status, 403);
        // Each child reads it while sitting in the school of then, the other one too.
        app.at("2028-03-06T10:00");
        answers(app, &post, 200, &[Tom, Enzo, Samia, Perrine]).await;
    })
    .await;
}
