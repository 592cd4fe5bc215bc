//! What a file says wrong of a pupil is to be corrected in ONDE.

use crate::{MARELLE, PUPILS, SERVICES, applied, csv, given, open_marelle, pupil};
use testkit::{Who::*, on_both};

const CP: (&str, &str) = ("CP", "880031");

#[tokio::test]
async fn an_error_of_the_files_names_the_child_and_waits_in_the_list_once_applied() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let lines = [
            pupil("BARTHE", "Ninon", "31/02/2020", "990000003AA", "CP", CP),
            pupil("CAZAL", "Milo", "2020-03-04", "12", "CP", CP),
        ];
        let file = csv(PUPILS, &lines.concat());
        let corrections = format!("/ecoles/{MARELLE}/corrections");
        let page = hector.get(&given(&hector, MARELLE, &[&file]).await).await;
        assert!(page.says("Ligne 2") && page.says("BARTHE Ninon"), "{}", page.text());
        assert!(page.says("Ligne 3") && page.says("CAZAL Milo"), "{}", page.text());
        assert!(hector.get(&corrections).await.says("Rien à corriger."), "nothing is applied yet");

        let run = applied(&hector, MARELLE, &[&file]).await;
        let list = hector.get(&corrections).await;
        for words in ["Cette date n’existe pas. Dans ONDE : « 31/02/2020 ».", "Cet INE n’a pas la forme attendue."]
        {
            assert!(list.says(words), "{words}: {}", list.text());
        }
        assert_eq!(list.text().matches("Cette date n’existe pas.").count(), 1, "{}", list.text());

        hector.post_then(&format!("{run}/annulation"), &[]).await;
        assert!(hector.get(&corrections).await.says("Rien à corriger."), "it goes with the extraction that said it");
    })
    .await;
}
