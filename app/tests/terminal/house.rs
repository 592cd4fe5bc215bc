//! A house of its own for each test: a folder, and a database in it or on the server of the tests.

use commons::House as Open;
use db::{Ambient, Clock, Dice, Moment};
use preau::config::Config;
use school::SchoolYear;
use serde_json::Value;
use std::{
    path::Path,
    process::{Child, Command, Output, Stdio},
};
use tempfile::TempDir;
use years::turn::season;

/// A folder of data and the address of its database.
pub(crate) struct House {
    pub(crate) folder: TempDir,
    database: String,
    name: Option<String>,
}

/// The houses a test is told in: one on each engine this run tests on.
pub(crate) fn houses() -> Vec<House> {
    let mut houses = vec![House::embedded()];
    match std::env::var("PREAU_TEST_POSTGRES") {
        Ok(server) if server == "none" => {}
        Ok(server) => houses.push(House::on(&server)),
        Err(_) => panic!("PREAU_TEST_POSTGRES is not set: run the tests by bin/test"),
    }
    houses
}

impl House {
    fn embedded() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = format!("sqlite:{}", folder.path().join("preau.sqlite").display());
        Self { folder, database, name: None }
    }

    fn on(server: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let name = format!("terminal_{}", uuid::Uuid::now_v7().simple());
        psql(&format!("create database {name}"));
        Self { folder, database: address(server, &name), name: Some(name) }
    }

    /// An empty house on the same engine.
    pub(crate) fn like(&self) -> Self {
        match &self.name {
            Some(_) => Self::on(&std::env::var("PREAU_TEST_POSTGRES").unwrap()),
            None => Self::embedded(),
        }
    }

    /// The house without the program, at an instant.
    pub(crate) async fn open_at(&self, at: Moment) -> Open {
        let config = Config {
            data: self.folder.path().to_owned(),
            database: Some(self.database.clone()),
            listen: "127.0.0.1:8080".to_owned(),
            address: None,
            behind_proxy: false,
            mail: None,
            mail_from: "Préau <preau@example.org>".to_owned(),
        };
        config.open(Ambient { clock: Clock::hand(at), dice: Dice::seeded(7) }).await.unwrap()
    }

    /// The program with these arguments, in this house.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_preau"));
        command.args(arguments).arg("--data").arg(self.folder.path()).arg("--database").arg(&self.database);
        command.stdin(Stdio::null());
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Starts the program without a word.
    pub(crate) fn start(&self, arguments: &[&str]) -> Child {
        self.command(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    /// Imports a path; the JSON object of each delivery.
    pub(crate) fn import(&self, path: &Path) -> Vec<Value> {
        let output = self.run(&["import", "aaf", "--json", path.to_str().unwrap()]);
        let text = String::from_utf8(output.stdout).unwrap();
        let objects: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert!(!objects.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        objects
    }
}

impl Drop for House {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            psql(&format!("drop database if exists {name} with (force)"));
        }
    }
}

fn psql(statement: &str) {
    let server = std::env::var("PREAU_TEST_POSTGRES").unwrap();
    let status = Command::new("psql").args(["--quiet", "--command", statement, &address(&server, "postgres")]).status();
    assert!(status.unwrap().success(), "{statement}");
}

fn address(server: &str, name: &str) -> String {
    match server.split_once('?') {
        Some((server, options)) => format!("{}/{name}?{options}", server.trim_end_matches('/')),
        None => format!("{}/{name}", server.trim_end_matches('/')),
    }
}

/// A territory written once for a test.
pub(crate) fn territory(schools: u32, day: u32) -> TempDir {
    written(&fiction::Options { schools, seed: 11, day, ..fiction::Options::default() })
}

/// One of the school year that would be turned today: the program goes by the clock of the machine.
pub(crate) fn territory_of_today(schools: u32) -> TempDir {
    let today = Clock::System.now().day();
    let coming = season::prepared(today).unwrap_or(SchoolYear::of(today).0 + 1);
    let year = u32::try_from(coming - 1).unwrap();
    written(&fiction::Options { schools, seed: 11, year, ..fiction::Options::default() })
}

fn written(options: &fiction::Options) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fiction::write(folder.path(), options, &mut |_| {}).unwrap();
    folder
}
