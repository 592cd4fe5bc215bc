//! Tracing a message, with a reason and a line in the journal.

use crate::{
    SERVICES,
    safety::{acts, send},
};
use commons::audit::Action;
use db::args;
use messages::{target::Target, trace};
use testkit::{App, Client, Page, Place::Tilleuls, Who::*, on_both, strangers_find_nothing};

const PATH: &str = "/messages/tracage";
const TEXT: &str = "Je vous attends jeudi devant le portail.";
const WHY: &str = "Plainte 2026-1234 de la direction";

/// A message of Thomas to Claire; its reference.
async fn message(app: &App) -> String {
    let sent = send(app, Thomas, &[Target::Person(Claire.person())], TEXT).await.unwrap();
    trace::reference(sent.message)
}

async fn look(client: &Client<'_>, fields: &[(&str, &str)]) -> Page {
    client.post(PATH, fields).await
}

#[tokio::test]
async fn a_message_is_traced_by_its_reference_and_the_journal_knows() {
    on_both(SERVICES, async |app| {
        let reference = message(app).await;
        let adelaide = app.by(Adelaide).await;
        let form = adelaide.get(PATH).await;
        assert!(
            form.status == 200 && form.says("journal de sécurité") && acts(app, Action::MessageTraced).await.is_empty()
        );
        let page = look(&adelaide, &[("reference", reference.as_str()), ("motif", WHY)]).await;
        assert_eq!(page.status, 200);
        for words in [&*Thomas.name(), "thomas.roux", &*Claire.name(), "Pas encore", "Les Tilleuls"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
        assert!(!page.says(TEXT), "the text was not asked for");
        let page = look(&adelaide, &[("reference", reference.as_str()), ("motif", WHY), ("texte", "on")]).await;
        assert!(page.says(TEXT));
        let kept = acts(app, Action::MessageTraced).await;
        let mut details: Vec<&str> = kept.iter().filter_map(|it| it.2.as_deref()).collect();
        // Both were written within the same instant.
        details.sort_unstable();
        assert_eq!(details, [format!("readers, 1 found: {WHY}"), format!("text, 1 found: {WHY}")]);
        assert!(kept.iter().all(|it| it.0 == Some(Adelaide.account()) && it.1.is_some()));
    })
    .await;
}

#[tokio::test]
async fn without_a_reason_nothing_is_shown() {
    on_both(SERVICES, async |app| {
        let reference = message(app).await;
        let adelaide = app.by(Adelaide).await;
        for reason in ["", "voir"] {
            let page = look(&adelaide, &[("reference", reference.as_str()), ("motif", reason), ("texte", "on")]).await;
            assert!(page.status == 422 && page.has("#f-motif-error"), "{reason}");
            assert!(!page.says(TEXT) && !page.says(&Thomas.name()), "{reason}");
            assert_eq!(page.attributes("#f-reference", "value"), [reference.as_str()]);
        }
        let page = adelaide.get(&format!("{PATH}?reference={reference}&motif=voir")).await;
        assert!(page.status == 200 && !page.says(&Thomas.name()));
        assert!(acts(app, Action::MessageTraced).await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn what_somebody_sent_on_a_day_is_listed_then_opened() {
    on_both(SERVICES, async |app| {
        let reference = message(app).await;
        send(app, Thomas, &[Target::Person(Paul.person())], "Bonjour").await.unwrap();
        send(app, Helene, &[Target::Person(Paul.person())], "Bonjour").await.unwrap();
        let adelaide = app.by(Adelaide).await;
        let sought = [("uai", Tilleuls.uai()), ("expediteur", "roux"), ("motif", WHY)];
        let [uai, name, motif] = sought;
        let page = look(&adelaide, &[uai, name, motif, ("jour", "2026-10-01")]).await;
        assert_eq!(page.attributes("main li input[name=reference]", "value").len(), 2);
        assert!(page.says(&reference) && !page.says(&Helene.name()) && !page.says(TEXT));
        let page = look(&adelaide, &[uai, name, motif, ("jour", "2026-09-30")]).await;
        assert!(page.says("Aucun message de votre territoire"));
        let page = look(&adelaide, &[uai, ("motif", WHY)]).await;
        assert!(page.status == 422 && page.has("#f-jour-error") && page.has("#f-expediteur-error"));
        assert_eq!(acts(app, Action::MessageTraced).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn another_academie_finds_nothing_and_is_written_down() {
    on_both(SERVICES, async |app| {
        let reference = message(app).await;
        let mut tx = app.write().await;
        let sql = "update account_grant set scope = 'academy:11' where account_id = $1";
        tx.change(sql, args![Adelaide.account()]).await.unwrap();
        tx.commit().await.unwrap();
        let adelaide = app.by(Adelaide).await;
        for typed in [reference.as_str(), "00000-00000"] {
            let page = look(&adelaide, &[("reference", typed), ("motif", WHY)]).await;
            assert!(page.says("Aucun message de votre territoire") && !page.says(&Thomas.name()), "{typed}");
        }
        assert_eq!(acts(app, Action::MessageTraced).await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn nobody_of_a_school_traces_anything() {
    on_both(SERVICES, async |app| {
        let addresses = [("GET", PATH.to_owned()), ("POST", PATH.to_owned())];
        let everybody = [Helene, Thomas, Rose, Agnes, Claire, Tom, Hector, Thea, Enzo, Perrine];
        strangers_find_nothing(app, &addresses, &everybody).await;
    })
    .await;
}
