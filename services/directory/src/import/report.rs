//! The report of an import: figures per kind of record and per school, and every line that was not taken as it was.

use super::{batch::Way, stage::Filled};
use aaf::{Delivery, Entity};
use db::{FromRow, Moment, Result, Tx, Uuid, Workshop, args};
use school::{PersonKind, text_enum};
use serde::{Deserialize, Serialize};
use std::sync::PoisonError;

text_enum! {
    /// How an import ended.
    Outcome {
        /// Everything was applied.
        Applied = "applied",
        /// Doubts stopped it; nothing was applied.
        Stopped = "stopped",
        /// The delivery cannot be used; nothing was applied.
        Refused = "refused",
        /// It was only tried.
        DryRun = "dry-run",
    }
}

/// What became of the records of one kind. Each record counts once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, FromRow)]
pub struct Tally {
    /// Seen for the first time.
    pub created: i64,
    /// With other data than before.
    pub changed: i64,
    /// In another class or school than before.
    pub moved: i64,
    /// Not there any more.
    pub disappeared: i64,
    /// There again.
    pub returned: i64,
    /// As they were.
    pub unchanged: i64,
    /// Not taken.
    pub rejected: i64,
}

/// The tallies of a delivery.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Schools.
    pub schools: Tally,
    /// Classes and groups.
    pub classes: Tally,
    /// Pupils.
    pub pupils: Tally,
    /// Adults responsible for pupils.
    pub guardians: Tally,
    /// Staff.
    pub staff: Tally,
    /// Links between pupils and adults.
    pub links: Tally,
}

/// The report of one delivery.
#[derive(Debug, Clone)]
pub struct Report {
    /// Its identifier, once kept.
    pub id: Uuid,
    /// Code of the académie.
    pub academy: String,
    /// `Complet` or `Delta`.
    pub kind: String,
    /// ISO day of the delivery.
    pub delivered_on: String,
    /// When it began.
    pub started_at: Moment,
    /// When it ended.
    pub finished_at: Moment,
    /// How it ended.
    pub outcome: Outcome,
    /// Why it was stopped or refused, in French.
    pub reasons: Vec<String>,
    /// The figures.
    pub counts: Counts,
}

impl Report {
    pub(super) async fn begin(delivery: &Delivery, workshop: &Workshop) -> Result<Self> {
        let tx = workshop.aside().await?;
        Ok(Self {
            id: tx.id(),
            academy: String::new(),
            kind: delivery.kind.aaf_name().to_owned(),
            delivered_on: delivery.date.clone(),
            started_at: tx.now(),
            finished_at: tx.now(),
            outcome: Outcome::Refused,
            reasons: Vec::new(),
            counts: Counts::default(),
        })
    }

    pub(super) fn finish(&mut self, tx: &Tx) {
        self.finished_at = tx.now();
    }

    pub(super) async fn count(&mut self, tx: &mut Tx, filled: &Filled) -> Result<()> {
        let [created, changed, returned, unchanged, disappeared] = filled.shared.places.tally();
        let schools = Tally { created, changed, returned, unchanged, disappeared, ..Tally::default() };
        let [created, changed, unchanged] =
            filled.shared.circles.lock().unwrap_or_else(PoisonError::into_inner).tally();
        self.counts = Counts {
            schools: Tally { rejected: rejected(tx, Entity::School, "school").await?, ..schools },
            classes: Tally { created, changed, unchanged, ..Tally::default() },
            pupils: people(tx, filled, PersonKind::Pupil, Entity::Pupil).await?,
            guardians: people(tx, filled, PersonKind::Guardian, Entity::Guardian).await?,
            staff: people(tx, filled, PersonKind::Staff, Entity::Staff).await?,
            links: links(tx, filled).await?,
        };
        Ok(())
    }
}

/// Counts school by school, on the bench: nobody waits for it.
pub(super) async fn tally_schools(tx: &mut Tx) -> Result<()> {
    tx.change(TALLY_SCHOOLS, &[]).await
}

async fn people(tx: &mut Tx, filled: &Filled, kind: PersonKind, entity: Entity) -> Result<Tally> {
    let rejected = rejected(tx, entity, kind.as_str()).await?;
    if filled.way == Way::Straight {
        let created = filled.gathered.created.iter().filter(|((it, _), _)| *it == kind).map(|(_, count)| count).sum();
        return Ok(Tally { created, rejected, ..Tally::default() });
    }
    let mut tally: Tally = tx.one(PEOPLE, args![kind, rejected]).await?;
    tally.unchanged += filled.gathered.passed_over.get(&kind).copied().unwrap_or(0);
    Ok(tally)
}

const PEOPLE: &str = "\
select count(*) filter (where p.is_new) as created, count(*) filter (where p.back) as returned, \
    count(*) filter (where not p.is_new and not p.back and not p.same and m.person_id is null) as changed, \
    count(*) filter (where m.person_id is not null) as moved, \
    count(*) filter (where p.same and m.person_id is null) as unchanged, \
    (select count(*) from stage.gone g join person k on k.id = g.id where k.kind = $1) as disappeared, \
    cast($2 as bigint) as rejected \
from stage.person p left join stage.moved m on m.person_id = p.id where p.kind = $1";

async fn rejected(tx: &mut Tx, entity: Entity, kind: &str) -> Result<i64> {
    let count = "select count(*) as n from stage.finding where rejected and (entity = $1 or entity = $2)";
    tx.count(count, args![entity.aaf_name(), kind]).await
}

async fn links(tx: &mut Tx, filled: &Filled) -> Result<Tally> {
    let delivered = delivered_links(tx, filled).await?;
    if filled.way == Way::Straight {
        return Ok(Tally { created: delivered, ..Tally::default() });
    }
    let mut tally: Tally = tx.one(LINKS, &[]).await?;
    tally.unchanged = delivered - tally.created - tally.changed - tally.returned;
    Ok(tally)
}

/// Links to adults who are there. A delta has them all on the bench, with those awaited that begin.
async fn delivered_links(tx: &mut Tx, filled: &Filled) -> Result<i64> {
    if !filled.shared.full {
        return tx.count("select count(*) as n from stage.bond", &[]).await;
    }
    let lost = tx.count("select count(*) as n from stage.lost", &[]).await?;
    Ok(filled.gathered.ties.len() as i64 - lost)
}

const LINKS: &str = "\
select count(*) filter (where is_new) as created, count(*) filter (where back) as returned, cast(0 as bigint) as moved, \
    count(*) filter (where not is_new and not back) as changed, cast(0 as bigint) as unchanged, \
    (select count(*) from stage.bond_end) as disappeared, cast(0 as bigint) as rejected from stage.bond_change";

/// Writes a report and its lines; those of a refused delivery are not known whole, and are left out.
pub(super) async fn keep(tx: &mut Tx, report: &Report, filled: Option<&Filled>) -> Result<()> {
    let counts = serde_json::to_string(&(report.counts, &report.reasons)).map_err(db::Error::fault)?;
    tx.change(
        "insert into import_run (id, academy, kind, delivered_on, started_at, finished_at, outcome, counts) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            report.id,
            &report.academy,
            &report.kind,
            &report.delivered_on,
            report.started_at,
            report.finished_at,
            report.outcome,
            counts
        ],
    )
    .await?;
    if report.outcome == Outcome::Refused {
        return Ok(());
    }
    tx.change(KEEP_FINDINGS, args![report.id, &report.academy]).await?;
    if report.outcome != Outcome::Applied {
        tx.change(PLACE_NEW_ONES, args![report.id]).await?;
    }
    match filled {
        Some(filled) if filled.way == Way::Straight => keep_first_schools(tx, report, filled).await,
        _ => tx.change(KEEP_SCHOOLS, args![report.id]).await,
    }
}

const KEEP_FINDINGS: &str = "\
insert into import_finding (run_id, position, file, entity, record, attribute, code, message, value, rejected, uai) \
select $1, row_number() over (order by f.file, f.record, f.code, f.attribute, f.value), f.file, f.entity, f.record, \
    f.attribute, f.code, f.message, f.value, f.rejected, \
    coalesce((select min(s.uai) from person p join member m on m.person_id = p.id and m.until is null \
              join circle c on c.id = m.circle_id and c.kind <> 'challenge' \
              join school s on s.id = c.school_id where p.academy = $2 and p.jointure = f.record), \
             (select s.uai from school s where s.academy = $2 and s.jointure = f.record)) \
from stage.finding f";

// Nobody knows those who would be new: the bench says where they would sit.
const PLACE_NEW_ONES: &str = "\
update import_finding set uai = n.uai from \
    (select p.jointure, min(h.uai) as uai from stage.person p join stage.sit t on t.person_id = p.id \
     join stage.home h on h.circle_id = t.circle_id \
     where p.jointure in (select f.record from stage.finding f) group by p.jointure) n \
where import_finding.run_id = $1 and import_finding.uai is null and import_finding.record = n.jointure";

/// In a first delivery everybody is created.
async fn keep_first_schools(tx: &mut Tx, report: &Report, filled: &Filled) -> Result<()> {
    let columns = &["run_id", "uai", "kind", "created", "changed", "moved", "disappeared", "returned"];
    let mut rows = tx.rows("import_school", columns);
    for ((kind, home), created) in &filled.gathered.created {
        let places = &filled.shared.places;
        let Some(uai) = places.id(*home).and_then(|school| places.uai(school)) else { continue };
        rows.begin();
        rows.uuid(Some(report.id));
        rows.text(Some(uai));
        rows.text(Some(kind.as_str()));
        rows.int(Some(*created));
        (0..4).for_each(|_| rows.int(Some(0)));
    }
    tx.load(&mut rows).await
}

const KEEP_SCHOOLS: &str = "\
insert into import_school (run_id, uai, kind, created, changed, moved, disappeared, returned) \
select $1, uai, kind, created, changed, moved, disappeared, returned from stage.tally";

const TALLY_SCHOOLS: &str = "\
insert into stage.tally (uai, kind, created, changed, moved, disappeared, returned) \
select k.uai, k.kind, cast(sum(k.created) as bigint), cast(sum(k.changed) as bigint), cast(sum(k.moved) as bigint), \
    cast(sum(k.gone) as bigint), cast(sum(k.back) as bigint) \
from (select distinct h.uai, p.kind, p.id, case when p.is_new then 1 else 0 end as created, \
          case when not p.is_new and not p.back and not p.same and v.person_id is null then 1 else 0 end as changed, \
          case when v.person_id is not null then 1 else 0 end as moved, 0 as gone, case when p.back then 1 else 0 end as back \
      from stage.person p left join stage.moved v on v.person_id = p.id join stage.sit t on t.person_id = p.id \
      join stage.home h on h.circle_id = t.circle_id \
      where not p.same or v.person_id is not null \
      union all \
      select distinct h.uai, p.kind, p.id, 0, 0, 0, 1, 0 from stage.gone g join person p on p.id = g.id \
      join stage.sit_end e on e.person_id = g.id join stage.home h on h.circle_id = e.circle_id) k \
group by k.uai, k.kind";
