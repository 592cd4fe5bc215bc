//! Those who leave are told, may still take what is theirs, and come back to everything; whoever keeps a child here stays.

use crate::{SERVICES, change, count, erase, gone, night, reached, there};
use db::args;
use school::{
    PersonKind, Source, Viewer, account,
    person::{NewPerson, enter},
};
use testkit::{
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

const ADDRESS: &str = "claire.fabre@example.org";
const HERS: &str = "select count(*) as n from departure where account_id = $1";

#[tokio::test]
async fn whoever_leaves_is_told_and_says_what_becomes_of_the_contributions() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        reached(app, Claire, ADDRESS).await;
        assert_eq!(app.by(Claire).await.get("/depart").await.status, 404);
        gone(app, Claire).await;
        let claire = app.by(Claire).await;
        let page = claire.get("/depart").await;
        assert!(page.says("Vous avez quitté l’école") && page.link("Demander une copie").is_some(), "{}", page.text());
        // An import said it: the days are noted by night, and no choice sets them before.
        assert!(page.says("Demain, cette page vous dira") && !page.has("[name=contributions]"), "{}", page.text());
        assert_eq!(claire.post("/depart", &[("contributions", "partir")]).await.status, 303);
        assert_eq!(count(app, HERS, args![Claire.account()]).await, 0);
        night(app, "2026-10-02T03:00").await;
        let claire = app.by(Claire).await;
        let refused = claire.post("/depart", &[]).await;
        assert!(refused.status == 422 && refused.says("Choisissez une des deux réponses."), "{}", refused.text());
        let page = claire.post_then("/depart", &[("contributions", "partir")]).await;
        assert!(page.says("jusqu’au 31 octobre 2026") && page.says("effacé le 30 décembre 2026"), "{}", page.text());
        assert!(page.says("Vous avez choisi de les effacer."), "{}", page.text());
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(
            letters[0].contains("Les Tilleuls") && letters[0].contains("Compte concerné : Claire F."),
            "{}",
            letters[0]
        );
        // Twice is the same as once.
        night(app, "2026-10-02T03:30").await;
        assert_eq!(app.letters().len(), 1);
        let chosen = "select count(*) as n from departure where account_id = $1 and stays = false";
        assert_eq!(count(app, chosen, args![Claire.account()]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_account_closes_after_its_last_day_and_letters_come_before_the_end() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        reached(app, Claire, ADDRESS).await;
        gone(app, Claire).await;
        night(app, "2026-10-02T03:00").await;
        night(app, "2026-10-23T03:00").await;
        assert_eq!(app.letters().len(), 1);
        for _ in 0..2 {
            night(app, "2026-10-24T03:00").await;
        }
        let letters = app.letters();
        assert_eq!(letters.len(), 2);
        assert!(letters[1].contains("se ferme le 31 octobre 2026") && letters[1].contains("/depart"), "{}", letters[1]);
        night(app, "2026-10-31T03:00").await;
        assert_eq!(app.by(Claire).await.get("/depart").await.status, 200);
        night(app, "2026-11-01T03:00").await;
        assert!(app.by(Claire).await.get("/depart").await.asks_to_sign_in());
        night(app, "2026-11-30T03:00").await;
        assert_eq!(app.letters().len(), 3);
        night(app, "2026-12-22T03:00").await;
        assert_eq!(app.letters().len(), 3);
        night(app, "2026-12-23T03:00").await;
        let letters = app.letters();
        assert_eq!(letters.len(), 4);
        assert!(letters[3].contains("Comme annoncé") && letters[3].contains("ne s’ouvre plus"), "{}", letters[3]);
    })
    .await;
}

#[tokio::test]
async fn whoever_comes_back_in_time_finds_everything_again() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        reached(app, Claire, ADDRESS).await;
        gone(app, Claire).await;
        night(app, "2026-10-02T03:00").await;
        night(app, "2026-11-05T03:00").await;
        there(app, Claire).await;
        night(app, "2026-11-06T03:00").await;
        assert_eq!(count(app, HERS, args![Claire.account()]).await, 0);
        let letters = app.letters();
        assert!(letters[1].contains("rattache de nouveau"), "{}", letters[1]);
        let claire = app.by(Claire).await;
        assert_eq!((claire.get("/annees").await.status, claire.get("/depart").await.status), (200, 404));
        // She leaves again one day: all begins again.
        gone(app, Claire).await;
        night(app, "2026-11-08T03:00").await;
        assert_eq!(app.letters().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn an_account_closed_by_somebody_is_not_opened_by_a_return() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        change(app, "update account set blocked_at = 1 where id = $1", args![Claire.account()]).await;
        gone(app, Claire).await;
        night(app, "2026-11-05T03:00").await;
        night(app, "2026-12-10T03:00").await;
        there(app, Claire).await;
        night(app, "2026-12-11T03:00").await;
        assert!(app.by(Claire).await.get("/annees").await.asks_to_sign_in());
    })
    .await;
}

#[tokio::test]
async fn a_parent_with_another_child_stays() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        gone(app, Tom).await;
        // Karim is listed twice: once for Tom, once for Lina.
        gone(app, Karim).await;
        night(app, "2026-10-02T03:00").await;
        assert_eq!(count(app, HERS, args![Karim.account()]).await, 0);
        assert_eq!(count(app, HERS, args![Tom.account()]).await, 1);
        let karim = app.by(Karim).await;
        assert_eq!(karim.get("/annees").await.status, 200);
        // The page tells him of Tom, and not of himself.
        let page = karim.get("/depart").await;
        assert!(page.says("Tom a quitté l’école") && !page.says("Vous avez quitté"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn an_account_of_two_profiles_is_told_and_erased_by_its_last_day() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        reached(app, Claire, ADDRESS).await;
        // She comes to the school as a speaker too: that profile alone would be erased after sixty days.
        let speaker = NewPerson::named(PersonKind::Guest, Source::Hand, "16", ("Claire", "FABRE"));
        let mut tx = app.write().await;
        let speaker = enter(&mut tx, &speaker).await.unwrap();
        account::link(&mut tx, Claire.account(), speaker, None).await.unwrap();
        let now = tx.now();
        tx.change("update person set gone_at = $2 where id = $1", args![speaker, now]).await.unwrap();
        tx.commit().await.unwrap();
        gone(app, Claire).await;
        night(app, "2026-10-02T03:00").await;
        assert_eq!(count(app, HERS, args![Claire.account()]).await, 2);
        // Within thirty days of the first profile's end, and not of the last one's.
        night(app, "2026-11-02T03:00").await;
        assert_eq!(app.letters().len(), 1);
        night(app, "2026-11-30T03:00").await;
        let letters = app.letters();
        assert!(letters.len() == 2 && letters[1].contains("30 décembre 2026"), "{}", letters.concat());
        // Two entries and their account stay after the first profile's day, and until the last one's.
        let kept = "select (select count(*) from person where id in ($1, $2)) \
                    + (select count(*) from account where id = $3) as n";
        let kept = async || count(app, kept, args![Claire.person(), speaker, Claire.account()]).await;
        app.at("2026-12-08T04:00");
        erase(app).await;
        assert_eq!(kept().await, 3);
        night(app, "2026-12-23T03:00").await;
        for (when, left) in [("2026-12-29T04:00", 3), ("2026-12-30T04:00", 0)] {
            app.at(when);
            erase(app).await;
            assert_eq!(kept().await, left, "{when}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_letter_of_a_child_goes_to_the_adults() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        reached(app, Claire, ADDRESS).await;
        gone(app, Zoe).await;
        night(app, "2026-10-02T03:00").await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains(ADDRESS) && letters[0].contains("Compte concerné : Zoé M."), "{}", letters[0]);
        let zoe = app.by(Zoe).await.get("/depart").await;
        assert!(zoe.says("Tu as quitté l’école") && zoe.says("tes billets"), "{}", zoe.text());
    })
    .await;
}

#[tokio::test]
async fn the_head_sees_who_left_and_who_could_not_be_told() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        gone(app, Paul).await;
        gone(app, Rose).await;
        reached(app, Rose, "rose.calmette@example.org").await;
        night(app, "2026-10-02T03:00").await;
        let page = app.by(Helene).await.get(&format!("/ecoles/{}/departs", Tilleuls.id())).await;
        assert!(page.says("Paul MARTY") && page.says("À prévenir : aucune adresse électronique."), "{}", page.text());
        assert!(page.says("Rose CALMETTE") && page.says("Prévenu le 2 octobre 2026."), "{}", page.text());
        assert!(page.says("Une personne n’a pas pu être prévenue"), "{}", page.text());
        assert!(page.says("2 personnes sont parties") && page.says("comptes fermés : 0"), "{}", page.text());
        // What the académie delivers is not the head's to change.
        let back = format!("/ecoles/{}/departs/{}/retour", Tilleuls.id(), Paul.person());
        assert_eq!(app.by(Helene).await.post(&back, &[]).await.status, 403);
        assert_eq!(app.by(Thomas).await.post(&back, &[]).await.status, 404);
        let mut tx = app.read().await;
        let viewer = Viewer::load(&mut tx, Helene.account()).await.unwrap();
        let tasks = (years::SERVICE.tasks)(&mut tx, &viewer).await.unwrap();
        assert!(tasks.iter().any(|it| it.title.contains("Un compte va être effacé")), "{tasks:?}");
    })
    .await;
}

#[tokio::test]
async fn a_pupil_who_moves_inside_the_house_takes_everything_along() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T10:00");
        let now = app.now();
        app.leaves(Zoe).await;
        change(
            app,
            "insert into member (circle_id, person_id, role, source, since) values ($1, $2, 'pupil', 'aaf', $3)",
            args![testkit::Place::JulesVerne.pupils(), Zoe.person(), now],
        )
        .await;
        night(app, "2026-10-06T03:00").await;
        assert_eq!(count(app, HERS, args![Zoe.account()]).await, 0);
        let page = app.by(Helene).await.get(&format!("/ecoles/{}/departs", Tilleuls.id())).await;
        assert!(page.says("Zoé MARTY Jules-Verne"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn many_leave_in_one_night_whoever_employs_them() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        // What a commune employs is no record of the académie: the school says which one it is.
        let all = [
            (Agnes, "agent", Tilleuls, "2026-11-30"),
            (Rose, "staff", Tilleuls, "2026-11-30"),
            (Paul, "guardian", Tilleuls, "2026-10-31"),
            (Enzo, "pupil", JulesVerne, "2026-10-31"),
        ];
        for (who, ..) in all {
            gone(app, who).await;
        }
        for _ in 0..2 {
            night(app, "2026-10-02T03:00").await;
        }
        let begun = "select count(*) as n from departure where person_id = $1 and account_id = $2 and profile = $3 \
                     and left_school = $4 and closes_on = $5 and academy = '16' and erases_on = '2026-12-30' \
                     and gone_at < began_at and not by_hand";
        for (who, profile, place, closes) in all {
            let found = count(app, begun, args![who.person(), who.account(), profile, place.id(), closes]).await;
            assert_eq!(found, 1, "{who:?}");
        }
        assert_eq!(count(app, "select count(*) as n from departure", &[]).await, 4);
    })
    .await;
}
