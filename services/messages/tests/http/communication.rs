//! « Qui écrit à qui »: the rules of the messages in words, and what the head changes of them.

use crate::{OPEN, SERVICES, answers};
use testkit::{
    Classroom::Ce,
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

fn page() -> String {
    format!("/ecoles/{}/communication", Tilleuls.id())
}

#[tokio::test]
async fn the_head_reads_the_rules_in_words() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let page = app.by(Helene).await.get(&page()).await;
        assert_eq!(page.status, 200, "{}", page.text());
        let rows = page.texts("main table tbody tr");
        let parents = "Parents À ceux des classes de leurs enfants, et à la direction Non Non Non";
        assert!(rows.iter().any(|row| row == parents), "{rows:?}");
        assert!(rows.iter().any(|row| row == "Élèves de maternelle et de CP Non Non Non Non"), "{rows:?}");
        assert!(page.says("Les messages ne sont fermés à personne."), "{}", page.text());
        assert_eq!(page.link("Fermer les messages").as_deref(), Some("/messages/fermetures"));
    })
    .await;
}

#[tokio::test]
async fn what_a_class_opens_is_shown_and_changed_from_there() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let helene = app.by(Helene).await;
        let row = |answer: &str| format!("CE1-CE2 de Mme Vidal {answer} Changer : CE1-CE2 de Mme Vidal");
        let rows = helene.get(&page()).await.texts("main table tbody tr");
        assert!(rows.contains(&row("Oui Non")), "{rows:?}");
        // A class whose pupils are all too young has nothing to open.
        let young = "CP de M. Roux Sans objet avant le CE1 Sans objet avant le CE1";
        assert!(rows.iter().any(|it| it == young), "{rows:?}");
        assert_eq!(helene.get(&page()).await.link("Changer : CE1-CE2"), Some(Ce.path("/messages")));
        helene.post_then(&Ce.path("/messages"), &[("write", "on"), ("among", "on")]).await;
        let rows = helene.get(&page()).await.texts("main table tbody tr");
        assert!(rows.contains(&row("Oui Oui")), "{rows:?}");
        helene.post_then(&Ce.path("/messages"), &[("among", "on")]).await;
        let rows = helene.get(&page()).await.texts("main table tbody tr");
        assert!(rows.contains(&row("Non Non")), "nobody writes among themselves who does not write: {rows:?}");
    })
    .await;
}

#[tokio::test]
async fn a_closing_in_force_is_told() {
    on_both(SERVICES, async |app| {
        app.at(OPEN);
        let helene = app.by(Helene).await;
        let form = helene.get("/messages/fermetures").await;
        let scope = form.attributes("select[name='portee'] option", "value").concat();
        let fields = [("portee", scope.as_str()), ("profils", "pupils"), ("raison", "Disputes")];
        let closed = helene.post("/messages/fermetures", &fields).await;
        assert_eq!(closed.status, 303, "{}", closed.text());
        let page = helene.get(&page()).await;
        assert!(page.says("Disputes") && !page.says("fermés à personne"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_rules_of_a_school_are_for_its_head() {
    on_both(SERVICES, async |app| {
        answers(app, &page(), 404, &[Thomas, Rose, Agnes, Claire, Zoe, Hector, Adelaide]).await;
        answers(app, &format!("/ecoles/{}/communication", JulesVerne.id()), 404, &[Helene]).await;
    })
    .await;
}
