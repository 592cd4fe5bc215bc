//! The settings of a school, in one list.

use crate::{SERVICES, answers, of_school, run};
use db::args;
use testkit::{
    Place::{JulesVerne, Tilleuls},
    Who::*,
    on_both,
};

#[tokio::test]
async fn the_head_finds_everything_that_is_set() {
    on_both(SERVICES, async |app| {
        let details =
            r#"{"address":"3 rue des Tilleuls","postcode":"31999","city":"MONTAUBRAC","phone":"05 99 00 00 00"}"#;
        run(app, "update school set details = $2 where id = $1", args![Tilleuls.id(), details]).await;
        let page = app.by(Helene).await.get(&of_school("/reglages")).await;
        assert_eq!(page.status, 200, "{}", page.text());
        for (word, end) in [
            ("Services ouverts", "/services"),
            ("Pause numérique", "/heures"),
            ("Qui écrit à qui", "/communication"),
            ("Équipe et classes", ""),
            ("Délégations", "/delegations"),
            ("Remplacements", "/remplacements"),
        ] {
            assert_eq!(page.link(word), Some(of_school(end)), "{word}");
        }
        assert!(page.says("Adresse 3 rue des Tilleuls 31999 MONTAUBRAC"), "{}", page.text());
        assert!(page.says("Téléphone 05 99 00 00 00") && !page.says("Courriel"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn settings_are_for_the_head_alone() {
    on_both(SERVICES, async |app| {
        for end in ["/reglages", "/services", "/services/apercu"] {
            answers(app, &of_school(end), 404, &[Thomas, Rose, Agnes, Claire, Zoe, Hector, Adelaide]).await;
            answers(app, &format!("/ecoles/{}{end}", JulesVerne.id()), 404, &[Helene]).await;
        }
        let page = app.by(Helene).await.get(&of_school("/reglages")).await;
        assert!(page.says("L’annuaire ne dit rien de ses coordonnées."), "{}", page.text());
    })
    .await;
}
