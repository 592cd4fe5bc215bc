//! What somebody chose: which ways they are told by, and when.

use super::due;
use crate::{
    holiday::SchoolCalendar,
    pause::{Calendar, HolidayRule, Hours, PARIS},
};
use db::{Error, FromRow, Moment, Result, Tx, args};
use jiff::civil::Time;
use school::{AccountId, PersonKind, SchoolId};
use serde::{Deserialize, Serialize};

/// The hour of the digest for whoever chose none: 17 h 30, in minutes of the day.
pub const DIGEST_AT: i64 = 17 * 60 + 30;

/// What an account chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preference {
    /// Whether its devices are woken.
    pub push: bool,
    /// Whether what awaits an answer is told by letter too.
    pub letters: bool,
    /// The hour of the digest of the day, in minutes; none for no digest.
    pub digest_at: Option<i64>,
    /// Whether « La semaine de … » comes on Friday.
    pub week: bool,
    /// The hours outside of which nothing is told; none for the school's alone.
    pub hours: Option<OwnHours>,
}

impl Default for Preference {
    fn default() -> Self {
        Self { push: true, letters: true, digest_at: Some(DIGEST_AT), week: true, hours: None }
    }
}

/// Hours somebody chose: they narrow those of the school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnHours {
    /// The first minute.
    pub from: Time,
    /// The end.
    pub to: Time,
    /// The days of the week, Monday first.
    pub days: [bool; 7],
}

impl OwnHours {
    /// Hours kept as JSON; what cannot be read narrows nothing.
    pub(crate) fn read(json: Option<&str>) -> Option<Self> {
        json.and_then(|it| serde_json::from_str(it).ok())
    }

    /// The first instant within them, from an instant on. Public holidays are never within.
    pub fn opening(&self, at: Moment) -> Moment {
        let hours = Hours { opens: self.from, closes: self.to, days: self.days, holidays: HolidayRule::Deliver };
        let calendar = Calendar { hours: &hours, holidays: &[], zone: PARIS.clone() };
        calendar.delivery(at.timestamp()).instant(at.timestamp()).into()
    }

    /// Whether they begin at this very instant.
    pub fn opens_at(&self, at: Moment) -> bool {
        let before = at.plus_seconds(-1);
        self.opening(before) == at
    }

    /// Whether they leave an hour of the week at least in which a school delivers: else they would narrow to nothing.
    pub fn meet(&self, school: &Hours) -> bool {
        let begin = self.from.max(school.opens);
        let end = self.to.min(school.closes);
        let shared = self.days.iter().zip(school.days).any(|(own, open)| *own && open);
        shared && begin < end && begin.duration_until(end).as_secs() >= 3600
    }
}

#[derive(FromRow)]
struct Row {
    push: bool,
    letters: bool,
    digest_at: Option<i64>,
    week: bool,
    hours: Option<String>,
}

impl Preference {
    /// What an account chose, or the defaults.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn of(tx: &mut Tx, account: AccountId) -> Result<Self> {
        let row: Option<Row> = tx
            .first(
                "select push, letters, digest_at, week, hours from attention_preference where account_id = $1",
                args![account],
            )
            .await?;
        Ok(row.map_or_else(Self::default, |row| Self {
            push: row.push,
            letters: row.letters,
            digest_at: row.digest_at,
            week: row.week,
            hours: OwnHours::read(row.hours.as_deref()),
        }))
    }

    /// Keeps it. What waits for its instant follows: it may come earlier or later, never before it is ready. What is urgent
    /// stays as it is.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn save(&self, tx: &mut Tx, account: AccountId) -> Result<()> {
        let hours = self.hours.as_ref().map(serde_json::to_string).transpose().map_err(Error::fault)?;
        let now = tx.now();
        tx.change(
            "insert into attention_preference (account_id, push, letters, digest_at, week, hours, updated_at) \
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (account_id) do update set push = excluded.push, \
             letters = excluded.letters, digest_at = excluded.digest_at, week = excluded.week, hours = excluded.hours, \
             updated_at = excluded.updated_at",
            args![account, self.push, self.letters, self.digest_at, self.week, hours, now],
        )
        .await?;
        self.drop_refused(tx, account).await?;
        self.move_waiting(tx, account).await
    }

    async fn drop_refused(&self, tx: &mut Tx, account: AccountId) -> Result<()> {
        let now = tx.now();
        for (channel, wanted) in
            [("push", self.push), ("mail", self.letters), ("day", self.digest_at.is_some()), ("week", self.week)]
        {
            if !wanted {
                tx.change(
                    "update outing set state = 'dropped', settled_at = $3, claimed_until = null, reason = 'not-wanted' \
                     where account_id = $1 and channel = $2 and state = 'waiting'",
                    args![account, channel, now],
                )
                .await?;
            }
        }
        Ok(())
    }

    async fn move_waiting(&self, tx: &mut Tx, account: AccountId) -> Result<()> {
        let now = tx.now();
        let waiting: Vec<Waiting> = tx.all(WAITING, args![account, now]).await?;
        for row in waiting {
            let calendar = SchoolCalendar::find(tx, row.school_id).await?;
            let exempt = row.kind.works();
            let at = due(row.ready_at, now, &calendar, self.hours.as_ref(), exempt, account);
            tx.change(
                "update outing set due_at = $2 where id = $1 and state = 'waiting' and attempts = 0",
                args![row.id, at],
            )
            .await?;
        }
        Ok(())
    }
}

#[derive(FromRow)]
struct Waiting {
    id: super::OutingId,
    ready_at: Moment,
    school_id: SchoolId,
    kind: PersonKind,
}

const WAITING: &str = "\
select o.id, o.ready_at, t.school_id, p.kind from outing o join thing t on t.id = o.thing_id \
join person p on p.id = o.person_id \
where o.account_id = $1 and o.state = 'waiting' and o.due_at > $2 and o.attempts = 0 and o.channel in ('push', 'mail') \
    and not exists (select 1 from urgent_delivery u where u.thing_id = o.thing_id and u.at = o.ready_at)";
