//! Those the right to publish can be given to.

use crate::site::PublicSite;
use db::{FromRow, Result, Tx, args};
use school::{AccountId, SchoolId, Territory, Viewer, person};
use std::collections::HashSet;

/// Somebody the right can be given to.
#[derive(Debug, Clone, FromRow)]
pub struct Candidate {
    /// The account.
    pub account_id: AccountId,
    /// The name.
    pub name: String,
}

#[derive(FromRow)]
struct Colleague {
    account_id: AccountId,
    first_name: String,
    last_name: String,
}

/// Those the right can be given to: the team of the school, the people of the commune who have a task for it.
///
/// # Errors
/// A fault of the database.
pub async fn candidates(tx: &mut Tx, viewer: &Viewer, site: &PublicSite) -> Result<Vec<Candidate>> {
    let mut candidates = people(tx, site).await?;
    let mut known = HashSet::new();
    candidates.retain(|it| it.account_id != viewer.account && known.insert(it.account_id));
    Ok(candidates)
}

/// Everybody of the school or of the commune who could have it.
pub(crate) async fn people(tx: &mut Tx, site: &PublicSite) -> Result<Vec<Candidate>> {
    match site.territory()? {
        Territory::School(school) => colleagues(tx, school).await,
        _ => officers(tx, &site.scope).await,
    }
}

async fn colleagues(tx: &mut Tx, school: SchoolId) -> Result<Vec<Candidate>> {
    let now = tx.now();
    let colleagues: Vec<Colleague> = tx
        .all(
            "select a.account_id, p.first_name, p.last_name from circle c join member m on m.circle_id = c.id \
             join person p on p.id = m.person_id join account_person a on a.person_id = p.id \
             where c.school_id = $1 and c.kind = 'staff' and c.until is null and m.role in ('teacher', 'staff') \
             and m.since <= $2 and (m.until is null or m.until > $2) and p.gone_at is null order by p.sort_key, p.id",
            args![school, now],
        )
        .await?;
    let candidate =
        |it: Colleague| Candidate { account_id: it.account_id, name: person::full(&it.first_name, &it.last_name) };
    Ok(colleagues.into_iter().map(candidate).collect())
}

async fn officers(tx: &mut Tx, scope: &str) -> Result<Vec<Candidate>> {
    let now = tx.now();
    tx.all(
        "select g.account_id, coalesce(a.name, a.login) as name from account_grant g \
         join account a on a.id = g.account_id where g.scope = $1 and g.role in ('town-editor', 'town-officer') \
         and g.since <= $2 and (g.until is null or g.until > $2) and a.blocked_at is null order by a.login, a.id",
        args![scope, now],
    )
    .await
}
