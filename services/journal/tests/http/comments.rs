//! Comments: closed by default, read by the teacher before anybody else.

use crate::{READERS, SERVICES, answers, change, count, events, form, notices, part, published, step};
use db::args;
use testkit::{App, Classroom::Cp, Client, Page, Who::*, on_both};

const WORDS: &str = "Quelle belle sortie !";

/// Publishes a post whose comments are open.
async fn published_open(app: &App) -> String {
    published(&app.by(Thomas).await, Cp, &form(&[("comments", "on")])).await
}

/// Comments a post; answers the page it leads to.
async fn comment(client: &Client<'_>, post: &str) -> Page {
    client.post_then(&step(post, "commentaires"), &[("comment", WORDS)]).await
}

/// Presses the button of the first comment whose address ends so; answers the page it leads to.
async fn moderate(client: &Client<'_>, post: &str, noun: &str) -> Page {
    let page = client.get(post).await;
    let addresses = page.attributes(&format!("form[action$='/{noun}']"), "action");
    assert!(!addresses.is_empty(), "no {noun}: {}", page.text());
    client.post_then(&addresses[0], &[]).await
}

/// Checks who reads the comment on a post.
async fn reads(app: &App, post: &str, expected: bool) {
    for who in READERS {
        let page = app.by(who).await.get(post).await;
        assert_eq!(page.says(WORDS), expected, "{who:?}: {}", page.text());
    }
}

#[tokio::test]
async fn comments_are_closed_unless_the_teacher_opens_them() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        assert!(!thomas.get(&Cp.path("/billets/nouveau")).await.has("#f-comments[checked]"));
        let post = published(&thomas, Cp, &form(&[])).await;
        for who in [Thomas, Zoe, Paul] {
            let client = app.by(who).await;
            let page = client.get(&post).await;
            assert!(!page.has("#f-comment") && !page.says("Commentaires"), "{who:?}: {}", page.text());
            let sent = client.post(&step(&post, "commentaires"), &[("comment", WORDS)]).await;
            assert_eq!(sent.status, 403, "{who:?}");
        }
        assert_eq!(count(app, "select count(*) as n from comment", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_parents_comment_waits_for_the_teacher_then_everybody_reads_it() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        let paul = app.by(Paul).await;
        assert!(paul.get(&post).await.says("Votre commentaire sera visible quand un enseignant l’aura lu."));
        let page = comment(&paul, &post).await;
        assert!(page.says("Le commentaire est envoyé. Il sera visible après relecture."), "{}", page.text());
        assert!(
            page.says(WORDS) && page.says("En attente de relecture") && !page.says("À valider"),
            "its author sees it waiting: {}",
            page.text()
        );
        for who in [Claire, Zoe] {
            assert!(!app.by(who).await.get(&post).await.says(WORDS), "{who:?}");
        }
        assert_eq!(notices(app, Thomas, "journal.commented").await, 1);
        let page = moderate(&app.by(Thomas).await, &post, "validation").await;
        assert!(page.says("Le commentaire est visible."), "{}", page.text());
        reads(app, &post, true).await;
        assert_eq!(notices(app, Paul, "journal.comment-published").await, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_wrote_a_comment_takes_it_back_until_it_is_read() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        let (paul, thomas) = (app.by(Paul).await, app.by(Thomas).await);
        comment(&paul, &post).await;
        let own =
            paul.get(&post).await.attributes("form[action*='/commentaires/'][action$='/retrait']", "action").concat();
        // Nobody else does it in their place: readers do not see it yet, those in charge hide it.
        for (who, status) in [(Zoe, 404), (Claire, 404), (Samia, 404), (Thomas, 403), (Helene, 403)] {
            assert_eq!(app.by(who).await.post(&own, &[]).await.status, status, "{who:?}");
        }
        let page = moderate(&paul, &post, "retrait").await;
        assert!(page.says("Le commentaire est retiré.") && !page.says(WORDS), "{}", page.text());
        assert!(!thomas.get(&post).await.says(WORDS));
        assert_eq!(count(app, "select count(*) as n from comment", &[]).await, 0);
        assert_eq!(events(app, "journal.comment-taken-back").await, 1);
        comment(&paul, &post).await;
        let own =
            paul.get(&post).await.attributes("form[action*='/commentaires/'][action$='/retrait']", "action").concat();
        moderate(&thomas, &post, "validation").await;
        assert!(!paul.get(&post).await.has("form[action$='/retrait']"));
        assert_eq!(paul.post(&own, &[]).await.status, 409);
    })
    .await;
}

#[tokio::test]
async fn a_comment_is_signed_as_families_are_and_carries_no_button_for_readers() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        comment(&app.by(Paul).await, &post).await;
        moderate(&app.by(Thomas).await, &post, "validation").await;
        let page = app.by(Claire).await.get(&post).await;
        assert!(page.says("Paul M. · aujourd’hui à 10 h"), "{}", page.text());
        assert!(!page.says("MARTY") && !page.says("À valider"));
        assert!(!page.has("form[action$='/validation'], form[action$='/masquage']"));
        // A mother and a daughter may share a short name: those in charge read which of the two wrote.
        let page = app.by(Helene).await.get(&post).await;
        assert!(page.says("Paul M., parent · aujourd’hui à 10 h"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_hidden_comment_is_read_by_those_in_charge_only() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        let (paul, thomas) = (app.by(Paul).await, app.by(Thomas).await);
        comment(&paul, &post).await;
        let page = moderate(&thomas, &post, "masquage").await;
        assert!(page.says("Le commentaire est masqué.") && page.says("Masqué"), "{}", page.text());
        reads(app, &post, false).await;
        moderate(&thomas, &post, "validation").await;
        reads(app, &post, true).await;
        moderate(&thomas, &post, "masquage").await;
        reads(app, &post, false).await;
        assert!(app.by(Helene).await.get(&post).await.says(WORDS));
        assert_eq!(events(app, "journal.comment-hidden").await, 2);
    })
    .await;
}

#[tokio::test]
async fn validated_or_hidden_twice_is_the_same_as_once() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        let thomas = app.by(Thomas).await;
        comment(&app.by(Paul).await, &post).await;
        let validation = thomas.get(&post).await.attributes("form[action$='/validation']", "action").concat();
        thomas.post_then(&validation, &[]).await;
        // Read on Friday, it would wait for Monday if it were let out once more on Saturday.
        app.at("2026-10-03T10:00");
        let (thomas, helene) = (app.by(Thomas).await, app.by(Helene).await);
        for client in [&thomas, &helene] {
            client.post_then(&validation, &[]).await;
            reads(app, &post, true).await;
        }
        let masking = validation.replace("validation", "masquage");
        for client in [&thomas, &helene] {
            client.post_then(&masking, &[]).await;
            reads(app, &post, false).await;
        }
        assert_eq!((events(app, "journal.comment-published").await, events(app, "journal.comment-hidden").await), (1, 1));
        let told = "select cast(sum(times) as bigint) as n from notification where person_id = $1 and verb like 'journal.comment-%'";
        assert_eq!(count(app, told, args![Paul.person()]).await, 2);
        assert_eq!(thomas.post(&validation.replace(part(&validation, 4), part(&post, 2)), &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_pupils_comment_waits_too_and_a_teachers_does_not() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        let zoe = app.by(Zoe).await;
        assert!(zoe.get(&post).await.says("Ton commentaire sera visible quand un adulte l’aura lu."));
        comment(&zoe, &post).await;
        assert!(!app.by(Paul).await.get(&post).await.says(WORDS));
        let thomas = app.by(Thomas).await;
        assert!(thomas.get(&post).await.says("Votre commentaire sera visible tout de suite."));
        let page = thomas.post_then(&step(&post, "commentaires"), &[("comment", "Bravo à tous.")]).await;
        assert!(page.says("Le commentaire est publié."), "{}", page.text());
        assert!(app.by(Paul).await.get(&post).await.says("Bravo à tous."));
    })
    .await;
}

#[tokio::test]
async fn a_comment_says_something_and_is_short() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        let paul = app.by(Paul).await;
        let long = "a".repeat(1001);
        for (typed, message) in
            [("", "Il manque quelques mots."), (long.as_str(), "C’est trop long : 1 000 caractères au plus.")]
        {
            let page = paul.post(&step(&post, "commentaires"), &[("comment", typed)]).await;
            assert_eq!(page.status, 422);
            assert_eq!(page.texts("#f-comment-error"), [message]);
            assert_eq!(page.texts("#f-comment"), [typed]);
        }
        assert_eq!(count(app, "select count(*) as n from comment", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_teacher_who_closes_comments_hides_those_written() {
    on_both(SERVICES, async |app| {
        let post = published_open(app).await;
        let thomas = app.by(Thomas).await;
        comment(&app.by(Paul).await, &post).await;
        moderate(&thomas, &post, "validation").await;
        change(&thomas, &post, &form(&[])).await;
        answers(app, &post, 200, &READERS).await;
        reads(app, &post, false).await;
        let sent = app.by(Claire).await.post(&step(&post, "commentaires"), &[("comment", WORDS)]).await;
        assert_eq!(sent.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_signs_a_post_for_families_reads_nothing_of_what_they_say() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let zoe = Zoe.person().to_string();
        let fields = form(&[("comments", "on"), ("audience", "families"), ("authors", zoe.as_str())]);
        let post = published(&thomas, Cp, &fields).await;
        comment(&app.by(Paul).await, &post).await;
        moderate(&thomas, &post, "validation").await;
        assert!(app.by(Claire).await.get(&post).await.says(WORDS));
        let pupil = app.by(Zoe).await;
        let page = pupil.get(&post).await;
        assert_eq!(page.texts("article h1"), ["La mare"]);
        assert!(!page.says(WORDS) && !page.has("#f-comment"), "{}", page.text());
        assert_eq!(pupil.post(&step(&post, "commentaires"), &[("comment", WORDS)]).await.status, 403);
        // For the class too, and the conversation is hers.
        change(&thomas, &post, &form(&[("comments", "on"), ("authors", zoe.as_str())])).await;
        assert!(pupil.get(&post).await.says(WORDS));
        let page = comment(&pupil, &post).await;
        assert!(page.says("Le commentaire est envoyé. Il sera visible après relecture."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn nobody_comments_what_is_not_delivered() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let post = published_open(app).await;
        for (who, status) in [(Thomas, 403), (Paul, 404), (Zoe, 404), (Samia, 404)] {
            let sent = app.by(who).await.post(&step(&post, "commentaires"), &[("comment", WORDS)]).await;
            assert_eq!(sent.status, status, "{who:?}");
        }
        assert!(!app.by(Thomas).await.get(&post).await.has("#f-comment"));
    })
    .await;
}

#[tokio::test]
async fn a_comment_is_moderated_under_its_own_post_only() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let (post, other) = (published_open(app).await, published_open(app).await);
        comment(&app.by(Paul).await, &post).await;
        let address = thomas.get(&post).await.attributes("form[action$='/validation']", "action").concat();
        assert_eq!(thomas.post(&address.replace(&post, &other), &[]).await.status, 404);
        for reader in READERS {
            assert_eq!(app.by(reader).await.post(&address, &[]).await.status, 403, "{reader:?}");
        }
        assert!(!app.by(Claire).await.get(&post).await.says(WORDS));
    })
    .await;
}

#[tokio::test]
async fn whoever_left_the_class_reads_no_comment_written_later() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let post = published_open(app).await;
        let (thomas, later) = (app.by(Thomas).await, "La mare a gelé.");
        comment(&thomas, &post).await;
        app.at("2026-10-05T10:00");
        app.leaves(Zoe).await;
        app.at("2026-10-05T11:00");
        let thomas = app.by(Thomas).await;
        thomas.post_then(&step(&post, "commentaires"), &[("comment", later)]).await;
        reads(app, &post, true).await;
        for who in READERS {
            let page = app.by(who).await.get(&post).await;
            assert!(!page.says(later), "{who:?}: {}", page.text());
        }
        assert!(thomas.get(&post).await.says(later));
    })
    .await;
}
