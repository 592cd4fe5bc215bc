//! « Notifications »: each chooses ways and hours, which only narrow the school's.

use crate::{
    SERVICES,
    steps::{KEYS, ask, count, subscribe, turn, woken},
};
use db::args;
use testkit::{Who::*, on_both};

const PATH: &str = "/compte/notifications";
const DEVICE: &str = "https://push.example.net/claire";

/// Hours of one's own from 17 h to 19 h, every day.
const EVENINGS: [(&str, &str); 12] = [
    ("appareils", "on"),
    ("lettres", "on"),
    ("resume", "1050"),
    ("heures", "on"),
    ("debut", "17:00"),
    ("fin", "19:00"),
    ("jours", "0"),
    ("jours", "1"),
    ("jours", "2"),
    ("jours", "3"),
    ("jours", "4"),
    ("jours", "5"),
];

fn with<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let base: [(&'a str, &'a str); 12] = EVENINGS;
    base.into_iter().filter(|(name, _)| *name != field).chain([(field, value)]).collect()
}

#[tokio::test]
async fn the_defaults_are_shown_first() {
    on_both(SERVICES, async |app| {
        let page = app.by(Claire).await.get(PATH).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.has("input[name=appareils][checked]") && page.has("input[name=semaine][checked]"));
        assert_eq!(page.attributes("select[name=resume] option[selected]", "value"), ["1050"]);
        assert!(page.says("Aucune adresse électronique n’est enregistrée"));
        assert_eq!(page.attributes("push-switch", "data-key"), [app.house.push.public_key()]);
        // Who has no child has no week of a child.
        assert!(!app.by(Thomas).await.get(PATH).await.has("input[name=semaine]"));
        assert_eq!(app.by(Zoe).await.get(PATH).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn hours_of_ones_own_narrow_those_of_the_school() {
    on_both(SERVICES, async |app| {
        subscribe(app, Claire, DEVICE).await;
        let claire = app.by(Claire).await;
        let page = claire.post_then(PATH, &EVENINGS).await;
        assert!(page.says("Vos choix sont enregistrés."), "{}", page.text());
        assert_eq!(page.attributes("#f-debut", "value"), ["17:00"]);
        ask(app, "Sortie à la ferme", app.now()).await;
        app.at("2026-10-01T16:59");
        turn(app).await;
        assert!(woken(app).is_empty());
        app.at("2026-10-01T17:30");
        turn(app).await;
        assert_eq!(woken(app), [DEVICE]);
    })
    .await;
}

#[tokio::test]
async fn what_waits_follows_a_new_choice() {
    on_both(SERVICES, async |app| {
        subscribe(app, Claire, DEVICE).await;
        let claire = app.by(Claire).await;
        claire.post_then(PATH, &EVENINGS).await;
        ask(app, "Sortie à la ferme", app.now()).await;
        claire.post_then(PATH, &[("appareils", "on"), ("resume", "")]).await;
        turn(app).await;
        assert_eq!(woken(app), [DEVICE]);
        claire.post_then(PATH, &EVENINGS).await;
        ask(app, "Photo de classe", app.now()).await;
        claire.post_then(PATH, &[("resume", "")]).await;
        app.at("2026-10-01T18:00");
        turn(app).await;
        assert_eq!(woken(app), [DEVICE]);
    })
    .await;
}

#[tokio::test]
async fn hours_that_cannot_be_are_told_beside_their_field() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        for (field, value, beside, told) in [
            ("debut", "tard", "debut", "Indiquez une heure, par exemple 08:00."),
            ("fin", "17:30", "fin", "Laissez au moins une heure entre le début et la fin, le même jour."),
            ("fin", "16:00", "fin", "Laissez au moins une heure entre le début et la fin, le même jour."),
            ("jours", "9", "jours", "Choisissez au moins un jour."),
            (
                "jours",
                "6",
                "debut",
                "Ces heures ne laissent pas une heure commune avec celles de l’école : vous ne seriez jamais prévenu.",
            ),
            ("resume", "1051", "resume", "Choisissez une des heures proposées."),
        ] {
            let page = claire.post(PATH, &with(field, value)).await;
            assert_eq!(page.status, 422, "{field} {value}");
            assert_eq!(page.texts(&format!("#f-{beside}-error")), [told], "{field} {value}");
        }
        assert_eq!(count(app, "select count(*) as n from attention_preference", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_device_is_listed_and_removed_by_its_owner_alone() {
    on_both(SERVICES, async |app| {
        subscribe(app, Claire, DEVICE).await;
        subscribe(app, Claire, DEVICE).await;
        let page = app.by(Claire).await.get(PATH).await;
        let ends = page.attributes("form[action$='/fin']", "action");
        assert_eq!(ends.len(), 1);
        assert_eq!(app.by(Paul).await.post(&ends[0], &[]).await.status, 404);
        let page = app.by(Claire).await.post_then(&ends[0], &[]).await;
        assert!(page.says("L’appareil est retiré.") && !page.has("form[action$='/fin']"));
        ask(app, "Sortie à la ferme", app.now()).await;
        turn(app).await;
        assert!(woken(app).is_empty());
    })
    .await;
}

#[tokio::test]
async fn an_address_inside_the_house_is_no_device() {
    on_both(SERVICES, async |app| {
        let claire = app.by(Claire).await;
        for endpoint in ["http://127.0.0.1:5433/", "https://10.0.0.1/x", "https://postgres/x", "x"] {
            let fields = [("endpoint", endpoint), ("p256dh", KEYS.0), ("auth", KEYS.1)];
            let page = claire.post_then("/notifications/abonnements", &fields).await;
            assert!(page.says("une adresse que l’ENT ne peut pas utiliser"), "{endpoint}");
        }
        let kept = "select count(*) as n from push_subscription where account_id = $1";
        assert_eq!(count(app, kept, args![Claire.account()]).await, 0);
    })
    .await;
}
