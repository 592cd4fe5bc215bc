//! The report of an import: figures per kind of record and per school, and every line that was not taken as it was.

use aaf::Delivery;
use db::{FromRow, Moment, Result, Tx, Uuid, Workshop, args};
use school::text_enum;
use serde::{Deserialize, Serialize};

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

    pub(super) async fn count(&mut self, tx: &mut Tx) -> Result<()> {
        self.counts = Counts {
            schools: tx.one(SCHOOLS, &[]).await?,
            classes: tx.one(CLASSES, &[]).await?,
            pupils: people(tx, "pupil", "Eleve").await?,
            guardians: people(tx, "guardian", "PersRelEleve").await?,
            staff: people(tx, "staff", "PersEducNat").await?,
            links: tx.one(LINKS, &[]).await?,
        };
        let rejected = "select count(*) as n from stage.finding where rejected and entity = 'EtabEducNat'";
        self.counts.schools.rejected = tx.count(rejected, &[]).await?;
        Ok(())
    }
}

async fn people(tx: &mut Tx, kind: &str, entity: &str) -> Result<Tally> {
    let mut tally: Tally = tx.one(PEOPLE, args![kind]).await?;
    tally.disappeared = tx.count("select count(*) as n from stage.gone where kind = $1", args![kind]).await?;
    tally.rejected = tx
        .count(
            "select count(*) as n from stage.finding where rejected and (entity = $1 or entity = $2)",
            args![kind, entity],
        )
        .await?;
    Ok(tally)
}

// Who came back is not also counted as changed, nor who moved as changed.
const PEOPLE: &str = "\
select count(*) filter (where k.is_new) as created, \
    count(*) filter (where k.back) as returned, \
    count(*) filter (where k.kept and k.moved) as moved, \
    count(*) filter (where k.kept and not k.moved and k.changed) as changed, \
    count(*) filter (where k.kept and not k.moved and not k.changed) as unchanged, \
    cast(0 as bigint) as disappeared, cast(0 as bigint) as rejected \
from (select w.is_new, w.back, w.changed, not w.is_new and not w.back as kept, \
          not w.is_new and (exists (select 1 from stage.sit_change c where c.person_id = w.id) \
              or exists (select 1 from stage.sit_end e where e.person_id = w.id)) as moved \
      from stage.who w where w.kind = $1 and w.staged) k";

const SCHOOLS: &str = "\
select count(*) filter (where k.id is null) as created, \
    count(*) filter (where k.gone_at is not null) as returned, \
    cast(0 as bigint) as moved, \
    count(*) filter (where k.id is not null and k.gone_at is null and k.digest is distinct from s.digest) as changed, \
    count(*) filter (where k.id is not null and k.gone_at is null and k.digest is not distinct from s.digest) as unchanged, \
    cast(0 as bigint) as disappeared, cast(0 as bigint) as rejected \
from stage.school s join stage.place l on l.jointure = s.jointure left join school k on k.id = l.id";

const CLASSES: &str = "\
select count(*) filter (where is_new) as created, cast(0 as bigint) as returned, cast(0 as bigint) as moved, \
    count(*) filter (where changed) as changed, count(*) filter (where not is_new and not changed) as unchanged, \
    cast(0 as bigint) as disappeared, cast(0 as bigint) as rejected \
from stage.circle where kind in ('class', 'group')";

const LINKS: &str = "\
select count(*) filter (where g.child_id is null) as created, \
    count(*) filter (where g.until is not null) as returned, cast(0 as bigint) as moved, \
    count(*) filter (where g.child_id is not null and g.until is null) as changed, \
    (select count(*) from stage.bond) - count(*) as unchanged, \
    (select count(*) from stage.bond_end) as disappeared, cast(0 as bigint) as rejected \
from stage.bond_change b left join guardianship g on g.child_id = b.child_id and g.adult_id = b.adult_id";

/// Writes a report and its lines.
pub(super) async fn keep(tx: &mut Tx, report: &Report) -> Result<()> {
    let counts = serde_json::to_string(&(report.counts, &report.reasons)).map_err(db::Error::fault)?;
    tx.run(
        "insert into import_run (id, academy, kind, delivered_on, started_at, finished_at, outcome, counts) \
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        args![
            report.id, &report.academy, &report.kind, &report.delivered_on, report.started_at, report.finished_at,
            report.outcome, counts
        ],
    )
    .await?;
    if report.outcome == Outcome::Refused {
        return Ok(());
    }
    tx.run(KEEP_FINDINGS, args![report.id]).await?;
    tx.run(KEEP_SCHOOLS, args![report.id]).await?;
    Ok(())
}

const KEEP_FINDINGS: &str = "\
insert into import_finding (run_id, position, file, entity, record, attribute, code, message, value, rejected, uai) \
select $1, row_number() over (order by f.file, f.record, f.code, f.attribute, f.value), f.file, f.entity, f.record, f.attribute, f.code, f.message, \
    f.value, f.rejected, l.uai from stage.finding f \
left join (select jointure, min(home) as home from stage.person where home is not null group by jointure) p on p.jointure = f.record \
left join stage.place l on l.jointure = coalesce(p.home, f.record)";

const KEEP_SCHOOLS: &str = "\
insert into import_school (run_id, uai, kind, created, changed, moved, disappeared, returned) \
select $1, l.uai, w.kind, count(*) filter (where w.is_new), \
    count(*) filter (where not w.is_new and not w.back and w.changed), \
    count(*) filter (where not w.is_new and m.person_id is not null), cast(0 as bigint), count(*) filter (where w.back) \
from stage.who w join stage.person s on s.jointure = w.jointure join stage.place l on l.jointure = s.home \
left join (select distinct person_id from stage.sit_change) m on m.person_id = w.id \
where w.is_new or w.changed or w.back or m.person_id is not null \
group by l.uai, w.kind";
