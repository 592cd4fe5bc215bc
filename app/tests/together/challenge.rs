//! A challenge in the whole program: it gathers classes of several schools, and nobody writes in it nor learns of them by it.

use db::{Arg, args};
use preau::services::SERVICES;
use testkit::{
    App,
    Classroom::{Cm, Cp},
    Client,
    Who::{self, *},
    on_both,
};

/// A teacher of each class that joined, both heads, pupils of both classes, their parents.
const CONCERNED: [Who; 8] = [Thea, Thomas, Helene, Hector, Zoe, Enzo, Claire, Perrine];

async fn run(app: &App, sql: &'static str, args: &[Arg]) {
    let mut tx = app.write().await;
    tx.change(sql, args).await.unwrap();
    tx.commit().await.unwrap();
}

async fn post(client: &Client<'_>, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = client.post(path, fields).await;
    assert_eq!(answer.status, 303, "{path}: {}", answer.text());
    answer.location().unwrap()
}

/// A challenge of the circonscription held by Les Tilleuls, which a class of each school joined; answers its circle.
async fn maths(app: &App) -> String {
    app.at("2026-10-01T10:00");
    let task = "update account_grant set role = 'district-adviser', scope = 'district:16:790001' where account_id = $1";
    run(app, task, args![Adelaide.account()]).await;
    run(app, "update school set district = 790001", &[]).await;
    let fields = [("name", "Défi maths"), ("uai", "0310001H"), ("last", "2027-05-28")];
    let group = post(&app.by(Adelaide).await, "/defis", &fields).await;
    for (who, class) in [(Thea, Cm), (Thomas, Cp)] {
        let class = class.id().to_string();
        post(&app.by(who).await, &format!("{group}/classes"), &[("class", class.as_str())]).await;
    }
    app.wait(60);
    group.trim_start_matches("/groupes/").to_owned()
}

#[tokio::test]
async fn nobody_publishes_in_a_challenge() {
    on_both(SERVICES, async |app| {
        let id = maths(app).await;
        let class = |rest: &str| format!("/classes/{id}/{rest}");
        let post = [("title", "Le défi"), ("body", "À vous."), ("audience", "class-and-families")];
        let mot = [
            ("title", "Le défi"),
            ("body", "À vous."),
            ("theme", "outing"),
            ("reply", "sign"),
            ("acts", "one"),
            ("reminders", "none"),
            ("whole", "all"),
        ];
        for who in CONCERNED {
            let client = app.by(who).await;
            for path in [class("journal"), class("billets/nouveau"), class("mots/nouveau"), class("trombinoscope")] {
                assert_eq!(client.get(&path).await.status, 404, "{path} to {who:?}");
            }
            assert_eq!(client.upload(&class("billets"), &post, &[]).await.status, 404, "{who:?}");
            assert_eq!(client.upload(&class("mots"), &mot, &[]).await.status, 404, "{who:?}");
            let home = client.get("/").await;
            assert!(!home.says("Défi maths"), "{who:?}: {}", home.text());
        }
        for who in [Thea, Helene] {
            let client = app.by(who).await;
            assert!(!client.get("/carnet").await.says("Défi maths"), "{who:?}");
            let page = client.get(&format!("/groupes/{id}")).await;
            assert!(page.says("rien d’autre ne s’y écrit pour l’instant"), "{who:?}: {}", page.text());
            assert_eq!(page.link("Journal du groupe"), None, "{who:?}");
        }
    })
    .await;
}

/// What a message to somebody is answered.
async fn written(app: &App, who: Who, to: String) -> u16 {
    let fields = [("to", to.as_str()), ("subject", "Le défi"), ("body", "Bonjour."), ("suite", "envoyer")];
    app.by(who).await.upload("/messages", &fields, &[]).await.status
}

#[tokio::test]
async fn a_challenge_lets_nobody_write_to_the_classes_of_other_schools() {
    on_both(SERVICES, async |app| {
        let id = maths(app).await;
        assert_eq!(written(app, Rose, format!("famille-{}", Zoe.person())).await, 303);
        for who in [Rose, Helene] {
            for to in [
                format!("famille-{}", Enzo.person()),
                format!("personne-{}", Perrine.person()),
                format!("personne-{}", Thea.person()),
                format!("familles-{id}"),
            ] {
                assert_eq!(written(app, who, to.clone()).await, 404, "{who:?} to {to}");
            }
        }
        // Nor when it is over: nothing of it is read again.
        post(&app.by(Adelaide).await, &format!("/groupes/{id}/fin"), &[]).await;
        app.wait(60);
        for who in CONCERNED {
            assert!(!app.by(who).await.get("/annees").await.says("Défi maths"), "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn those_who_teach_the_classes_of_a_challenge_write_to_one_another() {
    on_both(SERVICES, async |app| {
        let id = maths(app).await;
        let team = format!("equipe-{id}");
        for (who, link) in [(Thea, true), (Thomas, true), (Helene, false), (Hector, false), (Adelaide, false)] {
            let page = app.by(who).await.get(&format!("/groupes/{id}")).await;
            let address = link.then(|| format!("/messages/nouveau?a={team}"));
            assert_eq!((page.status, page.link("Écrire à l’équipe")), (200, address), "{who:?}");
        }
        for who in [Helene, Hector, Rose, Claire, Enzo, Adelaide] {
            assert_eq!(written(app, who, team.clone()).await, 404, "{who:?}");
        }
        let fields = [("to", team.as_str()), ("subject", "Épreuve 2"), ("body", "À vos règles."), ("suite", "envoyer")];
        let thread = app.by(Thea).await.upload("/messages", &fields, &[]).await.location().unwrap();
        let page = app.by(Thomas).await.get(&thread).await;
        assert!(page.says("Équipe : Défi maths") && page.says("À vos règles."), "{}", page.text());
        for who in [Helene, Hector, Rose, Zoe, Enzo, Claire, Perrine, Adelaide] {
            assert_eq!(app.by(who).await.get(&thread).await.status, 404, "{who:?}");
        }
        // A class that joined opens nothing of its teacher but this.
        assert_eq!(written(app, Thea, format!("personne-{}", Thomas.person())).await, 404);
        assert_eq!(written(app, Thomas, format!("personne-{}", Thea.person())).await, 404);
    })
    .await;
}
