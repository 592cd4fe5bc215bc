//! The answer of an adult for a child. Each adult acts alone and reads nothing of what another answered: parents who live
//! apart are equal, and private.

use crate::{
    W,
    child::named_adult,
    departure,
    mot::Mot,
    pending,
    terms::{Acts, LONGEST_ANSWER, Reply},
    verb::Verb,
};
use commons::{
    attention,
    receipt::{self, Channel, Receipt},
};
use db::{Error, FromRow, Moment, Problems, Result, Tx, args, id_list};
use school::{PersonId, Profile, Viewer, person};

/// A child of the viewer a mot is for, and how it stands with the viewer.
#[derive(Debug, Clone)]
pub struct Concern {
    /// The child.
    pub child: PersonId,
    /// The child's first name.
    pub first_name: String,
    /// « Zoé M. ».
    pub short_name: String,
    /// The persons of the viewer who are responsible for the child.
    adults: Vec<PersonId>,
    /// How it stands.
    pub stance: Stance,
    /// Whether the child left the school of the mot: it is read, nothing is asked any more.
    pub left: bool,
}

/// How a mot stands with an adult, for one child.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stance {
    /// Nothing is asked.
    NotAsked,
    /// Something is awaited from this adult.
    Awaited,
    /// This adult did it.
    Done {
        /// When.
        at: Moment,
        /// The answer given.
        answer: Option<String>,
        /// Whether it came back on paper.
        on_paper: bool,
    },
    /// It is done for the child; nobody says by whom.
    DoneForChild,
    /// It is asked of another adult by name.
    OfAnother,
}

#[derive(FromRow)]
struct Row {
    child_id: PersonId,
    first_name: String,
    last_name: String,
    adult_id: PersonId,
    named_adult: Option<PersonId>,
}

/// The viewer's children a mot is for, in the order of their names.
///
/// # Errors
/// A fault of the database.
pub async fn concerns(tx: &mut Tx, viewer: &Viewer, mot: &Mot) -> Result<Vec<Concern>> {
    let own = id_list(viewer.people.iter().map(|me| me.id));
    let rows: Vec<Row> = tx
        .all(
            concat!(
                "select c.child_id, p.first_name, p.last_name, g.adult_id, ",
                named_adult!(),
                " as named_adult from mot_child c \
                 join person p on p.id = c.child_id \
                 join guardianship g on g.child_id = coalesce(p.merged_into, p.id) and g.until is null \
                 where c.thing_id = $1 and c.school_id = $2 and g.adult_id in (select unhex(value) from json_each($3)) \
                 and not exists (select 1 from mot_child k where k.thing_id = c.thing_id and k.school_id = c.school_id \
                    and k.child_id = p.merged_into) \
                 order by p.sort_key, p.id, g.position"
            ),
            args![mot.thing.id, mot.thing.school_id, own],
        )
        .await?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let receipts = receipt::of(tx, mot.thing.id, mot.asked_version).await?;
    let children: Vec<PersonId> = rows.iter().map(|row| row.child_id).collect();
    let left = departure::left(tx, &mot.thing, &children).await?;
    let each = rows.chunk_by(|one, other| one.child_id == other.child_id);
    Ok(each.filter_map(|rows| Concern::of(mot, rows, &receipts, &left)).collect())
}

impl Concern {
    fn of(mot: &Mot, rows: &[Row], receipts: &[Receipt], left: &[PersonId]) -> Option<Self> {
        let child = rows.first()?;
        let adults: Vec<PersonId> = rows.iter().map(|row| row.adult_id).collect();
        let done: Vec<&Receipt> =
            receipts.iter().filter(|it| it.child_id == child.child_id && it.signed_at.is_some()).collect();
        Some(Self {
            child: child.child_id,
            first_name: child.first_name.clone(),
            short_name: person::short(&child.first_name, &child.last_name),
            stance: stance(mot.terms.reply, mot.terms.acts, child, &adults, &done),
            left: mot.thing.until.is_some() || left.contains(&child.child_id),
            adults,
        })
    }

    /// The child with each person of the viewer who is responsible for it.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (PersonId, PersonId)> + '_ {
        self.adults.iter().map(|adult| (self.child, *adult))
    }
}

fn stance(reply: Reply, acts: Acts, child: &Row, adults: &[PersonId], done: &[&Receipt]) -> Stance {
    if !reply.asks() {
        return Stance::NotAsked;
    }
    let own = done.iter().rev().find(|it| adults.contains(&it.adult_id));
    if let Some((receipt, at)) = own.and_then(|it| Some((it, it.signed_at?))) {
        let on_paper = receipt.channel == Channel::Paper;
        return Stance::Done { at, answer: receipt.answer.clone(), on_paper };
    }
    let unsaid = done.iter().any(|it| it.adult_id == child.child_id);
    match (acts, child.named_adult) {
        (Acts::One, _) | (Acts::Named, None) if !done.is_empty() => Stance::DoneForChild,
        (Acts::Named, Some(named)) if !adults.contains(&named) => Stance::OfAnother,
        (Acts::Named, Some(_)) if unsaid => Stance::DoneForChild,
        (Acts::One | Acts::Each | Acts::Named, _) => Stance::Awaited,
    }
}

/// Keeps the answer of the viewer for a child.
///
/// # Errors
/// [`Error::NotFound`] for a child who is not the viewer's, or whom the mot is not for; [`Error::Forbidden`] to pupils, to
/// those of the school, to those who read it by seats of the past, and to whom it is not asked of; [`Error::Conflict`] when
/// nothing is asked any more; [`Error::Invalid`] under `answer`, also when the mot changed since the version that was `seen`:
/// nobody signs what they have not read.
pub async fn answer(tx: &mut Tx, viewer: &Viewer, mot: &Mot, seen: i64, child: PersonId, typed: &str) -> Result<()> {
    let concerns = concerns(tx, viewer, mot).await?;
    let Some(concern) = concerns.into_iter().find(|it| it.child == child) else {
        let only_reads = viewer.profile() == Profile::Pupil || mot.is_managed();
        return Err(if only_reads { Error::Forbidden } else { Error::NotFound });
    };
    // A family that left reads what it had; the school asks nothing of it any more.
    if concern.left {
        return Err(Error::Forbidden);
    }
    if !mot.is_delivered(tx.now()) || concern.stance == Stance::NotAsked {
        return Err(Error::Conflict);
    }
    if concern.stance == Stance::OfAnother {
        return Err(Error::Forbidden);
    }
    if seen != mot.version {
        return Err(Error::invalid("answer", W.changed_before_answer()));
    }
    let answer = check(mot, typed)?;
    let thing = &mot.thing;
    let mut relieved = pending::around(tx, mot, child).await?;
    let was_awaited = !relieved.is_empty();
    for adult in &concern.adults {
        receipt::done(tx, thing.id, mot.version, child, *adult, answer.as_deref()).await?;
    }
    let still = pending::around(tx, mot, child).await?;
    relieved.retain(|adult| !still.contains(adult));
    attention::hush_for(tx, thing.id, &relieved).await?;
    let actor = concern.adults.first().copied();
    // The event says that somebody answered, never what.
    Verb::Answered.record(tx, thing.school_id, thing.id, actor, None).await?;
    if was_awaited && !pending::is_any(tx, mot).await? {
        Verb::Complete.tell_author(tx, thing, actor, None).await?;
    }
    Ok(())
}

/// The answer typed, as it is kept; nothing where reading or signing is all that is asked.
fn check(mot: &Mot, typed: &str) -> Result<Option<String>> {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match mot.terms.reply {
        Reply::None | Reply::Read | Reply::Sign => Ok(None),
        Reply::Choose => match mot.terms.choices.contains(&typed) {
            true => Ok(Some(typed)),
            false => Err(Error::invalid("answer", W.answer_not_chosen())),
        },
        Reply::Text => {
            let mut problems = Problems::default();
            problems.require(!typed.is_empty(), "answer", W.answer_missing());
            problems.require(typed.chars().count() <= LONGEST_ANSWER, "answer", W.answer_too_long());
            problems.or(Some(typed))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;

    fn id(number: u128) -> PersonId {
        PersonId(Uuid::from_u128(number))
    }

    fn child(named_adult: Option<PersonId>) -> Row {
        Row { child_id: id(1), first_name: "Zoé".into(), last_name: "Marty".into(), adult_id: id(2), named_adult }
    }

    fn receipt(adult: PersonId) -> Receipt {
        Receipt {
            version: 1,
            child_id: id(1),
            adult_id: adult,
            opened_at: None,
            signed_at: Some(Moment(1)),
            answer: None,
            channel: Channel::App,
            entered_by: None,
            entered_at: None,
        }
    }

    #[test]
    fn what_another_adult_did_counts_only_where_one_is_enough() {
        let other = receipt(id(3));
        let stance = |acts, named| stance(Reply::Sign, acts, &child(named), &[id(2)], &[&other]);
        assert_eq!(stance(Acts::One, None), Stance::DoneForChild);
        assert_eq!(stance(Acts::Each, None), Stance::Awaited);
        assert_eq!(stance(Acts::Named, None), Stance::DoneForChild);
        assert_eq!(stance(Acts::Named, Some(id(2))), Stance::Awaited);
        assert_eq!(stance(Acts::Named, Some(id(3))), Stance::OfAnother);
    }

    #[test]
    fn a_slip_that_names_nobody_stands_for_one_adult_and_never_for_each() {
        let slip = receipt(id(1));
        let stance = |acts, named| stance(Reply::Sign, acts, &child(named), &[id(2)], &[&slip]);
        assert_eq!(stance(Acts::One, None), Stance::DoneForChild);
        assert_eq!(stance(Acts::Named, Some(id(2))), Stance::DoneForChild);
        assert_eq!(stance(Acts::Each, None), Stance::Awaited);
    }

    #[test]
    fn nothing_is_awaited_where_nothing_is_asked() {
        assert_eq!(stance(Reply::None, Acts::One, &child(None), &[id(2)], &[]), Stance::NotAsked);
    }
}
