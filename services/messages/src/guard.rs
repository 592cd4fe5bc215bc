//! What stands between somebody who may write and a message that leaves: closed doors, quotas, what harms many.
//!
//! Asked at each send, in its transaction: what closes takes effect on the next message, on every node.

use crate::{W, anomaly, closing, matrix, quota, recipient::Recipient, send::Outgoing, target::Target};
use db::{Error, Result, Tx};
use school::{CircleId, PersonKind, Profile, SchoolId, Viewer};

/// More people than this, and a pupil writes to none of them.
const MOST_OF_A_PUPIL: usize = 5;
/// More people than this, and a parent writes to none of them: all who teach a child in a large school are fewer.
const MOST_OF_A_FAMILY: usize = 15;

/// Refuses what must not leave from a school, to the team of a group if it is to one, and notes what leaves. To be asked last before a
/// message is written.
///
/// # Errors
/// [`Error::Invalid`] with why, beside the recipients; beside the text for an answer. A fault of the database.
pub(crate) async fn check(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    group: Option<CircleId>,
    outgoing: &Outgoing,
    recipients: &[Recipient],
) -> Result<()> {
    anomaly::take_turn(tx, viewer.account).await?;
    match refusal(tx, viewer, school, group, outgoing, recipients).await? {
        Some(why) => Err(Error::invalid(if outgoing.within.is_some() { "body" } else { "q" }, why)),
        // An account that is stopped is the business of whoever heads its own school.
        None => anomaly::note(tx, viewer, matrix::school_of_rules(viewer, school, group), outgoing, recipients).await,
    }
}

async fn refusal(
    tx: &mut Tx,
    viewer: &Viewer,
    school: SchoolId,
    group: Option<CircleId>,
    outgoing: &Outgoing,
    recipients: &[Recipient],
) -> Result<Option<String>> {
    if let Some(closed) = closing::refusal(tx, viewer, school, group).await? {
        return Ok(Some(closed));
    }
    if let Some(stopped) = anomaly::refusal(tx, viewer).await? {
        return Ok(Some(stopped));
    }
    let pupils = recipients.iter().filter(|it| it.kind == PersonKind::Pupil).count();
    if let Some(crowd) = crowd(viewer.profile(), &outgoing.targets, recipients.len(), pupils) {
        return Ok(Some(crowd.to_owned()));
    }
    let people = i64::try_from(recipients.len()).unwrap_or(i64::MAX);
    quota::refusal(tx, viewer, people).await
}

/// Why somebody who works in no school writes to no crowd. Those who teach one class are a crowd to nobody.
fn crowd(profile: Profile, targets: &[Target], people: usize, pupils: usize) -> Option<&'static str> {
    let circle = targets.iter().any(|it| matches!(it, Target::Families(_) | Target::Pupils(_) | Target::Staff(_)));
    match profile {
        Profile::Pupil if pupils > 1 => Some(W.crowd_of_pupils()),
        Profile::Pupil if circle || people > MOST_OF_A_PUPIL => Some(W.crowd_pupil()),
        Profile::Guardian if circle || people > MOST_OF_A_FAMILY => Some(W.crowd_family()),
        Profile::Pupil
        | Profile::Guardian
        | Profile::Staff
        | Profile::Teacher
        | Profile::Head
        | Profile::Town
        | Profile::Administrator => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use db::Uuid;
    use school::CircleId;

    #[test]
    fn a_pupil_writes_to_a_few_people_to_one_pupil_and_to_no_circle() {
        let class = CircleId(Uuid::nil());
        for (targets, people, pupils, refused) in [
            (vec![Target::Team(class)], 2, 0, false),
            (vec![Target::Team(class)], 6, 0, true),
            (vec![Target::Pupils(class)], 2, 2, true),
            (vec![], 5, 0, false),
            (vec![], 6, 0, true),
            (vec![], 2, 1, false),
            (vec![], 2, 2, true),
        ] {
            let refusal = crowd(Profile::Pupil, &targets, people, pupils);
            assert_eq!(refusal.is_some(), refused, "{targets:?} {people} {pupils}");
        }
        assert!(crowd(Profile::Teacher, &[Target::Families(class)], 300, 0).is_none());
    }
}
