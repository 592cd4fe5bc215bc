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
async fn a_deputy_has_every_class_and_the_school_but_no_account_of_a_head() {
    on_both(SERVICES, async |app| {
        let deputy =
            "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'deputy', 'hand', 0)";
        change(app, deputy, args![Tilleuls.staff(), Rose.person()]).await;
        let rose = app.by(Rose).await;
        let sheets = format!("/ecoles/{}/fiches", Tilleuls.id());
        for path in [Cp.path("/comptes"), Ce.path("/comptes"), school(), sheets.clone()] {
            assert_eq!(rose.get(&path).await.status, 200, "{path}");
        }
        // What closes an account, or renews many, stays with the head: neither the page nor what leads to it.
        let team = rose.get(&school()).await;
        assert_eq!(team.texts("ul.rows .row-title label"), ["Rose CALMETTE", "Agnès PUJOL", "Thomas ROUX"]);
        let closing = format!("{}/{}/blocage", school(), Thomas.person());
        let renewing = format!("{}/renouveler", school());
        assert!(!team.html().contains(&closing) && !team.html().contains(&renewing));
        for path in [closing, renewing] {
            assert_eq!(rose.get(&path).await.status, 404, "{path}");
        }
        // The head is in no list of a deputy, whatever is asked.
        assert!(!rose.get(&sheets).await.says("Hélène VIDAL"));
        let head = Helene.person().to_string();
        let printed = rose.post(&format!("{}/impression", school()), &[("seul", head.as_str())]).await;
        assert_eq!(printed.status, 303, "nobody is chosen");
        assert_eq!(rose.post(&format!("{sheets}/{head}/code"), &[]).await.status, 404);
        // A colleague who lost everything gets a new code.
        let code = format!("{sheets}/{}/code", Thomas.person());
        assert_eq!(rose.post(&code, &[]).await.status, 303);
    })
    .await;
}
