//! The night after the last day: the seats are over by themselves, the entry is said to be.

use super::leave;
use commons::{
    House,
    audit::{self, Action},
    job::JobKind,
};
use db::{Day, Result, Tx, args};
use school::{PersonId, SchoolId};

/// The nightly job that ends entries whose last day is over. Twice is the same as once.
pub const NIGHT: JobKind = JobKind { name: "supply.entries", run: |house, _| Box::pin(night(house)) };

async fn night(house: House) -> Result<()> {
    let mut tx = house.db.write().await?;
    let (now, today) = (tx.now(), Day::from(tx.now().day()));
    let over: Vec<(PersonId, SchoolId)> = tx
        .all(
            "update supply_entry set ended_at = $1 where until < $2 and ended_at is null and school_id is not null \
             returning person_id, school_id",
            args![now, today],
        )
        .await?;
    for (person, school) in over {
        expire(&mut tx, person, school).await?;
    }
    tx.commit().await
}

async fn expire(tx: &mut Tx, person: PersonId, school: SchoolId) -> Result<()> {
    leave(tx, person).await?;
    audit::write(tx, None, Action::EntryEnded, Some(person.to_string()), Some(&school.to_string())).await
}
