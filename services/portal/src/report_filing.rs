//! Asking for a content to be taken off line.

use crate::{
    W,
    page::PageId,
    public::Shown,
    report::PortalReportId,
    site::PublicSite,
    step::{self, Verb},
    wrong::one_line,
};
use commons::audit::{self, Action};
use db::{Error, Problems, Result, Tx, args};

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
    tx.change(
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
