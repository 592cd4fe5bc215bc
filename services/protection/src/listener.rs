//! The adults of a school a child may ask to talk to: those its head chose; else those who teach in the child's class, and
//! the head. Only whoever can sign in is offered: what a child writes must be read. Nobody responsible for the child is: what
//! a child says here never reaches the family by the house, not even where a mother teaches.

use commons::audit::{self, Action};
use db::{Error, FromRow, Result, Tx, args, id_list};
use school::{CircleId, CircleKind, PersonId, Role, SchoolId, Viewer, circle, person::Name};

/// The pupil somebody is.
#[derive(Debug, Clone, Copy)]
pub struct Pupil {
    /// The child.
    pub person: PersonId,
    /// The school.
    pub school: SchoolId,
    /// The class, when there is one by now.
    pub class: Option<CircleId>,
}

impl Pupil {
    /// The pupil a viewer is.
    ///
    /// # Errors
    /// [`Error::NotFound`] to everybody else.
    pub fn of(viewer: &Viewer) -> Result<Self> {
        let seats = || viewer.seats.iter().filter(|seat| seat.role == Role::Pupil);
        let class = seats().find(|seat| seat.kind == CircleKind::Class);
        let seat = class.or_else(|| seats().next()).ok_or(Error::NotFound)?;
        Ok(Self { person: seat.person, school: seat.school, class: class.map(|it| it.circle) })
    }
}

#[derive(FromRow)]
struct Id {
    person_id: PersonId,
}

/// The condition under which a person `p` may listen to a child: somebody who signs in, and no adult of the family.
macro_rules! may_listen {
    ($child:literal) => {
        concat!(
            "exists (select 1 from account_person h join account o on o.id = h.account_id where h.person_id = p.id \
                and o.activated_at is not null and o.blocked_at is null) \
             and not exists (select 1 from account_person mine \
                join account_person other on other.account_id = mine.account_id \
                join guardianship g on g.adult_id = other.person_id and g.until is null \
                where mine.person_id = p.id and g.child_id = ",
            $child,
            ")"
        )
    };
}

const CHOSEN: &str = concat!(
    "select p.id, p.first_name, p.last_name from talk_adult t join person p on p.id = t.person_id and p.gone_at is null \
     where t.school_id = $1 and ",
    may_listen!("$3"),
    " and exists (select 1 from circle c join member m on m.circle_id = c.id where c.school_id = t.school_id \
        and c.kind = 'staff' and m.person_id = p.id and m.since <= $2 and (m.until is null or m.until > $2)) \
     order by t.position, p.sort_key"
);

const LISTENING: &str = concat!(
    "select p.id from person p where p.id in (select unhex(value) from json_each($1)) and p.gone_at is null and ",
    may_listen!("$2")
);

/// The adults a pupil may ask to talk to.
///
/// # Errors
/// A fault of the database.
pub async fn of_pupil(tx: &mut Tx, pupil: &Pupil) -> Result<Vec<Name>> {
    let chosen: Vec<Name> = tx.all(CHOSEN, args![pupil.school, tx.now(), pupil.person]).await?;
    if chosen.is_empty() { usual(tx, pupil).await } else { Ok(chosen) }
}

/// Those who teach in the class first, then the head; whoever is both comes once.
async fn usual(tx: &mut Tx, pupil: &Pupil) -> Result<Vec<Name>> {
    let mut adults = match pupil.class {
        Some(class) => circle::members(tx, class, Role::Teacher).await?,
        None => Vec::new(),
    };
    for head in circle::heads(tx, pupil.school).await? {
        if !adults.contains(&head) {
            adults.push(head);
        }
    }
    let list = id_list(adults.iter().map(|adult| adult.id));
    let listening: Vec<PersonId> = tx.column(LISTENING, args![list, pupil.person]).await?;
    adults.retain(|adult| listening.contains(&adult.id));
    Ok(adults)
}

/// The adults a school chose, by identifier. For its head.
///
/// # Errors
/// A fault of the database.
pub async fn chosen(tx: &mut Tx, school: SchoolId) -> Result<Vec<PersonId>> {
    let rows: Vec<Id> =
        tx.all("select person_id from talk_adult where school_id = $1 order by position", args![school]).await?;
    Ok(rows.into_iter().map(|row| row.person_id).collect())
}

/// The adults a school may choose: all who work there, in the order of their names. For its head.
///
/// # Errors
/// A fault of the database.
pub async fn possible(tx: &mut Tx, school: SchoolId) -> Result<Vec<Name>> {
    tx.all(
        "select distinct p.id, p.first_name, p.last_name, p.sort_key from circle c \
         join member m on m.circle_id = c.id join person p on p.id = m.person_id and p.gone_at is null \
         where c.school_id = $1 and c.kind = 'staff' and m.since <= $2 and (m.until is null or m.until > $2) \
         order by p.sort_key",
        args![school, tx.now()],
    )
    .await
}

/// Chooses the adults of a school, these and no others; with none, a class's teachers and the head listen. Whoever does not
/// work there is left out without a word, for the form offers nobody else. For its head.
///
/// # Errors
/// A fault of the database.
pub async fn choose(tx: &mut Tx, viewer: &Viewer, school: SchoolId, wanted: &[PersonId]) -> Result<()> {
    let mut adults = possible(tx, school).await?;
    adults.retain(|adult| wanted.contains(&adult.id));
    tx.change("delete from talk_adult where school_id = $1", args![school]).await?;
    for (position, adult) in (0_i64..).zip(&adults) {
        tx.change(
            "insert into talk_adult (school_id, person_id, position) values ($1, $2, $3)",
            args![school, adult.id, position],
        )
        .await?;
    }
    let list = id_list(adults.iter().map(|adult| adult.id));
    audit::write(tx, Some(viewer.account), Action::ProtectionChanged, Some(school.to_string()), Some(&list)).await
}
