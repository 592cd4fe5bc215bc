//! Who may stand on whom, and why each foreign crate is in the house.

use crate::tree::{read, top};
use cargo_metadata::{DependencyKind, MetadataCommand, Package};

/// The folder of a crate: `protocols`, `services`, `app`, or a base crate by its own name.
fn layer(package: &Package) -> String {
    let path = package.manifest_path.parent().unwrap();
    let folder = path.parent().and_then(|it| it.file_name()).unwrap_or_default();
    match folder {
        "base" => package.name.to_string(),
        "services" | "protocols" => folder.to_owned(),
        _ => "app".to_owned(),
    }
}

/// What a layer may stand on.
fn allowed(layer: &str) -> &'static [&'static str] {
    match layer {
        "protocols" | "db" | "words" | "richtext" => &[],
        "school" => &["db"],
        "commons" => &["db", "school"],
        "web" => &["db", "school", "commons", "richtext", "words"],
        "testkit" => &["db", "school", "commons", "richtext", "web"],
        "services" => &["db", "school", "commons", "richtext", "web", "words", "protocols"],
        _ => &["db", "school", "commons", "richtext", "web", "words", "protocols", "services"],
    }
}

#[test]
fn crates_stand_only_on_those_below() {
    let metadata = MetadataCommand::new().manifest_path(top().join("Cargo.toml")).no_deps().exec().unwrap();
    let ours = &metadata.packages;
    let mut wrong = Vec::new();
    for package in ours {
        for dependency in package.dependencies.iter().filter(|it| it.kind != DependencyKind::Development) {
            let Some(target) = ours.iter().find(|it| *it.name == dependency.name) else { continue };
            if !allowed(&layer(package)).contains(&layer(target).as_str()) {
                wrong.push(format!("{} → {}", package.name, target.name));
            }
        }
    }
    assert!(wrong.is_empty(), "forbidden: {wrong:?}");
}

#[test]
fn only_the_base_of_the_database_writes_to_a_driver() {
    let drivers = ["sqlx::query", "sqlx::raw_sql", "PgConnection", "SqliteConnection"];
    let mut wrong = Vec::new();
    for path in ["app/src", "services", "base/school", "base/commons", "base/web"]
        .iter()
        .flat_map(|it| crate::tree::files(it, "rs"))
    {
        let text = read(&path);
        wrong.extend(
            drivers.iter().filter(|it| text.contains(**it)).map(|it| format!("{}: {it}", crate::tree::short(&path))),
        );
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn every_dependency_says_why_it_is_here() {
    let manifest = read(&top().join("Cargo.toml"));
    let section = manifest.split("[workspace.dependencies]").nth(1).unwrap().split("\n[").next().unwrap();
    let mut reasons = String::new();
    let mut unexplained = Vec::new();
    for line in section.lines() {
        if let Some(reason) = line.strip_prefix('#') {
            reasons.push_str(reason);
            continue;
        }
        let Some((name, value)) = line.split_once(" = ") else { continue };
        if !value.contains("path = ") && !reasons.contains(name) {
            unexplained.push(name);
        }
    }
    assert!(unexplained.is_empty(), "without a reason in Cargo.toml: {unexplained:?}");
}
