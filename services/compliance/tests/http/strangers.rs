//! Whoever does not keep data protection finds nothing of it.

use crate::{SERVICES, officer, task};
use testkit::{
    App,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// What anybody may open.
const OPEN: [&str; 6] = [
    "/accessibilite",
    "/accessibilite/signalement",
    "/protection-des-donnees",
    "/protection-des-donnees.pdf",
    "/protection-des-donnees/enfants",
    "/protection-des-donnees/petits",
];

const PEOPLE: [Who; 15] =
    [Helene, Thomas, Rose, Agnes, Zoe, Paul, Claire, Tom, Lina, Samia, Karim, Hector, Thea, Enzo, Perrine];

/// Every address that is not open, about things that are true.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    app.at("2026-10-01T10:00");
    let dpo = officer(app).await;
    let fields = [
        ("jour", "2026-10-01"),
        ("heure", "08:00"),
        ("integrite", "on"),
        ("recit", "Un essai."),
        ("personnes", "Élèves"),
        ("donnees", "Noms"),
        ("risque", "some"),
    ];
    let breach = dpo.post("/violations", &fields).await.location().unwrap();
    dpo.post_then("/accessibilite/signalement", &[("texte", "Un essai.")]).await;
    let list = dpo.get("/accessibilite/signalements").await;
    let barrier = list.attributes("form[action^='/accessibilite/signalements/']", "action").remove(0);
    let id = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let (breach, barrier) = (id(&breach), id(&barrier));
    let fill = |path: &str| {
        let own = if path.starts_with("/accessibilite") { &barrier } else { &breach };
        let path = path.replace("{id}", own).replace("{entry}", "comptes").replace("{number}", "1");
        let path = path.replace("{account}", &Adelaide.account().to_string());
        path.replace("{role}", "data-officer").replace("{scope}", "region")
    };
    let split = compliance::SERVICE.paths.iter().map(|line| line.split_once(' ').unwrap());
    split.filter(|(_, path)| !OPEN.contains(path)).map(|(method, path)| (method, fill(path))).collect()
}

#[tokio::test]
async fn people_of_schools_find_nothing_and_a_visitor_is_asked_to_sign_in() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        assert!(addresses.len() > 30);
        strangers_find_nothing(app, &addresses, &PEOPLE).await;
    })
    .await;
}

#[tokio::test]
async fn other_tasks_find_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        for (role, scope) in [
            ("town-officer", "town:031:montaubrac"),
            ("town-editor", "town:031:montaubrac"),
            ("district-admin", "academy:16"),
            ("district-adviser", "department:031"),
            ("help-agent", "region"),
        ] {
            let client = task(app, role, scope).await;
            for (method, path) in &addresses {
                let answer = if *method == "GET" { client.get(path).await } else { client.post(path, &[]).await };
                assert_eq!(answer.status, 404, "{method} {path} to {role}: {}", answer.text());
            }
        }
    })
    .await;
}
