//! The table of a month, for the council of the school and for that of the commune.

use crate::{MONTAUBRAC, SERVICES, act, ask, officer, typed};
use testkit::{Who::*, on_both};

#[tokio::test]
async fn the_table_counts_what_was_asked_in_a_month() {
    on_both(SERVICES, async |app| {
        let done = ask(app, &[]).await;
        ask(app, &[("type", "securite"), ("title", "Portail")]).await;
        let officer = officer(app).await;
        app.at("2026-10-06T10:00");
        act(&officer, &done, "fin", &[]).await;
        for client in [&officer, &app.by(Helene).await] {
            let page = client.get("/demandes/tableau?mois=2026-10").await;
            let heads = page.texts("tbody th");
            assert_eq!(heads, ["Sécurité", "Travaux", "Ensemble"], "{}", page.text());
            let cells = page.texts("tbody tr:first-child td");
            assert_eq!(cells, ["1", "1", "0", "0", "0", "0", "0", "–", "1"]);
            let cells = page.texts("tbody tr:nth-child(2) td");
            assert_eq!(cells, ["1", "0", "0", "0", "0", "1", "0", "5 jours", "0"]);
            assert!(!page.says("Portail"), "nothing that was typed");
        }
        let before = officer.get("/demandes/tableau?mois=2026-09").await;
        assert_eq!(before.texts("tbody th"), ["Ensemble"]);
        let paper = app.by(Helene).await.get("/demandes/tableau.pdf?mois=2026-10").await;
        assert!(paper.status == 200 && paper.bytes.starts_with(b"%PDF"));
    })
    .await;
}

#[tokio::test]
async fn the_spreadsheet_runs_nothing() {
    on_both(SERVICES, async |app| {
        let officer = officer(app).await;
        let kind = [("label", "=1+1"), ("delay", "3"), ("active", "on"), ("commune", MONTAUBRAC)];
        officer.post_then("/demandes/types/autre", &typed(&kind, &[])).await;
        ask(app, &[("type", "autre")]).await;
        let csv = officer.get("/demandes/tableau.csv").await.html();
        let lines: Vec<&str> = csv.lines().collect();
        assert!(lines[0].starts_with("\u{feff}Type de demande;Total;Reçue"), "{csv}");
        assert_eq!(lines[1..], ["'=1+1;1;1;0;0;0;0;0;–;0", "Ensemble;1;1;0;0;0;0;0;–;0"], "{csv}");
    })
    .await;
}
