//! Each night, those who answer are reminded of what is due within a week, and of what is late.

use super::{Request, desk, select_requests};
use crate::{W, letterbox};
use commons::{House, job::JobKind};
use db::{Day, Error, Result, Tx, args};
use jiff::{ToSpan, civil::Date};
use web::dates;

/// The job of the night.
pub const REMIND: JobKind =
    JobKind { name: "personal_data.remind", run: |house, payload| Box::pin(remind(house, payload)) };

/// From how many days before the last day on.
const WITHIN_DAYS: i64 = 7;
/// The same request is reminded of again after so many days.
const AGAIN_DAYS: i64 = 3;

async fn remind(house: House, over: String) -> Result<()> {
    let over: Date = over.parse().map_err(Error::fault)?;
    let today = over.saturating_add(1.day());
    let mut tx = house.db.write().await?;
    let pressing = pressing(&mut tx, today).await?;
    if pressing.is_empty() {
        return tx.commit().await;
    }
    for holder in desk::holders(&mut tx).await? {
        let own: Vec<&Request> = pressing.iter().filter(|it| holds(&holder.scope, &it.scope)).collect();
        let Some(first) = own.first().and_then(|it| it.due_on.date()) else { continue };
        let count = i64::try_from(own.len()).unwrap_or(i64::MAX);
        let text = W.mail_reminder(count, dates::date(first), format!("{}{}", house.address, desk::PATH));
        letterbox::tell(&mut tx, Some(holder.account_id), W.mail_reminder_subject(), &text).await?;
    }
    for request in &pressing {
        tx.change("update rights_request set reminded_on = $2 where id = $1", args![request.id, Day::from(today)])
            .await?;
    }
    tx.commit().await
}

fn holds(holder: &str, scope: &str) -> bool {
    holder == "region" || holder == scope
}

/// What is due soon or late, and was not reminded of these days.
async fn pressing(tx: &mut Tx, today: Date) -> Result<Vec<Request>> {
    let soon = Day::from(today.saturating_add(WITHIN_DAYS.days()));
    let again = Day::from(today.saturating_sub(AGAIN_DAYS.days()));
    tx.all(
        select_requests!(
            "closed_at is null and due_on <= $1 and (reminded_on is null or reminded_on <= $2) order by due_on, id"
        ),
        args![soon, again],
    )
    .await
}
