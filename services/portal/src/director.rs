//! The director of publication of a site: the head of the school, the *référent ville* of the commune (domain.md §1.3,
//! art. 6). Named in every legal notice, and under every page.

use crate::{W, site::PublicSite};
use db::{Result, Tx, args};
use school::{PersonId, SchoolId, Territory, circle, person::Name};

/// Who answers for what is on line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Director {
    /// The name; nothing while the post is vacant.
    pub name: String,
    /// As what: « directrice de l’école ».
    pub quality: String,
}

/// The director of a site, today. Said to everybody, hence no viewer.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, site: &PublicSite) -> Result<Director> {
    match site.territory()? {
        Territory::School(school) => head(tx, school).await,
        _ => editors(tx, &site.scope).await,
    }
}

async fn head(tx: &mut Tx, school: SchoolId) -> Result<Director> {
    let heads = circle::heads(tx, school).await?;
    let quality = match heads.as_slice() {
        [head] => title_of_only_head(tx, head.id).await?,
        _ => W.quality_head(),
    };
    let names: Vec<String> = heads.iter().map(Name::full).collect();
    Ok(Director { name: names.join(", "), quality: quality.to_owned() })
}

/// As what somebody who heads a school alone is named.
async fn title_of_only_head(tx: &mut Tx, head: PersonId) -> Result<&'static str> {
    let civility: Option<Option<String>> = tx.value("select civility from person where id = $1", args![head]).await?;
    Ok(match civility.flatten().as_deref() {
        Some("M.") => W.quality_head_man(),
        Some("Mme") => W.quality_head_woman(),
        _ => W.quality_head(),
    })
}

async fn editors(tx: &mut Tx, scope: &str) -> Result<Director> {
    let now = tx.now();
    let named: Vec<Option<String>> = tx
        .column(
            "select a.name from account_grant g join account a on a.id = g.account_id \
             where g.scope = $1 and g.role = 'town-editor' and g.since <= $2 and (g.until is null or g.until > $2) \
             and a.blocked_at is null order by g.since, a.id",
            args![scope, now],
        )
        .await?;
    let names: Vec<String> = named.into_iter().flatten().collect();
    Ok(Director { name: names.join(", "), quality: W.quality_town().to_owned() })
}
