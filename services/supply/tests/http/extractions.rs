//! What schools send: layouts, charsets, separators and quotes of interfaces.md §2.1 and §2.4, as far as the page of the head.

use crate::{
    GUARDIANS, MARELLE, PUPILS, SAMPLE_PUPILS, SERVICES, apply, count, csv, given, guardian, onde, open_marelle, pupil,
};
use testkit::{Client, Page, Who::*, on_both};

const CP: (&str, &str) = ("CP", "880031");

/// What the page tells of Mona, in three cells of a row.
const MONA: &str = "BARTHE Mona 2 janvier 2020 CP";

/// Sends the bytes of one file; answers the page of what was understood.
async fn understood(client: &Client<'_>, file: &[u8]) -> Page {
    let answer = client.upload(&onde(MARELLE), &[], &[("fichiers", "CSVExtraction.csv", file)]).await;
    assert_eq!(answer.status, 303, "{}", answer.text());
    client.follow(&answer).await
}

#[tokio::test]
async fn the_twenty_columns_of_be1d_are_read() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let header = "Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;Commune1;Pays1;Adresse2;Cp2;\
Commune2;Pays2; Cycle;Niveau;Classe;Attestation fournie;Autorisations associations;Autorisations photos;Décision de passage";
        let file = csv(header, "BARTHE;;Mona;2020-01-02;F;;;;;;;;;CYCLE II;CP;CP;Oui;Oui;Non;\n");
        let page = understood(&app.by(Hector).await, file.as_bytes()).await;
        assert!(page.says(MONA), "{}", page.text());
        assert!(!page.says("Lignes laissées de côté") && !page.says("Lignes prises, à regarder"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn any_columns_in_any_order_are_read() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let file = "Prénom élève;Libellé classe;Date naissance;Nom élève\nMona;CP;02/01/2020;BARTHE\n";
        let page = understood(&app.by(Hector).await, file.as_bytes()).await;
        assert!(page.says(MONA), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn every_charset_says_the_same() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let text = csv(PUPILS, SAMPLE_PUPILS);
        let marked = format!("\u{feff}{text}");
        // Of the letters beyond ASCII, the sample has those of Latin-1 only.
        let windows: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        let wide: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (bytes, charset) in [(windows, "windows-1252"), (marked.into_bytes(), "UTF-8"), (wide, "UTF-16")] {
            let page = understood(&hector, &bytes).await;
            assert!(page.says(&format!("Élèves · 2 lignes · {charset}")), "{}", page.text());
            assert!(page.says("D'ORVAL-NÉMOZ Zélie-Anne 29 février 2020"), "{charset}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn commas_and_tabs_part_cells_too() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        for separator in [",", "\t"] {
            let file = csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP)).replace(';', separator);
            let page = understood(&hector, file.as_bytes()).await;
            assert!(page.says(MONA), "{separator:?}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn quotes_hold_semicolons_and_ends_of_lines() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let lines = [
            pupil("BARTHE", "Mona", "2020-01-02", "", "CP", ("\"CP; A\"", "")),
            pupil("CAZAL", "Milo", "2020-03-04", "", "CP", ("\"CP\nB\"", "")),
        ];
        let page = understood(&app.by(Hector).await, csv(PUPILS, &lines.concat()).as_bytes()).await;
        for words in ["BARTHE Mona 2 janvier 2020 CP; A", "CAZAL Milo 4 mars 2020 CP B"] {
            assert!(page.says(words), "{words}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn spaces_and_apostrophes_of_word_processors_are_those_of_onde() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let header = "Nom\u{a0}élève;Nom d’usage\u{a0}élève;Prénom\u{a0}élève;Date naissance";
        let file = csv(header, "CAZAL;BARTHE;Mona\u{a0};\u{a0}2020-01-02\n");
        let page = understood(&app.by(Hector).await, file.as_bytes()).await;
        assert!(page.says("BARTHE Mona 2 janvier 2020"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn responsables_of_layout_b_have_up_to_three_children() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let pupils = [
            pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP),
            pupil("BARTHE", "Milo", "2018-03-04", "", "CE2", ("CE2", "880032")),
        ];
        let child = "Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";
        let header = format!("{};{child};{child}", GUARDIANS.replace("travail;", "travail;Numéro de poste;"));
        // The row ends before the third child; the class is worded otherwise than among the pupils.
        let line = "MME;;BARTHE;Lou;;;;;;;;12;0600000011;;BARTHE;Mona;;;BARTHE;Milo;CLASSE  CE2\n";
        let run = given(&hector, MARELLE, &[&csv(PUPILS, &pupils.concat()), &csv(&header, line)]).await;
        let page = hector.get(&run).await;
        assert!(page.says("BARTHE Lou BARTHE Mona, BARTHE Milo"), "{}", page.text());
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        let tied = "select count(*) as n from guardianship where source = 'onde' and until is null";
        assert_eq!(count(app, tied, &[]).await, 2);
        let reached = "select count(*) as n from person where kind = 'guardian' and last_name = 'BARTHE' \
             and details like '%0600000011%'";
        assert_eq!(count(app, reached, &[]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_couple_on_one_line_is_two_adults() {
    on_both(SERVICES, async |app| {
        open_marelle(app).await;
        let hector = app.by(Hector).await;
        let pupils = csv(PUPILS, &pupil("BARTHE", "Mona", "2020-01-02", "", "CP", CP));
        let couple = guardian("M. et Mme", "BARTHE", "Luc et Lou", "0600000011", ("BARTHE", "Mona"));
        let run = given(&hector, MARELLE, &[&pupils, &csv(GUARDIANS, &couple)]).await;
        assert_eq!(apply(&hector, &run, &[]).await.status, 303);
        let each = "select count(*) as n from guardianship g join person p on p.id = g.adult_id \
             where p.last_name = 'BARTHE' and p.first_name in ('Luc', 'Lou') and g.source = 'onde' and g.until is null";
        assert_eq!(count(app, each, &[]).await, 2);
    })
    .await;
}
