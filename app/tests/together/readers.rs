//! Somebody a family lets read: from the letter to the journal of the class, and nothing else of the school.

use crate::published;
use preau::services::SERVICES;
use testkit::{
    App,
    Classroom::Cp,
    Client,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

/// A password strong enough for everybody, which nobody of the world has.
const PASSWORD: &str = "Cabane-orange-58!";
/// An identifier nobody has.
const NOBODY: &str = "01970000000070008000000000009999";
/// Services of the school in which a reader finds nothing, at any address.
const CLOSED: [&str; 6] = ["messages", "liaison", "news", "protection", "directory", "writing"];

/// Claire invites Zoé's grandmother, who accepts and comes in with a new account.
pub(super) async fn lucette(app: &App) -> Client<'_> {
    let fields = [("prenom", "Lucette"), ("nom", "Fabre"), ("lien", "grand-mère"), ("courriel", "lucette@example.org")];
    let invitations = format!("/foyer/enfants/{}/lecteurs", Zoe.person());
    assert_eq!(app.by(Claire).await.post(&invitations, &fields).await.location().as_deref(), Some("/foyer"));
    app.run_jobs().await;
    let letter = app.letters().into_iter().find(|it| it.contains("To: lucette@example.org")).unwrap();
    let at = letter.find("/invitations/").unwrap();
    let link = letter[at..].split_whitespace().next().unwrap();
    let client = app.anonymous();
    let activation = client.post(link, &[("avec", "nouveau")]).await;
    let value = |name: &str| activation.attributes(&format!("input[name={name}]"), "value").concat();
    let (login, code) = (value("identifiant"), value("code"));
    let choice = client.post("/activation", &[("identifiant", login.as_str()), ("code", code.as_str())]).await;
    let choice = choice.location().unwrap();
    let known = client.get(&choice).await.attributes("input[name=courriel]", "value");
    assert_eq!(known, ["lucette@example.org"], "the letter came there");
    let fields = [("nouveau", PASSWORD), ("confirmation", PASSWORD), ("courriel", known[0].as_str()), ("charte", "on")];
    assert_eq!(client.post(&choice, &fields).await.location().as_deref(), Some("/"));
    client
}

fn filled(pattern: &str) -> String {
    let known = pattern
        .replace("{circle}", &Cp.id().to_string())
        .replace("{school}", &Tilleuls.id().to_string())
        .replace("{person}", &Zoe.person().to_string())
        .replace("{child}", &Zoe.person().to_string());
    known.split('/').map(|part| if part.starts_with('{') { NOBODY } else { part }).collect::<Vec<_>>().join("/")
}

#[tokio::test]
async fn a_reader_finds_the_journal_and_the_account_and_nothing_else() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let lucette = lucette(app).await;
        let post = published(app, &[("comments", "on")]).await;
        let home = lucette.get("/").await;
        assert_eq!(home.attributes(".navigation-entry", "href"), ["/", "/journal"], "{}", home.text());
        assert!(home.says("La mare"), "{}", home.text());
        let journal = lucette.get(&Cp.path("/journal")).await;
        assert!(journal.status == 200 && journal.says("La mare"));
        let page = lucette.get(&post).await;
        assert!(page.says("Des têtards.") && !page.has("form[action$='/commentaires']"), "{}", page.text());
        assert_eq!(lucette.post(&format!("{post}/commentaires"), &[("comment", "Bravo.")]).await.status, 403);
        for path in ["/compte", "/compte/notifications", "/mes-donnees"] {
            assert_eq!(lucette.get(path).await.status, 200, "{path}");
        }
        for path in
            ["/foyer", "/cantine", "/assistance", &format!("/enfants/{}", Zoe.person()), &Cp.path("/billets/nouveau")]
        {
            assert!([403, 404].contains(&lucette.get(path).await.status), "{path}");
        }
        let lines = SERVICES.iter().filter(|it| CLOSED.contains(&it.name)).flat_map(|it| it.paths);
        let paths: Vec<String> = lines.filter_map(|line| line.strip_prefix("GET ")).map(filled).collect();
        assert!(paths.len() > 40, "{paths:?}");
        for path in paths {
            let page = lucette.get(&path).await;
            assert!([403, 404].contains(&page.status), "{path}: {} {}", page.status, page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn a_reader_finds_nothing_of_another_class_nor_of_what_is_for_the_class_alone() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let lucette = lucette(app).await;
        let alone = published(app, &[]).await;
        let thomas = app.by(Thomas).await;
        let fields = [("title", "Entre nous"), ("body", "Pour la classe."), ("audience", "class")];
        let post = thomas.upload(&Cp.path("/billets"), &fields, &[]).await.location().unwrap();
        thomas.post_then(&format!("{post}/publication"), &[]).await;
        assert_eq!(lucette.get(&post).await.status, 404);
        assert!(!lucette.get(&Cp.path("/journal")).await.says("Entre nous"));
        assert_eq!(lucette.get(&testkit::Classroom::Ce.path("/journal")).await.status, 404);
        assert_eq!(lucette.get(&alone).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn who_publishes_reads_that_somebody_invited_will_see_it() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        lucette(app).await;
        let thomas = app.by(Thomas).await;
        for (audience, told) in [("class-and-families", true), ("class", false)] {
            let fields = [("title", "La mare"), ("body", "Des têtards."), ("audience", audience)];
            let post = thomas.upload(&Cp.path("/billets"), &fields, &[]).await.location().unwrap();
            let panel = thomas.get(&format!("{post}/publication")).await;
            assert_eq!(panel.texts(".sees-who dt").contains(&"1 proche invité".to_owned()), told, "{audience}");
            assert!(!panel.says("Lucette"), "who reads with a family is the family's business");
        }
    })
    .await;
}

#[tokio::test]
async fn a_reader_whose_invitation_is_over_reads_nothing_at_once() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let lucette = lucette(app).await;
        let post = published(app, &[]).await;
        assert_eq!(lucette.get(&post).await.status, 200);
        let paul = app.by(Paul).await;
        assert!(paul.get("/").await.says("Lucette Fabre (grand-mère) a reçu une invitation"));
        let end = paul.get("/foyer").await.attributes("main a[href$='/fin']", "href").remove(0);
        paul.post_then(&end, &[]).await;
        for path in [post.as_str(), "/", "/compte"] {
            assert!(lucette.get(path).await.asks_to_sign_in(), "{path}");
        }
        let fields = [("identifiant", "lucette.fabre"), ("mot_de_passe", PASSWORD)];
        assert_eq!(app.anonymous().post("/connexion", &fields).await.status, 422);
    })
    .await;
}

#[tokio::test]
async fn a_reader_whose_family_is_responsible_no_more_is_told_so_and_is_no_staff() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let lucette = lucette(app).await;
        let post = published(app, &[]).await;
        assert!(lucette.get("/").await.says("Proche invité"));
        let mut tx = app.write().await;
        let over = "update guardianship set until = $3 where child_id = $1 and adult_id = $2";
        let now = tx.now();
        tx.change(over, db::args![Zoe.person(), Claire.person(), now]).await.unwrap();
        tx.commit().await.unwrap();
        let home = lucette.get("/").await;
        assert_eq!(home.status, 200, "{:?}", home.location());
        assert!(home.says("Aucune famille ne vous invite plus") && !home.says("annuaire"), "{}", home.text());
        assert_eq!(lucette.get(&post).await.status, 404);
        for path in ["/compte", "/mes-donnees"] {
            assert_eq!(lucette.get(path).await.status, 200, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_parent_who_reads_for_another_child_answers_nothing_about_that_child() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mut tx = app.write().await;
        let now = tx.now();
        tx.change(
            "insert into reader (child_id, person_id, invited_by, word, since) values ($1, $2, $3, 'tante', $4)",
            db::args![Zoe.person(), Who::Samia.person(), Claire.person(), now],
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let post = published(app, &[]).await;
        let samia = app.by(Samia).await;
        assert_eq!(samia.get(&post).await.status, 200);
        for path in ["/droit-image", "/carnet", "/messages/nouveau", "/cantine", "/foyer"] {
            let page = samia.get(path).await;
            assert!(page.status == 200 && !page.says("Zoé"), "{path}: {}", page.text());
        }
        assert_eq!(samia.get(&format!("/enfants/{}", Zoe.person())).await.status, 404);
    })
    .await;
}
