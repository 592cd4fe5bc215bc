//! Files go with what is passed on, and stay with what is not sent yet.

use crate::{OPEN, SERVICES, family, person};
use testkit::{Classroom::Cp, Client, Page, Who::*, on_both};

const PAPER: &str = "sortie.pdf";

fn pdf() -> Vec<u8> {
    [&b"%PDF-1.7\n"[..], &[b'x'; 300]].concat()
}

/// Sends what is typed with a file, by one of the buttons of the form.
async fn with_paper(client: &Client<'_>, to: &str, then: &str) -> Page {
    let fields = [("to", to), ("subject", "Sortie"), ("body", "Voici le programme."), ("suite", then)];
    let answer = client.upload("/messages", &fields, &[("fichiers", PAPER, &pdf())]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    answer
}

/// The fields that name the files of a form.
fn pieces(form: &Page) -> Vec<String> {
    form.attributes("input[name=pieces][checked]", "value")
}

#[tokio::test]
async fn a_message_is_passed_on_with_its_files_by_whoever_reads_it() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = with_paper(&app.by(Thomas).await, &family(Zoe), "envoyer").await.location().unwrap();
        let claire = app.by(Claire).await;
        let form = claire.get(&claire.get(&thread).await.link("Transférer").unwrap()).await;
        let files = pieces(&form);
        assert_eq!(files.len(), 1, "{}", form.text());
        let address = form.link(PAPER).unwrap();
        assert!(address.starts_with(&format!("{thread}/pieces/")), "{address}");
        let to = person(Helene);
        let fields = [
            ("to", to.as_str()),
            ("subject", "Tr : Sortie"),
            ("body", "Bonjour."),
            ("suite", "envoyer"),
            ("pieces", files[0].as_str()),
        ];
        let passed_on = claire.upload("/messages", &fields, &[]).await.location().unwrap();
        let helene = app.by(Helene).await;
        let page = helene.get(&passed_on).await;
        assert!(page.says(PAPER), "{}", page.text());
        let file = files[0].trim_start_matches("piece:");
        assert_eq!(helene.get(&format!("{passed_on}/pieces/{file}")).await.status, 200);
        assert_eq!(helene.get(&format!("{thread}/pieces/{file}")).await.status, 404);
        // Whoever does not read it passes nothing on.
        let to = person(Helene);
        let forged =
            [("to", to.as_str()), ("subject", "A"), ("body", "B"), ("suite", "envoyer"), ("pieces", files[0].as_str())];
        assert_eq!(app.by(Samia).await.upload("/messages", &forged, &[]).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_draft_keeps_its_files_longer_than_a_deposit_waits() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let draft = with_paper(&thomas, &family(Zoe), "brouillon").await.location().unwrap();
        app.at("2026-10-08T10:00");
        app.run_jobs().await;
        let thomas = app.by(Thomas).await;
        let form = thomas.get(&draft).await;
        let files = pieces(&form);
        assert_eq!(files.len(), 1, "{}", form.text());
        let to = family(Zoe);
        let id = form.attributes("input[name=draft]", "value").concat();
        let fields = [
            ("to", to.as_str()),
            ("subject", "Sortie"),
            ("body", "Voici le programme."),
            ("suite", "envoyer"),
            ("draft", id.as_str()),
            ("pieces", files[0].as_str()),
        ];
        let thread = thomas.upload("/messages", &fields, &[]).await.location().unwrap();
        assert!(app.by(Claire).await.get(&thread).await.says(PAPER));
    })
    .await;
}

#[tokio::test]
async fn what_is_held_for_a_class_leaves_with_its_files_and_goes_back_to_a_draft_with_them() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let class = format!("familles-{}", Cp.id());
        let held = with_paper(&thomas, &class, "envoyer").await.location().unwrap();
        assert!(thomas.get(&held).await.says("1 fichier joint"));
        let draft = thomas.post(&format!("{held}/brouillon"), &[]).await.location().unwrap();
        assert_eq!(pieces(&thomas.get(&draft).await).len(), 1);
        let held = with_paper(&thomas, &class, "envoyer").await.location().unwrap();
        let thread = thomas.post(&held, &[]).await.location().unwrap();
        assert!(app.by(Claire).await.get(&thread).await.says(PAPER));
    })
    .await;
}
