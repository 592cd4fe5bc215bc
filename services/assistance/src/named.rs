//! Whom the head of a school names to answer its families besides.

use crate::agent::Agent;
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args, fold};
use school::{AccountId, SchoolId, Territory, Viewer, person};

// The team of the school, heads aside: they answer anyway.
const TEAM: &str = "\
select distinct a.account_id, p.first_name, p.last_name from circle c \
join member m on m.circle_id = c.id and m.role in ('teacher', 'staff') and m.since <= $2 \
    and (m.until is null or m.until > $2) \
join person p on p.id = m.person_id and p.gone_at is null join account_person a on a.person_id = p.id \
where c.school_id = $1 and c.kind = 'staff' and c.until is null";

/// Those of the team of a school who may be named, by name. For its head.
///
/// # Errors
/// A fault of the database.
pub async fn team(tx: &mut Tx, school: SchoolId) -> Result<Vec<Agent>> {
    let now = tx.now();
    let rows: Vec<(AccountId, String, String)> = tx.all(TEAM, args![school, now]).await?;
    let agent = |(id, first, last): (AccountId, String, String)| Agent { id, name: person::full(&first, &last) };
    let mut team: Vec<Agent> = rows.into_iter().map(agent).collect();
    team.sort_by_cached_key(|it| fold(&it.name));
    Ok(team)
}

/// Those who are named in a school.
///
/// # Errors
/// A fault of the database.
pub async fn named(tx: &mut Tx, school: SchoolId) -> Result<Vec<AccountId>> {
    let place = Territory::School(school).to_string();
    tx.column("select account_id from help_named where place = $1", args![place]).await
}

/// Names those who answer the families of a school besides its head, in place of those named before.
///
/// # Errors
/// [`Error::NotFound`] for somebody who is not of the team; a fault of the database.
pub async fn name(tx: &mut Tx, viewer: &Viewer, school: SchoolId, wanted: &[AccountId]) -> Result<()> {
    let team = team(tx, school).await?;
    if wanted.iter().any(|id| team.iter().all(|it| it.id != *id)) {
        return Err(Error::NotFound);
    }
    let (place, now) = (Territory::School(school).to_string(), tx.now());
    tx.change("delete from help_named where place = $1", args![&place]).await?;
    for id in wanted {
        tx.change(
            "insert into help_named (place, account_id, named_at, named_by) values ($1, $2, $3, $4) \
             on conflict (place, account_id) do nothing",
            args![&place, *id, now, viewer.account],
        )
        .await?;
    }
    audit::write(tx, Some(viewer.account), Action::HelpNamed, Some(school.to_string()), None).await
}
