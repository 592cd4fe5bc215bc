//! Drafts, passing on, what is missing, exporting.

use crate::{OPEN, SERVICES, family, lists, send, try_send};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn a_draft_is_kept_found_again_and_gone_once_sent() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let target = family(Zoe);
        let fields = [("to", target.as_str()), ("subject", "Piscine"), ("body", "Pensez"), ("suite", "brouillon")];
        let kept = thomas.upload("/messages", &fields, &[]).await.location().unwrap();
        assert!(lists(app, Thomas, "/messages?boite=brouillons", "Piscine").await);
        let page = thomas.get(&kept).await;
        assert!(page.says("Parents de Zoé M.") && page.says("Pensez"), "{}", page.text());
        for who in [Claire, Helene, Hector] {
            assert_eq!(app.by(who).await.get(&kept).await.status, 404, "{who:?}");
            assert!(!lists(app, who, "/messages?boite=brouillons", "Piscine").await);
        }
        let draft = page.attributes("input[name=draft]", "value").concat();
        let sent = try_send(&thomas, &[&target], "Piscine", "Pensez au bonnet.", &[("draft", draft.as_str())]).await;
        assert_eq!(sent.status, 303);
        assert!(!lists(app, Thomas, "/messages?boite=brouillons", "Piscine").await);
        assert!(lists(app, Thomas, "/messages?boite=envoyes", "Piscine").await);
    })
    .await;
}

#[tokio::test]
async fn nobody_has_the_house_ask_about_thousands_of_people() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let claire = app.by(Claire).await;
        let crowd: Vec<String> = (1..=1000).map(|number| format!("personne-{number:032x}")).collect();
        let crowd: Vec<&str> = crowd.iter().map(String::as_str).collect();
        let page = try_send(&claire, &crowd, "Piscine", "Pensez au bonnet.", &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Deux cents destinataires au plus"), "{}", page.text());
        // Millions of empty fields weigh nothing but time.
        let empty = vec![("x", ""); 20_000];
        assert_eq!(claire.upload("/messages", &empty, &[]).await.status, 413);
        let ticked = [("fil", "00000000000000000000000000000001"); 101];
        let fields = [&ticked[..], &[("action", "archiver"), ("retour", "/messages")]].concat();
        assert_eq!(claire.post("/messages/rangement", &fields).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_comes_back_with_all_that_was_typed() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let page = try_send(&thomas, &[], "", "Pensez au bonnet.", &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.says("Il manque un destinataire.") && page.says("Il manque un objet."), "{}", page.text());
        assert!(page.says("Pensez au bonnet."));
        let page = try_send(&thomas, &[&family(Zoe)], "Piscine", "  ", &[]).await;
        assert!(page.status == 422 && page.says("Il manque le texte du message."), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn a_message_is_passed_on_with_its_words() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thomas = app.by(Thomas).await;
        let thread = send(&thomas, &[&family(Zoe)], "Piscine", "Pensez au bonnet.").await;
        let claire = app.by(Claire).await;
        let link = claire.get(&thread).await.link("Transférer").unwrap();
        let form = claire.get(&link).await;
        assert_eq!(form.attributes("input[name=subject]", "value"), ["Tr : Piscine"]);
        assert!(form.says("Pensez au bonnet.") && form.says("Message de Thomas ROUX"), "{}", form.text());
        assert_eq!(app.by(Samia).await.get(&link).await.status, 404);
    })
    .await;
}

#[tokio::test]
async fn a_conversation_is_exported_as_its_reader_sees_it() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let thread = send(&app.by(Thomas).await, &[&family(Zoe)], "Piscine", "Pensez au bonnet.").await;
        let claire = app.by(Claire).await;
        let paper = claire.get(&format!("{thread}/export")).await;
        assert!(paper.says("Pensez au bonnet.") && paper.says("Référence "), "{}", paper.text());
        let text = claire.get(&format!("{thread}/export/texte")).await;
        assert!(text.html().starts_with("Piscine\n") && text.html().contains("Thomas ROUX"), "{}", text.html());
    })
    .await;
}
