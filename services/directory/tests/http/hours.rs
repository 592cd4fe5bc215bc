//! « Pause numérique »: the hours at which a school delivers.

use crate::{SERVICES, audited, count};
use db::args;
use testkit::{App, Page, Place::Tilleuls, Who::*, on_both};

/// Hours a head may choose.
const GOOD: [(&str, &str); 7] = [
    ("debut", "08:00"),
    ("fin", "18:30"),
    ("jours", "0"),
    ("jours", "1"),
    ("jours", "3"),
    ("jours", "4"),
    ("vacances", "attendre"),
];

fn path() -> String {
    format!("/ecoles/{}/heures", Tilleuls.id())
}

/// The good hours, one field typed otherwise.
fn form<'a>(field: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let good: [(&'a str, &'a str); 7] = GOOD;
    good.into_iter().filter(|(name, _)| *name != field).chain([(field, value)]).collect()
}

async fn saved(app: &App, hours: Option<&str>) -> bool {
    let sql = "select count(*) as n from school where id = $1 and hours is not distinct from $2";
    count(app, sql, args![Tilleuls.id(), hours]).await == 1
}

fn values(page: &Page) -> [Vec<String>; 2] {
    [page.attributes("#f-debut", "value"), page.attributes("#f-fin", "value")]
}

#[tokio::test]
async fn the_national_hours_are_shown_first_with_what_they_mean_now() {
    on_both(SERVICES, async |app| {
        let page = app.by(Helene).await.get(&path()).await;
        assert_eq!(values(&page), [["07:00"], ["20:00"]]);
        assert_eq!(page.attributes("input[name='jours'][checked]", "value"), ["0", "1", "2", "3", "4"]);
        assert_eq!(page.attributes("input[name='vacances'][checked]", "value"), ["remettre"]);
        let rule = "Règle nationale : remise de 7 h à 20 h, du lundi au vendredi, hors jours fériés.";
        assert!(page.says(rule), "{}", page.text());
        assert!(page.says("Un billet écrit maintenant serait remis tout de suite."), "{}", page.text());
        app.at("2026-10-01T21:00");
        let page = app.by(Helene).await.get(&path()).await;
        assert!(page.says("Un billet écrit maintenant sera remis demain à 7 h."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_head_sets_the_hours_and_the_page_says_what_they_mean() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let page = helene.post_then(&path(), &GOOD).await;
        assert!(page.says("Les heures de l’école sont enregistrées."), "{}", page.text());
        assert_eq!(values(&page), [["08:00"], ["18:30"]]);
        assert_eq!(page.attributes("input[name='jours'][checked]", "value"), ["0", "1", "3", "4"]);
        let json = concat!(
            r#"{"opens":"08:00:00","closes":"18:30:00","#,
            r#""days":[true,true,false,true,true,false,false],"holidays":"wait"}"#
        );
        assert!(saved(app, Some(json)).await);
        assert_eq!(audited(app, Helene, "hours-changed", &Tilleuls.id().to_string()).await, 1);
        app.at("2026-10-01T19:00");
        let page = app.by(Helene).await.get(&path()).await;
        assert!(page.says("Un billet écrit maintenant sera remis demain à 8 h."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn hours_that_cannot_be_are_told_beside_their_field_and_what_was_typed_stays() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        for (field, value, told) in [
            ("debut", "sept", "Indiquez l’heure de début des remises, par exemple 07:00."),
            ("fin", "", "Indiquez l’heure de fin des remises, par exemple 20:00."),
            ("fin", "07:30", "L’heure de fin doit venir après l’heure de début, le même jour."),
            ("fin", "11:00", "Laissez au moins quatre heures entre le début et la fin des remises."),
        ] {
            let page = helene.post(&path(), &form(field, value)).await;
            assert_eq!(page.status, 422, "{field} {value}");
            assert_eq!(page.texts(&format!("#f-{field}-error")), [told]);
            assert!(page.says("Un point est à corriger"), "{}", page.text());
            assert_eq!(page.attributes(&format!("#f-{field}"), "value"), [value]);
            assert_eq!(page.attributes("input[name='jours'][checked]", "value"), ["0", "1", "3", "4"]);
        }
        let page = helene.post(&path(), &[("debut", "08:00"), ("fin", "18:00")]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Choisissez au moins un jour de remise."), "{}", page.text());
        assert!(saved(app, None).await, "nothing was saved");
        assert_eq!(audited(app, Helene, "hours-changed", &Tilleuls.id().to_string()).await, 0);
    })
    .await;
}

#[tokio::test]
async fn one_button_goes_back_to_the_national_hours() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        helene.post(&path(), &GOOD).await;
        let page = helene.get(&path()).await;
        assert_eq!(page.attributes("button[name='national']", "value"), ["oui"]);
        let page = helene.post_then(&path(), &form("national", "oui")).await;
        assert_eq!(values(&page), [["07:00"], ["20:00"]]);
        assert_eq!(page.attributes("input[name='jours'][checked]", "value"), ["0", "1", "2", "3", "4"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_else_sets_the_hours() {
    on_both(SERVICES, async |app| {
        for who in [Thomas, Rose, Agnes, Claire, Zoe, Hector, Adelaide] {
            assert_eq!(app.by(who).await.post(&path(), &GOOD).await.status, 404, "{who:?}");
        }
        assert!(saved(app, None).await);
    })
    .await;
}
