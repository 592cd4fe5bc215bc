//! Sessions in lists.

use super::{Session, attended, select_sessions};
use crate::desk::json_list;
use db::{Day, Result, Tx, args};
use school::{Right, Territory, Viewer};

/// How many sessions are shown at once.
const MOST: i64 = 200;

const TO_COME: &str = select_sessions!(
    "(s.scope in (select value from json_each($1)) or s.id in (select t.session_id from training_seat t \
     where t.account_id = $2 and t.state <> 'withdrawn')) and s.day >= $3 order by s.day, s.starts, s.id limit $4"
);
const PAST: &str = select_sessions!(
    "(s.scope in (select value from json_each($1)) or s.id in (select t.session_id from training_seat t \
     where t.account_id = $2 and t.state <> 'withdrawn')) and s.day < $3 order by s.day desc, s.starts desc, s.id limit $4"
);
// An académie organises what its circonscriptions do: their scopes begin alike.
const OF_ACADEMY: &str =
    select_sessions!("s.scope >= $1 and s.scope < $2 and s.day >= $3 order by s.day, s.starts, s.id limit $4");

/// The sessions for the viewer and those the viewer organises, to come or past.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, viewer: &Viewer, past: bool) -> Result<Vec<Session>> {
    let attended = attended(tx, viewer).await?;
    let today = Day::from(tx.now().day());
    let mut scopes: Vec<String> = attended.iter().map(|(scope, _)| scope.clone()).collect();
    scopes.extend(viewer.territories(Right::RunTraining).map(|it| it.to_string()));
    scopes.sort();
    scopes.dedup();
    let statement = if past { PAST } else { TO_COME };
    let mut sessions: Vec<Session> = tx.all(statement, args![json_list(&scopes), viewer.account, &today, MOST]).await?;
    if !past {
        for territory in viewer.territories(Right::RunTraining) {
            if let Territory::Academy(code) = territory {
                let (from, to) = (format!("district:{code}:"), format!("district:{code};"));
                let more: Vec<Session> = tx.all(OF_ACADEMY, args![from, to, &today, MOST]).await?;
                sessions.extend(more);
            }
        }
        sessions.sort_by_cached_key(|session| (session.date(), session.hours().0, session.id));
        sessions.dedup_by_key(|session| session.id);
    }
    let seen = sessions.into_iter().map(|session| session.seen_by(viewer, &attended));
    let on_list: Vec<super::SessionId> = tx
        .column(
            "select session_id from training_seat where account_id = $1 and state <> 'withdrawn'",
            args![viewer.account],
        )
        .await?;
    let kept = |it: &Session| it.is_managed() || it.is_open_to_viewer() || on_list.contains(&it.id);
    Ok(seen.filter(kept).collect())
}
