//! Those a post is signed by: the one who began it, and pupils of the class the teacher adds.

use commons::Thing;
use db::{FromRow, Result, Tx, args};
use school::{PersonId, PersonKind, Role, circle, person};

/// Somebody a post or a comment is signed by.
#[derive(Debug, Clone, FromRow)]
pub struct Author {
    /// The person.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// What the directory says the person is.
    #[sqlx(try_from = "String")]
    pub kind: PersonKind,
}

impl Author {
    /// « Zoé M. » for a pupil or a parent, the whole name of somebody who works at the school.
    pub fn shown(&self) -> String {
        shown(self.kind, &self.first_name, &self.last_name)
    }
}

/// The name a post or a comment is signed with.
pub fn shown(kind: PersonKind, first_name: &str, last_name: &str) -> String {
    match kind {
        PersonKind::Pupil | PersonKind::Guardian => person::short(first_name, last_name),
        PersonKind::Staff | PersonKind::Agent => format!("{first_name} {last_name}"),
    }
}

/// Those a post is signed by, pupils first. For those who already loaded it.
///
/// # Errors
/// A fault of the database.
pub async fn of(tx: &mut Tx, thing: &Thing) -> Result<Vec<Author>> {
    tx.all(
        "select p.id, p.first_name, p.last_name, p.kind from post_author a join person p on p.id = a.person_id \
         where a.thing_id = $1 and a.school_id = $2 order by case when p.kind = 'pupil' then 0 else 1 end, p.sort_key",
        args![thing.id, thing.school_id],
    )
    .await
}

/// Signs a new post with the name of the one who begins it.
pub(crate) async fn sign(tx: &mut Tx, thing: &Thing, person: PersonId) -> Result<()> {
    tx.run(
        "insert into post_author (thing_id, school_id, person_id) values ($1, $2, $3) on conflict (thing_id, person_id) do nothing",
        args![thing.id, thing.school_id, person],
    )
    .await
    .map(drop)
}

/// Revises the pupils a post is signed by. Those who are not pupils of the class are left out without a word: the form
/// offers none.
pub(crate) async fn revise(tx: &mut Tx, thing: &Thing, chosen: &[PersonId]) -> Result<()> {
    tx.run(
        "delete from post_author where thing_id = $1 and school_id = $2 and person_id <> $3",
        args![thing.id, thing.school_id, thing.author_id],
    )
    .await?;
    if chosen.is_empty() {
        return Ok(());
    }
    let pupils = circle::members(tx, thing.circle_id, Role::Pupil).await?;
    for pupil in pupils.iter().filter(|pupil| chosen.contains(&pupil.id)) {
        sign(tx, thing, pupil.id).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_those_who_work_at_the_school_are_named_in_full() {
        for (kind, name) in [
            (PersonKind::Pupil, "Zoé M."),
            (PersonKind::Guardian, "Zoé M."),
            (PersonKind::Staff, "Zoé Martin"),
            (PersonKind::Agent, "Zoé Martin"),
        ] {
            assert_eq!(shown(kind, "Zoé", "Martin"), name);
        }
    }
}
