//! A new code for somebody who lost everything: given by the school, in person.

use crate::{
    SERVICES,
    activation::FINE,
    steps::{
        NEW, account_of, acts, assert_leads, change, code_of, gets_in, give_email, is_inside, letters_to, links,
        reopened, type_code,
    },
};
use commons::audit::Action;
use db::args;
use testkit::{
    Classroom::{Ce, Cp},
    Client, Page,
    Place::Tilleuls,
    Who,
    Who::*,
    on_both,
    people::PASSWORD,
};

/// Asks for a new code for somebody in a class.
async fn renew(client: &Client<'_>, who: Who, readers: &str) -> Page {
    client.post(&Cp.path(&format!("/fiches/{}/code", who.person())), &[("pour", readers)]).await
}

async fn renew_in_team(client: &Client<'_>, who: Who) -> Page {
    client.post(&format!("/ecoles/{}/fiches/{}/code", Tilleuls.id(), who.person()), &[]).await
}

#[tokio::test]
async fn a_new_code_ends_everything_that_went_before() {
    on_both(SERVICES, async |app| {
        give_email(app, Claire, "claire@example.org").await;
        let older = code_of(app, Claire).await;
        let (teacher, parent, other) = (app.by(Thomas).await, app.by(Claire).await, app.by(Paul).await);
        let answer = renew(&teacher, Claire, "familles").await;
        assert_leads(&answer, &Cp.path("/fiches?pour=familles"));
        assert!(teacher.follow(&answer).await.has(".notice"));
        assert!(!is_inside(&parent).await && is_inside(&other).await);
        assert!(!gets_in(app, Claire, PASSWORD).await);
        let newer = code_of(app, Claire).await;
        assert_ne!(older, newer);
        assert_eq!(type_code(&app.anonymous(), &Claire.login(), &older).await.status, 422);
        let choice = type_code(&app.anonymous(), &Claire.login(), &newer).await;
        assert_leads(&app.anonymous().post(&choice.location().unwrap(), FINE).await, "/");
        assert!(gets_in(app, Claire, NEW).await);
        let kept = acts(app, Action::ResetAsked).await;
        assert_eq!(kept, [(Some(Thomas.account()), Some(Claire.person().to_string()), None)]);
        // Whoever gave an address learns of it, and learns no code.
        let letters = letters_to(app, "claire@example.org").await;
        assert_eq!(letters.len(), 1);
        assert!(!letters[0].contains(&newer) && links(&letters[0], "/activation").is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_pupil_gets_a_new_card() {
    on_both(SERVICES, async |app| {
        let child = app.by(Zoe).await;
        assert_leads(&renew(&app.by(Thomas).await, Zoe, "eleves").await, &Cp.path("/fiches?pour=eleves"));
        assert!(!is_inside(&child).await);
        assert_eq!(type_code(&app.anonymous(), &Zoe.login(), &code_of(app, Zoe).await).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn only_somebody_of_the_class_who_came_in_gets_a_new_code() {
    on_both(SERVICES, async |app| {
        reopened(app, Paul).await;
        let teacher = app.by(Thomas).await;
        let sheets = [account_of(app, Paul).await.sheet, account_of(app, Samia).await.sheet];
        for (who, readers) in
            [(Paul, "familles"), (Samia, "familles"), (Zoe, "familles"), (Claire, "eleves"), (Perrine, "familles")]
        {
            assert_eq!(renew(&teacher, who, readers).await.status, 404, "{who:?}");
        }
        let elsewhere = Ce.path(&format!("/fiches/{}/code", Samia.person()));
        assert_eq!(teacher.post(&elsewhere, &[]).await.status, 404);
        assert_eq!(renew_in_team(&teacher, Rose).await.status, 404);
        assert_eq!([account_of(app, Paul).await.sheet, account_of(app, Samia).await.sheet], sheets);
        assert!(acts(app, Action::ResetAsked).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_teacher_does_not_come_in_as_a_head_who_is_also_a_parent() {
    on_both(SERVICES, async |app| {
        let parent = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
                      values ($1, $2, 10, 3, 'aaf', 0)";
        for who in [Helene, Rose] {
            change(app, parent, args![Zoe.person(), who.person()]).await;
            let client = app.by(who).await;
            assert_eq!(renew(&app.by(Thomas).await, who, "familles").await.status, 403, "{who:?}");
            assert!(is_inside(&client).await && gets_in(app, who, PASSWORD).await, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_teacher_does_not_come_into_another_school_by_the_account_of_a_family() {
    on_both(SERVICES, async |app| {
        give_email(app, Claire, "claire@example.org").await;
        let parent = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
                      values ($1, $2, 10, 3, 'aaf', 0)";
        change(app, parent, args![Enzo.person(), Claire.person()]).await;
        let (teacher, claire) = (app.by(Thomas).await, app.by(Claire).await);
        let refused = renew(&teacher, Claire, "familles").await;
        assert_leads(&refused, &Cp.path("/fiches?pour=familles"));
        let told = teacher.follow(&refused).await;
        assert!(told.has(".notice-attention") && told.says("seule la direction"), "{}", told.text());
        assert!(is_inside(&claire).await && gets_in(app, Claire, PASSWORD).await);
        assert!(acts(app, Action::ResetAsked).await.is_empty());
        assert!(letters_to(app, "claire@example.org").await.is_empty());
        // Somebody must be able to: the head, who answers for it in the journal.
        assert_leads(&renew(&app.by(Helene).await, Claire, "familles").await, &Cp.path("/fiches?pour=familles"));
        assert!(!is_inside(&claire).await);
        let detail = Some("opens another school".to_owned());
        let kept = acts(app, Action::ResetAsked).await;
        assert_eq!(kept, [(Some(Helene.account()), Some(Claire.person().to_string()), detail)]);
        assert_eq!(letters_to(app, "claire@example.org").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_head_renews_the_team_but_not_the_head() {
    on_both(SERVICES, async |app| {
        let (head, teacher) = (app.by(Helene).await, app.by(Rose).await);
        let answer = renew_in_team(&head, Rose).await;
        assert_leads(&answer, &format!("/ecoles/{}/fiches", Tilleuls.id()));
        assert!(!is_inside(&teacher).await);
        assert_eq!(type_code(&app.anonymous(), &Rose.login(), &code_of(app, Rose).await).await.status, 303);
        assert_eq!(renew_in_team(&head, Helene).await.status, 403);
        assert!(is_inside(&head).await);
        for who in [Hector, Thea, Claire, Zoe] {
            assert_eq!(renew_in_team(&head, who).await.status, 404, "{who:?}");
        }
    })
    .await;
}
