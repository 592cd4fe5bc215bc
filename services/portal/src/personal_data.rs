//! The pages somebody proposed, for a copy of all that is kept of them.

use crate::W;
use db::{Moment, Result, Tx, args};
use web::personal::{Part, Subject};

/// The pages an account proposed last.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let pages: Vec<(String, String, Option<Moment>)> = tx
        .all(
            "select p.title, s.title as site, p.proposed_at from portal_page p join portal_site s on s.id = p.site_id \
             where p.proposed_by = $1 order by p.proposed_at, p.id",
            args![subject.account],
        )
        .await?;
    let rows = pages.into_iter().map(|(title, site, at)| vec![title.into(), site.into(), at.into()]);
    let columns = [W.mine_title(), W.mine_site(), W.mine_at()];
    let part = Part::new("pages-proposees", W.mine_pages(), &columns).rows(rows);
    Ok(part.unless_empty().into_iter().collect())
}
