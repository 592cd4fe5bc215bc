//! What an adult shows of themselves, and to whom. A teacher of the class, the head and a deputy reach people by duty, whatever
//! is chosen here; children choose nothing.

use crate::W;
use db::{Error, FromRow, Problems, Result, Tx, args, id_list};
use school::{PersonId, PersonKind, Viewer};
use std::collections::HashMap;

/// To whom something is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Those who work in the same school.
    Colleagues,
    /// The families of the class: parents and pupils.
    Parents,
}

/// A choice for each audience.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct To {
    /// Shown to colleagues.
    pub colleagues: bool,
    /// Shown to the parents of the class.
    pub parents: bool,
}

impl To {
    /// Whether one of these audiences is shown it.
    pub fn reaches(self, audiences: &[Audience]) -> bool {
        audiences.iter().any(|it| match it {
            Audience::Colleagues => self.colleagues,
            Audience::Parents => self.parents,
        })
    }
}

/// What somebody shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// A telephone number given for that.
    pub phone: String,
    /// Whether the other parents of the class find the person at all.
    pub listed: bool,
    /// To whom the telephone number.
    pub phone_to: To,
    /// To whom the address of the letter box.
    pub email_to: To,
    /// To whom the photograph.
    pub photo_to: To,
}

impl Default for Shown {
    /// Until somebody chooses: the professional address to colleagues, nothing else.
    fn default() -> Self {
        Self {
            phone: String::new(),
            listed: false,
            phone_to: To::default(),
            email_to: To { colleagues: true, parents: false },
            photo_to: To::default(),
        }
    }
}

#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    phone: String,
    listed: bool,
    phone_colleagues: bool,
    phone_parents: bool,
    email_colleagues: bool,
    email_parents: bool,
    photo_colleagues: bool,
    photo_parents: bool,
}

impl From<Row> for Shown {
    fn from(row: Row) -> Self {
        Self {
            phone: row.phone,
            listed: row.listed,
            phone_to: To { colleagues: row.phone_colleagues, parents: row.phone_parents },
            email_to: To { colleagues: row.email_colleagues, parents: row.email_parents },
            photo_to: To { colleagues: row.photo_colleagues, parents: row.photo_parents },
        }
    }
}

/// What some people chose; those who chose nothing are not there.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, people: &[PersonId]) -> Result<HashMap<PersonId, Shown>> {
    let rows: Vec<Row> = tx
        .all(
            "select person_id, phone, listed, phone_colleagues, phone_parents, email_colleagues, email_parents, \
             photo_colleagues, photo_parents from people_shown \
             where person_id in (select unhex(value) from json_each($1))",
            args![id_list(people.iter().copied())],
        )
        .await?;
    Ok(rows.into_iter().map(|row| (row.person_id, row.into())).collect())
}

/// The adults among the persons of a viewer: those who choose.
///
/// # Errors
/// [`Error::NotFound`] when the viewer is a child, or in no directory.
pub fn own(viewer: &Viewer) -> Result<Vec<PersonId>> {
    let adults: Vec<PersonId> =
        viewer.people.iter().filter(|me| me.kind != PersonKind::Pupil).map(|me| me.id).collect();
    if adults.is_empty() { Err(Error::NotFound) } else { Ok(adults) }
}

impl Shown {
    /// Checks what was typed.
    ///
    /// # Errors
    /// [`Error::Invalid`] beside `telephone` when it is no telephone number.
    pub fn check(self) -> Result<Self> {
        let phone = self.phone.trim();
        let digits = phone.chars().filter(char::is_ascii_digit).count();
        let is_number = phone.chars().all(|it| it.is_ascii_digit() || matches!(it, ' ' | '.' | '+' | '(' | ')' | '-'));
        let ok = phone.is_empty() || (is_number && (4..=15).contains(&digits) && phone.len() <= 24);
        let mut problems = Problems::default();
        problems.require(ok, "telephone", W.phone_wrong());
        let wanted = self.phone_to.colleagues || self.phone_to.parents;
        problems.require(!ok || !wanted || !phone.is_empty(), "telephone", W.phone_missing());
        problems.or(Self { phone: phone.to_owned(), ..self })
    }

    /// Keeps it for the persons of one account.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn save(&self, tx: &mut Tx, people: &[PersonId]) -> Result<()> {
        let now = tx.now();
        for person in people {
            tx.change(
                "insert into people_shown (person_id, phone, listed, phone_colleagues, phone_parents, email_colleagues, \
                 email_parents, photo_colleagues, photo_parents, changed_at) \
                 values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
                 on conflict (person_id) do update set phone = excluded.phone, listed = excluded.listed, \
                 phone_colleagues = excluded.phone_colleagues, phone_parents = excluded.phone_parents, \
                 email_colleagues = excluded.email_colleagues, email_parents = excluded.email_parents, \
                 photo_colleagues = excluded.photo_colleagues, photo_parents = excluded.photo_parents, \
                 changed_at = excluded.changed_at",
                args![
                    *person,
                    &self.phone,
                    self.listed,
                    self.phone_to.colleagues,
                    self.phone_to.parents,
                    self.email_to.colleagues,
                    self.email_to.parents,
                    self.photo_to.colleagues,
                    self.photo_to.parents,
                    now
                ],
            )
            .await?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(phone: &str) -> Shown {
        Shown { phone: phone.to_owned(), ..Shown::default() }
    }

    #[test]
    fn a_telephone_number_is_one() {
        for phone in ["", "05 61 00 00 00", "+33 (0)5.61-00.00.00", "3020"] {
            assert!(typed(phone).check().is_ok(), "{phone}");
        }
        for phone in ["abc", "12", "05 61 00 00 00 00 00 00 00 00 00", "06<script>"] {
            assert!(typed(phone).check().is_err(), "{phone}");
        }
        let shown = Shown { phone_to: To { colleagues: true, parents: false }, ..typed(" ") };
        assert!(shown.check().is_err(), "nothing to show");
    }
}
