//! The indicators through HTTP, with the named world, on both databases.
#![expect(clippy::unwrap_used, reason = "tests")]

mod board;
mod file;
mod measure;
mod scope;
mod sending;
mod strangers;
mod week;

use askama::Template;
use axum::{Router, routing::get};
use commons::usage::place_number;
use db::{Arg, args};
use indicators::night;
use testkit::{App, Place, Who};
use web::{Answer, Service, SignedIn, Site, paper};

const SERVICES: &[&Service] = &[&indicators::SERVICE, &CARNET, &NEWS];

/// Two services whose pages are counted.
const CARNET: Service =
    Service { label: "CAHIER_LIAISON", ..Service::new("essai", routes, &["GET /essai", "GET /essai/fichier"]) };
const NEWS: Service = Service { label: "ACTUALITES", ..Service::new("nouvelles", news, &["GET /nouvelles"]) };

fn routes() -> Router<Site> {
    Router::new().route("/essai", get(page)).route("/essai/fichier", get(file_of))
}

fn news() -> Router<Site> {
    Router::new().route("/nouvelles", get(page))
}

#[derive(Template)]
#[template(source = "<h1>Essai</h1>", ext = "html")]
struct Essai;

async fn page(visit: SignedIn) -> Answer {
    visit.page("Essai", &Essai)
}

async fn file_of(_visit: SignedIn) -> Answer {
    Ok(paper::made(b"essai".to_vec(), "text/plain", "essai.txt"))
}

/// The scope of a school.
fn school(place: Place) -> String {
    format!("school:{}", place.id())
}

/// Runs a statement in the house.
async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

/// The number a statement answers.
async fn count(app: &App, sql: &'static str, args: &[Arg]) -> i64 {
    app.read().await.count(sql, args).await.unwrap()
}

/// Somebody opens a page at each of these hours of the clock.
async fn opens(app: &App, who: Who, path: &str, hours: &[&str]) {
    let client = app.by(who).await;
    for hour in hours {
        app.at(hour);
        assert_eq!(client.get(path).await.status, 200, "{path} to {who:?}");
    }
}

/// What the night of a day does, at three in the morning of the next.
async fn night(app: &App, day: &str) {
    night::count(&app.house, day).await.unwrap();
}

/// Gives Adélaïde another task.
async fn task(app: &App, role: &str, scope: &str) {
    let change = "update account_grant set role = $2, scope = $3 where account_id = $1";
    run(app, change, args![Who::Adelaide.account(), role, scope]).await;
}

/// A week that is counted.
async fn counted(app: &App, week: &str) {
    run(app, "insert into usage_key (week, salt, missed, closed_at) values ($1, null, 0, 1)", args![week]).await;
}

/// A count that was kept of a place in a week; a count under five is hidden.
async fn kept(app: &App, place: &str, week: &str, profile: &str, facet: &str, users: i64) {
    run(
        app,
        "insert into usage_week (place, week, profile, facet, users, visits, seconds, hidden) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![place_number(place), week, profile, facet, users, 3 * users, 600 * users, users < 5],
    )
    .await;
}

/// A week of Les Tilleuls in which families come by telephone.
async fn usual_week(app: &App) {
    counted(app, "2026-10-12").await;
    let tilleuls = school(Place::Tilleuls);
    for (profile, facet, users) in [
        ("guardian", "", 40),
        ("guardian", "ACTUALITES", 25),
        ("guardian", "CAHIER_LIAISON", 35),
        ("guardian", "phone", 35),
        ("guardian", "computer", 10),
        ("teacher", "", 2),
        ("teacher", "ACTUALITES", 2),
        ("", "h41", 15),
    ] {
        kept(app, &tilleuls, "2026-10-12", profile, facet, users).await;
    }
    app.at("2026-10-20T10:00");
}
