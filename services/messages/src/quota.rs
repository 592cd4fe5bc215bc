//! Quotas: how much an account sends in an hour and in a day. Wide enough for whoever writes, too narrow for whoever floods.

use crate::W;
use db::{FromRow, Result, Tx, args};
use school::{Profile, Viewer};
use web::voice;

/// What an account may send.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// Messages in an hour.
    pub hour: i64,
    /// Messages in a day.
    pub day: i64,
    /// People written to in a day, each as often as a message goes to them.
    pub people: i64,
}

impl Quota {
    /// The quota of a profile.
    pub const fn of(profile: Profile) -> Self {
        match profile {
            Profile::Pupil => Self { hour: 10, day: 30, people: 60 },
            Profile::Guardian => Self { hour: 20, day: 60, people: 150 },
            Profile::Staff | Profile::Teacher => Self { hour: 60, day: 200, people: 2000 },
            // A head writes to all families of the school, twice on a bad day.
            Profile::Head | Profile::Town | Profile::Administrator => Self { hour: 100, day: 300, people: 6000 },
        }
    }
}

#[derive(FromRow)]
struct Used {
    hour: i64,
    day: i64,
    people: i64,
}

/// Why an account sends nothing more for now; none when it may. `adding` is the number of people of the message to come.
///
/// # Errors
/// A fault of the database.
pub(crate) async fn refusal(tx: &mut Tx, viewer: &Viewer, adding: i64) -> Result<Option<String>> {
    let now = tx.now();
    let used: Used = tx
        .one(
            "select cast(count(*) filter (where sent_at > $3) as bigint) as hour, count(*) as day, \
                 cast(coalesce(sum(people), 0) as bigint) as people \
             from sender_note where account_id = $1 and sent_at > $2",
            args![viewer.account, now.plus_days(-1), now.plus_seconds(-3600)],
        )
        .await?;
    let (quota, who) = (Quota::of(viewer.profile()), voice(viewer));
    Ok(if used.hour >= quota.hour {
        Some(W.quota_hour(who, quota.hour))
    } else if used.day >= quota.day {
        Some(W.quota_day(who, quota.day))
    } else if used.people.saturating_add(adding) > quota.people {
        Some(W.quota_people(who, quota.people))
    } else {
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pupil_sends_less_than_anybody() {
        let pupil = Quota::of(Profile::Pupil);
        for profile in [Profile::Guardian, Profile::Staff, Profile::Teacher, Profile::Head, Profile::Administrator] {
            let quota = Quota::of(profile);
            assert!(quota.hour > pupil.hour && quota.day > pupil.day && quota.people > pupil.people, "{profile:?}");
        }
    }
}
