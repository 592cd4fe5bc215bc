//! Putting away at the end of its time, and giving back.

use crate::{READERS, SERVICES, answers, events, form, published, step, write};
use testkit::{Classroom::Cp, Who::*, on_both};

#[tokio::test]
async fn an_archived_post_leaves_the_journal_and_is_kept() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        let page = thomas.post_then(&step(&post, "archive"), &[]).await;
        assert!(page.says("Le billet est archivé. Vous le retrouverez parmi les billets archivés."), "{}", page.text());
        assert_eq!(page.texts(".status"), ["Archivé"]);
        assert_eq!(events(app, "journal.archived").await, 1);
        answers(app, &post, 404, &READERS).await;
        for who in [Thomas, Zoe, Paul] {
            let journal = app.by(who).await.get(&Cp.path("/journal")).await;
            assert_eq!(journal.status, 200, "{who:?}");
            assert!(!journal.says("La mare"), "{who:?}: {}", journal.text());
        }
        let archives = thomas.get(&Cp.path("/journal?vue=archives")).await;
        assert_eq!(archives.texts(".card-title"), ["La mare"]);
        assert_eq!(archives.texts(".status"), ["Archivé"]);
    })
    .await;
}

#[tokio::test]
async fn the_archives_are_shown_to_those_in_charge_only() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        thomas.post_then(&step(&post, "archive"), &[]).await;
        for who in READERS {
            let client = app.by(who).await;
            assert_eq!(client.get(&Cp.path("/journal")).await.link("Voir les billets archivés ou dépubliés"), None);
            let page = client.get(&Cp.path("/journal?vue=archives")).await;
            assert_eq!(page.status, 200, "{who:?}");
            assert!(!page.says("La mare"), "{who:?}: {}", page.text());
        }
        let page = app.by(Helene).await.get(&Cp.path("/journal?vue=archives")).await;
        assert_eq!(page.texts(".card-title"), ["La mare"]);
    })
    .await;
}

#[tokio::test]
async fn an_archived_post_is_changed_by_nobody_until_it_is_given_back() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        thomas.post_then(&step(&post, "archive"), &[]).await;
        assert_eq!(thomas.get(&step(&post, "modifier")).await.status, 403);
        let page = thomas.upload(&post, &form(&[("title", "Le potager")]), &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("copiez ce que vous voulez garder"), "{}", page.text());
        assert_eq!(thomas.post(&step(&post, "archive"), &[]).await.status, 409);
        let page = thomas.post_then(&step(&post, "remise"), &[]).await;
        assert!(page.says("Le billet est republié."), "{}", page.text());
        for who in READERS {
            let journal = app.by(who).await.get(&Cp.path("/journal")).await;
            assert_eq!(journal.texts(".card-title"), ["La mare"], "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn only_what_is_delivered_is_archived() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let draft = write(&thomas, Cp, &form(&[])).await;
        assert_eq!(thomas.post(&step(&draft, "archive"), &[]).await.status, 409);
        let later = published(&thomas, Cp, &form(&[("day", "2026-10-05")])).await;
        assert_eq!(thomas.post(&step(&later, "archive"), &[]).await.status, 409);
        assert_eq!(events(app, "journal.archived").await, 0);
    })
    .await;
}
