//! How long somebody stays signed in: by who it is, and by what was asked.

use crate::{
    SERVICES,
    steps::{WRONG, assert_leads, change, figures, is_inside, session_cookie},
};
use school::account;
use testkit::{
    App, Client, Page, Who,
    Who::*,
    on_both,
    people::{PASSWORD, TOTP_SECRET},
};

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// What the cookie of a device says that stays.
const THIRTY_DAYS: &str = "; Max-Age=2592000";

/// Sends the form of the main door, its box ticked or not.
async fn come_in(client: &Client<'_>, who: Who, password: &str, stays: bool) -> Page {
    let login = who.login();
    let fields = [("identifiant", login.as_str()), ("mot_de_passe", password), ("rester", "on")];
    let sent = if stays { 3 } else { 2 };
    client.post("/connexion", &fields[..sent]).await
}

/// Whether an answer gives a cookie that the browser forgets when it is closed.
fn ends_with_the_browser(answer: &Page) -> bool {
    session_cookie(answer).is_some_and(|it| !it.contains("Max-Age") && !it.contains("Expires"))
}

#[tokio::test]
async fn a_child_is_out_after_two_hours_of_rest_and_after_the_day() {
    on_both(SERVICES, async |app| {
        for stays in [false, true] {
            let client = app.anonymous();
            assert!(ends_with_the_browser(&come_in(&client, Zoe, PASSWORD, stays).await));
            for hour in 1..12 {
                app.wait(HOUR);
                assert!(is_inside(&client).await, "hour {hour}");
            }
            app.wait(HOUR);
            assert!(!is_inside(&client).await, "a tablet is still open the next morning");
            come_in(&client, Zoe, PASSWORD, stays).await;
            app.wait(2 * HOUR - 1);
            assert!(is_inside(&client).await);
            app.wait(2 * HOUR);
            assert!(!is_inside(&client).await, "a tablet is still open in other hands");
        }
    })
    .await;
}

#[tokio::test]
async fn an_adult_is_out_with_the_browser_or_the_night() {
    on_both(SERVICES, async |app| {
        for who in [Claire, Thomas, Helene] {
            let client = app.anonymous();
            assert!(ends_with_the_browser(&come_in(&client, who, PASSWORD, false).await), "{who:?}");
            for hour in 1..14 {
                app.wait(HOUR);
                assert!(is_inside(&client).await, "{who:?}, hour {hour}");
            }
            app.wait(HOUR);
            assert!(!is_inside(&client).await, "{who:?}: a shared browser is still open the next morning");
            come_in(&client, who, PASSWORD, false).await;
            app.wait(12 * HOUR - 1);
            assert!(is_inside(&client).await, "{who:?}");
            come_in(&client, who, PASSWORD, false).await;
            app.wait(12 * HOUR);
            assert!(!is_inside(&client).await, "{who:?}: out before the night, once nobody is there");
        }
    })
    .await;
}

#[tokio::test]
async fn an_adult_who_asked_stays_and_the_cookie_with_them() {
    on_both(SERVICES, async |app| {
        let client = app.anonymous();
        let page = client.get("/connexion").await;
        assert!(page.has("input[type=checkbox][name=rester]:not([checked])"));
        let again = come_in(&client, Claire, WRONG, true).await;
        assert!(again.has("input[name=rester][checked]"), "the wish is lost with a wrong password");
        let cookie = session_cookie(&come_in(&client, Claire, PASSWORD, true).await);
        assert!(cookie.is_some_and(|it| it.ends_with(THIRTY_DAYS)));
        for _ in 0..3 {
            app.wait(29 * DAY);
            let page = client.get("/compte").await;
            assert_eq!(page.status, 200);
            assert!(session_cookie(&page).is_some_and(|it| it.ends_with(THIRTY_DAYS)), "the cookie ends first");
        }
        assert!(session_cookie(&client.get("/compte").await).is_none(), "once is enough");
        app.wait(30 * DAY);
        assert!(!is_inside(&client).await);
    })
    .await;
}

/// Comes in by both steps, having asked to stay; the second page has what the first one said.
async fn come_in_twice(app: &App, client: &Client<'_>, who: Who) -> Page {
    let page = client.follow(&come_in(client, who, PASSWORD, true).await).await;
    assert_eq!(page.attributes("form[action='/connexion/code'] input[name=rester]", "value"), ["on"]);
    let proof = page.attributes("input[name=jeton]", "value").remove(0);
    let code = figures(TOTP_SECRET, app.now());
    client.post("/connexion/code", &[("jeton", proof.as_str()), ("code", code.as_str()), ("rester", "on")]).await
}

#[tokio::test]
async fn the_wish_to_stay_passes_the_second_step_but_no_administrator_is_kept() {
    on_both(SERVICES, async |app| {
        let mut tx = app.write().await;
        account::set_totp(&mut tx, Helene.account(), Some(TOTP_SECRET)).await.unwrap();
        tx.commit().await.unwrap();
        let head = app.anonymous();
        let cookie = session_cookie(&come_in_twice(app, &head, Helene).await);
        assert!(cookie.is_some_and(|it| it.ends_with(THIRTY_DAYS)));
        let administrator = app.anonymous();
        let inside = come_in_twice(app, &administrator, Adelaide).await;
        assert_leads(&inside, "/");
        assert!(ends_with_the_browser(&inside));
        app.wait(8 * HOUR);
        assert!(!is_inside(&administrator).await && is_inside(&head).await);
    })
    .await;
}

#[tokio::test]
async fn an_administrator_is_out_with_the_working_day() {
    on_both(SERVICES, async |app| {
        let client = app.anonymous();
        come_in_twice(app, &client, Adelaide).await;
        for hour in 1..12 {
            app.wait(HOUR);
            assert!(is_inside(&client).await, "hour {hour}");
        }
        app.wait(HOUR);
        assert!(!is_inside(&client).await, "every school is still open at night");
        come_in_twice(app, &client, Adelaide).await;
        app.wait(8 * HOUR - 1);
        assert!(is_inside(&client).await);
    })
    .await;
}

#[tokio::test]
async fn what_began_before_sessions_had_a_stay_ends_with_the_new_version() {
    on_both(SERVICES, async |app| {
        let client = app.by(Claire).await;
        assert!(is_inside(&client).await);
        change(app, "delete from migration where name = 'school/006_session_end'", &[]).await;
        db::migrate(&app.house.db, school::MIGRATIONS).await.unwrap();
        assert!(!is_inside(&client).await);
    })
    .await;
}
