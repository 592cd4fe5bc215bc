//! What the directory says of a person, and the circles it puts the person in.

use super::Reader;
use crate::{W, whose::Whose};
use db::{FromRow, Moment, Result, Tx, args};
use jiff::civil::Date;
use school::PersonKind;
use serde_json::Value;
use web::{
    dates,
    personal::{Datum, Part},
};

#[derive(FromRow)]
struct Entry {
    kind: PersonKind,
    last_name: String,
    first_name: String,
    civility: Option<String>,
    birth_day: Option<String>,
    email: Option<String>,
    ine: Option<String>,
    level: Option<String>,
    academy: Option<String>,
    academy_name: Option<String>,
    jointure: Option<i64>,
    details: String,
    created_at: Moment,
    gone_at: Option<Moment>,
}

/// The name of the part the directory gives.
pub const IDENTITY: &str = "identite";
/// What says nothing to a child: codes, numbers, words of the administration.
const NOT_FOR_CHILDREN: [&str; 8] = ["kind", "civility", "ine", "level", "academy", "record", "class_type", "cycle"];

/// The entries of the directory, each with where it is put right.
pub(super) async fn directory(tx: &mut Tx, whose: &Whose, reader: Reader) -> Result<Part> {
    let entries: Vec<Entry> = tx
        .all(
            "select kind, last_name, first_name, civility, birth_day, email, ine, level, academy, \
             (select a.name from academy a where a.code = person.academy) as academy_name, jointure, details, \
             created_at, gone_at from person where id in (select unhex(value) from json_each($1)) order by created_at, id",
            args![whose.list()],
        )
        .await?;
    let part = Part::new(IDENTITY, W.part_identity(), &[W.column_datum(), W.column_value(), W.column_corrected()]);
    Ok(part.rows(entries.iter().flat_map(|entry| rows(entry, reader))))
}

fn rows(entry: &Entry, reader: Reader) -> Vec<Vec<Datum>> {
    let more = details(&entry.details);
    let known: [(&str, Datum); 12] = [
        ("last-name", entry.last_name.clone().into()),
        ("first-name", entry.first_name.clone().into()),
        ("kind", W.person_kind(entry.kind.as_str()).into()),
        ("civility", entry.civility.clone().into()),
        ("birth-day", entry.birth_day.clone().into()),
        ("email", entry.email.clone().into()),
        ("ine", entry.ine.clone().into()),
        ("level", entry.level.clone().filter(|_| reader == Reader::Copy || !is_in(&more, "level_label")).into()),
        academy(entry, reader),
        ("record", entry.jointure.map(|it| it.to_string()).into()),
        ("known-since", entry.created_at.into()),
        ("gone", entry.gone_at.into()),
    ];
    let corrected = corrected(entry.kind, reader);
    let told = |key: &str| reader != Reader::Child || !NOT_FOR_CHILDREN.contains(&key);
    let known = known.into_iter().map(|(key, value)| (key.to_owned(), value));
    let all = known.chain(more).filter(|(key, value)| *value != Datum::Nothing && told(key));
    all.map(|(key, value)| vec![W.datum(&key).into(), worded(value, reader), corrected.into()]).collect()
}

/// The académie by its name, where somebody reads it.
fn academy(entry: &Entry, reader: Reader) -> (&'static str, Datum) {
    match &entry.academy_name {
        Some(name) if reader == Reader::Adult => ("academy-name", name.clone().into()),
        _ => ("academy", entry.academy.clone().into()),
    }
}

fn is_in(details: &[(String, Datum)], key: &str) -> bool {
    details.iter().any(|(it, _)| it == key)
}

/// A day in words, where somebody reads it.
fn worded(value: Datum, reader: Reader) -> Datum {
    let day = match &value {
        Datum::Text(text) if reader != Reader::Copy => text.parse::<Date>().ok(),
        Datum::Text(_) | Datum::At(_) | Datum::Nothing => None,
    };
    day.map_or(value, |day| dates::date(day).into())
}

/// Where what the directory says is put right: nowhere here.
fn corrected(kind: PersonKind, reader: Reader) -> &'static str {
    match kind {
        _ if reader == Reader::Child => W.corrected_for_child(),
        PersonKind::Pupil | PersonKind::Guardian => W.corrected_in_onde(),
        PersonKind::Staff => W.corrected_by_academy(),
        PersonKind::Agent => W.corrected_by_town(),
        PersonKind::Guest => W.corrected_by_school(),
    }
}

/// The rest of a record: whatever an import kept, named as far as we know the name.
fn details(json: &str) -> Vec<(String, Datum)> {
    let Ok(Value::Object(fields)) = serde_json::from_str(json) else { return Vec::new() };
    fields.into_iter().map(|(key, value)| (key, said(&value).into())).collect()
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
                .map(|(key, value)| format!("{}: {value:?}", W.datum(&key)))
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

    #[test]
    fn days_are_words_on_a_page_and_stay_as_they_are_in_a_copy() {
        let day = || Datum::from("2019-09-02");
        assert_eq!(worded(day(), Reader::Child), "2 septembre 2019".into());
        assert_eq!((worded(day(), Reader::Copy), worded("CE1".into(), Reader::Adult)), (day(), "CE1".into()));
    }
}
