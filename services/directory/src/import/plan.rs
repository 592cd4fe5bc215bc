//! Comparing what is on the bench with what is known: which links begin and end, who moves, who is gone.
//!
//! Everything is read from the house and written on the bench, so that nobody waits while it is worked out.

use super::{awaited, last_word};
use crate::W;
use db::{Result, Tx, args};

/// Works out the plan of a delivery whose differing records are on the bench; those of a delta are indexed and settled.
pub(super) async fn draw(tx: &mut Tx, full: bool, repeated: bool) -> Result<()> {
    if full {
        index(tx).await?;
        if repeated {
            last_word::of_records(tx).await?;
        }
    }
    awaited::skip(tx).await?;
    for statement in [BOND_CHANGES, BOND_ENDS, UNREFERENCED, SIT_CHANGES, SIT_ENDS, SITS_OF_THE_GONE] {
        tx.change(statement, &[]).await?;
    }
    tx.script(MORE_INDEXES).await?;
    tx.change(MOVED, &[]).await?;
    shared_ine(tx).await
}

/// Indexes the bench, once it is filled.
pub(super) async fn index(tx: &mut Tx) -> Result<()> {
    tx.script(INDEXES).await
}

const INDEXES: &str = "\
create index person_id on stage.person (id);
create index bond_child on stage.bond (child_id);
create index sit_person on stage.sit (person_id);
analyze stage.person;
analyze stage.bond;
analyze stage.sit;
analyze stage.gone;
";

const MORE_INDEXES: &str = "\
create index sit_change_person on stage.sit_change (person_id);
create index sit_end_person on stage.sit_end (person_id);
analyze stage.sit_change;
analyze stage.sit_end;
";

const BOND_CHANGES: &str = "\
insert into stage.bond_change (child_id, adult_id, relation, position, is_new, back) \
select b.child_id, b.adult_id, b.relation, b.position, g.child_id is null, g.until is not null from stage.bond b \
left join guardianship g on g.child_id = b.child_id and g.adult_id = b.adult_id \
where g.child_id is null or g.until is not null \
    or g.relation is distinct from b.relation or g.position is distinct from b.position";

const BOND_ENDS: &str = "\
insert into stage.bond_end (child_id, adult_id) \
select g.child_id, g.adult_id from stage.person w join guardianship g on g.child_id = w.id \
where w.kind = 'pupil' and not w.is_new and g.source = 'aaf' and g.until is null \
    and not exists (select 1 from stage.bond b where b.child_id = g.child_id and b.adult_id = g.adult_id)";

// An adult whose last link ends is nobody's guardian any more (row 20).
const UNREFERENCED: &str = "\
insert into stage.gone (id) select distinct e.adult_id from stage.bond_end e \
join person p on p.id = e.adult_id and p.gone_at is null \
where not exists (select 1 from stage.bond b where b.adult_id = e.adult_id) \
    and not exists (select 1 from stage.gone k where k.id = e.adult_id) \
    and not exists (select 1 from guardianship g where g.adult_id = e.adult_id and g.until is null \
        and not exists (select 1 from stage.bond_end x where x.child_id = g.child_id and x.adult_id = g.adult_id))";

const SIT_CHANGES: &str = "\
insert into stage.sit_change (circle_id, person_id, role) \
select distinct d.circle_id, d.person_id, d.role from stage.sit d \
left join member m on m.circle_id = d.circle_id and m.person_id = d.person_id and m.role = d.role and m.source = 'aaf' \
where m.circle_id is null or m.until is not null";

const SIT_ENDS: &str = "\
insert into stage.sit_end (circle_id, person_id, role) \
select m.circle_id, m.person_id, m.role from stage.person w \
join member m on m.person_id = w.id and m.source = 'aaf' and m.until is null \
where not w.is_new and w.kind <> 'guardian' \
    and not exists (select 1 from stage.sit d where d.person_id = m.person_id and d.circle_id = m.circle_id and d.role = m.role)";

const SITS_OF_THE_GONE: &str = "\
insert into stage.sit_end (circle_id, person_id, role) \
select m.circle_id, m.person_id, m.role from stage.gone g \
join member m on m.person_id = g.id and m.source = 'aaf' and m.until is null";

const MOVED: &str = "\
insert into stage.moved (person_id) select w.id from stage.person w where not w.is_new and not w.back \
and (exists (select 1 from stage.sit_change c where c.person_id = w.id) \
    or exists (select 1 from stage.sit_end e where e.person_id = w.id))";

/// Row 12 in a first delivery, which went straight into the house.
pub(super) async fn shared_ine_of_first(tx: &mut Tx, academy: &str) -> Result<()> {
    tx.change(
        "insert into stage.finding (file, entity, record, attribute, code, message, rejected) \
         select '', 'Eleve', p.jointure, 'ENTEleveINE', 'shared-ine', $2, false from person p where p.academy = $1 \
         and p.ine in (select k.ine from person k where k.ine is not null group by k.ine having count(*) > 1)",
        args![academy, W.shared_ine()],
    )
    .await
}

/// Row 12 of interfaces.md §1.13: both pupils stay; somebody must look at them.
async fn shared_ine(tx: &mut Tx) -> Result<()> {
    tx.change(
        "insert into stage.finding (file, entity, record, attribute, code, message, rejected) \
         select '', 'Eleve', p.jointure, 'ENTEleveINE', 'shared-ine', $1, false from stage.person p where p.ine is not null \
         and (p.ine in (select k.ine from stage.person k where k.ine is not null group by k.ine having count(*) > 1) \
             or exists (select 1 from person o where o.ine = p.ine and o.id <> p.id and o.gone_at is null))",
        args![W.shared_ine()],
    )
    .await
}
