//! Somebody who left is erased from the whole program: no table holds the name any more.

use crate::published;
use commons::retention;
use db::args;
use preau::services::{self, SERVICES};
use std::collections::BTreeMap;
use testkit::{
    App,
    Who::{self, *},
    on_both,
};

/// What keeps names by law, for a time of its own.
const EXCUSED: [&str; 1] = ["audit"];

/// Somebody leaves on the first of October, chooses, and is erased at the end of the year.
async fn leaves(app: &App, who: Who, choice: &str) {
    app.at("2026-10-02T18:00");
    let mut tx = app.write().await;
    let now = tx.now();
    tx.change("update person set gone_at = $2 where id = $1", args![who.person(), now]).await.unwrap();
    tx.commit().await.unwrap();
    let client = app.by(who).await;
    assert!(client.get("/").await.says("Votre compte va se fermer"));
    night(app, "2026-10-03T03:00").await;
    assert_eq!(app.by(who).await.post("/depart", &[("contributions", choice)]).await.status, 303);
    for when in ["2026-12-01T03:00", "2026-12-24T03:00"] {
        night(app, when).await;
    }
    app.at("2027-01-04T10:00");
    let rule = *app.house.rules.find("accounts-gone").unwrap();
    retention::run(&app.house, &rule, "2027-01-03").await.unwrap();
    app.run_jobs().await;
}

async fn night(app: &App, when: &str) {
    app.at(when);
    (years::departure::night::NIGHT.run)(app.house.clone(), String::new()).await.unwrap();
    app.run_jobs().await;
}

/// The tables of the whole schema with their columns of text, as migrations made them.
fn texts() -> BTreeMap<String, Vec<String>> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for migration in services::migrations() {
        let mut table = String::new();
        for line in migration.sql.lines() {
            let words: Vec<&str> = line.trim().trim_end_matches([',', ';']).split(' ').collect();
            match words[..] {
                ["create", "table", name, "("] => table = name.to_owned(),
                ["drop", "table", name] => drop(tables.remove(name)),
                ["alter", "table", name, "add", "column", column, "text", ..] => {
                    tables.entry(name.to_owned()).or_default().push(column.to_owned());
                }
                [")"] => table.clear(),
                [column, "text", ..] if !table.is_empty() => {
                    tables.entry(table.clone()).or_default().push(column.to_owned());
                }
                _ => {}
            }
        }
    }
    tables
}

/// The tables in which a name is found, whatever its case.
async fn tables_naming(app: &App, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (table, columns) in texts() {
        if EXCUSED.contains(&table.as_str()) {
            continue;
        }
        let columns: Vec<String> = columns.iter().map(|it| format!("coalesce({it}, '')")).collect();
        let text = columns.join(" || ' ' || ");
        let sql = format!("select count(*) as n from {table} where lower({text}) like $1");
        // A statement of the house is a constant: this one lives as long as the test.
        let sql: &'static str = Box::leak(sql.into_boxed_str());
        if app.read().await.count(sql, args![format!("%{name}%")]).await.unwrap() > 0 {
            found.push(table);
        }
    }
    found
}

/// What Claire leaves behind in many services.
async fn traces(app: &App) {
    app.at("2026-10-01T10:00");
    let post = published(app, &[("comments", "on")]).await;
    let mut tx = app.write().await;
    let email = "update account set email = 'claire.fabre@example.org' where id = $1";
    tx.change(email, args![Claire.account()]).await.unwrap();
    tx.commit().await.unwrap();
    let claire = app.by(Claire).await;
    assert_eq!(claire.post(&format!("{post}/commentaires"), &[("comment", "Quelle belle sortie !")]).await.status, 303);
    let to = format!("personne-{}", Thomas.person());
    let fields = [("to", to.as_str()), ("subject", "Cantine"), ("body", "Bonjour."), ("suite", "envoyer")];
    assert_eq!(claire.upload("/messages", &fields, &[]).await.status, 303);
    assert_eq!(claire.post("/mes-donnees/export", &[]).await.status, 303);
    app.run_jobs().await;
}

#[tokio::test]
async fn no_table_holds_the_name_of_somebody_erased() {
    on_both(SERVICES, async |app| {
        traces(app).await;
        assert!(tables_naming(app, "fabre").await.len() > 3);
        leaves(app, Claire, "rester").await;
        assert_eq!(tables_naming(app, "fabre").await, Vec::<String>::new());
        // Thomas keeps what she wrote to him.
        let kept = "select count(*) as n from message m join person p on p.id = m.author_id \
                    where p.first_name = 'Ancien parent' and m.recalled_at is null";
        assert_eq!(app.read().await.count(kept, &[]).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_somebody_chose_to_take_away_is_read_no_more() {
    on_both(SERVICES, async |app| {
        traces(app).await;
        leaves(app, Claire, "partir").await;
        assert_eq!(tables_naming(app, "fabre").await, Vec::<String>::new());
        let words = "select count(*) as n from message where body like '%Bonjour.%' or search like '%bonjour%'";
        assert_eq!(app.read().await.count(words, &[]).await.unwrap(), 0);
        assert_eq!(app.read().await.count("select count(*) as n from comment", &[]).await.unwrap(), 0);
        assert_eq!(app.by(Thomas).await.get("/messages").await.status, 200);
    })
    .await;
}

#[tokio::test]
async fn the_posts_of_a_teacher_stay_without_a_name() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let post = published(app, &[]).await;
        leaves(app, Thomas, "rester").await;
        let page = app.by(Zoe).await.get(&post).await;
        assert!(page.says("La mare") && page.says("Ancien personnel") && !page.says("Thomas"), "{}", page.text());
    })
    .await;
}

#[tokio::test]
async fn or_go_with_the_teacher() {
    on_both(SERVICES, async |app| {
        app.at("2026-10-01T10:00");
        let post = published(app, &[]).await;
        leaves(app, Thomas, "partir").await;
        assert_eq!(app.by(Zoe).await.get(&post).await.status, 404);
        assert!(!app.by(Zoe).await.get("/").await.says("La mare"));
        assert_eq!(app.by(Helene).await.get(&testkit::Classroom::Cp.path("/journal")).await.status, 200);
    })
    .await;
}
