//! Objections and restrictions: granted by the desk, applied by the house, released.

use crate::{SERVICES, at_desk, count, file, prove, run};
use commons::{
    Attention, Kind, Level, ThingId, image_right,
    image_right::Purpose,
    image_right::State,
    limitation,
    retention::{self, Rule, base},
    share, thing,
};
use db::{Error, Uuid, args};
use testkit::{
    App,
    Classroom::Cp,
    Place::Tilleuls,
    Who::{self, *},
    on_both,
};

const BILLETS: Kind = Kind { name: "billets", managed_by: None };

/// A request of somebody, granted by the desk; answers its address there.
async fn granted(app: &App, who: Who, child: Option<Who>, kind: &str, topic: &str) -> String {
    let client = app.by(who).await;
    prove(app, who).await;
    let child = child.map(|it| it.person().to_string()).unwrap_or_default();
    let fields =
        [("droit", kind), ("enfant", child.as_str()), ("texte", "Une situation particulière."), ("sujet", "image")];
    let file = at_desk(&file(&client, &fields).await);
    let desk = app.by(Adelaide).await;
    let grant = [("sujet", topic), ("reason", "Situation établie.")];
    let page = desk.post_then(&format!("{file}/limites"), &grant).await;
    assert!(page.says("C’est appliqué dès maintenant.") && page.says("Situation établie."), "{}", page.text());
    file
}

/// Releases the limit shown at the desk.
async fn release(app: &App, file: &str) {
    let desk = app.by(Adelaide).await;
    let action = desk.get(file).await.attributes("form[action$='/levee']", "action").concat();
    let page = desk.post_then(&action, &[]).await;
    assert!(page.says("C’est levé."), "{}", page.text());
}

async fn image_of_zoe(app: &App) -> State {
    let mut tx = app.read().await;
    let states = image_right::state(&mut tx, Tilleuls.id(), 2026, &[Zoe.person()], Purpose::Class).await.unwrap();
    states[0].1
}

#[tokio::test]
async fn an_objection_to_the_image_is_a_refusal_until_it_is_released() {
    on_both(SERVICES, async |app| {
        for (number, adult) in [(1, Claire), (2, Paul)] {
            run(
                app,
                "insert into image_right (id, school_id, child_id, adult_id, purpose, year, number, answer, answered_at) \
                 values ($1, $2, $3, $4, 'class', 2026, 1, 'yes', $5)",
                args![Uuid::from_u128(number), Tilleuls.id(), Zoe.person(), adult.person(), app.now()],
            )
            .await;
        }
        assert_eq!(image_of_zoe(app).await, State::Yes);
        let file = granted(app, Claire, Some(Zoe), "objection", "image").await;
        assert_eq!(image_of_zoe(app).await, State::No);
        let page = app.by(Claire).await.get("/mes-donnees").await;
        assert!(page.says("Oppositions et limitations") && page.says("L’image"), "{}", page.text());
        release(app, &file).await;
        assert_eq!(image_of_zoe(app).await, State::Yes);
    })
    .await;
}

/// A post of Thomas that the class reads.
async fn post(app: &App) -> ThingId {
    let mut tx = app.write().await;
    let new = thing::NewThing {
        kind: &BILLETS,
        school: Tilleuls.id(),
        circle: Cp.id(),
        year: 2026,
        author: Thomas.person(),
        card: thing::Card { title: "La mare", excerpt: "", cover: None, cover_alt: None },
        attention: Attention::Memory,
    };
    let id = thing::create(&mut tx, &new).await.unwrap();
    let now = tx.now();
    share::grant(&mut tx, id, Cp.id(), Level::See, now, Thomas.person()).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn is_hidden(app: &App, id: ThingId) -> bool {
    let sql = "select count(*) as n from thing where id = $1 and withdrawn_at is not null";
    app.read().await.count(sql, args![id]).await.unwrap() == 1
}

#[tokio::test]
async fn a_restriction_hides_what_was_written_and_stops_the_rest() {
    on_both(SERVICES, async |app| {
        let id = post(app).await;
        let file = granted(app, Thomas, None, "restriction", "all").await;
        assert!(is_hidden(app, id).await);
        let mut tx = app.write().await;
        assert_eq!(limitation::unmeasured(&mut tx).await.unwrap(), [Thomas.account()]);
        let suggested =
            limitation::limited(&mut tx, [Thomas.person(), Helene.person()], limitation::Topic::Suggestions);
        assert_eq!(suggested.await.unwrap(), [Thomas.person()]);
        // Nobody gives it back to its readers meanwhile.
        assert!(matches!(thing::set_withdrawn(&mut tx, id, false).await, Err(Error::Forbidden)));
        drop(tx);
        assert!(app.by(Thomas).await.get("/mes-donnees").await.says("Vos données sont limitées"));
        release(app, &file).await;
        assert!(!is_hidden(app, id).await);
        let taken = "select count(*) as n from thing where id = $1 and taken_at = $2";
        assert_eq!(count(app, taken, args![id, app.now()]).await, 1, "what it said then is shown to nobody who left");
        let mut tx = app.read().await;
        assert!(limitation::unmeasured(&mut tx).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_limit_is_granted_to_who_asked_for_it_and_with_a_reason() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        let fields = [("droit", "objection"), ("texte", "Ma situation."), ("sujet", "measurement")];
        let own = file(&claire, &fields).await;
        let (desk, file) = (app.by(Adelaide).await, at_desk(&own));
        let address = format!("{file}/limites");
        let grant = [("sujet", "measurement"), ("reason", "Établi.")];
        assert_eq!(desk.post(&address, &grant).await.status, 403, "it is not known who asks");
        desk.post(&format!("{file}/identite"), &[("identite", "Pièce vue")]).await;
        let page = desk.post(&address, &[("sujet", "measurement")]).await;
        assert_eq!(page.status, 422);
        let page = desk.post(&address, &[("reason", "Établi.")]).await;
        assert!(page.status == 422 && page.html().contains("Établi."), "{}", page.text());
        // An objection asks for no restriction.
        assert_eq!(desk.post(&address, &[("sujet", "all"), ("reason", "Établi.")]).await.status, 404);
        assert_eq!(desk.post(&address, &grant).await.status, 303);
        for who in [Helene, Claire, Hector] {
            assert_eq!(app.by(who).await.post(&address, &grant).await.status, 404, "{who:?}");
        }
    })
    .await;
}

const ACCESSES: Rule = Rule {
    topic: "access-notes",
    label: || "Consultations",
    why: || "",
    default_days: 365,
    least_days: 365,
    most_days: 365,
    work: base::ACCESSES,
};

#[tokio::test]
async fn what_is_restricted_is_not_erased_when_its_time_comes() {
    on_both(SERVICES, async |app| {
        for who in [Thomas, Zoe] {
            run(
                app,
                "insert into access (subject_id, day, topic, account_id, reason, times, first_at, last_at) \
                 values ($1, '2026-10-01', 'quality', $2, null, 1, $3, $3)",
                args![who.person(), Helene.account(), app.now()],
            )
            .await;
        }
        granted(app, Thomas, None, "restriction", "all").await;
        let kept = "select count(*) as n from access where subject_id = $1 and topic = 'quality'";
        app.at("2027-12-01T03:00");
        retention::run(&app.house, &ACCESSES, "2027-11-30").await.unwrap();
        assert_eq!(count(app, kept, args![Thomas.person()]).await, 1);
        assert_eq!(count(app, kept, args![Zoe.person()]).await, 0);
        run(app, "update data_limit set until = $1 where until is null", args![app.now()]).await;
        retention::run(&app.house, &ACCESSES, "2027-12-01").await.unwrap();
        assert_eq!(count(app, kept, args![Thomas.person()]).await, 0);
    })
    .await;
}

const KEPT_TEXTS: Rule = Rule {
    topic: "kept-texts",
    label: || "Textes gardés",
    why: || "",
    default_days: 365,
    least_days: 365,
    most_days: 365,
    work: base::KEPT_TEXTS,
};

#[tokio::test]
async fn what_a_post_of_somebody_restricted_said_is_not_erased_when_its_time_comes() {
    on_both(SERVICES, async |app| {
        let id = post(app).await;
        run(
            app,
            "insert into thing_kept (thing_id, stood_from, stood_until, title, body) \
             values ($1, $2, $3, 'La mare', '')",
            args![id, app.now(), app.now().plus_seconds(60)],
        )
        .await;
        granted(app, Thomas, None, "restriction", "all").await;
        let kept = "select count(*) as n from thing_kept where thing_id = $1";
        app.at("2027-12-01T03:00");
        retention::run(&app.house, &KEPT_TEXTS, "2027-11-30").await.unwrap();
        assert_eq!(count(app, kept, args![id]).await, 1);
        run(app, "update data_limit set until = $1 where until is null", args![app.now()]).await;
        retention::run(&app.house, &KEPT_TEXTS, "2027-12-01").await.unwrap();
        assert_eq!(count(app, kept, args![id]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn why_a_child_is_limited_is_told_to_no_parent() {
    on_both(SERVICES, async |app| {
        granted(app, Claire, Some(Zoe), "objection", "image").await;
        for who in [Claire, Paul] {
            let page = app.by(who).await.get("/mes-donnees").await;
            assert!(page.says("L’image") && !page.says("Situation établie."), "{who:?}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_granted_shows_before_the_answer_is_written() {
    on_both(SERVICES, async |app| {
        let file = granted(app, Thomas, None, "restriction", "all").await;
        let own = file.replace("/demandes-de-droits/", "/mes-donnees/demandes/");
        let thomas = app.by(Thomas).await;
        let page = thomas.get(&own).await;
        assert!(page.says("Déjà appliqué, depuis le 1er octobre 2026"), "{}", page.text());
        assert!(page.says("En cours") && !page.says("Identité vérifiée"), "{}", page.text());
        assert!(
            page.says("Limitation de toutes les données") && page.link("Voir les oppositions et limitations").is_some()
        );
        assert!(!page.says("Situation établie."), "why is told in the answer");
        let desk = app.by(Adelaide).await;
        let page = desk.get(&file).await;
        assert!(page.says("La réponse à la personne reste à écrire."), "{}", page.text());
        assert!(page.says("Accordé et appliqué"), "{}", page.text());
        release(app, &file).await;
        assert!(!thomas.get(&own).await.says("Déjà appliqué"));
        let page = desk.get(&file).await;
        assert!(!page.says("reste à écrire") && page.says("Levé"), "{}", page.text());
    })
    .await;
}
