//! The offices of the demonstration: whoever has a task opens all its places, and finds something there.

use crate::house::houses;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
    response::Response,
};
use commons::House;
use db::Moment;
use preau::{
    demo::{self, People},
    services::SERVICES,
};
use school::{
    Viewer,
    account::{self, Account},
    session::{self, Stay},
};
use tokio::sync::watch;
use tower::ServiceExt;
use web::Site;

/// Thursday 26 November 2026 at ten.
const THURSDAY: Moment = Moment(1_795_683_600_000);
/// A second factor, for those who cannot do without.
const SECRET: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

const ACADEMY: &str = "Secrétariat de l’académie";
const TOWN_OFFICE: &str = "Secrétariat de mairie";
const TOWN_PRESS: &str = "Référent ville";
const ADVISER: &str = "ERUN";
const HELP: &str = "Assistance académique";
const DATA: &str = "DPO";

/// Who reads what, where.
const FOUND: &[(&str, &str, &str)] = &[
    (ACADEMY, "/conventions", "Deux Clochers"),
    (ACADEMY, "/collectivites", "Deux Clochers"),
    (ACADEMY, "/conventions/campagnes", "2026-2027"),
    (ACADEMY, "/conventions/campagnes/2025", "2025-2026"),
    (ACADEMY, "/conventions/sommes", "Deux Clochers"),
    (ACADEMY, "/mairies/profils", "Valbrouze"),
    (ACADEMY, "/mairies/reseau", "600"),
    (ADVISER, "/formations", "Protéger les données des élèves"),
    (TOWN_OFFICE, "/ma-commune", "Inscriptions aux vacances du centre de loisirs"),
    (TOWN_OFFICE, "/ma-commune/cantine", "Lasagnes de légumes"),
    (TOWN_OFFICE, "/ma-commune/services", "Restaurant scolaire"),
    (TOWN_OFFICE, "/ma-commune/avis", "Inscriptions aux vacances du centre de loisirs"),
    (TOWN_OFFICE, "/ma-commune/equipe", "Lauzergues"),
    (TOWN_OFFICE, "/ma-commune/documents", "Règlement du restaurant scolaire"),
    (TOWN_OFFICE, "/assistance", "Reprendre les menus"),
    (TOWN_OFFICE, "/demandes", "Le portail ne ferme plus"),
    (TOWN_PRESS, "/ma-commune/greves", "décembre"),
    (TOWN_PRESS, "/ma-commune/reseau", "fiche.pdf"),
    (TOWN_PRESS, "/mon-site", "/mon-site/"),
    (ADVISER, "/assistance", "Préparer les badges de ma classe"),
    (ADVISER, "/formations", "Remplacer le cahier de liaison"),
    (HELP, "/assistance", "Reprendre les menus"),
    (DATA, "/demandes-de-droits", "D-2026-"),
    (DATA, "/violations", "/violations/"),
    ("Directeur, directrice", "/demandes", "Stores bloqués"),
    ("Directeur, directrice", "/assistance", "Lire le journal sur une tablette ancienne"),
    ("Directeur, directrice", "/a-valider", "La chorale prépare son concert"),
    ("Enseignant(e)", "/formations", "Remplacer le cahier de liaison"),
    ("Enseignant(e)", "/assistance", "Préparer les badges de ma classe"),
    ("Parent (plusieurs enfants)", "/cantine", "Lasagnes de légumes"),
    ("Parent (plusieurs enfants)", "/assistance", "Lire le journal sur une tablette ancienne"),
];

/// Somebody signed in, in a house.
struct Visitor<'a> {
    router: &'a Router,
    viewer: Viewer,
    token: String,
}

impl<'a> Visitor<'a> {
    async fn arrive(router: &'a Router, house: &House, people: &People, role: &str) -> Self {
        let lines = people.lines(house).await.unwrap();
        let login = &lines.iter().find(|line| line.role == role).unwrap().login;
        let mut tx = house.db.write().await.unwrap();
        let id = Account::by_login(&mut tx, login).await.unwrap().unwrap().id;
        let viewer = Viewer::load(&mut tx, id).await.unwrap();
        if !viewer.grants.is_empty() {
            account::set_totp(&mut tx, id, Some(SECRET)).await.unwrap();
        }
        let token = session::begin(&mut tx, id, "essai", Stay::Device).await.unwrap();
        tx.commit().await.unwrap();
        Self { router, viewer, token }
    }

    async fn reads(&self, path: &str) -> String {
        let cookie = format!("{}={}", web::SESSION_COOKIE, self.token);
        open(self.router, path, &cookie).await
    }
}

/// Opens a page; what it holds. Who has one site alone is led to it.
async fn open(router: &Router, path: &str, cookie: &str) -> String {
    let first = asked(router, path, cookie).await;
    let response = match first.headers().get(header::LOCATION) {
        Some(place) => asked(router, place.to_str().unwrap(), cookie).await,
        None => first,
    };
    let status = response.status().as_u16();
    let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    let html = String::from_utf8_lossy(&bytes).into_owned();
    assert_eq!(status, 200, "{path}: {html}");
    html
}

async fn asked(router: &Router, path: &str, cookie: &str) -> Response {
    let request = Request::builder().uri(path).header(header::HOST, "127.0.0.1:8080").header(header::COOKIE, cookie);
    router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

#[tokio::test]
async fn each_office_of_the_demonstration_finds_its_places_lived_in() {
    for place in houses() {
        let house = place.open_at(THURSDAY).await;
        demo::prepare(&house).await.unwrap();
        let people = People::find(&house.db).await.unwrap();
        let (close, closing) = watch::channel(false);
        let site = Site { house: house.clone(), services: SERVICES, behind_proxy: false, closing };
        let router = web::router(site);
        for role in [ACADEMY, TOWN_OFFICE, TOWN_PRESS, ADVISER, HELP, DATA] {
            let visitor = Visitor::arrive(&router, &house, &people, role).await;
            visitor.reads("/").await;
            for entry in SERVICES.iter().flat_map(|service| (service.places)(&visitor.viewer)) {
                visitor.reads(&entry.href).await;
            }
        }
        for (role, path, words) in FOUND {
            let html = Visitor::arrive(&router, &house, &people, role).await.reads(path).await;
            assert!(html.contains(words), "{role} {path}: « {words} »: {html}");
            // A child may eat in another commune, which says nothing here.
            let may_lack = *path == "/cantine";
            assert!(may_lack || !html.contains("class=\"empty-state\""), "{role} {path} is empty");
        }
        conventions(&router, &house, &people).await;
        public(&router, &house, &people).await;
        drop(close);
        house.db.close().await;
    }
}

/// There is a convention in each of these states, and its page opens.
async fn conventions(router: &Router, house: &House, people: &People) {
    let mut tx = house.db.read().await.unwrap();
    let all: Vec<(agreements::AgreementId, String)> =
        tx.all("select id, state from agreement order by number", &[]).await.unwrap();
    let sums: Vec<String> = tx.column("select distinct state from sum_due", &[]).await.unwrap();
    drop(tx);
    for state in ["draft", "proposed", "signed-by-one", "active", "conciliation", "terminated", "refused", "renewed"] {
        assert!(all.iter().any(|it| it.1 == state), "no convention is {state}: {all:?}");
    }
    for state in ["to-issue", "requested", "issued", "notified", "paid", "contested", "remitted"] {
        assert!(sums.iter().any(|it| it == state), "no sum is {state}: {sums:?}");
    }
    let visitor = Visitor::arrive(router, house, people, ACADEMY).await;
    for (id, _) in &all {
        visitor.reads(&format!("/conventions/{id}")).await;
    }
}

/// Everybody reads what was put on line, and nothing else.
async fn public(router: &Router, house: &House, people: &People) {
    let site = people.site(house).await.unwrap().unwrap();
    let html = open(router, site.strip_prefix(&*house.address).unwrap(), "").await;
    assert!(html.contains("Le jardin a sa cabane") && html.contains("Portes ouvertes"), "{html}");
    assert!(!html.contains("La chorale prépare son concert"), "{html}");
}
