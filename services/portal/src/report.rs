//! « Signaler ce contenu »: anybody asks for a content to be taken off line, without an account. The director answers.

use crate::{
    page::PageId,
    site::{Desk, PublicSite},
};
use db::{FromRow, Moment, Result, Tx, args, id};

pub(crate) use crate::report_answer::settle_page;
pub use crate::{
    report_answer::settle,
    report_filing::{LONGEST, ReportForm, file},
};

id! {
    /// A report.
    PortalReportId
}

/// A report that waits for an answer.
#[derive(Debug, Clone, FromRow)]
pub struct Open {
    /// The report.
    pub id: PortalReportId,
    /// The page it is about; nothing for the site as a whole.
    pub page_id: Option<PageId>,
    /// Its title.
    pub title: Option<String>,
    /// Why.
    pub reason: String,
    /// Where to answer.
    pub email: Option<String>,
    /// When.
    pub created_at: Moment,
}

/// The reports of some sites that wait, the oldest first, for those who answer them.
///
/// # Errors
/// A fault of the database.
pub async fn open(tx: &mut Tx, desk: &Desk) -> Result<Vec<Open>> {
    tx.all(
        "select r.id, r.page_id, p.title, r.reason, r.email, r.created_at from portal_report r \
         left join portal_page p on p.id = r.page_id where r.site_id = $1 and r.settled_at is null \
         order by r.created_at, r.id",
        args![desk.site.id],
    )
    .await
}

/// How many reports of a site wait, and since when.
///
/// # Errors
/// A fault of the database.
pub async fn waiting(tx: &mut Tx, site: &PublicSite) -> Result<Option<(i64, Moment)>> {
    let found: (i64, Option<Moment>) = tx
        .one(
            "select count(*) as n, min(created_at) as since from portal_report where site_id = $1 and settled_at is null",
            args![site.id],
        )
        .await?;
    Ok(found.1.map(|since| (found.0, since)))
}
