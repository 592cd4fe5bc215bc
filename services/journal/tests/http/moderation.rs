//! Reports, and what is taken from its readers with a reason: journalled and told.

use crate::{READERS, SERVICES, answers, count, events, form, notices, part, publish, published, step, write};
use db::args;
use testkit::{
    App,
    Classroom::Cp,
    Client, Page,
    Who::{self, *},
    on_both, photograph,
};

const WRONG: &str = "Un numéro de téléphone est écrit.";
const REASON: &str = "On reconnaît un enfant.";

async fn report(client: &Client<'_>, post: &str) -> Page {
    client.post_then(&step(post, "signalement"), &[("reason", WRONG)]).await
}

async fn withdraw(client: &Client<'_>, post: &str) -> Page {
    client.post_then(&step(post, "retrait"), &[("reason", REASON)]).await
}

/// How many rows of the audit journal say that somebody did this to a post, with these words.
async fn audited(app: &App, who: Who, action: &str, post: &str, words: &str) -> i64 {
    let sql = "select count(*) as n from audit where account_id = $1 and action = $2 and subject = $3 and detail = $4";
    count(app, sql, args![who.account(), action, part(post, 2), words]).await
}

/// How many events say that somebody did this to something, with these words.
async fn recorded(app: &App, who: Who, verb: &str, words: &str) -> i64 {
    let sql = "select count(*) as n from event where actor_id = $1 and verb = $2 and detail = $3";
    count(app, sql, args![who.person(), verb, words]).await
}

/// How many notices tell somebody this, with these words.
async fn told(app: &App, who: Who, verb: &str, words: &str) -> i64 {
    let sql = "select count(*) as n from notification where person_id = $1 and verb = $2 and detail = $3";
    count(app, sql, args![who.person(), verb, words]).await
}

#[tokio::test]
async fn a_report_reaches_the_teacher_and_the_head_who_alone_reads_by_whom() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        let paul = app.by(Paul).await;
        let ask = paul.get(&paul.get(&post).await.link("Signaler ce billet").unwrap()).await;
        assert!(ask.says("Votre nom n’est montré qu’à la direction."), "{}", ask.text());
        let page = report(&paul, &post).await;
        assert!(page.says("Merci. La direction et les enseignants sont prévenus."), "{}", page.text());
        assert!(!page.says(WRONG), "readers see no report");
        let seen = app.by(Thomas).await.get(&post).await;
        assert!(seen.says("Signalements à traiter") && seen.says(WRONG) && !seen.says("Paul"), "{}", seen.text());
        let seen = app.by(Helene).await.get(&post).await;
        assert!(seen.says(WRONG) && seen.says("Paul M., parent, aujourd’hui à 10 h"), "{}", seen.text());
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn a_report_is_journalled_and_told_to_those_in_charge() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        report(&app.by(Paul).await, &post).await;
        assert_eq!(recorded(app, Paul, "journal.reported", WRONG).await, 1);
        assert_eq!(audited(app, Paul, "content-reported", &post, WRONG).await, 1);
        for (who, expected) in [(Thomas, 1), (Helene, 1), (Rose, 0), (Claire, 0), (Hector, 0)] {
            assert_eq!(told(app, who, "journal.reported", WRONG).await, expected, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_pupil_reports_too_and_is_answered_as_a_child() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        let zoe = app.by(Zoe).await;
        let ask = zoe.get(&step(&post, "signalement")).await;
        assert!(ask.says("Quelque chose te gêne dans ce billet ? Dis-le ici."), "{}", ask.text());
        assert!(report(&zoe, &post).await.says("Merci. Tes enseignants sont prévenus."));
        assert_eq!(told(app, Thomas, "journal.reported", WRONG).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_report_says_what_is_wrong() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        let paul = app.by(Paul).await;
        let long = "a".repeat(1001);
        for (typed, message) in
            [("", "Il manque quelques mots."), (long.as_str(), "C’est trop long : 1 000 caractères au plus.")]
        {
            let page = paul.post(&step(&post, "signalement"), &[("reason", typed)]).await;
            assert_eq!(page.status, 422);
            assert_eq!(page.texts("#f-reason-error"), [message]);
            assert_eq!(page.texts("#f-reason"), [typed]);
        }
        assert_eq!(count(app, "select count(*) as n from thing_report", &[]).await, 0);
        assert_eq!(notices(app, Thomas, "journal.reported").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_report_found_groundless_is_settled_and_the_post_stays() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        report(&app.by(Paul).await, &post).await;
        let page = thomas.post_then(&step(&post, "signalement/classement"), &[]).await;
        assert!(page.says("Les signalements sont classés."), "{}", page.text());
        assert!(!page.says("Signalements à traiter") && !page.says(WRONG), "{}", page.text());
        assert_eq!(events(app, "journal.report-settled").await, 1);
        for (who, expected) in [(Paul, 1), (Claire, 0), (Thomas, 0), (Helene, 0)] {
            assert_eq!(notices(app, who, "journal.report-kept").await, expected, "{who:?}");
        }
        answers(app, &post, 200, &READERS).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_withdrawn_without_a_reason() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        let page = thomas.get(&post).await;
        assert_eq!(page.link("Dépublier"), Some(step(&post, "retrait")));
        // Over the page with script, on a page of its own without.
        let question = "form[action$='/retrait'] textarea[name=reason]";
        let dialog = page.attributes("dialog-link", "data-dialog").concat();
        assert!(page.has(&format!("dialog#{dialog} {question}")), "{}", page.text());
        assert!(thomas.get(&step(&post, "retrait")).await.has(question));
        assert!(!app.by(Paul).await.get(&post).await.has("dialog, dialog-link"));
        let page = thomas.post(&step(&post, "retrait"), &[("reason", " \n ")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#f-reason-error"), ["Il manque quelques mots."]);
        answers(app, &post, 200, &READERS).await;
        assert_eq!(events(app, "journal.withdrawn").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_the_head_withdraws_is_gone_for_its_readers_and_its_author_reads_why() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        report(&app.by(Paul).await, &post).await;
        let page = withdraw(&app.by(Helene).await, &post).await;
        assert!(page.says("Le billet est dépublié.") && !page.says("Signalements à traiter"), "{}", page.text());
        answers(app, &post, 404, &READERS).await;
        assert_eq!(notices(app, Paul, "journal.report-heard").await, 0, "it would lead to nothing");
        let journal = app.by(Paul).await.get(&Cp.path("/journal?vue=archives")).await;
        assert_eq!(journal.status, 200);
        assert!(!journal.says("La mare"), "{}", journal.text());
        let page = thomas.get(&post).await;
        assert_eq!(page.texts(".status"), ["Dépublié"]);
        assert!(page.says("Ce billet a été dépublié") && page.says(REASON), "{}", page.text());
        let journal = thomas.get(&Cp.path("/journal")).await;
        assert!(!journal.says("La mare"), "{}", journal.text());
        let archives = thomas.get(&journal.link("Voir les billets archivés ou dépubliés").unwrap()).await;
        assert_eq!(archives.texts(".card-title"), ["La mare"]);
    })
    .await;
}

#[tokio::test]
async fn a_withdrawal_is_journalled_and_told_to_the_author() {
    on_both(SERVICES, async |app| {
        let post = published(&app.by(Thomas).await, Cp, &form(&[])).await;
        withdraw(&app.by(Helene).await, &post).await;
        assert_eq!(recorded(app, Helene, "journal.withdrawn", REASON).await, 1);
        assert_eq!(audited(app, Helene, "content-withdrawn", &post, REASON).await, 1);
        assert_eq!(told(app, Thomas, "journal.withdrawn", REASON).await, 1);
        assert_eq!(notices(app, Paul, "journal.withdrawn").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_notice_that_would_lead_its_reader_to_nothing_is_forgotten() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[("comments", "on")])).await;
        app.by(Paul).await.post_then(&step(&post, "commentaires"), &[("comment", "Bravo.")]).await;
        let validation = thomas.get(&post).await.attributes("form[action$='/validation']", "action").concat();
        thomas.post_then(&validation, &[]).await;
        assert_eq!(notices(app, Paul, "journal.comment-published").await, 1);
        withdraw(&thomas, &post).await;
        assert_eq!(notices(app, Paul, "journal.comment-published").await, 0);
        assert_eq!(notices(app, Thomas, "journal.commented").await, 1);
    })
    .await;
}

#[tokio::test]
async fn only_the_head_or_whoever_withdrew_gives_a_post_back() {
    on_both(SERVICES, async |app| {
        let (thomas, helene) = (app.by(Thomas).await, app.by(Helene).await);
        let post = published(&thomas, Cp, &form(&[])).await;
        let restore = step(&post, "remise");
        withdraw(&helene, &post).await;
        assert!(!thomas.get(&post).await.says("Republier"));
        assert_eq!(thomas.post(&restore, &[]).await.status, 403);
        answers(app, &post, 404, &READERS).await;
        let page = helene.post_then(&restore, &[]).await;
        assert!(page.says("Le billet est republié."), "{}", page.text());
        answers(app, &post, 200, &READERS).await;
        withdraw(&thomas, &post).await;
        answers(app, &post, 404, &READERS).await;
        assert!(thomas.get(&post).await.says("Republier"));
        thomas.post_then(&restore, &[]).await;
        answers(app, &post, 200, &READERS).await;
        assert_eq!(events(app, "journal.restored").await, 2);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_whose_post_is_withdrawn_is_told_why() {
    on_both(SERVICES, async |app| {
        let (zoe, thomas) = (app.by(Zoe).await, app.by(Thomas).await);
        let post = write(&zoe, Cp, &form(&[("suite", "relecture")])).await;
        publish(&thomas, &post).await;
        withdraw(&thomas, &post).await;
        answers(app, &post, 404, &[Paul, Claire]).await;
        assert_eq!(told(app, Zoe, "journal.withdrawn", REASON).await, 1);
        let page = zoe.get(&post).await;
        assert!(page.says("Ce billet a été dépublié") && page.says(REASON), "{}", page.text());
        assert_eq!(zoe.post(&step(&post, "remise"), &[]).await.status, 403);
        assert_eq!(zoe.get(&step(&post, "modifier")).await.status, 403);
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_signs_what_is_withdrawn_opens_it_no_more_until_it_is_given_back() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let zoe = Zoe.person().to_string();
        let fields = form(&[("authors", zoe.as_str()), ("alt", "La mare")]);
        let photo = photograph::jpeg(64, 48);
        let answer = thomas.upload(&Cp.path("/billets"), &fields, &[("photos", "mare.jpg", photo.as_slice())]).await;
        let post = answer.location().unwrap();
        publish(&thomas, &post).await;
        let source = app.by(Zoe).await.get(&post).await.attributes(".prose figure img", "src").concat();
        let addresses = [post.clone(), source, step(&post, "modifier")];
        answers(app, &addresses[1], 200, &[Zoe]).await;
        let ask = thomas.get(&step(&post, "retrait")).await;
        assert!(ask.says("sauf son auteur, la direction et les enseignants"), "{}", ask.text());
        withdraw(&thomas, &post).await;
        for address in &addresses {
            answers(app, address, 404, &[Zoe, Paul]).await;
        }
        thomas.post_then(&step(&post, "remise"), &[]).await;
        answers(app, &post, 200, &[Zoe, Paul]).await;
    })
    .await;
}

#[tokio::test]
async fn only_what_is_delivered_is_withdrawn() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let post = published(&thomas, Cp, &form(&[])).await;
        assert_eq!(thomas.get(&post).await.link("Dépublier"), None);
        assert_eq!(thomas.post(&step(&post, "retrait"), &[("reason", REASON)]).await.status, 409);
        assert_eq!(events(app, "journal.withdrawn").await, 0);
    })
    .await;
}
