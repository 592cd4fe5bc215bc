//! What is no extraction is refused in words, and nothing of it is kept.

use crate::{
    GUARDIANS, MARELLE, PUPILS, SAMPLE_GUARDIANS, SAMPLE_PUPILS, SERVICES, apply, count, csv, given, onde,
    open_marelle, pupil, seated, send,
};
use db::args;
use testkit::{Who::*, on_both};

#[tokio::test]
async fn wrong_files_are_refused_in_words() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let lacking = "Prénom élève;Date naissance\nMona;2020-01-02\n".to_owned();
        for (file, words) in [
            ("PK\u{3}\u{4}\u{14}\u{0}\u{6}\u{0}".to_owned(), "Ce fichier est un classeur"),
            (format!("{PUPILS}\n"), "Ce fichier n’a qu’un en-tête"),
            ("Bonjour,\nvoici la liste.\n".to_owned(), "Ce fichier n’est pas une extraction d’ONDE"),
            (csv(PUPILS, "\"BARTHE;;Mona\n"), "n’est jamais fermé"),
            (lacking, "Il manque des colonnes"),
        ] {
            let page = send(&hector, MARELLE, &[&file]).await;
            assert_eq!(page.status, 422, "{file}");
            assert!(page.says(words), "{file}: {}", page.text());
            assert!(page.says("CSVExtraction.csv"), "{}", page.text());
        }
        let none = hector.upload(&onde(MARELLE), &[], &[]).await;
        assert_eq!(none.status, 422);
        assert!(none.says("Choisissez au moins un fichier."), "{}", none.text());
        assert_eq!(count(app, "select count(*) as n from supply_run where school_id = $1", args![MARELLE]).await, 0);
    })
    .await;
}

#[tokio::test]
async fn unknown_columns_are_ignored_once_ticked() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let file = "Nom élève;Prénom élève;Date naissance;Signe astral\nBARTHE;Mona;2020-01-02;Lion\n";
        let run = given(&hector, MARELLE, &[file]).await;
        let page = hector.get(&run).await;
        assert!(page.says("Une colonne est inconnue."), "{}", page.text());
        assert!(!page.has("input[name='vu']"), "{}", page.text());
        let column = page.attributes("input[name='ignorer']", "value");
        assert_eq!(column, ["Signe astral"]);
        let page = hector.post_then(&format!("{run}/choix"), &[("ignorer", column[0].as_str())]).await;
        assert!(page.says("BARTHE Mona"), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        assert_eq!(seated(app, MARELLE).await, 1);
    })
    .await;
}

#[tokio::test]
async fn nobody_leaves_while_a_line_cannot_be_read() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let cp = ("CP", "880031");
        let (mona, milo) =
            (pupil("BARTHE", "Mona", "2020-01-02", "", "CP", cp), pupil("CAZAL", "Milo", "2020-03-04", "", "CP", cp));
        crate::applied(&hector, MARELLE, &[&csv(PUPILS, &[mona.clone(), milo].concat())]).await;
        app.wait(60);
        let nameless = pupil("", "Milo", "2020-03-04", "", "CP", cp);
        let file = csv(PUPILS, &[mona, nameless].concat());
        let name = format!("\u{202e}{}.csv", "e".repeat(250));
        let sent = hector.upload(&onde(MARELLE), &[], &[("fichiers", name.as_str(), file.as_bytes())]).await;
        let page = hector.get(&sent.location().unwrap()).await;
        let cut = format!("{}…{}.csv", "e".repeat(27), "e".repeat(8));
        assert!(page.texts("td").contains(&cut), "the line tells its file: {}", page.text());
        assert!(page.says("aucun départ ne sera noté"), "{}", page.text());
        assert!(page.says("Le nom, le prénom ou la date de naissance manque."), "{}", page.text());
        assert!(!page.says("leur départ est noté"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn the_history_names_files_as_they_were_sent_and_who_applied_and_put_them_back() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let (pupils, guardians) = (csv(PUPILS, SAMPLE_PUPILS), csv(GUARDIANS, SAMPLE_GUARDIANS));
        let hostile = "<img src=x onerror=alert(1)>.csv";
        let turned = format!("liste\u{202e}{}.csv", "e".repeat(90));
        let files = [("fichiers", hostile, pupils.as_bytes()), ("fichiers", turned.as_str(), guardians.as_bytes())];
        let run = hector.upload(&onde(MARELLE), &[], &files).await.location().unwrap();
        assert!(hector.get(&run).await.says("par Hector LOUBET"));
        let waits = hector.get(&onde(MARELLE)).await;
        assert!(waits.says("Hector LOUBET") && waits.says("Non appliqué"), "{}", waits.text());

        assert_eq!(apply(&hector, &run, &[("depart", "on")]).await.status, 303);
        let cut = format!("liste{}…{}.csv", "e".repeat(22), "e".repeat(8));
        for page in [hector.get(&onde(MARELLE)).await, hector.get(&run).await] {
            assert!(page.says(hostile) && !page.has("img[onerror]"), "{}", page.text());
            assert!(page.says(&cut) && !page.text().contains('\u{202e}'), "{}", page.text());
            assert!(page.says("Appliqué") && page.says("Hector LOUBET"), "{}", page.text());
        }
        // Who sent them is named once; whoever else applied them is named too.
        assert!(!hector.get(&onde(MARELLE)).await.says("par Hector LOUBET"));
        let by = "update supply_run set applied_by = $1 where school_id = $2";
        crate::run(app, by, args![Helene.account(), MARELLE]).await;
        assert!(hector.get(&onde(MARELLE)).await.says("par Hélène VIDAL"));
        assert_eq!(hector.post(&format!("{run}/annulation"), &[]).await.status, 303);
        let undone = hector.get(&onde(MARELLE)).await;
        assert!(undone.says("par Hélène VIDAL") && undone.says("Annulé"), "{}", undone.text());
        assert!(!undone.says("par Hector LOUBET"), "put back by who sent them: {}", undone.text());
    })
    .await;
}

#[tokio::test]
async fn a_name_of_marks_nobody_sees_is_shown_without_them_and_kept_short() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let unseen = "\u{3164}\u{2800}\u{ffa0}\u{115f}\u{34f}\u{180e}\u{fe0f}\u{fffa}\u{e0041}";
        let hidden = format!("cl{unseen}asse{}.csv", "\u{30d}".repeat(40));
        let long = format!("{}.csv", "e".repeat(400));
        let (pupils, guardians) = (csv(PUPILS, SAMPLE_PUPILS), csv(GUARDIANS, SAMPLE_GUARDIANS));
        let files =
            [("fichiers", hidden.as_str(), pupils.as_bytes()), ("fichiers", long.as_str(), guardians.as_bytes())];
        let sent = hector.upload(&onde(MARELLE), &[], &files).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let page = hector.get(&onde(MARELLE)).await;
        let shown = format!("classe{}.csv", "\u{30d}".repeat(3));
        assert!(page.says(&shown), "{}", page.text());
        let cut = format!("{}…{}.csv", "e".repeat(27), "e".repeat(8));
        assert!(page.says(&cut), "a long name keeps its extension: {}", page.text());
        assert!(!page.text().contains(|it: char| unseen.contains(it)), "{}", page.text());
        let kept =
            "select count(*) as n from supply_file where school_id = $1 and length(name) <= 120 and name like '%.csv'";
        assert_eq!(count(app, kept, args![MARELLE]).await, 2);
        let names = "select count(*) as n from supply_run where school_id = $1 and length(names) < 300";
        assert_eq!(count(app, names, args![MARELLE]).await, 1);
    })
    .await;
}
