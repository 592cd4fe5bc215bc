//! Links to adults who are not there (rows 19 and 20 of interfaces.md §1.13): they are skipped and told, and begin when
//! the adult comes, be it alone in a later delta.

use super::{batch::Way, places::Remark, stage::Filled};
use crate::W;
use aaf::Entity;
use db::{Result, Tx, args};

const LOST: &[&str] = &["child_id", "adult_id", "child_jointure", "adult_jointure"];

/// Finds the links of a delivery that lead to nobody and, in a delta, those awaited that begin.
pub(super) async fn find(tx: &mut Tx, academy: &str, filled: &mut Filled) -> Result<()> {
    let Filled { shared, gathered, way } = filled;
    let mut rows = tx.rows("stage.lost", LOST);
    // A delta leans on what is known, and takes back what it said: its links are all looked at in the database.
    for (child, adult) in gathered.ties.iter().filter(|tie| !shared.full || !shared.roll.is_seen(tie.1)) {
        rows.begin();
        rows.uuid(Some(shared.roll.id(*child)));
        rows.uuid(Some(shared.roll.id(*adult)));
        rows.int(Some(*child));
        rows.int(Some(*adult));
    }
    tx.load(&mut rows).await?;
    if !shared.full {
        tx.change(NOT_LOST, &[]).await?;
        tx.change(BEGUN, args![academy]).await?;
        tx.change(BEGUN_BONDS, &[]).await?;
        tx.change(NAMED_BY_NOBODY, &[]).await?;
    }
    let lost: Vec<(i64, i64)> = tx.all("select child_jointure, adult_jointure from stage.lost", &[]).await?;
    gathered.remarks.extend(lost.iter().map(|(child, adult)| told(*child, *adult)));
    if *way == Way::Straight && !lost.is_empty() { skip_straight(tx, academy).await } else { Ok(()) }
}

fn told(child: i64, adult: i64) -> Remark {
    Remark {
        entity: Entity::Pupil,
        record: Some(child),
        attribute: Some("ENTEleveAutoriteParentale"),
        code: "unknown-guardian",
        message: W.unknown_guardian(),
        value: Some(adult.to_string()),
        rejected: false,
    }
}

// Said by a record that does not stand, or the adult is in the delta, or known and not ended by it.
const NOT_LOST: &str = "\
delete from stage.lost where \
    not exists (select 1 from stage.bond b where b.child_id = lost.child_id and b.adult_id = lost.adult_id) \
    or exists (select 1 from stage.person s where s.id = lost.adult_id) \
    or exists (select 1 from person a where a.id = lost.adult_id and a.gone_at is null \
        and not exists (select 1 from stage.gone k where k.id = a.id))";

// The record of a child in the delta says its links itself; a child who is gone has none.
const BEGUN: &str = "\
insert into stage.begun (child_id, adult_id, adult_jointure, relation, position, seated) \
select w.child_id, a.id, w.adult_jointure, w.relation, w.position, w.seated from awaited_link w \
join stage.person a on a.jointure = w.adult_jointure \
join person c on c.id = w.child_id and c.gone_at is null \
where w.academy = $1 and not exists (select 1 from stage.person s where s.id = c.id) \
    and not exists (select 1 from stage.gone k where k.id = c.id)";

// Below zero like the seats of pupils who are in no record.
const BEGUN_BONDS: &str = "\
insert into stage.bond (child_id, adult_id, relation, position, seq) \
select child_id, adult_id, relation, position, -1 from stage.begun";

// Row 20. An adult who comes back is still named by a child whose link was never ended.
const NAMED_BY_NOBODY: &str = "\
delete from stage.person where kind = 'guardian' and (is_new or back) \
    and not exists (select 1 from stage.bond b where b.adult_id = person.id) \
    and not exists (select 1 from guardianship g join person c on c.id = g.child_id and c.gone_at is null \
        where g.adult_id = person.id and g.until is null \
            and not exists (select 1 from stage.person s where s.id = c.id) \
            and not exists (select 1 from stage.gone k where k.id = c.id))";

/// In a first delivery the links are in the house already.
async fn skip_straight(tx: &mut Tx, academy: &str) -> Result<()> {
    tx.change(AWAITED_STRAIGHT, args![academy]).await?;
    tx.change("delete from guardianship where adult_id in (select adult_id from stage.lost)", &[]).await?;
    tx.change("update person set incomplete = true where id in (select child_id from stage.lost)", &[]).await
}

const AWAITED_STRAIGHT: &str = "\
insert into awaited_link (academy, child_id, adult_jointure, relation, position, seated) \
select $1, g.child_id, l.adult_jointure, g.relation, g.position, \
    g.child_id not in (select p.id from person p where p.incomplete) \
from stage.lost l join guardianship g on g.child_id = l.child_id and g.adult_id = l.adult_id";

/// Takes the links to nobody off the bench, and notes them as awaited.
pub(super) async fn skip(tx: &mut Tx) -> Result<()> {
    if tx.count("select count(*) as n from stage.lost", &[]).await? == 0 {
        return Ok(());
    }
    for statement in [AWAITED, LOST_BONDS, INCOMPLETE] {
        tx.change(statement, &[]).await?;
    }
    Ok(())
}

const AWAITED: &str = "\
insert into stage.awaited (child_id, adult_jointure, relation, position, seated) \
select b.child_id, l.adult_jointure, b.relation, b.position, not p.incomplete from stage.lost l \
join stage.bond b on b.child_id = l.child_id and b.adult_id = l.adult_id join stage.person p on p.id = b.child_id";

const LOST_BONDS: &str = "delete from stage.bond where adult_id in (select adult_id from stage.lost)";

const INCOMPLETE: &str = "update stage.person set incomplete = true where id in (select child_id from stage.awaited)";

/// Writes which links are awaited from now on; a child who lacked nothing else is complete once they have all begun.
pub(super) async fn write(tx: &mut Tx, academy: &str, full: bool) -> Result<()> {
    tx.change(if full { SETTLED_BY_FULL } else { SETTLED_BY_DELTA }, args![academy]).await?;
    tx.change(STILL_AWAITED, args![academy]).await?;
    tx.change(COMPLETE, &[]).await
}

// A child whose record is passed over awaits nobody: to await is to be incomplete, hence looked at each time.
const SETTLED_BY_FULL: &str = "\
delete from awaited_link where academy = $1 and not exists (select 1 from stage.awaited s \
    where s.child_id = awaited_link.child_id and s.adult_jointure = awaited_link.adult_jointure)";

const SETTLED_BY_DELTA: &str = "\
delete from awaited_link where academy = $1 \
    and (child_id in (select id from stage.person) or child_id in (select id from stage.gone) \
        or exists (select 1 from stage.begun b \
            where b.child_id = awaited_link.child_id and b.adult_jointure = awaited_link.adult_jointure)) \
    and not exists (select 1 from stage.awaited s \
        where s.child_id = awaited_link.child_id and s.adult_jointure = awaited_link.adult_jointure)";

const STILL_AWAITED: &str = "\
insert into awaited_link (academy, child_id, adult_jointure, relation, position, seated) \
select $1, child_id, adult_jointure, relation, position, seated from stage.awaited where true \
on conflict (child_id, adult_jointure) do update \
set relation = excluded.relation, position = excluded.position, seated = excluded.seated \
where awaited_link.relation is distinct from excluded.relation or awaited_link.position <> excluded.position \
    or awaited_link.seated <> excluded.seated";

const COMPLETE: &str = "\
update person set incomplete = false from stage.begun b where person.id = b.child_id and b.seated and person.incomplete \
and not exists (select 1 from awaited_link w where w.child_id = person.id)";
