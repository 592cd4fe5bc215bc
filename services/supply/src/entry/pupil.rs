//! A pupil who is there before the directory knows it: marked as provisional until a delivery brings the child.

use super::{
    Correction, Entry, EntryKind, correct, note,
    pupil_form::{Chosen, NewGuardian, NewPupil},
    resemblance, seats,
};
use crate::{W, double::decide};
use commons::audit::{self, Action};
use db::{Error, Result, Tx, args};
use school::{
    Circle, PersonId, PersonKind, Right, School, Source, Viewer,
    person::{self, NewPerson},
};

/// The field by which somebody says who a pupil is.
pub const CHOSEN: &str = "choix";

/// Who is to be seated in a class.
#[derive(Debug)]
pub struct Arrival<'a> {
    /// The class.
    pub class: &'a Circle,
    /// The pupil as typed.
    pub pupil: &'a NewPupil,
    /// What was answered about pupils who resemble.
    pub chosen: Chosen,
    /// The adult responsible, as typed.
    pub guardian: Option<&'a NewGuardian>,
    /// What was answered about adults of the same name.
    pub chosen_guardian: Chosen,
}

/// Enters a pupil in a class, or seats there one the school knows already. The caller asked about those who resemble: whoever
/// was not chosen is somebody else, and is never merged with the one entered.
///
/// # Errors
/// [`Error::NotFound`] when who was chosen does not resemble; [`Error::Invalid`] under [`CHOSEN`] when the pupil is in another
/// class and the viewer does not run the people of the school; a fault of the database.
pub async fn enter(tx: &mut Tx, viewer: &Viewer, arrival: &Arrival<'_>) -> Result<PersonId> {
    if let Chosen::Known(known) = arrival.chosen {
        return seat_known(tx, viewer, arrival, known).await;
    }
    let (class, new) = (arrival.class, arrival.pupil);
    let school = School::load(tx, class.school_id).await?;
    let like = resemblance::pupils(tx, class.school_id, new).await?;
    let named = NewPerson::named(PersonKind::Pupil, Source::Hand, &school.academy, (&new.first_name, &new.last_name));
    let entered = NewPerson { birth_day: new.born(), level: new.level.as_deref(), ..named };
    let child = person::enter(tx, &entered).await?;
    note(tx, viewer, class.school_id, (child, EntryKind::Pupil), None).await?;
    decide::tell_apart(tx, viewer.account, &school, child, like.iter().map(|it| it.id).collect()).await?;
    seats::seat_pupil(tx, class, child, new.level.as_deref()).await?;
    if let Some(guardian) = arrival.guardian {
        tie(tx, &school, child, guardian, arrival.chosen_guardian).await?;
    }
    Ok(child)
}

/// Seats by hand, in the class, a pupil of the school who was there already.
async fn seat_known(tx: &mut Tx, viewer: &Viewer, arrival: &Arrival<'_>, known: PersonId) -> Result<PersonId> {
    let class = arrival.class;
    let like = resemblance::pupils(tx, class.school_id, arrival.pupil).await?;
    let found = like.iter().find(|it| it.id == known).ok_or(Error::NotFound)?;
    // Who is in which class is the head's to say: a teacher takes no pupil from another.
    if found.place.is_some() && !viewer.may_at(Right::EnterPeople, class.school_id) {
        return Err(Error::invalid(CHOSEN, W.entry_like_head()));
    }
    seats::seat_pupil(tx, class, known, found.level.as_deref()).await?;
    let detail = format!("seat {}", class.id);
    audit::write(tx, Some(viewer.account), Action::EntryChanged, Some(known.to_string()), Some(&detail)).await?;
    Ok(known)
}

/// Ties a child to an adult: one of the same name the school knows, when somebody says so, else a new one.
async fn tie(tx: &mut Tx, school: &School, child: PersonId, new: &NewGuardian, chosen: Chosen) -> Result<()> {
    let adult = match chosen {
        Chosen::Known(known) => {
            let like = resemblance::guardians(tx, school.id, new).await?;
            like.iter().find(|it| it.id == known).ok_or(Error::NotFound)?.id
        }
        Chosen::Nothing | Chosen::Nobody => enter_guardian(tx, school, new).await?,
    };
    let now = tx.now();
    tx.change(
        "insert into guardianship (child_id, adult_id, position, source, since) values ($1, $2, 1, 'hand', $3)",
        args![child, adult, now],
    )
    .await
}

async fn enter_guardian(tx: &mut Tx, school: &School, new: &NewGuardian) -> Result<PersonId> {
    let named =
        NewPerson::named(PersonKind::Guardian, Source::Hand, &school.academy, (&new.first_name, &new.last_name));
    person::enter(tx, &NewPerson { email: new.email.as_deref(), ..named }).await
}

/// Corrects a pupil entered by hand, in the class.
///
/// # Errors
/// [`Error::Conflict`] when the entry is no more; a fault of the database.
pub async fn change(tx: &mut Tx, viewer: &Viewer, class: &Circle, entry: &Entry, to: &NewPupil) -> Result<()> {
    let correction = Correction {
        last_name: &to.last_name,
        first_name: &to.first_name,
        birth_day: to.born(),
        email: None,
        level: to.level.as_deref(),
    };
    correct(tx, viewer, entry, &correction).await?;
    if entry.level == to.level {
        return Ok(());
    }
    seats::change_level(tx, class, entry.person_id, to.level.as_deref()).await
}

/// Ends what was entered by hand about who is responsible for a child; adults who have no other child go with it.
pub(super) async fn end_ties(tx: &mut Tx, child: PersonId) -> Result<()> {
    let now = tx.now();
    let adults: Vec<PersonId> = tx
        .column(
            "update guardianship set until = $2 where child_id = $1 and source = 'hand' and until is null \
             returning adult_id",
            args![child, now],
        )
        .await?;
    for adult in adults {
        tx.change(
            "update person set gone_at = $2 where id = $1 and source = 'hand' and gone_at is null and not exists \
             (select 1 from guardianship g where g.adult_id = person.id and g.until is null)",
            args![adult, now],
        )
        .await?;
    }
    Ok(())
}
