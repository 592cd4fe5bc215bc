//! The open directory of schools: each trap of it, what it changes, and what it never does.

use crate::office::*;
use db::args;
use testkit::{App, Page, Place, Who::Adelaide, on_both};

const HEADER: &str = "nom_circonscription;Identifiant_de_l_etablissement;Nom_etablissement;Type_etablissement;\
    Statut_public_prive;Code_postal;Code_commune;Nom_commune;Code_departement;SIREN_SIRET;etat;date_maj_ligne;rpi_disperse";

/// A line of an open public school.
fn line(uai: &str, name: &str, postcode: &str, insee: &str, town: &str) -> String {
    full(uai, name, ["Ecole", "Public", postcode, insee, town, "031", "OUVERT", "2026-01-01", ""])
}

fn full(uai: &str, name: &str, rest: [&str; 9]) -> String {
    let [kind, sector, postcode, insee, town, department, state, changed, rpi] = rest;
    format!(
        "HAUTE GARONNE;{uai};\"{name}\";{kind};{sector};{postcode};{insee};{town};{department};21310118100013;{state};{changed};{rpi}"
    )
}

fn file(lines: &[String]) -> Vec<u8> {
    let mut text = format!("\u{feff}{HEADER}\r\n");
    lines.iter().for_each(|it| text.push_str(&format!("{it}\r\n")));
    text.into_bytes()
}

/// Sends a file; answers the page of what it would do, and its address.
async fn send(app: &App, bytes: &[u8]) -> (Page, String) {
    let adelaide = app.by(Adelaide).await;
    let answer = adelaide.upload("/conventions/annuaire", &[], &[("fichier", "annuaire.csv", bytes)]).await;
    went_on(&answer);
    (adelaide.follow(&answer).await, answer.location().unwrap())
}

#[tokio::test]
async fn a_file_is_looked_at_then_applied_once() {
    on_both(SERVICES, async |app| {
        let lines = [
            line("0310001H", "École primaire publique Les Tilleuls", "31240", "31700", "Montaubrac"),
            line("0310002J", "École Marcel Pagnol", "31570", "31701", "Sainte-Foy"),
        ];
        let (page, address) = send(app, &file(&lines)).await;
        assert!(page.says("2 communes seraient créées."), "{}", page.text());
        assert!(page.says("Noms qui diffèrent, sans conséquence : 1"), "{}", page.text());
        assert!(page.says("École Marcel Pagnol (Sainte-Foy)"));
        assert_eq!(count(app, "select count(*) as n from authority", &[]).await, 0, "nothing is written yet");
        let adelaide = app.by(Adelaide).await;
        let page = adelaide.post_then(&address, &[]).await;
        assert!(page.says("2 communes ont été créées."), "{}", page.text());
        assert_eq!(adelaide.post(&address, &[]).await.status, 409);
        let kept: (String, Option<String>, Option<String>) = app
            .read()
            .await
            .one("select name, insee, siret from authority where territory = 'town:031:montaubrac'", &[])
            .await
            .unwrap();
        assert_eq!(kept, ("Montaubrac".to_owned(), Some("31700".to_owned()), None), "the SIRET is the school's");
        let name: (String,) =
            app.read().await.one("select name from school where id = $1", args![Place::JulesVerne.id()]).await.unwrap();
        assert_eq!(name.0, "Jules-Verne", "nothing is renamed");
    })
    .await;
}

#[tokio::test]
async fn a_postcode_is_no_insee_code_and_departments_are_padded_as_they_come() {
    on_both(SERVICES, async |app| {
        let lines = [
            line("0310001H", "Les Tilleuls", "31240", "31240", "Montaubrac"),
            full(
                "0310002J",
                "Jules-Verne",
                ["Ecole", "Public", "31570", "31701", "Sainte-Foy", "31", "OUVERT", "2026-01-01", "0"],
            ),
            full(
                "0311696A",
                "Ailleurs",
                ["Ecole", "Public", "81000", "81004", "Albi", "031", "OUVERT", "2026-01-01", ""],
            ),
        ];
        let (page, address) = send(app, &file(&lines)).await;
        assert!(page.says("Le code INSEE est le code postal"), "{}", page.text());
        assert!(page.says("Le code INSEE n’est pas celui d’une commune du département"), "{}", page.text());
        app.by(Adelaide).await.post(&address, &[]).await;
        let insee = "select count(*) as n from authority where insee = $1";
        assert_eq!(count(app, insee, args!["31240"]).await, 0);
        assert_eq!(count(app, insee, args!["31701"]).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_school_counts_once_and_the_open_line_wins() {
    on_both(SERVICES, async |app| {
        let at = |town: &'static str, state: &'static str, changed: &'static str| {
            full("0310001H", "Les Tilleuls", ["Ecole", "Public", "", "", town, "031", state, changed, ""])
        };
        let lines = [
            at("Vieux-Montaubrac", "OUVERT", "2019-09-01"),
            at("Montaubrac", "OUVERT", "2025-09-01"),
            at("Fermeture", "FERME", "2026-02-01"),
            full("0310002J", "Jules-Verne", ["Ecole", "Public", "", "", "Sainte-Foy", "031", "FERME", "", ""]),
        ];
        let (page, _) = send(app, &file(&lines)).await;
        assert!(page.says("Lignes en double 2"), "{}", page.text());
        assert!(page.says("Écoles fermées 1"), "{}", page.text());
        assert!(page.says("Communes à créer : 1") && page.has("li"), "{}", page.text());
        assert!(!page.says("Vieux-Montaubrac"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn other_lines_are_counted_or_refused_with_their_reason() {
    on_both(SERVICES, async |app| {
        let mut bytes = file(&[
            full("0310100R", "Collège", ["Collège", "Public", "", "", "Montaubrac", "031", "OUVERT", "", ""]),
            full("0310001H", "Privée", ["Ecole", "Privé", "", "", "Montaubrac", "031", "OUVERT", "", ""]),
            line("0310001A", "Fausse", "", "", "Montaubrac"),
            line("0310002J", "Jules-Verne", "", "", ""),
            line("0311710R", "Inconnue", "", "", "Montaubrac"),
            "\"une ligne courte\"".to_owned(),
        ]);
        bytes.extend(b"x;0311696A;\xe9cole;Ecole;Public;;;Albi;031;;OUVERT;;\r\n");
        let (page, address) = send(app, &bytes).await;
        for said in [
            "Lignes lues 7",
            "Écoles privées, laissées hors des conventions 1",
            "Lignes qui ne sont pas des écoles 2",
            "Lignes refusées 3",
            "Le code UAI est faux : sa lettre ne correspond pas à ses chiffres.",
            "La commune manque.",
            "La ligne n’est pas en UTF-8.",
            "Écoles que l’académie n’a pas livrées : 1",
            "0311710R - MONTAUBRAC - 031 - INCONNUE",
        ] {
            assert!(page.says(said), "{said}: {}", page.text());
        }
        app.by(Adelaide).await.post(&address, &[]).await;
        assert_eq!(payer(app, Place::Tilleuls.id()).await, None);
    })
    .await;
}

#[tokio::test]
async fn what_people_said_stays_and_dispersed_rpis_are_told() {
    on_both(SERVICES, async |app| {
        let sivu = commune(app, "Sivu", &[Place::Tilleuls.id()]).await;
        let rpi =
            |uai: &str, town: &str| full(uai, "École", ["Ecole", "Public", "", "", town, "031", "OUVERT", "", "RPI-1"]);
        let lines = [rpi("0310001H", "Montaubrac"), rpi("0310002J", "Sainte-Foy")];
        let (page, address) = send(app, &file(&lines)).await;
        assert!(page.says("RPI RPI-1 : 0310001H"), "{}", page.text());
        assert!(page.says("Le payeur de 1 école serait indiqué."), "{}", page.text());
        app.by(Adelaide).await.post(&address, &[]).await;
        assert_eq!(payer(app, Place::Tilleuls.id()).await, Some((sivu.name, "hand".to_owned())));
    })
    .await;
}

#[tokio::test]
async fn what_is_no_such_file_is_refused_in_words() {
    on_both(SERVICES, async |app| {
        let adelaide = app.by(Adelaide).await;
        for (bytes, said) in [
            (&b""[..], "Choisissez un fichier."),
            (&b"a;b;c\n1;2;3\n"[..], "La colonne « Identifiant_de_l_etablissement » manque"),
            (&b"Identifiant_de_l_etablissement,Type_etablissement,Nom_commune\n"[..], "La colonne"),
            (&b"\xff\xfe\x00\x01;\xe9\n"[..], "Ce fichier n’est pas en UTF-8"),
        ] {
            let page = adelaide.upload("/conventions/annuaire", &[], &[("fichier", "a.csv", bytes)]).await;
            assert_eq!(page.status, 422, "{said}");
            assert!(page.says(said), "{said}: {}", page.text());
        }
    })
    .await;
}

#[tokio::test]
async fn the_command_line_reads_any_columns_in_any_order() {
    on_both(SERVICES, async |app| {
        let text = "Nom_commune;Type_etablissement;Identifiant_de_l_etablissement\nMontaubrac;Ecole;0310001H\n";
        let mut tx = app.write().await;
        let report = agreements::open_directory::import(&mut tx, text.as_bytes()).await.unwrap();
        assert_eq!((report.known, report.founded, report.paid), (1, 1, 1));
        let again = agreements::open_directory::import(&mut tx, text.as_bytes()).await.unwrap();
        assert_eq!((again.founded, again.paid), (0, 0));
        tx.commit().await.unwrap();
    })
    .await;
}
