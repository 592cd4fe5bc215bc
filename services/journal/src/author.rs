//! Those a post is signed by: the one who began it, and those the teacher adds among the pupils and the teachers of the
//! class, the two roles that write in its journal (`school::rights`).
//!
//! Whoever signs writes: a share gives them the post to write, and they change it when the one who began it may
//! ([`Post::may_be_edited`](crate::post::Post::may_be_edited)). A pupil does so while it is in hand, before a teacher
//! publishes it; a teacher of the class manages it anyway, and by signing finds it while it is still a draft.

use crate::W;
use commons::{Thing, ThingId, share};
use db::{FromRow, Result, Tx, args, id_list};
use school::{CircleId, PersonId, PersonKind, SchoolId, person};

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
    pub kind: PersonKind,
}

impl Author {
    /// « Zoé M. » for a pupil or a parent, the whole name of somebody who works at the school.
    pub fn shown(&self) -> String {
        shown(self.kind, &self.first_name, &self.last_name)
    }

    /// The whole name, for those in charge who choose among all of a class.
    pub fn full(&self) -> String {
        person::full(&self.first_name, &self.last_name)
    }
}

/// The name a post or a comment is signed with.
pub fn shown(kind: PersonKind, first_name: &str, last_name: &str) -> String {
    match kind {
        PersonKind::Pupil | PersonKind::Guardian => person::short(first_name, last_name),
        PersonKind::Staff | PersonKind::Agent | PersonKind::Guest => person::full(first_name, last_name),
    }
}

/// The same name as those in charge read it: a parent is told from a pupil, who may share it.
pub fn told_apart(kind: PersonKind, first_name: &str, last_name: &str) -> String {
    let name = shown(kind, first_name, last_name);
    if kind == PersonKind::Guardian { W.by_parent(name) } else { name }
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
pub(crate) async fn sign(tx: &mut Tx, thing: ThingId, school: SchoolId, person: PersonId) -> Result<()> {
    tx.change(
        "insert into post_author (thing_id, school_id, person_id) values ($1, $2, $3)",
        args![thing, school, person],
    )
    .await
}

/// Those who may sign a post of a class: its pupils, then its teachers, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn possible(tx: &mut Tx, class: CircleId) -> Result<Vec<Author>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.kind, p.sort_key, \
             case when p.kind = 'pupil' then 0 else 1 end as place \
         from member m join person p on p.id = m.person_id \
         where m.circle_id = $1 and m.role in ('pupil', 'teacher') and m.since <= $2 \
             and (m.until is null or m.until > $2) order by place, p.sort_key",
        args![class, tx.now()],
    )
    .await
}

/// Revises those who sign a post with the one who began it, and write it from now on. Those who may not sign are left
/// out without a word, for the form offers none; for the same reason whoever signed and left the class since still signs.
pub(crate) async fn revise(tx: &mut Tx, thing: &Thing, chosen: &[PersonId], by: PersonId) -> Result<()> {
    let offered = possible(tx, thing.circle_id).await?.into_iter().map(|author| author.id);
    let (ticked, unticked): (Vec<PersonId>, Vec<PersonId>) =
        offered.filter(|person| *person != thing.author_id).partition(|person| chosen.contains(person));
    tx.change(
        "delete from post_author where thing_id = $1 and school_id = $2 \
         and person_id in (select unhex(value) from json_each($3))",
        args![thing.id, thing.school_id, id_list(unticked)],
    )
    .await?;
    tx.change(
        "insert into post_author (thing_id, school_id, person_id) \
         select $1, $2, unhex(value) from json_each($3) where true on conflict (thing_id, person_id) do nothing",
        args![thing.id, thing.school_id, id_list(ticked)],
    )
    .await?;
    let signers = of(tx, thing).await?.into_iter().map(|author| author.id);
    let writers: Vec<PersonId> = signers.filter(|person| *person != thing.author_id).collect();
    share::set_writers(tx, thing.id, &writers, by).await
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

    #[test]
    fn those_in_charge_tell_a_parent_from_a_pupil() {
        assert_eq!(told_apart(PersonKind::Guardian, "Fatou", "Traoré"), "Fatou T., parent");
        assert_eq!(told_apart(PersonKind::Pupil, "Fatou", "Traoré"), "Fatou T.");
    }
}
