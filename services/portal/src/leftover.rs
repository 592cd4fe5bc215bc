//! Photographs and documents no page shows: received by a form that kept nothing, or taken out of a page since. They go by
//! night, with their bytes.

use crate::{block::Blocks, file::PictureId, site::SiteId};
use commons::{House, hold, job::JobKind, paper};
use db::{Error, Moment, Result, Tx, Uuid, args};
use std::collections::HashSet;

/// The job that takes them away. Twice is the same as once.
pub const NIGHT: JobKind = JobKind { name: "portal.leftovers", run: |house, _| Box::pin(night(house)) };

/// A form that named a file may still be open for so many days.
const KEPT_DAYS: i64 = 2;
/// Where nothing was written or received for so many days there is nothing new to look for.
const LOOKED_BACK_DAYS: i64 = 30;

async fn night(house: House) -> Result<()> {
    let mut tx = house.db.read().await?;
    let sites = at_work(&mut tx).await?;
    drop(tx);
    for site in sites {
        let mut tx = house.db.write().await?;
        clear(&mut tx, &house, site).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The sites somebody wrote for of late.
async fn at_work(tx: &mut Tx) -> Result<Vec<SiteId>> {
    let since = tx.now().plus_days(-LOOKED_BACK_DAYS);
    tx.column(
        "select site_id from portal_page where changed_at > $1 \
         union select site_id from portal_picture where kept_at > $1 \
         union select s.id from paper d join portal_site s on s.id = d.about where d.kept_at > $1",
        args![since],
    )
    .await
}

async fn clear(tx: &mut Tx, house: &House, site: SiteId) -> Result<()> {
    let before = tx.now().plus_days(-KEPT_DAYS);
    let named = named(tx, site).await?;
    for picture in pictures(tx, site, before).await? {
        if !named.contains(&picture.0) {
            tx.change("delete from portal_picture where id = $1 and site_id = $2", args![picture, site]).await?;
            hold::release(tx, house, picture.0).await?;
        }
    }
    for document in paper::about(tx, site.0).await? {
        if document.kept_at < before && !named.contains(&document.id.0) {
            paper::erase(tx, house, site.0, document.id).await?;
        }
    }
    Ok(())
}

async fn pictures(tx: &mut Tx, site: SiteId, before: Moment) -> Result<Vec<PictureId>> {
    let select = "select id from portal_picture where site_id = $1 and kept_at < $2 order by id";
    tx.column(select, args![site, before]).await
}

/// The files that a page names, as it stands or as it ever was on line: what was published can be shown to have been.
async fn named(tx: &mut Tx, site: SiteId) -> Result<HashSet<Uuid>> {
    let pages: Vec<String> = tx
        .column(
            "select blocks from portal_page where site_id = $1 union all \
             select v.blocks from portal_version v join portal_page p on p.id = v.page_id where p.site_id = $1",
            args![site],
        )
        .await?;
    let mut files = HashSet::new();
    for blocks in pages {
        files.extend(Blocks::try_from(blocks).map_err(Error::fault)?.files());
    }
    Ok(files)
}
