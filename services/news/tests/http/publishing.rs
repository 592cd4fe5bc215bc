//! News of a class and of a school: for whom, and once.

use crate::{SERVICES, answers, class, events, finds, form, publish, published, readers, school, shares, step, write};
use testkit::{
    Classroom::{Ce, Cp},
    Place::Tilleuls,
    Who::*,
    on_both,
};

#[tokio::test]
async fn news_of_a_class_reach_the_profiles_ticked_and_nobody_else() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let families = published(&thomas, &form(&cp, &[])).await;
        assert_eq!(readers(app, &families).await, [Helene, Thomas, Paul, Claire]);
        let pupils = published(&thomas, &form(&cp, &[("publics", "pupils")])).await;
        assert_eq!(readers(app, &pupils).await, [Helene, Thomas, Zoe]);
        let both = published(&thomas, &form(&cp, &[("publics", "pupils"), ("publics", "families")])).await;
        assert_eq!(readers(app, &both).await, [Helene, Thomas, Zoe, Paul, Claire]);
        assert_eq!(finds(app, Zoe).await.len(), 2);
        assert!(finds(app, Tom).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn news_of_a_school_reach_everybody_of_a_profile_there() {
    on_both(SERVICES, async |app| {
        let (helene, tilleuls) = (app.by(Helene).await, school(Tilleuls));
        for (public, expected) in [
            ("families", vec![Helene, Paul, Claire, Samia, Karim]),
            ("pupils", vec![Helene, Zoe, Tom, Lina]),
            ("staff", vec![Helene, Thomas, Rose]),
            ("town-agents", vec![Helene, Agnes]),
        ] {
            let news = published(&helene, &form(&tilleuls, &[("publics", public), ("title", public)])).await;
            assert_eq!(readers(app, &news).await, expected, "{public}");
        }
        let page = app.by(Samia).await.get("/actualites").await;
        assert_eq!(page.texts(".card-title"), ["families"]);
        assert_eq!(page.texts(".card-class"), ["Évènements · Les Tilleuls"]);
    })
    .await;
}

#[tokio::test]
async fn a_school_costs_what_a_class_does() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        for scope in [class(Ce), school(Tilleuls)] {
            let before = shares(app).await;
            published(&helene, &form(&scope, &[("publics", "families"), ("publics", "pupils")])).await;
            assert_eq!(shares(app).await, before + 2, "{scope}");
        }
    })
    .await;
}

#[tokio::test]
async fn before_publishing_the_author_reads_for_whom_and_when() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = write(&thomas, &form(&cp, &[])).await;
        let panel = thomas.get(&step(&news, "publication")).await;
        assert_eq!(panel.texts(".audience-chip"), ["Familles · CP de M. Roux"]);
        assert!(panel.says("Sera remis tout de suite"), "{}", panel.text());
        assert_eq!(thomas.get(&news).await.texts(".status"), ["Brouillon"], "looking publishes nothing");
        let page = publish(&thomas, &news).await;
        assert!(page.says("L’actualité est publiée."), "{}", page.text());
        assert_eq!(page.texts(".status"), ["Publiée"]);
        assert_eq!(thomas.post(&step(&news, "publication"), &[]).await.status, 409);
        assert_eq!(events(app, "news.published").await, 1);
    })
    .await;
}

#[tokio::test]
async fn families_are_counted_once_each_for_those_in_charge() {
    on_both(SERVICES, async |app| {
        let (helene, tilleuls) = (app.by(Helene).await, school(Tilleuls));
        let news = published(&helene, &form(&tilleuls, &[])).await;
        assert!(helene.get(&news).await.says("Vue par 0 famille"));
        // Zoé has two parents; Karim is listed twice, once for each of his children.
        answers(app, &news, 200, &[Paul, Claire, Karim, Karim]).await;
        assert!(helene.get(&news).await.says("Vue par 3 familles"));
        assert!(!app.by(Paul).await.get(&news).await.says("Vue par"));
    })
    .await;
}

#[tokio::test]
async fn a_reader_is_told_from_where_it_comes_and_what_it_is_about() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[])).await;
        let page = app.by(Claire).await.get(&news).await;
        assert_eq!(page.texts("article h1"), ["La fête"]);
        assert!(page.says("Évènements · Thomas ROUX · CP de M. Roux · aujourd’hui à 10 h"), "{}", page.text());
        assert_eq!(page.texts(".prose p"), ["Samedi à 10 h dans la cour."]);
        assert!(!page.has(".status") && page.link("Modifier").is_none());
        let hand = page.link("Signaler cette actualité").unwrap();
        assert_eq!(hand, format!("/signaler{news}"));
    })
    .await;
}
