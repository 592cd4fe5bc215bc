//! Reports read again: pages, filters, files, and whose they are.

use crate::{SERVICES, answers, newest, run};
use db::{Uuid, args};
use directory::import::{Counts, Tally};
use serde_json::Value;
use testkit::{App, Page, Who::*, on_both};

const RUN: Uuid = Uuid::from_u128(0x0197_0000_0000_7000_8000_0000_0000_0900);

/// An import of an académie, with a line for each of so many pupils.
async fn reported(app: &App, academy: &str, lines: i64) -> String {
    let pupils = Tally { created: 12, changed: 3, moved: 2, disappeared: 1, rejected: 4, ..Tally::default() };
    let counts = serde_json::to_string(&(Counts { pupils, ..Counts::default() }, Vec::<String>::new())).unwrap();
    let sql = "insert into import_run (id, academy, kind, delivered_on, started_at, finished_at, outcome, counts) \
         values ($1, $2, 'Delta', '2026-10-01', $3, $3, 'applied', $4)";
    run(app, sql, args![RUN, academy, app.now(), counts]).await;
    let school = "insert into import_school (run_id, uai, kind, created, changed, moved, disappeared, returned) \
         values ($1, '0310001H', 'pupil', 12, 3, 2, 1, 0)";
    run(app, school, args![RUN]).await;
    for position in 1..=lines {
        let line = "insert into import_finding (run_id, position, file, entity, record, attribute, code, message, value, \
             rejected, uai) values ($1, $2, 'ENT_Eleve_0000.xml', 'Eleve', $3, 'ENTEleveINE', 'invalid-ine', \
             'Illisible.', $4, true, $5)";
        let uai = if position % 2 == 0 { "0310001H" } else { "0310002J" };
        run(app, line, args![RUN, position, 8000 + position, "=1+<script>alert(1)</script>", uai]).await;
    }
    format!("/annuaire/imports/{}", RUN.simple())
}

#[tokio::test]
async fn a_long_list_of_lines_is_read_page_by_page_and_school_by_school() {
    on_both(SERVICES, async |app| {
        let path = reported(app, "16", 60).await;
        let adelaide = app.by(Adelaide).await;
        let first = adelaide.get(&format!("{path}/lignes")).await;
        let row =
            "Illisible. Élève 8001 ENTEleveINE =1+<script>alert(1)</script> fiche rejetée 0310002J ENT_Eleve_0000.xml";
        let rows = |page: &Page| -> Vec<String> {
            page.texts("main tbody tr").into_iter().filter(|it| it.starts_with("Illisible.")).collect()
        };
        assert_eq!(rows(&first)[0], row);
        assert_eq!(rows(&first).len(), 50);
        assert!(!first.html().contains("<script>alert"), "a value delivered is never run");
        assert_eq!(rows(&adelaide.get(&format!("{path}/lignes?page=2")).await).len(), 10);
        let tilleuls = adelaide.get(&format!("{path}/lignes?uai=0310001h")).await;
        assert_eq!(rows(&tilleuls).len(), 30);
        assert!(rows(&tilleuls).iter().all(|it| it.contains("0310001H")), "{}", tilleuls.text());
        let other = adelaide.get(&format!("{path}/lignes?uai=0319999X")).await;
        assert!(rows(&other).is_empty());
        assert!(other.says("Toutes les lignes ont été prises telles quelles."), "{}", other.text());
    })
    .await;
}

#[tokio::test]
async fn the_page_of_an_import_leads_to_its_lines_and_its_files() {
    on_both(SERVICES, async |app| {
        let path = reported(app, "16", 2).await;
        let adelaide = app.by(Adelaide).await;
        let list = adelaide.get("/annuaire/imports").await;
        assert_eq!(list.link("Imports"), Some("/annuaire/imports".to_owned()));
        assert!(
            list.texts("main tbody tr")[0].ends_with("TOULOUSE Partielle, du 1er octobre 2026 appliquée 12 5 1 4"),
            "{}",
            list.text()
        );
        let page = newest(&adelaide, &list).await;
        assert!(
            page.texts("main tbody tr").contains(&"Les Tilleuls (0310001H) Élève 12 3 2 1 0".to_owned()),
            "{}",
            page.text()
        );
        assert_eq!(page.link("Lignes à regarder"), Some(format!("{path}/lignes")));
        assert_eq!(page.link("Les Tilleuls (0310001H)"), Some(format!("{path}/lignes?uai=0310001H")));
        for (label, file, kind) in [
            ("Télécharger le rapport (JSON)", "rapport.json", "application/json"),
            ("Télécharger les lignes (CSV)", "rapport.csv", "text/csv; charset=utf-8"),
            ("Télécharger les écoles (CSV)", "ecoles.csv", "text/csv; charset=utf-8"),
        ] {
            assert_eq!(page.link(label), Some(format!("{path}/{file}")));
            let file = adelaide.get(&format!("{path}/{file}")).await;
            assert_eq!((file.status, file.headers["content-type"].to_str().unwrap()), (200, kind));
        }
    })
    .await;
}

#[tokio::test]
async fn the_report_as_json_says_everything() {
    on_both(SERVICES, async |app| {
        let path = reported(app, "16", 2).await;
        let file = app.by(Adelaide).await.get(&format!("{path}/rapport.json")).await;
        let disposition = file.headers["content-disposition"].to_str().unwrap();
        assert_eq!(disposition, "attachment; filename=\"rapport-16-2026-10-01.json\"");
        let report: Value = serde_json::from_slice(&file.bytes).unwrap();
        for (name, value) in
            [("academy", "16"), ("kind", "Delta"), ("delivered_on", "2026-10-01"), ("outcome", "applied")]
        {
            assert_eq!(report[name], value, "{name}");
        }
        assert_eq!(report["counts"]["pupils"]["created"], 12);
        assert_eq!(report["schools"][0]["uai"], "0310001H");
        assert_eq!(report["schools"][0]["moved"], 2);
        assert_eq!(report["lines"].as_array().map(Vec::len), Some(2));
        assert_eq!(report["lines"][1]["record"], 8002);
        assert_eq!(report["reasons"], Value::Array(Vec::new()));
    })
    .await;
}

#[tokio::test]
async fn the_files_open_in_a_spreadsheet_and_run_nothing_there() {
    on_both(SERVICES, async |app| {
        let path = reported(app, "16", 3).await;
        let adelaide = app.by(Adelaide).await;
        let lines = adelaide.get(&format!("{path}/rapport.csv")).await.html();
        let rows: Vec<&str> = lines.lines().collect();
        assert_eq!(rows[0], "\u{feff}UAI;Fichier;Fiche;Identifiant;Attribut;Code;Motif;Valeur;Suite donnée");
        let value = "'=1+<script>alert(1)</script>";
        assert_eq!(
            rows[1],
            format!("0310002J;ENT_Eleve_0000.xml;Eleve;8001;ENTEleveINE;invalid-ine;Illisible.;{value};fiche rejetée")
        );
        assert_eq!(rows.len(), 4);
        let filtered = adelaide.get(&format!("{path}/rapport.csv?uai=0310001H")).await.html();
        assert_eq!(filtered.lines().count(), 2);
        let schools = adelaide.get(&format!("{path}/ecoles.csv")).await.html();
        let rows: Vec<&str> = schools.lines().collect();
        let header = "\u{feff}UAI;École;Fiches;Créés;Changés;Déplacés;Disparus;Revenus";
        assert_eq!(rows, [header, "0310001H;Les Tilleuls;Élève;12;3;2;1;0"]);
    })
    .await;
}

#[tokio::test]
async fn the_reports_of_another_academy_are_not_found() {
    on_both(SERVICES, async |app| {
        let path = reported(app, "11", 2).await;
        for end in ["", "/lignes", "/rapport.json", "/rapport.csv", "/ecoles.csv"] {
            answers(app, &format!("{path}{end}"), 404, &[Adelaide]).await;
        }
        let list = app.by(Adelaide).await.get("/annuaire/imports").await;
        assert!(list.says("Aucun import n’a encore été fait."), "{}", list.text());
    })
    .await;
}

#[tokio::test]
async fn nobody_of_a_school_reads_a_report() {
    on_both(SERVICES, async |app| {
        let path = reported(app, "16", 2).await;
        for end in ["", "/lignes", "/rapport.json", "/rapport.csv", "/ecoles.csv"] {
            answers(app, &format!("{path}{end}"), 404, &[Helene, Thomas, Claire, Zoe]).await;
            answers(app, &format!("{path}{end}"), 200, &[Adelaide]).await;
        }
    })
    .await;
}
