//! Of all a delivery says about a person, the last word stands. In a full one only records can repeat each other (row 11
//! of interfaces.md §1.13); in a delta an addition, changes and an end may follow one another.

use super::{plan, stage::Filled};
use crate::W;
use db::{Result, Tx, Uuid, args};
use std::{
    collections::{HashMap, HashSet},
    sync::PoisonError,
};

/// Leaves the last record of each person on the bench.
pub(super) async fn of_records(tx: &mut Tx) -> Result<()> {
    for statement in [OLDER_RECORDS, LOOSE_BONDS, LOOSE_SITS] {
        tx.change(statement, &[]).await?;
    }
    Ok(())
}

/// Leaves what stands at the end of a delta on the bench, and notes who is gone.
pub(super) async fn of_delta(tx: &mut Tx, academy: &str, filled: &mut Filled) -> Result<()> {
    plan::index(tx).await?;
    tx.script(INDEXES).await?;
    tx.change(DEPARTED_UNKNOWN, args![academy, W.unknown_record()]).await?;
    tx.change(RETRACTED, &[]).await?;
    of_records(tx).await?;
    tx.change(DEPARTED, args![academy]).await?;
    forget_levels(tx, filled).await?;
    forget_circles(tx, filled).await
}

const INDEXES: &str = "\
create index person_jointure on stage.person (jointure);
create index bond_adult on stage.bond (adult_id);
create index departed_jointure on stage.departed (jointure);
create index gone_id on stage.gone (id);
analyze stage.departed;
";

const OLDER_RECORDS: &str =
    "delete from stage.person where seq < (select max(b.seq) from stage.person b where b.id = person.id)";

const LOOSE_BONDS: &str = "\
delete from stage.bond where not exists (select 1 from stage.person p where p.id = bond.child_id and p.seq = bond.seq)";

// Seats below zero belong to pupils who are in no record.
const LOOSE_SITS: &str = "\
delete from stage.sit where seq >= 0 \
and not exists (select 1 from stage.person p where p.id = sit.person_id and p.seq = sit.seq)";

// Whoever the delivery itself adds is known, however it ends.
const DEPARTED_UNKNOWN: &str = "\
insert into stage.finding (file, entity, record, code, message, rejected) \
select '', d.kind, d.jointure, 'unknown-record', $2, true from stage.departed d \
where not exists (select 1 from person p where p.academy = $1 and p.jointure = d.jointure) \
    and not exists (select 1 from stage.person s where s.jointure = d.jointure)";

const RETRACTED: &str = "\
delete from stage.person where exists (select 1 from stage.departed d \
    where d.jointure = person.jointure and d.kind = person.kind and d.seq > person.seq)";

const DEPARTED: &str = "\
insert into stage.gone (id) select distinct p.id from stage.departed d \
join person p on p.academy = $1 and p.jointure = d.jointure and p.kind = d.kind and p.gone_at is null \
where not exists (select 1 from stage.person s where s.id = p.id)";

/// Levels said by records that do not stand make no circle.
async fn forget_levels(tx: &mut Tx, filled: &mut Filled) -> Result<()> {
    let rows: Vec<(Uuid, i64)> = tx.all("select id, seq from stage.person where kind = 'pupil'", &[]).await?;
    let standing: HashMap<Uuid, i64> = rows.into_iter().collect();
    filled.gathered.levels.retain(|_, class| {
        class.pupils.retain(|(pupil, _, seq)| standing.get(pupil) == Some(seq));
        !class.pupils.is_empty()
    });
    Ok(())
}

/// Nor do classes.
async fn forget_circles(tx: &mut Tx, filled: &Filled) -> Result<()> {
    let used: HashSet<Uuid> = tx.column("select distinct circle_id from stage.sit", &[]).await?.into_iter().collect();
    filled.shared.circles.lock().unwrap_or_else(PoisonError::into_inner).forget_except(&used);
    Ok(())
}
