//! A pupil no delivery knows leaves, and comes back, when the head says so.

use crate::{SERVICES, change, count, night};
use db::args;
use school::{
    PersonId, PersonKind, Source,
    person::{NewPerson, enter},
};
use testkit::{App, Place::Tilleuls, Who::*, on_both};

fn departures() -> String {
    format!("/ecoles/{}/departs", Tilleuls.id())
}

/// Inès Duval came by ONDE with her mother Nora, who has no other child.
async fn ines(app: &App) -> (PersonId, PersonId) {
    let mut tx = app.write().await;
    let child = NewPerson::named(PersonKind::Pupil, Source::Onde, "16", ("Inès", "DUVAL"));
    let child = enter(&mut tx, &child).await.unwrap();
    let adult = NewPerson::named(PersonKind::Guardian, Source::Onde, "16", ("Nora", "DUVAL"));
    let adult = enter(&mut tx, &adult).await.unwrap();
    let now = tx.now();
    tx.change(
        "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'pupil', 'onde', $3)",
        args![Tilleuls.pupils(), child, now],
    )
    .await
    .unwrap();
    tx.change(
        "insert into guardianship (child_id, adult_id, relation, position, source, since) \
         values ($1, $2, 10, 1, 'onde', $3)",
        args![child, adult, now],
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    (child, adult)
}

async fn people_gone(app: &App) -> i64 {
    count(app, "select count(*) as n from person where last_name = 'DUVAL' and gone_at is not null", &[]).await
}

#[tokio::test]
async fn a_pupil_leaves_and_the_parent_too_then_both_come_back() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (child, adult) = ines(app).await;
        let helene = app.by(Helene).await;
        let id = child.to_string();
        let fields = [("eleve", id.as_str()), ("jour", "2026-10-01"), ("destination", "Lisbonne")];
        let page = helene.post_then(&departures(), &fields).await;
        assert!(
            page.says("Le départ est noté : Inès DUVAL.") && page.says("Destination : Lisbonne"),
            "{}",
            page.text()
        );
        assert_eq!(people_gone(app).await, 2);
        let noted = "select count(*) as n from departure where person_id in ($1, $2) and by_hand = true";
        assert_eq!(count(app, noted, args![child, adult]).await, 2);
        app.at("2026-10-15T10:00");
        let helene = app.by(Helene).await;
        let page = helene.post_then(&format!("{}/{child}/retour", departures()), &[]).await;
        assert!(
            page.says("Inès DUVAL est de retour") && page.says("Personne n’est en train de partir."),
            "{}",
            page.text()
        );
        assert_eq!(people_gone(app).await, 0);
        let seated = "select count(*) as n from member where person_id = $1 and until is null";
        assert_eq!(count(app, seated, args![child]).await, 1);
        assert_eq!(count(app, "select count(*) as n from departure", &[]).await, 0);
        let audited = "select count(*) as n from audit where action in ('person-left', 'person-came-back')";
        assert_eq!(count(app, audited, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_parent_with_another_child_here_does_not_leave() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (child, adult) = ines(app).await;
        let tie = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
                   values ($1, $2, 10, 3, 'onde', 0)";
        change(app, tie, args![Zoe.person(), adult]).await;
        let id = child.to_string();
        app.by(Helene).await.post(&departures(), &[("eleve", id.as_str()), ("jour", "2026-10-01")]).await;
        assert_eq!(people_gone(app).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_departure_is_announced_then_comes_or_is_given_up() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let (child, _) = ines(app).await;
        let id = child.to_string();
        let fields = [("eleve", id.as_str()), ("jour", "2026-10-16"), ("destination", "Auch")];
        let helene = app.by(Helene).await;
        let page = helene.post_then(&departures(), &fields).await;
        assert!(
            page.says("Inès DUVAL, le 16 octobre 2026") && page.says("Part le 16 octobre 2026."),
            "{}",
            page.text()
        );
        let page = helene.post_then(&format!("{}/{child}/retour", departures()), &[]).await;
        assert!(page.says("Le départ annoncé est annulé."), "{}", page.text());
        helene.post(&departures(), &fields).await;
        night(app, "2026-10-15T03:00").await;
        assert_eq!(people_gone(app).await, 0);
        night(app, "2026-10-16T03:00").await;
        assert_eq!(people_gone(app).await, 2);
        let page = app.by(Helene).await.get(&departures()).await;
        assert!(page.says("Destination : Auch") && page.says("N’a jamais ouvert de compte."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_comes_back_as_it_was_typed() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        ines(app).await;
        let zoe = Zoe.person().to_string();
        let helene = app.by(Helene).await;
        // Zoé comes by the académie: its deliveries say when she leaves.
        let fields = [("eleve", zoe.as_str()), ("jour", "bientôt"), ("destination", "Lisbonne")];
        let page = helene.post(&departures(), &fields).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Choisissez un élève de la liste.") && page.says("Donnez un jour"), "{}", page.text());
        assert_eq!(page.attributes("input[name=destination]", "value"), ["Lisbonne"]);
        let stranger = format!("{}/{zoe}/retour", departures());
        assert_eq!(helene.post(&stranger, &[]).await.status, 404);
    })
    .await;
}
