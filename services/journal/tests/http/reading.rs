//! Who reads what, and how the journal shows it.

use crate::{READERS, SERVICES, answers, form, published};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::{self, *},
    on_both,
};

#[tokio::test]
async fn the_journal_is_there_from_the_first_day() {
    on_both(SERVICES, async |app| {
        for (who, words) in [
            (Thomas, "Ce journal est déjà ouvert à la classe et à ses familles."),
            (Helene, "Écrivez le premier billet : une photo et une phrase suffisent."),
            (Zoe, "Le journal attend son premier billet. Raconte quelque chose de la classe !"),
            (Paul, "Rien n’a encore été publié dans ce journal."),
            (Claire, "Rien n’a encore été publié dans ce journal."),
        ] {
            let page = app.by(who).await.get(&Cp.path("/journal")).await;
            assert_eq!(page.status, 200, "{who:?}");
            assert!(page.says("Journal de la classe CP de M. Roux"), "{who:?}: {}", page.text());
            assert!(page.says(words), "{who:?}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn everybody_finds_the_journals_of_their_own_classes() {
    on_both(SERVICES, async |app| {
        for (who, class) in [(Thomas, Cp), (Zoe, Cp), (Claire, Cp), (Samia, Ce), (Karim, Ce), (Tom, Ce)] {
            let answer = app.by(who).await.get("/journal").await;
            assert_eq!(answer.location(), Some(class.path("/journal")), "{who:?}");
        }
        let page = app.by(Helene).await.get("/journal").await;
        assert_eq!(page.texts(".row-title"), ["CE1-CE2 de Mme Vidal", "CP de M. Roux"]);
    })
    .await;
}

#[tokio::test]
async fn the_list_of_journals_shows_the_newest_post_each_reader_may_see() {
    on_both(SERVICES, async |app| {
        app.comes(Zoe, Ce).await;
        let thomas = app.by(Thomas).await;
        for fields in [
            form(&[]),
            form(&[("title", "Pour les parents"), ("audience", "families")]),
            form(&[("title", "Plus tard"), ("day", "2026-10-05")]),
        ] {
            published(&thomas, Cp, &fields).await;
            app.wait(60);
        }
        for (who, newest) in [(Zoe, "« La mare »"), (Helene, "« Pour les parents »")] {
            let lines = app.by(who).await.get("/journal").await.texts(".rows .quiet");
            assert_eq!(lines[0], "Rien de publié pour l’instant", "{who:?}");
            assert!(lines[1].starts_with(newest), "{who:?}: {lines:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_replacement_attached_to_no_class_is_told_so() {
    on_both(SERVICES, async |app| {
        let rose = app.by(Rose).await;
        let page = rose.get("/journal").await;
        assert!(page.says("Aucune classe n’est encore ouverte à ce compte."), "{}", page.text());
        assert!(!page.has("a[href='/journal']"));
        answers(app, &Cp.path("/journal"), 404, &[Rose]).await;
        answers(app, &Cp.path("/billets/nouveau"), 404, &[Rose]).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_published_on_a_school_day_is_read_at_once_by_the_class_and_both_parents() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        for who in READERS {
            let client = app.by(who).await;
            let page = client.get(&post).await;
            assert_eq!(page.status, 200, "{who:?}");
            assert_eq!(page.texts("article h1"), ["La mare"], "{who:?}");
            assert!(page.says("Thomas ROUX · CP de M. Roux · aujourd’hui à 10 h"), "{}", page.text());
            assert!(page.says("Nous avons vu des têtards."), "{who:?}");
            let journal = client.get(&Cp.path("/journal")).await;
            assert_eq!(journal.texts(".card-title"), ["La mare"], "{who:?}");
        }
        answers(app, &post, 200, &[Helene]).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_of_another_class_or_another_school_reads_it() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        answers(app, &post, 404, &[Tom, Lina, Samia, Karim, Rose, Agnes, Adelaide]).await;
        answers(app, &post, 404, &Who::STRANGERS).await;
        assert!(app.anonymous().get(&post).await.asks_to_sign_in());
    })
    .await;
}

#[tokio::test]
async fn the_audience_says_who_reads() {
    on_both(SERVICES, async |app| {
        reads(app, "class", &[Zoe, Thomas, Helene], &[Paul, Claire]).await;
        reads(app, "families", &[Paul, Claire, Thomas, Helene], &[Zoe]).await;
        reads(app, "class-and-families", &[Zoe, Paul, Claire, Thomas, Helene], &[Tom, Samia]).await;
    })
    .await;
}

/// Publishes for an audience, and checks who reads it, on its page and in the journal.
async fn reads(app: &App, audience: &str, readers: &[Who], others: &[Who]) {
    let fields = form(&[("title", audience), ("audience", audience)]);
    let post = published(&app.by(Thomas).await, Cp, &fields).await;
    answers(app, &post, 200, readers).await;
    answers(app, &post, 404, others).await;
    for (people, expected) in [(readers, true), (others, false)] {
        for who in people {
            let journal = app.by(*who).await.get(&Cp.path("/journal")).await;
            let listed = journal.texts(".card-title").iter().any(|title| title == audience);
            assert_eq!(listed, expected, "{audience} to {who:?}: {}", journal.text());
        }
    }
}

#[tokio::test]
async fn families_are_counted_once_each_for_those_in_charge_and_for_nobody_else() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        assert!(thomas.get(&post).await.says("Vu par 0 famille sur 1"));
        for who in READERS {
            let page = app.by(who).await.get(&post).await;
            assert!(!page.says("Vu par"), "{who:?}: {}", page.text());
            let seen = if who == Zoe { "Vu par 0 famille sur 1" } else { "Vu par 1 famille sur 1" };
            assert!(thomas.get(&post).await.says(seen), "after {who:?}");
        }
        assert!(app.by(Helene).await.get(&post).await.says("Vu par 1 famille sur 1"));
    })
    .await;
}

#[tokio::test]
async fn a_parent_listed_twice_by_the_directory_opens_for_both_children() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let post = published(&helene, Ce, &form(&[])).await;
        answers(app, &post, 200, &[Karim]).await;
        assert!(helene.get(&post).await.says("Vu par 2 familles sur 2"));
    })
    .await;
}

#[tokio::test]
async fn the_journal_shows_twenty_posts_then_a_link_to_older_ones() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        // All delivered at the same instant, as on a Monday at 7 h.
        for number in 1..=21 {
            let title = format!("Billet {number}");
            published(&thomas, Cp, &form(&[("title", title.as_str())])).await;
        }
        let paul = app.by(Paul).await;
        let first = paul.get(&Cp.path("/journal")).await;
        assert_eq!(first.texts(".card-title").len(), 20);
        let second = paul.get(&first.link("Voir les billets plus anciens").unwrap()).await;
        assert!(second.says("C’est tout pour l’instant."), "{}", second.text());
        assert_eq!(second.link("Voir les billets plus anciens"), None);
        let mut titles = [first.texts(".card-title"), second.texts(".card-title")].concat();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), 21, "each post stands on one page: {titles:?}");
    })
    .await;
}

#[tokio::test]
async fn the_newest_post_comes_first() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        for title in ["La mare", "Le potager", "La piscine"] {
            app.wait(60);
            published(&thomas, Cp, &form(&[("title", title)])).await;
        }
        let journal = app.by(Paul).await.get(&Cp.path("/journal")).await;
        assert_eq!(journal.texts(".card-title"), ["La piscine", "Le potager", "La mare"]);
    })
    .await;
}
