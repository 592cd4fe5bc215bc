//! Applying the plan: the one transaction in which the house changes. Only what differs is written.

use db::{Arg, Moment, Result, Tx, args};

/// Writes the plan of a delivery. `full` deliveries also end the classes and schools nobody is in any more.
pub(super) async fn apply(tx: &mut Tx, academy: &str, year: i64, full: bool) -> Result<()> {
    let now = tx.now();
    schools(tx, academy, full, now).await?;
    circles(tx, academy, year, full, now).await?;
    people(tx, academy, now).await?;
    let ordered: [(&'static str, &[Arg]); 4] = [
        (BOND_ENDS, args![now]),
        (BOND_CHANGES, args![now]),
        (SIT_ENDS, args![now]),
        (SIT_CHANGES, args![now]),
    ];
    for (statement, values) in ordered {
        tx.run(statement, values).await?;
    }
    Ok(())
}

async fn schools(tx: &mut Tx, academy: &str, full: bool, now: Moment) -> Result<()> {
    tx.run(
        "insert into school (id, academy, jointure, uai, name, kind, town, details, sort_key, digest, created_at) \
         select l.id, $1, s.jointure, s.uai, s.name, s.kind, s.town, s.details, s.sort_key, s.digest, $2 \
         from stage.school s join stage.place l on l.jointure = s.jointure \
         where not exists (select 1 from school k where k.id = l.id)",
        args![academy, now],
    )
    .await?;
    tx.run(
        "update school set academy = $1, jointure = s.jointure, uai = s.uai, name = s.name, kind = s.kind, town = s.town, \
             details = s.details, sort_key = s.sort_key, digest = s.digest, gone_at = null \
         from stage.school s join stage.place l on l.jointure = s.jointure \
         where school.id = l.id and (school.digest is distinct from s.digest or school.gone_at is not null \
             or school.jointure is distinct from s.jointure)",
        args![academy],
    )
    .await?;
    if full {
        tx.run(
            "update school set gone_at = $2 where academy = $1 and jointure is not null and gone_at is null \
             and not exists (select 1 from stage.place l where l.id = school.id)",
            args![academy, now],
        )
        .await?;
    }
    Ok(())
}

async fn circles(tx: &mut Tx, academy: &str, year: i64, full: bool, now: Moment) -> Result<()> {
    tx.run(
        "insert into circle (id, school_id, kind, year, academy, key, of_circle, name, sort_key, since) \
         select id, school_id, kind, year, $1, key, of_circle, name, sort_key, $2 from stage.circle where is_new",
        args![academy, now],
    )
    .await?;
    tx.run(
        "update circle set name = c.name, sort_key = c.sort_key, until = null from stage.circle c \
         where circle.id = c.id and c.changed",
        &[],
    )
    .await?;
    if full {
        // AAF-1D knows no empty class: one that no pupil names any more is over. A delta concludes nothing from absence.
        tx.run(
            "update circle set until = $3 where academy = $1 and year = $2 and until is null \
             and kind in ('class', 'group', 'level', 'families') \
             and not exists (select 1 from stage.circle c where c.id = circle.id)",
            args![academy, year, now],
        )
        .await?;
    }
    Ok(())
}

async fn people(tx: &mut Tx, academy: &str, now: Moment) -> Result<()> {
    tx.run(
        "insert into person (id, kind, academy, jointure, last_name, first_name, civility, birth_day, email, ine, level, \
             details, sort_key, search_key, digest, created_at) \
         select w.id, s.kind, $1, s.jointure, s.last_name, s.first_name, s.civility, s.birth_day, s.email, s.ine, s.level, \
             s.details, s.sort_key, s.search_key, s.digest, $2 \
         from stage.who w join stage.person s on s.jointure = w.jointure where w.is_new",
        args![academy, now],
    )
    .await?;
    tx.run(
        "update person set kind = s.kind, last_name = s.last_name, first_name = s.first_name, civility = s.civility, \
             birth_day = s.birth_day, email = s.email, ine = s.ine, level = s.level, details = s.details, \
             sort_key = s.sort_key, search_key = s.search_key, digest = s.digest, gone_at = null \
         from stage.who w join stage.person s on s.jointure = w.jointure \
         where person.id = w.id and w.staged and not w.is_new and (w.changed or w.back)",
        &[],
    )
    .await?;
    tx.run("update person set gone_at = $1 from stage.gone g where person.id = g.id", args![now]).await.map(drop)
}

const BOND_ENDS: &str = "\
update guardianship set until = $1 from stage.bond_end e \
where guardianship.child_id = e.child_id and guardianship.adult_id = e.adult_id";

const BOND_CHANGES: &str = "\
insert into guardianship (child_id, adult_id, relation, position, source, since) \
select child_id, adult_id, relation, position, 'aaf', $1 from stage.bond_change where true \
on conflict (child_id, adult_id) do update \
set relation = excluded.relation, position = excluded.position, source = 'aaf', until = null";

const SIT_ENDS: &str = "\
update member set until = $1 from stage.sit_end e \
where member.circle_id = e.circle_id and member.person_id = e.person_id and member.role = e.role and member.source = 'aaf'";

const SIT_CHANGES: &str = "\
insert into member (circle_id, person_id, role, source, since) \
select circle_id, person_id, role, 'aaf', $1 from stage.sit_change where true \
on conflict (circle_id, person_id, role, source) do update set since = excluded.since, until = null";
