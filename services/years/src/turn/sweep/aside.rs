//! The schools an opening for an académie left aside: those it could not open, those that undid their opening meanwhile, and those
//! it could not take back.

use super::{Sweep, SweepId};
use commons::House;
use db::{FromRow, Result, Tx, args};
use school::{SchoolId, text_enum};

text_enum! {
    /// Why a school was left aside.
    Reason {
        /// It could not be opened.
        Failed = "failed",
        /// Its opening could not be taken back: the directory brought its classes, or somebody goes on with them.
        Kept = "kept",
        /// Its opening was undone while the others were being opened: it is not opened over that.
        Undone = "undone",
    }
}

/// A school left aside.
#[derive(Debug, Clone, FromRow)]
pub struct Aside {
    /// The school.
    pub school_id: SchoolId,
    /// Its name.
    pub name: String,
    /// Its commune.
    pub town: Option<String>,
    /// Its national number.
    pub uai: String,
    /// Why.
    pub reason: Reason,
    /// The cause as the machine says it: for the terminal, never for a page.
    pub failure: String,
}

/// Leaves a school aside.
pub(super) async fn put(house: &House, sweep: SweepId, school: SchoolId, reason: Reason, failure: &str) -> Result<()> {
    let mut tx = house.db.write().await?;
    tx.change(
        "insert into turn_aside (sweep_id, school_id, reason, failure) values ($1, $2, $3, $4) \
         on conflict (sweep_id, school_id) do update set reason = excluded.reason, failure = excluded.failure",
        args![sweep, school, reason, failure],
    )
    .await?;
    tx.commit().await
}

/// Keeps a school whose opening was just undone from the openings for its académie that go on: they would open it again at once.
pub(in crate::turn) async fn leave_alone(tx: &mut Tx, school: SchoolId, year: i64) -> Result<()> {
    tx.change(LEAVE_ALONE, args![school, year, Reason::Undone]).await
}

const LEAVE_ALONE: &str = "\
insert into turn_aside (sweep_id, school_id, reason, failure) select w.id, s.id, $3, '' from turn_sweep w \
join school s on s.academy = w.academy where s.id = $1 and w.year = $2 and w.finished_at is null \
on conflict (sweep_id, school_id) do update set reason = excluded.reason, failure = excluded.failure";

/// The schools an opening left aside and that are still so. For those who look after the schools of its académie.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, sweep: &Sweep) -> Result<Vec<Aside>> {
    tx.all(ASIDE, args![sweep.id, sweep.year]).await
}

// One that was opened by somebody since is left aside no more; nor is one that was taken back since.
const ASIDE: &str = "\
select k.school_id, s.name, s.town, s.uai, k.reason, k.failure from turn_aside k join school s on s.id = k.school_id \
where k.sweep_id = $1 and (k.reason = 'kept') = exists (select 1 from turn_draft t where t.school_id = k.school_id \
    and t.year = $2 and t.state = 'open') order by s.sort_key, s.id limit 500";
