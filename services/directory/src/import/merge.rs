//! Applying the plan: the one transaction in which the house changes. Only what differs is written.

use super::{awaited, stage::Filled};
use crate::W;
use db::{Moment, Result, Tx, args};
use std::sync::PoisonError;

/// Writes what a filled bench leads to; tells how many classes and groups are over.
pub(super) async fn apply(tx: &mut Tx, filled: &Filled, academy: &str, year: i64) -> Result<i64> {
    structures(tx, filled, academy).await?;
    let now = tx.now();
    people(tx, now).await?;
    for statement in [BOND_ENDS, BOND_CHANGES, SIT_ENDS, HAND_SITS_END, HAND_SITS_OF_THE_GONE_END, SIT_CHANGES] {
        tx.change(statement, args![now]).await?;
    }
    awaited::write(tx, academy, filled.shared.full).await?;
    if !filled.shared.full {
        return Ok(0);
    }
    tx.change(CLASSES_BESIDE, args![academy, year, now, W.class_beside()]).await?;
    end_empty_circles(tx, academy, year, now).await
}

/// Writes schools and circles.
#[expect(clippy::await_holding_lock, reason = "the reading threads, which shared the circles, have ended")]
pub(super) async fn structures(tx: &mut Tx, filled: &Filled, academy: &str) -> Result<()> {
    filled.shared.places.write(tx, academy).await?;
    let circles = filled.shared.circles.lock().unwrap_or_else(PoisonError::into_inner);
    circles.write(tx, academy).await
}

/// AAF-1D knows no empty class: one that nobody is in any more is over. A delta concludes nothing from absence.
async fn end_empty_circles(tx: &mut Tx, academy: &str, year: i64, now: Moment) -> Result<i64> {
    let ended = tx.changed_rows(EMPTY_CLASSES, args![academy, year, now]).await?;
    let ended = ended + tx.changed_rows(CLASSES_EMPTIED, args![academy, year, now]).await?;
    let ended = ended + tx.changed_rows(CLASSES_GIVEN_UP, args![academy, year, now]).await?;
    for statement in [EMPTY_LEVELS, FAMILIES_OF_NOBODY, PAST_YEARS] {
        tx.change(statement, args![academy, year, now]).await?;
    }
    Ok(i64::try_from(ended).unwrap_or(i64::MAX))
}

// The first full delivery of a school year turns the page: what was seated by hand in a class of the past ends with it.
const PAST_YEARS: &str = "\
update circle set until = $3 where academy = $1 and year > 0 and year < $2 and until is null";

const EMPTY_CLASSES: &str = "\
update circle set until = $3 where academy = $1 and year = $2 and until is null and kind in ('class', 'group') \
and key not like 'hand:%' \
and not exists (select 1 from member m where m.circle_id = circle.id and m.role = 'pupil' and m.until is null)";

// A class the school opened by hand, which no class of the delivery adopted and whose pupils the delivery seats elsewhere.
const CLASSES_EMPTIED: &str = "\
update circle set until = $3 where academy = $1 and year = $2 and until is null and kind = 'class' and key like 'hand:%' \
and exists (select 1 from member m where m.circle_id = circle.id and m.role = 'pupil' and m.source = 'hand' and m.until = $3) \
and not exists (select 1 from member m where m.circle_id = circle.id and m.role = 'pupil' \
    and (m.until is null or m.until > $3))";

// The same once those of the delivery took the place of its pupils, one by one.
const CLASSES_GIVEN_UP: &str = "\
update circle set until = $3 where academy = $1 and year = $2 and until is null and kind = 'class' and key like 'hand:%' \
and exists (select 1 from member m join person p on p.id = m.person_id and p.merged_into is not null \
    where m.circle_id = circle.id and m.role = 'pupil') \
and not exists (select 1 from member m where m.circle_id = circle.id and m.role = 'pupil' \
    and (m.until is null or m.until > $3))";

// A class with pupils of whom no delivery says that they are in it: it may be one the delivery names otherwise, or one of two that
// bear its name. Somebody must look.
const CLASSES_BESIDE: &str = "\
insert into stage.finding (file, entity, record, attribute, code, message, value, rejected) \
select '', 'EtabEducNat', s.jointure, null, 'class-beside', $4, c.name, false from circle c \
join school s on s.id = c.school_id and s.jointure is not null and s.gone_at is null \
where c.academy = $1 and c.year = $2 and c.kind = 'class' and c.until is null \
and not exists (select 1 from member m where m.circle_id = c.id and m.role = 'pupil' and m.source = 'aaf' and m.until is null) \
and exists (select 1 from member m where m.circle_id = c.id and m.role = 'pupil' and (m.until is null or m.until > $3))";

const EMPTY_LEVELS: &str = "\
update circle set until = $3 where academy = $1 and year = $2 and until is null and kind = 'level' \
and not exists (select 1 from member m where m.circle_id = circle.id and m.role = 'pupil' and m.until is null)";

const FAMILIES_OF_NOBODY: &str = "\
update circle set until = $3 where academy = $1 and year = $2 and until is null and kind = 'families' \
and exists (select 1 from circle c where c.id = circle.of_circle and c.until = $3)";

async fn people(tx: &mut Tx, now: Moment) -> Result<()> {
    tx.change(NEW_PEOPLE, &[]).await?;
    tx.change(CHANGED_PEOPLE, &[]).await?;
    tx.change(
        "update person set incomplete = s.incomplete from stage.person s \
            where person.id = s.id and s.same and person.incomplete <> s.incomplete",
        &[],
    )
    .await?;
    tx.change("update person set gone_at = $1 from stage.gone g where person.id = g.id", args![now]).await
}

const NEW_PEOPLE: &str = "\
insert into person (id, kind, academy, jointure, last_name, first_name, civility, birth_day, email, ine, level, \
    details, sort_key, search_key, digest, incomplete, created_at) \
select id, kind, academy, jointure, last_name, first_name, civility, birth_day, email, ine, level, \
    details, sort_key, search_key, digest, incomplete, created_at from stage.person where is_new";

const CHANGED_PEOPLE: &str = "\
update person set kind = s.kind, last_name = s.last_name, first_name = s.first_name, civility = s.civility, \
    birth_day = s.birth_day, email = s.email, ine = s.ine, level = s.level, details = s.details, \
    sort_key = s.sort_key, search_key = s.search_key, digest = s.digest, incomplete = s.incomplete, gone_at = null \
from stage.person s where person.id = s.id and not s.is_new and not s.same";

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

// Where a pupil is in class is the delivery's to say, once it says it: the seat the school gave in a class of the same year, when
// the year was opened by hand, has done its time. A pupil the delivery does not know keeps it.
const HAND_SITS_END: &str = "\
update member set until = $1 from (select distinct m.circle_id, m.person_id from stage.sit_change s \
    join circle n on n.id = s.circle_id and n.kind = 'class' \
    join member m on m.person_id = s.person_id and m.source = 'hand' and m.role = 'pupil' and m.until is null \
    join circle c on c.id = m.circle_id and c.kind in ('class', 'level') and c.year = n.year \
    where s.role = 'pupil') e \
where member.circle_id = e.circle_id and member.person_id = e.person_id and member.role = 'pupil' and member.source = 'hand'";

const HAND_SITS_OF_THE_GONE_END: &str = "\
update member set until = $1 from (select m.circle_id, m.person_id from stage.gone g \
    join member m on m.person_id = g.id and m.source = 'hand' and m.role = 'pupil' and m.until is null \
    join circle c on c.id = m.circle_id and c.kind in ('class', 'level') and c.until is null) e \
where member.circle_id = e.circle_id and member.person_id = e.person_id and member.role = 'pupil' and member.source = 'hand'";

const SIT_CHANGES: &str = "\
insert into member (circle_id, person_id, role, source, since) \
select circle_id, person_id, role, 'aaf', $1 from stage.sit_change where true \
on conflict (circle_id, person_id, role, source) do update set since = excluded.since, until = null";
