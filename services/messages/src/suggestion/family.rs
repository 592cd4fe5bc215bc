//! What parents, pupils and agents of the commune are proposed: few people, all of them shown.

use super::{Suggestion, fits};
use crate::{W, class_setting, conversation::shown, matrix::Hats, recipient, target::Target};
use db::{FromRow, Result, Tx, args, id_list};
use school::{CircleId, PersonId, PersonKind, Role, SchoolId, Viewer};

pub(super) async fn proposals(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    hats: &Hats,
    typed: &str,
) -> Result<Vec<Suggestion>> {
    let mut found = teams_of_children(viewer, school);
    if !hats.children_circles.is_empty() {
        found.extend(teachers(tx, &hats.children_circles).await?);
        found.extend(staff(tx, school, true).await?);
    }
    if hats.town && !hats.staff {
        found.push(Suggestion::new(Target::Staff(school), W.school_team()));
        found.extend(staff(tx, school, false).await?);
    }
    for class in &hats.own_classes {
        found.extend(of_class(tx, viewer, school, *class).await?);
    }
    found.retain(|it| fits(typed, &format!("{} {}", it.label, it.hint.as_deref().unwrap_or_default())));
    Ok(found)
}

/// « Équipe de la classe CP de M. Roux », for each child.
fn teams_of_children(viewer: &Viewer, school: SchoolId) -> Vec<Suggestion> {
    let mut found: Vec<Suggestion> = Vec::new();
    for seat in viewer.seats.iter().filter(|seat| seat.school == school && seat.role == Role::Guardian) {
        let (Some(class), Some(child)) = (seat.of_circle, seat.child_first_name.as_deref()) else { continue };
        // The name of the families' circle begins with a word; the class says its own on the page.
        let team = Suggestion::new(Target::Team(class), W.team_of_child(web::of_name(child)));
        found.push(team);
    }
    found
}

#[derive(FromRow)]
struct Adult {
    id: PersonId,
    first_name: String,
    last_name: String,
    kind: PersonKind,
    place: String,
}

impl Adult {
    fn proposal(self) -> Suggestion {
        let name = shown(self.kind, &self.first_name, &self.last_name);
        Suggestion::new(Target::Person(self.id), name).hint(self.place)
    }
}

/// Those who teach in some classes or groups, or help there.
async fn teachers(tx: &mut Tx, circles: &[CircleId]) -> Result<Vec<Suggestion>> {
    let now = tx.now();
    let adults: Vec<Adult> = tx
        .all(
            "select distinct p.id, p.first_name, p.last_name, p.kind, p.sort_key, c.name as place \
             from member m join circle c on c.id = m.circle_id \
             join person p on p.id = m.person_id and p.gone_at is null \
             where m.circle_id in (select unhex(value) from json_each($1)) and m.role in ('teacher', 'staff') \
                 and m.since <= $2 and (m.until is null or m.until > $2) order by p.sort_key, p.id",
            args![id_list(circles.iter().copied()), now],
        )
        .await?;
    Ok(adults.into_iter().map(Adult::proposal).collect())
}

/// The head of a school, or everybody the Éducation nationale employs there.
async fn staff(tx: &mut Tx, school: SchoolId, heads_only: bool) -> Result<Vec<Suggestion>> {
    let now = tx.now();
    let adults: Vec<Adult> = tx
        .all(
            "select distinct p.id, p.first_name, p.last_name, p.kind, p.sort_key, \
                 case when m.role = 'head' then $4 else $5 end as place \
             from circle c join member m on m.circle_id = c.id and m.since <= $2 and (m.until is null or m.until > $2) \
             join person p on p.id = m.person_id and p.gone_at is null \
             where c.school_id = $1 and c.kind = 'staff' and c.until is null \
                 and (m.role = 'head' or ($3 = false and m.role in ('teacher', 'staff'))) order by p.sort_key, p.id",
            args![school, now, heads_only, W.the_head(), W.the_team()],
        )
        .await?;
    Ok(adults.into_iter().map(Adult::proposal).collect())
}

/// Whom a pupil writes to: the teachers of the class, and its pupils where that is open.
async fn of_class(tx: &mut Tx, viewer: &Viewer, school: SchoolId, class: CircleId) -> Result<Vec<Suggestion>> {
    let setting = class_setting::of(tx, class, school).await?;
    let mut found = Vec::new();
    if setting.pupils_write {
        // A child does not choose between the teachers of the class: all of them are one answer.
        if recipient::team(tx, class).await?.len() > 1 {
            found.push(Suggestion::new(Target::Team(class), W.my_teachers()));
        }
        found.extend(teachers(tx, &[class]).await?);
    }
    if setting.among_themselves() {
        let now = tx.now();
        let pupils: Vec<Adult> = tx.all(CLASSMATES, args![class, now]).await?;
        let others = pupils.into_iter().filter(|pupil| viewer.people.iter().all(|me| me.id != pupil.id));
        found.extend(others.map(Adult::proposal));
    }
    Ok(found)
}

const CLASSMATES: &str = "\
select p.id, p.first_name, p.last_name, p.kind, c.name as place from member m \
join circle c on c.id = m.circle_id join person p on p.id = m.person_id and p.gone_at is null \
where m.circle_id = $1 and m.role = 'pupil' and m.since <= $2 and (m.until is null or m.until > $2) \
    and p.level in ('1122', '1123', '1124', '1125') order by p.sort_key, p.id";
