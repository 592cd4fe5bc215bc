//! What a school opens to whom: at once, to some alone, never to the loss of the head.

use crate::{SERVICES, answers, audited, count, of_school, run};
use db::args;
use school::{Role, circle};
use testkit::{
    App,
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

/// Everything a form ticks when the journal is open to all.
const ALL: [(&str, &str); 3] = [("journal", "pupil"), ("journal", "guardian"), ("journal", "teacher")];

/// The head leaves the journal open to these alone.
async fn leave_open(app: &App, ticked: &[(&str, &str)]) {
    let page = app.by(Helene).await.post_then(&of_school("/services"), ticked).await;
    assert!(page.says("les services sont réglés ainsi"), "{}", page.text());
}

#[tokio::test]
async fn a_service_closed_to_families_is_nowhere_for_them_and_there_for_others() {
    on_both(SERVICES, async |app| {
        answers(app, "/journal", 200, &[Claire, Zoe, Thomas, Helene]).await;
        assert!(app.by(Claire).await.get("/autre").await.link("Le journal").is_some());
        leave_open(app, &[ALL[0], ALL[2]]).await;
        answers(app, "/journal", 404, &[Claire, Paul, Samia, Karim]).await;
        assert_eq!(app.by(Claire).await.get("/autre").await.link("Le journal"), None);
        answers(app, "/journal", 200, &[Zoe, Thomas, Rose, Agnes, Helene]).await;
        // Another school has its own choices, and so have its people.
        answers(app, "/journal", 200, &[Hector, Thea, Enzo, Perrine]).await;
        assert_eq!(audited(app, Helene, "services-opened").await, 1);
        leave_open(app, &ALL).await;
        answers(app, "/journal", 200, &[Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn a_service_closed_to_everybody_stays_with_the_head_and_a_deputy() {
    on_both(SERVICES, async |app| {
        leave_open(app, &[]).await;
        answers(app, "/journal", 404, &[Claire, Zoe, Tom, Thomas, Rose, Agnes]).await;
        answers(app, "/journal", 200, &[Helene]).await;
        assert!(app.by(Helene).await.get("/autre").await.link("Le journal").is_some());
        let mut tx = app.write().await;
        circle::seat(&mut tx, Tilleuls.staff(), Thomas.person(), Role::Deputy, None).await.unwrap();
        tx.commit().await.unwrap();
        answers(app, "/journal", 200, &[Thomas]).await;
    })
    .await;
}

#[tokio::test]
async fn a_parent_of_two_schools_keeps_what_one_of_them_opens() {
    on_both(SERVICES, async |app| {
        let sql = "insert into guardianship (child_id, adult_id, relation, position, source, since) \
             values ($1, $2, 20, 2, 'aaf', $3)";
        run(app, sql, args![Enzo.person(), Claire.person(), app.now()]).await;
        leave_open(app, &[ALL[0], ALL[2]]).await;
        answers(app, "/journal", 404, &[Paul]).await;
        answers(app, "/journal", 200, &[Claire]).await;
        // Closed in both, it is closed.
        app.by(Hector).await.post(&format!("/ecoles/{}/services", JulesVerne.id()), &[]).await;
        answers(app, "/journal", 404, &[Claire]).await;
    })
    .await;
}

#[tokio::test]
async fn a_reader_counts_with_the_families() {
    on_both(SERVICES, async |app| {
        // Agnès reads with the family of Zoé, and works nowhere any more.
        run(app, "delete from member where person_id = $1", args![Agnes.person()]).await;
        let sql = "insert into reader (child_id, person_id, invited_by, word, since) values ($1, $2, $3, 'Mamie', $4)";
        run(app, sql, args![Zoe.person(), Agnes.person(), Claire.person(), app.now()]).await;
        answers(app, "/journal", 200, &[Agnes]).await;
        leave_open(app, &[ALL[0], ALL[2]]).await;
        answers(app, "/journal", 404, &[Agnes]).await;
    })
    .await;
}

#[tokio::test]
async fn a_change_is_shown_before_it_is_made() {
    on_both(SERVICES, async |app| {
        let helene = app.by(Helene).await;
        let form = helene.get(&of_school("/services")).await;
        assert_eq!(form.texts("main fieldset legend"), ["Journal de classe : ouvert à"]);
        assert_eq!(form.attributes("main input[checked]", "value"), ["pupil", "guardian", "teacher"]);
        let preview = helene.get(&of_school("/services/apercu?journal=pupil&journal=teacher")).await;
        let told = ["Journal de classe : fermé (Familles). 5 personnes sont concernées."];
        assert_eq!(preview.texts("main ul.rows li"), told);
        assert_eq!(preview.attributes("main input[type='hidden']", "value"), ["pupil", "teacher"]);
        // Going back keeps what was ticked.
        let back = preview.link("Revenir au choix").unwrap();
        let form = helene.get(&back).await;
        assert_eq!(form.attributes("main input[checked]", "value"), ["pupil", "teacher"]);
        // Looking changes nothing.
        let closed = "select count(*) as n from school where closed <> ''";
        assert_eq!(count(app, closed, &[]).await, 0);
        let same = of_school("/services/apercu?journal=pupil&journal=teacher&journal=guardian");
        let back = helene.get(&same).await;
        assert_eq!(back.location(), Some(of_school("/services")));
        assert!(helene.follow(&back).await.says("Rien n’est changé"));
    })
    .await;
}

#[tokio::test]
async fn what_no_page_proposes_closes_nothing() {
    on_both(SERVICES, async |app| {
        let more = [&ALL[..], &[("journal", "head"), ("autre", "pupil"), ("headship", "teacher")][..]].concat();
        leave_open(app, &more).await;
        answers(app, "/autre", 200, &[Claire, Thomas, Helene]).await;
        answers(app, "/journal", 200, &[Claire, Thomas, Helene]).await;
    })
    .await;
}
