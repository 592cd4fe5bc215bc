//! A delivery written for a test: its members in a private folder, named and built as interfaces.md §1.1 and §1.2 say.

use crate::record::{ENTITIES, Record};
use std::{collections::BTreeMap, fs, path::Path};
use tempfile::TempDir;

/// The type declaration every honest member has.
pub(crate) const DOCTYPE: &str = "<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">";

/// A delivery.
#[derive(Clone)]
pub(crate) struct Parcel {
    kind: &'static str,
    date: &'static str,
    academy: &'static str,
    records: Vec<Record>,
    /// Members that are not what the records make, by name; none for one left out.
    others: BTreeMap<String, Option<Vec<u8>>>,
}

impl Parcel {
    /// A full delivery of a day written `20260907`, in académie 11. All four members are there, even empty.
    pub(crate) fn full(date: &'static str) -> Self {
        Self { kind: "Complet", date, academy: "11", records: Vec::new(), others: BTreeMap::new() }
    }

    /// A delta, with the members its records need.
    pub(crate) fn delta(date: &'static str) -> Self {
        Self { kind: "Delta", ..Self::full(date) }
    }

    /// The same on another day.
    pub(crate) fn dated(self, date: &'static str) -> Self {
        Self { date, ..self }
    }

    /// The same from another académie; an empty code is not said.
    pub(crate) fn of_academy(self, academy: &'static str) -> Self {
        Self { academy, ..self }
    }

    /// One more record.
    pub(crate) fn add(mut self, record: Record) -> Self {
        self.records.push(record);
        self
    }

    /// More records.
    pub(crate) fn all(mut self, records: impl IntoIterator<Item = Record>) -> Self {
        self.records.extend(records);
        self
    }

    /// Another record in the place of the one with its number.
    pub(crate) fn replace(mut self, record: Record) -> Self {
        let place = self.records.iter_mut().find(|it| it.entity == record.entity && it.id == record.id);
        *place.unwrap() = record;
        self
    }

    /// Without a record.
    pub(crate) fn remove(mut self, entity: &str, id: i64) -> Self {
        let before = self.records.len();
        self.records.retain(|it| it.entity != entity || it.id != id);
        assert_eq!(self.records.len(), before - 1, "{entity} {id}");
        self
    }

    /// Records in another part of their entity, read after the first.
    pub(crate) fn part(self, number: u32, records: &[Record]) -> Self {
        let entity = records.first().unwrap().entity;
        let body: String = records.iter().map(Record::xml).collect();
        let (file, text) = (self.name(entity, number), self.document(&body));
        self.raw(file, text)
    }

    /// A member with these bytes, whatever the records say.
    pub(crate) fn raw(mut self, file: String, bytes: impl Into<Vec<u8>>) -> Self {
        self.others.insert(file, Some(bytes.into()));
        self
    }

    /// Without the member of an entity.
    pub(crate) fn without(mut self, entity: &str) -> Self {
        self.others.insert(self.member(entity), None);
        self
    }

    /// The name of the member of an entity.
    pub(crate) fn member(&self, entity: &str) -> String {
        self.name(entity, 0)
    }

    fn name(&self, entity: &str, part: u32) -> String {
        format!("ENT1DVA-PREAU_{}_{}_{entity}_{part:04}.xml", self.kind, self.date)
    }

    /// The text of the member of an entity.
    pub(crate) fn text(&self, entity: &str) -> String {
        let records = self.records.iter().filter(|it| it.entity == entity);
        self.document(&records.map(Record::xml).collect::<String>())
    }

    fn document(&self, body: &str) -> String {
        let academy = match self.academy {
            "" => String::new(),
            code => format!("<!-- codeAcademieExport=\"{code}\" -->\n"),
        };
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{DOCTYPE}\n<ficAlimMENESR>\n{academy}{body}</ficAlimMENESR>\n"
        )
    }

    /// Every member, name and bytes.
    pub(crate) fn members(&self) -> BTreeMap<String, Vec<u8>> {
        let is_there = |entity: &&str| self.kind == "Complet" || self.records.iter().any(|it| it.entity == *entity);
        let written = ENTITIES.into_iter().filter(is_there);
        let mut members: BTreeMap<String, Vec<u8>> =
            written.map(|entity| (self.member(entity), self.text(entity).into_bytes())).collect();
        for (file, bytes) in &self.others {
            match bytes {
                Some(bytes) => members.insert(file.clone(), bytes.clone()),
                None => members.remove(file),
            };
        }
        members
    }

    /// Writes the members into a folder, which is made when it is not there.
    pub(crate) fn write(&self, folder: &Path) {
        fs::create_dir_all(folder).unwrap();
        for (file, bytes) in self.members() {
            fs::write(folder.join(file), bytes).unwrap();
        }
    }

    /// The delivery in a folder of its own.
    pub(crate) fn sent(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        self.write(folder.path());
        folder
    }
}
