//! What each command says and does.

use crate::house::{houses, territory, territory_of_today};
use std::{io::Write, process::Stdio};

#[test]
fn an_import_says_what_it_did_as_one_object_a_delivery() {
    let full = territory(3, 0);
    for house in houses() {
        let first = house.import(full.path());
        assert_eq!(first.len(), 1);
        assert_eq!(first[0]["outcome"], "applied");
        for kind in ["schools", "classes", "pupils", "guardians", "staff", "links"] {
            let figures: Vec<&String> = first[0]["counts"][kind].as_object().unwrap().keys().collect();
            let wanted = ["changed", "created", "disappeared", "moved", "rejected", "returned", "unchanged"];
            assert_eq!(figures, wanted, "{kind}");
        }
        let again = house.import(full.path());
        assert_eq!(again[0]["counts"]["pupils"]["unchanged"], first[0]["counts"]["pupils"]["created"]);
    }
}

#[test]
fn a_trial_writes_nothing_and_a_stop_is_told_by_the_exit_code() {
    let (full, delta) = (territory(3, 0), territory(3, 2));
    for house in houses() {
        let trial = house.run(&["import", "aaf", "--dry-run", full.path().to_str().unwrap()]);
        assert!(trial.status.success());
        assert!(String::from_utf8_lossy(&trial.stdout).contains("essayée, rien n’est écrit"));
        let early = house.run(&["import", "aaf", delta.path().to_str().unwrap()]);
        assert_eq!(early.status.code(), Some(3));
        assert!(String::from_utf8_lossy(&early.stdout).contains("refusée"), "{early:?}");
        assert_eq!(house.import(full.path())[0]["counts"]["pupils"]["unchanged"], 0);
    }
}

#[test]
fn an_administrator_is_created_once() {
    for house in houses() {
        let created = house.run(&["admin", "create", "admin.toulouse", "--academy", "16"]);
        assert!(created.status.success(), "{created:?}");
        assert!(String::from_utf8_lossy(&created.stdout).contains("Code d’activation : "));
        let again = house.run(&["admin", "create", "admin.toulouse", "--academy", "16"]);
        assert!(!again.status.success());
        assert!(String::from_utf8_lossy(&again.stderr).contains("déjà pris"));
        assert!(house.run(&["admin", "renew", "admin.toulouse"]).status.success());
        let audit = house.run(&["audit"]);
        let said = String::from_utf8_lossy(&audit.stdout).into_owned();
        assert!(said.contains("0 ligne scellée, 2 trop récentes pour l’être."), "{said}");
        assert!(!said.contains("À garder ailleurs"), "{said}");
        assert!(!house.run(&["admin", "renew", "personne"]).status.success());
    }
}

#[test]
fn addresses_of_nobody_are_not_kept() {
    for house in houses() {
        let mut command = house.command(&["admin", "bounced"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(b"<personne@example.org>\n").unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        assert!(String::from_utf8_lossy(&output.stdout).contains("0 adresse injoignable."));
    }
}

#[test]
fn a_trial_of_the_turn_of_the_year_says_what_would_be_done_and_writes_nothing() {
    let full = territory_of_today(3);
    for house in houses() {
        let academy = house.import(full.path())[0]["academy"].as_str().unwrap().to_owned();
        let trial = || house.run(&["admin", "turn-year", "--academy", &academy, "--dry-run"]);
        let (first, second) = (trial(), trial());
        assert!(first.status.success(), "{first:?}");
        let said = String::from_utf8_lossy(&first.stdout).into_owned();
        assert!(said.contains("essai, rien n’est écrit"), "{said}");
        assert!(said.contains("3 écoles, dont 3 sans préparation") && !said.contains("0 élève placé"), "{said}");
        assert!(!said.contains("hors de cette ouverture"), "{said}");
        assert_eq!(first.stdout, second.stdout);
        let undone = house.run(&["admin", "turn-year", "--academy", &academy, "--undo"]);
        assert!(String::from_utf8_lossy(&undone.stdout).contains("Rien à annuler"), "{undone:?}");
        let unknown = house.run(&["admin", "turn-year", "--academy", "99", "--dry-run"]);
        assert!(!unknown.status.success());
        assert!(String::from_utf8_lossy(&unknown.stderr).contains("aucune académie n’a ce code"), "{unknown:?}");
    }
}

#[test]
fn the_settings_are_printed_with_their_origin_and_without_passwords() {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_preau"))
        .args(["config", "--database", "postgres://preau:secret@db.example/preau"])
        .env("PREAU_LISTEN", "127.0.0.1:9999")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains("secret"), "{text}");
    assert!(text.contains("127.0.0.1:9999  (environnement)"), "{text}");
    assert!(text.contains("./preau-data  (valeur par défaut)"), "{text}");
    assert!(text.contains("postgres://…@db.example/preau  (ligne de commande)"), "{text}");
}

#[test]
fn links_that_lead_nowhere_are_told_by_their_line() {
    let full = territory(3, 0);
    for house in houses() {
        house.import(full.path());
        let links = house.folder.path().join("liens.csv");
        std::fs::write(&links, "uai;classe;enseignant\n0000000A;1;1\n").unwrap();
        let output = house.run(&["import", "links", links.to_str().unwrap()]);
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(text.contains("ligne 2 : école, classe ou enseignant inconnu"), "{text}");
    }
}

#[test]
fn what_a_crash_left_of_an_archive_goes_at_the_next_start() {
    for house in houses() {
        let passage = house.folder.path().join("passage");
        std::fs::create_dir_all(passage.join("abandon")).unwrap();
        std::fs::write(passage.join("abandon/eleves.xml"), "<Eleve/>").unwrap();
        assert!(house.run(&["audit"]).status.success());
        let left: Vec<_> = std::fs::read_dir(&passage).unwrap().map(|it| it.unwrap().file_name()).collect();
        assert_eq!(left, ["verrou"]);
    }
}

#[test]
fn an_address_that_is_taken_is_said_before_anything_is_said_to_be_open() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    for house in houses() {
        for command in ["demo", "serve"] {
            let output = house.run(&[command, "--listen", &address]);
            assert!(!output.status.success());
            assert_eq!(String::from_utf8_lossy(&output.stdout), "");
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            let wanted = format!("L’adresse {address} est déjà prise : choisissez-en une autre avec --listen.");
            assert!(said.contains(&wanted), "{said}");
        }
    }
}

#[test]
fn a_refusal_is_told_in_french() {
    for house in houses() {
        let absent = house.folder.path().join("absent.csv");
        for kind in ["links", "aaf"] {
            let output = house.run(&["import", kind, absent.to_str().unwrap()]);
            assert!(!output.status.success());
            let said = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(said.contains("fichier ou dossier introuvable"), "{said}");
            assert!(!said.contains("fault") && !said.contains("os error"), "{said}");
        }
    }
}
