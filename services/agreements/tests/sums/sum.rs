//! The sum due of a convention: made once, followed by the way of its titre, read by its authority.

use crate::{OFFICER, OTHER_OFFICER, SERVICES, change, convention, count, enter, follow, path, state, sum_state, text};
use db::args;
use testkit::{
    Who::{Adelaide, Helene},
    on_both,
};

const LINES: &str = "select count(*) as n from sum_line l join sum_due s on s.id = l.sum_id where s.agreement_id = $1";

#[tokio::test]
async fn a_statement_has_a_line_per_school_and_comes_to_their_sum() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.post_then(&path(id, "somme"), &[]).await;
        assert!(page.says("L’état des sommes à titrer est établi."));
        assert!(page.says("90,00 € pour l’année scolaire"), "{}", page.text());
        assert!(page.says("0310001H") && page.says("0310002J") && page.says("2 écoles"));
        assert!(page.says("jamais remboursées"));
        assert_eq!(sum_state(app, id).await, "to-issue");
        // Twice is once.
        adelaide.post_then(&path(id, "somme"), &[]).await;
        assert_eq!(count(app, LINES, args![id]).await, 2);
    })
    .await;
}

#[tokio::test]
async fn its_lines_stay_when_the_list_of_schools_changes() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let mut tx = app.write().await;
        assert!(agreements::sum_due::is_billed(&mut tx, id).await.unwrap());
        tx.change("update enrolment set withdrawn_at = 1 where agreement_id = $1", args![id]).await.unwrap();
        tx.commit().await.unwrap();
        assert!(app.by(Adelaide).await.get(&path(id, "somme")).await.says("90,00 €"));
    })
    .await;
}

#[tokio::test]
async fn a_titre_goes_its_way_each_step_with_its_day() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[("requested", "2026-09-20"), ("issued", "2026-09-24"), ("notified", "2026-09-28")]).await;
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.get(&path(id, "somme")).await;
        for words in ["Transmise", "20 septembre 2026", "Titre émis n° TP-2026-114", "28 septembre 2026"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert_eq!(change(&adelaide, id, "paid", "2026-10-01").await.status, 303);
        let page = adelaide.get(&path(id, "somme")).await;
        assert!(page.says("Payée") && !page.has("form[action$='/somme/etat']"), "nothing comes after it");
        let steps = "select count(*) as n from agreement_step where agreement_id = $1 and verb = 'sum-requested'";
        assert_eq!(count(app, steps, args![id]).await, 1);
        let audit = "select count(*) as n from audit where action = 'sum-followed'";
        assert_eq!(count(app, audit, &[]).await, 4);
    })
    .await;
}

#[tokio::test]
async fn a_step_that_does_not_follow_is_refused_in_words() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let adelaide = app.by(Adelaide).await;
        for jump in ["issued", "notified", "paid", "contested", "remitted", "to-issue"] {
            let page = change(&adelaide, id, jump, "2026-10-01").await;
            assert_eq!(page.status, 422, "{jump}");
            assert!(page.says("elle ne peut pas passer à l’étape"), "{jump}: {}", page.text());
        }
        assert_eq!(change(&adelaide, id, "vendu", "2026-10-01").await.status, 422);
        assert_eq!(sum_state(app, id).await, "to-issue");
    })
    .await;
}

#[tokio::test]
async fn what_was_paid_is_never_given_back_even_once_the_convention_ends() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        let way =
            [("requested", "2026-09-20"), ("issued", "2026-09-24"), ("notified", "2026-09-25"), ("paid", "2026-09-28")];
        follow(app, id, &way).await;
        let mut tx = app.write().await;
        tx.change("update agreement set state = 'terminated' where id = $1", args![id]).await.unwrap();
        tx.commit().await.unwrap();
        let adelaide = app.by(Adelaide).await;
        for back in ["remitted", "cancelled"] {
            let page = change(&adelaide, id, back, "2026-10-01").await;
            assert_eq!(page.status, 422);
            assert!(page.says("elle n’est ni remboursée, ni annulée"), "{}", page.text());
        }
        // Making it anew changes nothing either.
        adelaide.post_then(&path(id, "somme"), &[]).await;
        assert_eq!(sum_state(app, id).await, "paid");
        assert_eq!(state(app, id).await, "terminated");
    })
    .await;
}

#[tokio::test]
async fn days_are_in_order_and_what_was_typed_comes_back() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[("requested", "2026-09-20")]).await;
        let adelaide = app.by(Adelaide).await;
        let address = path(id, "somme/etat");
        let early = adelaide.post(&address, &[("etat", "issued"), ("jour", "2026-09-19"), ("numero", "TP 7")]).await;
        assert_eq!(early.status, 422);
        assert!(early.says("Ce jour précède l’étape d’avant, le 20 septembre 2026."), "{}", early.text());
        assert_eq!(early.attributes("#f-numero", "value"), ["TP 7"]);
        assert_eq!(early.attributes("#f-jour", "value"), ["2026-09-19"]);
        let late = adelaide.post(&address, &[("etat", "issued"), ("jour", "2026-10-02"), ("numero", "TP 7")]).await;
        assert!(late.status == 422 && late.says("Ce jour n’est pas encore venu."));
        let bare = adelaide.post(&address, &[("etat", "issued"), ("jour", "2026-09-21")]).await;
        assert!(bare.status == 422 && bare.says("Indiquez le numéro du titre"));
        assert_eq!(sum_state(app, id).await, "requested");
        let issued =
            adelaide.post_then(&address, &[("etat", "issued"), ("jour", "2026-09-21"), ("numero", "TP 7")]).await;
        assert!(issued.says("TP 7") && !issued.has("#f-numero"), "no number is typed to be lost: {}", issued.text());
    })
    .await;
}

#[tokio::test]
async fn a_titre_is_contested_within_two_months_of_its_notification() {
    on_both(SERVICES, async |app| {
        app.at("2026-12-31T10:00");
        let id = convention(app).await;
        follow(app, id, &[("requested", "2026-12-29"), ("issued", "2026-12-30"), ("notified", "2026-12-31")]).await;
        app.at("2027-03-05T10:00");
        let adelaide = app.by(Adelaide).await;
        let page = change(&adelaide, id, "contested", "2027-03-01").await;
        assert!(page.status == 422 && page.says("que jusqu’au 28 février 2027"), "{}", page.text());
        assert_eq!(change(&adelaide, id, "contested", "2027-02-28").await.status, 303);
        assert_eq!(change(&adelaide, id, "cancelled", "2027-03-05").await.status, 303);
        assert_eq!(sum_state(app, id).await, "cancelled");
    })
    .await;
}

#[tokio::test]
async fn a_cancelled_statement_opens_the_list_again_and_is_made_anew() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[("cancelled", "2026-10-01")]).await;
        let mut tx = app.write().await;
        assert!(!agreements::sum_due::is_billed(&mut tx, id).await.unwrap());
        let statement = "update enrolment set withdrawn_at = 1 where agreement_id = $1 and school_id = $2";
        tx.change(statement, args![id, testkit::Place::JulesVerne.id()]).await.unwrap();
        tx.commit().await.unwrap();
        let page = app.by(Adelaide).await.post_then(&path(id, "somme"), &[]).await;
        assert!(page.says("45,00 € pour l’année scolaire"), "{}", page.text());
        assert_eq!(sum_state(app, id).await, "to-issue");
    })
    .await;
}

#[tokio::test]
async fn nothing_is_due_without_schools_or_before_both_signed() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        let mut tx = app.write().await;
        tx.change("update enrolment set withdrawn_at = 1 where agreement_id = $1", args![id]).await.unwrap();
        tx.commit().await.unwrap();
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.post(&path(id, "somme"), &[]).await;
        assert!(page.status == 422 && page.says("Aucune école n’est inscrite"), "{}", page.text());
        let mut tx = app.write().await;
        tx.change("update agreement set effective_on = null, state = 'proposed' where id = $1", args![id])
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let page = adelaide.post(&path(id, "somme"), &[]).await;
        assert!(page.status == 422 && page.says("quand les deux parties ont signé"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_authority_reads_its_own_sum_and_changes_nothing() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[("requested", "2026-10-01")]).await;
        let officer = app.by(OFFICER).await;
        let page = officer.get(&path(id, "somme")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.says("Transmise") && page.says("90,00 €") && !page.has("main form"));
        assert_eq!(officer.post(&path(id, "somme"), &[]).await.status, 403);
        assert_eq!(change(&officer, id, "issued", "2026-10-01").await.status, 403);
        assert_eq!(officer.get(&path(id, "etat-des-sommes.pdf")).await.status, 200);
        for who in [OTHER_OFFICER, Helene] {
            let stranger = app.by(who).await;
            assert_eq!(stranger.get(&path(id, "somme")).await.status, 404);
            assert_eq!(stranger.get(&path(id, "etat-des-sommes.pdf")).await.status, 404);
        }
    })
    .await;
}

#[tokio::test]
async fn a_breach_changes_nothing_of_what_is_due() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let answer = enter(&app.by(Adelaide).await, id, "", &crate::NOTICE).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert_eq!(sum_state(app, id).await, "to-issue");
        let note = text(app, "select note from sum_due where agreement_id = $1", args![id]).await;
        assert!(note.is_empty());
    })
    .await;
}
