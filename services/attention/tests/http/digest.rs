//! Digests: one letter a day at the hour chosen, « La semaine de … » on Friday, nothing when nothing is new.

use crate::{
    SERVICES,
    steps::{give, run, turn, write_to},
};
use commons::{Attention, receipt};
use db::args;
use school::territory::{Public, Territory};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who::*,
    on_both,
};

/// Lets half an hour of digests leave.
async fn half_hour(app: &App, at: &str) {
    app.at(at);
    turn(app).await;
    app.wait(1799);
    turn(app).await;
}

#[tokio::test]
async fn what_is_to_be_read_comes_in_one_letter_at_half_past_five() {
    on_both(SERVICES, async |app| {
        write_to(app, Claire, "claire@example.org").await;
        for title in ["Menu de la semaine", "Réunion de parents"] {
            give(app, title, Attention::Info, &[Cp.families()], app.now()).await;
        }
        half_hour(app, "2026-10-01T17:00").await;
        assert!(app.letters().is_empty());
        half_hour(app, "2026-10-01T17:30").await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        for part in ["Menu de la semaine", "Réunion de parents", "Pour : Zoé", "/lecture/", "/compte/notifications"] {
            assert!(letters[0].contains(part), "{part}: {}", letters[0]);
        }
        // Nothing new, no letter.
        half_hour(app, "2026-10-02T17:30").await;
        assert_eq!(app.letters().len(), 1);
        app.at("2026-10-05T10:00");
        give(app, "Piscine", Attention::Info, &[Cp.families()], app.now()).await;
        half_hour(app, "2026-10-05T17:30").await;
        let letters = app.letters();
        assert_eq!(letters.len(), 2);
        assert!(letters[1].contains("Piscine") && !letters[1].contains("Menu"), "{}", letters[1]);
    })
    .await;
}

#[tokio::test]
async fn a_digest_is_gathered_once_whoever_runs() {
    on_both(SERVICES, async |app| {
        write_to(app, Claire, "claire@example.org").await;
        give(app, "Menu de la semaine", Attention::Info, &[Cp.families()], app.now()).await;
        // No node ran at the hour itself.
        app.at("2026-10-01T18:20");
        turn(app).await;
        run(app, "delete from digest_run", &[]).await;
        turn(app).await;
        assert_eq!(app.letters().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_hour_is_the_one_chosen_and_no_digest_is_a_choice() {
    on_both(SERVICES, async |app| {
        write_to(app, Claire, "claire@example.org").await;
        write_to(app, Paul, "paul@example.org").await;
        let choose = [("appareils", "on"), ("lettres", "on"), ("semaine", "on")];
        let at_noon = [&choose[..], &[("resume", "720")]].concat();
        app.by(Claire).await.post_then("/compte/notifications", &at_noon).await;
        let never = [&choose[..], &[("resume", "")]].concat();
        app.by(Paul).await.post_then("/compte/notifications", &never).await;
        give(app, "Menu de la semaine", Attention::Info, &[Cp.families()], app.now()).await;
        half_hour(app, "2026-10-01T12:00").await;
        half_hour(app, "2026-10-01T17:30").await;
        let letters = app.letters();
        assert_eq!(letters.len(), 1);
        assert!(letters[0].contains("claire@example.org"));
    })
    .await;
}

#[tokio::test]
async fn what_was_opened_already_is_told_no_more() {
    on_both(SERVICES, async |app| {
        write_to(app, Claire, "claire@example.org").await;
        let menu = give(app, "Menu de la semaine", Attention::Info, &[Cp.families()], app.now()).await;
        let mut tx = app.write().await;
        receipt::opened(&mut tx, menu, 1, Zoe.person(), Claire.person()).await.unwrap();
        tx.commit().await.unwrap();
        half_hour(app, "2026-10-01T17:30").await;
        assert!(app.letters().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_digest_waits_for_a_day_the_school_is_open() {
    on_both(SERVICES, async |app| {
        write_to(app, Claire, "claire@example.org").await;
        app.at("2026-10-02T18:30");
        give(app, "Menu de la semaine", Attention::Info, &[Cp.families()], app.now()).await;
        half_hour(app, "2026-10-03T17:30").await;
        half_hour(app, "2026-10-04T17:30").await;
        assert!(app.letters().is_empty());
        half_hour(app, "2026-10-05T17:30").await;
        assert_eq!(app.letters().len(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_week_of_each_child_comes_on_friday_without_pictures() {
    on_both(SERVICES, async |app| {
        write_to(app, Samia, "samia@example.org").await;
        write_to(app, Claire, "claire@example.org").await;
        give(app, "La mare", Attention::Memory, &[Ce.id(), Ce.families()], app.now()).await;
        give(app, "Le moulin", Attention::Memory, &[Ce.families()], app.now()).await;
        half_hour(app, "2026-10-01T17:30").await;
        assert!(app.letters().is_empty(), "memories are no news of the day");
        half_hour(app, "2026-10-02T16:30").await;
        // Two children in the class, one letter each; nothing for the family of the CP.
        let letters = app.letters();
        assert_eq!(letters.len(), 2);
        for child in ["Tom", "Lina"] {
            let of_child = format!("La semaine de {child} : 2 publications");
            assert!(letters.iter().any(|it| it.contains(&of_child)), "{letters:?}");
        }
        assert!(letters.iter().all(|it| it.contains("La mare") && it.contains("/journal") && !it.contains("/photos/")));
        half_hour(app, "2026-10-09T16:30").await;
        assert_eq!(app.letters().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn a_friday_off_leaves_its_memories_to_the_next() {
    on_both(SERVICES, async |app| {
        write_to(app, Samia, "samia@example.org").await;
        app.at("2026-12-23T10:00");
        give(app, "La crèche", Attention::Memory, &[Ce.families()], app.now()).await;
        half_hour(app, "2026-12-25T16:30").await;
        half_hour(app, "2027-01-01T16:30").await;
        assert!(app.letters().is_empty());
        half_hour(app, "2027-01-08T16:30").await;
        let letters = app.letters();
        assert_eq!(letters.len(), 2);
        assert!(letters.iter().all(|it| it.contains("La crèche")), "{letters:?}");
        half_hour(app, "2027-01-15T16:30").await;
        assert_eq!(app.letters().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_is_given_to_a_territory_comes_to_each_of_its_families() {
    on_both(SERVICES, async |app| {
        for (who, address) in
            [(Claire, "claire@example.org"), (Perrine, "perrine@example.org"), (Thomas, "thomas@example.org")]
        {
            write_to(app, who, address).await;
        }
        let town = Territory::of("town:031:montaubrac").unwrap().circle(Public::Families);
        let academy = Territory::of("academy:16").unwrap().circle(Public::Families);
        give(app, "Fête du village", Attention::Info, &[town], app.now()).await;
        give(app, "Inscriptions en sixième", Attention::Info, &[academy], app.now()).await;
        half_hour(app, "2026-10-01T17:30").await;
        let letters = app.letters();
        let of = |address: &str| letters.iter().find(|it| it.contains(address)).cloned().unwrap_or_default();
        assert_eq!(letters.len(), 2, "{letters:?}");
        assert!(of("claire@").contains("Fête du village") && of("claire@").contains("Inscriptions"));
        assert!(!of("perrine@").contains("Fête du village") && of("perrine@").contains("Inscriptions"));
    })
    .await;
}

#[tokio::test]
async fn a_guardianship_that_ended_is_told_nothing() {
    on_both(SERVICES, async |app| {
        write_to(app, Claire, "claire@example.org").await;
        give(app, "Menu de la semaine", Attention::Info, &[Cp.families()], app.now()).await;
        app.at("2026-10-01T17:30");
        // Between the gathering and the writing of the letter.
        commons::attention::digest::gather_due(&app.house).await.unwrap();
        run(app, "update guardianship set until = 1 where adult_id = $1", args![Claire.person()]).await;
        app.wait(1799);
        turn(app).await;
        assert!(app.letters().is_empty());
    })
    .await;
}
