//! Who sees how far accounts are: the teacher of the class, deputies, the head; nobody else.

use crate::{SERVICES, steps::change, strangers::behind_the_door};
use db::args;
use testkit::{
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who,
    Who::*,
    on_both, strangers_find_nothing,
};

fn school() -> String {
    format!("/ecoles/{}/comptes", Tilleuls.id())
}

#[tokio::test]
async fn accounts_are_found_by_those_in_charge_alone() {
    on_both(SERVICES, async |app| {
        let mut addresses = behind_the_door();
        addresses.retain(|(_, path)| path.contains("/comptes"));
        assert_eq!(addresses.len(), 14);
        let others = [Zoe, Tom, Claire, Paul, Samia, Karim, Rose, Agnes];
        let everybody: Vec<Who> = others.into_iter().chain(Who::STRANGERS).collect();
        strangers_find_nothing(app, &addresses, &everybody).await;
        // A teacher looks after the class, not after colleagues.
        let whole: Vec<_> = addresses.iter().filter(|(_, path)| path.starts_with("/ecoles")).cloned().collect();
        strangers_find_nothing(app, &whole, &[Thomas]).await;
        // Who runs accounts over a territory renews many at once, and sees nobody by name.
        let named: Vec<_> = addresses.iter().filter(|(_, path)| !path.ends_with("/renouveler")).cloned().collect();
        strangers_find_nothing(app, &named, &[Adelaide]).await;
        assert_eq!(app.by(Adelaide).await.get(&format!("{}/renouveler", school())).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_teacher_has_the_class_and_a_head_every_one() {
    on_both(SERVICES, async |app| {
        let teacher = app.by(Thomas).await;
        assert_eq!(teacher.get(&Cp.path("/comptes")).await.status, 200);
        assert_eq!(teacher.get(&Ce.path("/comptes")).await.status, 404);
        let head = app.by(Helene).await;
        for path in [Cp.path("/comptes"), Ce.path("/comptes"), school()] {
            assert_eq!(head.get(&path).await.status, 200, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_deputy_has_every_class_and_not_the_team() {
    on_both(SERVICES, async |app| {
        let deputy =
            "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'deputy', 'hand', 0)";
        change(app, deputy, args![Tilleuls.staff(), Rose.person()]).await;
        let rose = app.by(Rose).await;
        for path in [Cp.path("/comptes"), Ce.path("/comptes")] {
            assert_eq!(rose.get(&path).await.status, 200, "{path}");
        }
        for path in [school(), format!("{}/renouveler", school())] {
            assert_eq!(rose.get(&path).await.status, 404, "{path}");
        }
    })
    .await;
}
