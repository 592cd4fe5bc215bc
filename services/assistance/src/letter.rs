//! The letter that tells the author of a request to come and read: it says nothing of what was asked.

use crate::{W, request::KIND, telling::Verb};
use commons::{
    House, ThingId,
    job::JobKind,
    mail::{self, Letter},
};
use db::{Error, Result, args};

/// The job that writes to the author of a request, at the hours of the school when it is a parent.
pub const WRITE: JobKind =
    JobKind { name: "assistance.write", run: |house, payload| Box::pin(write_letter(house, payload)) };

async fn write_letter(house: House, payload: String) -> Result<()> {
    let unreadable = || Error::fault("an unreadable letter of the help desk");
    let (id, verb) = payload.split_once(' ').ok_or_else(unreadable)?;
    let id: ThingId = id.parse().map_err(Error::fault)?;
    let verb = Verb::try_from(verb.to_owned()).map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    let found: Option<String> = tx
        .value(
            "select a.email from help_request r join account a on a.id = r.account_id \
             where r.id = $1 and a.email is not null and a.blocked_at is null",
            args![id],
        )
        .await?;
    if let Some(to) = found {
        let link = format!("{}{}", house.address, KIND.path(id));
        let (subject, said) = match verb {
            Verb::Solved => (W.letter_solved_subject(), W.letter_solved()),
            Verb::Asked | Verb::Answered | Verb::Replied | Verb::Passed | Verb::Reopened => {
                (W.letter_answered_subject(), W.letter_answered())
            }
        };
        let text = web::letter(&[said, &link]);
        mail::post(&mut tx, &Letter { to, subject: subject.to_owned(), text }).await?;
    }
    tx.commit().await
}
