//! What keeps groups true when nobody looks: they end by themselves, and follow who came and went.

use crate::{
    group::{Group, select_groups},
    making, roll,
};
use commons::{House, arrival, job::JobKind};
use db::{Day, Error, Result, Tx, args};
use school::CircleId;

/// The nightly job: ends groups whose last day is over, then settles all others. Twice is the same as once.
pub(crate) const NIGHT: JobKind = JobKind { name: "groups.night", run: |house, _| Box::pin(all(house)) };

/// What follows an import: the groups of an académie, by its code. Twice is the same as once.
pub(crate) const SEATED: JobKind =
    JobKind { name: arrival::SEATED, run: |house, academy| Box::pin(of_academy(house, academy)) };

async fn all(house: House) -> Result<()> {
    let mut tx = house.db.read().await?;
    let groups: Vec<Group> = tx.all(select_groups!("where g.ended_at is null order by g.circle_id"), &[]).await?;
    drop(tx);
    each(&house, groups).await
}

async fn of_academy(house: House, academy: String) -> Result<()> {
    let mut tx = house.db.read().await?;
    let groups: Vec<Group> = tx
        .all(
            select_groups!("where g.ended_at is null and c.academy = $1 order by g.circle_id"),
            args![academy.as_str()],
        )
        .await?;
    drop(tx);
    each(&house, groups).await
}

/// Each in a transaction of its own: nobody waits long behind it.
async fn each(house: &House, groups: Vec<Group>) -> Result<()> {
    for group in groups {
        let mut tx = house.db.write().await?;
        match turn(&mut tx, &group).await {
            // Somebody ended it meanwhile.
            Err(Error::Conflict) => {}
            Err(error) => return Err(error),
            Ok(()) => tx.commit().await?,
        }
    }
    Ok(())
}

async fn turn(tx: &mut Tx, group: &Group) -> Result<()> {
    let today = Day::from(tx.now().day());
    if group.ends_on.as_str() < today.as_str() || is_closed(tx, group.id).await? {
        return making::end(tx, None, group).await;
    }
    roll::settle(tx, group).await
}

/// Whether the circle was ended otherwise: the year turned.
async fn is_closed(tx: &mut Tx, id: CircleId) -> Result<bool> {
    let closed = tx.count("select count(*) as n from circle where id = $1 and until is not null", args![id]).await?;
    Ok(closed > 0)
}
