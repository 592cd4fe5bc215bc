//! What a parent gave to be reached, on the cards of people and the list of whom to call: for those of the school the parent
//! shows it to. Not on the page of a class, which pupils read too.

use crate::{W, class_contact::reach, contact::Shown, language};
use db::{FromRow, Result, Tx, args, id_list};
use school::{CircleId, PersonId, SchoolId, Viewer, bearer, person::phone_shown};
use web::Fact;

/// What an adult gave, for each child of theirs in a class.
#[derive(FromRow)]
struct Row {
    person_id: PersonId,
    phone: String,
    other_phone: String,
    email: String,
    language: String,
    shown: Shown,
    circle: CircleId,
    school: SchoolId,
}

const GIVEN: &str = "\
select f.person_id, f.phone, f.other_phone, f.email, f.language, f.shown, c.id as circle, c.school_id as school \
from family_contact f join guardianship g on g.adult_id = f.person_id and g.until is null \
join member m on m.person_id = g.child_id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
where f.person_id in (select unhex(value) from json_each($1)) order by f.person_id, g.child_id, c.id";

/// What some people gave, as far as the viewer is shown it; the language to speak is shown to the whole team, for it tells nobody
/// where to reach them. An adult responsible for the same child is shown nothing, whatever else that adult is in the school.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn of(tx: &mut Tx, viewer: &Viewer, people: &[PersonId]) -> Result<Vec<Fact>> {
    let rows: Vec<Row> = tx.all(GIVEN, args![id_list(people.iter().copied()), tx.now()]).await?;
    let beside = bearer::beside(tx, viewer).await?;
    let mut facts = Vec::new();
    for (row, reached) in widest(viewer, &rows).into_iter().filter(|(row, _)| !beside.contains(&row.person_id)) {
        if row.shown <= reached {
            facts.extend(row.ways());
        }
        facts.extend(row.spoken());
    }
    facts.extend(accounts(tx, viewer, people).await?);
    Ok(facts)
}

/// What each adult gave, once, with the most the viewer sees of it by any of the children; nothing of those of other schools.
fn widest<'a>(viewer: &Viewer, rows: &'a [Row]) -> Vec<(&'a Row, Shown)> {
    let mut seen: Vec<(&Row, Shown)> = Vec::new();
    for row in rows {
        let Some(reached) = reach(viewer, row.circle, row.school) else { continue };
        match seen.iter_mut().find(|(known, _)| known.person_id == row.person_id) {
            Some((_, most)) => *most = reached.max(*most),
            None => seen.push((row, reached)),
        }
    }
    seen
}

/// A class of a child of an adult: the adult, the class, the school.
type Place = (PersonId, CircleId, SchoolId);

const PLACES: &str = "\
select distinct g.adult_id, c.id, c.school_id from guardianship g \
join member m on m.person_id = g.child_id and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
join circle c on c.id = m.circle_id and c.kind = 'class' and c.until is null \
where g.until is null and g.adult_id in (select unhex(value) from json_each($1))";

/// That the account of an adult bears another name, for the head and the teachers of the class of the child.
async fn accounts(tx: &mut Tx, viewer: &Viewer, people: &[PersonId]) -> Result<Vec<Fact>> {
    let borne = bearer::borne(tx, viewer, people).await?;
    if borne.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<Place> = tx.all(PLACES, args![id_list(borne.iter().map(|it| it.person)), tx.now()]).await?;
    let is_told = |person: PersonId| {
        let mut own = places.iter().filter(|place| place.0 == person);
        own.any(|place| reach(viewer, place.1, place.2).is_some_and(|reached| reached >= Shown::Teachers))
    };
    let told = borne.into_iter().filter(|it| is_told(it.person)).map(|it| Fact {
        person: it.person,
        label: W.fact_account(),
        value: W.read_with(web::of_name(it.bearer)),
        is_listed: false,
    });
    Ok(told.collect())
}

impl Row {
    /// The language to speak, where it is another than the usual one.
    fn spoken(&self) -> Option<Fact> {
        let value = language::said(&self.language).filter(|_| self.language != language::USUAL)?;
        Some(Fact { person: self.person_id, label: W.language(), value, is_listed: false })
    }

    /// The ways to reach the adult.
    fn ways(&self) -> Vec<Fact> {
        let said = [
            (W.fact_phone(), phone_shown(&self.phone), true),
            (W.fact_phone(), phone_shown(&self.other_phone), true),
            (W.fact_email(), self.email.clone(), false),
        ];
        let said = said.into_iter().filter(|(_, value, _)| !value.is_empty());
        // The list of whom to call is paper for an outing: what the head alone is shown stays on the card, for the head too.
        let may_be_printed = self.shown <= Shown::Teachers;
        said.map(|(label, value, is_phone)| Fact {
            person: self.person_id,
            label,
            value,
            is_listed: is_phone && may_be_printed,
        })
        .collect()
    }
}
