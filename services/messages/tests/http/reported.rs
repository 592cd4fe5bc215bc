//! What somebody reports is read by the head, who reads nothing else of what others write.

use crate::{
    OPEN, SERVICES, answer, answers, count, family,
    safety::{acts, viewer},
    send, send_about,
};
use commons::{ThingId, audit::Action, report};
use db::{Error, args};
use messages::conversation::KIND;
use testkit::{App, Who, Who::*, on_both};

/// A conversation, as the page of reports finds it.
pub(crate) async fn find(app: &App, who: Who, thread: &str) -> db::Result<Option<web::Reportable>> {
    let viewer = viewer(app, who).await;
    let mut tx = app.read().await;
    (messages::SERVICE.reportable)(&mut tx, &viewer, KIND.name, id(thread)).await
}

fn id(thread: &str) -> ThingId {
    thread.rsplit_once('/').unwrap().1.parse().unwrap()
}

/// Reports a conversation as its page does.
pub(crate) async fn raise(app: &App, who: Who, thread: &str) {
    let found = find(app, who, thread).await.unwrap().unwrap();
    assert_eq!(found.look, None);
    let viewer = viewer(app, who).await;
    let mut tx = app.write().await;
    report::raise(&mut tx, &viewer, &found.thing, None, "C’est blessant").await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_head_reads_what_was_reported_and_the_journal_says_so() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send(&app.by(Thomas).await, &[&family(Zoe)], "Retard", "Encore en retard !").await;
        let page = format!("{thread}/signalement");
        answer(&app.by(Paul).await, &thread, "Nous faisons au mieux.").await;
        answers(app, &page, 404, &[Helene, Claire, Thomas, Rose]).await;
        assert!(matches!(find(app, Helene, &thread).await, Err(Error::NotFound)));
        app.wait(60);
        raise(app, Claire, &thread).await;
        let look = find(app, Helene, &thread).await.unwrap().unwrap().look;
        assert_eq!(look.as_deref(), Some(page.as_str()));
        app.wait(60);
        answer(&app.by(Thomas).await, &thread, "N’en parlons plus.").await;
        let helene = app.by(Helene).await;
        let shown = helene.get(&page).await;
        assert!(shown.says("Retard") && shown.says("Thomas ROUX") && shown.says("C’est blessant"), "{}", shown.text());
        assert!(!shown.says("Encore en retard !"));
        assert!(acts(app, Action::ReportedRead).await.is_empty());
        let read = helene.post(&page, &[]).await;
        assert!(read.says("Encore en retard !"), "{}", read.text());
        // What whoever reported had not received then is nobody else’s.
        assert!(!read.says("Nous faisons au mieux.") && !read.says("N’en parlons plus."), "{}", read.text());
        assert_eq!(acts(app, Action::ReportedRead).await[0].0, Some(Helene.account()));
        answers(app, &thread, 404, &[Helene]).await;
        answers(app, &page, 404, &[Claire, Thomas, Paul, Rose, Hector, Agnes]).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_it_is_reported_of_neither_hears_of_it_nor_settles_it() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        // The team of the class keeps the conversation: its teacher looks after the class, not after what is said there.
        let thread = send_about(&app.by(Thomas).await, &[&family(Zoe)], "Retard", "auto").await;
        raise(app, Claire, &thread).await;
        let told = "select count(*) as n from notification where person_id = $1 and verb = $2";
        for (who, reports) in [(Helene, 1), (Thomas, 0)] {
            let viewer = viewer(app, who).await;
            let queue = report::queue(&mut app.read().await, &viewer).await.unwrap();
            assert_eq!(queue.len(), reports, "{who:?}");
            let notices = count(app, told, args![who.person(), report::RAISED]).await;
            assert_eq!(usize::try_from(notices).unwrap(), reports, "{who:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_reports_what_they_alone_wrote() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Jeudi.").await;
        assert_eq!(thomas.get(&thread).await.link("Signaler"), None);
        let report = app.by(Claire).await.get(&thread).await.link("Signaler");
        assert_eq!(report, Some(format!("/signaler{thread}")));
        assert!(find(app, Samia, &thread).await.is_err());
    })
    .await;
}
