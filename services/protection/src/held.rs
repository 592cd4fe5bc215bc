//! The children a parent answers for, once for each school, and what about their image still awaits an answer.

use commons::image_right::{Register, Respondent};
use db::{Result, Tx, args, id_list};
use school::{CircleId, CircleKind, PersonId, Role, SchoolId, SchoolYear, Seat, Viewer};

/// A child in a school, with the adult the viewer is to that child.
#[derive(Debug, Clone)]
pub struct Held {
    /// The child.
    pub child: PersonId,
    /// The child's first name.
    pub first_name: String,
    /// Who answers.
    pub adult: PersonId,
    /// The same adult, as the directory lists them once more for the child: answers are of each of these entries.
    pub again: Vec<PersonId>,
    /// The school.
    pub school: SchoolId,
    /// The name of the school.
    pub school_name: String,
}

impl Held {
    /// Whose answer it is, in a year.
    pub fn respondent(&self, year: SchoolYear) -> Respondent {
        Respondent { school: self.school, year: year.0, child: self.child, adult: self.adult }
    }

    /// The same for each entry of the adult.
    pub fn respondents(&self, year: SchoolYear) -> impl Iterator<Item = Respondent> {
        let entries = std::iter::once(self.adult).chain(self.again.iter().copied());
        entries.map(move |adult| Respondent { adult, ..self.respondent(year) })
    }
}

/// The children of the viewer, once for each school.
pub fn held(viewer: &Viewer) -> Vec<Held> {
    let mut held: Vec<Held> = Vec::new();
    for seat in viewer.seats.iter().filter(|seat| is_responsible(seat)) {
        let (Some(child), Some(first_name)) = (seat.child, &seat.child_first_name) else { continue };
        match held.iter_mut().find(|it| (it.child, it.school) == (child, seat.school)) {
            Some(known) if known.adult == seat.person || known.again.contains(&seat.person) => {}
            Some(known) => known.again.push(seat.person),
            None => held.push(Held {
                child,
                first_name: first_name.clone(),
                adult: seat.person,
                again: Vec::new(),
                school: seat.school,
                school_name: seat.school_name.clone(),
            }),
        }
    }
    held
}

/// Whether a seat is that of an adult responsible for a child: readers a family invited answer nothing.
fn is_responsible(seat: &Seat) -> bool {
    seat.kind == CircleKind::Families && seat.role == Role::Guardian
}

/// The children about whose image the viewer left something unanswered this year. Asked in September and October; later in
/// the year only about those whose class shows photographs.
///
/// # Errors
/// A fault of the database.
pub async fn unanswered(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Held>> {
    let held = held(viewer);
    if held.is_empty() {
        return Ok(Vec::new());
    }
    let day = tx.now().day();
    let year = SchoolYear::of(day);
    let asked_of_all = matches!(day.month(), 9 | 10);
    let mut silent = Vec::new();
    for one in held {
        let register = Register::read(tx, one.school, year.0, [one.child]).await?;
        let is_asked = asked_of_all || shows_photographs(tx, viewer, one.child, year).await?;
        if is_asked && one.respondents(year).any(|of| register.awaited(one.child).contains(&of.adult)) {
            silent.push(one);
        }
    }
    Ok(silent)
}

/// Whether a photograph is seen this year by the families of a class of a child.
async fn shows_photographs(tx: &mut Tx, viewer: &Viewer, child: PersonId, year: SchoolYear) -> Result<bool> {
    let families = viewer.seats.iter().filter(|seat| seat.child == Some(child) && seat.kind == CircleKind::Families);
    let families: Vec<CircleId> = families.map(|seat| seat.circle).collect();
    let now = tx.now();
    // Among the latest of each circle only: a journal may be long, and where photographs are shown some are recent.
    let shown = tx
        .count(
            "select count(*) as n from (select k.id, coalesce((select o.visible_from from share o where o.circle_id = k.id \
                 and o.visible_from <= $2 order by o.visible_from desc limit 1 offset 20), 0) as oldest \
                 from (select unhex(value) as id from json_each($1)) k) w \
             join share s on s.circle_id = w.id and s.visible_from >= w.oldest and s.visible_from <= $2 \
             join thing t on t.id = s.thing_id and t.cover is not null and t.withdrawn_at is null and t.year = $3",
            args![id_list(families), now, year.0],
        )
        .await?;
    Ok(shown > 0)
}
