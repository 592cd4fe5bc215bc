//! Whoever has no business there finds nothing, whatever the address.

use crate::{MARELLE, PUPILS, SAMPLE_PUPILS, SERVICES, applied, csv, open_marelle};
use testkit::{
    App,
    Who::{self, *},
    on_both, strangers_find_nothing,
};

/// Nobody of La Marelle.
const STRANGERS: [Who; 9] = [Helene, Thomas, Agnes, Zoe, Claire, Thea, Enzo, Perrine, Adelaide];

async fn addresses(app: &App) -> Vec<(&'static str, String)> {
    open_marelle(app).await;
    let run = applied(&app.by(Hector).await, MARELLE, &[&csv(PUPILS, SAMPLE_PUPILS)]).await;
    let run = run.rsplit('/').next().unwrap().to_owned();
    let fill = |path: &str| {
        let path = path.replace("{school}", &MARELLE.to_string()).replace("{run}", &run);
        path.replace("{correction}", &run)
    };
    let patterns = supply::SERVICE.paths.iter().filter_map(|it| it.split_once(' '));
    let own = patterns.filter(|(_, path)| path.contains("/onde") || path.contains("/corrections"));
    own.map(|(method, path)| (method, fill(path))).collect()
}

#[tokio::test]
async fn strangers_find_nothing_of_what_a_school_gives() {
    on_both(SERVICES, async |app| {
        let addresses = addresses(app).await;
        assert!(addresses.len() >= 9, "{addresses:?}");
        strangers_find_nothing(app, &addresses, &STRANGERS).await;
    })
    .await;
}

#[tokio::test]
async fn the_team_gives_no_files() {
    on_both(SERVICES, async |app| {
        let path = crate::onde(testkit::Place::Tilleuls.id());
        for who in [Thomas, Rose, Agnes, Samia, Tom] {
            assert_eq!(app.by(who).await.get(&path).await.status, 404, "{who:?}");
            assert_eq!(app.by(who).await.upload(&path, &[], &[]).await.status, 404, "{who:?}");
        }
        assert_eq!(app.by(Helene).await.get(&path).await.status, 200);
    })
    .await;
}
