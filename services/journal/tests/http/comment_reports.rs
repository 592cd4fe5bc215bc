//! A comment reported by itself: those in charge see which, and hide or keep it.

use crate::{SERVICES, answers, count, events, form, notices, part, published, step};
use db::args;
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::{self, *},
    on_both,
};

const WORDS: &str = "Quelle belle sortie !";
const WRONG: &str = "Un prénom est moqué.";

/// A post of the CP with a comment of Paul that everybody reads; answers the addresses of both.
async fn commented(app: &App) -> (String, String) {
    let thomas = app.by(Thomas).await;
    let post = published(&thomas, Cp, &form(&[("comments", "on")])).await;
    app.by(Paul).await.post_then(&step(&post, "commentaires"), &[("comment", WORDS)]).await;
    let validation = thomas.get(&post).await.attributes("form[action$='/validation']", "action").concat();
    thomas.post_then(&validation, &[]).await;
    let comment = validation.strip_suffix("/validation").unwrap().to_owned();
    (post, comment)
}

async fn report(client: &Client<'_>, comment: &str) -> Page {
    client.post_then(&step(comment, "signalement"), &[("reason", WRONG)]).await
}

/// How many rows of the audit journal say that somebody did this to a comment.
async fn audited(app: &App, who: Who, action: &str, comment: &str) -> i64 {
    let sql = "select count(*) as n from audit where account_id = $1 and action = $2 and subject = $3";
    count(app, sql, args![who.account(), action, part(comment, 4)]).await
}

#[tokio::test]
async fn a_reader_reports_one_comment_and_those_in_charge_see_which() {
    on_both(SERVICES, async |app| {
        let (post, comment) = commented(app).await;
        let claire = app.by(Claire).await;
        let ask = claire.get(&claire.get(&post).await.link("Signaler ce commentaire").unwrap()).await;
        assert_eq!(ask.texts("h1"), ["Signaler ce commentaire"]);
        assert_eq!(ask.texts("blockquote"), [WORDS]);
        assert!(ask.says("Votre nom n’est montré qu’à la direction."), "{}", ask.text());
        let page = report(&claire, &comment).await;
        assert!(page.says("Merci. La direction et les enseignants sont prévenus."), "{}", page.text());
        assert!(page.says(WORDS) && !page.says(WRONG), "{}", page.text());
        let seen = app.by(Thomas).await.get(&post).await;
        assert!(seen.texts("article.panel li").concat().contains(WRONG) && !seen.says("Claire"), "{}", seen.text());
        assert!(!seen.has("section.panel"), "the post itself was not reported");
        let seen = app.by(Helene).await.get(&post).await;
        assert!(seen.texts("article.panel li").concat().contains("Claire F., parent"), "{}", seen.text());
    })
    .await;
}

#[tokio::test]
async fn it_is_journalled_and_told_to_those_in_charge() {
    on_both(SERVICES, async |app| {
        let (_, comment) = commented(app).await;
        report(&app.by(Claire).await, &comment).await;
        assert_eq!(events(app, "journal.comment-reported").await, 1);
        assert_eq!(events(app, "journal.reported").await, 0);
        assert_eq!(audited(app, Claire, "content-reported", &comment).await, 1);
        for (who, expected) in [(Thomas, 1), (Helene, 1), (Rose, 0), (Paul, 0), (Claire, 0), (Hector, 0)] {
            assert_eq!(notices(app, who, "journal.comment-reported").await, expected, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn hidden_it_is_gone_for_readers_its_report_is_settled_and_its_author_is_told() {
    on_both(SERVICES, async |app| {
        let (post, comment) = commented(app).await;
        report(&app.by(Zoe).await, &comment).await;
        let page = app.by(Thomas).await.post_then(&step(&comment, "masquage"), &[]).await;
        assert!(page.says("Masqué") && !page.says(WRONG), "{}", page.text());
        for who in [Zoe, Paul, Claire] {
            assert!(!app.by(who).await.get(&post).await.says(WORDS), "{who:?}");
        }
        assert_eq!(events(app, "journal.report-settled").await, 1);
        assert_eq!(audited(app, Thomas, "reports-settled", &comment).await, 1);
        assert_eq!(notices(app, Paul, "journal.comment-hidden").await, 1);
        for (who, expected) in [(Zoe, 1), (Paul, 0), (Thomas, 0)] {
            assert_eq!(notices(app, who, "journal.report-heard").await, expected, "{who:?}");
        }
        answers(app, &step(&comment, "signalement"), 404, &[Zoe, Paul, Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn found_groundless_it_stays() {
    on_both(SERVICES, async |app| {
        let (post, comment) = commented(app).await;
        report(&app.by(Zoe).await, &comment).await;
        let helene = app.by(Helene).await;
        let keep = helene.get(&post).await.attributes("form[action$='/signalement/classement']", "action");
        assert_eq!(keep, [step(&comment, "signalement/classement")]);
        let page = helene.post_then(&keep[0], &[]).await;
        assert!(page.says("Le commentaire reste visible, et les signalements sont classés."), "{}", page.text());
        assert!(page.says(WORDS) && !page.says(WRONG) && !page.says("Garder le commentaire"), "{}", page.text());
        assert!(app.by(Zoe).await.get(&post).await.says(WORDS));
        assert_eq!(notices(app, Zoe, "journal.report-kept").await, 1);
        assert_eq!(audited(app, Helene, "reports-settled", &comment).await, 1);
    })
    .await;
}

#[tokio::test]
async fn settling_what_was_said_of_the_post_leaves_what_was_said_of_a_comment() {
    on_both(SERVICES, async |app| {
        let (post, comment) = commented(app).await;
        let (zoe, thomas) = (app.by(Zoe).await, app.by(Thomas).await);
        report(&zoe, &comment).await;
        zoe.post_then(&step(&post, "signalement"), &[("reason", "Une photo est floue.")]).await;
        let page = thomas.post_then(&step(&post, "signalement/classement"), &[]).await;
        assert!(page.says(WRONG) && !page.says("Une photo est floue."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn it_says_what_is_wrong_to_a_child_as_to_a_child() {
    on_both(SERVICES, async |app| {
        let (_, comment) = commented(app).await;
        let zoe = app.by(Zoe).await;
        let ask = zoe.get(&step(&comment, "signalement")).await;
        assert!(ask.says("Quelque chose te gêne dans ce commentaire ? Dis-le ici."), "{}", ask.text());
        let page = zoe.post(&step(&comment, "signalement"), &[("reason", " ")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-reason-error"), ["Il manque quelques mots."]);
        assert_eq!(page.texts("blockquote"), [WORDS]);
        assert_eq!(count(app, "select count(*) as n from thing_report", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_reports_ones_own_words_nor_what_is_not_read() {
    on_both(SERVICES, async |app| {
        let (post, comment) = commented(app).await;
        assert_eq!(app.by(Paul).await.get(&post).await.link("Signaler ce commentaire"), None);
        let other = published(&app.by(Thomas).await, Cp, &form(&[("comments", "on")])).await;
        answers(app, &step(&comment.replace(&post, &other), "signalement"), 404, &[Claire, Thomas]).await;
        app.by(Claire).await.post_then(&step(&post, "commentaires"), &[("comment", "En attente.")]).await;
        let page = app.by(Thomas).await.get(&post).await;
        let waiting = page.attributes("form[action$='/validation']", "action").concat();
        answers(app, &waiting.replace("validation", "signalement"), 404, &[Paul, Zoe]).await;
    })
    .await;
}
