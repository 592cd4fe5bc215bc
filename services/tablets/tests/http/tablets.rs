//! Devices as the teacher enrols and ends them.

use crate::{MORNING, SERVICES, acts, change, is_in, level, tablet, tap};
use commons::audit::Action;
use db::args;
use school::session;
use testkit::{
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

#[tokio::test]
async fn a_device_enrolled_is_the_teachers_no_more_and_shows_the_wall() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let device = tablet(app, Thomas, Cp, "jour").await;
        assert!(device.get(&Cp.path("/tablettes")).await.asks_to_sign_in(), "the teacher must be out");
        let wall = device.get("/tablette").await;
        assert_eq!(wall.texts(".wall-name"), ["Zoé"]);
        assert!(!wall.says("MARTY"), "a last name is nobody's business");
        let list = app.by(Thomas).await.get(&Cp.path("/tablettes")).await;
        assert!(list.says("Tablette bleue En service relié"), "{}", list.text());
        assert!(!list.says("dernière entrée") && !list.says("jamais"), "{}", list.text());
        assert_eq!((acts(app, Action::TabletEnrolled).await, acts(app, Action::CharterReadInClass).await), (1, 1));
        let mut tx = app.read().await;
        assert_eq!(session::of(&mut tx, Thomas.account()).await.unwrap().len(), 1, "only the one that looks");
    })
    .await;
}

#[tokio::test]
async fn the_cookie_of_a_device_has_every_protection() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let fields = [("duree", "jour"), ("charte", "on")];
        let answer = app.by(Thomas).await.post(&Cp.path("/tablettes"), &fields).await;
        let cookies: Vec<&str> =
            answer.headers.get_all("set-cookie").iter().filter_map(|it| it.to_str().ok()).collect();
        let device = cookies.iter().find(|it| it.starts_with("__Host-tablette=")).unwrap();
        for part in ["Path=/", "Secure", "HttpOnly", "SameSite=Lax", "Max-Age=43200"] {
            assert!(device.contains(part), "{device}");
        }
    })
    .await;
}

#[tokio::test]
async fn without_the_charter_or_a_length_nothing_is_enrolled_and_what_was_typed_stays() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let thomas = app.by(Thomas).await;
        let page = thomas.post(&Cp.path("/tablettes"), &[("nom", "La verte"), ("duree", "jour")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Lisez d’abord la charte"), "{}", page.text());
        assert_eq!(page.attributes("input[name=nom]", "value"), ["La verte"]);
        let page = thomas.post(&Cp.path("/tablettes"), &[("charte", "on")]).await;
        assert!(page.status == 422 && page.says("Choisissez une durée."), "{}", page.text());
        assert_eq!(acts(app, Action::TabletEnrolled).await, 0);
    })
    .await;
}

#[tokio::test]
async fn the_charter_read_in_class_is_accepted_for_its_pupils_alone() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        change(app, "update account set charter = 0, charter_audience = null", &[]).await;
        let again = "update account set charter = 2, charter_audience = 'staff' where id = $1";
        change(app, again, args![Thomas.account()]).await;
        let answer = app.by(Thomas).await.post_then(&Cp.path("/tablettes/charte"), &[]).await;
        assert!(answer.says("La lecture de la charte est notée."), "{}", answer.text());
        let sessions = [app.by(Zoe).await, app.by(Tom).await];
        assert!(is_in(&sessions[0]).await && !is_in(&sessions[1]).await);
    })
    .await;
}

#[tokio::test]
async fn a_device_of_a_day_ends_after_twelve_hours_one_of_the_year_in_august() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let (day, year) = (tablet(app, Thomas, Cp, "jour").await, tablet(app, Thomas, Cp, "annee").await);
        for (at, of_day, of_year) in
            [("2026-10-05T20:59", true, true), ("2026-10-05T21:01", false, true), ("2027-08-01T00:01", false, false)]
        {
            app.at(at);
            assert_eq!(day.get("/tablette").await.has(".wall-tile"), of_day, "{at}");
            assert_eq!(year.get("/tablette").await.has(".wall-tile"), of_year, "{at}");
        }
        assert!(day.get("/tablette").await.says("Cet appareil n’est plus relié à une classe."));
    })
    .await;
}

#[tokio::test]
async fn a_device_put_out_of_use_ends_what_was_begun_on_it() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        level(app, Zoe, "1111").await;
        let (one, other) = (tablet(app, Thomas, Cp, "jour").await, tablet(app, Thomas, Cp, "annee").await);
        tap(&one, Zoe).await;
        assert!(is_in(&one).await);
        let thomas = app.by(Thomas).await;
        let list = thomas.get(&Cp.path("/tablettes")).await;
        let ends = list.attributes("ul.rows a[href$='/fin']", "href");
        assert_eq!(ends.len(), 2);
        assert_eq!(list.link("Retirer tous les appareils"), Some(Cp.path("/tablettes/fin")));
        for (path, asked) in
            [(&ends[0], "Retirer l’appareil « Tablette bleue » ?"), (&Cp.path("/tablettes/fin"), "Retirer tous")]
        {
            let page = thomas.get(path).await;
            assert!(page.says(asked) && page.says("les élèves qui s’en servent seront déconnectés"), "{}", page.text());
            assert_eq!(page.attributes("main form", "action"), std::slice::from_ref(path));
        }
        assert!(is_in(&one).await, "asking ends nothing");
        thomas.post_then(&Cp.path("/tablettes/fin"), &[]).await;
        assert!(!is_in(&one).await);
        for device in [&one, &other] {
            assert!(!device.get("/tablette").await.has(".wall-tile"));
        }
        assert_eq!(thomas.post(&ends[0], &[]).await.status, 404, "it is out of use already");
        for path in [&ends[0], &Cp.path("/tablettes/fin")] {
            assert_eq!(thomas.get(path).await.status, 404, "{path}");
        }
        assert_eq!(acts(app, Action::TabletRevoked).await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_head_runs_the_doors_of_every_class_and_a_teacher_those_of_her_own() {
    on_both(SERVICES, async |app| {
        for class in [Cp, Ce] {
            assert_eq!(app.by(Helene).await.get(&class.path("/tablettes")).await.status, 200);
        }
        assert_eq!(app.by(Thomas).await.get(&Ce.path("/tablettes")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_charter_is_asked_once_on_the_page() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        let thomas = app.by(Thomas).await;
        let unread = thomas.get(&Cp.path("/tablettes")).await;
        assert!(unread.has("input[name=charte]") && !unread.has("form[action$='/charte']"), "{}", unread.text());
        let read = thomas.post_then(&Cp.path("/tablettes/charte"), &[]).await;
        assert!(!read.has("input[name=charte]") && !read.has("form[action$='/charte']"), "{}", read.text());
        assert!(!thomas.get(&Cp.path("/codes")).await.has("form[action$='/charte']"), "it is noted for today");
        app.at("2026-10-06T10:00");
        let thomas = app.by(Thomas).await;
        for page in ["/tablettes", "/codes"] {
            let later = thomas.get(&Cp.path(page)).await;
            assert!(later.has("form[action$='/charte']"), "{page}: {}", later.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_class_with_badges_alone_notes_the_charter_where_they_are_printed() {
    on_both(SERVICES, async |app| {
        app.at(MORNING);
        change(app, "update account set charter = 0, charter_audience = null where id = $1", args![Zoe.account()])
            .await;
        let thomas = app.by(Thomas).await;
        let unread = thomas.get(&Cp.path("/codes")).await;
        assert!(unread.says("La charte n’a pas encore été lue en classe."), "{}", unread.text());
        assert_eq!(unread.attributes("form[action$='/charte']", "action"), [Cp.path("/codes/charte")]);
        let read = thomas.post_then(&Cp.path("/codes/charte"), &[]).await;
        assert!(read.says("La lecture de la charte est notée."), "{}", read.text());
        assert!(read.says("La charte a été lue en classe le 5 octobre 2026."), "{}", read.text());
        assert_eq!(read.texts("h1"), unread.texts("h1"), "one stays where the badges are");
        assert!(is_in(&app.by(Zoe).await).await);
        assert_eq!(acts(app, Action::CharterReadInClass).await, 1);
        // Nothing more is asked when a device comes later.
        assert!(!thomas.get(&Cp.path("/tablettes")).await.has("input[name=charte]"));
    })
    .await;
}
