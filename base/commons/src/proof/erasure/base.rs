//! What the base keeps of persons.

use super::{Leaver, Nobody};
use crate::{House, file::FileId, hold};
use db::{FromRow, Result, Tx, args, id_list, search_key, sort_key};
use school::{PersonId, PersonKind};

/// The persons of somebody, with the entries whose place they took.
pub(super) async fn with_merged(tx: &mut Tx, leaver: &Leaver) -> Result<Vec<PersonId>> {
    let mut people = leaver.people.clone();
    let mut last = people.clone();
    while !last.is_empty() {
        let merged: Vec<PersonId> = tx
            .column(
                "select id from person where merged_into in (select unhex(value) from json_each($1))",
                args![id_list(last)],
            )
            .await?;
        last = merged.into_iter().filter(|it| !people.contains(it)).collect();
        people.extend(last.iter().copied());
    }
    Ok(people)
}

/// Rows about a person. What a child or an adult signed says both, and goes with either; an answer about the image of a child
/// goes with the child alone: the other adults still stand by it.
const ROWS: &[&str] = &[
    "delete from receipt where child_id in (select unhex(value) from json_each($1))",
    "delete from receipt where adult_id in (select unhex(value) from json_each($1))",
    "delete from notification where person_id in (select unhex(value) from json_each($1))",
    "delete from image_right where child_id in (select unhex(value) from json_each($1))",
    "update image_right set note = null where note is not null and adult_id in (select unhex(value) from json_each($1))",
    "delete from access where subject_id in (select unhex(value) from json_each($1))",
    "delete from data_limit where person_id in (select unhex(value) from json_each($1))",
    "delete from share where circle_id in (select unhex(value) from json_each($1))",
    "delete from guardianship where child_id in (select unhex(value) from json_each($1))",
    "delete from guardianship where adult_id in (select unhex(value) from json_each($1))",
    "delete from reader where child_id in (select unhex(value) from json_each($1))",
    "delete from reader where person_id in (select unhex(value) from json_each($1))",
    "delete from member where person_id in (select unhex(value) from json_each($1))",
    "delete from account_person where person_id in (select unhex(value) from json_each($1))",
];

#[derive(FromRow)]
struct Entry {
    id: PersonId,
    kind: PersonKind,
}

/// Erases what the base keeps of persons; their own rows stay without a name where something leads to them.
pub(super) async fn erase(
    house: &House,
    tx: &mut Tx,
    leaver: &Leaver,
    remembered: bool,
    nobody: Nobody,
) -> Result<u64> {
    let list = leaver.list();
    let mut rows = erase_files(house, tx, &list).await?;
    for statement in ROWS {
        rows += tx.changed_rows(statement, args![&list]).await?;
    }
    let entries: Vec<Entry> = tx
        .all("select id, kind from person where id in (select unhex(value) from json_each($1))", args![&list])
        .await?;
    let led_to = remembered || leads_to(tx, &list).await?;
    for entry in entries {
        // Whoever worked in a school is named by what the school did: lists of the past, withdrawals, entries.
        rows += match led_to || entry.kind.works() {
            true => unname(tx, &entry, nobody(entry.kind)).await?,
            false => tx.changed_rows("delete from person where id = $1", args![entry.id]).await?,
        };
    }
    Ok(rows)
}

/// Whether the base itself leads to one of the persons: somebody reads what it wrote, or what it answered about a child who stays.
async fn leads_to(tx: &mut Tx, list: &str) -> Result<bool> {
    let found = tx
        .count(
            "select (select count(*) from thing where author_id in (select unhex(value) from json_each($1))) \
             + (select count(*) from image_right where adult_id in (select unhex(value) from json_each($1))) \
             + (select count(*) from file where owner_id in (select unhex(value) from json_each($1))) as n",
            args![list],
        )
        .await?;
    Ok(found > 0)
}

/// Takes from a row all that says whose it was. Its record number goes too: a delivery that brings the same person one day makes
/// a new one.
async fn unname(tx: &mut Tx, entry: &Entry, name: &str) -> Result<u64> {
    let now = tx.now();
    tx.changed_rows(
        "update person set last_name = '', first_name = $2, civility = null, birth_day = null, email = null, ine = null, \
         level = null, jointure = null, digest = null, details = '{}', sort_key = $3, search_key = $4, \
         merged_into = null, gone_at = coalesce(gone_at, $5), erased_at = $5 where id = $1",
        args![entry.id, name, sort_key("", name), search_key(name, ""), now],
    )
    .await
}

/// The files of the persons that nothing carries any more, with their bytes: those of what was withdrawn with them.
async fn erase_files(house: &House, tx: &mut Tx, list: &str) -> Result<u64> {
    let files: Vec<(FileId, String)> = tx
        .all(
            "select f.id, f.hash from file f where f.owner_id in (select unhex(value) from json_each($1)) \
             and not exists (select 1 from attachment a where a.file_id = f.id)",
            args![list],
        )
        .await?;
    let mut hashes = Vec::new();
    for (file, hash) in &files {
        let sizes: Vec<String> = tx.column("select hash from file_variant where file_id = $1", args![*file]).await?;
        hashes.extend(sizes);
        hashes.push(hash.clone());
        tx.change("delete from file_variant where file_id = $1", args![*file]).await?;
        tx.change("delete from file where id = $1", args![*file]).await?;
    }
    hold::forget(tx, house, &hashes).await?;
    Ok(files.len() as u64)
}
