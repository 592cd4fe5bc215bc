//! What waits to leave, and the worker that lets it out.

use super::{alert::topic, subscription};
use crate::{
    House,
    mail::{Letter, Refused},
    push::Answer,
};
use db::{FromRow, Moment, Result, Soon, Tx, Uuid, args, id, id_list};
use school::{AccountId, PersonId, text_enum};
use std::{
    collections::BTreeMap,
    sync::Arc,
    time::{Duration, Instant},
};
use tokio::{sync::Semaphore, task::JoinSet, time::timeout};

id! {
    /// A row of what leaves.
    OutingId
}

text_enum! {
    /// A way out.
    Channel {
        /// A push to the devices of an account.
        Push = "push",
        /// A letter about one thing.
        Mail = "mail",
        /// The digest of the day.
        Day = "day",
        /// « La semaine de … »: the thing is the child.
        Week = "week",
    }
}

/// Something that leaves for an account.
#[derive(Debug, Clone, FromRow)]
pub struct Outing {
    /// The row.
    pub id: OutingId,
    /// To whom.
    pub account_id: AccountId,
    /// The first of the account's persons concerned.
    pub person_id: PersonId,
    /// About which thing; which child for « La semaine de … ».
    pub thing_id: Uuid,
    /// By which way.
    pub channel: Channel,
    /// The instant it was due at first.
    pub round: Moment,
    /// How many times it was tried, this one included.
    pub attempts: i64,
}

/// What leaves for an account.
#[derive(Debug)]
pub enum Word {
    /// Its devices are woken.
    Push,
    /// A letter, with its address.
    Letter(Letter),
}

/// Says what an outing lets out; nothing when there is nothing to tell any more. The words are those of a service, and the
/// services say what is closed: this crate knows neither.
pub type Compose = Arc<dyn Fn(House, Outing) -> Soon<'static, Option<Word>> + Send + Sync>;

/// Whoever says nothing for so long has died; another may claim what it had.
const LEASE_SECONDS: i64 = 60;
/// A batch is given up before its lease ends.
const BATCH: Duration = Duration::from_secs(45);
/// One sending takes no longer.
const SENDING: Duration = Duration::from_secs(12);
/// What has not begun by then would not end within its batch.
const LAST_START: Duration = Duration::from_secs(30);
/// So many are on their way at once.
const AT_ONCE: usize = 16;
/// What could not leave after so many attempts stays.
const MOST_ATTEMPTS: i64 = 8;

// The condition stands twice: on PostgreSQL a second worker that waited for the rows checks the outer one again.
const CLAIM: &str = "\
update outing set claimed_until = $2, attempts = attempts + 1 \
where id in (select o.id from outing o where o.state = 'waiting' and o.due_at <= $1 \
        and (o.claimed_until is null or o.claimed_until < $1) order by o.due_at limit $3) \
    and state = 'waiting' and (claimed_until is null or claimed_until < $1) \
returning id, account_id, person_id, thing_id, channel, round, attempts";

// What was withdrawn meanwhile, and whoever was shut out, are told nothing.
const VOID: &str = "\
update outing set state = 'dropped', settled_at = $2, claimed_until = null, reason = 'void' \
where id in (select unhex(value) from json_each($1)) \
    and (exists (select 1 from thing t where t.id = outing.thing_id and t.withdrawn_at is not null) \
        or exists (select 1 from account a where a.id = outing.account_id and a.blocked_at is not null)) \
returning id";

/// Claims what is due, as much as `limit`, for the time of a lease.
///
/// # Errors
/// A fault of the database.
pub async fn claim(tx: &mut Tx, limit: i64) -> Result<Vec<Outing>> {
    let now = tx.now();
    let mut claimed: Vec<Outing> = tx.all(CLAIM, args![now, now.plus_seconds(LEASE_SECONDS), limit]).await?;
    if claimed.is_empty() {
        return Ok(claimed);
    }
    let void: Vec<OutingId> = tx.column(VOID, args![id_list(claimed.iter().map(|it| it.id)), now]).await?;
    claimed.retain(|it| !void.contains(&it.id));
    Ok(claimed)
}

/// How a sending ended. The words are for the table: no address, no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// It left.
    Sent,
    /// There was nothing to say, or nobody to say it to.
    Dropped(&'static str),
    /// It can be tried again.
    Later(&'static str),
    /// It will never leave.
    Failed(&'static str),
    /// The others took all the time: it is claimed again, and that was no attempt.
    NotTried,
}

const SENT: &str = "update outing set state = 'sent', settled_at = $2, claimed_until = null, reason = null \
where id in (select unhex(value) from json_each($1)) and state = 'waiting'";

const SETTLED: &str = "update outing set state = $3, settled_at = $2, claimed_until = null, reason = $4 \
where id in (select unhex(value) from json_each($1)) and state = 'waiting'";

// Half a minute, two minutes, four and a half … an hour and three quarters in all.
const LATER: &str = "update outing set claimed_until = null, due_at = $2 + 30000 * attempts * attempts, reason = $3 \
where id in (select unhex(value) from json_each($1)) and state = 'waiting'";

const NOT_TRIED: &str = "update outing set claimed_until = null, attempts = attempts - 1 \
where id in (select unhex(value) from json_each($1)) and state = 'waiting'";

/// Notes how sendings ended, one statement for all that ended alike.
///
/// # Errors
/// A fault of the database.
pub async fn note(tx: &mut Tx, endings: &[(OutingId, Ending)]) -> Result<()> {
    let now = tx.now();
    let mut alike: BTreeMap<Ending, Vec<OutingId>> = BTreeMap::new();
    for (id, ending) in endings {
        alike.entry(*ending).or_default().push(*id);
    }
    for (ending, ids) in alike {
        let ids = id_list(ids);
        match ending {
            Ending::Sent => tx.changed_rows(SENT, args![ids, now]).await?,
            Ending::Dropped(reason) => tx.changed_rows(SETTLED, args![ids, now, "dropped", reason]).await?,
            Ending::Failed(reason) => tx.changed_rows(SETTLED, args![ids, now, "failed", reason]).await?,
            Ending::Later(reason) => tx.changed_rows(LATER, args![ids, now, reason]).await?,
            Ending::NotTried => tx.changed_rows(NOT_TRIED, args![ids]).await?,
        };
    }
    Ok(())
}

/// Lets out what is due, as much as `limit`; tells how many rows were claimed.
///
/// # Errors
/// A fault of the database. What fails on its way is noted with its row.
pub async fn run_due(house: &House, compose: &Compose, limit: i64) -> Result<usize> {
    let mut tx = house.db.write().await?;
    let claimed = claim(&mut tx, limit).await?;
    tx.commit().await?;
    let count = claimed.len();
    if count == 0 {
        return Ok(0);
    }
    let endings = send_all(house, compose, claimed).await;
    let mut tx = house.db.write().await?;
    note(&mut tx, &endings).await?;
    tx.commit().await?;
    Ok(count)
}

/// Sends a batch. What has not ended in time is in no list: its lease ends, and it is claimed again.
async fn send_all(house: &House, compose: &Compose, claimed: Vec<Outing>) -> Vec<(OutingId, Ending)> {
    let (desk, begun) = (Arc::new(Semaphore::new(AT_ONCE)), Instant::now());
    let mut tasks = JoinSet::new();
    for outing in claimed {
        let (house, compose, desk) = (house.clone(), Arc::clone(compose), Arc::clone(&desk));
        tasks.spawn(async move {
            let _seat = desk.acquire_owned().await;
            let (id, attempts) = (outing.id, outing.attempts);
            // A mail server that does not answer must not use up the attempts of those behind.
            if begun.elapsed() > LAST_START {
                return (id, Ending::NotTried);
            }
            let ending = match timeout(SENDING, send(&house, &compose, &outing)).await {
                Ok(Ok(ending)) => ending,
                Ok(Err(error)) => {
                    tracing::warn!(%error, "something could not leave");
                    Ending::Later("fault")
                }
                Err(_) => Ending::Later("no-answer"),
            };
            (id, in_the_end(ending, attempts))
        });
    }
    let mut endings = Vec::new();
    let all = async {
        while let Some(done) = tasks.join_next().await {
            // One that panicked is claimed again when its lease ends.
            endings.extend(done.ok());
        }
    };
    if timeout(BATCH, all).await.is_err() {
        tracing::warn!("a batch took too long to leave");
    }
    endings
}

fn in_the_end(ending: Ending, attempts: i64) -> Ending {
    match ending {
        Ending::Later(reason) if attempts >= MOST_ATTEMPTS => Ending::Failed(reason),
        other => other,
    }
}

async fn send(house: &House, compose: &Compose, outing: &Outing) -> Result<Ending> {
    // It took the process down with it each time: nobody tries once more.
    if outing.attempts > MOST_ATTEMPTS {
        return Ok(Ending::Failed("tried-too-often"));
    }
    match compose(house.clone(), outing.clone()).await? {
        None => Ok(Ending::Dropped("nothing-to-say")),
        Some(Word::Push) => push(house, outing).await,
        Some(Word::Letter(letter)) => mail(house, outing, letter).await,
    }
}

/// To each device of the account; one that is gone is forgotten.
async fn push(house: &House, outing: &Outing) -> Result<Ending> {
    let mut tx = house.db.read().await?;
    let devices = subscription::of(&mut tx, outing.account_id).await?;
    drop(tx);
    let topic = topic(outing.account_id, outing.thing_id);
    let (mut gone, mut ending) = (Vec::new(), Ending::Dropped("no-device"));
    for device in devices {
        match house.push.send(&house.db, &device, &topic).await {
            Answer::Taken => ending = Ending::Sent,
            Answer::Gone => gone.push(device.id),
            // One that took it is not woken again for the other.
            Answer::Later => ending = if ending == Ending::Sent { ending } else { Ending::Later("push-service") },
        }
    }
    if !gone.is_empty() {
        let mut tx = house.db.write().await?;
        subscription::end_gone(&mut tx, &gone).await?;
        tx.commit().await?;
    }
    Ok(ending)
}

async fn mail(house: &House, outing: &Outing, letter: Letter) -> Result<Ending> {
    let name = format!("{}.{}", topic(outing.account_id, outing.thing_id), outing.round.0);
    match house.mail.send(&letter, Some(&name)).await {
        Ok(()) => Ok(Ending::Sent),
        Err(Refused::Address) => {
            let mut tx = house.db.write().await?;
            crate::mail::note_bounce(&mut tx, &letter.to).await?;
            tx.commit().await?;
            Ok(Ending::Failed("bounced"))
        }
        Err(Refused::Later(error)) => {
            tracing::warn!(%error, "a letter could not leave");
            Ok(Ending::Later("mail-server"))
        }
    }
}

/// Lets out whatever is due until nothing is, batch after batch.
///
/// # Errors
/// A fault of the database.
pub async fn leave(house: &House, compose: &Compose) -> Result<usize> {
    const MANY: i64 = 200;
    let mut count = 0;
    loop {
        match run_due(house, compose, MANY).await? {
            0 => return Ok(count),
            some => count += some,
        }
    }
}

/// Where letters are composed by nobody: those who run no service.
pub fn no_letters() -> Compose {
    fn none(_: House, outing: Outing) -> Soon<'static, Option<Word>> {
        Box::pin(async move { Ok((outing.channel == Channel::Push).then_some(Word::Push)) })
    }
    Arc::new(none)
}
