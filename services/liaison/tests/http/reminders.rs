//! Reminders planned by the author, by the clock, and the letter that is only read.

use crate::{SERVICES, change, count, notices, sent, sign};
use commons::ThingId;
use db::args;
use testkit::{App, Classroom::Cp, Who::*, on_both};
use web::Bearer;

const BOTH: [(&str, &str); 3] = [("due", "2026-10-08"), ("reminders", "both"), ("acts", "each")];

/// Tells at an hour how often Claire and Paul were reminded.
async fn reminded(app: &App, at: &str) -> (i64, i64) {
    app.at(at);
    app.run_jobs().await;
    let times = "select times as n from notification where person_id = $1 and verb = 'liaison.reminded'";
    let (claire, paul) = (Claire.person(), Paul.person());
    (count(app, times, args![claire]).await, count(app, times, args![paul]).await)
}

#[tokio::test]
async fn adults_are_reminded_two_days_before_and_on_the_last_day() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &BOTH).await;
        assert_eq!(reminded(app, "2026-10-06T06:59").await, (0, 0));
        assert_eq!(reminded(app, "2026-10-06T07:00").await, (1, 1));
        assert_eq!(reminded(app, "2026-10-07T12:00").await, (1, 1));
        sign(app, Claire, &mot, Zoe).await;
        assert_eq!(reminded(app, "2026-10-08T07:00").await, (1, 2), "whoever signed is left alone");
    })
    .await;
}

#[tokio::test]
async fn a_reminder_of_a_day_that_moved_is_not_sent() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &BOTH).await;
        let moved = [("due", "2026-10-15"), ("reminders", "d0"), ("acts", "each")];
        assert_eq!(change(&app.by(Thomas).await, &mot, &moved).await.status, 303);
        assert_eq!(reminded(app, "2026-10-08T12:00").await, (0, 0));
        assert_eq!(reminded(app, "2026-10-15T07:00").await, (1, 1));
    })
    .await;
}

#[tokio::test]
async fn planning_again_reminds_once() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &BOTH).await;
        for title in ["Sortie au lac", "Sortie au parc"] {
            let fields = [&BOTH[..], &[("title", title)]].concat();
            assert_eq!(change(&app.by(Thomas).await, &mot, &fields).await.status, 303);
        }
        assert_eq!(reminded(app, "2026-10-06T07:00").await, (1, 1));
        assert_eq!(notices(app, Claire, "liaison.reminded").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_signed_link_shows_the_mot_to_those_who_still_see_it() {
    on_both(SERVICES, async |app| {
        let mot = sent(app, Thomas, Cp, &[("due", "2026-10-08")]).await;
        let thing: ThingId = mot.rsplit('/').next().unwrap().parse().unwrap();
        for (who, kind, sees) in [(Claire, "mots", true), (Samia, "mots", false), (Claire, "billets", false)] {
            let bearer = Bearer { kind: kind.to_owned(), thing, account: who.account() };
            let mut tx = app.read().await;
            let reading = (liaison::SERVICE.reading)(&mut tx, &bearer).await.unwrap();
            assert_eq!(reading.is_some(), sees, "{who:?} {kind}");
            if let Some(reading) = reading {
                assert_eq!(reading.title, "Sortie à la ferme");
                assert_eq!(reading.asked.as_deref(), Some("Signer au plus tard le jeudi 8 octobre"));
            }
        }
    })
    .await;
}
