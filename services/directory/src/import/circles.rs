//! The circles a delivery speaks of: schools, their staff, classes, levels, groups, and the families of each. A territory
//! has some ten thousands: they are kept in memory while it is read.
//!
//! A class the school opened by hand before the delivery knew it is *adopted*: the class of the delivery that bears its name
//! takes it, with those who teach there and all that was made in it. So are the circles of all pupils and of the team of a school
//! that was fed by ONDE or by hand until its first delivery.

use super::{by_hand::ByHand, places::Remark, roll::Ids};
use crate::W;
use aaf::Entity;
use db::{FromRow, Result, Rows, Tx, Uuid, args, fold};
use school::CircleKind;
use std::collections::{HashMap, HashSet};

/// One circle, known or new.
#[derive(Debug)]
struct Entry {
    id: Uuid,
    school: Uuid,
    kind: CircleKind,
    of_circle: Option<Uuid>,
    name: String,
    /// Its name in the house, and whether it is over there; none for a new one.
    before: Option<(String, bool)>,
    named: bool,
    /// Whether it was made by hand, and has the key of the delivery from now on.
    adopted: bool,
}

impl Entry {
    fn is_new(&self) -> bool {
        self.before.is_none()
    }

    fn is_over(&self) -> bool {
        self.before.as_ref().is_some_and(|(_, over)| *over)
    }

    /// Whether it is known and the delivery gives it another name, or has it begin again.
    fn is_changed(&self) -> bool {
        self.named && self.before.as_ref().is_some_and(|(name, over)| *over || *name != self.name)
    }
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    school_id: Uuid,
    kind: String,
    key: String,
    of_circle: Option<Uuid>,
    name: String,
    over: bool,
}

/// The circles of an académie and a year.
#[derive(Debug)]
pub(super) struct Circles {
    entries: HashMap<(CircleKind, String), Entry>,
    by_hand: ByHand,
    ids: Ids,
    year: i64,
    pub(super) remarks: Vec<Remark>,
}

const COLUMNS: &[&str] =
    &["id", "school_id", "kind", "year", "academy", "key", "of_circle", "name", "sort_key", "since"];

impl Circles {
    pub(super) async fn load(tx: &mut Tx, academy: &str, year: i64, ids: Ids) -> Result<Self> {
        let rows: Vec<Row> = tx
            .all(
                "select id, school_id, kind, key, of_circle, name, until is not null as over from circle \
                 where academy = $1 and (year = $2 or year = 0)",
                args![academy, year],
            )
            .await?;
        let mut by_hand = ByHand::default();
        let entries = rows.into_iter().filter_map(|row| {
            let kind = CircleKind::try_from(row.kind).ok()?;
            if !row.over {
                by_hand.note(kind, &row.key, row.school_id, &row.name);
            }
            let entry = Entry {
                id: row.id,
                school: row.school_id,
                kind,
                of_circle: row.of_circle,
                before: Some((row.name.clone(), row.over)),
                name: row.name,
                named: false,
                adopted: false,
            };
            Some(((kind, row.key), entry))
        });
        let entries = entries.collect();
        Ok(Self { entries, by_hand, ids, year, remarks: Vec::new() })
    }

    /// The circle of a school: all its pupils, or its staff.
    pub(super) fn of_school(&mut self, kind: CircleKind, jointure: i64, school: Uuid) -> Uuid {
        let name = if kind == CircleKind::Staff { W.staff_of_school() } else { W.pupils_of_school() };
        let key = jointure.to_string();
        if self.by_hand.has_whole(kind, school) && !self.entries.contains_key(&(kind, key.clone())) {
            let taken = self.by_hand.take_whole(kind, &key, school);
            self.adopt(taken);
        }
        let id = self.name(kind, &key, school, name, None);
        if kind == CircleKind::School {
            self.families(kind, &key, school, name, id);
        }
        id
    }

    /// The circle of a class or a group; `None` when another school has it (interfaces.md §1.13, row 18).
    pub(super) fn of_class(
        &mut self,
        kind: CircleKind,
        key: &str,
        school: Uuid,
        name: &str,
        pupil: i64,
    ) -> Option<Uuid> {
        if kind == CircleKind::Class && !self.entries.contains_key(&(kind, key.to_owned())) {
            let taken = self.by_hand.take(key, school, name);
            self.adopt(taken);
        }
        let known = self.entries.get(&(kind, key.to_owned()));
        if known.is_some_and(|entry| entry.school != school) {
            self.remark("class-of-two-schools", W.class_of_two_schools(), Some(pupil), key);
            return None;
        }
        if let Some(entry) = known.filter(|entry| entry.named && entry.name == name) {
            return Some(entry.id);
        }
        if known.is_some_and(|entry| entry.named) {
            self.remark("class-renamed", W.class_renamed(), None, key);
        }
        let id = self.name(kind, key, school, name, None);
        self.families(kind, key, school, name, id);
        Some(id)
    }

    /// Gives circles a school had by hand the keys of the delivery: a class with its levels, all pupils, the team, and the families
    /// of each.
    fn adopt(&mut self, taken: Vec<(CircleKind, String, String)>) {
        for (kind, old, new) in taken {
            if let Some(entry) = self.entries.remove(&(kind, old)) {
                self.entries.insert((kind, new), Entry { adopted: true, ..entry });
            }
        }
    }

    /// The circle of the pupils of one level in a class.
    pub(super) fn of_level(&mut self, class_key: &str, class: Uuid, school: Uuid, level: &str) -> Uuid {
        let class_name = self.entries.get(&(CircleKind::Class, class_key.to_owned())).map(|it| it.name.clone());
        let label = aaf::level_of(level).map_or(level, |it| it.label);
        let name = W.level_of_class(label, class_name.unwrap_or_default());
        let key = format!("{class_key}/{level}");
        let id = self.name(CircleKind::Level, &key, school, &name, Some(class));
        self.families(CircleKind::Level, &key, school, &name, id);
        id
    }

    /// Whether a class already has circles for its levels.
    pub(super) fn has_levels(&self, class_key: &str, level: &str) -> bool {
        self.entries.contains_key(&(CircleKind::Level, format!("{class_key}/{level}")))
    }

    fn families(&mut self, of: CircleKind, key: &str, school: Uuid, name: &str, id: Uuid) {
        let key = format!("{}:{key}", of.as_str());
        self.name(CircleKind::Families, &key, school, &W.families_of(name), Some(id));
    }

    fn name(&mut self, kind: CircleKind, key: &str, school: Uuid, name: &str, of_circle: Option<Uuid>) -> Uuid {
        if let Some(entry) = self.entries.get_mut(&(kind, key.to_owned())) {
            entry.named = true;
            if entry.name != name {
                name.clone_into(&mut entry.name);
            }
            return entry.id;
        }
        let id = self.ids.of_circle(kind.as_str(), key);
        let name = name.to_owned();
        let entry = Entry { id, school, kind, of_circle, name, before: None, named: true, adopted: false };
        self.entries.insert((kind, key.to_owned()), entry);
        id
    }

    fn remark(&mut self, code: &'static str, message: &'static str, record: Option<i64>, key: &str) {
        self.remarks.push(Remark {
            entity: Entity::Pupil,
            record,
            attribute: Some("ENTPersonClasses"),
            code,
            message,
            value: Some(key.to_owned()),
            rejected: false,
        });
    }

    /// Forgets what was said of circles, with their families, save those somebody sits in: new ones are not made, the
    /// others keep their name and their end.
    pub(super) fn forget_except(&mut self, used: &HashSet<Uuid>) {
        let is_used = |entry: &Entry| used.contains(&entry.of_circle.unwrap_or(entry.id));
        self.entries.retain(|_, entry| !entry.is_new() || is_used(entry));
        self.entries.values_mut().for_each(|entry| entry.named &= is_used(entry));
    }

    /// The circles of all the pupils of a school, or of its staff, each with the school.
    pub(super) fn of_schools(&self) -> impl Iterator<Item = (Uuid, Uuid)> {
        let of_school = |it: &&Entry| matches!(it.kind, CircleKind::School | CircleKind::Staff);
        self.entries.values().filter(of_school).map(|it| (it.id, it.school))
    }

    /// Classes and groups: created, changed, unchanged.
    pub(super) fn tally(&self) -> [i64; 3] {
        let classes = || self.entries.values().filter(|it| matches!(it.kind, CircleKind::Class | CircleKind::Group));
        let count = |test: &dyn Fn(&&Entry) -> bool| classes().filter(test).count() as i64;
        [
            count(&|it| it.is_new()),
            count(&|it| it.is_changed()),
            // One that is over and that nobody speaks of is not counted at all.
            count(&|it| !it.is_new() && !it.is_over() && !it.is_changed()),
        ]
    }

    /// Writes the circles that are new, adopted, renamed or back.
    pub(super) async fn write(&self, tx: &mut Tx, academy: &str) -> Result<()> {
        let now = tx.now();
        let mut rows = tx.rows("circle", COLUMNS);
        for ((kind, key), entry) in self.entries.iter().filter(|(_, entry)| entry.is_new()) {
            self.push(&mut rows, academy, *kind, key, entry, now.0);
        }
        tx.load(&mut rows).await?;
        for ((_, key), entry) in self.entries.iter().filter(|(_, it)| it.adopted) {
            tx.change("update circle set key = $2 where id = $1", args![entry.id, key]).await?;
        }
        for entry in self.entries.values().filter(|it| it.is_changed()) {
            tx.change(
                "update circle set name = $2, sort_key = $3, until = null where id = $1",
                args![entry.id, &entry.name, fold(&entry.name)],
            )
            .await?;
        }
        Ok(())
    }

    fn push(&self, rows: &mut Rows, academy: &str, kind: CircleKind, key: &str, entry: &Entry, now: i64) {
        let lasting = matches!(kind, CircleKind::School | CircleKind::Staff) || key.starts_with("school:");
        rows.begin();
        rows.uuid(Some(entry.id));
        rows.uuid(Some(entry.school));
        rows.text(Some(kind.as_str()));
        rows.int(Some(if lasting { 0 } else { self.year }));
        rows.text(Some(academy));
        rows.text(Some(key));
        rows.uuid(entry.of_circle);
        rows.text(Some(&entry.name));
        rows.text(Some(&fold(&entry.name)));
        rows.int(Some(now));
    }
}
