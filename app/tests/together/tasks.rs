//! « À traiter » gathers what awaits somebody, whatever service asks for it.

use super::SERVICES;
use testkit::{App, Classroom::Ce, Client, Who::*, on_both};

/// A mot to sign, to the whole class of Tom and Lina; answers its address.
async fn mot(app: &App) -> String {
    let fields = [
        ("title", "Sortie à la ferme"),
        ("body", "Nous irons à la ferme."),
        ("theme", "outing"),
        ("reply", "sign"),
        ("acts", "one"),
        ("reminders", "none"),
        ("whole", "all"),
    ];
    let helene = app.by(Helene).await;
    let answer = helene.upload(&Ce.path("/mots"), &fields, &[]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    let mot = answer.location().unwrap();
    helene.post_then(&format!("{mot}/envoi"), &[]).await;
    mot
}

/// For whom a mot awaits somebody, a line for each row of a page.
async fn rows(client: &Client<'_>, page: &str, mot: &str) -> Vec<String> {
    client.get(page).await.texts(&format!(".to-treat .task .row-title[href='{mot}'] + .quiet"))
}

#[tokio::test]
async fn a_mot_for_several_children_is_one_row_that_names_them() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let mot = mot(app).await;
        let samia = app.by(Samia).await;
        assert_eq!(rows(&samia, "/", &mot).await, ["Lina et Tom · 2 réponses attendues"]);
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
