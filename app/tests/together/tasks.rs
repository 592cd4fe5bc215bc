//! « À traiter » gathers what awaits somebody, whatever service asks for it.

use crate::{SERVICES, sent};
use testkit::{Classroom::Ce, Client, Who::*, on_both};

/// For whom a mot awaits somebody, a line for each row of a page.
async fn rows(client: &Client<'_>, page: &str, mot: &str) -> Vec<String> {
    client.get(page).await.texts(&format!(".to-treat .task .row-title[href='{mot}'] + .quiet"))
}

#[tokio::test]
async fn a_mot_for_several_children_is_one_row_that_names_them() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mot = sent(&app.by(Helene).await, Ce).await;
        let samia = app.by(Samia).await;
        assert_eq!(rows(&samia, "/", &mot).await, ["Lina et Tom"]);
        // The page of each child keeps its own; once answered for one, the other is named alone.
        let tom = ["Tom B. · CE1-CE2 de Mme Vidal"];
        assert_eq!(rows(&samia, &format!("/enfants/{}", Tom.person()), &mot).await, tom);
        let lina = Lina.person().to_string();
        let signed = samia.post(&format!("{mot}/reponse"), &[("child", lina.as_str()), ("answer", "")]).await;
        assert_eq!(signed.status, 303, "{}", signed.text());
        assert_eq!(rows(&samia, "/", &mot).await, tom);
    })
    .await;
}

#[tokio::test]
async fn a_phrase_given_to_a_child_is_told_to_the_child_and_the_family() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-05T09:00");
        let phrase = Ce.path(&format!("/codes/{}/phrase", Tom.person()));
        assert_eq!(app.by(Helene).await.post(&phrase, &[]).await.status, 200);
        let given = "Une phrase de trois mots t’a été donnée par Hélène VIDAL le 5 octobre 2026.";
        for page in ["/", "/compte"] {
            let page = app.by(Tom).await.get(page).await;
            assert!(page.says(given), "{}", page.text());
        }
        let told = "Tom a une nouvelle phrase de trois mots";
        for (who, told_to) in [(Samia, true), (Karim, true), (Claire, false), (Lina, false), (Thomas, false)] {
            assert_eq!(app.by(who).await.get("/").await.says(told), told_to, "{who:?}");
        }
        app.at("2026-10-12T09:00");
        assert!(!app.by(Samia).await.get("/").await.says(told) && !app.by(Tom).await.get("/").await.says(given));
        assert!(app.by(Tom).await.get("/compte").await.says(given));
    })
    .await;
}
