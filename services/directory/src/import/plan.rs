//! Comparing what is staged with what is known: who is new, changed, back or gone; which links begin and end.
//!
//! Everything is read from the house and written on the bench, so that nobody waits while it is worked out.

use crate::W;
use db::{Result, Tx, args};

/// Works out the whole plan. In a `full` delivery absence means departure; in a delta it means nothing.
pub(super) async fn draw(tx: &mut Tx, academy: &str, full: bool) -> Result<()> {
    who(tx, academy, full).await?;
    gone(tx, academy, full).await?;
    bonds(tx).await?;
    sits(tx).await
}

async fn who(tx: &mut Tx, academy: &str, full: bool) -> Result<()> {
    // Row 20: an adult nobody's child names is not created.
    tx.run(
        "insert into stage.who (jointure, id, kind, is_new, changed, back, staged) \
         select s.jointure, coalesce(p.id, s.id), s.kind, p.id is null, p.digest is distinct from s.digest, \
             p.gone_at is not null, true \
         from stage.person s left join person p on p.academy = $1 and p.jointure = s.jointure \
         where s.kind <> 'guardian' or exists (select 1 from stage.tie t where t.adult = s.jointure) \
             or (not $2 and exists (select 1 from guardianship g where g.adult_id = p.id and g.until is null))",
        args![academy, full],
    )
    .await?;
    if !full {
        lean_on_known_adults(tx, academy).await?;
    }
    tx.script("create index who_jointure on stage.who (jointure);\ncreate index who_id on stage.who (id);\nanalyze stage.who;\n")
        .await
}

/// A delta may tie a child to an adult it does not repeat.
async fn lean_on_known_adults(tx: &mut Tx, academy: &str) -> Result<()> {
    tx.run(
        "insert into stage.who (jointure, id, kind, is_new, changed, back, staged) \
         select distinct p.jointure, p.id, p.kind, false, false, false, false \
         from stage.tie t join person p on p.academy = $1 and p.jointure = t.adult and p.gone_at is null \
         where not exists (select 1 from stage.person s where s.jointure = p.jointure)",
        args![academy],
    )
    .await
    .map(drop)
}

async fn gone(tx: &mut Tx, academy: &str, full: bool) -> Result<()> {
    let departures = if full {
        "insert into stage.gone (id, jointure, kind) select p.id, p.jointure, p.kind from person p \
         where p.academy = $1 and p.jointure is not null and p.gone_at is null \
         and not exists (select 1 from stage.who w where w.jointure = p.jointure)"
    } else {
        "insert into stage.gone (id, jointure, kind) select p.id, p.jointure, p.kind from stage.departed d \
         join person p on p.academy = $1 and p.jointure = d.jointure and p.kind = d.kind and p.gone_at is null"
    };
    tx.run(departures, args![academy]).await?;
    if !full {
        tx.run(
            "insert into stage.finding (file, entity, record, code, message, rejected) \
             select '', d.kind, d.jointure, 'unknown-record', $2, true from stage.departed d \
             where not exists (select 1 from person p where p.academy = $1 and p.jointure = d.jointure)",
            args![academy, W.unknown_record()],
        )
        .await?;
    }
    Ok(())
}

async fn bonds(tx: &mut Tx) -> Result<()> {
    tx.run(NOTE_MISSING_ADULTS, args![W.unknown_guardian()]).await?;
    tx.run(BONDS, &[]).await?;
    tx.script("create index bond_child on stage.bond (child_id);\nanalyze stage.bond;\n").await?;
    tx.run(BOND_CHANGES, &[]).await?;
    tx.run(BOND_ENDS, &[]).await.map(drop)
}

// Row 19: the link is skipped, the child stays.
const NOTE_MISSING_ADULTS: &str = "\
insert into stage.finding (file, entity, record, attribute, code, message, value, rejected) \
select '', 'pupil', t.child, 'ENTEleveAutoriteParentale', 'unknown-guardian', $1, cast(t.adult as text), false \
from stage.tie t where not exists (select 1 from stage.who w where w.jointure = t.adult and w.kind = 'guardian')";

const BONDS: &str = "\
insert into stage.bond (child_id, adult_id, relation, position) \
select c.id, a.id, min(t.relation), min(t.position) from stage.tie t \
join stage.who c on c.jointure = t.child join stage.who a on a.jointure = t.adult and a.kind = 'guardian' \
group by c.id, a.id";

const BOND_CHANGES: &str = "\
insert into stage.bond_change (child_id, adult_id, relation, position) \
select b.child_id, b.adult_id, b.relation, b.position from stage.bond b \
left join guardianship g on g.child_id = b.child_id and g.adult_id = b.adult_id \
where g.child_id is null or g.until is not null \
    or g.relation is distinct from b.relation or g.position is distinct from b.position";

const BOND_ENDS: &str = "\
insert into stage.bond_end (child_id, adult_id) \
select g.child_id, g.adult_id from stage.who w join guardianship g on g.child_id = w.id \
where w.kind = 'pupil' and w.staged and not w.is_new and g.source = 'aaf' and g.until is null \
    and not exists (select 1 from stage.bond b where b.child_id = g.child_id and b.adult_id = g.adult_id)";

async fn sits(tx: &mut Tx) -> Result<()> {
    tx.run(SITS, &[]).await?;
    tx.script("create index sit_person on stage.sit (person_id);\nanalyze stage.sit;\n")
        .await?;
    for statement in [SIT_CHANGES, SIT_ENDS, SITS_OF_THE_GONE] {
        tx.run(statement, &[]).await?;
    }
    tx.script(
        "create index sit_change_person on stage.sit_change (person_id);\ncreate index sit_end_person on stage.sit_end (person_id);\n\
         analyze stage.sit_change;\nanalyze stage.sit_end;\n",
    )
    .await
}

const SITS: &str = "\
insert into stage.sit (circle_id, person_id, role) \
select distinct c.id, w.id, s.role from stage.seat s \
join stage.circle c on c.kind = s.kind and c.key = s.key \
join stage.who w on w.jointure = s.person and w.staged";

const SIT_CHANGES: &str = "\
insert into stage.sit_change (circle_id, person_id, role) \
select d.circle_id, d.person_id, d.role from stage.sit d \
left join member m on m.circle_id = d.circle_id and m.person_id = d.person_id and m.role = d.role and m.source = 'aaf' \
where m.circle_id is null or m.until is not null";

const SIT_ENDS: &str = "\
insert into stage.sit_end (circle_id, person_id, role) \
select m.circle_id, m.person_id, m.role from stage.who w \
join member m on m.person_id = w.id and m.source = 'aaf' and m.until is null \
where w.staged and not w.is_new and w.kind <> 'guardian' \
    and not exists (select 1 from stage.sit d where d.person_id = m.person_id and d.circle_id = m.circle_id and d.role = m.role)";

const SITS_OF_THE_GONE: &str = "\
insert into stage.sit_end (circle_id, person_id, role) \
select m.circle_id, m.person_id, m.role from stage.gone g \
join member m on m.person_id = g.id and m.source = 'aaf' and m.until is null";
