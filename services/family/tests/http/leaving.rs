//! What is kept of somebody: a copy of it, and its end.

use crate::{LUCETTE, SERVICES, accepted_anew, assert_leads, count, invited, readers_of};
use testkit::{Who::*, on_both};
use web::personal::{Leaver, Subject};

const KEPT: &str = "select (select count(*) from family_contact) + (select count(*) from family_invitation) \
     + (select count(*) from reader) as n";

#[tokio::test]
async fn a_copy_holds_what_a_parent_gave_and_whom_they_invited() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let fields = [("telephone", "06 11 22 33 44"), ("langue", "fr"), ("montre", "team")];
        assert_leads(&claire.post("/foyer/coordonnees", &fields).await, "/foyer");
        assert_leads(&claire.post(&readers_of(Zoe), &LUCETTE).await, "/foyer");
        for (who, parts) in [(Claire, 2), (Paul, 0)] {
            let subject =
                Subject { people: vec![who.person()], account: Some(who.account()), own: true, by_guardian: false };
            let found = (family::SERVICE.personal_data)(&mut app.read().await, &subject).await.unwrap();
            assert_eq!(found.len(), parts, "{who:?}");
            assert!(found.iter().all(|part| part.rows.iter().all(|row| row.len() == part.columns.len())));
        }
    })
    .await;
}

#[tokio::test]
async fn a_child_erased_leaves_no_reader() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let link = invited(app, Claire).await;
        assert_eq!(accepted_anew(app, &link).await.status, 200);
        let fields = [("telephone", "06 11 22 33 44"), ("langue", "fr"), ("montre", "team")];
        assert_leads(&app.by(Claire).await.post("/foyer/coordonnees", &fields).await, "/foyer");
        assert_eq!(count(app, KEPT, &[]).await, 3);
        for (who, erased, left) in [(Zoe, 2, 1), (Claire, 1, 0)] {
            let leaver = Leaver { people: vec![who.person()], account: None, contributions_stay: true };
            let mut tx = app.write().await;
            assert_eq!((family::SERVICE.erase)(&mut tx, &leaver).await.unwrap(), erased, "{who:?}");
            tx.commit().await.unwrap();
            assert_eq!(count(app, KEPT, &[]).await, left, "{who:?}");
        }
    })
    .await;
}
