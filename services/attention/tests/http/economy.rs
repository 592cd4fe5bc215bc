//! Whoever gives the same families a third thing in a day is told, and led to what may take it in.

use crate::{SERVICES, steps::give};
use askama::Template;
use commons::{Attention, Level, share};
use school::Viewer;
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::{self, *},
    on_both, plain_spaced,
};

async fn warning(app: &App, class: testkit::Classroom) -> Option<String> {
    warning_to(app, Thomas, class).await
}

async fn warning_to(app: &App, who: Who, class: testkit::Classroom) -> Option<String> {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    let notice = web::economy::warning(&mut tx, &viewer, &[class.families()]).await.unwrap();
    notice.map(|it| it.render().unwrap())
}

#[tokio::test]
async fn the_third_thing_of_the_day_is_one_too_many() {
    on_both(SERVICES, async |app| {
        give(app, "Piscine", Attention::Info, &[Cp.families()], app.now()).await;
        assert!(warning(app, Cp).await.is_none());
        let tonight = app.now().plus_seconds(7200);
        let photo = give(app, "Photo de classe", Attention::Action, &[Cp.families()], tonight).await;
        let html = warning(app, Cp).await.unwrap();
        assert!(html.contains("Piscine") && html.contains("Photo de classe"), "{html}");
        assert!(html.contains(&format!("/mots/{photo}/modifier")), "{html}");
        // Whoever may not change it is told, and led nowhere.
        let html = warning_to(app, Rose, Cp).await.unwrap();
        assert!(html.contains("Photo de classe") && !html.contains("/mots/"), "{html}");
        assert!(warning(app, Ce).await.is_none());
        // What a parent gives does not count, and tomorrow is another day.
        app.at("2026-10-02T10:00");
        assert!(warning(app, Cp).await.is_none());
        let budget = web::economy::budget(&mut app.read().await, &db::id_list([Cp.families()])).await.unwrap();
        assert_eq!(budget, "2 publications cette semaine");
        let both = db::id_list([Cp.families(), Ce.families()]);
        let by_class = web::economy::class_budgets(&mut app.read().await, &both).await.unwrap();
        let by_class: Vec<_> = by_class.iter().map(|it| plain_spaced(it)).collect();
        assert_eq!(by_class.len(), 2);
        assert_eq!(
            by_class.iter().filter(|it| it.ends_with(" : 2 publications cette semaine")).count(),
            1,
            "{by_class:?}"
        );
        assert_eq!(
            by_class.iter().filter(|it| it.ends_with(" : Aucune publication cette semaine")).count(),
            1,
            "{by_class:?}"
        );
        let mut tx = app.write().await;
        share::grant(&mut tx, photo, Ce.families(), Level::See, tonight, Thomas.person()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(warning(app, Ce).await.is_none());
    })
    .await;
}
