//! For thirty days an opening is undone, and everything is as it was.

use crate::{
    CE1, CE2_CM1, SERVICES, academy, change, class, classes, count, in_august, open, opened, prepared, rentree,
};
use db::args;
use testkit::{
    App,
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};
use years::turn::sweep;

#[tokio::test]
async fn everybody_is_back_where_they_were_and_the_draft_too() {
    on_both(SERVICES, async |app| {
        change(app, "update person set source = 'hand' where id = $1", args![Zoe.person()]).await;
        change(app, "update person set source = 'onde', level = '1125' where id = $1", args![Tom.person()]).await;
        prepared(app).await;
        let people = [Zoe, Tom, Lina, Thomas, Helene, Claire, Samia, Karim];
        let mut before = Vec::new();
        for who in people {
            before.push(classes(app, who).await);
        }
        let helene = in_august(app).await;
        open(&helene).await;
        assert_eq!(classes(app, Zoe).await, [CE1]);
        app.at("2027-09-03T18:00");
        let page = helene.get(&rentree("/annulation")).await;
        assert!(page.says("C’est possible jusqu’au 29 septembre 2027"), "{}", page.text());
        let page = helene.post_then(&rentree("/annulation"), &[]).await;
        assert!(page.says("L’ouverture de l’année 2027-2028 est annulée."), "{}", page.text());
        assert_eq!(page.texts("tbody tr th a").first().map(String::as_str), Some(CE1));
        for (who, before) in people.into_iter().zip(before) {
            assert_eq!(classes(app, who).await, before, "{who:?}");
        }
        let same = "select count(*) as n from person where id = $1 and level = $2 and gone_at is null";
        assert_eq!(count(app, same, args![Zoe.person(), "1121"]).await, 1);
        assert_eq!(count(app, same, args![Tom.person(), "1125"]).await, 1);
        assert_eq!(helene.post(&rentree("/annulation"), &[]).await.status, 409);
        // Nobody finds the classes taken back among those of the past.
        assert!(!app.by(Zoe).await.get("/annees").await.says(CE1));
    })
    .await;
}

#[tokio::test]
async fn the_year_opens_again_in_the_same_classes() {
    on_both(SERVICES, async |app| {
        let helene = opened(app).await;
        let first = class(app, CE1).await;
        helene.post(&rentree("/annulation"), &[]).await;
        app.wait(3600);
        assert_eq!(open(&helene).await.status, 303);
        assert_eq!(class(app, CE1).await, first);
        assert_eq!(classes(app, Zoe).await, [CE1]);
        assert_eq!(classes(app, Helene).await, [CE2_CM1]);
        assert_eq!(helene.post(&rentree("/annulation"), &[]).await.status, 303);
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
    })
    .await;
}

#[tokio::test]
async fn what_was_published_in_a_class_taken_back_is_still_read_there() {
    on_both(SERVICES, async |app| {
        let helene = opened(app).await;
        let new = class(app, CE1).await;
        crate::archive::shared(app, new, "Bienvenue au CE1").await;
        app.wait(60);
        helene.post(&rentree("/annulation"), &[]).await;
        app.wait(60);
        let page = app.by(Zoe).await.get(&format!("/annees/{new}")).await;
        assert!(page.says("Bienvenue au CE1"), "{}", page.text());
        assert_eq!(app.by(Tom).await.get(&format!("/annees/{new}")).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn it_is_too_late_after_thirty_days_or_once_the_directory_came() {
    on_both(SERVICES, async |app| {
        opened(app).await;
        app.at("2027-09-30T09:00");
        let helene = app.by(Helene).await;
        assert!(!helene.get(&rentree("")).await.says("Annuler l’ouverture"));
        assert_eq!(helene.get(&rentree("/annulation")).await.status, 409);
        assert_eq!(helene.post(&rentree("/annulation"), &[]).await.status, 409);
        app.at("2027-09-01T09:00");
        assert_eq!(helene.get(&rentree("/annulation")).await.status, 200);
        // The delivery gave the class its number.
        change(app, "update circle set key = '880101' where id = $1", args![class(app, CE1).await]).await;
        assert_eq!(helene.post(&rentree("/annulation"), &[]).await.status, 409);
        let over = "select count(*) as n from circle where school_id = $1 and year = 2026 and until is null";
        assert_eq!(count(app, over, args![Tilleuls.id()]).await, 0);
    })
    .await;
}

/// The job of the opening for the académie, once: the next schools.
async fn next_schools(app: &App) {
    let asked = sweep::all(&mut app.read().await, "16", 2027).await.unwrap().remove(0);
    (sweep::SWEEP.run)(app.house.clone(), asked.id.to_string()).await.unwrap();
}

#[tokio::test]
async fn a_school_that_undoes_its_opening_while_the_academy_opens_the_others_is_left_alone() {
    on_both(SERVICES, async |app| {
        prepared(app).await;
        let helene = in_august(app).await;
        open(&helene).await;
        assert_eq!(app.by(Adelaide).await.post("/annuaire/rentree", &[("academie", "16")]).await.status, 303);
        assert_eq!(helene.post(&rentree("/annulation"), &[]).await.status, 303);
        next_schools(app).await;
        assert_eq!(classes(app, Enzo).await, ["CM2 de Mme Carrère"]);
        // So is one that the académie has just opened itself.
        let (hector, there) = (app.by(Hector).await, format!("/ecoles/{}/rentree", JulesVerne.id()));
        assert_eq!(hector.post(&format!("{there}/annulation"), &[]).await.status, 303);
        app.run_jobs().await;
        assert_eq!(classes(app, Enzo).await, ["CM1 de Mme Carrère"]);
        assert_eq!(classes(app, Zoe).await, ["CP de M. Roux"]);
        let said = "l’ouverture a été annulée à l’école, qui reste à l’année précédente.";
        let named = academy::report(app).await.texts("main article li");
        assert_eq!(named.iter().filter(|it| it.contains(said)).count(), 2, "{named:?}");
        // Opened by its head after all, it is named no more.
        app.wait(3600);
        assert_eq!(hector.post(&format!("{there}/ouverture"), &[("quand", "maintenant")]).await.status, 303);
        assert_eq!(academy::report(app).await.texts("main article li").len(), 1);
    })
    .await;
}
