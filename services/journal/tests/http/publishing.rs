//! Publishing: who will see it, by name, then once.

use crate::{READERS, SERVICES, answers, change, events, form, publish, published, step, write};
use testkit::{
    App,
    Classroom::{self, Ce, Cp},
    Who::{self, *},
    on_both,
};

#[tokio::test]
async fn before_publishing_each_reader_is_named_with_when_they_will_see_it() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let panel = thomas.get(&step(&post, "publication")).await;
        assert_eq!(panel.texts(".audience-chip"), ["La classe et ses familles · 1 élève, 1 famille"]);
        assert!(panel.says("Qui verra, et quand"));
        assert_eq!(
            panel.texts(".sees-who dt"),
            ["1 élève", "1 famille (2 adultes)", "Équipe de la classe", "Direction de l’école"]
        );
        let named = ["Zoé M.", "Zoé M. : Claire FABRE, Paul MARTY", "Thomas ROUX", "Hélène VIDAL"];
        assert_eq!(panel.texts(".sees-who dd"), named);
        assert_eq!(panel.texts(".sees-who-when"), ["Sera remis tout de suite"]);
        assert!(panel.says("Le billet sera visible dès sa publication."));
        assert_eq!(thomas.get(&post).await.texts(".status"), ["Brouillon"], "looking publishes nothing");
    })
    .await;
}

#[tokio::test]
async fn the_panel_names_nobody_outside_the_audience() {
    on_both(SERVICES, async |app| {
        names(app, Thomas, Cp, "class", &["Zoé M.", "Thomas ROUX", "Hélène VIDAL"]).await;
        let families = ["Zoé M. : Claire FABRE, Paul MARTY", "Thomas ROUX", "Hélène VIDAL"];
        names(app, Thomas, Cp, "families", &families).await;
        // Hélène, who heads the school, is named with the team. Karim is listed twice by the directory, and named once for
        // each child.
        let families = ["Lina B. : Samia BENALI, Karim BENALI", "Tom B. : Samia BENALI, Karim BENALI", "Hélène VIDAL"];
        names(app, Helene, Ce, "families", &families).await;
    })
    .await;
}

#[tokio::test]
async fn the_panel_names_those_who_sign_outside_the_audience() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let zoe = Zoe.person().to_string();
        for (audience, expected) in [
            ("families", ["1 famille (2 adultes)", "Ceux qui signent"]),
            ("class-and-families", ["1 élève", "1 famille (2 adultes)"]),
        ] {
            let post = write(&thomas, Cp, &form(&[("audience", audience), ("authors", zoe.as_str())])).await;
            let panel = thomas.get(&step(&post, "publication")).await;
            let others = ["Équipe de la classe", "Direction de l’école"];
            assert_eq!(panel.texts(".sees-who dt"), [expected, others].concat(), "{audience}");
            assert!(panel.texts(".sees-who dd").contains(&"Zoé M.".to_owned()), "{audience}");
        }
    })
    .await;
}

/// Checks whom the panel of a post for an audience names.
async fn names(app: &App, teacher: Who, class: Classroom, audience: &str, expected: &[&str]) {
    let client = app.by(teacher).await;
    let post = write(&client, class, &form(&[("audience", audience)])).await;
    let panel = client.get(&step(&post, "publication")).await;
    assert_eq!(panel.texts(".sees-who dd"), expected, "{audience}");
}

#[tokio::test]
async fn a_post_is_published_once() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = write(&thomas, Cp, &form(&[])).await;
        let page = publish(&thomas, &post).await;
        assert!(page.says("Le billet est publié."), "{}", page.text());
        assert_eq!(page.texts(".status"), ["Publié"]);
        assert_eq!(page.texts(".audience-chip"), ["La classe et ses familles"]);
        assert_eq!(page.link("Publier dans le journal"), None);
        assert_eq!(thomas.post(&step(&post, "publication"), &[]).await.status, 409);
        assert_eq!(thomas.get(&step(&post, "publication")).await.location(), Some(post));
        assert_eq!(events(app, "journal.published").await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_head_publishes_in_every_class_of_the_school() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Helene).await, Cp, &form(&[])).await;
        answers(app, &post, 200, &READERS).await;
        answers(app, &post, 200, &[Thomas]).await;
        answers(app, &post, 404, &[Tom, Samia]).await;
        assert!(app.by(Zoe).await.get(&post).await.says("Hélène VIDAL · CP de M. Roux"));
    })
    .await;
}

#[tokio::test]
async fn what_is_delivered_changes_at_once_for_its_readers() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        let edit = thomas.get(&step(&post, "modifier")).await;
        assert!(edit.says("Enregistrer les modifications"), "{}", edit.text());
        assert!(!edit.has("#f-day") && !edit.has("#f-time"), "its hour is past");
        change(&thomas, &post, &form(&[("title", "Le potager")])).await;
        for who in READERS {
            let client = app.by(who).await;
            assert_eq!(client.get(&post).await.texts("article h1"), ["Le potager"], "{who:?}");
            assert_eq!(client.get(&Cp.path("/journal")).await.texts(".card-title"), ["Le potager"], "{who:?}");
        }
        assert_eq!(events(app, "journal.edited").await, 1);
    })
    .await;
}

#[tokio::test]
async fn readers_left_out_of_the_audience_afterwards_find_nothing_any_more() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        answers(app, &post, 200, &READERS).await;
        change(&thomas, &post, &form(&[("audience", "class")])).await;
        answers(app, &post, 200, &[Zoe]).await;
        answers(app, &post, 404, &[Paul, Claire]).await;
        assert_eq!(events(app, "journal.rescheduled").await, 1);
    })
    .await;
}
