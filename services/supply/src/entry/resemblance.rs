//! Who of a school resembles somebody about to be entered: asked before a second entry is made of one person.

use super::{
    adult_form::NewAdult,
    pupil_form::{NewGuardian, NewPupil},
};
use crate::double::alike::is_near;
use db::{FromRow, Moment, Result, Tx, args, fold, sort_key};
use school::{PersonId, SchoolId, person::full};

/// Somebody the school knows.
#[derive(Debug, Clone, FromRow)]
pub struct Known {
    /// The person.
    pub id: PersonId,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// The day of birth, ISO.
    pub birth_day: Option<String>,
    /// Level code of a pupil.
    pub level: Option<String>,
    /// The class of a pupil; something for an adult entered by hand.
    pub place: Option<String>,
    /// When the person left.
    pub gone_at: Option<Moment>,
}

impl Known {
    /// « Zoé Martin ».
    pub fn name(&self) -> String {
        full(&self.first_name, &self.last_name)
    }

    fn resembles(&self, last_name: &str, first_name: &str) -> bool {
        let exchanged = fold(&self.last_name) == fold(first_name) && fold(&self.first_name) == fold(last_name);
        exchanged || (is_near(&self.last_name, last_name) && is_near(&self.first_name, first_name))
    }
}

/// The pupils of a school who resemble one about to be entered. Whoever was born another day and has another first name is a
/// brother or a sister.
///
/// # Errors
/// A fault of the database.
pub async fn pupils(tx: &mut Tx, school: SchoolId, new: &NewPupil) -> Result<Vec<Known>> {
    let now = tx.now();
    let pupils: Vec<Known> = tx
        .all(
            "select p.id, p.first_name, p.last_name, p.birth_day, p.level, p.gone_at, \
                 (select min(k.name) from member n join circle k on k.id = n.circle_id and k.kind = 'class' \
                  and k.until is null where n.person_id = p.id and n.role = 'pupil' \
                  and (n.until is null or n.until > $2)) as place \
             from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
                 and m.since <= $2 and (m.until is null or m.until > $2) \
             join person p on p.id = m.person_id and p.merged_into is null \
             where c.school_id = $1 and c.kind = 'school' and c.until is null order by p.sort_key, p.id",
            args![school, now],
        )
        .await?;
    let born_then = |it: &Known| match (it.birth_day.as_deref(), new.born()) {
        (Some(one), Some(other)) => one == other || fold(&it.first_name) == fold(&new.first_name),
        (None, _) | (_, None) => true,
    };
    let mut like: Vec<Known> =
        pupils.into_iter().filter(|it| it.resembles(&new.last_name, &new.first_name) && born_then(it)).collect();
    // A seat of the delivery and one by hand are two rows.
    like.dedup_by_key(|it| it.id);
    Ok(like)
}

/// The adults of the same name already responsible for a pupil of a school.
///
/// # Errors
/// A fault of the database.
pub async fn guardians(tx: &mut Tx, school: SchoolId, new: &NewGuardian) -> Result<Vec<Known>> {
    let now = tx.now();
    tx.all(
        "select distinct a.id, a.first_name, a.last_name, a.birth_day, a.level, cast(null as text) as place, a.gone_at \
         from circle c join member m on m.circle_id = c.id and m.role = 'pupil' \
             and m.since <= $2 and (m.until is null or m.until > $2) \
         join guardianship g on g.child_id = m.person_id and g.until is null \
         join person a on a.id = g.adult_id and a.gone_at is null and a.sort_key = $3 \
         where c.school_id = $1 and c.kind = 'school' and c.until is null order by a.id",
        args![school, now, sort_key(&new.last_name, &new.first_name)],
    )
    .await
}

/// The adults of a school who resemble one about to be entered: those of the team, those entered by hand, now or before.
///
/// # Errors
/// A fault of the database.
pub async fn adults(tx: &mut Tx, school: SchoolId, new: &NewAdult) -> Result<Vec<Known>> {
    let now = tx.now();
    let adults: Vec<Known> = tx
        .all(
            "select p.id, p.first_name, p.last_name, p.birth_day, p.level, p.gone_at, cast(null as text) as place, \
                 p.sort_key from circle c join member m on m.circle_id = c.id \
                 and m.since <= $2 and (m.until is null or m.until > $2) \
             join person p on p.id = m.person_id and p.gone_at is null \
             where c.school_id = $1 and c.kind = 'staff' and c.until is null and not (p.source = 'hand' and p.id in \
                 (select e.person_id from supply_entry e where e.school_id = $1)) \
             union select p.id, p.first_name, p.last_name, p.birth_day, p.level, p.gone_at, \
                 'hand' as place, p.sort_key from supply_entry e join person p on p.id = e.person_id \
             where e.school_id = $1 and e.kind <> 'pupil' and p.source = 'hand' and p.merged_into is null order by 8, 1",
            args![school, now],
        )
        .await?;
    Ok(adults.into_iter().filter(|it| it.resembles(&new.last_name, &new.first_name)).collect())
}
