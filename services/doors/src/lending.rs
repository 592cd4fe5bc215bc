//! « Prêter le téléphone à Zoé »: an adult responsible for a child hands it over, and it shows the pages of the child until the
//! password of the adult is typed. The session of the adult ends at once; what begins opens what the code for home does.

use commons::{
    audit::{self, Action},
    lending,
};
use db::{Result, Tx, args};
use school::{
    PersonId, Viewer,
    account::{self, Account},
    loan,
    person::Name,
    session::{Session, Stay},
    viewer::or_not_found,
};

/// Who gets a telephone back.
pub(crate) struct Lender {
    /// The account.
    pub(crate) account: Account,
    /// First and last name.
    pub(crate) name: String,
    /// Whether to stay signed in was asked for before.
    pub(crate) stayed: bool,
}

/// Lends the browser of a session to a child of the viewer; answers what its cookie holds from now on.
///
/// # Errors
/// [`db::Error::NotFound`] when the viewer is not responsible for the child now, and for a child no telephone is lent to; a fault of
/// the database.
pub(crate) async fn lend(
    tx: &mut Tx,
    viewer: &Viewer,
    from: &Session,
    child: PersonId,
    device: &str,
) -> Result<String> {
    let child = child_of(tx, viewer, child).await?;
    let account = account::open_for(tx, &child).await?;
    let token = loan::lend(tx, from, account, device).await?;
    audit::write(tx, Some(viewer.account), Action::PhoneLent, Some(child.id.to_string()), None).await?;
    Ok(token)
}

async fn child_of(tx: &mut Tx, viewer: &Viewer, id: PersonId) -> Result<Name> {
    or_not_found(viewer.children().iter().any(|child| child.id == id))?;
    or_not_found(!lending::may_borrow(tx, &[id]).await?.is_empty())?;
    tx.one("select id, first_name, last_name from person where id = $1", args![id]).await
}

/// Who lent the browser of a session.
///
/// # Errors
/// [`db::Error::NotFound`] when nobody did; a fault of the database.
pub(crate) async fn lender_of(tx: &mut Tx, session: &Session) -> Result<Lender> {
    let loan = loan::of(tx, session).await?;
    let account = Account::load(tx, loan.lender).await?;
    let name = Viewer::load(tx, loan.lender).await?.name();
    Ok(Lender { account, name, stayed: loan.stay == Stay::Device })
}
