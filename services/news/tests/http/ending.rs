//! The end of a news: its last day, ended before, withdrawn, given back.

use crate::{
    SERVICES, answers, change, class, count, events, finds, form, publish, published, readers, school, step, write,
};
use db::args;
use testkit::{App, Classroom::Cp, Place::Tilleuls, Who::*, on_both};

#[tokio::test]
async fn after_its_last_day_a_news_is_for_its_authors_alone() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[("until", "2026-10-02")])).await;
        assert_eq!(thomas.get(&news).await.texts(".status"), ["Publiée jusqu’au vendredi 2 octobre"]);
        app.at("2026-10-02T23:59:59");
        assert_eq!(finds(app, Claire).await, ["La fête"]);
        app.at("2026-10-03T00:00");
        // Whether the job that takes it away has run or not.
        for _ in 0..2 {
            assert!(finds(app, Claire).await.is_empty());
            assert_eq!(readers(app, &news).await, [Helene, Thomas]);
            app.run_jobs().await;
        }
        assert_eq!(thomas.get(&news).await.texts(".status"), ["Terminée"]);
        let list = thomas.get("/actualites?vue=gestion").await;
        assert_eq!(list.texts("h2"), ["Actualités terminées"]);
        assert_eq!(count(app, "select count(*) as n from thing where withdrawn_at is not null", &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_later_last_day_gives_it_back_and_the_job_of_the_day_before_takes_nothing() {
    on_both(SERVICES, async |app| {
        let (thomas, cp) = (app.by(Thomas).await, class(Cp));
        let news = published(&thomas, &form(&cp, &[("until", "2026-10-02")])).await;
        let later = change(&thomas, &news, &form(&cp, &[("until", "2026-10-09")])).await;
        assert_eq!(later.status, 303, "{}", later.text());
        app.at("2026-10-05T08:00");
        app.run_jobs().await;
        answers(app, &news, 200, &[Claire]).await;
        app.at("2026-10-10T08:00");
        app.run_jobs().await;
        answers(app, &news, 404, &[Claire]).await;
        let again = change(&thomas, &news, &form(&cp, &[("until", "2026-10-16")])).await;
        assert_eq!(again.status, 303, "{}", again.text());
        answers(app, &news, 200, &[Claire]).await;
        assert_eq!(finds(app, Claire).await, ["La fête"]);
    })
    .await;
}

#[tokio::test]
async fn a_last_day_before_the_delivery_is_refused() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-03T10:00");
        let thomas = app.by(Thomas).await;
        let news = write(&thomas, &form(&class(Cp), &[("until", "2026-10-04")])).await;
        let refused = thomas.post(&step(&news, "publication"), &[]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.says("Le dernier jour vient avant la remise"), "{}", refused.text());
        assert_eq!(thomas.get(&news).await.texts(".status"), ["Brouillon"]);
        assert_eq!(count(app, "select count(*) as n from share", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_author_ends_it_before_its_last_day() {
    on_both(SERVICES, async |app| {
        let thomas = app.by(Thomas).await;
        let news = published(&thomas, &form(&class(Cp), &[])).await;
        let page = thomas.post_then(&step(&news, "expiration"), &[]).await;
        assert_eq!(page.texts(".status"), ["Terminée"]);
        answers(app, &news, 404, &[Claire]).await;
        assert_eq!(thomas.post(&step(&news, "expiration"), &[]).await.status, 409);
        assert_eq!(events(app, "news.expired").await, 1);
    })
    .await;
}

/// How many notices tell Thomas this.
async fn told(app: &App, verb: &str) -> i64 {
    let sql = "select count(*) as n from notification where person_id = $1 and verb = $2";
    count(app, sql, args![Thomas.person(), verb]).await
}

#[tokio::test]
async fn a_head_withdraws_with_a_reason_its_author_reads() {
    on_both(SERVICES, async |app| {
        let news = published(&app.by(Thomas).await, &form(&class(Cp), &[])).await;
        let helene = app.by(Helene).await;
        let refused = helene.post(&step(&news, "retrait"), &[("reason", " ")]).await;
        assert_eq!((refused.status, refused.texts("#f-reason-error").len()), (422, 1));
        helene.post_then(&step(&news, "retrait"), &[("reason", "La date est fausse.")]).await;
        assert_eq!(readers(app, &news).await, [Helene, Thomas]);
        assert!(finds(app, Claire).await.is_empty());
        let page = app.by(Thomas).await.get(&news).await;
        assert!(page.says("La date est fausse."), "{}", page.text());
        assert_eq!((page.texts(".status"), told(app, "news.withdrawn").await), (vec!["Dépubliée".to_owned()], 1));
        // The author may not give back what the head took away; the head may.
        assert_eq!(app.by(Thomas).await.post(&step(&news, "remise"), &[]).await.status, 403);
        helene.post_then(&step(&news, "remise"), &[]).await;
        answers(app, &news, 200, &[Claire]).await;
        let kept = "select count(*) as n from audit where action in ('content-withdrawn', 'content-restored')";
        assert_eq!(count(app, kept, &[]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn readers_only_read() {
    on_both(SERVICES, async |app| {
        let news = published(&app.by(Helene).await, &form(&school(Tilleuls), &[("publics", "staff")])).await;
        let thomas = app.by(Thomas).await;
        for noun in ["modifier", "publication", "retrait"] {
            answers(app, &step(&news, noun), 403, &[Thomas, Rose]).await;
        }
        for noun in ["publication", "annulation", "expiration", "retrait", "remise"] {
            assert_eq!(thomas.post(&step(&news, noun), &[("reason", "Non.")]).await.status, 403, "{noun}");
        }
        assert_eq!(thomas.upload(&news, &form("", &[]), &[]).await.status, 403);
        publish(&app.by(Thomas).await, &write(&thomas, &form(&class(Cp), &[])).await).await;
        assert_eq!(events(app, "news.published").await, 2);
    })
    .await;
}
