//! What the head answers about files is what is applied.

use crate::{
    GUARDIANS, MARELLE, PUPILS, SERVICES, applied, apply, count, csv, given, guardian, open_marelle, pupil, seated,
    sitting,
};
use school::CircleKind;
use testkit::{Client, Who::*, on_both};

const CP: (&str, &str) = ("CP", "880031");
const ULIS: (&str, &str) = ("ULIS", "880032");

/// Ninon in the CP, Milo in ULIS, who has this first name in the file.
fn file(milo: &str) -> String {
    let lines =
        [pupil("BARTHE", "Ninon", "2020-01-02", "", "CP", CP), pupil("CAZAL", milo, "2020-03-04", "", "CP", ULIS)];
    csv(PUPILS, &lines.concat())
}

/// The fields of the form of a page, with ULIS left out.
async fn fields(client: &Client<'_>, run: &str) -> Vec<(String, String)> {
    let page = client.get(run).await;
    let (seen, keys) = (page.attributes("input[name='vu']", "value"), page.attributes("input[name^='cle_']", "value"));
    assert_eq!(keys, ["880031", "880032"], "{}", page.text());
    let mut all = vec![("vu".to_owned(), seen[0].clone()), ("repondu".to_owned(), "oui".to_owned())];
    for (rank, key) in keys.into_iter().enumerate() {
        let chosen = if key == "880032" { "ignorer" } else { "" };
        all.push((format!("cle_{rank}"), key));
        all.push((format!("classe_{rank}"), chosen.to_owned()));
    }
    all
}

fn borrowed(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[tokio::test]
async fn a_choice_that_was_not_recalculated_is_kept_and_read_again_before_anything_is_applied() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let run = given(&hector, MARELLE, &[&file("Milo")]).await;
        let sent = fields(&hector, &run).await;
        let page = hector.post_then(&run, &borrowed(&sent)).await;
        assert!(page.says("Vos choix ont changé ce qui sera fait : relisez, puis appliquez."), "{}", page.text());
        assert!(page.says("1 élève laissé de côté avec sa classe"), "{}", page.text());
        assert_eq!(page.attributes("select[name='classe_1'] option[selected]", "value"), ["ignorer"]);
        assert_eq!(seated(app, MARELLE).await, 0, "nothing is applied");
        // The same form once more: it says what is ticked.
        let sent = fields(&hector, &run).await;
        let page = hector.post_then(&run, &borrowed(&sent)).await;
        assert!(page.says("L’annuaire de l’école est à jour."), "{}", page.text());
        assert_eq!(seated(app, MARELLE).await, 1);
    })
    .await;
}

#[tokio::test]
async fn the_pupils_of_a_class_left_out_are_left_out_with_it() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        applied(&hector, MARELLE, &[&file("Milo")]).await;
        assert_eq!(sitting(app, CircleKind::Class, "ULIS").await, ["Milo"]);
        app.wait(60);
        // Milo is there and stays as he is; Zita is not there and does not come, nor does her mother.
        let zita = pupil("SALVY", "Zita", "2020-05-06", "", "CP", ULIS);
        let files = format!("{}{zita}", file("Milo").replace("CAZAL;;Milo;2020-03-04;F", "CAZAL;;Milo;2020-03-04;H"));
        let adults = csv(GUARDIANS, &guardian("Mme", "SALVY", "Ida", "0600000011", ("SALVY", "Zita")));
        let run = given(&hector, MARELLE, &[&files, &adults]).await;
        let page = hector.post_then(&format!("{run}/choix"), &borrowed(&fields(&hector, &run).await)).await;
        assert!(page.says("2 élèves laissés de côté avec leur classe"), "{}", page.text());
        assert!(!page.says("leur départ est noté"), "{}", page.text());
        assert!(!page.says("Cet enfant n’est pas parmi les élèves de l’école."), "{}", page.text());
        // With nothing else to say the files change nothing; a change of the CP makes them worth applying.
        let more = files.replace("BARTHE;;Ninon;2020-01-02;F", "BARTHE;;Ninon;2020-01-02;H");
        let run = given(&hector, MARELLE, &[&more, &adults]).await;
        hector.post_then(&format!("{run}/choix"), &borrowed(&fields(&hector, &run).await)).await;
        let answer = apply(&hector, &run, &[("depart", "on")]).await;
        assert_eq!(answer.status, 303, "{}", answer.text());
        assert!(sitting(app, CircleKind::Class, "ULIS").await.contains(&"Milo".to_owned()));
        assert!(!sitting(app, CircleKind::Class, "ULIS").await.contains(&"Zita".to_owned()));
        let salvy = "select count(*) as n from person where last_name = 'SALVY'";
        assert_eq!(count(app, salvy, &[]).await, 0);
    })
    .await;
}
