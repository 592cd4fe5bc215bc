//! Every migration written is declared: a file nobody declares never runs.

use crate::tree::{files, read, short};

#[test]
fn every_migration_is_declared_by_its_crate() {
    let (mut found, mut forgotten) = (0, Vec::new());
    for path in files("base", "sql").into_iter().chain(files("services", "sql")) {
        let Some(folder) = path.parent().filter(|it| it.ends_with("migrations")) else { continue };
        let (owner, name) = (folder.parent().unwrap(), path.file_stem().unwrap().display());
        found += 1;
        let declared = format!("migration!(\"{}\", \"{name}\")", owner.file_name().unwrap().display());
        if !read(&owner.join("src/lib.rs")).contains(&declared) {
            forgotten.push(short(&path));
        }
    }
    assert!(found >= 10, "migrations were not found: {found}");
    assert!(forgotten.is_empty(), "{forgotten:#?}");
}
