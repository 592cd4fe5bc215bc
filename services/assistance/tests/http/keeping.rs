//! What is kept of requests, for how long, and what somebody gets of their own.

use crate::{SERVICES, ask, count, form, say};
use assistance::closing::CLOSE;
use testkit::{App, Who::*, on_both, photograph};
use web::personal::{Part, Subject};

async fn night(app: &App, day: &str) {
    (CLOSE.run)(app.house.clone(), day.to_owned()).await.unwrap();
    for rule in assistance::SERVICE.retention {
        commons::retention::run(&app.house, rule, day).await.unwrap();
    }
}

/// Everything that is kept of a request.
async fn kept(app: &App) -> i64 {
    let all = "select count(*) as n from (select id from help_request union all select id from help_entry \
               union all select request_id from help_desk union all select id from paper \
               union all select id from thing where kind = 'assistance') k";
    count(app, all, &[]).await
}

#[tokio::test]
async fn a_request_closed_for_two_years_goes_with_its_answers_and_its_files() {
    on_both(SERVICES, async |app| {
        let photo = photograph::jpeg(40, 30);
        let thomas = app.by(Thomas).await;
        let files = [("files", "ecran.jpg", photo.as_slice())];
        let request = thomas.upload("/assistance/nouvelle", &form(&[]), &files).await.location().unwrap();
        let answer = [("body", "Voilà."), ("whom", "reponse")];
        app.by(Adelaide).await.upload(&format!("{request}/reponses"), &answer, &files).await;
        thomas.post_then(&format!("{request}/resoudre"), &[]).await;
        let hash: (String,) = app.read().await.one("select hash from paper limit 1", &[]).await.unwrap();
        app.at("2026-10-20T03:00");
        night(app, "2026-10-19").await;
        app.at("2028-10-15T03:00");
        night(app, "2028-10-14").await;
        assert!(kept(app).await > 0 && app.house.files.get(&hash.0).await.is_ok(), "not two years yet");
        app.at("2028-10-25T03:00");
        night(app, "2028-10-24").await;
        assert_eq!(kept(app).await, 0);
        assert!(app.house.files.get(&hash.0).await.is_err(), "its bytes too");
    })
    .await;
}

#[tokio::test]
async fn what_is_open_or_restricted_is_not_erased() {
    on_both(SERVICES, async |app| {
        ask(app, Thomas, &[]).await;
        let request = ask(app, Claire, &[]).await;
        app.by(Claire).await.post_then(&format!("{request}/resoudre"), &[]).await;
        let mut tx = app.write().await;
        let (by, topic) = (Adelaide.account(), commons::limitation::Topic::All);
        commons::limitation::grant(&mut tx, by, Claire.person(), topic, "Litige").await.unwrap();
        tx.commit().await.unwrap();
        app.at("2026-10-20T03:00");
        night(app, "2026-10-19").await;
        let before = kept(app).await;
        app.at("2029-01-01T03:00");
        night(app, "2028-12-31").await;
        assert_eq!(kept(app).await, before);
        let late = "select left_over as n from retention_run where topic = 'help-requests' and day = '2028-12-31'";
        assert_eq!(count(app, late, &[]).await, 0);
    })
    .await;
}

/// What somebody gets of what this service keeps of them.
async fn copy(app: &App, who: testkit::Who) -> Vec<Part> {
    let subject = Subject { people: vec![who.person()], account: Some(who.account()), own: true, by_guardian: false };
    let mut tx = app.read().await;
    (assistance::SERVICE.personal_data)(&mut tx, &subject).await.unwrap()
}

#[tokio::test]
async fn a_copy_holds_what_one_asked_and_answered_and_nothing_of_others() {
    on_both(SERVICES, async |app| {
        let request = ask(app, Thomas, &[("title", "Le carnet reste vide")]).await;
        let adelaide = app.by(Adelaide).await;
        say(&adelaide, &request, &[("body", "Quel navigateur ?"), ("whom", "reponse")]).await;
        say(&adelaide, &request, &[("body", "Un habitué."), ("whom", "note")]).await;
        say(&app.by(Thomas).await, &request, &[("body", "Firefox.")]).await;
        let own = format!("{:?}", copy(app, Thomas).await);
        assert!(own.contains("Le carnet reste vide") && own.contains("Je ne vois aucun mot."), "{own}");
        assert!(own.contains("Firefox.") && !own.contains("Quel navigateur") && !own.contains("habitué"), "{own}");
        let desk = format!("{:?}", copy(app, Adelaide).await);
        assert!(desk.contains("Quel navigateur") && !desk.contains("habitué") && !desk.contains("Firefox"), "{desk}");
        assert!(copy(app, Claire).await.is_empty());
    })
    .await;
}
