//! The director of publication of a site: the head of the school, the *référent ville* of the commune (domain.md §1.3,
//! art. 6). Named in every legal notice, and under every page.

use crate::{W, site::PublicSite};
use db::{FromRow, Result, Tx, args};
use school::{SchoolId, Territory, person};

/// Who answers for what is on line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Director {
    /// The name; nothing while the post is vacant.
    pub name: String,
    /// As what: « directrice de l’école ».
    pub quality: String,
}

#[derive(FromRow)]
struct Head {
    first_name: String,
    last_name: String,
    civility: Option<String>,
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
    let now = tx.now();
    let head: Option<Head> = tx
        .first(
            "select p.first_name, p.last_name, p.civility from circle c join member m on m.circle_id = c.id \
             join person p on p.id = m.person_id where c.school_id = $1 and c.kind = 'staff' and c.until is null \
             and m.role = 'head' and m.since <= $2 and (m.until is null or m.until > $2) and p.gone_at is null \
             order by m.since, p.id limit 1",
            args![school, now],
        )
        .await?;
    Ok(match head {
        None => Director { name: String::new(), quality: W.quality_head().to_owned() },
        Some(head) => Director {
            name: person::full(&head.first_name, &head.last_name),
            quality: match head.civility.as_deref() {
                Some("M.") => W.quality_head_man().to_owned(),
                Some("Mme") => W.quality_head_woman().to_owned(),
                _ => W.quality_head().to_owned(),
            },
        },
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
