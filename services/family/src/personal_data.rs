//! What a parent gave and whom they invited, for a copy of all that is kept of them.

use crate::{W, contact::Shown, language};
use db::{FromRow, Moment, Result, Tx, args};
use web::personal::{Part, Subject};

#[derive(FromRow)]
struct Given {
    phone: String,
    other_phone: String,
    email: String,
    language: String,
    shown: Shown,
    changed_at: Moment,
}

/// The ways to be reached somebody gave, and the readers they invited.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, subject: &Subject) -> Result<Vec<Part>> {
    let parts = [given(tx, subject).await?, invited(tx, subject).await?];
    Ok(parts.into_iter().filter_map(Part::unless_empty).collect())
}

async fn given(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let given: Vec<Given> = tx
        .all(
            "select phone, other_phone, email, language, shown, changed_at from family_contact \
             where person_id in (select unhex(value) from json_each($1)) order by changed_at, person_id",
            args![subject.list()],
        )
        .await?;
    let rows = given.into_iter().map(|it| {
        let language = language::name(&it.language).unwrap_or_default();
        let texts = [it.phone, it.other_phone, it.email, language.to_owned(), it.shown.word().to_owned()];
        texts.into_iter().map(Into::into).chain([it.changed_at.into()]).collect()
    });
    let columns = [W.phone(), W.other_phone(), W.email_for_school(), W.language(), W.shown_to(), W.data_changed()];
    Ok(Part::new("coordonnees-donnees", W.contact(), &columns).rows(rows))
}

/// What was typed of a reader: names, the word, when it was sent, accepted and ended.
type Row = (String, String, String, String, Moment, Option<Moment>, Option<Moment>);

async fn invited(tx: &mut Tx, subject: &Subject) -> Result<Part> {
    let invited: Vec<Row> = tx
        .all(
            "select first_name, last_name, word, email, at, accepted_at, ended_at from family_invitation \
             where invited_by in (select unhex(value) from json_each($1)) order by at, id",
            args![subject.list()],
        )
        .await?;
    let rows = invited.into_iter().map(|(first, last, word, email, at, accepted, ended)| {
        vec![first.into(), last.into(), word.into(), email.into(), at.into(), accepted.into(), ended.into()]
    });
    let columns = [
        W.reader_first_name(),
        W.reader_last_name(),
        W.reader_word(),
        W.reader_email(),
        W.data_sent(),
        W.data_accepted(),
        W.data_ended(),
    ];
    Ok(Part::new("proches-invites", W.readers(), &columns).rows(rows))
}
