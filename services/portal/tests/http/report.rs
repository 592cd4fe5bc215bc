//! « Signaler ce contenu », without an account.

use crate::{PUBLIC, SERVICES, count, form, on_line, site};
use school::Viewer;
use testkit::{App, Who, Who::*, on_both};

async fn tasks(app: &App, who: Who) -> usize {
    let mut tx = app.read().await;
    let viewer = Viewer::load(&mut tx, who.account()).await.unwrap();
    (portal::SERVICE.tasks)(&mut tx, &viewer).await.unwrap().len()
}

#[tokio::test]
async fn a_visitor_reports_a_page_and_the_director_answers() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        let page = on_line(app, &desk, &form(&[])).await;
        let address = format!("{PUBLIC}/la-cantine/signalement");
        let visitor = app.anonymous();
        let again = visitor.post(&address, &[("reason", " "), ("email", "nom@")]).await;
        assert_eq!(again.status, 422);
        assert!(again.has("#f-reason-error") && again.has("#f-email-error"));
        assert_eq!(again.attributes("input[name=email]", "value"), ["nom@"]);
        let fields = [("reason", "On y reconnaît mon enfant."), ("email", "parent@exemple.fr")];
        assert!(visitor.post_then(&address, &fields).await.says("Signalement reçu"));
        assert_eq!((tasks(app, Helene).await, tasks(app, Thomas).await, tasks(app, Hector).await), (1, 0, 0));
        let helene = app.by(Helene).await;
        let list = helene.get(&format!("{desk}/signalements")).await;
        assert!(list.says("On y reconnaît mon enfant.") && list.says("parent@exemple.fr"));
        let settle = list.attributes("form[action$='/classement']", "action").concat();
        let word = list.attributes(".panel textarea", "name").concat();
        assert_eq!(helene.post(&settle, &[(word.as_str(), "")]).await.status, 422);
        let long = "x".repeat(501);
        let again = helene.post(&settle, &[(word.as_str(), long.as_str())]).await;
        assert!(again.status == 422 && again.has(&format!("#f-{word}-error")) && again.says(&long));
        assert_eq!(helene.post(&settle, &[(word.as_str(), "Personne n’y est reconnaissable.")]).await.status, 303);
        assert_eq!(tasks(app, Helene).await, 0);
        assert_eq!(count(app, "select count(*) as n from portal_report where email is not null", &[]).await, 0);
        visitor.post(&address, &fields).await;
        helene.post_then(&format!("{page}/retrait"), &[("word", "Retirée à la demande d’une famille.")]).await;
        assert_eq!(tasks(app, Helene).await, 0, "the withdrawal answers");
    })
    .await;
}

#[tokio::test]
async fn reports_of_one_content_stop_at_some_number() {
    on_both(SERVICES, async |app| {
        let desk = site(app).await;
        on_line(app, &desk, &form(&[])).await;
        let visitor = app.anonymous();
        let fields = [("reason", "Encore."), ("email", "")];
        for _ in 0..5 {
            assert_eq!(visitor.post(&format!("{PUBLIC}/la-cantine/signalement"), &fields).await.status, 303);
        }
        assert_eq!(visitor.post(&format!("{PUBLIC}/la-cantine/signalement"), &fields).await.status, 422);
        assert_eq!(visitor.post(&format!("{PUBLIC}/signalement"), &fields).await.status, 303, "the site is another");
        assert_eq!(visitor.post(&format!("{PUBLIC}/personne/signalement"), &fields).await.status, 404);
    })
    .await;
}
