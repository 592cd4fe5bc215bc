//! A copy: asked for, packed, fetched by whoever asked, then gone; what is in it, and what is not.

use crate::{SERVICES, count, run};
use commons::{Attention, Kind, thing};
use db::{Uuid, args};
use std::io::{Cursor, Read};
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};
use zip::ZipArchive;

/// Asks for a copy; answers its address once it is packed.
async fn packed(app: &App, who: Who, child: Option<Who>) -> String {
    let client = app.by(who).await;
    let child = child.map(|it| it.person().to_string()).unwrap_or_default();
    let answer = client.post("/mes-donnees/export", &[("enfant", child.as_str())]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    assert!(client.follow(&answer).await.says("La copie se prépare"));
    app.run_jobs().await;
    client.get("/mes-donnees").await.link("Télécharger la copie").unwrap()
}

async fn archive(app: &App, who: Who, path: &str) -> ZipArchive<Cursor<Vec<u8>>> {
    let page = app.by(who).await.get(path).await;
    assert_eq!(page.status, 200, "{}", page.text());
    ZipArchive::new(Cursor::new(page.bytes)).unwrap()
}

fn text(archive: &mut ZipArchive<Cursor<Vec<u8>>>, name: &str) -> String {
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn names(archive: &ZipArchive<Cursor<Vec<u8>>>) -> Vec<String> {
    archive.file_names().map(|it| it.unwrap().into_owned()).collect()
}

#[tokio::test]
async fn a_copy_holds_a_page_and_tables() {
    on_both(SERVICES, async |app| {
        let path = packed(app, Claire, None).await;
        let page = app.by(Claire).await.get("/mes-donnees").await;
        assert!(page.says("moins de 1 Mo · disponible jusqu’au"), "{}", page.text());
        assert!(page.says("La copie proposée ici reste ouverte"), "{}", page.text());
        let mut archive = archive(app, Claire, &path).await;
        let page = text(&mut archive, "index.html");
        assert!(page.contains("<html lang=\"fr\">") && page.contains("Données gardées · Claire FABRE"), "{page}");
        assert!(!page.contains("Les fichiers envoyés") && page.contains("Chaque tableau"), "{page}");
        assert!(page.contains("claire.fabre@example.org") && page.contains("<th scope=\"col\">"), "{page}");
        let account: serde_json::Value = serde_json::from_str(&text(&mut archive, "donnees/compte.json")).unwrap();
        assert_eq!(account["titre"], "Compte");
        assert_eq!(account["lignes"][0]["Ce qui est gardé"], "claire.fabre");
        let names = names(&archive);
        for name in
            ["donnees/identite.json", "donnees/sessions.json", "donnees/essais.json", "donnees/confidences.json"]
        {
            assert!(names.iter().any(|it| it == name), "{name} in {names:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_a_child_confides_is_in_its_own_copy_only() {
    on_both(SERVICES, async |app| {
        let path = packed(app, Zoe, None).await;
        let mut own = archive(app, Zoe, &path).await;
        assert!(text(&mut own, "index.html").contains("Un secret"));
        let path = packed(app, Claire, Some(Zoe)).await;
        let mut of_child = archive(app, Claire, &path).await;
        let page = text(&mut of_child, "index.html");
        assert!(page.contains("Zoé MARTY") && !page.contains("Un secret"), "{page}");
        assert!(!page.contains("Paul"), "nothing of the other parent: {page}");
    })
    .await;
}

#[tokio::test]
async fn hostile_names_are_words() {
    on_both(SERVICES, async |app| {
        let hostile = "<script>alert(1)</script>";
        run(app, "update person set last_name = $2 where id = $1", args![Claire.person(), hostile]).await;
        let path = packed(app, Claire, None).await;
        let page = text(&mut archive(app, Claire, &path).await, "index.html");
        assert!(!page.contains("<script") && !page.contains("<b>essai</b>"), "{page}");
        assert!(page.contains("script&") && page.contains("alert(1)"), "{page}");
    })
    .await;
}

#[tokio::test]
async fn only_whoever_asked_fetches_it() {
    on_both(SERVICES, async |app| {
        let path = packed(app, Claire, Some(Zoe)).await;
        for who in [Paul, Zoe, Hector, Adelaide, Helene] {
            assert_eq!(app.by(who).await.get(&path).await.status, 404, "{who:?}");
        }
        for (who, child) in [(Samia, Zoe), (Perrine, Zoe), (Helene, Tom), (Zoe, Tom)] {
            let child = child.person().to_string();
            let answer = app.by(who).await.post("/mes-donnees/export", &[("enfant", child.as_str())]).await;
            assert_eq!(answer.status, 404, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn who_is_responsible_for_a_child_no_more_fetches_nothing_of_it() {
    on_both(SERVICES, async |app| {
        let path = packed(app, Paul, Some(Zoe)).await;
        assert_eq!(app.by(Paul).await.get(&path).await.status, 200);
        run(app, "update guardianship set until = $2 where adult_id = $1", args![Paul.person(), app.now()]).await;
        assert_eq!(app.by(Paul).await.get(&path).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_copy_that_could_not_be_packed_goes_in_time_too() {
    on_both(SERVICES, async |app| {
        app.by(Claire).await.post("/mes-donnees/export", &[]).await;
        app.at("2026-10-09T10:00");
        (personal_data::copy::FORGET.run)(app.house.clone(), "2026-10-08".to_owned()).await.unwrap();
        assert_eq!(count(app, "select count(*) as n from data_copy", &[]).await, 0);
        app.run_jobs().await;
    })
    .await;
}

#[tokio::test]
async fn asking_again_the_same_day_gives_the_same_one_and_it_goes_after_seven_days() {
    on_both(SERVICES, async |app| {
        let first = packed(app, Claire, None).await;
        let claire = app.by(Claire).await;
        claire.post("/mes-donnees/export", &[]).await;
        let all = "select count(*) as n from data_copy";
        assert_eq!(count(app, all, &[]).await, 1);
        app.at("2026-10-07T10:00");
        (personal_data::copy::FORGET.run)(app.house.clone(), "2026-10-06".to_owned()).await.unwrap();
        assert_eq!(claire.get(&first).await.status, 200);
        app.at("2026-10-09T10:00");
        assert_eq!(claire.get(&first).await.status, 404);
        (personal_data::copy::FORGET.run)(app.house.clone(), "2026-10-08".to_owned()).await.unwrap();
        assert_eq!(count(app, all, &[]).await, 0);
    })
    .await;
}

const PAROLES: Kind = Kind { name: "paroles", managed_by: None };
const BILLETS: Kind = Kind { name: "billets", managed_by: None };
const MESSAGES: Kind = Kind { name: "messages", managed_by: None };

/// A file Zoé sent with something.
async fn sent(app: &App, kind: &'static Kind, name: &str, bytes: &[u8]) {
    let hash = app.house.files.put(bytes.to_vec()).await.unwrap();
    let mut tx = app.write().await;
    let new = thing::NewThing {
        kind,
        school: Tilleuls.id(),
        circle: Cp.id(),
        year: 2026,
        author: Zoe.person(),
        card: thing::Card { title: "Un titre", excerpt: "", cover: None, cover_alt: None },
        attention: Attention::Memory,
    };
    let thing = thing::create(&mut tx, &new).await.unwrap();
    let (id, now): (Uuid, _) = (tx.id(), tx.now());
    let size = i64::try_from(bytes.len()).unwrap();
    tx.change(
        "insert into file (id, school_id, owner_id, hash, mime, name, size, created_at) \
         values ($1, $2, $3, $4, 'text/plain', $5, $6, $7)",
        args![id, Tilleuls.id(), Zoe.person(), hash, name, size, now],
    )
    .await
    .unwrap();
    tx.change("insert into attachment (thing_id, file_id, position, alt) values ($1, $2, 1, '')", args![thing, id])
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn files_come_with_it_but_those_of_confidences() {
    on_both(SERVICES, async |app| {
        sent(app, &BILLETS, "../mare.txt", b"des t\xc3\xaatards").await;
        sent(app, &PAROLES, "secret.txt", b"un secret").await;
        sent(app, &MESSAGES, "lettre.txt", b"une lettre").await;
        let path = packed(app, Claire, Some(Zoe)).await;
        let mut of_child = archive(app, Claire, &path).await;
        let files: Vec<String> = names(&of_child).into_iter().filter(|it| it.starts_with("fichiers/")).collect();
        assert_eq!(files, ["fichiers/0001-_mare.txt"]);
        assert_eq!(text(&mut of_child, "fichiers/0001-_mare.txt"), "des têtards");
        let path = packed(app, Zoe, None).await;
        let own = archive(app, Zoe, &path).await;
        assert_eq!(names(&own).iter().filter(|it| it.starts_with("fichiers/")).count(), 3);
    })
    .await;
}
