//! Sorting: each record read is passed over when it is as known, or turned into rows. Several threads sort at once over
//! what they share; what each gathers is put together at the end.

use super::{
    batch::{Batch, Person},
    circles::Circles,
    details, digest,
    places::{Places, Remark},
    roll::Roll,
};
use crate::W;
use aaf::{ClassRef, Entity, Guardian, Pupil, Record, Staff};
use db::Uuid;
use school::{CircleKind, PersonKind, Role};
use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
};

/// Where a person is attached.
const ATTACHED: &str = "ENTPersonStructRattach";

/// What all threads share.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) roll: Roll,
    pub(super) places: Places,
    pub(super) circles: Mutex<Circles>,
    /// The adults pupils name, once the pupils of a full delivery are read.
    pub(super) referenced: Mutex<std::collections::HashSet<i64>>,
    pub(super) full: bool,
    pub(super) year: i64,
}

/// What one thread gathers.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Persons seen for the first time, per kind and home school (0 for none).
    pub(super) created: HashMap<(PersonKind, i64), i64>,
    /// Persons passed over, being as known.
    pub(super) passed_over: HashMap<PersonKind, i64>,
    /// Pupil and adult jointures of every link delivered.
    pub(super) ties: Vec<(i64, i64)>,
    /// Per class key: class, school, pupils with their levels.
    pub(super) levels: HashMap<String, ClassLevels>,
    /// A jointure came twice.
    pub(super) repeated: bool,
    pub(super) remarks: Vec<Remark>,
}

/// The pupils of a class who are looked at, with their levels.
#[derive(Debug)]
pub(super) struct ClassLevels {
    pub(super) class: Uuid,
    pub(super) school: Uuid,
    pub(super) pupils: Vec<(Uuid, String, i64)>,
}

/// One thread's sorting.
#[derive(Debug)]
pub(super) struct Sorter<'a> {
    pub(super) shared: &'a Shared,
    pub(super) gathered: Gathered,
    /// These are records put together from changes: one that was added before is not given twice.
    pub(super) of_changes: bool,
}

/// What is decided of a person before its rows are made.
struct Verdict {
    id: Uuid,
    is_new: bool,
    back: bool,
    same: bool,
}

impl Sorter<'_> {
    /// Sorts a record into a batch; `seq` orders records, so that the last of two alike wins.
    pub(super) fn sort(&mut self, record: &Record, seq: i64, batch: &mut Batch) {
        match record {
            // Schools are gathered before anything else is sorted.
            Record::School(_) => {}
            Record::Pupil(pupil) => self.sort_pupil(pupil, seq, batch),
            Record::Guardian(guardian) => self.sort_guardian(guardian, seq, batch),
            Record::Staff(staff) => self.sort_staff(staff, seq, batch),
        }
    }

    fn circles(&self) -> MutexGuard<'_, Circles> {
        self.shared.circles.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Decides whether a record needs to be looked at; `None` when it is older than one met before or, in a full
    /// delivery, as known. A delta passes nobody over: the bench must hold who spoke last.
    fn judge(&mut self, kind: PersonKind, jointure: i64, digest: i64, home: Option<i64>, seq: i64) -> Option<Verdict> {
        let before = self.shared.roll.see(jointure, seq);
        if before.is_some() {
            self.gathered.repeated = true;
            if !self.of_changes {
                self.gathered.remarks.push(repeated(kind, jointure));
            }
        }
        let Some(known) = self.shared.roll.known(jointure) else {
            *self.gathered.created.entry((kind, home.unwrap_or(0))).or_default() += i64::from(before.is_none());
            return Some(Verdict { id: self.shared.roll.id(jointure), is_new: true, back: false, same: false });
        };
        if before.is_some_and(|sight| sight.seq > seq) {
            return None;
        }
        let same = known.digest == Some(digest) && !known.gone;
        let passed_over = self.gathered.passed_over.entry(kind).or_default();
        if self.shared.full && same && !known.incomplete && before.is_none() {
            *passed_over += 1;
            self.shared.roll.pass_over(jointure);
            return None;
        }
        *passed_over -= i64::from(before.is_some_and(|sight| sight.passed_over));
        Some(Verdict { id: known.id, is_new: false, back: known.gone, same })
    }

    fn sort_pupil(&mut self, pupil: &Pupil, seq: i64, batch: &mut Batch) {
        let details = details::of_pupil(pupil);
        let digest = digest::of_pupil(pupil, &details, self.shared.year);
        self.gathered.ties.extend(pupil.authorities.iter().map(|it| (pupil.id, it.guardian)));
        let home = pupil.schools.first().copied();
        let Some(verdict) = self.judge(PersonKind::Pupil, pupil.id, digest, home, seq) else { return };
        let incomplete = !self.seat_pupil(pupil, verdict.id, seq, batch);
        for (position, authority) in (1..).zip(&pupil.authorities) {
            batch.add_bond(verdict.id, self.shared.roll.id(authority.guardian), authority.relation, position, seq);
        }
        batch.add_person(&Person {
            id: verdict.id,
            kind: PersonKind::Pupil,
            jointure: pupil.id,
            last_name: &pupil.last_name,
            first_name: &pupil.first_name,
            civility: pupil.civility.as_deref(),
            birth_day: pupil.birth_day.as_deref(),
            email: pupil.email.as_deref(),
            ine: pupil.ine.as_deref(),
            level: pupil.level.as_ref().and_then(|level| level.code.as_deref()),
            details: &details,
            digest,
            incomplete,
            is_new: verdict.is_new,
            back: verdict.back,
            same: verdict.same,
            seq,
        });
    }

    /// Seats a pupil in schools, classes and groups; false when one of them is missing (interfaces.md §1.13, row 16).
    fn seat_pupil(&mut self, pupil: &Pupil, id: Uuid, seq: i64, batch: &mut Batch) -> bool {
        let mut whole = true;
        for jointure in &pupil.schools {
            let Some(school) = self.place(*jointure, Entity::Pupil, pupil.id, ATTACHED, &mut whole) else { continue };
            let circle = self.circles().of_school(CircleKind::School, *jointure, school);
            batch.add_sit(circle, id, Role::Pupil, seq);
        }
        let classes = pupil.classes.iter().map(|class| (CircleKind::Class, class));
        let groups = pupil.groups.iter().map(|group| (CircleKind::Group, group));
        for (kind, class) in classes.chain(groups) {
            let attribute = if kind == CircleKind::Class { "ENTPersonClasses" } else { "ENTPersonGroupes" };
            let Some(school) = self.place(class.school, Entity::Pupil, pupil.id, attribute, &mut whole) else {
                continue;
            };
            let circle = self.circles().of_class(kind, &class.id, school, &class.name, pupil.id);
            let Some(circle) = circle else { continue };
            batch.add_sit(circle, id, Role::Pupil, seq);
            if kind == CircleKind::Class {
                self.note_level(pupil, class, circle, school, id, seq);
            }
        }
        whole
    }

    fn note_level(&mut self, pupil: &Pupil, class: &ClassRef, circle: Uuid, school: Uuid, id: Uuid, seq: i64) {
        let Some(level) = pupil.level.as_ref().and_then(|level| level.code.clone()) else { return };
        let empty = || ClassLevels { class: circle, school, pupils: Vec::new() };
        self.gathered.levels.entry(class.id.clone()).or_insert_with(empty).pupils.push((id, level, seq));
    }

    fn sort_guardian(&mut self, guardian: &Guardian, seq: i64, batch: &mut Batch) {
        let shared = self.shared;
        let referenced = || shared.referenced.lock().unwrap_or_else(PoisonError::into_inner).contains(&guardian.id);
        // Row 20: an adult no pupil names is not created, nor does one come back; one already there stays. Those of a
        // delta are named by what is known, too: the database tells (`awaited`).
        if shared.full && shared.roll.known(guardian.id).is_none_or(|known| known.gone) && !referenced() {
            return;
        }
        let details = details::of_guardian(guardian);
        let digest = digest::of_guardian(guardian, &details);
        let Some(verdict) = self.judge(PersonKind::Guardian, guardian.id, digest, None, seq) else { return };
        batch.add_person(&Person {
            id: verdict.id,
            kind: PersonKind::Guardian,
            jointure: guardian.id,
            last_name: &guardian.last_name,
            first_name: &guardian.first_name,
            civility: guardian.civility.as_deref(),
            birth_day: guardian.birth_day.as_deref(),
            email: guardian.email.as_deref(),
            ine: None,
            level: None,
            details: &details,
            digest,
            incomplete: false,
            is_new: verdict.is_new,
            back: verdict.back,
            same: verdict.same,
            seq,
        });
    }

    fn sort_staff(&mut self, staff: &Staff, seq: i64, batch: &mut Batch) {
        let details = details::of_staff(staff);
        let digest = digest::of_staff(staff, &details);
        let home = staff.schools().first().copied();
        let Some(verdict) = self.judge(PersonKind::Staff, staff.id, digest, home, seq) else { return };
        let incomplete = !self.seat_staff(staff, verdict.id, seq, batch);
        batch.add_person(&Person {
            id: verdict.id,
            kind: PersonKind::Staff,
            jointure: staff.id,
            last_name: &staff.last_name,
            first_name: &staff.first_name,
            civility: staff.civility.as_deref(),
            birth_day: staff.birth_day.as_deref(),
            email: staff.email.as_deref(),
            ine: None,
            level: None,
            details: &details,
            digest,
            incomplete,
            is_new: verdict.is_new,
            back: verdict.back,
            same: verdict.same,
            seq,
        });
    }

    fn seat_staff(&mut self, staff: &Staff, id: Uuid, seq: i64, batch: &mut Batch) -> bool {
        let directed = staff.directed_schools();
        let schools = staff.schools();
        let role = if staff.is_teacher() { Role::Teacher } else { Role::Staff };
        let others = schools.iter().filter(|school| !directed.contains(school)).map(|school| (school, role));
        let mut whole = true;
        // An attachment gives no seat; that of somebody who moves about may be a circonscription, which is told.
        for jointure in staff.attached.iter().filter(|it| !schools.contains(it) && !directed.contains(it)) {
            self.place(*jointure, Entity::Staff, staff.id, ATTACHED, &mut whole);
        }
        for (jointure, role) in directed.iter().map(|school| (school, Role::Head)).chain(others) {
            let listed = role == Role::Head && staff.directs.contains(jointure);
            let attribute = if listed { "ENTEnsFonctionDir" } else { "ENTPersonFonctions" };
            let Some(school) = self.place(*jointure, Entity::Staff, staff.id, attribute, &mut whole) else { continue };
            let circle = self.circles().of_school(CircleKind::Staff, *jointure, school);
            batch.add_sit(circle, id, role, seq);
        }
        whole
    }

    /// The school an attribute of a record cites.
    fn place(
        &mut self,
        jointure: i64,
        entity: Entity,
        record: i64,
        attribute: &'static str,
        whole: &mut bool,
    ) -> Option<Uuid> {
        let school = self.shared.places.id(jointure);
        if school.is_none() {
            *whole = false;
            self.gathered.remarks.push(Remark {
                entity,
                record: Some(record),
                attribute: Some(attribute),
                code: "unknown-school",
                message: W.unknown_school(),
                value: Some(jointure.to_string()),
                rejected: false,
            });
        }
        school
    }
}

fn repeated(kind: PersonKind, jointure: i64) -> Remark {
    let entity = match kind {
        PersonKind::Pupil => Entity::Pupil,
        PersonKind::Guardian => Entity::Guardian,
        PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => Entity::Staff,
    };
    Remark {
        entity,
        record: Some(jointure),
        attribute: None,
        code: "repeated-record",
        message: W.repeated_record(),
        value: None,
        rejected: false,
    }
}
