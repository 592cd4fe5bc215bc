//! Accounts that send as a thief would, quotas, and crowds that are not for everybody.

use crate::{
    SERVICES,
    safety::{acts, give_email, refusal, send, viewer, written},
};
use commons::audit::Action;
use messages::{anomaly, target::Target};
use testkit::{
    App,
    Classroom::{Ce, Cp},
    Who,
    Who::*,
    on_both, strangers_find_nothing,
};

const PATH: &str = "/messages/fermetures";
const THREAT: &str = "Une bombe est cachée dans votre école, partez tous.";
/// Whom a teacher of Les Tilleuls may write to, one by one.
const PEOPLE: [Who; 9] = [Helene, Rose, Agnes, Tom, Lina, Paul, Claire, Samia, Karim];

/// Audiences that differ, as many as asked for: pairs, then single people.
fn audiences(count: usize) -> Vec<Vec<Target>> {
    let person = |who: &Who| Target::Person(who.person());
    let mut all = Vec::new();
    for (place, one) in PEOPLE.iter().enumerate() {
        all.extend(PEOPLE[place + 1..].iter().map(|other| vec![person(one), person(other)]));
    }
    all.extend(PEOPLE.iter().map(|one| vec![person(one)]));
    all.truncate(count);
    all
}

/// Sends the same text to fifteen audiences: the account of a teacher is stopped.
async fn flood(app: &App, who: Who) {
    for targets in audiences(15) {
        send(app, who, &targets, THREAT).await.unwrap();
    }
}

#[tokio::test]
async fn the_same_text_to_many_stops_the_account_and_the_head_frees_it() {
    on_both(SERVICES, async |app| {
        give_email(app, Helene, "helene@example.org").await;
        for targets in audiences(14) {
            send(app, Thomas, &targets, THREAT).await.unwrap();
        }
        assert_eq!(refusal(app, Thomas, Claire, "Merci à vous, à demain.").await, None, "another text, another day");
        send(app, Thomas, &audiences(15)[14], THREAT).await.unwrap();
        let before = written(app, Thomas).await;
        let why = refusal(app, Thomas, Claire, "Merci à vous, à demain.").await.unwrap();
        assert!(why.contains("changez votre mot de passe"), "{why}");
        assert_eq!(written(app, Thomas).await, before);
        assert_eq!(refusal(app, Claire, Thomas, "Bonjour").await, None, "nobody else is stopped");
        let subject = Some(Thomas.account().to_string());
        let stopped = acts(app, Action::SenderStopped).await;
        assert_eq!(stopped, [(Some(Thomas.account()), subject.clone(), Some("same".to_owned()))]);
        app.run_jobs().await;
        let letters = app.letters();
        let about = |it: &&String| it.contains("To: helene@example.org") && it.contains("beaucoup de messages");
        let letter = letters.iter().find(about).unwrap();
        assert!(!letter.contains("ROUX") && !letter.contains("Thomas"), "{letter}");
        let helene = viewer(app, Helene).await;
        let mut tx = app.read().await;
        assert_eq!(anomaly::tasks(&mut tx, &helene).await.unwrap().len(), 1);
        drop(tx);
        let client = app.by(Helene).await;
        let page = client.get(PATH).await;
        assert!(page.says(&Thomas.name()));
        let address = page.attributes("form[action^='/messages/arrets/']", "action").remove(0);
        strangers_find_nothing(app, &[("POST", address.clone())], &[Thomas, Claire, Tom, Hector, Perrine]).await;
        assert_eq!(client.post(&address, &[]).await.status, 303);
        assert_eq!(refusal(app, Thomas, Claire, THREAT).await, None);
        assert_eq!(acts(app, Action::SenderFreed).await, [(Some(Helene.account()), subject, None)]);
        assert_eq!(client.post(&address, &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn nobody_frees_their_own_account() {
    on_both(SERVICES, async |app| {
        give_email(app, Adelaide, "adelaide@example.org").await;
        let mut sent = 0;
        for targets in audiences(45) {
            if !targets.contains(&Target::Person(Helene.person())) && sent < 15 {
                send(app, Helene, &targets, THREAT).await.unwrap();
                sent += 1;
            }
        }
        assert!(refusal(app, Helene, Claire, "Bonjour").await.is_some());
        let page = app.by(Helene).await.get(PATH).await;
        assert!(page.says("C’est votre compte") && !page.has("form[action^='/messages/arrets/']"));
        app.run_jobs().await;
        assert!(app.letters().iter().any(|it| it.contains("To: adelaide@example.org")), "the académie hears of a head");
        let adelaide = app.by(Adelaide).await;
        let address = adelaide.get(PATH).await.attributes("form[action^='/messages/arrets/']", "action").remove(0);
        assert_eq!(app.by(Helene).await.post(&address, &[]).await.status, 403);
        assert_eq!(adelaide.post(&address, &[]).await.status, 303);
        assert_eq!(refusal(app, Helene, Claire, "Bonjour").await, None);
    })
    .await;
}

#[tokio::test]
async fn many_people_in_a_short_while_stop_the_account() {
    on_both(SERVICES, async |app| {
        for (number, targets) in audiences(40).into_iter().enumerate() {
            send(app, Thomas, &targets, &format!("Message numéro {number}")).await.unwrap();
        }
        assert!(refusal(app, Thomas, Claire, "Bonjour").await.is_some());
        let stopped = acts(app, Action::SenderStopped).await;
        assert_eq!(stopped.first().and_then(|it| it.2.as_deref()), Some("rate"));
    })
    .await;
}

#[tokio::test]
async fn a_long_talk_with_one_person_and_short_words_to_many_stop_nobody() {
    on_both(SERVICES, async |app| {
        for _ in 0..18 {
            assert_eq!(refusal(app, Claire, Thomas, THREAT).await, None);
        }
        for targets in audiences(20) {
            send(app, Thomas, &targets, "Merci beaucoup !").await.unwrap();
        }
        assert!(acts(app, Action::SenderStopped).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn who_sends_too_much_waits() {
    on_both(SERVICES, async |app| {
        for number in 0..10 {
            assert_eq!(refusal(app, Tom, Helene, &format!("Bonjour {number}")).await, None);
        }
        let why = refusal(app, Tom, Helene, "Encore").await.unwrap();
        assert!(why.starts_with("Tu as déjà envoyé 10 messages"), "{why}");
        app.wait(3600);
        assert_eq!(refusal(app, Tom, Helene, "Encore").await, None);
    })
    .await;
}

#[tokio::test]
async fn a_flood_ends_a_day_later_only_when_somebody_says_so() {
    on_both(SERVICES, async |app| {
        flood(app, Thomas).await;
        app.wait(2 * 86_400);
        assert!(refusal(app, Thomas, Claire, "Bonjour").await.is_some());
    })
    .await;
}

#[tokio::test]
async fn a_teacher_writes_to_the_families_of_a_class_and_a_pupil_to_no_circle() {
    on_both(SERVICES, async |app| {
        send(app, Thomas, &[Target::Families(Cp.id())], "La sortie est demain.").await.unwrap();
        assert!(send(app, Tom, &[Target::Families(Ce.id())], "Coucou").await.is_err());
        assert!(send(app, Tom, &[Target::Pupils(Ce.id())], "Coucou").await.is_err());
        assert_eq!(written(app, Tom).await, 0);
    })
    .await;
}
