//! Whoever has no business with a request finds nothing, whatever the address.

use crate::{SAINTE_FOY, SERVICES, answers, ask, officer, school, task};
use testkit::{
    App,
    Place::Tilleuls,
    Who::{self, *},
    on_both, photograph, strangers_find_nothing,
};

/// Everybody but the head of the school: nobody else asks.
const STRANGERS: [Who; 12] = [Hector, Thea, Enzo, Perrine, Thomas, Rose, Agnes, Zoe, Tom, Claire, Paul, Samia];
/// The same without Hector, who asks for another school.
const NEITHER: [Who; 8] = [Thea, Enzo, Perrine, Thomas, Rose, Agnes, Zoe, Claire];

/// The addresses about one request.
async fn of_a_request(app: &App) -> Vec<(&'static str, String)> {
    let request = ask(app, &[]).await;
    let photo = photograph::jpeg(16, 16);
    let files = [("fichiers", "vitre.jpg", photo.as_slice())];
    let helene = app.by(Helene).await;
    helene.upload(&format!("{request}/reponses"), &[("body", "La photo.")], &files).await;
    let file = helene.get(&request).await.link("vitre.jpg").unwrap();
    let parts: Vec<&str> = file.split('/').collect();
    let fill =
        |path: &str| path.replace("/demandes/{id}", &request).replace("{entry}", parts[4]).replace("{paper}", parts[6]);
    let patterns = requests::SERVICE.paths.iter().filter_map(|it| it.split_once(' '));
    patterns.filter(|(_, path)| path.contains("{id}")).map(|(method, path)| (method, fill(path))).collect()
}

#[tokio::test]
async fn strangers_find_nothing_of_a_request() {
    on_both(SERVICES, async |app| {
        let addresses = of_a_request(app).await;
        assert!(addresses.len() >= 11, "{addresses:?}");
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
        // Neither do the académie, nor another commune.
        strangers_find_nothing(app, &addresses, &[Adelaide]).await;
        task(app, "town-officer", SAINTE_FOY).await;
        strangers_find_nothing(app, &addresses, &[Adelaide]).await;
        assert!(!app.by(Adelaide).await.get("/demandes").await.says("Une vitre cassée"));
        assert!(!app.by(Hector).await.get("/demandes").await.says("Une vitre cassée"));
    })
    .await;
}

#[tokio::test]
async fn pages_of_one_side_are_theirs_alone() {
    on_both(SERVICES, async |app| {
        let both = [
            ("GET", "/demandes".to_owned()),
            ("GET", "/demandes/nouvelle".to_owned()),
            ("POST", "/demandes/nouvelle".to_owned()),
            ("GET", "/demandes/types".to_owned()),
            ("POST", "/demandes/types".to_owned()),
            ("GET", "/demandes/types/nouveau".to_owned()),
            ("GET", "/demandes/types/travaux".to_owned()),
            ("POST", "/demandes/types/travaux".to_owned()),
            ("GET", "/demandes/tableau".to_owned()),
            ("GET", "/demandes/tableau.pdf".to_owned()),
            ("GET", "/demandes/tableau.csv".to_owned()),
        ];
        strangers_find_nothing(app, &both, &NEITHER).await;
        answers(app, "/demandes/types", 404, &[Helene, Hector]).await;
        answers(app, &format!("/demandes/nouvelle?ecole={}&type=travaux", school(Tilleuls)), 404, &[Hector]).await;
        officer(app).await;
        answers(app, "/demandes/nouvelle", 404, &[Adelaide]).await;
        answers(app, "/demandes", 200, &[Helene, Hector, Adelaide]).await;
    })
    .await;
}

#[tokio::test]
async fn what_one_side_does_the_other_does_not() {
    on_both(SERVICES, async |app| {
        let request = ask(app, &[]).await;
        let helene = app.by(Helene).await;
        for act in ["prise-en-charge", "planification", "fin", "service", "refus"] {
            assert_eq!(helene.post(&format!("{request}/{act}"), &[]).await.status, 403, "{act}");
        }
        let officer = officer(app).await;
        assert_eq!(officer.post(&format!("{request}/reprise"), &[]).await.status, 403);
    })
    .await;
}
