//! How a parent wishes to be reached, beside what ONDE says: telephones, an address, a language, and to whom that is shown.
//!
//! It is kept for each entry of the account, so that accounts joined and parted again lose nothing.

use crate::W;
use db::{FromRow, Moment, Result, Tx, args};
use school::{PersonKind, Viewer, text_enum};

text_enum! {
    /// To whom what a parent gives is shown. The head always sees it: a school must be able to reach a family.
    Shown {
        /// Those who work in the school.
        Team = "team",
        /// The teachers of the child's class.
        Teachers = "teachers",
        /// The head alone.
        Head = "head",
    }
}

impl Shown {
    /// In words.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Team => W.shown_team(),
            Self::Teachers => W.shown_teachers(),
            Self::Head => W.shown_head(),
        }
    }
}

/// What a parent gives.
#[derive(Debug, Clone, PartialEq, Eq, FromRow)]
pub(crate) struct Contact {
    /// A telephone, or nothing.
    pub(crate) phone: String,
    /// Another, or nothing.
    pub(crate) other_phone: String,
    /// An electronic address for the school, or nothing.
    pub(crate) email: String,
    /// The code of a [language](crate::language).
    pub(crate) language: String,
    /// To whom it is shown.
    pub(crate) shown: Shown,
}

/// What the viewer gave last; none for nothing yet.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer) -> Result<Option<Contact>> {
    tx.first(
        "select phone, other_phone, email, language, shown from family_contact \
         where person_id in (select unhex(value) from json_each($1)) order by changed_at desc, person_id limit 1",
        args![crate::household::guardians(viewer)],
    )
    .await
}

/// Keeps what the viewer gives, for each entry as somebody responsible for children.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn keep(tx: &mut Tx, viewer: &Viewer, contact: &Contact) -> Result<()> {
    let now: Moment = tx.now();
    for me in viewer.people.iter().filter(|me| me.kind == PersonKind::Guardian) {
        tx.change(
            "insert into family_contact (person_id, phone, other_phone, email, language, shown, changed_at) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (person_id) do update set phone = excluded.phone, \
                 other_phone = excluded.other_phone, email = excluded.email, language = excluded.language, \
                 shown = excluded.shown, changed_at = excluded.changed_at",
            args![me.id, &contact.phone, &contact.other_phone, &contact.email, &contact.language, contact.shown, now],
        )
        .await?;
    }
    Ok(())
}
