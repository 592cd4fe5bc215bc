//! Targets in words: « Parents de Léo M. », « Familles du CP de M. Roux ».

use crate::{W, conversation::shown, target::Target};
use db::{Error, Result, Tx, args};
use school::{Circle, CircleId, PersonId, PersonKind, person};

/// How many targets are named; the others are counted.
const NAMED: usize = 3;

/// The words for one target. Names only: for those who may write to it.
///
/// # Errors
/// [`db::Error::NotFound`] when it is gone; a fault of the database.
pub async fn label(tx: &mut Tx, target: &Target) -> Result<String> {
    Ok(match *target {
        Target::Person(id) => {
            let (first, last, kind) = name(tx, id).await?;
            shown(PersonKind::try_from(kind).unwrap_or(PersonKind::Pupil), &first, &last)
        }
        Target::Family(id) => W.parents_of(web::of_name(child(tx, id).await?)),
        Target::Families(circle) => W.families_of(circle_name(tx, circle).await?),
        Target::Pupils(circle) => W.pupils_of(circle_name(tx, circle).await?),
        Target::Team(circle) => W.team_of(circle_name(tx, circle).await?),
        Target::Staff(_) => W.school_team().to_owned(),
    })
}

/// To whom a message is written, in words.
///
/// # Errors
/// As [`label`].
pub async fn audience(tx: &mut Tx, targets: &[Target]) -> Result<String> {
    let mut names = Vec::new();
    for target in targets.iter().take(NAMED) {
        names.push(label(tx, target).await?);
    }
    let others = i64::try_from(targets.len().saturating_sub(NAMED)).unwrap_or(i64::MAX);
    Ok(match others {
        0 => names.join(", "),
        others => W.names_and_others(names.join(", "), others),
    })
}

/// The circles some targets are, as what is given to them finds them; people written to by name are in none.
///
/// # Errors
/// A fault of the database.
pub async fn circles(tx: &mut Tx, targets: &[Target]) -> Result<Vec<CircleId>> {
    let mut circles = Vec::new();
    for target in targets {
        match *target {
            Target::Families(circle) => match Circle::families(tx, circle).await {
                Ok(families) => circles.push(families.id),
                // A level written by hand has no circle of families of its own.
                Err(Error::NotFound) => {}
                Err(error) => return Err(error),
            },
            Target::Family(child) => circles.push(CircleId::family_of(child)),
            Target::Pupils(class) => circles.push(class),
            Target::Person(_) | Target::Team(_) | Target::Staff(_) => {}
        }
    }
    Ok(circles)
}

/// « Zoé M. », for those who read what concerns the child.
///
/// # Errors
/// A fault of the database.
pub async fn child(tx: &mut Tx, id: PersonId) -> Result<String> {
    let (first, last, _) = name(tx, id).await?;
    Ok(person::short(&first, &last))
}

async fn name(tx: &mut Tx, id: PersonId) -> Result<(String, String, String)> {
    tx.one("select first_name, last_name, kind from person where id = $1", args![id]).await
}

async fn circle_name(tx: &mut Tx, id: CircleId) -> Result<String> {
    tx.one_value("select name from circle where id = $1", args![id]).await
}
