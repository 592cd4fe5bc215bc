//! Records of a delivery turned into rows of the bench, some thousands at a time.

use super::details;
use aaf::{Finding, Pupil, Record, School, Staff};
use db::{Ambient, Result, Rows, Tx, Uuid, fold, search_key, sort_key};
use school::{CircleKind, PersonKind, Role};

/// Rows waiting to be staged.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) schools: Rows,
    pub(super) people: Rows,
    pub(super) ties: Rows,
    pub(super) seats: Rows,
    pub(super) departed: Rows,
    pub(super) findings: Rows,
    pub(super) records: usize,
}

const SCHOOL: &[&str] =
    &["seq", "id", "jointure", "uai", "name", "kind", "town", "details", "sort_key", "digest"];
const PERSON: &[&str] = &[
    "seq", "id", "kind", "jointure", "last_name", "first_name", "civility", "birth_day", "email", "ine", "level",
    "details", "sort_key", "search_key", "digest", "home",
];
const TIE: &[&str] = &["seq", "child", "adult", "relation", "position"];
const SEAT: &[&str] = &["seq", "person", "school", "kind", "key", "name", "role"];
const DEPARTED: &[&str] = &["jointure", "kind"];
const FINDING: &[&str] = &["file", "entity", "record", "attribute", "code", "message", "value", "rejected"];

/// What all kinds of persons have in common.
struct Common<'a> {
    kind: PersonKind,
    jointure: i64,
    last_name: &'a str,
    first_name: &'a str,
    civility: Option<&'a str>,
    birth_day: Option<&'a str>,
    email: Option<&'a str>,
    ine: Option<&'a str>,
    level: Option<&'a str>,
    details: String,
    home: Option<i64>,
}

impl Batch {
    /// An empty batch for the engine of this transaction.
    pub(super) fn new(tx: &Tx) -> Self {
        Self {
            schools: tx.rows("stage.school", SCHOOL),
            people: tx.rows("stage.person", PERSON),
            ties: tx.rows("stage.tie", TIE),
            seats: tx.rows("stage.seat", SEAT),
            departed: tx.rows("stage.departed", DEPARTED),
            findings: tx.rows("stage.finding", FINDING),
            records: 0,
        }
    }

    /// An empty batch like this one, made where no transaction is at hand.
    pub(super) fn fresh(&self) -> Self {
        Self {
            schools: self.schools.fresh(),
            people: self.people.fresh(),
            ties: self.ties.fresh(),
            seats: self.seats.fresh(),
            departed: self.departed.fresh(),
            findings: self.findings.fresh(),
            records: 0,
        }
    }

    /// Writes the waiting rows.
    pub(super) async fn stage(mut self, tx: &mut Tx) -> Result<()> {
        for rows in [
            &mut self.schools, &mut self.people, &mut self.ties, &mut self.seats, &mut self.departed, &mut self.findings,
        ] {
            tx.load(rows).await?;
        }
        Ok(())
    }

    /// Adds a record; `seq` orders records, so that the last of two alike wins.
    pub(super) fn add(&mut self, record: &Record, seq: i64, ambient: &Ambient) {
        self.records += 1;
        match record {
            Record::School(school) => self.add_school(school, seq, ambient.uuid()),
            Record::Pupil(pupil) => {
                self.add_person(&common_of_pupil(pupil), seq, ambient.uuid());
                self.add_pupil_links(pupil, seq);
            }
            Record::Guardian(guardian) => {
                let common = Common {
                    kind: PersonKind::Guardian,
                    jointure: guardian.id,
                    last_name: &guardian.last_name,
                    first_name: &guardian.first_name,
                    civility: guardian.civility.as_deref(),
                    birth_day: guardian.birth_day.as_deref(),
                    email: guardian.email.as_deref(),
                    ine: None,
                    level: None,
                    details: details::of_guardian(guardian),
                    home: None,
                };
                self.add_person(&common, seq, ambient.uuid());
            }
            Record::Staff(staff) => {
                self.add_person(&common_of_staff(staff), seq, ambient.uuid());
                self.add_staff_links(staff, seq);
            }
        }
    }

    fn add_school(&mut self, school: &School, seq: i64, id: Uuid) {
        let details = details::of_school(school);
        let digest = digest(&[&school.uai, &school.name, text(&school.kind), text(&school.town), &details]);
        let rows = &mut self.schools;
        rows.begin();
        rows.int(Some(seq));
        rows.uuid(Some(id));
        rows.int(Some(school.id));
        rows.text(Some(&school.uai));
        rows.text(Some(&school.name));
        rows.text(school.kind.as_deref());
        rows.text(school.town.as_deref());
        rows.text(Some(&details));
        rows.text(Some(&fold(&school.name)));
        rows.int(Some(digest));
    }

    fn add_person(&mut self, person: &Common<'_>, seq: i64, id: Uuid) {
        let digest = digest(&[
            person.kind.as_str(),
            person.last_name,
            person.first_name,
            person.civility.unwrap_or_default(),
            person.birth_day.unwrap_or_default(),
            person.email.unwrap_or_default(),
            person.ine.unwrap_or_default(),
            person.level.unwrap_or_default(),
            &person.details,
        ]);
        let rows = &mut self.people;
        rows.begin();
        rows.int(Some(seq));
        rows.uuid(Some(id));
        rows.text(Some(person.kind.as_str()));
        rows.int(Some(person.jointure));
        rows.text(Some(person.last_name));
        rows.text(Some(person.first_name));
        rows.text(person.civility);
        rows.text(person.birth_day);
        rows.text(person.email);
        rows.text(person.ine);
        rows.text(person.level);
        rows.text(Some(&person.details));
        rows.text(Some(&sort_key(person.last_name, person.first_name)));
        rows.text(Some(&search_key(person.first_name, person.last_name)));
        rows.int(Some(digest));
        rows.int(person.home);
    }

    fn add_pupil_links(&mut self, pupil: &Pupil, seq: i64) {
        for (position, authority) in (1..).zip(&pupil.authorities) {
            self.ties.begin();
            self.ties.int(Some(seq));
            self.ties.int(Some(pupil.id));
            self.ties.int(Some(authority.guardian));
            self.ties.int(authority.relation);
            self.ties.int(Some(position));
        }
        for school in &pupil.schools {
            self.add_seat(seq, pupil.id, *school, CircleKind::School, &school.to_string(), "", Role::Pupil);
        }
        for class in &pupil.classes {
            self.add_seat(seq, pupil.id, class.school, CircleKind::Class, &class.id, &class.name, Role::Pupil);
        }
        for group in &pupil.groups {
            self.add_seat(seq, pupil.id, group.school, CircleKind::Group, &group.id, &group.name, Role::Pupil);
        }
    }

    fn add_staff_links(&mut self, staff: &Staff, seq: i64) {
        let directed = staff.directed_schools();
        let schools = staff.schools();
        let others = schools.iter().filter(|school| !directed.contains(school));
        let role = if staff.is_teacher() { Role::Teacher } else { Role::Staff };
        let seats = directed.iter().map(|school| (school, Role::Head)).chain(others.map(|school| (school, role)));
        for (school, role) in seats {
            self.add_seat(seq, staff.id, *school, CircleKind::Staff, &school.to_string(), "", role);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "a row of the bench, value by value")]
    fn add_seat(&mut self, seq: i64, person: i64, school: i64, kind: CircleKind, key: &str, name: &str, role: Role) {
        let rows = &mut self.seats;
        rows.begin();
        rows.int(Some(seq));
        rows.int(Some(person));
        rows.int(Some(school));
        rows.text(Some(kind.as_str()));
        rows.text(Some(key));
        rows.text(Some(name));
        rows.text(Some(role.as_str()));
    }

    /// Adds a record that a delta ends.
    pub(super) fn add_departure(&mut self, entity: aaf::Entity, id: i64) {
        self.departed.begin();
        self.departed.int(Some(id));
        self.departed.text(Some(kind_of(entity).map_or("school", PersonKind::as_str)));
    }

    /// Adds what the reader found.
    pub(super) fn add_finding(&mut self, finding: &Finding) {
        let rows = &mut self.findings;
        rows.begin();
        rows.text(Some(&finding.file));
        rows.text(finding.entity.map(|it| it.aaf_name()));
        rows.int(finding.record);
        rows.text(finding.attribute.as_deref());
        rows.text(Some(finding.reason.code()));
        rows.text(Some(finding.reason.message()));
        rows.text(finding.value.as_deref());
        rows.bool(Some(finding.severity == aaf::Severity::Rejected));
    }
}

/// The kind of person an entity describes; none for a school.
pub(super) fn kind_of(entity: aaf::Entity) -> Option<PersonKind> {
    match entity {
        aaf::Entity::School => None,
        aaf::Entity::Pupil => Some(PersonKind::Pupil),
        aaf::Entity::Guardian => Some(PersonKind::Guardian),
        aaf::Entity::Staff => Some(PersonKind::Staff),
    }
}

fn common_of_pupil(pupil: &Pupil) -> Common<'_> {
    Common {
        kind: PersonKind::Pupil,
        jointure: pupil.id,
        last_name: &pupil.last_name,
        first_name: &pupil.first_name,
        civility: pupil.civility.as_deref(),
        birth_day: pupil.birth_day.as_deref(),
        email: pupil.email.as_deref(),
        ine: pupil.ine.as_deref(),
        level: pupil.level.as_ref().and_then(|level| level.code.as_deref()),
        details: details::of_pupil(pupil),
        home: pupil.schools.first().copied(),
    }
}

fn common_of_staff(staff: &Staff) -> Common<'_> {
    Common {
        kind: PersonKind::Staff,
        jointure: staff.id,
        last_name: &staff.last_name,
        first_name: &staff.first_name,
        civility: staff.civility.as_deref(),
        birth_day: staff.birth_day.as_deref(),
        email: staff.email.as_deref(),
        ine: None,
        level: None,
        details: details::of_staff(staff),
        home: staff.schools().first().copied(),
    }
}

fn text(value: &Option<String>) -> &str {
    value.as_deref().unwrap_or_default()
}

/// A hash of what is stored of a record: two records alike have the same.
fn digest(parts: &[&str]) -> i64 {
    let mut hash = blake3::Hasher::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(b"\0");
    }
    let mut first = [0; 8];
    hash.finalize_xof().fill(&mut first);
    i64::from_le_bytes(first)
}
