//! The schools of a delivery: few enough to be worked out in memory.

use super::{details, digest};
use crate::W;
use aaf::{Entity, School};
use db::{FromRow, Result, Tx, Uuid, args, fold};
use std::collections::{HashMap, HashSet};

/// A line of the report that does not come from the reader.
#[derive(Debug)]
pub(super) struct Remark {
    pub(super) entity: Entity,
    pub(super) record: Option<i64>,
    pub(super) attribute: Option<&'static str>,
    pub(super) code: &'static str,
    pub(super) message: &'static str,
    pub(super) value: Option<String>,
    pub(super) rejected: bool,
}

/// A school as it will be written.
#[derive(Debug)]
struct Planned {
    id: Uuid,
    school: School,
    details: String,
    digest: i64,
    is_new: bool,
    differs: bool,
}

#[derive(Debug, FromRow)]
struct Row {
    id: Uuid,
    academy: String,
    jointure: Option<i64>,
    uai: String,
    digest: Option<i64>,
    gone: bool,
}

/// Where persons and classes can be: jointure to school.
#[derive(Debug, Default)]
pub(super) struct Places {
    ids: HashMap<i64, Uuid>,
    uais: HashMap<Uuid, String>,
    planned: Vec<Planned>,
    ended: Vec<Uuid>,
    returned: i64,
}

impl Places {
    pub(super) fn id(&self, jointure: i64) -> Option<Uuid> {
        self.ids.get(&jointure).copied()
    }

    /// The UAI of a school of the académie, as the delivery has it.
    pub(super) fn uai(&self, school: Uuid) -> Option<&str> {
        self.uais.get(&school).map(String::as_str)
    }

    /// Works out the schools: the last record of a jointure wins, the first of a UAI. A delta leans on those known.
    pub(super) async fn plan(
        tx: &mut Tx,
        academy: &str,
        schools: Vec<School>,
        full: bool,
        remarks: &mut Vec<Remark>,
    ) -> Result<Self> {
        let rows: Vec<Row> =
            tx.all("select id, academy, jointure, uai, digest, gone_at is not null as gone from school", &[]).await?;
        let ours = || rows.iter().filter(|row| row.academy == academy);
        let by_jointure: HashMap<i64, &Row> = ours().filter_map(|row| Some((row.jointure?, row))).collect();
        let by_uai: HashMap<&str, &Row> = rows.iter().map(|row| (row.uai.as_str(), row)).collect();
        let uais = ours().map(|row| (row.id, row.uai.clone())).collect();
        let mut places = Self { uais, ..Self::default() };
        let mut uais = HashSet::new();
        for school in last_of_each(schools, remarks) {
            if !uais.insert(school.uai.clone()) {
                remarks.push(repeated_uai(&school));
                continue;
            }
            let held = by_uai.get(school.uai.as_str()).copied();
            if held.is_some_and(|row| row.academy != academy && !row.gone) {
                remarks.push(school_of_others(&school));
                continue;
            }
            let known = by_jointure.get(&school.id).copied().or(held);
            places.add(school, known, tx.id());
        }
        let delivered: HashSet<Uuid> = places.planned.iter().map(|it| it.id).collect();
        for row in ours().filter(|row| !row.gone) {
            let Some(jointure) = row.jointure else { continue };
            if full && !delivered.contains(&row.id) {
                places.ended.push(row.id);
            } else if !full {
                places.ids.entry(jointure).or_insert(row.id);
            }
        }
        Ok(places)
    }

    fn add(&mut self, school: School, known: Option<&Row>, new_id: Uuid) {
        let details = details::of_school(&school);
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        // The circonscription stands in the details too; by itself it makes every school differ once, the first time its
        // column is written.
        let district = school.district.map(|it| it.to_string()).unwrap_or_default();
        let texts = [&school.uai, &school.name, &text(&school.kind), &text(&school.town), &details, &district];
        let digest = digest::of_texts(&texts.map(String::as_str));
        let id = known.map_or(new_id, |row| row.id);
        let differs =
            known.is_some_and(|row| row.digest != Some(digest) || row.gone || row.jointure != Some(school.id));
        self.returned += i64::from(known.is_some_and(|row| row.gone));
        self.ids.insert(school.id, id);
        self.uais.insert(id, school.uai.clone());
        self.planned.push(Planned { id, school, details, digest, is_new: known.is_none(), differs });
    }

    /// The schools a full delivery does not hold any more.
    pub(super) fn ended(&self) -> &[Uuid] {
        &self.ended
    }

    /// Created, changed, returned, unchanged, ended.
    pub(super) fn tally(&self) -> [i64; 5] {
        let count = |test: &dyn Fn(&Planned) -> bool| self.planned.iter().filter(|it| test(it)).count() as i64;
        [
            count(&|it| it.is_new),
            count(&|it| !it.is_new && it.differs) - self.returned,
            self.returned,
            count(&|it| !it.is_new && !it.differs),
            self.ended.len() as i64,
        ]
    }

    /// Writes what is new or differs.
    pub(super) async fn write(&self, tx: &mut Tx, academy: &str) -> Result<()> {
        let now = tx.now();
        for it in self.planned.iter().filter(|it| it.is_new || it.differs) {
            let school = &it.school;
            let values = args![
                it.id,
                academy,
                school.id,
                &school.uai,
                &school.name,
                school.kind.clone(),
                school.town.clone(),
                school.district,
                &it.details,
                fold(&school.name),
                it.digest,
                now
            ];
            tx.change(WRITE, values).await?;
        }
        for id in &self.ended {
            tx.change("update school set gone_at = $2 where id = $1", args![*id, now]).await?;
        }
        Ok(())
    }
}

const WRITE: &str = "\
insert into school (id, academy, jointure, uai, name, kind, town, district, details, sort_key, digest, created_at) \
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) \
on conflict (id) do update set academy = excluded.academy, jointure = excluded.jointure, uai = excluded.uai, \
    name = excluded.name, kind = excluded.kind, town = excluded.town, district = excluded.district, \
    details = excluded.details, sort_key = excluded.sort_key, digest = excluded.digest, gone_at = null";

/// Row 11 of interfaces.md §1.13, for schools.
fn last_of_each(schools: Vec<School>, remarks: &mut Vec<Remark>) -> Vec<School> {
    let last: HashMap<i64, usize> = schools.iter().enumerate().map(|(rank, school)| (school.id, rank)).collect();
    let is_last = |(rank, school): &(usize, School)| last.get(&school.id) == Some(rank);
    let (kept, dropped): (Vec<_>, Vec<_>) = schools.into_iter().enumerate().partition(is_last);
    remarks.extend(dropped.iter().map(|(_, school)| repeated_school(school)));
    kept.into_iter().map(|(_, school)| school).collect()
}

fn repeated_school(school: &School) -> Remark {
    Remark {
        entity: Entity::School,
        record: Some(school.id),
        attribute: None,
        code: "repeated-record",
        message: W.repeated_record(),
        value: None,
        rejected: false,
    }
}

/// No académie takes a school from another: whoever moves has left first.
fn school_of_others(school: &School) -> Remark {
    Remark {
        entity: Entity::School,
        record: Some(school.id),
        attribute: Some("ENTStructureUAI"),
        code: "school-of-another-academy",
        message: W.school_of_another_academy(),
        value: Some(school.uai.clone()),
        rejected: true,
    }
}

fn repeated_uai(school: &School) -> Remark {
    Remark {
        entity: Entity::School,
        record: Some(school.id),
        attribute: Some("ENTStructureUAI"),
        code: "repeated-uai",
        message: W.repeated_uai(),
        value: Some(school.uai.clone()),
        rejected: true,
    }
}
