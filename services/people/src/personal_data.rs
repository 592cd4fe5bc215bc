//! What somebody chose to show, for a copy of all that is kept of them; and what goes when they leave for good.

use crate::{W, face, night, shown};
use db::{Result, Tx, args};
use school::PersonId;
use web::personal::{Leaver, Part, Subject};

/// What the people of a subject show.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let shown = shown::of(tx, &subject.people).await?;
    let faces = face::of(tx, &subject.people).await?;
    let said = |yes: bool| if yes { W.data_yes() } else { W.data_no() };
    let row = |person: &PersonId| {
        let chosen = shown.get(person)?;
        Some(vec![
            chosen.phone.clone().into(),
            said(chosen.listed).into(),
            said(chosen.phone_to.colleagues || chosen.phone_to.parents).into(),
            said(chosen.email_to.colleagues || chosen.email_to.parents).into(),
            said(chosen.photo_to.colleagues || chosen.photo_to.parents).into(),
        ])
    };
    let columns = [W.data_phone(), W.data_listed(), W.data_phone_shown(), W.data_email_shown(), W.data_photo_shown()];
    let choices = Part::new("ce-que-je-montre", W.what_i_show(), &columns);
    let choices = choices.rows(subject.people.iter().filter_map(row));
    let kept = subject.people.iter().filter(|it| faces.contains_key(*it)).map(|_| vec![W.data_face_kept().into()]);
    let photos = Part::new("photo-de-la-classe", W.data_face(), &[W.data_face()]).rows(kept);
    Ok([choices, photos].into_iter().filter_map(Part::unless_empty).collect())
}

/// Forgets what somebody who left for good showed; the face goes by night, with its bytes.
///
/// # Errors
/// A fault of the database.
pub async fn erase(tx: &mut Tx, leaver: &Leaver) -> Result<u64> {
    let shown = tx
        .changed_rows(
            "delete from people_shown where person_id in (select unhex(value) from json_each($1))",
            args![leaver.list()],
        )
        .await?;
    Ok(shown + night::leave(tx, &leaver.people).await?)
}
