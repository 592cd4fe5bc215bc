//! The charter: four wordings, accepted before anything else, asked again when it changes.

use crate::{
    SERVICES,
    steps::{acts, assert_leads, change, is_inside},
    strangers::behind_the_door,
};
use commons::audit::Action;
use db::{Moment, args};
use doors::charter::Charter;
use school::charter::Audience;
use testkit::{App, Place::Tilleuls, Who, Who::*, on_both};

const FORM: &str = "form[action='/charte']";

/// Whoever accepted the version before.
async fn not_accepted(app: &App, who: Who) {
    change(app, "update account set charter = charter - 1 where id = $1", args![who.account()]).await;
}

#[test]
fn the_wordings_are_four() {
    let mut titles: Vec<&str> = Audience::ALL.iter().map(|audience| Charter::of(*audience).title).collect();
    titles.sort_unstable();
    titles.dedup();
    assert_eq!(titles.len(), 4);
}

#[tokio::test]
async fn everybody_accepts_the_wording_that_is_theirs() {
    on_both(SERVICES, async |app| {
        for (who, audience) in [
            (Zoe, Audience::Pupils),
            (Claire, Audience::Families),
            (Thomas, Audience::Staff),
            (Agnes, Audience::Staff),
            (Adelaide, Audience::Staff),
        ] {
            not_accepted(app, who).await;
            let client = app.by(who).await;
            let page = client.get("/charte").await;
            assert_eq!(page.status, 200);
            assert!(page.has(FORM), "{who:?}");
            assert_eq!(page.texts("main section h2").len(), 1, "{who:?}");
            let charter = Charter::of(audience);
            assert!(page.says(charter.title) && page.says(charter.lead), "{who:?}");
            assert_eq!(page.texts("main ol > li").len(), charter.rules.len(), "{who:?}");
            assert!(charter.rules.iter().all(|rule| page.says(rule.title) && page.says(rule.text)), "{who:?}");
            let accepted = client.post("/charte", &[]).await;
            assert_leads(&accepted, "/");
            assert!(is_inside(&client).await, "{who:?}");
            assert_eq!(acceptances(app, who).await, [(audience.as_str().to_owned(), audience.version(), app.now())]);
        }
    })
    .await;
}

async fn acceptances(app: &App, who: Who) -> Vec<(String, i64, Moment)> {
    let mut tx = app.read().await;
    let sql = "select audience, version, at from charter_acceptance where account_id = $1";
    tx.all(sql, args![who.account()]).await.unwrap()
}

#[tokio::test]
async fn a_charter_that_changed_stands_before_every_page() {
    on_both(SERVICES, async |app| {
        let client = app.by(Thomas).await;
        assert!(is_inside(&client).await);
        not_accepted(app, Thomas).await;
        for (method, path) in behind_the_door() {
            let answer = if method == "GET" { client.get(&path).await } else { client.post(&path, &[]).await };
            assert_leads(&answer, "/charte");
        }
        assert_leads(&client.post("/charte", &[]).await, "/");
        assert!(is_inside(&client).await);
    })
    .await;
}

#[tokio::test]
async fn whoever_another_wording_is_for_is_asked_and_nobody_else() {
    on_both(SERVICES, async |app| {
        let (claire, paul) = (app.by(Claire).await, app.by(Paul).await);
        assert!(is_inside(&claire).await && is_inside(&paul).await);
        let hired =
            "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'staff', 'hand', 0)";
        change(app, hired, args![Tilleuls.staff(), Claire.person()]).await;
        assert_leads(&claire.get("/compte").await, "/charte");
        assert!(claire.get("/charte").await.says(Charter::of(Audience::Staff).title));
        assert!(is_inside(&paul).await);
        assert_leads(&claire.post("/charte", &[]).await, "/");
        assert!(is_inside(&claire).await);
    })
    .await;
}

#[tokio::test]
async fn whom_a_family_lets_read_accepts_words_about_reading_and_no_others() {
    on_both(SERVICES, async |app| {
        // Agnès is no agent of the commune any more: she was entered to read with the family of Zoé.
        change(app, "delete from member where person_id = $1", args![Agnes.person()]).await;
        change(app, "update person set kind = 'guest' where id = $1", args![Agnes.person()]).await;
        let sql = "insert into reader (child_id, person_id, invited_by, word, since) values ($1, $2, $3, 'Mamie', $4)";
        change(app, sql, args![Zoe.person(), Agnes.person(), Claire.person(), app.now()]).await;
        let agnes = app.by(Agnes).await;
        assert_leads(&agnes.get("/compte").await, "/charte");
        let page = agnes.get("/charte").await;
        assert!(page.says(Charter::of(Audience::Readers).title) && !page.says("Vos enfants"), "{}", page.text());
        assert_leads(&agnes.post("/charte", &[]).await, "/");
        assert!(is_inside(&agnes).await);
        // Invited no more, she is asked nothing else, and nobody takes her for staff.
        let over = "update reader set until = $2 where person_id = $1";
        change(app, over, args![Agnes.person(), app.now()]).await;
        assert!(is_inside(&agnes).await);
        let accepted: Vec<String> = acceptances(app, Agnes).await.into_iter().map(|row| row.0).collect();
        assert_eq!(accepted, [Audience::Readers.as_str()]);
    })
    .await;
}

#[tokio::test]
async fn an_acceptance_is_dated_once_and_kept_in_the_journal() {
    on_both(SERVICES, async |app| {
        not_accepted(app, Claire).await;
        let (client, first) = (app.by(Claire).await, app.now());
        client.post("/charte", &[]).await;
        app.wait(60);
        client.post("/charte", &[]).await;
        assert_eq!(acceptances(app, Claire).await, [("families".to_owned(), Audience::Families.version(), first)]);
        let kept = acts(app, Action::CharterAccepted).await;
        let detail = Some(format!("families {}", Audience::Families.version()));
        assert_eq!(kept.first(), Some(&(Some(Claire.account()), None, detail)));
    })
    .await;
}

#[tokio::test]
async fn whoever_accepted_reads_all_of_them_the_own_one_first() {
    on_both(SERVICES, async |app| {
        for (who, first) in [(Zoe, Audience::Pupils), (Claire, Audience::Families), (Thomas, Audience::Staff)] {
            let page = app.by(who).await.get("/charte").await;
            let titles = page.texts("main section h2");
            assert_eq!((titles.len(), page.has(FORM)), (4, false), "{who:?}");
            assert_eq!(titles[0], Charter::of(first).title.split_whitespace().collect::<Vec<_>>().join(" "));
        }
    })
    .await;
}

#[tokio::test]
async fn anybody_reads_the_charter_and_nobody_accepts_it_from_outside() {
    on_both(SERVICES, async |app| {
        let visitor = app.anonymous();
        let page = visitor.get("/charte").await;
        assert_eq!((page.status, page.texts("main section h2").len(), page.has(FORM)), (200, 4, false));
        assert_leads(&visitor.post("/charte", &[]).await, "/connexion");
        assert!(acts(app, Action::CharterAccepted).await.is_empty());
    })
    .await;
}
