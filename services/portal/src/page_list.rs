//! The pages of sites, in lists.

use crate::{
    page::{SitePage, select_pages},
    site::SiteId,
};
use db::{Result, Tx, args};

/// The most pages a list shows.
const MOST: i64 = 500;

/// The pages of a site, those that wait first. For those who loaded its desk.
///
/// # Errors
/// A fault of the database.
pub async fn all(tx: &mut Tx, site: SiteId) -> Result<Vec<SitePage>> {
    tx.all(select_pages!("where site_id = $1 order by changed_at desc, id desc limit $2"), args![site, MOST]).await
}

/// The pages of some sites that wait for their director, the oldest first.
///
/// # Errors
/// A fault of the database.
pub async fn proposed(tx: &mut Tx, sites: &str) -> Result<Vec<SitePage>> {
    tx.all(
        select_pages!(
            "where site_id in (select unhex(value) from json_each($1)) and state = 'proposed' \
             order by proposed_at, id limit $2"
        ),
        args![sites, MOST],
    )
    .await
}
