//! Papers of a commune: given by those who run it, read by the heads of its schools.

use crate::{MONTAUBRAC, SAINTE_FOY, SERVICES, answers, count, editor, task};
use testkit::{Client, Page, Who::*, on_both};

const PATH: &str = "/ma-commune/documents";
const RULES: &[u8] = b"Reglement de la cantine : on se lave les mains avant de passer a table.";

async fn add(client: &Client<'_>, name: &str, bytes: &[u8]) -> Page {
    client.upload(PATH, &[("commune", MONTAUBRAC)], &[("fichier", name, bytes)]).await
}

#[tokio::test]
async fn heads_of_the_commune_read_what_it_gives_them() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        assert_eq!(add(&editor, "reglement.txt", RULES).await.status, 303);
        let list = app.by(Helene).await.get("/documents-de-la-commune").await;
        let paper = list.link("reglement.txt").unwrap();
        for who in [Helene, Adelaide] {
            let page = app.by(who).await.get(&paper).await;
            assert_eq!((page.status, page.bytes.as_slice()), (200, RULES), "{who:?}");
        }
        answers(app, &paper, 404, &[Hector, Thomas, Claire, Zoe, Agnes]).await;
        answers(app, "/documents-de-la-commune", 404, &[Thomas, Claire, Zoe, Agnes, Adelaide]).await;
        assert!(app.by(Hector).await.get("/documents-de-la-commune").await.says("n’a déposé aucun document"));
        // The same paper under the name of another commune is not found.
        answers(app, &paper.replace("montaubrac", "sainte-foy"), 404, &[Helene, Hector]).await;
    })
    .await;
}

#[tokio::test]
async fn a_paper_is_removed_by_those_who_gave_it() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        add(&editor, "reglement.txt", RULES).await;
        let removal = crate::action(&editor.get(PATH).await, "/retrait");
        task(app, "town-editor", SAINTE_FOY).await;
        for scope in [MONTAUBRAC, SAINTE_FOY] {
            assert_eq!(editor.post(&removal, &[("commune", scope)]).await.status, 404, "{scope}");
        }
        task(app, "town-editor", MONTAUBRAC).await;
        assert_eq!(editor.post(&removal, &[("commune", MONTAUBRAC)]).await.status, 303);
        assert_eq!(count(app, "select count(*) as n from paper", &[]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nothing_and_programs_are_refused() {
    on_both(SERVICES, async |app| {
        let editor = editor(app).await;
        for answer in [
            editor.upload(PATH, &[("commune", MONTAUBRAC)], &[]).await,
            add(&editor, "page.html", b"<html><script>alert(1)</script></html>").await,
        ] {
            assert!(answer.status == 422 && answer.has("#f-fichier-error"), "{}", answer.text());
        }
        assert_eq!(count(app, "select count(*) as n from paper", &[]).await, 0);
    })
    .await;
}
