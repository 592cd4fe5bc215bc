//! « Signaler ce contenu »: anybody asks for a content to be taken off line, without an account. The director answers.

use crate::{
    W,
    page::{PageId, SitePage},
    public::Shown,
    publication::reason,
    site::{Desk, PublicSite},
    step::{self, Verb},
    wrong::one_line,
};
use commons::audit::{self, Action};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id};
use school::Viewer;

id! {
    /// A report.
    PortalReportId
}

/// As many open reports as a content has; more would tell the director nothing new.
const MOST_OPEN: i64 = 5;
/// The longest reason, in characters.
pub const LONGEST: usize = 1000;

/// A report as it was typed.
#[derive(Debug, Clone, Default)]
pub struct ReportForm {
    /// Why.
    pub reason: String,
    /// Where to answer, when somebody wants to be answered.
    pub email: String,
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

/// Files a report about a page on line, or about the site.
///
/// # Errors
/// [`Error::Invalid`] with a message for each field.
pub async fn file(tx: &mut Tx, site: &PublicSite, page: Option<&Shown>, form: &ReportForm) -> Result<()> {
    let (reason, email) = form.check()?;
    let page = page.map(|it| it.page_id);
    if open_count(tx, site, page).await? >= MOST_OPEN {
        return Err(Error::invalid("reason", W.report_enough()));
    }
    let (id, now): (PortalReportId, _) = (tx.id(), tx.now());
    tx.run(
        "insert into portal_report (id, site_id, page_id, reason, email, created_at) values ($1, $2, $3, $4, $5, $6)",
        args![id, site.id, page, reason, email, now],
    )
    .await?;
    step::record(tx, None, site.id, page, Verb::Reported, None).await?;
    audit::write(tx, None, Action::ContentReported, Some(id.to_string()), Some(&site.scope)).await
}

async fn open_count(tx: &mut Tx, site: &PublicSite, page: Option<PageId>) -> Result<i64> {
    match page {
        Some(page) => {
            tx.count(
                "select count(*) as n from portal_report where site_id = $1 and page_id = $2 and settled_at is null",
                args![site.id, page],
            )
            .await
        }
        None => {
            tx.count(
                "select count(*) as n from portal_report where site_id = $1 and page_id is null and settled_at is null",
                args![site.id],
            )
            .await
        }
    }
}

impl ReportForm {
    fn check(&self) -> Result<(String, Option<String>)> {
        let mut problems = Problems::default();
        let (reason, email) = (one_line(&self.reason), one_line(&self.email));
        problems.require(!reason.is_empty(), "reason", W.report_reason_missing());
        problems.require(reason.chars().count() <= LONGEST, "reason", W.word_too_long());
        problems.require(email.is_empty() || is_address(&email), "email", W.email_unreadable());
        problems.or((reason, Some(email).filter(|it| !it.is_empty())))
    }
}

/// Whether a text can be an electronic address, and nothing more than that: it becomes a link the director presses.
fn is_address(email: &str) -> bool {
    let plain = |it: char| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_' | '+' | '@' | '\'');
    let Some((name, host)) = email.split_once('@') else { return false };
    email.len() <= 254 && email.chars().all(plain) && !name.is_empty() && host.contains('.') && !host.contains('@')
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

/// Answers a report without taking the content off line. The address to answer to is forgotten.
///
/// # Errors
/// [`Error::Invalid`] beside `word` without a word, or with too many; [`Error::NotFound`], [`Error::Conflict`].
pub async fn settle(tx: &mut Tx, viewer: &Viewer, desk: &Desk, id: PortalReportId, word: &str) -> Result<()> {
    let word = reason(word)?;
    let about: (Option<PageId>,) =
        tx.one("select page_id from portal_report where id = $1 and site_id = $2", args![id, desk.site.id]).await?;
    let now = tx.now();
    let settled = tx
        .run(
            "update portal_report set settled_at = $3, settled_by = $4, email = null \
             where id = $1 and site_id = $2 and settled_at is null",
            args![id, desk.site.id, now, viewer.account],
        )
        .await?;
    if settled == 0 {
        return Err(Error::Conflict);
    }
    step::record(tx, Some(viewer), desk.site.id, about.0, Verb::Kept, Some(&word)).await?;
    audit::write(tx, Some(viewer.account), Action::ReportsSettled, Some(id.to_string()), Some(&desk.site.scope)).await
}

/// Answers every report of a page that was taken off line.
pub(crate) async fn settle_page(tx: &mut Tx, viewer: &Viewer, page: &SitePage) -> Result<()> {
    let now = tx.now();
    tx.run(
        "update portal_report set settled_at = $3, settled_by = $4, email = null \
         where site_id = $1 and page_id = $2 and settled_at is null",
        args![page.site_id, page.id, now, viewer.account],
    )
    .await
    .map(drop)
}

#[cfg(test)]
mod tests {
    use super::is_address;

    #[test]
    fn an_address_carries_nothing_else() {
        assert!(is_address("prenom.nom+ecole@exemple.fr"));
        for wrong in
            ["nom@", "@exemple.fr", "nom@exemple", "a@b.fr?bcc=c@d.fr", "a@b.fr&body=x", "a@b@c.fr", "\"x\"@b.fr"]
        {
            assert!(!is_address(wrong), "{wrong}");
        }
    }
}
