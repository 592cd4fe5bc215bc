//! The card of a family: the adults responsible for a child, in the order of contact. For the teachers of the class, the head and a
//! deputy; each of these adults sees their own part alone.

use crate::{
    details::{Address, Details},
    place,
};
use db::{Error, FromRow, Result, Tx, args};
use school::{CircleId, PersonId, Right, Viewer, person::Name};

/// An adult responsible for a child.
#[derive(Debug, Clone)]
pub struct Adult {
    /// The adult.
    pub id: PersonId,
    /// The name.
    pub name: String,
    /// Code of the link with the child (interfaces.md §1.8).
    pub relation: Option<i64>,
    /// The place in the order of contact, from 1.
    pub position: i64,
    /// The address of a letter box.
    pub email: Option<String>,
    /// Telephones, with what each is.
    pub phones: Vec<(&'static str, String)>,
    /// Where the adult lives, unless it is not to be told.
    pub address: Address,
}

/// A family, as a viewer sees it.
#[derive(Debug, Clone)]
pub struct Family {
    /// The child.
    pub child: Name,
    /// The adults the viewer sees.
    pub adults: Vec<Adult>,
    /// The class of the child, for those in charge of it.
    pub class: Option<CircleId>,
    /// Whether the viewer is one of these adults, and sees no other.
    pub own: bool,
}

#[derive(FromRow)]
struct Row {
    child_id: PersonId,
    id: PersonId,
    first_name: String,
    last_name: String,
    relation: Option<i64>,
    position: i64,
    email: Option<String>,
    details: String,
}

impl From<Row> for Adult {
    fn from(row: Row) -> Self {
        let details = Details::read(&row.details);
        Self {
            id: row.id,
            name: school::person::full(&row.first_name, &row.last_name),
            relation: row.relation,
            position: row.position,
            email: row.email,
            phones: details.phones().into_iter().map(|(what, number)| (what, number.to_owned())).collect(),
            address: details.address(),
        }
    }
}

/// Whether a viewer reaches the families of a child: in charge of a class of the child, or of its school; and through which
/// class.
///
/// # Errors
/// [`Error::Forbidden`] to those of the school who see the child alone; [`Error::NotFound`] to everybody else.
async fn in_charge(tx: &mut Tx, viewer: &Viewer, child: PersonId) -> Result<Option<CircleId>> {
    let places = place::of(tx, &[child]).await?.remove(&child).unwrap_or_default();
    let pupil: Vec<_> = places.iter().filter(|place| place.whom == crate::matrix::Whom::Pupil).collect();
    for place in &pupil {
        // The head and a deputy reach families whatever the circle; a teacher those of the class.
        let circle = place.class.unwrap_or(CircleId(child.0));
        if viewer.may_in(Right::SeeClass, circle, place.school) {
            return Ok(place.class);
        }
    }
    let looker = crate::looker::Looker::of(tx, viewer).await?;
    match pupil.iter().any(|place| looker.works_in(place.school)) {
        true => Err(Error::Forbidden),
        false => Err(Error::NotFound),
    }
}

impl Family {
    /// The family of a child.
    ///
    /// # Errors
    /// [`Error::NotFound`] to those who may not know the child; [`Error::Forbidden`] to those who see the child alone.
    pub async fn load(tx: &mut Tx, viewer: &Viewer, child: PersonId) -> Result<Self> {
        let name: Name = tx
            .one(
                "select id, first_name, last_name from person where id = $1 and kind = 'pupil' and gone_at is null",
                args![child],
            )
            .await?;
        let mut adults: Vec<Adult> =
            tx.all::<Row>(OF_CHILD, args![child]).await?.into_iter().map(Adult::from).collect();
        let is_own = |adult: &Adult| viewer.people.iter().any(|me| me.id == adult.id);
        // The other parent is never seen, whoever else the viewer is.
        let own = adults.iter().any(is_own);
        if own {
            adults.retain(is_own);
            return Ok(Self { child: name, adults, class: None, own });
        }
        let class = in_charge(tx, viewer, child).await?;
        Ok(Self { child: name, adults, class, own })
    }
}

const OF_CHILD: &str = "\
select g.child_id, p.id, p.first_name, p.last_name, g.relation, g.position, p.email, p.details from guardianship g \
join person p on p.id = g.adult_id and p.gone_at is null where g.child_id = $1 and g.until is null \
order by g.position, p.sort_key, p.id";

const OF_CLASS: &str = "\
select g.child_id, p.id, p.first_name, p.last_name, g.relation, g.position, p.email, p.details from guardianship g \
join person p on p.id = g.adult_id and p.gone_at is null where g.until is null \
and g.child_id in (select m.person_id from member m where m.circle_id = $1 and m.role = 'pupil' \
    and m.since <= $2 and (m.until is null or m.until > $2)) order by g.child_id, g.position, p.sort_key, p.id";

/// The adults to call for each pupil of a class, in the order of contact; those of the viewer's own children are left to the
/// viewer's own part. For those in charge of the class.
///
/// # Errors
/// A fault of the database.
pub async fn of_class(tx: &mut Tx, viewer: &Viewer, class: CircleId) -> Result<Vec<(PersonId, Adult)>> {
    let rows: Vec<Row> = tx.all(OF_CLASS, args![class, tx.now()]).await?;
    let mine = |person: PersonId| viewer.people.iter().any(|me| me.id == person);
    let children: Vec<PersonId> = rows.iter().filter(|row| mine(row.id)).map(|row| row.child_id).collect();
    let shown = rows.into_iter().filter(|row| !children.contains(&row.child_id) || mine(row.id));
    Ok(shown.map(|row| (row.child_id, row.into())).collect())
}
