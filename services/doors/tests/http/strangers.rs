//! What is open to anybody, what asks to sign in, and what strangers never find.

use crate::{SERVICES, steps::assert_leads};
use testkit::{Classroom::Cp, Page, Place::Tilleuls, Who, Who::*, on_both, strangers_find_nothing};

/// The addresses that are doors themselves. Every other is behind them.
const DOORS: &[&str] = &[
    "/activation",
    "/activation/{proof}",
    "/activation/{proof}/compte",
    "/connexion",
    "/connexion/code",
    "/deconnexion",
    "/mot-de-passe-oublie",
    "/identifiant-oublie",
    "/nouveau-mot-de-passe",
    "/courriel",
    "/.well-known/change-password",
    "/charte",
    "/pret/retour",
];

/// Every address of the service that needs a session, in Thomas's class and school.
pub(crate) fn behind_the_door() -> Vec<(&'static str, String)> {
    let lines = doors::SERVICE.paths.iter().copied().map(|line| line.split_once(' ').unwrap());
    let behind = lines.filter(|(_, path)| !DOORS.contains(path));
    behind.map(|(method, path)| (method, filled(path))).collect()
}

fn filled(path: &str) -> String {
    path.replace("{circle}", &Cp.id().to_string())
        .replace("{school}", &Tilleuls.id().to_string())
        .replace("{person}", &Claire.person().to_string())
        .replace("{token}", "00")
}

/// What every page owes to whoever reads it by ear or by keyboard, and to the content security policy.
#[track_caller]
fn assert_well_made(page: &Page) {
    assert_eq!(page.status, 200, "{}", page.text());
    assert_eq!(page.attributes("html", "lang"), ["fr"]);
    assert_eq!((page.texts("h1").len(), page.texts("main").len()), (1, 1));
    let nonce = page.attributes("meta[name=csp-nonce]", "content").remove(0);
    let policy = page.headers.get("content-security-policy").and_then(|it| it.to_str().ok()).unwrap_or_default();
    assert!(!nonce.is_empty() && policy.contains(&format!("'nonce-{nonce}'")), "{policy}");
    let scripts = page.texts("script").len();
    assert_eq!(page.attributes("script", "nonce"), vec![nonce; scripts]);
    assert!(!page.has("[style], [onclick], [onsubmit], [onchange], [onload]"));
    for id in page.attributes("main input:not([type=hidden]):not([aria-hidden])", "id") {
        assert_eq!(page.texts(&format!("label[for='{id}']")).len(), 1, "{id} has no label");
    }
}

#[tokio::test]
async fn the_doors_are_open_to_everybody() {
    on_both(SERVICES, async |app| {
        let open =
            ["/activation", "/connexion", "/connexion/code", "/mot-de-passe-oublie", "/identifiant-oublie", "/charte"];
        for path in open {
            assert_well_made(&app.anonymous().get(path).await);
        }
        assert_well_made(&app.anonymous().get("/courriel?adresse=a%40example.org&jeton=x").await);
        assert_leads(&app.anonymous().get("/nouveau-mot-de-passe").await, "/mot-de-passe-oublie");
        assert_leads(&app.anonymous().get("/activation/x").await, "/activation");
        assert_leads(&app.anonymous().get("/.well-known/change-password").await, "/compte");
        assert_eq!(app.anonymous().get("/courriel").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_is_shown_of_a_link_is_never_read_as_a_page() {
    on_both(SERVICES, async |app| {
        let script = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27";
        for path in [
            format!("/connexion?suite=%2F{script}"),
            format!("/connexion/code?jeton={script}&suite=%2F{script}"),
            format!("/activation?identifiant={script}&code={script}"),
            format!("/courriel?adresse={script}&jeton={script}"),
        ] {
            let page = app.anonymous().get(&path).await;
            assert_well_made(&page);
            assert!(!page.html().contains("<script>alert"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn whoever_is_signed_in_has_an_account_page() {
    on_both(SERVICES, async |app| {
        for who in [Helene, Thomas, Rose, Agnes, Zoe, Claire, Samia, Karim, Adelaide, Hector, Enzo, Perrine] {
            let page = app.by(who).await.get("/compte").await;
            assert_well_made(&page);
            assert!(page.says(&who.login()), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn everything_behind_the_doors_asks_a_visitor_to_sign_in() {
    on_both(SERVICES, async |app| {
        let addresses = behind_the_door();
        let is_known = |door: &&str| doors::SERVICE.paths.iter().any(|line| line.ends_with(&format!(" {door}")));
        assert!(DOORS.iter().all(is_known), "a door is gone: the list of this test must follow");
        assert!(addresses.contains(&("GET", "/compte".to_owned())));
        // Nobody is a stranger to an account of one's own: visitors alone are sent away from there.
        strangers_find_nothing(app, &addresses, &[]).await;
        let sent = app.anonymous().get("/compte/second-facteur").await;
        assert_leads(&sent, "/connexion?suite=%2Fcompte%2Fsecond%2Dfacteur");
    })
    .await;
}

#[tokio::test]
async fn sheets_are_found_by_those_who_print_them_alone() {
    on_both(SERVICES, async |app| {
        let mut addresses = behind_the_door();
        addresses.retain(|(_, path)| path.contains("/fiches"));
        assert_eq!(addresses.len(), 6);
        let others = [Zoe, Tom, Claire, Paul, Samia, Karim, Rose, Agnes, Adelaide];
        let everybody: Vec<Who> = others.into_iter().chain(Who::STRANGERS).collect();
        strangers_find_nothing(app, &addresses, &everybody).await;
        // A teacher prints for the class, not for colleagues.
        let team: Vec<_> = addresses.iter().filter(|(_, path)| path.starts_with("/ecoles")).cloned().collect();
        strangers_find_nothing(app, &team, &[Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn a_house_with_tls_is_reached_by_nothing_else() {
    on_both(SERVICES, async |app| {
        for path in ["/connexion", "/nulle-part"] {
            let page = app.anonymous().get(path).await;
            let header = |name: &str| page.headers.get(name).and_then(|it| it.to_str().ok());
            assert_eq!(header("strict-transport-security"), Some("max-age=31536000"), "{path}");
            assert_eq!(header("x-content-type-options"), Some("nosniff"), "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_refused_is_drawn_for_whoever_asked() {
    on_both(SERVICES, async |app| {
        let team = format!("/ecoles/{}/fiches", Tilleuls.id());
        let child = app.by(Zoe).await.get(&team).await;
        let adult = app.by(Claire).await.get(&team).await;
        assert_eq!((child.status, adult.status), (404, 404));
        assert!(child.has("body.skin-pupil") && adult.has("body.skin-adult"));
        assert!(app.anonymous().get("/nulle-part").await.has("body.skin-adult"));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_class_has_no_sheets() {
    on_both(SERVICES, async |app| {
        let head = app.by(Helene).await;
        for circle in [Cp.families(), Tilleuls.staff(), Tilleuls.pupils(), Helene.person().into()] {
            assert_eq!(head.get(&format!("/classes/{circle}/fiches")).await.status, 404, "{circle}");
        }
        for wrong in ["/classes/nimporte/fiches", "/ecoles/nimporte/fiches"] {
            assert_eq!(head.get(wrong).await.status, 404, "{wrong}");
        }
    })
    .await;
}
