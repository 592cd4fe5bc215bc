//! The files of an accountant, and the statement on paper.

use crate::{SERVICES, convention, follow, path};
use agreements::{Agreement, sum_due, sum_statement};
use db::args;
use school::Viewer;
use std::io::{Cursor, Read};
use testkit::{Who::Adelaide, on_both};

#[tokio::test]
async fn the_text_file_has_a_line_per_school_and_runs_nothing() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        let mut tx = app.write().await;
        tx.change("update authority set name = '=Montaubrac' where siret = '21310118100013'", &[]).await.unwrap();
        tx.commit().await.unwrap();
        follow(app, id, &[("requested", "2026-09-28"), ("issued", "2026-10-01")]).await;
        let file = app.by(Adelaide).await.get("/conventions/sommes.csv").await;
        assert_eq!(file.status, 200);
        let text = file.html();
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows.len(), 3, "{text}");
        assert!(rows[0].contains("Convention;SIRET;Collectivité;Adresse;"), "{}", rows[0]);
        let cells: Vec<&str> = rows[1].split(';').collect();
        assert_eq!(cells[..3], ["2026-16-0007", "21310118100013", "'=Montaubrac"]);
        assert_eq!(cells[4..7], ["ECOLES", "", "0310001H"]);
        assert_eq!(cells[8..], ["2026-2027", "45,00", "Titre émis", "TP-2026-114"]);
        assert!(file.headers["content-disposition"].to_str().unwrap().contains("sommes-a-titrer-2026-2027.csv"));
    })
    .await;
}

#[tokio::test]
async fn the_workbook_opens_and_its_amounts_are_numbers() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let file = app.by(Adelaide).await.get("/conventions/sommes.xlsx").await;
        assert_eq!(file.status, 200);
        let mut archive = zip::ZipArchive::new(Cursor::new(file.bytes)).unwrap();
        let mut sheet = String::new();
        archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        assert_eq!(sheet.matches("<v>45</v>").count(), 2, "{sheet}");
        assert_eq!(sheet.matches("<row ").count(), 3, "{sheet}");
        assert!(!sheet.contains("<f>"), "nothing is a formula");
        let mut texts = String::new();
        archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut texts).unwrap();
        for words in ["2026-16-0007", "21310118100013", "Commune de Montaubrac", "0310002J", "À transmettre"] {
            assert!(texts.contains(words), "{words}: {texts}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_file_says_what_the_filter_says() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[]).await;
        let adelaide = app.by(Adelaide).await;
        assert_eq!(adelaide.get("/conventions/sommes.csv?etat=paid").await.html().lines().count(), 1);
        assert_eq!(adelaide.get("/conventions/sommes.csv?etat=to-issue").await.html().lines().count(), 3);
        assert_eq!(adelaide.get("/conventions/sommes.csv?annee=2025").await.html().lines().count(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_statement_on_paper_says_that_it_is_no_titre() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        follow(app, id, &[("requested", "2026-09-20"), ("issued", "2026-09-24"), ("notified", "2026-09-28")]).await;
        let file = app.by(Adelaide).await.get(&path(id, "etat-des-sommes.pdf")).await;
        assert_eq!((file.status, &file.bytes[..5]), (200, &b"%PDF-"[..]));
        let mut tx = app.read().await;
        let viewer = Viewer::load(&mut tx, Adelaide.account()).await.unwrap();
        let (agreement, _) = Agreement::load(&mut tx, &viewer, id).await.unwrap();
        let sum = sum_due::of(&mut tx, id).await.unwrap().unwrap();
        let paper = sum_statement::document(&mut tx, &agreement, &sum).await.unwrap();
        assert_eq!(paper.title, "État des sommes à titrer");
        assert_eq!(paper.recipient, ["Commune de Montaubrac", "1 place de la Mairie", "31370 Montaubrac"]);
        assert!(
            paper.about.iter().any(|it| testkit::plain_spaced(it) == "Code service Chorus Pro : ECOLES"),
            "{:?}",
            paper.about
        );
        let said = format!("{:?}", paper.parts);
        for words in
            ["n’est pas un titre de perception", "0310001H", "1 école × 45,00", "90,00", "jusqu’au 28 novembre 2026"]
        {
            assert!(said.contains(words), "{words}: {said}");
        }
    })
    .await;
}

#[tokio::test]
async fn there_is_no_paper_of_what_is_not_made() {
    on_both(SERVICES, async |app| {
        let id = convention(app).await;
        assert_eq!(app.by(Adelaide).await.get(&path(id, "etat-des-sommes.pdf")).await.status, 404);
        let none = "select count(*) as n from sum_due where agreement_id = $1";
        assert_eq!(crate::count(app, none, args![id]).await, 0, "looking makes nothing");
    })
    .await;
}
