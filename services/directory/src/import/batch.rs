//! Rows of persons and links on their way to the database: aside, or, for the first delivery of an académie, straight
//! into the tables of the house.

use super::places::Remark;
use aaf::Finding;
use db::{Result, Rows, Tx, Uuid, search_key, sort_key};
use school::{PersonKind, Role};

/// Where rows go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// On the bench, to be compared with what is known.
    Aside,
    /// Into the house: nobody of the académie is known.
    Straight,
}

/// A person ready to be written.
#[derive(Debug)]
pub(super) struct Person<'a> {
    pub(super) id: Uuid,
    pub(super) kind: PersonKind,
    pub(super) jointure: i64,
    pub(super) last_name: &'a str,
    pub(super) first_name: &'a str,
    pub(super) civility: Option<&'a str>,
    pub(super) birth_day: Option<&'a str>,
    pub(super) email: Option<&'a str>,
    pub(super) ine: Option<&'a str>,
    pub(super) level: Option<&'a str>,
    pub(super) details: &'a str,
    pub(super) digest: i64,
    pub(super) incomplete: bool,
    pub(super) is_new: bool,
    pub(super) back: bool,
    /// Its own data are as they were; only its links are looked at.
    pub(super) same: bool,
    pub(super) seq: i64,
}

/// Rows waiting, some thousands at a time.
#[derive(Debug)]
pub(super) struct Batch {
    way: Way,
    academy: String,
    now: i64,
    people: Rows,
    bonds: Rows,
    sits: Rows,
    departed: Rows,
    findings: Rows,
}

/// The columns of a person, then those that come after them.
macro_rules! person_and {
    ($($more:literal),*) => {
        &[
            "id", "kind", "academy", "jointure", "last_name", "first_name", "civility", "birth_day", "email", "ine", "level",
            "details", "sort_key", "search_key", "digest", "incomplete", "created_at", $($more),*
        ]
    };
}

/// The columns of a person, in the order an import writes them.
pub const PERSON: &[&str] = person_and!();
const STAGED_PERSON: &[&str] = person_and!("is_new", "back", "same", "seq");
const BOND: &[&str] = &["child_id", "adult_id", "relation", "position", "source", "since"];
const SIT: &[&str] = &["circle_id", "person_id", "role", "source", "since"];
const STAGED_BOND: &[&str] = &["child_id", "adult_id", "relation", "position", "seq"];
const STAGED_SIT: &[&str] = &["circle_id", "person_id", "role", "seq"];
const DEPARTED: &[&str] = &["jointure", "kind", "seq"];
const FINDING: &[&str] = &["file", "entity", "record", "attribute", "code", "message", "value", "rejected"];

impl Batch {
    /// An empty batch for the engine and the moment of a transaction.
    pub(super) fn new(tx: &Tx, way: Way, academy: &str) -> Self {
        let (people, bonds, sits) = match way {
            Way::Straight => (tx.rows("person", PERSON), tx.rows("guardianship", BOND), tx.rows("member", SIT)),
            Way::Aside => (
                tx.rows("stage.person", STAGED_PERSON),
                tx.rows("stage.bond", STAGED_BOND),
                tx.rows("stage.sit", STAGED_SIT),
            ),
        };
        let departed = tx.rows("stage.departed", DEPARTED);
        let findings = tx.rows("stage.finding", FINDING);
        Self { way, academy: academy.to_owned(), now: tx.now().0, people, bonds, sits, departed, findings }
    }

    /// An empty batch like this one, made where no transaction is at hand.
    pub(super) fn fresh(&self) -> Self {
        Self {
            way: self.way,
            academy: self.academy.clone(),
            now: self.now,
            people: self.people.fresh(),
            bonds: self.bonds.fresh(),
            sits: self.sits.fresh(),
            departed: self.departed.fresh(),
            findings: self.findings.fresh(),
        }
    }

    /// How many rows wait.
    pub(super) fn len(&self) -> usize {
        self.people.len() + self.sits.len() + self.findings.len() + self.departed.len()
    }

    /// Writes the waiting rows.
    pub(super) async fn write(mut self, tx: &mut Tx) -> Result<()> {
        for rows in [&mut self.people, &mut self.bonds, &mut self.sits, &mut self.departed, &mut self.findings] {
            tx.load(rows).await?;
        }
        Ok(())
    }

    pub(super) fn add_person(&mut self, person: &Person<'_>) {
        let rows = &mut self.people;
        rows.begin();
        rows.uuid(Some(person.id));
        rows.text(Some(person.kind.as_str()));
        rows.text(Some(&self.academy));
        rows.int(Some(person.jointure));
        rows.text(Some(person.last_name));
        rows.text(Some(person.first_name));
        rows.text(person.civility);
        rows.text(person.birth_day);
        rows.text(person.email);
        rows.text(person.ine);
        rows.text(person.level);
        rows.text(Some(person.details));
        rows.text(Some(&sort_key(person.last_name, person.first_name)));
        rows.text(Some(&search_key(person.first_name, person.last_name)));
        rows.int(Some(person.digest));
        rows.bool(Some(person.incomplete));
        rows.int(Some(self.now));
        if self.way == Way::Aside {
            rows.bool(Some(person.is_new));
            rows.bool(Some(person.back));
            rows.bool(Some(person.same));
            rows.int(Some(person.seq));
        }
    }

    pub(super) fn add_bond(&mut self, child: Uuid, adult: Uuid, relation: Option<i64>, position: i64, seq: i64) {
        let rows = &mut self.bonds;
        rows.begin();
        rows.uuid(Some(child));
        rows.uuid(Some(adult));
        rows.int(relation);
        rows.int(Some(position));
        self.source_or_seq_of_bond(seq);
    }

    fn source_or_seq_of_bond(&mut self, seq: i64) {
        match self.way {
            Way::Aside => self.bonds.int(Some(seq)),
            Way::Straight => {
                self.bonds.text(Some("aaf"));
                self.bonds.int(Some(self.now));
            }
        }
    }

    pub(super) fn add_sit(&mut self, circle: Uuid, person: Uuid, role: Role, seq: i64) {
        let rows = &mut self.sits;
        rows.begin();
        rows.uuid(Some(circle));
        rows.uuid(Some(person));
        rows.text(Some(role.as_str()));
        match self.way {
            Way::Aside => rows.int(Some(seq)),
            Way::Straight => {
                rows.text(Some("aaf"));
                rows.int(Some(self.now));
            }
        }
    }

    /// Adds a record that a delta ends; what it says of the person before is taken back.
    pub(super) fn add_departure(&mut self, kind: PersonKind, jointure: i64, seq: i64) {
        self.departed.begin();
        self.departed.int(Some(jointure));
        self.departed.text(Some(kind.as_str()));
        self.departed.int(Some(seq));
    }

    /// Adds what the reader found.
    pub(super) fn add_finding(&mut self, finding: &Finding) {
        let rows = &mut self.findings;
        rows.begin();
        rows.text(Some(&finding.file));
        rows.text(finding.entity.map(aaf::Entity::aaf_name));
        rows.int(finding.record);
        rows.text(finding.attribute.as_deref());
        rows.text(Some(finding.reason.code()));
        rows.text(Some(finding.reason.message()));
        rows.text(finding.value.as_deref());
        rows.bool(Some(finding.severity == aaf::Severity::Rejected));
    }

    /// Adds what the import itself found; it concerns no one file.
    pub(super) fn add_remark(&mut self, remark: &Remark) {
        let rows = &mut self.findings;
        rows.begin();
        rows.text(Some(""));
        rows.text(Some(remark.entity.aaf_name()));
        rows.int(remark.record);
        rows.text(remark.attribute);
        rows.text(Some(remark.code));
        rows.text(Some(remark.message));
        rows.text(remark.value.as_deref());
        rows.bool(Some(remark.rejected));
    }
}
