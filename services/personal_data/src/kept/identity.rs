//! What the directory says of a person, and the circles it puts the person in.

use crate::{W, whose::Whose};
use db::{FromRow, Moment, Result, Tx, args};
use school::PersonKind;
use serde_json::Value;
use web::personal::{Datum, Part};

#[derive(FromRow)]
struct Entry {
    #[sqlx(try_from = "String")]
    kind: PersonKind,
    last_name: String,
    first_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    ine: Option<String>,
    level: Option<String>,
    academy: Option<String>,
    jointure: Option<i64>,
    details: String,
    created_at: Moment,
    gone_at: Option<Moment>,
}

/// The entries of the directory, each with where it is put right.
pub(super) async fn directory(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let entries: Vec<Entry> = tx
        .all(
            "select kind, last_name, first_name, civility, birth_day, email, ine, level, academy, jointure, details, \
             created_at, gone_at from person where id in (select unhex(value) from json_each($1)) order by created_at, id",
            args![whose.list()],
        )
        .await?;
    let part = Part::new("identite", W.part_identity(), &[W.column_datum(), W.column_value(), W.column_corrected()]);
    Ok(part.rows(entries.iter().flat_map(rows)))
}

fn rows(entry: &Entry) -> Vec<Vec<Datum>> {
    let text = |key: &str, value: Option<String>| value.map(|it| (W.datum(key), Datum::from(it)));
    let known = [
        text("last-name", Some(entry.last_name.clone())),
        text("first-name", Some(entry.first_name.clone())),
        text("kind", Some(W.person_kind(entry.kind.as_str()))),
        text("civility", entry.civility.clone()),
        text("birth-day", entry.birth_day.clone()),
        text("email", entry.email.clone()),
        text("ine", entry.ine.clone()),
        text("level", entry.level.clone()),
        text("academy", entry.academy.clone()),
        text("record", entry.jointure.map(|it| it.to_string())),
        Some((W.datum("known-since"), entry.created_at.into())),
        entry.gone_at.map(|at| (W.datum("gone"), at.into())),
    ];
    let corrected = corrected(entry.kind);
    let all = known.into_iter().flatten().chain(details(&entry.details));
    all.map(|(label, value)| vec![label.into(), value, corrected.into()]).collect()
}

/// Where what the directory says is put right: nowhere here.
fn corrected(kind: PersonKind) -> &'static str {
    match kind {
        PersonKind::Pupil | PersonKind::Guardian => W.corrected_in_onde(),
        PersonKind::Staff => W.corrected_by_academy(),
        PersonKind::Agent => W.corrected_by_town(),
    }
}

/// The rest of a record: whatever an import kept, named as far as we know the name.
fn details(json: &str) -> Vec<(String, Datum)> {
    let Ok(Value::Object(fields)) = serde_json::from_str(json) else { return Vec::new() };
    fields.into_iter().map(|(key, value)| (W.datum(&key), said(&value).into())).collect()
}

fn said(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(true) => W.yes().to_owned(),
        Value::Bool(false) => W.no().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(said).filter(|it| !it.is_empty()).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => fields.values().map(said).collect::<Vec<_>>().join(", "),
    }
}

#[derive(FromRow)]
struct Membership {
    name: String,
    school: String,
    role: String,
    since: Moment,
    until: Option<Moment>,
}

/// The schools, classes and groups.
pub(super) async fn circles(tx: &mut Tx, whose: &Whose) -> Result<Part> {
    let rows: Vec<Membership> = tx
        .all(
            "select c.name, s.name as school, m.role, m.since, m.until from member m join circle c on c.id = m.circle_id \
             join school s on s.id = c.school_id where m.person_id in (select unhex(value) from json_each($1)) \
             order by m.since desc, c.sort_key, c.id",
            args![whose.list()],
        )
        .await?;
    let columns = [W.column_circle(), W.column_school(), W.column_role(), W.column_since(), W.column_until()];
    let row = |it: Membership| {
        vec![it.name.into(), it.school.into(), W.role(it.role).into(), it.since.into(), it.until.into()]
    };
    Ok(Part::new("classes-et-groupes", W.part_circles(), &columns).rows(rows.into_iter().map(row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_an_import_kept_is_said() {
        let mut said: Vec<String> =
            details(r#"{"mobile":"0600000001","canteen":true,"other_first_names":["Léa","Inès"],"neuf":3}"#)
                .into_iter()
                .map(|(label, value)| format!("{label}: {value:?}"))
                .collect();
        said.sort();
        assert_eq!(
            said,
            [
                "Autres prénoms: Text(\"Léa, Inès\")",
                "Cantine: Text(\"Oui\")",
                "Téléphone portable: Text(\"0600000001\")",
                "neuf: Text(\"3\")"
            ]
        );
        assert!(details("[]").is_empty() && details("?").is_empty());
    }
}
