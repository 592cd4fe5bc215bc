//! News of a territory: who reads them, and that they cost what those of a class do.

use crate::{SERVICES, answers, change, count, finds, form, published, readers, shares, step, task, write};
use db::args;
use testkit::{App, Place, Who::*, on_both};

#[tokio::test]
async fn news_of_an_academy_reach_the_profiles_ticked_in_every_school_by_as_many_shares() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let before = shares(app).await;
        let news = published(&adelaide, &form("academy:16", &[("title", "Rentrée")])).await;
        assert_eq!(shares(app).await, before + 1, "one profile, one share");
        assert_eq!(readers(app, &news).await, [Paul, Claire, Samia, Karim, Perrine, Adelaide]);
        assert_eq!(finds(app, Claire).await, ["Rentrée"]);
        assert!(finds(app, Zoe).await.is_empty(), "pupils were not ticked");
        let staff = form("academy:16", &[("publics", "staff"), ("publics", "town-agents")]);
        let news = published(&adelaide, &staff).await;
        assert_eq!(shares(app).await, before + 3);
        assert_eq!(readers(app, &news).await, [Helene, Thomas, Rose, Agnes, Hector, Thea, Adelaide]);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_written_for_the_readers_of_a_territory() {
    on_both(SERVICES, async |app| {
        let news = published(&app.by(Adelaide).await, &form("academy:16", &[])).await;
        answers(app, &news, 200, &[Paul, Claire, Samia, Karim]).await;
        for table in [
            "select count(*) as n from receipt",
            "select count(*) as n from notification",
            "select count(*) as n from job where kind <> 'audit.seal'",
        ] {
            assert_eq!(count(app, table, &[]).await, 0, "{table}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_reader_is_told_which_territory_speaks() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let news = published(&adelaide, &form("academy:16", &[])).await;
        let page = app.by(Claire).await.get(&news).await;
        assert!(page.says("Évènements · Académie · Toulouse · aujourd’hui à 10 h"), "{}", page.text());
        assert!(page.link("Signaler cette actualité").is_none(), "nobody of the school is in charge of it");
        let list = app.by(Claire).await.get("/actualites").await;
        assert_eq!(list.texts(".card-class"), ["Évènements · Académie · Toulouse"]);
        assert_eq!(list.texts(".card-about span"), ["aujourd’hui à 10 h"], "no author in the directory");
    })
    .await;
}

async fn set_district(app: &App, place: Place, district: i64) {
    let mut tx = app.write().await;
    tx.change("update school set district = $2 where id = $1", args![place.id(), district]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_smaller_territory_reaches_its_own_schools_alone() {
    on_both(SERVICES, async |app| {
        set_district(app, Place::Tilleuls, 790_001).await;
        set_district(app, Place::JulesVerne, 790_002).await;
        let tilleuls = vec![Paul, Claire, Samia, Karim, Adelaide];
        let everywhere = vec![Paul, Claire, Samia, Karim, Perrine, Adelaide];
        for (role, scope, expected) in [
            ("town-editor", "town:031:montaubrac", tilleuls.clone()),
            ("town-editor", "town:031:sainte-foy", vec![Perrine, Adelaide]),
            ("town-editor", "town:081:montaubrac", vec![Adelaide]),
            ("district-admin", "district:16:790001", tilleuls),
            ("district-admin", "district:11:790001", vec![Adelaide]),
            ("academy-admin", "department:031", everywhere.clone()),
            ("academy-admin", "region", everywhere),
        ] {
            task(app, role, scope).await;
            let news = published(&app.by(Adelaide).await, &form(scope, &[])).await;
            assert_eq!(readers(app, &news).await, expected, "{scope}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_commune_is_named_as_its_schools_write_it() {
    on_both(SERVICES, async |app| {
        task(app, "town-editor", "town:031:sainte-foy").await;
        let adelaide = app.by(Adelaide).await;
        assert!(adelaide.get("/actualites/nouvelle").await.says("Commune · Sainte-Foy"));
        let news = published(&adelaide, &form("town:031:sainte-foy", &[])).await;
        assert!(app.by(Perrine).await.get(&news).await.says("Commune · Sainte-Foy"));
    })
    .await;
}

#[tokio::test]
async fn a_scope_that_is_not_the_authors_is_refused() {
    on_both(SERVICES, async |app| {
        let cp = crate::class(testkit::Classroom::Cp);
        let tilleuls = crate::school(Place::Tilleuls);
        for (who, scope) in [
            (Adelaide, "academy:11"),
            (Adelaide, "region"),
            (Adelaide, cp.as_str()),
            (Adelaide, tilleuls.as_str()),
            (Thomas, "academy:16"),
            (Thomas, tilleuls.as_str()),
            (Thea, cp.as_str()),
            (Hector, tilleuls.as_str()),
            (Helene, "town:031:montaubrac"),
            (Thomas, ""),
        ] {
            let answer = app.by(who).await.upload("/actualites", &form(scope, &[]), &[]).await;
            assert_eq!(answer.status, 422, "{scope} by {who:?}");
            assert_eq!(answer.texts("#f-scope-error").len(), 1, "{}", answer.text());
        }
        assert_eq!(count(app, "select count(*) as n from thing", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn whoever_loses_the_task_looks_after_nothing_of_it_any_more() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        let draft = write(&adelaide, &form("academy:16", &[])).await;
        let news = published(&adelaide, &form("academy:16", &[])).await;
        task(app, "academy-admin", "academy:11").await;
        answers(app, &draft, 404, &[Adelaide]).await;
        answers(app, &news, 404, &[Adelaide]).await;
        assert_eq!(adelaide.post(&step(&news, "expiration"), &[]).await.status, 404);
        assert_eq!(change(&adelaide, &news, &form("academy:16", &[])).await.status, 404);
        answers(app, &news, 200, &[Claire]).await;
    })
    .await;
}
