//! Whoever has no part in the turn of a school finds nothing there, whatever the address.

use crate::{CE1, SERVICES, change, count, draft_class, prepared};
use db::args;
use testkit::{
    App, Place,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Those of another school, and those of the school who do not run it.
const STRANGERS: [Who; 12] = [Hector, Thea, Enzo, Perrine, Thomas, Rose, Agnes, Zoe, Tom, Claire, Paul, Samia];

/// Every address about the turn of Les Tilleuls and about a class that is no past one; not « Années passées », everybody's own.
async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    let helene = prepared(app).await;
    let class = draft_class(&helene, CE1).await;
    let sweep = "insert into turn_sweep (id, academy, year, asked_at, finished_at, schools, proposed, classes, pupils) \
                 values ($1, '16', 2027, $2, $2, 1, 0, 0, 0)";
    change(app, sweep, args![Zoe.person(), app.now()]).await;
    let patterns = years::SERVICE.paths.iter().filter(|it| **it != "GET /annees");
    patterns
        .map(|pattern| {
            let (method, path) = pattern.split_once(' ').unwrap();
            let path = path
                .replace("{school}", &Place::Tilleuls.id().to_string())
                .replace("{class}", &class)
                .replace("{circle}", &testkit::Classroom::Cp.id().to_string())
                .replace("{sweep}", &Zoe.person().to_string())
                .replace("{person}", &Zoe.person().to_string());
            (method, path)
        })
        .collect()
}

#[tokio::test]
async fn strangers_find_nothing_and_change_nothing() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        let drafts = "select count(*) as n from turn_pupil where school_id is not null";
        let before = count(app, drafts, &[]).await;
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
        assert_eq!(count(app, drafts, &[]).await, before);
    })
    .await;
}

#[tokio::test]
async fn visitors_are_asked_to_sign_in_for_the_past_years() {
    on_both(SERVICES, async |app| {
        strangers_find_nothing(app, &[("GET", "/annees".to_owned())], &[]).await;
    })
    .await;
}

#[tokio::test]
async fn the_academy_prepares_a_school_like_its_head() {
    on_both(SERVICES, async |app| {
        app.at("2027-06-14T10:00");
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.post_then(&crate::rentree(""), &[]).await;
        assert!(page.says(CE1), "{}", page.text());
    })
    .await;
}
