//! By night go the faces that may be shown no more: an adult responsible refused since, the child left the school, the person was
//! erased. And, once their time is over, all those of pupils.

use crate::{W, face};
use commons::{
    House,
    image_right::{Purpose, Register, State},
    job::JobKind,
    retention::{Rule, Work},
};
use db::{Moment, Result, Tx, args, id_list};
use school::{PersonId, SchoolId, SchoolYear};

/// The job. Twice is the same as once.
pub const FACES: JobKind = JobKind { name: "people.faces", run: |house, _| Box::pin(night(house)) };

/// How many are erased in one transaction: each has bytes in the store.
const AT_ONCE: i64 = 200;

pub(crate) const RULES: &[Rule] = &[
    Rule {
        topic: "faces",
        label: || W.retention_faces(),
        why: || W.retention_faces_why(),
        default_days: 365,
        least_days: 30,
        most_days: 400,
        work: Work::Own {
            count: |tx, older_than| Box::pin(past(tx, older_than)),
            erase: |house, tx, older_than| Box::pin(erase(house, tx, older_than)),
        },
    },
    Rule {
        topic: "search-reasons",
        label: || W.retention_reasons(),
        why: || W.retention_reasons_why(),
        default_days: 365,
        least_days: 180,
        most_days: 1095,
        work: Work::Rows {
            count: "select count(*) as n from people_reason where given_at < $1",
            erase: "delete from people_reason where (account_id, day) in \
                    (select account_id, day from people_reason where given_at < $1 limit $2)",
        },
    },
];

async fn past(tx: &mut Tx, older_than: Moment) -> Result<i64> {
    tx.count("select count(*) as n from people_face where year > 0 and kept_at < $1", args![older_than]).await
}

async fn erase(house: &House, tx: &mut Tx, older_than: Moment) -> Result<i64> {
    let rows: Vec<PersonId> = tx
        .column(
            "select person_id from people_face where year > 0 and kept_at < $1 order by kept_at, person_id limit $2",
            args![older_than, AT_ONCE],
        )
        .await?;
    remove_all(tx, house, rows).await
}

async fn remove_all(tx: &mut Tx, house: &House, people: impl IntoIterator<Item = PersonId>) -> Result<i64> {
    let mut removed = 0;
    for person in people {
        removed += i64::from(face::remove(tx, house, person).await?);
    }
    Ok(removed)
}

async fn night(house: House) -> Result<()> {
    let mut tx = house.db.read().await?;
    let gone = gone(&mut tx).await?;
    let refused = refused(&mut tx).await?;
    drop(tx);
    let all: Vec<PersonId> = gone.into_iter().chain(refused).collect();
    for some in all.chunks(100) {
        let mut tx = house.db.write().await?;
        remove_all(&mut tx, &house, some.iter().copied()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Those erased, whose face was left without a year, and those who are of no school any more.
async fn gone(tx: &mut Tx) -> Result<Vec<PersonId>> {
    tx.column(
        "select f.person_id from people_face f left join person p on p.id = f.person_id \
         where p.id is null or p.gone_at is not null or f.year < 0 \
         union \
         select f.person_id from people_face f where f.year > 0 and not exists (select 1 from member m \
             where m.person_id = f.person_id and m.role = 'pupil' and m.since <= $1 \
             and (m.until is null or m.until > $1))",
        args![tx.now()],
    )
    .await
}

/// The pupils of whom an adult refuses the image now. Those who have not answered for a new year are hidden, and kept until the
/// rule above.
async fn refused(tx: &mut Tx) -> Result<Vec<PersonId>> {
    let year = SchoolYear::of(tx.now().day()).0;
    let rows: Vec<(SchoolId, PersonId)> = tx
        .all(
            "select distinct c.school_id, f.person_id from people_face f join member m on m.person_id = f.person_id \
             and m.role = 'pupil' and m.since <= $1 and (m.until is null or m.until > $1) \
             join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
             where f.year > 0 order by 1, 2",
            args![tx.now()],
        )
        .await?;
    let mut refused = Vec::new();
    for some in rows.chunk_by(|one, other| one.0 == other.0) {
        let Some((school, _)) = some.first() else { continue };
        let children: Vec<PersonId> = some.iter().map(|row| row.1).collect();
        let register = Register::read(tx, *school, year, children.iter().copied()).await?;
        refused.extend(children.into_iter().filter(|child| register.state(*child, Purpose::School) == State::No));
    }
    Ok(refused)
}

/// Marks the faces of people who are erased: they go with their bytes this night.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn leave(tx: &mut Tx, people: &[PersonId]) -> Result<u64> {
    tx.changed_rows(
        "update people_face set year = -1 where person_id in (select unhex(value) from json_each($1))",
        args![id_list(people.iter().copied())],
    )
    .await
}
