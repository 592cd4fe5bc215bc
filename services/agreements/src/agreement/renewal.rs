//! From one year to the next: last year's conventions are prepared again, and those whose time is over end by themselves.

use crate::{
    AgreementId, Campaign, State, campaign, day,
    enrolment::{self, EnrolmentId, Stage},
    step::Verb,
    template,
};
use commons::{House, job::JobKind};
use db::{Error, FromRow, Result, Tx, Uuid, args, fold, id_list};
use jiff::{ToSpan, civil::Date};
use school::{AuthorityId, SchoolId};

/// The job of each night: conventions whose last day is over expire, those a party ended end.
pub const EXPIRE: JobKind = JobKind { name: "agreements.expire", run: |house, day| Box::pin(expire(house, day)) };

/// Conventions prepared at once.
const BATCH: i64 = 500;

/// A convention of the year before, to be prepared again.
#[derive(FromRow)]
struct Old {
    id: AgreementId,
    authority_id: AuthorityId,
    department: String,
    sort_key: String,
}

/// Prepares a convention for each authority of an académie that had one the year before and has none yet, with the same
/// schools where they are still open, and still paid for by it. Doing it again does nothing more.
///
/// # Errors
/// [`Error::NotFound`] when the campaign of the year was not opened; [`Error::Conflict`] when somebody does it too.
pub async fn renew(tx: &mut Tx, year: i64, academy: &str) -> Result<u64> {
    let campaign = Campaign::load(tx, year).await?;
    let template = template::in_force(tx).await?.version.version;
    let mut rank = last_rank(tx, year, academy).await?;
    let (mut after, mut made) = (Uuid::nil(), 0);
    loop {
        let olds: Vec<Old> = tx.all(TO_RENEW, args![year - 1, academy, year, after, BATCH]).await?;
        let Some(last) = olds.last() else { return Ok(made) };
        after = last.id.into();
        let schools: Vec<(AgreementId, SchoolId)> =
            tx.all(STILL_OPEN, args![id_list(olds.iter().map(|it| it.id)), year]).await?;
        made += prepare(tx, &campaign, academy, template, &mut rank, &olds, &schools).await?;
    }
}

// Refused, cancelled and broken ones are not taken up again by themselves.
const TO_RENEW: &str = "\
select a.id, a.authority_id, a.department, a.sort_key from agreement a \
join authority o on o.id = a.authority_id and o.gone_at is null \
where a.year = $1 and a.academy = $2 and a.state in ('active', 'expired') and a.id > $4 \
    and not exists (select 1 from agreement n where n.year = $3 and n.authority_id = a.authority_id \
        and n.academy = a.academy) \
order by a.id limit $5";

const STILL_OPEN: &str = "\
select e.agreement_id, e.school_id from enrolment e \
join school s on s.id = e.school_id and s.gone_at is null \
left join authority_school p on p.school_id = e.school_id \
where e.agreement_id in (select unhex(value) from json_each($1)) and e.withdrawn_at is null \
    and (p.authority_id is null or p.authority_id = e.authority_id) \
    and not exists (select 1 from enrolment n where n.year = $2 and n.school_id = e.school_id and n.withdrawn_at is null) \
order by e.agreement_id, e.school_id";

async fn last_rank(tx: &mut Tx, year: i64, academy: &str) -> Result<i64> {
    let last: Option<(String,)> = tx
        .first(
            "select number from agreement where year = $1 and academy = $2 order by length(number) desc, number desc limit 1",
            args![year, academy],
        )
        .await?;
    let rank = last.and_then(|row| row.0.rsplit('-').next().and_then(|it| it.parse().ok()));
    Ok(rank.unwrap_or(0))
}

/// Writes drafts with their schools; those without any school left are passed over.
async fn prepare(
    tx: &mut Tx,
    campaign: &Campaign,
    academy: &str,
    template: i64,
    rank: &mut i64,
    olds: &[Old],
    schools: &[(AgreementId, SchoolId)],
) -> Result<u64> {
    let now = tx.now();
    let ends_on = campaign::end_of(campaign.year).to_string();
    let mut agreements = tx.rows("agreement", AGREEMENT);
    let mut enrolments = tx.rows("enrolment", ENROLMENT);
    let mut steps = tx.rows("agreement_step", STEP);
    let mut made = 0;
    for old in olds {
        let mut own = schools.iter().filter(|(agreement, _)| *agreement == old.id).peekable();
        if own.peek().is_none() {
            continue;
        }
        let id: AgreementId = tx.id();
        (*rank, made) = (*rank + 1, made + 1);
        let number = format!("{}-{academy}-{rank:04}", campaign.year);
        agreements.begin();
        agreements.uuid(Some(id.into()));
        agreements.int(Some(campaign.year));
        agreements.uuid(Some(old.authority_id.into()));
        for text in [academy, old.department.as_str(), number.as_str(), State::Draft.as_str()] {
            agreements.text(Some(text));
        }
        agreements.int(Some(template));
        agreements.int(Some(campaign.price_cents));
        agreements.text(Some(&ends_on));
        agreements.uuid(Some(old.id.into()));
        agreements.text(Some(&old.sort_key));
        // Found by a word of the name, or by the number.
        agreements.text(Some(&format!(" {} {}", old.sort_key, fold(&number))));
        agreements.int(Some(now.0));
        agreements.int(Some(now.0));
        for (_, school) in own {
            let enrolment: EnrolmentId = tx.id();
            enrolments.begin();
            enrolments.uuid(Some(enrolment.into()));
            enrolments.int(Some(campaign.year));
            enrolments.uuid(Some((*school).into()));
            enrolments.uuid(Some(old.authority_id.into()));
            enrolments.uuid(Some(id.into()));
            enrolments.text(Some(Stage::Enrolled.as_str()));
            enrolments.int(Some(now.0));
        }
        step(tx, &mut steps, id, Verb::Prepared, &campaign.name());
        step(tx, &mut steps, old.id, Verb::Renewed, &number);
    }
    for load in [&mut agreements, &mut enrolments, &mut steps] {
        tx.load(load).await?;
    }
    enrolment::recount_drafts(tx, campaign.year, academy).await?;
    Ok(made)
}

const AGREEMENT: &[&str] = &[
    "id",
    "year",
    "authority_id",
    "academy",
    "department",
    "number",
    "state",
    "template",
    "price_cents",
    "ends_on",
    "previous",
    "sort_key",
    "search_key",
    "created_at",
    "changed_at",
];
const ENROLMENT: &[&str] = &["id", "year", "school_id", "authority_id", "agreement_id", "state", "asked_at"];
const STEP: &[&str] = &["id", "agreement_id", "verb", "detail", "at"];

/// A step of many, written with them.
fn step(tx: &Tx, steps: &mut db::Rows, agreement: AgreementId, verb: Verb, detail: &str) {
    steps.begin();
    steps.uuid(Some(tx.id()));
    steps.uuid(Some(agreement.into()));
    steps.text(Some(verb.as_str()));
    steps.text(Some(detail));
    steps.int(Some(tx.now().0));
}

async fn expire(house: House, over: String) -> Result<()> {
    let over: Date = over.parse().map_err(Error::fault)?;
    let mut tx = house.db.write().await?;
    expire_until(&mut tx, over).await?;
    tx.commit().await
}

/// Ends what is over once a day is over; tells how many conventions ended.
///
/// # Errors
/// A fault of the database.
pub async fn expire_until(tx: &mut Tx, over: Date) -> Result<usize> {
    let now = tx.now();
    // A termination takes effect on its day; a convention lasts to the end of its last one.
    let today = over.saturating_add(1.day()).to_string();
    let terminated: Vec<(AgreementId, String)> = tx
        .all(
            "update agreement set state = 'terminated', changed_at = $2 where state = 'termination-notice' \
             and ended_on <= $1 returning id, ended_on",
            args![today, now],
        )
        .await?;
    let expired: Vec<(AgreementId, String)> = tx.all(EXPIRED, args![over.to_string(), now]).await?;
    tx.run(FOLLOWED, &[]).await?;
    tx.run(NOT_FOLLOWED, &[]).await?;
    let ended: Vec<(AgreementId, String)> = terminated.into_iter().chain(expired).collect();
    let mut steps = tx.rows("agreement_step", STEP);
    for (agreement, last) in &ended {
        step(tx, &mut steps, *agreement, Verb::Ended, &day::written(last));
    }
    tx.load(&mut steps).await?;
    let closed: Vec<(SchoolId,)> = tx.all(CLOSED, args![id_list(ended.iter().map(|it| it.0)), Stage::Closed]).await?;
    tracing::debug!(agreements = ended.len(), schools = closed.len(), "conventions ended");
    Ok(ended.len())
}

const EXPIRED: &str = "\
update agreement set state = 'expired', changed_at = $2 \
where state in ('active', 'notice', 'conciliation', 'termination-notice') and ends_on <= $1 returning id, ends_on";

// Whether it was followed is asked again each night: the next one may be prepared after the end, and be refused.
const FOLLOWED: &str = "\
update agreement set state = 'renewed' where state = 'expired' and id in \
    (select n.previous from agreement n where n.previous is not null and n.state not in ('refused', 'cancelled'))";
const NOT_FOLLOWED: &str = "\
update agreement set state = 'expired' where state = 'renewed' and id not in \
    (select n.previous from agreement n where n.previous is not null and n.state not in ('refused', 'cancelled'))";

const CLOSED: &str = "\
update enrolment set state = $2 where agreement_id in (select unhex(value) from json_each($1)) and withdrawn_at is null \
returning school_id";
