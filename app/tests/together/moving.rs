//! A child changes school inside the territory, or leaves and comes back: what is the child's own goes along, what the old class had
//! is read again for a year, and the new school learns nothing of it.

use crate::{published, sent};
use commons::retention;
use db::args;
use preau::services::SERVICES;
use school::{
    PersonId, PersonKind, Role, Source, circle,
    person::{NewPerson, enter},
};
use testkit::{
    App,
    Classroom::{Cm, Cp},
    MOT,
    Place::{self, JulesVerne, Tilleuls},
    Who::{self, *},
    on_both,
};
use web::personal::Subject;

const INE: &str = "120000001AB";

/// What Thomas wrote in the CP: a post of his, a post Zoé signs, a mot to sign.
struct Written {
    post: String,
    own: String,
    mot: String,
}

impl Written {
    async fn by_thomas(app: &App) -> Self {
        app.at("2026-10-01T10:00");
        let zoe = Zoe.person().to_string();
        let post = published(app, &[("comments", "on")]).await;
        let own = published(app, &[("comments", "on"), ("authors", zoe.as_str())]).await;
        let mot = sent(&app.by(Thomas).await, Cp).await;
        Self { post, own, mot }
    }
}

/// Zoé leaves her seats, as a delivery dates them.
async fn leaves_her_seats(app: &App) {
    let mut tx = app.write().await;
    let now = tx.now();
    tx.change("update member set until = $2 where person_id = $1 and until is null", args![Zoe.person(), now])
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

/// A delivery seats a pupil in the CM1 of Jules-Verne.
async fn arrives_at_jules_verne(app: &App, pupil: PersonId) {
    let mut tx = app.write().await;
    for place in [JulesVerne.pupils(), Cm.id()] {
        circle::seat_from(&mut tx, Source::Aaf, place, pupil, Role::Pupil).await.unwrap();
    }
    tx.commit().await.unwrap();
    app.wait(60);
}

/// Zoé is in no delivery any more.
async fn disappears(app: &App) {
    leaves_her_seats(app).await;
    let mut tx = app.write().await;
    let now = tx.now();
    tx.change("update person set gone_at = $2, ine = $3 where id = $1", args![Zoe.person(), now, INE]).await.unwrap();
    tx.commit().await.unwrap();
}

/// A delivery holds her again, where she was.
async fn is_delivered_again(app: &App) {
    let mut tx = app.write().await;
    tx.change("update person set gone_at = null where id = $1", args![Zoe.person()]).await.unwrap();
    for place in [Tilleuls.pupils(), Cp.id()] {
        circle::seat_from(&mut tx, Source::Aaf, place, Zoe.person(), Role::Pupil).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// A delivery brings the same child with another record: the national number tells.
async fn has_another_record(app: &App) -> PersonId {
    let named = NewPerson::named(PersonKind::Pupil, Source::Aaf, "16", ("Zoé", "MARTY"));
    let record = NewPerson { birth_day: Some("2020-05-14"), ine: Some(INE), level: Some("1121"), ..named };
    let mut tx = app.write().await;
    let pupil = enter(&mut tx, &record).await.unwrap();
    tx.commit().await.unwrap();
    arrives_at_jules_verne(app, pupil).await;
    pupil
}

/// The night: entries that exist twice, then departures and returns.
async fn night(app: &App, when: &str) {
    app.at(when);
    (supply::double::night::NIGHT.run)(app.house.clone(), String::new()).await.unwrap();
    (years::departure::night::NIGHT.run)(app.house.clone(), String::new()).await.unwrap();
    app.run_jobs().await;
}

async fn count(app: &App, sql: &'static str, person: PersonId) -> i64 {
    app.read().await.count(sql, args![person]).await.unwrap()
}

const LEAVING: &str = "select count(*) as n from departure where person_id = $1";
const SEATED: &str = "select count(*) as n from member m join circle c on c.id = m.circle_id \
     and c.kind = 'class' where m.person_id = $1 and m.until is null";

#[tokio::test]
async fn a_child_who_changes_school_reads_for_a_year_what_the_old_class_had_until_then() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        app.at("2026-10-05T10:00");
        leaves_her_seats(app).await;
        arrives_at_jules_verne(app, Zoe.person()).await;
        let later = published(app, &[]).await;
        let past = format!("/annees/{}", Cp.id());
        for who in [Zoe, Claire, Paul] {
            let client = app.by(who).await;
            assert!(client.get("/annees").await.says("CP de M. Roux"), "{who:?}");
            let class = client.get(&past).await;
            assert!(class.says("La mare") && class.says("le 5 octobre 2026"), "{who:?}: {}", class.text());
            let links = class.attributes("main a", "href");
            assert!(links.contains(&written.post) && !links.contains(&later), "{who:?}: {links:?}");
            let page = client.get(&written.post).await;
            assert!(page.status == 200 && !page.has("[name=comment]"), "{who:?}: {}", page.text());
            let answer = client.post(&format!("{}/commentaires", written.post), &[("comment", "Et moi ?")]).await;
            assert_eq!(answer.status, 403, "{who:?}");
            assert_eq!(client.get(&later).await.status, 404, "{who:?}");
            assert_eq!(client.get(&Cp.path("/journal")).await.status, 404, "{who:?}");
        }
        app.at("2027-09-30T10:00");
        assert_eq!(app.by(Zoe).await.get(&written.post).await.status, 200);
        app.at("2027-10-06T10:00");
        for who in [Zoe, Claire, Paul] {
            assert_eq!(app.by(who).await.get(&written.post).await.status, 404, "{who:?}");
            assert_eq!(app.by(who).await.get(&past).await.status, 404, "{who:?}");
        }
        // What she signed is hers.
        assert_eq!(app.by(Zoe).await.get(&written.own).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_mot_changed_after_a_child_left_stands_in_the_past_year_as_it_was() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        // Somebody stays: a mot for nobody is not changed.
        app.comes(Lina, Cp).await;
        app.at("2026-10-05T10:00");
        leaves_her_seats(app).await;
        arrives_at_jules_verne(app, Zoe.person()).await;
        let thomas = app.by(Thomas).await;
        let form = thomas.get(&format!("{}/modifier", written.mot)).await;
        let edition = form.attributes("input[name=edition]", "value").concat();
        let kept = MOT.into_iter().filter(|it| it.0 != "title");
        let fields: Vec<_> = kept.chain([("title", "Sortie au lac"), ("edition", edition.as_str())]).collect();
        assert_eq!(thomas.upload(&written.mot, &fields, &[]).await.status, 303);
        for who in [Claire, Paul] {
            let client = app.by(who).await;
            let page = client.get(&format!("/annees/{}", Cp.id())).await;
            assert!(page.says("Sortie à la ferme") && !page.says("Sortie au lac"), "{who:?}: {}", page.text());
            assert!(!page.says("Modifié après le départ de l’enfant"), "{who:?}: {}", page.text());
            assert!(client.get(&written.mot).await.says("Sortie à la ferme"), "{who:?}");
        }
    })
    .await;
}

/// What the journal puts in the copy somebody asks for.
async fn copied(app: &App, who: Who) -> String {
    let subject = Subject { people: vec![who.person()], account: Some(who.account()), own: true, by_guardian: false };
    let mut tx = app.read().await;
    let parts = (journal::SERVICE.personal_data)(&mut tx, &subject).await.unwrap();
    format!("{parts:?}")
}

#[tokio::test]
async fn what_is_the_childs_own_goes_along_and_the_family_keeps_it() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        let fields = [("title", "Mon têtard"), ("body", "Il a deux pattes."), ("suite", "brouillon")];
        let begun = app.by(Zoe).await.upload(&Cp.path("/billets"), &fields, &[]).await.location().unwrap();
        let image = |place: Place| format!("{}/{}", place.id(), Zoe.person());
        let answer = format!("class-{}-{}", Tilleuls.id(), Zoe.person());
        let to = format!("/droit-image/{}", image(Tilleuls));
        assert_eq!(app.by(Claire).await.post(&to, &[(answer.as_str(), "yes")]).await.status, 303);
        app.at("2026-10-05T10:00");
        leaves_her_seats(app).await;
        arrives_at_jules_verne(app, Zoe.person()).await;
        let (zoe, claire) = (app.by(Zoe).await, app.by(Claire).await);
        for (client, path, title) in [
            (&zoe, &written.own, "La mare"),
            (&zoe, &begun, "Mon têtard"),
            (&claire, &written.own, "La mare"),
            (&claire, &written.mot, "Sortie à la ferme"),
        ] {
            let page = client.get(path).await;
            assert!(page.status == 200 && page.says(title), "{title}: {}", page.text());
        }
        // What is her own is read, and no longer written.
        for post in [&written.own, &begun] {
            assert_eq!(zoe.get(&format!("{post}/modifier")).await.status, 404);
        }
        let kept = zoe.get("/mes-donnees").await;
        assert!(kept.says("CP de M. Roux") && kept.says("CM1 de Mme Carrère"), "{}", kept.text());
        assert!(copied(app, Zoe).await.contains("Mon têtard"));
        // What the mother answered for one school is hers to read, and nothing for the other, which asks anew.
        let rows = claire.get("/mes-donnees").await.texts("main tbody tr");
        assert!(rows.iter().any(|it| it.contains("Les Tilleuls") && it.contains("Autorisé")), "{rows:?}");
        let asked = claire.get("/droit-image").await;
        assert_eq!(asked.attributes("main form", "action"), [format!("/droit-image/{}", image(JulesVerne))]);
        assert!(!asked.has("input[checked]"), "{}", asked.text());
        assert_eq!(zoe.get("/depart").await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_teachers_of_the_new_school_see_nothing_of_the_old_class() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        app.at("2026-10-05T10:00");
        leaves_her_seats(app).await;
        arrives_at_jules_verne(app, Zoe.person()).await;
        let past = format!("/annees/{}", Cp.id());
        for who in [Thea, Hector, Enzo, Perrine] {
            let client = app.by(who).await;
            for path in [&written.post, &written.own, &written.mot, &past, &Cp.path("/journal"), &Cp.path("")] {
                assert_eq!(client.get(path).await.status, 404, "{path} to {who:?}");
            }
        }
        assert_eq!(app.by(Thomas).await.get(&written.post).await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_back_in_the_days_of_grace_finds_the_class_again() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        app.at("2026-10-05T10:00");
        disappears(app).await;
        night(app, "2026-10-06T03:00").await;
        assert!(app.by(Zoe).await.get("/depart").await.says("Tu as quitté l’école"));
        app.at("2026-10-20T10:00");
        is_delivered_again(app).await;
        night(app, "2026-10-21T03:00").await;
        assert_eq!(count(app, LEAVING, Zoe.person()).await, 0);
        let zoe = app.by(Zoe).await;
        assert_eq!(zoe.get("/depart").await.status, 404);
        assert!(zoe.get(&written.post).await.has("[name=comment]"));
        // The class is hers again, and no past one.
        assert!(!zoe.get("/annees").await.says("CP de M. Roux"));
    })
    .await;
}

#[tokio::test]
async fn a_pupil_back_after_the_account_closed_comes_in_again() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        app.at("2026-10-05T10:00");
        disappears(app).await;
        night(app, "2026-10-06T03:00").await;
        night(app, "2026-11-05T03:00").await;
        assert!(app.by(Zoe).await.get("/depart").await.asks_to_sign_in());
        app.at("2026-11-20T10:00");
        is_delivered_again(app).await;
        night(app, "2026-11-21T03:00").await;
        assert_eq!(app.by(Zoe).await.get(&written.post).await.status, 200);
        assert_eq!(count(app, LEAVING, Zoe.person()).await, 0);
    })
    .await;
}

/// Zoé leaves, these nights pass, then she comes to Jules-Verne with another record of the same number.
async fn comes_back_with_another_record(app: &App, nights: &[&str], back: &str, after: &str) {
    let written = Written::by_thomas(app).await;
    app.at("2026-10-05T10:00");
    disappears(app).await;
    for when in nights {
        night(app, when).await;
    }
    app.at(back);
    let record = has_another_record(app).await;
    night(app, after).await;
    assert_eq!(count(app, "select count(*) as n from person where merged_into = $1", record).await, 1);
    assert_eq!(count(app, LEAVING, Zoe.person()).await, 0);
    let zoe = app.by(Zoe).await;
    for path in ["/", &Cm.path("/journal"), &written.post, &written.own] {
        assert_eq!(zoe.get(path).await.status, 200, "{path}");
    }
}

#[tokio::test]
async fn a_pupil_back_with_another_record_keeps_the_account() {
    on_both(SERVICES, async |app| {
        comes_back_with_another_record(app, &["2026-10-06T03:00"], "2026-10-20T10:00", "2026-10-21T03:00").await;
    })
    .await;
}

#[tokio::test]
async fn another_record_opens_the_account_that_was_closed() {
    on_both(SERVICES, async |app| {
        let nights = ["2026-10-06T03:00", "2026-11-05T03:00"];
        comes_back_with_another_record(app, &nights, "2026-11-20T10:00", "2026-11-21T03:00").await;
    })
    .await;
}

#[tokio::test]
async fn a_pupil_back_after_the_erasure_begins_anew() {
    on_both(SERVICES, async |app| {
        let written = Written::by_thomas(app).await;
        app.at("2026-10-05T10:00");
        disappears(app).await;
        for when in ["2026-10-06T03:00", "2026-12-05T03:00", "2026-12-28T03:00"] {
            night(app, when).await;
        }
        app.at("2027-01-10T04:00");
        let rule = *app.house.rules.find("accounts-gone").unwrap();
        retention::run(&app.house, &rule, "2027-01-09").await.unwrap();
        let record = has_another_record(app).await;
        night(app, "2027-01-12T03:00").await;
        assert_eq!(count(app, "select count(*) as n from person where merged_into = $1", record).await, 0);
        assert_eq!(count(app, "select count(*) as n from account_person where person_id = $1", record).await, 0);
        assert_eq!(count(app, SEATED, record).await, 1);
        // What she signed stays, and nothing ties it to her.
        let own = app.by(Thomas).await.get(&written.own).await;
        assert!(own.says("Ancien élève") && !own.says("Zoé"), "{}", own.text());
    })
    .await;
}
