//! What was done about a request, in the order it was.

use super::RequestId;
use db::{FromRow, Moment, Result, Tx, args};

/// What was done about a request.
#[derive(Debug, Clone, FromRow)]
pub struct Step {
    /// What.
    pub verb: String,
    /// In which words.
    pub detail: String,
    /// When.
    pub at: Moment,
    /// Who did it.
    pub name: Option<String>,
}

/// What was done about a request, the oldest first. For the desk that loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn steps(tx: &mut Tx, id: RequestId) -> Result<Vec<Step>> {
    tx.all(
        "select s.verb, s.detail, s.at, \
             coalesce(a.name, (select min(p.first_name || ' ' || p.last_name) from account_person h \
                 join person p on p.id = h.person_id where h.account_id = a.id), a.login) as name \
         from rights_step s left join account a on a.id = s.account_id where s.request_id = $1 order by s.at, \
             case s.verb when 'received' then 0 when 'identity-checked' then 1 when 'in-progress' then 2 \
                 when 'told-head' then 3 when 'extended' then 4 else 5 end, s.id",
        args![id],
    )
    .await
}
