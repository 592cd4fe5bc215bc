//! Where accounts are handed over: in a class of now, and in no group that somebody made.

use crate::SERVICES;
use db::args;
use school::{
    CircleId, CircleKind, Role, School,
    circle::{self, NewCircle},
};
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who, Who::*, on_both};

/// The pages of a circle by which somebody comes in as another.
fn pages(circle: CircleId) -> [String; 3] {
    let path = format!("/classes/{circle}");
    [format!("{path}/fiches"), format!("{path}/comptes"), format!("{path}/comptes/{}/mot-de-passe", Claire.person())]
}

async fn answers(app: &App, circle: CircleId, status: u16, people: &[Who]) {
    for who in people {
        let client = app.by(*who).await;
        for path in pages(circle) {
            let page = client.get(&path).await;
            assert_eq!(page.status, status, "{path} to {who:?}: {}", page.text());
        }
    }
}

#[tokio::test]
async fn a_class_that_is_over_hands_over_nobodys_account() {
    on_both(SERVICES, async |app| {
        answers(app, Cp.id(), 200, &[Thomas, Helene]).await;
        let mut tx = app.write().await;
        circle::close(&mut tx, Cp.id()).await.unwrap();
        tx.commit().await.unwrap();
        // Its pupils may be in other schools by now.
        answers(app, Cp.id(), 404, &[Thomas, Helene]).await;
        let given = app.by(Helene).await.post(&pages(Cp.id())[2], &[]).await;
        assert_eq!(given.status, 404, "{}", given.text());
    })
    .await;
}

#[tokio::test]
async fn a_group_somebody_made_hands_over_nobodys_account() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        let school = School::load(&mut tx, Tilleuls.id()).await.unwrap();
        let new = NewCircle {
            school: school.id,
            academy: &school.academy,
            kind: CircleKind::Group,
            year: 2026,
            key: "hand:chorale",
            of_circle: None,
            name: "Chorale",
            families: Some("Familles de la chorale"),
        };
        let group = circle::open(&mut tx, &new).await.unwrap();
        for (who, role) in [(Thomas, Role::Teacher), (Zoe, Role::Pupil), (Enzo, Role::Pupil)] {
            circle::seat(&mut tx, group, who.person(), role, None).await.unwrap();
        }
        tx.commit().await.unwrap();
        answers(app, group, 404, &[Thomas, Helene]).await;
        for path in pages(group) {
            let answer = app.by(Thomas).await.post(&path, &[]).await;
            assert!(matches!(answer.status, 404 | 405), "{path}: {}", answer.text());
        }
        // The directory says who is in its own.
        let mut tx = app.write().await;
        tx.change("update circle set key = '0310001H-CHORALE' where id = $1", args![group]).await.unwrap();
        tx.commit().await.unwrap();
        answers(app, group, 200, &[Thomas, Helene]).await;
    })
    .await;
}
