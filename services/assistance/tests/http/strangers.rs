//! Whoever has no business with a request or a session finds nothing, whatever the address.

use crate::{SERVICES, agent, ask, say, set_district, task};
use school::Role;
use testkit::{
    App,
    Place::Tilleuls,
    Who::{self, *},
    on_both, photograph, strangers_find_nothing,
};

/// Everybody but the author and the desk.
const STRANGERS: [Who; 12] = [Hector, Thea, Enzo, Perrine, Tom, Lina, Samia, Karim, Rose, Agnes, Claire, Zoe];

/// The addresses about one request.
async fn of_a_request(app: &App) -> Vec<(&'static str, String)> {
    agent(app, "fournisseur", Role::HelpAgent, "region").await;
    let photo = photograph::jpeg(32, 24);
    let request = ask(app, Thomas, &[]).await;
    let adelaide = app.by(Adelaide).await;
    let files = [("files", "ecran.jpg", photo.as_slice())];
    adelaide.upload(&format!("{request}/reponses"), &[("body", "Voilà."), ("whom", "reponse")], &files).await;
    let file = adelaide.get(&request).await.link("ecran.jpg").unwrap();
    let patterns = assistance::SERVICE.paths.iter().filter(|it| it.contains("/assistance/{id}"));
    let parts: Vec<&str> = file.split('/').collect();
    let fill = |pattern: &str| {
        let path = pattern.split_once(' ').unwrap().1;
        path.replace("/assistance/{id}", &request).replace("{entry}", parts[4]).replace("{paper}", parts[6])
    };
    patterns.map(|pattern| (pattern.split_once(' ').unwrap().0, fill(pattern))).collect()
}

#[tokio::test]
async fn strangers_find_nothing_of_a_request() {
    on_both(SERVICES, async |app| {
        let addresses = of_a_request(app).await;
        assert!(addresses.len() >= 11, "{addresses:?}");
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
        // Nor does a desk elsewhere.
        task(app, "academy-admin", "academy:11").await;
        strangers_find_nothing(app, &addresses, &[Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn strangers_find_nothing_of_a_session() {
    on_both(SERVICES, async |app| {
        set_district(app, Tilleuls, 790_001).await;
        task(app, "district-admin", "district:16:790001").await;
        let fields = [
            ("scope", "district:16:790001"),
            ("title", "Le carnet"),
            ("body", "Apportez votre ordinateur."),
            ("day", "2026-10-07"),
            ("starts", "14:00"),
            ("ends", "17:00"),
            ("place", "Inspection"),
            ("capacity", "3"),
            ("publics", "teacher"),
        ];
        let answer = app.by(Adelaide).await.upload("/formations/nouvelle", &fields, &[]).await;
        let session = answer.location().unwrap();
        let patterns = assistance::SERVICE.paths.iter().filter(|it| it.contains("/formations/{id}"));
        let addresses: Vec<(&str, String)> = patterns
            .map(|pattern| pattern.split_once(' ').unwrap())
            .map(|(method, path)| (method, path.replace("/formations/{id}", &session)))
            .collect();
        strangers_find_nothing(app, &addresses, &[Hector, Thea, Enzo, Perrine, Claire, Zoe, Agnes]).await;
    })
    .await;
}

#[tokio::test]
async fn pages_of_desks_and_heads_are_theirs_alone() {
    on_both(SERVICES, async |app| {
        let named = format!("/assistance/ecoles/{}", Tilleuls.id());
        let addresses = [
            ("GET", named.clone()),
            ("POST", named),
            ("GET", "/assistance/chiffres".to_owned()),
            ("GET", "/assistance/chiffres.csv".to_owned()),
            ("GET", "/aide-en-ligne/nouvel-article".to_owned()),
            ("POST", "/aide-en-ligne/nouvel-article".to_owned()),
            ("GET", "/aide-en-ligne/signer-un-mot/modifier".to_owned()),
            ("POST", "/aide-en-ligne/signer-un-mot/modifier".to_owned()),
            ("GET", "/formations/nouvelle".to_owned()),
            ("POST", "/formations/nouvelle".to_owned()),
        ];
        strangers_find_nothing(app, &addresses, &[Thomas, Rose, Agnes, Claire, Zoe, Thea, Enzo, Perrine]).await;
        let answer = say(&app.by(Thomas).await, "/assistance/01970000000070008000000000009999", &[("body", "x")]).await;
        assert_eq!(answer.status, 404);
    })
    .await;
}
